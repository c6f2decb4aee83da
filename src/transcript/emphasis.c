#include "transcript/emphasis.h"

#include "base/unicode.h"

enum { RUN_LONGEST = 100 };

static bool is_punctuation(int32_t c)
{
    if (c < 0x80)
        return c > ' ' && !((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
                            (c >= 'a' && c <= 'z'));
    return c == 0xA1 || c == 0xA7 || c == 0xAB || c == 0xB6 || c == 0xB7 || c == 0xBB ||
           c == 0xBF || (c >= 0x2010 && c <= 0x205E && !utf8_is_space(c)) ||
           (c >= 0x3001 && c <= 0x301F) || (c >= 0xFF01 && c <= 0xFF0F) || c == 0xFF1A ||
           c == 0xFF1F;
}

bool delimiter_at(struct delimiter *out, struct str s, ptrdiff_t at, ptrdiff_t len)
{
    if (len > RUN_LONGEST)
        return false;
    ptrdiff_t i = at, j = at + len;
    int32_t before = utf8_previous(s, &i), after = utf8_next(s, &j);
    bool space_before = before < 0 || utf8_is_space(before);
    bool space_after = after < 0 || utf8_is_space(after);
    bool mark_before = is_punctuation(before), mark_after = is_punctuation(after);
    bool left = !space_after && (!mark_after || space_before || mark_before);
    bool right = !space_before && (!mark_before || space_after || mark_after);
    struct delimiter d = {
        .c = s.ptr[at], .len = len, .can_open = left, .can_close = right};
    if (d.c == '_') {
        d.can_open = left && (!right || mark_before);
        d.can_close = right && (!left || mark_after);
    }
    *out = d;
    return d.can_open || d.can_close;
}

static ptrdiff_t rest_of(const struct delimiter *d)
{
    return d->len - d->left - d->right;
}

static bool pairs(const struct delimiter *open, const struct delimiter *close)
{
    if (!open->can_open || open->c != close->c)
        return false;
    bool both_ways = open->can_close || close->can_open;
    return !both_ways || (open->len + close->len) % 3 ||
           (open->len % 3 == 0 && close->len % 3 == 0);
}

static void unlink_run(struct delimiter *runs, ptrdiff_t i)
{
    struct delimiter *d = &runs[i];
    if (d->previous >= 0)
        runs[d->previous].next = d->next;
    if (d->next >= 0)
        runs[d->next].previous = d->previous;
}

/* Below which run no opener is left to be found, by what the closer looks like. */
static ptrdiff_t *bottom_of(ptrdiff_t bottoms[12], const struct delimiter *close)
{
    return &bottoms[(close->c == '_' ? 6 : 0) + (close->can_open ? 3 : 0) +
                    close->len % 3];
}

ptrdiff_t emphasis_resolve(struct emphasis **out, struct arena *a, struct delimiter *runs,
                           ptrdiff_t count)
{
    struct emphasis *found = NULL;
    ptrdiff_t found_count = 0, capacity = 0, bottoms[12];
    for (int i = 0; i < 12; i++)
        bottoms[i] = -1;
    for (ptrdiff_t i = 0; i < count; i++) {
        runs[i].previous = i - 1;
        runs[i].next = i + 1 < count ? i + 1 : -1;
    }
    for (ptrdiff_t close = count ? 0 : -1; close >= 0;) {
        struct delimiter *c = &runs[close];
        if (!c->can_close) {
            close = c->next;
            continue;
        }
        ptrdiff_t *bottom = bottom_of(bottoms, c);
        ptrdiff_t open = c->previous;
        while (open > *bottom && !pairs(&runs[open], c))
            open = runs[open].previous;
        if (open > *bottom && open >= 0) {
            struct delimiter *o = &runs[open];
            int used = rest_of(o) >= 2 && rest_of(c) >= 2 ? 2 : 1;
            o->right += used;
            c->left += used;
            *arena_push(a, found, found_count, capacity) =
                (struct emphasis){open, close, used == 2};
            o->next = close; /* what stands between is text */
            c->previous = open;
            if (!rest_of(o))
                unlink_run(runs, open);
            if (!rest_of(c)) {
                unlink_run(runs, close);
                close = c->next;
            }
        } else {
            *bottom = c->previous;
            if (!c->can_open)
                unlink_run(runs, close);
            close = c->next;
        }
    }
    *out = found;
    return found_count;
}
