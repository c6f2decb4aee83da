#include "base/source.h"

/* Code points before every CHECKPOINT-th byte are kept, so that a column is found
 * without walking along a line of a megabyte. */
enum { CHECKPOINT = 1024 };

/* A line begins behind each line end, but for one at the end of the file. */
static int32_t *find_lines(ptrdiff_t *count, struct arena *a, struct str s,
                           ptrdiff_t begin)
{
    int32_t *starts = NULL;
    ptrdiff_t capacity = 0;
    *count = 0;
    *arena_push(a, starts, *count, capacity) = (int32_t)begin;
    for (ptrdiff_t i = begin; i < s.len; i++) {
        bool ends = s.ptr[i] == '\n' ||
                    (s.ptr[i] == '\r' && (i + 1 == s.len || s.ptr[i + 1] != '\n'));
        if (ends && i + 1 < s.len)
            *arena_push(a, starts, *count, capacity) = (int32_t)(i + 1);
    }
    return starts;
}

static ptrdiff_t *count_characters(struct arena *a, struct str s)
{
    ptrdiff_t *before = arena_array(a, ptrdiff_t, s.len / CHECKPOINT + 1);
    for (ptrdiff_t i = 1; i <= s.len / CHECKPOINT; i++)
        before[i] = before[i - 1] +
                    utf8_count(str_slice(s, (i - 1) * CHECKPOINT, i * CHECKPOINT));
    return before;
}

/* Characters over U+FFFF before every CHECKPOINT-th byte. */
static ptrdiff_t count_wide(struct str s)
{
    ptrdiff_t count = 0;
    for (ptrdiff_t i = 0; i < s.len; i++)
        count += (unsigned char)s.ptr[i] >= 0xF0;
    return count;
}

static ptrdiff_t *count_all_wide(struct arena *a, struct str s)
{
    ptrdiff_t *before = arena_array(a, ptrdiff_t, s.len / CHECKPOINT + 1);
    for (ptrdiff_t i = 1; i <= s.len / CHECKPOINT; i++)
        before[i] = before[i - 1] +
                    count_wide(str_slice(s, (i - 1) * CHECKPOINT, i * CHECKPOINT));
    return before;
}

static struct source *make(struct arena *a, struct str name, struct str bytes)
{
    struct source *s = arena_new(a, struct source);
    s->name = str_copy(a, name);
    s->bytes = s->file = bytes;
    s->encoding = "UTF-8";
    s->text_begin = utf8_mark_length(bytes);
    s->line_starts = find_lines(&s->line_count, a, bytes, s->text_begin);
    s->characters_before = count_characters(a, bytes);
    return s;
}

const struct source *source_make(struct arena *a, struct str name, struct str bytes)
{
    return make(a, name, bytes);
}

const struct source *source_make_converted(struct arena *a, struct str name,
                                           struct str text, struct str file,
                                           const char *encoding, enum source_unit unit)
{
    struct source *s = make(a, name, text);
    s->file = file;
    s->encoding = encoding;
    s->unit = unit;
    s->wide_before = unit == SOURCE_UTF16 ? count_all_wide(a, text) : NULL;
    return s;
}

const struct source *source_make_container(struct arena *a, struct str name,
                                           struct str text, struct str file,
                                           const char *container,
                                           const struct source_part *parts,
                                           ptrdiff_t part_count)
{
    struct source *s = make(a, name, text);
    s->file = file;
    s->container = container;
    s->parts = parts;
    s->part_count = part_count;
    return s;
}

static ptrdiff_t characters_before(const struct source *s, ptrdiff_t offset)
{
    ptrdiff_t block = offset / CHECKPOINT;
    return s->characters_before[block] +
           utf8_count(str_slice(s->bytes, block * CHECKPOINT, offset));
}

ptrdiff_t source_file_offset(const struct source *s, ptrdiff_t offset)
{
    offset = offset < 0 ? 0 : offset > s->bytes.len ? s->bytes.len : offset;
    if (s->unit == SOURCE_UTF8)
        return offset;
    ptrdiff_t characters = characters_before(s, offset);
    if (s->unit == SOURCE_BYTE)
        return characters;
    ptrdiff_t block = offset / CHECKPOINT;
    return 2 * (characters + s->wide_before[block] +
                count_wide(str_slice(s->bytes, block * CHECKPOINT, offset)));
}

ptrdiff_t source_part_at(const struct source *s, ptrdiff_t offset)
{
    ptrdiff_t low = 0, high = s->part_count; /* the part is in [low, high) */
    while (high - low > 1) {
        ptrdiff_t middle = low + (high - low) / 2;
        if (s->parts[middle].begin <= offset)
            low = middle;
        else
            high = middle;
    }
    return s->part_count ? low : -1;
}

ptrdiff_t source_part_end(const struct source *s, ptrdiff_t i)
{
    return i + 1 < s->part_count ? s->parts[i + 1].begin : s->bytes.len;
}

ptrdiff_t source_line_at(const struct source *s, ptrdiff_t offset)
{
    ptrdiff_t low = 0, high = s->line_count; /* the line is in [low, high) */
    while (high - low > 1) {
        ptrdiff_t middle = low + (high - low) / 2;
        if (s->line_starts[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return low + 1;
}

struct position source_position(const struct source *s, ptrdiff_t offset)
{
    offset = offset < 0 ? 0 : offset > s->bytes.len ? s->bytes.len : offset;
    ptrdiff_t number = source_line_at(s, offset), part = source_part_at(s, offset);
    struct str line = source_line(s, number);
    ptrdiff_t start = s->line_starts[number - 1], before = 0;
    offset = offset < start              ? start
             : offset > start + line.len ? start + line.len /* within its line end */
                                         : offset;
    struct position p = {.line = number};
    if (part >= 0) {
        p.part = s->parts[part].name;
        before = source_line_at(s, s->parts[part].begin) - 1;
        start = start < s->parts[part].begin ? s->parts[part].begin : start;
    }
    p.line -= before;
    p.column = characters_before(s, offset) - characters_before(s, start) + 1;
    return p;
}

struct str source_line(const struct source *s, ptrdiff_t line)
{
    line = line < 1 ? 1 : line > s->line_count ? s->line_count : line;
    ptrdiff_t begin = s->line_starts[line - 1];
    ptrdiff_t end = line < s->line_count ? s->line_starts[line] : s->bytes.len;
    if (end > begin && s->bytes.ptr[end - 1] == '\n')
        end--;
    if (end > begin && s->bytes.ptr[end - 1] == '\r')
        end--;
    return str_slice(s->bytes, begin, end);
}
