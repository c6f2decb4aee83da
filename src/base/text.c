#include "base/text.h"

static ptrdiff_t run_end(struct text t, ptrdiff_t i)
{
    return i + 1 < t.run_count ? t.runs[i + 1].at : t.str.len;
}

static struct text_run run_of(ptrdiff_t at, ptrdiff_t begin, ptrdiff_t end, bool verbatim)
{
    return (struct text_run){(int32_t)at, (int32_t)begin, (int32_t)end, verbatim};
}

ptrdiff_t text_run_find(const struct text_run *runs, ptrdiff_t count, ptrdiff_t at)
{
    ptrdiff_t low = 0, high = count;
    while (high - low > 1) {
        ptrdiff_t middle = low + (high - low) / 2;
        if (runs[middle].at <= at)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* The run that holds byte `at` of t; run_count when there is none. */
static ptrdiff_t run_find(struct text t, ptrdiff_t at)
{
    return at < 0 || at >= t.str.len ? t.run_count
                                     : text_run_find(t.runs, t.run_count, at);
}

/* The part of run i that [from, to) of t owns. A replacement belongs to its first byte. */
static struct text_run run_part(struct text t, ptrdiff_t i, ptrdiff_t from, ptrdiff_t to)
{
    struct text_run r = t.runs[i];
    ptrdiff_t end = run_end(t, i);
    ptrdiff_t begin = from > r.at ? from : r.at;
    end = to < end ? to : end;
    if (r.verbatim)
        return run_of(begin, r.begin + (begin - r.at), r.begin + (end - r.at), true);
    return run_of(begin, begin == r.at ? r.begin : r.end, r.end, false);
}

static void push_run(struct textbuf *b, struct text_run r)
{
    struct text_run *last = b->run_count ? &b->runs[b->run_count - 1] : NULL;
    bool follows = last && last->end == r.begin && last->verbatim == r.verbatim;
    bool added = last && last->begin == last->end && r.begin == r.end;
    if (follows && (r.verbatim || added)) {
        last->end = r.end;
        return;
    }
    *arena_push(b->arena, b->runs, b->run_count, b->run_capacity) = r;
}

/* The runs of [from, to) of t, so that byte `from` comes to stand at `at`. */
static void push_part(struct textbuf *b, struct text t, ptrdiff_t from, ptrdiff_t to,
                      ptrdiff_t at)
{
    for (ptrdiff_t i = run_find(t, from); i < t.run_count && t.runs[i].at < to; i++) {
        struct text_run r = run_part(t, i, from, to);
        if (!t.source) /* added: stands for nothing, behind what is there */
            r.begin = r.end = b->run_count ? b->runs[b->run_count - 1].end : 0;
        r.at += (int32_t)(at - from);
        push_run(b, r);
    }
}

struct text text_added(struct arena *a, struct str s)
{
    struct text t = {.str = s};
    if (s.len) {
        t.runs = arena_new(a, struct text_run);
        t.run_count = 1;
    }
    return t;
}

struct text text_verbatim(struct arena *a, const struct source *s, ptrdiff_t begin,
                          ptrdiff_t end)
{
    struct text t = {.str = str_slice(s->bytes, begin, end), .source = s};
    if (t.str.len) {
        struct text_run *r = arena_new(a, struct text_run);
        *r = run_of(0, begin, begin + t.str.len, true);
        t.runs = r;
        t.run_count = 1;
    }
    return t;
}

struct text text_slice(struct arena *a, struct text t, ptrdiff_t from, ptrdiff_t to)
{
    from = from < 0 ? 0 : from;
    to = to > t.str.len ? t.str.len : to;
    if (from >= to)
        return (struct text){.str = {t.str.ptr, 0}, .source = t.source};
    struct textbuf b = {.arena = a, .source = t.source};
    ptrdiff_t first = run_find(t, from), last = run_find(t, to - 1);
    b.run_capacity = last - first + 1;
    b.runs = arena_array(a, struct text_run, b.run_capacity);
    push_part(&b, t, from, to, 0);
    return (struct text){str_slice(t.str, from, to), t.source, b.runs, b.run_count};
}

struct text text_trim(struct arena *a, struct text t)
{
    struct str s = str_trim(t.str);
    if (s.len == t.str.len)
        return t;
    ptrdiff_t from = s.len ? s.ptr - t.str.ptr : 0;
    return text_slice(a, t, from, from + s.len);
}

struct place text_place(struct text t, ptrdiff_t from, ptrdiff_t to)
{
    from = from < 0 ? 0 : from;
    to = to > t.str.len ? t.str.len : to;
    if (!t.source || !t.run_count)
        return (struct place){t.source, 0, 0};
    if (from >= to) { /* a point */
        ptrdiff_t i = run_find(t, from);
        ptrdiff_t at = i < t.run_count ? run_part(t, i, from, run_end(t, i)).begin
                       : t.run_count   ? t.runs[t.run_count - 1].end
                                       : 0;
        return (struct place){t.source, at, at};
    }
    struct place p = {t.source, -1, -1};
    ptrdiff_t i = run_find(t, from), near = t.runs[i].begin;
    for (; i < t.run_count && t.runs[i].at < to; i++) {
        struct text_run r = t.runs[i].verbatim ? run_part(t, i, from, to) : t.runs[i];
        if (r.begin == r.end)
            continue;
        p.begin = p.begin < 0 || r.begin < p.begin ? r.begin : p.begin;
        p.end = r.end > p.end ? r.end : p.end;
    }
    if (p.begin < 0)
        p.begin = p.end = near;
    return p;
}

/* White space from `from` on; where it ends. */
static ptrdiff_t skip_spaces(struct str s, ptrdiff_t from)
{
    for (ptrdiff_t at = from; at < s.len; from = at)
        if (!utf8_is_space(utf8_next(s, &at)))
            break;
    return from;
}

static ptrdiff_t skip_word(struct str s, ptrdiff_t from)
{
    for (ptrdiff_t at = from; at < s.len; from = at)
        if (utf8_is_space(utf8_next(s, &at)))
            break;
    return from;
}

/* One blank for the white space [from, to) of t. */
static void add_blank(struct textbuf *b, struct text t, ptrdiff_t from, ptrdiff_t to)
{
    ptrdiff_t i = run_find(t, from);
    if (to - from == 1 && t.str.ptr[from] == ' ') {
        push_part(b, t, from, to, b->chars.len);
    } else {
        struct text_run r = run_part(t, i, from, to);
        for (i++; i < t.run_count && t.runs[i].at < to; i++) {
            struct text_run more = run_part(t, i, from, to);
            r.end = more.end > r.end ? more.end : r.end;
        }
        push_run(b, run_of(b->chars.len, r.begin, r.end, false));
    }
    strbuf_add_byte(&b->chars, ' ');
}

struct text text_fold_spaces(struct arena *a, struct text t)
{
    struct textbuf b = {.arena = a, .source = t.source, .chars = {.arena = a}};
    b.chars.ptr = arena_array(a, char, t.str.len); /* it never grows */
    b.chars.capacity = t.str.len;
    for (ptrdiff_t at = skip_spaces(t.str, 0); at < t.str.len;) {
        ptrdiff_t end = skip_word(t.str, at);
        push_part(&b, t, at, end, b.chars.len);
        strbuf_add(&b.chars, str_slice(t.str, at, end));
        at = skip_spaces(t.str, end);
        if (at < t.str.len)
            add_blank(&b, t, end, at);
    }
    return textbuf_done(&b);
}

void textbuf_verbatim(struct textbuf *b, ptrdiff_t begin, ptrdiff_t end)
{
    b->chars.arena = b->arena;
    struct str s = str_slice(b->source->bytes, begin, end);
    if (s.len)
        push_run(b, run_of(b->chars.len, begin, begin + s.len, true));
    strbuf_add(&b->chars, s);
}

void textbuf_replace(struct textbuf *b, struct str s, ptrdiff_t begin, ptrdiff_t end)
{
    b->chars.arena = b->arena;
    if (s.len)
        push_run(b, run_of(b->chars.len, begin, end, false));
    strbuf_add(&b->chars, s);
}

void textbuf_text(struct textbuf *b, struct text t)
{
    b->chars.arena = b->arena;
    push_part(b, t, 0, t.str.len, b->chars.len);
    strbuf_add(&b->chars, t.str);
}

struct text textbuf_done(const struct textbuf *b)
{
    return (struct text){strbuf_str(&b->chars), b->source, b->runs, b->run_count};
}
