/* Amounts, and what they are amounts of: money, units, per cent; ranges and signs before them. */
#include "speak/language.h"
#include "speak/numbers.h"
#include "speak/readings.h"

struct amount {
    ptrdiff_t at, end; /* pieces */
    ptrdiff_t whole_end;
    ptrdiff_t fraction; /* its piece, or -1 */
    int64_t value;      /* of the whole; -1: too long */
    bool grouped;
};

/* "1,234", "50 000" */
static ptrdiff_t group_after(const struct pieces *t, ptrdiff_t i)
{
    bool comma = piece_is(t, i, ",");
    bool blank = piece_is(t, i, " ") && piece_is(t, i + 1, "000");
    return (comma || blank) && piece_digits(t, i + 1) == 3 ? i + 2 : 0;
}

static bool read_amount(struct amount *m, const struct pieces *t, ptrdiff_t at)
{
    *m = (struct amount){.at = at, .end = at, .fraction = -1};
    if (piece_is(t, at, ".") && piece_digits(t, at + 1) && piece_parts(t, at - 1)) {
        m->whole_end = at;
        m->fraction = at + 1;
        m->end = at + 2;
        return true;
    }
    if (!piece_digits(t, at))
        return false;
    m->value = piece_value(t, at);
    m->end = at + 1;
    ptrdiff_t next;
    while (piece_digits(t, at) <= 3 && (next = group_after(t, m->end)) > 0) {
        if (m->value > 999999999999 || m->value < 0)
            break;
        m->value = 1000 * m->value + piece_value(t, m->end + 1);
        m->end = next;
        m->grouped = true;
    }
    m->whole_end = m->end;
    if (piece_is(t, m->end, ".") && piece_digits(t, m->end + 1)) {
        m->fraction = m->end + 1;
        m->end += 2;
    }
    return true;
}

static bool is_year(const struct pieces *t, const struct amount *m)
{
    return !m->grouped && m->fraction < 0 && piece_digits(t, m->at) == 4 &&
           m->value >= 1000 && m->value < 2100;
}

static void say_amount(struct reading *r, const struct amount *m)
{
    const struct pieces *t = r->pieces;
    ptrdiff_t digits = piece_digits(t, m->at);
    bool one_by_one =
        m->value < 0 || (digits > 1 && piece_str(t, m->at).ptr[0] == '0' && !m->grouped);
    if (m->whole_end > m->at && one_by_one)
        reading_digits(r, m->at);
    else if (m->whole_end > m->at)
        reading_number(r, m->at, m->whole_end, m->value,
                       is_year(t, m) ? number_year : number_cardinal);
    if (m->fraction < 0)
        return;
    reading_say(r, m->whole_end, m->whole_end + 1,
                m->whole_end > m->at ? " point " : "point ");
    reading_digits(r, m->fraction);
}

/* "-5", "10-15", "$5" ...: one or two amounts with what they are of. */
struct quantity {
    struct amount first, second;
    bool range;
    const struct unit *currency, *unit;
    ptrdiff_t sign; /* piece, or -1 */
    ptrdiff_t scale, scale_end;
    const char *scale_name;
    ptrdiff_t unit_at, end;
};

/* Where `printed` ends when it stands at piece i, over piece boundaries; 0 when it does not. */
static ptrdiff_t stands(const struct pieces *t, ptrdiff_t i, const char *printed)
{
    struct str want = str_from(printed);
    if (i < 0 || i >= t->count)
        return 0;
    ptrdiff_t begin = t->items[i].begin, end = begin + want.len;
    if (!str_starts(str_slice(t->s, begin, t->s.len), want))
        return 0;
    while (i < t->count && t->items[i].begin < end)
        i++;
    return t->items[i - 1].end == end ? i : 0;
}

