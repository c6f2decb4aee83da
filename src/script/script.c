#include "script/script.h"

#include <stdlib.h>

ptrdiff_t script_chapter_turns_end(const struct script *s, ptrdiff_t chapter)
{
    return chapter + 1 < s->chapter_count ? s->chapters[chapter + 1].first_turn
                                          : s->turn_count;
}

ptrdiff_t script_turn_paragraphs_end(const struct script *s, ptrdiff_t turn)
{
    return turn + 1 < s->turn_count ? s->turns[turn + 1].first_paragraph
                                    : s->paragraph_count;
}

ptrdiff_t script_paragraph_segments_end(const struct script *s, ptrdiff_t paragraph)
{
    return paragraph + 1 < s->paragraph_count ? s->paragraphs[paragraph + 1].first_segment
                                              : s->segment_count;
}

struct place script_segment_place(const struct script *s, const struct segment *g,
                                  ptrdiff_t from, ptrdiff_t to)
{
    if (g->sound)
        return g->sound->place;
    from = from < 0 ? 0 : from;
    to = to > g->text.len ? g->text.len : to;
    return text_place(s->paragraphs[g->paragraph].text, g->begin + from, g->begin + to);
}

struct cast_entry *script_cast_find(const struct script *s, struct str speaker)
{
    for (ptrdiff_t i = 0; i < s->cast_count; i++)
        if (str_eq(s->cast[i].speaker, speaker))
            return &s->cast[i];
    return NULL;
}

struct chapter *script_add_chapter(struct script *s, struct arena *a, struct str title,
                                   int level)
{
    struct chapter *c = arena_push(a, s->chapters, s->chapter_count, s->chapter_capacity);
    *c = (struct chapter){.title = title, .level = level, .first_turn = s->turn_count};
    return c;
}

struct turn *script_add_turn(struct script *s, struct arena *a, struct str speaker)
{
    struct turn *t = arena_push(a, s->turns, s->turn_count, s->turn_capacity);
    *t = (struct turn){.chapter = (int32_t)s->chapter_count - 1,
                       .speaker = speaker,
                       .first_paragraph = (int32_t)s->paragraph_count};
    return t;
}

struct paragraph *script_add_paragraph(struct script *s, struct arena *a,
                                       struct text text)
{
    struct paragraph *p =
        arena_push(a, s->paragraphs, s->paragraph_count, s->paragraph_capacity);
    *p = (struct paragraph){
        .turn = (int32_t)s->turn_count - 1,
        .text = text,
        .first_segment = (int32_t)s->segment_count,
    };
    struct turn *t = &s->turns[p->turn];
    if (!t->place.source && text.run_count)
        t->place = text_place(text, 0, 1);
    struct chapter *c = &s->chapters[t->chapter];
    if (!c->place.source)
        c->place = t->place;
    return p;
}

struct note *script_add_note(struct script *s, struct arena *a, struct text text,
                             enum reason reason)
{
    struct note *n = arena_push(a, s->notes, s->note_count, s->note_capacity);
    *n = (struct note){text, reason, (int32_t)s->paragraph_count, (int32_t)s->turn_count,
                       (int32_t)s->chapter_count};
    return n;
}

static const struct style as_its_turn;

int32_t script_add_style(struct script *s, struct arena *a, struct style style)
{
    if (!s->style_count)
        *arena_push(a, s->styles, s->style_count, s->style_capacity) = as_its_turn;
    *arena_push(a, s->styles, s->style_count, s->style_capacity) = style;
    return (int32_t)s->style_count - 1;
}

const struct style *script_style(const struct script *s, int32_t index)
{
    return index > 0 && index < s->style_count ? &s->styles[index] : &as_its_turn;
}

/* A name that stands in the cast (order below cast_count) or in a turn. */
struct mention {
    struct str name;
    ptrdiff_t order;
};

