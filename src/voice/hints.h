/* voice/hints.h -- what a form of address says about a voice.
 *
 * Words by which people are addressed or their office is named ("Ms.", "Sir", "Chairwoman",
 * "госпожа"); how the others call a person is voice/mentions.h's. A hint is a wish, not a rule: it
 * yields to telling voices apart.
 */
#ifndef BRIEFCAST_VOICE_HINTS_H
#define BRIEFCAST_VOICE_HINTS_H

#include "base/str.h"

enum voice_hint {
    HINT_NONE,
    HINT_HIGH, /* a high voice */
    HINT_LOW,  /* a low or middle voice */
};

/* The hint in a speaker's name or label, in the language with this primary subtag. *word is the
 * word that gave it, a view of `label`. */
enum voice_hint hint_find(struct str label, struct str language, struct str *word);

/* The forms of address of the language with this primary subtag; there may be none. */
struct hint_addresses {
    int first, end; /* rows of the table */
};
struct hint_addresses hint_addresses_of(struct str language);
/* What this word says of the person whose name follows it: "Mr" of "Mr. Vane". */
enum voice_hint hint_of_address(struct str word, struct hint_addresses addresses);

#endif
