/* turns/pages.h -- what the pages of a print put into the text is taken out of it again.
 *
 * Line numbers, running heads and feet, page numbers and disclaimers cut sentences in two. Whether
 * a line is one of them is decided over the whole document: what recurs a page apart, counts up,
 * or stands inside sentences. The sentence that was cut becomes one paragraph, and a word that was
 * hyphenated at a line's end one word.
 */
#ifndef BRIEFCAST_TURNS_PAGES_H
#define BRIEFCAST_TURNS_PAGES_H

#include "transcript/document.h"

/* `doc` itself when its pages left nothing; otherwise a copy in `a` that borrows from it, what was
 * taken out added to its disposals. Time is n log n. */
const struct document *pages_clean(struct arena *a, const struct document *doc);

#endif
