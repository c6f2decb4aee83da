/* condition, peak: trimmed to the sample, limited below the ceiling, untouched where nothing is due. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <ebur128.h>

#include "mix/condition.h"
#include "mix/peak.h"
#include "synth/engine.h"

enum { FRAMES = 3 * ENGINE_RATE_HZ };

static double db(double x)
{
    return 20 * log10(x);
}

/* libebur128's meter (four-fold), as another opinion; in dBTP. */
static double other_meter(const float *pcm, int64_t frames, unsigned rate)
{
    double peak;
    ebur128_state *s = ebur128_init(1, rate, EBUR128_MODE_TRUE_PEAK);
    ebur128_add_frames_float(s, pcm, (size_t)frames);
    ebur128_true_peak(s, 0, &peak);
    ebur128_destroy(&s);
    return db(peak);
}

static double our_meter(const float *pcm, int64_t frames)
{
    float peak = 0;
    for (int64_t i = -1; i < frames; i++)
        peak = fmaxf(peak, peak_after(pcm, frames, i));
    return db((double)peak);
}

/* Small xorshift, so that tests have the same noise everywhere. */
static double noise(uint32_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed / 2147483648.0 - 1;
}

enum shape { NOISE, CLICKS, SQUARE, BURSTS, HIGH_SINE, SHAPES };

static int16_t *make(struct arena *a, enum shape shape)
{
    int16_t *pcm = arena_array(a, int16_t, FRAMES);
    uint32_t seed = 12345;
    for (int i = 0; i < FRAMES; i++) {
        double x = 0;
        switch (shape) {
        case NOISE:
            x = noise(&seed);
            break;
        case CLICKS:
            x = i % 397 == 0 ? 1 : i % 397 == 1 ? -1 : 0.01;
            break;
        case SQUARE:
            x = i / 50 % 2 ? 1 : -1;
            break;
        case BURSTS:
            x = i / 2000 % 3 == 1 ? sin(i * 0.9) : 0.1 * sin(i * 0.2);
            break;
        default:
            x = sin(i * 2 * M_PI * 8000 / ENGINE_RATE_HZ);
            break;
        }
        pcm[i] = (int16_t)lround(32767 * x);
        pcm[i] = pcm[i] ? pcm[i] : 1;
    }
    return pcm;
}

/* EBU Tech 3341's true-peak cases: sines between whose samples the peak lies. */
static void reads_peaks_between_samples(void **state)
{
    (void)state;
    static const struct {
        double cycles, phase; /* per sample; degrees */
    } cases[] = {{1.0 / 4, 0}, {1.0 / 4, 45}, {1.0 / 6, 60}, {1.0 / 8, 67.5}, {0.4, 10}};
    float pcm[4800];
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        for (int i = 0; i < 4800; i++) {
            double fade = i < 480 ? i / 480.0 : i >= 4320 ? (4799 - i) / 480.0 : 1;
            pcm[i] = (float)(0.5 * fade *
                             sin(2 * M_PI * cases[c].cycles * i +
                                 cases[c].phase * M_PI / 180));
        }
        assert_true(fabs(our_meter(pcm, 4800) + 6.02) < 0.12);
        if (cases[c].cycles <= 0.25) /* what the quick meter is for */
            assert_true(fabs(db((double)peak_of_half_band(pcm, 4800)) -
                             our_meter(pcm, 4800)) < 1e-4);
    }
    float silent[10] = {0};
    assert_true(peak_of_half_band(silent, 10) == 0 && peak_of_half_band(silent, 0) == 0);
}

/* Its bound must hold, or the limiter would skip what matters. */
static void no_peak_outgrows_the_bound(void **state)
{
    (void)state;
    float worst = 0;
    for (int lane = 0; lane < 8; lane++)
        for (int shape = 0; shape < 8;
             shape++) { /* signs as the taps of one phase have them */
            float pcm[2 * PEAK_REACH];
            for (int i = 0; i < 2 * PEAK_REACH; i++) {
                double t = lane / 8.0 - (i - (PEAK_REACH - 1));
                pcm[i] = (t == 0 || sin(M_PI * t) / t > 0) ? 1 : -1;
                if (shape && i % shape == 0)
                    pcm[i] = -pcm[i];
            }
            worst = fmaxf(worst, peak_after(pcm, 2 * PEAK_REACH, PEAK_REACH - 1));
        }
    assert_true(worst <= PEAK_NEAR + PEAK_FAR && worst > 0.97f * (PEAK_NEAR + PEAK_FAR));
}

static void limits_whatever_comes(void **state)
{
    (void)state;
    for (int shape = 0; shape < SHAPES; shape++)
        for (int gain_cb = 0; gain_cb <= 2000; gain_cb += 500) {
            struct arena a = {0};
            struct conditioned c;
            assert_int_equal(condition_speech(&c, &a, make(&a, (enum shape)shape), FRAMES,
                                              gain_cb, (struct tone){0}),
                             BC_OK);
            double ours = our_meter(c.pcm, c.frames);
            double theirs = other_meter(c.pcm, c.frames, CONDITION_RATE_HZ);
            if (ours > -2.0 || theirs > -1.9 || ours < (c.limited ? -4.5 : -90))
                fail_msg("shape %d at %d cB: %.3f dBTP, by libebur128 %.3f", shape,
                         gain_cb, ours, theirs);
            arena_clear(&a);
        }
}

