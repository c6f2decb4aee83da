#include "readings/amounts.h"

#include "readings/numbers.h"

enum { DIGITS_OF_A_COUNT = 9 }; /* without commas; more are a card's or a telephone's */

/* "1,234", "50 000", "1'000" */
static ptrdiff_t group_after(const struct pieces *t, ptrdiff_t i)
{
    bool sign = piece_is(t, i, ",") || piece_is(t, i, "'") || piece_is(t, i, "\u2019");
    bool blank = piece_is(t, i, " ") && piece_is(t, i + 1, "000");
    return (sign || blank) && piece_digits(t, i + 1) == 3 ? i + 2 : 0;
}

/* "1 500 000", "12 500 boats"; "101 102 103" are rooms, and "1 800 555 0100" a telephone. Behind the
 * last group, or 0. */
static ptrdiff_t blanks_part_thousands(const struct pieces *t, ptrdiff_t at)
{
    enum { GROUPS_MOST = 4 };
    ptrdiff_t end = at + 1, groups = 0;
    if (piece_digits(t, at) > 3 || piece_value(t, at) < 1 || piece_is(t, at - 1, "+"))
        return 0;
    for (; groups < GROUPS_MOST && piece_is(t, end, " ") && piece_digits(t, end + 1) == 3;
         end += 2)
        groups++;
    bool more = (piece_is(t, end, " ") || piece_is_dash(t, end)) &&
                piece_digits(t, end + 1); /* another figure */
    bool hundreds = str_ends(piece_str(t, end - 1), S("00"));
    if (!groups || groups >= GROUPS_MOST || more || !piece_parts(t, end))
        return 0;
    if (groups > 1)
        return piece_digits(t, at) < 3 || piece_is(t, end - 1, "000") ? end : 0;
    return hundreds && piece_is(t, end, " ") && amount_counts(t, end + 1) &&
                   !piece_is_listed(t, piece_word_before(t, at),
                                    speech_tables_of(t->language)->labelled)
               ? end
               : 0;
}

/* "1.234,5", "1.234.567": behind the last group, or 0. */
static ptrdiff_t stops_part_thousands(const struct pieces *t, ptrdiff_t at)
{
    ptrdiff_t end = at + 1, groups = 0;
    if (piece_digits(t, at) > 3 || piece_value(t, at) < 1)
        return 0;
    for (; piece_is(t, end, ".") && piece_digits(t, end + 1) == 3; end += 2)
        groups++;
    if (!groups || groups > 3 || (piece_is(t, end, ".") && piece_digits(t, end + 1)))
        return 0;
    bool comma = piece_is(t, end, ",") && piece_digits(t, end + 1) &&
                 piece_digits(t, end + 1) != 3;
    return comma || groups > 1 ? end : 0;
}

static void add_groups(struct amount *m, const struct pieces *t, ptrdiff_t end)
{
    for (ptrdiff_t i = m->end; i < end; i += 2)
        m->value = 1000 * m->value + piece_value(t, i + 1);
    m->end = end;
    m->grouped = true;
}

bool amount_at(struct amount *m, const struct pieces *t, ptrdiff_t at)
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
    ptrdiff_t next = stops_part_thousands(t, at);
    const char *sign = next ? "," : ".";
    if (!next)
        next = blanks_part_thousands(t, at);
    if (next)
        add_groups(m, t, next);
    while (!next && piece_digits(t, at) <= 3 && group_after(t, m->end) > 0) {
        if (m->value > 999999999999 || m->value < 0)
            break;
        add_groups(m, t, m->end + 2);
    }
    m->whole_end = m->end;
    if (piece_is(t, m->end, sign) && piece_digits(t, m->end + 1)) {
        m->fraction = m->end + 1;
        m->end += 2;
    }
    return true;
}

bool amount_is_year(const struct pieces *t, const struct amount *m)
{
    return !m->grouped && m->fraction < 0 && piece_digits(t, m->at) == 4 &&
           m->value >= 1000 && m->value < 2100;
}

bool amount_is_one(const struct amount *m)
{
    return m->value == 1 && m->fraction < 0 && !m->scale;
}

static bool is_said_by_digits(const struct pieces *t, const struct amount *m)
{
    struct str first = piece_str(t, m->at);
    bool round = str_ends(first, S("000"));
    return m->value < 0 || (!m->grouped && ((first.len > 1 && first.ptr[0] == '0') ||
                                            (first.len > DIGITS_OF_A_COUNT && !round)));
}

void amount_say(struct reading *r, const struct amount *m, bool counted)
{
    const struct pieces *t = r->pieces;
    if (m->whole_end > m->at && is_said_by_digits(t, m))
        reading_digits(r, m->at);
    else if (m->whole_end > m->at)
        reading_number(r, m->at, m->whole_end, m->value,
                       amount_is_year(t, m) && !counted ? number_year : number_cardinal);
    if (m->fraction >= 0) {
        reading_say(r, m->whole_end, m->whole_end + 1,
                    m->whole_end > m->at ? " point " : "point ");
        reading_digits(r, m->fraction);
    }
    if (m->scale) {
        reading_say(r, m->end, m->scale_end, " ");
        reading_say(r, m->end, m->scale_end, m->scale);
    }
}

bool amount_is_near(const struct pieces *t, ptrdiff_t at, const char *const *list)
{
    enum { PIECES_NEAR = 12 };
    for (ptrdiff_t i = at - PIECES_NEAR; i <= at + PIECES_NEAR; i++)
        if (piece_is_listed(t, i, list))
            return true;
    return false;
}

