/* turns/sections.h -- headings in plain text, where nothing but their look says that they are some.
 */
#ifndef BRIEFCAST_TURNS_SECTIONS_H
#define BRIEFCAST_TURNS_SECTIONS_H

#include "turns/convention.h"

struct sections {
    const struct layout *layout; /* borrowed, as is the convention */
    const struct convention *convention;
    int number; /* of the last section that had one; 0: none */
};

struct sections sections_begin(const struct layout *layout, const struct convention *c);
/* Where the words of the heading that the block is begin; -1: it is none. `next` is the first label
 * not taken yet. To be asked of each block behind the head, in order. */
ptrdiff_t sections_heading(struct sections *s, ptrdiff_t block, ptrdiff_t next);
/* Is the block the record's own sentence above headings: "JO HALE, having been sworn, testified as
 * follows:"? */
bool sections_record(const struct sections *s, ptrdiff_t block, ptrdiff_t next);

#endif
