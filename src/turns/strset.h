/* turns/strset.h -- a set of strings that numbers them.
 *
 * Sorted, so that no input makes it slow: building n log n, finding log n, and mostly one look for
 * what is not in it.
 */
#ifndef BRIEFCAST_TURNS_STRSET_H
#define BRIEFCAST_TURNS_STRSET_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

struct strset {
    struct str *items; /* ascending by bytes, each once */
    ptrdiff_t count;
    uint64_t *filter; /* a bit for each hash that occurs */
    uint64_t mask;
};

/* Takes over `items` (sorts it in place, keeps the bytes borrowed). */
struct strset strset_make(struct arena *a, struct str *items, ptrdiff_t count);
/* The number of `s` in the set; -1 when it is not there. */
ptrdiff_t strset_find(const struct strset *set, struct str s);

#endif
