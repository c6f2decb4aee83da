/* turns/dates.h -- dates and clock times as transcripts print them. */
#ifndef BRIEFCAST_TURNS_DATES_H
#define BRIEFCAST_TURNS_DATES_H

#include <stdbool.h>

#include "base/str.h"

struct date {
    char iso[11];         /* ISO 8601: "2017-01-20" or "2017-01", NUL-terminated */
    ptrdiff_t begin, end; /* bytes of the text it was found in */
};

/* The first date in `text`, of which at most 1,000 bytes are looked at: "20 January, 2017",
 * "January 20, 2017", "20. Januar 2017", "18 марта 2025", "2017-01-20", "20.01.2017", "20/1/2017"
 * (day before month unless that cannot be), "2017年1月20日", "January 2017". */
bool date_find(struct date *out, struct str text);

enum date_line { DATE_NONE, DATE_ALONE, DATE_WITH_PLACE };
/* Is all of `line` a date, with a weekday, a clock time, or a few words of place beside it? */
enum date_line date_line(struct date *out, struct str line);

/* "2025-01-08T10:00:00Z", as programs stamp it: the length of the day in bytes; 0: `s` is no such
 * stamp. */
ptrdiff_t date_before_stamp(struct str s);

/* The clock time that `s` begins with ("[00:01:02]", "11:45 A.M. EDT", "2 p.m."): its length in
 * bytes, or 0. */
ptrdiff_t clock_prefix(struct str s);
/* Is all of `line` clock times: one, or from one to another? */
bool clock_line(struct str line);

#endif
