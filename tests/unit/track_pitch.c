/* track_pitch -- for tests/prosody.py: the F0 contour of stretches of an episode.
 *
 * usage: track_pitch FILE < "from to" in seconds, a line each. FILE is 32-bit float PCM, mono, 48 kHz.
 * Prints for each how many seconds of it are silence (100 ms or more below a hundredth of its loudest), and
 * F0 in Hz of every voiced frame that is no octave off (mix/pitch.h). */
#include <math.h>
#include <stdio.h>

#include "base/file.h"
#include "mix/pitch.h"

enum { RATE_HZ = 48000, HOP = RATE_HZ / 100, STILL_HOPS = 10 };

static double peak(const float *x)
{
    double most = 0;
    for (int i = 0; i < HOP; i++)
        most = fmax(most, fabs((double)x[i]));
    return most;
}

static double silence(const float *x, int64_t frames)
{
    double loudest = 0, seconds = 0;
    int run = 0;
    for (int64_t i = 0; i + HOP <= frames; i += HOP)
        loudest = fmax(loudest, peak(x + i));
    for (int64_t i = 0; i + HOP <= frames; i += HOP) {
        run = peak(x + i) < loudest / 100 ? run + 1 : 0;
        seconds += run == STILL_HOPS ? STILL_HOPS / 100.0 : run > STILL_HOPS ? 0.01 : 0;
    }
    return seconds;
}

int main(int count, char **arguments)
{
    struct arena a = {0};
    struct str bytes;
    double from, to;
    if (count != 2 || file_read_quiet(&bytes, &a, arguments[1], INT64_MAX / 2) != BC_OK) {
        fprintf(stderr, "usage: track_pitch FILE\n");
        return 1;
    }
    const float *pcm = (const float *)(const void *)bytes.ptr;
    int64_t frames = bytes.len / (int64_t)sizeof *pcm;
    while (scanf("%lf %lf", &from, &to) == 2) {
        struct arena own = {0};
        struct pitch_frame *track;
        int64_t begin = llround(from * RATE_HZ), end = llround(to * RATE_HZ);
        if (begin < 0 || begin > end || end > frames)
            return 1;
        int64_t voiced = pitch_track(&track, &own, pcm + begin, end - begin, RATE_HZ);
        double middle = pitch_measure(&own, pcm + begin, end - begin, RATE_HZ).median_hz;
        printf("%.2f", silence(pcm + begin, end - begin));
        for (int64_t i = 0; i < voiced; i++)
            if (track[i].hz > 0.6 * middle && track[i].hz < 1.6 * middle)
                printf(" %.1f", track[i].hz);
        putchar('\n');
        arena_clear(&own);
    }
    arena_clear(&a);
    return 0;
}
