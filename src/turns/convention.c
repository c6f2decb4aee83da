#include "turns/convention.h"

#include "base/unicode.h"
#include "turns/convention_accept.h"
#include "turns/dialogue.h"
#include "turns/play.h"
#include "turns/points.h"
#include "turns/unclear.h"

static void score_strings(struct convention *c, const struct layout *layout,
                          struct arena *a, struct evidence *found)
{
    for (ptrdiff_t i = 0; i < c->labels.count; i++) {
        const struct label *l = &c->labels.items[i];
        evidence_add(&found[l->string], layout, l);
    }
    dialogue_listen(found, layout, &c->labels);
    c->sightings = sightings_make(a, layout, &c->labels);
    for (ptrdiff_t i = 0; i < c->labels.string_count; i++)
        points_give(&c->labels.strings[i], &c->sightings, &found[i]);
}

/* Mme Lind, Lund A.B., the chair: people whose words are taken down, and no characters. */
static bool is_of_record(const struct label_shape *w)
{
    ptrdiff_t at = 0;
    bool office = w->described.len && unicode_is_upper(utf8_next(w->described, &at));
    return w->titled || w->ranked || w->surname_first || (w->role && !w->capitals) ||
           office;
}

static struct tally tally_of(const struct convention *c, const struct evidence *found,
                             enum family f)
{
    struct tally t = {0};
    for (ptrdiff_t i = 0; i < c->labels.string_count; i++) {
        const struct label_string *s = &c->labels.strings[i];
        ptrdiff_t count = family_count(s, f);
        if (!count || s->points < POINTS_WEAK)
            continue;
        if (f == FAMILY_STOP && !family_stop_eligible(s, count))
            continue;
        if (f == FAMILY_ALONE && family_count(s, FAMILY_COLON) >= count)
            continue; /* who speaks with a colon stands alone in a list of who is there */
        if (s->shape.words == 1 && s->shape.plain_words && !s->shape.role)
            continue; /* "mira" is a name only where there are others */
        t.answering += found[i].exchanges || found[i].called;
        if (s->points < POINTS_STRONG) {
            t.weak++;
            continue;
        }
        t.first = t.strong && t.first < s->first ? t.first : s->first;
        t.strong++;
        t.strong_turns += count;
        bool described = f == FAMILY_STOP || f == FAMILY_DASH || f == FAMILY_ALONE;
        t.repeated += described ? s->named > 1 : count > 1;
        t.people |= s->shape.titled || s->shape.role || s->shape.ranked;
        t.only = s;
        t.capital_turns += s->shape.capitals && s->shape.name.len > 1 ? count : 0;
        t.titled_turns += s->shape.titled || s->shape.ranked ? count : 0;
        t.record_turns += is_of_record(&s->shape) ? count : 0;
        t.bold_turns += f == FAMILY_STOP ? s->bold : s->styles[LABEL_BOLD];
        t.alone_turns += s->alone < count ? s->alone : count;
        t.timed_turns += s->timed < count ? s->timed : count;
        t.sounding += found[i].sounding;
        t.sampled += found[i].sampled;
        t.cased += found[i].cased;
    }
    return t;
}

/* Does one string by itself make a convention? It must say that it is somebody; or be a name that
 * stands at the top and is said to speak. */
static bool one_is_enough(const struct convention *c, const struct layout *layout,
                          const struct tally *t, enum family f)
{
    if (f == FAMILY_MARKED)
        return true;
    const struct label *first = &c->labels.items[t->only->first];
    bool at_top = t->sounding && (10 * first->line <= 2 * layout->line_count ||
                                  dialogue_begins(layout, first->line));
    if (t->people)
        return t->strong_turns >= 2 || t->only->points >= 8 || at_top;
    return t->only->shape.words > 1 && at_top;
}

/* At least three repeats, and speech behind them; names that have neither title, capitals nor bold
 * must be at half of all paragraphs. One alone must be as parliaments print it: "Mr. NAME." */
static bool stop_wins(const struct layout *layout, const struct convention *c,
                      const struct tally *t)
{
    const struct label_shape *only = &t->only->shape;
    bool speech = 4 * t->sounding >= t->cased || (t->answering && t->people) ||
                  !sightings_known_language(&c->sightings);
    if (t->strong == 1 && only->titled && only->capitals && t->sounding)
        return 10 * c->labels.items[t->only->first].line <= 4 * layout->line_count;
    ptrdiff_t marked =
        t->titled_turns > t->capital_turns ? t->titled_turns : t->capital_turns;
    marked = t->bold_turns > marked ? t->bold_turns : marked;
    if (2 * marked < t->strong_turns &&
        3 * t->strong_turns < layout->document->block_count)
        return false;
    ptrdiff_t weak = t->answering && t->people ? t->weak : 0; /* called by the chair */
    return speech && t->strong + weak >= 2 && t->repeated >= 1 &&
           t->strong_turns + weak >= 4;
}

