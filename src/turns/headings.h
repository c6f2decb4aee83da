/* turns/headings.h -- headings that are speakers' names.
 *
 * Many exports write "### Speaker 1" above each speech. Headings of a level are names when nearly
 * all of them recur, look like somebody, and what follows sounds like speech.
 */
#ifndef BRIEFCAST_TURNS_HEADINGS_H
#define BRIEFCAST_TURNS_HEADINGS_H

#include "transcript/document.h"

/* `doc` itself when no headings are names; otherwise a copy in `a` that borrows from it, where they
 * are paragraphs. */
const struct document *headings_as_names(struct arena *a, const struct document *doc);

#endif
