#include "turns/rolls.h"

#include "base/unicode.h"
#include "transcript/punctuation.h"
#include "turns/evidence.h"

enum { ROW_COLUMNS_MOST = 60, HEADING_WORDS_MOST = 6, HEADINGS_MOST = 3 };

/* Does the line end a sentence? "Orr Vane, J.P." does not. */
static bool ends_sentence(struct str line)
{
    line = punctuation_without_notes(line);
    ptrdiff_t at = line.len;
    int32_t c = utf8_previous(line, &at);
    while (c == '"' || c == ')' || c == ']' || c == 0x201D || c == 0x2019 || c == 0x300D)
        c = utf8_previous(line, &at);
    if (c != '.')
        return c == '?' || c == '!' || c == 0x3002 || c == 0xFF01 || c == 0xFF1F ||
               c == 0x2026 || c == ',' || c == ';';
    ptrdiff_t begin = at;
    while (begin > 0 && line.ptr[begin - 1] != ' ')
        begin--;
    return str_find_byte(str_slice(line, begin, at), '.') < 0;
}

static int words_in(struct str s)
{
    int words = 0;
    while (words <= HEADING_WORDS_MOST && next_word(&s).len)
        words++;
    return words;
}

/* The line of the next item that counts; the document's end when there is none. */
static ptrdiff_t next_line(const bool *counts, const struct labels *labels,
                           const struct layout *layout, ptrdiff_t i)
{
    for (ptrdiff_t k = i + 1; k < labels->count; k++)
        if (counts[k])
            return labels->items[k].line;
    return layout->line_count;
}

/* "Members present:", and rows without a sentence up to the next label. */
static bool heads_rows(const struct layout *layout, const struct label_string *s,
                       ptrdiff_t line, ptrdiff_t next)
{
    if (s->count > 1 || next - line < 3 || next >= layout->line_count)
        return false;
    for (ptrdiff_t i = line + 1; i < next; i++)
        if (layout->lines[i].columns > ROW_COLUMNS_MOST ||
            ends_sentence(layout_line(layout, i)))
            return false;
    return true;
}

/* "Ada Lund - Director", and above the next one nothing but "Analysts". */
static bool is_titled_row(const struct layout *layout, const struct label *l,
                          ptrdiff_t next)
{
    if (l->colon == l->end || next - l->line > 1 + HEADINGS_MOST)
        return false;
    for (ptrdiff_t i = l->line + 1; i < next; i++)
        if (ends_sentence(layout_line(layout, i)) ||
            words_in(layout_line(layout, i)) > HEADING_WORDS_MOST)
            return false;
    return true;
}

static bool is_shouted_heading(struct str s)
{
    return s.len > 3 && word_is_capitals(s) && !str_ends(s, S("!")) &&
           !str_ends(s, S("?"));
}

struct roll_scan {
    const struct labels *labels;
    const struct layout *layout;
    bool *counts;
    bool names; /* nothing but a name stands above speeches */
    bool begun;
};

static bool is_row(const struct roll_scan *scan, ptrdiff_t i)
{
    const struct labels *labels = scan->labels;
    const struct label *l = &labels->items[i];
    const struct layout *layout = scan->layout;
    if (!scan->begun && evidence_is_value(layout, l))
        return true;
    if (!l->alone || (scan->begun && !scan->names))
        return false;
    ptrdiff_t next = next_line(scan->counts, labels, layout, i);
    bool nothing = next == l->line + 1 && (scan->names || next < layout->line_count);
    if (scan->begun || nothing)
        return nothing;
    return (l->line + 1 < layout->line_count &&
            is_shouted_heading(layout_line(layout, l->line + 1))) ||
           is_titled_row(layout, l, next) ||
           heads_rows(layout, &labels->strings[l->string], l->line, next);
}

static void add_block(struct rolls *r, struct arena *a, ptrdiff_t block)
{
    if (!r->count || r->blocks[r->count - 1] < block)
        *arena_push(a, r->blocks, r->count, r->capacity) = block;
}

void rolls_take_out(bool *counts, struct rolls *found, struct arena *a,
                    const struct layout *layout, const struct labels *labels, bool names)
{
    struct roll_scan scan = {
        .labels = labels, .layout = layout, .counts = counts, .names = names};
    for (ptrdiff_t i = 0; i < labels->count; i++) {
        if (!counts[i])
            continue;
        const struct label *l = &labels->items[i];
        if (!is_row(&scan, i)) {
            scan.begun = true;
            continue;
        }
        counts[i] = false;
        if (!scan.begun)
            continue;
        ptrdiff_t above = l->block - 1;
        struct str heading = layout->document->blocks[above < 0 ? 0 : above].text.str;
        if (above >= 0 && words_in(heading) <= HEADING_WORDS_MOST &&
            !ends_sentence(heading))
            add_block(found, a, above);
        add_block(found, a, l->block);
    }
}

bool rolls_hold(const struct rolls *r, ptrdiff_t block, ptrdiff_t *next)
{
    while (*next < r->count && r->blocks[*next] < block)
        ++*next;
    return *next < r->count && r->blocks[*next] == block;
}
