#include "transcript/html_words.h"

#include "transcript/fold.h"
#include "transcript/markup_scan.h"
#include "transcript/tags.h"

enum { SCRATCH_MOST = 256 << 10, INDENT_MOST = 40 };

void html_words_init(struct html_words *w, struct document *doc, struct arena *a,
                     struct text work)
{
    *w = (struct html_words){.doc = doc, .a = a, .work = work};
    w->out = (struct textbuf){.arena = &w->scratch, .source = doc->source};
}

void html_words_release(struct html_words *w)
{
    arena_clear(&w->scratch);
}

void html_dispose(struct document *doc, struct arena *a, struct text work,
                  ptrdiff_t begin, ptrdiff_t end, enum reason reason)
{
    if (work.run_count == 1 && work.runs[0].verbatim) {
        ptrdiff_t from = work.runs[0].begin;
        document_dispose(doc, a, from + begin, from + end, reason);
        return;
    }
    struct arena scratch = {0};
    struct text t = text_slice(&scratch, work, begin, end);
    for (ptrdiff_t i = 0; i < t.run_count; i++)
        document_dispose(doc, a, t.runs[i].begin, t.runs[i].end, reason);
    arena_clear(&scratch);
}

static bool is_figures(struct str s)
{
    bool any = false;
    for (ptrdiff_t i = 0; i < s.len; i++) {
        bool digit = s.ptr[i] >= '0' && s.ptr[i] <= '9';
        if (!digit && s.ptr[i] != ',' && s.ptr[i] != ' ')
            return false;
        any = any || digit;
    }
    return any;
}

/* Figures of a <sup> as the characters that stand for them: "10<sup>3</sup>" is not 103, nor
 * "May<sup>3</sup>" a day. */
static void add_raised(struct html_words *w, ptrdiff_t begin, ptrdiff_t end)
{
    static const char raised[][4] = {"\u2070", "\u00B9", "\u00B2", "\u00B3", "\u2074",
                                     "\u2075", "\u2076", "\u2077", "\u2078", "\u2079"};
    for (ptrdiff_t i = begin; i < end; i++) {
        char c = w->work.str.ptr[i];
        struct place p = text_place(w->work, i, i + 1);
        bool digit = c >= '0' && c <= '9';
        textbuf_replace(&w->out, digit ? str_from(raised[c - '0']) : (struct str){&c, 1},
                        p.begin, p.end);
    }
}

/* Adds bytes of the work that hold no mark-up. */
static void add_words(struct html_words *w, ptrdiff_t begin, ptrdiff_t end)
{
    if (w->raised > 0 && is_figures(str_slice(w->work.str, begin, end))) {
        add_raised(w, begin, end);
        return;
    }
    struct text t = text_slice(&w->scratch, w->work, begin, end);
    for (ptrdiff_t i = 0; i < t.run_count; i++) {
        const struct text_run *run = &t.runs[i];
        ptrdiff_t to = i + 1 < t.run_count ? t.runs[i + 1].at : t.str.len;
        if (run->verbatim)
            document_verbatim(w->doc, w->a, &w->out, run->begin, run->end);
        else
            textbuf_replace(&w->out, str_slice(t.str, run->at, to), run->begin, run->end);
    }
}

void html_words_flush(struct html_words *w)
{
    struct text t = textbuf_done(&w->out);
    struct str kept = str_trim(t.str);
    if (kept.len) {
        ptrdiff_t from = kept.ptr - t.str.ptr;
        struct text words = text_slice(&w->scratch, t, from, from + kept.len);
        enum block_kind kind = w->level                      ? BLOCK_HEADING
                               : document_is_separator(kept) ? BLOCK_SEPARATOR
                                                             : BLOCK_PARAGRAPH;
        struct block *b = document_add(w->doc, w->a, kind, text_keep(w->a, words));
        b->level = w->level;
        b->indent = w->indent + (int)utf8_count(str_slice(t.str, 0, from));
        b->narrated = w->narrated;
        struct mark *marks = arena_array(w->a, struct mark, w->mark_count);
        for (ptrdiff_t i = 0; i < w->mark_count; i++) {
            struct mark m = w->marks[i];
            m.end = (m.end < 0 ? t.str.len : m.end) - from;
            m.begin = m.begin > from ? m.begin - from : 0;
            m.end = m.end < kept.len ? m.end : kept.len;
            if (m.begin < m.end)
                marks[b->mark_count++] = m;
        }
        b->marks = marks;
    }
    if (w->scratch.used > SCRATCH_MOST)
        arena_clear(&w->scratch);
    w->out = (struct textbuf){.arena = &w->scratch, .source = w->doc->source};
    w->marks = NULL;
    w->mark_count = w->mark_capacity = 0;
    for (int i = 0; i < HTML_MARK_KINDS; i++)
        w->mark_at[i] = 0;
    w->gap = HTML_GAP_NONE;
    w->columns = 0;
    w->indent = w->lists < INDENT_MOST / 4 ? 4 * w->lists : INDENT_MOST;
}

/* What stood since the last word becomes part of the text, now that another follows. `at`: where
 * in the source. */
