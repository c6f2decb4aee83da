/* turns/names.h -- labels become people: readable names, one string per person.
 *
 * Two labels are one person only when that is safe: the same name in other capitals, a title and a
 * surname after a full name that no other person shares, a misprint of one letter that stands
 * once. Two people of one surname, or of one name with different constituencies, stay two.
 */
#ifndef BRIEFCAST_TURNS_NAMES_H
#define BRIEFCAST_TURNS_NAMES_H

#include "turns/aliases.h"
#include "turns/convention.h"

struct person {
    struct str name;    /* readable: "Ms. Saint-Ives", "Ada Lind", "Question" */
    struct str surname; /* lower case; "" for roles */
    bool anonymous;
};

struct names {
    /* The person behind each string of the convention (NULL where it is not accepted); parallel
     * to c->labels.strings. Equal people are one pointer. */
    const struct person **people;
    struct alias_table aliases; /* why */
};

/* Lives in `a`. */
struct names names_resolve(struct arena *a, const struct layout *layout,
                           const struct convention *c);

#endif
