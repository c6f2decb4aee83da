/* mix/loudness.h -- how loud it is. (libebur128; ITU-R BS.1770-4, EBU R 128)
 *
 * A clip carries the K-weighted energy of each 20 ms packet as decoded. A gating block is 20 of
 * them, stepped by 5 (400 ms, 75 % overlap), so the integrated loudness of an episode is computed
 * from its clips without decoding.
 */
#ifndef BRIEFCAST_MIX_LOUDNESS_H
#define BRIEFCAST_MIX_LOUDNESS_H

#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "base/str.h"

enum {
    LOUDNESS_TARGET_CB = -1900,
    LOUDNESS_PEAK_MOST_CB = -100,
    LOUDNESS_SILENCE_CB = -12000,
    LOUDNESS_R128_CB =
        -2300, /* what R128_TRACK_GAIN refers to (RFC 7845 section 5.2.1) */
};

/* Measures a decoded clip at 48 kHz, whole packets: energies_cb[i] is the K-weighted mean square of
 * packet i in 1/100 dB ("LKFS" of that packet alone, at least LOUDNESS_SILENCE_CB); *true_peak_cb
 * its true peak in 1/100 dBTP, rounded up. */
BC_CHECK enum bc_status loudness_measure(int **energies_cb, int *true_peak_cb,
                                         struct arena *a, const float *pcm,
                                         int64_t frames);
/* The true peak of what may have more than half the band, as a decoded sound, in 1/100 dBTP. */
int loudness_true_peak(const float *pcm, int64_t frames);
/* The integrated loudness of a sound at any rate in 1/100 LUFS; of one that is shorter than a gating
 * block, the loudness of the whole. LOUDNESS_SILENCE_CB when nothing of it reaches the absolute
 * gate. */
BC_CHECK enum bc_status loudness_of_sound(int *out_cb, const float *pcm, int64_t frames,
                                          int rate_hz);
/* For the clip key. Lives in `a`. */
struct str loudness_version(struct arena *a);

/* Integrated loudness in 1/100 LUFS of packets in order (pauses are LOUDNESS_SILENCE_CB), with both
 * gates; LOUDNESS_SILENCE_CB when everything is below the absolute gate, or shorter than a block. */
int loudness_integrated(const int *energies_cb, int64_t packets);

/* The correction in the header's output gain (1/256 dB, RFC 7845 section 5.1) that brings
 * `integrated_cb` to the target without lifting `true_peak_cb` over LOUDNESS_PEAK_MOST_CB. 0 for
 * silence. */
int loudness_output_gain_q8(int integrated_cb, int true_peak_cb);

/* Between the header's 1/256 dB and 1/100 dB, to the nearest. */
int loudness_q8_to_cb(int q8);
int loudness_cb_to_q8(int cb);

#endif
