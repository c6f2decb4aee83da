/* turns/aliases.h -- which labels are the same person.
 *
 * The judgement behind turns/names.h.
 */
#ifndef BRIEFCAST_TURNS_ALIASES_H
#define BRIEFCAST_TURNS_ALIASES_H

#include "turns/labels.h"

struct alias_table {
    ptrdiff_t *
        same_as; /* of each string: the string whose name the person has (often itself) */
    bool *merged; /* of such a string: others of different words are the same person */
    const char *
        *why;      /* of each string that became another's: what ties them; else NULL */
    ptrdiff_t *to; /* which string that was */
};

/* For the accepted strings; the items of `labels` are the accepted labels in order. */
struct alias_table aliases_find(struct arena *a, const struct labels *labels);

/* What stands in brackets behind a name and tells people apart ("Leeds"); "" when there is nothing
 * or it is a direction or the like. */
struct str alias_bracket(const struct label_string *s);

#endif
