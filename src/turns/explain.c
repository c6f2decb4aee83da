#include "turns/explain.h"

#include <stdlib.h>

#include "turns/points.h"

/* Of strings that are no labels only so many are listed. */
enum { COLUMNS = 80, REFUSED_MOST = 200, QUOTED_MOST = 60 /* characters */ };

struct explainer {
    struct strbuf *out;
    const struct turns *t;
    const struct decisions *why;
    struct arena scratch; /* of the line in the making */
};

/* A line, wrapped at COLUMNS; what is wrapped stands two columns further in. */
static void add_line(struct explainer *e, int indent, struct str words)
{
    int column_of_rest = indent + 2;
    ptrdiff_t column = 0;
    for (struct str word; (word = next_word(&words)).len;) {
        ptrdiff_t width = utf8_count(word);
        if (column && column + 1 + width > COLUMNS) {
            strbuf_add_byte(e->out, '\n');
            column = 0;
        }
        if (column) {
            strbuf_add_byte(e->out, ' ');
            column++;
        } else {
            for (; column < indent; column++)
                strbuf_add_byte(e->out, ' ');
            indent = column_of_rest;
        }
        strbuf_add(e->out, word);
        column += width;
    }
    strbuf_add_byte(e->out, '\n');
    arena_clear(&e->scratch);
}

/* As it may be shown, on one line, cut when it is long. */
static struct str quoted(struct explainer *e, struct str s)
{
    ptrdiff_t at = 0;
    for (int count = 0; at < s.len && count < QUOTED_MOST; count++)
        utf8_next(s, &at);
    struct strbuf shown = {.arena = &e->scratch};
    struct str begin = str_slice(s, 0, at);
    strbuf_add_byte(&shown, '\'');
    for (struct str word; (word = next_word(&begin)).len;) {
        if (shown.len > 1)
            strbuf_add_byte(&shown, ' ');
        diag_show(&shown, word);
    }
    strbuf_add(&shown, at < s.len ? S("...'") : S("'"));
    return strbuf_str(&shown);
}

static ptrdiff_t line_of(const struct turns *t, ptrdiff_t byte)
{
    return source_position(t->source, byte).line;
}

/* ---- conventions ---- */

static const char *times(ptrdiff_t n)
{
    return n == 1 ? "once" : n == 2 ? "twice" : NULL;
}

static struct str count_of_times(struct explainer *e, ptrdiff_t n)
{
    return times(n) ? str_from(times(n)) : str_format(&e->scratch, "%td times", n);
}

static void explain_candidate(struct explainer *e, const struct tally *t)
{
    bool winner = t->wins && e->t->convention &&
                  str_eq(str_from(t->name), str_from(e->t->convention));
    struct strbuf b = {.arena = &e->scratch};
    strbuf_addf(
        &b,
        "%s: score %td, %s; likely labels: %td, which stand %.*s in all (%td of them "
        "more "
        "than once); possible ones: %td; %td of %td turns looked at sound like speech",
        t->name, t->score,
        winner    ? "taken"
        : t->wins ? "possible, but another has more"
                  : "not enough by itself",
        t->strong, STR_ARGS(count_of_times(e, t->strong_turns)), t->repeated, t->weak,
        t->sounding, t->sampled);
    add_line(e, 2, strbuf_str(&b));
}

static void explain_conventions(struct explainer *e)
{
    const struct convention *c = &e->why->convention;
    if (e->t->convention)
        add_line(e, 0, str_format(&e->scratch, "Convention: %s.", e->t->convention));
    else
        add_line(e, 0, S("Convention: none; the narrator reads all of it."));
    add_line(e, 0, S("Candidates:"));
    bool any = false;
    for (int f = 0; f < FAMILIES; f++) {
        const struct tally *t = &c->candidates[f];
        if (!t->name || (!t->strong && !t->weak))
            continue;
        explain_candidate(e, t);
        any = true;
    }
    if (!any)
        add_line(e, 2, S("none: no line begins like a label"));
}

/* ---- labels ---- */

static int by_first(const void *x, const void *y)
{
    const struct label_string *a = *(const struct label_string *const *)x;
    const struct label_string *b = *(const struct label_string *const *)y;
    if (a->block != b->block)
        return a->block < b->block ? -1 : 1;
    return (a->printed.ptr > b->printed.ptr) - (a->printed.ptr < b->printed.ptr);
}

static void explain_signals(struct explainer *e, const struct label_string *s, int sign)
{
    struct strbuf b = {.arena = &e->scratch};
    for (int i = 0; i < LABEL_SIGNALS; i++) {
        if (sign * s->signals[i] <= 0)
            continue;
        strbuf_add(&b, b.len ? S(", ") : sign > 0 ? S("for: ") : S("against: "));
        strbuf_addf(&b, "%s %+d", label_signal_name((enum label_signal)i, sign < 0),
                    s->signals[i]);
    }
    if (b.len)
        add_line(e, 4, strbuf_str(&b));
}

static void explain_person(struct explainer *e, const struct label_string *s)
{
    const struct convention *c = &e->why->convention;
    ptrdiff_t i = s - c->labels.strings;
    const struct person *p = e->why->names.people[i];
    const struct alias_table *same = &e->why->names.aliases;
    if (!p)
        return;
    struct strbuf b = {.arena = &e->scratch};
    strbuf_addf(&b, "speaker: %.*s%s", STR_ARGS(quoted(e, p->name)),
                p->anonymous ? ", whoever asks" : "");
    if (same->why[i])
        strbuf_addf(&b, "; merged with %.*s: %s",
                    STR_ARGS(quoted(e, c->labels.strings[same->to[i]].printed)),
                    same->why[i]);
    add_line(e, 4, strbuf_str(&b));
}

