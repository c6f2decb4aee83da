/* engine: the same words give the same samples whatever was spoken before, wherever, by whom. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/system.h"
#include "synth/engine_data.h"
#include "synth/sandbox.h"
#include "synth/words.h"
#include "synth/zygote.h"

static const struct engine_voice voices[] = {
    {S("en"), 50, 50, 175},
    {S("en-us+Lee"), 25, 50, 175},
    {S("en-gb-x-rp+m8"), 25, 60, 180},
    {S("en+boris"), 25, 50, 170},
    {S("en-gb-scotland+Michael"), 50, 60, 175},
    {S("en-us+zac"), 25, 40, 175},
    {S("en+steph2"), 75, 50, 175},
    {S("en-gb-x-rp+belinda"), 25, 50, 170},
    {S("en-us+aunty"), 75, 60, 180},
    {S("en-us-nyc+f5"), 60, 40, 250},
    {S("en+whisper"), 50, 50, 175}, /* noise from rand() */
    {S("en+croak"), 50, 50, 449},   /* echo */
    {S("en-us+klatt2"), 50, 50, 175},
    {S("ru"), 50, 50, 175},
    {S("de+m3"), 40, 50, 160},
    {S("fr+f2"), 50, 99, 200},
};
static const struct str texts[] = {
    S("The harbour master spoke on Friday, and the ferries will sail again in 2027."),
    S("Why did it take so long?"),
    S("No: \xd0\xb4\xd0\xb0, \xce\xb1\xce\xb2\xce\xb3 and Kopenhagen."), /* foreign letters */
};
enum { VOICES = sizeof voices / sizeof *voices, TEXTS = sizeof texts / sizeof *texts };

static enum bc_status speak(struct hash *out, int voice, struct str text)
{
    struct arena a = {0};
    struct utterance u;
    enum bc_status status = engine_speak(&u, &a, text, false, 60 * ENGINE_RATE_HZ);
    if (status != BC_OK)
        return status;
    struct hasher h;
    hasher_init(&h);
    hasher_field(&h,
                 (struct str){(const char *)u.pcm, u.frames * (ptrdiff_t)sizeof *u.pcm});
    for (ptrdiff_t i = 0; i < u.event_count; i++) {
        hasher_int(&h, u.events[i].sample);
        hasher_int(&h, u.events[i].text_position);
    }
    *out = hasher_done(&h);
    arena_clear(&a);
    return voice < 0 || u.frames > 1000 ? BC_OK : BC_EBUG;
}

/* Request: two digits of the voice, then the text. */
static enum bc_status job(struct str request, int out_fd, struct zygote_reply *reply)
{
    struct hash h;
    int voice = (request.ptr[0] - '0') * 10 + request.ptr[1] - '0';
    enum bc_status status = engine_set_voice(&voices[voice]);
    if (status == BC_OK)
        status = zygote_confine(reply);
    if (status == BC_OK)
        status = speak(&h, voice, str_slice(request, 2, request.len));
    if (status == BC_OK &&
        !file_write_fd(out_fd, (struct str){(const char *)h.bytes, HASH_BYTES}))
        status = BC_EIO;
    return status;
}

static struct zygote *start(int jobs)
{
    struct zygote *z = NULL;
    struct zygote_limits limits = {20, 512 << 20, 1 << 20};
    assert_int_equal(zygote_start(&z, jobs, job, &limits), BC_OK);
    return z;
}

static struct str request_of(struct arena *a, int voice, struct str text)
{
    return str_format(a, "%02d%.*s", voice, STR_ARGS(text));
}

/* The samples' hash from a process of its own that did nothing before. */
static struct hash fresh(int voice, struct str text)
{
    int ends[2];
    struct hash h = {0};
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    if (!child) {
        enum bc_status status = engine_open();
        if (status == BC_OK)
            status = engine_set_voice(&voices[voice]);
        if (status == BC_OK)
            status = speak(&h, voice, text);
        if (status == BC_OK && write(ends[1], &h, sizeof h) != (ssize_t)sizeof h)
            status = BC_EIO;
        _exit(status);
    }
    close(ends[1]);
    ssize_t got = read(ends[0], &h, sizeof h);
    int status;
    waitpid(child, &status, 0);
    close(ends[0]);
    if (got != (ssize_t)sizeof h)
        fail_msg("voice %d: status %x", voice, status);
    return h;
}

