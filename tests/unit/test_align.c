/* align: every printed word has a time, and the right one where the wordings meet. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "episode.h"
#include "publish/align.h"
#include "speak/speak.h"

static struct episode e;

/* "a |b| c" and "a |x y| c": every other piece of one stands for that of the other. */
static struct str without_bars(struct str s)
{
    struct strbuf b = {.arena = &e.a};
    for (ptrdiff_t i = 0; i < s.len; i++)
        if (s.ptr[i] != '|')
            strbuf_add_byte(&b, s.ptr[i]);
    return strbuf_str(&b);
}

static void trace_bars(struct segment *g, struct str text, struct str spoken)
{
    struct text_run *runs = NULL;
    ptrdiff_t count = 0, capacity = 0, from = 0, at = 0;
    for (bool verbatim = true; text.len || spoken.len; verbatim = !verbatim) {
        ptrdiff_t printed = str_find_byte(text, '|'), said = str_find_byte(spoken, '|');
        printed = printed < 0 ? text.len : printed;
        said = said < 0 ? spoken.len : said;
        if (said)
            *arena_push(&e.a, runs, count, capacity) = (struct text_run){
                (int32_t)at, (int32_t)from, (int32_t)(from + printed), verbatim};
        from += printed;
        at += said;
        text = str_slice(text, printed + 1, text.len);
        spoken = str_slice(spoken, said + 1, spoken.len);
    }
    struct trace *t = arena_new(&e.a, struct trace);
    *t = (struct trace){.runs = runs, .count = count};
    g->trace = t;
}

/* The words of one segment; their times in packets from the begin of the clip. */
static ptrdiff_t align_one(struct printed_word **words, const char *text,
                           const char *spoken)
{
    arena_clear(&e.a);
    struct str printed = str_from(text), said = str_from(spoken);
    episode_begin(&e);
    episode_chapter(&e, S("One"));
    episode_say(&e, S("Mara"), without_bars(printed), without_bars(said));
    episode_end(&e);
    if (str_find_byte(printed, '|') >= 0) {
        trace_bars(&e.segments[0], printed, said);
    } else if (!str_eq(printed, said)) {
        struct trace *t = arena_new(&e.a, struct trace);
        *t = trace_letters(&e.a, printed, said);
        e.segments[0].trace = t;
    }
    ptrdiff_t count = align_words(words, &e.a, e.timeline, 0);
    int64_t clip = e.timeline->entries[0].packet * EPISODE_PACKET;
    for (ptrdiff_t i = 0; i < count; i++) {
        struct printed_word *w = *words + i;
        assert_true(w->start >= clip + e.clips[0].speech_begin && w->stop >= w->start);
        assert_true(w->stop <= clip + e.clips[0].speech_end);
        assert_true(!i || w->start >= w[-1].start);
    }
    return count;
}

static int64_t start_of(const struct printed_word *w)
{
    return w->start - e.timeline->entries[0].packet * EPISODE_PACKET;
}

static int64_t spoken_start(int i)
{
    return e.clips[0].words[i].start;
}

static void same_words_have_their_own_times(void **state)
{
    (void)state;
    struct printed_word *w;
    assert_int_equal(align_one(&w, "Good morning, all.", "Good morning, all."), 3);
    for (int i = 0; i < 3; i++) {
        assert_int_equal(start_of(&w[i]), spoken_start(i));
        assert_true(w[i].measured && w[i].spoken);
    }
    assert_true(str_eq(w[1].text, S("morning,")));
}

static void marks_go_with_the_next_word(void **state)
{
    (void)state;
    struct printed_word *w;
    assert_int_equal(align_one(&w, "\u2014 One \u2014 two ... !", "One two"), 6);
    static const int want[] = {0, 0, 1, 1, -1, -1};
    for (int i = 0; i < 6; i++)
        assert_int_equal(start_of(&w[i]),
                         want[i] < 0 ? e.clips[0].words[1].stop : spoken_start(want[i]));
    assert_false(w[0].spoken);
    assert_false(w[5].spoken);
}

