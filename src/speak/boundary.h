/* speak/boundary.h -- whether a sentence goes on behind a mark that could end it.
 *
 * UAX #29 sees every place where a sentence may end; abbreviations, initials, numbers and what follows
 * them (speak/abbreviations.h) tell where it does not.
 */
#ifndef BRIEFCAST_SPEAK_BOUNDARY_H
#define BRIEFCAST_SPEAK_BOUNDARY_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

/* Does the sentence that began at `begin` go on behind `end`, where ICU would end it? Marks of notes
 * stand from `notes` to `end`. */
bool boundary_goes_on(struct str s, ptrdiff_t begin, ptrdiff_t notes, ptrdiff_t end,
                      struct str language, struct arena *scratch);

/* Is the full stop at byte `stop` of a sentence an abbreviation's or an initial's, so that the sentence
 * goes on behind it ("the U.S. Senate")? Numbers at its beginning ("1. The harbour") do not. */
bool boundary_stop_goes_on(struct str s, ptrdiff_t stop, struct str language,
                           struct arena *scratch);

#endif
