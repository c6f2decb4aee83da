/* mix/peak.h -- true peak: how far a signal swings, between its samples too. (ITU-R BS.1770-4 Annex 2)
 *
 * Annex 2 asks for at least four-fold oversampling of 48 kHz; this meter takes eight points from
 * sample to sample at any rate (a sine is read at most 0.1 dB low up to 0.4 of the rate), and takes
 * them only where they can matter.
 */
#ifndef BRIEFCAST_MIX_PEAK_H
#define BRIEFCAST_MIX_PEAK_H

#include <stdint.h>

/* What peak_after() can find at most: PEAK_NEAR times the larger of the two samples on both sides
 * plus PEAK_FAR times the largest of all within PEAK_REACH. */
#define PEAK_NEAR 1.28f
#define PEAK_FAR 1.10f
enum { PEAK_REACH = 12 };

/* The largest magnitude from sample `at` (included) to the next (not included), full scale 1.0.
 * What lies outside of the `frames` samples counts as silence. */
float peak_after(const float *pcm, int64_t frames, int64_t at);

/* The true peak of a signal. */
float peak_of(const float *pcm, int64_t frames);

/* The true peak of a signal that ends at a quarter of its sampling rate, as our decoded speech does
 * (encoded from 24 kHz, decoded at 48). */
float peak_of_half_band(const float *pcm, int64_t frames);

#endif
