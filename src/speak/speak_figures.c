/* Dates, money, ranges and numbers of things as English says them. The engine would say "2021 dash
 * zero seven dash 28", "dollar one point five million", "three five months" and "no [stop] 5". */
#include "speak/speak_passes.h"

#include <string.h>

struct figure {
    ptrdiff_t end;      /* of "1,234.50" */
    ptrdiff_t fraction; /* digits behind the stop */
    bool grouped;       /* has thousands or a fraction */
};

static bool is_digit_at(struct str s, ptrdiff_t i)
{
    return i >= 0 && i < s.len && s.ptr[i] >= '0' && s.ptr[i] <= '9';
}

/* Letters, digits and bytes of other scripts: what a figure must not touch. */
static bool is_word_at(struct str s, ptrdiff_t i)
{
    if (i < 0 || i >= s.len)
        return false;
    unsigned char c = (unsigned char)s.ptr[i];
    return is_digit_at(s, i) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           c == '_';
}

static bool stands_at(struct str s, ptrdiff_t i, struct str what)
{
    return i >= 0 && str_starts(str_slice(s, i, s.len), what);
}

static ptrdiff_t digits_end(struct str s, ptrdiff_t i)
{
    while (is_digit_at(s, i))
        i++;
    return i;
}

static bool read_figure(struct figure *f, struct str s, ptrdiff_t at)
{
    ptrdiff_t end = digits_end(s, at);
    *f = (struct figure){.end = end};
    if (end == at)
        return false;
    while (end - at <= 3 && stands_at(s, f->end, S(",")) &&
           digits_end(s, f->end + 1) == f->end + 4) {
        f->end += 4;
        f->grouped = true;
    }
    if (stands_at(s, f->end, S(".")) && is_digit_at(s, f->end + 1)) {
        end = digits_end(s, f->end + 1);
        f->fraction = end - f->end - 1;
        f->end = end;
        f->grouped = true;
    }
    return true;
}

static int value_of(struct str s, ptrdiff_t at, ptrdiff_t end)
{
    int value = 0;
    for (; at < end; at++)
        value = value > 99999999 ? value : 10 * value + (s.ptr[at] - '0');
    return value;
}

/* ---- Each answers where the source goes on, or 0 when there is nothing of its kind at `at` ---- */

static ptrdiff_t say_date(struct strbuf *out, struct str s, ptrdiff_t at)
{
    static const char *const months[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
    if (digits_end(s, at) != at + 4 || !stands_at(s, at + 4, S("-")) ||
        digits_end(s, at + 5) != at + 7 || !stands_at(s, at + 7, S("-")) ||
        digits_end(s, at + 8) != at + 10)
        return 0;
    int month = value_of(s, at + 5, at + 7), day = value_of(s, at + 8, at + 10);
    if (month < 1 || month > 12 || day < 1 || day > 31 || is_word_at(s, at + 10) ||
        stands_at(s, at + 10, S("-")))
        return 0;
    strbuf_addf(out, "%d %s %d", day, months[month - 1], value_of(s, at, at + 4));
    return at + 10;
}

/* "2017-2018", "3–5": only upwards, for a score is no range. */
static ptrdiff_t say_range(struct strbuf *out, struct str s, ptrdiff_t at)
{
    static const struct str dash = {"\xE2\x80\x93", 3};
    ptrdiff_t end = digits_end(s, at);
    bool hyphen = stands_at(s, end, S("-"));
    if (end == at || !(hyphen || stands_at(s, end, dash)))
        return 0;
    ptrdiff_t second = end + (hyphen ? 1 : dash.len), last = digits_end(s, second);
    if (last == second || is_word_at(s, last) || stands_at(s, last, S("-")) ||
        stands_at(s, last, dash) || stands_at(s, last, S("/")) ||
        (hyphen && (end - at != 4 || last - second != 4 || s.ptr[at] > '2')) ||
        value_of(s, at, end) >= value_of(s, second, last))
        return 0;
    strbuf_add(out, str_slice(s, at, end));
    strbuf_add(out, S(" to "));
    strbuf_add(out, str_slice(s, second, last));
    return last;
}

static ptrdiff_t scale_end(struct str s, ptrdiff_t at)
{
    static const char *const scales[] = {" thousand", " million", " billion",
                                         " trillion"};
    for (size_t i = 0; i < sizeof scales / sizeof *scales; i++) {
        struct str scale = str_from(scales[i]);
        if (stands_at(s, at, scale) && !is_word_at(s, at + scale.len))
            return at + scale.len;
    }
    return 0;
}

/* Behind "$2.2" stands "and $2.6 million": the scale and the currency are said once. */
static bool shares_scale(struct str s, ptrdiff_t at, struct str sign)
{
    static const char *const links[] = {" and ", " to ", " or "};
    struct figure f;
    for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
        ptrdiff_t next = at + (ptrdiff_t)strlen(links[i]);
        if (stands_at(s, at, str_from(links[i])) && stands_at(s, next, sign) &&
            read_figure(&f, s, next + sign.len))
            return scale_end(s, f.end) > 0;
    }
    return false;
}

