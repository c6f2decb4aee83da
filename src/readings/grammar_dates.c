/* Dates, times of day, scores and telephone numbers. For readings/grammar.h. */
#include "readings/grammar.h"

static bool is_year(const struct pieces *t, ptrdiff_t at)
{
    return piece_digits(t, at) == 4 && piece_value(t, at) >= 1000 &&
           piece_value(t, at) < 2200 && piece_parts(t, at + 1);
}

static bool is_day(const struct pieces *t, ptrdiff_t at)
{
    return piece_digits(t, at) > 0 && piece_digits(t, at) <= 2 &&
           piece_value(t, at) >= 1 && piece_value(t, at) <= 31;
}

/* Behind "5", "5.", "1er", "1.º", "5-го". */
static ptrdiff_t day_end(const struct pieces *t, ptrdiff_t at)
{
    struct form f = {0};
    ptrdiff_t end = grammar_of(t->language)->ordinal_end(t, at, &f);
    return end ? end : at + 1;
}

/* The month behind a day, with *name at it and *end behind; 0: none. */
static int month_behind(const struct pieces *t, ptrdiff_t at, ptrdiff_t *name,
                        ptrdiff_t *end)
{
    if (piece_kind(t, at) != PIECE_BLANK)
        return 0;
    *name = piece_is(t, at + 1, "de") ? at + 3 : at + 1;
    int month = grammar_month(t, *name, end);
    return piece_parts(t, *end) ? month : 0;
}

static bool is_link(const struct pieces *t, ptrdiff_t at, ptrdiff_t *behind)
{
    const struct grammar *g = grammar_of(t->language);
    if (piece_is_dash(t, at)) {
        *behind = at + 1;
        return true;
    }
    ptrdiff_t word = piece_is(t, at, ",") ? at : at + 1;
    *behind = word + 2;
    return piece_is(t, at, ",") || (piece_kind(t, at) == PIECE_BLANK &&
                                    word_is_any(piece_str(t, word), g->day_links));
}

/* "5" of "5 и 6 июня" */
static bool shares_month(const struct pieces *t, ptrdiff_t at)
{
    ptrdiff_t name, end, behind;
    for (int days = 0; days < 4; days++) {
        if (!is_link(t, day_end(t, at), &behind) || !is_day(t, behind))
            return false;
        at = behind;
        if (month_behind(t, day_end(t, at), &name, &end))
            return true;
    }
    return false;
}

static void say_year(struct strbuf *b, const struct grammar *g, int64_t year)
{
    strbuf_addf(b, " %s", g->date_of);
    g->number(b, NUMBER_YEAR, year, (struct form){.in = GENITIVE, .bare = true});
}

/* "20.01.2017", "20/01/2017", "20.01.17", "2017-01-20" */
static ptrdiff_t in_figures(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    const struct grammar *g = grammar_of(t->language);
    struct str sign = piece_str(t, at + 1);
    bool iso = piece_digits(t, at) == 4 && str_eq(sign, S("-"));
    bool dots = str_eq(sign, S(".")), slashes = str_eq(sign, S("/"));
    if (!(iso || dots || slashes) || !str_eq(piece_str(t, at + 3), sign) ||
        piece_digits(t, at + 2) > 2 || (iso && piece_digits(t, at + 2) != 2) ||
        !piece_parts(t, at + 5) || piece_is_dash(t, at - 1) || piece_is(t, at - 1, "/") ||
        piece_is_dash(t, at + 5))
        return 0;
    ptrdiff_t year = iso ? at : at + 4, day = iso ? at + 4 : at;
    int64_t m = piece_value(t, at + 2), y = piece_value(t, year);
    if (!iso && piece_digits(t, year) == 2)
        y += y < 50 ? 2000 : 1900;
    if (m < 1 || m > 12 || !is_day(t, day) || y < 1000 || y > 2200)
        return 0;
    struct strbuf b = {.arena = r->out.arena};
    g->day(&b, piece_value(t, day), g->day_form(t, at));
    strbuf_addf(&b, " %s%s", g->date_of, g->months[m - 1]);
    say_year(&b, g, y);
    strbuf_add(&b, str_from(g->year_behind));
    reading_buffer(r, at, at + 5, &b);
    ptrdiff_t word = piece_past_blank(t, at + 5); /* "20.01.2017 г." */
    if (*g->year_behind && piece_is(t, word, "\u0433") && piece_is(t, word + 1, "."))
        return word + (piece_kind(t, word + 2) == PIECE_NONE ? 1 : 2);
    return at + 5;
}

