/* Dates, years and decades. */
#include "readings/language.h"
#include "readings/numbers.h"
#include "readings/readings.h"

/* A whole name of the list, or its first three or four letters with or without a full stop; counted
 * from 1, with *end behind it; 0: none. */
static int name_at(const struct pieces *t, ptrdiff_t at, const char *const *names,
                   int count, ptrdiff_t *end)
{
    struct str word = piece_str(t, at);
    bool capitals = word.len >= 3 && word.ptr[1] >= 'A' && word.ptr[1] <= 'Z';
    for (int i = 0; i < count && word.len >= 3; i++) {
        struct str name = str_from(names[i]);
        struct str start = str_slice(name, 0, word.len);
        bool same = capitals ? str_eq_ascii_case(start, word) : str_eq(start, word);
        bool whole = same && word.len == name.len;
        bool part = same && word.len <= 4;
        if (!whole && !part)
            continue;
        *end = at + 1;
        if (!whole && piece_is(t, at + 1, "."))
            ++*end;
        return i + 1;
    }
    return 0;
}

/* 1 .. 12 with *end behind the name and the full stop of its abbreviation; 0: no month. */
static int month_at(const struct pieces *t, ptrdiff_t at, ptrdiff_t *end)
{
    return name_at(t, at, speech_tables_of(t->language)->months, 12, end);
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

static void say_day(struct reading *r, ptrdiff_t from, ptrdiff_t to, int64_t day)
{
    reading_number(r, from, to, day, number_ordinal);
}

/* Behind a dash with blanks around it, or none; `at` where there is no such dash. */
static ptrdiff_t past_dash(const struct pieces *t, ptrdiff_t at)
{
    ptrdiff_t dash = piece_past_blank(t, at), next = piece_past_blank(t, dash + 1);
    return piece_is_dash(t, dash) && (dash > at) == (next > dash + 1) ? next : at;
}

/* "5 May 2017", "5-7 May" */
static ptrdiff_t day_of_month(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    ptrdiff_t end, last, name, behind;
    int64_t day = day_at(t, at, &end), until = 0;
    if (!day)
        return 0;
    if (!piece_is_dash(t, end) || (until = day_at(t, end + 1, &last)) <= day)
        last = end;
    if (piece_kind(t, last) != PIECE_BLANK)
        return 0;
    name = piece_is(t, last + 1, "of") ? last + 3 : last + 1;
    int month = month_at(t, name, &behind);
    if (!month || !piece_parts(t, behind))
        return 0;
    if (!piece_is_case(t, piece_word_before(t, at), "the"))
        reading_say(r, at, at + 1, "the ");
    say_day(r, at, end, day);
    if (last > end) {
        reading_say(r, end, end + 1, " to the ");
        say_day(r, end + 1, last, until);
    }
    reading_say(r, last, name, " of ");
    say_month(r, name, behind, month);
    return say_year_behind(r, t, behind);
}

/* "5 May-12 June" as well */
static ptrdiff_t day_first(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    ptrdiff_t end = piece_is_dash(t, at - 1) ? 0 : day_of_month(r, t, at), month, behind;
    ptrdiff_t next = end ? past_dash(t, end) : end;
    if (next == end || !day_at(t, next, &month) || piece_kind(t, month) != PIECE_BLANK ||
        !month_at(t, month + 1, &behind))
        return end;
    reading_say(r, end, next, speech_tables_of(t->language)->to);
    return day_of_month(r, t, next);
}

/* "In May 300 people": what stands behind "in" is a month without a day, but for a year's sake. */
static bool is_month_alone(const struct pieces *t, ptrdiff_t at, ptrdiff_t end)
{
    ptrdiff_t year = end + piece_is(t, end, ",");
    bool dated = piece_kind(t, year) == PIECE_BLANK && is_year(t, year + 1);
    return piece_is_case(t, piece_word_before(t, at), "in") && !dated;
}

/* "5%", "5.5", "5,000", "5:30", "5 million", "5/6" are no days. */
static bool is_amount(const struct pieces *t, ptrdiff_t end)
{
    struct str sign = piece_str(t, end);
    bool joins = sign.len == 1 && str_find_byte(S(".,/"), sign.ptr[0]) >= 0;
    const struct abbreviated *s = speech_tables_of(t->language)->scales;
    for (; s->printed; s++)
        if (piece_kind(t, end) == PIECE_BLANK && piece_is(t, end + 1, s->printed))
            return true;
    return piece_is(t, end, ":") || piece_is(t, end, "%") ||
           (joins && piece_digits(t, end + 1));
}

/* "May 5, 2017", "May 5-7" */
static ptrdiff_t month_first(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    ptrdiff_t name_end, end, last;
    int month = month_at(t, at, &name_end);
    if (!month || !piece_parts(t, at - 1) || piece_kind(t, name_end) != PIECE_BLANK)
        return 0;
    int64_t day = day_at(t, name_end + 1, &end), until;
    if (!day || is_amount(t, end) || is_month_alone(t, at, end))
        return 0;
    say_month(r, at, name_end, month);
    reading_say(r, name_end, name_end + 1, " ");
    say_day(r, name_end + 1, end, day);
    bool range = piece_is_dash(t, end);
    if (range && (until = day_at(t, end + 1, &last)) > day) {
        reading_say(r, end, end + 1, speech_tables_of(t->language)->to);
        say_day(r, end + 1, last, until);
        end = last;
    }
    end = say_year_behind(r, t, end);
    ptrdiff_t next = past_dash(t, end);
    if (next == end || !month_at(t, next, &last) || piece_kind(t, last) != PIECE_BLANK ||
        !day_at(t, last + 1, &last))
        return end;
    reading_say(r, end, next, speech_tables_of(t->language)->to); /* "May 28-June 3" */
    return next;
}

/* "Monday-Friday", "May-June" */
static ptrdiff_t names_range(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    const struct speech_tables *l = speech_tables_of(t->language);
    const char *const *lists[] = {l->weekdays, l->months};
    static const int counts[] = {7, 12};
    for (int i = 0; i < 2; i++) {
        ptrdiff_t end, last;
        int first = name_at(t, at, lists[i], counts[i], &end);
        if (!first || !piece_is_dash(t, end))
            continue;
        int second = name_at(t, end + 1, lists[i], counts[i], &last);
        if (!second || !piece_parts(t, last) || piece_is_dash(t, last))
            continue;
        reading_say(r, at, end, lists[i][first - 1]);
        reading_say(r, end, end + 1, l->to);
        reading_say(r, end + 1, last, lists[i][second - 1]);
        return last;
    }
    return 0;
}

/* "20.01.2017", "1/20/2017", "2017-01-20" */
static ptrdiff_t in_figures(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    struct str sign = piece_str(t, at + 1);
    bool iso = piece_digits(t, at) == 4 && str_eq(sign, S("-"));
    bool stamp = iso && piece_is(t, at + 5, "T") && piece_digits(t, at + 6) == 2 &&
                 piece_is(t, at + 7, ":"); /* a time follows */
    bool dots = str_eq(sign, S(".")), slashes = str_eq(sign, S("/"));
    if (!(iso || dots || slashes) || !str_eq(piece_str(t, at + 3), sign) ||
        piece_digits(t, at + 2) > 2 || (!piece_parts(t, at + 5) && !stamp) ||
        (!iso && piece_digits(t, at) > 2) || piece_is_dash(t, at - 1) ||
        piece_is(t, at - 1, "/") || piece_is_dash(t, at + 5))
        return 0;
    ptrdiff_t year = iso ? at : at + 4, month = at + 2, day = iso ? at + 4 : at;
    bool swapped = slashes && (piece_value(t, month) > 12 ||
                               (t->month_first && piece_value(t, day) <= 12));
    if (swapped) {
        month = at;
        day = at + 2;
    }
    int64_t m = piece_value(t, month), d = piece_value(t, day), y = piece_value(t, year);
    bool two = slashes && piece_digits(t, year) == 2 && !piece_is(t, at + 5, "/");
    if (two)
        y += y < 50 ? 2000 : 1900;
    if ((piece_digits(t, year) != 4 && !two) || piece_digits(t, day) > 2 || m < 1 ||
        m > 12 || d < 1 || d > 31 || y < 1000 ||
        (iso && (piece_digits(t, month) != 2 || piece_digits(t, day) != 2)))
        return 0;
    bool month_first = t->month_first && !dots;
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
    reading_number(r, at, at + 5, y, number_year);
    if (stamp)
        reading_say(r, at + 5, at + 6, ", ");
    return at + 5 + stamp;
}

ptrdiff_t read_date(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    if (!piece_parts(t, at - 1))
        return 0;
    if (piece_kind(t, at) == PIECE_WORD) {
        ptrdiff_t named = month_first(r, t, at);
        return named ? named : names_range(r, t, at);
    }
    if (piece_kind(t, at) != PIECE_FIGURE)
        return 0;
    ptrdiff_t end = in_figures(r, t, at);
    return end ? end : day_first(r, t, at);
}

/* Letters said one by one, as the engine says them right. */
static void say_letters(struct reading *r, ptrdiff_t at)
{
    reading_letters(r, at, at + 1, piece_str(r->pieces, at));
}

static const char *const apostrophes[] = {"'", "\u2019", "\u2018", NULL};

/* "1914-18", "FY2024/25"; a year alone is an amount's business. */
static ptrdiff_t year_span(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    bool slash = piece_is(t, at + 1, "/");
    ptrdiff_t last = at + 2 + piece_is_listed(t, at + 2, apostrophes); /* "1995-'96" */
    if (!is_year(t, at) || (!piece_is_dash(t, at + 1) && !slash) ||
        piece_digits(t, last) != 2 || !piece_parts(t, last + 1) ||
        piece_is_dash(t, last + 1) || piece_is(t, last + 1, "/") ||
        piece_value(t, last) <= piece_value(t, at) % 100)
        return 0;
    reading_number(r, at, at + 1, piece_value(t, at), number_year);
    reading_say(r, at + 1, last, speech_tables_of(t->language)->to);
    reading_number(r, last, last + 1, piece_value(t, last), number_cardinal);
    return last + 1;
}

/* "FY2019", "FY '08" */
static ptrdiff_t prefixed_year(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    const struct abbreviated *p = speech_tables_of(t->language)->prefixes;
    ptrdiff_t figure = piece_past_blank(t, at + 1);
    if (piece_is_dash(t, figure) || piece_is_listed(t, figure, apostrophes))
        figure++;
    for (; p->printed; p++) {
        if (!piece_is(t, at, p->printed) || !piece_digits(t, figure) ||
            piece_digits(t, figure) > 4 || !piece_parts(t, figure + 1))
            continue;
        reading_say(r, at, figure, p->spoken);
        ptrdiff_t span = year_span(r, t, figure);
        if (span)
            return span;
        if (piece_digits(t, figure) == 2 && piece_value(t, figure) < 10)
            reading_say(r, figure, figure + 1, "oh ");
        reading_number(r, figure, figure + 1, piece_value(t, figure),
                       is_year(t, figure) ? number_year : number_cardinal);
        bool range = piece_digits(t, figure) == 2 && piece_is_dash(t, figure + 1) &&
                     piece_digits(t, figure + 2) == 2;
        if (range)
            reading_say(r, figure + 1, figure + 2, speech_tables_of(t->language)->to);
        return figure + 1 + range;
    }
    return 0;
}

/* "44 BC", "AD 79" */
static ptrdiff_t year_of_era(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    const char *const *eras = speech_tables_of(t->language)->eras;
    bool first = piece_kind(t, at) == PIECE_WORD;
    ptrdiff_t figure = first ? piece_past_blank(t, at + 1) : at;
    ptrdiff_t era = first ? at : piece_past_blank(t, at + 1);
    bool capitals = piece_str(t, era).len && piece_str(t, era).ptr[0] <= 'Z';
    if (!capitals || !piece_is_listed(t, era, eras) || piece_digits(t, figure) > 4 ||
        piece_value(t, figure) < 1 || !piece_parts(t, figure + 1) ||
        !piece_parts(t, era + 1))
        return 0;
    if (first) {
        say_letters(r, at);
        reading_say(r, at + 1, figure, " ");
    }
    reading_number(r, figure, figure + 1, piece_value(t, figure), number_year);
    if (!first) {
        reading_say(r, at + 1, era, " ");
        say_letters(r, era);
    }
    return (first ? figure : era) + 1;
}

ptrdiff_t read_year(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    if (!piece_parts(t, at - 1))
        return 0;
    if (piece_kind(t, at) == PIECE_WORD) {
        ptrdiff_t end = prefixed_year(r, t, at);
        return end ? end : year_of_era(r, t, at);
    }
    if (piece_kind(t, at) != PIECE_FIGURE)
        return 0;
    ptrdiff_t end = year_span(r, t, at);
    return end ? end : year_of_era(r, t, at);
}

/* "s" behind a decade, "'s" as well where it can be no possessive: where it ends, or 0. */
static ptrdiff_t decade_end(const struct pieces *t, ptrdiff_t figure)
{
    bool sign = piece_is(t, figure + 1, "'") || piece_is(t, figure + 1, "\u2019");
    ptrdiff_t s = figure + 1 + (sign && piece_value(t, figure) < 2000);
    return piece_is(t, s, "s") && piece_parts(t, s + 1) ? s + 1 : 0;
}

/* "the 5s", "in the 400s", "two 747s" */
static void say_several(struct reading *r, ptrdiff_t at, ptrdiff_t end, int64_t value)
{
    bool six = value % 10 == 6 && value % 100 != 16;
    reading_number(r, at, end, value,
                   value > 99 && value % 100 ? number_code : number_cardinal);
    reading_say(r, at, end, six ? "es" : "s");
}

/* "1990s", "'90s", "his 40s", "60's", "'98" */
ptrdiff_t read_decade(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    bool apostrophe = piece_is_listed(t, at, apostrophes);
    ptrdiff_t figure = at + apostrophe;
    int64_t v = piece_value(t, figure);
    ptrdiff_t digits = piece_digits(t, figure);
    bool noughties = v == 0 && digits == 2 && decade_end(t, figure);
    v = noughties ? 2000 : v;
    if (!piece_parts(t, at - 1) || v < 1 || v > 2099 || piece_str(t, figure).len > 4)
        return 0;
    ptrdiff_t end = decade_end(t, figure);
    bool zero = piece_str(t, figure).ptr[0] == '0' || piece_is(t, at - 1, "=");
    bool decade = v % 10 == 0 && (digits == 2 || v >= 1000);
    if (end && !apostrophe && !zero && !decade && digits < 4 && v > 1) {
        say_several(r, at, end, v);
        return end;
    }
    if (digits != 2 && (v < 1000 || apostrophe))
        return 0;
    if (end && v % 10 == 0 && v >= 10) {
        reading_number(r, at, end, v, number_decade);
        return end;
    }
    bool closes = piece_is(t, figure + 1, "'") || piece_is(t, figure + 1, "\u2019");
    if (!apostrophe || piece_kind(t, at - 1) != PIECE_BLANK ||
        !piece_parts(t, figure + 1) || closes)
        return 0;
    if (v < 10) /* "'08" */
        reading_say(r, at, figure + 1, "oh ");
    reading_number(r, at, figure + 1, v, number_cardinal);
    ptrdiff_t last = figure + 2 + piece_is_listed(t, figure + 2, apostrophes);
    if (!piece_is_dash(t, figure + 1) || piece_digits(t, last) != 2 ||
        piece_value(t, last) <= v || !piece_parts(t, last + 1))
        return figure + 1;
    reading_say(r, figure + 1, last, speech_tables_of(t->language)->to); /* "'87-94" */
    reading_number(r, last, last + 1, piece_value(t, last), number_cardinal);
    return last + 1;
}
