#include "mix/calibrate.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "base/process.h"
#include "mix/calibration_text.h"
#include "mix/clip.h"
#include "mix/loudness.h"
#include "mix/pitch.h"
#include "mix/schedule.h"
#include "mix/spectrum.h"
#include "synth/engine_data.h"

enum {
    PASSES_MOST = 8,   /* limiter and codec take some of each step: two or three do */
    CLOSE_CB = 3,      /* to the target: good enough */
    TOLERANCE_CB = 10, /* what is promised */
    GAIN_MOST_CB = 4000,
    PAUSE_PACKETS = 15, /* 300 ms, as between sentences of an episode */
};

static_assert((int)TONE_TILT_MOST_CB == SHAPE_TILT_MOST_CB &&
                  (int)TONE_PRESENCE_MOST_CB == SHAPE_PRESENCE_MOST_CB,
              "a profile may say what a filter takes");

struct calibration {
    struct arena scratch;
    struct cache *cache;
    struct schedule *schedule;
    struct diag *d;
    const struct profile *profile;
    struct voicing voicing;
    bool first_language; /* in which a profile is described */
    struct hash engine;
    const struct str *sentences;
    ptrdiff_t count;
    struct clip_order *orders;
    struct clip *clips;
};

/* Compiles every sentence with this gain into c->clips. */
static enum bc_status compile_all(struct calibration *c, int gain_cb)
{
    const struct voicing *v = &c->voicing;
    enum bc_status status = BC_OK;
    struct clip_order *settled;
    for (ptrdiff_t i = 0; i < c->count && status == BC_OK; i++) {
        struct clip_order *o = &c->orders[i];
        *o = (struct clip_order){
            .request = {.voice = {v->espeak, v->pitch, v->range, v->rate},
                        .gain_cb = gain_cb,
                        .tone = {v->tilt_cb, v->presence_cb},
                        .encode = {ENCODE_BITRATE, ENCODE_COMPLEXITY, false},
                        .text = c->sentences[i]}};
        o->key = compile_key(&o->request, &c->engine);
        status = schedule_add(c->schedule, o, c->d);
    }
    while (status == BC_OK && schedule_waiting(c->schedule) > 0) {
        status = schedule_run(c->schedule, &settled, -1, c->d);
        if (process_interrupted())
            status = BC_ERETRY;
    }
    for (ptrdiff_t i = 0; i < c->count && status == BC_OK; i++) {
        struct str bytes;
        if (c->orders[i].state != CLIP_READY) {
            diag_error(c->d, c->profile->espeak_place, "calibrate", NULL,
                       "voice '%.*s' cannot speak '%.*s': %s", STR_ARGS(c->profile->name),
                       STR_ARGS(c->sentences[i]), c->orders[i].message);
            return c->orders[i].status ? c->orders[i].status : BC_EBUG;
        }
        status = cache_get(&bytes, &c->scratch, c->cache, &c->orders[i].key);
        if (status == BC_OK)
            status = clip_read(&c->clips[i], &c->scratch, bytes, &c->orders[i].key);
    }
    return status;
}

/* Integrated loudness of the clips with pauses between them, 1/100 LUFS. */
static int integrated(struct calibration *c)
{
    ptrdiff_t packets = 0, at = 0;
    for (ptrdiff_t i = 0; i < c->count; i++)
        packets += c->clips[i].packet_count + PAUSE_PACKETS;
    int *energies = arena_array(&c->scratch, int, packets);
    for (ptrdiff_t i = 0; i < c->count; i++) {
        const struct clip *clip = &c->clips[i];
        memcpy(energies + at, clip->energies_cb,
               (size_t)clip->packet_count * sizeof *energies);
        at += clip->packet_count;
        for (int k = 0; k < PAUSE_PACKETS; k++)
            energies[at++] = LOUDNESS_SILENCE_CB;
    }
    return loudness_integrated(energies, packets);
}

/* What stands between blanks, and has a letter. */
static int words_of(struct str s)
{
    int words = 0;
    for (ptrdiff_t i = 0; i < s.len; i++)
        words += s.ptr[i] != ' ' && (i == 0 || s.ptr[i - 1] == ' ') &&
                 !(s.ptr[i] > 0 && strchr(":;?!", s.ptr[i]));
    return words;
}

/* Of the sentences with the pauses of an episode between them. */
static int words_per_minute(const struct calibration *c)
{
    int64_t samples = 0, words = 0;
    for (ptrdiff_t i = 0; i < c->count; i++) {
        samples += c->clips[i].speech_end - c->clips[i].speech_begin +
                   PAUSE_PACKETS * ENCODE_PACKET_48K;
        words += words_of(c->sentences[i]);
    }
    return (int)lround((double)words * 60 * 48000 / (double)samples);
}

