#include "cli/run.h"

#include <string.h>

#include "base/file.h"
#include "base/process.h"
#include "base/system.h"
#include "cli/gap.h"
#include "cli/receipt.h"
#include "cli/sounds.h"

enum {
    READ_AHEAD = 64, /* clips that wait before no further input is read */
    WAIT_MS = 100,
    VANISHED_MOST =
        3, /* clips of an episode that may vanish from the cache before it is linked */
};

struct episode {
    struct run *run;
    struct input_report *report;
    struct arena arena;
    struct diag diag;
    ptrdiff_t shown; /* diagnostics already shown */
    struct script *script;
    struct ledger *ledger;
    struct clip_order *orders; /* one per segment */
    struct hash key;           /* of its receipt */
    bool has_key;
    bool *missing;       /* segments for which the announcement of a gap was ordered */
    ptrdiff_t unsettled; /* orders */
    int vanished;
    bool open;       /* counted in run.open */
    int64_t work;    /* bytes of spoken text, before it is read of the file */
    int64_t settled; /* of them */
    int64_t samples; /* at 48 kHz, of settled clips; only where somebody looks on */
};

void run_open(struct run *r, const struct run_settings *settings,
              struct progress *progress, struct diag *d)
{
    *r = (struct run){.settings = *settings, .diag = d, .progress = progress};
    ptrdiff_t count = settings->inputs.count;
    r->reports = arena_array(&r->arena, struct input_report, count);
    r->episodes = arena_array(&r->arena, struct episode, count);
    r->state.inputs = count;
    for (ptrdiff_t i = 0; i < count; i++) {
        r->reports[i].input = &settings->inputs.items[i];
        r->episodes[i].run = r;
        r->episodes[i].report = &r->reports[i];
        r->episodes[i].work = settings->inputs.items[i].size;
        r->state.work += r->episodes[i].work;
    }
}

static void show_diagnostics(struct episode *e)
{
    struct strbuf out = {.arena = &e->arena};
    diagnostics_format(&out, &e->diag, e->shown, e->run->settings.diagnostics);
    e->shown = e->diag.count;
    progress_text(e->run->progress, strbuf_str(&out));
}

static void keep_diagnostics(struct episode *e)
{
    struct json *list = json_array();
    for (ptrdiff_t i = 0; i < e->diag.count; i++)
        json_append(list, diagnostic_json(&e->diag.entries[i]));
    e->report->diagnostics = list;
}

static void tell_finished(struct episode *e)
{
    const struct input_report *r = e->report;
    struct json *o = json_object();
    json_set_str(o, "event", S("input"));
    json_set_str(o, "input", str_from(r->input->path));
    json_set_str(o, "result",
                 r->state == INPUT_DONE      ? S("done")
                 : r->state == INPUT_PLANNED ? S("planned")
                                             : S("failed"));
    json_set_int(o, "status", r->status);
    if (r->state == INPUT_DONE)
        json_set_str(o, "output",
                     str_from(input_output(&e->arena, r->input, OUTPUT_COUNT - 1)));
    progress_event(e->run->progress, o);
}

/* The end of an episode, good or bad: what stays is the report. */
static void end_episode(struct episode *e, enum input_state state, enum bc_status status)
{
    struct run *r = e->run;
    e->report->state = state;
    e->report->status = status_worse(e->report->status, status);
    r->status = status_worse(r->status, e->report->status);
    r->failed = r->failed || e->report->status != BC_OK;
    r->open -= e->open;
    e->open = false;
    r->state.inputs_done++;
    show_diagnostics(e);
    keep_diagnostics(e);
    tell_finished(e);
    r->state.work_done +=
        e->work - e->settled; /* of a failed one there is nothing more to do */
    e->settled = e->work;
    if (e->unsettled == 0) /* else orders are still with the scheduler */
        arena_clear(&e->arena);
}

static void note_script(struct episode *e)
{
    struct run *r = e->run;
    struct script *s = e->script;
    if (r->settings.title.len)
        s->title = r->settings.title;
    if (!s->title.len)
        s->title = e->report->input->name;
    e->report->title = str_copy(&r->arena, s->title);
    e->report->date = str_copy(&r->arena, s->date);
    e->report->language = str_copy(&r->arena, s->language);
    e->report->speakers = s->cast_count;
    e->report->segments = s->segment_count;
    r->state.work -= e->work;
    e->work = 0;
    for (ptrdiff_t i = 0; i < s->segment_count; i++)
        e->work += s->segments[i].spoken.len;
    r->state.work += e->work;
}

