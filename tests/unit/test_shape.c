/* What a profile does with the place of a sentence: which place it has, what is said otherwise, and how
 * long the pauses get. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "script/pauses.h"
#include "script_make.h"
#include "voice/shape.h"

static struct script *read(struct arena *a, struct diag *d, const char *text)
{
    struct script *s;
    assert_int_equal(read_script(&s, a, source_make(a, S("test.md"), str_from(text)), d),
                     BC_OK);
    return s;
}

static void knows_the_place_of_a_sentence(void **state)
{
    (void)state;
    struct arena a = {0};
    struct diag d = {.arena = &a};
    struct script *s = read(&a, &d,
                            "---\ntitle: T\nlanguage: en\nbriefcast: 1\n---\n\n"
                            "**Ann:** One comes first. Two is here. Three ends it.\n\n"
                            "Four begins. Is five the last?\n\nSix stands alone.\n\n"
                            "**Bo:** Only this.\n\n**Ann:** <prosody rate=\"slow\">Part "
                            "one</prosody> and part two. The end.\n");
    static const enum shape_place expected[] = {
        SHAPE_TURN, SHAPE_BODY, SHAPE_LAST, SHAPE_PARAGRAPH, SHAPE_BODY,
        SHAPE_BODY, SHAPE_BODY, SHAPE_TURN, SHAPE_TURN,      SHAPE_LAST,
    };
    const enum shape_place *places = shape_places(s, &a);
    assert_int_equal(s->segment_count, 10);
    for (int i = 0; i < 10; i++)
        assert_int_equal(places[i], expected[i]);
    arena_clear(&a);
}

/* The end of a question rises: nothing lowers it, whatever closes behind it. */
static void a_question_does_not_fall(void **state)
{
    (void)state;
    struct arena a = {0};
    struct diag d = {.arena = &a};
    static const struct {
        const char *end;
        enum shape_place place;
    } ends[] = {
        {"Is it late.", SHAPE_LAST},     {"Is it late?", SHAPE_BODY},
        {"\"Is it late?\"", SHAPE_BODY}, {"«Is it late?»", SHAPE_BODY},
        {"(Is it late?)", SHAPE_BODY},   {"Is it late？", SHAPE_BODY},
        {"It is late!", SHAPE_LAST},
    };
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        struct str text = str_format(&a,
                                     "---\ntitle: T\nlanguage: en\nbriefcast: 1\n---\n\n"
                                     "**Ann:** One comes first. Two is here. %s\n",
                                     ends[i].end);
        struct script *s = read(&a, &d, str_z(&a, text));
        assert_int_equal(s->segment_count, 3);
        assert_int_equal(shape_places(s, &a)[2], ends[i].place);
    }
    arena_clear(&a);
}

static void shapes_by_place(void **state)
{
    (void)state;
    const struct style plain = {0};
    const struct profile flat = {0},
                         p = {.shape = {
                                  .lift_ct = 60, .fall_ct = 80, .widen = 10, .ease = 3}};
    for (int place = SHAPE_BODY; place <= SHAPE_LAST; place++) {
        struct style s = shape_style(&flat, &plain, (enum shape_place)place);
        assert_true(style_eq(&s, &plain));
    }
    static const struct style expected[] = {
        [SHAPE_TURN] = {.pitch_cents = 60, .range = 100},
        [SHAPE_PARAGRAPH] = {.pitch_cents = 30, .range = 50},
        [SHAPE_LAST] = {.pitch_cents = -80, .range = -100, .rate = -30},
    };
    for (int place = SHAPE_BODY; place <= SHAPE_LAST; place++) {
        struct style s = shape_style(&p, &plain, (enum shape_place)place);
        assert_true(style_eq(&s, &expected[place]));
    }
}

