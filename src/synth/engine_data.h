/* synth/engine_data.h -- what eSpeak NG has on the disk: found, listed and hashed without starting it.
 *
 * The library is not linked to the program but loaded by those who speak (engine_open, in the zygote):
 * it brings thirty others for playing sound, which cost each start of the program 4 ms.
 */
#ifndef BRIEFCAST_SYNTH_ENGINE_DATA_H
#define BRIEFCAST_SYNTH_ENGINE_DATA_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/hash.h"
#include "base/status.h"
#include "base/str.h"
#include "voice/profile.h"

enum {
    ENGINE_NAME_MOST = 38
}; /* bytes: the library's buffers for "gmw/en-US+Lee" hold 40 */

/* Splits "en-us+Lee". False: not a plain name of a voice, and perhaps a variant. */
bool engine_split_name(struct str espeak, struct str *voice, struct str *variant);

/* The file of the library that speaks, or would: the one that is loaded, else the one that the program
 * was built with, else, and when LD_LIBRARY_PATH is set, the one that the dynamic linker finds (which
 * loads it). "" when there is none. Lives in `a`, NUL-terminated. */
struct str engine_library(struct arena *a);
/* Loads it for the rest of the process; again is nothing. */
BC_CHECK bool engine_load(const char *library);

/* The folder of the engine's data (espeak-ng-data), found without its environment variables: where
 * the library lies, then the usual places. "" when none is found. Lives in `a`, NUL-terminated. */
struct str engine_data_path(struct arena *a);
/* What the installed data offers, read from the folder without starting the engine. Lives in `a`.
 * BC_EMISSING: no data. */
BC_CHECK enum bc_status engine_inventory(struct voice_inventory *out, struct arena *a,
                                         struct diag *d);
/* A hash over the library, and the data files that can change a bit of what is spoken in
 * `espeak`'s language and variant: by content what every segment uses, by size and time the other
 * languages' dictionaries (foreign words are read with them). Does not start the engine.
 * BC_EMISSING: no data; BC_ECONFIG: no such voice. */
BC_CHECK enum bc_status engine_fingerprint(struct hash *out, struct arena *scratch,
                                           struct str espeak, struct diag *d);
/* The same for many voices at once: what they share is read once. `espeak` and `out` have `count`
 * elements. */
BC_CHECK enum bc_status engine_fingerprints(struct hash *out, struct arena *scratch,
                                            const struct str *espeak, ptrdiff_t count,
                                            struct diag *d);

#endif
