/* voice/slips.h -- entries of a cast register that nobody bears, where that looks like a slip.
 *
 * An archive's register names many who do not speak in a file, and says nothing. But an entry that is
 * nearly the name of somebody here who has none ("Mara Lindquist"), or a part of it or more than it
 * ("McKellan", "Dr. Ian McKellan"), is told; and where the register is no longer than this file's cast,
 * it was written for it: then every entry that nobody bears is.
 */
#ifndef BRIEFCAST_VOICE_SLIPS_H
#define BRIEFCAST_VOICE_SLIPS_H

#include "voice/register.h"

/* entries[i]: whom of the register the script's cast[i] is; -1: nobody. */
void slips_tell(const struct script *s, const struct cast_register *r,
                const ptrdiff_t *entries, struct diag *d);

#endif
