/* xml: every byte is in exactly one event, and what only attacks need is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/xml.h"

struct heard {
    struct strbuf events;
    ptrdiff_t at; /* where the next event has to begin */
};

static void hear(struct heard *h, const char *what, struct str s, ptrdiff_t begin,
                 ptrdiff_t end)
{
    assert_int_equal(begin, h->at);
    h->at = end;
    strbuf_addf(&h->events, "%s(%.*s)", what, STR_ARGS(s));
}
static void on_start(void *user, const struct xml_tag *t)
{
    hear(user, "<", t->local, t->begin, t->end);
    struct str value = xml_attribute(t, S("val"));
    if (value.len)
        strbuf_addf(&((struct heard *)user)->events, "[%.*s]", STR_ARGS(value));
}
static void on_end(void *user, const struct xml_tag *t)
{
    hear(user, "/", t->local, t->begin, t->end);
}
static void on_text(void *user, struct str s, ptrdiff_t begin, ptrdiff_t end,
                    bool verbatim)
{
    hear(user, verbatim ? "=" : "~", s, begin, end);
}
static void on_markup(void *user, enum xml_markup kind, ptrdiff_t begin, ptrdiff_t end)
{
    hear(user, kind == XML_COMMENT ? "#" : "?", S(""), begin, end);
}

static enum bc_status parse(struct arena *a, struct heard *h, struct diag *d,
                            struct str s)
{
    static const struct xml_handler handler = {on_start, on_end, on_text, on_markup};
    const struct source *source = source_make(a, S("x.xml"), s);
    *h = (struct heard){.events.arena = a, .at = source->text_begin};
    return xml_parse(source, 0, s.len, &handler, h, d);
}

static void assert_events(const char *xml, const char *want)
{
    struct arena a = {0};
    struct diag d = {.arena = &a};
    struct heard h;
    struct str s = str_from(xml);
    assert_int_equal(parse(&a, &h, &d, s), BC_OK);
    assert_string_equal(str_z(&a, strbuf_str(&h.events)), want);
    assert_int_equal(h.at, s.len);
    arena_clear(&a);
}

static void every_byte_is_in_one_event(void **state)
{
    (void)state;
    assert_events("<a><w:b w:val='x&amp;y'/>t</a>", "<(a)<(b)[x&y]/(b)=(t)/(a)");
    assert_events("<a>x &amp; &#233;y\r\nz</a>",
                  "<(a)=(x )~(&)=( )~(\u00E9)=(y)~(\n)=(z)/(a)");
    assert_events(
        "\uFEFF<?xml version='1.0' encoding='windows-1251'?>\n<!-- c --><a>\u0416"
        "</a>\n",
        "?()#()<(a)=(\u0416)/(a)?()");
    assert_events("<a><![CDATA[1 < 2]]>3<?pi x?></a>", "<(a)?()=(1 < 2)?()=(3)?()/(a)");
    assert_events("<!DOCTYPE a SYSTEM 'a.dtd'><a>x&nbsp;y</a>",
                  "?()<(a)=(x)=(&nbsp;)=(y)/(a)");
}

static void assert_refused(const char *xml, const char *why)
{
    struct arena a = {0};
    struct diag d = {.arena = &a};
    struct heard h;
    assert_int_equal(parse(&a, &h, &d, str_from(xml)), BC_EINPUT);
    assert_int_equal(d.count, 1);
    assert_true(str_find(d.entries[0].message, str_from(why)) >= 0);
    arena_clear(&a);
}

static void what_is_wrong_is_refused(void **state)
{
    (void)state;
    assert_refused("", "no element found");
    assert_refused("<a><b></a>", "mismatched tag");
    assert_refused("<a>&undeclared;</a>", "undefined entity");
    assert_refused("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "document type");
    struct arena a = {0};
    struct strbuf deep = {.arena = &a};
    for (int i = 0; i <= XML_DEPTH_MOST; i++)
        strbuf_add(&deep, S("<a>"));
    assert_refused(str_z(&a, strbuf_str(&deep)), "too deeply");
    arena_clear(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_byte_is_in_one_event),
        cmocka_unit_test(what_is_wrong_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
