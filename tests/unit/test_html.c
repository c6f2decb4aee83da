/* HTML and XML of people who mean no good, or who never closed anything: what matters is that it
 * stays linear, that nothing is lost, and that text is not taken for mark-up. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/source_open.h"
#include "bytes.h"
#include "transcript/read.h"

static struct document *read_as(struct arena *a, struct str bytes, const char *format,
                                struct diag *d)
{
    const struct source *s;
    struct document *doc;
    assert_int_equal(source_open(&s, a, S("x"), bytes, d), BC_OK);
    assert_int_equal(read_document(&doc, a, s, format, d), BC_OK);
    assert_int_equal(bytes_wrong_in_document(a, doc), -1);
    return doc;
}

/* `piece` again and again: quadratic time would not end. */
static void nothing_grows_faster_than_the_file(void **state)
{
    (void)state;
    static const char *const pieces[] = {
        "<div>",     "<b>",
        "<p><b>x",   "<a '",
        "<a b='",    "<!--",
        "<",         "<script>",
        "</p>",      "<?a ",
        "<ul><li>",  "<table><tr><td>",
        "&amp;",     "<b><i></b></i>x",
        "<title>",   "<![CDATA[",
        "<dl><dt>a", "<a>x",
    };
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        struct arena a = {0};
        struct diag d = {.arena = &a};
        struct strbuf out = {.arena = &a};
        strbuf_add(&out, S("<html><body>words "));
        while (out.len < 400000)
            strbuf_add(&out, str_from(pieces[i]));
        read_as(&a, strbuf_str(&out), "html", &d);
        read_as(&a, strbuf_str(&out), "xml", &d);
        arena_clear(&a);
    }
}

static void content_tells_the_format(void **state)
{
    (void)state;
    static const char *const files[][2] = {
        {"html", "<!-- saved --><!DOCTYPE HTML><p>One"},
        {"html", "\n<HTML><body>One"},
        {"html", "<p>Ann: One.</p>\n<p>Ben: Two.</p>\n<p>Ann: Three.</p>"},
        {"html",
         "<?xml version=\"1.0\"?><!DOCTYPE html><html><body><p>One</p></body></html>"},
        {"html", "\xEF\xBB\xBF<p>Ann: One.</p>\n<p>Ben: Two.</p>\n<p>Ann: Three.</p>"},
        {"xml", "<?xml version=\"1.0\"?><note><p>One</p></note>"},
        {"xml", "<talk><line>One</line></talk>\n"},
        /* marks that look like Markdown's are part of them */
        {"html", "<!doctype html><script>\na(/\\[/);\na(/\\[/);\na(/\\[/);\na(/\\[/);\n"
                 "a(/\\[/);\n</script><p>Ann: One.</p>"},
        {"json", "{\"segments\":[\n{\"text\":\"**a** [b](http://c.example)\"},\n"
                 "{\"text\":\"**a** [b](http://c.example)\"},\n"
                 "{\"text\":\"**a** [b](http://c.example)\"},\n"
                 "{\"text\":\"**a** [b](http://c.example) \\\\[\"}]}\n"},
        {"fountain", "# **One**\n\n# **Two**\n\n# **Three**\n\nINT. HARBOUR - DAY\n\n"
                     "ANN\nOne.\n\nBEN\nTwo.\n"},
        {"text", "Ann: so <b>bold</b> of you.<br>\nBen: <p> is a tag.\n"},
        {"text", "<Ann> One.\n<Ben> Two.\n<Ann> Three.\n"},
        {"text", "if a<b and c>d, said he, <p> and <p> and <p>"},
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct arena a = {0};
        struct diag d = {.arena = &a};
        const struct document *doc = read_as(&a, str_from(files[i][1]), NULL, &d);
        assert_string_equal(doc->format, files[i][0]);
        arena_clear(&a);
    }
}

static void the_format_that_was_named_counts(void **state)
{
    (void)state;
    struct arena a = {0};
    struct diag d = {.arena = &a};
    struct str page = S("<!doctype html>\n<p>Ann: One.</p>\n<p>Ben: Two.</p>\n");
    assert_string_equal(read_as(&a, page, NULL, &d)->format, "html");
    assert_string_equal(read_as(&a, page, "auto", &d)->format, "html");
    for (int i = 1; i <= 3; i++) /* text, markdown, webvtt: they read anything */
        assert_string_equal(read_as(&a, page, read_formats[i], &d)->format,
                            read_formats[i]);
    arena_clear(&a);
}

static void entities_of_their_own_are_refused(void **state)
{
    (void)state;
    struct arena a = {0};
    struct diag d = {.arena = &a};
    const struct source *s;
    struct document *doc;
    struct str bytes = S("<?xml version=\"1.0\"?>\n<!DOCTYPE x [<!ENTITY a \"aa\">\n"
                         "<!ENTITY b \"&a;&a;\">]>\n<x>&b;</x>\n");
    assert_int_equal(source_open(&s, &a, S("x"), bytes, &d), BC_OK);
    assert_int_equal(read_document(&doc, &a, s, NULL, &d), BC_EINPUT);
    assert_int_equal(d.count, 1);
    assert_true(str_eq(d.entries[0].code, S("xml-entity")));
    assert_int_equal(source_position(s, d.entries[0].place.begin).line, 2);
    arena_clear(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_grows_faster_than_the_file),
        cmocka_unit_test(content_tells_the_format),
        cmocka_unit_test(the_format_that_was_named_counts),
        cmocka_unit_test(entities_of_their_own_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
