/* The numbers of the lines of a page: 1 to 25, again on each page, at the lines' beginning or at
 * their end. A list is numbered, too; but its items are no pieces of sentences. */
#include "base/unicode.h"
#include "turns/pages_lines.h"
#include "turns/shape.h"

enum {
    NUMBER_MOST = 60, /* of lines on a page */
    COUNTED_LEAST = 18,
    COUNTED_WHOLE = 9, /* where every line of the page has its number */
    SKIPPED_MOST = 2,  /* numbers that the reader of the page lost */
    LABEL_BYTES_MOST = 60,
    CENTRED_LEAST = 8, /* columns */
    BETWEEN_MOST =
        10, /* lines without a number between two with one: a page's head and foot */
};

struct numbering {
    const struct page_lines *lines;
    bool right;    /* the numbers stand at the lines' end */
    short *number; /* of each line; 0: none */
};

/* A number of one or two digits in s[at...]; *end behind it. 0: none. */
static int digits_at(struct str s, ptrdiff_t at, ptrdiff_t *end)
{
    int value = 0;
    ptrdiff_t i = at;
    for (; i < s.len && i - at < 3 && s.ptr[i] >= '0' && s.ptr[i] <= '9'; i++)
        value = 10 * value + (s.ptr[i] - '0');
    *end = i;
    return i - at <= 2 && value <= NUMBER_MOST ? value : 0;
}

static int number_left(struct str s)
{
    ptrdiff_t end, next;
    int value = digits_at(s, 0, &end);
    next = end;
    return value && (end == s.len || utf8_is_space(utf8_next(s, &next))) ? value : 0;
}

/* Where the blanks and the number at the line's end begin; two blanks at least part them. */
static int number_right(struct str s, ptrdiff_t *from)
{
    ptrdiff_t begin = s.len, end;
    while (begin > 0 && s.len - begin < 3 && s.ptr[begin - 1] >= '0' &&
           s.ptr[begin - 1] <= '9')
        begin--;
    *from = begin;
    int value = digits_at(s, begin, &end);
    if (!value || end != s.len)
        return 0;
    bool apart = begin >= 2 && s.ptr[begin - 1] == ' ' && s.ptr[begin - 2] == ' ';
    return begin == 0 || apart || (begin && s.ptr[begin - 1] == '\t') ? value : 0;
}

/* Of the lines that begin or end with a number, those whose numbers count up. */
static ptrdiff_t count_up(struct numbering *n)
{
    ptrdiff_t last = -1, counted = 0, from;
    for (ptrdiff_t i = 0; i < n->lines->count; i++) {
        struct str s = page_line_text(n->lines, i);
        int value = n->right ? number_right(s, &from) : number_left(s);
        if (!value)
            continue;
        int above = last >= 0 && i - last <= BETWEEN_MOST ? n->number[last] : 0;
        above = above < 0 ? -above : above;
        bool follows = above && value > above && value <= above + 1 + SKIPPED_MOST;
        bool begins = value == 1;
        if (!follows && !begins && !(last < 0 || i - last > BETWEEN_MOST))
            continue;
        if (follows) {
            counted += n->number[last] < 0;
            n->number[last] = (short)above;
            n->number[i] = (short)value;
            counted++;
        } else {
            n->number[i] = (short)-value; /* until the next one follows */
        }
        last = i;
    }
    for (ptrdiff_t i = 0; i < n->lines->count; i++)
        n->number[i] = n->number[i] < 0 ? 0 : n->number[i];
    return counted;
}

/* "Q.   And then?", "THE COURT:  Sustained." */
static bool like_label(struct str s)
{
    ptrdiff_t colon = str_find_byte(str_slice(s, 0, LABEL_BYTES_MOST), ':');
    bool letter = s.len > 1 && (s.ptr[0] == 'Q' || s.ptr[0] == 'A');
    if (letter && (str_starts(str_slice(s, 1, s.len), S(". ")) ||
                   str_starts(str_slice(s, 1, s.len), S("  "))))
        return true;
    return colon > 1 && word_is_capitals(str_slice(s, 0, colon));
}

/* Does a line go on in the middle of a sentence, or with whoever speaks next? No item of a list
 * does. */
static bool is_piece(struct str s)
{
    ptrdiff_t at = 0;
    return unicode_is_lower(utf8_next(s, &at)) || like_label(s);
}

/* Are these lines of a page, and no items of lists? Then most lines have a number, and many of them
 * are pieces. */
static bool are_line_numbers(const struct numbering *n, ptrdiff_t counted)
{
    if (counted < COUNTED_WHOLE)
        return false;
    ptrdiff_t first = -1, last = -1, pieces = 0, worded = 0, high = 0;
    for (ptrdiff_t i = 0; i < n->lines->count; i++) {
        if (!n->number[i])
            continue;
        first = first < 0 ? i : first;
        last = i;
        high = n->number[i] > high ? n->number[i] : high;
        struct str s = page_line_text(n->lines, i);
        if (!n->right) {
            ptrdiff_t at;
            digits_at(s, 0, &at);
            s = str_trim(str_slice(s, at, s.len));
        }
        worded += s.len > 2;
        pieces += s.len > 2 && is_piece(s);
    }
    /* few lines are a page of their own where each has its number; what stands before or behind
     * that page says nothing, but then half of them must be pieces */
    bool page = 10 * counted >= 9 * (last - first + 1);
    bool few = counted < COUNTED_LEAST;
    bool all = 10 * counted >= 9 * n->lines->count;
    return high >= 9 && 10 * counted >= 6 * (last - first + 1) &&
           (!few || (page && (all || 2 * pieces >= worded))) && 8 * pieces >= worded;
}

