/* turns/convention_accept.h -- which strings are labels, once the way of marking is decided. */
#ifndef BRIEFCAST_TURNS_CONVENTION_ACCEPT_H
#define BRIEFCAST_TURNS_CONVENTION_ACCEPT_H

#include "turns/convention.h"
#include "turns/evidence.h"

/* The family that labels of a style belong to. */
enum family family_of(enum label_style style);
/* How often a string stands in the family's styles. */
ptrdiff_t family_count(const struct label_string *s, enum family f);
/* A full stop ends sentences, too: the words themselves must say that they are a label. */
bool family_stop_eligible(const struct label_string *s, ptrdiff_t count);

/* Sets `accepted` of all strings of c->labels. `found` is parallel to them; `t` is the tally of f, which
 * has won. */
void convention_accept(struct convention *c, const struct evidence *found,
                       const struct tally *t, enum family f);

#endif
