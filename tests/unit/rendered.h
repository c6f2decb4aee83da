/* tests/unit/rendered.h -- sentences spoken by a shipped voice, mixed, encoded and decoded again: what a
 * listener gets, and what of it carries the words. */
#ifndef BRIEFCAST_TESTS_RENDERED_H
#define BRIEFCAST_TESTS_RENDERED_H

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/processors.h"
#include "mix/clip.h"
#include "mix/loudness.h"
#include "mix/pitch.h"
#include "mix/schedule.h"
#include "synth/engine_data.h"
#include "voice/shape.h"
#include "voice/voicing.h"

enum { RENDERED_HZ = 48000, RENDERED_PAUSE = 15 /* packets behind a sentence */ };

struct rendered {
    float *pcm; /* at RENDERED_HZ, the sentences with pauses between them */
    int64_t frames;
    int64_t speech;       /* samples of it */
    int64_t *begin, *end; /* of each sentence's */
    ptrdiff_t count;
    int lufs_cb;
};

/* `p` says the sentences, each at its place. Lives in `a`. */
static inline enum bc_status
render_sentences(struct rendered *out, struct arena *a, const struct profile *p,
                 struct str language, const struct str *sentences,
                 const enum shape_place *places, ptrdiff_t count,
                 const struct voice_inventory *inventory, struct diag *d)
{
    struct clip_order *orders = arena_array(a, struct clip_order, count), *settled;
    struct cache *cache;
    struct schedule *schedule = NULL;
    const struct style plain = {.language = language};
    enum bc_status status = cache_open(&cache, true, d);
    if (status == BC_OK)
        status = schedule_open(&schedule, cache, processors_available());
    for (ptrdiff_t i = 0; i < count && status == BC_OK; i++) {
        struct hash engine;
        struct style style = shape_style(p, &plain, places[i]);
        struct voicing v = voicing_of(a, p, &style, language, 0, inventory);
        orders[i].request =
            (struct compile_request){.voice = {v.espeak, v.pitch, v.range, v.rate},
                                     .gain_cb = v.gain_cb,
                                     .tone = {v.tilt_cb, v.presence_cb},
                                     .encode = {ENCODE_BITRATE, ENCODE_COMPLEXITY, false},
                                     .text = sentences[i]};
        status = engine_fingerprint(&engine, a, v.espeak, d);
        orders[i].key = compile_key(&orders[i].request, &engine);
        if (status == BC_OK)
            status = schedule_add(schedule, &orders[i], d);
    }
    while (status == BC_OK && schedule_waiting(schedule) > 0)
        status = schedule_run(schedule, &settled, -1, d);
    struct clip *clips = arena_array(a, struct clip, count);
    ptrdiff_t packets = 0;
    for (ptrdiff_t i = 0; i < count && status == BC_OK; i++) {
        struct str bytes;
        status = cache_get(&bytes, a, cache, &orders[i].key);
        if (status == BC_OK)
            status = clip_read(&clips[i], a, bytes, &orders[i].key);
        packets += clips[i].packet_count + RENDERED_PAUSE;
    }
    *out = (struct rendered){.frames = packets * ENCODE_PACKET_48K,
                             .begin = arena_array(a, int64_t, count),
                             .end = arena_array(a, int64_t, count),
                             .count = count};
    out->pcm = arena_array(a, float, out->frames); /* zeros */
    int *energies = arena_array(a, int, packets);
    for (ptrdiff_t i = 0, at = 0; i < count && status == BC_OK; i++) {
        float *decoded;
        ptrdiff_t n = clips[i].packet_count;
        status = decode_packets(&decoded, a, clips[i].packets, n);
        if (status != BC_OK)
            break;
        memcpy(out->pcm + at * ENCODE_PACKET_48K, decoded,
               (size_t)n * ENCODE_PACKET_48K * sizeof *decoded);
        out->begin[i] = at * ENCODE_PACKET_48K + clips[i].speech_begin;
        out->end[i] = at * ENCODE_PACKET_48K + clips[i].speech_end;
        memcpy(energies + at, clips[i].energies_cb, (size_t)n * sizeof *energies);
        at += n;
        for (int k = 0; k < RENDERED_PAUSE; k++)
            energies[at++] = LOUDNESS_SILENCE_CB;
        out->speech += clips[i].speech_end - clips[i].speech_begin;
    }
    out->lufs_cb = status == BC_OK ? loudness_integrated(energies, packets) : 0;
    schedule_close(schedule);
    if (cache)
        cache_close(cache);
    return status;
}

/* ---- what carries the words ---- */

enum {
    FORMANTS = 3,
    FORMANT_STEP = 4, /* from 48 to 12 kHz */
    FORMANT_ORDER = 14,
    FORMANT_WINDOW = 360, /* 30 ms of that */
    FORMANT_BIN_HZ = 20,  /* 200, 220, ... */
    FORMANT_BINS = 191,
};

