#include "turns/pages_lines.h"

#include "base/unicode.h"
#include "turns/block_lines.h"

enum { LOOK_LINES = 12 };

struct page_lines page_lines_make(struct arena *a, const struct document *doc)
{
    struct page_lines l = {.document = doc};
    for (ptrdiff_t i = 0; i < doc->block_count; i++)
        if (doc->blocks[i].kind == BLOCK_PARAGRAPH)
            l.count += block_line_count(&doc->blocks[i]);
    l.items = arena_array(a, struct page_line, l.count);
    ptrdiff_t at = 0;
    for (ptrdiff_t i = 0; i < doc->block_count; i++)
        if (doc->blocks[i].kind == BLOCK_PARAGRAPH)
            for (struct block_line in = {0}; block_line_next(&in, &doc->blocks[i]);)
                l.items[at++] = (struct page_line){.block = i,
                                                   .begin = in.begin,
                                                   .end = in.end,
                                                   .from = in.begin,
                                                   .to = in.end,
                                                   .columns = in.columns,
                                                   .indent = in.indent,
                                                   .first = in.first};
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
