/* loudness: what is put together from packets is what a whole-signal meter measures. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <ebur128.h>

#include "mix/encode.h"
#include "mix/loudness.h"

enum { RATE = 48000 };

/* Integrated loudness in LUFS by libebur128 itself. */
static double reference(const float *pcm, int64_t frames)
{
    double lufs;
    ebur128_state *s = ebur128_init(1, RATE, EBUR128_MODE_I);
    ebur128_add_frames_float(s, pcm, (size_t)frames);
    ebur128_loudness_global(s, &lufs);
    ebur128_destroy(&s);
    return lufs;
}

static int integrated(struct arena *a, const float *pcm, int64_t frames, int *peak_cb)
{
    int *energies;
    assert_int_equal(loudness_measure(&energies, peak_cb, a, pcm, frames), BC_OK);
    return loudness_integrated(energies, frames / ENCODE_PACKET_48K);
}

/* EBU Tech 3341, case 1 for one channel: 1 kHz at -23 dBFS is -23 LUFS less 3.01 (mono). */
static void measures_the_standards_tone(void **state)
{
    (void)state;
    struct arena a = {0};
    int64_t frames = 20 * RATE;
    float *pcm = arena_array(&a, float, frames);
    for (int64_t i = 0; i < frames; i++)
        pcm[i] = (float)(pow(10, -23 / 20.0) * sin(2 * M_PI * 1000 * (double)i / RATE));
    int peak_cb;
    assert_in_range(-integrated(&a, pcm, frames, &peak_cb), 2591, 2611);
    assert_in_range(-peak_cb, 2297, 2301);
    arena_clear(&a);
}

/* Levels that exercise both gates: speech-like bursts, a loud and a soft part, long pauses. */
static void agrees_with_libebur128(void **state)
{
    (void)state;
    for (int kind = 0; kind < 5; kind++) {
        struct arena a = {0};
        int64_t frames = 40 * RATE;
        float *pcm = arena_array(&a, float, frames);
        uint32_t seed = 7;
        double low = 0;
        for (int64_t i = 0; i < frames; i++) {
            seed = seed * 1664525 + 1013904223;
            low += 0.2 * ((int32_t)seed / 2147483648.0 - low);
            double level = kind == 0   ? 0.5
                           : kind == 1 ? (i / RATE % 2 ? 0.5 : 0)
                           : kind == 2 ? (i < frames / 2 ? 0.6 : 0.05)
                           : kind == 3 ? (i / (RATE / 7) % 3 ? 0.3 : 0.01)
                                       : (i % (5 * RATE) < RATE / 3 ? 0.9 : 0);
            pcm[i] = (float)(low * level);
        }
        int peak_cb;
        double ours = integrated(&a, pcm, frames, &peak_cb) / 100.0,
               theirs = reference(pcm, frames);
        if (fabs(ours - theirs) > 0.05)
            fail_msg("kind %d: %.3f LUFS, by libebur128 %.3f", kind, ours, theirs);
        arena_clear(&a);
    }
}

/* Clips measured apart and put together with pauses = the whole signal measured. */
static void clips_add_up(void **state)
{
    (void)state;
    enum { CLIPS = 6, CLIP = 120, PAUSE = 25 };
    struct arena a = {0};
    int64_t packets = CLIPS * (CLIP + PAUSE);
    float *pcm = arena_array(&a, float, packets *ENCODE_PACKET_48K);
    int *all = arena_array(&a, int, packets), peak_cb;
    uint32_t seed = 3;
    for (int c = 0; c < CLIPS; c++) {
        int64_t at = (int64_t)c * (CLIP + PAUSE);
        float *clip = pcm + at * ENCODE_PACKET_48K;
        for (int i = ENCODE_PACKET_48K; i < (CLIP - 2) * ENCODE_PACKET_48K; i++) {
            seed = seed * 1664525 + 1013904223;
            clip[i] = (float)((0.1 + 0.05 * c) * sin(i * 0.05) * ((i >> 11) % 3) +
                              (int32_t)seed / 2147483648.0 * 0.02);
        }
        int *energies;
        assert_int_equal(
            loudness_measure(&energies, &peak_cb, &a, clip, CLIP * ENCODE_PACKET_48K),
            BC_OK);
        memcpy(all + at, energies, CLIP * sizeof *all);
        for (int i = CLIP; i < CLIP + PAUSE; i++)
            all[at + i] = LOUDNESS_SILENCE_CB;
    }
    double ours = loudness_integrated(all, packets) / 100.0;
    assert_true(fabs(ours - reference(pcm, packets * ENCODE_PACKET_48K)) < 0.05);
    arena_clear(&a);
}

static void silence_has_no_loudness(void **state)
{
    (void)state;
    struct arena a = {0};
    float *pcm = arena_array(&a, float, RATE);
    int peak_cb, *energies;
    assert_int_equal(integrated(&a, pcm, RATE / 10 * 9, &peak_cb), LOUDNESS_SILENCE_CB);
    assert_int_equal(peak_cb, LOUDNESS_SILENCE_CB);
    assert_int_equal(loudness_measure(&energies, &peak_cb, &a, pcm, 0), BC_OK);
    assert_int_equal(loudness_integrated(energies, 0), LOUDNESS_SILENCE_CB);
    int loud[19];
    for (int i = 0; i < 19; i++)
        loud[i] = -1000;
    assert_int_equal(loudness_integrated(loud, 19),
                     LOUDNESS_SILENCE_CB); /* no whole block */
    arena_clear(&a);
}

static void gain_stays_below_the_peak(void **state)
{
    (void)state;
    assert_int_equal(loudness_output_gain_q8(-1900, -500), 0);
    assert_int_equal(loudness_output_gain_q8(-1950, -500), 128);
    assert_int_equal(loudness_output_gain_q8(-1850, -500), -128);
    assert_int_equal(loudness_output_gain_q8(-2400, -200), 256); /* peak: 1 dB of room */
    assert_int_equal(loudness_output_gain_q8(-2400, -50),
                     -128); /* down, though it is too soft */
    assert_int_equal(loudness_output_gain_q8(-1901, -500), 2); /* rounded down */
    assert_int_equal(loudness_output_gain_q8(-1899, -500), -3);
    assert_int_equal(loudness_output_gain_q8(LOUDNESS_SILENCE_CB, LOUDNESS_SILENCE_CB),
                     0);
}

static void units_of_the_header(void **state)
{
    (void)state;
    assert_int_equal(loudness_q8_to_cb(256), 100);
    assert_int_equal(loudness_q8_to_cb(-128), -50);
    assert_int_equal(loudness_q8_to_cb(1), 0);
    assert_int_equal(loudness_cb_to_q8(-100), -256);
    assert_int_equal(loudness_cb_to_q8(1), 3);
    for (int cb = -3000; cb <= 3000; cb++)
        assert_int_equal(loudness_q8_to_cb(loudness_cb_to_q8(cb)), cb);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(measures_the_standards_tone),
        cmocka_unit_test(agrees_with_libebur128),
        cmocka_unit_test(clips_add_up),
        cmocka_unit_test(silence_has_no_loudness),
        cmocka_unit_test(units_of_the_header),
        cmocka_unit_test(gain_stays_below_the_peak),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
