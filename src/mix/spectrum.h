/* mix/spectrum.h -- the long-term average spectrum of a voice: its timbre.
 *
 * Hann windows of 2048 samples, half overlapping; silence does not count. The bands are triangles of
 * two Bark to either side, a Bark apart (Traunmüller, JASA 88, 1990), so that they hold formants and
 * the slope of the spectrum rather than single harmonics of a high voice.
 */
#ifndef BRIEFCAST_MIX_SPECTRUM_H
#define BRIEFCAST_MIX_SPECTRUM_H

#include <stdint.h>

#include "base/arena.h"
#include "voice/voiceprint.h"

enum { SPECTRUM_MOST_HZ = 8000 };

struct spectrum {
    double
        centroid_hz; /* mean of the frequencies, weighted with the mean amplitude; 0: silence */
    double tilt_db; /* slope of the density between 125 Hz and 8 kHz, dB an octave */
    double bands_db[VOICEPRINT_BANDS]; /* 3, 4, ... Bark; relative to their mean */
};

/* Measures mono `pcm` up to SPECTRUM_MOST_HZ; rate_hz is at least 16000. The level does not count. */
struct spectrum spectrum_measure(struct arena *scratch, const float *pcm, int64_t frames,
                                 int rate_hz);

#endif
