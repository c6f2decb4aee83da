/* mix/encode.h -- PCM to Opus packets and back. (libopus) */
#ifndef BRIEFCAST_MIX_ENCODE_H
#define BRIEFCAST_MIX_ENCODE_H

#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "base/str.h"

enum {
    ENCODE_BITRATE = 24000,
    ENCODE_COMPLEXITY = 7,
    ENCODE_PACKET_48K = 960, /* samples of one packet at 48 kHz */
    ENCODE_PRE_SKIP = 312,   /* at 48 kHz: the look-ahead (RFC 7845 section 4.2) */
};
/* A packet of digital silence: CELT, 20 ms, mono. */
extern const struct str encode_silence;

struct encode_settings {
    int bitrate;    /* bit/s, 6000..256000 */
    int complexity; /* 0..10 */
};

/* Encodes whole packets with a fresh encoder: AUDIO, SIGNAL_VOICE, VBR, DTX off, mono. Packets live
 * in `a`; there are frames / CONDITION_FRAME. */
BC_CHECK enum bc_status encode_packets(struct str **out, struct arena *a, const float *pcm,
                                       int64_t frames, const struct encode_settings *s);
/* Decodes with a fresh decoder at 48 kHz, pre-skip not removed: count * 960 samples. */
BC_CHECK enum bc_status decode_packets(float **out, struct arena *a, const struct str *packets,
                                       ptrdiff_t count);
struct str encode_version(void); /* opus_get_version_string */

#endif
