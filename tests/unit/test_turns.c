/* The turn recogniser on small invented transcripts: tests/cases/turns/NNN-what-would-break.txt
 * beside .expected, one item a line. With TURNS_UPDATE=1 the expected files are written anew; read
 * the difference before you keep it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/source_open.h"
#include "bytes.h"
#include "transcript/read.h"

#define CASES "tests/cases/turns"

/* A text on one line. */
static void add_text(struct strbuf *out, struct str s)
{
    for (ptrdiff_t i = 0; i < s.len; i++)
        if (s.ptr[i] == '\n')
            strbuf_add(out, S("\\n"));
        else
            strbuf_add_byte(out, s.ptr[i]);
    strbuf_add_byte(out, '\n');
}

static void print_item(struct strbuf *out, const struct item *item)
{
    switch (item->kind) {
    case ITEM_TURN:
        strbuf_addf(out, "\n%s%.*s [%.*s]\n", item->anonymous ? "any " : "",
                    STR_ARGS(item->speaker), STR_ARGS(item->label));
        return;
    case ITEM_PARAGRAPH:
        strbuf_add(out, S("    "));
        break;
    case ITEM_HEADING:
        strbuf_addf(out, "\nheading %d: ", item->level);
        break;
    case ITEM_TITLE:
        strbuf_add(out, S("title: "));
        break;
    case ITEM_DATE:
        strbuf_add(out, S("date: "));
        break;
    case ITEM_CAPTION:
        strbuf_add(out, S("caption: "));
        break;
    case ITEM_NOT_SPOKEN:
        strbuf_addf(out, "  not spoken (%.*s): ", STR_ARGS(reason_name(item->reason)));
        break;
    }
    add_text(out, item->text.str);
}

static struct str print_turns(struct arena *a, const struct turns *t,
                              const struct diag *d)
{
    struct strbuf out = {.arena = a};
    strbuf_addf(&out, "%s: %s; title '%.*s', date '%.*s', language '%.*s'\n", t->format,
                t->convention ? t->convention : "no speakers", STR_ARGS(t->title),
                STR_ARGS(t->date), STR_ARGS(t->language));
    for (ptrdiff_t i = 0; i < d->count; i++)
        strbuf_addf(&out, "%s: %.*s [%.*s]\n",
                    d->entries[i].severity == DIAG_NOTE ? "note" : "warning",
                    STR_ARGS(d->entries[i].message), STR_ARGS(d->entries[i].code));
    for (ptrdiff_t i = 0; i < t->item_count; i++)
        print_item(&out, &t->items[i]);
    return strbuf_str(&out);
}

/* NULL: it is not well-formed, and that was told. */
static struct turns *turns_of(struct arena *a, struct str name, struct str bytes,
                              struct diag *d)
{
    const struct source *s;
    struct document *doc;
    struct turns *t;
    assert_int_equal(source_open(&s, a, name, bytes, d), BC_OK);
    enum bc_status status = read_document(&doc, a, s, NULL, d);
    assert_int_equal(status == BC_EINPUT, d->errors > 0);
    if (status == BC_EINPUT)
        return NULL;
    assert_int_equal(status, BC_OK);
    ptrdiff_t wrong = bytes_wrong_in_document(a, doc);
    if (wrong >= 0)
        print_error("%.*s: byte %td is not in exactly one block\n", STR_ARGS(name),
                    wrong);
    assert_true(wrong < 0);
    assert_int_equal(turns_recognise(&t, a, doc, d), BC_OK);
    wrong = bytes_wrong_in_turns(a, t);
    if (wrong >= 0)
        print_error("%.*s: byte %td is not in exactly one item\n", STR_ARGS(name), wrong);
    assert_true(wrong < 0);
    return t;
}

/* Rules that hold for any items. */
static void check_items(const struct turns *t)
{
    bool somebody = false;
    int titles = 0;
    for (ptrdiff_t i = 0; i < t->item_count; i++) {
        const struct item *item = &t->items[i];
        somebody = item->kind == ITEM_TURN || (somebody && item->kind != ITEM_HEADING);
        titles += item->kind == ITEM_TITLE;
        assert_true(item->kind != ITEM_PARAGRAPH || somebody);
        assert_true((item->kind == ITEM_NOT_SPOKEN) == (item->reason != REASON_NONE));
        assert_true(item->kind == ITEM_TURN || item->text.str.len > 0);
        assert_true((item->kind == ITEM_TURN) == (item->speaker.len > 0));
        if (item->kind == ITEM_PARAGRAPH) {
            assert_true(str_find_byte(item->text.str, '\n') < 0);
            assert_true(str_trim(item->text.str).len == item->text.str.len);
        }
    }
    assert_true(titles <= 1);
}

static bool run_case(struct str name)
{
    struct arena a = {0};
    struct diag d = {.arena = &a};
    struct str bytes, want = S("");
    struct str path = path_join(&a, S(CASES), name);
    struct str stem = str_slice(path, 0, path.len - 4);
    char *expected = str_z(&a, str_format(&a, "%.*s.expected", STR_ARGS(stem)));
    assert_int_equal(file_read(&bytes, &a, str_z(&a, path), 1 << 20, &d), BC_OK);
    const struct turns *t = turns_of(&a, name, bytes, &d);
    assert_non_null(t);
    check_items(t);
    struct str got = print_turns(&a, t, &d);
    if (getenv("TURNS_UPDATE"))
        assert_int_equal(file_write(expected, got, FILE_CACHED, &d), BC_OK);
    assert_int_equal(file_read(&want, &a, expected, 1 << 20, &d), BC_OK);
    bool same = str_eq(got, want);
    if (!same)
        print_error("%s is not what was found:\n%.*s\n", expected, STR_ARGS(got));
    arena_clear(&a);
    return same;
}

