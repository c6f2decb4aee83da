/* speak/letters.h -- which letters the engine's voice of a language says; others it calls by name.
 *
 * Measured with Debian's eSpeak NG 1.51, letter by letter inside a word (tests/unit/test_letters.c
 * holds the table against the engine that is installed). Some voices are there and say nothing that
 * could be understood: Thai and Burmese read consonants without their vowels, Konkani and Hakka call
 * most letters by name. They have no row; such text is transliterated (speak_foreign).
 *
 * Hebrew is said without the vowels that are not written. Japanese is said from kana; Chinese
 * characters in it have no reading there, nor in ICU: they are said as kana that come near to the
 * Chinese one.
 */
#ifndef BRIEFCAST_SPEAK_LETTERS_H
#define BRIEFCAST_SPEAK_LETTERS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "base/unicode.h"

struct letters {
    const char *language;
    enum unicode_script script; /* of `own` */
    /* Small letters and "a-z": what the language is written with, what its voice says besides, and
     * what it does not say for all that. NULL: nothing. */
    const char *own, *also, *without;
};

enum { LETTERS_MOST = 64 }; /* rows: bits of a mask */

/* The rows, in the order in which a text goes to the first that holds all its letters; ended by one
 * without a language. */
extern const struct letters letters_table[];

/* What the voice of a language says. */
struct voice_letters {
    const struct letters *row; /* NULL: not measured, taken to say all of its script */
    int script;                /* unicode_script's number */
};
struct voice_letters letters_of(struct str language);

/* Does it say `c`? True of what is no letter or mark. */
bool letters_have(struct voice_letters v, int32_t c);
/* All of a text? ASCII costs next to nothing. */
bool letters_have_all(struct voice_letters v, struct str s);

/* Does it say Latin letters? It says them as English. */
bool letters_latin(struct voice_letters v);

/* A bit for each row that `c` is in `own` of. */
uint64_t letters_rows(int32_t c);

#endif
