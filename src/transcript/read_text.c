/* Plain text: paragraphs between blank lines, their lines kept. */
#include "transcript/read.h"
#include "transcript/tags.h"

/* Anything is plain text, but any other reader's evidence is better than that. */
static int sniff(const struct source *s)
{
    (void)s;
    return 20;
}

/* "* * *", "-----", "###", "— — —": three marks at least, and nothing else. */
static bool is_separator(struct str line)
{
    static const char marks[] = "*-_=#~+.";
    int count = 0;
    if (line.len > 400)
        return false;
    for (ptrdiff_t at = 0; at < line.len;) {
        int32_t c = utf8_next(line, &at);
        bool mark = c == 0x2013 || c == 0x2014 || c == 0x2022 || c == 0xB7 ||
                    c == 0x2026 || c == 0x2042 || (c >= 0x2500 && c < 0x2580);
        for (int i = 0; marks[i] && !mark; i++)
            mark = c == marks[i];
        if (!mark && !utf8_is_space(c))
            return false;
        count += mark;
    }
    return count >= 3 && line.ptr[0] != '.';
}

struct text_reader {
    struct document *doc;
    struct arena *a;
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
        t = text_slice(r->a, t, from, from + kept.len);
        document_add(r->doc, r->a, BLOCK_PARAGRAPH, t)->indent = r->indent;
    }
    r->text = (struct textbuf){.arena = r->a, .source = r->doc->source};
}

/* A line's content, tags that HTML knows taken out. */
static void add_line(struct text_reader *r, ptrdiff_t begin, ptrdiff_t end)
{
    struct str s = str_slice(r->doc->source->bytes, 0, end);
    ptrdiff_t from = begin;
    for (ptrdiff_t at = begin; at < end; at++) {
        struct html_tag tag;
        if (s.ptr[at] != '<' || !html_tag_at(&tag, s, at))
            continue;
        document_verbatim(r->doc, r->a, &r->text, from, at);
        document_dispose(r->doc, r->a, at, tag.end, REASON_MARKUP);
        if (tag.effect == HTML_BREAK)
            textbuf_replace(&r->text, S("\n"), at, at);
        from = tag.end;
        at = from - 1;
    }
    document_verbatim(r->doc, r->a, &r->text, from, end);
}

static int indent_of(struct str s, ptrdiff_t begin, ptrdiff_t end)
{
    int columns = 0;
    for (ptrdiff_t at = begin; at < end && columns < 200;)
        columns += utf8_next(s, &at) == '\t' ? 8 - columns % 8 : 1;
    return columns;
}

static void read_line(struct text_reader *r, ptrdiff_t begin, ptrdiff_t end)
{
    struct str bytes = r->doc->source->bytes;
    struct str content = str_trim(str_slice(bytes, begin, end));
    if (!content.len) {
        flush(r);
        return;
    }
    ptrdiff_t first = content.ptr - bytes.ptr;
    ptrdiff_t last = first + content.len;
    if (is_separator(content)) {
        flush(r);
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
        first = begin;
    }
    add_line(r, first, last);
    r->last_end = last;
}

static enum bc_status read(struct document *doc, struct arena *a, const struct source *s,
                           struct diag *d)
{
    (void)d;
    struct text_reader r = {.doc = doc, .a = a, .text = {.arena = a, .source = s}};
    for (ptrdiff_t line = 1; line <= s->line_count; line++) {
        struct str content = source_line(s, line);
        ptrdiff_t begin = content.ptr - s->bytes.ptr;
        read_line(&r, begin, begin + content.len);
    }
    flush(&r);
    return BC_OK;
}

const struct reader read_text = {"text", sniff, read};