static void every_case(void **state)
{
    (void)state;
    struct arena a = {0};
    struct diag d = {.arena = &a};
    struct str *paths;
    ptrdiff_t count, cases = 0, failed = 0;
    assert_int_equal(file_walk(&paths, &count, &a, CASES, &d), BC_OK);
    for (ptrdiff_t i = 0; i < count; i++)
        if (str_ends(paths[i], S(".txt"))) {
            cases++;
            failed += !run_case(paths[i]);
        }
    assert_true(cases > 0);
    assert_int_equal(failed, 0);
    arena_clear(&a);
}

static uint32_t next_number(uint32_t *seed)
{
    *seed = *seed * 1664525 +
            1013904223; /* Numerical Recipes' generator: the same everywhere */
    return *seed >> 8;
}

/* A few edits at random: pieces cut out, doubled, joined with marks that mean something. */
static struct str mutate(struct arena *a, struct str s, uint32_t *seed)
{
    static const char *const pieces[] = {
        "\n",   "\n\n", ":",           "**",      "Q:",          "(",      ")",
        "[",    "]",    "<b>",         "<!--",    "-->",         "\u00ad", "\u00a0",
        "\r\n", "`",    "# ",          "---\n",   "&nbsp;",      "\\",     "> ",
        "- ",   "*",    "[00:01:02] ", "\u200b ", "(Laughter.)", "\t",     "MS. X:",
        ". ",   "<br>", "_",           "&amp;",   "1. ",         "    ",
    };
    struct strbuf b = {.arena = a};
    strbuf_add(&b, s);
    for (uint32_t edits = 1 + next_number(seed) % 6; edits > 0 && b.len; edits--) {
        struct str now = str_copy(a, strbuf_str(&b));
        ptrdiff_t at = (ptrdiff_t)(next_number(seed) % (uint32_t)now.len);
        ptrdiff_t end = at + (ptrdiff_t)(next_number(seed) % 40);
        while (at > 0 && (now.ptr[at] & 0xC0) == 0x80)
            at--;
        while (end < now.len && (now.ptr[end] & 0xC0) == 0x80)
            end++;
        b.len = 0;
        strbuf_add(&b, str_slice(now, 0, at));
        uint32_t what = next_number(seed) % 4;
        if (what == 0) /* doubled */
            strbuf_add(&b, str_slice(now, at, end));
        if (what <= 1) /* put in */
            strbuf_add(
                &b,
                str_from(pieces[next_number(seed) % (sizeof pieces / sizeof *pieces)]));
        strbuf_add(&b, str_slice(now, what == 2 ? end : at, now.len)); /* cut out */
    }
    return strbuf_str(&b);
}

static void no_byte_is_lost_whatever_is_edited(void **state)
{
    (void)state;
    struct arena a = {0};
    struct diag quiet = {.arena = &a};
    struct str *paths;
    ptrdiff_t count;
    uint32_t seed = 2026;
    assert_int_equal(file_walk(&paths, &count, &a, CASES, &quiet), BC_OK);
    for (ptrdiff_t i = 0; i < count; i++) {
        if (!str_ends(paths[i], S(".txt")))
            continue;
        struct str bytes;
        char *path = str_z(&a, path_join(&a, S(CASES), paths[i]));
        assert_int_equal(file_read(&bytes, &a, path, 1 << 20, &quiet), BC_OK);
        for (int round = 0; round < 60; round++) {
            struct arena one = {0};
            struct diag d = {.arena = &one};
            struct str mutant = mutate(&one, bytes, &seed);
            const struct turns *t =
                str_trim(mutant).len ? turns_of(&one, paths[i], mutant, &d) : NULL;
            if (t)
                check_items(t);
            arena_clear(&one);
        }
    }
    arena_clear(&a);
}

static struct turns *turns_of_many(struct arena *a, struct str head, struct str piece,
                                   int times)
{
    struct strbuf b = {.arena = a};
    struct diag *d = arena_new(a, struct diag);
    d->arena = a;
    strbuf_add(&b, head);
    for (int i = 0; i < times; i++)
        strbuf_add(&b, piece);
    return turns_of(a, S("many"), strbuf_str(&b), d);
}

/* Nothing here may take more than a moment; what is quadratic would take hours. */
static void size_is_no_weapon(void **state)
{
    (void)state;
    static const char *const pieces[] = {
        "Anna Berg: I think so.\nBo Lund: You do?\n",
        "a ",
        "[",
        "](",
        "**",
        "<b ",
        "(",
        "*a _b ",
        "> ",
        "- - ",
        "a: ",
        "`",
        "Mr. A: ",
        "Ab Cd:\n\n",
        "<!--",
        "&amp;",
        "[a](b",
        "\u00ad",
        "\u00a0",
        "Q  ",
        "Aa: b. ",
        "12:30 ",
        "\\[",
        "1. ",
    };
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        struct arena a = {0};
        int times = (200 << 10) / (int)str_from(pieces[i]).len;
        turns_of_many(&a, S("Title\n\n"), str_from(pieces[i]), times);
        turns_of_many(&a, S("---\ntitle: t\n---\n"), str_from(pieces[i]), times);
        arena_clear(&a);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_case),
        cmocka_unit_test(no_byte_is_lost_whatever_is_edited),
        cmocka_unit_test(size_is_no_weapon),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
