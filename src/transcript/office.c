#include "transcript/office.h"

#include <string.h>

#include "transcript/fold.h"

enum { SCRATCH_MOST = 256 << 10, BLANKS_MOST = 256, INDENT_MOST = 200 };

bool office_is(const struct source *s, const char *container)
{
    return s->container && strcmp(s->container, container) == 0;
}

enum bc_status office_require(const struct source *s, const char *container,
                              struct diag *d)
{
    if (office_is(s, container))
        return BC_OK;
    diag_error(d, place_of(s, 0, 0), "format-wrong", "without --from it is found out",
               "the file is no .%s document", container);
    return BC_EINPUT;
}

struct office office_make(struct document *doc, struct arena *a)
{
    return (struct office){.doc = doc, .a = a};
}

void office_release(struct office *o)
{
    arena_clear(&o->scratch);
}

static void prepare(struct office *o)
{
    o->text.arena = o->blanks.arena = &o->scratch;
    o->text.source = o->doc->source;
}

static void mark(struct office *o, enum office_style style, ptrdiff_t from)
{
    static const enum mark_kind kinds[] = {MARK_STRONG, MARK_EMPHASIS};
    ptrdiff_t to = o->text.chars.len;
    if (!o->style[style] || from == to)
        return;
    struct mark *last = o->last_mark[style] ? &o->marks[o->last_mark[style] - 1] : NULL;
    if (last &&
        str_trim(str_slice(strbuf_str(&o->text.chars), last->end, from)).len == 0) {
        last->end = to;
        return;
    }
    *arena_push(&o->scratch, o->marks, o->mark_count, o->mark_capacity) =
        (struct mark){from, to, kinds[style]};
    o->last_mark[style] = o->mark_count;
}

/* Text without blanks at its ends. */
static void add_words(struct office *o, struct str s, ptrdiff_t begin, ptrdiff_t end,
                      bool verbatim)
{
    ptrdiff_t at = 0;
    if (o->blanks.len && o->text.chars.len)
        textbuf_replace(&o->text, strbuf_str(&o->blanks), begin, begin);
    o->blanks.len = 0;
    ptrdiff_t from = o->text.chars.len;
    if (verbatim)
        document_verbatim(o->doc, o->a, &o->text, begin, end);
    else if (document_is_unspeakable(utf8_next(s, &at)) && at == s.len)
        document_dispose(o->doc, o->a, begin, end, REASON_UNSPEAKABLE);
    else
        textbuf_replace(&o->text, s, begin, end);
    mark(o, OFFICE_BOLD, from);
    mark(o, OFFICE_ITALIC, from);
}

void office_blank(struct office *o, struct str s)
{
    prepare(o);
    bool line = str_find_byte(s, '\n') >= 0;
    if (!o->text.chars.len && !line && o->indent < INDENT_MOST)
        for (ptrdiff_t i = 0; i < s.len && i < INDENT_MOST; i++)
            o->indent += s.ptr[i] == '\t' ? 8 : (s.ptr[i] & 0xC0) != 0x80;
    if (!o->text.chars.len || o->blanks.len > BLANKS_MOST)
        return;
    if (line)
        o->blanks.len = 0;
    strbuf_add(&o->blanks, line ? S("\n") : s);
}

void office_text(struct office *o, struct str s, ptrdiff_t begin, ptrdiff_t end,
                 bool verbatim)
{
    prepare(o);
    struct str words = str_trim(s);
    ptrdiff_t before = words.len ? words.ptr - s.ptr : s.len;
    bool one = o->collapse && before;
    if (!one)
        office_blank(o, str_slice(s, 0, before));
    else if (!o->blanks.len && o->text.chars.len)
        office_blank(o, S(" "));
    if (!words.len) {
        /* a blank that was written as an entity is no white space of the source */
        if (!verbatim)
            office_dispose(o, begin, end);
        return;
    }
    ptrdiff_t first = verbatim ? begin + before : begin;
    ptrdiff_t last = verbatim ? first + words.len : end;
    add_words(o, words, first, last, verbatim);
    struct str after = str_slice(s, before + words.len, s.len);
    if (after.len)
        office_blank(o, o->collapse ? S(" ") : after);
}

