#include "voice/archive.h"

#include <limits.h>
#include <stdlib.h>

#include "base/unicode.h"
#include "voice/conversation.h"
#include "voice/worth.h"

/* Somebody in one file. */
struct archive_person {
    struct str key;      /* name, case-folded */
    struct str name;     /* as printed */
    struct str language; /* primary subtag */
    ptrdiff_t file, number;
    int32_t turns;
    enum voice_hint hint;
    bool questioned;  /* answers more than others do there */
    struct str voice; /* that a script names; "": none */
};

struct archive_label {
    struct str label;
    ptrdiff_t person;
};

/* A register may know people by what is printed before their turns. people[i] stands for cast entry i;
 * -1: not registered. */
static void add_labels(struct archive *x, const struct script *s, const ptrdiff_t *people,
                       struct arena *scratch)
{
    const ptrdiff_t *speaker = script_cast_of_turns(s, scratch);
    struct str *last = arena_array(scratch, struct str, s->cast_count);
    for (ptrdiff_t i = 0; i < s->turn_count; i++) {
        ptrdiff_t who = speaker[i];
        struct str label = str_trim(s->turns[i].label);
        if (who >= s->cast_count || people[who] < 0 || !label.len ||
            label.len > ARCHIVE_NAME_BYTES_MOST || str_eq(label, last[who]) ||
            str_eq(label, s->cast[who].speaker))
            continue;
        last[who] = label;
        *arena_push(x->arena, x->labels, x->label_count, x->label_capacity) =
            (struct archive_label){str_copy(x->arena, label), people[who]};
    }
}

void archive_add(struct archive *x, const struct script *s)
{
    struct arena scratch = {0};
    struct conversation talk;
    struct str language = unicode_lower(x->arena, language_primary(s->language), S(""));
    int32_t most = 0;
    ptrdiff_t *people = arena_array(&scratch, ptrdiff_t, s->cast_count);
    conversation_meet(&talk, &scratch, s, language);
    for (ptrdiff_t i = 0; i < s->cast_count; i++)
        most = talk.people[i].answers > most ? talk.people[i].answers : most;
    for (ptrdiff_t i = 0; i < s->cast_count; i++) {
        const struct cast_entry *e = &s->cast[i];
        const struct person *p = &talk.people[i];
        people[i] = -1;
        if (e->anonymous || str_eq(e->speaker, NARRATOR) || !e->speaker.len ||
            e->speaker.len > ARCHIVE_NAME_BYTES_MOST)
            continue;
        people[i] = x->count;
        *arena_push(x->arena, x->people, x->count, x->capacity) = (struct archive_person){
            .key = str_copy(x->arena, unicode_fold(&scratch, e->speaker)),
            .name = str_copy(x->arena, e->speaker),
            .language = language,
            .file = x->files,
            .turns = p->turns,
            .hint = p->hint,
            .questioned = most && p->answers == most,
            .voice = e->voice_count == 1 ? str_copy(x->arena, e->voices[0]) : S(""),
        };
    }
    add_labels(x, s, people, &scratch);
    x->files++;
    arena_clear(&scratch);
}

/* ---- people ---- */

/* Somebody in all files. */
struct member {
    struct str name, language;
    ptrdiff_t first, end; /* of the sorted people */
    unsigned role;
    enum voice_hint hint;
    struct str wish; /* the voice that scripts name; "": none */
    ptrdiff_t entry; /* in the register; -1 */
    int voice;       /* index into the palette; -1: none yet */
};

struct colouring {
    struct arena scratch;
    struct archive_person *people; /* by key, then spelling, language, voice */
    struct member *members;        /* by key */
    ptrdiff_t count;
    const struct palette *palette;
    int32_t *used; /* by file and voice: how many there have it */
    int32_t *uses; /* by voice: how many people have it */
};

static int by_key(const void *x, const void *y)
{
    const struct archive_person *a = x, *b = y;
    int order = str_compare(a->key, b->key);
    order = order ? order : str_compare(a->name, b->name);
    order = order ? order : str_compare(a->language, b->language);
    return order ? order : str_compare(a->voice, b->voice);
}

