/* voice/given_names.h -- what a person's name lets a listener expect of the voice.
 *
 * A listener who hears a Sergey with a soprano takes it for a mistake and stops following. The
 * names listed are given almost only to women, or almost only to men, in all the languages that
 * the voices speak; a name that is both somewhere (Andrea, Jean, Robin) is not listed. As weak as
 * a hint can be: a form of address says more (voice/hints.h), a cast says all.
 */
#ifndef BRIEFCAST_VOICE_GIVEN_NAMES_H
#define BRIEFCAST_VOICE_GIVEN_NAMES_H

#include "base/arena.h"
#include "voice/hints.h"

/* The hint in a speaker's readable name, in the language with this primary subtag: a given name
 * before the last word or alone ("Howard", but not "HOWARD", which may be a surname), else in
 * Russian the ending of the surname. *word is what gave it, a view of `name`. Scratch comes
 * from `a`. */
enum voice_hint given_name_find(struct arena *a, struct str name, struct str language,
                                struct str *word);

#endif