static void explain_label(struct explainer *e, const struct label_string *s)
{
    struct text text = e->why->document->blocks[s->block].text;
    ptrdiff_t at = s->printed.ptr - text.str.ptr;
    struct strbuf b = {.arena = &e->scratch};
    strbuf_addf(&b, "%.*s: %.*s, first on line %td; %d points: %s",
                STR_ARGS(quoted(e, s->printed)), STR_ARGS(count_of_times(e, s->count)),
                line_of(e->t, text_place(text, at, at + s->printed.len).begin), s->points,
                s->accepted ? "a label" : "no label");
    add_line(e, 2, strbuf_str(&b));
    explain_signals(e, s, 1);
    explain_signals(e, s, -1);
    if (s->accepted)
        explain_person(e, s);
}

static void explain_labels(struct explainer *e)
{
    const struct labels *labels = &e->why->convention.labels;
    struct arena own = {0};
    const struct label_string **sorted =
        arena_array(&own, const struct label_string *, labels->string_count);
    for (ptrdiff_t i = 0; i < labels->string_count; i++)
        sorted[i] = &labels->strings[i];
    if (labels->string_count)
        qsort(sorted, (size_t)labels->string_count, sizeof(struct label_string *),
              by_first);
    add_line(e, 0,
             str_format(&e->scratch,
                        "What could be labels, in the order in which they appear. From "
                        "%d points on a string is "
                        "likely one, from %d on possibly; it becomes one where the "
                        "convention marks it:",
                        POINTS_STRONG, POINTS_WEAK));
    ptrdiff_t refused = 0;
    for (ptrdiff_t i = 0; i < labels->string_count; i++)
        if (sorted[i]->accepted || refused++ < REFUSED_MOST)
            explain_label(e, sorted[i]);
    if (!labels->string_count)
        add_line(e, 2, S("nothing"));
    if (refused > REFUSED_MOST)
        add_line(e, 2,
                 str_format(&e->scratch, "and %td more that are none",
                            refused - REFUSED_MOST));
    arena_clear(&own);
}

/* ---- lines ---- */

/* What became of an item's text; *speaker and *begun follow the turns. */
static struct str fate_of(struct explainer *e, const struct item *item, bool begun,
                          struct str speaker)
{
    bool narrator = str_eq(speaker, NARRATOR);
    switch (item->kind) {
    case ITEM_HEADING:
        return S("heading, a new chapter");
    case ITEM_TITLE:
        return S("title, read by the narrator");
    case ITEM_DATE:
        return S("date, read by the narrator");
    case ITEM_CAPTION:
        return S("caption, read by the narrator");
    case ITEM_NOT_SPOKEN:
        return str_format(&e->scratch, "not spoken: %.*s",
                          STR_ARGS(reason_name(item->reason)));
    default:
        if (narrator)
            return begun ? S("narrator") : S("continues narrator");
        return str_format(&e->scratch, "%s %.*s", begun ? "turn of" : "continues",
                          STR_ARGS(quoted(e, speaker)));
    }
}

static void explain_item(struct explainer *e, const struct item *item, struct str fate)
{
    struct place place = text_place(item->text, 0, item->text.str.len);
    if (!place.source) {
        arena_clear(&e->scratch);
        return;
    }
    ptrdiff_t first = line_of(e->t, place.begin);
    ptrdiff_t last = line_of(e->t, place.end > place.begin ? place.end - 1 : place.begin);
    struct strbuf b = {.arena = &e->scratch};
    if (first == last)
        strbuf_addf(&b, "line %td: ", first);
    else
        strbuf_addf(&b, "lines %td to %td: ", first, last);
    strbuf_add(&b, fate);
    if (item->text.str.len)
        strbuf_addf(&b, ": %.*s", STR_ARGS(quoted(e, item->text.str)));
    add_line(e, 2, strbuf_str(&b));
}

static void explain_lines(struct explainer *e)
{
    const struct turns *t = e->t;
    struct str speaker = NARRATOR;
    bool begun = true;
    add_line(e, 0, S("What became of each line:"));
    for (ptrdiff_t i = 0; i < t->item_count; i++) {
        const struct item *item = &t->items[i];
        if (item->kind == ITEM_TURN) {
            speaker = item->speaker;
            begun = true;
            if (item->label.len)
                explain_item(e, item,
                             str_format(&e->scratch, "label of %.*s",
                                        STR_ARGS(quoted(e, speaker))));
            continue;
        }
        explain_item(e, item, fate_of(e, item, begun, speaker));
        begun = begun && item->kind != ITEM_PARAGRAPH;
    }
}

void turns_explain(struct strbuf *out, const struct turns *t, const struct decisions *why)
{
    struct explainer e = {.out = out, .t = t, .why = why};
    struct strbuf b = {.arena = &e.scratch};
    strbuf_addf(&b, "Format: %s. Language: ", t->format);
    if (t->language.len)
        diag_show(&b, t->language);
    else
        strbuf_add(&b, S("not said, so English"));
    strbuf_add_byte(&b, '.');
    add_line(&e, 0, strbuf_str(&b));
    explain_conventions(&e);
    explain_labels(&e);
    explain_lines(&e);
}
