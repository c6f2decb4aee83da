/* turns/gloss.h -- "Nora Quist (NQ): ", and from there on only "NQ: ".
 *
 * A label that announces in brackets how it is going to be shortened is a label whenever the short
 * form is one, and both are one person.
 */
#ifndef BRIEFCAST_TURNS_GLOSS_H
#define BRIEFCAST_TURNS_GLOSS_H

#include "turns/labels.h"

/* The initials that stand in brackets behind the name whose initials they are; or nothing. */
struct str gloss_of(const struct label_string *s);
/* The string that the gloss of labels->strings[i] is; -1: none. */
ptrdiff_t gloss_string(const struct labels *labels, ptrdiff_t i);
/* Accepts what announces a short form that is accepted or recurs, and the short form. */
void gloss_accept(struct labels *labels);

#endif
