/* Two scripts compared by what reaches the listener, and by what a script file keeps. */
#ifndef TESTS_SCRIPT_EQUAL_H
#define TESTS_SCRIPT_EQUAL_H

#include "script/script.h"

static void assert_str_equal(struct str x, struct str y)
{
    if (!str_eq(x, y))
        print_error("one   <%.*s>\nother <%.*s>\n", STR_ARGS(x), STR_ARGS(y));
    assert_true(str_eq(x, y));
}

static void assert_same_cast(const struct script *x, const struct script *y)
{
    assert_int_equal(x->cast_count, y->cast_count);
    for (ptrdiff_t i = 0; i < x->cast_count; i++) {
        const struct cast_entry *p = &x->cast[i], *q = &y->cast[i];
        assert_str_equal(p->speaker, q->speaker);
        assert_str_equal(p->say, q->say);
        assert_int_equal(p->anonymous, q->anonymous);
        assert_int_equal(p->voice_count, q->voice_count);
        for (ptrdiff_t v = 0; v < p->voice_count; v++)
            assert_str_equal(p->voices[v], q->voices[v]);
    }
}

static void assert_same_structure(const struct script *x, const struct script *y)
{
    assert_int_equal(x->chapter_count, y->chapter_count);
    for (ptrdiff_t i = 0; i < x->chapter_count; i++) {
        assert_str_equal(x->chapters[i].title, y->chapters[i].title);
        assert_int_equal(x->chapters[i].level, y->chapters[i].level);
        assert_int_equal(x->chapters[i].first_turn, y->chapters[i].first_turn);
    }
    assert_int_equal(x->turn_count, y->turn_count);
    for (ptrdiff_t i = 0; i < x->turn_count; i++) {
        assert_str_equal(x->turns[i].speaker, y->turns[i].speaker);
        assert_int_equal(x->turns[i].anonymous, y->turns[i].anonymous);
        assert_int_equal(x->turns[i].chapter, y->turns[i].chapter);
        assert_int_equal(x->turns[i].first_paragraph, y->turns[i].first_paragraph);
    }
    assert_int_equal(x->paragraph_count, y->paragraph_count);
    for (ptrdiff_t i = 0; i < x->paragraph_count; i++) {
        assert_str_equal(x->paragraphs[i].text.str, y->paragraphs[i].text.str);
        assert_int_equal(x->paragraphs[i].turn, y->paragraphs[i].turn);
        assert_int_equal(x->paragraphs[i].first_segment, y->paragraphs[i].first_segment);
    }
    assert_int_equal(x->note_count, y->note_count);
    for (ptrdiff_t i = 0; i < x->note_count; i++) {
        assert_str_equal(x->notes[i].text.str, y->notes[i].text.str);
        assert_int_equal(x->notes[i].reason, y->notes[i].reason);
        assert_int_equal(x->notes[i].before_paragraph, y->notes[i].before_paragraph);
    }
}

__attribute__((unused)) static void assert_same_script(const struct script *x,
                                                       const struct script *y)
{
    assert_str_equal(x->title, y->title);
    assert_str_equal(x->date, y->date);
    assert_str_equal(x->language, y->language);
    assert_str_equal(x->description, y->description);
    assert_str_equal(x->origin, y->origin);
    assert_same_cast(x, y);
    assert_same_structure(x, y);
    assert_int_equal(x->segment_count, y->segment_count);
    for (ptrdiff_t i = 0; i < x->segment_count; i++) {
        assert_str_equal(x->segments[i].spoken, y->segments[i].spoken);
        assert_str_equal(x->segments[i].text, y->segments[i].text);
        assert_int_equal(x->segments[i].pause_after_ms, y->segments[i].pause_after_ms);
        assert_int_equal(x->segments[i].turn, y->segments[i].turn);
        assert_int_equal(x->segments[i].paragraph, y->segments[i].paragraph);
        assert_true(style_eq(script_style(x, x->segments[i].style),
                             script_style(y, y->segments[i].style)));
    }
}

#endif
