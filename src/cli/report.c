#include "cli/report.h"

#include "base/process.h"
#include "base/system.h"
#include "mix/timeline.h"

/* Seconds with three decimals, rounded down. */
static void set_duration(struct json *o, int64_t samples)
{
    json_set_fixed(o, "duration", samples / (TIMELINE_HZ / 1000), 3);
}

/* What lies there, or only where it would. */
static struct json *outputs_json(struct arena *a, const struct input_report *r)
{
    struct json *list = json_array();
    for (int k = 0; k < OUTPUT_COUNT; k++) {
        struct json *o = json_object();
        json_set_str(o, "path", str_from(input_output(a, r->input, k)));
        if (r->state == INPUT_DONE) {
            json_set_int(o, "bytes", r->bytes[k]);
            json_set_str(o, "sha256", hash_hex(a, r->sha256[k]));
        }
        json_append(list, o);
    }
    return list;
}

static struct json *input_json(struct arena *a, struct input_report *r)
{
    static const char *const states[INPUT_STATES] = {"skipped", "interrupted", "done",
                                                     "failed", "planned"};
    struct json *o = json_object();
    json_set_str(o, "input", str_from(r->input->path));
    json_set_str(o, "result", str_from(states[r->state]));
    json_set_int(o, "status", r->status);
    if (r->state == INPUT_DONE || r->state == INPUT_PLANNED) {
        json_set_str(o, "title", r->title);
        json_set_str(o, "date", r->date);
        json_set_str(o, "language", r->language);
    }
    if (r->state == INPUT_DONE) {
        set_duration(o, r->samples);
        json_set_int(o, "chapters", r->chapters);
        json_set_fixed(o, "loudness_lufs", r->integrated_cb, 2);
        json_set_fixed(o, "true_peak_dbtp", r->true_peak_cb, 2);
    }
    if (r->segments) {
        struct json *clips = json_object();
        json_set_int(o, "speakers", r->speakers);
        json_set_int(o, "sentences", r->segments);
        json_set_int(clips, "compiled", r->compiled);
        json_set_int(clips, "reused", r->reused);
        json_set_int(clips, "failed", r->failed);
        json_set(o, "clips", clips);
        json_set_int(o, "gaps", r->gaps);
    }
    if (r->state == INPUT_DONE || r->state == INPUT_PLANNED)
        json_set(o, "outputs", outputs_json(a, r));
    json_set(o, "diagnostics", r->diagnostics ? r->diagnostics : json_array());
    r->diagnostics = NULL;
    return o;
}

/* CPU time in microseconds: of the parent, of it by stage; of the children, and "stages"
 * of it. */
static struct json *cpu_json(const struct run_report *r)
{
    static const char *const names[ZYGOTE_STAGES] = {
        "voice", "synthesis", "conditioning", "encoding", "measuring", "clip"};
    const struct stage_times *t = &r->times;
    struct json *o = json_object(), *stages = json_object();
    json_set_int(o, "parent", clock_cpu_us());
    json_set_int(o, "children", r->clips.cpu_us);
    json_set_int(o, "setup", t->setup_us);
    json_set_int(o, "script", t->script_us);
    json_set_int(o, "keys", t->order_us);
    json_set_int(o, "link", t->link_us);
    json_set_int(o, "publish", t->publish_us);
    json_set_int(o, "write", t->write_us);
    int64_t children = r->clips.cpu_us;
    for (int i = 0; i < ZYGOTE_STAGES; i++) {
        json_set_int(stages, names[i], r->clips.stage_us[i]);
        children -= r->clips.stage_us[i];
    }
    json_set_int(stages, "processes", children > 0 ? children : 0);
    json_set(o, "stages", stages);
    return o;
}

static struct json *clips_json(const struct schedule_stats *s)
{
    struct json *o = json_object();
    json_set_int(o, "compiled", s->compiled);
    json_set_int(o, "reused", s->reused);
    json_set_int(o, "retried", s->retried);
    json_set_int(o, "damaged", s->damaged);
    json_set_int(o, "failed", s->failed);
    return o;
}

static struct json *totals_json(const struct run_report *r)
{
    struct json *o = json_object();
    int64_t counts[INPUT_STATES] = {0}, samples = 0;
    for (ptrdiff_t i = 0; i < r->input_count; i++) {
        counts[r->inputs[i].state]++;
        samples += r->inputs[i].state == INPUT_DONE ? r->inputs[i].samples : 0;
    }
    json_set_int(o, "inputs", r->input_count);
    json_set_int(o, "done", counts[INPUT_DONE]);
    json_set_int(o, "failed", counts[INPUT_FAILED]);
    json_set_int(o, "planned", counts[INPUT_PLANNED]);
    json_set_int(o, "skipped", counts[INPUT_SKIPPED] + counts[INPUT_UNDER_WAY]);
    set_duration(o, samples);
    json_set_fixed(o, "wall", r->wall_ns / 1000, 6);
    json_set(o, "clips", clips_json(&r->clips));
    json_set(o, "cpu_us", cpu_json(r));
    json_set_int(o, "link_wall_us", r->times.link_wall_us);
    json_set_int(o, "peak_kib", process_peak_kib());
    int64_t zygotes = process_children_peak_kib(), child = r->clips.child_peak_kib;
    json_set_int(o, "children_peak_kib", zygotes > child ? zygotes : child);
    return o;
}

struct str report_json(struct arena *a, struct run_report *r, int jobs)
{
    struct json *o = json_object(), *list = json_array();
    json_set_str(o, "briefcast", S(BRIEFCAST_VERSION));
    json_set_int(o, "jobs", jobs);
    json_set_int(o, "exit_status", r->exit_status);
    json_set(o, "totals", totals_json(r));
    for (ptrdiff_t i = 0; i < r->input_count; i++)
        json_append(list, input_json(a, &r->inputs[i]));
    json_set(o, "inputs", list);
    return json_print(a, o, false);
}
