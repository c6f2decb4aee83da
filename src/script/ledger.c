#include "script/ledger.h"

#include <stdlib.h>

struct str ledger_kind_name(enum ledger_kind k)
{
    static const char *const names[] = {"spoken", "not-spoken", "blank", "lost"};
    return str_from(names[k]);
}

/* The ranges that somebody answers for. */
struct claims {
    struct arena *a;
    const struct source *source;
    struct ledger_entry *items;
    ptrdiff_t count, capacity;
};

static struct ledger_entry entry(ptrdiff_t begin, ptrdiff_t end, enum ledger_kind kind,
                                 enum reason reason, ptrdiff_t segment)
{
    return (struct ledger_entry){(int32_t)begin, (int32_t)end, (uint8_t)kind,
                                 (uint8_t)reason, (int32_t)segment};
}

static void claim(struct claims *c, ptrdiff_t begin, ptrdiff_t end, enum ledger_kind kind,
                  enum reason reason, ptrdiff_t segment)
{
    struct ledger_entry *last = c->count ? &c->items[c->count - 1] : NULL;
    if (begin >= end)
        return;
    if (last && last->end == begin && last->kind == kind && last->reason == reason &&
        last->segment == segment)
        last->end = (int32_t)end;
    else
        *arena_push(c->a, c->items, c->count, c->capacity) =
            entry(begin, end, kind, reason, segment);
}

static bool is_white(const struct source *s, ptrdiff_t begin, ptrdiff_t end)
{
    return !str_trim(str_slice(s->bytes, begin, end)).len;
}

static void claim_text(struct claims *c, struct text t, enum ledger_kind kind,
                       enum reason reason, ptrdiff_t segment)
{
    for (ptrdiff_t i = 0; t.source == c->source && i < t.run_count; i++)
        claim(c, t.runs[i].begin, t.runs[i].end, kind, reason, segment);
}

/* A part of a run between two segments: white space is left to itself, and what stands for it is
 * mark-up; marks beside a sound are no words. */
static void claim_gap(struct claims *c, ptrdiff_t begin, ptrdiff_t end, struct str text)
{
    if (begin < end && !is_white(c->source, begin, end))
        claim(c, begin, end, LEDGER_NOT_SPOKEN,
              str_trim(text).len ? REASON_UNSPEAKABLE : REASON_MARKUP, -1);
}

/* The way through a paragraph's text. */
struct walk {
    const struct script *s;
    ptrdiff_t segment, last;
    ptrdiff_t drop; /* of the segment's trace */
};

/* From byte `at` to *end, or less, all is of one kind: spoken by a segment, dropped for a reason, or,
 * blank, between two segments. */
static struct ledger_entry next_stretch(struct walk *w, ptrdiff_t at, ptrdiff_t *end)
{
    const struct segment *all = w->s->segments;
    for (; w->segment < w->last && all[w->segment].end <= at; w->segment++)
        w->drop = 0;
    if (w->segment == w->last)
        return entry(0, 0, LEDGER_BLANK, REASON_NONE, -1);
    const struct segment *g = &all[w->segment];
    ptrdiff_t drop_count = g->trace ? g->trace->drop_count : 0;
    while (w->drop < drop_count && g->begin + g->trace->drops[w->drop].end <= at)
        w->drop++;
    ptrdiff_t stop = g->end;
    struct ledger_entry what = entry(0, 0, LEDGER_SPOKEN, REASON_NONE, w->segment);
    if (at < g->begin) {
        stop = g->begin;
        what = entry(0, 0, LEDGER_BLANK, REASON_NONE, -1);
    } else if (w->drop < drop_count) {
        struct drop d = g->trace->drops[w->drop];
        bool inside = g->begin + d.begin <= at;
        stop = g->begin + (inside ? d.end : d.begin);
        if (inside)
            what = entry(0, 0, LEDGER_NOT_SPOKEN, (enum reason)d.reason, -1);
    }
    *end = stop < *end ? stop : *end;
    return what;
}

