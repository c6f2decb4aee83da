/* mix/pitch.h -- the median fundamental frequency of a voice.
 *
 * YIN (de Cheveigné and Kawahara, JASA 111, 2002) every 10 ms on the signal decimated to about
 * 12 kHz: the first minimum under the threshold of the cumulative mean normalised difference,
 * refined by a parabola.
 */
#ifndef BRIEFCAST_MIX_PITCH_H
#define BRIEFCAST_MIX_PITCH_H

#include <stdint.h>

#include "base/arena.h"

enum { PITCH_LEAST_HZ = 45, PITCH_MOST_HZ = 550 };

/* Median F0 in hertz over the voiced frames of mono `pcm`; 0 when there are none. rate_hz is at
 * least 8000. Takes about frames * 4 bytes of `scratch`. */
double pitch_median_hz(struct arena *scratch, const float *pcm, int64_t frames,
                       int rate_hz);

#endif
