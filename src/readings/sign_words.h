/* readings/sign_words.h -- what signs are called, in each language that has readings. */
#ifndef BRIEFCAST_READINGS_SIGN_WORDS_H
#define BRIEFCAST_READINGS_SIGN_WORDS_H

#include "base/str.h"

/* Without blanks, but for `range` and `to_score`. */
struct sign_words {
    const char *minus, *plus, *times, *equals, *about, *by; /* 3 x 5 */
    const char *point, *dot, *at, *dash;                    /* decimal; in addresses */
    const char *range, *over, *hashtag, *to_score;
    const char *north, *south, *east, *west;
    const char *section, *sections, *number;
    const char *and, *version, *plus_minus;
    const char *at_least, *at_most, *more,
        *less;                     /* before a figure; a number in no case follows */
    const char *greater, *smaller; /* between two */
};

/* NULL: there are none. */
const struct sign_words *sign_words_of(struct str language);
extern const struct sign_words english_signs, russian_signs, german_signs, french_signs,
    spanish_signs;

#endif
