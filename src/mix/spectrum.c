#include "mix/spectrum.h"

#include <math.h>

enum {
    SIZE = 2048,
    HOP = SIZE / 2,
    THIRDS = 19, /* of an octave, from 125 Hz to 8 kHz */
    TILT_LEAST_HZ = 125,
    FIRST_BARK = 3,
    HALF_BARK = 2, /* half the base of a triangle */
};
#define TAU 6.283185307179586
#define POWER_LEAST 1e-12
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

/* Adds the amplitude and the power of every window that is no silence. */
static void average(struct arena *scratch, const float *pcm, int64_t frames,
                    double *amplitudes, double *powers)
{
    struct complex *x = arena_array(scratch, struct complex, SIZE);
    struct complex *roots = arena_array(scratch, struct complex, SIZE / 2);
    double loudest = 0;
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
        for (int k = 1; k < SIZE / 2; k++) {
            amplitudes[k] += hypot(x[k].re, x[k].im);
            powers[k] += x[k].re * x[k].re + x[k].im * x[k].im;
        }
    }
}

static double centroid(const double *amplitudes, double width)
{
    double weight = 0, moment = 0;
    for (int k = 1; k < SIZE / 2 && k * width <= SPECTRUM_MOST_HZ; k++) {
        weight += amplitudes[k];
        moment += amplitudes[k] * k * width;
    }
    return weight > 0 ? moment / weight : 0;
}

static double decibels(double power)
{
    return 10 * log10(fmax(power, POWER_LEAST));
}

/* The slope of a straight line through the densities of third octaves, every one as heavy. */
static double tilt(const double *powers, double width)
{
    double sum_x = 0, sum_y = 0, sum_xx = 0, sum_xy = 0;
    for (int i = 0; i < THIRDS; i++) {
        double middle = TILT_LEAST_HZ * exp2(i / 3.0), power = 0, x = i / 3.0;
        int first = (int)ceil(middle * exp2(-1 / 6.0) / width),
            end = (int)ceil(middle * exp2(1 / 6.0) / width);
        for (int k = first; k < end && k < SIZE / 2; k++)
            power += powers[k] / (end - first);
        double y = decibels(power);
        sum_x += x;
        sum_y += y;
        sum_xx += x * x;
        sum_xy += x * y;
    }
    return (THIRDS * sum_xy - sum_x * sum_y) / (THIRDS * sum_xx - sum_x * sum_x);
}

static double bark(double hz)
{
    return 26.81 * hz / (1960 + hz) - 0.53;
}

static void bands(double *out_db, const double *powers, double width)
{
    double sums[VOICEPRINT_BANDS] = {0}, mean = 0;
    for (int k = 1; k < SIZE / 2; k++) {
        double z = bark(k * width);
        for (int i = 0; i < VOICEPRINT_BANDS; i++)
            sums[i] += powers[k] * fmax(0, 1 - fabs(z - FIRST_BARK - i) / HALF_BARK);
    }
    for (int i = 0; i < VOICEPRINT_BANDS; i++) {
        out_db[i] = decibels(sums[i]);
        mean += out_db[i] / VOICEPRINT_BANDS;
    }
    for (int i = 0; i < VOICEPRINT_BANDS; i++)
        out_db[i] -= mean;
}

struct spectrum spectrum_measure(struct arena *scratch, const float *pcm, int64_t frames,
                                 int rate_hz)
{
    struct spectrum out = {0};
    double *amplitudes = arena_array(scratch, double, SIZE / 2);
    double *powers = arena_array(scratch, double, SIZE / 2);
    double width = (double)rate_hz / SIZE;
    average(scratch, pcm, frames, amplitudes, powers);
    out.centroid_hz = centroid(amplitudes, width);
    if (out.centroid_hz > 0) {
        out.tilt_db = tilt(powers, width);
        bands(out.bands_db, powers, width);
    }
    return out;
}
