/* source: lines and columns under every line end, and what is refused at the door. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/diag.h"
#include "base/source_open.h"

static void assert_position(const struct source *s, ptrdiff_t offset, ptrdiff_t line,
                            ptrdiff_t column)
{
    struct position p = source_position(s, offset);
    assert_int_equal(p.line, line);
    assert_int_equal(p.column, column);
}

static void finds_lines_under_every_line_end(void **state)
{
    (void)state;
    struct arena a = {0};
    const struct source *s =
        source_make(&a, S("x"), S("one\ntwo\r\nthree\rfour\n\nsix\n"));
    assert_int_equal(s->line_count, 6);
    const char *want[] = {"one", "two", "three", "four", "", "six"};
    for (int i = 0; i < 6; i++)
        assert_true(str_eq(source_line(s, i + 1), str_from(want[i])));
    assert_position(s, 0, 1, 1);
    assert_position(s, 3, 1, 4); /* the line end belongs to its line */
    assert_position(s, 4, 2, 1);
    assert_position(s, 8, 2, 4); /* \n of \r\n */
    assert_position(s, 9, 3, 1);
    assert_position(s, 15, 4, 1);
    assert_position(s, s->bytes.len, 6, 4);
    assert_position(s, s->bytes.len + 100, 6, 4);
    assert_position(s, -3, 1, 1);
    const struct source *empty = source_make(&a, S("x"), S(""));
    assert_int_equal(empty->line_count, 1);
    assert_position(empty, 0, 1, 1);
    arena_clear(&a);
}

static void a_byte_order_mark_is_in_no_line_and_has_no_column(void **state)
{
    (void)state;
    struct arena a = {0};
    const struct source *s = source_make(&a, S("x"), S("\uFEFFone\ntwo\n"));
    assert_int_equal(s->text_begin, 3);
    assert_true(str_eq(source_line(s, 1), S("one")));
    assert_position(s, 0, 1, 1);
    assert_position(s, 3, 1, 1);
    assert_position(s, 5, 1, 3);
    assert_position(s, 7, 2, 1);
    const struct source *alone = source_make(&a, S("x"), S("\uFEFF"));
    assert_int_equal(source_line(alone, 1).len, 0);
    assert_position(alone, 3, 1, 1);
    arena_clear(&a);
}

static void counts_columns_in_code_points_far_into_a_line(void **state)
{
    (void)state;
    struct arena a = {0};
    struct strbuf b = {.arena = &a};
    strbuf_add(&b, S("first\n"));
    for (int i = 0; i < 100000; i++)
        strbuf_add(&b, i % 2 ? S("\u00e9") : S("\U0001F600"));
    const struct source *s = source_make(&a, S("x"), strbuf_str(&b));
    for (ptrdiff_t i = 0; i < 100000; i += 997)
        assert_position(s, 6 + (i + 1) / 2 * 4 + i / 2 * 2, 2, i + 1);
    arena_clear(&a);
}

static void refuses(struct str bytes, const char *code, ptrdiff_t line, ptrdiff_t column)
{
    struct arena a = {0};
    struct diag d = {.arena = &a};
    const struct source *s;
    assert_int_equal(source_open(&s, &a, S("x"), bytes, &d), BC_EINPUT);
    assert_int_equal(d.errors, 1);
    assert_true(str_eq(d.entries[0].code, str_from(code)));
    assert_position(s, d.entries[0].place.begin, line, column);
    arena_clear(&a);
}

static void checks_at_the_door(void **state)
{
    (void)state;
    refuses(S("ok\n\u00e9x\xff\xfe..\n"), "utf8-invalid", 2, 3);
    refuses(S("a\0b\0"), "nul-byte", 1, 2);
    refuses(S(""), "empty-input", 1, 1);
    refuses(S("\uFEFF \n\t\u00a0\n"), "empty-input", 1, 1);
    struct arena a = {0};
    struct diag d = {.arena = &a};
    const struct source *s;
    assert_int_equal(source_open(&s, &a, S("x"), S("\uFEFFfine \x01\n"), &d), BC_OK);
    assert_int_equal(d.count, 0);
    arena_clear(&a);
}

static void counts_what_is_invalid(void **state)
{
    (void)state;
    struct arena a = {0};
    struct diag d = {.arena = &a};
    const struct source *s;
    assert_int_equal(source_open(&s, &a, S("x"),
                                 S("a\xff"
                                   "b\xfe\xfd"),
                                 &d),
                     BC_EINPUT);
    assert_true(str_find(d.entries[0].message, S("3 bytes")) >= 0);
    assert_true(str_find(d.entries[0].message, S("0xFF")) >= 0);
    arena_clear(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_lines_under_every_line_end),
        cmocka_unit_test(a_byte_order_mark_is_in_no_line_and_has_no_column),
        cmocka_unit_test(counts_columns_in_code_points_far_into_a_line),
        cmocka_unit_test(checks_at_the_door),
        cmocka_unit_test(counts_what_is_invalid),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
