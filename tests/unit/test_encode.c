/* encode: what goes in comes out, where it should, and the same after any other clip. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "mix/condition.h"
#include "mix/encode.h"

static const struct encode_settings settings = {.bitrate = ENCODE_BITRATE,
                                                .complexity = ENCODE_COMPLEXITY};

/* Something like speech: a buzz with moving formants, `pitch` Hz, with a hiss now and then. */
static struct conditioned voice(struct arena *a, int pitch, double seconds)
{
    int frames = (int)(seconds * 22050);
    int16_t *pcm = arena_array(a, int16_t, frames);
    double low = 0, low2 = 0;
    uint32_t seed = (uint32_t)pitch;
    for (int i = 0; i < frames; i++) {
        seed = seed * 1664525 + 1013904223;
        double source = i * pitch / 22050 != (i - 1) * pitch / 22050 ? 8000 : 0;
        source += i / 4000 % 4 == 3 ? (int32_t)seed / 1.5e6 : 0;
        double f = 500 + 300 * sin(i * 0.0004), r = 0.97;
        double y = source + 2 * r * cos(2 * M_PI * f / 22050) * low - r * r * low2;
        low2 = low;
        low = y;
        double fade =
            frames - i < 1000 ? (frames - i) / 1000.0 : 1; /* words end softly */
        pcm[i] = (int16_t)(fade * fmax(-32000, fmin(32000, y)));
        pcm[i] = pcm[i] ? pcm[i] : 1;
    }
    struct conditioned c;
    assert_int_equal(condition_speech(&c, a, pcm, frames, -300, (struct tone){0}), BC_OK);
    return c;
}

static struct str *encoded(struct arena *a, const struct conditioned *c)
{
    struct str *packets;
    assert_int_equal(encode_packets(&packets, a, c->pcm, c->frames, &settings, NULL),
                     BC_OK);
    return packets;
}

static float *decoded(struct arena *a, const struct str *packets, ptrdiff_t count)
{
    float *pcm;
    assert_int_equal(decode_packets(&pcm, a, packets, count), BC_OK);
    return pcm;
}

/* Where a hundredth of the energy of the first 100 ms has passed, in samples at 48 kHz. A threshold
 * on samples would find the codec's error before the first one. */
static int64_t onset(const float *pcm, int per_24k, int from)
{
    double all = 0, sum = 0;
    int64_t i, end = 2880 * per_24k + from;
    for (i = from; i < end; i++)
        all += pcm[i] * pcm[i];
    for (i = from; sum < all / 100; i++)
        sum += pcm[i] * pcm[i];
    return (i - from) * 2 / per_24k;
}

static void speech_comes_out_in_its_place(void **state)
{
    (void)state;
    struct arena a = {0};
    static const int pitches[] = {75, 120, 230};
    for (int p = 0; p < 3; p++) {
        struct conditioned c = voice(&a, pitches[p], 2);
        ptrdiff_t count = c.frames / CONDITION_FRAME;
        float *pcm = decoded(&a, encoded(&a, &c), count);
        /* The lag at which both agree best, in samples at 48 kHz. */
        double best = 0;
        int lag_found = -1;
        for (int lag = ENCODE_PRE_SKIP - 100; lag < ENCODE_PRE_SKIP + 100; lag++) {
            double sum = 0;
            for (int64_t i = c.speech_begin; i < c.speech_begin + 12000; i++)
                sum += c.pcm[i] * pcm[2 * i + lag];
            if (sum > best) {
                best = sum;
                lag_found = lag;
            }
        }
        assert_in_range(lag_found, ENCODE_PRE_SKIP - 3, ENCODE_PRE_SKIP + 3);
        assert_true(llabs(onset(pcm, 2, ENCODE_PRE_SKIP) - onset(c.pcm, 1, 0)) <=
                    48);              /* 1 ms */
        for (int i = 0; i < 800; i++) /* before it: silence */
            assert_true(fabsf(pcm[i]) < 1e-4f);
    }
    arena_clear(&a);
}

static void same_bytes_twice(void **state)
{
    (void)state;
    struct arena a = {0};
    struct conditioned c = voice(&a, 110, 1.5);
    struct str *first = encoded(&a, &c), *second = encoded(&a, &c);
    int64_t bytes = 0;
    for (int64_t i = 0; i < c.frames / CONDITION_FRAME; i++) {
        assert_true(str_eq(first[i], second[i]));
        bytes += first[i].len;
    }
    double bitrate = (double)bytes * 8 * CONDITION_RATE_HZ / (double)c.frames;
    assert_true(bitrate > 0.6 * ENCODE_BITRATE && bitrate < 1.3 * ENCODE_BITRATE);
    arena_clear(&a);
}

static float largest(const float *pcm, int64_t frames)
{
    float peak = 0;
    for (int64_t i = 0; i < frames; i++)
        peak = fmaxf(peak, fabsf(pcm[i]));
    return peak;
}

/* What linking stands on: behind another clip and a pause, all speech of a clip decodes bit for bit
 * as alone; without a pause, to the last bit of 16. */
