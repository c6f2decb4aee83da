/* F0, its range, and the spectrum on signals whose values are known. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "mix/pitch.h"
#include "mix/spectrum.h"

#define TAU 6.283185307179586

/* `harmonics` partials of f0 from number `first` on, falling by 1/k, in half-second syllables. */
static float *harmonic(struct arena *a, int rate, int frames, double f0, int first,
                       int harmonics)
{
    float *x = arena_array(a, float, frames);
    for (int i = 0; i < frames; i++) {
        double sum = 0;
        for (int k = first; k < first + harmonics; k++)
            sum += sin(TAU * k * f0 * i / rate + k * k) / k;
        x[i] = i / (rate / 2) % 2 ? 0 : (float)(0.2 * sum);
    }
    return x;
}

static void assert_near(double value, double expected, double relative)
{
    if (fabs(value - expected) > relative * expected)
        fail_msg("%.2f, not %.2f", value, expected);
}

static void finds_f0(void **state)
{
    (void)state;
    static const double f0[] = {62, 74, 101, 140, 253, 276, 400};
    static const int rates[] = {22050, 48000};
    struct arena a = {0};
    for (size_t i = 0; i < sizeof f0 / sizeof *f0; i++) {
        for (int r = 0; r < 2; r++) {
            int frames = 2 * rates[r];
            assert_near(pitch_measure(&a, harmonic(&a, rates[r], frames, f0[i], 1, 12),
                                      frames, rates[r])
                            .median_hz,
                        f0[i], 0.005);
        }
    }
    /* Without its fundamental, as a telephone would pass it. */
    assert_near(
        pitch_measure(&a, harmonic(&a, 48000, 96000, 100, 3, 12), 96000, 48000).median_hz,
        100, 0.005);
    arena_clear(&a);
}

/* A glide: half of the frames are below the middle. */
static void median_of_a_glide(void **state)
{
    (void)state;
    struct arena a = {0};
    enum { RATE = 24000, FRAMES = 2 * RATE };
    float *x = arena_array(&a, float, FRAMES);
    double phase = 0;
    for (int i = 0; i < FRAMES; i++) {
        phase += (80 + 80.0 * i / FRAMES) / RATE;
        x[i] = (float)(0.2 * sin(TAU * phase) + 0.1 * sin(TAU * 2 * phase));
    }
    struct pitch p = pitch_measure(&a, x, FRAMES, RATE);
    assert_near(p.median_hz, 120, 0.02);
    assert_near(p.low_hz, 88, 0.02);
    assert_near(p.high_hz, 152, 0.02);
    assert_near(pitch_range_st(p), 12 * log2(152 / 88.0), 0.05);
    arena_clear(&a);
}

static void noise_and_silence_have_no_f0(void **state)
{
    (void)state;
    struct arena a = {0};
    enum { RATE = 24000, FRAMES = RATE };
    float *x = arena_array(&a, float, FRAMES);
    assert_true(pitch_measure(&a, x, FRAMES, RATE).median_hz == 0);
    assert_true(pitch_measure(&a, x, 0, RATE).median_hz == 0);
    assert_true(pitch_measure(&a, x, 100, RATE).median_hz == 0);
    uint32_t seed = 1;
    for (int i = 0; i < FRAMES; i++) {
        seed = seed * 1664525 + 1013904223;
        x[i] = (float)((int32_t)seed / 4294967296.0);
    }
    assert_true(pitch_measure(&a, x, FRAMES, RATE).median_hz == 0);
    arena_clear(&a);
}

static void finds_the_centroid(void **state)
{
    (void)state;
    struct arena a = {0};
    enum { RATE = 48000, FRAMES = RATE };
    float *x = arena_array(&a, float, FRAMES);
    assert_true(spectrum_measure(&a, x, FRAMES, RATE).centroid_hz == 0);
    for (int i = 0; i < FRAMES; i++)
        x[i] = (float)(0.5 * sin(TAU * 1000 * i / RATE));
    assert_near(spectrum_measure(&a, x, FRAMES, RATE).centroid_hz, 1000, 0.01);
    /* Two of equal amplitude: the middle, at any level. */
    for (int i = 0; i < FRAMES; i++)
        x[i] = (float)(0.01 * (sin(TAU * 1000 * i / RATE) + sin(TAU * 2000 * i / RATE)));
    assert_near(spectrum_measure(&a, x, FRAMES, RATE).centroid_hz, 1500, 0.01);
    /* What lies above SPECTRUM_MOST_HZ does not count. */
    for (int i = 0; i < FRAMES; i++)
        x[i] = (float)(0.1 * (sin(TAU * 1000 * i / RATE) + sin(TAU * 15000 * i / RATE)));
    assert_near(spectrum_measure(&a, x, FRAMES, RATE).centroid_hz, 1000, 0.01);
    arena_clear(&a);
}

/* Impulses are flat; a pole makes them fall by 6 dB an octave, and two by 12. */
static void finds_the_tilt(void **state)
{
    (void)state;
    struct arena a = {0};
    enum { RATE = 48000, FRAMES = RATE };
    float *x = arena_array(&a, float, FRAMES);
    assert_true(spectrum_measure(&a, x, FRAMES, RATE).tilt_db == 0);
    for (int i = 0; i < FRAMES; i += 400)
        x[i] = 1;
    assert_true(fabs(spectrum_measure(&a, x, FRAMES, RATE).tilt_db) < 0.5);
    for (int poles = 1; poles <= 2; poles++) {
        for (int i = 1; i < FRAMES; i++)
            x[i] += 0.995F * x[i - 1];
        assert_near(-spectrum_measure(&a, x, FRAMES, RATE).tilt_db, 6 * poles, 0.1);
    }
    arena_clear(&a);
}

/* A formant where the tone is, at any level and with any harmonics under it. */
static void finds_the_bands(void **state)
{
    (void)state;
    struct arena a = {0};
    enum { RATE = 48000, FRAMES = RATE };
    float *x = arena_array(&a, float, FRAMES);
    for (int i = 0; i < FRAMES; i++) /* 8.53 Bark: between the sixth and the seventh */
        x[i] = (float)(0.01 * sin(TAU * 1000 * i / RATE));
    struct spectrum s = spectrum_measure(&a, x, FRAMES, RATE), loud;
    for (int i = 0; i < VOICEPRINT_BANDS; i++)
        assert_true(i == 5 || i == 6 || s.bands_db[i] < s.bands_db[5] - 3);
    assert_true(s.bands_db[6] > s.bands_db[5]);
    for (int i = 0; i < FRAMES; i++)
        x[i] *= 20;
    loud = spectrum_measure(&a, x, FRAMES, RATE);
    for (int i = 4; i < 8; i++)
        assert_true(fabs(loud.bands_db[i] - s.bands_db[i]) < 0.01);
    arena_clear(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_f0),
        cmocka_unit_test(median_of_a_glide),
        cmocka_unit_test(noise_and_silence_have_no_f0),
        cmocka_unit_test(finds_the_centroid),
        cmocka_unit_test(finds_the_tilt),
        cmocka_unit_test(finds_the_bands),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
