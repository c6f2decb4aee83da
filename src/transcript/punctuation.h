/* transcript/punctuation.h -- what a punctuation mark does where it stands: one table. */
#ifndef BRIEFCAST_TRANSCRIPT_PUNCTUATION_H
#define BRIEFCAST_TRANSCRIPT_PUNCTUATION_H

#include <stdint.h>

#include "base/str.h"

/* Classes, to be combined. A mark may be in two: the quotation mark that closes in German opens in
 * English. */
enum {
    PUNCTUATION_ENDS = 1,    /* a sentence: . ? ! and their like in other scripts */
    PUNCTUATION_DASHES = 2,  /* - \u2013 \u2014: it breaks off, or goes on elsewhere */
    PUNCTUATION_PAUSES = 4,  /* , ; */
    PUNCTUATION_COLON = 8,   /* : */
    PUNCTUATION_CLOSES = 16, /* brackets and quotation marks behind words */
    PUNCTUATION_OPENS = 32,  /* and those before them, and Spanish marks of a sentence */
};

/* The classes of `c`; 0: it is none of these marks. */
unsigned punctuation_of(int32_t c);

/* `s` without blanks and marks of notes at its end: "Hello, Ada.[1]" -> "Hello, Ada." */
struct str punctuation_without_notes(struct str s);

#endif
