/* synth/engine.h -- eSpeak NG: text in, PCM and word events out. (libespeak-ng)
 *
 * The library is all globals and its PCM depends on what was spoken before, so an engine is opened
 * once in a process (a zygote, synth/zygote.h) and speaks at most once in each fork of it. Setting
 * the voice in the fork gives the same bits as a fresh process, whatever the zygote's other forks
 * did; setting one voice after another in one process does not (after many of them the engine
 * swallows speech), so the zygote sets none.
 */
#ifndef BRIEFCAST_SYNTH_ENGINE_H
#define BRIEFCAST_SYNTH_ENGINE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "base/str.h"

enum {
    ENGINE_RATE_HZ = 22050,
    ENGINE_BUFFER_MS = 200,
    ENGINE_VOLUME = 70,
    ENGINE_RATE_MOST = 449
};

/* What reaches the engine. */
struct engine_voice {
    struct str espeak;      /* "en-us+Lee": from a validated profile only */
    int pitch, range, rate; /* 0..99, 0..99, 80..449 */
};

struct engine_event {  /* a WORD event */
    int64_t sample;    /* at ENGINE_RATE_HZ, from the first sample of pcm */
    int text_position; /* 1-based, in code points of the text */
    int text_length;   /* code points, at most 31; 0 = of doubtful position */
};

struct utterance {
    const int16_t *pcm; /* mono, ENGINE_RATE_HZ; lives in the arena */
    int64_t frames;
    const struct engine_event *events; /* ascending by sample */
    ptrdiff_t event_count;
    ptrdiff_t
        cut_short; /* byte offset of the first clause that the engine cut short; -1: none */
};

/* Loads the library into this process and initialises it; once. BC_EMISSING: it cannot start. */
BC_CHECK enum bc_status engine_open(void);
/* Selects a voice; checks that the variant was really taken. BC_ECONFIG: no such voice. */
BC_CHECK enum bc_status engine_set_voice(const struct engine_voice *v);
/* Speaks plain text with the selected voice; `phonemes`: what stands in it in [[ ]] are phonemes, as
 * speak/ipa.h makes them. `text` is valid UTF-8 without control characters
 * (speak/speak.h). *out lives in `a`. BC_EINPUT: NUL in the text, or more than `most_frames`
 * samples; BC_EMISSING: the text needs a dictionary (of the language of some foreign letters) that
 * cannot be read, so that the engine left words out; BC_EBUG: the library failed. */
BC_CHECK enum bc_status engine_speak(struct utterance *out, struct arena *a,
                                     struct str text, bool phonemes, int64_t most_frames);

/* Appends the IPA of `word` as the selected voice says it alone: one word of letters, marks, digits and
 * apostrophes. BC_EBUG: the library failed. */
BC_CHECK enum bc_status engine_pronounce(struct strbuf *out, struct str word);

/* Whether the engine, which has spoken, has any sound for `word` by itself. */
bool engine_has_sound(struct arena *scratch, struct str word);

#endif
