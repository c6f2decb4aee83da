/* synth/engine.h -- eSpeak NG: text in, PCM and word events out. (libespeak-ng)
 *
 * The library is all globals and its PCM depends on what was spoken before, so an engine is opened
 * once in a process (a zygote, synth/zygote.h) and speaks at most once in each fork of it.
 */
#ifndef BRIEFCAST_SYNTH_ENGINE_H
#define BRIEFCAST_SYNTH_ENGINE_H

#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/hash.h"
#include "base/status.h"
#include "base/str.h"
#include "voice/profile.h"

enum { ENGINE_RATE_HZ = 22050, ENGINE_BUFFER_MS = 200, ENGINE_VOLUME = 70, ENGINE_RATE_MOST = 449 };

/* What reaches the engine. */
struct engine_voice {
    struct str espeak;      /* "en-us+Lee": from a validated profile only */
    int pitch, range, rate; /* 0..99, 0..99, 80..449 */
};

struct engine_event {      /* a WORD event */
    int64_t sample;        /* at ENGINE_RATE_HZ, from the first sample of pcm */
    int text_position;     /* 1-based, in code points of the text */
    int text_length;       /* code points; 0 = spurious */
};

struct utterance {
    const int16_t *pcm;    /* mono, ENGINE_RATE_HZ; lives in the arena */
    int64_t frames;
    const struct engine_event *events;
    ptrdiff_t event_count;
};

/* The folder of the engine's data (espeak-ng-data), found without its environment variables. "" when
 * none is found. Lives in `a`. */
struct str engine_data_path(struct arena *a);
/* What the installed data offers, read from the folder without starting the engine. Lives in `a`.
 * BC_EMISSING: no data. */
BC_CHECK enum bc_status engine_inventory(struct voice_inventory *out, struct arena *a, struct diag *d);
/* A hash over the library's version, and the data files that can change a bit of what is spoken in
 * `espeak`'s language and variant. Does not start the engine. */
BC_CHECK enum bc_status engine_fingerprint(struct hash *out, struct arena *scratch, struct str espeak,
                                           struct diag *d);

/* Initialises the library in this process; once. BC_EMISSING: it cannot start. */
BC_CHECK enum bc_status engine_open(void);
/* Selects a voice; checks that the variant was really taken. BC_ECONFIG: no such voice. */
BC_CHECK enum bc_status engine_set_voice(const struct engine_voice *v);
/* Speaks plain text with the selected voice. At most `most_frames` samples: more is BC_EINPUT.
 * `text` is valid UTF-8 without control characters (script/speak.h). Lives in `a`. */
BC_CHECK enum bc_status engine_speak(struct utterance *out, struct arena *a, struct str text,
                                     int64_t most_frames);

#endif
