/* Amounts, and what they are amounts of: money, units, per cent; ranges and signs before them. */
#include "readings/amounts.h"
#include "readings/numbers.h"

/* "-5", "10-15", "$5", "$25-$40" ...: one or two amounts with what they are of. */
struct quantity {
    ptrdiff_t sign; /* piece, or -1 */
    struct amount items[2];
    int count;
    const struct unit *currency, *unit;
    bool before;            /* the currency stands before the amount */
    ptrdiff_t unit_at, end; /* where the name of what it is of belongs; pieces */
};

/* The sign and the currency that stand before the amount. */
static ptrdiff_t read_head(struct quantity *q, const struct pieces *t, ptrdiff_t at,
                           const struct speech_tables *l)
{
    ptrdiff_t end = at;
    bool minus = piece_is_dash(t, at), plus = piece_is(t, at, "+");
    bool opens = piece_kind(t, at - 1) == PIECE_NONE ||
                 piece_kind(t, at - 1) == PIECE_BLANK || piece_is(t, at - 1, "(");
    q->sign = (minus || plus) && opens ? at++ : -1;
    if (!piece_parts(t, at - 1))
        return at;
    q->currency = unit_find(l->currencies, t, at, true, &end);
    if (!q->currency)
        return at;
    q->before = true;
    q->unit_at = at;
    return piece_past_blank(t, end);
}

static ptrdiff_t amount_end(const struct amount *m)
{
    return m->scale ? m->scale_end : m->end;
}

/* Is the letter a unit's? "5 m's", "5 g-forces", "3 t-shirts" are not. */
static bool is_unit_letter(const struct pieces *t, ptrdiff_t at, ptrdiff_t end)
{
    bool letter =
        end == at + 1 && piece_kind(t, at) == PIECE_WORD && piece_str(t, at).len == 1;
    bool word = piece_is(t, end, "-") && piece_kind(t, end + 1) == PIECE_WORD;
    return !letter || (!word && !piece_is(t, end, "'"));
}

/* "3x higher" but "3x + 5", "-5C" but "row 5C": a letter that is a unit only in its place. */
static bool is_glued_unit(const struct quantity *q, const struct amount *m,
                          const struct pieces *t, ptrdiff_t at)
{
    static const char *const operators[] = {"+", "-", "=", "*", "<", ">", "^", "(", NULL};
    if (piece_is(t, at, "x"))
        return !piece_is_listed(t, piece_past_blank(t, at + 1), operators);
    if (piece_is(t, at, "s"))
        return m->fraction >= 0;
    if (piece_is(t, at, "c") || piece_is(t, at, "p"))
        return !amount_is_label(t, m->at) && m->fraction < 0 && m->value < 100 &&
               piece_word_before(t, m->at) >= 0; /* "2c." opens a list */
    if (piece_byte(t, at) >= 'E' && piece_byte(t, at) != 'F' && piece_byte(t, at) <= 'W')
        return m->fraction >= 0; /* "27.4N" */
    if (piece_is(t, at, "C") || piece_is(t, at, "F"))
        return !amount_is_label(t, m->at) &&
               (q->sign >= 0 || m->fraction >= 0 ||
                amount_is_near(t, at, speech_tables_of(t->language)->weather));
    return true;
}

/* "11 in. tall", "5 ft. 11 in."; elsewhere a blank makes "in" a word. */
static bool is_inches(const struct pieces *t, const struct amount *m, ptrdiff_t at)
{
    const struct speech_tables *l = speech_tables_of(t->language);
    ptrdiff_t before = m->at - 2;
    before -= piece_is(t, before, ".");
    return piece_is(t, at, "in") && piece_is(t, at + 1, ".") &&
           (piece_is(t, before, "ft") || piece_is_listed(t, at + 3, l->dimensions));
}

/* "Radio 2GB", "channel 7HO" */
static bool is_station(const struct pieces *t, ptrdiff_t at, ptrdiff_t letters)
{
    static const char *const words[] = {"radio", "station", "channel", "FM", "AM", NULL};
    return piece_str(t, letters).ptr[0] <= 'Z' &&
           piece_is_listed(t, piece_word_before(t, at), words);
}