enum sound_kind { SOUND_OTHER, SOUND_VOWEL, SOUND_CONSONANT };

/* Every 10 ms. */
struct articulation {
    int64_t count;
    enum sound_kind *kinds;
    double (*formant_hz)[FORMANTS]; /* of vowels: peaks of the LPC envelope */
    double *high;                   /* power from 2 to 8 kHz */
};

static inline int rendered_by_value(const void *x, const void *y)
{
    double a = *(const double *)x, b = *(const double *)y;
    return (a > b) - (a < b);
}

static inline double rendered_median(double *x, int count)
{
    qsort(x, (size_t)count, sizeof *x, rendered_by_value);
    return count ? x[count / 2] : 0;
}

/* Second order, Butterworth (the cookbook's, with Q = 1 / sqrt 2); in place. */
static inline void rendered_pass(float *x, int64_t n, double hz, bool high)
{
    double w = 2 * M_PI * hz / RENDERED_HZ, c = cos(w), alpha = sin(w) / sqrt(2);
    double a0 = 1 + alpha, edge = (high ? 1 + c : 1 - c) / 2 / a0, one = 0, two = 0;
    for (int64_t i = 0; i < n; i++) {
        double in = (double)x[i], y = edge * in + one;
        one = (high ? -2 : 2) * edge * in + 2 * c / a0 * y + two;
        two = edge * in - (1 - alpha) / a0 * y;
        x[i] = (float)y;
    }
}

static inline float *rendered_band(struct arena *a, const struct rendered *r,
                                   double low_hz, double high_hz)
{
    float *x = arena_array(a, float, r->frames);
    memcpy(x, r->pcm, (size_t)r->frames * sizeof *x);
    for (int twice = 0; twice < 2; twice++) {
        rendered_pass(x, r->frames, low_hz, true);
        rendered_pass(x, r->frames, high_hz, false);
    }
    return x;
}

static inline double rendered_energy(const float *x, int64_t n)
{
    double sum = 0;
    for (int64_t i = 0; i < n; i++)
        sum += (double)x[i] * (double)x[i];
    return sum / (double)n;
}

struct formant_table {
    double cosine[FORMANT_BINS][FORMANT_ORDER + 1], sine[FORMANT_BINS][FORMANT_ORDER + 1];
};

static inline struct formant_table *rendered_table(struct arena *a)
{
    struct formant_table *t = arena_new(a, struct formant_table);
    for (int bin = 0; bin < FORMANT_BINS; bin++)
        for (int k = 0; k <= FORMANT_ORDER; k++) {
            double w =
                2 * M_PI * FORMANT_BIN_HZ * (bin + 10) * k / (RENDERED_HZ / FORMANT_STEP);
            t->cosine[bin][k] = cos(w);
            t->sine[bin][k] = sin(w);
        }
    return t;
}

/* LPC of a frame by Levinson and Durbin, with pre-emphasis. */
static inline void rendered_lpc(double lpc[FORMANT_ORDER + 1], const float *x)
{
    double w[FORMANT_WINDOW], r[FORMANT_ORDER + 1], old[FORMANT_ORDER + 1];
    memset(lpc, 0, sizeof old);
    lpc[0] = 1;
    for (int i = 0; i < FORMANT_WINDOW; i++)
        w[i] = ((double)x[i + 1] - 0.97 * (double)x[i]) *
               (0.54 - 0.46 * cos(2 * M_PI * i / (FORMANT_WINDOW - 1)));
    for (int k = 0; k <= FORMANT_ORDER; k++) {
        r[k] = 0;
        for (int i = k; i < FORMANT_WINDOW; i++)
            r[k] += w[i] * w[i - k];
    }
    double error = r[0];
    for (int k = 1; k <= FORMANT_ORDER && error > 0; k++) {
        double sum = r[k];
        memcpy(old, lpc, sizeof old);
        for (int i = 1; i < k; i++)
            sum += old[i] * r[k - i];
        lpc[k] = -sum / error;
        for (int i = 1; i < k; i++)
            lpc[i] = old[i] + lpc[k] * old[k - i];
        error *= 1 - lpc[k] * lpc[k];
    }
}

