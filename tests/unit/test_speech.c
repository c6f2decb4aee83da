/* speech: every word of a text is spoken, in parts where the engine drops some. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/hash.h"
#include "engine_print.h"
#include "synth/speech.h"

enum { FRAMES_MOST = 200 * ENGINE_RATE_HZ };

static int wrong; /* in the fork */

static void check(bool fine, const char *what, struct str text)
{
    wrong += !fine;
    if (!fine)
        fprintf(stderr, "not so: %s: %.*s\n", what, (int)(text.len < 60 ? text.len : 60),
                text.ptr);
}

static enum bc_status speak(struct speech *s, struct arena *a, struct str text,
                            ptrdiff_t *missing)
{
    return speech_make(s, missing, a, text, true, FRAMES_MOST);
}

static bool with_voice(void)
{
    return engine_set_voice(&(struct engine_voice){S("en"), 50, 50, 175}) == BC_OK;
}

/* ---- texts of which the engine drops words when it is given them whole ---- */

static struct str years(struct arena *a, const char *between)
{
    struct strbuf b = {.arena = a};
    for (int year = 1900; year < 1970; year++)
        strbuf_addf(&b, "%s%d", year > 1900 ? between : "", year);
    return strbuf_str(&b);
}

static struct str letters(struct arena *a)
{
    struct strbuf b = {.arena = a};
    for (int i = 0; i < 320; i++)
        strbuf_addf(&b, "%s%c", i ? " " : "", 'a' + i % 2 * 8);
    return strbuf_str(&b);
}

/* A clause that is too much behind one that is not. */
static struct str report(struct arena *a)
{
    return str_format(a, "The harbour opened; it was small, and so it stayed: %.*s",
                      STR_ARGS(years(a, " ")));
}

static struct str text_of(struct arena *a, int which)
{
    return which == 0 ? years(a, " ") : which == 1 ? letters(a) : report(a);
}

struct made {
    int which;
    unsigned char hash[HASH_BYTES]; /* of the PCM */
    int pipe[2];
};

static bool is_split(void *user)
{
    struct made *m = user;
    struct arena a = {0};
    struct str text = text_of(&a, m->which);
    struct utterance u;
    struct word_time *words;
    struct speech s;
    ptrdiff_t count, missing, at = 0;
    check(with_voice(), "a voice", text);
    check(speak(&s, &a, text, &missing) == BC_OK && missing == -1, "it is spoken", text);
    check(s.parts >= 2 && s.parts <= 4, "in a few parts", text);
    for (ptrdiff_t i = 0; i < s.word_count; i++) {
        const struct word_time *w = &s.words[i];
        check(w->begin >= at && w->end > w->begin, "words in order", text);
        check(!str_trim(str_slice(text, at, w->begin)).len, "no word is missing", text);
        check(w->start < w->stop && w->stop <= s.frames, "a time", text);
        check(!i || w->start >= w[-1].stop, "times in order", text);
        at = w->end;
    }
    check(!str_trim(str_slice(text, at, text.len)).len, "to the end", text);
    struct hasher h;
    hasher_init(&h);
    hasher_field(&h, (struct str){(const char *)s.pcm, 2 * (ptrdiff_t)s.frames});
    struct hash hash = hasher_done(&h);
    check(write(m->pipe[1], hash.bytes, HASH_BYTES) == HASH_BYTES, "hash", text);
    /* The proof that it must be. */
    check(engine_speak(&u, &a, text, false, FRAMES_MOST) == BC_OK &&
              (words_locate(&words, &count, &missing, &a, text, &u) == BC_EINPUT ||
               u.cut_short >= 0),
          "whole it is dropped", text);
    return !wrong;
}

static void dropped_words_are_spoken_apart(void **state)
{
    (void)state;
    for (int which = 0; which < 3; which++) {
        struct made first = {.which = which}, again = {.which = which};
        struct made *const both[] = {&first, &again};
        for (int i = 0; i < 2; i++) {
            struct made *m = both[i];
            assert_int_equal(pipe(m->pipe), 0);
            assert_true(engine_fork(is_split, m));
            assert_int_equal(read(m->pipe[0], m->hash, HASH_BYTES), HASH_BYTES);
            close(m->pipe[0]);
            close(m->pipe[1]);
        }
        assert_memory_equal(first.hash, again.hash, HASH_BYTES);
    }
}

static bool is_one_part(void *user)
{
    struct arena a = {0};
    struct str text = S("It is one of the best in the world, as it has been since then.");
    struct speech s;
    ptrdiff_t missing;
    (void)user;
    check(with_voice(), "a voice", text);
    check(speak(&s, &a, text, &missing) == BC_OK && s.parts == 1, "one part", text);
    check(s.word_count == 15 && s.words[14].end == text.len, "all words", text);
    return !wrong;
}

static bool is_told(void *user)
{
    static const struct {
        struct str text;
        ptrdiff_t missing;
    } cases[] = {
        {S("we saw \u13A0 there"), 7}, /* Cherokee: no sound, no event */
        {S("\u13A0"), 0},
        {S("at \u0663 and \u0CDD."), 3}, /* Arabic figures */
        {S("One, two. Then \u13A0\u13B0, and more"), 15},
    };
    (void)user;
    check(with_voice(), "a voice", cases[0].text);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena a = {0};
        struct speech s;
        ptrdiff_t missing = -2;
        check(speak(&s, &a, cases[i].text, &missing) == BC_EINPUT, "told", cases[i].text);
        check(missing == cases[i].missing, "the place", cases[i].text);
        arena_clear(&a);
    }
    struct arena a = {0};
    struct speech s;
    ptrdiff_t missing = -2;
    enum bc_status status =
        speech_make(&s, &missing, &a, S("one two three"), false, 1000);
    check(status == BC_EINPUT && missing == -1, "too long is no loss", S("one"));
    return !wrong;
}

static void what_is_whole_is_one_part(void **state)
{
    (void)state;
    assert_true(engine_fork(is_one_part, NULL));
}

static void what_cannot_be_spoken_is_told(void **state)
{
    (void)state;
    assert_true(engine_fork(is_told, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dropped_words_are_spoken_apart),
        cmocka_unit_test(what_is_whole_is_one_part),
        cmocka_unit_test(what_cannot_be_spoken_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
