/* voice/mentions.h -- by which forms of address a script's people are spoken of.
 *
 * A label says "Oswin Vane"; but somebody says "Mr. Vane measured it".
 */
#ifndef BRIEFCAST_VOICE_MENTIONS_H
#define BRIEFCAST_VOICE_MENTIONS_H

#include "script/script.h"
#include "voice/hints.h"

struct mention {
    int32_t high, low; /* how often with a form of address of that kind */
    struct str words;  /* the first of them, as printed: "Mr. Vane" */
};

/* For every entry of the cast, by its surname (the name's last word). Two people of one surname
 * share what is said of it. Lives in `a`; time is linear in the text but for a search among the
 * people for each form of address. */
struct mention *mentions_find(struct arena *a, const struct script *s,
                              struct str language);

/* What the mentions agree on. */
enum voice_hint mention_hint(const struct mention *m);

#endif
