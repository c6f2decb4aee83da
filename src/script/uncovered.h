/* script/uncovered.h -- names in a script that no lexicon says.
 *
 * A name is a word with a capital and small letters that is met in the midst of sentences, and never
 * without its capital. Not so words of transcripts' own furniture (transcript/vocabulary.h), acronyms,
 * and in German, which writes all nouns so, words beside no other capital.
 */
#ifndef BRIEFCAST_SCRIPT_UNCOVERED_H
#define BRIEFCAST_SCRIPT_UNCOVERED_H

#include "script/script.h"

struct uncovered_name {
    struct str word;     /* as printed, without a possessive's ending */
    struct str language; /* primary subtag */
    ptrdiff_t count;     /* how often it is spoken */
    struct str where;    /* the first time: "talk.md:3:10" */
    struct str heard;    /* the text around it there */
    struct str said;     /* for whoever knows what it sounds like */
};

/* Of one script or several; zeroed but for the arena it is empty. Everything lives in it. */
struct uncovered {
    struct arena *arena;
    struct uncovered_name *items;
    ptrdiff_t count, capacity;
    ptrdiff_t *slots;
    ptrdiff_t slot_count;
};

/* Adds those of a script, of which nothing is needed afterwards. */
void uncovered_add(struct uncovered *u, const struct script *s,
                   const struct lexicon *lexicon);
/* Most frequent first, else in the order of their letters. Nothing is added afterwards. */
void uncovered_sort(struct uncovered *u);

#endif
