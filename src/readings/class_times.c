/* Times of day. */
#include "readings/grammar.h"
#include "readings/language.h"
#include "readings/numbers.h"
#include "readings/readings.h"

/* "a.m.", "PM": where it ends, or 0. */
static ptrdiff_t half_of_day(const struct pieces *t, ptrdiff_t at)
{
    if (piece_is_case(t, at, "am") || piece_is_case(t, at, "pm"))
        return piece_parts(t, at + 1) ? at + 1 : 0;
    bool first = piece_is_case(t, at, "a") || piece_is_case(t, at, "p");
    ptrdiff_t m = piece_past_blank(t, at + 2);
    if (!first || !piece_is(t, at + 1, ".") || !piece_is_case(t, m, "m") ||
        !piece_parts(t, m + 1))
        return 0;
    return m + 1 + piece_is(t, m + 1, ".");
}

static const char *zone_at(const struct pieces *t, ptrdiff_t at)
{
    for (const char *const *z = speech_tables_of(t->language)->zones; *z; z++)
        if (piece_is(t, at, *z) && piece_parts(t, at + 1))
            return *z;
    return NULL;
}

/* "UTC+3", "GMT-5" */
static ptrdiff_t zone_offset(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    const struct speech_tables *l = speech_tables_of(t->language);
    if ((!piece_is(t, at, "+") && !piece_is_dash(t, at)) || !piece_digits(t, at + 1) ||
        piece_digits(t, at + 1) > 2)
        return at;
    reading_say(r, at, at + 1, " ");
    reading_say(r, at, at + 1, piece_is(t, at, "+") ? l->plus : l->minus);
    reading_number(r, at + 1, at + 2, piece_value(t, at + 1), number_cardinal);
    if (!piece_is(t, at + 2, ":") || piece_digits(t, at + 3) != 2)
        return at + 2;
    reading_say(r, at + 2, at + 3, " ");
    reading_number(r, at + 3, at + 4, piece_value(t, at + 3), number_cardinal);
    return at + 4;
}

/* " +0200" behind a time; returns where it ends, or `at`. */
static ptrdiff_t far_offset(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    const struct speech_tables *l = speech_tables_of(t->language);
    ptrdiff_t sign = piece_past_blank(t, at);
    int64_t v = piece_value(t, sign + 1);
    if ((!piece_is(t, sign, "+") && !piece_is(t, sign, "-")) ||
        piece_digits(t, sign + 1) != 4 || v > 1400 || v % 100 % 15 ||
        !piece_parts(t, sign + 2))
        return at;
    reading_say(r, at, sign, " U.T.C");
    if (!v)
        return sign + 2;
    reading_say(r, sign, sign + 1, " ");
    reading_say(r, sign, sign + 1, piece_is(t, sign, "+") ? l->plus : l->minus);
    reading_number(r, sign + 1, sign + 2, v / 100, number_cardinal);
    if (v % 100) {
        reading_say(r, sign + 1, sign + 2, " ");
        reading_number(r, sign + 1, sign + 2, v % 100, number_cardinal);
    }
    return sign + 2;
}

/* " P.M. EST" behind a time; returns where it ends, or `at`. */
static ptrdiff_t say_half_and_zone(struct reading *r, const struct pieces *t,
                                   ptrdiff_t at)
{
    ptrdiff_t half = piece_past_blank(t, at), end = half_of_day(t, half);
    if (end) {
        char first = piece_str(t, half).ptr[0];
        bool stop = piece_is(t, end, "."); /* the sentence's */
        reading_say(r, half, end, first == 'a' || first == 'A' ? " A.M" : " P.M");
        reading_say(r, half, end, stop ? "" : ".");
        if (!piece_parts(t, end)) /* "5 p.m.Then" */
            reading_say(r, end, end, " ");
        at = end;
    }
    ptrdiff_t zone = piece_past_blank(t, at);
    if (piece_is(t, at, "Z") && piece_parts(t, at + 1)) { /* of a stamp */
        reading_say(r, at, at + 1, " U.T.C");
        return at + 1;
    }
    if (piece_is(t, zone, "("))
        zone++;
    const char *name = zone_at(t, zone);
    if (!name)
        return far_offset(r, t, at);
    reading_say(r, at, zone, " ");
    reading_letters(r, zone, zone + 1, str_from(name));
    return zone_offset(r, t, zone + 1);
}

/* "0800 hours", the first of "1000 and 1200 hours" */
static ptrdiff_t military(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    const struct speech_tables *l = speech_tables_of(t->language);
    int64_t v = piece_value(t, at);
    ptrdiff_t behind = at + 1, next = at + 2;
    if (piece_is_dash(t, behind) || piece_is_listed(t, behind + 1, l->links)) {
        next = piece_is_dash(t, behind) ? behind + 1 : behind + 3;
        if (piece_digits(t, next) != 4)
            return 0;
        next = piece_past_blank(t, next + 1);
    }
    if (piece_digits(t, at) != 4 || v / 100 > 24 || v % 100 > 59 ||
        (!piece_is_case(t, next, "hours") && !piece_is_case(t, next, "hrs")))
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
    if (!piece_is_dash(t, behind))
        return at + 1;
    reading_say(r, behind, behind + 1, l->to);
    return behind + 1;
}

