/* Labels without a mark behind them: letters before a gap, names in bold, names alone on a line. */
#include "base/unicode.h"
#include "transcript/punctuation.h"
#include "turns/dates.h"
#include "turns/labels_scan.h"

enum {
    ALONE_COLUMNS_MOST = 60,
    TITLED_COLUMNS_MOST = 120,
    ALONE_WORDS_MOST = 6,
    BRACKETED_WORDS_MOST = 10,
    TITLE_WORDS_MOST = 14
};

/* No sentence begins with "Q" and one with a capital; with "A" many do, so that one must answer. */
static bool speech_begins(struct str s, ptrdiff_t at)
{
    int32_t c = at < s.len ? utf8_next(s, &at) : 0;
    return unicode_is_upper(c) || c == '(' || c == '[' || c == 0x201C || c == 0x2014 ||
           c == 0x2026;
}

bool label_bracketed(struct label *l, const struct scan *scan)
{
    struct str s = scan->s;
    ptrdiff_t close = s.ptr[l->begin] == '['
                          ? str_find_byte(str_slice(s, l->begin, l->begin + 32), ']')
                          : -1;
    if (close < 2 || !label_ends_or_blank(s, l->begin + close + 1))
        return false;
    struct arena scratch = {0};
    struct label_shape w =
        label_shape(&scratch, str_slice(s, l->begin + 1, l->begin + close), false);
    bool digit = unicode_is_digit((unsigned char)s.ptr[l->begin + close - 1]);
    arena_clear(&scratch);
    if (!w.role || w.broken || !digit)
        return false;
    l->begin++;
    l->end = l->begin + close - 1;
    l->colon = l->end + 1;
    l->after = label_skip_blanks(s, l->colon);
    l->alone = l->after >= s.len;
    l->style = LABEL_COLON;
    return true;
}

/* "Q - Why?", "R - Because.": a letter, a dash between blanks, and a capital. */
static bool letter_and_dash(struct label *l, struct str s)
{
    ptrdiff_t at = label_skip_blanks(s, l->begin + 1), gap = at;
    int32_t dash = at < s.len ? utf8_next(s, &at) : 0;
    if (str_find_byte(S("QRA"), s.ptr[l->begin]) < 0 || gap == l->begin + 1 ||
        (dash != '-' && dash != 0x2013 && dash != 0x2014))
        return false;
    l->after = label_skip_blanks(s, at);
    if (l->after == at || !speech_begins(s, l->after))
        return false;
    l->end = l->begin + 1;
    l->colon = at;
    l->alone = false;
    l->style = LABEL_BARE;
    return true;
}

/* "P. And when?", "R. On Tuesday.": letters that names begin with, too, so there must be a question,
 * and an answer stands below one. */
static bool other_letter(const struct scan *scan, char letter, ptrdiff_t dot)
{
    bool stop = dot < scan->s.len && scan->s.ptr[dot] == '.';
    return stop && ((letter == 'R' && scan->asked) ||
                    (letter == 'P' && str_find_byte(scan->s, '?') > dot));
}

/* "Q" or "A" with two blanks, a tab or a full stop behind it; or with one and a capital. */
bool label_bare(struct label *l, const struct scan *scan)
{
    struct str s = scan->s;
    ptrdiff_t at = l->begin + 1;
    if (letter_and_dash(l, s))
        return true;
    char letter = s.ptr[l->begin];
    if (letter != 'Q' && letter != 'A' && !other_letter(scan, letter, at))
        return false;
    bool dot = at < s.len && s.ptr[at] == '.';
    at += dot;
    int blanks = 0;
    while (at < s.len) {
        ptrdiff_t next = at;
        int32_t c = utf8_next(s, &next);
        if (!utf8_is_space(c))
            break;
        blanks += c == ' ' ? 1 : 2;
        at = next;
    }
    l->alone = at >= s.len;
    bool one = blanks == 1 && (s.ptr[l->begin] == 'Q' || scan->asked) &&
               scan->layout->lines[scan->line].first && speech_begins(s, at);
    if (!l->alone && blanks < (dot ? 1 : 2) && !one)
        return false;
    l->end = l->begin + 1;
    l->colon = l->end + dot;
    l->after = at;
    l->style = LABEL_BARE;
    return true;
}

/* "CL          Hello": two to four capitals before a gap; behind a time that is glued to them one
 * blank will do. */
bool label_initials(struct label *l, const struct scan *scan)
{
    struct str s = scan->s;
    ptrdiff_t at = l->begin, next = at;
    int letters = 0;
    for (; at < s.len && unicode_is_upper(utf8_next(s, &next)); at = next)
        if (++letters > 4)
            return false;
    bool glued =
        l->begin > l->lead && unicode_is_digit((unsigned char)s.ptr[l->begin - 1]);
    l->after = label_skip_blanks(s, at);
    ptrdiff_t gap = l->after - at;
    bool tab = gap && s.ptr[at] == '\t';
    if (letters < 2 || l->after >= s.len || !(gap >= 4 || tab || (glued && gap)))
        return false;
    l->end = l->colon = at;
    l->style = LABEL_BARE;
    return true;
}

static bool few_words(struct str s, int most)
{
    int words = 0;
    while (next_word(&s).len)
        if (++words > most)
            return false;
    return words > 0;
}

