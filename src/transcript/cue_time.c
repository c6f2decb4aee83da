#include "transcript/cue_time.h"

#include "base/unicode.h"

static ptrdiff_t skip_blanks(struct str s, ptrdiff_t at)
{
    while (at < s.len && (s.ptr[at] == ' ' || s.ptr[at] == '\t'))
        at++;
    return at;
}

/* Digits at s[*at] as a number, at most nine of them count. */
static bool take_number(struct str s, ptrdiff_t *at, int64_t *out)
{
    ptrdiff_t begin = *at;
    int64_t value = 0;
    for (; *at < s.len && s.ptr[*at] >= '0' && s.ptr[*at] <= '9'; (*at)++)
        if (*at - begin < 9)
            value = 10 * value + (s.ptr[*at] - '0');
    *out = value;
    return *at > begin;
}

bool cue_clock(struct str s, ptrdiff_t *at, int64_t *ms)
{
    int64_t parts[3] = {0}, fraction = 0;
    int count = 0;
    for (; count < 3; count++) {
        if (!take_number(s, at, &parts[count]))
            return false;
        if (count < 2 && *at < s.len && s.ptr[*at] == ':')
            (*at)++;
        else
            break;
    }
    if (count < 1)
        return false;
    int64_t seconds = count == 2 ? 3600 * parts[0] + 60 * parts[1] + parts[2]
                                 : 60 * parts[0] + parts[1];
    if (*at < s.len && (s.ptr[*at] == '.' || s.ptr[*at] == ',')) {
        ptrdiff_t begin = ++*at;
        if (!take_number(s, at, &fraction))
            return false;
        for (ptrdiff_t digits = *at - begin; digits < 3; digits++)
            fraction *= 10;
        for (ptrdiff_t digits = *at - begin; digits > 3 && fraction > 999; digits--)
            fraction /= 10;
    }
    *ms = 1000 * seconds + fraction;
    return true;
}

struct arrow {
    ptrdiff_t end; /* behind it and blanks */
    bool exact;    /* "-->" */
    bool
        points; /* it has a head; else it is a dash, which may be a span that somebody says */
};

/* What stands between the times at s[at]; end == at: nothing that could. */
static struct arrow arrow_at(struct str s, ptrdiff_t at)
{
    ptrdiff_t begin = skip_blanks(s, at), end = begin;
    struct arrow out = {.end = at};
    for (ptrdiff_t next = end; next < s.len; end = next) {
        int32_t c = utf8_next(s, &next);
        bool head = c == '>' || c == 0x2192 || c == 0x27F6 || c == 0x21D2;
        bool shaft = c == '-' || c == '=' || c == 0x2013 || c == 0x2014 || c == 0x2212;
        if (!head && !shaft && c != ' ' && c != '\t')
            break;
        out.points = out.points || head;
    }
    struct str marks = str_trim(str_slice(s, begin, end));
    out.exact = str_eq(marks, S("-->"));
    if (marks.len)
        out.end = skip_blanks(s, end);
    return out;
}

static bool has_fraction(struct str s, ptrdiff_t begin, ptrdiff_t end)
{
    struct str clock = str_slice(s, begin, end);
    return str_find_byte(clock, '.') >= 0 || str_find_byte(clock, ',') >= 0;
}

bool cue_time_of(struct cue_time *out, struct str line)
{
    ptrdiff_t begin = skip_blanks(line, 0), at = begin;
    if (!cue_clock(line, &at, &out->begin_ms))
        return false;
    bool fractions = has_fraction(line, begin, at);
    struct arrow arrow = arrow_at(line, at);
    if (arrow.end == at)
        return false;
    begin = at = arrow.end;
    if (at == line.len && arrow.points) { /* the end is missing */
        out->end_ms = -1;
        out->settings = at;
        out->exact = false;
        return true;
    }
    if (!cue_clock(line, &at, &out->end_ms))
        return false;
    fractions = fractions && has_fraction(line, begin, at);
    out->settings = at;
    out->exact = arrow.exact;
    return (arrow.points || fractions) &&
           (at == line.len || line.ptr[at] == ' ' || line.ptr[at] == '\t');
}