/* The value that most have, of equals the first; "" counts when there is no other. Only so many values
 * are looked at. */
static struct str commonest(const struct archive_person *people, ptrdiff_t count,
                            struct str (*part)(const struct archive_person *))
{
    enum { VALUES_MOST = 16 };
    struct str values[VALUES_MOST], best = S("");
    ptrdiff_t counts[VALUES_MOST] = {0}, most = 0;
    int known = 0;
    for (ptrdiff_t i = 0; i < count; i++) {
        struct str value = part(&people[i]);
        int k = 0;
        while (k < known && !str_eq(values[k], value))
            k++;
        if (!value.len || k == VALUES_MOST)
            continue;
        if (k == known)
            values[known++] = value;
        if (++counts[k] > most) {
            most = counts[k];
            best = value;
        }
    }
    return best;
}

static struct str name_of(const struct archive_person *p)
{
    return p->name;
}

static struct str language_of(const struct archive_person *p)
{
    return p->language;
}

static struct str wish_of(const struct archive_person *p)
{
    return p->voice;
}

static struct member member_of(const struct archive_person *people, ptrdiff_t count)
{
    struct member m = {.end = count, .entry = -1, .voice = -1};
    ptrdiff_t high = 0, low = 0, questioned = 0;
    for (ptrdiff_t i = 0; i < count; i++) {
        high += people[i].hint == HINT_HIGH;
        low += people[i].hint == HINT_LOW;
        questioned += people[i].questioned;
    }
    m.name = commonest(people, count, name_of);
    m.language = commonest(people, count, language_of);
    m.wish = commonest(people, count, wish_of);
    m.hint = high > low ? HINT_HIGH : low > high ? HINT_LOW : HINT_NONE;
    m.role = 2 * questioned > count ? ROLE_PRINCIPAL : ROLE_PRINCIPAL | ROLE_QUESTIONER;
    return m;
}

static void gather_members(struct colouring *c, const struct archive *x,
                           const struct cast_register *r)
{
    c->people = arena_array(&c->scratch, struct archive_person, x->count);
    c->members = arena_array(&c->scratch, struct member, x->count);
    ptrdiff_t *known_as = arena_array(&c->scratch, ptrdiff_t, x->count);
    for (ptrdiff_t i = 0; i < x->count; i++) {
        c->people[i] = x->people[i];
        c->people[i].number = i;
        known_as[i] = -1;
    }
    for (ptrdiff_t i = 0; i < x->label_count; i++) {
        struct archive_label l = x->labels[i];
        ptrdiff_t entry = cast_register_find(r, l.label, &c->scratch);
        if (entry >= 0 && (known_as[l.person] < 0 || entry < known_as[l.person]))
            known_as[l.person] = entry;
    }
    if (x->count > 1)
        qsort(c->people, (size_t)x->count, sizeof *c->people, by_key);
    for (ptrdiff_t i = 0, end; i < x->count; i = end) {
        for (end = i + 1; end < x->count && str_eq(c->people[end].key, c->people[i].key);)
            end++;
        struct member *m = &c->members[c->count++];
        *m = member_of(&c->people[i], end - i);
        m->first = i;
        m->end = end;
        m->entry = cast_register_find(r, m->name, &c->scratch);
        ptrdiff_t as = r->count;
        for (ptrdiff_t k = i; k < end && m->entry < 0; k++)
            if (known_as[c->people[k].number] >= 0 && known_as[c->people[k].number] < as)
                as = known_as[c->people[k].number];
        if (as < r->count && r->entries[as].voice.len)
            m->wish = r->entries[as].voice;
    }
}

/* ---- voices ---- */

static void take(struct colouring *c, struct member *m, int voice)
{
    m->voice = voice;
    c->uses[voice]++;
    for (ptrdiff_t i = m->first; i < m->end; i++)
        c->used[c->people[i].file * c->palette->count + voice]++;
}

