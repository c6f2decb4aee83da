/* turns/head.h -- what stands before the first speech: title, date, place, caption.
 *
 * Also who speaks first when no label says so: a caption that names one person whose label comes
 * later gives that person the unlabelled opening.
 */
#ifndef BRIEFCAST_TURNS_HEAD_H
#define BRIEFCAST_TURNS_HEAD_H

#include "turns/names.h"

enum head_kind {
    HEAD_TITLE,
    HEAD_DATE,
    HEAD_CAPTION,
    HEAD_FURNITURE, /* not spoken; see reason */
};
struct head_part {
    ptrdiff_t block, from, to; /* bytes of the block's text */
    enum head_kind kind;
    enum reason reason;
};

struct head {
    struct head_part
        *parts; /* in order; together all before `block` and `from` but metadata */
    ptrdiff_t count, capacity;
    ptrdiff_t block, from;                       /* where the head ends */
    const struct block *title, *date, *language; /* front matter; NULL: none */
    bool title_printed,
        date_printed; /* the head has its own: those of the front matter are silent */
    char iso[11];     /* date; "" when there is none */
    const struct person
        *opening; /* who speaks before the first label; NULL: the narrator */
};

/* `c` and `people` as convention_decide and names_resolve gave them. Lives in `a`. */
struct head head_read(struct arena *a, const struct layout *layout,
                      const struct convention *c, const struct person *const *people);

#endif
