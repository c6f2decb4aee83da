/* speak/ipa.h -- pronunciations in IPA as the mnemonics that eSpeak NG reads between [[ and ]].
 *
 * A table for each language, of the International Phonetic Alphabet's symbols (2020 chart) as
 * dictionaries of the language use them; the longest match counts. The English one names phonemes,
 * not sounds, so that British and American voices each say a word in their own way: an "r" behind
 * a vowel ("ɑːr") is heard from those who say it. Tie bars, syllable marks and non-syllabic marks
 * are read over.
 */
#ifndef BRIEFCAST_SPEAK_IPA_H
#define BRIEFCAST_SPEAK_IPA_H

#include <stdbool.h>

#include "base/status.h"
#include "base/str.h"

/* How a symbol is used. */
enum ipa_use {
    IPA_CONSONANT,
    IPA_VOWEL,
    IPA_CODA, /* a vowel with an "r" that belongs to it only where no vowel follows */
};

struct ipa_symbol {
    struct str ipa;       /* NFC */
    struct str mnemonics; /* one, or several with "|" between them */
    enum ipa_use use;
};

struct ipa_table {
    struct str language; /* primary subtag */
    const struct ipa_symbol *symbols;
    ptrdiff_t count;
};

/* The tables, ended by one without a language. */
extern const struct ipa_table ipa_tables[];
/* The table for a language tag; NULL: there is none. */
const struct ipa_table *ipa_table_find(struct str language);

/* The symbol at ipa[*at], *at moved behind it; NULL: none is known there. */
const struct ipa_symbol *ipa_next(const struct ipa_table *t, struct str ipa,
                                  ptrdiff_t *at);

/* The symbol of the table that sounds most like one that is not in it; "": none does. */
struct str ipa_nearest(const struct ipa_table *t, struct str symbol);

/* What is wrong with a pronunciation. */
enum ipa_fault {
    IPA_FINE,
    IPA_UNKNOWN,       /* no symbol of the language */
    IPA_STRAY_STRESS,  /* a stress mark that no vowel follows */
    IPA_WITHOUT_VOWEL, /* nothing that could be said as a word */
    IPA_TOO_LONG,      /* more than IPA_PHONEMES_MOST */
};
enum { IPA_PHONEMES_MOST = 60 };

/* Appends one word's mnemonics, without brackets. `word` is in NFC and holds no blank. At a fault
 * *at and *end are the bytes that it is about. */
enum ipa_fault ipa_to_mnemonics(struct strbuf *out, const struct ipa_table *t,
                                struct str word, ptrdiff_t *at, ptrdiff_t *end);

#endif
