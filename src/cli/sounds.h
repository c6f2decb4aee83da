/* cli/sounds.h -- the sound files of a script: what is asked of the compiler for them, what is said when
 * they cannot be played, and whether they can. */
#ifndef BRIEFCAST_CLI_SOUNDS_H
#define BRIEFCAST_CLI_SOUNDS_H

#include "mix/schedule.h"
#include "script/script.h"

/* The request for a loaded sound; borrows its bytes. Coded as music, and at 64 kbit/s or more: at the
 * bit rate that is enough for speech it would gurgle. */
struct compile_request sound_request(const struct sound *s, int bitrate);
/* Reports why `order`, which failed, was none to be heard. `hint` may be NULL. */
void sound_tell(const struct sound *s, const struct clip_order *order, const char *hint,
                struct diag *d);
/* Has each sound of a script compiled, for `make` to use. BC_EINPUT and others: reported, as by
 * sound_tell. */
BC_CHECK enum bc_status sounds_try(const struct script *s, struct diag *d);

#endif
