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
#include "voice/register.h"

/* Completes s->cast (voices and why) and gives every turn its voice. `reg` may be NULL. Where two people
 * who are in it with one voice meet, who says less gets another one here; a warning names both.
 * BC_ECONFIG: a voice that the script or the register asks for does not exist (reported with its
 * place and the nearest name). BC_EMISSING: no voice for the script's language. */
BC_CHECK enum bc_status cast_script(struct script *s, struct arena *a,
                                    const struct palette *p,
                                    const struct cast_register *reg, struct diag *d);

#endif
