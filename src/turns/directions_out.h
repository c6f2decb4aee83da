/* turns/directions_out.h -- a paragraph's directions found and taken out of it. */
#ifndef BRIEFCAST_TURNS_DIRECTIONS_OUT_H
#define BRIEFCAST_TURNS_DIRECTIONS_OUT_H

#include "turns/directions.h"

struct found_directions {
    struct direction *items;
    ptrdiff_t count, capacity;
};

/* All directions of `s` as direction_next finds them, each with a full stop behind it that ends no
 * sentence; in `a`. */
struct found_directions directions_find(struct arena *a, struct str s, char stage,
                                        bool at_label);

/* `whole` without its directions, on one line; lives in `a`. */
struct text directions_without(struct arena *a, struct text whole,
                               const struct found_directions *found);

#endif
