/* voice/conversation.h -- who speaks in a script, how often, and close to whom. */
#ifndef BRIEFCAST_VOICE_CONVERSATION_H
#define BRIEFCAST_VOICE_CONVERSATION_H

#include "script/script.h"
#include "voice/hints.h"

/* 32 bits: there are as many as labels. */
struct person {
    int32_t turns;
    int32_t answers; /* turns right after an anonymous speaker's */
    enum voice_hint
        hint; /* from a label, from what others say, or from the name; none for narrator
                 and anonymous labels */
    struct str hint_word; /* which words gave it */
    int32_t first_neighbour, neighbour_count;
};

struct conversation {
    struct person *people; /* people[i] is the script's cast[i] */
    int32_t *neighbours; /* indices of people; a person's are a range, with repetitions */
};

enum { NEIGHBOUR_TURNS = 2 }; /* turns this far apart are one exchange */

/* Looks at every turn; the cast is complete (script_complete_cast). `language` is a primary subtag.
 * Lives in `a`. Time is n log n in turns and speakers. */
void conversation_meet(struct conversation *out, struct arena *a, const struct script *s,
                       struct str language);

#endif