/* From the file to orders. */
static enum bc_status prepare(struct episode *e)
{
    struct run *r = e->run;
    int64_t begun = clock_cpu_us();
    struct taking how = r->settings.taking;
    how.announce.tempo = e->report->input->tempo;
    e->diag.arena = &e->arena;
    e->report->state = INPUT_UNDER_WAY;
    enum bc_status status =
        pipeline_script(&e->script, &e->ledger, &e->arena, e->report->input->path, &how,
                        r->settings.studio, &e->diag);
    int64_t read = clock_cpu_us();
    r->times.script_us += read - begun;
    if (e->report->input->again && (status == BC_OK || e[-1].report->status == status))
        e->shown = e->diag.count; /* it was told of the edition before */
    if (status != BC_OK)
        return status;
    note_script(e);
    if (!e->script->segment_count) {
        diag_error(&e->diag, place_of(e->script->source, 0, e->script->source->bytes.len),
                   "nothing-spoken", NULL, "there is nothing to speak in it");
        return BC_EINPUT;
    }
    struct clip_order *orders;
    status = pipeline_orders(&orders, &e->arena, e->script, r->settings.studio,
                             r->settings.bitrate, e, &e->diag);
    if (status == BC_OK) {
        e->orders = orders;
        const struct receipt_basis basis = {
            .input = e->report->input,
            .script = e->script,
            .orders = orders,
            .cover = r->settings.cover,
            .voices = &r->settings.studio->content,
            .how = &how,
            .title = r->settings.title,
        };
        e->has_key = receipt_key(&e->key, &basis);
        e->missing = arena_array(&e->arena, bool, e->script->segment_count);
    }
    r->times.order_us += clock_cpu_us() - read;
    return status;
}

/* The run's summary of an episode that is written. */
static void note_outputs(struct episode *e, const struct receipt *made)
{
    struct run *r = e->run;
    struct input_report *report = e->report;
    report->samples = made->samples;
    report->chapters = made->chapters;
    report->integrated_cb = made->integrated_cb;
    report->true_peak_cb = made->true_peak_cb;
    memcpy(report->bytes, made->bytes, sizeof report->bytes);
    memcpy(report->sha256, made->sha256, sizeof report->sha256);
    r->state.audio_samples += made->samples - e->samples;
    e->samples = made->samples;
    struct strbuf line = {.arena = &e->arena};
    strbuf_addf(&line, "%s\n", input_output(&e->arena, report->input, OUTPUT_COUNT - 1));
    progress_close(r->progress);
    enum bc_status printed = print_result(strbuf_str(&line), &e->diag);
    report->status = status_worse(report->status, printed);
}

/* Ends an episode whose outputs are those that would be made; false when they may not be. */
static bool stands(struct episode *e)
{
    struct run *r = e->run;
    struct receipt made;
    int64_t begun = clock_cpu_us();
    ptrdiff_t count = e->script->segment_count;
    bool holds = e->has_key && receipt_holds(&made, r->settings.cache, &e->key, e->orders,
                                             count, e->report->input, r->settings.hashes);
    r->times.write_us += clock_cpu_us() - begun;
    if (!holds)
        return false;
    e->report->reused = count;
    schedule_count_reused(r->settings.schedule, count);
    note_outputs(e, &made);
    end_episode(e, INPUT_DONE, BC_OK);
    return true;
}

static void begin_episode(struct episode *e)
{
    struct run *r = e->run;
    enum bc_status status = prepare(e);
    if (status != BC_OK) {
        end_episode(e, INPUT_FAILED, status);
        return;
    }
    show_diagnostics(e);
    if (stands(e))
        return;
    /* One episode's clips are read once. Of more that are under way at the same time they are not
     * held, but read again when they are linked. */
    for (ptrdiff_t i = 0; i < e->script->segment_count && !r->open; i++)
        e->orders[i].keep = &e->arena;
    r->open++;
    e->open = true;
    e->unsettled = e->script->segment_count;
    int64_t begun = clock_cpu_us();
    for (ptrdiff_t i = 0; i < e->script->segment_count && status == BC_OK; i++)
        status = schedule_add(r->settings.schedule, &e->orders[i], r->diag);
    r->times.order_us += clock_cpu_us() - begun;
    if (status != BC_OK)
        end_episode(e, INPUT_FAILED, status);
}

