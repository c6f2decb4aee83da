/* mix/tone.h -- a voice made darker or brighter: two second-order filters, after R. Bristow-Johnson's
 * Audio EQ Cookbook.
 *
 * Tilt is a high shelf about TONE_SHELF_HZ, with the gentlest slope, so that the spectrum leans rather
 * than steps; presence is a peak about TONE_PEAK_HZ, an octave and a half wide. Both are smooth over
 * more than an octave: within a formant's width (about 100 Hz) the gain moves by less than 0.6 dB with
 * the largest values, so that formants stay where they are.
 */
#ifndef BRIEFCAST_MIX_TONE_H
#define BRIEFCAST_MIX_TONE_H

#include <stdbool.h>
#include <stdint.h>

enum {
    TONE_SHELF_HZ = 1500,
    TONE_PEAK_HZ = 3200,
    TONE_TILT_MOST_CB = 600,
    TONE_PRESENCE_MOST_CB = 400,
};

/* 1/100 dB; 0: not a bit is changed. */
struct tone {
    int tilt_cb;     /* far above the shelf's middle, half of it there */
    int presence_cb; /* at the peak */
};

bool tone_is_valid(struct tone t);
/* Filters mono `pcm` in place, from silence; the level below the shelf stays. rate_hz is at least 16000. */
void tone_apply(struct tone t, float *pcm, int64_t frames, int rate_hz);
/* What that does to a steady sound of hz, in dB. */
double tone_gain_db(struct tone t, double hz, int rate_hz);

#endif