static bool ends_like_sentence(struct str s)
{
    ptrdiff_t at = s.len;
    return punctuation_of(utf8_previous(s, &at)) & ~(unsigned)PUNCTUATION_OPENS;
}

/* "Ada Lund -- Harbour Bank -- Analyst", all of a line: the name's end. 0: it is no such line. */
static ptrdiff_t name_before_title(struct str line)
{
    ptrdiff_t behind, end = label_before_dash(line, 0, &behind);
    struct str name = str_slice(line, 0, end > 0 ? end : 0), rest = name;
    struct str title = str_trim(str_slice(line, behind, line.len));
    int words = 0;
    for (struct str word; end > 0 && (word = next_word(&rest)).len; words++) {
        ptrdiff_t at = 0;
        if (!unicode_is_upper(utf8_next(word, &at)))
            return 0;
    }
    bool two = words >= 2 && words <= ALONE_WORDS_MOST;
    ptrdiff_t at = 0;
    return two && title.len && unicode_is_upper(utf8_next(title, &at)) &&
                   few_words(title, TITLE_WORDS_MOST) && !ends_like_sentence(title)
               ? end
               : 0;
}

/* "Ada Lund (Netherby) (Lab)", all of a line: the name's end. 0: it is no such line. */
static ptrdiff_t name_before_brackets(struct str line)
{
    ptrdiff_t end = line.len;
    while (end > 0 && line.ptr[end - 1] == ')') {
        int depth = 0;
        do
            depth += (line.ptr[end - 1] == ')') - (line.ptr[end - 1] == '(');
        while (--end > 0 && depth > 0);
        ptrdiff_t inside = end + 1;
        if (!end || depth || !unicode_is_upper(utf8_next(line, &inside)))
            return 0;
        end = str_trim(str_slice(line, 0, end)).len;
    }
    struct str name = str_slice(line, 0, end);
    bool party = few_words(str_slice(line, end, line.len), 1); /* "Lund (MLP)" */
    return end < line.len && !ends_like_sentence(name) && (party || !few_words(name, 1))
               ? end
               : 0;
}

bool label_bold_bare(struct label *l, const struct scan *scan)
{
    for (ptrdiff_t i = scan->mark; i < scan->block->mark_count; i++) {
        const struct mark *m = &scan->block->marks[i];
        if (m->begin > l->begin)
            break;
        struct str name = str_slice(scan->s, m->begin, m->end);
        if (m->begin != l->begin || m->end >= scan->s.len || ends_like_sentence(name) ||
            !few_words(name, ALONE_WORDS_MOST))
            continue;
        if (m->kind != MARK_STRONG && m->kind != MARK_SPEAKER)
            continue;
        l->end = label_without_clock(scan->s, m->begin, m->end);
        l->colon = l->end;
        l->after = label_skip_blanks(scan->s, m->end);
        if (clock_line(str_slice(scan->s, l->after, scan->s.len))) {
            l->timed = true;
            l->after = scan->s.len;
        }
        ptrdiff_t title = name_before_title(str_slice(scan->s, l->begin, scan->s.len));
        if (title && l->begin + title == l->end)
            return false; /* a name alone, and its title */
        l->alone = l->after >= scan->s.len;
        l->style = m->kind == MARK_SPEAKER ? LABEL_MARKED : LABEL_BOLD_BARE;
        return l->end > l->begin;
    }
    return false;
}

/* Does text follow on the next line, or in the next block? */
bool label_text_follows(const struct layout *layout, ptrdiff_t line)
{
    if (line + 1 >= layout->line_count)
        return false;
    ptrdiff_t block = layout->lines[line].block, next = layout->lines[line + 1].block;
    return next <= block + 1;
}

bool label_alone(struct label *l, const struct scan *scan)
{
    const struct layout *layout = scan->layout;
    const struct line *line = &layout->lines[scan->line];
    ptrdiff_t end = label_without_clock(scan->s, l->begin, scan->s.len);
    ptrdiff_t title = name_before_title(str_slice(scan->s, l->begin, scan->s.len));
    ptrdiff_t bracket = name_before_brackets(str_slice(scan->s, l->begin, end));
    ptrdiff_t name_end = title ? l->begin + title : bracket ? l->begin + bracket : end;
    end = title ? name_end : end;
    struct str name = str_slice(scan->s, l->begin, name_end);
    bool border = line->first || layout->breaking != BREAKING_FULL ||
                  !layout_continues(layout, scan->line);
    bool described = title || bracket;
    if (line->columns > (described ? TITLED_COLUMNS_MOST : ALONE_COLUMNS_MOST) ||
        !border || ends_like_sentence(name) ||
        !few_words(name, bracket ? BRACKETED_WORDS_MOST : ALONE_WORDS_MOST) ||
        !(title || label_text_follows(layout, scan->line)))
        return false;
    l->timed |= end < scan->s.len && !title;
    l->end = end;
    l->colon = title ? scan->s.len : end;
    l->after = scan->s.len;
    l->alone = true;
    enum label_style style = label_style_at(scan, l);
    l->bold = style == LABEL_BOLD;
    l->style = style == LABEL_MARKED ? LABEL_MARKED : LABEL_ALONE;
    return true;
}