/* What a script says of pitch, range or tempo stands; the rest is shaped. */
static void a_script_has_its_say(void **state)
{
    (void)state;
    const struct profile p = {
        .shape = {.lift_ct = 60, .fall_ct = 80, .widen = 10, .ease = 3}};
    static const struct {
        struct style script, heard;
    } cases[] = {
        {{.pitch_cents = 200}, {.pitch_cents = 200, .range = -100, .rate = -30}},
        {{.pitch_hz = 90}, {.pitch_hz = 90, .range = -100, .rate = -30}},
        {{.pitch_shift_hz = -9}, {.pitch_shift_hz = -9, .range = -100, .rate = -30}},
        {{.range = 300}, {.pitch_cents = -80, .range = 300, .rate = -30}},
        {{.rate = 250}, {.pitch_cents = -80, .range = -100, .rate = 250}},
        {{.volume_cb = 300},
         {.pitch_cents = -80, .range = -100, .rate = -30, .volume_cb = 300}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct style s = shape_style(&p, &cases[i].script, SHAPE_LAST);
        assert_true(style_eq(&s, &cases[i].heard));
    }
}

/* The same without breath; with it longer between long sentences, and never where a <break> stands. */
static void pauses_breathe(void **state)
{
    (void)state;
    struct arena a = {0};
    struct diag d = {.arena = &a};
    struct script *s = read(
        &a, &d,
        "---\ntitle: T\nlanguage: en\nbriefcast: 1\n---\n\n"
        "**Ann:** Yes. No. This is a sentence of a good many words, which goes on for so "
        "long that whoever reads it aloud has to fetch breath behind it, and not a "
        "little, "
        "before the next. This is a sentence of a good many words, which goes on for so "
        "long that whoever reads it aloud has to fetch breath behind it, and not a "
        "little, "
        "before the next. <break time=\"300ms\"/> Thank you.\n\n**Bo:** Right.\n");
    int none[] = {0, 0}, half[] = {50, 50}, all[] = {100, 100}, planned[6];
    assert_int_equal(s->segment_count, 6);
    for (int i = 0; i < 6; i++)
        planned[i] = s->segments[i].pause_after_ms;
    pauses_plan(s, none);
    for (int i = 0; i < 6; i++)
        assert_int_equal(s->segments[i].pause_after_ms, planned[i]);
    pauses_plan(s, half);
    assert_int_equal(s->segments[0].pause_after_ms, PAUSE_SENTENCE_MS * 3 / 4);
    pauses_plan(s, all);
    assert_int_equal(s->segments[0].pause_after_ms, PAUSE_SENTENCE_MS / 2);
    assert_in_range(s->segments[2].pause_after_ms, PAUSE_SENTENCE_MS * 5 / 4,
                    PAUSE_SENTENCE_MS * 3 / 2);
    assert_int_equal(s->segments[3].pause_after_ms, 300);
    assert_int_equal(s->segments[4].pause_after_ms,
                     planned[4]); /* another turn follows */
    assert_int_equal(s->segments[5].pause_after_ms, PAUSE_EDGE_MS);
    arena_clear(&a);
}

/* Every turn has the breath of its voice; without any, not a pause is touched. */
static void pauses_are_the_voices(void **state)
{
    (void)state;
    struct arena a = {0};
    struct diag d = {.arena = &a};
    struct script *s = read(&a, &d,
                            "---\ntitle: T\nlanguage: en\nbriefcast: 1\n---\n\n"
                            "**Ann:** Yes. No. Yes.\n\n**Bo:** Yes. No. Yes.\n");
    struct profile voices[] = {{.name = S("alto")}, {.name = S("bass")}};
    struct palette palette = {.profiles = voices, .count = 2};
    s->turns[0].voice = voices[0].name;
    s->turns[1].voice = voices[1].name;
    s->segments[0].pause_after_ms = 7;
    shape_pauses(s, &palette);
    assert_int_equal(s->segments[0].pause_after_ms, 7);
    voices[1].shape.breath = 100;
    shape_pauses(s, &palette);
    assert_int_equal(s->segments[0].pause_after_ms, PAUSE_SENTENCE_MS);
    assert_int_equal(s->segments[2].pause_after_ms, PAUSE_TURN_MS);
    assert_int_equal(s->segments[3].pause_after_ms, PAUSE_SENTENCE_MS / 2);
    arena_clear(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_the_place_of_a_sentence),
        cmocka_unit_test(a_question_does_not_fall),
        cmocka_unit_test(shapes_by_place),
        cmocka_unit_test(a_script_has_its_say),
        cmocka_unit_test(pauses_breathe),
        cmocka_unit_test(pauses_are_the_voices),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
