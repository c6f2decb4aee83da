/* turns/notes.h -- the notes of a text: paragraphs that its marks of notes lead to.
 *
 * "Hello, Ada.[1]", and below, mostly at the end, "[1] See the report." That the mark stands at both
 * ends is the proof; who speaks says neither.
 */
#ifndef BRIEFCAST_TURNS_NOTES_H
#define BRIEFCAST_TURNS_NOTES_H

#include "transcript/document.h"

enum { NOTES_MOST = 1000 }; /* marks that are counted have three figures at most */

struct notes {
    /* Of each figure the first block in which it is a mark behind a word, + 1: as "[1]", and raised;
     * 0: in none. */
    int32_t marks[2][NOTES_MOST];
};

/* Lives in `a`; NULL: there are no marks. */
const struct notes *notes_find(struct arena *a, const struct document *doc);
/* Is the block a note that a mark above it leads to? `n` may be NULL. */
bool notes_hold(const struct notes *n, const struct document *doc, ptrdiff_t block);

#endif
