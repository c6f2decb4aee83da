#include "turns/dates.h"

#include <stdio.h>
#include <string.h>

#include "base/unicode.h"

enum { LOOKED_AT = 1000, WORD_LONGEST = 40 };

static const char *const months[12] = {
    "|january|jan|januar|jänner|janvier|enero|ene|gennaio|janeiro|januari|января|январь|"
    "stycznia|",
    "|february|feb|februar|février|févr|febrero|febbraio|fevereiro|februari|февраля|"
    "февраль|lutego|",
    "|march|mar|märz|mars|marzo|março|maart|марта|март|marca|",
    "|april|apr|avril|avr|abril|abr|aprile|апреля|апрель|kwietnia|",
    "|may|mai|mayo|maggio|maio|mei|maj|мая|май|maja|",
    "|june|jun|juni|juin|junio|giugno|junho|июня|июнь|czerwca|",
    "|july|jul|juli|juillet|juil|julio|luglio|julho|июля|июль|lipca|",
    "|august|aug|août|agosto|ago|augustus|augusti|августа|август|sierpnia|",
    "|september|sept|sep|septembre|septiembre|settembre|setembro|сентября|сентябрь|"
    "września|",
    "|october|oct|oktober|okt|octobre|octubre|ottobre|outubro|октября|октябрь|"
    "października|",
    "|november|nov|novembre|noviembre|novembro|ноября|ноябрь|listopada|",
    "|december|dec|dezember|dez|décembre|déc|diciembre|dic|dicembre|dezembro|декабря|"
    "декабрь|"
    "grudnia|",
};
static const char weekdays[] =
    "|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thur|"
    "thurs|fri|"
    "sat|sun|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|lundi|"
    "mardi|"
    "mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|"
    "sábado|domingo|"
    "lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|segunda-feira|terça-feira|"
    "quarta-feira|quinta-feira|sexta-feira|maandag|dinsdag|woensdag|donderdag|vrijdag|"
    "zaterdag|"
    "zondag|måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|понедельник|вторник|среда|"
    "четверг|"
    "пятница|суббота|воскресенье|";
/* Words that may stand in a line with a date and mean nothing more. */
static const char fillers[] =
    "|года|год|г|on|the|of|de|del|le|am|den|at|um|date|uhr|st|nd|rd|th|";

static bool in_list(const char *list, struct str lower)
{
    for (const char *at = list;
         lower.len && (at = memmem(at, strlen(at), lower.ptr, (size_t)lower.len)); at++)
        if (at > list && at[-1] == '|' && at[lower.len] == '|')
            return true;
    return false;
}

static bool is_digit(struct str s, ptrdiff_t at)
{
    return at >= 0 && at < s.len && s.ptr[at] >= '0' && s.ptr[at] <= '9';
}

static bool is_letter(struct str s, ptrdiff_t at)
{
    return at < s.len && unicode_is_letter(utf8_next(s, &at));
}

/* Up to `most` digits at `at`; their number, and *at behind them. -1: none. */
static int digits(struct str s, ptrdiff_t *at, int most)
{
    int value = 0, count = 0;
    while (count < most && is_digit(s, *at)) {
        value = value * 10 + (s.ptr[(*at)++] - '0');
        count++;
    }
    return count ? value : -1;
}

static ptrdiff_t skip(struct str s, ptrdiff_t at, const char *bytes)
{
    for (;;) {
        ptrdiff_t next = at;
        int32_t c = utf8_next(s, &next);
        if (c < 0 || !(utf8_is_space(c) || (c < 0x80 && strchr(bytes, (int)c))))
            return at;
        at = next;
    }
}

/* The letters at `at`, lower case, in the given room. */
static struct str word_at(struct str s, ptrdiff_t at, struct arena *scratch)
{
    ptrdiff_t end = at;
    for (ptrdiff_t next = at; next < s.len && next - at < WORD_LONGEST; end = next) {
        int32_t c = utf8_next(s, &next);
        if (!unicode_is_letter(c) && !unicode_is_mark(c) && c != '-')
            break;
    }
    return unicode_lower(scratch, str_slice(s, at, end), S(""));
}

