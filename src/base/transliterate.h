/* base/transliterate.h -- letters of any script in Latin ones, or in kana. (ICU)
 *
 * CLDR's rules, Cyrillic as the board on geographic names has it ("shch", not the "s" with a hat that
 * ASCII would make an "s"); what they leave (Khmer, Lao, Cherokee ...) goes by the characters' names,
 * which in syllabaries are what is said: CHEROKEE LETTER GA. The Latin letters are ASCII.
 */
#ifndef BRIEFCAST_BASE_TRANSLITERATE_H
#define BRIEFCAST_BASE_TRANSLITERATE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

enum { TRANSLITERATED_SCRIPTS = 256 };
enum transliterate_to { TO_LATIN, TO_KATAKANA };

struct transliterator; /* ICU's */

/* Zeroed nothing is open. Opened when first needed: 1 ms, and once in a process up to 80 ms for the
 * rules; so whoever has many words keeps it. */
struct transliterators {
    struct transliterator *open[TO_KATAKANA + 1];
    bool failed[TO_KATAKANA + 1]; /* ICU's data are not there */
    /* By ICU's number: have its letters rules? Of a script without any ICU looks for them
     * anew at every word. 0: not asked yet; 1: yes; -1: no. */
    signed char rules[TRANSLITERATED_SCRIPTS];
};
void transliterators_close(struct transliterators *t);

/* A word or a few. What nobody knows how to read stays as it is. Lives in `a`, or is `s`. */
struct str transliterate(struct transliterators *t, enum transliterate_to to,
                         struct arena *a, struct str s);

/* The letter without what its name calls its "WITH ...": "к" for "қ", "e" for "ễ"; 0: there is none. */
int32_t transliterate_base(int32_t c);

#endif