/* The unit, or the currency, behind an amount. */
static const struct unit *find_behind(const struct quantity *q, const struct amount *m,
                                      const struct pieces *t, bool *money, ptrdiff_t *at,
                                      ptrdiff_t *end)
{
    const struct speech_tables *l = speech_tables_of(t->language);
    bool hyphen = piece_is(t, amount_end(m), "-");
    *at = hyphen ? amount_end(m) + 1 : piece_past_blank(t, amount_end(m));
    *money = false;
    const struct unit *u = unit_find(l->units, t, *at, false, end);
    if (u && *at == m->end && is_station(t, m->at, *at))
        u = NULL;
    if (!u && (*at == m->end || is_inches(t, m, *at))) {
        u = unit_find(l->glued_units, t, *at, false, end);
        if (u && !is_glued_unit(q, m, t, *at))
            u = NULL;
    }
    if (u && is_unit_letter(t, *at, *end) && (!m->scale || *at > m->scale_end || hyphen))
        return u;
    u = hyphen || q->before ? NULL : unit_find(l->currencies, t, *at, false, end);
    struct amount next;
    if (u && amount_at(&next, t, piece_past_blank(t, *end)))
        return NULL; /* that of the next amount */
    *money = u;
    return u;
}

/* "2-1" is a score or a range, "M-25-13" and "01-02" are not. */
static bool is_range(const struct quantity *q, const struct pieces *t)
{
    const struct amount *a = &q->items[0], *b = &q->items[1];
    ptrdiff_t end = b->end;
    bool chain = piece_is_dash(t, a->at - 1) && piece_digits(t, a->at - 2);
    bool more =
        (piece_is_dash(t, end) || piece_is(t, end, "/")) && piece_digits(t, end + 1);
    struct str digits = piece_str(t, b->at);
    bool edition = a->fraction >= 0 && b->fraction < 0 && amount_is_year(t, b);
    return !chain && !more && !edition && (digits.len <= 4 || b->grouped) &&
           !(digits.len > 1 && digits.ptr[0] == '0');
}

/* "-15" behind "10", "-$40" behind "$25", "-7%" behind "5%". */
static void find_second(struct quantity *q, const struct pieces *t, ptrdiff_t dash)
{
    const struct speech_tables *l = speech_tables_of(t->language);
    ptrdiff_t at = dash + 1, end;
    if (!piece_is_dash(t, dash))
        return;
    if (q->before && unit_find(l->currencies, t, at, true, &end) == q->currency)
        at = end;
    if (!amount_at(&q->items[1], t, at) || !is_range(q, t))
        return;
    amount_find_scale(&q->items[1], t, q->currency);
    q->count = 2;
}

static void find_tail(struct quantity *q, const struct pieces *t)
{
    bool money;
    ptrdiff_t at, end;
    const struct unit *first = find_behind(q, &q->items[0], t, &money, &at, &end);
    struct quantity alone = *q;
    find_second(q, t, first ? end : amount_end(&q->items[0]));
    if (q->count == 2) {
        q->end = amount_end(&q->items[1]);
        const struct unit *second = find_behind(q, &q->items[1], t, &money, &at, &end);
        if (first && first != second) { /* each says its own */
            *q = alone;
            find_behind(q, &q->items[0], t, &money, &at, &end);
        } else {
            first = second;
        }
    }
    if (!first)
        return;
    if (money)
        q->currency = first;
    else
        q->unit = first;
    if (!q->before || !money)
        q->unit_at = at;
    q->end = end;
    q->end += unit_has_stop(t, end);
}

/* Do people say "two one" of it? Where a match was won, in Britain. */
static bool is_match(const struct quantity *q, const struct pieces *t)
{
    const struct speech_tables *l = speech_tables_of(t->language);
    const struct amount *a = &q->items[0], *b = &q->items[1];
    if (!language_is_region(t->language, S("GB")) || a->fraction >= 0 ||
        b->fraction >= 0 || a->value > 30 || b->value > 30 || q->unit || q->currency)
        return false;
    ptrdiff_t i = a->at;
    for (int words = 0; i > 0 && words < 5; words++) {
        i = piece_word_before(t, i);
        if (i >= 0 && piece_is_listed(t, i, l->matches))
            return true;
    }
    return false;
}

static void say_range(struct reading *r, const struct quantity *q, bool counted)
{
    const struct speech_tables *l = speech_tables_of(r->pieces->language);
    const struct amount *a = &q->items[0], *b = &q->items[1];
    amount_say(r, a, counted);
    if (q->count < 2)
        return;
    bool match = is_match(q, r->pieces);
    bool equal = a->value == b->value && a->fraction < 0 && b->fraction < 0 && !counted;
    reading_say(r, amount_end(a), b->at, match || equal ? " " : l->to); /* "50-50" */
    if (match && b->value == 0)
        reading_say(r, b->at, b->end, l->nil);
    else
        amount_say(r, b, counted);
}

