/* Running heads and feet, page numbers and disclaimers. Lines with the same letters are one group,
 * whatever their figures; a group is furniture when it counts up, cuts sentences, comes at even
 * distances, or always stands beside furniture. */
#include <stdlib.h>

#include "base/unicode.h"
#include "transcript/vocabulary.h"
#include "turns/furniture.h"
#include "turns/pages_lines.h"
#include "turns/shape.h"

enum {
    COLUMNS_MOST = 120,
    PAGE_LINES_LEAST = 15, /* from one head to the next */
    PAGE_LINES_MOST = 100,
    PAGE_BYTES_LEAST = 600,
    ROUNDS = 3,
    SIGNATURE_LINES_MOST = 10
};

struct sighting {
    uint64_t key; /* of its letters; 0: it has none */
    ptrdiff_t line;
    int number; /* the last one in it; -1: none */
};

struct group {
    const struct page_lines *lines;
    const struct sighting *items;
    ptrdiff_t count;
};

static int roman_digit(char c)
{
    static const char digits[] = "ivxlc";
    static const int values[] = {1, 5, 10, 50, 100};
    for (int i = 0; digits[i]; i++)
        if (digits[i] == c)
            return values[i];
    return 0;
}

/* "xii": 12; 0 when it is no such number. */
static int roman(struct str s)
{
    int value = 0;
    for (ptrdiff_t i = 0; i < s.len && s.len <= 8; i++) {
        int digit = roman_digit(s.ptr[i]);
        int next = i + 1 < s.len ? roman_digit(s.ptr[i + 1]) : 0;
        if (!digit)
            return 0;
        value += digit < next ? -digit : digit;
    }
    return s.len <= 8 ? value : 0;
}

static struct sighting sight(const struct page_lines *l, ptrdiff_t line)
{
    struct str s = page_line_text(l, line);
    struct sighting found = {.line = line, .number = -1};
    uint64_t hash = HASH_BEGIN;
    bool letters = false, digit_before = false;
    for (ptrdiff_t at = 0; at < s.len;) {
        int32_t c = utf8_next(s, &at);
        bool digit = c >= '0' && c <= '9';
        if (digit) {
            int so_far = digit_before ? found.number : 0;
            found.number = so_far < 100000 ? 10 * so_far + (int)(c - '0') : so_far;
        } else if (unicode_is_letter(c)) {
            letters = true;
            hash = hash_add(hash, (uint64_t)c);
        }
        digit_before = digit;
    }
    int value = letters && found.number < 0 ? roman(s) : 0;
    found.number = value > 0 ? value : found.number;
    found.key = letters && value <= 0 ? hash | 1 : 0;
    return found;
}

static int by_key(const void *x, const void *y)
{
    const struct sighting *a = x, *b = y;
    if (a->key != b->key)
        return a->key < b->key ? -1 : 1;
    return a->line < b->line ? -1 : a->line > b->line;
}

static bool begins_low(const struct page_lines *l, ptrdiff_t line)
{
    return page_line_goes_on(l, line);
}

/* Does the line stand inside a sentence that goes on behind it? */
static bool cuts(const struct page_lines *l, ptrdiff_t line)
{
    ptrdiff_t above = page_line_before(l, line), below = page_line_behind(l, line);
    return above >= 0 && below >= 0 && page_line_is_open(l, above) &&
           page_line_goes_on(l, below);
}

/* Is the line itself a sentence's that the next one of its paragraph goes on with? Where none is
 * open above, no page's head is. */
static bool is_gone_on_with(const struct page_lines *l, ptrdiff_t line)
{
    ptrdiff_t above = page_line_before(l, line);
    return line + 1 < l->count && !l->items[line + 1].first &&
           page_line_is_open(l, line) && page_line_goes_on(l, line + 1) &&
           (above < 0 || !page_line_is_open(l, above));
}

static ptrdiff_t source_of(const struct page_lines *l, ptrdiff_t line)
{
    const struct page_line *at = &l->items[line];
    return text_place(l->document->blocks[at->block].text, at->from, at->to).begin;
}

/* Could a page lie between two neighbours of the group? */
static bool page_apart(const struct group *g, ptrdiff_t i)
{
    ptrdiff_t x = g->items[i - 1].line, y = g->items[i].line;
    return y - x >= PAGE_LINES_LEAST ||
           source_of(g->lines, y) - source_of(g->lines, x) >= PAGE_BYTES_LEAST;
}

