/* OpenDocument texts (OpenDocument 1.3, part 3, sections 5 and 6). */
#include <stdlib.h>
#include <string.h>

#include "transcript/office.h"
#include "transcript/read.h"

struct odt_style {
    struct str name;
    bool style[OFFICE_STYLES];
    bool title;
};

struct odt {
    struct office o; /* first: office_markup's */
    struct odt_style *styles;
    ptrdiff_t style_count, style_capacity;
    bool in_style, sorted;
    int paragraphs; /* open ones */
    bool outer[XML_DEPTH_MOST + 1]
              [OFFICE_STYLES]; /* by depth: what holds after its end */
};

static int sniff(const struct source *s)
{
    return office_is(s, "odt") ? 100 : 0;
}

static int compare_styles(const void *x, const void *y)
{
    return str_compare(((const struct odt_style *)x)->name,
                       ((const struct odt_style *)y)->name);
}

static void style_item(struct odt *x, const struct xml_tag *tag)
{
    if (str_eq(tag->name, S("style:style"))) {
        struct odt_style *style =
            arena_push(x->o.a, x->styles, x->style_count, x->style_capacity);
        style->name = str_copy(x->o.a, xml_attribute(tag, S("name")));
        style->title = str_eq(xml_attribute(tag, S("parent-style-name")), S("Title"));
        x->in_style = true;
        x->sorted = false;
    } else if (x->in_style && str_eq(tag->name, S("style:text-properties"))) {
        struct odt_style *style = &x->styles[x->style_count - 1];
        struct str weight = xml_attribute(tag, S("font-weight"));
        struct str slant = xml_attribute(tag, S("font-style"));
        style->style[OFFICE_BOLD] =
            str_eq(weight, S("bold")) || (weight.len == 3 && weight.ptr[0] >= '6');
        style->style[OFFICE_ITALIC] =
            str_eq(slant, S("italic")) || str_eq(slant, S("oblique"));
    }
}

/* What the style of that name says; the names of those that every office has speak for
 * themselves. */
static struct odt_style style_named(struct odt *x, struct str name)
{
    if (!x->sorted && x->style_count)
        qsort(x->styles, (size_t)x->style_count, sizeof *x->styles, compare_styles);
    x->sorted = true;
    struct odt_style key = {.name = name};
    const struct odt_style *found = x->style_count
                                        ? bsearch(&key, x->styles, (size_t)x->style_count,
                                                  sizeof *x->styles, compare_styles)
                                        : NULL;
    if (found)
        return *found;
    key.style[OFFICE_BOLD] = str_starts(name, S("Strong"));
    key.style[OFFICE_ITALIC] = str_eq(name, S("Emphasis"));
    key.title = str_eq(name, S("Title"));
    return key;
}

static void begin_paragraph(struct odt *x, const struct xml_tag *tag, bool heading)
{
    struct odt_style style = style_named(x, xml_attribute(tag, S("style-name")));
    struct str level = xml_attribute(tag, S("outline-level"));
    int64_t number;
    office_flush(&x->o);
    x->paragraphs++;
    memcpy(x->o.style, style.style, sizeof x->o.style);
    if (heading)
        x->o.level = !str_to_int(level, &number) || number < 1 ? 1
                     : number > 6                              ? 6
                                                               : (int)number;
    else
        x->o.level = style.title ? 1 : 0;
}

static void begin_span(struct odt *x, const struct xml_tag *tag)
{
    struct odt_style style = style_named(x, xml_attribute(tag, S("style-name")));
    for (int i = 0; i < OFFICE_STYLES; i++)
        x->o.style[i] = x->o.style[i] || style.style[i];
}

/* text:s is text:c blanks, or one. */
static void add_blanks(struct odt *x, const struct xml_tag *tag)
{
    int64_t count = 1;
    if (!str_to_int(xml_attribute(tag, S("c")), &count) || count < 1)
        count = 1;
    for (int64_t i = 0; i < count && i < 100; i++)
        office_blank(&x->o, S(" "));
}

/* What is beside the text: changes that are kept, notes, comments, what pictures show. */
static enum reason beside(struct str name)
{
    static const struct {
        const char *name;
        enum reason reason;
    } elements[] = {{"text:tracked-changes", REASON_MARKUP},
                    {"text:note", REASON_PAGE_FURNITURE},
                    {"office:annotation", REASON_COMMENT},
                    {"text:ruby-text", REASON_MARKUP},
                    {"svg:title", REASON_MARKUP},
                    {"svg:desc", REASON_MARKUP}};
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
        if (str_eq(name, str_from(elements[i].name)))
            return elements[i].reason;
    return REASON_NONE;
}

static void on_start(void *user, const struct xml_tag *tag)
{
    struct odt *x = user;
    office_dispose(&x->o, tag->begin, tag->end);
    memcpy(x->outer[tag->depth], x->o.style, sizeof x->o.style);
    if (x->o.skip_depth)
        return;
    bool heading = str_eq(tag->name, S("text:h"));
    if (beside(tag->name) != REASON_NONE)
        office_begin_skip(&x->o, tag, beside(tag->name));
    else if (heading || str_eq(tag->name, S("text:p")))
        begin_paragraph(x, tag, heading);
    else if (str_eq(tag->name, S("text:span")))
        begin_span(x, tag);
    else if (str_eq(tag->name, S("text:s")))
        add_blanks(x, tag);
    else if (str_eq(tag->name, S("text:tab")))
        office_blank(&x->o, S("\t"));
    else if (str_eq(tag->name, S("text:line-break")))
        office_blank(&x->o, S("\n"));
    else
        style_item(x, tag);
}

static void on_end(void *user, const struct xml_tag *tag)
{
    struct odt *x = user;
    office_dispose(&x->o, tag->begin, tag->end);
    memcpy(x->o.style, x->outer[tag->depth], sizeof x->o.style);
    if (x->o.skip_depth) {
        office_end_skip(&x->o, tag);
        return;
    }
    if (str_eq(tag->name, S("text:h")) || str_eq(tag->name, S("text:p"))) {
        office_flush(&x->o);
        x->paragraphs--;
    } else if (str_eq(tag->name, S("style:style"))) {
        x->in_style = false;
    }
}

static void on_text(void *user, struct str s, ptrdiff_t begin, ptrdiff_t end,
                    bool verbatim)
{
    struct odt *x = user;
    if (x->paragraphs && !x->o.skip_depth)
        office_text(&x->o, s, begin, end, verbatim);
    else
        office_unread(&x->o, begin, end);
}

static enum bc_status read(struct document *doc, struct arena *a, const struct source *s,
                           struct diag *d)
{
    static const struct xml_handler handler = {on_start, on_end, on_text, office_markup};
    struct odt x = {.o = office_make(doc, a)};
    ptrdiff_t body = s->part_count - 1;
    enum bc_status status = office_require(s, "odt", d);
    x.o.collapse = true;
    if (status == BC_OK && body > 0)
        status = office_properties(&x.o, 0, false, d);
    if (status == BC_OK)
        status =
            xml_parse(s, s->parts[body].begin, source_part_end(s, body), &handler, &x, d);
    office_flush(&x.o);
    office_release(&x.o);
    return status;
}

const struct reader read_odt = {"odt", sniff, read};