/* "9:05": nine oh five; "10:00" is ten o'clock, or ten with what follows. */
static void say_clock(struct reading *r, const struct pieces *t, ptrdiff_t at,
                      ptrdiff_t end)
{
    int64_t hour = piece_value(t, at), minute = piece_value(t, at + 2);
    ptrdiff_t behind = piece_past_blank(t, end);
    bool half = half_of_day(t, behind) > 0, zone = zone_at(t, behind);
    bool clock = piece_is_case(t, behind, "o") && !piece_parts(t, behind + 2);
    if (hour % 24 == 0 && !minute && !half && !zone) {
        bool opens = piece_kind(t, at - 1) == PIECE_NONE && piece_digits(t, at) == 2 &&
                     hour == 0; /* "00:00 Welcome": of a recording */
        reading_say(r, at, end, opens ? "zero" : "midnight");
        return;
    }
    bool oh = hour > 0 && hour < 10 && piece_digits(t, at) == 2 && (zone || minute);
    if (oh && !half)
        reading_say(r, at, at + 1, "oh ");
    reading_number(r, at, at + 1, hour, number_cardinal);
    if (minute) {
        reading_say(r, at + 1, at + 3, minute < 10 ? " oh " : " ");
        reading_number(r, at + 2, at + 3, minute, number_cardinal);
    } else if (!half && !clock) {
        reading_say(r, at + 1, end, hour > 12 || zone ? " hundred" : " o'clock");
    }
}

static bool is_sixty(const struct pieces *t, ptrdiff_t at)
{
    return piece_digits(t, at) == 2 && piece_value(t, at) < 60;
}

static void say_count(struct reading *r, ptrdiff_t at, const char *one, const char *many)
{
    int64_t v = piece_value(r->pieces, at);
    reading_number(r, at, at + 1, v, number_cardinal);
    reading_say(r, at, at + 1, " ");
    reading_say(r, at, at + 1, v == 1 ? one : many);
}

/* Of a recording, not of the day: "00:18:35", "55:05"; a ratio is "60:40". */
static ptrdiff_t time_code(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    const struct speech_tables *l = speech_tables_of(t->language);
    ptrdiff_t first = piece_value(t, at) == 0 ? at + 2 : at, second = first + 2;
    if (piece_digits(t, at) != 2 || !piece_is(t, at + 1, ":") || !is_sixty(t, at + 2) ||
        !piece_is(t, second - 1, ":") || !is_sixty(t, second) ||
        !piece_parts(t, second + 1) || piece_is(t, second + 1, ":"))
        return 0;
    int64_t minutes = piece_value(t, first), seconds = piece_value(t, second);
    bool round = minutes % 10 == 0 && seconds % 10 == 0 && seconds > 0;
    bool ratio = first == at && (minutes <= 24 || minutes + seconds == 100 || round);
    if (ratio)
        return 0;
    if (first == at && seconds) {
        reading_number(r, at, at + 1, minutes, number_cardinal);
        reading_say(r, at + 1, second, seconds < 10 ? " oh " : " ");
        reading_number(r, second, second + 1, seconds, number_cardinal);
        return second + 1;
    }
    if (minutes)
        say_count(r, first, l->minute, l->minutes);
    if (minutes && seconds)
        reading_say(r, first + 1, second, " ");
    if (seconds || !minutes)
        say_count(r, second, l->second, l->seconds);
    return second + 1;
}

/* "2h 30m", "1hr 5min", "31m 4s": at least two, the greater first. */
ptrdiff_t read_duration(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    static const struct {
        const char *signs, *one, *many;
    } parts[] = {{"d", "day", "days"},
                 {"h|hr|hrs", "hour", "hours"},
                 {"m|min|mins", "minute", "minutes"},
                 {"s|sec|secs", "second", "seconds"}};
    enum { PARTS = sizeof parts / sizeof *parts };
    int count = 0, next = 0;
    ptrdiff_t end = at;
    if (!piece_parts(t, at - 1))
        return 0;
    for (ptrdiff_t i = at; piece_value(t, i) >= 0 && next < PARTS;) {
        int part = next;
        while (part < PARTS && !word_is_any(piece_str(t, i + 1), parts[part].signs))
            part++;
        if (part == PARTS || piece_kind(t, i + 1) != PIECE_WORD)
            break;
        if (count++)
            reading_say(r, end, i, " ");
        say_count(r, i, parts[part].one, parts[part].many);
        next = part + 1;
        end = i + 2;
        i = piece_past_blank(t, end);
    }
    return count > 1 && piece_parts(t, end) ? end : 0;
}