/* "le 28/2", "del 28/2 al 3/4"; "3/4 de" is a part. */
static ptrdiff_t told_by_slash(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    const struct grammar *g = grammar_of(t->language);
    int64_t month = piece_value(t, at + 2);
    ptrdiff_t end = at + 3, before = piece_word_before(t, at);
    if (!piece_is(t, at + 1, "/") || piece_digits(t, at + 2) > 2 || month < 1 ||
        month > 12 || !piece_parts(t, end) || piece_is(t, end, "/") ||
        !word_is_any(piece_str(t, before), g->date_cues) ||
        word_is_any(piece_str(t, piece_past_blank(t, end)), "de|du|des|del"))
        return 0;
    struct strbuf b = {.arena = r->out.arena};
    g->day(&b, piece_value(t, at), g->day_form(t, at));
    strbuf_addf(&b, " %s%s", g->date_of, g->months[month - 1]);
    reading_buffer(r, at, end, &b);
    return end;
}

/* "am 11.9." */
static ptrdiff_t without_year(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    const struct grammar *g = grammar_of(t->language);
    int64_t month = piece_value(t, at + 2);
    ptrdiff_t end = at + 4;
    if (g != &grammar_german || !piece_is(t, at + 1, ".") ||
        piece_digits(t, at + 2) > 2 || month < 1 || month > 12 ||
        !piece_is(t, at + 3, ".") || !piece_parts(t, end))
        return 0;
    struct strbuf b = {.arena = r->out.arena};
    g->day(&b, piece_value(t, at), g->day_form(t, at));
    strbuf_addf(&b, " %s%s", g->months[month - 1],
                piece_kind(t, end) == PIECE_NONE ? "." : "");
    reading_buffer(r, at, end, &b);
    return end;
}

/* The year behind a month: " 2017", " de 2017"; returns where it ends, or `at`. */
static ptrdiff_t year_behind(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    const struct grammar *g = grammar_of(t->language);
    ptrdiff_t year = at + 1;
    if (*g->date_of && (piece_is(t, year, "de") || piece_is(t, year, "del")))
        year += 2;
    if (piece_kind(t, at) != PIECE_BLANK || !is_year(t, year))
        return at;
    struct strbuf b = {.arena = r->out.arena};
    say_year(&b, g, piece_value(t, year));
    reading_buffer(r, at, year + 1, &b);
    return year + 1;
}

ptrdiff_t grammar_date(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    const struct grammar *g = grammar_of(t->language);
    ptrdiff_t name, end;
    if (piece_kind(t, at) != PIECE_FIGURE || !piece_parts(t, at - 1) ||
        (piece_is(t, at - 1, ",") && piece_digits(t, at - 2)))
        return 0;
    ptrdiff_t figures = in_figures(r, t, at);
    if (figures || !is_day(t, at))
        return figures;
    ptrdiff_t short_end = without_year(r, t, at);
    short_end = short_end ? short_end : told_by_slash(r, t, at);
    if (short_end)
        return short_end;
    ptrdiff_t behind = day_end(t, at);
    int month = month_behind(t, behind, &name, &end);
    if (!month && !(g->days_unmarked && shares_month(t, at)))
        return 0;
    struct strbuf b = {.arena = r->out.arena};
    g->day(&b, piece_value(t, at), g->day_form(t, at));
    reading_buffer(r, at, behind, &b);
    for (ptrdiff_t next; !month; month = month_behind(t, behind, &name, &end)) {
        is_link(t, behind, &next); /* which shares_month has seen */
        for (ptrdiff_t i = behind; i < next; i++)
            reading_say_str(r, i, i + 1, piece_str(t, i));
        b.len = 0;
        g->day(&b, piece_value(t, next), g->day_form(t, next));
        behind = day_end(t, next);
        reading_buffer(r, next, behind, &b);
    }
    b.len = 0;
    strbuf_addf(&b, " %s%s", g->date_of, g->months[month - 1]);
    reading_buffer(r, behind, end, &b);
    return year_behind(r, t, end);
}

