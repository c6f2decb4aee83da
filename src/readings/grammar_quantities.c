/* Amounts, and what they are amounts of; fractions and ordinals. For readings/grammar.h. */
#include "readings/grammar.h"

static ptrdiff_t group_after(const struct pieces *t, ptrdiff_t i, bool dots)
{
    bool mark = dots ? piece_is(t, i, ".") : piece_kind(t, i) == PIECE_BLANK;
    return mark && piece_digits(t, i + 1) == 3 && !piece_is(t, i + 2, "-") ? i + 2 : 0;
}

/* "1.234", "50 000", "2,5", "2.0" */
static bool read_amount(struct amount_said *m, const struct pieces *t, ptrdiff_t at)
{
    *m = (struct amount_said){.at = at, .end = at + 1, .fraction = -1};
    if (!piece_digits(t, at))
        return false;
    m->value = piece_value(t, at);
    bool starts = piece_digits(t, at) <= 3 && piece_str(t, at).ptr[0] != '0';
    bool dots = piece_is(t, m->end, ".");
    ptrdiff_t next;
    while (starts && (next = group_after(t, m->end, dots)) > 0) {
        if (m->value > 999999999999 || m->value < 0)
            break;
        m->value = 1000 * m->value + piece_value(t, m->end + 1);
        m->end = next;
        m->grouped = true;
    }
    m->whole_end = m->end;
    bool comma = piece_is(t, m->end, ",");
    bool dot = piece_is(t, m->end, ".") && !m->grouped;
    if (!(comma || dot) || !piece_digits(t, m->end + 1))
        return true;
    m->fraction = m->end + 1;
    m->end += 2;
    while (dot && piece_is(t, m->end, ".") && piece_digits(t, m->end + 1))
        m->end += 2; /* "2.0.1" */
    return true;
}

struct quantity {
    struct amount_said first, second;
    bool range;
    ptrdiff_t sign; /* piece, or -1 */
    ptrdiff_t word; /* the scale, written out behind "$5"; or 0 */
    const struct noun *currency, *unit, *scale;
    ptrdiff_t end;
    const char *behind; /* "Nord" */
};

const struct noun *noun_find(const struct noun *list, const struct pieces *t,
                             ptrdiff_t at, ptrdiff_t *end)
{
    const struct noun *best = NULL;
    for (char first = piece_byte(t, at); list->printed; list++) {
        if (*list->printed != first)
            continue;
        ptrdiff_t behind = piece_stands(t, at, list->printed);
        bool letters = behind && piece_kind(t, behind - 1) != PIECE_MARK;
        if (behind && (!letters || piece_parts(t, behind)) && (!best || behind > *end)) {
            best = list;
            *end = behind;
        }
    }
    return best;
}

/* A list's noun behind a blank or none, with the full stop of its abbreviation. */
static const struct noun *find_behind(const struct noun *list, const struct pieces *t,
                                      ptrdiff_t *end)
{
    ptrdiff_t behind;
    const struct noun *n = noun_find(list, t, piece_past_blank(t, *end), &behind);
    if (!n)
        return NULL;
    /* A full stop that the table does not know belongs to the sentence. */
    *end = behind;
    return n;
}

static void find_range(struct quantity *q, const struct pieces *t)
{
    ptrdiff_t dash = q->end;
    bool chain = piece_is_dash(t, q->first.at - 1) && piece_digits(t, q->first.at - 2);
    if (piece_kind(t, dash) == PIECE_BLANK && piece_is_dash(t, dash + 1) &&
        !piece_is(t, dash + 1, "-") && piece_kind(t, dash + 2) == PIECE_BLANK)
        dash++;
    ptrdiff_t second = dash > q->end ? dash + 2 : dash + 1;
    if (chain || !piece_is_dash(t, dash) || !read_amount(&q->second, t, second))
        return;
    ptrdiff_t end = q->second.end;
    bool more =
        (piece_is_dash(t, end) || piece_is(t, end, "/")) && piece_digits(t, end + 1);
    int64_t first = q->first.value, last = q->second.value;
    bool years = piece_digits(t, q->first.at) == 4 && piece_digits(t, second) == 2 &&
                 last > first % 100 && last < first % 100 + 30; /* "1914-18" */
    bool falls = last >= 0 && last <= first && q->first.fraction < 0 &&
                 q->second.fraction < 0 && !years &&
                 piece_digits(t, second) < 3; /* "2017-86" */
    more = more || (falls && piece_digits(t, q->first.at) > 2);
    if (more || piece_digits(t, second) > 4 ||
        (piece_str(t, second).ptr[0] == '0' && q->second.fraction < 0))
        return;
    q->range = true;
    q->end = end;
}

