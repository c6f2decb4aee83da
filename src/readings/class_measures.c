/* Sizes, degrees on the globe, heights, versions. */
#include "readings/amounts.h"
#include "readings/numbers.h"
#include "readings/powers.h"

/* "x" between two amounts: where the second begins, or 0. */
static ptrdiff_t past_by(const struct pieces *t, ptrdiff_t at)
{
    ptrdiff_t sign = piece_past_blank(t, at);
    if (!piece_is(t, sign, "x") && !piece_is(t, sign, "X") &&
        !piece_is(t, sign, "\u00D7"))
        return 0;
    ptrdiff_t next = piece_past_blank(t, sign + 1);
    return piece_digits(t, next) && (sign > at) == (next > sign + 1) ? next : 0;
}

/* "10x12", "3 m x 5 m", "20×30×40 cm"; a product has its "=". */
ptrdiff_t read_size(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    const struct speech_tables *l = speech_tables_of(t->language);
    enum { SIDES_MOST = 4 };
    struct amount sides[SIDES_MOST];
    const struct unit *units[SIDES_MOST];
    ptrdiff_t ends[SIDES_MOST], count = 0, next = at;
    if (!piece_parts(t, at - 1))
        return 0;
    while (next && count < SIDES_MOST && amount_at(&sides[count], t, next)) {
        ptrdiff_t end = sides[count].end;
        units[count] = unit_find(l->units, t, piece_past_blank(t, end), false, &end);
        ends[count] = end;
        next = past_by(t, ends[count++]);
    }
    ptrdiff_t end = ends[count ? count - 1 : 0];
    if (count < 2 || !piece_parts(t, end))
        return 0;
    bool product = piece_is(t, piece_past_blank(t, end), "=") ||
                   power_stands(pieces_rest(t, end), t->language);
    for (ptrdiff_t i = 0; i < count; i++) {
        amount_say(r, &sides[i], true);
        if (units[i]) {
            reading_say(r, sides[i].end, ends[i], " ");
            reading_say(r, sides[i].end, ends[i],
                        amount_is_one(&sides[i]) ? units[i]->one : units[i]->many);
        }
        if (i + 1 < count)
            reading_say(r, ends[i], sides[i + 1].at, product ? l->times : l->by);
    }
    return end;
}

static const char *const quotes[] = {"'", "\u2018", "\u2019", NULL};

/* Primes of an angle, typed or set; where they end, or 0. */
static ptrdiff_t primes(const struct pieces *t, ptrdiff_t at, int count)
{
    static const char *const one[] = {"'", "\u2032", "\u2019", NULL};
    static const char *const two[] = {"\"", "\u2033", "\u201D", NULL};
    if (piece_is_listed(t, at, count == 1 ? one : two))
        return at + 1;
    return count == 2 && piece_is_listed(t, at, one) && piece_is_listed(t, at + 1, one)
               ? at + 2
               : 0;
}

/* "5 ft. 8,", "6-foot-2": no noun behind the inches. */
static ptrdiff_t feet_and_inches(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    static const char *const words[] = {"ft", "foot", "feet", NULL};
    ptrdiff_t word = at + 2, joint = word + 1 + piece_is(t, word + 1, ".");
    ptrdiff_t inches = joint + 1, end = inches + 1;
    bool hyphen = piece_is(t, at + 1, "-");
    enum piece_kind parted = hyphen ? PIECE_MARK : PIECE_BLANK;
    bool noun = piece_kind(t, end) == PIECE_BLANK &&
                piece_kind(t, end + 1) == PIECE_WORD &&
                !piece_is_listed(t, end + 1, speech_tables_of(t->language)->dimensions);
    if (!piece_is_listed(t, word, words) || piece_kind(t, at + 1) != parted ||
        piece_kind(t, joint) != parted || (hyphen && !piece_is(t, joint, "-")) ||
        !piece_digits(t, inches) || piece_digits(t, inches) > 2 ||
        piece_value(t, inches) > 11 || !piece_parts(t, at - 1) || !piece_parts(t, end) ||
        piece_value(t, at) < 1 || (noun && !hyphen) || piece_is(t, end, "/") ||
        piece_is(t, end, "-") ||
        ((piece_is(t, end, ".") || piece_is(t, end, ",")) && piece_digits(t, end + 1)))
        return 0;
    reading_number(r, at, at + 1, piece_value(t, at), number_cardinal);
    reading_say(r, at + 1, inches, " foot ");
    reading_number(r, inches, end, piece_value(t, inches), number_cardinal);
    return end;
}