/* "21:30", "21.30 Uhr", "21 h 30": with *minute at the minutes; returns where it ends, or 0. */
static ptrdiff_t time_end(const struct pieces *t, ptrdiff_t at, ptrdiff_t *minute)
{
    const struct grammar *g = grammar_of(t->language);
    ptrdiff_t sign = g->hour_letter ? piece_past_blank(t, at + 1) : at + 1;
    bool letter = g->hour_letter && piece_is(t, sign, "h");
    bool colon = piece_is(t, at + 1, ":"), stop = piece_is(t, at + 1, ".");
    *minute = letter ? piece_past_blank(t, sign + 1) : at + 2;
    if (!(letter || colon || stop) || piece_digits(t, *minute) != 2 ||
        piece_value(t, *minute) > 59 || piece_is(t, *minute + 1, ":"))
        return 0;
    ptrdiff_t end = *minute + 1, word = piece_past_blank(t, end);
    bool named = (g->hour_word && piece_is(t, word, g->hour_word)) ||
                 (piece_is(t, word, "h") && !g->hour_letter);
    if (letter && (piece_is(t, *minute - 1, "/") || !piece_parts(t, end)))
        return 0;
    bool zone = word_is_any(piece_str(t, word), "по|мск|МСК|horas");
    if (stop && !named && !zone)
        return 0;
    return named ? word + 1 : piece_parts(t, end) ? end : 0;
}

static bool is_sixty(const struct pieces *t, ptrdiff_t at)
{
    return piece_digits(t, at) == 2 && piece_value(t, at) < 60;
}

static void say_count(struct strbuf *b, const struct grammar *g, const struct noun *n,
                      int64_t value)
{
    struct form f = {.gender = n->gender, .in = ACCUSATIVE};
    strbuf_add(b, b->len ? S(" ") : S(""));
    g->number(b, NUMBER_COUNT, value, f);
    strbuf_add(b, S(" "));
    g->noun(b, n, value, f);
}

/* Of a recording: "00:18:35", "55:05"; "46:43" only behind a word that points into one. */
static ptrdiff_t time_code(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    const struct grammar *g = grammar_of(t->language);
    bool hours = piece_is(t, at + 3, ":");
    ptrdiff_t first = hours ? at + 2 : at, second = first + 2;
    int64_t minutes = piece_value(t, first), seconds = piece_value(t, second);
    if (piece_digits(t, at) != 2 || !piece_is(t, at + 1, ":") || !is_sixty(t, at + 2) ||
        !is_sixty(t, second) || !piece_parts(t, second + 1) ||
        piece_is(t, second + 1, ":"))
        return 0;
    struct strbuf b = {.arena = r->out.arena};
    if (hours) {
        if (piece_value(t, at) != 0)
            return 0;
        if (minutes)
            say_count(&b, g, &g->clock[0], minutes);
        if (seconds || !minutes)
            say_count(&b, g, &g->clock[1], seconds);
    } else {
        struct str word = piece_str(t, piece_word_before(t, at));
        bool zero = piece_str(t, second).ptr[0] == '0' && seconds;
        bool opens = piece_kind(t, at - 1) == PIECE_NONE && !minutes && g->hour_word &&
                     !piece_is(t, piece_past_blank(t, second + 1), g->hour_word);
        if (opens) { /* "00:15 Beginn" */
            g->number(&b, NUMBER_NAME, 0, (struct form){0});
            strbuf_add(&b, seconds ? S(" ") : S(""));
            if (seconds)
                g->number(&b, NUMBER_NAME, seconds, (struct form){0});
            reading_buffer(r, at, second + 1, &b);
            return second + 1;
        }
        if (minutes <= 24 || !seconds || (!zero && !word_is_any(word, g->clock_at)))
            return 0;
        g->number(&b, NUMBER_NAME, minutes, (struct form){0});
        strbuf_add(&b, S(" "));
        grammar_digits(&b, g, zero ? S("0") : S(""));
        strbuf_add(&b, zero ? S(" ") : S(""));
        g->number(&b, NUMBER_NAME, seconds, (struct form){0});
    }
    reading_buffer(r, at, second + 1, &b);
    return second + 1;
}

