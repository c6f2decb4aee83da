/* yaml: trees with places, what a stranger may not do, and scalars that survive a round
 * trip. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/yaml.h"

#define assert_str(s, literal) assert_string_equal(str_z(&a, (s)), (literal))

static enum bc_status parse(const struct yaml_node **out, struct arena *a, struct diag *d,
                            struct str bytes)
{
    const struct source *s = source_make(a, S("x.yaml"), bytes);
    d->arena = a;
    return yaml_parse(out, a, s, 0, bytes.len, d);
}

static void assert_place(const struct yaml_node *n, ptrdiff_t begin, ptrdiff_t end)
{
    assert_int_equal(n->place.begin, begin);
    assert_int_equal(n->place.end, end);
}

static void reads_trees_with_places(void **state)
{
    (void)state;
    struct arena a = {0};
    struct diag d = {0};
    const struct yaml_node *n;
    struct str bytes = S("\uFEFFt\u00eftre: \u00e9t\u00e9 # c\nvoices: [\"al\u00e9to\", "
                         "'it''s', b]\r\nk:\n");
    assert_int_equal(parse(&n, &a, &d, bytes), BC_OK);
    assert_int_equal(n->kind, YAML_MAPPING);
    assert_int_equal(n->count, 3);
    assert_str(yaml_key(n, 0), "t\u00eftre");
    const struct yaml_node *title = yaml_get(n, S("t\u00eftre"));
    assert_str(title->text.str, "\u00e9t\u00e9");
    assert_true(title->plain);
    assert_place(title, str_find(bytes, S("\u00e9t")), str_find(bytes, S(" #")));
    assert_true(title->text.runs[0].verbatim);
    const struct yaml_node *voices = yaml_get(n, S("voices"));
    assert_int_equal(voices->count, 3);
    assert_place(voices, str_find(bytes, S("[")), str_find(bytes, S("]")) + 1);
    assert_str(voices->items[0]->text.str, "al\u00e9to");
    assert_true(voices->items[0]->text.runs[0].verbatim);
    assert_int_equal(voices->items[0]->text.runs[0].begin,
                     str_find(bytes, S("al\u00e9")));
    assert_str(voices->items[1]->text.str, "it's");
    assert_false(voices->items[1]->text.runs[0].verbatim);
    assert_false(voices->items[1]->plain);
    assert_str(yaml_value(n, 2)->text.str, "");
    assert_null(yaml_get(n, S("none")));
    assert_null(yaml_get(NULL, S("none")));
    assert_null(yaml_get(title, S("none")));
    arena_clear(&a);
}

static void an_empty_document_is_none(void **state)
{
    (void)state;
    struct arena a = {0};
    struct diag d = {0};
    const struct yaml_node *n;
    assert_int_equal(parse(&n, &a, &d, S("")), BC_OK);
    assert_null(n);
    assert_int_equal(parse(&n, &a, &d, S("# only a comment\n---\n")), BC_OK);
    assert_null(n);
    assert_int_equal(parse(&n, &a, &d, S("\"\"")), BC_OK);
    assert_non_null(n);
    arena_clear(&a);
}

static void refuses(struct str bytes, ptrdiff_t line, ptrdiff_t column, const char *says)
{
    struct arena a = {0};
    struct diag d = {0};
    const struct yaml_node *n;
    assert_int_equal(parse(&n, &a, &d, bytes), BC_EINPUT);
    assert_null(n);
    assert_true(d.count >= 1);
    struct position p =
        source_position(d.entries[0].place.source, d.entries[0].place.begin);
    assert_int_equal(p.line, line);
    assert_int_equal(p.column, column);
    assert_true(str_find(d.entries[0].message, str_from(says)) >= 0);
    assert_str(d.entries[0].code, "yaml");
    arena_clear(&a);
}

static void refuses_with_a_place(void **state)
{
    (void)state;
    refuses(S("a: 1\nb: 2\na: 3\n"), 3, 1, "'a' stands twice; first in line 1");
    refuses(S("a: &x 1\nb: *x\n"), 1, 4, "anchors");
    refuses(S("a: *x\n"), 1, 4, "anchors");
    refuses(S("a: [1, 2\nb: 3\n"), 2, 2, "");
    refuses(S("a: &x [1, {b: &y c}]\n"), 1, 4, "anchors");
    refuses(S("\u00e9: \x01\n"), 1, 4, "control");
    refuses(S("a: 1\n---\nb: 2\n"), 2, 1, "second document");
    refuses(S("a: \"x\\0y\"\n"), 1, 4, "NUL");
    refuses(S("? [a]\n: b\n"), 1, 3, "key");
    struct arena a = {0};
    struct strbuf deep = {.arena = &a};
    for (int i = 0; i < 100000; i++)
        strbuf_add_byte(&deep, '[');
    refuses(strbuf_str(&deep), 1, 33, "deep");
    arena_clear(&a);
}

static uint64_t seed = 88172645463325252u;
static int below(int n)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (int)(seed % (unsigned)n);
}

static void round_trip(struct str s)
{
    struct arena a = {0};
    struct diag d = {0};
    struct strbuf b = {.arena = &a};
    const struct yaml_node *n;
    strbuf_add(&b, S("x: "));
    yaml_quote(&b, s, false);
    strbuf_add(&b, S("\n"));
    yaml_quote(&b, s, false);
    strbuf_add(&b, S(": [a, "));
    yaml_quote(&b, s, true);
    strbuf_add(&b, S(", {"));
    yaml_quote(&b, s, true);
    strbuf_add(&b, S(": b}] # why\n"));
    assert_int_equal(parse(&n, &a, &d, strbuf_str(&b)), BC_OK);
    assert_true(str_eq(yaml_value(n, 0)->text.str, s));
    assert_true(str_eq(yaml_key(n, 1), s));
    assert_true(str_eq(yaml_value(n, 1)->items[1]->text.str, s));
    assert_true(str_eq(yaml_key(yaml_value(n, 1)->items[2], 0), s));
    arena_clear(&a);
}

static void quoted_scalars_survive(void **state)
{
    (void)state;
    static const char *const pieces[] = {
        "a",  "B",      " ",      ":",        "#",          "-",  "'", "\"",  "\\",
        "\n", "\t",     "\x01",   "\xC2\x85", "\u00a0",     "[",  "]", "{",   "}",
        ",",  "&",      "*",      "!",        "|",          ">",  "%", "@",   "`",
        "?",  "\u2028", "\uFEFF", "\u00e9",   "\U0001F600", "\r", "~", "---", "\u202e",
        "0",  "null",   "\uE000", "=",        "<<",
    };
    for (int round = 0; round < 5000; round++) {
        struct arena a = {0};
        struct strbuf b = {.arena = &a};
        for (int i = below(8); i >= 0; i--)
            strbuf_add(&b, str_from(pieces[below(sizeof pieces / sizeof *pieces)]));
        if (!str_eq(strbuf_str(&b), S("x"))) /* the other key */
            round_trip(strbuf_str(&b));
        arena_clear(&a);
    }
    round_trip(S(""));
}

static void is_plain_where_it_can(void **state)
{
    (void)state;
    struct arena a = {0};
    struct strbuf b = {.arena = &a};
    static const char *const given[] = {"Mara Lindqvist", "No",   "12",
                                        "a: b",           "a, b", "2026-11-20"};
    for (int i = 0; i < 6; i++) {
        yaml_quote(&b, str_from(given[i]), false);
        strbuf_add(&b, S("|"));
    }
    yaml_quote(&b, S("a, b"), true);
    assert_str(strbuf_str(&b),
               "Mara Lindqvist|\"No\"|\"12\"|\"a: b\"|a, b|\"2026-11-20\"|\"a, b\"");
    arena_clear(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_trees_with_places),
        cmocka_unit_test(an_empty_document_is_none),
        cmocka_unit_test(refuses_with_a_place),
        cmocka_unit_test(quoted_scalars_survive),
        cmocka_unit_test(is_plain_where_it_can),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
