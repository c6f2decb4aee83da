/* cli/studio.h -- voices, register and lexicons: what all inputs of a run share. */
#ifndef BRIEFCAST_CLI_STUDIO_H
#define BRIEFCAST_CLI_STUDIO_H

#include "base/diag.h"
#include "base/hash.h"
#include "base/options.h"
#include "script/announce_words.h"
#include "script/script.h"
#include "speak/lexicon.h"
#include "voice/archive.h"
#include "voice/cast.h"

/* A voice of the engine. */
struct studio_voice {
    struct str espeak;
    struct hash engine; /* engine_fingerprint */
};

/* What all inputs of a run share. */
struct studio {
    struct voice_inventory inventory;
    struct palette *palette;
    struct cast_register *cast;           /* NULL: none */
    struct lexicon lexicon;               /* of all files; without entries: none */
    struct announce_words *announcements; /* of a user's file; NULL: there is none */
    struct str date; /* of scripts that have none; "": not known */
    struct hash content; /* of all files of all of these but the lexicons */
    struct arena arena;
    struct studio_voice *used; /* by pipeline_request */
    ptrdiff_t used_count, used_capacity;
    bool *told; /* for each profile of the palette: that it was never calibrated */
};

/* Finds voices/ (--voices, else beside the program, else PREFIX/share/briefcast/voices),
 * loads and validates the palette, the register, and the lexicons: names-en.pls beside the voices, then
 * `lexicons` in their order. An empty `voices` or `cast` is none. BC_EUSAGE: SOURCE_DATE_EPOCH is no
 * date. */
BC_CHECK enum bc_status studio_open(struct studio *out, struct str voices,
                                    struct str cast, const struct option_list *lexicons,
                                    struct diag *d);
/* Reads the announcements that are to replace the shipped ones; an empty path is none. BC_ECONFIG:
 * reported; as file_read. */
BC_CHECK enum bc_status studio_announcements(struct studio *s, struct str path,
                                             struct diag *d);
void studio_close(struct studio *s);

/* Reads the register at `cast` (an empty one when it is not there), gives voices to those of `people` whom
 * it lacks, and writes it; all while nobody else can. With `dry` nothing is written. *added: how many.
 * The studio, which was opened without a register, has it then. BC_ECONFIG, BC_ECREATE, BC_EIO:
 * reported, nothing is written. */
BC_CHECK enum bc_status studio_update_cast(struct studio *s, struct str cast,
                                           struct archive *people, bool dry,
                                           ptrdiff_t *added, struct diag *d);

/* The lexicons for a script: the studio's, then those that the script names, from its folder. *out
 * lives in `a`; NULL: there is none. BC_ECONFIG: one is wrong; as file_read_beside; reported. */
BC_CHECK enum bc_status studio_lexicon(const struct lexicon **out,
                                       const struct studio *studio,
                                       const struct script *s, struct arena *a,
                                       struct diag *d);

#endif