/* What a paragraph came from: its segments', and the gaps between them. */
static void claim_paragraph(struct claims *c, const struct script *s, ptrdiff_t paragraph)
{
    const struct text *t = &s->paragraphs[paragraph].text;
    struct walk w = {s, s->paragraphs[paragraph].first_segment,
                     script_paragraph_segments_end(s, paragraph), 0};
    if (t->source != c->source)
        return;
    for (ptrdiff_t i = 0; i < t->run_count; i++) {
        struct text_run r = t->runs[i];
        ptrdiff_t end = i + 1 < t->run_count ? t->runs[i + 1].at : t->str.len;
        for (ptrdiff_t at = r.at, next; at < end; at = next) {
            next = end;
            struct ledger_entry what = next_stretch(&w, at, &next);
            ptrdiff_t from = r.verbatim ? r.begin + (at - r.at) : r.begin;
            ptrdiff_t to = r.verbatim ? r.begin + (next - r.at) : r.end;
            if (!r.verbatim && at > r.at) /* its first byte has claimed all of it */
                continue;
            if (what.kind == LEDGER_BLANK)
                claim_gap(c, from, to, str_slice(t->str, at, next));
            else
                claim(c, from, to, what.kind, what.reason, what.segment);
        }
    }
}

/* Who claims; each in reading order, as a rule. */
enum part { PARAGRAPHS, NOTES, LABELS, HEADINGS, DISPOSALS, PARTS };

static ptrdiff_t part_count(const struct script *s, enum part part)
{
    const ptrdiff_t counts[PARTS] = {s->paragraph_count, s->note_count, s->turn_count,
                                     s->chapter_count, s->disposal_count};
    return counts[part];
}

static void claim_item(struct claims *c, const struct script *s, enum part part,
                       ptrdiff_t i)
{
    switch (part) {
    case PARAGRAPHS:
        claim_paragraph(c, s, i);
        break;
    case NOTES:
        claim_text(c, s->notes[i].text, LEDGER_NOT_SPOKEN, s->notes[i].reason, -1);
        break;
    case LABELS:
        claim_text(c, s->turns[i].label_text, LEDGER_NOT_SPOKEN, REASON_LABEL, -1);
        break;
    case HEADINGS:
        claim_text(c, s->chapters[i].heading, LEDGER_NOT_SPOKEN, REASON_METADATA, -1);
        break;
    case DISPOSALS:
        claim(c, s->disposals[i].begin, s->disposals[i].end, LEDGER_NOT_SPOKEN,
              s->disposals[i].reason, -1);
        break;
    case PARTS:
        break;
    }
}

static int by_begin(const void *x, const void *y)
{
    const struct ledger_entry *p = x, *q = y;
    if (p->begin != q->begin)
        return p->begin < q->begin ? -1 : 1;
    return (p->end > q->end) - (p->end < q->end);
}

/* A part's claims in order. Those of one item at a time are held, for all of them take as much
 * memory as the ledger itself; but where they do not come in order, all are. */
struct stream {
    const struct script *s;
    enum part part;
    ptrdiff_t item; /* the next to be asked */
    struct claims held;
    ptrdiff_t next; /* of these */
};

/* NULL: that was all. */
static const struct ledger_entry *stream_first(struct stream *t)
{
    while (t->next == t->held.count && t->item < part_count(t->s, t->part)) {
        t->next = t->held.count = 0;
        claim_item(&t->held, t->s, t->part, t->item++);
    }
    return t->next < t->held.count ? &t->held.items[t->next] : NULL;
}

static bool comes_in_order(struct stream t)
{
    struct ledger_entry last = {0};
    for (const struct ledger_entry *e; (e = stream_first(&t)); t.next++) {
        if (by_begin(&last, e) > 0)
            return false;
        last = *e;
    }
    return true;
}

/* What title and date are made of stands before its place, and the like. */
static void hold_all(struct stream *t)
{
    while (t->item < part_count(t->s, t->part))
        claim_item(&t->held, t->s, t->part, t->item++);
    qsort(t->held.items, (size_t)t->held.count, sizeof *t->held.items, by_begin);
}

