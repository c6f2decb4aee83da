#include "mix/tone.h"

#include <complex.h>
#include <math.h>

#define PEAK_Q 0.9
#define SHELF_SLOPE 0.5 /* of the cookbook's S: 1 is the steepest without a bump */

static const double two_pi = 6.283185307179586;

struct biquad {
    double b0, b1, b2, a1, a2;
};

static struct biquad shelf(int cb, int rate_hz)
{
    double a = pow(10, cb / 4000.0), w = two_pi * TONE_SHELF_HZ / rate_hz, c = cos(w);
    double alpha = sin(w) / 2 * sqrt((a + 1 / a) * (1 / SHELF_SLOPE - 1) + 2);
    double root = 2 * sqrt(a) * alpha, a0 = (a + 1) - (a - 1) * c + root;
    return (struct biquad){
        a * ((a + 1) + (a - 1) * c + root) / a0, -2 * a * ((a - 1) + (a + 1) * c) / a0,
        a * ((a + 1) + (a - 1) * c - root) / a0, 2 * ((a - 1) - (a + 1) * c) / a0,
        ((a + 1) - (a - 1) * c - root) / a0};
}

static struct biquad peak(int cb, int rate_hz)
{
    double a = pow(10, cb / 4000.0), w = two_pi * TONE_PEAK_HZ / rate_hz, c = cos(w);
    double alpha = sin(w) / (2 * PEAK_Q), a0 = 1 + alpha / a;
    return (struct biquad){(1 + alpha * a) / a0, -2 * c / a0, (1 - alpha * a) / a0,
                           -2 * c / a0, (1 - alpha / a) / a0};
}

static void run(struct biquad f, float *pcm, int64_t frames)
{
    double one = 0, two = 0; /* transposed direct form II */
    for (int64_t i = 0; i < frames; i++) {
        double x = (double)pcm[i], y = f.b0 * x + one;
        one = f.b1 * x - f.a1 * y + two;
        two = f.b2 * x - f.a2 * y;
        pcm[i] = (float)y;
    }
}

static double gain(struct biquad f, double hz, int rate_hz)
{
    double complex z = cexp(-I * two_pi * hz / rate_hz);
    return cabs((f.b0 + f.b1 * z + f.b2 * z * z) / (1 + f.a1 * z + f.a2 * z * z));
}

bool tone_is_valid(struct tone t)
{
    return t.tilt_cb >= -TONE_TILT_MOST_CB && t.tilt_cb <= TONE_TILT_MOST_CB &&
           t.presence_cb >= -TONE_PRESENCE_MOST_CB &&
           t.presence_cb <= TONE_PRESENCE_MOST_CB;
}

void tone_apply(struct tone t, float *pcm, int64_t frames, int rate_hz)
{
    if (t.tilt_cb)
        run(shelf(t.tilt_cb, rate_hz), pcm, frames);
    if (t.presence_cb)
        run(peak(t.presence_cb, rate_hz), pcm, frames);
}

double tone_gain_db(struct tone t, double hz, int rate_hz)
{
    return 20 * log10(gain(shelf(t.tilt_cb, rate_hz), hz, rate_hz) *
                      gain(peak(t.presence_cb, rate_hz), hz, rate_hz));
}
