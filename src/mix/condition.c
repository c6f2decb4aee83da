#include "mix/condition.h"

#include <math.h>

#include <soxr.h>

#include "mix/peak.h"
#include "synth/engine.h"

enum {
    CHAIN_VERSION = 1, /* counted up when a change here changes a bit */
    LOOKAHEADS = 200,  /* the limiter's 5 ms, in a second */
    RELEASE = 16,      /* of these: 80 ms */
    BLOCK = 32,        /* samples that are looked at or skipped as one; over PEAK_REACH */
    PASSES_MOST = 4,
    UP = 160,
    DOWN = 147,                      /* 24,000 : 22,050 */
    FADE = CONDITION_SOUND_HZ / 500, /* at the edges of a sound: 2 ms */
    FEED = 4096,                     /* samples of a sound that are resampled at once */
};

static const float ceiling = 0.79432823f; /* CONDITION_CEILING_CB */
/* What a peak over the ceiling is brought to: the gain moves while the meter's window does, which
 * lets a little through. */
static const float target = 0.985f * 0.79432823f;
/* ---- limiter ---- */

static float block_largest(const float *pcm, int64_t frames, int64_t block)
{
    int64_t from = block * BLOCK, to = from + BLOCK < frames ? from + BLOCK : frames;
    float largest = 0;
    for (int64_t i = from > 0 ? from : 0; i < to; i++)
        largest = fabsf(pcm[i]) > largest ? fabsf(pcm[i]) : largest;
    return largest;
}

/* The true peak between a sample and the next; 0 when it cannot reach the ceiling. `around`: the
 * largest sample in reach. */
static float peak_if_high(const float *pcm, int64_t frames, int64_t at, float around)
{
    float near = at >= 0 ? fabsf(pcm[at]) : 0;
    if (at + 1 < frames && fabsf(pcm[at + 1]) > near)
        near = fabsf(pcm[at + 1]);
    return near * PEAK_NEAR + around * PEAK_FAR > ceiling ? peak_after(pcm, frames, at)
                                                          : 0;
}

/* gains[i] = what brings the peaks on both sides of sample i to the target, or 1. False: all are 1. */
static bool gains_needed(float *gains, const float *pcm, int64_t frames)
{
    bool any = false;
    float before = 0, here = block_largest(pcm, frames, 0), after;
    for (int64_t block = 0; block * BLOCK < frames;
         block++, before = here, here = after) {
        after = block_largest(pcm, frames, block + 1);
        int64_t from = block * BLOCK, to = from + BLOCK < frames ? from + BLOCK : frames;
        float around = fmaxf(before, fmaxf(here, after));
        bool loud = around * (PEAK_NEAR + PEAK_FAR) > ceiling;
        float left = loud ? peak_if_high(pcm, frames, from - 1, around) : 0;
        for (int64_t i = from; i < to; i++) {
            float right = loud ? peak_if_high(pcm, frames, i, around) : 0;
            float peak = fmaxf(left, right);
            gains[i] = peak > ceiling ? target / peak : 1;
            any = any || peak > ceiling;
            left = right;
        }
    }
    return any;
}

/* Turns the gains needed into ones that move smoothly and are nowhere higher: the lowest within
 * the look-ahead, slow release, then the mean over the look-ahead. `gains` has `ahead` elements
 * before the first sample's. */
static void gains_smooth(float *gains, const float *needed, int64_t frames, int ahead)
{
    /* What is left of the way back to full gain after a sample. */
    const float release = 1.0f / (float)(RELEASE * ahead);
    for (int64_t i = -ahead; i < frames; i++)
        gains[i] = 1;
    for (int64_t i = 0; i < frames; i++)
        for (int64_t k = i - ahead; needed[i] < 1 && k <= i; k++)
            gains[k] = fminf(gains[k], needed[i]);
    float gain = 1;
    for (int64_t i = -ahead; i < frames; i++) {
        gain += (1 - gain) * release;
        gain = gain > 0.9999f ? 1 : gain;
        gain = fminf(gain, gains[i]);
        gains[i] = gain;
    }
    double sum = 0; /* exact: 121 floats, or 241, between 2^-24 and 1 */
    for (int64_t i = -ahead; i < 0; i++)
        sum += gains[i];
    /* Backwards in place is not possible, so the mean runs one look-ahead behind: the element that
     * leaves the sum is the one that is overwritten. */
    for (int64_t i = 0; i < frames; i++) {
        sum += gains[i];
        float mean = (float)(sum / (ahead + 1));
        sum -= gains[i - ahead];
        gains[i - ahead] = mean;
    }
}

static int64_t limit_once(float *pcm, int64_t frames, float *needed, float *padded,
                          int ahead)
{
    if (!gains_needed(needed, pcm, frames))
        return 0;
    gains_smooth(padded + ahead, needed, frames, ahead);
    int64_t acted = 1;
    for (int64_t i = 0; i < frames; i++) {
        pcm[i] *= padded[i];
        acted += padded[i] < 0.989f; /* 0.1 dB */
    }
    return acted;
}

int64_t condition_limit(float *pcm, int64_t frames, int rate_hz, struct arena *scratch)
{
    int ahead = rate_hz / LOOKAHEADS;
    float *needed = arena_array(scratch, float, frames);
    float *padded = arena_array(scratch, float, frames + ahead);
    int64_t acted = 0, now = 1;
    for (int pass = 0; pass < PASSES_MOST && now; pass++) {
        now = limit_once(pcm, frames, needed, padded, ahead);
        acted = now > acted ? now : acted;
    }
    return acted;
}

/* ---- the chain ---- */