static void same_bits_after_any_history(void **state)
{
    (void)state;
    enum { ALL = VOICES * TEXTS, ROUNDS = 2 };
    struct arena a = {0};
    struct hash want[ALL];
    for (int i = 0; i < ALL; i++)
        want[i] = fresh(i / TEXTS, texts[i % TEXTS]);
    for (int i = 1; i < ALL; i++)
        assert_memory_not_equal(&want[i], &want[i - 1], sizeof *want);
    struct zygote *z = start(2);
    for (int given = 0, got = 0; got < ALL * ROUNDS;) {
        while (given < ALL * ROUNDS && zygote_in_flight(z) < 2) {
            int i = given * (given < ALL ? 7 : 11) % ALL; /* an order that mixes voices */
            struct str r = request_of(&a, i / TEXTS, texts[i % TEXTS]);
            assert_int_equal(zygote_submit(z, (uint64_t)i, r), BC_OK);
            given++;
        }
        struct zygote_result r;
        struct hash h;
        assert_true(zygote_collect(z, &r, -1));
        assert_int_equal(r.status, BC_OK);
        assert_int_equal(read(r.fd, &h, sizeof h), (ssize_t)sizeof h);
        if (memcmp(&h, &want[r.id], sizeof h))
            fail_msg("voice %d, text %d differs from a fresh process", (int)r.id / TEXTS,
                     (int)r.id % TEXTS);
        close(r.fd);
        got++;
    }
    zygote_stop(z);
    arena_clear(&a);
}

static void environment_changes_nothing(void **state)
{
    (void)state;
    struct arena a = {0};
    struct hash want = fresh(1, texts[0]), h;
    setenv("ESPEAK_DATA_PATH", "/nonexistent", 1);
    setenv("HOME", "/nonexistent", 1);
    setenv("PATH", "", 1);
    setenv("LC_ALL", "de_DE.UTF-8", 1);
    setenv("SOXR_USE_SIMD", "0", 1);
    struct hash again = fresh(1, texts[0]);
    assert_memory_equal(&again, &want, sizeof want);
    struct zygote *z = start(1);
    struct zygote_result r;
    assert_int_equal(zygote_submit(z, 0, request_of(&a, 1, texts[0])), BC_OK);
    assert_true(zygote_collect(z, &r, -1));
    assert_int_equal(read(r.fd, &h, sizeof h), (ssize_t)sizeof h);
    assert_memory_equal(&h, &want, sizeof want);
    close(r.fd);
    zygote_stop(z);
    unsetenv("ESPEAK_DATA_PATH");
    arena_clear(&a);
}

static void run_apart(void (*test)(void))
{
    int status;
    pid_t child = fork();
    if (!child) {
        test();
        _exit(0);
    }
    waitpid(child, &status, 0);
    assert_int_equal(status, 0);
}

#define require(condition)                                                               \
    do {                                                                                 \
        if (!(condition)) {                                                              \
            fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition);              \
            _exit(1);                                                                    \
        }                                                                                \
    } while (0)

static void try_names(void)
{
    static const struct str wrong[] = {
        S("en+lee"),
        S("en+Nobody"),
        S("xx"),
        S(""),
        S("en+"),
        S("+Lee"),
        S("en+../../lang/gmw/de"),
        S("../lang/gmw/de"),
        S("en/en"),
        S("en+Lee+Lee"),
        S("en-us+averyveryveryveryveryverylongname"),
        S("English (America)"),
        S("en\0us"),
    };
    require(engine_open() == BC_OK);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        require(engine_set_voice(&(struct engine_voice){wrong[i], 50, 50, 175}) ==
                BC_ECONFIG);
    require(engine_set_voice(&(struct engine_voice){S("en-US+Lee"), 50, 50, 9999}) ==
            BC_OK);
}

static void refuses_voices_that_are_not_there(void **state)
{
    (void)state;
    run_apart(try_names);
}

static void try_texts(void)
{
    struct arena a = {0};
    struct utterance u;
    require(engine_open() == BC_OK && engine_set_voice(&voices[0]) == BC_OK);
    require(engine_speak(&u, &a, S("before\0after"), false, 100000) == BC_EINPUT);
    require(engine_speak(&u, &a, S("This is longer than half a second."), false, 11025) ==
            BC_EINPUT);
}

/* Without Landlock nothing may be opened: a dictionary that the text needs is missed aloud. */
static void try_foreign_words(void)
{
    struct arena a = {0};
    struct utterance u;
    struct str text =
        S("\xd0\xbc\xd1\x8b \xd0\xb2 Microsoft."); /* Russian: "we are at Microsoft" */
    require(engine_open() == BC_OK);
    require(engine_set_voice(&(struct engine_voice){S("ru"), 50, 50, 175}) == BC_OK);
    require(sandbox_enter(false) == BC_OK);
    enum bc_status want = sandbox_available() ? BC_EMISSING : BC_OK;
    require(engine_speak(&u, &a, text, false, 1000000) == want);
}

static void tells_what_it_cannot_speak(void **state)
{
    (void)state;
    run_apart(try_texts);
    run_apart(try_foreign_words);
}