/* Behind "$2.2" stands "and $2.6 million": the scale and the currency are said once. */
static bool shares_scale(const struct pieces *t, const struct quantity *q)
{
    const struct speech_tables *l = speech_tables_of(t->language);
    ptrdiff_t link = q->end + 1, end;
    struct amount next;
    if (!piece_is_listed(t, link, l->links) ||
        unit_find(l->currencies, t, link + 2, true, &end) != q->currency ||
        !amount_at(&next, t, end))
        return false;
    amount_find_scale(&next, t, true);
    return next.scale;
}

static bool has_cents(const struct pieces *t, const struct amount *m)
{
    return !m->scale && m->fraction >= 0 && piece_digits(t, m->fraction) == 2;
}

static void say_sum(struct reading *r, const struct quantity *q, struct amount m,
                    bool one)
{
    ptrdiff_t cents = m.fraction;
    m.fraction = -1;
    m.end = m.whole_end;
    bool only = m.value == 1;
    int64_t hundredths = piece_value(r->pieces, cents);
    const struct unit *part = speech_tables_of(r->pieces->language)->hundredths;
    while (part->sign && !str_ends(str_from(q->currency->sign), str_from(part->sign)))
        part++;
    if (!m.value && hundredths && part->sign) { /* "$0.50" */
        reading_number(r, m.at, cents + 1, hundredths, number_cardinal);
        reading_say(r, m.at, cents + 1, " ");
        reading_say(r, m.at, cents + 1, one || hundredths == 1 ? part->one : part->many);
        return;
    }
    amount_say(r, &m, true);
    reading_say(r, m.whole_end, cents, " ");
    reading_say(r, m.whole_end, cents,
                one || only ? q->currency->one : q->currency->many);
    if (!piece_value(r->pieces, cents))
        return;
    reading_say(r, cents, cents + 1, " ");
    reading_number(r, cents, cents + 1, piece_value(r->pieces, cents), number_cardinal);
}

/* "a $5 million project", "the $30-a-barrel price": dollar. */
static bool is_adjective(const struct pieces *t, const struct quantity *q)
{
    const struct speech_tables *l = speech_tables_of(t->language);
    ptrdiff_t at = q->before ? q->unit_at : q->items[0].at;
    ptrdiff_t article = piece_word_before(t, at);
    bool hyphen = piece_is(t, q->end, "-");
    struct str word = piece_str(t, q->end + 1);
    if ((!hyphen && piece_kind(t, q->end) != PIECE_BLANK) ||
        piece_kind(t, q->end + 1) != PIECE_WORD)
        return false;
    if (piece_is_listed(t, article, l->articles))
        return true;
    return piece_is_listed(t, article, l->determiners) && word.ptr[0] >= 'a' &&
           !piece_is_listed(t, q->end + 1, l->function_words);
}

/* "155mm shells", "40mph winds": millimetre, mile. */
static bool stands_before_noun(const struct pieces *t, const struct quantity *q)
{
    const struct speech_tables *l = speech_tables_of(t->language);
    struct str word = piece_str(t, q->end + 1);
    bool glued = q->unit_at == amount_end(&q->items[q->count - 1]);
    return glued && q->unit->sign[1] && piece_kind(t, q->end) == PIECE_BLANK &&
           amount_counts(t, q->end + 1) && !piece_is_listed(t, q->end + 1, l->plurals) &&
           !piece_is_listed(t, q->end + 1, l->function_words) &&
           !str_ends(word, S("wards")) && !str_ends(word, S("ways")) &&
           !str_ends(word, S("us"));
}

static void say_money(struct reading *r, const struct quantity *q)
{
    const struct pieces *t = r->pieces;
    const struct speech_tables *l = speech_tables_of(t->language);
    const struct amount *a = &q->items[0], *b = &q->items[1];
    bool one = is_adjective(t, q);
    if (has_cents(t, a) && (q->count == 1 || has_cents(t, b))) {
        say_sum(r, q, *a, one);
        if (q->count == 2) {
            reading_say(r, a->end, b->at, l->to);
            say_sum(r, q, *b, one);
        }
        return;
    }
    say_range(r, q, true);
    if (q->count == 1 && !a->scale && shares_scale(t, q))
        return;
    one = one || (q->count == 1 && amount_is_one(a));
    ptrdiff_t end = q->before ? q->unit_at + 1 : q->end;
    reading_say(r, q->unit_at, end, " ");
    reading_say(r, q->unit_at, end, one ? q->currency->one : q->currency->many);
}

