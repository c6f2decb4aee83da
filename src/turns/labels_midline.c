/* Labels inside lines: pages that a copy has run together. */
#include <stdlib.h>

#include "base/unicode.h"
#include "transcript/punctuation.h"
#include "transcript/vocabulary.h"
#include "turns/dates.h"
#include "turns/labels.h"

enum { BACK_MOST = 100, WORDS_MOST = 6 };

/* The colon at or behind `at` that a blank or the line's end follows; -1: none. *behind it. */
static ptrdiff_t next_colon(struct str s, ptrdiff_t at, ptrdiff_t *behind)
{
    while (at < s.len) {
        ptrdiff_t found = str_find_byte(str_slice(s, at, s.len), ':');
        if (found < 0)
            return -1;
        found += at;
        at = *behind = found + 1;
        ptrdiff_t next = at;
        if (at == s.len || utf8_is_space(utf8_next(s, &next)))
            return found;
    }
    return -1;
}

/* The first byte of the word that ends at or before `at`, blanks skipped; `from` at the least. */
static ptrdiff_t word_begin(struct str s, ptrdiff_t at, ptrdiff_t from)
{
    ptrdiff_t next = at;
    while (next > from && utf8_is_space(utf8_previous(s, &next)))
        at = next;
    for (next = at; next > from && !utf8_is_space(utf8_previous(s, &next));)
        at = next;
    return at;
}

/* Is a sentence over with `word`? A title or an initial only looks like it. */
static bool word_ends_sentence(struct arena *scratch, struct str word)
{
    ptrdiff_t at = word.len;
    int32_t c = utf8_previous(word, &at);
    for (; punctuation_of(c) & PUNCTUATION_CLOSES; c = utf8_previous(word, &at))
        word.len = at;
    bool dash =
        punctuation_of(c) & PUNCTUATION_DASHES && c != '-'; /* "twenty-" goes on */
    if (c != '.')
        return dash || punctuation_of(c) & PUNCTUATION_ENDS;
    struct str form = word_form(scratch, word);
    return utf8_count(form) > 1 && !vocabulary_has(WORD_COURTESY, form) &&
           !vocabulary_has(WORD_RANK, form) && !vocabulary_has(WORD_SUFFIX, form);
}

static ptrdiff_t last_blank(struct str s, ptrdiff_t end)
{
    ptrdiff_t at = end;
    while (at > 0 && utf8_is_space(utf8_previous(s, &at)))
        end = at;
    return end;
}

/* Behind the clock time in brackets at s[at], "(00:29)"; 0: there is none. */
static ptrdiff_t behind_clock(struct str s, ptrdiff_t at)
{
    at = label_skip_blanks(s, at);
    bool bracket = at < s.len && (s.ptr[at] == '(' || s.ptr[at] == '[');
    ptrdiff_t clock = bracket ? clock_prefix(str_slice(s, at, at + 24)) : 0;
    return clock ? at + clock : 0;
}

/* Where the sentence begins that the colon stands in, when that is near; -1: it is not. `cut`: the one
 * before may have been cut off, too. */
static ptrdiff_t sentence_begin(struct arena *scratch, struct str s, ptrdiff_t line,
                                ptrdiff_t colon, bool cut)
{
    ptrdiff_t at = colon;
    for (int words = 0; words < WORDS_MOST && colon - at < BACK_MOST; words++) {
        ptrdiff_t begin = word_begin(s, at, line);
        if (begin == line)
            return -1;
        ptrdiff_t end = last_blank(s, begin);
        ptrdiff_t before = word_begin(s, end, line);
        struct str word = str_slice(s, before, end);
        if (word_ends_sentence(scratch, word) || (cut && str_ends(word, S("-"))))
            return begin;
        at = begin;
    }
    return -1;
}

static bool begins_name(struct str s, ptrdiff_t at)
{
    int32_t c = utf8_next(s, &at);
    return unicode_is_letter(c) && !unicode_is_lower(c);
}

