/* timeline: pauses as planned, chapters on whole seconds, at most 99 of them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "mix/timeline.h"
#include "script/pauses.h"

enum { MS = 48, PACKET = 960 };

/* A script of `n` segments, one turn each; chapters[i] is segment i's. */
static struct script *make_script(struct arena *a, int n, const int *chapters,
                                  int chapter_count)
{
    struct script *s = arena_new(a, struct script);
    s->source = source_make(a, S("t.md"), S("x"));
    s->segments = arena_array(a, struct segment, n);
    s->turns = arena_array(a, struct turn, n);
    s->chapters = arena_array(a, struct chapter, chapter_count);
    s->segment_count = s->turn_count = n;
    s->chapter_count = chapter_count;
    for (int i = 0; i < n; i++) {
        s->segments[i].turn = i;
        s->segments[i].pause_after_ms = PAUSE_SENTENCE_MS;
        s->turns[i].chapter = chapters ? chapters[i] : 0;
    }
    for (int i = 0; i < chapter_count; i++)
        s->chapters[i].title = str_format(a, "chapter %d", i);
    return s;
}

/* A clip of `packets`, its speech from `lead` on, with `tail` samples of silence behind. */
static struct clip make_clip(int packets, int lead, int tail)
{
    return (struct clip){.packet_count = packets,
                         .speech_begin = lead,
                         .speech_end = packets * PACKET - tail};
}

static void pauses_are_as_planned(void **state)
{
    (void)state;
    struct arena a = {0};
    struct diag d = {.arena = &a};
    static const int plan[] = {0, 20, 160, 300, 500, 800, 60000, PAUSE_EDGE_MS};
    struct script *s = make_script(&a, 8, NULL, 1);
    struct clip clips[8];
    for (int i = 0; i < 8; i++) {
        s->segments[i].pause_after_ms = plan[i];
        clips[i] = make_clip(40 + i, 960 + 37 * i, 1200 + 11 * i);
    }
    struct timeline *t;
    assert_int_equal(timeline_build(&t, &a, s, clips, &d), BC_OK);
    for (int i = 0; i < 8; i++) {
        assert_int_equal(t->entries[i].start,
                         t->entries[i].packet * PACKET + clips[i].speech_begin);
        assert_int_equal(t->entries[i].end - t->entries[i].start,
                         clips[i].speech_end - clips[i].speech_begin);
        if (!i)
            continue;
        int64_t pause = t->entries[i].start - t->entries[i - 1].end;
        int64_t own = clips[i].speech_begin + 1200 + 11 * (i - 1);
        int64_t planned = plan[i - 1] * MS;
        if (own >= planned) {
            assert_int_equal(pause, own);
        } else {
            assert_true(pause >= planned && pause < planned + PACKET);
        }
    }
    int64_t tail = t->end - t->entries[7].end;
    assert_true(tail >= PAUSE_EDGE_MS * MS && tail < PAUSE_EDGE_MS * MS + PACKET);
    assert_int_equal(t->end % PACKET, 0);
    /* all of it is decoded, and less than a packet is trimmed (RFC 7845 section 4.4) */
    assert_true(t->packets * PACKET >= t->end + 312 &&
                t->packets * PACKET - t->end - 312 < PACKET);
    assert_int_equal(d.count, 0);
    arena_clear(&a);
}

/* Whatever the clips' lengths and leads, and even without a pause before a chapter. */
static void chapters_start_on_whole_seconds_just_before_the_sound(void **state)
{
    (void)state;
    struct arena a = {0};
    struct diag d = {.arena = &a};
    enum { N = 90 };
    int chapters[N];
    for (int i = 0; i < N; i++)
        chapters[i] = i / 2;
    struct script *s = make_script(&a, N, chapters, N / 2);
    struct clip clips[N];
    for (int i = 0; i < N; i++) {
        s->segments[i].pause_after_ms =
            i % 2 ? (i % 3 ? PAUSE_CHAPTER_MS : 0) : PAUSE_SENTENCE_MS;
        clips[i] = make_clip(30 + i * 7 % 53, 960 + i * 131 % 2000, 960 + i * 61 % 900);
    }
    struct timeline *t;
    assert_int_equal(timeline_build(&t, &a, s, clips, &d), BC_OK);
    assert_int_equal(t->chapter_count, N / 2);
    for (int i = 0; i < N / 2; i++) {
        const struct timeline_chapter *c = &t->chapters[i];
        int64_t late = t->entries[2 * i].start - c->start;
        assert_int_equal(c->start % 48000, 0);
        assert_true(late >= 0 && late <= 40 * MS);
        if (clips[2 * i].speech_begin <= 40 * MS) /* the chapter begins with the clip */
            assert_int_equal(t->entries[2 * i].packet * PACKET, c->start);
        assert_int_equal(c->chapter, i);
        assert_int_equal(c->end, i + 1 < N / 2 ? t->chapters[i + 1].start : t->end);
        if (i) {
            int64_t pause = t->entries[2 * i].start - t->entries[2 * i - 1].end;
            int planned = s->segments[2 * i - 1].pause_after_ms;
            assert_true(pause >= planned * MS && pause < (planned + 1100) * MS);
            assert_true(c->start >= t->entries[2 * i - 1].end);
        }
    }
    assert_int_equal(t->chapters[0].start, 48000);
    arena_clear(&a);
}

