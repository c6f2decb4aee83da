/* The readers of .docx and .odt: blocks, marks and headings of parts, and why the rest is not text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "bytes.h"
#include "transcript/read.h"

static void print_blocks(struct strbuf *out, const struct document *doc)
{
    for (ptrdiff_t i = 0; i < doc->block_count; i++) {
        const struct block *b = &doc->blocks[i];
        strbuf_addf(out, "%d%.*s|%.*s", b->kind == BLOCK_HEADING ? b->level : 0,
                    STR_ARGS(b->key), STR_ARGS(b->text.str));
        for (ptrdiff_t j = 0; j < b->mark_count; j++)
            strbuf_addf(
                out, "[%.*s]",
                STR_ARGS(str_slice(b->text.str, b->marks[j].begin, b->marks[j].end)));
        strbuf_add_byte(out, '\n');
    }
}

/* `parts`, NULL at their end, one after another; every byte must be in a block or have a reason. */
static struct document *read_parts(struct arena *a, const char *kind,
                                   const char *const *parts)
{
    struct source_part *found = arena_array(a, struct source_part, 8);
    struct strbuf text = {.arena = a};
    struct document *doc;
    struct diag d = {.arena = a};
    ptrdiff_t count = 0;
    for (; parts[count]; count++) {
        found[count] = (struct source_part){S("part.xml"), text.len};
        strbuf_add(&text, str_from(parts[count]));
    }
    const struct source *s =
        source_make_container(a, S("x"), strbuf_str(&text), S("PK"), kind, found, count);
    assert_int_equal(read_document(&doc, a, s, NULL, &d), BC_OK);
    assert_string_equal(doc->format, kind);
    assert_int_equal(bytes_wrong_in_document(a, doc), -1);
    return doc;
}

static void assert_blocks(const char *kind, const char *const *parts, const char *want)
{
    struct arena a = {0};
    struct strbuf out = {.arena = &a};
    print_blocks(&out, read_parts(&a, kind, parts));
    assert_string_equal(str_z(&a, strbuf_str(&out)), want);
    arena_clear(&a);
}

/* The words are disposed of, for that reason. */
static void assert_reason(const char *kind, const char *const *parts, const char *words,
                          enum reason reason)
{
    struct arena a = {0};
    const struct document *doc = read_parts(&a, kind, parts);
    ptrdiff_t at = str_find(doc->source->bytes, str_from(words));
    bool found = false;
    for (ptrdiff_t i = 0; i < doc->disposal_count; i++) {
        const struct disposal *gone = &doc->disposals[i];
        if (gone->begin <= at && at < gone->end) {
            found = true;
            assert_int_equal(gone->reason, reason);
        }
    }
    assert_true(at >= 0 && found);
    arena_clear(&a);
}

#define CORE "<c:coreProperties><dc:title>The quay</dc:title></c:coreProperties>"
#define RUN(text) "<w:r><w:t>" text "</w:t></w:r>"
#define STYLE(name) "<w:pPr><w:pStyle w:val='" name "'/></w:pPr>"
#define P(text) "<w:p>" text "</w:p>"

static const char *const docx[] =
    {CORE,
     "<w:document><w:body>" P(STYLE("Heading2") RUN("Tolls")) P(STYLE("Title") RUN(
         "All")) P(STYLE("Heading9") RUN("Deep")) P(STYLE("headings") RUN("None"))
         P("<w:pPr><w:outlineLvl w:val='2'/></w:pPr>" RUN("Third")) P(
             "<w:r><w:rPr><w:b/></w:rPr><w:t>Ann:</w:t></w:r>" RUN(" yes"))
             P("<w:r><w:"
               "rPr><w:"
               "b "
               "w:val='"
               "0'/></"
               "w:rPr><"
               "w:t>No</"
               "w:t></"
               "w:r>") "<w:tbl><w:tr><w:tc>" P(RUN("Left")) "</w:tc><w:tc>" P(RUN("righ"
                                                                                  "t")) "</w:tc></w:tr></w:tbl></"
                                                                                        "w:body></w:document>",
     "<w:footnotes><w:footnote>" P(RUN("underfoot")) "</w:footnote></w:footnotes>",
     "<w:comments>" P(RUN("remarked")) "</w:comments>",
     "<w:hdr>" P(RUN("overhead")) "</w:hdr>",
     NULL};

static void docx_has_headings_marks_and_tables(void **state)
{
    (void)state;
    assert_blocks("docx", docx,
                  "0title|The quay\n2|Tolls\n1|All\n6|Deep\n0|None\n3|Third\n"
                  "0|Ann: yes[Ann:]\n0|No\n0|Left\n0|right\n");
    assert_blocks("docx", &docx[1],
                  "2|Tolls\n1|All\n6|Deep\n0|None\n3|Third\n"
                  "0|Ann: yes[Ann:]\n0|No\n0|Left\n0|right\n");
}

static void docx_notes_are_not_read_and_have_their_reasons(void **state)
{
    (void)state;
    assert_reason("docx", docx, "underfoot", REASON_PAGE_FURNITURE);
    assert_reason("docx", docx, "overhead", REASON_PAGE_FURNITURE);
    assert_reason("docx", docx, "remarked", REASON_COMMENT);
}

static const char *const odt[] = {
    "<office:document-content><style:style style:name='T1'><style:text-properties "
    "fo:font-weight='bold'/></style:style><office:text><text:h text:outline-level='2'>"
    "Tolls</text:h><text:p><text:span text:style-name='T1'>Ann:</text:span> yes"
    "<text:note><text:note-body><text:p>underfoot</text:p></text:note-body></text:note>, "
    "again<office:annotation><text:p>remarked</text:p></office:annotation></text:p>"
    "</office:text></office:document-content>",
    NULL};

static void odt_has_headings_marks_and_notes(void **state)
{
    (void)state;
    assert_blocks("odt", odt, "2|Tolls\n0|Ann: yes, again[Ann:]\n");
    assert_reason("odt", odt, "underfoot", REASON_PAGE_FURNITURE);
    assert_reason("odt", odt, "remarked", REASON_COMMENT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(docx_has_headings_marks_and_tables),
        cmocka_unit_test(docx_notes_are_not_read_and_have_their_reasons),
        cmocka_unit_test(odt_has_headings_marks_and_notes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
