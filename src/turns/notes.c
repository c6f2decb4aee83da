#include "turns/notes.h"

#include "base/unicode.h"

enum { BRACKETS, RAISED, KINDS };

/* The figure of a raised character; -1: it is none. */
static int raised_figure(int32_t c)
{
    if (c == 0xB9)
        return 1;
    if (c == 0xB2 || c == 0xB3)
        return (int)(c - 0xB0);
    return c == 0x2070 || (c >= 0x2074 && c <= 0x2079) ? (int)(c - 0x2070) : -1;
}

/* The number of the mark at s[*at], which is moved behind it; -1: there is none. */
static int take_mark(struct str s, ptrdiff_t *at, int *kind)
{
    ptrdiff_t next = *at;
    int number = 0, figures = 0;
    if (s.ptr[next] == '[') {
        *kind = BRACKETS;
        for (next++; next < s.len && s.ptr[next] >= '0' && s.ptr[next] <= '9' &&
                     number < NOTES_MOST;
             next++, figures++)
            number = 10 * number + (s.ptr[next] - '0');
        if (!figures || next >= s.len || s.ptr[next++] != ']')
            return -1;
    } else {
        *kind = RAISED;
        for (ptrdiff_t end = next; end < s.len && number < NOTES_MOST; next = end) {
            int figure = raised_figure(utf8_next(s, &end));
            if (figure < 0)
                break;
            number = 10 * number + figure;
            figures++;
        }
    }
    *at = next;
    return figures && number < NOTES_MOST ? number : -1;
}

/* Marks stand right behind a word or its full stop. */
static void find_in(struct notes *n, struct str s, int32_t block, bool *any)
{
    for (ptrdiff_t at = 1; at < s.len; at++) {
        unsigned char c = (unsigned char)s.ptr[at];
        bool may = c == '[' || c == 0xC2 || c == 0xE2;
        ptrdiff_t end = at;
        int kind, number = may && s.ptr[at - 1] != ' ' && s.ptr[at - 1] != '\n'
                               ? take_mark(s, &end, &kind)
                               : -1;
        if (number < 0)
            continue;
        if (!n->marks[kind][number])
            n->marks[kind][number] = block + 1;
        *any = true;
        at = end - 1;
    }
}

const struct notes *notes_find(struct arena *a, const struct document *doc)
{
    struct arena own = {0};
    struct notes *n = arena_new(&own, struct notes);
    bool any = false;
    for (ptrdiff_t i = 0; i < doc->block_count; i++)
        if (doc->blocks[i].kind != BLOCK_METADATA)
            find_in(n, doc->blocks[i].text.str, (int32_t)i, &any);
    struct notes *out = NULL;
    if (any) {
        out = arena_new(a, struct notes);
        *out = *n;
    }
    arena_clear(&own);
    return out;
}

bool notes_hold(const struct notes *n, const struct document *doc, ptrdiff_t block)
{
    const struct block *b = &doc->blocks[block];
    struct str s = b->text.str;
    ptrdiff_t at = 0;
    int kind;
    if (!n || b->kind != BLOCK_PARAGRAPH || s.len < 3)
        return false;
    int number = take_mark(s, &at, &kind);
    at += number >= 0 && at < s.len && (s.ptr[at] == ':' || s.ptr[at] == '.');
    bool words = number >= 0 && at < s.len && (s.ptr[at] == ' ' || kind == RAISED);
    return words && n->marks[kind][number] && n->marks[kind][number] <= block;
}
