/* readings/numbers.h -- numbers in English words, appended to a text. The "and" in a number is joined by
 * a hyphen: before one behind a blank the engine stops for 110 ms. */
#ifndef BRIEFCAST_READINGS_NUMBERS_H
#define BRIEFCAST_READINGS_NUMBERS_H

#include "base/str.h"

/* 0 <= value < 10^15: "one thousand two hundred-and five". */
void number_cardinal(struct strbuf *out, int64_t value);
/* "one thousand two hundred-and fifth" */
void number_ordinal(struct strbuf *out, int64_t value);
/* As years and resolutions are read, 1 .. 9999: "nineteen oh five", "twenty seventeen". */
void number_year(struct strbuf *out, int64_t value);
/* As rooms and aircraft are, 0 .. 9999: "one oh one", "three twenty", "four hundred". */
void number_code(struct strbuf *out, int64_t value);
/* 10 .. 90 or a year: "nineties", "nineteen nineties"; `value` is a multiple of ten. */
void number_decade(struct strbuf *out, int64_t value);
/* One by one: "zero one four seven". */
void number_digits(struct strbuf *out, struct str digits);

#endif
