/* voice/worth.h -- how well a voice suits somebody. */
#ifndef BRIEFCAST_VOICE_WORTH_H
#define BRIEFCAST_VOICE_WORTH_H

#include "voice/hints.h"
#include "voice/palette.h"

/* Voices this far apart (palette_distance) are told apart at once; more is a tie-break. */
enum { VOICES_CLEAR = 40 };

bool voice_speaks(const struct profile *p, struct str language);

/* The more the better: `distance` to the nearest voice around, whether it has one of the roles
 * (ROLE_... bits), and whether it is as high as the form of address says. */
int voice_worth(const struct profile *p, int distance, unsigned role,
                enum voice_hint hint);

#endif
