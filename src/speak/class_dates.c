/* Dates, years, decades and times of day. */
#include "speak/language.h"
#include "speak/numbers.h"
#include "speak/readings.h"

/* 1 .. 12 with *end behind the name and the full stop of its abbreviation; 0: no month. */
static int month_at(const struct pieces *t, ptrdiff_t at, ptrdiff_t *end)
{
    const struct speech_tables *l = speech_tables_of(t->language);
    struct str word = piece_str(t, at);
    for (int i = 0; i < 12 && word.len >= 3; i++) {
        struct str name = str_from(l->months[i]);
        bool whole = str_eq(word, name);
        bool part = word.len <= 4 && str_starts(name, word);
        if (!whole && !part)
            continue;
        *end = at + 1;
        if (!whole && piece_is(t, at + 1, "."))
            ++*end;
        return i + 1;
    }
    return 0;
}

static bool is_american(const struct pieces *t)
{
    return str_starts(t->language, S("en-US")) || str_starts(t->language, S("en-us"));
}

/* "5" or "5th", with *end behind; 0: none. */
static int64_t day_at(const struct pieces *t, ptrdiff_t at, ptrdiff_t *end)
{
    int64_t day = piece_value(t, at);
    if (piece_digits(t, at) > 2 || day < 1 || day > 31)
        return 0;
    bool ordinal = piece_is(t, at + 1, "th") || piece_is(t, at + 1, "st") ||
                   piece_is(t, at + 1, "nd") || piece_is(t, at + 1, "rd");
    *end = at + 1 + ordinal;
    return piece_parts(t, *end) ? day : 0;
}

static bool is_year(const struct pieces *t, ptrdiff_t at)
{
    return piece_digits(t, at) == 4 && piece_value(t, at) >= 1000 &&
           piece_value(t, at) < 2200 && piece_parts(t, at + 1);
}

/* ", 2017" or " 2017" behind a date; returns where it ends, or `at`. */
static ptrdiff_t say_year_behind(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    ptrdiff_t year = at + piece_is(t, at, ",");
    if (piece_kind(t, year) != PIECE_BLANK || !is_year(t, year + 1))
        return at;
    reading_say(r, at, year + 1, year > at ? ", " : " ");
    reading_number(r, year + 1, year + 2, piece_value(t, year + 1), number_year);
    return year + 2;
}

static void say_month(struct reading *r, ptrdiff_t from, ptrdiff_t to, int month)
{
    const struct speech_tables *l = speech_tables_of(r->pieces->language);
    reading_say(r, from, to, l->months[month - 1]);
}

/* "5 May 2017" */
static ptrdiff_t day_first(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    ptrdiff_t end, name, behind;
    int64_t day = day_at(t, at, &end);
    int month;
    if (!day || piece_kind(t, end) != PIECE_BLANK)
        return 0;
    name = piece_is(t, end + 1, "of") ? end + 3 : end + 1;
    month = month_at(t, name, &behind);
    if (!month || !piece_parts(t, behind))
        return 0;
    ptrdiff_t before = piece_word_before(t, at);
    if (!piece_is_case(t, before, "the"))
        reading_say(r, at, at + 1, "the ");
    reading_number(r, at, end, day, number_ordinal);
    reading_say(r, end, name, " of ");
    say_month(r, name, behind, month);
    return say_year_behind(r, t, behind);
}

/* "May 5, 2017", "May 5-7" */
static ptrdiff_t month_first(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    ptrdiff_t name_end, end, last;
    int month = month_at(t, at, &name_end);
    if (!month || !piece_parts(t, at - 1) || piece_kind(t, name_end) != PIECE_BLANK)
        return 0;
    int64_t day = day_at(t, name_end + 1, &end), until;
    if (!day || piece_is(t, end, ":") || piece_is(t, end, "%") ||
        (piece_is(t, end, ".") && piece_digits(t, end + 1)) ||
        (piece_is(t, end, ",") && piece_digits(t, end + 1)))
        return 0;
    say_month(r, at, name_end, month);
    reading_say(r, name_end, name_end + 1, " ");
    reading_number(r, name_end + 1, end, day, number_ordinal);
    if (piece_is_dash(t, end) && (until = day_at(t, end + 1, &last)) > day) {
        reading_say(r, end, end + 1, " to ");
        reading_number(r, end + 1, last, until, number_ordinal);
        end = last;
    }
    return say_year_behind(r, t, end);
}

