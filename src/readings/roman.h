/* readings/roman.h -- numbers as Romans wrote them, in Latin capitals or with a Cyrillic "Х". */
#ifndef BRIEFCAST_READINGS_ROMAN_H
#define BRIEFCAST_READINGS_ROMAN_H

#include "readings/pieces.h"

/* 1 .. 89 of what people number in that way; 0: it is none. "LI" and "LX" are names. */
int64_t roman_number(struct str s);
/* Is it one at all, up to 3,999 and as Romans would write it ("MCMXC", "CD")? */
bool roman_is_any(struct str s);
/* Does the word at piece i only look like one: "I.V.C", "L.X", "I I"? */
bool roman_is_letters(const struct pieces *t, ptrdiff_t i);
/* The number that the word at piece i is, as a whole; 0: it is none. */
int64_t roman_at(const struct pieces *t, ptrdiff_t i);
/* The same, but for initials: "P. V. Rao", "A.P.I." */
int64_t roman_counted(const struct pieces *t, ptrdiff_t i);

#endif