static const struct unit *find_unit(const struct unit *list, const struct pieces *t,
                                    ptrdiff_t at, ptrdiff_t *end)
{
    const struct unit *best = NULL;
    for (; list->sign; list++) {
        ptrdiff_t behind = stands(t, at, list->sign);
        bool letters = behind && piece_kind(t, behind - 1) != PIECE_MARK;
        if (behind && (!letters || piece_parts(t, behind)) && (!best || behind > *end)) {
            best = list;
            *end = behind;
        }
    }
    return best;
}

static void find_scale(struct quantity *q, const struct pieces *t,
                       const struct speech_tables *l)
{
    ptrdiff_t at = piece_past_blank(t, q->end);
    bool glued = at == q->end;
    for (const struct abbreviated *s = l->scales; s->printed; s++) {
        bool whole_word = str_eq(str_from(s->printed), str_from(s->spoken));
        if (piece_is(t, at, s->printed) && piece_parts(t, at + 1) &&
            (whole_word || (glued && (q->currency || s->printed[0] == 'k' ||
                                      s->printed[1] || q->first.fraction >= 0)))) {
            q->scale = q->end;
            q->end = q->scale_end = at + 1;
            q->scale_name = s->spoken;
        }
    }
}

static void find_range(struct quantity *q, const struct pieces *t)
{
    ptrdiff_t dash = q->end;
    bool chain = piece_is_dash(t, q->first.at - 1) && piece_digits(t, q->first.at - 2);
    if (chain || !piece_is_dash(t, dash) || !read_amount(&q->second, t, dash + 1))
        return;
    ptrdiff_t end = q->second.end;
    bool more =
        (piece_is_dash(t, end) || piece_is(t, end, "/")) && piece_digits(t, end + 1);
    if (more || piece_digits(t, dash + 1) > 4 ||
        (piece_str(t, dash + 1).ptr[0] == '0' && q->second.fraction < 0))
        return;
    q->range = true;
    q->end = end;
}

static void say_range(struct reading *r, const struct quantity *q)
{
    say_amount(r, &q->first);
    if (q->range) {
        reading_say(r, q->first.end, q->second.at, " to ");
        say_amount(r, &q->second);
    }
}

/* Behind "$2.2" stands "and $2.6 million": the scale and the currency are said once. */
static bool shares_scale(const struct pieces *t, const struct quantity *q,
                         const struct speech_tables *l)
{
    ptrdiff_t link = q->end + 1, end;
    struct quantity next = {0};
    if (!piece_is(t, link, "and") && !piece_is(t, link, "to") && !piece_is(t, link, "or"))
        return false;
    next.currency = find_unit(l->currencies, t, link + 2, &end);
    if (next.currency != q->currency || !read_amount(&next.first, t, end))
        return false;
    next.end = next.first.end;
    find_scale(&next, t, l);
    return next.scale_name;
}

static bool is_one(const struct amount *m)
{
    return m->value == 1 && m->fraction < 0;
}

static void say_money(struct reading *r, const struct quantity *q,
                      const struct speech_tables *l)
{
    const struct pieces *t = r->pieces;
    const struct amount *m = &q->first;
    bool cents = !q->range && !q->scale_name && m->fraction >= 0 &&
                 piece_digits(t, m->fraction) == 2;
    struct quantity whole = *q;
    if (cents) {
        whole.first.fraction = -1;
        whole.first.end = m->whole_end;
    }
    say_range(r, &whole);
    if (q->scale_name) {
        reading_say(r, q->scale, q->scale_end, " ");
        reading_say(r, q->scale, q->scale_end, q->scale_name);
    }
    if (!q->scale_name && shares_scale(t, q, l))
        return;
    ptrdiff_t article = piece_word_before(t, m->at - 1);
    bool adjective = q->scale_name && piece_is_case(t, article, "a") &&
                     piece_kind(t, q->end) == PIECE_BLANK &&
                     piece_kind(t, q->end + 1) == PIECE_WORD;
    bool one = !q->range && !q->scale_name && is_one(&whole.first);
    reading_say(r, q->unit_at, q->unit_at + 1, " ");
    reading_say(r, q->unit_at, q->unit_at + 1,
                one || adjective ? q->currency->one : q->currency->many);
    if (cents && piece_value(t, m->fraction)) {
        reading_say(r, m->fraction, m->fraction + 1, " ");
        reading_number(r, m->fraction, m->fraction + 1, piece_value(t, m->fraction),
                       number_cardinal);
    }
}

