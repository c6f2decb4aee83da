/* mix/spectrum.h -- where the weight of a voice's spectrum lies: bright or dark. */
#ifndef BRIEFCAST_MIX_SPECTRUM_H
#define BRIEFCAST_MIX_SPECTRUM_H

#include <stdint.h>

#include "base/arena.h"

enum { SPECTRUM_MOST_HZ = 8000 };

/* Spectral centroid in hertz of mono `pcm` up to SPECTRUM_MOST_HZ: the mean of the frequencies
 * weighted with the long-term mean amplitude (Hann windows of 2048 samples, half overlapping;
 * silence does not count, nor does the level). 0 for silence. */
double spectrum_centroid_hz(struct arena *scratch, const float *pcm, int64_t frames,
                            int rate_hz);

#endif