static int compare_mentions(const void *x, const void *y)
{
    const struct mention *p = x, *q = y;
    int c = str_compare(p->name, q->name);
    return c ? c : (p->order > q->order) - (p->order < q->order);
}

/* Does every turn know its entry still? */
static bool entries_stand(const struct script *s)
{
    for (ptrdiff_t i = 0; i < s->turn_count; i++) {
        const struct turn *t = &s->turns[i];
        if (t->entry >= s->cast_count || !str_eq(s->cast[t->entry].speaker, t->speaker))
            return false;
    }
    return true;
}

/* Sorted instead of hashed: names are a stranger's. */
static void find_entries(ptrdiff_t *first, const struct script *s)
{
    struct arena scratch = {0}, *a = &scratch;
    ptrdiff_t count = s->cast_count + s->turn_count;
    struct mention *m = arena_array(a, struct mention, count);
    for (ptrdiff_t i = 0; i < s->cast_count; i++)
        m[i] = (struct mention){s->cast[i].speaker, i};
    for (ptrdiff_t i = 0; i < s->turn_count; i++)
        m[s->cast_count + i] = (struct mention){s->turns[i].speaker, s->cast_count + i};
    if (count)
        qsort(m, (size_t)count, sizeof *m, compare_mentions);
    for (ptrdiff_t i = 0, leader = 0; i < count; i++) {
        leader = str_eq(m[leader].name, m[i].name) ? leader : i;
        if (m[i].order >= s->cast_count)
            first[m[i].order - s->cast_count] = m[leader].order;
    }
    arena_clear(&scratch);
}

ptrdiff_t *script_cast_of_turns(const struct script *s, struct arena *a)
{
    ptrdiff_t *first = arena_array(a, ptrdiff_t, s->turn_count);
    if (!entries_stand(s)) {
        find_entries(first, s);
        return first;
    }
    for (ptrdiff_t i = 0; i < s->turn_count; i++)
        first[i] = s->turns[i].entry;
    return first;
}

void script_complete_cast(struct script *s, struct arena *a)
{
    struct arena scratch = {0};
    ptrdiff_t given = s->cast_count, *first = script_cast_of_turns(s, &scratch);
    ptrdiff_t *entry_of =
        arena_array(&scratch, ptrdiff_t, s->turn_count); /* of new speakers */
    for (ptrdiff_t i = 0; i < s->turn_count; i++) {
        ptrdiff_t entry = first[i];
        if (entry == given + i) {
            struct cast_entry *e =
                arena_push(a, s->cast, s->cast_count, s->cast_capacity);
            *e = (struct cast_entry){.speaker = s->turns[i].speaker};
            entry_of[i] = s->cast_count - 1;
        }
        entry = entry < given ? entry : entry_of[entry - given];
        s->cast[entry].anonymous |= s->turns[i].anonymous;
        first[i] = entry;
        s->turns[i].entry = (int32_t)entry;
    }
    for (ptrdiff_t i = 0; i < s->cast_count; i++)
        s->cast[i].anonymous |= s->cast[i].voice_count > 1;
    for (ptrdiff_t i = 0; i < s->turn_count; i++)
        s->turns[i].anonymous = s->cast[first[i]].anonymous;
    arena_clear(&scratch);
}

void script_assign_voices(struct script *s)
{
    struct arena scratch = {0};
    const ptrdiff_t *entry = script_cast_of_turns(s, &scratch);
    ptrdiff_t *said = arena_array(&scratch, ptrdiff_t, s->cast_count); /* turns so far */
    for (ptrdiff_t i = 0; i < s->turn_count; i++) {
        s->turns[i].voice = S("");
        if (entry[i] >= s->cast_count)
            continue;
        const struct cast_entry *e = &s->cast[entry[i]];
        if (e->voice_count)
            s->turns[i].voice = e->voices[said[entry[i]]++ % e->voice_count];
    }
    arena_clear(&scratch);
}