/* The currency or sign that stands before the amount. */
static ptrdiff_t read_head(struct quantity *q, const struct pieces *t, ptrdiff_t at,
                           const struct speech_tables *l)
{
    ptrdiff_t end = at;
    bool minus = piece_is_dash(t, at), plus = piece_is(t, at, "+");
    bool opens = piece_kind(t, at - 1) == PIECE_NONE ||
                 piece_kind(t, at - 1) == PIECE_BLANK || piece_is(t, at - 1, "(");
    q->sign = -1;
    if ((minus || plus) && opens) {
        q->sign = at;
        return at + 1;
    }
    if (!piece_parts(t, at - 1))
        return at;
    q->currency = find_unit(l->currencies, t, at, &end);
    if (!q->currency)
        return at;
    q->unit_at = at;
    return piece_past_blank(t, end);
}

static void find_tail(struct quantity *q, const struct pieces *t,
                      const struct speech_tables *l)
{
    ptrdiff_t at = piece_past_blank(t, q->end), end = 0;
    bool hyphen = !q->range && piece_is(t, q->end, "-");
    if (hyphen)
        at = q->end + 1;
    if (!q->scale_name && (q->unit = find_unit(l->units, t, at, &end))) {
        bool letter = piece_kind(t, at) == PIECE_WORD && piece_str(t, at).len == 1;
        if (letter && piece_is(t, end, "'"))
            q->unit = NULL;
    }
    if (!q->unit && !hyphen && (q->currency = find_unit(l->currencies, t, at, &end)) &&
        read_amount(&(struct amount){0}, t, piece_past_blank(t, end)))
        q->currency = NULL; /* that of the next amount */
    if (!q->unit && !q->currency)
        return;
    q->unit_at = at;
    q->end = end;
    bool short_word = piece_kind(t, end - 1) == PIECE_WORD && piece_is(t, end, ".") &&
                      piece_kind(t, end + 1) == PIECE_BLANK &&
                      piece_kind(t, end + 2) == PIECE_WORD &&
                      piece_str(t, end + 2).ptr[0] >= 'a';
    q->end += short_word; /* "6 ft. long" */
}

static void say_unit(struct reading *r, const struct quantity *q)
{
    bool hyphen = piece_is(r->pieces, q->unit_at - 1, "-") && !q->range;
    bool one = hyphen || (!q->range && !q->scale_name && is_one(&q->first));
    reading_say(r, q->unit_at, q->end, " ");
    reading_say(r, q->unit_at, q->end, one ? q->unit->one : q->unit->many);
}

/* The "2" of "B2B". */
static ptrdiff_t glued(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    struct amount m = {.at = at, .whole_end = at + 1, .fraction = -1};
    m.value = piece_value(t, at);
    reading_say(r, at, at, " ");
    say_amount(r, &m);
    if (!piece_parts(t, at + 1))
        reading_say(r, at + 1, at + 1, " ");
    return at + 1;
}

