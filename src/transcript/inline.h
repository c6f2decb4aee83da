/* transcript/inline.h -- what stands inside a block of Markdown: emphasis, links, escapes.
 *
 * Follows CommonMark 0.30 (section 6), with three liberties for transcripts: only elements that
 * HTML has are HTML, a reference in brackets is a link only when its definition leads somewhere,
 * and nothing is ever dropped but mark-up. Every byte is mapped or disposed of.
 */
#ifndef BRIEFCAST_TRANSCRIPT_INLINE_H
#define BRIEFCAST_TRANSCRIPT_INLINE_H

#include "transcript/document.h"

struct byte_range {
    ptrdiff_t begin, end;
};

struct inline_reader {
    struct document *doc;
    struct arena *a;
    struct arena *scratch;
    struct str
        work; /* the source, with blanks where comments and link definitions stand */
    const struct byte_range *blanked; /* these, ascending */
    ptrdiff_t blanked_count, blanked_at;
    const struct str
        *references; /* labels of links that are defined, lower case, sorted */
    ptrdiff_t reference_count;
};

/* Adds the block whose lines have these contents; lines ascend from call to call. Nothing is added
 * when only mark-up and blanks are there. `plain`: a code block, in which nothing is mark-up. */
struct block *inline_block(struct inline_reader *r, enum block_kind kind,
                           const struct byte_range *lines, ptrdiff_t count, bool plain);

/* "[Home](a) | [Subscribe](b)": links with marks between them, and nothing else. */
bool inline_is_link_bar(const struct block *b);

#endif
