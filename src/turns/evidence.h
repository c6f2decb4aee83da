/* turns/evidence.h -- does what follows a possible label sound as if somebody said it? */
#ifndef BRIEFCAST_TURNS_EVIDENCE_H
#define BRIEFCAST_TURNS_EVIDENCE_H

#include "turns/labels.h"

/* Of a string's first few occurrences. */
struct evidence {
    bool all_speech; /* the document is captions or the like */
    int sampled;
    int cased;     /* of these, in a script that has capitals: the words are looked up */
    int sounding;  /* I, we, you; a question mark */
    int asking;    /* paragraphs that end with a question mark */
    int listened;  /* occurrences behind somebody else's (turns/dialogue.h) */
    int exchanges; /* a question ends above it, or below it above another label */
    int called;    /* who spoke before names this one at the end */
    bool whole;    /* the document is nothing but turns such as these */
    int values;    /* a few words without a sentence's end, as in a list of fields */
};

void evidence_add(struct evidence *e, const struct layout *layout, const struct label *l);
/* "Host: Some Name", "Duration: 34 minutes" */
bool evidence_is_value(const struct layout *layout, const struct label *l);

/* I, we, you, or a question mark at a word's end, early in `text`. */
bool evidence_sounds(struct str text);

#endif