/* Is the number the one behind that of the neighbour before? */
static bool follows(const struct group *g, ptrdiff_t i)
{
    return g->items[i].number >= 0 && g->items[i].number == g->items[i - 1].number + 1;
}

static bool counts_up(const struct group *g, ptrdiff_t i)
{
    bool last_page = i > 1 && i + 1 == g->count; /* which may be a short one */
    return follows(g, i) && (last_page || page_apart(g, i));
}

static bool evenly_spaced(const struct group *g)
{
    if (g->count < 4)
        return false;
    ptrdiff_t span = g->items[g->count - 1].line - g->items[0].line;
    ptrdiff_t mean = span / (g->count - 1), even = 0;
    if (mean < PAGE_LINES_LEAST || mean > PAGE_LINES_MOST ||
        10 * span < 5 * g->lines->count)
        return false;
    for (ptrdiff_t i = 1; i < g->count; i++) {
        ptrdiff_t off = g->items[i].line - g->items[i - 1].line - mean;
        even += (off < 0 ? -off : off) <= 2 + mean / 12;
    }
    return 5 * even >= 4 * (g->count - 1);
}

static bool is_taken(const struct page_lines *l, ptrdiff_t line)
{
    return line >= 0 && line < l->count && l->items[line].taken != REASON_NONE;
}

/* Is it something that could also be a label, or speech? */
static bool like_label(struct str s)
{
    return str_ends(s, S(":")) || s.len < 4;
}

static bool like_sentence(struct str s)
{
    return str_ends(s, S(".")) || str_ends(s, S("?")) || str_ends(s, S("!")) ||
           str_ends(s, S(",")) || str_ends(s, S(";"));
}

/* Is the whole group furniture? */
static bool is_furniture(const struct group *g)
{
    const struct page_lines *l = g->lines;
    struct str s = page_line_text(l, g->items[0].line);
    ptrdiff_t cutting = 0, beside = 0, up = 0, apart = 0, alone = 0, text = 0;
    if (g->count < 2 || begins_low(l, g->items[0].line) || like_label(s))
        return false;
    for (ptrdiff_t i = 0; i < g->count; i++) {
        ptrdiff_t line = g->items[i].line;
        cutting += cuts(l, line);
        text += is_gone_on_with(l, line);
        beside += is_taken(l, line - 1) || is_taken(l, line + 1);
        alone +=
            l->items[line].first && (line + 1 == l->count || l->items[line + 1].first);
        up += i && counts_up(g, i);
        bool last_page = i > 1 && i + 1 == g->count; /* which may be a short one */
        apart += i && (last_page || page_apart(g, i));
    }
    /* the first head stands above the text; the others cut sentences, and furniture is next to them:
     * then pages may be short */
    if (2 * text > g->count)
        return false;
    if (cutting >= 2 && cutting + 1 >= g->count && beside >= cutting)
        return true;
    if (5 * apart < 4 * (g->count - 1))
        return false;
    bool set_off = 2 * alone >= g->count || g->count >= 3;
    if (cutting && set_off && 4 * cutting >= g->count)
        return true;
    if (up >= 2 && 3 * up >= 2 * (g->count - 1) && !like_sentence(s) && beside)
        return true;
    if (g->count >= 3 && 5 * beside >= 3 * g->count && !str_ends(s, S("?")))
        return true;
    return evenly_spaced(g) && !like_sentence(s);
}

static void take_line(struct page_lines *l, ptrdiff_t line)
{
    l->items[line].taken = REASON_PAGE_FURNITURE;
}

/* Numbers that stand alone are the pages' as far as they count up. */
static bool take_numbers(const struct group *g, struct page_lines *l)
{
    ptrdiff_t up = 0, cutting = 0;
    for (ptrdiff_t i = 1; i < g->count; i++) {
        up += counts_up(g, i);
        bool here = cuts(l, g->items[i].line), before = cuts(l, g->items[i - 1].line);
        cutting += counts_up(g, i) ? here || before : follows(g, i) && here && before;
    }
    if (up < 2 && !cutting)
        return false;
    for (ptrdiff_t i = 0; i < g->count; i++)
        if ((i && follows(g, i)) || (i + 1 < g->count && follows(g, i + 1)))
            take_line(l, g->items[i].line);
    return true;
}