static void try_markup(void)
{
    struct arena a = {0};
    struct utterance plain, marked;
    require(engine_open() == BC_OK && engine_set_voice(&voices[0]) == BC_OK);
    require(engine_speak(&plain, &a, S("one"), false, 1000000) == BC_OK);
    require(engine_speak(&marked, &a, S("one <break time=\"9s\"/> [[w'0n]] &amp;"), false,
                         1000000) == BC_OK);
    require(marked.frames > 2 * plain.frames); /* spoken, not obeyed */
    require(marked.frames < 9 * ENGINE_RATE_HZ);
}

/* A number that is half spoken has its event all the same: only the phonemes tell. */
static void try_long_clauses(void)
{
    struct arena a = {0};
    struct utterance u;
    struct strbuf b = {.arena = &a};
    require(engine_open() == BC_OK && engine_set_voice(&voices[0]) == BC_OK);
    strbuf_add(&b, S("It began, "));
    for (int i = 0; i < 40; i++)
        strbuf_add(&b, S("7777777 "));
    require(engine_speak(&u, &a, strbuf_str(&b), false, 9000000) == BC_OK &&
            u.cut_short == 10);
    b = (struct strbuf){.arena = &a};
    for (int i = 0; i < 60; i++)
        strbuf_add(&b, S("7777777, "));
    require(engine_speak(&u, &a, strbuf_str(&b), false, 9000000) == BC_OK &&
            u.cut_short == -1);
    require(engine_speak(&u, &a, S("Seven."), false, 9000000) == BC_OK &&
            u.cut_short == -1);
}

static void long_clauses_are_noticed(void **state)
{
    (void)state;
    run_apart(try_long_clauses);
}

static void markup_is_text(void **state)
{
    (void)state;
    run_apart(try_markup);
}

static void lists_what_is_installed(void **state)
{
    (void)state;
    struct arena a = {0};
    struct diag d = {.arena = &a};
    struct voice_inventory inventory;
    assert_int_equal(engine_inventory(&inventory, &a, &d), BC_OK);
    assert_true(inventory.voice_count > 50 && inventory.variant_count > 50);
    int found = 0;
    for (ptrdiff_t i = 0; i < inventory.voice_count; i++) {
        assert_true(!i || str_compare(inventory.voices[i - 1], inventory.voices[i]) < 0);
        found += str_eq(inventory.voices[i], S("en-gb-scotland"));
        found += str_eq(inventory.voices[i], S("ru"));
    }
    for (ptrdiff_t i = 0; i < inventory.variant_count; i++)
        found += str_eq(inventory.variants[i], S("Lee"));
    assert_int_equal(found, 3);
    arena_clear(&a);
}

static void fingerprints_every_voice(void **state)
{
    (void)state;
    struct arena a = {0}, scratch = {0};
    struct diag d = {.arena = &a};
    struct voice_inventory inventory;
    assert_int_equal(engine_inventory(&inventory, &a, &d), BC_OK);
    struct hash *prints = arena_array(&a, struct hash, inventory.voice_count);
    assert_int_equal(engine_fingerprints(prints, &scratch, inventory.voices,
                                         inventory.voice_count, &d),
                     BC_OK);
    for (ptrdiff_t i = 0; i < inventory.voice_count; i++)
        for (ptrdiff_t j = 0; j < i; j++)
            assert_memory_not_equal(&prints[i], &prints[j], sizeof *prints);
    struct hash one, other;
    int64_t begin = clock_monotonic_ns();
    assert_int_equal(engine_fingerprint(&one, &scratch, S("en-us+Lee"), &d), BC_OK);
    int64_t took_us = (clock_monotonic_ns() - begin) / 1000;
    print_message("a fingerprint takes %d us\n", (int)took_us);
    assert_int_equal(engine_fingerprint(&other, &scratch, S("en-us+Lee"), &d), BC_OK);
    assert_memory_equal(&one, &other, sizeof one);
    assert_int_equal(engine_fingerprint(&other, &scratch, S("en-us+m8"), &d), BC_OK);
    assert_memory_not_equal(&one, &other, sizeof one);
    assert_int_equal(d.errors, 0);
    assert_int_equal(engine_fingerprint(&other, &scratch, S("en-us+nobody"), &d),
                     BC_ECONFIG);
    assert_int_equal(engine_fingerprint(&other, &scratch, S("klingonese"), &d),
                     BC_ECONFIG);
    assert_int_equal(d.errors, 2);
    arena_clear(&scratch);
    arena_clear(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(same_bits_after_any_history),
        cmocka_unit_test(environment_changes_nothing),
        cmocka_unit_test(refuses_voices_that_are_not_there),
        cmocka_unit_test(tells_what_it_cannot_speak),
        cmocka_unit_test(long_clauses_are_noticed),
        cmocka_unit_test(markup_is_text),
        cmocka_unit_test(lists_what_is_installed),
        cmocka_unit_test(fingerprints_every_voice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
