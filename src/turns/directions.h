/* turns/directions.h -- what stands in brackets and is not spoken.
 *
 * Vocabulary plus brackets: "(Laughter.)", "[crosstalk]", "(through interpreter)". Insertions and
 * redactions in brackets belong to the sentence and stay.
 */
#ifndef BRIEFCAST_TURNS_DIRECTIONS_H
#define BRIEFCAST_TURNS_DIRECTIONS_H

#include "transcript/document.h"

struct direction {
    ptrdiff_t begin, end; /* bytes of the text, brackets included */
    enum reason reason;   /* REASON_STAGE_DIRECTION, REASON_CLOCK_TIME or REASON_MARKUP */
};

/* Is this, without brackets, a direction? */
bool direction_is(struct str words);
/* "(The sitting opens at nine.)", a paragraph by itself between what people say: the record's, when it
 * neither speaks of itself nor to anybody. */
bool direction_is_note(struct str paragraph);
/* The next direction of `s` that begins at `from` or behind. False: there is none. In a play all
 * that stands in one kind of brackets is direction: `stage` is the opening one, else 0.
 * `at_label`: a label stands before s, and what begins it may be how it is said. */
bool direction_next(struct direction *out, struct str s, ptrdiff_t from, char stage,
                    bool at_label);

#endif