static void settle(struct html_words *w, ptrdiff_t at)
{
    int columns = w->columns;
    if (w->gap == HTML_GAP_BLOCK)
        html_words_flush(w);
    w->columns = columns;
    ptrdiff_t source = text_place(w->work, at, at).begin;
    if (w->gap && w->out.chars.len)
        textbuf_replace(&w->out, w->gap == HTML_GAP_LINE ? S("\n") : w->blank, source,
                        source);
    if (!w->out.chars.len)
        w->indent += w->columns;
    else /* of a gap in a line one stands already */
        for (int i = w->gap == HTML_GAP_BLANK; i < w->columns; i++)
            textbuf_replace(&w->out, S(" "), source, source);
    w->gap = HTML_GAP_NONE;
    w->columns = 0;
    for (int kind = 0; kind < HTML_MARK_KINDS; kind++)
        if (w->open[kind] && !w->mark_at[kind]) {
            *arena_push(&w->scratch, w->marks, w->mark_count, w->mark_capacity) =
                (struct mark){w->out.chars.len, -1, (enum mark_kind)kind};
            w->mark_at[kind] = w->mark_count;
        }
}

void html_words_part(struct html_words *w, enum html_gap gap, struct str blank)
{
    if (gap == HTML_GAP_LINE && w->gap >= HTML_GAP_LINE && w->out.chars.len)
        gap = HTML_GAP_BLOCK; /* an empty line */
    if (gap > w->gap) {
        w->gap = gap;
        w->blank = blank;
    }
    if (gap >= HTML_GAP_LINE)
        w->columns = 0;
}

/* The white space at `at`; where it ends. */
static ptrdiff_t take_blanks(struct html_words *w, ptrdiff_t at, ptrdiff_t end)
{
    struct str s = w->work.str;
    for (; at < end; at++) {
        char c = s.ptr[at];
        if (c != ' ' && c != '\n' && c != '\t' && c != '\r' && c != '\f')
            break;
        if (!w->preserved)
            html_words_part(w, HTML_GAP_BLANK, S(" "));
        else if (c == '\n' || (c == '\r' && (at + 1 == end || s.ptr[at + 1] != '\n')))
            html_words_part(w, HTML_GAP_LINE, S("\n"));
        else if (w->gap >= HTML_GAP_LINE || !w->out.chars.len)
            w->columns += w->columns < INDENT_MOST * 2 ? (c == '\t' ? 8 : 1) : 0;
        else {
            html_words_part(w, HTML_GAP_BLANK, S(" "));
            w->columns += w->columns < INDENT_MOST * 2 ? (c == '\t' ? 8 : 1) : 0;
        }
    }
    return at;
}

/* Does all of [begin, end) of the work stand together in the source? A section of CDATA may begin
 * in the middle of what then looks like one entity. */
static bool is_whole(struct html_words *w, ptrdiff_t begin, ptrdiff_t end)
{
    struct text t = text_slice(&w->scratch, w->work, begin, end);
    for (ptrdiff_t i = 1; i < t.run_count; i++)
        if (t.runs[i].begin != t.runs[i - 1].end)
            return false;
    return true;
}

/* The entity at `at`; where it ends, or `at` when there is none. */
static ptrdiff_t take_entity(struct html_words *w, ptrdiff_t at, ptrdiff_t end)
{
    struct html_entity e;
    if (!html_entity_at(&e, &w->scratch, str_slice(w->work.str, 0, end), at) ||
        !is_whole(w, at, e.end))
        return at;
    if (e.unspeakable || !str_trim(e.text).len) {
        html_dispose(w->doc, w->a, w->work, at, e.end,
                     e.unspeakable ? REASON_UNSPEAKABLE : REASON_MARKUP);
        bool fixed = str_eq(e.text, S("\u00A0"));
        if (!e.unspeakable)
            html_words_part(w, HTML_GAP_BLANK, fixed ? S("\u00A0") : S(" "));
        /* one beside another is wider */
        w->columns += !e.unspeakable && fixed && w->columns < INDENT_MOST * 2;
        return e.end;
    }
    settle(w, at);
    struct place p = text_place(w->work, at, e.end);
    textbuf_replace(&w->out, e.text, p.begin, p.end);
    return e.end;
}

void html_words_take(struct html_words *w, ptrdiff_t at, ptrdiff_t end)
{
    struct str s = w->work.str;
    while ((at = take_blanks(w, at, end)) < end) {
        ptrdiff_t behind = s.ptr[at] == '&' ? take_entity(w, at, end) : at;
        if (behind > at) {
            at = behind;
            continue;
        }
        settle(w, at);
        /* words with single blanks between them are one piece */
        ptrdiff_t stop = at + 1;
        for (; stop < end; stop++) {
            char c = s.ptr[stop];
            bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
            bool single = c == ' ' && stop + 1 < end &&
                          (unsigned char)s.ptr[stop + 1] > ' ' && s.ptr[stop + 1] != '&';
            if (c == '&' || (blank && !single))
                break;
        }
        add_words(w, at, stop);
        at = stop;
    }
}

void html_words_mark(struct html_words *w, int kind, bool opens)
{
    w->open[kind] += opens ? 1 : -1;
    if (w->open[kind] || !w->mark_at[kind])
        return;
    w->marks[w->mark_at[kind] - 1].end = w->out.chars.len;
    w->mark_at[kind] = 0;
}

void html_metadata_add(struct document *doc, struct arena *a, struct text work,
                       ptrdiff_t begin, ptrdiff_t end, struct str key)
{
    struct html_words w;
    html_words_init(&w, doc, a, work);
    struct markup_scanner m = {
        .s = str_slice(work.str, 0, end), .xml = true, .at = begin};
    for (struct markup_token token; markup_next(&token, &m);)
        if (token.kind == MARKUP_TEXT)
            html_words_take(&w, token.begin, token.end);
        else
            html_dispose(doc, a, work, token.begin, token.end, REASON_MARKUP);
    struct text t = textbuf_done(&w.out);
    if (str_trim(t.str).len)
        document_add(doc, a, BLOCK_METADATA, text_keep(a, text_trim(&w.scratch, t)))
            ->key = key;
    html_words_release(&w);
}
