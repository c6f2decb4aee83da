/* turns/speaker_key.h -- the people that a transcript's head names, for labels that say less.
 *
 * Initials are resolved from a key ("Speaker key: MH Marta Holm", "MH = Marta Holm", "Marta Holm
 * (MH)", "Interviewer: JC"), else from the one name before the first speech that has them; a
 * surname gets its first name from the one person of that surname who is named there. Where two
 * could be meant, nobody is.
 */
#ifndef BRIEFCAST_TURNS_SPEAKER_KEY_H
#define BRIEFCAST_TURNS_SPEAKER_KEY_H

#include "turns/labels.h"

struct head_word {
    struct str word; /* without marks around it */
    struct str form; /* as the vocabulary has it */
    char before;     /* the mark before it: '\n' ',' ':' '=' '(' '-' or '.'; ' ': none */
    bool title, particle;
    bool name; /* begins with a capital and is no word that cannot be in one */
};

struct speaker_key {
    struct head_word *words; /* all before the first label, in order; bounded */
    ptrdiff_t count, capacity;
    ptrdiff_t asked; /* so many names were looked for: that is bounded, too */
};

/* Borrows from the document; lives in `a`. */
struct speaker_key speaker_key_read(struct arena *a, const struct layout *layout,
                                    const struct labels *labels);
/* What the head calls the person of label string `s`, which is accepted; "" when it does not say,
 * or not clearly. Lives in `a`. */
struct str speaker_key_name(struct speaker_key *k, struct arena *a,
                            const struct labels *labels, const struct label_string *s);

#endif