ptrdiff_t grammar_time(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    const struct grammar *g = grammar_of(t->language);
    int64_t hour = piece_value(t, at);
    ptrdiff_t minute;
    if (piece_kind(t, at) != PIECE_FIGURE || !piece_parts(t, at - 1) ||
        piece_is(t, at - 1, ":") || piece_digits(t, at) > 2)
        return 0;
    struct strbuf b = {.arena = r->out.arena};
    ptrdiff_t end = time_code(r, t, at);
    if (end)
        return end;
    end = time_end(t, at, &minute);
    if (end && hour <= 24) {
        g->time(&b, hour, piece_value(t, minute), g->count_form(t, at, end, hour));
        reading_buffer(r, at, end, &b);
        return end;
    }
    if (!piece_is(t, at + 1, ":") || !piece_digits(t, at + 2) ||
        piece_digits(t, at + 2) > 2 || piece_is(t, at + 3, ":") ||
        !piece_parts(t, at + 3))
        return 0;
    g->number(&b, NUMBER_NAME, hour, (struct form){0});
    strbuf_add(&b, str_from(g->signs->to_score));
    g->number(&b, NUMBER_NAME, piece_value(t, at + 2), (struct form){0});
    reading_buffer(r, at, at + 3, &b);
    return at + 3;
}

static bool is_telephone_word(const struct pieces *t, ptrdiff_t at)
{
    static const char words[] =
        "Tel|tel|T\u00E9l|t\u00E9l|Telefon|tel\u00E9fono|Tel\u00E9fono|"
        "t\u00E9l\u00E9phone|Fax|fax|\u0422\u0435\u043B|\u0442\u0435\u043B|"
        "\u0442\u0435\u043B\u0435\u0444\u043E\u043D";
    for (int back = 1; back <= 4; back++) {
        if (piece_kind(t, at - back) == PIECE_WORD)
            return word_is_any(piece_str(t, at - back), words);
    }
    return false;
}

static void say_group(struct strbuf *b, const struct grammar *g, const struct pieces *t,
                      ptrdiff_t i)
{
    struct str digits = piece_str(t, i);
    bool one_by_one = g->phone_digits || digits.len > 3 || digits.ptr[0] == '0';
    if (one_by_one)
        grammar_digits(b, g, digits);
    else
        g->number(b, NUMBER_NAME, piece_value(t, i), (struct form){0});
}

/* "+7 495 555-01-47", "01 23 45 67 89", "Tel. 030 5550147" */
ptrdiff_t grammar_telephone(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    const struct grammar *g = grammar_of(t->language);
    bool plus = piece_is(t, at, "+"), opens = plus || piece_is(t, at, "(");
    ptrdiff_t i = at + opens, end = at, digits = 0, said = at;
    int groups = 0, hyphens = 0;
    if (!piece_parts(t, at - 1) || piece_is_dash(t, at - 1) || piece_is(t, at - 1, ",") ||
        piece_is(t, at - 1, ".") || piece_is(t, i, "."))
        return 0;
    bool zero = piece_digits(t, i) > 1 && piece_str(t, i).ptr[0] == '0';
    bool called = is_telephone_word(t, at);
    while (groups < 8 && piece_digits(t, i) > 0 && piece_digits(t, i) < 9) {
        struct strbuf b = {.arena = r->out.arena};
        strbuf_addf(&b, "%s%s",
                    groups ? ", "
                    : plus ? g->signs->plus
                           : "",
                    !groups && plus ? " " : "");
        say_group(&b, g, t, i);
        reading_buffer(r, said, i + 1, &b);
        digits += piece_digits(t, i);
        groups++;
        said = end = i + 1;
        ptrdiff_t next = piece_is(t, end, ")") ? end + 1 : end;
        bool hyphen = piece_is(t, next, "-") || piece_is(t, next, "/") ||
                      (piece_is(t, next, ".") && piece_digits(t, next + 1));
        hyphens += hyphen && piece_digits(t, next + 1) == 2;
        next = piece_past_blank(t, next + hyphen);
        next += piece_is(t, next, "(");
        if (next == end)
            break;
        i = next;
    }
    bool shape =
        digits >= 7 && groups > 1 + !plus && (plus || zero || opens || hyphens > 1);
    bool open =
        piece_is_dash(t, end) || !piece_parts(t, end) ||
        ((piece_is(t, end, ",") || piece_is(t, end, ".")) && piece_digits(t, end + 1));
    return (shape || (called && digits >= 6)) && digits <= 15 && !open ? end : 0;
}