static void over_99_chapters_merge_with_one_warning(void **state)
{
    (void)state;
    struct arena a = {0};
    struct diag d = {.arena = &a};
    enum { N = 130 };
    int chapters[N];
    for (int i = 0; i < N; i++)
        chapters[i] = i;
    struct script *s = make_script(&a, N, chapters, N);
    struct clip clips[N];
    for (int i = 0; i < N; i++)
        clips[i] = make_clip(20, 960, 960);
    struct timeline *t;
    assert_int_equal(timeline_build(&t, &a, s, clips, &d), BC_OK);
    assert_int_equal(t->chapter_count, 99);
    assert_int_equal(t->chapters[98].chapter, 98);
    assert_int_equal(t->chapters[98].end, t->end);
    assert_true(t->end > t->entries[129].end);
    assert_int_equal(d.warnings, 1);
    assert_int_equal(d.errors, 0);
    assert_true(str_find(d.entries[0].message, S("130")) >= 0);
    arena_clear(&a);
}

static void chapters_without_speech_are_left_out(void **state)
{
    (void)state;
    struct arena a = {0};
    struct diag d = {.arena = &a};
    static const int chapters[] = {1, 1, 3};
    struct script *s = make_script(&a, 3, chapters, 5);
    struct clip clips[] = {make_clip(20, 960, 960), make_clip(20, 960, 960),
                           make_clip(20, 960, 960)};
    struct timeline *t;
    assert_int_equal(timeline_build(&t, &a, s, clips, &d), BC_OK);
    assert_int_equal(t->chapter_count, 2);
    assert_true(str_eq(t->chapters[0].title, S("chapter 1")));
    assert_true(str_eq(t->chapters[1].title, S("chapter 3")));
    assert_int_equal(d.warnings, 3);
    s->segment_count = 0;
    assert_int_equal(timeline_build(&t, &a, s, clips, &d), BC_EINPUT);
    assert_int_equal(d.errors, 1);
    arena_clear(&a);
}

/* A segment that failed leaves its pauses, and a chapter that begins with it begins all the same. */
static void a_clip_of_no_packets_is_a_gap(void **state)
{
    (void)state;
    struct arena a = {0};
    struct diag d = {.arena = &a};
    static const int chapters[] = {0, 0, 1, 1};
    struct script *s = make_script(&a, 4, chapters, 2);
    struct clip clips[] = {make_clip(20, 960, 960),
                           {.packet_count = 0},
                           {.packet_count = 0},
                           make_clip(20, 960, 960)};
    struct timeline *t;
    assert_int_equal(timeline_build(&t, &a, s, clips, &d), BC_OK);
    assert_int_equal(t->entries[1].start, t->entries[1].end);
    assert_int_equal(t->chapters[1].start % 48000, 0);
    assert_int_equal(t->entries[2].start, t->chapters[1].start);
    assert_true(t->entries[3].start - t->entries[2].end >= PAUSE_SENTENCE_MS * MS);
    arena_clear(&a);
}

static void clock_rounds_down(void **state)
{
    (void)state;
    struct arena a = {0};
    assert_true(str_eq(timeline_clock(&a, 0), S("00:00:00.000")));
    assert_true(str_eq(timeline_clock(&a, 48 * 1000 - 1), S("00:00:00.999")));
    assert_true(str_eq(timeline_clock(&a, 48 * 3723456LL + 47), S("01:02:03.456")));
    assert_true(str_eq(timeline_clock(&a, 48000LL * 360000), S("100:00:00.000")));
    arena_clear(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pauses_are_as_planned),
        cmocka_unit_test(chapters_start_on_whole_seconds_just_before_the_sound),
        cmocka_unit_test(over_99_chapters_merge_with_one_warning),
        cmocka_unit_test(chapters_without_speech_are_left_out),
        cmocka_unit_test(a_clip_of_no_packets_is_a_gap),
        cmocka_unit_test(clock_rounds_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
