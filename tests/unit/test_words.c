/* words: every token has its time, or the loss is told. */
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

#include "synth/words.h"

enum { FRAMES = 100000 };

/* Events as (sample, position, length), ended by position 0, over a steady tone that is silent in
 * the last 1000 samples before each multiple of 10,000. */
static struct utterance utterance(struct arena *a, const int (*events)[3])
{
    int16_t *pcm = arena_array(a, int16_t, FRAMES);
    for (int i = 0; i < FRAMES; i++)
        pcm[i] = i % 10000 >= 9000 ? 0 : i & 1 ? 8000 : -8000;
    struct engine_event *e = arena_array(a, struct engine_event, 64);
    ptrdiff_t count = 0;
    for (; events[count][1]; count++)
        e[count] =
            (struct engine_event){events[count][0], events[count][1], events[count][2]};
    return (struct utterance){pcm, FRAMES, e, count, -1};
}

static struct word_time *located(struct arena *a, struct str text, const int (*events)[3],
                                 ptrdiff_t want)
{
    struct utterance u = utterance(a, events);
    struct word_time *words;
    ptrdiff_t count, missing = -1;
    assert_int_equal(words_locate(&words, &count, &missing, a, text, &u), BC_OK);
    assert_int_equal(count, want);
    for (ptrdiff_t i = 0; i < count; i++) {
        assert_true(words[i].start < words[i].stop && words[i].stop <= FRAMES);
        assert_true(!i || words[i - 1].stop <= words[i].start);
    }
    return words;
}

static void dropped(struct arena *a, struct str text, const int (*events)[3],
                    ptrdiff_t at)
{
    struct utterance u = utterance(a, events);
    struct word_time *words;
    ptrdiff_t count, missing = -1;
    assert_int_equal(words_locate(&words, &count, &missing, a, text, &u), BC_EINPUT);
    assert_int_equal(missing, at);
}

static void first_event_in_a_token_is_its_begin(void **state)
{
    (void)state;
    struct arena a = {0};
    /* "2017" gives four events, which jump; "-" is no token. */
    struct word_time *w = located(&a, S("In 2017 - we-met."),
                                  (const int[][3]){{0, 1, 2},
                                                   {10000, 4, 4},
                                                   {13000, 5, 4},
                                                   {15000, 4, 4},
                                                   {18000, 5, 4},
                                                   {20000, 9, 1},
                                                   {30000, 11, 2},
                                                   {40000, 14, 3},
                                                   {0}},
                                  3);
    assert_int_equal(w[1].start, 10000);
    assert_int_equal(w[1].begin, 3);
    assert_int_equal(w[1].end, 7);
    assert_int_equal(w[2].start, 30000);
    assert_int_equal(w[2].begin, 10);
    assert_int_equal(w[2].end, 17);
    assert_false(w[0].interpolated || w[1].interpolated || w[2].interpolated);
    arena_clear(&a);
}

static void event_at_a_mark_is_that_of_the_token_behind_it(void **state)
{
    (void)state;
    struct arena a = {0};
    /* as eSpeak NG tells "1941 - 1945": nothing at the second number itself */
    struct word_time *w = located(
        &a, S("in 41 - 45 now"),
        (const int[][3]){{0, 1, 2}, {10000, 4, 2}, {20000, 7, 1}, {30000, 12, 3}, {0}},
        4);
    assert_int_equal(w[2].start, 20000);
    assert_false(w[2].interpolated);
    w = located(&a, S("or - 45"), (const int[][3]){{0, 1, 2}, {20000, 4, 1}, {0}}, 2);
    assert_int_equal(w[1].start, 20000);
    dropped(
        &a, S("in 41 - 45 46 now"),
        (const int[][3]){{0, 1, 2}, {10000, 4, 2}, {20000, 7, 1}, {30000, 15, 3}, {0}},
        11);
    arena_clear(&a);
}

