/* voice/palette.h -- all voices, and how far apart they are. */
#ifndef BRIEFCAST_VOICE_PALETTE_H
#define BRIEFCAST_VOICE_PALETTE_H

#include "base/hash.h"
#include "voice/profile.h"

struct palette {
    struct profile *profiles; /* sorted by name */
    ptrdiff_t count;
    struct hash content; /* of all files that were read */
};

/* Loads and validates every *.yaml of `folder`. *out lives in `a`.
 * BC_EMISSING: no such folder, or no profile in it; BC_ECONFIG: a profile is wrong (all reported). */
BC_CHECK enum bc_status palette_load(struct palette **out, struct arena *a,
                                     const char *folder,
                                     const struct voice_inventory *inventory,
                                     struct diag *d);
const struct profile *palette_find(const struct palette *p, struct str name);
/* The nearest existing name, for messages; "" when none is near. */
struct str palette_nearest(const struct palette *p, struct str name,
                           struct arena *scratch);

/* How different two voices sound, from what was measured of them; symmetric. */
struct contrast palette_contrast(const struct profile *x, const struct profile *y);
/* The same as one number (voiceprint_distance): 0 the same, 100 an octave apart in median F0, or as far in
 * spectrum; from VOICEPRINT_CLEAR on nobody takes one for the other. */
int palette_distance(const struct profile *x, const struct profile *y);

#endif