/* A dash stands in lists, too, and behind the place that news come from: two people at least must take
 * turns in many paragraphs, and sound so. */
static bool dash_wins(const struct layout *layout, const struct convention *c,
                      const struct evidence *found)
{
    const struct document *doc = layout->document;
    ptrdiff_t turns = 0, changes = 0, sounding = 0, sampled = 0, paragraphs = 0;
    ptrdiff_t first = -1, last = -1, string = -1;
    bool people = false;
    for (ptrdiff_t i = 0; i < c->labels.count; i++) {
        const struct label *l = &c->labels.items[i];
        const struct label_string *s = &c->labels.strings[l->string];
        if (l->style != LABEL_DASH || s->points < POINTS_WEAK || s->named < 2 ||
            s->shape.function_first)
            continue;
        first = first < 0 ? l->block : first;
        last = l->block;
        changes += string >= 0 && string != l->string;
        turns++;
        string = l->string;
        people |= s->shape.titled || s->shape.role || s->shape.ranked;
        sounding += 2 * found[l->string].sounding >= found[l->string].sampled;
        sampled++;
    }
    for (ptrdiff_t i = first; i >= 0 && i <= last; i++)
        paragraphs += doc->blocks[i].kind == BLOCK_PARAGRAPH;
    bool speech =
        people ? 4 * sounding >= sampled
               : 3 * sounding >= 2 * sampled && sightings_known_language(&c->sightings);
    return turns >= 4 && 2 * changes >= turns && speech && 3 * turns >= paragraphs;
}

/* Names alone on lines, once or twice each, are people when all that is told stands behind them, sounds
 * like speech, and one of them says who he is and another answers him. */
static bool few_answer(const struct layout *layout, const struct convention *c,
                       const struct tally *t)
{
    return t->people && t->answering && t->sounding == t->sampled &&
           dialogue_begins(layout, c->labels.items[t->first].line);
}

static bool wins(const struct convention *c, const struct layout *layout,
                 const struct evidence *found, const struct tally *t, enum family f)
{
    if (!t->strong)
        return false;
    /* a name alone on a line says less than anything else that it is somebody */
    bool silent = t->cased >= 4 && 6 * t->sounding < t->cased &&
                  (!t->people || f == FAMILY_ALONE) && f != FAMILY_MARKED &&
                  sightings_known_language(&c->sightings);
    if (silent)
        return false; /* headings that recur, not people */
    switch (f) {
    case FAMILY_STOP:
        return stop_wins(layout, c, t);
    case FAMILY_LETTER:
        if (!t->people && t->strong_turns < 5)
            return false; /* initials before a gap: a table has them, too */
        return t->strong >= 2 || t->strong_turns >= 2;
    case FAMILY_DASH:
        return dash_wins(layout, c, found);
    case FAMILY_ALONE:
    case FAMILY_BOLD:
        return t->strong >= 2 &&
               (t->timed_turns == t->strong_turns ||
                (t->repeated >= 1 && t->strong_turns >= 4) || few_answer(layout, c, t));
    default:
        return t->strong >= 2 ||
               (t->strong == 1 && t->weak >= 1 && t->strong_turns >= 2) ||
               (t->strong == 1 && t->weak >= 1 && (t->people || t->answering)) ||
               one_is_enough(c, layout, t, f);
    }
}

/* Does an occurrence of an accepted string count? */
static bool occurrence_counts(const struct label *l, const struct label_string *s,
                              const struct tally *t, enum family f)
{
    if (!s->accepted)
        return false;
    if (family_of(l->style) == f)
        return true;
    if (l->style == LABEL_BARE_MIDLINE)
        return f == FAMILY_COLON;
    if (l->style == LABEL_BARE)
        return s->shape.question || s->shape.answer;
    if (l->style == LABEL_STOP_BRACKET && f == FAMILY_ALONE)
        return true; /* "THE MINISTER (through an interpreter)" */
    /* a label that was printed once without its colon */
    return f == FAMILY_COLON && l->style == LABEL_ALONE &&
           2 * t->alone_turns > t->strong_turns && (s->shape.titled || s->shape.capitals);
}

/* Keeps the occurrences that count, and stand in no list of who is there. */
static void keep_accepted(struct convention *c, struct arena *a,
                          const struct layout *layout, const struct tally *t,
                          enum family f)
{
    struct arena scratch = {0};
    struct labels *labels = &c->labels;
    bool *counts = arena_array(&scratch, bool, labels->count);
    for (ptrdiff_t i = 0; i < labels->count; i++) {
        const struct label *l = &labels->items[i];
        counts[i] = occurrence_counts(l, &labels->strings[l->string], t, f);
    }
    rolls_take_out(counts, &c->rolls, a, layout, labels,
                   f == FAMILY_ALONE || f == FAMILY_BOLD);
    ptrdiff_t kept = 0;
    for (ptrdiff_t i = 0; i < labels->count; i++)
        if (counts[i])
            labels->items[kept++] = labels->items[i];
    labels->count = kept;
    arena_clear(&scratch);
}

