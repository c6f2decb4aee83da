/* speak/limits.h -- what the engine bears in one go.
 *
 * Beyond these it drops words without a word, or crashes (measured with eSpeak NG 1.51: 1000
 * phonemes or 800 bytes in a clause, 200 phonemes in a word, 82 dotted letters, with or without
 * blanks between them, the fourth equal letter in a row). The figures keep a distance from that.
 */
#ifndef BRIEFCAST_SPEAK_LIMITS_H
#define BRIEFCAST_SPEAK_LIMITS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

enum {
    LIMIT_WORD_CHARACTERS = 60,
    LIMIT_WORD_PHONEMES = 160,
    LIMIT_DOTTED_LETTERS = 20, /* "U.N.E.S.C.O." */
    LIMIT_EQUAL_LETTERS = 3,   /* words of one and the same character in a row */
    LIMIT_LOWER_STOPS = 3,     /* words with a full stop, a small letter behind each */
    LIMIT_EQUAL_MARKS = 3,     /* "....", "!!!!" */
    LIMIT_ACCENTS = 4,         /* combining marks on one letter */
    LIMIT_CLAUSE_BYTES = 300,
    LIMIT_CLAUSE_PHONEMES = 600,
    LIMIT_SENTENCE_BYTES = 600,    /* of a segment */
    LIMIT_SENTENCE_PHONEMES = 700, /* about 50 s at 175 words a minute */
    LIMIT_SPOKEN_PHONEMES =
        12000, /* a quarter of an hour, spoken in parts; more is refused */
};

/* The letters that voices of a language read; others they spell by name. */
struct alphabet {
    int32_t first, last;
};
struct alphabet alphabet_of(struct str language);

/* How many phonemes saying `c` takes at most, about. */
int phonemes_of_other(int32_t c, struct alphabet own); /* no small letter of ASCII */
static inline int phonemes_of(int32_t c, struct alphabet own)
{
    return c >= 'a' && c <= 'z' ? 1 : phonemes_of_other(c, own);
}
/* Of a text as spoken: what stands in [[ ]] is phonemes. */
ptrdiff_t phonemes_in(struct str s, struct str language);

#endif
