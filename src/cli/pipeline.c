#include "cli/pipeline.h"

#include <string.h>

#include "base/file.h"
#include "base/source_open.h"
#include "base/system.h"
#include "cli/command.h"
#include "cli/sounds.h"
#include "mix/compile.h"
#include "mix/sound_file.h"
#include "publish/captions.h"
#include "publish/chapters.h"
#include "publish/coverage.h"
#include "script/build.h"
#include "script/markdown.h"
#include "script/pauses.h"
#include "script/ssml_file.h"
#include "speak/speak.h"
#include "synth/engine_data.h"
#include "transcript/open.h"
#include "transcript/read.h"
#include "turns/explain.h"
#include "voice/shape.h"
#include "voice/voicing.h"

/* ---- from file to script ---- */

static enum bc_status read_transcript(struct script **out, struct arena *a,
                                      const struct source *source,
                                      const struct taking *how, struct diag *d)
{
    struct arena work = {0}; /* of the document, which nothing needs that has turns */
    struct document *document;
    struct turns *turns;
    enum bc_status status = read_document(&document, &work, source, how->format, d);
    if (status == BC_OK)
        status = turns_recognise(&turns, a, document, d);
    arena_clear(&work);
    if (status == BC_OK)
        status = script_build(out, a, turns, &how->announce, d);
    return status;
}

enum bc_status pipeline_read(struct script **script, struct arena *a, const char *path,
                             const struct taking *how, struct diag *d)
{
    struct str bytes, name = str_from(path);
    const struct source *source;
    *script = NULL;
    enum bc_status status = file_read(&bytes, a, path, INPUT_BYTES_MOST, d);
    if (status != BC_OK)
        return status;
    status =
        open_source(&source, a, str_eq(name, S("-")) ? S("<stdin>") : name, bytes, d);
    if (status != BC_OK)
        return status;
    bool may_be_script = !strcmp(how->format, read_formats[0]);
    return may_be_script && script_is_script(source) ? script_parse(script, a, source, d)
           : may_be_script && ssml_is_file(source)
               ? ssml_parse_file(script, a, source, d)
               : read_transcript(script, a, source, how, d);
}

enum bc_status pipeline_script(struct script **script, struct ledger **ledger,
                               struct arena *a, const char *path,
                               const struct taking *how, const struct studio *studio,
                               struct diag *d)
{
    *ledger = NULL;
    enum bc_status status = pipeline_read(script, a, path, how, d);
    if (status != BC_OK)
        return status;
    if (!(*script)->date.len)
        (*script)->date = studio->date;
    /* Both are reported: a voice that does not exist hides no lost word. */
    enum bc_status cast = cast_script(*script, a, studio->palette, studio->cast, d);
    if (cast == BC_OK)
        cast = voicing_settle(*script, a, studio->palette, &studio->inventory, d);
    if (cast == BC_OK)
        shape_pauses(*script, studio->palette);
    enum bc_status heard = sounds_load((*script)->sounds, (*script)->sound_count, a,
                                       str_from(path), SOUND_FILE_BYTES_MOST, d);
    const struct lexicon *lexicon;
    status = studio_lexicon(&lexicon, studio, *script, a, d);
    if (status == BC_OK && cast == BC_OK)
        status = script_speak(*script, a, lexicon, d);
    (*script)->tempo = how->announce.tempo;
    (*script)->edition = edition_name(a, how->announce.tempo);
    pauses_hasten(*script);
    enum bc_status settled = ledger_settle(ledger, a, *script, d);
    return status_worse(status_worse(status, settled), status_worse(heard, cast));
}

enum bc_status pipeline_explain(struct strbuf *out, const struct script *script,
                                const char *format)
{
    struct arena own = {0};
    struct diag told = {.arena = &own}; /* told already */
    struct document *document;
    struct turns *turns;
    struct decisions why;
    if (!strcmp(format, read_formats[0]) && script->from_script) {
        strbuf_add(out, S("A script: it says itself who speaks.\n"));
        return BC_OK;
    }
    enum bc_status status = read_document(&document, &own, script->source, format, &told);
    if (status == BC_OK)
        status = turns_decide(&turns, &why, &own, document, &told);
    if (status == BC_OK)
        turns_explain(out, turns, &why);
    arena_clear(&own);
    return status;
}

void add_size_of_script(struct strbuf *out, const struct script *s)
{
    add_count(out, s->cast_count, "speaker, ", "speakers, ");
    add_count(out, s->chapter_count, "chapter, ", "chapters, ");
    add_count(out, s->segment_count, "sentence", "sentences");
}

/* ---- from script to clips ---- */