/* "6'2\"", "6' tall" */
ptrdiff_t read_height(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    const struct speech_tables *l = speech_tables_of(t->language);
    ptrdiff_t feet = feet_and_inches(r, t, at);
    if (feet)
        return feet;
    ptrdiff_t prime = primes(t, at + 1, 1), inches = at + 2, end = inches + 1;
    if (!prime || !piece_digits(t, at) || piece_digits(t, at) > 2 ||
        piece_value(t, at) < 1 || !piece_parts(t, at - 1) ||
        piece_is_listed(t, at - 1, quotes))
        return 0;
    reading_number(r, at, at + 1, piece_value(t, at), number_cardinal);
    if (piece_kind(t, prime) == PIECE_BLANK &&
        piece_is_listed(t, prime + 1, l->dimensions)) {
        reading_say(r, at + 1, prime, piece_value(t, at) == 1 ? " foot" : " feet");
        return prime;
    }
    if (!piece_digits(t, inches) || piece_digits(t, inches) > 2 ||
        piece_value(t, inches) > 11 || !piece_parts(t, end))
        return 0;
    reading_say(r, at + 1, inches, " foot");
    if (piece_value(t, inches))
        reading_say(r, inches, end, " ");
    if (piece_value(t, inches))
        reading_number(r, inches, end, piece_value(t, inches), number_cardinal);
    ptrdiff_t close = primes(t, end, 2);
    return close ? close : end;
}

/* "45′" at `at`, over a blank; returns where it ends, or `at`. */
static ptrdiff_t say_part(struct reading *r, const struct pieces *t, ptrdiff_t at,
                          int count, const char *one, const char *many)
{
    struct amount m;
    ptrdiff_t from = piece_past_blank(t, at);
    if (!amount_at(&m, t, from) || !primes(t, m.end, count))
        return at;
    reading_say(r, at, from, " ");
    amount_say(r, &m, true);
    reading_say(r, m.end, m.end + 1, " ");
    reading_say(r, m.end, m.end + 1, amount_is_one(&m) ? one : many);
    return primes(t, m.end, count);
}

/* "55.75° N", "38°30′ S", "55° 45' 20\" N"; degrees alone are a unit. */
ptrdiff_t read_coordinates(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    const struct speech_tables *l = speech_tables_of(t->language);
    struct amount m;
    if (!piece_parts(t, at - 1) || !amount_at(&m, t, at))
        return 0;
    ptrdiff_t sign = piece_past_blank(t, m.end);
    if (!piece_is(t, sign, "\u00B0") && !piece_is(t, sign, "\u00BA"))
        return 0;
    amount_say(r, &m, true);
    reading_say(r, m.end, sign + 1, " ");
    reading_say(r, m.end, sign + 1, amount_is_one(&m) ? l->degree : l->degrees);
    ptrdiff_t minutes = say_part(r, t, sign + 1, 1, l->minute, l->minutes);
    ptrdiff_t end = say_part(r, t, minutes, 2, l->second, l->seconds);
    ptrdiff_t letter = piece_past_blank(t, end);
    for (const struct abbreviated *d = l->directions; d->printed; d++)
        if (piece_is(t, letter, d->printed) && piece_parts(t, letter + 1)) {
            reading_say(r, end, letter, " ");
            reading_say(r, letter, letter + 1, d->spoken);
            return letter + 1;
        }
    if (piece_is(t, sign, "\u00BA") && end == sign + 1)
        return piece_parts(t, end) ? end : 0;
    return end > sign + 1 ? end : 0;
}

/* "1.2.3", "v1.5", "192.168.0.1" */
ptrdiff_t read_version(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    const struct speech_tables *l = speech_tables_of(t->language);
    bool named = piece_is(t, at, "v") && piece_digits(t, at + 1);
    ptrdiff_t first = at + named, end = first + 1, parts = 1;
    bool address = true; /* four bytes */
    struct amount m;
    if (!piece_digits(t, first) || !piece_parts(t, at - 1) || piece_is(t, at - 1, ".") ||
        (amount_at(&m, t, first) && m.grouped))
        return 0;
    for (; piece_is(t, end, ".") && piece_digits(t, end + 1); end += 2)
        parts++;
    for (ptrdiff_t i = first; i < end; i += 2)
        address = address && piece_value(t, i) >= 0 && piece_value(t, i) < 256;
    address = address && parts == 4;
    if ((!named && parts < 3) || !piece_parts(t, end))
        return 0;
    if (named)
        reading_say(r, at, first, l->version);
    for (ptrdiff_t i = first; i < end; i++) {
        bool zero = piece_digits(t, i) > 1 && piece_str(t, i).ptr[0] == '0';
        if (piece_is(t, i, "."))
            reading_say(r, i, i + 1, address ? l->dot : l->point);
        else if (address || zero || piece_value(t, i) < 0)
            reading_digits(r, i);
        else
            reading_number(r, i, i + 1, piece_value(t, i), number_cardinal);
    }
    return end;
}

/* "in W/m2", "MB/s": a unit by itself, where the slash tells that it is one. */
ptrdiff_t read_rate(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    const struct speech_tables *l = speech_tables_of(t->language);
    ptrdiff_t end = at;
    const struct unit *u = unit_find(l->units, t, at, false, &end);
    if (!u || !piece_parts(t, at - 1) || piece_is(t, at - 1, "/"))
        return 0;
    reading_say(r, at, end, u->many);
    ptrdiff_t per = unit_say_per(r, end);
    bool letters = per == end + 2 && piece_str(t, at).len + piece_str(t, end + 1).len < 3;
    bool one = str_find_byte(str_from(u->sign), '/') >= 0;
    return piece_is(t, per, "/") || letters || (per == end && !one) ? 0 : per;
}