bool amount_is_label(const struct pieces *t, ptrdiff_t at)
{
    ptrdiff_t word = piece_word_before(t, at);
    struct str s = piece_str(t, word);
    bool capital = s.len && s.ptr[0] >= 'A' && s.ptr[0] <= 'Z' && word > 0;
    return capital || piece_is_listed(t, word, speech_tables_of(t->language)->labelled) ||
           !piece_parts(t, at - 1);
}

bool amount_counts(const struct pieces *t, ptrdiff_t at)
{
    struct str word = piece_str(t, at);
    return piece_kind(t, at) == PIECE_WORD && word.ptr[0] >= 'a' && word.ptr[0] <= 'z' &&
           ((word.len > 3 && str_ends(word, S("s")) && !str_ends(word, S("ss"))) ||
            piece_is_listed(t, at, speech_tables_of(t->language)->plurals));
}

/* "3.2m people", "2.1m new homes", "a 3.2m rise in jobs" are millions; "3.2m high" and "a 3.2m rise in
 * the river" are lengths. */
static bool counts_many(const struct pieces *t, ptrdiff_t at)
{
    const struct speech_tables *l = speech_tables_of(t->language);
    if (piece_kind(t, at) != PIECE_BLANK)
        return false;
    if (piece_is_listed(t, at + 1, l->changes))
        return piece_is(t, at + 3, "in") && !amount_is_near(t, at, l->waters);
    if (piece_is_listed(t, at + 1, l->sums))
        return true;
    if (piece_is_listed(t, at + 1, l->counting) && piece_kind(t, at + 2) == PIECE_BLANK)
        at += 2;
    return amount_counts(t, at + 1);
}

static bool is_scale(const struct amount *m, const struct pieces *t, ptrdiff_t at,
                     const struct abbreviated *s, bool money)
{
    struct str sign = str_from(s->printed);
    bool glued = at == m->end, small = sign.ptr[0] >= 'a' && sign.ptr[0] <= 'z';
    if (sign.len > 3)
        return true;
    if (money)
        return true;
    if (sign.len > 1)
        return small;
    if (!glued)
        return false;
    if (sign.ptr[0] == 'M') /* 3M is a firm */
        return !amount_is_label(t, m->at) && (m->value != 3 || counts_many(t, at + 1));
    if (sign.ptr[0] == 'k')
        return counts_many(t, at + 1) ||
               (piece_kind(t, at + 1) == PIECE_BLANK &&
                piece_kind(t, at + 2) == PIECE_WORD &&
                !piece_is_listed(t, at + 2, speech_tables_of(t->language)->races));
    return counts_many(t, at + 1) && (small || m->fraction >= 0 || m->value > 9);
}

void amount_find_scale(struct amount *m, const struct pieces *t, bool money)
{
    ptrdiff_t at = piece_past_blank(t, m->end);
    if (piece_is(t, m->end, "-"))
        at = m->end + 1;
    for (const struct abbreviated *s = speech_tables_of(t->language)->scales; s->printed;
         s++)
        if (piece_is(t, at, s->printed) && piece_parts(t, at + 1) &&
            is_scale(m, t, at, s, money)) {
            m->scale = s->spoken;
            m->scale_end = at + 1;
            return;
        }
}

const struct unit *unit_find(const struct unit *list, const struct pieces *t,
                             ptrdiff_t at, bool before_figure, ptrdiff_t *end)
{
    const struct unit *best = NULL;
    for (char first = piece_byte(t, at); list->sign; list++) {
        if (*list->sign != first)
            continue;
        ptrdiff_t behind = piece_stands(t, at, list->sign);
        bool letters = behind && piece_kind(t, behind - 1) != PIECE_MARK;
        bool open = letters && !piece_parts(t, behind) &&
                    !(before_figure && piece_digits(t, behind));
        if (behind && !open && (!best || behind > *end)) {
            best = list;
            *end = behind;
        }
    }
    return best;
}

bool unit_has_stop(const struct pieces *t, ptrdiff_t end)
{
    bool word = piece_kind(t, end + 2) == PIECE_WORD;
    bool goes_on = piece_kind(t, end + 1) == PIECE_BLANK &&
                   (piece_digits(t, end + 2) || (word && piece_byte(t, end + 2) >= 'a'));
    const struct abbreviated *q = speech_tables_of(t->language)->quarters;
    for (; q->printed && piece_kind(t, end + 1) == PIECE_BLANK; q++)
        goes_on |= piece_is(t, end + 2, q->printed); /* "12 mi. SE of" */
    bool hyphen = piece_is(t, end + 1, "-") && word; /* "45-yr.-old" */
    return piece_kind(t, end - 1) == PIECE_WORD && piece_is(t, end, ".") &&
           (goes_on || hyphen);
}

ptrdiff_t unit_say_per(struct reading *r, ptrdiff_t at)
{
    const struct pieces *t = r->pieces;
    const struct speech_tables *l = speech_tables_of(t->language);
    if (!piece_is(t, at, "/") || piece_kind(t, at + 1) != PIECE_WORD)
        return at;
    struct str word = piece_str(t, at + 1);
    ptrdiff_t end = at + 2;
    for (const struct abbreviated *a = l->pers; a->printed; a++) {
        ptrdiff_t behind = piece_stands(t, at + 1, a->printed);
        if (behind >= end && piece_parts(t, behind)) {
            word = str_from(a->spoken);
            end = behind;
        }
    }
    if (!piece_parts(t, end))
        return at;
    reading_say(r, at, at + 1, l->per);
    end += unit_has_stop(t, end);
    reading_say_str(r, at + 1, end, word);
    return end;
}