static ptrdiff_t say_money(struct strbuf *out, struct str s, ptrdiff_t at)
{
    static const struct {
        const char *sign, *one, *many;
    } currencies[] = {{"$", "dollar", "dollars"},
                      {"\xC2\xA3", "pound", "pounds"},
                      {"\xE2\x82\xAC", "euro", "euros"}};
    for (size_t i = 0; i < sizeof currencies / sizeof *currencies; i++) {
        struct str sign = str_from(currencies[i].sign);
        ptrdiff_t from = at + sign.len, scale;
        struct figure f;
        if (!stands_at(s, at, sign) || !read_figure(&f, s, from))
            continue;
        if (is_word_at(s, f.end) || stands_at(s, f.end, S("-")) ||
            stands_at(s, f.end, S("\xE2\x80\x93")))
            return 0;
        scale = scale_end(s, f.end);
        bool cents = !scale && f.fraction == 2;
        ptrdiff_t whole = cents ? f.end - 3 : scale ? scale : f.end;
        if (!scale && shares_scale(s, f.end, sign)) {
            strbuf_add(out, str_slice(s, from, f.end));
            return f.end;
        }
        strbuf_add(out, str_slice(s, from, whole));
        bool one = !scale && (!f.grouped || cents) &&
                   value_of(s, from, digits_end(s, from)) == 1;
        strbuf_addf(out, " %s", one ? currencies[i].one : currencies[i].many);
        if (cents && !stands_at(s, whole, S(".00")))
            strbuf_addf(out, " %d", value_of(s, whole + 1, f.end));
        return scale ? scale : f.end;
    }
    return 0;
}

/* "Pier No. 5", but not the answer "No." before a figure. */
static ptrdiff_t say_number_of(struct strbuf *out, struct str s, ptrdiff_t at)
{
    bool one = stands_at(s, at, S("No. ")), many = stands_at(s, at, S("Nos. "));
    ptrdiff_t figure = at + (one ? 4 : 5);
    if (at == 0 || !(one || many) || !is_digit_at(s, figure) ||
        !stands_at(s, at - 1, S(" ")))
        return 0;
    strbuf_add(out, one ? S("number ") : S("numbers "));
    return figure;
}

void speak_figures(struct strbuf *out, struct str in, const struct speaking *how,
                   struct trace *trace)
{
    (void)trace;
    struct str language = str_slice(how->language, 0, 2);
    if (language.len && !str_eq(language, S("en"))) {
        strbuf_add(out, in);
        return;
    }
    for (ptrdiff_t at = 0, next; at < in.len; at = next) {
        bool fresh = !is_word_at(in, at - 1) && !stands_at(in, at - 1, S("-")) &&
                     !stands_at(in, at - 1, S("/")) && !stands_at(in, at - 1, S("."));
        bool apart = fresh && !stands_at(in, at - 1, S(",")) &&
                     !stands_at(in, at - 3, S("\xE2\x80\x93"));
        next = 0;
        if (apart && is_digit_at(in, at))
            next = say_date(out, in, at);
        if (!next && apart && is_digit_at(in, at) && !stands_at(in, at - 1, S("$")))
            next = say_range(out, in, at);
        if (!next && fresh)
            next = say_money(out, in, at);
        if (!next && fresh)
            next = say_number_of(out, in, at);
        if (!next) {
            strbuf_add_byte(out, in.ptr[at]);
            next = at + 1;
        }
    }
}
