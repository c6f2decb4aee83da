/* mix/condition.h -- from the engine's PCM to what the encoder is given. (soxr)
 *
 * trim to speech (non-echo pauses are exact zeros) -> calibrated gain -> soxr HQ 22,050 to 24,000 Hz ->
 * tilt and presence (mix/tone.h) ->
 * 5 ms look-ahead true-peak limiter, ceiling -2 dBTP (ITU-R BS.1770-4 Annex 2, mix/peak.h) -> one
 * zero frame, speech, zeros over the encoder's look-ahead, at least one whole zero frame.
 *
 * Where nothing has to be limited, not a bit of the resampled speech is changed.
 */
#ifndef BRIEFCAST_MIX_CONDITION_H
#define BRIEFCAST_MIX_CONDITION_H

#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "base/str.h"
#include "mix/tone.h"

enum {
    CONDITION_RATE_HZ = 24000,  /* of speech: the engine's ends at 11 kHz */
    CONDITION_SOUND_HZ = 48000, /* of sounds, which may have more; all that Opus takes */
    CONDITION_FRAME = 480,      /* samples of one 20 ms packet */
    CONDITION_LOOKAHEAD = 156,  /* the encoder's 6.5 ms at 24 kHz */
    CONDITION_CEILING_CB =
        -200, /* -2 dBTP: coding overshoots, and the decoded peak is to be -1 */
};

struct conditioned {
    float *pcm;  /* mono, full scale 1.0; a whole number of packets; lives in the arena */
    int rate_hz; /* of it */
    int64_t frames;
    int64_t speech_begin; /* first and one past the last sample of speech in pcm */
    int64_t speech_end;
    int64_t trimmed; /* samples cut off the front, at the engine's rate (speech) */
    int64_t limited; /* samples that the limiter lowered by over 0.1 dB */
};

/* BC_EINPUT: silence only; BC_EBUG: the resampler failed. */
BC_CHECK enum bc_status condition_speech(struct conditioned *out, struct arena *a,
                                         const int16_t *pcm, int64_t frames, int gain_cb,
                                         struct tone tone);
/* As condition_speech, for a sound at CONDITION_SOUND_HZ; it is faded in and out within 2 ms, so that
 * one that was cut off does not click. BC_EINPUT: it has no samples. */
BC_CHECK enum bc_status condition_sound(struct conditioned *out, struct arena *a,
                                        const float *pcm, int64_t frames, int gain_cb);

/* Where a sound comes from: puts up to `room` samples at `to`, and says how many; 0: that was all. */
typedef int64_t condition_source(void *user, float *to, int64_t room);
/* Brings what *source gives, mono at `rate_hz`, to CONDITION_SOUND_HZ: at most `room` samples at `out`.
 * BC_EBUG: the resampler failed. */
BC_CHECK enum bc_status condition_resample(float *out, int64_t room, int64_t *made,
                                           condition_source *source, void *user,
                                           int rate_hz);

/* The limiter alone: `frames` samples in place. Returns how many it lowered by over
 * 0.1 dB, plus 1; 0: none was touched. */
int64_t condition_limit(float *pcm, int64_t frames, int rate_hz, struct arena *scratch);
/* Everything about this chain that could change a bit: its own version and the resampler's. For
 * the clip key. Lives in `a`. */
struct str condition_version(struct arena *a);
/* Where the engine's sample `at` comes to lie, in samples at 48 kHz from the begin of the clip:
 * within the speech, rounded down. */
int64_t condition_map(const struct conditioned *c, int64_t at);

#endif
