/* compile: a request becomes a clip that holds every word, the same whatever else is compiled. */
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

static const struct zygote_limits limits = {20, 768 << 20, 4 << 20};

static struct compile_request request(struct str voice, struct str text)
{
    return (struct compile_request){
        .voice = {voice, 50, 50, 175},
        .gain_cb = 300,
        .encode = {ENCODE_BITRATE, ENCODE_COMPLEXITY, false},
        .text = text,
    };
}

static struct zygote *start(int jobs)
{
    struct zygote *z = NULL;
    assert_int_equal(zygote_start(&z, jobs, compile_job, &limits), BC_OK);
    return z;
}

static void submit(struct zygote *z, uint64_t id, const struct compile_request *r,
                   const struct hash *key)
{
    struct arena a = {0};
    assert_int_equal(zygote_submit(z, id, compile_pack(&a, r, key)), BC_OK);
    arena_clear(&a);
}

static struct str bytes_of(struct arena *a, int fd)
{
    off_t size = lseek(fd, 0, SEEK_END);
    char *p = arena_alloc(a, (ptrdiff_t)size, 1);
    assert_int_equal(pread(fd, p, (size_t)size, 0), size);
    close(fd);
    return (struct str){p, (ptrdiff_t)size};
}

static struct zygote_result run(struct zygote *z, const struct compile_request *r,
                                const struct hash *key)
{
    struct zygote_result result;
    submit(z, 1, r, key);
    assert_true(zygote_collect(z, &result, -1));
    return result;
}

static void makes_a_clip_with_every_word(void **state)
{
    (void)state;
    struct arena a = {0};
    struct str text =
        S("The ferries of the harbour sail at 10:30, as they have been since 1887.");
    struct compile_request r = request(S("en-us+Lee"), text);
    struct hash key = {{1, 2, 3}};
    struct zygote *z = start(1);
    struct zygote_result result = run(z, &r, &key);
    assert_int_equal(result.status, BC_OK);
    for (int i = 0; i <= STAGE_WRITE; i++)
        assert_true(result.reply.stage_us[i] >= 0);
    assert_true(result.reply.stage_us[STAGE_ENCODE] > 0);
    struct clip c;
    assert_int_equal(clip_read(&c, &a, bytes_of(&a, result.fd), &key), BC_OK);
    assert_int_equal(c.speech_begin, ENCODE_PACKET_48K);
    assert_int_equal(c.word_count, 14);
    double seconds = (double)(c.speech_end - c.speech_begin) / 48000;
    assert_true(seconds > 4 && seconds < 9);
    for (ptrdiff_t i = 0; i < c.word_count; i++) {
        assert_true(c.words[i].start < c.words[i].stop);
        assert_true(!i || c.words[i - 1].stop <= c.words[i].start);
    }
    assert_int_equal(c.words[0].start, c.speech_begin);
    assert_true(c.words[13].stop > c.speech_end - 24000 &&
                c.words[13].stop <= c.speech_end);
    /* As decoded: the levels are those that the clip tells, and speech is where it says. */
    float *pcm;
    int *energies, peak_cb;
    assert_int_equal(decode_packets(&pcm, &a, c.packets, c.packet_count), BC_OK);
    assert_int_equal(loudness_measure(&energies, &peak_cb, &a, pcm, c.packet_count * 960),
                     BC_OK);
    assert_memory_equal(energies, c.energies_cb,
                        (size_t)c.packet_count * sizeof *energies);
    assert_int_equal(peak_cb, c.true_peak_cb);
    assert_true(peak_cb < LOUDNESS_PEAK_MOST_CB && peak_cb > -1500);
    double before = 0, after = 0;
    for (int64_t i = 0; i < 960; i++) {
        before += pcm[ENCODE_PRE_SKIP + i] * pcm[ENCODE_PRE_SKIP + i];
        after += pcm[ENCODE_PRE_SKIP + 960 + i] * pcm[ENCODE_PRE_SKIP + 960 + i];
    }
    assert_true(before < after / 20 && after > 0);
    zygote_stop(z);
    arena_clear(&a);
}

/* 60 years in one clause: the engine drops a third of them, and is given them in parts. */
static void speaks_what_the_engine_drops(void **state)
{
    (void)state;
    struct arena a = {0};
    struct strbuf years = {.arena = &a};
    for (int i = 1900; i < 1960; i++)
        strbuf_addf(&years, "%d ", i);
    struct compile_request r = request(S("en"), strbuf_str(&years));
    struct hash key = {{7}};
    struct zygote *z = start(1);
    struct zygote_result result = run(z, &r, &key);
    assert_int_equal(result.status, BC_OK);
    struct clip c;
    assert_int_equal(clip_read(&c, &a, bytes_of(&a, result.fd), &key), BC_OK);
    assert_int_equal(c.word_count, 60);
    assert_true(c.words[59].start > c.words[0].start + 60 * 48000);
    zygote_stop(z);
    arena_clear(&a);
}

