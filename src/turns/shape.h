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
    /* bits: a file may have a hundred thousand strings, and each a shape */
    bool capitals : 1; /* all, as far as names can be (McNALLY, DE LA CRUZ, O'BRIEN) */
    bool titled : 1;   /* begins with a courtesy or a rank, and a name follows */
    bool ranked : 1;   /* nothing but ranks: The President */
    bool role : 1, anonymous : 1, question : 1, answer : 1;
    bool metadata : 1;       /* the whole name is a word of metadata */
    bool metadata_last : 1;  /* its last word is */
    bool function_first : 1; /* begins with a word that no name begins with */
    bool initials : 1;       /* J. Smith, А.Лунд */
    bool surname_first : 1;  /* Lund A.B. */
    bool caseless : 1;       /* of a script without capitals */
    bool article : 1;        /* "The" and names */
    bool broken : 1;         /* holds what no label holds */
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