/* Pitch, tempo and spectrum of the decoded clips, one after another. */
static enum bc_status describe(struct calibration *c, struct voiceprint *out)
{
    int64_t frames = 0, at = 0;
    for (ptrdiff_t i = 0; i < c->count; i++)
        frames += c->clips[i].packet_count * ENCODE_PACKET_48K;
    float *pcm = arena_array(&c->scratch, float, frames);
    for (ptrdiff_t i = 0; i < c->count; i++) {
        const struct clip *clip = &c->clips[i];
        float *decoded;
        enum bc_status status =
            decode_packets(&decoded, &c->scratch, clip->packets, clip->packet_count);
        if (status != BC_OK)
            return status;
        int64_t n = clip->packet_count * ENCODE_PACKET_48K;
        memcpy(pcm + at, decoded, (size_t)n * sizeof *pcm);
        at += n;
    }
    struct pitch pitch = pitch_measure(&c->scratch, pcm, frames, 48000);
    struct spectrum spectrum = spectrum_measure(&c->scratch, pcm, frames, 48000);
    out->f0_hz = (int)lround(pitch.median_hz);
    out->range_ct = (int)lround(100 * pitch_range_st(pitch));
    out->words_per_minute = words_per_minute(c);
    out->centroid_hz = (int)lround(spectrum.centroid_hz);
    out->tilt_cb = (int)lround(100 * spectrum.tilt_db);
    out->has_bands = true;
    for (int i = 0; i < VOICEPRINT_BANDS; i++)
        out->bands_cb[i] = 10 * (int)lround(10 * spectrum.bands_db[i]);
    return BC_OK;
}

static int clamp(int value, int most)
{
    return value < -most ? -most : value > most ? most : value;
}

static enum bc_status measure(struct calibration *c, struct measurement *out)
{
    int loudness = LOUDNESS_SILENCE_CB;
    /* The first of all tells how loud the voice is by itself. */
    out->gain_cb = c->first_language ? 0 : c->voicing.gain_cb;
    for (int pass = 0; pass < PASSES_MOST; pass++) {
        enum bc_status status = compile_all(c, out->gain_cb);
        if (status != BC_OK)
            return status;
        loudness = integrated(c);
        if (pass == 0)
            out->sound.lufs_cb = loudness;
        int error = LOUDNESS_TARGET_CB - loudness;
        if (error >= -CLOSE_CB && error <= CLOSE_CB)
            break;
        if (pass + 1 < PASSES_MOST)
            out->gain_cb = clamp(out->gain_cb + error, GAIN_MOST_CB);
    }
    if (loudness < LOUDNESS_TARGET_CB - TOLERANCE_CB ||
        loudness > LOUDNESS_TARGET_CB + TOLERANCE_CB)
        diag_warning(c->d, c->profile->espeak_place, "calibrate", NULL,
                     "voice '%.*s' comes out at %.1f LUFS, not at %.1f",
                     STR_ARGS(c->profile->name), loudness / 100.0,
                     LOUDNESS_TARGET_CB / 100.0);
    return c->first_language ? describe(c, &out->sound) : BC_OK;
}

/* What `c` is to say, and how; its profile and sentences are set. */
static enum bc_status open_calibration(struct calibration *c, struct str language,
                                       const struct voice_inventory *inventory, int jobs)
{
    const struct profile *p = c->profile;
    struct style style = {.language = language};
    c->first_language = p->language_count > 0 && str_eq(p->languages[0], language);
    if (!voicing_language(&c->scratch, inventory, language).len) {
        diag_error(c->d, p->espeak_place, "calibrate", NULL,
                   "the engine has no voice for '%.*s'", STR_ARGS(language));
        return BC_EMISSING;
    }
    c->voicing = voicing_of(&c->scratch, p, &style, language, 0, inventory);
    c->orders = arena_array(&c->scratch, struct clip_order, c->count);
    c->clips = arena_array(&c->scratch, struct clip, c->count);
    enum bc_status status =
        engine_fingerprint(&c->engine, &c->scratch, c->voicing.espeak, c->d);
    if (status == BC_OK)
        status = cache_open(&c->cache, true, c->d);
    if (status == BC_OK)
        status = schedule_open(&c->schedule, c->cache, jobs);
    return status;
}

static void close_calibration(struct calibration *c)
{
    schedule_close(c->schedule);
    if (c->cache)
        cache_close(c->cache);
    arena_clear(&c->scratch);
}

enum bc_status calibrate_profile(struct measurement *out, struct arena *a,
                                 const struct profile *p, struct str language,
                                 const struct voice_inventory *inventory, int jobs,
                                 struct diag *d)
{
    struct calibration c = {.d = d, .profile = p};
    c.sentences = calibration_text(language, &c.count);
    if (!c.sentences) {
        diag_error(d, NOWHERE, "calibrate",
                   str_z(a, str_format(a, "there are texts for %.*s",
                                       STR_ARGS(calibration_languages(a)))),
                   "there is no text to calibrate the language '%.*s' with",
                   STR_ARGS(language));
        return BC_EMISSING;
    }
    *out = (struct measurement){.language = str_copy(a, language)};
    enum bc_status status = open_calibration(&c, language, inventory, jobs);
    if (status == BC_OK)
        status = measure(&c, out);
    close_calibration(&c);
    return status;
}

enum bc_status calibrate_hear(struct voiceprint *out, const struct profile *p,
                              struct str language, const struct str *sentences,
                              ptrdiff_t count, const struct voice_inventory *inventory,
                              int jobs, struct diag *d)
{
    struct calibration c = {.d = d, .profile = p, .sentences = sentences, .count = count};
    *out = (struct voiceprint){0};
    enum bc_status status = open_calibration(&c, language, inventory, jobs);
    if (status == BC_OK)
        status = compile_all(&c, c.voicing.gain_cb);
    if (status == BC_OK && c.first_language)
        status = describe(&c, out);
    if (status == BC_OK)
        out->lufs_cb = integrated(&c);
    close_calibration(&c);
    return status;
}
