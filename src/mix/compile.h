/* mix/compile.h -- segment -> clip: the child's job, and the key that names its result.
 *
 * The sound of a segment comes from the engine, or from a sound file; what is done with it is the same.
 */
#ifndef BRIEFCAST_MIX_COMPILE_H
#define BRIEFCAST_MIX_COMPILE_H

#include "base/arena.h"
#include "base/hash.h"
#include "base/status.h"
#include "base/str.h"
#include "mix/encode.h"
#include "mix/tone.h"
#include "synth/engine.h"
#include "synth/zygote.h"

/* All that can change a bit of a clip, but for versions. */
struct compile_request {
    struct engine_voice voice;
    int gain_cb;      /* of a sound: above LOUDNESS_TARGET_CB, to which it is levelled */
    struct tone tone; /* of a voice */
    struct encode_settings encode;
    struct str text; /* as spoken */
    bool phonemes;   /* [[ ]] in it are phonemes */

    struct str
        sound; /* a sound file's bytes: no voice, and nothing spoken; "": a voice speaks */
    struct hash content; /* of these bytes */
};

/* BLAKE2b-256 over the clip format version, every field of the request (a sound by `content`), `engine`
 * (engine_fingerprint of the voice; NULL with a sound, which has libsndfile's version), and the
 * versions of libopus, soxr, libebur128 and the chain. */
struct hash compile_key(const struct compile_request *r, const struct hash *engine);

/* The request as a message for the zygote; lives in `a`. */
struct str compile_pack(struct arena *a, const struct compile_request *r,
                        const struct hash *key);
/* The message taken apart again; *r borrows from it. False when it is not one, or out of range. */
bool compile_unpack(struct compile_request *r, struct hash *key, struct str message);

/* Stages of zygote_reply.stage_us. STAGE_VOICE is all that happens before the voice is set, the
 * sandbox included. */
enum compile_stage {
    STAGE_VOICE,
    STAGE_SYNTH,
    STAGE_CONDITION,
    STAGE_ENCODE,
    STAGE_MEASURE,
    STAGE_WRITE
};

/* The zygote's callback: sets the voice, enters the sandbox, speaks, finds the words (or decodes the
 * sound file), conditions, encodes, decodes and measures, writes the clip file. A sound is levelled
 * by its loudness as decoded, to within 0.2 LU where the limiter lets it. reply.message says what went wrong;
 * reply.detail is the byte offset in the text of the first word that was dropped, else -1.
 * BC_EINPUT: the engine dropped words, there was no sound, or over COMPILE_SECONDS_MOST of it, or
 * the sound file cannot be played;
 * BC_EMISSING: the text needs a dictionary that cannot be read; BC_ECONFIG: no such voice;
 * BC_EBUG: a library failed. */
zygote_job compile_job;

/* Longest speech of one segment. */
enum { COMPILE_SECONDS_MOST = 120 };

#endif
