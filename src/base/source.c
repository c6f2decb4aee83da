#include "base/source.h"

#include <string.h>

#include "base/diag.h"

/* Code points before every CHECKPOINT-th byte are kept, so that a column is found
 * without walking along a line of a megabyte. */
enum { CHECKPOINT = 1024 };

/* A line begins behind each line end, but for one at the end of the file. */
static ptrdiff_t *find_lines(ptrdiff_t *count, struct arena *a, struct str s)
{
    ptrdiff_t *starts = NULL, capacity = 0;
    *count = 0;
    *arena_push(a, starts, *count, capacity) = 0;
    for (ptrdiff_t i = 0; i < s.len; i++) {
        bool ends = s.ptr[i] == '\n' ||
                    (s.ptr[i] == '\r' && (i + 1 == s.len || s.ptr[i + 1] != '\n'));
        if (ends && i + 1 < s.len)
            *arena_push(a, starts, *count, capacity) = i + 1;
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

const struct source *source_make(struct arena *a, struct str name, struct str bytes)
{
    struct source *s = arena_new(a, struct source);
    s->name = str_copy(a, name);
    s->bytes = bytes;
    s->line_starts = find_lines(&s->line_count, a, bytes);
    s->characters_before = count_characters(a, bytes);
    return s;
}

static void check_utf8(const struct source *s, bool *wrong, struct diag *d)
{
    ptrdiff_t count = 0, first = -1, at = 0;
    while (at < s->bytes.len) {
        ptrdiff_t invalid = utf8_invalid_at(str_slice(s->bytes, at, s->bytes.len));
        if (invalid < 0)
            break;
        first = count++ ? first : at + invalid;
        at += invalid + 1;
    }
    if (!count)
        return;
    *wrong = true;
    diag_error(d, place_of(s, first, first + 1), "utf8-invalid",
               "save the file as UTF-8; iconv -f WINDOWS-1252 -t UTF-8 may convert it",
               "not valid UTF-8: %td byte%s, the first is 0x%02X", count,
               count == 1 ? "" : "s", (unsigned char)s->bytes.ptr[first]);
}

static void check_nul(const struct source *s, bool *wrong, struct diag *d)
{
    ptrdiff_t count = 0, first = str_find_byte(s->bytes, 0);
    if (first < 0)
        return;
    for (ptrdiff_t i = first; i < s->bytes.len; i++)
        count += !s->bytes.ptr[i];
    *wrong = true;
    diag_error(d, place_of(s, first, first + 1), "nul-byte",
               "this is not a text file, or it is UTF-16: save it as UTF-8",
               "%td NUL byte%s in the text", count, count == 1 ? "" : "s");
}

enum bc_status source_open(const struct source **out, struct arena *a, struct str name,
                           struct str bytes, struct diag *d)
{
    const struct source *s = *out = source_make(a, name, bytes);
    bool wrong = false;
    check_utf8(s, &wrong, d);
    check_nul(s, &wrong, d);
    struct str text =
        str_starts(bytes, S("\uFEFF")) ? str_slice(bytes, 3, bytes.len) : bytes;
    if (!wrong && str_trim(text).len == 0) {
        wrong = true;
        diag_error(d, place_of(s, 0, bytes.len), "empty-input", NULL,
                   bytes.len ? "the file holds nothing but blanks" : "the file is empty");
    }
    return wrong ? BC_EINPUT : BC_OK;
}

static ptrdiff_t characters_before(const struct source *s, ptrdiff_t offset)
{
    ptrdiff_t block = offset / CHECKPOINT;
    return s->characters_before[block] +
           utf8_count(str_slice(s->bytes, block * CHECKPOINT, offset));
}

struct position source_position(const struct source *s, ptrdiff_t offset)
{
    offset = offset < 0 ? 0 : offset > s->bytes.len ? s->bytes.len : offset;
    ptrdiff_t low = 0, high = s->line_count; /* the line is in [low, high) */
    while (high - low > 1) {
        ptrdiff_t middle = low + (high - low) / 2;
        if (s->line_starts[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    struct str line = source_line(s, low + 1);
    ptrdiff_t start = s->line_starts[low];
    offset =
        offset > start + line.len ? start + line.len : offset; /* within its line end */
    return (struct position){low + 1, characters_before(s, offset) -
                                          characters_before(s, start) + 1};
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
