/* The readers: tests/cases/read/NNN-what-would-break.txt beside .expected, a block a line with its
 * marks, then what was disposed of. With READ_UPDATE=1 the expected files are written anew. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/file.h"
#include "bytes.h"
#include "transcript/open.h"
#include "transcript/read.h"

#define CASES "tests/cases/read"

static void add_escaped(struct strbuf *out, struct str s)
{
    for (ptrdiff_t i = 0; i < s.len; i++)
        if (s.ptr[i] == '\n')
            strbuf_add(out, S("\\n"));
        else if (s.ptr[i] == '\r')
            strbuf_add(out, S("\\r"));
        else
            strbuf_add_byte(out, s.ptr[i]);
}

static void print_block(struct strbuf *out, const struct block *b)
{
    static const char *const kinds[] = {"paragraph", "heading", "metadata", "separator"};
    static const char *const marks[] = {"strong", "emphasis", "speaker", "link", "code"};
    strbuf_addf(out, "%s", kinds[b->kind]);
    if (b->level)
        strbuf_addf(out, " %d", b->level);
    if (b->indent)
        strbuf_addf(out, " indent %d", b->indent);
    if (b->key.len)
        strbuf_addf(out, " %.*s", STR_ARGS(b->key));
    strbuf_add(out, S(": "));
    add_escaped(out, b->text.str);
    strbuf_add_byte(out, '\n');
    for (ptrdiff_t i = 0; i < b->mark_count; i++) {
        strbuf_addf(out, "    %s: ", marks[b->marks[i].kind]);
        add_escaped(out, str_slice(b->text.str, b->marks[i].begin, b->marks[i].end));
        strbuf_add_byte(out, '\n');
    }
}

static struct document *document_of(struct arena *a, struct str name, struct str bytes,
                                    struct diag *d)
{
    const struct source *s;
    struct document *doc;
    assert_int_equal(open_source(&s, a, name, bytes, d), BC_OK);
    assert_int_equal(read_document(&doc, a, s, NULL, d), BC_OK);
    assert_int_equal(bytes_wrong_in_document(a, doc), -1);
    return doc;
}

static bool run_case(struct str name)
{
    struct arena a = {0};
    struct diag d = {.arena = &a};
    struct strbuf out = {.arena = &a};
    struct str bytes, want;
    struct str path = path_join(&a, S(CASES), name);
    struct str stem = str_slice(path, 0, path.len - 4);
    char *expected = str_z(&a, str_format(&a, "%.*s.expected", STR_ARGS(stem)));
    assert_int_equal(file_read(&bytes, &a, str_z(&a, path), 1 << 20, &d), BC_OK);
    const struct document *doc = document_of(&a, name, bytes, &d);
    strbuf_addf(&out, "%s\n", doc->format);
    for (ptrdiff_t i = 0; i < d.count; i++)
        strbuf_addf(&out, "warning: %.*s\n", STR_ARGS(d.entries[i].message));
    for (ptrdiff_t i = 0; i < doc->block_count; i++)
        print_block(&out, &doc->blocks[i]);
    for (ptrdiff_t i = 0; i < doc->disposal_count; i++) {
        const struct disposal *gone = &doc->disposals[i];
        strbuf_addf(&out, "not text (%.*s): ", STR_ARGS(reason_name(gone->reason)));
        add_escaped(&out, str_slice(doc->source->bytes, gone->begin, gone->end));
        strbuf_add_byte(&out, '\n');
    }
    struct str got = strbuf_str(&out);
    if (getenv("READ_UPDATE"))
        assert_int_equal(file_write(expected, got, FILE_CACHED, &d), BC_OK);
    assert_int_equal(file_read(&want, &a, expected, 1 << 20, &d), BC_OK);
    bool same = str_eq(got, want);
    if (!same)
        print_error("%s is not what was read:\n%.*s\n", expected, STR_ARGS(got));
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

static void places_lead_back_to_the_source(void **state)
{
    (void)state;
    struct arena a = {0};
    struct diag d = {.arena = &a};
    struct str bytes = S("# A\n\n> one **two** &amp; three\r\n> four\n");
    const struct document *doc = document_of(&a, S("x"), bytes, &d);
    assert_int_equal(doc->block_count, 2);
    struct text t = doc->blocks[1].text;
    assert_true(str_eq(t.str, S("one two & three\nfour")));
    static const char *const words[] = {"one", "two", "&", "three", "four"};
    static const char *const sources[] = {"one", "two", "&amp;", "three", "four"};
    for (int i = 0; i < 5; i++) {
        ptrdiff_t at = str_find(t.str, str_from(words[i]));
        struct place p = text_place(t, at, at + str_from(words[i]).len);
        assert_true(str_eq(str_slice(bytes, p.begin, p.end), str_from(sources[i])));
    }
    arena_clear(&a);
}

static void reasons_have_names(void **state)
{
    (void)state;
    for (int r = 0; r < REASON_COUNT; r++) {
        assert_true(reason_name((enum reason)r).len > 0);
        assert_int_equal(reason_from_name(reason_name((enum reason)r)), r);
    }
    assert_int_equal(reason_from_name(S("no such reason")), REASON_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_case),
        cmocka_unit_test(places_lead_back_to_the_source),
        cmocka_unit_test(reasons_have_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
