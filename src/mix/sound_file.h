/* mix/sound_file.h -- a stranger's sound file becomes PCM. (libsndfile)
 *
 * WAV, AIFF, FLAC, Ogg, MP3 and whatever else libsndfile reads, from memory: only a confined child
 * decodes (synth/zygote.h). Channels are mixed to one, digital silence at both ends is cut off, so
 * that pauses are the plan's.
 */
#ifndef BRIEFCAST_MIX_SOUND_FILE_H
#define BRIEFCAST_MIX_SOUND_FILE_H

#include <stdint.h>

#include "base/arena.h"
#include "base/hash.h"
#include "base/status.h"
#include "base/str.h"

enum {
    SOUND_FILE_BYTES_MOST = 32 << 20, /* a minute of stereo at 48 kHz in 32 bits fits */
    SOUND_FILE_SECONDS_MOST = 60,
    SOUND_FILE_HZ_LEAST = 1000,
    SOUND_FILE_HZ_MOST = 768000,
};

struct sound_pcm {
    float *pcm; /* mono, CONDITION_SOUND_HZ; lives in the arena */
    int64_t frames;
};

/* BC_EINPUT: *why says what is wrong with the file, and what to do, in words that follow "cannot
 * be played: "; it lives in `a`. BC_EBUG: the resampler failed. */
BC_CHECK enum bc_status sound_file_decode(struct sound_pcm *out, const char **why,
                                          struct arena *a, struct str bytes);
/* Adds to `h` which libraries decode: for the clip key. */
void sound_file_version(struct hasher *h);

#endif