/* The month at *at (1 to 12), *at moved behind it; 0: none. */
static int month_at(struct str s, ptrdiff_t *at)
{
    struct arena scratch = {0};
    struct str word = word_at(s, *at, &scratch);
    int month = 0;
    ptrdiff_t dash = str_find_byte(word, '-'); /* 24-May-2017 */
    word = dash > 0 ? str_slice(word, 0, dash) : word;
    for (int i = 0; i < 12 && word.len > 2 && !month; i++)
        if (in_list(months[i], word))
            month = i + 1;
    if (month) {
        ptrdiff_t letters =
            utf8_count(word); /* lower case may have other lengths in bytes */
        for (; letters > 0; letters--)
            utf8_next(s, at);
    }
    arena_clear(&scratch);
    return month;
}

static bool is_year(int year)
{
    return year >= 1500 && year <= 2999;
}

static bool set_date(struct date *out, int year, int month, int day, ptrdiff_t begin,
                     ptrdiff_t end)
{
    if (!is_year(year) || month < 1 || month > 12 || day > 31)
        return false;
    if (day > 0)
        snprintf(out->iso, sizeof out->iso, "%04d-%02d-%02d", year % 10000, month,
                 day % 100);
    else
        snprintf(out->iso, sizeof out->iso, "%04d-%02d", year % 10000, month);
    out->begin = begin;
    out->end = end;
    return true;
}

/* Year at `at`; a clock time may be glued to it, more digits may not. */
static int year_at(struct str s, ptrdiff_t *at)
{
    ptrdiff_t end = *at;
    int year = digits(s, &end, 4);
    if (end - *at != 4 || !is_year(year))
        return -1;
    if (is_digit(s, end) && !clock_prefix(str_slice(s, end, s.len)))
        return -1;
    *at = end;
    return year;
}

/* "2017-01-20", "2017年1月20日" */
static bool year_first(struct date *out, struct str s, ptrdiff_t begin)
{
    ptrdiff_t at = begin;
    int year = digits(s, &at, 4);
    if (at - begin != 4)
        return false;
    bool ideographs = str_starts(str_slice(s, at, s.len), S("年"));
    if (!ideographs && (at >= s.len || s.ptr[at] != '-'))
        return false;
    at += ideographs ? 3 : 1;
    int month = digits(s, &at, 2);
    bool separated = ideographs ? str_starts(str_slice(s, at, s.len), S("月"))
                                : at < s.len && s.ptr[at] == '-';
    at += ideographs ? 3 : 1;
    int day = separated ? digits(s, &at, 2) : -1;
    if (ideographs && str_starts(str_slice(s, at, s.len), S("日")))
        at += 3;
    return day > 0 && !is_digit(s, at) && set_date(out, year, month, day, begin, at);
}

/* "20 January, 2017", "20. Januar 2017", "20 de enero de 2017", "20th of January 2017" */
static bool day_month_year(struct date *out, struct str s, ptrdiff_t begin, ptrdiff_t at,
                           int day)
{
    static const char *const between[] = {"st ", "nd ", "rd ", "th ", "er ",
                                          "º ",  "of ", "de ", "do "};
    at = skip(s, at, ".-");
    for (size_t i = 0; i < sizeof between / sizeof *between; i++)
        if (str_starts(str_slice(s, at, s.len), str_from(between[i])))
            at = skip(s, at + (ptrdiff_t)strlen(between[i]), "");
    if (str_starts(str_slice(s, at, s.len), S("of ")))
        at += 3;
    int month = month_at(s, &at);
    if (!month)
        return false;
    at = skip(s, at, ".,-");
    if (str_starts(str_slice(s, at, s.len), S("de ")))
        at += 3;
    int year = year_at(s, &at);
    return set_date(out, year, month, day, begin, at);
}

/* "20.01.2017", "20/1/2017", "01-20-2017" */
static bool numbers(struct date *out, struct str s, ptrdiff_t begin, ptrdiff_t at,
                    int first)
{
    char mark = at < s.len ? s.ptr[at] : 0;
    if (mark != '.' && mark != '/' && mark != '-')
        return false;
    at++;
    int second = digits(s, &at, 2);
    if (second < 1 || at >= s.len || s.ptr[at] != mark)
        return false;
    at++;
    int year = year_at(s, &at);
    /* where the clock says "PM" months are written first */
    struct str clock = str_slice(s, skip(s, at, ","), s.len);
    clock = str_slice(clock, 0, clock_prefix(clock));
    bool half = str_find(clock, S("PM")) > 0 || str_find(clock, S("AM")) > 0;
    bool swapped = second > 12 || (half && first <= 12);
    return set_date(out, year, swapped ? first : second, swapped ? second : first, begin,
                    at);
}