/* The distance to the nearest voice in its files; *meetings: in how many the voice is used. */
static int look_round(const struct colouring *c, const struct member *m, int voice,
                      ptrdiff_t *meetings)
{
    int nearest = INT_MAX;
    const struct profile *all = c->palette->profiles;
    *meetings = 0;
    for (ptrdiff_t i = m->first; i < m->end; i++) {
        const int32_t *used = &c->used[c->people[i].file * c->palette->count];
        *meetings += used[voice] > 0;
        for (ptrdiff_t k = 0; k < c->palette->count; k++) {
            int distance = used[k] ? palette_distance(&all[voice], &all[k]) : INT_MAX;
            nearest = distance < nearest ? distance : nearest;
        }
    }
    return nearest;
}

static void choose(struct colouring *c, struct member *m)
{
    int best = -1, best_worth = 0;
    ptrdiff_t fewest = 0;
    for (int k = 0; k < c->palette->count; k++) {
        const struct profile *p = &c->palette->profiles[k];
        ptrdiff_t meetings;
        /* The narrator's stay the narrator's, in every file. */
        if (!voice_speaks(p, m->language) || p->roles == ROLE_NARRATOR)
            continue;
        int distance = look_round(c, m, k, &meetings);
        int worth = voice_worth(p, distance, m->role, m->hint);
        bool better = best < 0 || meetings < fewest;
        if (!better && meetings == fewest)
            better =
                worth > best_worth || (worth == best_worth && c->uses[k] < c->uses[best]);
        if (better) {
            best = k;
            best_worth = worth;
            fewest = meetings;
        }
    }
    if (best >= 0)
        take(c, m, best);
}

/* Who meets most comes first: it is hardest to find a voice for. */
static int by_meetings(const void *x, const void *y)
{
    const struct member *const *a = x, *const *b = y;
    ptrdiff_t p = (*a)->end - (*a)->first, q = (*b)->end - (*b)->first;
    if (p != q)
        return p < q ? 1 : -1;
    return (*a)->first < (*b)->first ? -1 : 1;
}

ptrdiff_t archive_cast(struct newcomer **out, struct archive *x, const struct palette *p,
                       const struct cast_register *r)
{
    struct colouring c = {.palette = p};
    ptrdiff_t waiting = 0, count = 0;
    gather_members(&c, x, r);
    c.used = arena_array(&c.scratch, int32_t, x->files * p->count);
    c.uses = arena_array(&c.scratch, int32_t, p->count);
    struct member **order = arena_array(&c.scratch, struct member *, c.count);
    for (ptrdiff_t i = 0; i < c.count; i++) {
        struct member *m = &c.members[i];
        const struct profile *old =
            m->entry < 0 ? NULL : palette_find(p, r->entries[m->entry].voice);
        const struct profile *wish = m->wish.len ? palette_find(p, m->wish) : NULL;
        if (old || (m->entry < 0 && wish))
            take(&c, m, (int)((old ? old : wish) - p->profiles));
        else
            order[waiting++] = m;
    }
    if (waiting > 1)
        qsort(order, (size_t)waiting, sizeof *order, by_meetings);
    int *given = arena_array(&c.scratch, int, r->count); /* by entry; voice + 1 */
    for (ptrdiff_t i = 0; i < waiting; i++) {
        ptrdiff_t entry = order[i]->entry;
        if (entry >= 0 && given[entry])
            take(&c, order[i], given[entry] - 1); /* one person under two labels */
        else
            choose(&c, order[i]);
        if (entry >= 0)
            given[entry] = order[i]->voice + 1;
    }
    *out = arena_array(x->arena, struct newcomer, c.count);
    for (ptrdiff_t i = 0; i < c.count; i++) {
        const struct member *m = &c.members[i];
        bool told = m->entry >= 0 && !given[m->entry];
        if (m->voice < 0 || told)
            continue;
        (*out)[count++] =
            (struct newcomer){m->name, p->profiles[m->voice].name, m->entry};
        if (m->entry >= 0)
            given[m->entry] = 0;
    }
    arena_clear(&c.scratch);
    return count;
}
