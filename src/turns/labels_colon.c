/* Labels that end in a colon, and those that the format marks. */
#include "base/unicode.h"
#include "turns/dates.h"
#include "turns/labels_scan.h"

enum { LABEL_LONGEST = 240, LOWER_WORDS_MOST = 4, IDEOGRAPHS_FROM = 0x2E80 };

bool label_ends_or_blank(struct str s, ptrdiff_t at)
{
    return at >= s.len || label_skip_blanks(s, at) > at;
}

/* Behind a colon comes a blank, the line's end, something in brackets or quotes; or a capital, when
 * the label is in capitals. */
static bool may_follow_colon(struct str s, ptrdiff_t at, struct str label, bool wide)
{
    if (wide || label_ends_or_blank(s, at))
        return true;
    ptrdiff_t end = label.len;
    if (utf8_previous(label, &end) >= IDEOGRAPHS_FROM) /* they have no blanks */
        return true;
    int32_t c = utf8_next(s, &at);
    if (c == '(' || c == '[' || c == '"' || c == 0x201C || c == 0xAB || c == 0x2014 ||
        c == 0x2026)
        return true;
    return unicode_is_upper(c) && word_is_capitals(label);
}

/* "PREGUNTA.- ", "President. – " */
static bool ends_with_dash(struct str s, ptrdiff_t at, ptrdiff_t *behind)
{
    int32_t c = utf8_next(s, &at);
    if (c == ' ')
        c = utf8_next(s, &at);
    *behind = at;
    return (c == '-' || c == 0x2013 || c == 0x2014) && at < s.len &&
           label_ends_or_blank(s, at);
}

/* The colon that ends a label which begins at `begin`: its offset, and *behind the offset behind
 * it; -1 when there is none. */
static ptrdiff_t find_colon(struct str s, ptrdiff_t begin, ptrdiff_t *behind)
{
    int depth = 0, lower_words = 0;
    bool blank = false, described = false;
    for (ptrdiff_t at = begin; at < s.len && at - begin < LABEL_LONGEST;) {
        ptrdiff_t here = at;
        int32_t c = utf8_next(s, &at);
        if (c == '(' || c == '[')
            depth++;
        else if (c == ')' || c == ']')
            depth--;
        described = described || depth || c == ',';
        if (!depth && (c == ':' || c == 0xFF1A)) {
            if (here == begin ||
                !may_follow_colon(s, at, str_slice(s, begin, here), c != ':'))
                return -1;
            *behind = at;
            return here;
        }
        if (!depth && c == '.' && here > begin && ends_with_dash(s, at, behind))
            return here;
        if (depth < 0 || (!depth && (c == '?' || c == '!' || c == ';' || c == '"')))
            return -1;
        if (blank && !described && unicode_is_lower(c) &&
            ++lower_words > LOWER_WORDS_MOST)
            return -1;
        blank = utf8_is_space(c);
    }
    return -1;
}

/* Without a clock time and blanks at its end. */
ptrdiff_t label_without_clock(struct str s, ptrdiff_t begin, ptrdiff_t end)
{
    struct str label = str_trim(str_slice(s, begin, end));
    for (ptrdiff_t at = label.len; at > 0;) {
        int32_t c = utf8_previous(label, &at);
        bool of_clock = unicode_is_digit(c) || c == ':' || c == '.' || c == '(' ||
                        c == ')' || c == '[' || c == ']' || utf8_is_space(c) ||
                        c == 'A' || c == 'P' || c == 'M' || c == 'a' || c == 'p' ||
                        c == 'm';
        if (!of_clock)
            break;
        struct str tail = str_slice(label, at, label.len);
        if (at && tail.len && !utf8_is_space(c) && clock_prefix(tail) == tail.len &&
            (c == '(' || c == '[' || label_ends_or_blank(label, at - 1)))
            at = (label = str_trim(str_slice(label, 0, at))).len;
    }
    return begin + label.len;
}

enum label_style label_style_at(const struct scan *scan, const struct label *l)
{
    for (ptrdiff_t i = scan->mark; i < scan->block->mark_count; i++) {
        const struct mark *m = &scan->block->marks[i];
        if (m->begin > l->begin)
            break;
        if (m->begin != l->begin || m->end < l->end || m->end > l->after)
            continue;
        if (m->kind == MARK_SPEAKER)
            return LABEL_MARKED;
        if (m->kind == MARK_STRONG || m->kind == MARK_EMPHASIS)
            return LABEL_BOLD;
    }
    return LABEL_COLON;
}

/* Where a marked name ends: a play prints "ANNA." with a full stop, which is no part of it; behind
 * an initial it is. */
static ptrdiff_t without_stop(struct str s, ptrdiff_t begin, ptrdiff_t end)
{
    ptrdiff_t word = end;
    while (word > begin && s.ptr[word - 1] != ' ')
        word--;
    bool stop = end - word > 4 && s.ptr[end - 1] == '.' && s.ptr[end - 2] != '.';
    return stop && str_find_byte(str_slice(s, word, end - 1), '.') < 0 ? end - 1 : end;
}