enum { RATE_HEARD = 100 }; /* the part of a rate that nobody misses */

static const struct studio_voice *used_voice(const struct studio *studio,
                                             struct str espeak)
{
    for (ptrdiff_t i = 0; i < studio->used_count; i++)
        if (str_eq(studio->used[i].espeak, espeak))
            return &studio->used[i];
    return NULL;
}

/* Looks up those of the engine's voices that were not used yet, all at once: what their
 * fingerprints share is read once. */
static enum bc_status use_voices(struct studio *studio, const struct clip_order *orders,
                                 ptrdiff_t count, struct diag *d)
{
    ptrdiff_t before = studio->used_count;
    struct arena scratch = {0};
    for (ptrdiff_t i = 0; i < count; i++) {
        struct str espeak = orders[i].request.voice.espeak;
        if (orders[i].request.sound.len || used_voice(studio, espeak))
            continue;
        arena_push(&studio->arena, studio->used, studio->used_count,
                   studio->used_capacity)
            ->espeak = str_copy(&studio->arena, espeak);
    }
    ptrdiff_t added = studio->used_count - before;
    if (!added)
        return BC_OK;
    struct str *espeak = arena_array(&scratch, struct str, added);
    struct hash *hashes = arena_array(&scratch, struct hash, added);
    for (ptrdiff_t i = 0; i < added; i++)
        espeak[i] = studio->used[before + i].espeak;
    enum bc_status status = engine_fingerprints(hashes, &scratch, espeak, added, d);
    for (ptrdiff_t i = 0; i < added; i++)
        studio->used[before + i].engine = hashes[i];
    if (status != BC_OK)
        studio->used_count = before;
    arena_clear(&scratch);
    return status;
}

/* The request for `spoken` in `voice`, in its style; its strings live in `a`. */
static enum bc_status make_request(struct compile_request *out, struct arena *a,
                                   struct studio *studio, const struct script *s,
                                   struct str voice, const struct style *style,
                                   enum shape_place place, struct str spoken, int bitrate,
                                   struct diag *d)
{
    struct str name = style->voice.len ? style->voice : voice;
    const struct profile *p = palette_find(studio->palette, name);
    if (!p) {
        diag_error(d, NOWHERE, "voice-unknown", NULL, "unknown voice '%.*s'",
                   STR_ARGS(name));
        return BC_ECONFIG;
    }
    struct style shaped = shape_style(p, style, place);
    struct voicing v =
        voicing_of(a, p, &shaped, s->language, s->tempo, &studio->inventory);
    *out = (struct compile_request){
        .voice = {v.espeak, v.pitch, v.range, v.rate},
        .gain_cb = v.gain_cb,
        .tone = {v.tilt_cb, v.presence_cb},
        .encode = {bitrate, ENCODE_COMPLEXITY, false},
        .text = spoken,
        .phonemes = spoken_has_phonemes(spoken),
    };
    return BC_OK;
}

static void key_orders(struct clip_order *orders, ptrdiff_t count,
                       const struct studio *studio)
{
    for (ptrdiff_t i = 0; i < count; i++) {
        const struct compile_request *r = &orders[i].request;
        const struct studio_voice *v = used_voice(studio, r->voice.espeak);
        orders[i].detail = -1;
        orders[i].key = compile_key(r, r->sound.len ? NULL : &v->engine);
    }
}

enum bc_status pipeline_request(struct clip_order *out, struct studio *studio,
                                const struct script *s, struct str voice,
                                struct str spoken, int bitrate, struct diag *d)
{
    const struct style plain = {0};
    enum bc_status status = make_request(&out->request, &studio->arena, studio, s, voice,
                                         &plain, SHAPE_BODY, spoken, bitrate, d);
    if (status == BC_OK)
        status = use_voices(studio, out, 1, d);
    if (status == BC_OK)
        key_orders(out, 1, studio);
    return status;
}

static bool is_heard(const struct script *s, const struct profile *p)
{
    for (ptrdiff_t i = 0; i < s->turn_count; i++)
        if (str_eq(s->turns[i].voice, p->name))
            return true;
    return false;
}

/* Voices that were never measured, and those that cannot be as fast as is asked, are told of, each
 * once. */