/* "20.01.2017", "1/20/2017", "2017-01-20" */
static ptrdiff_t in_figures(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    struct str sign = piece_str(t, at + 1);
    bool iso = piece_digits(t, at) == 4 && str_eq(sign, S("-"));
    bool dots = str_eq(sign, S(".")), slashes = str_eq(sign, S("/"));
    if (!(iso || dots || slashes) || !str_eq(piece_str(t, at + 3), sign) ||
        piece_digits(t, at + 2) > 2 || !piece_parts(t, at + 5) ||
        (!iso && piece_digits(t, at) > 2) || piece_is_dash(t, at - 1) ||
        piece_is(t, at - 1, "/") || piece_is_dash(t, at + 5))
        return 0;
    ptrdiff_t year = iso ? at : at + 4, month = at + 2, day = iso ? at + 4 : at;
    bool swapped = slashes && (piece_value(t, month) > 12 ||
                               (is_american(t) && piece_value(t, day) <= 12));
    if (swapped) {
        month = at;
        day = at + 2;
    }
    int64_t m = piece_value(t, month), d = piece_value(t, day);
    if (piece_digits(t, year) != 4 || piece_digits(t, day) > 2 || m < 1 || m > 12 ||
        d < 1 || d > 31 || piece_value(t, year) < 1000 ||
        (iso && (piece_digits(t, month) != 2 || piece_digits(t, day) != 2)))
        return 0;
    bool month_first = is_american(t) && !dots;
    if (month_first) {
        say_month(r, at, at + 5, (int)m);
        reading_say(r, at, at + 5, " ");
    } else if (!piece_is_case(t, piece_word_before(t, at), "the")) {
        reading_say(r, at, at + 5, "the ");
    }
    reading_number(r, at, at + 5, d, number_ordinal);
    if (!month_first) {
        reading_say(r, at, at + 5, " of ");
        say_month(r, at, at + 5, (int)m);
    }
    reading_say(r, at, at + 5, month_first ? ", " : " ");
    reading_number(r, at, at + 5, piece_value(t, year), number_year);
    return at + 5;
}

ptrdiff_t read_date(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    if (!piece_parts(t, at - 1))
        return 0;
    if (piece_kind(t, at) == PIECE_WORD)
        return month_first(r, t, at);
    if (piece_kind(t, at) != PIECE_FIGURE)
        return 0;
    ptrdiff_t end = in_figures(r, t, at);
    return end ? end : day_first(r, t, at);
}

/* "a.m.", "PM": where it ends, or 0. */
static ptrdiff_t half_of_day(const struct pieces *t, ptrdiff_t at)
{
    if (piece_is_case(t, at, "am") || piece_is_case(t, at, "pm"))
        return piece_parts(t, at + 1) ? at + 1 : 0;
    bool first = piece_is_case(t, at, "a") || piece_is_case(t, at, "p");
    return first && piece_is(t, at + 1, ".") && piece_is_case(t, at + 2, "m") &&
                   piece_is(t, at + 3, ".")
               ? at + 4
               : 0;
}

/* " P.M. EST" behind a time; returns where it ends, or `at`. */
static ptrdiff_t say_half_and_zone(struct reading *r, const struct pieces *t,
                                   ptrdiff_t at)
{
    const struct speech_tables *l = speech_tables_of(t->language);
    ptrdiff_t half = piece_past_blank(t, at), end = half_of_day(t, half);
    if (end) {
        char first = piece_str(t, half).ptr[0];
        reading_say(r, half, end, first == 'a' || first == 'A' ? " A.M." : " P.M.");
        at = end;
    }
    ptrdiff_t zone = piece_past_blank(t, at);
    for (const char *const *z = l->zones; *z; z++) {
        if (!piece_is(t, zone, *z))
            continue;
        for (const char *c = *z; *c; c++) {
            reading_say(r, zone, zone + 1, " ");
            reading_say_str(r, zone, zone + 1, (struct str){c, 1});
        }
        return zone + 1;
    }
    return at;
}

