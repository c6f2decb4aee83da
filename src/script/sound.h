/* script/sound.h -- a sound that stands in a script: a file, heard in the place of speech.
 *
 * <audio src="bell.wav"> (SSML 1.1 section 3.3.1). The file lies in the script's folder or below it.
 * What the element holds is not spoken: <desc> says to readers what is heard, and so does, without
 * one, the alternate content. A file that cannot be played is an error; nothing takes its place.
 */
#ifndef BRIEFCAST_SCRIPT_SOUND_H
#define BRIEFCAST_SCRIPT_SOUND_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/hash.h"
#include "base/status.h"
#include "base/str.h"

enum {
    SOUND_FILES_MOST = 200,         /* different ones in a script */
    SOUND_BYTES_IN_ALL = 128 << 20, /* of these */
};

struct sound {
    struct str path;        /* as written: from the script's folder */
    struct place place;     /* of the element's begin */
    struct str description; /* <desc>: one line; "" = none */
    struct str alternate;   /* the rest of what it holds: one line; "" = nothing */
    struct str bytes;       /* the file's; "" before sounds_load */
    struct hash content;    /* of these */
};

/* What a reader is told of it: the description, else the alternate content; "" = nothing. */
struct str sound_told(const struct sound *s);

/* Reads the files of sounds[0..count) in the folder of the script `path` ("-": standard input, which
 * has none); each file once, at most `most` bytes of it. Their bytes live in `a`. BC_EINPUT,
 * BC_ENOINPUT, BC_EIO: reported, each file once. */
BC_CHECK enum bc_status sounds_load(struct sound *const *sounds, ptrdiff_t count,
                                    struct arena *a, struct str path, ptrdiff_t most,
                                    struct diag *d);

#endif
