/* mix/pitch.h -- the fundamental frequency of a voice: its middle, and how far it moves.
 *
 * YIN (de Cheveigné and Kawahara, JASA 111, 2002) every 10 ms on the signal decimated to about
 * 12 kHz: the first minimum under the threshold of the cumulative mean normalised difference,
 * refined by a parabola. What lies below 0.75 of the first quartile or above 1.5 of the third is an
 * octave too low or too high, and no part of the range (two passes, after De Looze and Hirst).
 */
#ifndef BRIEFCAST_MIX_PITCH_H
#define BRIEFCAST_MIX_PITCH_H

#include <stdint.h>

#include "base/arena.h"

enum { PITCH_LEAST_HZ = 45, PITCH_MOST_HZ = 550 };

struct pitch {
    double median_hz;       /* 0: nothing is voiced */
    double low_hz, high_hz; /* 10th and 90th percentile */
};

/* F0 of a frame that is voiced, and where that begins. */
struct pitch_frame {
    double hz, second;
};
/* All voiced frames of mono `pcm`, in order; how many. rate_hz is at least 8000. Takes about
 * frames * 4 bytes of `a`, where *out lives. */
int64_t pitch_track(struct pitch_frame **out, struct arena *a, const float *pcm,
                    int64_t frames, int rate_hz);

/* F0 over the voiced frames of mono `pcm`; as pitch_track. */
struct pitch pitch_measure(struct arena *scratch, const float *pcm, int64_t frames,
                           int rate_hz);

/* From the 10th to the 90th percentile, in semitones. */
double pitch_range_st(struct pitch p);

#endif
