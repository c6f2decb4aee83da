/* base/charset.h -- which character set a file is in, and its text as UTF-8. (ICU)
 *
 * UTF-16 is known by its byte order mark, which stays in the text as U+FEFF; without one, by NUL
 * bytes that in one order of bytes make blanks and nothing that no text has. Valid UTF-8 is UTF-8.
 * What is not valid is still UTF-8, with errors, when of its sequences beyond ASCII more than a
 * tenth is valid: sets of one byte a character hit on such sequences by chance only ("Ã©"). Else
 * it is Windows-1252, Windows-1251 or KOI8-R: each byte beyond ASCII is read in each of them and
 * judged by its neighbours -- letters among letters of their own script, capitals at the beginning
 * of words, the frequent letters; line drawing and control characters count against. The best must
 * fit for most bytes, and lead clearly; where only characters that two sets share occur, it is the
 * first of them.
 */
#ifndef BRIEFCAST_BASE_CHARSET_H
#define BRIEFCAST_BASE_CHARSET_H

#include "base/arena.h"
#include "base/str.h"

enum charset {
    CHARSET_UTF8,
    CHARSET_UTF16LE,
    CHARSET_UTF16BE,
    CHARSET_WINDOWS_1252,
    CHARSET_WINDOWS_1251,
    CHARSET_KOI8_R,
    CHARSET_COUNT
};
/* "UTF-8", "windows-1251", ... (IANA) */
const char *charset_name(enum charset set);

/* CHARSET_UTF8 also where nothing else is sure: what is invalid is found when the text is checked.
 * *percent: how many of the characters beyond ASCII fit; 100 where there is no guess. */
enum charset charset_detect(struct str bytes, int *percent);

/* `bytes` as UTF-8; *out lives in `a` (borrowed from `bytes` when they are UTF-8). False: they end
 * inside a character of UTF-16, or half of a surrogate pair lacks the other, from byte *wrong on. */
bool charset_convert(struct str *out, ptrdiff_t *wrong, struct arena *a, struct str bytes,
                     enum charset set);

#endif