static void ends_before_the_silence(void **state)
{
    (void)state;
    struct arena a = {0};
    struct word_time *w =
        located(&a, S("one two three"),
                (const int[][3]){{0, 1, 3}, {10000, 5, 3}, {25000, 9, 5}, {0}}, 3);
    assert_in_range(w[0].stop, 9000, 9110);
    assert_in_range(w[1].stop, 25000, 25000); /* no silence there */
    assert_in_range(w[2].stop, FRAMES - 1000, FRAMES - 890);
    arena_clear(&a);
}

static void begins_behind_the_silence(void **state)
{
    (void)state;
    struct arena a = {0};
    /* as before a "t": the event is told where the closure begins */
    struct word_time *w =
        located(&a, S("one two three"),
                (const int[][3]){{0, 1, 3}, {9200, 5, 3}, {19900, 9, 5}, {0}}, 3);
    assert_in_range(w[1].start, 9890, 10000);
    assert_in_range(w[2].start, 19890, 20000);
    w = located(&a, S("one two three"), /* where nothing else is heard it stays */
                (const int[][3]){{0, 1, 3}, {9200, 5, 3}, {9700, 9, 5}, {0}}, 3);
    assert_int_equal(w[1].start, 9200);
    arena_clear(&a);
}

static void merged_tokens_split_by_characters(void **state)
{
    (void)state;
    struct arena a = {0};
    struct word_time *w =
        located(&a, S("some of the seven"),
                (const int[][3]){{0, 1, 4}, {10000, 6, 2}, {15000, 13, 5}, {0}}, 4);
    assert_true(w[2].interpolated && !w[1].interpolated && !w[3].interpolated);
    assert_in_range(w[1].stop, 11990, 12010);
    assert_int_equal(w[1].stop, w[2].start);
    assert_int_equal(w[2].stop, 15000);
    w = located(&a, S("as it has been"),
                (const int[][3]){{0, 1, 2}, {900, 4, 2}, {2000, 7, 3}, {0}}, 4);
    assert_true(w[3].interpolated && w[3].stop > 90000); /* the last one, too */
    w = located(&a, S("a \xc2\xa3x and x"),
                (const int[][3]){{700, 6, 3}, {900, 10, 1}, {0}}, 4);
    assert_int_equal(w[0].start, 0); /* before the first event */
    arena_clear(&a);
}

static void doubtful_events_count_when_due(void **state)
{
    (void)state;
    struct arena a = {0};
    struct word_time *w = located(&a, S("his tale is told"),
                                  (const int[][3]){{0, 1, 3},
                                                   {10000, 5, 0},
                                                   {20000, 10, 2},
                                                   {22000, 1, 0},
                                                   {30000, 13, 4},
                                                   {40000, 14, 0},
                                                   {0}},
                                  4);
    assert_int_equal(w[1].start, 10000);
    assert_false(w[1].interpolated);
    assert_int_equal(w[3].start, 30000);
    w = located(&a, S("his tale is told"), /* one that leaps ahead does not */
                (const int[][3]){{0, 1, 3},
                                 {10000, 13, 0},
                                 {20000, 5, 4},
                                 {30000, 10, 2},
                                 {40000, 13, 4},
                                 {0}},
                4);
    assert_int_equal(w[1].start, 20000);
    assert_int_equal(w[3].start, 40000);
    arena_clear(&a);
}

static void positions_are_code_points(void **state)
{
    (void)state;
    struct arena a = {0};
    struct word_time *w =
        located(&a,
                S("\xc3\xa9migr\xc3\xa9s \xe2\x80\x9c"
                  "na\xc3\xafve\xe2\x80\x9d x"),
                (const int[][3]){{0, 1, 7}, {10000, 10, 5}, {20000, 17, 1}, {0}}, 3);
    assert_int_equal(w[1].start, 10000);
    assert_int_equal(w[1].begin, 10);
    assert_int_equal(w[2].start, 20000);
    arena_clear(&a);
}

