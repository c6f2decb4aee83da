/* diag: compiler-like messages whose caret stands right and that cannot drive a
 * terminal. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/diag.h"

/* The text of one error at `word` of `bytes`. */
static struct str shown(struct arena *a, struct str bytes, struct str word,
                        const char *hint)
{
    const struct source *s = source_make(a, S("talk.md"), bytes);
    struct diag d = {.arena = a};
    ptrdiff_t at = str_find(bytes, word);
    assert_true(at >= 0);
    diag_error(&d, place_of(s, at, at + word.len), "voice-unknown", hint,
               "unknown voice '%.*s'", STR_ARGS(word));
    struct strbuf out = {.arena = a};
    diag_format_text(&out, &d.entries[0]);
    return strbuf_str(&out);
}

#define assert_shown(text, literal)                                                      \
    assert_memory_equal(str_z(&a, (text)), (literal), sizeof(literal))

static void reads_like_a_compiler(void **state)
{
    (void)state;
    struct arena a = {0};
    assert_shown(
        shown(&a, S("one\nMara: {voice: barritone}\n"), S("barritone"),
              "did you mean 'baritone'?"),
        "talk.md:2:15: error: unknown voice 'barritone' (did you mean 'baritone'?) "
        "[voice-unknown]\n"
        "    2 | Mara: {voice: barritone}\n"
        "      |               ^~~~~~~~~\n");
    arena_clear(&a);
}

static void the_caret_stands_right_behind_tabs_and_wide_characters(void **state)
{
    (void)state;
    struct arena a = {0};
    assert_shown(shown(&a, S("\t\u6771\u4eac e\u0301 here\n"), S("here"), NULL),
                 "talk.md:1:8: error: unknown voice 'here' [voice-unknown]\n"
                 "    1 |     \u6771\u4eac e\u0301 here\n"
                 "      |            ^~~~\n");
    assert_shown(shown(&a, S("\uFEFFa here\n"), S("here"), NULL),
                 "talk.md:1:3: error: unknown voice 'here' [voice-unknown]\n"
                 "    1 | a here\n"
                 "      |   ^~~~\n");
    arena_clear(&a);
}

static void shows_what_would_drive_the_terminal(void **state)
{
    (void)state;
    struct arena a = {0};
    assert_shown(shown(&a, S("a\x1b[31m \u202e x \xff y"), S("x"), "\x07"),
                 "talk.md:1:10: error: unknown voice 'x' (\\x07) [voice-unknown]\n"
                 "    1 | a\\x1B[31m \\u{202E} x \\xFF y\n"
                 "      |                    ^\n");
    arena_clear(&a);
}

static void cuts_long_lines_around_the_caret(void **state)
{
    (void)state;
    struct arena a = {0};
    struct strbuf b = {.arena = &a};
    for (int i = 0; i < 200000; i++)
        strbuf_add(&b, S("abcd "));
    strbuf_add(&b, S("HERE"));
    for (int i = 0; i < 200000; i++)
        strbuf_add(&b, S(" efgh"));
    struct str s = shown(&a, strbuf_str(&b), S("HERE"), NULL);
    struct str head, line, caret;
    str_cut(s, '\n', &head, &s);
    str_cut(s, '\n', &line, &s);
    str_cut(s, '\n', &caret, &s);
    assert_true(utf8_count(line) <= 110);
    /* "..." is one character of three bytes, in front */
    assert_int_equal(str_find(line, S("HERE")) - 2, str_find(caret, S("^~~~")));
    assert_true(str_ends(line, S("\u2026")));
    arena_clear(&a);
}

static void whole_files_and_no_place(void **state)
{
    (void)state;
    struct arena a = {0};
    struct diag d = {.arena = &a};
    const struct source *s = source_make(&a, S("a\nb"), S("one\ntwo\n"));
    diag_warning(&d, place_of(s, 0, 8), "x", NULL, "strange");
    diag_note(&d, NOWHERE, "y", NULL, "nowhere");
    struct strbuf out = {.arena = &a};
    diag_format_text(&out, &d.entries[0]);
    diag_format_text(&out, &d.entries[1]);
    assert_shown(strbuf_str(&out),
                 "a\\x0Ab: warning: strange [x]\nbriefcast: note: nowhere [y]\n");
    arena_clear(&a);
}

static void keeps_a_thousand_and_counts_all(void **state)
{
    (void)state;
    struct arena a = {0};
    struct diag d = {.arena = &a};
    for (int i = 0; i < 5000; i++)
        diag_error(&d, NOWHERE, "x", NULL, "%d", i);
    assert_int_equal(d.count, DIAG_LIMIT);
    assert_int_equal(d.errors, 5000);
    arena_clear(&a);
}

static void finds_the_nearest_name(void **state)
{
    (void)state;
    struct str names[] = {S("alto"), S("baritone"), S("contralto"), S("bass")};
    assert_true(str_eq(diag_nearest(S("barritone"), names, 4), S("baritone")));
    assert_true(str_eq(diag_nearest(S("batirone"), names, 4), S("baritone")));
    assert_true(str_eq(diag_nearest(S("atlo"), names, 4), S("alto")));
    assert_int_equal(diag_nearest(S("xylophone"), names, 4).len, 0);
    assert_int_equal(diag_nearest(S(""), names, 4).len, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_like_a_compiler),
        cmocka_unit_test(the_caret_stands_right_behind_tabs_and_wide_characters),
        cmocka_unit_test(shows_what_would_drive_the_terminal),
        cmocka_unit_test(cuts_long_lines_around_the_caret),
        cmocka_unit_test(whole_files_and_no_place),
        cmocka_unit_test(keeps_a_thousand_and_counts_all),
        cmocka_unit_test(finds_the_nearest_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
