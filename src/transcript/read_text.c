/* Plain text: paragraphs between blank lines, their lines kept. */
#include "transcript/fold.h"
#include "transcript/read.h"
#include "transcript/tags.h"

enum { SCRATCH_MOST = 256 << 10 };

/* Anything is plain text, but any other reader's evidence is better than that. */
static int sniff(const struct source *s)
{
    (void)s;
    return 20;
}

struct text_reader {
    struct document *doc;
    struct arena *a;
    struct arena scratch;
    struct textbuf text; /* of the paragraph in the making */
    ptrdiff_t last_end;  /* of the latest line's content, in the source */
    int indent;
};

static void flush(struct text_reader *r)
{
    struct text t = textbuf_done(&r->text);
    struct str kept = str_trim(t.str);
    if (kept.len) {
        /* what lies around it are blanks, or blanks that mark-up made */
        ptrdiff_t from = kept.ptr - t.str.ptr;
        t = text_slice(&r->scratch, t, from, from + kept.len);
        document_add(r->doc, r->a, BLOCK_PARAGRAPH, text_keep(r->a, t))->indent =
            r->indent;
    }
    if (r->scratch.used > SCRATCH_MOST)
        arena_clear(&r->scratch);
    r->text = (struct textbuf){.arena = &r->scratch, .source = r->doc->source};
}

/* The tag or entity at `at`, if there is one: its end, else 0. The text before it from `from` on is
 * added first. */
static ptrdiff_t take_html(struct text_reader *r, struct str s, ptrdiff_t from,
                           ptrdiff_t at)
{
    struct html_tag tag;
    struct html_entity entity = {.text = S("")};
    bool is_tag = s.ptr[at] == '<' && html_tag_at(&tag, s, at);
    if (!is_tag && (s.ptr[at] != '&' || !html_entity_at(&entity, &r->scratch, s, at)))
        return 0;
    ptrdiff_t end = is_tag ? tag.end : entity.end;
    document_verbatim(r->doc, r->a, &r->text, from, at);
    bool shown = str_trim(entity.text).len && !entity.unspeakable;
    if (shown) {
        textbuf_replace(&r->text, entity.text, at, end);
        return end;
    }
    document_dispose(r->doc, r->a, at, end,
                     entity.unspeakable ? REASON_UNSPEAKABLE : REASON_MARKUP);
    if (is_tag && tag.effect == HTML_BREAK)
        textbuf_replace(&r->text, S("\n"), at, at);
    else if (!entity.unspeakable) /* &nbsp; */
        textbuf_replace(&r->text, entity.text, at, at);
    return end;
}

/* A line's content, tags that HTML knows taken out. */
static void add_line(struct text_reader *r, ptrdiff_t begin, ptrdiff_t end)
{
    struct str s = str_slice(r->doc->source->bytes, 0, end);
    ptrdiff_t from = begin;
    for (ptrdiff_t at = begin; at < end; at++) {
        if (s.ptr[at] != '<' && s.ptr[at] != '&')
            continue;
        ptrdiff_t behind = take_html(r, s, from, at);
        if (behind) {
            from = behind;
            at = behind - 1;
        }
    }
    document_verbatim(r->doc, r->a, &r->text, from, end);
}

static int indent_of(struct str s, ptrdiff_t begin, ptrdiff_t end)
{
    int columns = 0;
    for (ptrdiff_t at = begin; at < end && columns < 200;) {
        int32_t c = utf8_next(s, &at);
        if (!document_is_unspeakable(c))
            columns += c == '\t' ? 8 - columns % 8 : 1;
    }
    return columns;
}

/* Where the first character is that somebody sees; a byte order mark is none. */
static ptrdiff_t first_seen(struct str s, ptrdiff_t at, ptrdiff_t end)
{
    while (at < end) {
        ptrdiff_t next = at;
        int32_t c = utf8_next(s, &next);
        if (!utf8_is_space(c) && !document_is_unspeakable(c))
            break;
        at = next;
    }
    return at;
}

static void read_line(struct text_reader *r, ptrdiff_t begin, ptrdiff_t end)
{
    struct str bytes = r->doc->source->bytes;
    ptrdiff_t first = first_seen(bytes, begin, end);
    struct str content = str_trim(str_slice(bytes, first, end));
    ptrdiff_t last = first + content.len;
    bool separator = document_is_separator(content);
    if (!content.len || separator) {
        document_verbatim(r->doc, r->a, &r->text, begin, first);
        flush(r);
    }
    if (!content.len)
        return;
    if (separator) {
        document_add(r->doc, r->a, BLOCK_SEPARATOR,
                     text_verbatim(r->a, r->doc->source, first, last));
        return;
    }
    if (!r->text.chars.len) {
        r->indent = indent_of(bytes, begin, first);
    } else {
        if (begin - r->last_end == 1 && bytes.ptr[r->last_end] == '\n')
            textbuf_verbatim(&r->text, r->last_end, begin);
        else
            textbuf_replace(&r->text, S("\n"), r->last_end, begin);
    }
    add_line(r, begin, last);
    r->last_end = last;
}

static enum bc_status read(struct document *doc, struct arena *a, const struct source *s,
                           struct diag *d)
{
    (void)d;
    struct text_reader r = {.doc = doc, .a = a};
    r.text = (struct textbuf){.arena = &r.scratch, .source = s};
    for (ptrdiff_t line = 1; line <= s->line_count; line++) {
        struct str content = source_line(s, line);
        ptrdiff_t begin = content.ptr - s->bytes.ptr;
        read_line(&r, begin, begin + content.len);
    }
    flush(&r);
    arena_clear(&r.scratch);
    return BC_OK;
}

const struct reader read_text = {"text", sniff, read};