static void warn_of_voices(const struct script *s, struct studio *studio, struct diag *d)
{
    const struct style plain = {0};
    if (!studio->told)
        studio->told = arena_array(&studio->arena, bool, studio->palette->count);
    for (ptrdiff_t k = 0; k < studio->palette->count; k++) {
        const struct profile *p = &studio->palette->profiles[k];
        struct voicing v = voicing_of(&studio->arena, p, &plain, s->language, s->tempo,
                                      &studio->inventory);
        bool slower = v.rate_wanted - v.rate > v.rate / RATE_HEARD;
        if ((p->gain_count && !slower) || studio->told[k] || !is_heard(s, p))
            continue;
        studio->told[k] = true;
        if (!p->gain_count)
            diag_warning(d, NOWHERE, "voice-uncalibrated",
                         "briefcast voices --calibrate measures it",
                         "the voice '%.*s' was never calibrated", STR_ARGS(p->name));
        if (slower)
            diag_warning(d, NOWHERE, "rate-limit", NULL,
                         "the voice '%.*s' speaks %d words a minute instead of %d: the "
                         "engine's most",
                         STR_ARGS(p->name), v.rate, v.rate_wanted);
    }
}

enum bc_status pipeline_orders(struct clip_order **out, struct arena *a,
                               const struct script *s, struct studio *studio, int bitrate,
                               void *owner, struct diag *d)
{
    struct clip_order *orders = arena_array(a, struct clip_order, s->segment_count);
    const enum shape_place *places = shape_places(s, a);
    warn_of_voices(s, studio, d);
    for (ptrdiff_t i = 0; i < s->segment_count; i++) {
        const struct segment *g = &s->segments[i];
        orders[i].owner = owner;
        if (g->sound) {
            orders[i].request = sound_request(g->sound, bitrate);
            continue;
        }
        enum bc_status status =
            make_request(&orders[i].request, a, studio, s, s->turns[g->turn].voice,
                         script_style(s, g->style), places[i], g->spoken, bitrate, d);
        if (status != BC_OK)
            return status;
    }
    enum bc_status status = use_voices(studio, orders, s->segment_count, d);
    if (status == BC_OK)
        key_orders(orders, s->segment_count, studio);
    *out = orders;
    return status;
}

/* ---- from clips to outputs ---- */

static enum bc_status read_clips(struct clip **out, ptrdiff_t *missing, struct arena *a,
                                 const struct clip_order *orders, ptrdiff_t count,
                                 const struct cache *cache)
{
    struct clip *clips = arena_array(a, struct clip, count);
    for (ptrdiff_t i = 0; i < count; i++) {
        if (orders[i].clip) {
            clips[i] = *orders[i].clip;
            continue;
        }
        if (cache_clip(&clips[i], a, cache, &orders[i].key) == BC_OK)
            continue;
        *missing = i;
        return BC_ERETRY;
    }
    *out = clips;
    return BC_OK;
}

enum bc_status pipeline_render(struct rendered *out, ptrdiff_t *missing, struct arena *a,
                               const struct script *s, const struct ledger *l,
                               const struct clip_order *orders, const struct cache *cache,
                               const struct picture *cover, struct stage_times *times,
                               struct diag *d)
{
    struct clip *clips;
    struct timeline *timeline;
    int64_t wall = clock_monotonic_ns(), cpu = clock_cpu_us();
    *out = (struct rendered){0};
    enum bc_status status =
        read_clips(&clips, missing, a, orders, s->segment_count, cache);
    if (status == BC_OK)
        status = timeline_build(&timeline, a, s, clips, d);
    if (status == BC_OK)
        status = link_episode(&out->linked, a, timeline, cover, d);
    int64_t linked = clock_cpu_us();
    times->link_us += linked - cpu;
    times->link_wall_us += (clock_monotonic_ns() - wall) / 1000;
    if (status != BC_OK)
        return status;
    out->samples = timeline->end;
    out->chapters = timeline->chapter_count;
    out->files[0] = captions_vtt(a, timeline);
    out->files[1] = chapters_json(a, timeline);
    out->files[2] = l ? coverage_json(a, timeline, l) : S("");
    out->files[3] = out->linked.bytes;
    times->publish_us += clock_cpu_us() - linked;
    return BC_OK;
}

enum bc_status pipeline_write(const struct rendered *r, const struct input *in,
                              struct stage_times *times, struct diag *d)
{
    struct arena scratch = {0};
    struct file_staged staged[OUTPUT_COUNT];
    enum bc_status status = BC_OK;
    int count = 0;
    int64_t cpu = clock_cpu_us();
    for (int k = 0; k < OUTPUT_COUNT && status == BC_OK; k++) {
        status = file_stage(&staged[k], &scratch, input_output(&scratch, in, k),
                            r->files[k], d);
        count += status == BC_OK;
    }
    if (status == BC_OK)
        status = file_commit(staged, count, d);
    else
        for (int k = 0; k < count; k++)
            file_discard(&staged[k]);
    arena_clear(&scratch);
    times->write_us += clock_cpu_us() - cpu;
    return status;
}
