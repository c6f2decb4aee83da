#include "cli/progress.h"

#include <unistd.h>

#include "base/system.h"
#include "cli/command.h"
#include "mix/timeline.h"

enum { BAR_INTERVAL_MS = 125, JSON_INTERVAL_MS = 500, PLAIN_AFTER_MS = 10000 };

const char *const progress_names[] = {"auto", "bar", "plain", "json", "none", NULL};

void progress_open(struct progress *p, enum progress_mode mode)
{
    const char *term = system_env("TERM");
    bool terminal =
        system_is_terminal(STDERR_FILENO) && term && !str_eq(str_from(term), S("dumb"));
    if (mode == PROGRESS_AUTO)
        mode = terminal ? PROGRESS_BAR : PROGRESS_PLAIN;
    int64_t now = clock_monotonic_ns();
    *p = (struct progress){.mode = mode,
                           .begun_ns = now,
                           .shown_ns = now,
                           .columns = system_terminal_columns(STDERR_FILENO)};
}

struct str duration_text(struct arena *a, int64_t seconds)
{
    int64_t hours = seconds / 3600, minutes = seconds / 60 % 60;
    if (hours)
        return str_format(a, "%lld:%02lld:%02lld", (long long)hours, (long long)minutes,
                          (long long)(seconds % 60));
    return str_format(a, "%lld:%02lld", (long long)minutes, (long long)(seconds % 60));
}

/* What is told of a state. */
struct figures {
    int percent;
    int64_t audio_s; /* done */
    int64_t speed;   /* audio seconds per second, in tenths */
    int64_t left_s;  /* -1: not known yet */
};

static struct figures figures_of(struct progress *p, const struct progress_state *s,
                                 int64_t now)
{
    if (!p->compiling_ns && s->work_compiled)
        p->compiling_ns = p->shown_ns; /* the first clip took from about then on */
    struct figures f = {.left_s = -1, .audio_s = s->audio_samples / TIMELINE_HZ};
    int64_t elapsed_ms = (now - p->begun_ns) / 1000000 + 1;
    f.percent = s->work ? (int)(100 * s->work_done / s->work) : 0;
    f.percent = f.percent > 100 ? 100 : f.percent;
    f.speed = s->audio_samples / (TIMELINE_HZ / 1000) * 10 / elapsed_ms;
    int64_t compiling_ms = p->compiling_ns ? (now - p->compiling_ns) / 1000000 + 1 : 0;
    int64_t left = s->work > s->work_done ? s->work - s->work_done : 0;
    if (compiling_ms > 500 && s->work_compiled)
        f.left_s = (left * compiling_ms / s->work_compiled + 999) / 1000;
    return f;
}

static void add_speed(struct strbuf *b, int64_t tenths)
{
    if (tenths < 100)
        strbuf_addf(b, "%lld.%lld x real time", (long long)tenths / 10,
                    (long long)tenths % 10);
    else
        strbuf_addf(b, "%lld x real time", (long long)tenths / 10);
}

enum { NARROW_COLUMNS = 64 };

/* For a narrow terminal. */
static void add_few_figures(struct strbuf *b, const struct figures *f)
{
    struct str done = duration_text(b->arena, f->audio_s);
    strbuf_addf(b, "%.*s, %lld x", STR_ARGS(done), (long long)f->speed / 10);
    if (f->left_s >= 0) {
        struct str left = duration_text(b->arena, f->left_s);
        strbuf_addf(b, ", %.*s left", STR_ARGS(left));
    }
}

static void add_figures(struct strbuf *b, const struct figures *f,
                        const struct progress_state *s)
{
    struct str done = duration_text(b->arena, f->audio_s);
    strbuf_addf(b, "%.*s of audio, ", STR_ARGS(done));
    add_speed(b, f->speed);
    if (f->left_s >= 0) {
        struct str left = duration_text(b->arena, f->left_s);
        strbuf_addf(b, ", %.*s left", STR_ARGS(left));
    }
    if (s->inputs > 1)
        strbuf_addf(b, ", %lld of %lld episodes", (long long)s->inputs_done,
                    (long long)s->inputs);
}

