/* readings/day_order.h -- whether "3/4/2017" is in March or in April.
 *
 * Nobody says so of a transcript, but its other dates do: in "1/20/2018" the month comes first.
 */
#ifndef BRIEFCAST_READINGS_DAY_ORDER_H
#define BRIEFCAST_READINGS_DAY_ORDER_H

#include "base/str.h"

/* How many dates in figures tell the one or the other. Zeroed there are none. */
struct day_orders {
    ptrdiff_t day_first, month_first;
};

/* Adds those of `text`, a paragraph. Linear. */
void day_orders_learn(struct day_orders *o, struct str text);

/* What most of them tell; else what is usual in the language's region. */
bool day_orders_month_first(const struct day_orders *o, struct str language);

#endif