/* "January 20, 2017", "Jan. 20th 2017", "January 2017" */
static bool month_first(struct date *out, struct str s, ptrdiff_t begin)
{
    ptrdiff_t at = begin;
    int month = month_at(s, &at);
    if (!month)
        return false;
    at = skip(s, at, ".,");
    if (str_starts(str_slice(s, at, s.len), S("de ")))
        at += 3;
    ptrdiff_t after = at;
    int year = year_at(s, &after);
    if (year > 0)
        return set_date(out, year, month, 0, begin, after);
    int day = digits(s, &at, 2);
    if (day < 1)
        return false;
    if (is_letter(s, at) && is_letter(s, at + 1))
        at += 2; /* st, nd, rd, th */
    at = skip(s, at, ",.");
    year = year_at(s, &at);
    return set_date(out, year, month, day, begin, at);
}

static bool date_at(struct date *out, struct str s, ptrdiff_t begin)
{
    if (!is_digit(s, begin))
        return month_first(out, s, begin);
    if (year_first(out, s, begin))
        return true;
    ptrdiff_t at = begin;
    int day = digits(s, &at, 2);
    if (day < 1 || day > 31 || is_digit(s, at))
        return false;
    return numbers(out, s, begin, at, day) || day_month_year(out, s, begin, at, day);
}

bool date_find(struct date *out, struct str text)
{
    struct str s = str_slice(text, 0, LOOKED_AT);
    bool before = false; /* a letter or digit */
    for (ptrdiff_t at = 0; at < s.len;) {
        ptrdiff_t begin = at;
        int32_t c = utf8_next(s, &at);
        bool word = unicode_is_letter(c) || unicode_is_digit(c);
        if (word && !before && date_at(out, s, begin))
            return true;
        before = word;
    }
    return false;
}

/* What of [begin, end) is neither weekday nor clock time nor punctuation, in words; -1: something
 * that no place is called, as a word without a capital. */
static int words_beside(struct str line, ptrdiff_t begin, ptrdiff_t end)
{
    struct arena scratch = {0};
    struct str s = str_slice(line, 0, end);
    int words = 0;
    for (ptrdiff_t at = begin; at < end && words >= 0;) {
        ptrdiff_t clock = clock_prefix(str_slice(s, at, end));
        if (clock) {
            at += clock;
            continue;
        }
        ptrdiff_t start = at;
        int32_t c = utf8_next(s, &at);
        if (unicode_is_digit(c)) {
            words = -1;
        } else if (unicode_is_letter(c)) {
            struct str word = word_at(s, start, &scratch);
            for (ptrdiff_t left = utf8_count(word) - 1; left > 0; left--)
                utf8_next(s, &at);
            if (!in_list(weekdays, word) && !in_list(fillers, word))
                words = unicode_is_lower(c) ? -1 : words + 1;
        }
    }
    arena_clear(&scratch);
    return words;
}

enum date_line date_line(struct date *out, struct str line)
{
    if (line.len > 200 || !date_find(out, line))
        return DATE_NONE;
    int before = words_beside(line, 0, out->begin);
    int after = words_beside(line, out->end, line.len);
    if (before < 0 || after < 0 || before + after > 6)
        return DATE_NONE;
    return before + after ? DATE_WITH_PLACE : DATE_ALONE;
}