static void draw_bar(struct progress *p, const struct figures *f,
                     const struct progress_state *s)
{
    struct arena a = {0};
    struct strbuf text = {.arena = &a}, line = {.arena = &a};
    if (p->columns < NARROW_COLUMNS)
        add_few_figures(&text, f);
    else
        add_figures(&text, f, s);
    int room = p->columns - 1 - (int)text.len - 8; /* "[] 100% " */
    room = room > 40 ? 40 : room;
    strbuf_add(&line, S("\r"));
    if (room >= 8) {
        strbuf_add_byte(&line, '[');
        for (int i = 0; i < room; i++)
            strbuf_add_byte(&line, i < room * f->percent / 100 ? '=' : ' ');
        strbuf_add(&line, S("] "));
    }
    strbuf_addf(&line, "%3d%% ", f->percent);
    strbuf_add(&line, strbuf_str(&text));
    struct str fits =
        str_slice(strbuf_str(&line), 0, p->columns); /* \r takes no column */
    struct strbuf out = {.arena = &a};
    strbuf_add(&out, fits);
    strbuf_add(&out, S("\x1b[K"));
    print_to_user(strbuf_str(&out));
    p->drawn = true;
    arena_clear(&a);
}

static void tell_quarter(struct progress *p, const struct figures *f,
                         const struct progress_state *s)
{
    struct arena a = {0};
    struct strbuf out = {.arena = &a};
    strbuf_addf(&out, "%d%%: ", f->percent);
    add_figures(&out, f, s);
    strbuf_add_byte(&out, '\n');
    print_to_user(strbuf_str(&out));
    p->quarter = f->percent / 25;
    arena_clear(&a);
}

static void tell_json(struct progress *p, const struct figures *f,
                      const struct progress_state *s)
{
    struct json *o = json_object();
    json_set_str(o, "event", S("progress"));
    json_set_int(o, "percent", f->percent);
    json_set_int(o, "audio_seconds", f->audio_s);
    json_set_fixed(o, "times_real_time", f->speed, 1);
    if (f->left_s >= 0)
        json_set_int(o, "seconds_left", f->left_s);
    json_set_int(o, "inputs", s->inputs);
    json_set_int(o, "inputs_done", s->inputs_done);
    progress_event(p, o);
}

void progress_update(struct progress *p, const struct progress_state *s)
{
    int64_t now = clock_monotonic_ns(), since_ms = (now - p->shown_ns) / 1000000;
    int64_t interval = p->mode == PROGRESS_BAR    ? BAR_INTERVAL_MS
                       : p->mode == PROGRESS_JSON ? JSON_INTERVAL_MS
                                                  : PLAIN_AFTER_MS;
    if (p->mode == PROGRESS_NONE || since_ms < interval)
        return;
    struct figures f = figures_of(p, s, now);
    if (p->mode == PROGRESS_BAR)
        draw_bar(p, &f, s);
    else if (p->mode == PROGRESS_JSON)
        tell_json(p, &f, s);
    else if (f.percent / 25 > p->quarter && f.percent < 100)
        tell_quarter(p, &f, s);
    else
        return;
    p->shown_ns = now;
}

void progress_close(struct progress *p)
{
    if (p->drawn)
        print_to_user(S("\r\x1b[K"));
    p->drawn = false;
}

void progress_text(struct progress *p, struct str lines)
{
    if (!lines.len)
        return;
    progress_close(p);
    print_to_user(lines);
}

struct str progress_wrap(const struct progress *p, struct arena *a, struct str line)
{
    struct strbuf out = {.arena = a};
    ptrdiff_t column = 0;
    if (p->mode != PROGRESS_BAR)
        return line;
    for (struct str word; line.len;) {
        str_cut(line, ' ', &word, &line);
        bool fits = column + 1 + word.len <= p->columns;
        if (column)
            strbuf_add_byte(&out, fits ? ' ' : '\n');
        column = column && fits ? column + 1 + word.len : word.len;
        strbuf_add(&out, word);
    }
    return strbuf_str(&out);
}

void progress_event(struct progress *p, struct json *o)
{
    if (p->mode != PROGRESS_JSON) {
        json_free(o);
        return;
    }
    struct arena a = {0};
    print_to_user(json_print(&a, o, true));
    arena_clear(&a);
}
