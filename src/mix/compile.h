/* mix/compile.h -- segment -> clip: the child's job, and the key that names its result. */
#ifndef BRIEFCAST_MIX_COMPILE_H
#define BRIEFCAST_MIX_COMPILE_H

#include "base/arena.h"
#include "base/hash.h"
#include "base/status.h"
#include "base/str.h"
#include "mix/encode.h"
#include "synth/engine.h"
#include "synth/zygote.h"

/* All that can change a bit of a clip, but for versions. */
struct compile_request {
    struct engine_voice voice;
    int gain_cb;
    struct encode_settings encode;
    struct str text; /* as spoken */
};

/* BLAKE2b-256 over the clip format version, every field of the request, `engine` (engine_fingerprint
 * of the voice), and the versions of libopus, soxr and the chain. */
struct hash compile_key(const struct compile_request *r, const struct hash *engine);

/* The request as a message for the zygote; lives in `a`. */
struct str compile_pack(struct arena *a, const struct compile_request *r, const struct hash *key);

/* Stages of zygote_reply.stage_us. */
enum compile_stage { STAGE_VOICE, STAGE_SYNTH, STAGE_CONDITION, STAGE_ENCODE, STAGE_MEASURE, STAGE_WRITE };

/* The zygote's callback: sets the voice, enters the sandbox, speaks, conditions, encodes, decodes and measures, writes
 * the clip file. BC_EINPUT: the engine dropped words (reply.detail = byte offset of the first in
 * the text) or there was no sound; BC_EBUG: a library failed. */
zygote_job compile_job;

/* Longest speech of one segment. */
enum { COMPILE_SECONDS_MOST = 120 };

#endif