void office_flush(struct office *o)
{
    struct text text = textbuf_done(&o->text);
    if (text.str.len) {
        enum block_kind kind = o->key.len ? BLOCK_METADATA
                               : o->level ? BLOCK_HEADING
                                          : BLOCK_PARAGRAPH;
        struct block *b = document_add(o->doc, o->a, kind, text_keep(o->a, text));
        b->level = kind == BLOCK_HEADING ? o->level : 0;
        b->key = o->key;
        b->indent = o->indent;
        struct mark *marks = arena_array(o->a, struct mark, o->mark_count);
        if (o->mark_count)
            memcpy(marks, o->marks, (size_t)o->mark_count * sizeof *marks);
        b->marks = marks;
        b->mark_count = (int32_t)o->mark_count;
    }
    o->text = (struct textbuf){0};
    o->blanks = (struct strbuf){0};
    o->marks = NULL;
    o->mark_count = o->mark_capacity = 0;
    memset(o->last_mark, 0, sizeof o->last_mark);
    o->level = o->indent = 0;
    o->key = S("");
    if (o->scratch.used > SCRATCH_MOST)
        arena_clear(&o->scratch);
}

void office_dispose(struct office *o, ptrdiff_t begin, ptrdiff_t end)
{
    document_dispose(o->doc, o->a, begin, end, REASON_MARKUP);
}

void office_unread(struct office *o, ptrdiff_t begin, ptrdiff_t end)
{
    document_dispose(o->doc, o->a, begin, end,
                     o->skip_depth ? o->skip_reason : REASON_MARKUP);
}

void office_markup(void *user, enum xml_markup kind, ptrdiff_t begin, ptrdiff_t end)
{
    struct office *o = user;
    document_dispose(o->doc, o->a, begin, end,
                     kind == XML_COMMENT ? REASON_COMMENT : REASON_MARKUP);
}

void office_begin_skip(struct office *o, const struct xml_tag *tag, enum reason reason)
{
    if (o->skip_depth)
        return;
    o->skip_depth = tag->depth;
    o->skip_reason = reason;
}

void office_end_skip(struct office *o, const struct xml_tag *tag)
{
    if (o->skip_depth == tag->depth)
        o->skip_depth = 0;
}

/* ---- properties ---- */

struct properties {
    struct office o; /* first: office_markup's */
    bool dated, titled;
};

static void on_start(void *user, const struct xml_tag *tag)
{
    struct properties *p = user;
    office_dispose(&p->o, tag->begin, tag->end);
    office_flush(&p->o);
    if (str_eq(tag->name, S("dc:title")) && !p->titled) {
        p->o.key = S("title");
        p->titled = true;
    } else if (str_eq(tag->name, S("dc:date")) && p->dated) {
        p->o.key = S("date");
        p->dated = false;
    }
}

static void on_end(void *user, const struct xml_tag *tag)
{
    struct properties *p = user;
    office_dispose(&p->o, tag->begin, tag->end);
    office_flush(&p->o);
}

static void on_text(void *user, struct str s, ptrdiff_t begin, ptrdiff_t end,
                    bool verbatim)
{
    struct properties *p = user;
    if (p->o.key.len)
        office_text(&p->o, s, begin, end, verbatim);
    else
        document_dispose(p->o.doc, p->o.a, begin, end, REASON_METADATA);
}

enum bc_status office_properties(struct office *o, ptrdiff_t i, bool dated,
                                 struct diag *d)
{
    static const struct xml_handler handler = {on_start, on_end, on_text, office_markup};
    const struct source *s = o->doc->source;
    struct properties p = {.o = office_make(o->doc, o->a), .dated = dated};
    p.o.collapse = true;
    enum bc_status status =
        xml_parse(s, s->parts[i].begin, source_part_end(s, i), &handler, &p, d);
    office_flush(&p.o);
    office_release(&p.o);
    return status;
}
