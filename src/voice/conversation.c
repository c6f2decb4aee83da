#include "voice/conversation.h"

#include <stdlib.h>

#include "voice/given_names.h"
#include "voice/mentions.h"

struct named {
    struct str name;
    ptrdiff_t index;
};

static int by_name(const void *x, const void *y)
{
    const struct named *a = x, *b = y;
    int order = str_compare(a->name, b->name);
    return order ? order : (a->index > b->index) - (a->index < b->index);
}

static int by_index(const void *x, const void *y)
{
    const struct named *a = x, *b = y;
    return (a->index > b->index) - (a->index < b->index);
}

static void sort_named(struct named *n, ptrdiff_t count,
                       int (*order)(const void *, const void *))
{
    if (count > 1)
        qsort(n, (size_t)count, sizeof *n, order);
}

/* The cast by name. */
static struct named *name_cast(const struct script *s, struct arena *a)
{
    struct named *cast = arena_array(a, struct named, s->cast_count);
    for (ptrdiff_t i = 0; i < s->cast_count; i++)
        cast[i] = (struct named){s->cast[i].speaker, i};
    sort_named(cast, s->cast_count, by_name);
    return cast;
}

/* `turns` are sorted by name. */
static void complete_cast(struct script *s, struct arena *a, const struct named *turns)
{
    struct named *cast = name_cast(s, a);
    struct named *missing = arena_array(a, struct named, s->turn_count);
    ptrdiff_t cast_count = s->cast_count, missing_count = 0, k = 0;
    for (ptrdiff_t i = 0; i < s->turn_count; i++) {
        if (i > 0 && str_eq(turns[i].name, turns[i - 1].name))
            continue;
        while (k < cast_count && str_compare(cast[k].name, turns[i].name) < 0)
            k++;
        if (k == cast_count || !str_eq(cast[k].name, turns[i].name))
            missing[missing_count++] = turns[i];
    }
    sort_named(missing, missing_count, by_index);
    for (ptrdiff_t i = 0; i < missing_count; i++) {
        struct cast_entry *e = arena_push(a, s->cast, s->cast_count, s->cast_capacity);
        e->speaker = missing[i].name;
        e->anonymous = s->turns[missing[i].index].anonymous;
    }
}

/* Whose turn each turn is, as an index into the cast. */
static ptrdiff_t *find_speakers(struct script *s, struct arena *a)
{
    struct named *turns = arena_array(a, struct named, s->turn_count);
    ptrdiff_t *speaker = arena_array(a, ptrdiff_t, s->turn_count);
    for (ptrdiff_t i = 0; i < s->turn_count; i++)
        turns[i] = (struct named){s->turns[i].speaker, i};
    sort_named(turns, s->turn_count, by_name);
    complete_cast(s, a, turns);

    struct named *cast = name_cast(s, a);
    for (ptrdiff_t i = 0, k = 0; i < s->turn_count; i++) {
        while (!str_eq(cast[k].name, turns[i].name))
            k++;
        speaker[turns[i].index] = cast[k].index;
    }
    return speaker;
}

/* By what the person is called: in the label, by the others, by name. */
static void look_at_name(struct person *p, struct arena *a, struct str name,
                         const struct mention *mention, struct str language)
{
    if (p->hint == HINT_NONE)
        p->hint = hint_find(name, language, &p->hint_word);
    if (p->hint == HINT_NONE) {
        p->hint = mention_hint(mention);
        p->hint_word = mention->words;
    }
    if (p->hint == HINT_NONE)
        p->hint = given_name_find(a, name, language, &p->hint_word);
    if (p->hint == HINT_NONE)
        p->hint_word = (struct str){0};
}

static void look_at_people(struct conversation *c, struct arena *a,
                           const struct script *s, const ptrdiff_t *speaker,
                           struct str language)
{
    const struct mention *mentions = mentions_find(a, s, language);
    for (ptrdiff_t i = 0; i < s->turn_count; i++) {
        struct person *p = &c->people[speaker[i]];
        p->turns++;
        p->answers += i > 0 && s->cast[speaker[i - 1]].anonymous;
        if (p->hint == HINT_NONE)
            p->hint = hint_find(s->turns[i].label, language, &p->hint_word);
    }
    for (ptrdiff_t i = 0; i < s->cast_count; i++) {
        const struct cast_entry *e = &s->cast[i];
        struct person *p = &c->people[i];
        if (!e->anonymous && !str_eq(e->speaker, NARRATOR)) {
            look_at_name(p, a, e->speaker, &mentions[i], language);
            continue;
        }
        p->hint = HINT_NONE;
        p->hint_word = (struct str){0};
    }
}

/* Pairs of turns of different people in one exchange; with `fill` into the ranges laid out. */
static void pair_turns(struct conversation *c, const struct script *s,
                       const ptrdiff_t *speaker, bool fill)
{
    for (ptrdiff_t i = 0; i < s->turn_count; i++) {
        for (ptrdiff_t k = i + 1; k <= i + NEIGHBOUR_TURNS && k < s->turn_count; k++) {
            struct person *x = &c->people[speaker[i]], *y = &c->people[speaker[k]];
            if (x == y)
                continue;
            if (fill) {
                c->neighbours[x->first_neighbour + x->neighbour_count] = speaker[k];
                c->neighbours[y->first_neighbour + y->neighbour_count] = speaker[i];
            }
            x->neighbour_count++;
            y->neighbour_count++;
        }
    }
}

void conversation_meet(struct conversation *out, struct arena *a, struct script *s,
                       struct str language)
{
    const ptrdiff_t *speaker = find_speakers(s, a);
    ptrdiff_t total = 0;
    out->people = arena_array(a, struct person, s->cast_count);
    look_at_people(out, a, s, speaker, language);
    pair_turns(out, s, speaker, false);
    for (ptrdiff_t i = 0; i < s->cast_count; i++) {
        out->people[i].first_neighbour = total;
        total += out->people[i].neighbour_count;
        out->people[i].neighbour_count = 0;
    }
    out->neighbours = arena_array(a, ptrdiff_t, total);
    pair_turns(out, s, speaker, true);
}