static ptrdiff_t read_head(struct quantity *q, const struct pieces *t, ptrdiff_t at,
                           const struct grammar *g)
{
    ptrdiff_t end = at;
    bool sign = piece_is_dash(t, at) || piece_is(t, at, "+");
    bool opens = piece_kind(t, at - 1) == PIECE_NONE ||
                 piece_kind(t, at - 1) == PIECE_BLANK || piece_is(t, at - 1, "(") ||
                 piece_is(t, at - 1, "\u2026");
    q->sign = -1;
    if (sign && opens) {
        q->sign = at;
        return at + 1;
    }
    if (!piece_parts(t, at - 1) || piece_kind(t, at) == PIECE_FIGURE)
        return at;
    q->currency = noun_find(g->currencies, t, at, &end);
    return q->currency ? piece_past_blank(t, end) : at;
}

static void find_compass(struct quantity *q, const struct pieces *t,
                         const struct sign_words *w)
{
    ptrdiff_t at = piece_past_blank(t, q->end);
    if (!piece_is(t, q->end - 1, "\u00B0") || !piece_parts(t, at + 1))
        return;
    struct str s = piece_str(t, at);
    q->behind = str_eq(s, S("N"))                        ? w->north
                : str_eq(s, S("S"))                      ? w->south
                : str_eq(s, S("W")) || str_eq(s, S("O")) ? w->west
                : str_eq(s, S("E"))                      ? w->east
                                                         : NULL;
    if (q->behind)
        q->end = at + 1;
}

/* "3,5 millions \u20AC": the scale in full, and a sign behind it. */
static void find_full_scale(struct quantity *q, const struct pieces *t,
                            const struct grammar *g)
{
    ptrdiff_t word = piece_past_blank(t, q->end), end = word + 1;
    if (q->scale || !word_is_any(piece_str(t, word), g->scale_words))
        return;
    const struct noun *n = find_behind(g->currencies, t, &end);
    if (!n || piece_kind(t, end - 1) != PIECE_MARK)
        return;
    q->currency = n;
    q->word = word;
    q->end = end;
}

static void find_tail(struct quantity *q, const struct pieces *t, const struct grammar *g)
{
    q->scale = find_behind(g->scales, t, &q->end);
    if (q->currency && !q->scale &&
        word_is_any(piece_str(t, piece_past_blank(t, q->end)), g->scale_words)) {
        q->word = piece_past_blank(t, q->end);
        q->end = q->word + 1;
    }
    if (q->currency)
        return;
    q->currency = find_behind(g->currencies, t, &q->end);
    if (q->currency)
        return;
    find_full_scale(q, t, g);
    if (q->currency)
        return;
    ptrdiff_t end = q->end;
    if (piece_is(t, end, "-") && !q->range && !q->scale)
        end++;
    q->unit = find_behind(g->units, t, &end);
    bool letter = piece_kind(t, end - 1) == PIECE_WORD && piece_str(t, end - 1).len == 1;
    struct form year = {0};
    if (q->unit && *g->year_behind && g->kind(t, &q->first, &year) == NUMBER_YEAR)
        q->unit = NULL; /* "2017 г." */
    if (q->unit && letter && (piece_is(t, end, "'") || piece_is(t, end, "\u2019")))
        q->unit = NULL;
    if (q->unit) {
        q->end = end;
        find_compass(q, t, g->signs);
    }
}

static const struct noun *counted(const struct quantity *q)
{
    return q->scale ? q->scale : q->currency ? q->currency : q->unit;
}

/* The amounts without what they are of. */
static void say_amount(struct strbuf *b, const struct pieces *t, const struct quantity *q,
                       const struct amount_said *m, struct form f)
{
    const struct grammar *g = grammar_of(t->language);
    const struct noun *n = counted(q);
    bool zeros = piece_digits(t, m->at) > 1 && piece_str(t, m->at).ptr[0] == '0';
    if (m->value < 0 || (zeros && !m->grouped)) {
        grammar_digits(b, g, piece_str(t, m->at));
    } else if (m->fraction >= 0 && (piece_is(t, m->fraction - 1, ",") || n)) {
        g->decimal(b, m->value, piece_str(t, m->fraction), n, f);
        return;
    } else {
        enum number_kind kind = n || q->sign >= 0 ? NUMBER_COUNT : g->kind(t, m, &f);
        g->number(b, m->fraction >= 0 ? NUMBER_NAME : kind, m->value, f);
    }
    for (ptrdiff_t i = m->fraction; m->fraction >= 0 && i < m->end;
         i += 2) { /* "2.0.1" */
        strbuf_addf(b, " %s ", g->signs->dot);
        grammar_digits(b, g, piece_str(t, i));
    }
}

