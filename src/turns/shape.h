/* turns/shape.h -- what the words of a possible label look like. */
#ifndef BRIEFCAST_TURNS_SHAPE_H
#define BRIEFCAST_TURNS_SHAPE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

/* What its words look like. */
struct label_shape {
    struct str name; /* of `printed`: without what stands behind a comma or in brackets */
    struct str described; /* what stands there */
    int words;            /* of the name */
    int plain_words;      /* lower case, and no particle */
    int numbers;
    bool
        capitals; /* all capitals, as far as names can be (McNALLY, DE LA CRUZ, O'BRIEN) */
    bool titled;  /* begins with a courtesy or a rank, and a name follows */
    bool ranked;  /* nothing but ranks: The President */
    bool role, anonymous, question, answer;
    bool metadata;       /* the whole name is a word of metadata */
    bool metadata_last;  /* its last word is */
    bool function_first; /* begins with a word that no name begins with */
    bool initials;       /* J. Smith, А.Лунд */
    bool surname_first;  /* Lund A.B. */
    bool caseless;       /* of a script without capitals */
    bool article;        /* "The" and names */
    bool broken;         /* holds what no label holds */
};

/* `printed`: a label as it stands, without its colon. Its strings are borrowed from there; `a`
 * is to work with.
 * `monsieur`: "M." is a courtesy, and nobody's initial. */
struct label_shape label_shape(struct arena *a, struct str printed, bool monsieur);
/* What makes two labels the same string: "Ms.  SAINT-IVES" -> "ms. saint-ives". */
struct str label_key(struct arena *a, struct str printed);
/* The next word of *rest (blanks divide), which is moved behind it; "" at the end. */
struct str next_word(struct str *rest);
/* Is y at most one letter away from x: changed, left out, added, or two swapped? Bytes do. */
bool one_letter_away(struct str x, struct str y);
/* `word` in lower case, without dots at its end: as the vocabulary has it. */
struct str word_form(struct arena *a, struct str word);
/* All capitals, as far as names can be: McNALLY, O'BRIEN, MacLEOD. */
bool word_is_capitals(struct str word);

#endif
