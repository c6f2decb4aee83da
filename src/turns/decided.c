#include "turns/decided.h"

#include <string.h>

#include "turns/court.h"

static struct speaker speaker_of(struct arena *a, const struct person *p)
{
    if (!p)
        return (struct speaker){0};
    return (struct speaker){str_copy(a, p->name), true, p->anonymous};
}

static void *copy(struct arena *a, const void *items, ptrdiff_t count, ptrdiff_t size)
{
    void *out = arena_alloc(a, count, size);
    if (count)
        memcpy(out, items, (size_t)(count * size));
    return out;
}

/* What of `c` is still needed, in `a`; nothing else is left in it. */
static struct convention keep_needed(struct arena *a, const struct convention *c,
                                     const struct layout *layout)
{
    struct convention kept = {.name = c->name, .play = c->play, .stage = c->stage};
    kept.labels.count = c->labels.count;
    kept.labels.items =
        copy(a, c->labels.items, c->labels.count, sizeof *c->labels.items);
    kept.rolls.count = c->rolls.count;
    kept.rolls.blocks = copy(a, c->rolls.blocks, c->rolls.count, sizeof *c->rolls.blocks);
    if (c->parts)
        kept.parts = copy(a, c->parts, layout->document->block_count, sizeof *c->parts);
    return kept;
}

struct decided decided_make(struct arena *a, struct arena *work, struct layout *layout,
                            bool everything, struct diag *d)
{
    struct decided out = {0};
    struct arena own = {0}, *deciding = everything ? work : &own;
    struct convention *c = &out.convention;
    *c = convention_decide(deciding, layout, d);
    court_read(c, deciding, layout);
    out.names = names_resolve(deciding, layout, c);
    out.head = head_read(work, layout, c, out.names.people);
    ptrdiff_t count = c->labels.string_count;
    if (!everything) /* most of all of it: before anything else is added */
        arena_drop(deciding, c->labels.strings, count, sizeof *c->labels.strings);
    struct speaker *speakers = arena_array(work, struct speaker, count + 1);
    for (ptrdiff_t i = 0; i < count; i++)
        speakers[i] = speaker_of(a, out.names.people[i]);
    speakers[count] = speaker_of(a, out.head.opening);
    out.speakers = speakers;
    out.opening = out.head.opening ? &speakers[count] : NULL;
    out.head.opening = NULL; /* it does not outlive the decisions */
    if (!everything) {
        *c = keep_needed(work, c, layout);
        out.names = (struct names){0};
    }
    arena_clear(&own);
    return out;
}
