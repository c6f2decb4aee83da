#include "publish/marks.h"

#include "publish/align.h"

struct mark_list {
    struct timed_mark *items;
    ptrdiff_t count, capacity;
};

/* The words of the segment that was looked at last. */
struct looking {
    struct arena *a;
    const struct timeline *t;
    ptrdiff_t segment; /* -1: none */
    struct printed_word *words;
    ptrdiff_t count, word;
};

static int64_t time_of(struct looking *l, ptrdiff_t segment, ptrdiff_t at)
{
    const struct segment *g = &l->t->script->segments[segment];
    if (at <= g->begin)
        return l->t->entries[segment].start;
    if (l->segment != segment) {
        l->count = align_words(&l->words, l->a, l->t, segment);
        l->segment = segment;
        l->word = 0;
    }
    while (l->word < l->count && l->words[l->word].text.ptr - g->text.ptr + g->begin < at)
        l->word++;
    return l->word < l->count ? l->words[l->word].start : l->t->entries[segment].end;
}

/* A place in a paragraph, among its segments. */
struct walk {
    ptrdiff_t segment; /* that holds it, or the next one */
    bool behind;       /* it lies behind the last segment, a sound */
};

/* On to a tag: text goes by bytes, and a sound, which has none, is passed at its own tag. */
static void walk_to(struct walk *w, const struct script *s, const struct tag *t,
                    ptrdiff_t end)
{
    while (w->segment + 1 < end && !s->segments[w->segment].sound &&
           s->segments[w->segment].end <= t->begin)
        w->segment++;
    if (t->kind != TAG_SOUND)
        return;
    ptrdiff_t at = w->segment;
    while (at < end && s->segments[at].sound != t->sound)
        at++;
    if (at == end) /* it is missing (--keep-going) */
        return;
    w->behind = at + 1 == end;
    w->segment = w->behind ? at : at + 1;
}

ptrdiff_t marks_find(struct timed_mark **out, struct arena *a, const struct timeline *t)
{
    const struct script *s = t->script;
    struct mark_list found = {0};
    struct looking l = {.a = a, .t = t, .segment = -1};
    for (ptrdiff_t i = 0; i < s->paragraph_count; i++) {
        const struct paragraph *p = &s->paragraphs[i];
        ptrdiff_t end = script_paragraph_segments_end(s, i);
        struct walk w = {.segment = p->first_segment};
        for (ptrdiff_t k = 0; k < p->tag_count; k++) {
            if (p->tags[k].kind != TAG_MARK && p->tags[k].kind != TAG_SOUND)
                continue;
            walk_to(&w, s, &p->tags[k], end);
            if (p->tags[k].kind == TAG_MARK)
                *arena_push(a, found.items, found.count, found.capacity) =
                    (struct timed_mark){p->tags[k].alias,
                                        w.behind
                                            ? t->entries[w.segment].end
                                            : time_of(&l, w.segment, p->tags[k].begin)};
        }
    }
    *out = found.items;
    return found.count;
}
