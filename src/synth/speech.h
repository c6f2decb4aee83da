/* synth/speech.h -- a text spoken whole: in parts, where the engine drops words of it.
 *
 * Beyond its limits the engine leaves out words and says nothing of it; synth/words.h notices. The
 * text is then cut before the place, at the mark of a clause if there is one near, and both parts are
 * spoken; a part that is dropped again is cut again, until it is a single word. The engine has
 * spoken before in this process then, which changes bits but always the same ones, as the process
 * is a fork that spoke nothing else (synth/engine.h).
 */
#ifndef BRIEFCAST_SYNTH_SPEECH_H
#define BRIEFCAST_SYNTH_SPEECH_H

#include "synth/words.h"

enum {
    SPEECH_PARTS_MOST = 32, /* of one text, with those that were cut again */
    SPEECH_PAUSE_MS =
        150, /* between parts that a clause's mark ends: the engine's own at a comma */
};

struct speech {
    const int16_t *pcm; /* mono, ENGINE_RATE_HZ; lives in the arena, as `words` do */
    int64_t frames;
    struct word_time *words;
    ptrdiff_t word_count;
    int parts;
};

/* As engine_speak and words_locate. BC_EINPUT: more than `most_frames`, *missing is -1 then; or a word
 * is dropped even by itself, *missing is its byte offset. */
BC_CHECK enum bc_status speech_make(struct speech *out, ptrdiff_t *missing,
                                    struct arena *a, struct str text, bool phonemes,
                                    int64_t most_frames);

#endif