ptrdiff_t read_quantity(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    const struct speech_tables *l = speech_tables_of(t->language);
    struct quantity q = {0};
    ptrdiff_t from = read_head(&q, t, at, l);
    if (!read_amount(&q.first, t, from))
        return 0;
    if (from == at && piece_kind(t, at) == PIECE_FIGURE && !piece_parts(t, at - 1))
        return glued(r, t, at);
    q.end = q.first.end;
    find_range(&q, t);
    find_scale(&q, t, l);
    bool before = q.currency;
    if (!before)
        find_tail(&q, t, l);
    if (q.sign >= 0)
        reading_say(r, q.sign, q.sign + 1, piece_is(t, q.sign, "+") ? "plus " : "minus ");
    if (q.currency) {
        say_money(r, &q, l);
    } else {
        say_range(r, &q);
        if (q.scale_name) {
            reading_say(r, q.scale, q.scale_end, " ");
            reading_say(r, q.scale, q.scale_end, q.scale_name);
        }
        if (q.unit)
            say_unit(r, &q);
    }
    if (piece_is_dash(t, q.end) && piece_digits(t, q.end + 1)) { /* "1-2-3" */
        reading_say(r, q.end, q.end + 1, " ");
        return q.end + 1;
    }
    if (!piece_parts(t, q.end))
        reading_say(r, q.end, q.end, " ");
    return q.end;
}

ptrdiff_t read_ordinal(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    static const char *const endings[] = {"st", "nd", "rd", "th"};
    int64_t value = piece_value(t, at);
    bool ends = false;
    for (int i = 0; i < 4; i++)
        ends = ends || piece_is_case(t, at + 1, endings[i]);
    if (value < 0 || !ends || !piece_parts(t, at - 1) || !piece_parts(t, at + 2))
        return 0;
    reading_number(r, at, at + 2, value, number_ordinal);
    return at + 2;
}

static void say_parts(struct reading *r, ptrdiff_t from, ptrdiff_t to, int64_t above,
                      int64_t below)
{
    reading_number(r, from, to, above, number_cardinal);
    reading_say(r, from, to, " ");
    if (below == 2)
        reading_say(r, from, to, "half");
    else if (below == 4)
        reading_say(r, from, to, "quarter");
    else
        reading_number(r, from, to, below, number_ordinal);
    if (above > 1)
        reading_say(r, from, to, "s");
}

static bool vulgar(const struct pieces *t, ptrdiff_t at, int64_t *above, int64_t *below)
{
    static const struct {
        const char *sign;
        int above, below;
    } signs[] = {{"\u00BD", 1, 2}, {"\u00BC", 1, 4}, {"\u00BE", 3, 4}, {"\u2153", 1, 3},
                 {"\u2154", 2, 3}, {"\u2155", 1, 5}, {"\u215B", 1, 8}, {"\u215E", 7, 8}};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (piece_is(t, at, signs[i].sign)) {
            *above = signs[i].above;
            *below = signs[i].below;
            return true;
        }
    return false;
}

/* Where a fraction ends that begins at `at`, or 0. */
static ptrdiff_t fraction_end(const struct pieces *t, ptrdiff_t at, int64_t *above,
                              int64_t *below)
{
    if (vulgar(t, at, above, below))
        return at + 1;
    *above = piece_value(t, at);
    *below = piece_value(t, at + 2);
    if (!piece_is(t, at + 1, "/") || *above < 1 || *below <= *above || *below > 10 ||
        !piece_parts(t, at + 3) || piece_is(t, at + 3, "/"))
        return 0;
    return at + 3;
}

ptrdiff_t read_fraction(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    int64_t above, below;
    if (!piece_parts(t, at - 1) || piece_is(t, at - 1, "/"))
        return 0;
    ptrdiff_t end = fraction_end(t, at, &above, &below);
    if (end) {
        say_parts(r, at, end, above, below);
    } else if (piece_value(t, at) >= 0) {
        ptrdiff_t part = piece_past_blank(t, at + 1);
        end = fraction_end(t, part, &above, &below);
        if (!end)
            return 0;
        reading_number(r, at, at + 1, piece_value(t, at), number_cardinal);
        reading_say(r, part, end, above == 1 ? " and a " : " and ");
        if (above > 1)
            say_parts(r, part, end, above, below);
        else if (below == 2 || below == 4)
            reading_say(r, part, end, below == 2 ? "half" : "quarter");
        else
            reading_number(r, part, end, below, number_ordinal);
    }
    if (end && !piece_parts(t, end))
        reading_say(r, end, end, " ");
    return end;
}