static void loss_is_told(void **state)
{
    (void)state;
    struct arena a = {0};
    dropped(&a, S("a b c d e f g"), (const int[][3]){{0, 1, 1}, {1000, 3, 1}, {0}}, 4);
    dropped(&a, S("a b c d e f g"), (const int[][3]){{0, 1, 1}, {1000, 13, 1}, {0}}, 2);
    dropped(&a, S("x"), (const int[][3]){{0}}, 0);
    dropped(&a, S("in 1942 1943"), (const int[][3]){{0, 1, 2}, {1000, 4, 4}, {0}}, 8);
    dropped(&a, S("in 1942 943x"), (const int[][3]){{0, 1, 2}, {1000, 4, 4}, {0}}, 8);
    dropped(&a, S("x 943 end"), (const int[][3]){{0, 1, 1}, {1000, 7, 3}, {0}}, 2);
    dropped(&a, S("long gone"), (const int[][3]){{FRAMES - 1, 1, 4}, {0}}, 5);
    located(&a, S("10 000 000 ships"), (const int[][3]){{0, 1, 2}, {10000, 12, 5}, {0}},
            4);
    located(&a, S("... - \xe2\x80\x94"), (const int[][3]){{0}}, 0);
    located(&a, S(""), (const int[][3]){{0}}, 0);
    arena_clear(&a);
}

/* ---- with the engine, in a process of its own ---- */

static void check(bool fine, const char *what)
{
    if (fine)
        return;
    fprintf(stderr, "not so: %s\n", what);
    _exit(1);
}

static enum bc_status spoken(struct arena *a, struct str text, struct word_time **words,
                             ptrdiff_t *count, ptrdiff_t *missing)
{
    struct utterance u;
    check(engine_speak(&u, a, text, false, 200 * ENGINE_RATE_HZ) == BC_OK, text.ptr);
    return words_locate(words, count, missing, a, text, &u);
}

static void speak_much(void)
{
    struct arena a = {0};
    struct word_time *w;
    ptrdiff_t count, missing;
    check(engine_open() == BC_OK, "open");
    check(engine_set_voice(&(struct engine_voice){S("en"), 50, 50, 175}) == BC_OK,
          "voice");
    check(
        spoken(
            &a,
            S("It is one of the oldest in the world, as it has been since 1887: "
              "\xe2\x80\x9c"
              "a tale"
              "\xe2\x80\x9d isn\xe2\x80\x99t 10,000 words & 3.5% long \xe2\x80\x94 yes!"),
            &w, &count, &missing) == BC_OK &&
            count == 23,
        "a sentence is whole");
    int64_t previous = -1;
    for (ptrdiff_t i = 0; i < count; i++) {
        check(w[i].start > previous && w[i].stop > w[i].start, "ascending");
        previous = w[i].start;
    }
    struct strbuf b = {.arena = &a}; /* over 1000 phonemes without a comma */
    for (int year = 1900; year < 1970; year++)
        strbuf_addf(&b, "%d ", year);
    check(spoken(&a, strbuf_str(&b), &w, &count, &missing) == BC_EINPUT, "loss of years");
    check(missing > 150 && missing < 350 && missing % 5 == 0, "place of the loss");
    b = (struct strbuf){.arena = &a}; /* over 300 words */
    for (int i = 0; i < 320; i++)
        strbuf_addf(&b, "%c ", 'a' + i % 2 * 8);
    check(spoken(&a, strbuf_str(&b), &w, &count, &missing) == BC_EINPUT,
          "loss of letters");
    check(missing >= 590 && missing <= 602, "place of the loss");
}

static void finds_words_of_the_engine(void **state)
{
    (void)state;
    int status;
    pid_t child = fork();
    if (!child) {
        speak_much();
        _exit(0);
    }
    waitpid(child, &status, 0);
    assert_int_equal(status, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(first_event_in_a_token_is_its_begin),
        cmocka_unit_test(event_at_a_mark_is_that_of_the_token_behind_it),
        cmocka_unit_test(ends_before_the_silence),
        cmocka_unit_test(begins_behind_the_silence),
        cmocka_unit_test(merged_tokens_split_by_characters),
        cmocka_unit_test(doubtful_events_count_when_due),
        cmocka_unit_test(positions_are_code_points),
        cmocka_unit_test(loss_is_told),
        cmocka_unit_test(finds_words_of_the_engine),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