static bool has_cents(const struct quantity *q, const struct pieces *t)
{
    return q->currency && !q->scale && !q->word && !q->range && q->first.fraction >= 0 &&
           piece_digits(t, q->first.fraction) == 2;
}

static bool begins_with_vowel(const char *word)
{
    return *word && str_find_byte(S("aeiouh"), *word) >= 0;
}

static void say_nouns(struct strbuf *b, const struct pieces *t, const struct quantity *q,
                      const struct form *f, bool cents)
{
    const struct grammar *g = grammar_of(t->language);
    const struct amount_said *m = q->range ? &q->second : &q->first;
    struct form n = *f;
    n.part = m->fraction >= 0 && !cents;
    int64_t value = m->value;
    if (n.part && g->half_word && value == 1 && piece_is(t, m->fraction, "5")) {
        value = 2;
        n.part = false;
    }
    if (q->scale) {
        strbuf_add(b, S(" "));
        g->noun(b, q->scale, value, n);
    }
    const struct noun *of = q->currency ? q->currency : q->unit;
    if (q->word)
        strbuf_addf(b, " %.*s", STR_ARGS(piece_str(t, q->word)));
    if ((q->scale || q->word) && of) {
        bool numeral = q->scale && q->scale->gender == PLURAL;
        bool elided =
            begins_with_vowel(of->many) && str_eq(str_from(g->language), S("fr"));
        strbuf_addf(b, " %s%s%s",
                    numeral || !*g->of ? ""
                    : elided           ? "d'"
                                       : "de ",
                    of->many, of->tail ? of->tail : "");
    } else if (q->currency) {
        strbuf_add(b, S(" "));
        g->noun(b, q->currency, value, n);
    } else if (q->unit) {
        strbuf_add(b, S(" "));
        g->noun(b, q->unit, value, n);
    }
    int64_t part = cents ? piece_value(t, m->fraction) : 0;
    const struct noun *hundredth = q->currency ? q->currency->part : NULL;
    if (part) {
        struct form p = {.gender = hundredth ? hundredth->gender : MASCULINE,
                         .in = f->in,
                         .bare = !hundredth};
        strbuf_add(b, S(" "));
        g->number(b, NUMBER_COUNT, part, p);
    }
    if (part && hundredth) {
        strbuf_add(b, S(" "));
        g->noun(b, hundredth, part, *f);
    }
    if (q->behind)
        strbuf_addf(b, " %s", q->behind);
}

/* What a hundredth of a currency is called; NULL: there is none. */
static const struct noun *find_hundredth(const struct noun *currency,
                                         const struct grammar *g)
{
    const struct noun *n = g->hundredths;
    while (n && n->printed && str_find(str_from(currency->one), str_from(n->printed)) < 0)
        n++;
    return currency->part ? currency->part : n && n->printed ? n : NULL;
}

/* "0,99 \u20AC" is 99 cents. */
static void turn_into_hundredths(struct quantity *q, const struct pieces *t,
                                 const struct grammar *g)
{
    struct amount_said *m = &q->first;
    int64_t value = piece_value(t, m->fraction);
    const struct noun *n =
        has_cents(q, t) && !m->value && value > 0 ? find_hundredth(q->currency, g) : NULL;
    if (!n)
        return;
    q->currency = n;
    m->at = m->fraction;
    m->whole_end = m->end;
    m->value = value;
    m->fraction = -1;
    m->grouped = true; /* no figure with a zero before it */
}