static void clips_join_without_a_trace(void **state)
{
    (void)state;
    static const int pauses[] = {0, 1, 7};
    struct arena a = {0};
    struct conditioned x = voice(&a, 90, 1.3), y = voice(&a, 200, 1.1);
    ptrdiff_t nx = x.frames / CONDITION_FRAME, ny = y.frames / CONDITION_FRAME;
    struct str *px = encoded(&a, &x), *py = encoded(&a, &y);
    float *alone = decoded(&a, py, ny), *alone_x = decoded(&a, px, nx);
    for (int p = 0; p < 3; p++) {
        ptrdiff_t before = nx + pauses[p];
        struct str *all = arena_array(&a, struct str, before + ny);
        memcpy(all, px, (size_t)nx * sizeof *all);
        for (int i = 0; i < pauses[p]; i++)
            all[nx + i] = encode_silence;
        memcpy(all + before, py, (size_t)ny * sizeof *all);
        float *joined = decoded(&a, all, before + ny) + before * ENCODE_PACKET_48K;
        int64_t from = 2 * y.speech_begin + ENCODE_PRE_SKIP, to = ny * ENCODE_PACKET_48K;
        if (pauses[p])
            assert_memory_equal(joined + from, alone + from,
                                (size_t)(to - from) * sizeof *alone);
        for (int64_t i = from; i < to; i++)
            assert_true(fabsf(joined[i] - alone[i]) < 1e-6f);
        float bound =
            1.1f * largest(alone_x + (nx - 1) * ENCODE_PACKET_48K, ENCODE_PACKET_48K);
        assert_true(bound < 0.1f && largest(joined - 960, 1920) <= bound); /* no click */
    }
    arena_clear(&a);
}

static void silence_is_silent(void **state)
{
    (void)state;
    struct arena a = {0};
    struct str packets[10];
    for (int i = 0; i < 10; i++)
        packets[i] = encode_silence;
    float *pcm = decoded(&a, packets, 10);
    for (int i = 0; i < 10 * ENCODE_PACKET_48K; i++)
        assert_true(fabsf(pcm[i]) < 1e-30f);
    arena_clear(&a);
}

/* A burst that nobody put in is found, in its packet, and nothing else is. */
static void runaways_are_found(void **state)
{
    (void)state;
    struct arena a = {0};
    struct conditioned c = voice(&a, 100, 2);
    ptrdiff_t count = c.frames / CONDITION_FRAME, at = 41;
    float *pcm = decoded(&a, encoded(&a, &c), count);
    bool *apart = arena_array(&a, bool, count);
    for (int64_t i = 0; i < CONDITION_FRAME; i++) /* a pause in it, in and out */
        c.pcm[at * CONDITION_FRAME - CONDITION_LOOKAHEAD + i] = 0;
    memset(pcm + at * ENCODE_PACKET_48K, 0, ENCODE_PACKET_48K * sizeof *pcm);
    assert_int_equal(encode_runaways(apart, c.pcm, pcm, count), 0);
    for (int i = 0; i < 100; i++)
        pcm[at * ENCODE_PACKET_48K + 430 + i] = i & 1 ? 0.3f : -0.3f;
    assert_int_equal(encode_runaways(apart, c.pcm, pcm, count), 3);
    for (ptrdiff_t i = 0; i < count; i++)
        assert_int_equal(apart[i], i >= at - 1 && i <= at + 1);
    assert_int_equal(encode_runaways(apart, c.pcm, pcm, count), 0); /* known by now */
    struct str *packets;
    assert_int_equal(encode_packets(&packets, &a, c.pcm, c.frames, &settings, apart),
                     BC_OK);
    assert_true(str_eq(packets[at - 2], encoded(&a, &c)[at - 2]));
    assert_int_equal(encode_runaways(apart, c.pcm, decoded(&a, packets, count), count),
                     0);
    arena_clear(&a);
}

static void refuses_nonsense(void **state)
{
    (void)state;
    struct arena a = {0};
    struct str *packets, bad = S("\x0f\xff\xff");
    float pcm[CONDITION_FRAME] = {0}, *out;
    assert_int_equal(encode_packets(&packets, &a, pcm, 479, &settings, NULL), BC_EBUG);
    assert_int_equal(encode_packets(&packets, &a, pcm, 480,
                                    &(struct encode_settings){24000, 11, false}, NULL),
                     BC_EBUG);
    assert_int_equal(encode_packets(&packets, &a, pcm, 480,
                                    &(struct encode_settings){-5, 5, false}, NULL),
                     BC_EBUG);
    assert_int_equal(decode_packets(&out, &a, &bad, 1), BC_EBUG);
    arena_clear(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(speech_comes_out_in_its_place),
        cmocka_unit_test(same_bytes_twice),
        cmocka_unit_test(clips_join_without_a_trace),
        cmocka_unit_test(silence_is_silent),
        cmocka_unit_test(runaways_are_found),
        cmocka_unit_test(refuses_nonsense),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
