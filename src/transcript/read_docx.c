/* Word documents: WordprocessingML (ECMA-376, part 1, section 17), the main document's story. */
#include <string.h>

#include "transcript/office.h"
#include "transcript/read.h"

struct docx {
    struct office o; /* first: office_markup's */
    bool in_run, in_text, hidden;
};

static int sniff(const struct source *s)
{
    return office_is(s, "docx") ? 100 : 0;
}

/* A property that is there is on, unless it says otherwise (section 17.17.4). */
static bool is_on(const struct xml_tag *tag)
{
    struct str value = xml_attribute(tag, S("val"));
    return !str_eq(value, S("0")) && !str_eq(value, S("false")) &&
           !str_eq(value, S("off"));
}

/* "Heading1" and "heading 1" are 1; "Title" is 1, too; else 0. */
static int heading_level(struct str style)
{
    if (str_eq_ascii_case(style, S("title")))
        return 1;
    if (!str_eq_ascii_case(str_slice(style, 0, 7), S("heading")) || style.len > 9)
        return 0;
    char last = style.ptr[style.len - 1];
    return last >= '1' && last <= '9' ? (last > '6' ? 6 : last - '0') : 0;
}

/* Properties of the paragraph. */
static void paragraph_property(struct docx *x, const struct xml_tag *tag)
{
    struct str value = xml_attribute(tag, S("val"));
    if (str_eq(tag->local, S("pStyle"))) {
        int level = heading_level(value);
        x->o.level = level ? level : x->o.level;
    } else if (str_eq(tag->local, S("outlineLvl")) && value.len == 1 &&
               value.ptr[0] >= '0' && value.ptr[0] <= '8') {
        x->o.level = value.ptr[0] > '5' ? 6 : value.ptr[0] - '0' + 1;
    }
}

/* What stands in a run: its properties, and what is text without being written as text. */
static void run_item(struct docx *x, const struct xml_tag *tag)
{
    struct str name = tag->local, value = xml_attribute(tag, S("val"));
    if (str_eq(name, S("t")))
        x->in_text = true;
    else if (str_eq(name, S("b")))
        x->o.style[OFFICE_BOLD] = is_on(tag);
    else if (str_eq(name, S("i")))
        x->o.style[OFFICE_ITALIC] = is_on(tag);
    else if (str_eq(name, S("rStyle")) && str_eq(value, S("Strong")))
        x->o.style[OFFICE_BOLD] = true;
    else if (str_eq(name, S("rStyle")) && str_eq(value, S("Emphasis")))
        x->o.style[OFFICE_ITALIC] = true;
    else if (str_eq(name, S("vanish")))
        x->hidden = is_on(tag);
    else if (str_eq(name, S("tab")) || str_eq(name, S("ptab")))
        office_blank(&x->o, S("\t"));
    else if (str_eq(name, S("br")) || str_eq(name, S("cr")))
        office_blank(&x->o, S("\n"));
}

/* Of a part whose root has that name: why its text is not read. */
static enum reason beside(struct str root)
{
    if (str_eq(root, S("comments")))
        return REASON_COMMENT;
    return str_eq(root, S("footnotes")) || str_eq(root, S("endnotes")) ||
                   str_eq(root, S("hdr")) || str_eq(root, S("ftr"))
               ? REASON_PAGE_FURNITURE
               : REASON_NONE;
}

static void on_start(void *user, const struct xml_tag *tag)
{
    struct docx *x = user;
    struct str name = tag->local;
    if (x->in_run && !x->o.skip_depth && str_eq(name, S("noBreakHyphen"))) {
        office_text(&x->o, S("-"), tag->begin, tag->end, false);
        return;
    }
    office_dispose(&x->o, tag->begin, tag->end);
    if (x->o.skip_depth)
        return;
    if (tag->depth == 1 && beside(name) != REASON_NONE) {
        office_begin_skip(&x->o, tag, beside(name));
    } else if (str_eq(name, S("p"))) {
        office_flush(&x->o);
        x->in_run = false;
    } else if (str_eq(name, S("r"))) {
        x->in_run = true;
        x->hidden = x->in_text = false;
        memset(x->o.style, 0, sizeof x->o.style);
    } else if (str_eq(name, S("del")) || str_eq(name, S("moveFrom")) ||
               str_eq(name, S("Fallback"))) {
        /* what was deleted or moved away; what older programs are to show instead */
        office_begin_skip(&x->o, tag, REASON_MARKUP);
    } else if (x->in_run) {
        run_item(x, tag);
    } else {
        paragraph_property(x, tag);
    }
}

static void on_end(void *user, const struct xml_tag *tag)
{
    struct docx *x = user;
    office_dispose(&x->o, tag->begin, tag->end);
    if (x->o.skip_depth) {
        office_end_skip(&x->o, tag);
        return;
    }
    if (str_eq(tag->local, S("p")))
        office_flush(&x->o);
    else if (str_eq(tag->local, S("r")))
        x->in_run = false;
    else if (str_eq(tag->local, S("t")))
        x->in_text = false;
}

static void on_text(void *user, struct str s, ptrdiff_t begin, ptrdiff_t end,
                    bool verbatim)
{
    struct docx *x = user;
    if (x->in_text && !x->hidden && !x->o.skip_depth)
        office_text(&x->o, s, begin, end, verbatim);
    else
        office_unread(&x->o, begin, end);
}

/* Is the first part the properties? Not every document has them. */
static bool has_properties(const struct source *s)
{
    ptrdiff_t begin = s->parts[0].begin, end = source_part_end(s, 0);
    struct str head = str_slice(s->bytes, begin, end < begin + 4096 ? end : begin + 4096);
    return str_find(head, S("coreProperties")) >= 0;
}

static enum bc_status read(struct document *doc, struct arena *a, const struct source *s,
                           struct diag *d)
{
    static const struct xml_handler handler = {on_start, on_end, on_text, office_markup};
    struct docx x = {.o = office_make(doc, a)};
    enum bc_status status = office_require(s, "docx", d);
    bool properties = status == BC_OK && s->part_count > 1 && has_properties(s);
    if (properties)
        status = office_properties(&x.o, 0, false, d);
    for (ptrdiff_t i = properties; i < s->part_count && status == BC_OK; i++) {
        status = xml_parse(s, s->parts[i].begin, source_part_end(s, i), &handler, &x, d);
        office_flush(&x.o);
    }
    office_release(&x.o);
    return status;
}

const struct reader read_docx = {"docx", sniff, read};
