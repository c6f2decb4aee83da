/* transcript/html_blocks.h -- HTML, from wherever it comes, as blocks of a document.
 *
 * Each byte of the text is in a block or disposed of. What a browser would show as lines are lines,
 * what it would set apart are blocks, and what it would not show is none.
 */
#ifndef BRIEFCAST_TRANSCRIPT_HTML_BLOCKS_H
#define BRIEFCAST_TRANSCRIPT_HTML_BLOCKS_H

#include "transcript/html_words.h"

struct html_form {
    bool page; /* a whole page: only its article is wanted */
    bool xml;  /* elements that HTML does not know are blocks */
};

/* Adds the blocks of `work`, HTML whose bytes come from doc's source. Lives in `a`. */
void html_blocks_add(struct document *doc, struct arena *a, struct text work,
                     struct html_form form);

#endif