/* Where a failed order's text stands; the word when it is known. */
static struct place place_of_failure(const struct episode *e,
                                     const struct clip_order *order)
{
    const struct segment *g = &e->script->segments[order - e->orders];
    struct origin o = {0, g->text.len};
    if (order->detail >= 0 && str_eq(g->spoken, order->request.text)) {
        struct str word, rest;
        str_cut(str_slice(g->spoken, order->detail, g->spoken.len), ' ', &word, &rest);
        o = trace_origin(g->trace ? *g->trace : (struct trace){0}, order->detail,
                         order->detail + word.len);
    }
    return script_segment_place(e->script, g, o.begin, o.end);
}

static void report_failure(struct episode *e, const struct clip_order *order)
{
    bool keep_going = e->run->settings.keep_going;
    const char *hint = keep_going ? "an announced gap is in its place"
                                  : "--keep-going leaves an announced gap in its place";
    const char *reason = order->message[0] ? order->message : "the engine failed";
    struct place place = place_of_failure(e, order);
    const struct sound *sound = e->script->segments[order - e->orders].sound;
    if (sound)
        sound_tell(sound, order, hint, &e->diag);
    else if (order->signal)
        diag_error(&e->diag, place, "engine-died", hint,
                   "the engine was killed by signal %d (%s) on this sentence, twice",
                   order->signal, strsignal(order->signal));
    else
        diag_error(&e->diag, place, "not-spoken", hint,
                   "this sentence could not be spoken: %s", reason);
}

/* Orders the announcement in the place of a failed clip; false when that is no way out. */
static bool order_gap(struct episode *e, struct clip_order *order)
{
    struct run *r = e->run;
    ptrdiff_t i = order - e->orders;
    if (!r->settings.keep_going || e->missing[i])
        return false;
    enum bc_status why = order->status;
    struct clip_order gap = {.owner = e};
    enum bc_status status = pipeline_request(
        &gap, r->settings.studio, e->script, gap_voice(e->script, i),
        gap_text(&e->script->segments[i]), r->settings.bitrate, &e->diag);
    if (status != BC_OK)
        return false;
    *order = gap;
    e->missing[i] = true;
    e->report->gaps++;
    e->report->status = status_worse(e->report->status, why);
    return schedule_add(r->settings.schedule, order, r->diag) == BC_OK;
}

static void finish_episode(struct episode *e);

/* How long a clip is, for a display that is looked at. */
static void count_audio(struct episode *e, const struct clip_order *order)
{
    enum progress_mode mode = e->run->progress->mode;
    bool looked_at = mode == PROGRESS_BAR || mode == PROGRESS_JSON;
    if (!looked_at && !(mode == PROGRESS_PLAIN && order->compiled))
        return;
    struct arena scratch = {0};
    struct clip clip;
    if (cache_clip(&clip, &scratch, e->run->settings.cache, &order->key) == BC_OK) {
        e->samples += clip.packet_count * ENCODE_PACKET_48K;
        e->run->state.audio_samples += clip.packet_count * ENCODE_PACKET_48K;
    }
    arena_clear(&scratch);
}

static void settle_order(struct clip_order *order)
{
    struct episode *e = order->owner;
    struct run *r = e->run;
    e->unsettled--;
    if (e->report->state != INPUT_UNDER_WAY) { /* it failed before */
        if (e->unsettled == 0)
            arena_clear(&e->arena);
        return;
    }
    if (order->state == CLIP_FAILED) {
        e->report->failed++;
        report_failure(e, order);
        if (order_gap(e, order)) {
            e->unsettled++;
            show_diagnostics(e);
            return;
        }
        end_episode(e, INPUT_FAILED, order->status);
        return;
    }
    int64_t work = order->request.text.len;
    *(order->compiled ? &e->report->compiled : &e->report->reused) += 1;
    e->settled += work;
    r->state.work_done += work;
    r->state.work_compiled += order->compiled ? work : 0;
    count_audio(e, order);
    if (e->unsettled == 0)
        finish_episode(e);
}

