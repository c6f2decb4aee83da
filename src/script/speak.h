/* script/speak.h -- from text as printed to text as spoken.
 *
 * A table of passes, each one class of things (characters today; numbers, dates, acronyms, lexicon
 * have their place here). What comes out is safe for the engine: no control characters, no mark-up,
 * no embedded commands, words and dotted runs within its limits.
 */
#ifndef BRIEFCAST_SCRIPT_SPEAK_H
#define BRIEFCAST_SCRIPT_SPEAK_H

#include "script/script.h"

/* What is spoken for `text` with its tags (offsets relative to `text`); lives in `a`.
 * Empty when there is nothing to say (only punctuation): the caller then keeps the text with the
 * segment before it, or disposes of it. */
struct str speak_text(struct arena *a, struct str text, const struct tag *tags,
                      ptrdiff_t tag_count, struct str language);

#endif
