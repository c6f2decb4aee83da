/* transcript/commonmark.h -- which lines of a Markdown text form which block. (cmark)
 *
 * cmark knows where blocks are, but not where the bytes inside a line come from. So it is given a
 * skeleton: the text with every character that cannot begin a block replaced by an 'x'. It then
 * finds the blocks of CommonMark 0.30 and nothing else; what is in them is read by
 * transcript/inline.h.
 */
#ifndef BRIEFCAST_TRANSCRIPT_COMMONMARK_H
#define BRIEFCAST_TRANSCRIPT_COMMONMARK_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

enum leaf_kind { LEAF_PARAGRAPH, LEAF_HEADING, LEAF_CODE, LEAF_RULE };

struct leaf {
    enum leaf_kind kind;
    int level;                       /* LEAF_HEADING */
    bool fenced;                     /* LEAF_CODE with a word behind the fence */
    ptrdiff_t first_line, last_line; /* 1-based lines of the text given */
    ptrdiff_t column;                /* bytes before the content of the first line */
    int quotes;                      /* block quotes around it */
    int depth;                       /* quotes and list items around it */
};

/* The leaf blocks of `text`, ascending by line; *out lives in `a`; returns the count. */
ptrdiff_t commonmark_leaves(struct leaf **out, struct arena *a, struct str text);

/* What an HTML entity ("&eacute;", "&#8217;") stands for; "" when it is none. Lives in `a`. */
struct str commonmark_entity(struct arena *a, struct str entity);

#endif