static struct label label_at(const struct layout *layout, ptrdiff_t line, struct str s,
                             ptrdiff_t begin, ptrdiff_t colon, ptrdiff_t behind)
{
    const struct line *in = &layout->lines[line];
    ptrdiff_t clock = behind_clock(s, behind);
    ptrdiff_t after = label_skip_blanks(s, clock ? clock : behind);
    return (struct label){.block = in->block,
                          .line = (int32_t)line,
                          .lead = begin,
                          .begin = begin,
                          .end = last_blank(s, colon),
                          .colon = behind,
                          .after = after,
                          .style = LABEL_MIDLINE,
                          .timed = clock > 0,
                          .alone = after >= s.len};
}

/* Behind the last line of the paragraph that begins with line i: lines that were broken where they
 * were full are one. */
static ptrdiff_t paragraph_end(const struct layout *layout, ptrdiff_t i)
{
    ptrdiff_t end = i + 1;
    while (end < layout->line_count && !layout->lines[end].first &&
           layout->breaking == BREAKING_FULL && !layout_breaks(layout, end))
        end++;
    return end;
}

/* The line of a paragraph in which its byte `at` stands; line i, of the same paragraph, is near. */
static ptrdiff_t line_of(const struct layout *layout, ptrdiff_t i, ptrdiff_t end,
                         ptrdiff_t at)
{
    while (layout->lines[i].begin > at)
        i--;
    while (i + 1 < end && layout->lines[i + 1].begin <= at)
        i++;
    return i;
}

struct labels labels_find_midline(struct arena *a, const struct layout *layout)
{
    struct labels labels = {0};
    struct arena scratch = {0};
    for (ptrdiff_t i = 0, end; i < layout->line_count; i = end) {
        end = paragraph_end(layout, i);
        const struct line *line = &layout->lines[i];
        struct str s = str_slice(layout->document->blocks[line->block].text.str, 0,
                                 layout->lines[end - 1].end);
        ptrdiff_t behind = line->begin, colon, in = i;
        while ((colon = next_colon(s, behind, &behind)) >= 0) {
            ptrdiff_t begin = sentence_begin(&scratch, s, line->begin, colon,
                                             behind_clock(s, behind) > 0);
            if (begin < 0 || !begins_name(s, begin))
                continue;
            in = line_of(layout, in, end, begin);
            *arena_push(a, labels.items, labels.count, labels.capacity) =
                label_at(layout, in, s, begin, colon, behind);
        }
        arena_clear(&scratch);
    }
    labels_number(&labels, a, layout);
    return labels;
}

/* The longest accepted string that ends at the colon; -1: none. */
static ptrdiff_t known_before(const struct labels *labels, struct arena *scratch,
                              struct str s, ptrdiff_t line, ptrdiff_t colon,
                              ptrdiff_t *string)
{
    ptrdiff_t found = -1, at = colon;
    for (int words = 0; words < WORDS_MOST && at > line && colon - at < BACK_MOST;
         words++) {
        at = word_begin(s, at, line);
        ptrdiff_t n =
            strset_find(&labels->keys, label_key(scratch, str_slice(s, at, colon)));
        if (n >= 0 && labels->strings[n].accepted) {
            found = at;
            *string = n;
        }
    }
    return found;
}

static bool behind_sentence(struct arena *scratch, struct str s, ptrdiff_t line,
                            ptrdiff_t at)
{
    ptrdiff_t end = last_blank(s, at);
    return word_ends_sentence(scratch, str_slice(s, word_begin(s, end, line), end));
}

/* The blanks at s[at], of which all but the usual count twice; *behind them. */
static int gap_at(struct str s, ptrdiff_t at, ptrdiff_t *behind)
{
    int wide = 0;
    for (*behind = at; at < s.len; *behind = at) {
        int32_t c = utf8_next(s, &at);
        if (!utf8_is_space(c))
            break;
        wide += c == ' ' ? 1 : 2;
    }
    return wide;
}

