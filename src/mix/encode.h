/* mix/encode.h -- PCM to Opus packets and back. (libopus)
 *
 * Complexity, measured on 75 sentences in 16 voices (552 s of speech), 24 kbit/s, SNR and log
 * spectral distance (LSD) of the decoded signal:
 *
 *     complexity   CPU s/h   kbit/s   SNR dB   LSD dB
 *              5      19.7     24.1    10.25     7.14
 *              6      26.0     24.3    10.27     6.96
 *              7      28.6     24.3    10.26     6.96
 *         8 = 10      36.7     24.4    10.27     6.85
 *     5 at 32 k       20.1     31.5    10.50     6.21
 *
 * From 5 to 6 costs a third more time for a fortieth of the distance: bits do more than time.
 */
#ifndef BRIEFCAST_MIX_ENCODE_H
#define BRIEFCAST_MIX_ENCODE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "base/str.h"

enum {
    ENCODE_BITRATE = 24000,
    ENCODE_COMPLEXITY = 5,
    ENCODE_PACKET_48K = 960, /* samples of one packet at 48 kHz */
    ENCODE_PRE_SKIP = 312,   /* at 48 kHz: the look-ahead (RFC 7845 section 4.2) */
};
/* A packet of digital silence: CELT, 20 ms, mono. */
extern const struct str encode_silence;

struct encode_settings {
    int bitrate;    /* bit/s, 6000..256000 */
    int complexity; /* 0..10 */
    bool music; /* a sound, at CONDITION_SOUND_HZ; else speech, at CONDITION_RATE_HZ */
};

/* Encodes whole packets with a fresh encoder: AUDIO, SIGNAL_VOICE (or _MUSIC), VBR, DTX off, mono. Packets live
 * in `a`; there are frames / CONDITION_FRAME (of music, half of that). `apart` (may be NULL): for each packet, whether to
 * encode it without prediction from those before. BC_EBUG: no whole packets, settings out of
 * range, or libopus failed. */
BC_CHECK enum bc_status encode_packets(struct str **out, struct arena *a,
                                       const float *pcm, int64_t frames,
                                       const struct encode_settings *s,
                                       const bool *apart);
/* Decodes with a fresh decoder at 48 kHz, pre-skip not removed: count * 960 samples. */
BC_CHECK enum bc_status decode_packets(float **out, struct arena *a,
                                       const struct str *packets, ptrdiff_t count);
/* Where the encoder ran away. SILK's predictor (libopus 1.3.1) at times breaks loose when a steady
 * voice stops at once: at every complexity; of 268 sentences, half an hour, in 7 by more than is
 * allowed here, in one of them to full scale for 10 ms out of near silence. Marks in `apart` the
 * packets around each place where `decoded` (at 48 kHz, as from decode_packets) is far above all of
 * `pcm` within some 4 ms; returns how many it newly marked. Encoded apart, they behave. */
ptrdiff_t encode_runaways(bool *apart, const float *pcm, const float *decoded,
                          ptrdiff_t count);
struct str encode_version(void); /* opus_get_version_string */

#endif
