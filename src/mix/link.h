/* mix/link.h -- clips -> episode: packets copied, granule positions and tags computed. */
#ifndef BRIEFCAST_MIX_LINK_H
#define BRIEFCAST_MIX_LINK_H

#include "mix/ogg.h"
#include "mix/picture.h"
#include "mix/timeline.h"

struct linked {
    struct str bytes;  /* the .opus file; lives in the arena */
    int integrated_cb; /* programme loudness, output gain applied: 1/100 LUFS */
    int true_peak_cb;  /* likewise, 1/100 dBTP */
    int output_gain_q8;
};

/* Links a whole episode. `cover` may be NULL. Tags: TITLE VERSION (of an edition) ARTIST DATE LANGUAGE DESCRIPTION ENCODER
 * R128_TRACK_GAIN, CHAPTERnnn, CHAPTERnnnNAME, METADATA_BLOCK_PICTURE, in this order. The serial
 * number is a hash of the content. */
BC_CHECK enum bc_status link_episode(struct linked *out, struct arena *a,
                                     const struct timeline *t,
                                     const struct picture *cover, struct diag *d);

#endif