/* "10:02:33" */
static ptrdiff_t say_seconds(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    if (!piece_is(t, at, ":") || piece_digits(t, at + 1) != 2 ||
        piece_value(t, at + 1) > 59 ||
        !(piece_parts(t, at + 2) || piece_is(t, at + 2, "Z")))
        return at;
    const struct speech_tables *l = speech_tables_of(t->language);
    if (piece_value(t, at + 1) == 0) {
        reading_say(r, at, at + 2, "");
        return at + 2;
    }
    reading_say(r, at, at + 1, " and ");
    say_count(r, at + 1, l->second, l->seconds);
    return at + 2;
}

static ptrdiff_t say_dash(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    if (!piece_is_dash(t, at) || !piece_digits(t, at + 1))
        return at;
    reading_say(r, at, at + 1, speech_tables_of(t->language)->to);
    return at + 1;
}

/* "5-6pm", "9-10:30 am" */
static ptrdiff_t shared_half(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    ptrdiff_t second = at + 2, end = second + 1;
    bool minutes = piece_is(t, end, ":") && is_sixty(t, end + 1);
    end += minutes ? 2 : 0;
    if (!piece_is_dash(t, at + 1) || piece_value(t, at) < 1 || piece_value(t, at) > 12 ||
        piece_value(t, second) < 1 || piece_value(t, second) > 12 ||
        piece_is_dash(t, at - 1) || !half_of_day(t, piece_past_blank(t, end)))
        return 0;
    reading_number(r, at, at + 1, piece_value(t, at), number_cardinal);
    reading_say(r, at + 1, second, speech_tables_of(t->language)->to);
    if (minutes)
        say_clock(r, t, second, end);
    else
        reading_number(r, second, end, piece_value(t, second), number_cardinal);
    return say_half_and_zone(r, t, end);
}

static bool is_verse(const struct pieces *t, ptrdiff_t at)
{
    return piece_is_listed(t, piece_word_before(t, at),
                           speech_tables_of(t->language)->books);
}

/* "3:1", "4 : 1", "Genesis 1:1" */
static ptrdiff_t ratio(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    ptrdiff_t colon = piece_past_blank(t, at + 1),
              second = piece_past_blank(t, colon + 1);
    if (!piece_is(t, colon, ":") || !piece_digits(t, second) ||
        (colon > at + 1) != (second > colon + 1) || piece_is(t, second + 1, ":") ||
        piece_value(t, at) < 0 || piece_value(t, second) < 0 ||
        !piece_parts(t, second + 1))
        return 0;
    reading_number(r, at, at + 1, piece_value(t, at), number_cardinal);
    reading_say(r, at + 1, second, is_verse(t, at) ? " " : " to ");
    reading_number(r, second, second + 1, piece_value(t, second), number_cardinal);
    return is_verse(t, at) ? say_dash(r, t, second + 1) : second + 1;
}

ptrdiff_t read_time(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    bool stamped = piece_is(t, at - 1, "T") && piece_digits(t, at - 2) == 2;
    if ((!piece_parts(t, at - 1) && !stamped) || piece_is(t, at - 1, ":"))
        return 0;
    const char *zone = zone_at(t, at);
    if (zone && (piece_is(t, at + 1, "+") || piece_is_dash(t, at + 1))) {
        reading_letters(r, at, at + 1, str_from(zone));
        ptrdiff_t end = zone_offset(r, t, at + 1);
        return end > at + 1 ? end : 0;
    }
    if (piece_kind(t, at) != PIECE_FIGURE)
        return 0;
    ptrdiff_t end = military(r, t, at);
    if (!end && !stamped && (end = time_code(r, t, at)) > 0)
        return say_dash(r, t, end);
    if (!end)
        end = shared_half(r, t, at);
    if (end)
        return end;
    int64_t hour = piece_value(t, at), minute = piece_value(t, at + 2);
    bool colon = piece_is(t, at + 1, ":"), stop = piece_is(t, at + 1, ".");
    bool half = half_of_day(t, piece_past_blank(t, at + 3)) > 0;
    bool clock = hour >= 0 && hour <= 24 && piece_digits(t, at) <= 2;
    bool minutes = piece_digits(t, at + 2) == 2 && minute < 60 &&
                   (piece_parts(t, at + 3 + (half && !piece_parts(t, at + 3))) ||
                    piece_is(t, at + 3, "Z"));
    if (clock && (colon || (stop && half)) && minutes && !is_verse(t, at)) {
        end = at + 3;
        bool seconds = piece_is(t, end, ":");
        say_clock(r, t, at, end);
        end = say_seconds(r, t, end);
        return seconds && end == at + 3 ? 0
                                        : say_dash(r, t, say_half_and_zone(r, t, end));
    }
    if (clock && half_of_day(t, piece_past_blank(t, at + 1))) {
        reading_number(r, at, at + 1, hour, number_cardinal);
        return say_dash(r, t, say_half_and_zone(r, t, at + 1));
    }
    return ratio(r, t, at);
}
