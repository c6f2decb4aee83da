/* turns/rolls.h -- lists of who is there, above the first speech or below the last.
 *
 * Names stand in them as they stand above speeches, but nobody says anything.
 */
#ifndef BRIEFCAST_TURNS_ROLLS_H
#define BRIEFCAST_TURNS_ROLLS_H

#include "turns/convention_accept.h"

/* Sets counts[i] to false where c->labels.items[i], which counts as a label so far, stands in a list;
 * blocks of lists behind the first speech go to c->rolls, which lives in `a`. */
void rolls_take_out(bool *counts, struct convention *c, struct arena *a,
                    const struct layout *layout, enum family f);

#endif
