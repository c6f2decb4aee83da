/* synth/pronounce.h -- how the engine says single words, in IPA. */
#ifndef BRIEFCAST_SYNTH_PRONOUNCE_H
#define BRIEFCAST_SYNTH_PRONOUNCE_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/status.h"
#include "base/str.h"

/* Sets ipa[i] to what `voice` (the engine's: "en-us") says for words[i], a word or
 * a few as speak_text gives them; "" where it says nothing. They live in `a`. The engine runs in a process
 * of its own, as always. BC_ECONFIG: no such voice, quiet; BC_EMISSING and others: the engine cannot
 * start or failed; reported. */
BC_CHECK enum bc_status pronounce(struct str *ipa, struct arena *a, struct str voice,
                                  const struct str *words, ptrdiff_t count,
                                  struct diag *d);

#endif
