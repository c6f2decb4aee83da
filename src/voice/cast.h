/* voice/cast.h -- who speaks with which voice, and why.
 *
 * Deterministic: the same script, palette and register give the same cast. A voice that a script's
 * front matter or the register names is kept; others are given one by role, language, and then the
 * greatest distance from the voices already in the conversation.
 */
#ifndef BRIEFCAST_VOICE_CAST_H
#define BRIEFCAST_VOICE_CAST_H

#include "script/script.h"
#include "voice/palette.h"

/* The archive's register (--cast FILE), YAML: `Name: voice` or `Name: {voice: v, say: s}`. */
struct cast_register_entry {
    struct str speaker;
    struct str voice;
    struct str say;
    struct place place;
};
struct cast_register {
    struct cast_register_entry *entries;
    ptrdiff_t count;
};
/* BC_ECONFIG: reported with places (unknown voice, a person twice). *out lives in `a`. */
BC_CHECK enum bc_status cast_register_load(struct cast_register **out, struct arena *a,
                                           const struct source *source,
                                           const struct palette *p, struct diag *d);

/* Completes s->cast (voices and why) and gives every turn its voice. `reg` may be NULL.
 * BC_ECONFIG: a voice that the script or the register asks for does not exist (reported with its
 * place and the nearest name). BC_EMISSING: no voice for the script's language. */
BC_CHECK enum bc_status cast_script(struct script *s, struct arena *a,
                                    const struct palette *p,
                                    const struct cast_register *reg, struct diag *d);

#endif
