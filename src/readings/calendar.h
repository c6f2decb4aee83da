/* readings/calendar.h -- names of months and days of the week. */
#ifndef BRIEFCAST_READINGS_CALENDAR_H
#define BRIEFCAST_READINGS_CALENDAR_H

#include <stdbool.h>

#include "base/str.h"

/* Is `word`, whatever its case, one of the language's months, or days of the week where its tables
 * have them, in the plural too? */
bool calendar_names(struct str word, struct str language);

#endif
