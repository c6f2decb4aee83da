#include "mix/spectrum.h"

#include <math.h>

enum { SIZE = 2048, HOP = SIZE / 2 };
#define TAU 6.283185307179586
#define QUIET 0.03 /* of the loudest window's amplitude: taken for silence */

struct complex {
    double re, im;
};

/* Discrete Fourier transform of SIZE points in place (radix 2, decimation in time). `roots` are
 * exp(-i tau k / SIZE) for k < SIZE / 2. */
static void transform(struct complex *x, const struct complex *roots)
{
    for (int i = 1, k = 0; i < SIZE; i++) {
        int bit = SIZE / 2;
        for (; k & bit; bit /= 2)
            k ^= bit;
        k ^= bit;
        if (i < k) {
            struct complex swap = x[i];
            x[i] = x[k];
            x[k] = swap;
        }
    }
    for (int half = 1; half < SIZE; half *= 2) {
        for (int i = 0; i < SIZE; i += 2 * half) {
            for (int k = 0; k < half; k++) {
                struct complex w = roots[k * (SIZE / 2 / half)];
                struct complex *p = &x[i + k], *q = &x[i + k + half];
                struct complex t = {w.re * q->re - w.im * q->im,
                                    w.re * q->im + w.im * q->re};
                *q = (struct complex){p->re - t.re, p->im - t.im};
                *p = (struct complex){p->re + t.re, p->im + t.im};
            }
        }
    }
}

static double amplitude(const float *x)
{
    double sum = 0;
    for (int i = 0; i < SIZE; i++)
        sum += (double)x[i] * x[i];
    return sqrt(sum / SIZE);
}

double spectrum_centroid_hz(struct arena *scratch, const float *pcm, int64_t frames,
                            int rate_hz)
{
    struct complex *x = arena_array(scratch, struct complex, SIZE);
    struct complex *roots = arena_array(scratch, struct complex, SIZE / 2);
    double *sum = arena_array(scratch, double, SIZE / 2);
    double loudest = 0, weight = 0, moment = 0, width = (double)rate_hz / SIZE;
    for (int k = 0; k < SIZE / 2; k++)
        roots[k] = (struct complex){cos(TAU * k / SIZE), -sin(TAU * k / SIZE)};
    for (int64_t at = 0; at + SIZE <= frames; at += HOP)
        loudest = fmax(loudest, amplitude(pcm + at));
    for (int64_t at = 0; at + SIZE <= frames; at += HOP) {
        if (amplitude(pcm + at) <= QUIET * loudest)
            continue;
        for (int i = 0; i < SIZE; i++)
            x[i] = (struct complex){
                (double)pcm[at + i] * (0.5 - 0.5 * cos(TAU * i / SIZE)), 0};
        transform(x, roots);
        for (int k = 1; k < SIZE / 2; k++)
            sum[k] += hypot(x[k].re, x[k].im);
    }
    for (int k = 1; k < SIZE / 2 && k * width <= SPECTRUM_MOST_HZ; k++) {
        weight += sum[k];
        moment += sum[k] * k * width;
    }
    return weight > 0 ? moment / weight : 0;
}
