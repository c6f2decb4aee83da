#include "turns/strset.h"

#include <stdlib.h>

/* Collisions cost one more look, nothing else. */
static uint64_t hash(struct str s)
{
    uint64_t h = HASH_BEGIN;
    for (ptrdiff_t i = 0; i < s.len; i++)
        h = hash_add(h, (unsigned char)s.ptr[i]);
    return h ^ h >> 29;
}

static bool is_sorted(const struct str *items, ptrdiff_t count)
{
    for (ptrdiff_t i = 1; i < count; i++)
        if (str_compare(items[i - 1], items[i]) > 0)
            return false;
    return true;
}

struct strset strset_make(struct arena *a, struct str *items, ptrdiff_t count)
{
    struct strset set = {.items = items, .mask = 1023};
    if (!is_sorted(items, count))
        qsort(items, (size_t)count, sizeof *items, str_order);
    for (ptrdiff_t i = 0; i < count; i++)
        if (!set.count || !str_eq(items[set.count - 1], items[i]))
            items[set.count++] = items[i];
    while (set.mask < (uint64_t)set.count * 16)
        set.mask = set.mask * 2 + 1;
    set.filter = arena_array(a, uint64_t, (ptrdiff_t)(set.mask / 64 + 1));
    for (ptrdiff_t i = 0; i < set.count; i++) {
        uint64_t bit = hash(items[i]) & set.mask;
        set.filter[bit / 64] |= (uint64_t)1 << bit % 64;
    }
    return set;
}

ptrdiff_t strset_find(const struct strset *set, struct str s)
{
    uint64_t bit = hash(s) & set->mask;
    if (!set->count || !(set->filter[bit / 64] >> bit % 64 & 1))
        return -1;
    ptrdiff_t low = 0, high = set->count;
    while (low < high) {
        ptrdiff_t middle = low + (high - low) / 2;
        int order = str_compare(set->items[middle], s);
        if (!order)
            return middle;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return -1;
}