/* Compiles a clip again that vanished between being settled and being linked. */
static bool order_again(struct episode *e, ptrdiff_t segment)
{
    struct clip_order *order = &e->orders[segment];
    if (++e->vanished > VANISHED_MOST)
        return false;
    cache_drop(e->run->settings.cache, &order->key);
    schedule_forget(e->run->settings.schedule, &order->key);
    order->state = CLIP_WAITING;
    e->settled -= order->request.text.len;
    e->run->state.work_done -= order->request.text.len;
    *(order->compiled ? &e->report->compiled : &e->report->reused) -= 1;
    e->unsettled++;
    return schedule_add(e->run->settings.schedule, order, e->run->diag) == BC_OK;
}

static void finish_episode(struct episode *e)
{
    struct run *r = e->run;
    struct arena arena = {0};
    struct rendered rendered;
    ptrdiff_t missing = 0, told = e->diag.count;
    if (e->report->gaps)
        gaps_apply(e->script, e->ledger, &e->arena, e->missing);
    enum bc_status status =
        pipeline_render(&rendered, &missing, &arena, e->script, e->ledger, e->orders,
                        r->settings.cache, r->settings.cover, &r->times, &e->diag);
    if (status == BC_ERETRY && order_again(e, missing)) {
        arena_clear(&arena);
        return;
    }
    if (status == BC_ERETRY)
        diag_error(&e->diag, NOWHERE, "cache", "use a cache of its own, or --no-cache",
                   "compiled clips keep vanishing from the cache");
    if (status == BC_OK)
        status = pipeline_write(&rendered, e->report->input, &r->times, &e->diag);
    if (status == BC_OK) {
        struct receipt made = receipt_of(&rendered, r->settings.hashes);
        /* One that was complained of is complained of each time. */
        if (e->has_key && e->diag.count == told && !e->report->gaps)
            receipt_keep(&made, r->settings.cache, &e->key, e->orders,
                         e->script->segment_count);
        note_outputs(e, &made);
    }
    arena_clear(&arena);
    end_episode(e, status == BC_OK ? INPUT_DONE : INPUT_FAILED, status);
}

static bool may_begin(const struct run *r)
{
    return r->next < r->settings.inputs.count && (!r->failed || r->settings.keep_going) &&
           schedule_waiting(r->settings.schedule) < READ_AHEAD;
}

void run_all(struct run *r)
{
    while (!process_interrupted()) {
        bool begun = may_begin(r);
        if (begun)
            begin_episode(&r->episodes[r->next++]);
        if (!begun && !r->open)
            break;
        struct clip_order *settled = NULL;
        int wait = may_begin(r) ? 0 : r->open ? WAIT_MS : 0;
        enum bc_status status =
            schedule_run(r->settings.schedule, &settled, wait, r->diag);
        while (settled) {
            struct clip_order *order = settled;
            settled = order->next;
            settle_order(order);
        }
        if (status != BC_OK) {
            r->status = status_worse(r->status, status);
            break;
        }
        progress_update(r->progress, &r->state);
    }
}

void run_close(struct run *r)
{
    for (ptrdiff_t i = 0; i < r->settings.inputs.count; i++) {
        arena_clear(&r->episodes[i].arena);
        json_free(r->reports[i].diagnostics);
    }
    arena_clear(&r->arena);
}

void run_plan(struct run *r, struct strbuf *out)
{
    for (; r->next < r->settings.inputs.count && !process_interrupted(); r->next++) {
        struct episode *e = &r->episodes[r->next];
        enum bc_status status = prepare(e);
        int64_t cached = 0;
        for (ptrdiff_t i = 0; status == BC_OK && i < e->script->segment_count; i++) {
            struct arena scratch = {0};
            struct str bytes;
            cached += cache_get(&bytes, &scratch, r->settings.cache, &e->orders[i].key) ==
                      BC_OK;
            arena_clear(&scratch);
        }
        if (status == BC_OK) {
            e->report->reused = cached;
            e->report->compiled = e->script->segment_count - cached;
            diag_show(out, str_from(e->report->input->path));
            strbuf_add(out, S(" -> "));
            diag_show(out, str_from(input_output(&e->arena, e->report->input,
                                                 OUTPUT_COUNT - 1)));
            strbuf_add(out, S(": "));
            add_size_of_script(out, e->script);
            strbuf_addf(out, "; %lld to compile, %lld in the cache\n",
                        (long long)(e->script->segment_count - cached),
                        (long long)cached);
        }
        end_episode(e, status == BC_OK ? INPUT_PLANNED : INPUT_FAILED, status);
    }
}
