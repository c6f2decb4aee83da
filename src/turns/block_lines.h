/* turns/block_lines.h -- the lines of a block that are not blank, one after another. */
#ifndef BRIEFCAST_TURNS_BLOCK_LINES_H
#define BRIEFCAST_TURNS_BLOCK_LINES_H

#include "transcript/document.h"

struct block_line {
    ptrdiff_t begin, end; /* bytes of the block's text, without blanks at its ends */
    int columns;          /* code points in [begin, end) */
    int indent;           /* columns before `begin`; of the first line, the block's */
    bool first;           /* of its block */
    ptrdiff_t next;       /* the module's own: where to look on */
};

/* *line is {0} before the first; false: there is none behind *line. */
bool block_line_next(struct block_line *line, const struct block *block);
/* How many there are. */
ptrdiff_t block_line_count(const struct block *block);

#endif
