#include "mix/pitch.h"

#include <math.h>
#include <stdlib.h>

enum {
    WORKING_RATE_HZ = 12000,
    HOP_MS = 10,
    WINDOW_MS = 30,
};
#define APERIODICITY_MOST 0.15 /* YIN's absolute threshold */
#define QUIET 0.03             /* of the loudest frame's amplitude: taken for silence */

static int by_value(const void *x, const void *y)
{
    double a = *(const double *)x, b = *(const double *)y;
    return (a > b) - (a < b);
}

/* Every step-th sample of `pcm` after a triangular low-pass, the square of a mean over `step`. */
static float *decimate(struct arena *scratch, const float *pcm, int64_t frames, int step,
                       int64_t *count)
{
    *count = frames / step > 2 ? frames / step - 2 : 0;
    float *out = arena_array(scratch, float, *count);
    for (int64_t i = 0; i < *count; i++) {
        float sum = 0;
        for (int k = 1 - step; k < step; k++)
            sum += pcm[(i + 1) * step + k] * (float)(step - abs(k));
        out[i] = sum / (float)(step * step);
    }
    return out;
}

static double amplitude(const float *x, int window)
{
    double sum = 0;
    for (int i = 0; i < window; i++)
        sum += (double)x[i] * x[i];
    return sqrt(sum / window);
}

/* The period of x in samples, 0 when it has none. x holds window + most + 1 samples. */
static double period(const float *x, int window, int least, int most, double *norm)
{
    double sum = 0;
    norm[0] = 1;
    for (int lag = 1; lag <= most + 1; lag++) {
        float difference = 0;
        for (int i = 0; i < window; i++) {
            float d = x[i] - x[i + lag];
            difference += d * d;
        }
        sum += (double)difference;
        norm[lag] = sum > 0 ? (double)difference * lag / sum : 1;
    }
    int lag = least;
    while (lag <= most && norm[lag] >= APERIODICITY_MOST)
        lag++;
    if (lag > most)
        return 0;
    while (lag < most && norm[lag + 1] < norm[lag])
        lag++;
    double before = norm[lag - 1], here = norm[lag], after = norm[lag + 1];
    double curve = before - 2 * here + after;
    return curve > 0 ? lag + (before - after) / (2 * curve) : lag;
}

int64_t pitch_track(struct pitch_frame **out, struct arena *a, const float *pcm,
                    int64_t frames, int rate_hz)
{
    int step = rate_hz / WORKING_RATE_HZ > 1 ? rate_hz / WORKING_RATE_HZ : 1;
    int rate = rate_hz / step, hop = rate * HOP_MS / 1000,
        window = rate * WINDOW_MS / 1000;
    int least = rate / PITCH_MOST_HZ, most = rate / PITCH_LEAST_HZ;
    int64_t count, voiced = 0;
    const float *x = decimate(a, pcm, frames, step, &count);
    int64_t places =
        count > window + most + 2 ? (count - window - most - 2) / hop + 1 : 0;
    struct pitch_frame *found = arena_array(a, struct pitch_frame, places);
    double *norm = arena_array(a, double, most + 2);
    double loudest = 0;
    for (int64_t i = 0; i < places; i++)
        loudest = fmax(loudest, amplitude(x + i * hop, window));
    for (int64_t i = 0; i < places; i++) {
        if (amplitude(x + i * hop, window) <= QUIET * loudest)
            continue;
        double p = period(x + i * hop, window, least, most, norm);
        if (p > 0)
            found[voiced++] = (struct pitch_frame){rate / p, (double)(i * hop) / rate};
    }
    *out = found;
    return voiced;
}

struct pitch pitch_measure(struct arena *scratch, const float *pcm, int64_t frames,
                           int rate_hz)
{
    struct pitch_frame *track;
    int64_t voiced = pitch_track(&track, scratch, pcm, frames, rate_hz);
    double *found = arena_array(scratch, double, voiced);
    for (int64_t i = 0; i < voiced; i++)
        found[i] = track[i].hz;
    if (voiced == 0)
        return (struct pitch){0};
    qsort(found, (size_t)voiced, sizeof *found, by_value);
    double floor_hz = 0.75 * found[voiced / 4], ceiling_hz = 1.5 * found[3 * voiced / 4];
    int64_t first = 0, end = voiced;
    while (found[first] < floor_hz)
        first++;
    while (found[end - 1] > ceiling_hz)
        end--;
    return (struct pitch){found[voiced / 2], found[first + (end - first) / 10],
                          found[end - 1 - (end - first) / 10]};
}

double pitch_range_st(struct pitch p)
{
    return p.low_hz > 0 ? 12 * log2(p.high_hz / p.low_hz) : 0;
}
