/* What may stand before a label on its line. */
#include "base/unicode.h"
#include "turns/court.h"
#include "turns/dates.h"
#include "turns/directions.h"
#include "turns/labels.h"

ptrdiff_t label_skip_blanks(struct str s, ptrdiff_t at)
{
    for (ptrdiff_t next = at; next < s.len; at = next)
        if (!utf8_is_space(utf8_next(s, &next)))
            break;
    return at;
}

static bool ends_or_blank(struct str s, ptrdiff_t at)
{
    return at >= s.len || label_skip_blanks(s, at) > at;
}

static bool begins_upper(struct str s, ptrdiff_t at)
{
    return at < s.len && unicode_is_upper(utf8_next(s, &at));
}

/* "00:00:26MH": a copy has glued the time to what follows; only a whole one is believed. */
static ptrdiff_t behind_clock(struct str s, ptrdiff_t at)
{
    struct str rest = str_slice(s, at, s.len);
    ptrdiff_t clock = clock_prefix(rest);
    if (clock && ends_or_blank(s, at + clock))
        return label_skip_blanks(s, at + clock);
    bool digits = rest.len > 8 && rest.ptr[2] == ':' && rest.ptr[5] == ':';
    for (int i = 0; digits && i < 8; i++)
        digits = i % 3 == 2 || unicode_is_digit((unsigned char)rest.ptr[i]);
    return digits && begins_upper(s, at + 8) ? at + 8 : at;
}

static ptrdiff_t behind_dash(struct str s, ptrdiff_t at)
{
    static const char *const dashes[] = {">>>",    ">>",     "--",     "-",
                                         "\u2013", "\u2014", "\u2022", "*"};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
        struct str dash = str_from(dashes[i]);
        ptrdiff_t behind = at + dash.len;
        if (str_starts(str_slice(s, at, s.len), dash) &&
            (dash.ptr[0] == '>' || ends_or_blank(s, behind)))
            return label_skip_blanks(s, behind);
    }
    return at;
}

/* "4 JOURNALIST:": the number of a page, before whoever has no other name. */
static bool of_somebody(struct str s, ptrdiff_t at)
{
    struct arena scratch = {0};
    ptrdiff_t colon = str_find_byte(str_slice(s, at, at + 32), ':');
    struct str words = str_slice(s, at, at + (colon > 0 ? colon : 0));
    struct label_shape shape = label_shape(&scratch, words, false);
    bool is = words.len > 1 && (shape.role || shape.anonymous) && !shape.metadata;
    arena_clear(&scratch);
    return is;
}

/* "Q20 Bernard Hollis:", "3. Q:" */
static ptrdiff_t behind_number(struct str s, ptrdiff_t at)
{
    bool q = at < s.len && s.ptr[at] == 'Q';
    ptrdiff_t end = at + q;
    while (end < s.len && end - at < 5 && s.ptr[end] >= '0' && s.ptr[end] <= '9')
        end++;
    if (end == at + q || end >= s.len)
        return at;
    ptrdiff_t next = label_skip_blanks(s, q ? end : end + 1);
    if (q)
        return next > end && begins_upper(s, next) ? next : at;
    bool numbered = s.ptr[end] == '.' || s.ptr[end] == ')';
    bool letter = next + 1 < s.len && (s.ptr[next] == 'Q' || s.ptr[next] == 'A') &&
                  (s.ptr[next + 1] == ':' || s.ptr[next + 1] == '.');
    bool page = next == end + 1 && s.ptr[end] == ' ' && of_somebody(s, next);
    return (numbered && letter) || page ? next : at;
}

/* "[*] HUNT:": a mark in brackets, of which nobody says a word. */
static ptrdiff_t behind_mark(struct str s, ptrdiff_t at)
{
    ptrdiff_t end = at + 1;
    if (at >= s.len || s.ptr[at] != '[')
        return at;
    while (end < s.len && end - at < 5 && (s.ptr[end] == '*' || s.ptr[end] == '+'))
        end++;
    return end > at + 1 && end < s.len && s.ptr[end] == ']'
               ? label_skip_blanks(s, end + 1)
               : at;
}

/* "(END VIDEO CLIP) HUNT:" */
static ptrdiff_t behind_direction(struct str s, ptrdiff_t at)
{
    if (at >= s.len || (s.ptr[at] != '(' && s.ptr[at] != '['))
        return at;
    struct direction d = {0};
    struct str near = str_slice(s, 0, at + 80);
    if (!direction_next(&d, near, at, 0, false) || d.begin != at || d.end >= s.len ||
        d.reason != REASON_STAGE_DIRECTION)
        return at;
    ptrdiff_t next = label_skip_blanks(s, d.end);
    return next > d.end && begins_upper(s, next) ? next : at;
}

ptrdiff_t label_lead(struct str s, ptrdiff_t at, bool *timed)
{
    for (ptrdiff_t from = -1; from != at;) {
        from = at;
        at = behind_clock(s, at);
        *timed |= at > from;
        if (at == from)
            at = behind_dash(s, at);
        if (at == from)
            at = behind_mark(s, at);
        if (at == from)
            at = behind_direction(s, at);
        if (at == from)
            at = court_lead(s, at);
    }
    return behind_number(s, at);
}
