#include "cli/gap.h"

struct str gap_text(const struct segment *g)
{
    return g->sound ? S("A sound is missing here.") : S("A sentence is missing here.");
}

struct str gap_voice(const struct script *s, ptrdiff_t segment)
{
    const struct cast_entry *narrator = script_cast_find(s, NARRATOR);
    return narrator && narrator->voice_count ? narrator->voices[0]
                                             : s->turns[s->segments[segment].turn].voice;
}

/* The levels above the segments, made anew. */
struct levels {
    struct arena *a;
    struct turn *turns;
    ptrdiff_t turn_count, turn_capacity;
    struct paragraph *paragraphs;
    ptrdiff_t paragraph_count, paragraph_capacity;
};

static void add_turn(struct levels *to, struct turn t)
{
    t.first_paragraph = (int32_t)to->paragraph_count;
    *arena_push(to->a, to->turns, to->turn_count, to->turn_capacity) = t;
}

static void add_paragraph(struct levels *to, struct paragraph p, ptrdiff_t first_segment)
{
    p.turn = (int32_t)to->turn_count - 1;
    p.first_segment = (int32_t)first_segment;
    *arena_push(to->a, to->paragraphs, to->paragraph_count, to->paragraph_capacity) = p;
}

/* The turn and paragraph that segment i gets, new ones where it cannot go on with the
 * last. */
static void place_segment(struct levels *to, const struct script *s, ptrdiff_t i,
                          const bool *missing)
{
    const struct segment *g = &s->segments[i];
    struct turn turn = s->turns[g->turn];
    struct paragraph paragraph = s->paragraphs[g->paragraph];
    bool after_gap = i && missing[i - 1];
    bool new_turn =
        i == 0 || missing[i] || after_gap || g->turn != s->segments[i - 1].turn;
    bool new_paragraph = new_turn || g->paragraph != s->segments[i - 1].paragraph;
    if (missing[i]) {
        turn.voice = gap_voice(s, i);
        turn.speaker = NARRATOR;
        turn.label = S("");
        turn.anonymous = false;
        paragraph.text = text_added(to->a, gap_text(g));
        paragraph.tag_count = 0;
    }
    if (new_turn)
        add_turn(to, turn);
    if (new_paragraph)
        add_paragraph(to, paragraph, i);
}

static void book_missing(struct ledger *l, const bool *missing)
{
    for (ptrdiff_t i = 0; i < l->count; i++) {
        struct ledger_entry *e = &l->entries[i];
        if (e->kind != LEDGER_SPOKEN || !missing[e->segment])
            continue;
        e->kind = LEDGER_NOT_SPOKEN;
        e->reason = REASON_ENGINE_FAILED;
        e->segment = -1;
    }
}

void gaps_apply(struct script *s, struct ledger *l, struct arena *a, const bool *missing)
{
    struct levels to = {.a = a};
    struct arena scratch = {0};
    ptrdiff_t *turn_of = arena_array(&scratch, ptrdiff_t, s->segment_count);
    ptrdiff_t *paragraph_of = arena_array(&scratch, ptrdiff_t, s->segment_count);
    ptrdiff_t *first_turn = arena_array(&scratch, ptrdiff_t, s->chapter_count + 1);
    ptrdiff_t chapter = 0; /* chapters below it have their first turn */
    for (ptrdiff_t i = 0; i < s->segment_count; i++) {
        place_segment(&to, s, i, missing);
        turn_of[i] = to.turn_count - 1;
        paragraph_of[i] = to.paragraph_count - 1;
        for (; chapter <= to.turns[turn_of[i]].chapter; chapter++)
            first_turn[chapter] = turn_of[i];
    }
    for (; chapter < s->chapter_count; chapter++)
        first_turn[chapter] = to.turn_count;
    for (ptrdiff_t i = 0; i < s->segment_count; i++) {
        struct segment *g = &s->segments[i];
        g->turn = (int32_t)turn_of[i];
        g->paragraph = (int32_t)paragraph_of[i];
        if (missing[i]) {
            g->text = g->spoken = gap_text(g);
            g->sound = NULL;
        }
    }
    for (ptrdiff_t i = 0; i < s->chapter_count; i++)
        s->chapters[i].first_turn = first_turn[i];
    s->turns = to.turns;
    s->turn_count = s->turn_capacity = to.turn_count;
    s->paragraphs = to.paragraphs;
    s->paragraph_count = s->paragraph_capacity = to.paragraph_count;
    s->note_count = 0;
    book_missing(l, missing);
    arena_clear(&scratch);
}
