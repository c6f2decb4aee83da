/* speak/acronyms.h -- words in capitals: spelled, or said as words.
 *
 * A table per language of what is known (speak/acronym_tables.h), else a rule: up to three letters are
 * spelled, more are said when the language has such beginnings, middles and ends of words. What a text
 * itself explains, "Regional Pilotage Board (RPB)", is an acronym wherever it stands.
 */
#ifndef BRIEFCAST_SPEAK_ACRONYMS_H
#define BRIEFCAST_SPEAK_ACRONYMS_H

#include "base/arena.h"
#include "base/str.h"

enum { ACRONYM_LETTERS_MOST = 10 };

enum acronym_reading {
    ACRONYM_UNKNOWN, /* in no table, and short: the words around it decide */
    ACRONYM_SPELLED,
    ACRONYM_SAID,
    ACRONYM_WORD,      /* an ordinary word that somebody stresses by capitals */
    ACRONYM_EITHER,    /* spelled; a word where words in capitals stand beside it: "US" */
    ACRONYM_RESPELLED, /* acronym_respelling() */
};

/* Acronyms that texts explain. Zeroed but for `arena` there are none. */
struct acronyms {
    struct arena *arena;
    struct str *words; /* in capitals; sorted by acronyms_settle */
    ptrdiff_t count, capacity;
    /* Some are known in small letters too, as no word begins like them: bits of their second
     * letters by the first. */
    bool any_lower;
    uint32_t lower[26];
};

/* Adds what `text`, a paragraph, explains: by Schwartz & Hearst, "A simple algorithm for identifying
 * abbreviation definitions in biomedical text", PSB 2003. Linear. */
void acronyms_learn(struct acronyms *x, struct str text);
/* Once, behind the last. */
void acronyms_settle(struct acronyms *x);
/* Is `word`, in capitals, one of them? `x` may be NULL. */
bool acronyms_have(const struct acronyms *x, struct str word);
/* A first look: could it be, in small letters? `x` may be NULL. */
bool acronyms_may_have(const struct acronyms *x, struct str word);
/* Is there a word in `text` of which it says so? Cheap where there are none in small letters. */
bool acronyms_may_stand_in(const struct acronyms *x, struct str text);

/* Are there tables for the language? Else its words in capitals are left to the engine. */
bool acronym_language(struct str language);

/* How `word`, two or more letters in capitals, is read in `language`. */
enum acronym_reading acronym_read(struct str word, struct str language);
/* Is it spelled though there are small letters in it: "PhD"? */
bool acronym_is_mixed(struct str word, struct str language);
/* Of a word that is read so: "N double A.C.P". */
struct str acronym_respelling(struct str word, struct str language);
/* Could it be said as a word of the language? */
bool acronym_is_pronounceable(struct str word);

#endif