/* The format itself says who speaks, whatever the words are. */
bool label_marked(struct label *l, const struct scan *scan)
{
    struct str s = scan->s;
    for (ptrdiff_t i = scan->mark; i < scan->block->mark_count; i++) {
        const struct mark *m = &scan->block->marks[i];
        if (m->begin > l->begin)
            break;
        if (m->begin != l->begin || m->kind != MARK_SPEAKER || m->end > s.len ||
            str_find_byte(str_slice(s, m->begin, m->end), ':') >= 0)
            continue;
        ptrdiff_t at = label_skip_blanks(s, m->end);
        l->end = label_without_clock(s, m->begin, m->end);
        l->end = without_stop(s, l->begin, l->end);
        l->colon = at < s.len && s.ptr[at] == ':' ? at + 1 : m->end;
        l->after = label_skip_blanks(s, l->colon);
        l->alone = l->after >= s.len;
        l->style = LABEL_MARKED;
        return l->end > l->begin;
    }
    return false;
}

static bool clock_shortens(struct str s, const struct label *l, ptrdiff_t end)
{
    return str_trim(str_slice(s, l->begin, end)).len > l->end - l->begin;
}

/* "UNIDENTIFIED MALE: (voice over): " */
static void described_behind_colon(struct label *l, struct str s)
{
    if (l->after >= s.len || s.ptr[l->after] != '(')
        return;
    ptrdiff_t close = str_find_byte(str_slice(s, l->after, l->after + 60), ')');
    ptrdiff_t colon = l->after + close + 1;
    if (close < 0 || colon >= s.len || s.ptr[colon] != ':' ||
        !label_ends_or_blank(s, colon + 1))
        return;
    l->colon = colon + 1;
    l->after = label_skip_blanks(s, l->colon);
}

/* "**Monica** (to Ross): ": how it is said stands behind the name, and is no part of it. */
static void bold_before_bracket(struct label *l, const struct scan *scan)
{
    struct str s = scan->s;
    if (l->end <= l->begin || s.ptr[l->end - 1] != ')')
        return;
    ptrdiff_t open = str_find_byte(str_slice(s, l->begin, l->end), '(');
    ptrdiff_t inside = l->begin + open + 1;
    if (open < 1 || !unicode_is_lower(utf8_next(s, &inside)))
        return;
    struct label name = *l;
    name.end = l->begin + str_trim(str_slice(s, l->begin, l->begin + open)).len;
    name.after = l->begin + open;
    if (name.end > l->begin && label_style_at(scan, &name) == LABEL_BOLD) {
        l->end = name.end;
        l->style = LABEL_BOLD;
    }
}

/* "A.17": turns that are counted; the letters alone say who speaks. */
static ptrdiff_t without_count(struct str s, ptrdiff_t begin, ptrdiff_t end)
{
    ptrdiff_t dot = end;
    while (dot > begin && s.ptr[dot - 1] >= '0' && s.ptr[dot - 1] <= '9')
        dot--;
    bool letters =
        dot < end && dot > begin + 1 && s.ptr[dot - 1] == '.' && dot - begin < 5;
    for (ptrdiff_t i = begin; i < dot - 1; i++)
        letters = letters && s.ptr[i] >= 'A' && s.ptr[i] <= 'Z';
    return letters ? dot - 1 : end;
}

/* "NORTHSHORE COUNTY,      :": a rule down the page, made of colons. */
static bool is_ruled(struct str s, ptrdiff_t colon)
{
    return colon > 1 && s.ptr[colon - 1] == ' ' && s.ptr[colon - 2] == ' ';
}

bool label_colon(struct label *l, const struct scan *scan)
{
    struct str s = scan->s;
    ptrdiff_t behind = 0, colon = find_colon(s, l->begin, &behind);
    if (colon < 0)
        return false;
    l->end = label_without_clock(s, l->begin, colon);
    l->colon = behind;
    l->after = label_skip_blanks(s, behind);
    ptrdiff_t clock = clock_prefix(str_slice(s, l->after, s.len));
    bool bracket = clock && (s.ptr[l->after] == '(' || s.ptr[l->after] == '[');
    if (bracket || (clock && label_skip_blanks(s, l->after + clock) >= s.len)) {
        l->after = label_skip_blanks(s, l->after + clock);
        l->timed = true;
    }
    l->timed |= clock_shortens(s, l, colon);
    described_behind_colon(l, s);
    l->end = without_count(s, l->begin, l->end);
    l->alone = l->after >= s.len;
    if (l->alone && is_ruled(s, colon)) /* the parties on a court's first page */
        return false;
    l->style = label_style_at(scan, l);
    if (l->style == LABEL_COLON)
        bold_before_bracket(l, scan);
    return l->end > l->begin;
}
