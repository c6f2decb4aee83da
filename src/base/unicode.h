/* base/unicode.h -- what Unicode and CLDR know about text. (ICU) */
#ifndef BRIEFCAST_BASE_UNICODE_H
#define BRIEFCAST_BASE_UNICODE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

/* Byte offsets of the ends of the sentences of `s` by UAX #29 with CLDR's tailoring for
 * `language` (BCP 47; "" = root), the last always s.len. *out lives in `a`; returns the
 * count (0 for an empty s). Blanks after a sentence belong to it. */
ptrdiff_t unicode_sentences(ptrdiff_t **out, struct arena *a, struct str s,
                            struct str language);

struct str unicode_nfc(struct arena *a,
                       struct str s); /* UAX #15; borrowed when nothing changes */
struct str unicode_nfkc_char(struct arena *a,
                             int32_t c); /* compatibility form of one code point */
struct str unicode_lower(struct arena *a, struct str s, struct str language);
struct str unicode_title(struct arena *a, struct str word,
                         struct str language); /* "IVES" -> "Ives"; one word */
struct str unicode_fold(struct arena *a,
                        struct str s); /* full case folding, for comparing */

/* Every pass over a text asks these of each character: ASCII and the letters that most others in a
 * transcript are need no table. */
static inline bool unicode_is_basic_letter(int32_t c)
{
    return c < 0x80    ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
           : c < 0x2C2 ? c >= 0xC0 && c != 0xD7 && c != 0xF7
                       : c >= 0x400 && c < 0x530 && (c < 0x482 || c > 0x489);
}
bool unicode_is_letter_wide(int32_t c); /* of any other, and of these */
static inline bool unicode_is_letter(int32_t c)
{
    return unicode_is_basic_letter(c) || (c >= 0x80 && unicode_is_letter_wide(c));
}
bool unicode_is_upper_wide(int32_t c);
static inline bool unicode_is_upper(int32_t c)
{
    return c < 0x80                   ? c >= 'A' && c <= 'Z'
           : c >= 0x400 && c <= 0x45F ? c < 0x430
                                      : unicode_is_upper_wide(c);
}
bool unicode_is_lower_wide(int32_t c);
static inline bool unicode_is_lower(int32_t c)
{
    return c < 0x80                   ? c >= 'a' && c <= 'z'
           : c >= 0x400 && c <= 0x45F ? c >= 0x430
                                      : unicode_is_lower_wide(c);
}
int32_t unicode_to_upper(int32_t c); /* "ß" stays */
bool unicode_is_digit(int32_t c);    /* Nd */
bool unicode_is_mark(int32_t c);     /* Mn, Mc, Me */
bool unicode_is_control(int32_t c);  /* Cc */
bool unicode_is_format(int32_t c);   /* Cf: bidi controls, soft hyphen, zero width ... */
bool unicode_is_unassigned_or_private(int32_t c); /* Cn, Co, Cs */
bool unicode_is_compatibility(
    int32_t c); /* its NFKC form differs: ligatures, fullwidth, ... */
/* The tag ("de") of the language that is called `name` in English or in itself, whatever the case;
 * "" when there is none. A static string. */
struct str unicode_language_tag(struct str name);
/* What an emoji is called in English ("thumbs up"); "" when `sign` is none. */
struct str unicode_emoji_name(struct arena *a, struct str sign);
/* Columns on a terminal: 0 (marks), 1 or 2 (East Asian wide, emoji). */
int unicode_columns(int32_t c);
/* The script that most letters of `s` are in, by ISO 15924 ("Latn", "Cyrl"); "Zyyy" when there are
 * none. */
const char *unicode_main_script(struct str s);
/* Scripts (UAX #24) as numbers. Han, kana and bopomofo, which are written together, are one, and so
 * are common and inherited. */
enum unicode_script {
    UNICODE_COMMON = 0,
    UNICODE_LATIN = 25, /* as ICU counts them: static_asserts in unicode.c */
    UNICODE_ARABIC = 2,
    UNICODE_ARMENIAN = 3,
    UNICODE_BENGALI = 4,
    UNICODE_CYRILLIC = 8,
    UNICODE_DEVANAGARI = 10,
    UNICODE_ETHIOPIC = 11,
    UNICODE_GEORGIAN = 12,
    UNICODE_GREEK = 14,
    UNICODE_GUJARATI = 15,
    UNICODE_GURMUKHI = 16,
    UNICODE_HAN = 17,
    UNICODE_HANGUL = 18,
    UNICODE_HEBREW = 19,
    UNICODE_KANNADA = 21,
    UNICODE_MALAYALAM = 26,
    UNICODE_ORIYA = 31,
    UNICODE_SINHALA = 33,
    UNICODE_TAMIL = 35,
    UNICODE_TELUGU = 36,
};
int unicode_script(int32_t c);
int32_t unicode_lower_char(int32_t c); /* simple mapping */
/* The script that a language (BCP 47) is written in by default; UNICODE_LATIN where it is not known. */
int unicode_language_script(struct str language);
/* The value of a decimal digit in any script; -1: it is none. */
int unicode_digit_value(int32_t c);

bool unicode_is_square(int32_t c); /* a word in one square, which NFKC spells out */

/* Characters of private use that stand for words whose sounds are known (speak/speak_lexicon.c). */
enum { UNICODE_STAND_IN_FIRST = 0xF0000, UNICODE_STAND_IN_LAST = 0xFFFFD };
/* A letter, a digit or a stand-in, that is, something to say: `c` is not only punctuation or
 * invisible. */
bool is_speech_wide(int32_t c); /* where it is not ASCII */
static inline bool is_speech(int32_t c)
{
    return unicode_is_basic_letter(c) || (c >= '0' && c <= '9') ||
           (c >= 0x80 && is_speech_wide(c));
}
/* The offset of the first such character, or -1. */
ptrdiff_t speech_at(struct str s);

#endif