static struct stream stream_begin(struct arena *a, const struct script *s, enum part part)
{
    struct stream t = {.s = s, .part = part, .held = {.a = a, .source = s->source}};
    if (!comes_in_order(t))
        hold_all(&t);
    return t;
}

/* The claims of all parts in order, one after another; false: that was all. */
static bool next_claim(struct ledger_entry *out, struct stream *parts)
{
    struct stream *from = NULL;
    for (int i = 0; i < PARTS; i++) {
        const struct ledger_entry *e = stream_first(&parts[i]);
        if (!e || (from && by_begin(e, out) >= 0))
            continue;
        from = &parts[i];
        *out = *e;
    }
    if (from)
        from->next++;
    return from;
}

struct settling {
    struct ledger *ledger;
    struct arena *a;
    struct diag *d;
    ptrdiff_t capacity;
    int lost_reports, overlap_reports;
};

enum { REPORTS_MOST = 10 };

static void add(struct settling *t, struct ledger_entry e)
{
    struct ledger *l = t->ledger;
    struct ledger_entry *last = l->count ? &l->entries[l->count - 1] : NULL;
    if (e.begin >= e.end)
        return;
    if (last && last->kind == e.kind && last->reason == e.reason &&
        last->segment == e.segment)
        last->end = e.end;
    else
        *arena_push(t->a, l->entries, l->count, t->capacity) = e;
}

static void add_lost(struct settling *t, ptrdiff_t begin, ptrdiff_t end)
{
    add(t, entry(begin, end, LEDGER_LOST, REASON_NONE, -1));
    t->ledger->lost += end - begin;
    if (t->lost_reports++ < REPORTS_MOST)
        diag_error(t->d, place_of(t->ledger->source, begin, end), "text-lost",
                   "this is a fault of the program; nothing was written",
                   "text would be lost");
}

/* Bytes that nobody claims: blank, or lost between the first and the last that is not white. */
static void add_unclaimed(struct settling *t, ptrdiff_t begin, ptrdiff_t end)
{
    if (begin >= end)
        return;
    struct str bytes = str_slice(t->ledger->source->bytes, begin, end),
               words = str_trim(bytes);
    ptrdiff_t from = words.len ? begin + (words.ptr - bytes.ptr) : end,
              to = from + words.len;
    add(t, entry(begin, from, LEDGER_BLANK, REASON_NONE, -1));
    if (words.len)
        add_lost(t, from, to);
    add(t, entry(to, end, LEDGER_BLANK, REASON_NONE, -1));
}

static void report_overlap(struct settling *t, const struct ledger_entry *e,
                           ptrdiff_t end)
{
    if (t->overlap_reports++ < REPORTS_MOST)
        diag_error(t->d,
                   place_of(t->ledger->source, e->begin, end < e->end ? end : e->end),
                   "ledger-overlap", "this is a fault of the program",
                   "this text is accounted for twice");
}

enum bc_status ledger_settle(struct ledger **out, struct arena *a, const struct script *s,
                             struct diag *d)
{
    struct arena scratch = {0};
    struct settling t = {.ledger = arena_new(a, struct ledger), .a = a, .d = d};
    struct stream parts[PARTS];
    ptrdiff_t at = 0;
    *out = t.ledger;
    t.ledger->source = s->source;
    for (int i = 0; i < PARTS; i++)
        parts[i] = stream_begin(&scratch, s, (enum part)i);
    for (struct ledger_entry e; next_claim(&e, parts);) {
        if (e.begin < at) {
            report_overlap(&t, &e, at);
            e.begin = (int32_t)at;
        }
        add_unclaimed(&t, at, e.begin);
        add(&t, e);
        at = e.end > at ? e.end : at;
    }
    add_unclaimed(&t, at, s->source->bytes.len);
    arena_clear(&scratch);
    return t.overlap_reports ? BC_EBUG : t.ledger->lost ? BC_EINPUT : BC_OK;
}
