/* speak/learned.h -- what a text as a whole tells of how its sentences are said. */
#ifndef BRIEFCAST_SPEAK_LEARNED_H
#define BRIEFCAST_SPEAK_LEARNED_H

#include "readings/day_order.h"
#include "speak/acronyms.h"

/* Zeroed but for acronyms.arena nothing is learned. */
struct learned {
    struct acronyms acronyms;
    struct day_orders dates;
};

/* Adds what `text`, a paragraph, tells. Linear. */
void learned_add(struct learned *l, struct str text);
/* Once, behind the last. */
void learned_settle(struct learned *l);

#endif