static void say_quantity(struct reading *r, const struct pieces *t, struct quantity *q,
                         ptrdiff_t at)
{
    const struct grammar *g = grammar_of(t->language);
    struct strbuf b = {.arena = r->out.arena};
    turn_into_hundredths(q, t, g);
    const struct noun *n = counted(q);
    bool cents = has_cents(q, t);
    int64_t last = (q->range ? q->second : q->first).value;
    struct form f = g->count_form(t, at, n ? -1 : q->end, last);
    if (n) {
        f.gender = n->gender;
        f.bare = false;
    }
    if (q->sign >= 0)
        strbuf_addf(&b, "%s ",
                    piece_is(t, q->sign, "+") ? g->signs->plus : g->signs->minus);
    struct quantity whole = *q;
    if (cents)
        whole.first.fraction = -1;
    say_amount(&b, t, q, &whole.first, f);
    if (q->range) {
        strbuf_add(&b, str_from(g->signs->range));
        say_amount(&b, t, q, &q->second, f);
    }
    ptrdiff_t numbers_end = q->range ? q->second.end : q->first.end;
    reading_buffer(r, at, n ? numbers_end : q->end, &b);
    if (!n)
        return;
    struct strbuf nouns = {.arena = r->out.arena};
    say_nouns(&nouns, t, q, &f, cents);
    if (piece_is(t, q->end - 1, ".") && piece_kind(t, q->end) == PIECE_NONE)
        strbuf_add(&nouns, S(".")); /* the sentence's as well */
    reading_buffer(r, numbers_end < q->end ? numbers_end : at, q->end, &nouns);
}

ptrdiff_t grammar_quantity(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    const struct grammar *g = grammar_of(t->language);
    struct quantity q = {0};
    ptrdiff_t from = read_head(&q, t, at, g);
    if (!read_amount(&q.first, t, from))
        return 0;
    bool glued = from == at && !piece_parts(t, at - 1);
    if (glued) {
        q.first.end = q.first.whole_end = at + 1;
        q.first.fraction = -1;
        q.first.value = piece_value(t, at);
    }
    q.end = q.first.end;
    if (!glued) {
        find_range(&q, t);
        find_tail(&q, t, g);
    }
    say_quantity(r, t, &q, at);
    if (q.unit || q.currency)
        q.end = reading_per(r, q.end);
    if (piece_is_dash(t, q.end) && piece_digits(t, q.end + 1)) { /* "1-2-3" */
        reading_say(r, q.end, q.end + 1, " ");
        return q.end + 1;
    }
    return q.end;
}

ptrdiff_t grammar_ordinal(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    const struct grammar *g = grammar_of(t->language);
    int64_t value = piece_value(t, at);
    if (value < 0 || !piece_parts(t, at - 1))
        return 0;
    struct form f = {0};
    ptrdiff_t end = g->ordinal_end(t, at, &f);
    if (!end)
        return 0;
    struct strbuf b = {.arena = r->out.arena};
    g->number(&b, NUMBER_ORDINAL, value, f);
    reading_buffer(r, at, end, &b);
    return end;
}

static ptrdiff_t fraction_end(const struct pieces *t, ptrdiff_t at, int64_t *above,
                              int64_t *below)
{
    ptrdiff_t end = piece_fraction(t, at, 10, above, below);
    return end == at + 3 && !piece_parts(t, end) ? 0 : end;
}

/* "2/3", "¾", "2½" */
ptrdiff_t grammar_fraction(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    const struct grammar *g = grammar_of(t->language);
    int64_t above, below;
    if (!piece_parts(t, at - 1) || piece_is(t, at - 1, "/"))
        return 0;
    struct strbuf b = {.arena = r->out.arena};
    int64_t whole = 0;
    ptrdiff_t end = fraction_end(t, at, &above, &below);
    if (!end && piece_value(t, at) >= 0) {
        whole = piece_value(t, at);
        end = fraction_end(t, piece_past_blank(t, at + 1), &above, &below);
    }
    if (!end)
        return 0;
    ptrdiff_t behind = piece_past_blank(t, end);
    const struct noun *n = noun_find(g->units, t, behind, &behind);
    struct form f = g->count_form(t, at, n ? -1 : end, 0);
    if (n && whole && below == 2 && g->half[0]) { /* "trois heures et demie" */
        f = (struct form){.gender = n->gender, .in = f.in};
        g->number(&b, NUMBER_COUNT, whole, f);
        strbuf_add(&b, S(" "));
        g->noun(&b, n, whole, f);
        strbuf_add(&b, str_from(g->half[n->gender == FEMININE]));
        reading_buffer(r, at, behind, &b);
        return behind;
    }
    g->fraction(&b, whole, above, below, f);
    reading_buffer(r, at, end, &b);
    if (!n)
        return end;
    struct strbuf noun = {.arena = r->out.arena};
    strbuf_add(&noun, S(" "));
    g->noun(&noun, n, whole ? whole : 1,
            (struct form){.gender = n->gender, .part = true});
    reading_buffer(r, end, behind, &noun);
    return behind;
}
