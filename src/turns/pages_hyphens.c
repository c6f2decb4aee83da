/* Words that were hyphenated because the line was full. Whether the hyphen is the word's own, the
 * rest of the document says: where else the word stands with one, without one, or in halves. */
#include "base/unicode.h"
#include "turns/pages_lines.h"
#include "turns/sightings.h"
#include "turns/strset.h"

enum { COLUMNS_LEAST = 30, WORD_BYTES_MOST = 100 };

struct parted {
    ptrdiff_t line;                        /* with the hyphen */
    struct str first, second, whole, both; /* lower case; both: with the hyphen */
};

static bool is_word_part(int32_t c)
{
    return unicode_is_letter(c) || c == '-' || c == '\'' || c == 0x2019;
}

/* The word that s ends with (before its hyphen), or begins with. */
static struct str last_word(struct str s)
{
    ptrdiff_t begin = s.len;
    for (ptrdiff_t at = s.len; at > 0 && is_word_part(utf8_previous(s, &at));)
        begin = at;
    return str_slice(s, begin, s.len);
}

static struct str first_word(struct str s)
{
    ptrdiff_t end = 0;
    for (ptrdiff_t at = 0; at < s.len && is_word_part(utf8_next(s, &at));)
        end = at;
    return str_slice(s, 0, end);
}

static bool is_parted(struct parted *p, const struct page_lines *l, ptrdiff_t i,
                      struct arena *a)
{
    struct str s = page_line_text(l, i);
    if (l->items[i].taken != REASON_NONE || l->items[i].columns < COLUMNS_LEAST ||
        !str_ends(s, S("-")))
        return false;
    ptrdiff_t next = page_line_behind(l, i);
    struct str first = last_word(str_slice(s, 0, s.len - 1));
    /* a paragraph behind it that nothing but a page parts from it, or the next line */
    if (next < 0 || !first.len || first.ptr[first.len - 1] == '-' ||
        (l->items[next].first && next == i + 1 && !l->items[next].joins) ||
        !page_line_goes_on(l, next))
        return false;
    struct str second = first_word(page_line_text(l, next));
    if (!second.len || first.len > WORD_BYTES_MOST || second.len > WORD_BYTES_MOST)
        return false;
    p->line = i;
    p->first = word_lower(a, first);
    p->second = word_lower(a, second);
    p->whole = str_format(a, "%.*s%.*s", STR_ARGS(p->first), STR_ARGS(p->second));
    p->both = str_format(a, "%.*s-%.*s", STR_ARGS(p->first), STR_ARGS(p->second));
    return true;
}

/* Marks the words of the set that stand in line i, not counting one that its end parts. */
static void look(const struct strset *set, bool *seen, const struct page_lines *l,
                 ptrdiff_t i, struct arena *scratch)
{
    struct str s = page_line_text(l, i);
    if (l->items[i].hyphen)
        s.len -= last_word(s).len;
    ptrdiff_t at = 0;
    if (i && l->items[i - 1].hyphen)
        at = first_word(s).len;
    while (at < s.len) {
        struct str word = first_word(str_slice(s, at, s.len));
        if (word.len && word.len <= 2 * WORD_BYTES_MOST) {
            ptrdiff_t found = strset_find(set, word_lower(scratch, word));
            if (found >= 0)
                seen[found] = true;
        }
        at += word.len;
        if (!word.len || at < s.len)
            utf8_next(s, &at);
    }
    if (scratch->used > 256 << 10)
        arena_clear(scratch);
}

static bool was_seen(const struct strset *set, const bool *seen, struct str word)
{
    ptrdiff_t found = strset_find(set, word);
    return found >= 0 && seen[found];
}

bool page_hyphens_find(struct page_lines *l, struct arena *scratch)
{
    struct parted *words = NULL, p;
    ptrdiff_t count = 0, capacity = 0;
    for (ptrdiff_t i = 0; i < l->count; i++)
        if (is_parted(&p, l, i, scratch)) {
            *arena_push(scratch, words, count, capacity) = p;
            l->items[i].hyphen = true;
        }
    if (!count)
        return false;
    struct str *forms = arena_array(scratch, struct str, 4 * count);
    for (ptrdiff_t i = 0; i < count; i++) {
        forms[4 * i] = words[i].first;
        forms[4 * i + 1] = words[i].second;
        forms[4 * i + 2] = words[i].whole;
        forms[4 * i + 3] = words[i].both;
    }
    struct strset set = strset_make(scratch, forms, 4 * count);
    bool *seen = arena_array(scratch, bool, set.count);
    struct arena lower = {0};
    for (ptrdiff_t i = 0; i < l->count; i++)
        look(&set, seen, l, i, &lower);
    arena_clear(&lower);
    for (ptrdiff_t i = 0; i < count; i++) {
        bool own = was_seen(&set, seen, words[i].both) ||
                   (was_seen(&set, seen, words[i].first) &&
                    was_seen(&set, seen, words[i].second)) ||
                   str_find_byte(words[i].first, '-') >= 0;
        l->items[words[i].line].unhyphen = was_seen(&set, seen, words[i].whole) || !own;
    }
    return true;
}
