#include "turns/layout.h"

#include "base/unicode.h"

enum { COLUMNS_MOST = 10000, WIDEST = 400, WRAPPED_LEAST = 50, WRAPPED_MOST = 140 };

static int columns_of(struct str s)
{
    return (int)utf8_count(str_slice(s, 0, COLUMNS_MOST));
}

/* The lines of one block; returns how many. With lines == NULL they are only counted. */
static ptrdiff_t split(struct line *lines, const struct document *doc, ptrdiff_t block)
{
    struct str s = doc->blocks[block].text.str, rest = s;
    ptrdiff_t count = 0;
    while (rest.len) {
        struct str line;
        str_cut(rest, '\n', &line, &rest);
        struct str content = str_trim(line);
        if (!content.len)
            continue;
        if (lines) {
            ptrdiff_t begin = content.ptr - s.ptr;
            int indent = count ? columns_of(str_slice(line, 0, content.ptr - line.ptr))
                               : doc->blocks[block].indent;
            lines[count] = (struct line){
                (int32_t)block,      (int32_t)begin, (int32_t)(begin + content.len),
                columns_of(content), indent,         count == 0,
                RECORD_NONE};
        }
        count++;
    }
    return count;
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
            l.line_count += split(NULL, doc, i);
    }
    l.first_line[doc->block_count] = l.line_count;
    l.lines = arena_array(a, struct line, l.line_count);
    for (ptrdiff_t i = 0; i < doc->block_count; i++)
        if (l.first_line[i + 1] > l.first_line[i])
            split(l.lines + l.first_line[i], doc, i);
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
    ptrdiff_t at = line.len;
    for (;;) {
        int32_t c = utf8_previous(line, &at);
        bool closing = c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201D ||
                       c == 0x2019 || c == 0xBB;
        if (closing)
            continue;
        return c == '.' || c == '?' || c == '!' || c == ':' || c == 0x2026 ||
               c == 0x2014 || c == 0x2013 || c == '-' || c == 0x3002 || c == 0xFF1F ||
               c == 0xFF01;
    }
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
    while (c == '"' || c == '\'' || c == '(' || c == '[' || c == 0x201C || c == 0x2018 ||
           c == 0xAB || c == 0x201E || c == 0xBF || c == 0xA1)
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
