#include "voice/conversation.h"

#include "voice/mentions.h"

/* By what the person is called: in the label, then by the others. Never by a given name alone:
 * lists of those are wrong about too many people. */
static void look_at_name(struct person *p, struct str name, const struct mention *mention,
                         struct str language)
{
    if (p->hint == HINT_NONE)
        p->hint = hint_find(name, language, &p->hint_word);
    if (p->hint == HINT_NONE) {
        p->hint = mention_hint(mention);
        p->hint_word = mention->words;
    }
    if (p->hint == HINT_NONE)
        p->hint_word = (struct str){0};
}

/* The turns that people have, without what the narrator adds. */
struct exchange {
    ptrdiff_t *turns, *speaker; /* indices of the script's turns; of people */
    ptrdiff_t count;
};

static struct exchange find_exchange(struct arena *a, const struct script *s)
{
    struct exchange e = {arena_array(a, ptrdiff_t, s->turn_count),
                         script_cast_of_turns(s, a), 0};
    for (ptrdiff_t i = 0; i < s->turn_count; i++) {
        if (s->turns[i].added)
            continue;
        e.turns[e.count] = i;
        e.speaker[e.count++] = e.speaker[i];
    }
    return e;
}

static void look_at_people(struct conversation *c, const struct script *s,
                           const struct exchange *e, struct str language)
{
    struct arena scratch = {0};
    const struct mention *mentions = mentions_find(&scratch, s, language);
    for (ptrdiff_t i = 0; i < e->count; i++) {
        struct person *p = &c->people[e->speaker[i]];
        p->turns++;
        p->answers += i > 0 && s->cast[e->speaker[i - 1]].anonymous;
        if (p->hint == HINT_NONE)
            p->hint = hint_find(s->turns[e->turns[i]].label, language, &p->hint_word);
    }
    for (ptrdiff_t i = 0; i < s->cast_count; i++) {
        const struct cast_entry *who = &s->cast[i];
        struct person *p = &c->people[i];
        if (!who->anonymous && !str_eq(who->speaker, NARRATOR)) {
            look_at_name(p, who->speaker, &mentions[i], language);
            continue;
        }
        p->hint = HINT_NONE;
        p->hint_word = (struct str){0};
    }
    arena_clear(&scratch);
}

/* Pairs of turns of different people in one exchange; with `fill` into the ranges laid out. */
static void pair_turns(struct conversation *c, const struct exchange *e, bool fill)
{
    const ptrdiff_t *speaker = e->speaker;
    for (ptrdiff_t i = 0; i < e->count; i++) {
        for (ptrdiff_t k = i + 1; k <= i + NEIGHBOUR_TURNS && k < e->count; k++) {
            struct person *x = &c->people[speaker[i]], *y = &c->people[speaker[k]];
            if (x == y)
                continue;
            if (fill) {
                c->neighbours[x->first_neighbour + x->neighbour_count] =
                    (int32_t)speaker[k];
                c->neighbours[y->first_neighbour + y->neighbour_count] =
                    (int32_t)speaker[i];
            }
            x->neighbour_count++;
            y->neighbour_count++;
        }
    }
}

void conversation_meet(struct conversation *out, struct arena *a, const struct script *s,
                       struct str language)
{
    struct arena scratch = {0};
    const struct exchange e = find_exchange(&scratch, s);
    int32_t total = 0;
    out->people = arena_array(a, struct person, s->cast_count);
    look_at_people(out, s, &e, language);
    pair_turns(out, &e, false);
    for (ptrdiff_t i = 0; i < s->cast_count; i++) {
        out->people[i].first_neighbour = total;
        total += out->people[i].neighbour_count;
        out->people[i].neighbour_count = 0;
    }
    out->neighbours = arena_array(a, int32_t, total);
    pair_turns(out, &e, true);
    arena_clear(&scratch);
}
