/* turns/rolls.h -- lists of who is there, above the first speech or below the last.
 *
 * Names stand in them as they stand above speeches, but nobody says anything.
 */
#ifndef BRIEFCAST_TURNS_ROLLS_H
#define BRIEFCAST_TURNS_ROLLS_H

#include "turns/labels.h"

struct rolls {
    ptrdiff_t *blocks; /* of lists behind the first speech; ascending */
    ptrdiff_t count, capacity;
};

/* Sets counts[i] to false where labels->items[i], which counts as a label so far, stands in a list.
 * `names`: nothing but a name stands above speeches. What is found lives in `a`. */
void rolls_take_out(bool *counts, struct rolls *found, struct arena *a,
                    const struct layout *layout, const struct labels *labels, bool names);

/* Does one hold the block? *next is the first that is not behind it. */
bool rolls_hold(const struct rolls *r, ptrdiff_t block, ptrdiff_t *next);

#endif
