/* base/transliterate.h -- letters of any script in Latin ones, or in kana. (ICU)
 *
 * CLDR's rules, Cyrillic as the board on geographic names has it ("shch", not the "s" with a hat that
 * ASCII would make an "s"); what they leave (Khmer, Lao, Cherokee ...) goes by the characters' names,
 * which in syllabaries are what is said: CHEROKEE LETTER GA. The Latin letters are ASCII.
 */
#ifndef BRIEFCAST_BASE_TRANSLITERATE_H
#define BRIEFCAST_BASE_TRANSLITERATE_H

#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

enum transliterate_to { TO_LATIN, TO_KATAKANA };

struct transliterator;

/* 0.1 ms, and once in a process up to 80 ms for the rules. *out is owned by the caller; NULL:
 * ICU's data are not there. */
struct transliterator *transliterator_open(enum transliterate_to to);
void transliterator_close(struct transliterator *t); /* t may be NULL */

/* A word or a few. What nobody knows how to read stays as it is. Lives in `a`, or is `s`. */
struct str transliterate(struct transliterator *t, struct arena *a, struct str s);

/* The letter without what its name calls its "WITH ...": "к" for "қ", "e" for "ễ"; 0: there is none. */
int32_t transliterate_base(int32_t c);

#endif
