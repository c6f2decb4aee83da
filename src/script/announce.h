/* script/announce.h -- what the narrator adds to a transcript, so that a listener knows what this is
 * and who speaks without looking.
 *
 * Before the first speaker: title and date where the transcript's own words do not say them, who takes
 * part, how long it takes. Then names, by the mode; where chapters are questions, their numbers; at
 * the end, that it is the end. All of it stands in turns of the narrator's that are marked as added
 * and come from no byte of the source. A script says itself what is spoken: nothing is added to one.
 */
#ifndef BRIEFCAST_SCRIPT_ANNOUNCE_H
#define BRIEFCAST_SCRIPT_ANNOUNCE_H

#include "script/announce_words.h"
#include "script/script.h"

enum announce_mode {
    ANNOUNCE_FIRST,  /* a speaker's name before the first words */
    ANNOUNCE_CHANGE, /* and at every change of speakers */
    ANNOUNCE_NEVER,  /* nothing at all */
};
/* "first", "change", "never"; ended by NULL. */
extern const char *const announce_modes[];

struct announcing {
    enum announce_mode mode;
    int tempo; /* of struct script: for how long it takes */
    const struct announce_words
        *words; /* a user's, ended by one without a language; or NULL */
};

/* What a transcript's own words say. */
struct announced {
    bool title, date;
};

/* Adds it to a script whose chapters, turns and paragraphs stand, before script_finish. `questions`:
 * its chapters but the first were made of questions. Linear. */
void script_announce(struct script *s, struct arena *a, const struct announcing *how,
                     struct announced known, bool questions);

#endif
