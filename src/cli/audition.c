#include "cli/audition.h"

#include "base/process.h"

/* A script with a chapter, a turn and a paragraph for every voice. */
static enum bc_status audition_script(struct script **out, struct arena *a,
                                      const struct profile *const *voices,
                                      ptrdiff_t count, struct str text,
                                      const struct studio *studio, struct diag *d)
{
    const struct lexicon *lexicon;
    struct script *s = arena_new(a, struct script);
    s->source = source_make(a, S("--say"), text);
    s->title = S("Voices");
    s->language = count && voices[0]->language_count ? voices[0]->languages[0] : S("en");
    struct text line = text_fold_spaces(a, text_verbatim(a, s->source, 0, text.len));
    for (ptrdiff_t i = 0; i < count; i++) {
        struct str name = voices[i]->name;
        struct str *only = arena_new(a, struct str);
        *only = name;
        *arena_push(a, s->cast, s->cast_count, s->cast_capacity) =
            (struct cast_entry){.speaker = name, .voices = only, .voice_count = 1};
        script_add_chapter(s, a, name, 2);
        script_add_turn(s, a, name);
        script_add_paragraph(s, a, line);
    }
    enum bc_status status = script_finish(s, a, d);
    if (status == BC_OK && !s->segment_count) {
        diag_error(d, NOWHERE, "nothing-spoken", NULL,
                   "there is nothing to speak in the text");
        status = BC_EINPUT;
    }
    if (status == BC_OK)
        script_assign_voices(s);
    if (status == BC_OK)
        status = studio_lexicon(&lexicon, studio, s, a, d);
    if (status == BC_OK)
        status = script_speak(s, a, lexicon, d);
    *out = s;
    return status;
}

/* Waits until every order is settled; BC_ERETRY: a signal came. */
static enum bc_status settle_all(struct schedule *schedule, struct diag *d)
{
    enum bc_status status = BC_OK, run = BC_OK;
    bool more = true;
    while (more && run == BC_OK) {
        struct clip_order *settled;
        more = schedule_waiting(schedule) > 0;
        run = schedule_run(schedule, &settled, -1, d);
        for (; settled; settled = settled->next) {
            if (settled->state != CLIP_FAILED)
                continue;
            diag_error(d, NOWHERE, "not-spoken", NULL, "'%.*s' could not be spoken: %s",
                       STR_ARGS(settled->request.text), settled->message);
            status = status_worse(status, settled->status);
        }
        if (process_interrupted())
            return BC_ERETRY;
    }
    return status_worse(status, run);
}

static enum bc_status compile_script(struct clip_order **orders, struct arena *a,
                                     const struct script *s, struct studio *studio,
                                     struct cache *cache, int jobs, struct diag *d)
{
    struct schedule *schedule = NULL;
    enum bc_status status =
        pipeline_orders(orders, a, s, studio, ENCODE_BITRATE, NULL, d);
    if (status == BC_OK)
        status = schedule_open(&schedule, cache, jobs);
    for (ptrdiff_t i = 0; status == BC_OK && i < s->segment_count; i++)
        status = schedule_add(schedule, &(*orders)[i], d);
    if (status == BC_OK)
        status = settle_all(schedule, d);
    schedule_close(schedule);
    return status;
}

enum bc_status audition(struct str *out, struct arena *a, struct studio *studio,
                        const struct profile *const *voices, ptrdiff_t count,
                        struct str text, int jobs, struct diag *d)
{
    struct script *script;
    struct clip_order *orders;
    struct cache *cache = NULL;
    struct rendered rendered;
    struct stage_times times = {0};
    ptrdiff_t missing;
    enum bc_status status = audition_script(&script, a, voices, count, text, studio, d);
    if (status == BC_OK)
        status = cache_open(&cache, false, d);
    if (status == BC_OK)
        status = compile_script(&orders, a, script, studio, cache, jobs, d);
    if (status == BC_OK)
        status = pipeline_render(&rendered, &missing, a, script, NULL, orders, cache,
                                 NULL, &times, d);
    if (status == BC_ERETRY && !process_interrupted())
        diag_error(d, NOWHERE, "cache", "use a cache of its own",
                   "a compiled clip vanished from the cache");
    cache_close(cache);
    if (status == BC_OK)
        *out = rendered.files[OUTPUT_COUNT - 1];
    return status;
}
