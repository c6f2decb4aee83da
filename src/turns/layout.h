/* turns/layout.h -- the lines of a document's paragraphs, and how they are broken.
 *
 * A line break inside a block is either where a line was full, or where somebody meant one. Which
 * of the two is decided by the document's own line width.
 */
#ifndef BRIEFCAST_TURNS_LAYOUT_H
#define BRIEFCAST_TURNS_LAYOUT_H

#include "transcript/document.h"

/* What a line is to the record of a court, and nobody says. */
enum record {
    RECORD_NONE,
    RECORD_ASKER,   /* says who asks below, and nothing else */
    RECORD_HEADING, /* "CROSS-EXAMINATION" */
    RECORD_TEXT,    /* tells that somebody was sworn */
};

struct line {
    /* 32 bits: there are as many as lines */
    int32_t block;
    int32_t begin, end; /* bytes of the block's text, without blanks around; not empty */
    int columns;        /* characters of it, up to 10,000 */
    int indent;         /* columns before it */
    bool first;         /* of its block */
    enum record record; /* what turns/court.h has found it to be */
};

enum breaking {
    BREAKING_FULL,  /* lines are broken at `width` */
    BREAKING_SHORT, /* lines are short, as in verse, lists and captions */
    BREAKING_MEANT, /* lines are as long as their paragraphs */
};

struct layout {
    const struct document *document; /* borrowed */
    struct line *lines;              /* of BLOCK_PARAGRAPHs, in order */
    ptrdiff_t line_count;
    ptrdiff_t
        *first_line; /* of each block; the entry behind the last block is line_count */
    enum breaking breaking;
    int width;    /* columns; BREAKING_FULL */
    bool hanging; /* lines behind a paragraph's first are mostly indented */
};

/* The layout lives in `a`. */
struct layout layout_make(struct arena *a, const struct document *doc);

/* Could the sentence of the line above line i, which is not its block's first, be over? */
bool layout_sentence_over(const struct layout *l, ptrdiff_t i);

struct str layout_line(const struct layout *l, ptrdiff_t line);
/* Does line i (not the first of its block) go on with a sentence that the line above left open? */
bool layout_continues(const struct layout *l, ptrdiff_t i);
/* Does a new paragraph begin with line i (not the first of its block)? */
bool layout_breaks(const struct layout *l, ptrdiff_t i);

#endif