static bool find_speech(const int16_t *pcm, int64_t frames, int64_t *begin, int64_t *end)
{
    *begin = 0;
    *end = frames;
    while (*begin < frames && !pcm[*begin])
        ++*begin;
    while (*end > *begin && !pcm[*end - 1])
        --*end;
    return *end > *begin;
}

static bool resample(float *out, int64_t room, int64_t *made, const float *in,
                     int64_t frames)
{
    soxr_io_spec_t io = soxr_io_spec(SOXR_FLOAT32_I, SOXR_FLOAT32_I);
    soxr_quality_spec_t quality = soxr_quality_spec(SOXR_HQ, 0);
    soxr_runtime_spec_t runtime = soxr_runtime_spec(1);
    size_t done = 0;
    soxr_error_t error = soxr_oneshot(DOWN, UP, 1, in, (size_t)frames, NULL, out,
                                      (size_t)room, &done, &io, &quality, &runtime);
    *made = (int64_t)done;
    return !error && done > 0;
}

/* Room for `most` samples between silent packets, from speech_begin on. */
static struct conditioned lay_out(struct arena *a, int64_t most, int rate_hz)
{
    int64_t scale = rate_hz / CONDITION_RATE_HZ, frame = scale * CONDITION_FRAME;
    int64_t packets =
        (frame + most + scale * CONDITION_LOOKAHEAD + frame - 1) / frame + 1;
    return (struct conditioned){
        .pcm = arena_array(a, float, packets *frame),
        .rate_hz = rate_hz,
        .frames = packets * frame,
        .speech_begin = frame,
    };
}

enum bc_status condition_speech(struct conditioned *out, struct arena *a,
                                const int16_t *pcm, int64_t frames, int gain_cb,
                                struct tone tone)
{
    int64_t begin, end, made;
    if (!find_speech(pcm, frames, &begin, &end))
        return BC_EINPUT;
    struct arena scratch = {0};
    float *in = arena_array(&scratch, float, end - begin);
    float gain = (float)(pow(10, gain_cb / 2000.0) / 32768);
    for (int64_t i = begin; i < end; i++)
        in[i - begin] = (float)pcm[i] * gain;
    int64_t room = ((end - begin) * UP + DOWN - 1) / DOWN;
    struct conditioned c = lay_out(a, room, CONDITION_RATE_HZ);
    c.trimmed = begin;
    bool fine = resample(c.pcm + CONDITION_FRAME, room, &made, in, end - begin);
    if (fine) {
        tone_apply(tone, c.pcm + CONDITION_FRAME, made, c.rate_hz);
        c.limited = condition_limit(c.pcm + CONDITION_FRAME, made, c.rate_hz, &scratch);
        c.speech_end = c.speech_begin + made;
        *out = c;
    }
    arena_clear(&scratch);
    return fine ? BC_OK : BC_EBUG;
}

enum bc_status condition_sound(struct conditioned *out, struct arena *a, const float *pcm,
                               int64_t frames, int gain_cb)
{
    if (frames < 1)
        return BC_EINPUT;
    struct arena scratch = {0};
    float gain = (float)pow(10, gain_cb / 2000.0);
    struct conditioned c = lay_out(a, frames, CONDITION_SOUND_HZ);
    c.speech_end = c.speech_begin + frames;
    for (int64_t i = 0; i < frames; i++) {
        int64_t edge = i < frames - 1 - i ? i : frames - 1 - i; /* how near it is */
        float fade = edge < FADE ? (float)(edge + 1) / (FADE + 1) : 1;
        c.pcm[c.speech_begin + i] = pcm[i] * gain * fade;
    }
    c.limited = condition_limit(c.pcm + c.speech_begin, frames, c.rate_hz, &scratch);
    arena_clear(&scratch);
    *out = c;
    return BC_OK;
}

/* What soxr asks for more. */
struct feed {
    condition_source *source;
    void *user;
    float block[FEED];
};

static size_t feed_more(void *state, soxr_in_t *block, size_t wanted)
{
    struct feed *f = state;
    int64_t room = wanted < FEED ? (int64_t)wanted : FEED;
    *block = f->block;
    return (size_t)f->source(f->user, f->block, room);
}

enum bc_status condition_resample(float *out, int64_t room, int64_t *made,
                                  condition_source *source, void *user, int rate_hz)
{
    soxr_io_spec_t io = soxr_io_spec(SOXR_FLOAT32_I, SOXR_FLOAT32_I);
    soxr_quality_spec_t quality = soxr_quality_spec(SOXR_HQ, 0);
    soxr_runtime_spec_t runtime = soxr_runtime_spec(1);
    struct feed feed = {.source = source, .user = user};
    soxr_error_t error = NULL;
    soxr_t s =
        soxr_create(rate_hz, CONDITION_SOUND_HZ, 1, &error, &io, &quality, &runtime);
    if (!s || error)
        return BC_EBUG;
    error = soxr_set_input_fn(s, feed_more, &feed, FEED);
    *made = error ? 0 : (int64_t)soxr_output(s, out, (size_t)room);
    error = error ? error : soxr_error(s);
    soxr_delete(s);
    return error ? BC_EBUG : BC_OK;
}

struct str condition_version(struct arena *a)
{
    return str_format(a, "chain %d, %s, HQ", CHAIN_VERSION, soxr_version());
}

int64_t condition_map(const struct conditioned *c, int64_t at)
{
    int64_t begin = 2 * c->speech_begin, end = 2 * c->speech_end;
    int64_t mapped = begin + (at - c->trimmed) * (2 * UP) / DOWN;
    return mapped < begin ? begin : mapped > end ? end : mapped;
}
