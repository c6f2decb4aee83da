/* turns/points.h -- what speaks for and against a string's being a label.
 *
 * Strings are judged, not occurrences: each signal gives or takes points, and their sum is the
 * string's. turns/convention.h decides what follows from that.
 */
#ifndef BRIEFCAST_TURNS_POINTS_H
#define BRIEFCAST_TURNS_POINTS_H

#include "turns/evidence.h"
#include "turns/labels.h"
#include "turns/sightings.h"

/* Points from which a string alone speaks for its convention, and from which it is believed once
 * the convention stands. */
enum { POINTS_STRONG = 6, POINTS_WEAK = 3 };

/* Sets s->signals and s->points. */
void points_give(struct label_string *s, const struct sightings *sightings,
                 const struct evidence *found);

/* "a title and a name", "words in lower case", ... `against`: it took points. */
const char *label_signal_name(enum label_signal signal, bool against);

#endif
