/* turns/dialogue.h -- do possible labels answer one another?
 *
 * A document with few labels proves itself by what stands between them: a question that the next label
 * answers, a speaker who calls the next one by name. Headings of an article do neither.
 */
#ifndef BRIEFCAST_TURNS_DIALOGUE_H
#define BRIEFCAST_TURNS_DIALOGUE_H

#include "turns/evidence.h"

/* Sets `exchanges`, `called` and `whole` of `found`, which is parallel to the strings. */
void dialogue_listen(struct evidence *found, const struct layout *layout,
                     const struct labels *labels);

/* Does all that is told in sentences, but for a fifth, stand in `line` or below? */
bool dialogue_begins(const struct layout *layout, ptrdiff_t line);

#endif
