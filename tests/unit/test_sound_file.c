/* sound_file, compile: a stranger's sound file becomes a clip at the episode's level, or is refused. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "mix/clip.h"
#include "mix/compile.h"
#include "mix/condition.h"
#include "mix/loudness.h"
#include "mix/sound_file.h"
#include "wav.h"

static const struct zygote_limits limits = {20, 768 << 20, 4 << 20};

/* Two partials, `seconds` long, each channel a little softer than the one before. */
static float *tone(struct arena *a, double seconds, int channels, int rate_hz,
                   double level)
{
    int64_t frames = (int64_t)(seconds * rate_hz);
    float *pcm = arena_array(a, float, frames *channels);
    for (int64_t i = 0; i < frames; i++)
        for (int c = 0; c < channels; c++)
            pcm[i * channels + c] =
                (float)(level / (1 + c) *
                        (sin(2 * M_PI * 440 * (double)i / rate_hz) +
                         0.5 * cos(2 * M_PI * 330 * (double)i / rate_hz)) /
                        1.5);
    return pcm;
}

static struct str tone_file(struct arena *a, double seconds, int channels, int rate_hz,
                            double level)
{
    int64_t frames = (int64_t)(seconds * rate_hz);
    return wav_of(a, tone(a, seconds, channels, rate_hz, level), frames * channels,
                  channels, rate_hz);
}

static void decodes_any_rate_and_channels(void **state)
{
    (void)state;
    static const int rates[] = {1000, 8000, 11025, 44100, 48000, 96000, 768000};
    for (size_t i = 0; i < sizeof rates / sizeof *rates; i++)
        for (int channels = 1; channels <= 6; channels += channels == 2 ? 4 : 1) {
            struct arena a = {0};
            struct sound_pcm sound;
            const char *why;
            assert_int_equal(
                sound_file_decode(&sound, &why, &a,
                                  tone_file(&a, 0.5, channels, rates[i], 0.5)),
                BC_OK);
            /* The first sample of it is not zero, and perhaps the last. */
            assert_true(llabs(sound.frames - CONDITION_SOUND_HZ / 2) <=
                        2 + 2 * CONDITION_SOUND_HZ / rates[i]);
            arena_clear(&a);
        }
}

static void cuts_digital_silence_off(void **state)
{
    (void)state;
    struct arena a = {0};
    enum { RATE = 48000, BEFORE = 70000, SOUND = 4800, BEHIND = 30001 };
    float *pcm = arena_array(&a, float, BEFORE + SOUND + BEHIND);
    for (int i = 0; i < SOUND; i++)
        pcm[BEFORE + i] = i % 97 < 48 ? 0.25f : -0.25f;
    struct sound_pcm sound;
    const char *why;
    assert_int_equal(sound_file_decode(&sound, &why, &a,
                                       wav_of(&a, pcm, BEFORE + SOUND + BEHIND, 1, RATE)),
                     BC_OK);
    assert_int_equal(sound.frames, SOUND);
    double energy = 0;
    for (int64_t i = 0; i < sound.frames; i++)
        energy += sound.pcm[i] * sound.pcm[i];
    assert_true(fabs(energy / (double)sound.frames - 0.0625) < 0.005);
    arena_clear(&a);
}

static const char *refused(struct arena *a, struct str bytes)
{
    struct sound_pcm sound;
    const char *why;
    assert_int_equal(sound_file_decode(&sound, &why, a, bytes), BC_EINPUT);
    assert_true(strlen(why) < 250);
    return why;
}

static void refuses_what_cannot_be_played(void **state)
{
    (void)state;
    struct arena a = {0};
    struct str whole = tone_file(&a, 1, 2, 44100, 0.5);
    float bad[3][4] = {{0.1f, NAN, 0.1f, 0.1f},
                       {0.1f, INFINITY, -INFINITY, 0.1f},
                       {0.1f, 3e38f, 3e38f, 0.1f}};
    float none[4] = {0};
    assert_non_null(strstr(refused(&a, S("")), "no sound file"));
    assert_non_null(strstr(refused(&a, S("RIFF but then words")), "no sound file"));
    assert_non_null(strstr(refused(&a, S("#!/bin/sh\necho\n")), "no sound file"));
    assert_non_null(strstr(refused(&a, str_slice(whole, 0, 40)), "it"));
    assert_non_null(strstr(refused(&a, str_slice(whole, 0, whole.len / 2)), "cut off"));
    for (int i = 0; i < 3; i++)
        assert_non_null(
            strstr(refused(&a, wav_of(&a, bad[i], 4, 2, 48000)), "no numbers"));
    assert_non_null(strstr(refused(&a, wav_of(&a, none, 0, 1, 48000)), "no sound"));
    assert_non_null(strstr(refused(&a, wav_of(&a, none, 4, 1, 48000)), "no sound"));
    assert_non_null(strstr(refused(&a, tone_file(&a, 0.1, 1, 999, 0.5)), "999 Hz"));
    assert_non_null(strstr(refused(&a, tone_file(&a, 0.1, 1, 768001, 0.5)), "768001 Hz"));
    assert_non_null(strstr(refused(&a, tone_file(&a, 60.01, 1, 8000, 0.5)), "a minute"));
    arena_clear(&a);
    struct sound_pcm sound;
    const char *why;
    assert_int_equal(sound_file_decode(&sound, &why, &a, tone_file(&a, 60, 1, 8000, 0.5)),
                     BC_OK);
    assert_int_equal(sound.frames, 60 * CONDITION_SOUND_HZ);
    arena_clear(&a);
}

