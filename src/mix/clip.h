/* mix/clip.h -- a compiled segment: a complete little Ogg Opus file.
 *
 * Any player plays it; what the linker needs stands in its comment header:
 *   BRIEFCAST_CLIP=1  KEY=<64 hex>  SPEECH=<begin> <end>  (samples at 48 kHz from the clip's begin)
 *   WORDS=<start>-<stop>[~] ...   ('~': interpolated)   ENERGY=<1/100 dB per packet> ...
 *   PEAK=<1/100 dBTP>  CHECKSUM=<BLAKE2b-256 of the packets>
 */
#ifndef BRIEFCAST_MIX_CLIP_H
#define BRIEFCAST_MIX_CLIP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/hash.h"
#include "base/status.h"
#include "base/str.h"

enum { CLIP_FORMAT = 1 };

struct clip_word {
    int64_t start, stop; /* samples at 48 kHz from the clip's begin */
    bool interpolated;
};

struct clip {
    struct hash key;
    struct str *packets; /* packet_count of them, 20 ms each */
    ptrdiff_t packet_count;
    struct hash checksum;             /* of the packets; set by clip_read */
    int64_t speech_begin, speech_end; /* samples at 48 kHz from the clip's begin */
    struct clip_word *words;          /* one per token of the spoken text */
    ptrdiff_t word_count;
    int *energies_cb; /* per packet, mix/loudness.h */
    int true_peak_cb;
};

struct str clip_write(struct arena *a, const struct clip *c);
/* BC_EINPUT: not a clip, damaged, or not `key`'s: compile it again. */
BC_CHECK enum bc_status clip_read(struct clip *out, struct arena *a, struct str bytes,
                                  const struct hash *key);

#endif
