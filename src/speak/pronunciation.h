/* speak/pronunciation.h -- pronunciations as people write them, for the engine. */
#ifndef BRIEFCAST_SPEAK_PRONUNCIATION_H
#define BRIEFCAST_SPEAK_PRONUNCIATION_H

#include "base/diag.h"
#include "base/text.h"

enum { PRONUNCIATION_BYTES_MOST = 400 };

/* IPA, words parted by blanks, as the engine's phonemes: "[[..]] [[..]]", in `a`. False: it is
 * none of `language` (a tag); reported as `code`, at the sound that is wrong, with the nearest one. */
bool pronunciation_of_ipa(struct str *out, struct arena *a, struct str language,
                          struct text ipa, const char *code, struct diag *d);
/* The engine's own mnemonics, words parted by blanks: they are not looked at, but kept from being
 * more than that. */
bool pronunciation_of_mnemonics(struct str *out, struct arena *a, struct text mnemonics,
                                const char *code, struct diag *d);

/* The end of the English ending 's, ’s or s that stands at text[at]; `at` when there is none. */
ptrdiff_t pronunciation_ending_end(struct str text, ptrdiff_t at);
/* How English says that ending, or the plural's s, behind the phoneme that `phonemes` (without
 * brackets) ends with. */
struct str pronunciation_ending(struct str phonemes);

#endif
