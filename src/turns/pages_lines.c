#include "turns/pages_lines.h"

#include "base/unicode.h"

enum { COLUMNS_MOST = 10000, LOOK_LINES = 12 };

static int columns_of(struct str s)
{
    return (int)utf8_count(str_slice(s, 0, COLUMNS_MOST));
}

/* The lines of one block; returns how many. With lines == NULL they are only counted. */
static ptrdiff_t split(struct page_line *lines, const struct document *doc,
                       ptrdiff_t block)
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
            ptrdiff_t begin = content.ptr - s.ptr, end = begin + content.len;
            int indent = count ? columns_of(str_slice(line, 0, content.ptr - line.ptr))
                               : doc->blocks[block].indent;
            lines[count] = (struct page_line){.block = block,
                                              .begin = begin,
                                              .end = end,
                                              .from = begin,
                                              .to = end,
                                              .columns = columns_of(content),
                                              .indent = indent,
                                              .first = count == 0};
        }
        count++;
    }
    return count;
}

struct page_lines page_lines_make(struct arena *a, const struct document *doc)
{
    struct page_lines l = {.document = doc};
    for (ptrdiff_t i = 0; i < doc->block_count; i++)
        if (doc->blocks[i].kind == BLOCK_PARAGRAPH)
            l.count += split(NULL, doc, i);
    l.items = arena_array(a, struct page_line, l.count);
    ptrdiff_t at = 0;
    for (ptrdiff_t i = 0; i < doc->block_count; i++)
        if (doc->blocks[i].kind == BLOCK_PARAGRAPH)
            at += split(l.items + at, doc, i);
    return l;
}

struct str page_line_text(const struct page_lines *l, ptrdiff_t i)
{
    const struct page_line *line = &l->items[i];
    return str_slice(l->document->blocks[line->block].text.str, line->from, line->to);
}

/* Does something that is no paragraph stand between two neighbouring lines? */
static bool parted(const struct page_lines *l, ptrdiff_t above, ptrdiff_t below)
{
    ptrdiff_t last = l->items[below].block;
    for (ptrdiff_t i = l->items[above].block + 1; i < last; i++)
        if (l->document->blocks[i].kind != BLOCK_PARAGRAPH)
            return true;
    return false;
}

static bool stays(const struct page_line *line)
{
    return line->taken == REASON_NONE && line->from < line->to;
}

ptrdiff_t page_line_before(const struct page_lines *l, ptrdiff_t i)
{
    for (ptrdiff_t at = i - 1; at >= 0 && i - at <= LOOK_LINES; at--) {
        if (parted(l, at, at + 1))
            return -1;
        if (stays(&l->items[at]))
            return at;
    }
    return -1;
}

ptrdiff_t page_line_behind(const struct page_lines *l, ptrdiff_t i)
{
    for (ptrdiff_t at = i + 1; at < l->count && at - i <= LOOK_LINES; at++) {
        if (parted(l, at - 1, at))
            return -1;
        if (stays(&l->items[at]))
            return at;
    }
    return -1;
}

bool page_line_is_open(const struct page_lines *l, ptrdiff_t i)
{
    struct str s = page_line_text(l, i);
    ptrdiff_t at = s.len;
    int32_t c = utf8_previous(s, &at);
    return unicode_is_letter(c) || unicode_is_digit(c) || c == ',' || c == ';' ||
           (c == '-' && l->items[i].hyphen);
}

bool page_line_goes_on(const struct page_lines *l, ptrdiff_t i)
{
    struct str s = page_line_text(l, i);
    ptrdiff_t at = 0;
    return unicode_is_lower(utf8_next(s, &at));
}
