/* readings/shortened.h -- which words are printed short, by the tables of what is said for them. */
#ifndef BRIEFCAST_READINGS_SHORTENED_H
#define BRIEFCAST_READINGS_SHORTENED_H

#include "base/str.h"

enum shortened_use {
    SHORTENED_NOT,    /* no table has the word */
    SHORTENED_TITLE,  /* a name follows: "Pres. Holt" */
    SHORTENED_NUMBER, /* a number follows: "Eq. 5" */
    SHORTENED_WORD,   /* it stands for a word, or more of them: "Govt.", "p. ej." */
};

/* `word` is without its last full stop and without blanks: "Eq", "z.B". */
enum shortened_use shortened_use(struct str word, struct str language);

#endif