/* "RPB" is three words, "2017" two: all around keep their own times. */
static void wordings_meet_again(void **state)
{
    (void)state;
    struct printed_word *w;
    assert_int_equal(
        align_one(
            &w, "The |RPB| met in |2017| twice, I think.",
            "The |Regional Pilotage Board| met in |twenty seventeen| twice, I think."),
        8);
    static const int want[] = {0, 1, 4, 5, 6, 8, 9, 10};
    for (int i = 0; i < 8; i++) {
        assert_int_equal(start_of(&w[i]), spoken_start(want[i]));
        assert_int_equal(w[i].measured, i != 1 && i != 4);
    }
    /* the other way round: three printed words, one spoken */
    assert_int_equal(
        align_one(&w, "He said |and so on and| left.", "He said |etc| left."), 7);
    assert_int_equal(start_of(&w[6]), spoken_start(3));
    assert_int_equal(start_of(&w[2]), spoken_start(2));
    assert_true(start_of(&w[5]) > start_of(&w[3]) && start_of(&w[5]) < start_of(&w[6]));
    /* as many words, other ones: one to one */
    assert_int_equal(align_one(&w, "Dr. Lindqvist spoke.", "Doctor Lindkvist spoke."), 3);
    assert_int_equal(start_of(&w[1]), spoken_start(1));
    assert_true(w[1].measured);
}

/* Words that are left out have no time of their own. */
static void words_that_are_not_said(void **state)
{
    (void)state;
    struct printed_word *w;
    struct str text = S("It [sic] rose[3] then [citation needed] fell.");
    struct arena own = {0};
    struct spoken s = speak_text(&own, text, NULL, 0, S("en"), NULL);
    arena_clear(&e.a);
    episode_begin(&e);
    episode_chapter(&e, S("One"));
    episode_say(&e, S("Mara"), text, s.str);
    episode_end(&e);
    e.segments[0].trace = &s.trace;
    assert_int_equal(align_words(&w, &e.a, e.timeline, 0), 7);
    static const int want[] = {0, -1, 1, 2, -1, -1, 3};
    for (int i = 0; i < 7; i++) {
        assert_int_equal(w[i].spoken, want[i] >= 0);
        if (want[i] >= 0)
            assert_int_equal(start_of(&w[i]), spoken_start(want[i]));
    }
    arena_clear(&own);
}

static void nothing_in_common(void **state)
{
    (void)state;
    struct printed_word *w;
    assert_int_equal(align_one(&w, "a b c d", "eins zwei"), 4);
    assert_int_equal(start_of(&w[0]), spoken_start(0));
    assert_int_equal(align_one(&w, "only marks here", "!"),
                     3); /* no spoken word at all */
    assert_true(start_of(&w[2]) > start_of(&w[0]));
    assert_int_equal(align_one(&w, "", "x"), 0);
    assert_int_equal(align_one(&w, "?!", "x"), 1);
    /* printed words that are not spoken at the end */
    assert_int_equal(align_one(&w, "yes and more", "yes"), 3);
    assert_int_equal(start_of(&w[0]), spoken_start(0));
}

/* A clip that counts its words otherwise than its text does. */
static void counts_that_contradict(void **state)
{
    (void)state;
    struct printed_word *w;
    for (int count = 0; count < 8; count++) {
        align_one(&w, "one two three", "one two three");
        e.clips[0].word_count = count;
        for (int i = 3; i < count; i++)
            e.clips[0].words[i] = e.clips[0].words[2];
        assert_int_equal(align_words(&w, &e.a, e.timeline, 0), 3);
        assert_true(w[2].start >= w[0].start);
    }
}

/* Long wordings that never meet cost no more than their length. */
static void long_texts_are_linear(void **state)
{
    (void)state;
    struct strbuf printed = {.arena = &e.a}, spoken = {.arena = &e.a};
    struct arena own = {0};
    printed.arena = spoken.arena = &own;
    for (int i = 0; i < 50000; i++) {
        strbuf_addf(&printed, "p%d ", i);
        strbuf_addf(&spoken, "s%d ", i * 2);
    }
    strbuf_add_byte(&printed, 0);
    strbuf_add_byte(&spoken, 0);
    struct printed_word *w;
    assert_int_equal(align_one(&w, printed.ptr, spoken.ptr), 50000);
    arena_clear(&own);
}

static int finish(void **state)
{
    (void)state;
    arena_clear(&e.a);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(same_words_have_their_own_times),
        cmocka_unit_test(marks_go_with_the_next_word),
        cmocka_unit_test(wordings_meet_again),
        cmocka_unit_test(words_that_are_not_said),
        cmocka_unit_test(nothing_in_common),
        cmocka_unit_test(counts_that_contradict),
        cmocka_unit_test(long_texts_are_linear),
    };
    return cmocka_run_group_tests(tests, NULL, finish);
}
