#include "script/names.h"

#include <stdlib.h>

#include "base/unicode.h"
#include "speak/limits.h"

static int by_name(const void *x, const void *y)
{
    const struct cast_entry *p = *(const struct cast_entry *const *)x;
    const struct cast_entry *q = *(const struct cast_entry *const *)y;
    return str_compare(p->speaker, q->speaker);
}

struct names names_collect(struct arena *a, const struct script *s)
{
    struct names n = {0};
    ptrdiff_t capacity = 0;
    for (ptrdiff_t i = 0; i < s->cast_count; i++)
        if (s->cast[i].say.len && s->cast[i].speaker.len &&
            s->cast[i].speaker.len <= NAMES_BYTES_MOST)
            *arena_push(a, n.entries, n.count, capacity) = &s->cast[i];
    if (n.count)
        qsort(n.entries, (size_t)n.count, sizeof *n.entries, by_name);
    return n;
}

/* The entry named `word`, and whether any name begins with it. */
static const struct cast_entry *look_up(const struct names *n, struct str word,
                                        bool *begins)
{
    ptrdiff_t low = 0, high = n->count;
    while (low < high) {
        ptrdiff_t middle = low + (high - low) / 2;
        if (str_compare(n->entries[middle]->speaker, word) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    const struct cast_entry *e = low < n->count ? n->entries[low] : NULL;
    *begins = e && str_starts(e->speaker, word);
    return e && str_eq(e->speaker, word) ? e : NULL;
}

static bool is_inside_word(struct str s, ptrdiff_t at)
{
    ptrdiff_t before = at, after = at;
    return is_speech(utf8_previous(s, &before)) && is_speech(utf8_next(s, &after));
}

/* The longest name that begins at `from`; *end behind it. */
static const struct cast_entry *longest_at(const struct names *n, struct str s,
                                           ptrdiff_t from, ptrdiff_t *end)
{
    const struct cast_entry *found = NULL;
    bool begins = true;
    int words = 0;
    for (ptrdiff_t at = from; at < s.len && begins && words < NAMES_WORDS_MOST;) {
        utf8_next(s, &at);
        if (at - from > NAMES_BYTES_MOST)
            break;
        if (is_inside_word(s, at))
            continue;
        const struct cast_entry *e = look_up(n, str_slice(s, from, at), &begins);
        words += at == s.len || s.ptr[at] == ' ';
        if (e) {
            found = e;
            *end = at;
        }
    }
    return found;
}

ptrdiff_t names_find(struct tag **out, struct arena *a, const struct names *n,
                     struct str text, ptrdiff_t begin, ptrdiff_t end)
{
    ptrdiff_t count = 0, capacity = 0;
    struct str s = str_slice(text, 0, end);
    *out = NULL;
    for (ptrdiff_t at = begin; at < end && n->count;) {
        ptrdiff_t behind = at;
        const struct cast_entry *e =
            is_inside_word(s, at) ? NULL : longest_at(n, s, at, &behind);
        if (e)
            *arena_push(a, *out, count, capacity) = (struct tag){
                .kind = TAG_SUB, .begin = at, .end = behind, .alias = e->say};
        else
            utf8_next(s, &behind);
        at = behind;
    }
    return count;
}