static int columns_before(const struct page_line *line, struct str text)
{
    return line->indent + (int)utf8_count(str_slice(text, line->begin, line->from));
}

static void strip_left(struct page_line *line, struct str text)
{
    struct str s = str_slice(text, line->begin, line->end);
    ptrdiff_t end;
    digits_at(s, 0, &end);
    struct str rest = str_trim(str_slice(s, end, s.len));
    line->from = rest.len ? rest.ptr - text.ptr : line->end;
    line->columns -= (int)utf8_count(str_slice(text, line->begin, line->from));
    line->indent = columns_before(line, text);
}

static void strip_right(struct page_line *line, struct str text)
{
    struct str s = str_slice(text, line->begin, line->end);
    ptrdiff_t from;
    number_right(s, &from);
    struct str rest = str_trim(str_slice(s, 0, from));
    line->to = line->begin + rest.len;
    line->columns = (int)utf8_count(str_slice(text, line->begin, line->to));
}

/* The text's own margin: columns are counted from there. */
static void set_margin(struct page_lines *l)
{
    int margin = NUMBER_MOST;
    for (ptrdiff_t i = 0; i < l->count; i++) {
        const struct page_line *line = &l->items[i];
        if (line->number && line->from < line->to && line->indent < margin)
            margin = line->indent;
    }
    for (ptrdiff_t i = 0; i < l->count; i++)
        if (l->items[i].number)
            l->items[i].indent -= l->items[i].indent < margin ? 0 : margin;
}

/* Where numbered lines stand apart (double spacing), that is no end of a paragraph; a number
 * without words is one. */
static void set_breaks(struct page_lines *l)
{
    ptrdiff_t pairs = 0, apart = 0;
    for (ptrdiff_t i = 1; i < l->count; i++)
        if (l->items[i].number && l->items[i].number == l->items[i - 1].number + 1) {
            pairs++;
            apart += l->items[i].first;
        }
    for (ptrdiff_t i = 1; i < l->count; i++) {
        struct page_line *line = &l->items[i], *above = line - 1;
        if (!line->number || line->from == line->to)
            continue;
        if (line->first && 10 * apart > 6 * pairs && above->number &&
            line->number == above->number + 1 && above->from < above->to)
            line->joins = !like_label(page_line_text(l, i));
        line->breaks = above->number && above->from == above->to;
    }
}

/* Where only the first lines of paragraphs are indented, an indented line begins one. */
static void set_indents(struct page_lines *l)
{
    ptrdiff_t lower = 0, indented = 0;
    for (ptrdiff_t i = 0; i < l->count; i++)
        if (l->items[i].number && page_line_goes_on(l, i)) {
            lower++;
            indented += l->items[i].indent >= 2;
        }
    if (10 * indented > 3 * lower)
        return;
    for (ptrdiff_t i = 1; i < l->count; i++) {
        struct page_line *line = &l->items[i], *above = line - 1;
        if (!line->number || !above->number || line->from == line->to)
            continue;
        bool centred = line->indent + CENTRED_LEAST <= above->indent &&
                       word_is_capitals(page_line_text(l, i - 1));
        if ((line->indent >= above->indent + 2 || centred) && !page_line_goes_on(l, i)) {
            line->breaks = true;
            line->joins = false;
        }
    }
}

/* A number by itself above a page's first line is the page's. */
static void take_page_numbers(struct page_lines *l)
{
    for (ptrdiff_t i = 0; i + 1 < l->count; i++) {
        struct page_line *line = &l->items[i];
        struct str s = page_line_text(l, i);
        ptrdiff_t at = 0;
        while (at < s.len && s.ptr[at] >= '0' && s.ptr[at] <= '9')
            at++;
        if (!line->number && l->items[i + 1].number == 1 && at == s.len && at > 0 &&
            line->taken == REASON_NONE)
            line->taken = REASON_PAGE_FURNITURE;
    }
}

static bool take(struct page_lines *l, struct arena *scratch, bool right)
{
    struct numbering n = {l, right, arena_array(scratch, short, l->count)};
    if (!are_line_numbers(&n, count_up(&n)))
        return false;
    for (ptrdiff_t i = 0; i < l->count; i++) {
        struct page_line *line = &l->items[i];
        struct str text = l->document->blocks[line->block].text.str;
        line->number = n.number[i];
        if (line->number && right)
            strip_right(line, text);
        else if (line->number)
            strip_left(line, text);
    }
    if (!right)
        set_margin(l);
    take_page_numbers(l);
    set_breaks(l);
    set_indents(l);
    return true;
}

bool page_numbers_find(struct page_lines *l, struct arena *scratch)
{
    return take(l, scratch, false) || take(l, scratch, true);
}