/* The first three peaks of the envelope of a 30 ms frame; false: it has fewer below 4 kHz. */
static inline bool rendered_formants(double hz[FORMANTS], const float *x,
                                     const struct formant_table *t)
{
    double lpc[FORMANT_ORDER + 1], level[FORMANT_BINS];
    int found = 0;
    rendered_lpc(lpc, x);
    for (int bin = 0; bin < FORMANT_BINS; bin++) {
        double re = 0, im = 0;
        for (int k = 0; k <= FORMANT_ORDER; k++) {
            re += lpc[k] * t->cosine[bin][k];
            im += lpc[k] * t->sine[bin][k];
        }
        level[bin] = -log(re * re + im * im);
    }
    for (int i = 1; i + 1 < FORMANT_BINS && found < FORMANTS; i++) {
        double curve = level[i - 1] - 2 * level[i] + level[i + 1];
        if (level[i] > level[i - 1] && level[i] >= level[i + 1])
            hz[found++] =
                FORMANT_BIN_HZ * (i + 10 + (level[i - 1] - level[i + 1]) / (2 * curve));
    }
    return found == FORMANTS;
}

enum { RENDERED_HOP = RENDERED_HZ / 100 };

static inline struct articulation rendered_articulation(struct arena *a,
                                                        const struct rendered *r)
{
    const float *low = rendered_band(a, r, 100, 1500),
                *high = rendered_band(a, r, 2000, 8000),
                *wide = rendered_band(a, r, 50, 5000);
    const struct formant_table *table = rendered_table(a);
    int64_t hops = r->frames / RENDERED_HOP;
    struct articulation out = {
        .count = hops,
        .kinds = arena_array(a, enum sound_kind, hops),
        .formant_hz = arena_alloc(a, hops, (ptrdiff_t)sizeof *out.formant_hz),
        .high = arena_array(a, double, hops)};
    double loudest = 0;
    float *x = arena_array(a, float, r->frames / FORMANT_STEP);
    bool *voiced = arena_array(a, bool, hops + 4);
    struct pitch_frame *track;
    int64_t count = pitch_track(&track, a, r->pcm, r->frames, RENDERED_HZ);
    for (int64_t i = 0; i < count; i++)
        for (int k = 0; k < 4; k++) /* what it was found from */
            voiced[(int64_t)(track[i].second * 100 + 0.5) + k] = true;
    for (int64_t i = 0; i < r->frames / FORMANT_STEP; i++)
        x[i] = wide[i * FORMANT_STEP];
    for (int64_t i = 0; i < hops; i++)
        loudest = fmax(loudest, rendered_energy(low + i * RENDERED_HOP, RENDERED_HOP));
    for (int64_t i = 0; i + 4 < hops; i++) {
        double l = rendered_energy(low + i * RENDERED_HOP, RENDERED_HOP);
        double h = rendered_energy(high + i * RENDERED_HOP, RENDERED_HOP);
        out.high[i] = h;
        if (voiced[i] && l > loudest / 30 && l > 4 * h &&
            rendered_formants(out.formant_hz[i], x + i * RENDERED_HOP / FORMANT_STEP,
                              table))
            out.kinds[i] = SOUND_VOWEL;
        else if (!voiced[i] && h > loudest / 30000 && h > 2 * l)
            out.kinds[i] = SOUND_CONSONANT;
    }
    return out;
}

/* What became of the vowels' formants (median of the ratios, 1: nothing) and of the consonants (dB), sound
 * by sound, when the same sentences are said otherwise. */
struct articulation_change {
    double formants[FORMANTS], consonants_db;
    int vowels, consonants; /* frames */
};

static inline struct articulation_change rendered_change(const struct rendered *from,
                                                         const struct rendered *to)
{
    struct arena a = {0};
    struct articulation x = rendered_articulation(&a, from),
                        y = rendered_articulation(&a, to);
    struct articulation_change c = {0};
    double *ratios[FORMANTS], before = 0, after = 0;
    for (int k = 0; k < FORMANTS; k++)
        ratios[k] = arena_array(&a, double, x.count);
    for (ptrdiff_t s = 0; s < from->count; s++) {
        double scale =
            (double)(to->end[s] - to->begin[s]) / (double)(from->end[s] - from->begin[s]);
        for (int64_t i = from->begin[s] / RENDERED_HOP; i < from->end[s] / RENDERED_HOP;
             i++) {
            double past = (double)(i * RENDERED_HOP - from->begin[s]) * scale;
            int64_t j = (int64_t)(((double)to->begin[s] + past) / RENDERED_HOP + 0.5);
            if (x.kinds[i] == SOUND_VOWEL && y.kinds[j] == SOUND_VOWEL) {
                for (int k = 0; k < FORMANTS; k++)
                    ratios[k][c.vowels] = y.formant_hz[j][k] / x.formant_hz[i][k];
                c.vowels++;
            } else if (x.kinds[i] == SOUND_CONSONANT) {
                before += x.high[i];
                after += y.high[j];
                c.consonants++;
            }
        }
    }
    for (int k = 0; k < FORMANTS; k++)
        c.formants[k] = rendered_median(ratios[k], c.vowels);
    c.consonants_db = 10 * log10(after / before);
    arena_clear(&a);
    return c;
}

#endif
