/* turns/opening.h -- who says what stands before the first label.
 *
 * Officials open their briefings without one; the caption says whose remarks they are.
 */
#ifndef BRIEFCAST_TURNS_OPENING_H
#define BRIEFCAST_TURNS_OPENING_H

#include "turns/names.h"

/* Is this paragraph a caption ("... remarks at a news conference ...") rather than speech? */
bool opening_is_caption(struct str paragraph, const struct convention *c);

/* Is somebody asked here ("Madam Minister, when ...?"), so that it is no title? */
bool opening_is_question(struct str paragraph);

/* The one person that these titles and captions name as speaking, when what stands from byte `from`
 * of `block` to the first label sounds as if somebody said it. NULL: nobody for sure. */
const struct person *opening_speaker(const struct str *captions, ptrdiff_t caption_count,
                                     const struct layout *layout,
                                     const struct convention *c,
                                     const struct person *const *people, ptrdiff_t block,
                                     ptrdiff_t from);

#endif