static const char *name_of(enum family f, const struct tally *t)
{
    switch (f) {
    case FAMILY_MARKED:
        return "marked by the format";
    case FAMILY_LETTER:
        return "question and answer";
    case FAMILY_BOLD:
        return "bold name";
    case FAMILY_ALONE:
        return "name on its own line";
    case FAMILY_STOP:
        return "name and full stop";
    case FAMILY_DASH:
        return "name and dash";
    case FAMILY_MIDLINE:
        return "name and colon in mid-line";
    default:
        break;
    }
    if (2 * t->bold_turns > t->strong_turns)
        return "bold name and colon";
    return 2 * t->capital_turns > t->strong_turns ? "name in capitals and colon"
                                                  : "name and colon";
}

/* Is a bare Q, which no A answers, answered by somebody again, or by several? */
static bool names_answer(const struct convention *c)
{
    const struct tally *letters = &c->candidates[FAMILY_LETTER],
                       *names = &c->candidates[FAMILY_COLON];
    return letters->strong == 1 && letters->only->shape.question && names->strong &&
           (names->repeated || names->strong + names->weak >= 2);
}

/* Chooses among the labels that c->labels holds. False: no family wins. */
static bool decide(struct convention *c, struct arena *a, const struct layout *layout)
{
    struct arena scratch = {0};
    struct evidence *found =
        arena_array(&scratch, struct evidence, c->labels.string_count);
    score_strings(c, layout, a, found);
    struct tally best = {0};
    enum family winner = FAMILIES;
    for (enum family f = 0; f < FAMILY_MIDLINE; f++) {
        struct tally *t = &c->candidates[f];
        *t = tally_of(c, found, f);
        t->name = name_of(f, t);
        t->wins = wins(c, layout, found, t, f);
        t->score = t->strong_turns;
        if (t->wins && t->score > best.score) {
            best = *t;
            winner = f;
        }
    }
    /* who answers a bare Q, or asks and answers beside others, has a name with a colon */
    bool weak = winner == FAMILIES || winner == FAMILY_ALONE || winner == FAMILY_LETTER;
    if ((weak && names_answer(c)) ||
        (winner == FAMILY_LETTER && c->candidates[FAMILY_COLON].wins)) {
        winner = FAMILY_COLON;
        best = c->candidates[winner];
    }
    if (winner != FAMILIES) {
        convention_accept(c, found, &best, winner);
        keep_accepted(c, a, layout, &best, winner);
        c->name = best.name;
        c->play = play_is(&c->labels, layout, best.record_turns, best.strong_turns,
                          winner == FAMILY_STOP);
        c->stage = c->play ? play_brackets(&c->labels, layout) : 0;
    }
    arena_clear(&scratch);
    return winner != FAMILIES && c->labels.count;
}

/* In mid-line more is asked: nothing but the colon says that a label stands there. */
static bool decide_midline(struct convention *c, struct arena *a,
                           const struct layout *layout)
{
    c->labels = labels_find_midline(a, layout);
    struct arena scratch = {0};
    struct evidence *found =
        arena_array(&scratch, struct evidence, c->labels.string_count);
    score_strings(c, layout, a, found);
    struct tally t = tally_of(c, found, FAMILY_COLON);
    arena_clear(&scratch);
    t.name = name_of(FAMILY_MIDLINE, &t);
    bool timed = t.strong >= 2 && t.repeated && t.timed_turns == t.strong_turns;
    t.wins = (t.repeated >= 2 && t.strong_turns >= 4) || timed;
    t.score = t.strong_turns;
    c->candidates[FAMILY_MIDLINE] = t;
    if (!t.wins)
        return false;
    for (ptrdiff_t i = 0; i < c->labels.string_count; i++)
        c->labels.strings[i].accepted = c->labels.strings[i].points >= POINTS_STRONG;
    c->labels.count = 0;
    labels_add_midline(&c->labels, a, layout, true);
    c->name = t.name;
    return true;
}

struct convention convention_decide(struct arena *a, const struct layout *layout,
                                    struct diag *d)
{
    struct convention c = {.labels = labels_find(a, layout)};
    if (decide(&c, a, layout)) {
        /* a page run together: only its first label begins a line */
        struct convention run_together = {0};
        if (c.labels.count <= 2 && decide_midline(&run_together, a, layout) &&
            run_together.candidates[FAMILY_MIDLINE].timed_turns > c.labels.count)
            return run_together;
        labels_add_midline(&c.labels, a, layout, false);
        return c;
    }
    struct labels at_line_starts = c.labels;
    if (decide_midline(&c, a, layout))
        return c;
    c.parts = questions_find(a, layout->document);
    if (!c.parts)
        unclear_tell(d, layout, &at_line_starts);
    c.labels = at_line_starts;
    c.labels.count = 0;
    c.name = c.parts ? "whole questions in bold" : NULL;
    return c;
}
