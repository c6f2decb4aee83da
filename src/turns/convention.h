/* turns/convention.h -- how this document marks its speakers.
 *
 * Decided once for the document: each string that could be a label is given points for its words,
 * its recurrence and what follows it; the way of marking whose strings win clearly is the
 * document's, and only labels of that way (and of its partner: "Q" beside "NAME:") are accepted.
 * When none wins clearly nothing is a label: one voice is better than wrong voices.
 */
#ifndef BRIEFCAST_TURNS_CONVENTION_H
#define BRIEFCAST_TURNS_CONVENTION_H

#include "turns/labels.h"
#include "turns/sightings.h"

struct convention {
    const char *name;     /* NULL: nobody is marked as speaking */
    struct labels labels; /* all strings; of the items only the accepted ones, in order */
    struct sightings sightings;
};

/* What is borrowed or found lives in `a`. Tells `d` when nothing was accepted: a warning with the
 * two best candidates when speakers were likely, else a note. */
struct convention convention_decide(struct arena *a, const struct layout *layout,
                                    struct diag *d);

#endif
