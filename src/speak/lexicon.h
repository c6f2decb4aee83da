/* speak/lexicon.h -- how words are to be said that the engine would say wrong.
 *
 * A lexicon is a W3C Pronunciation Lexicon (PLS 1.0; phonemes in IPA, or an alias), or lines
 * `word = respelling`. Several make one: what is read later wins; within one file the first does.
 *
 * A word is looked up as printed, in NFC. In small letters it stands for all its spellings with
 * capitals; with a capital for itself and for all capitals ("Chad" is CHAD, never chad); all
 * capitals for itself only. Entries of several words win over shorter ones. In English
 * a lexicon's word is known with 's, ' and the plural's s as well.
 */
#ifndef BRIEFCAST_SPEAK_LEXICON_H
#define BRIEFCAST_SPEAK_LEXICON_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/source.h"
#include "base/status.h"
#include "base/str.h"

enum {
    LEXICON_WORDS_MOST = 8,        /* of one entry */
    LEXICON_WORD_BYTES_MOST = 200, /* of its spelling */
    LEXICON_SAID_BYTES_MOST = 400, /* of an alias or a pronunciation */
    LEXICON_ALIKE_MOST = 100, /* spellings that differ in capitals or language only */
};

struct lexicon_entry {
    struct str word;     /* as printed in the lexicon, NFC */
    struct str key;      /* case-folded, what it is found by; without a last full stop */
    bool stop;           /* the word ends in a full stop: "St." */
    struct str language; /* primary subtag; "" = all */
    /* One of the two is set: text, or words of phonemes ("[[l'av|r0f]]", a blank between). */
    struct str alias, phonemes;
    struct str ipa; /* as printed in the lexicon; "" with an alias */
    struct place place;
    int file;       /* counted from 0 in the order of reading */
    ptrdiff_t next; /* in the same slot of the index; -1 */
};

/* Bits of `first_words`: a word that no entry begins with is met a hundred times as often. */
enum { LEXICON_FIRST_BITS = 1 << 14, LEXICON_LANGUAGES_MOST = 8 };

struct lexicon {
    struct arena *arena;                               /* everything lives in it */
    unsigned char first_words[LEXICON_FIRST_BITS / 8]; /* a bit for each by its hash */
    struct lexicon_entry *entries;
    ptrdiff_t count, capacity;
    ptrdiff_t *slots; /* of the index: the latest entry's number, or -1 */
    ptrdiff_t slot_count;
    int files, words_most;
    struct str
        languages[LEXICON_LANGUAGES_MOST]; /* of the entries, as far as there is room */
    int language_count; /* LEXICON_LANGUAGES_MOST + 1: more, or some are for all */
};

/* A zeroed lexicon but for `arena` is an empty one. Adds the entries of `s`, which must
 * outlive it. BC_ECONFIG: something is wrong with it; reported, each with its place. What is right
 * has been added. */
BC_CHECK enum bc_status lexicon_read(struct lexicon *x, const struct source *s,
                                     struct diag *d);

/* *out, which lives in `a`, is to be added to and leaves `x` as it is; borrows what the entries hold. */
void lexicon_copy(struct lexicon *out, struct arena *a, const struct lexicon *x);

/* What a word is to lexicons: letters, digits and marks, and apostrophes between them. The next one at
 * or behind *at, which is moved behind it; empty at the end. */
struct str lexicon_next_word(struct str s, ptrdiff_t *at);

/* What an entry is found as. */
enum lexicon_form { LEXICON_PLAIN, LEXICON_POSSESSIVE, LEXICON_PLURAL };

struct lexicon_match {
    const struct lexicon_entry *entry;
    ptrdiff_t begin,
        end; /* bytes of the text, the possessive's or plural's ending included */
    enum lexicon_form form;
};

/* The first match that begins at or behind `from`; false: none. */
bool lexicon_find(struct lexicon_match *out, const struct lexicon *x, struct str text,
                  ptrdiff_t from, struct str language);

/* What is given to the engine, or for an alias to the passes behind: the match in its form. */
void lexicon_say(struct strbuf *out, const struct lexicon_match *m);

#endif
