/* gap: an announcement in place of a sentence, with every level above it still in order. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "cli/gap.h"

enum { SEGMENTS = 7 };

/* Two chapters; turns of 3, 1 and 3 segments; the third one's paragraphs have 1 and 2. */
struct fixture {
    struct arena a;
    struct script s;
    struct ledger l;
    bool missing[SEGMENTS];
};

static int set_up(void **state)
{
    static struct fixture f;
    f = (struct fixture){0};
    static const int turn_of[] = {0, 0, 0, 1, 2, 2, 2},
                     paragraph_of[] = {0, 0, 0, 1, 2, 3, 3};
    static const int first_paragraph[] = {0, 1, 2}, first_segment[] = {0, 3, 4, 5};
    static const int paragraph_turn[] = {0, 1, 2, 2}, chapter_of[] = {0, 1, 1};
    static const char *const speakers[] = {"Ada", "Question", "Ben"};
    static const struct str narrator = {"anchor", 6};
    struct script *s = &f.s;
    *arena_push(&f.a, s->cast, s->cast_count, s->cast_capacity) =
        (struct cast_entry){.speaker = NARRATOR, .voices = &narrator, .voice_count = 1};
    for (int i = 0; i < 2; i++)
        *arena_push(&f.a, s->chapters, s->chapter_count, s->chapter_capacity) =
            (struct chapter){.title = S("c"), .first_turn = i};
    for (int i = 0; i < 3; i++)
        *arena_push(&f.a, s->turns, s->turn_count, s->turn_capacity) =
            (struct turn){.chapter = chapter_of[i],
                          .speaker = str_from(speakers[i]),
                          .voice = S("own"),
                          .first_paragraph = first_paragraph[i]};
    for (int i = 0; i < 4; i++)
        *arena_push(&f.a, s->paragraphs, s->paragraph_count, s->paragraph_capacity) =
            (struct paragraph){.turn = paragraph_turn[i],
                               .first_segment = first_segment[i]};
    f.l.entries = arena_array(&f.a, struct ledger_entry, SEGMENTS);
    f.l.count = SEGMENTS;
    for (int i = 0; i < SEGMENTS; i++) {
        *arena_push(&f.a, s->segments, s->segment_count, s->segment_capacity) =
            (struct segment){.turn = turn_of[i],
                             .paragraph = paragraph_of[i],
                             .text = S("said"),
                             .spoken = S("said")};
        f.l.entries[i] = (struct ledger_entry){i, i + 1, LEDGER_SPOKEN, REASON_NONE, i};
    }
    *state = &f;
    return 0;
}

static int tear_down(void **state)
{
    arena_clear(&((struct fixture *)*state)->a);
    return 0;
}

/* Parents name their first child, children their parent, and nothing is empty. */
static void assert_sound(const struct script *s)
{
    for (ptrdiff_t i = 0; i < s->segment_count; i++) {
        const struct segment *g = &s->segments[i];
        assert_int_equal(s->paragraphs[g->paragraph].turn, g->turn);
        bool first = i == 0 || s->segments[i - 1].paragraph != g->paragraph;
        assert_int_equal(first, s->paragraphs[g->paragraph].first_segment == i);
    }
    for (ptrdiff_t i = 0; i < s->paragraph_count; i++) {
        ptrdiff_t turn = s->paragraphs[i].turn;
        bool first = i == 0 || s->paragraphs[i - 1].turn != turn;
        assert_int_equal(first, s->turns[turn].first_paragraph == i);
        assert_true(script_paragraph_segments_end(s, i) > s->paragraphs[i].first_segment);
    }
    for (ptrdiff_t i = 0; i < s->turn_count; i++)
        assert_true(script_turn_paragraphs_end(s, i) > s->turns[i].first_paragraph);
    for (ptrdiff_t i = 0; i < s->chapter_count; i++)
        for (ptrdiff_t t = s->chapters[i].first_turn; t < script_chapter_turns_end(s, i);
             t++)
            assert_int_equal(s->turns[t].chapter, i);
}

static void assert_speakers(const struct script *s, const char *initials)
{
    assert_int_equal(s->segment_count, strlen(initials));
    for (ptrdiff_t i = 0; i < s->segment_count; i++)
        assert_int_equal(*s->turns[s->segments[i].turn].speaker.ptr, initials[i]);
}

static void every_set_of_gaps_leaves_a_sound_script(void **state)
{
    (void)state;
    for (unsigned set = 0; set < 1u << SEGMENTS; set++) {
        void *fresh = NULL;
        assert_int_equal(set_up(&fresh), 0);
        struct fixture *f = fresh;
        char want[] = "AAAQBBB";
        for (int i = 0; i < SEGMENTS; i++) {
            f->missing[i] = set >> i & 1;
            want[i] = f->missing[i] ? 'N' : want[i];
        }
        gaps_apply(&f->s, &f->l, &f->a, f->missing);
        assert_sound(&f->s);
        assert_speakers(&f->s, want);
        for (int i = 0; i < SEGMENTS; i++) {
            const struct segment *g = &f->s.segments[i];
            assert_true(str_eq(g->spoken, f->missing[i] ? S("A sentence is missing here.") : S("said")));
            assert_true(str_eq(g->text, g->spoken));
            assert_true(str_eq(f->s.turns[g->turn].voice,
                               f->missing[i] ? S("anchor") : S("own")));
            assert_int_equal(f->l.entries[i].kind,
                             f->missing[i] ? LEDGER_NOT_SPOKEN : LEDGER_SPOKEN);
            assert_int_equal(f->l.entries[i].segment, f->missing[i] ? -1 : i);
        }
        assert_int_equal(tear_down(&fresh), 0);
    }
}

static void a_gap_is_a_turn_of_its_own(void **state)
{
    struct fixture *f = *state;
    f->missing[1] = true;
    gaps_apply(&f->s, &f->l, &f->a, f->missing);
    assert_int_equal(f->s.turn_count, 5); /* Ada, Narrator, Ada, Question, Ben */
    assert_int_equal(f->s.chapters[1].first_turn, 3);
    assert_int_equal(f->l.entries[1].reason, REASON_ENGINE_FAILED);
}

static void without_a_narrator_the_speaker_announces(void **state)
{
    struct fixture *f = *state;
    assert_true(str_eq(gap_voice(&f->s, 4), S("anchor")));
    f->s.cast_count = 0;
    assert_true(str_eq(gap_voice(&f->s, 4), S("own")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_set_of_gaps_leaves_a_sound_script),
        cmocka_unit_test_setup_teardown(a_gap_is_a_turn_of_its_own, set_up, tear_down),
        cmocka_unit_test_setup_teardown(without_a_narrator_the_speaker_announces, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