void labels_add_bare_midline(struct labels *labels, struct arena *a,
                             const struct layout *layout, ptrdiff_t i)
{
    const struct line *line = &layout->lines[i];
    struct str s =
        str_slice(layout->document->blocks[line->block].text.str, 0, line->end);
    struct arena scratch = {0};
    for (ptrdiff_t found, at = line->begin;
         (found = str_find_byte(str_slice(s, at, s.len), 'Q')) >= 0;) {
        ptrdiff_t begin = at + found, after, before = begin;
        at = begin + 1;
        if (begin == line->begin || !utf8_is_space(utf8_previous(s, &before)) ||
            gap_at(s, at, &after) < 2 || after >= s.len)
            continue;
        ptrdiff_t next = after;
        if (!unicode_is_upper(utf8_next(s, &next)) ||
            !behind_sentence(&scratch, s, line->begin, begin))
            continue;
        struct label l = label_at(layout, i, s, begin, at, at);
        l.style = LABEL_BARE_MIDLINE;
        *arena_push(a, labels->items, labels->count, labels->capacity) = l;
    }
    arena_clear(&scratch);
}

static int compare_labels(const void *x, const void *y)
{
    const struct label *a = x, *b = y;
    if (a->block != b->block)
        return a->block < b->block ? -1 : 1;
    return (a->begin > b->begin) - (a->begin < b->begin);
}

/* The item at this place; items up to `sorted` are in reading order. */
static bool is_known(const struct labels *labels, ptrdiff_t sorted, struct label l)
{
    ptrdiff_t low = 0, high = sorted;
    while (low < high) {
        ptrdiff_t middle = low + (high - low) / 2;
        int order = compare_labels(&labels->items[middle], &l);
        if (!order)
            return true;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

void labels_add_midline(struct labels *labels, struct arena *a,
                        const struct layout *layout, bool anywhere)
{
    struct arena scratch = {0};
    ptrdiff_t sorted = labels->count;
    for (ptrdiff_t i = 0, end; i < layout->line_count; i = end) {
        end = anywhere ? paragraph_end(layout, i) : i + 1;
        const struct line *line = &layout->lines[i];
        struct str s = str_slice(layout->document->blocks[line->block].text.str, 0,
                                 layout->lines[end - 1].end);
        ptrdiff_t behind = line->begin, colon, string = -1, in = i;
        while ((colon = next_colon(s, behind, &behind)) >= 0) {
            ptrdiff_t begin =
                known_before(labels, &scratch, s, line->begin, colon, &string);
            if (begin < 0 || (begin == line->begin && !anywhere))
                continue;
            const struct label_shape *w = &labels->strings[string].shape;
            bool as_printed =
                str_starts(str_slice(s, begin, colon), labels->strings[string].printed);
            bool plain = as_printed &&
                         (w->question || w->answer || (w->capitals && w->name.len > 2));
            if (!anywhere &&
                (!plain || !behind_sentence(&scratch, s, line->begin, begin)))
                continue;
            in = line_of(layout, in, end, begin);
            struct label l = label_at(layout, in, s, begin, colon, behind);
            l.string = (int32_t)string;
            if (!is_known(labels, sorted, l))
                *arena_push(a, labels->items, labels->count, labels->capacity) = l;
        }
        arena_clear(&scratch);
    }
    if (labels->count == sorted)
        return;
    qsort(labels->items, (size_t)labels->count, sizeof *labels->items, compare_labels);
    ptrdiff_t kept = 0;
    for (ptrdiff_t i = 0; i < labels->count; i++) { /* none inside another */
        const struct label *l = &labels->items[i];
        const struct label *last = kept ? &labels->items[kept - 1] : NULL;
        if (!last || l->block != last->block || l->lead >= last->after)
            labels->items[kept++] = *l;
    }
    labels->count = kept;
}