/* "a.m.", "PM", "Uhr" and the zone at `at`; where they end. */
static ptrdiff_t after_clock(struct str s, ptrdiff_t at, bool *half)
{
    static const char *const halves[] = {"a.m.", "p.m.", "am", "pm",
                                         "uhr",  "hrs",  "h",  "noon"};
    ptrdiff_t begin = skip(s, at, "");
    for (size_t i = 0; i < sizeof halves / sizeof *halves; i++) {
        struct str half_name = str_from(halves[i]);
        struct str found = str_slice(s, begin, begin + half_name.len);
        ptrdiff_t end = begin + half_name.len;
        if (str_eq_ascii_case(found, half_name) && !is_digit(s, end) &&
            !is_letter(s, end)) {
            *half = true;
            at = end;
            break;
        }
    }
    ptrdiff_t zone = skip(s, at, "("), end = zone;
    while (end < s.len && s.ptr[end] >= 'A' && s.ptr[end] <= 'Z')
        end++;
    bool is_zone =
        zone > at && end - zone >= 2 && end - zone <= 4 && s.ptr[end - 1] == 'T';
    is_zone = is_zone || str_eq(str_slice(s, zone, end), S("UTC"));
    if (is_zone &&
        (end == s.len || s.ptr[end] == ')' || s.ptr[end] == ' ' || s.ptr[end] == ']'))
        at = end + (end < s.len && s.ptr[end] == ')');
    return at;
}

/* "00:01.000 --> 00:04.000": behind the second of two times; `at` when there is only one. */
static ptrdiff_t behind_range(struct str s, ptrdiff_t at)
{
    static const char *const arrows[] = {" --> ", "-->",      " - ",
                                         "-",     " \u2013 ", "\u2013"};
    for (size_t i = 0; i < sizeof arrows / sizeof *arrows; i++) {
        struct str arrow = str_from(arrows[i]);
        struct str rest = str_slice(s, at + arrow.len, s.len);
        if (str_starts(str_slice(s, at, s.len), arrow) && is_digit(rest, 0)) {
            ptrdiff_t second = clock_prefix(rest);
            return second ? at + arrow.len + second : at;
        }
    }
    return at;
}

ptrdiff_t clock_prefix(struct str s)
{
    char open = s.len ? s.ptr[0] : 0;
    bool bracket = open == '[' || open == '(' || open == '<';
    ptrdiff_t at = bracket ? 1 : 0, begin = at;
    int numbers_count = 0;
    for (;;) {
        ptrdiff_t from = at;
        if (digits(s, &at, numbers_count ? 2 : 3) < 0 ||
            (numbers_count && at - from != 2))
            return 0;
        numbers_count++;
        bool more =
            at < s.len && (s.ptr[at] == ':' || (s.ptr[at] == '.' && numbers_count == 1));
        if (!more || !is_digit(s, at + 1) || numbers_count == 4)
            break;
        at++;
    }
    bool colons = memchr(s.ptr + begin, ':', (size_t)(at - begin)) != NULL;
    if (numbers_count > 1 && at + 1 < s.len && (s.ptr[at] == '.' || s.ptr[at] == ',') &&
        is_digit(s, at + 1)) {
        at++;
        digits(s, &at, 3); /* thousandths */
    }
    bool half = false;
    if (is_digit(s, at))
        return 0;
    at = after_clock(s, at, &half);
    if (!colons && !half)
        return 0;
    if (!bracket)
        return at;
    at = behind_range(s, at);
    char close = open == '[' ? ']' : open == '(' ? ')' : '>';
    return at < s.len && s.ptr[at] == close ? at + 1 : 0;
}

bool clock_line(struct str line)
{
    struct str s = str_trim(line);
    if (s.len > 100 || !s.len)
        return false;
    int clocks = 0;
    for (ptrdiff_t at = 0; at < s.len; clocks++) {
        ptrdiff_t len = clock_prefix(str_slice(s, at, s.len));
        if (!len)
            return false;
        at = skip(s, at + len, "-> .,;:");
        for (struct str dash = S("\u2013"); str_starts(str_slice(s, at, s.len), dash);)
            at = skip(s, at + dash.len, "");
        if (str_starts(str_slice(s, at, s.len), S("to ")))
            at += 3;
    }
    return clocks > 0;
}

ptrdiff_t date_before_stamp(struct str s)
{
    struct date day;
    bool stamp = s.len > 11 && s.ptr[10] == 'T' && date_find(&day, str_slice(s, 0, 10)) &&
                 day.begin == 0 && day.end == 10 &&
                 clock_prefix(str_slice(s, 11, s.len)) > 0;
    return stamp ? 10 : 0;
}