static void leaves_alone_what_is_low(void **state)
{
    (void)state;
    struct arena a = {0};
    uint32_t seed = 99;
    float *pcm = arena_array(&a, float, 48000), *copy = arena_array(&a, float, 48000);
    for (int i = 0; i < 48000; i++)
        pcm[i] = (float)(0.6 * sin(i * 0.07) + 0.05 * noise(&seed));
    assert_true(our_meter(pcm, 48000) < -2.0);
    memcpy(copy, pcm, 48000 * sizeof *pcm);
    assert_int_equal(condition_limit(pcm, 48000, CONDITION_RATE_HZ, &a), 0);
    assert_memory_equal(pcm, copy, 48000 * sizeof *pcm);
    /* One peak in it: limited around there, released, and untouched before. */
    pcm[24000] = copy[24000] = 1.2f;
    int64_t acted = condition_limit(pcm, 48000, CONDITION_RATE_HZ, &a);
    assert_in_range(acted, 200, 10000);
    assert_memory_equal(pcm, copy, (24000 - 2 * 120 - 2) * sizeof *pcm);
    assert_memory_equal(pcm + 47000, copy + 47000, 1000 * sizeof *pcm);
    for (int i = 1; i < 48000; i++) /* smoothly: no step in the gain */
        if (fabsf(copy[i]) > 0.2f && fabsf(copy[i - 1]) > 0.2f)
            assert_true(fabs(pcm[i] / copy[i] - pcm[i - 1] / copy[i - 1]) < 0.005);
    arena_clear(&a);
}

/* A tone between silences: cut to the sample, and where condition_map says. */
static void trims_to_the_sample(void **state)
{
    (void)state;
    struct arena a = {0};
    static const int leads[] = {0, 1, 777, 5000}, lengths[] = {1, 146, 147, 148, 22050};
    for (size_t l = 0; l < 4; l++)
        for (size_t n = 0; n < 5; n++) {
            int frames = leads[l] + lengths[n] + 1000;
            int16_t *pcm = arena_array(&a, int16_t, frames);
            for (int i = 0; i < lengths[n]; i++)
                pcm[leads[l] + i] = 10000;
            struct conditioned c;
            assert_int_equal(condition_speech(&c, &a, pcm, frames, 0, (struct tone){0}),
                             BC_OK);
            assert_int_equal(c.trimmed, leads[l]);
            assert_int_equal(c.speech_begin, CONDITION_FRAME);
            assert_true(
                llabs((c.speech_end - c.speech_begin) * 147 - lengths[n] * 160LL) <= 160);
            assert_int_equal(c.frames % CONDITION_FRAME, 0);
            assert_true(c.frames >= c.speech_end + CONDITION_LOOKAHEAD + CONDITION_FRAME);
            assert_true(c.frames <
                        c.speech_end + CONDITION_LOOKAHEAD + 2 * CONDITION_FRAME);
            for (int64_t i = 0; i < c.frames; i++)
                if (i < c.speech_begin || i >= c.speech_end)
                    assert_true(c.pcm[i] == 0);
            assert_int_equal(condition_map(&c, leads[l]), 960);
            assert_int_equal(condition_map(&c, 0), 960);
            assert_int_equal(condition_map(&c, 1 << 30), 2 * c.speech_end);
            assert_int_equal(condition_map(&c, leads[l] + 147),
                             lengths[n] < 147 ? 2 * c.speech_end : 960 + 320);
        }
    int16_t silent[5000] = {0};
    struct conditioned c;
    assert_int_equal(condition_speech(&c, &a, silent, 5000, 0, (struct tone){0}),
                     BC_EINPUT);
    assert_int_equal(condition_speech(&c, &a, silent, 0, 0, (struct tone){0}), BC_EINPUT);
    arena_clear(&a);
}

/* 1 kHz in, 1 kHz out: level by the gain, phase without delay. */
static void keeps_level_and_time(void **state)
{
    (void)state;
    struct arena a = {0};
    int16_t *pcm = arena_array(&a, int16_t, ENGINE_RATE_HZ);
    for (int i = 0; i < ENGINE_RATE_HZ; i++)
        pcm[i] = (int16_t)lround(8192 * cos(2 * M_PI * 1000 * i / ENGINE_RATE_HZ));
    struct conditioned c;
    assert_int_equal(
        condition_speech(&c, &a, pcm, ENGINE_RATE_HZ, -602, (struct tone){0}), BC_OK);
    assert_int_equal(c.limited, 0);
    for (int i = 1000; i < 23000; i++)
        assert_true(fabs(c.pcm[c.speech_begin + i] -
                         0.125 * cos(2 * M_PI * 1000 * i / CONDITION_RATE_HZ)) < 2e-4);
    arena_clear(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_peaks_between_samples),
        cmocka_unit_test(no_peak_outgrows_the_bound),
        cmocka_unit_test(limits_whatever_comes),
        cmocka_unit_test(leaves_alone_what_is_low),
        cmocka_unit_test(trims_to_the_sample),
        cmocka_unit_test(keeps_level_and_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
