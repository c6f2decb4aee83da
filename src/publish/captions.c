#include "publish/captions.h"

#include "base/unicode.h"
#include "publish/align.h"

enum { LINE_MOST = 65, CUE_LINES = 2, PER_MS = TIMELINE_HZ / 1000 };

/* A word, or as much of one as fits a line. */
struct piece {
    struct str text;
    int64_t start_ms;
    int width;      /* code points */
    bool timed;     /* may carry a timestamp */
    bool continues; /* the word of the piece before */
};

struct pieces {
    struct arena *arena;
    struct piece *items;
    ptrdiff_t count, capacity;
};

/* Text of a cue or an annotation (W3C WebVTT section 4.2.2): what could be mark-up is escaped,
 * control characters and line breaks are blanks. */
static void add_escaped(struct strbuf *b, struct str s)
{
    for (ptrdiff_t at = 0, before = 0; at < s.len; before = at) {
        int32_t c = utf8_next(s, &at);
        if (c == '&')
            strbuf_add(b, S("&amp;"));
        else if (c == '<')
            strbuf_add(b, S("&lt;"));
        else if (c == '>')
            strbuf_add(b, S("&gt;"));
        else if (utf8_is_space(c) || unicode_is_control(c))
            strbuf_add_byte(b, ' ');
        else
            strbuf_add(b, str_slice(s, before, at));
    }
}

/* A word longer than a line becomes several pieces, the time shared by length. */
static void add_word(struct pieces *p, const struct printed_word *w)
{
    int64_t total = utf8_count(w->text), done = 0;
    for (ptrdiff_t at = 0; at < w->text.len;) {
        struct piece *piece = arena_push(p->arena, p->items, p->count, p->capacity);
        ptrdiff_t begin = at;
        while (at < w->text.len && piece->width < LINE_MOST) {
            utf8_next(w->text, &at);
            piece->width++;
        }
        piece->text = str_slice(w->text, begin, at);
        piece->start_ms = (w->start + (w->stop - w->start) * done / total) / PER_MS;
        piece->timed = w->spoken;
        piece->continues = begin > 0;
        done += piece->width;
    }
}

/* One past the last piece of the line that begins with piece `from`. */
static ptrdiff_t line_end(const struct pieces *p, ptrdiff_t from, int width)
{
    int used = p->items[from].width;
    ptrdiff_t i = from + 1;
    /* A word that was cut goes on on the next line. */
    while (i < p->count && !p->items[i].continues &&
           used + 1 + p->items[i].width <= width)
        used += 1 + p->items[i++].width;
    return i;
}

static ptrdiff_t count_lines(const struct pieces *p, int width)
{
    ptrdiff_t lines = 0;
    for (ptrdiff_t i = 0; i < p->count; i = line_end(p, i, width))
        lines++;
    return lines;
}

/* The narrowest width that needs no more lines: they come out about equally long. */
static int balanced_width(const struct pieces *p)
{
    ptrdiff_t lines = count_lines(p, LINE_MOST);
    int narrow = 1, wide = LINE_MOST;
    while (narrow < wide) {
        int middle = (narrow + wide) / 2;
        if (count_lines(p, middle) <= lines)
            wide = middle;
        else
            narrow = middle + 1;
    }
    return wide;
}

static void add_clock(struct strbuf *b, int64_t ms)
{
    strbuf_add(b, timeline_clock(b->arena, ms * PER_MS));
}

/* The text of pieces [from, to), broken into lines of `width`. Timestamps lie strictly between
 * start_ms and end_ms, and increase. */
static void add_text(struct strbuf *b, const struct pieces *p, ptrdiff_t from,
                     ptrdiff_t to, int width, int64_t start_ms, int64_t end_ms)
{
    ptrdiff_t line = line_end(p, from, width);
    for (ptrdiff_t i = from; i < to; i++) {
        const struct piece *piece = &p->items[i];
        if (i == line) {
            strbuf_add_byte(b, '\n');
            line = line_end(p, i, width);
        } else if (i > from) {
            strbuf_add_byte(b, ' ');
        }
        if (i > from && piece->timed && piece->start_ms > start_ms &&
            piece->start_ms < end_ms) {
            strbuf_add_byte(b, '<');
            add_clock(b, piece->start_ms);
            strbuf_add_byte(b, '>');
            start_ms = piece->start_ms;
        }
        add_escaped(b, piece->text);
    }
    strbuf_add(b, S("\n"));
}

static void add_cue(struct strbuf *b, struct str speaker, int64_t start_ms,
                    int64_t end_ms)
{
    strbuf_add_byte(b, '\n');
    add_clock(b, start_ms);
    strbuf_add(b, S(" --> "));
    add_clock(b, end_ms);
    strbuf_add_byte(b, '\n');
    if (str_trim(speaker).len) {
        strbuf_add(b, S("<v "));
        add_escaped(b, str_trim(speaker));
        strbuf_add_byte(b, '>');
    }
}

/* The cues of one segment, one after another without a gap. */
static void add_segment(struct strbuf *b, const struct timeline *t, ptrdiff_t i)
{
    struct pieces p = {.arena = b->arena};
    struct printed_word *words;
    ptrdiff_t count = align_words(&words, b->arena, t, i);
    for (ptrdiff_t k = 0; k < count; k++)
        add_word(&p, &words[k]);
    struct str speaker = t->script->turns[t->script->segments[i].turn].speaker;
    int64_t start_ms = t->entries[i].start / PER_MS, last_ms = t->entries[i].end / PER_MS;
    int width = balanced_width(&p);
    for (ptrdiff_t from = 0, to; from < p.count; from = to) {
        to = from;
        for (int line = 0; line < CUE_LINES && to < p.count; line++)
            to = line_end(&p, to, width);
        int64_t end_ms = to < p.count && p.items[to].start_ms < last_ms
                             ? p.items[to].start_ms
                             : last_ms;
        if (end_ms <= start_ms)
            end_ms = start_ms + 1;
        add_cue(b, speaker, start_ms, end_ms);
        add_text(b, &p, from, to, width, start_ms, end_ms);
        start_ms = end_ms;
    }
}

struct str captions_vtt(struct arena *a, const struct timeline *t)
{
    struct strbuf b = {.arena = a};
    strbuf_add(&b, S("WEBVTT\n"));
    for (ptrdiff_t i = 0; i < t->script->segment_count; i++)
        add_segment(&b, t, i);
    return strbuf_str(&b);
}
