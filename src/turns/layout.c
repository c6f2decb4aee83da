#include "turns/layout.h"

#include "base/unicode.h"
#include "transcript/punctuation.h"
#include "turns/block_lines.h"

enum { WIDEST = 400, WRAPPED_LEAST = 50, WRAPPED_MOST = 140 };

/* Puts the lines of a block into `out`. */
static void take_lines(struct line *out, const struct document *doc, ptrdiff_t block)
{
    for (struct block_line l = {0}; block_line_next(&l, &doc->blocks[block]);)
        *out++ =
            (struct line){(int32_t)block, (int32_t)l.begin, (int32_t)l.end, l.columns,
                          l.indent,       l.first,          RECORD_NONE};
}

/* The width below which nine of ten lines lie that have another line below them. */
static void find_breaking(struct layout *l)
{
    ptrdiff_t histogram[WIDEST + 1] = {0}, total = 0, later = 0, indented = 0;
    for (ptrdiff_t i = 0; i < l->line_count; i++) {
        if (!l->lines[i].first) {
            later++;
            indented += l->lines[i].indent >= 2;
        }
        if (i + 1 < l->line_count && !l->lines[i + 1].first) {
            int columns = l->lines[i].columns + l->lines[i].indent;
            histogram[columns < WIDEST ? columns : WIDEST]++;
            total++;
        }
    }
    int width = 0;
    for (ptrdiff_t seen = histogram[0]; width < WIDEST && 10 * seen < 9 * total;)
        seen += histogram[++width];
    l->width = width;
    l->breaking = width > WRAPPED_MOST    ? BREAKING_MEANT
                  : width < WRAPPED_LEAST ? BREAKING_SHORT
                                          : BREAKING_FULL;
    l->hanging = l->breaking != BREAKING_MEANT && later && 10 * indented > 4 * later;
}

struct layout layout_make(struct arena *a, const struct document *doc)
{
    struct layout l = {.document = doc};
    l.first_line = arena_array(a, ptrdiff_t, doc->block_count + 1);
    for (ptrdiff_t i = 0; i < doc->block_count; i++) {
        l.first_line[i] = l.line_count;
        if (doc->blocks[i].kind == BLOCK_PARAGRAPH)
            l.line_count += block_line_count(&doc->blocks[i]);
    }
    l.first_line[doc->block_count] = l.line_count;
    l.lines = arena_array(a, struct line, l.line_count);
    for (ptrdiff_t i = 0; i < doc->block_count; i++)
        if (l.first_line[i + 1] > l.first_line[i])
            take_lines(l.lines + l.first_line[i], doc, i);
    find_breaking(&l);
    return l;
}

struct str layout_line(const struct layout *l, ptrdiff_t i)
{
    const struct line *line = &l->lines[i];
    return str_slice(l->document->blocks[line->block].text.str, line->begin, line->end);
}

/* Could the sentence be over here? Quotation marks and brackets behind its last mark count. */
static bool ends_sentence(struct str line)
{
    line = punctuation_without_notes(line);
    ptrdiff_t at = line.len;
    unsigned mark = PUNCTUATION_CLOSES;
    while (mark & PUNCTUATION_CLOSES)
        mark = punctuation_of(utf8_previous(line, &at));
    return mark & (PUNCTUATION_ENDS | PUNCTUATION_DASHES | PUNCTUATION_COLON);
}

static int first_word_columns(struct str line)
{
    int columns = 0;
    for (ptrdiff_t at = 0; at < line.len && columns < WRAPPED_MOST; columns++)
        if (utf8_is_space(utf8_next(line, &at)))
            break;
    return columns;
}

/* Would the first word of line i have had room in the line above? */
static bool had_room(const struct layout *l, ptrdiff_t i, int slack)
{
    const struct line *above = &l->lines[i - 1];
    return above->columns + above->indent + 1 + first_word_columns(layout_line(l, i)) <=
           l->width - slack;
}

bool layout_sentence_over(const struct layout *l, ptrdiff_t i)
{
    return ends_sentence(layout_line(l, i - 1));
}

bool layout_continues(const struct layout *l, ptrdiff_t i)
{
    if (ends_sentence(layout_line(l, i - 1)) || l->breaking == BREAKING_MEANT)
        return false;
    return l->breaking == BREAKING_FULL && !had_room(l, i, 0);
}

static bool begins_sentence(struct str line)
{
    ptrdiff_t at = 0;
    int32_t c = utf8_next(line, &at);
    while (punctuation_of(c) & PUNCTUATION_OPENS)
        c = utf8_next(line, &at);
    return !unicode_is_lower(c);
}

bool layout_breaks(const struct layout *l, ptrdiff_t i)
{
    if (l->breaking == BREAKING_MEANT)
        return true;
    const struct line *line = &l->lines[i], *above = line - 1;
    if (!l->hanging && line->indent >= 2 && above->indent < line->indent &&
        begins_sentence(layout_line(l, i)))
        return true;
    if (!ends_sentence(layout_line(l, i - 1)) || !begins_sentence(layout_line(l, i)))
        return false;
    return l->breaking == BREAKING_SHORT || had_room(l, i, 6);
}