/* "0800 hours" */
static ptrdiff_t military(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    int64_t v = piece_value(t, at);
    if (piece_digits(t, at) != 4 || v / 100 > 24 || v % 100 > 59 ||
        !piece_is(t, at + 2, "hours"))
        return 0;
    if (v < 1000)
        reading_say(r, at, at + 1, "oh ");
    reading_number(r, at, at + 1, v / 100, number_cardinal);
    reading_say(r, at, at + 1, " ");
    if (v % 100 == 0)
        reading_say(r, at, at + 1, "hundred");
    else if (v % 100 < 10)
        reading_say(r, at, at + 1, "oh ");
    if (v % 100)
        reading_number(r, at, at + 1, v % 100, number_cardinal);
    return at + 1;
}

ptrdiff_t read_time(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    if (piece_kind(t, at) != PIECE_FIGURE || !piece_parts(t, at - 1) ||
        piece_is(t, at - 1, ":"))
        return 0;
    int64_t hour = piece_value(t, at), minute = piece_value(t, at + 2);
    ptrdiff_t end = military(r, t, at);
    if (end)
        return end;
    bool colon = piece_is(t, at + 1, ":"), stop = piece_is(t, at + 1, ".");
    bool half = half_of_day(t, piece_past_blank(t, at + 3)) > 0;
    if (hour < 0 || hour > 24 || piece_digits(t, at) > 2)
        return 0;
    if ((colon || (stop && half)) && piece_digits(t, at + 2) == 2 && minute < 60 &&
        !piece_is(t, at + 3, ":")) {
        reading_number(r, at, at + 1, hour, number_cardinal);
        bool full = half || hour == 0;
        if (minute || !full)
            reading_say(r, at + 1, at + 3,
                        !minute       ? " hundred"
                        : minute < 10 ? " oh "
                                      : " ");
        if (minute)
            reading_number(r, at + 2, at + 3, minute, number_cardinal);
        return say_half_and_zone(r, t, at + 3);
    }
    if (colon && piece_digits(t, at + 2) && !piece_is(t, at + 3, ":")) { /* odds */
        reading_number(r, at, at + 1, hour, number_cardinal);
        reading_say(r, at + 1, at + 2, " to ");
        reading_number(r, at + 2, at + 3, minute < 0 ? 0 : minute, number_cardinal);
        return minute < 0 ? 0 : at + 3;
    }
    if (!half_of_day(t, piece_past_blank(t, at + 1)))
        return 0;
    reading_number(r, at, at + 1, hour, number_cardinal);
    return say_half_and_zone(r, t, at + 1);
}

/* "1914-18"; a year alone is an amount's business. */
ptrdiff_t read_year(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    if (piece_kind(t, at) != PIECE_FIGURE || !piece_parts(t, at - 1) || !is_year(t, at) ||
        !piece_is_dash(t, at + 1) || piece_digits(t, at + 2) != 2 ||
        !piece_parts(t, at + 3) || piece_is_dash(t, at + 3) ||
        piece_value(t, at + 2) <= piece_value(t, at) % 100)
        return 0;
    reading_number(r, at, at + 1, piece_value(t, at), number_year);
    reading_say(r, at + 1, at + 2, " to ");
    reading_number(r, at + 2, at + 3, piece_value(t, at + 2), number_cardinal);
    return at + 3;
}

/* "1990s", "'90s", "his 40s", "'98" */
ptrdiff_t read_decade(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    bool apostrophe = piece_is(t, at, "'") || piece_is(t, at, "\u2019");
    ptrdiff_t figure = at + apostrophe;
    int64_t v = piece_value(t, figure);
    if (!piece_parts(t, at - 1) || piece_kind(t, figure) != PIECE_FIGURE || v < 10 ||
        v > 2099 || (piece_digits(t, figure) != 2 && (v < 1000 || apostrophe)))
        return 0;
    if (piece_is(t, figure + 1, "s") && piece_parts(t, figure + 2) && v % 10 == 0) {
        reading_number(r, at, figure + 2, v, number_decade);
        return figure + 2;
    }
    if (!apostrophe || piece_kind(t, at - 1) != PIECE_BLANK ||
        !piece_parts(t, figure + 1))
        return 0;
    reading_number(r, at, figure + 1, v, number_cardinal);
    return figure + 1;
}
