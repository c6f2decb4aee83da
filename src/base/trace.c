#include "base/trace.h"

#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"

/* Widens `o` by what [from, to) of the text came from, begun at run *i, which moves on. */
static void widen(struct origin *o, struct trace t, ptrdiff_t *i, ptrdiff_t from,
                  ptrdiff_t to)
{
    for (;; ++*i) {
        struct text_run r = t.runs[*i];
        ptrdiff_t begin = r.begin, end = r.end;
        if (r.verbatim) {
            begin += from > r.at ? from - r.at : 0;
            end = to - r.at < r.end - r.begin ? r.begin + (to - r.at) : r.end;
        }
        if (begin < end || o->begin < 0) {
            bool empty = o->begin < 0 || o->begin == o->end;
            o->begin = empty || begin < o->begin ? begin : o->begin;
            o->end = empty || end > o->end ? end : o->end;
        }
        if (*i + 1 >= t.count || t.runs[*i + 1].at >= to)
            return;
    }
}

struct origin trace_origin(struct trace t, ptrdiff_t from, ptrdiff_t to)
{
    if (!t.count)
        return (struct origin){from, to};
    struct origin o = {-1, -1};
    ptrdiff_t i = text_run_find(t.runs, t.count, from);
    widen(&o, t, &i, from, to);
    return o;
}

void trace_drop(struct arena *a, struct trace *t, ptrdiff_t begin, ptrdiff_t end,
                int reason)
{
    struct drop *last = t->drop_count ? &t->drops[t->drop_count - 1] : NULL;
    if (begin >= end)
        return;
    if (last && last->end == begin && last->reason == reason)
        last->end = (int32_t)end;
    else
        *arena_push(a, t->drops, t->drop_count, t->drop_capacity) =
            (struct drop){(int32_t)begin, (int32_t)end, reason};
}

static int by_begin(const void *x, const void *y)
{
    const struct drop *p = x, *q = y;
    return (p->begin > q->begin) - (p->begin < q->begin);
}

struct trace trace_keep(struct arena *a, struct trace t)
{
    struct text_run *runs = arena_array(a, struct text_run, t.count);
    if (t.count)
        memcpy(runs, t.runs, (size_t)t.count * sizeof *runs);
    struct trace kept = {.runs = runs, .count = t.count};
    if (!t.drop_count)
        return kept;
    qsort(t.drops, (size_t)t.drop_count, sizeof *t.drops, by_begin);
    kept.drops = arena_array(a, struct drop, t.drop_count);
    kept.drop_capacity = t.drop_count;
    for (ptrdiff_t i = 0, at = 0; i < t.drop_count; i++) {
        struct drop one = t.drops[i];
        trace_drop(a, &kept, one.begin > at ? one.begin : at, one.end, one.reason);
        at = one.end > at ? one.end : at;
    }
    return kept;
}

struct runs {
    struct arena *arena;
    struct text_run *items;
    ptrdiff_t count, capacity;
};

static void add_run(struct runs *b, ptrdiff_t at, ptrdiff_t begin, ptrdiff_t end,
                    bool verbatim)
{
    struct text_run *last = b->count ? &b->items[b->count - 1] : NULL;
    if (last && verbatim && last->verbatim && last->end == begin)
        last->end = (int32_t)end;
    else
        *arena_push(b->arena, b->items, b->count, b->capacity) =
            (struct text_run){(int32_t)at, (int32_t)begin, (int32_t)end, verbatim};
}

/* From `at` on, the first letter or digit. */
static ptrdiff_t next_speech(struct str s, ptrdiff_t at)
{
    for (ptrdiff_t next = at; at < s.len; at = next)
        if (is_speech(utf8_next(s, &next)))
            break;
    return at;
}

static ptrdiff_t word_end(struct str s, ptrdiff_t at)
{
    ptrdiff_t length = str_find_byte(str_slice(s, at, s.len), ' ');
    return length < 0 ? s.len : at + length;
}

struct trace trace_letters(struct arena *a, struct str before, struct str after)
{
    struct runs b = {.arena = a};
    for (ptrdiff_t i = 0, k = 0; k < after.len;) {
        ptrdiff_t same = 0;
        while (i + same < before.len && k + same < after.len &&
               before.ptr[i + same] == after.ptr[k + same])
            same++;
        while (same && k + same < after.len && (after.ptr[k + same] & 0xC0) == 0x80)
            same--; /* not inside a character */
        if (same)
            add_run(&b, k, i, i + same, true);
        i += same;
        k += same;
        ptrdiff_t i_end = next_speech(before, i), k_end = next_speech(after, k);
        if (i_end == i && k_end == k && k < after.len) { /* other letters */
            i_end = word_end(before, i);
            k_end = word_end(after, k);
        }
        if (k_end > k)
            add_run(&b, k, i, i_end, false);
        i = i_end;
        k = k_end;
    }
    return (struct trace){.runs = b.items, .count = b.count};
}

/* Adds what [begin, end) of the text came from: of runs verbatim the bytes, of others all or nothing. */
static void drop_origin(struct arena *a, struct trace *out, struct trace from,
                        struct drop d)
{
    for (ptrdiff_t i = text_run_find(from.runs, from.count, d.begin);
         i < from.count && from.runs[i].at < d.end; i++) {
        struct text_run r = from.runs[i];
        bool last = i + 1 == from.count;
        ptrdiff_t end = last ? d.end : from.runs[i + 1].at;
        ptrdiff_t begin = d.begin > r.at ? d.begin : r.at;
        bool whole = begin == r.at && end <= d.end && !last;
        if (r.verbatim)
            trace_drop(a, out, r.begin + (begin - r.at),
                       r.begin + ((end < d.end ? end : d.end) - r.at), d.reason);
        else if (whole)
            trace_drop(a, out, r.begin, r.end, d.reason);
    }
}

struct trace trace_join(struct arena *a, struct trace first, struct trace second)
{
    if (!first.count || !second.count)
        return first.count ? first : second;
    struct runs b = {.arena = a};
    for (ptrdiff_t i = 0; i < second.count; i++) {
        struct text_run r = second.runs[i];
        ptrdiff_t k = text_run_find(first.runs, first.count, r.begin);
        if (!r.verbatim) {
            struct origin o = {-1, -1};
            widen(&o, first, &k, r.begin, r.end);
            add_run(&b, r.at, o.begin, o.end, false);
            continue;
        }
        for (ptrdiff_t at = r.begin; at < r.end; k++) {
            ptrdiff_t end = k + 1 < first.count ? first.runs[k + 1].at : r.end;
            end = end < r.end ? end : r.end;
            struct origin o = {-1, -1};
            ptrdiff_t here = k;
            widen(&o, first, &here, at, end);
            add_run(&b, r.at + (at - r.begin), o.begin, o.end, first.runs[k].verbatim);
            at = end;
        }
    }
    struct trace joined = first;
    joined.runs = b.items;
    joined.count = b.count;
    for (ptrdiff_t i = 0; i < second.drop_count; i++)
        drop_origin(a, &joined, first, second.drops[i]);
    return joined;
}
