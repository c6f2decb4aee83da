/* readings/amounts.h -- figures that say how much: "1,234.5", "3.2m", "km/h". */
#ifndef BRIEFCAST_READINGS_AMOUNTS_H
#define BRIEFCAST_READINGS_AMOUNTS_H

#include "readings/language.h"
#include "readings/readings.h"

struct amount {
    ptrdiff_t at, end; /* pieces; the scale is behind */
    ptrdiff_t whole_end;
    ptrdiff_t fraction; /* its piece, or -1 */
    int64_t value;      /* of the whole; -1: too long */
    bool grouped;       /* "1,234": never a year */
    const char *scale;  /* "million"; NULL: none */
    ptrdiff_t scale_end;
};

/* Does one begin at `at`? Commas part thousands, a full stop the fraction; the other way round only
 * where it cannot be meant so ("1.234,5"). */
bool amount_at(struct amount *m, const struct pieces *t, ptrdiff_t at);
/* Of a year's form: "1987". */
bool amount_is_year(const struct pieces *t, const struct amount *m);
/* Is one of `list` a few words before or behind piece `at`? */
bool amount_is_near(const struct pieces *t, ptrdiff_t at, const char *const *list);
/* Does the figure at `at` name something: "Section 5M", "berth 12"? */
bool amount_is_label(const struct pieces *t, ptrdiff_t at);
/* Is the word at `at` a plural: has it an s, or is it people? */
bool amount_counts(const struct pieces *t, ptrdiff_t at);
bool amount_is_one(const struct amount *m);
/* `counted`: something follows that it counts, so that it is no year. */
void amount_say(struct reading *r, const struct amount *m, bool counted);

/* "million", "bn" behind an amount; `money`: a currency stands before it. */
void amount_find_scale(struct amount *m, const struct pieces *t, bool money);

/* The longest of `list` that stands at piece `at`, *end behind it; NULL: none. `before_figure`: a
 * figure may follow its letters ("EUR50"). */
const struct unit *unit_find(const struct unit *list, const struct pieces *t,
                             ptrdiff_t at, bool before_figure, ptrdiff_t *end);
/* Is the full stop at piece `end`, behind a unit, its own and not the sentence's: "6 ft. long", "5 ft. 11
 * in."? */
bool unit_has_stop(const struct pieces *t, ptrdiff_t end);
/* " per second" for the "/s" at piece `at`; returns where it ends, `at` when there is none. */
ptrdiff_t unit_say_per(struct reading *r, ptrdiff_t at);

#endif