/* The "2" of "B2B". */
static ptrdiff_t glued(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    struct amount m = {.at = at, .end = at + 1, .whole_end = at + 1, .fraction = -1};
    m.value = piece_value(t, at);
    amount_say(r, &m, false);
    return at + 1;
}

static ptrdiff_t say_end(struct reading *r, const struct pieces *t, struct quantity *q)
{
    const struct speech_tables *l = speech_tables_of(t->language);
    ptrdiff_t dash = q->end;
    bool word = piece_is(t, dash, "-") && piece_kind(t, dash + 1) == PIECE_WORD;
    struct amount next;
    ptrdiff_t end = dash + 1;
    bool named = q->unit || q->currency;
    if (named && piece_is_dash(t, dash)) /* "5%-7 points" */
        unit_find(l->currencies, t, dash + 1, true, &end);
    if (piece_is_dash(t, dash) && amount_at(&next, t, end)) { /* "1-2-3" */
        reading_say(r, dash, dash + 1, named ? l->to : " ");
        return dash + 1;
    }
    if (word) { /* "a 5-mile zone", "$3m-a-year" */
        reading_say(r, dash, dash + 1, " ");
        return dash + 1;
    }
    struct str letter = piece_str(t, q->end); /* "16a": no article */
    if (piece_kind(t, q->end) != PIECE_WORD || !str_eq(letter, S("a")) ||
        !piece_parts(t, q->end + 1))
        return q->end;
    reading_say(r, q->end, q->end, " ");
    reading_letters(r, q->end, q->end + 1, letter);
    return q->end + 1;
}

/* The dash of a name, "PDP -10", and not a sign. */
static bool joins_name(const struct pieces *t, const struct quantity *q)
{
    ptrdiff_t word = piece_word_before(t, q->sign);
    struct str name = piece_str(t, word);
    bool capitals = name.len > 1 && name.len < 5;
    for (ptrdiff_t i = 0; i < name.len; i++)
        capitals = capitals && name.ptr[i] >= 'A' && name.ptr[i] <= 'Z';
    return piece_is_dash(t, q->sign) && capitals && !q->unit && !q->currency &&
           q->items[0].fraction < 0 && !q->items[0].scale;
}

/* "$1,50": of money two figures behind a comma are cents. */
static void take_comma(struct amount *m, const struct pieces *t, bool money)
{
    if (!money || m->grouped || m->fraction >= 0 || !piece_is(t, m->end, ",") ||
        piece_digits(t, m->end + 1) != 2 || !piece_parts(t, m->end + 2))
        return;
    m->fraction = m->end + 1;
    m->end += 2;
}

ptrdiff_t read_quantity(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    const struct speech_tables *l = speech_tables_of(t->language);
    struct quantity q = {.count = 1};
    ptrdiff_t from = read_head(&q, t, at, l);
    struct amount *a = &q.items[0];
    if (!amount_at(a, t, from))
        return 0;
    if (from == at && piece_kind(t, at) == PIECE_FIGURE && !piece_parts(t, at - 1)) {
        if (!piece_is_unspaced(t, at - 1))
            return glued(r, t, at);
        reading_say(r, at, at, " ");
    }
    take_comma(a, t, q.currency);
    amount_find_scale(a, t, q.currency);
    q.end = amount_end(a);
    find_tail(&q, t);
    if (q.sign >= 0 && joins_name(t, &q))
        reading_say(r, q.sign, q.sign + 1, "");
    else if (q.sign >= 0)
        reading_say(r, q.sign, q.sign + 1, piece_is(t, q.sign, "+") ? l->plus : l->minus);
    if (q.currency) {
        say_money(r, &q);
        q.end = unit_say_per(r, q.end);
        return say_end(r, t, &q);
    }
    bool counted = q.unit || a->scale ||
                   (piece_kind(t, q.end) == PIECE_BLANK &&
                    piece_is_listed(t, q.end + 1, l->plurals));
    say_range(r, &q, counted);
    if (q.unit) {
        bool hyphen = q.count == 1 && piece_is(t, q.unit_at - 1, "-");
        bool one = hyphen || (q.count == 1 && amount_is_one(a)) ||
                   ((is_adjective(t, &q) || stands_before_noun(t, &q)) &&
                    !str_eq(str_from(q.unit->sign), S("x")));
        reading_say(r, q.unit_at, q.end, " ");
        reading_say(r, q.unit_at, q.end, one ? q.unit->one : q.unit->many);
        q.end = unit_say_per(r, q.end);
    }
    return say_end(r, t, &q);
}