/* A prefix of a good file, and one with some bytes turned: an error or a sound, nothing else. */
static void survives_damage(void **state)
{
    (void)state;
    struct arena a = {0};
    struct str whole = tone_file(&a, 0.02, 2, 8000, 0.5);
    uint32_t seed = 1;
    for (ptrdiff_t i = 0; i < 600; i++) {
        struct arena own = {0};
        char *bytes = arena_alloc(&own, whole.len, 1);
        memcpy(bytes, whole.ptr, (size_t)whole.len);
        for (int k = 0; k < 3; k++) {
            seed = seed * 1664525 + 1013904223;
            bytes[(seed >> 8) % (i % 2 ? 48 : (uint32_t)whole.len)] = (char)(seed >> 24);
        }
        struct sound_pcm sound;
        const char *why;
        ptrdiff_t length = i % 5 ? whole.len : i % whole.len;
        enum bc_status status =
            sound_file_decode(&sound, &why, &own, (struct str){bytes, length});
        assert_true(status == BC_EINPUT || (status == BC_OK && sound.frames > 0));
        arena_clear(&own);
    }
    arena_clear(&a);
}

static struct compile_request request(struct str sound)
{
    return (struct compile_request){
        .encode = {48000, ENCODE_COMPLEXITY, true},
        .sound = sound,
        .content = hash_bytes(sound),
    };
}

static struct zygote_result run(struct zygote *z, const struct compile_request *r,
                                const struct hash *key)
{
    struct arena a = {0};
    struct zygote_result result;
    assert_int_equal(zygote_submit(z, 1, compile_pack(&a, r, key)), BC_OK);
    assert_true(zygote_collect(z, &result, -1));
    arena_clear(&a);
    return result;
}

static struct clip clip_of(struct arena *a, struct zygote_result r,
                           const struct hash *key)
{
    struct clip c;
    assert_int_equal(r.status, BC_OK);
    off_t size = lseek(r.fd, 0, SEEK_END);
    char *p = arena_alloc(a, (ptrdiff_t)size, 1);
    assert_int_equal(pread(r.fd, p, (size_t)size, 0), size);
    close(r.fd);
    assert_int_equal(clip_read(&c, a, (struct str){p, (ptrdiff_t)size}, key), BC_OK);
    return c;
}

/* Whatever level a file has, its clip has the episode's, as decoded; peaks stay below the ceiling. */
static void is_levelled(void **state)
{
    (void)state;
    struct zygote *z = NULL;
    assert_int_equal(zygote_start(&z, 1, compile_job, &limits), BC_OK);
    static const double levels[] = {0.002, 0.1, 1, 40}, seconds[] = {0.05, 0.3, 3};
    struct hash key = {{3}};
    for (size_t i = 0; i < 4; i++)
        for (size_t k = 0; k < 3; k++) {
            struct arena a = {0};
            struct compile_request r =
                request(tone_file(&a, seconds[k], 2, 44100, levels[i]));
            struct clip c = clip_of(&a, run(z, &r, &key), &key);
            float *pcm;
            int level_cb;
            assert_int_equal(c.word_count, 0);
            assert_int_equal(c.speech_begin, ENCODE_PACKET_48K);
            assert_true(
                fabs((double)(c.speech_end - c.speech_begin) - 48000 * seconds[k]) <= 4);
            assert_int_equal(decode_packets(&pcm, &a, c.packets, c.packet_count), BC_OK);
            assert_int_equal(loudness_of_sound(&level_cb,
                                               pcm + c.speech_begin + ENCODE_PRE_SKIP,
                                               c.speech_end - c.speech_begin, 48000),
                             BC_OK);
            assert_true(abs(level_cb - LOUDNESS_TARGET_CB) <= 30);
            assert_true(c.true_peak_cb <= LOUDNESS_PEAK_MOST_CB);
            arena_clear(&a);
        }
    zygote_stop(z);
}

static void tells_what_is_wrong(void **state)
{
    (void)state;
    struct zygote *z = NULL;
    struct arena a = {0};
    struct hash key = {{3}};
    assert_int_equal(zygote_start(&z, 1, compile_job, &limits), BC_OK);
    struct compile_request words = request(S("no sound")),
                           silence = request(tone_file(&a, 1, 1, 8000, 1e-6));
    struct zygote_result result = run(z, &words, &key);
    assert_int_equal(result.status, BC_EINPUT);
    assert_non_null(strstr(result.reply.message, "no sound file"));
    result = run(z, &silence, &key);
    assert_int_equal(result.status, BC_EINPUT);
    assert_non_null(strstr(result.reply.message, "silence"));
    zygote_stop(z);
    arena_clear(&a);
}

static void keys_are_contents(void **state)
{
    (void)state;
    struct compile_request x = request(S("abc")), y = request(S("abd")),
                           louder = request(S("abc"));
    louder.gain_cb = 100;
    struct hash one = compile_key(&x, NULL), same = compile_key(&x, NULL),
                other = compile_key(&y, NULL), third = compile_key(&louder, NULL);
    assert_memory_equal(&one, &same, sizeof one);
    assert_memory_not_equal(&one, &other, sizeof one);
    assert_memory_not_equal(&one, &third, sizeof one);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(decodes_any_rate_and_channels),
        cmocka_unit_test(cuts_digital_silence_off),
        cmocka_unit_test(refuses_what_cannot_be_played),
        cmocka_unit_test(survives_damage),
        cmocka_unit_test(is_levelled),
        cmocka_unit_test(tells_what_is_wrong),
        cmocka_unit_test(keys_are_contents),
    };
    return cmocka_run_group_tests_name("sound_file", tests, NULL, NULL);
}
