/* speak/foreign.h -- runs of a text that another language's voice is to say.
 *
 * A run is one or more words in another script (UAX #24) than the text's, joined over blanks and
 * punctuation; figures belong to it where they touch it or stand with it alone in a sentence. In a
 * script like Cyrillic, a word with letters that the text's voice does not have is one too (Kazakh in
 * Russian). A word of letters from several scripts is none: it is a name ("TNFα") or a trick.
 *
 * Its language is the first of speak/letters.h that has all its letters; where several have, the one
 * that most of the document's letters belong to by that rule ("Одеса" is Ukrainian in a text with
 * "Київ"). What no voice has, and what is not worth another voice, stays with the text, whose voice is
 * given letters that it has (speak_foreign):
 * - a single Greek letter is a sign, with a name in every language: "alpha";
 * - up to FOREIGN_WORDS_LEAST - 1 words of Latin letters in a text of others (NATO, Apple Music in a
 *   Russian sentence): those voices say them as English by themselves, in one breath with the
 *   sentence around, which a cut would break. From there on it is a phrase, a quotation or a
 *   sentence, which needs English figures, abbreviations and melody; and what is plainly French
 *   or Polish is never English.
 */
#ifndef BRIEFCAST_SPEAK_FOREIGN_H
#define BRIEFCAST_SPEAK_FOREIGN_H

#include "base/arena.h"
#include "base/str.h"
#include "speak/letters.h"

enum { FOREIGN_WORDS_LEAST = 4 };

struct foreign_run {
    int32_t begin, end; /* bytes of the text */
    int32_t owner;      /* the caller's: which text */
    int32_t around;     /* the caller's */
    int32_t letters, words;
    int script;           /* unicode_script's number */
    bool latin_is_said;   /* by the text's voice */
    uint64_t rows;        /* of letters_table: whose letters hold those of the run */
    const char *language; /* set by foreign_settle; NULL: stays with the text */
};

/* What is known of a letter. */
struct foreign_letter {
    int32_t c;
    int16_t script;
    bool strange; /* the voice of the text does not say it */
    uint64_t rows;
};

/* Zeroed but for `arena` it is empty. */
struct foreign {
    struct arena *arena;
    struct foreign_run *runs;
    ptrdiff_t count, capacity;
    struct voice_letters own;          /* of the text that was looked at last, */
    struct foreign_letter known[1024]; /* and letters that were looked up for it */
};

/* Adds the runs of text[from, to), which is in `language`, with owner and around as given. Linear;
 * plain English costs one look at each eighth byte. */
void foreign_find(struct foreign *f, struct str text, ptrdiff_t from, ptrdiff_t to,
                  struct str language, int32_t owner, int32_t around);

/* Gives the runs their languages. */
void foreign_settle(struct foreign *f);

#endif
