/* JSON as events: what is refused, where, and that depth is no weapon. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "transcript/json_walk.h"
#include "transcript/read.h"

struct refused {
    const char *json, *message;
    ptrdiff_t line, column;
};

static void what_is_not_well_formed_is_refused_at_its_place(void **state)
{
    (void)state;
    static const struct refused cases[] = {
        {"{\"a\": [1,\n 2", "',' or ']' is expected here", 2, 3},
        {"{\"a\" 1}", "':' is expected here", 1, 6},
        {"{\"a\": 1,}", "a key in quotes is expected here", 1, 9},
        {"[{\"a\": nul}]", "a value is expected here", 1, 8},
        {"[{\"a\": \"x}]", "this string does not end", 1, 8},
        {"{\"a\": 1} x", "something stands behind the end", 1, 10},
        {"{\"a\":", "the file ends in the middle", 1, 6},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena a = {0};
        struct diag d = {.arena = &a};
        const struct source *s = source_make(&a, S("t.json"), str_from(cases[i].json));
        struct json_walk w = json_walk_of(s);
        enum json_event event;
        do
            event = json_walk_next(&w, &d);
        while (event != JSON_WALK_END && event != JSON_WALK_WRONG);
        assert_int_equal(event, JSON_WALK_WRONG);
        assert_int_equal(d.errors, 1);
        assert_true(str_eq(d.entries[0].message, str_from(cases[i].message)));
        struct position at = source_position(s, d.entries[0].place.begin);
        assert_int_equal(at.line, cases[i].line);
        assert_int_equal(at.column, cases[i].column);
        arena_clear(&a);
    }
}

static void depth_is_no_weapon(void **state)
{
    (void)state;
    struct arena a = {0};
    struct diag d = {.arena = &a};
    struct strbuf b = {.arena = &a};
    struct document *doc;
    strbuf_add(&b, S("{\"a\":"));
    for (int i = 0; i < 200000; i++)
        strbuf_add_byte(&b, '[');
    const struct source *s = source_make(&a, S("t.json"), strbuf_str(&b));
    assert_int_equal(read_document(&doc, &a, s, NULL, &d), BC_EINPUT);
    assert_int_equal(d.errors, 1);
    arena_clear(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_not_well_formed_is_refused_at_its_place),
        cmocka_unit_test(depth_is_no_weapon),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
