/* Tilt and presence: what they do to the spectrum, and that they do nothing at 0. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "mix/condition.h"
#include "mix/tone.h"

enum { RATE = CONDITION_RATE_HZ, FRAMES = RATE / 2 };

static void fill(float *pcm, double hz)
{
    for (int i = 0; i < FRAMES; i++)
        pcm[i] = (float)(0.25 * sin(2 * 3.141592653589793 * hz * i / RATE));
}

static double level_db(const float *pcm)
{
    double sum = 0;
    for (int i = FRAMES / 2; i < FRAMES; i++) /* settled */
        sum += (double)pcm[i] * (double)pcm[i];
    return 10 * log10(sum);
}

static void nothing_at_zero(void **state)
{
    (void)state;
    static float pcm[FRAMES], same[FRAMES];
    fill(pcm, 440);
    memcpy(same, pcm, sizeof pcm);
    tone_apply((struct tone){0}, pcm, FRAMES, RATE);
    assert_memory_equal(pcm, same, sizeof pcm);
}

static void filters_as_it_says(void **state)
{
    (void)state;
    static const struct tone tones[] = {
        {-300, 0}, {300, 0}, {0, 200}, {0, -200}, {-600, 400}};
    static const double hz[] = {100, 300, 700, 1500, 2500, 3200, 5000, 8000};
    static float pcm[FRAMES], same[FRAMES];
    for (size_t t = 0; t < sizeof tones / sizeof *tones; t++)
        for (size_t k = 0; k < sizeof hz / sizeof *hz; k++) {
            fill(pcm, hz[k]);
            double before = level_db(pcm);
            memcpy(same, pcm, sizeof pcm);
            tone_apply(tones[t], pcm, FRAMES, RATE);
            assert_true(fabs(level_db(pcm) - before -
                             tone_gain_db(tones[t], hz[k], RATE)) < 0.05);
            tone_apply(tones[t], same, FRAMES, RATE); /* the same bits again */
            assert_memory_equal(pcm, same, sizeof pcm);
        }
    assert_true(fabs(tone_gain_db((struct tone){-400, 0}, TONE_SHELF_HZ, RATE) + 2) <
                0.01);
    assert_true(fabs(tone_gain_db((struct tone){0, 300}, TONE_PEAK_HZ, RATE) - 3) < 0.01);
}

/* A formant is about 100 Hz wide: so little slope over it does not move its peak. */
static void leaves_formants_where_they_are(void **state)
{
    (void)state;
    for (int sign = -1; sign <= 1; sign += 2) {
        struct tone most = {sign * TONE_TILT_MOST_CB, -sign * TONE_PRESENCE_MOST_CB};
        for (double hz = 200; hz < 8000; hz += 50)
            assert_true(fabs(tone_gain_db(most, hz + 50, RATE) -
                             tone_gain_db(most, hz - 50, RATE)) < 0.6);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_at_zero),
        cmocka_unit_test(filters_as_it_says),
        cmocka_unit_test(leaves_formants_where_they_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