static void same_bytes_after_any_history(void **state)
{
    (void)state;
    static const struct str voices[] = {
        S("en"),
        S("en-us+Lee"),
        S("en-gb-x-rp+m8"),
        S("en+boris"),
        S("en-gb-scotland+Michael"),
        S("en-us+zac"),
        S("en+steph2"),
        S("en-gb-x-rp+belinda"),
        S("en-us+aunty"),
        S("en+whisper"),
        S("en+croak"),
        S("de+m3"),
        S("ru"),
    };
    enum { VOICES = sizeof voices / sizeof *voices, ROUNDS = 3 };
    struct arena a = {0};
    struct str want[VOICES];
    struct hash key = {{9}};
    for (int i = 0; i < VOICES; i++) { /* a zygote of its own for each */
        struct zygote *z = start(1);
        struct compile_request r = request(voices[i], S("Dredging begins in spring."));
        struct zygote_result result = run(z, &r, &key);
        assert_int_equal(result.status, BC_OK);
        want[i] = bytes_of(&a, result.fd);
        zygote_stop(z);
    }
    struct zygote *z = start(3);
    for (int given = 0, got = 0; got < ROUNDS * VOICES;) {
        for (; given < ROUNDS * VOICES && zygote_in_flight(z) < 3; given++) {
            struct compile_request r =
                request(voices[given * 5 % VOICES], S("Dredging begins in spring."));
            submit(z, (uint64_t)(given * 5 % VOICES), &r, &key);
        }
        struct zygote_result result;
        assert_true(zygote_collect(z, &result, -1));
        assert_int_equal(result.status, BC_OK);
        assert_true(str_eq(bytes_of(&a, result.fd), want[result.id]));
        got++;
    }
    zygote_stop(z);
    arena_clear(&a);
}

static void tells_what_is_wrong(void **state)
{
    (void)state;
    struct arena a = {0};
    struct hash key = {{4}};
    struct strbuf hours = {.arena = &a};
    for (int i = 0; i < 400; i++)
        strbuf_add(&hours, S("on and on and on, "));
    const struct {
        struct str voice, text, message;
        enum bc_status status;
    } cases[] = {
        {S("en"), S("We saw \u13A0 there."),
         S("eSpeak NG left out words from '\u13A0 there"), BC_EINPUT},
        {S("en"), strbuf_str(&hours), S("more than two minutes"), BC_EINPUT},
        {S("en"), S(" "), S("nothing to be heard"), BC_EINPUT},
        {S("en+Nobody"), S("x"), S("eSpeak NG has no voice 'en+Nobody'"), BC_ECONFIG},
        {S("en"), S("nul\0byte"), S("a malformed request"), BC_EBUG},
        {S("en"), S("\xff"), S("a malformed request"), BC_EBUG},
        {S("en"), S(""), S("a malformed request"), BC_EBUG},
    };
    struct zygote *z = start(1);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct compile_request r = request(cases[i].voice, cases[i].text);
        struct zygote_result result = run(z, &r, &key);
        assert_int_equal(result.status, cases[i].status);
        assert_true(str_starts(str_from(result.reply.message), cases[i].message));
        if (i == 0)
            assert_int_equal(result.reply.detail, 7);
        else
            assert_int_equal(result.reply.detail, -1);
    }
    struct zygote_result result;
    assert_int_equal(zygote_submit(z, 3, S("no request")), BC_OK);
    assert_true(zygote_collect(z, &result, -1));
    assert_int_equal(result.status, BC_EBUG);
    zygote_stop(z);
    arena_clear(&a);
}

static void every_field_is_in_the_key(void **state)
{
    (void)state;
    struct compile_request base = request(S("en"), S("text")), r[11];
    struct hash engine = {{1}}, other = {{2}}, keys[12];
    for (int i = 0; i < 11; i++)
        r[i] = base;
    r[1].text = S("Text");
    r[2].voice.espeak = S("en+m8");
    r[3].voice.pitch++;
    r[4].voice.range++;
    r[5].voice.rate++;
    r[6].gain_cb++;
    r[7].encode.bitrate++;
    r[8].encode.complexity--;
    r[9].tone.tilt_cb--;
    r[10].tone.presence_cb++;
    for (int i = 0; i < 11; i++)
        keys[i] = compile_key(&r[i], &engine);
    keys[11] = compile_key(&base, &other);
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < i; j++)
            assert_memory_not_equal(&keys[i], &keys[j], sizeof *keys);
    struct hash again = compile_key(&base, &engine);
    assert_memory_equal(&again, &keys[0], sizeof again);
}

static void messages_are_checked(void **state)
{
    (void)state;
    struct arena a = {0};
    struct compile_request r = request(S("en+m8"), S("hello")), got;
    struct hash key = {{5, 6}}, got_key;
    struct str m = compile_pack(&a, &r, &key);
    assert_true(compile_unpack(&got, &got_key, m));
    assert_true(str_eq(got.text, r.text) && str_eq(got.voice.espeak, r.voice.espeak));
    assert_int_equal(got.gain_cb, r.gain_cb);
    assert_memory_equal(&got_key, &key, sizeof key);
    for (ptrdiff_t n = 0; n < m.len; n++) /* cut short */
        assert_false(compile_unpack(&got, &got_key, str_slice(m, 0, n)));
    char *bad = str_z(&a, m);
    for (ptrdiff_t i = 0; i < m.len; i++) { /* no byte of it makes it read outside */
        bad[i] = (char)~bad[i];
        if (compile_unpack(&got, &got_key, (struct str){bad, m.len}))
            assert_true(got.text.ptr + got.text.len == bad + m.len);
        bad[i] = (char)~bad[i];
    }
    r.voice.rate = 450;
    assert_false(compile_unpack(&got, &got_key, compile_pack(&a, &r, &key)));
    arena_clear(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(makes_a_clip_with_every_word),
        cmocka_unit_test(speaks_what_the_engine_drops),
        cmocka_unit_test(same_bytes_after_any_history),
        cmocka_unit_test(tells_what_is_wrong),
        cmocka_unit_test(every_field_is_in_the_key),
        cmocka_unit_test(messages_are_checked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
