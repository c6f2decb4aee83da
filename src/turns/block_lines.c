#include "turns/block_lines.h"

enum { COLUMNS_MOST = 10000 };

static int columns_of(struct str s)
{
    return (int)utf8_count(str_slice(s, 0, COLUMNS_MOST));
}

/* The next line's bytes, with the blanks around `content`; false: only blanks are left. */
static bool cut_line(struct str *line, struct str *content, struct str *rest)
{
    while (rest->len) {
        str_cut(*rest, '\n', line, rest);
        *content = str_trim(*line);
        if (content->len)
            return true;
    }
    return false;
}

bool block_line_next(struct block_line *line, const struct block *block)
{
    struct str s = block->text.str, rest = str_slice(s, line->next, s.len), all, content;
    bool first = !line->columns;
    if (!cut_line(&all, &content, &rest))
        return false;
    ptrdiff_t begin = content.ptr - s.ptr;
    *line = (struct block_line){
        .begin = begin,
        .end = begin + content.len,
        .columns = columns_of(content),
        .indent =
            first ? block->indent : columns_of(str_slice(all, 0, content.ptr - all.ptr)),
        .first = first,
        .next = s.len - rest.len};
    return true;
}

ptrdiff_t block_line_count(const struct block *block)
{
    struct str rest = block->text.str, line, content;
    ptrdiff_t count = 0;
    while (cut_line(&line, &content, &rest))
        count++;
    return count;
}