static bool take_group(const struct group *g, struct page_lines *l)
{
    if (!g->items[0].key)
        return take_numbers(g, l);
    if (!is_furniture(g))
        return false;
    for (ptrdiff_t i = 0; i < g->count; i++)
        take_line(l, g->items[i].line);
    return true;
}

/* What says by itself that it is a page's: "Page 12 of 40", "- 12 -". */
static bool take_marked(struct page_lines *l)
{
    bool any = false;
    for (ptrdiff_t i = 0; i < l->count; i++) {
        const struct page_line *line = &l->items[i];
        bool alone = line->first && (i + 1 == l->count || l->items[i + 1].first);
        if (line->columns > 40 || line->from == line->to ||
            (!alone && begins_low(l, i)) ||
            furniture_paragraph(page_line_text(l, i)) != REASON_PAGE_FURNITURE ||
            furniture_ends(page_line_text(l, i)))
            continue;
        take_line(l, i);
        any = true;
    }
    return any;
}

/* "Note: The following is ..." in the middle of a sentence: a paragraph that begins with a word of
 * metadata, and goes up to the end of a sentence. */
static bool is_inserted_note(const struct page_lines *l, ptrdiff_t first, ptrdiff_t last)
{
    struct str head, rest, end = page_line_text(l, last);
    if (last - first > 12 || !like_sentence(end) ||
        !str_cut(page_line_text(l, first), ':', &head, &rest) || head.len > 30)
        return false;
    ptrdiff_t above = page_line_before(l, first), below = page_line_behind(l, last);
    if (above < 0 || below < 0 || !page_line_is_open(l, above) ||
        !page_line_goes_on(l, below))
        return false;
    struct arena scratch = {0};
    bool note = vocabulary_has(WORD_METADATA, label_key(&scratch, head));
    arena_clear(&scratch);
    return note;
}

static bool take_notes(struct page_lines *l)
{
    bool any = false;
    for (ptrdiff_t i = 0, end; i < l->count; i = end) {
        for (end = i + 1; end < l->count && !l->items[end].first;)
            end++;
        if (!is_inserted_note(l, i, end - 1))
            continue;
        any = true;
        for (ptrdiff_t at = i; at < end; at++)
            take_line(l, at);
    }
    return any;
}

/* "--" alone on a line, and few lines behind it, with an address: an e-mail's signature (RFC 3676
 * section 4.3). */
static bool take_signature(struct page_lines *l)
{
    ptrdiff_t from = l->count;
    bool address = false;
    while (from > 0 && l->count - from <= SIGNATURE_LINES_MOST) {
        struct str s = page_line_text(l, --from);
        if (str_eq(str_trim(s), S("--")))
            break;
        address = address || str_find_byte(s, '@') > 0 || str_find(s, S("://")) > 0;
    }
    if (!address || !str_eq(str_trim(page_line_text(l, from)), S("--")))
        return false;
    for (ptrdiff_t i = from; i < l->count; i++)
        take_line(l, i);
    return true;
}

bool page_furniture_find(struct page_lines *l, struct arena *scratch)
{
    struct sighting *seen = arena_array(scratch, struct sighting, l->count);
    ptrdiff_t count = 0;
    bool any = take_marked(l);
    for (ptrdiff_t i = 0; i < l->count; i++)
        if (l->items[i].columns <= COLUMNS_MOST && l->items[i].from < l->items[i].to &&
            !is_taken(l, i))
            seen[count++] = sight(l, i);
    qsort(seen, (size_t)count, sizeof *seen, by_key);
    for (int round = 0; round < ROUNDS; round++) {
        bool found = false;
        for (ptrdiff_t i = 0, end; i < count; i = end) {
            for (end = i + 1; end < count && seen[end].key == seen[i].key;)
                end++;
            struct group g = {l, seen + i, end - i};
            if (end - i > 1 && !is_taken(l, seen[i].line))
                found |= take_group(&g, l);
        }
        any |= found;
        if (!found)
            break;
    }
    any |= take_signature(l);
    return take_notes(l) || any;
}
