/* cli/cmd_make.c -- transcripts or scripts -> episodes. */
#include <stddef.h>
#include <string.h>

#include "base/file.h"
#include "base/process.h"
#include "base/processors.h"
#include "base/system.h"
#include "cli/command.h"
#include "cli/run.h"

enum { JOBS_MOST = 256, KBIT = 1000 };

struct make_options {
    bool help, keep_going, dry_run, no_cache, update_cast;
    struct str output, voices, cast, cover, title, name, report, rate, announcements;
    struct option_list lexicon;
    int64_t jobs, bitrate; /* kbit/s */
    int from, progress, diagnostics, announce;
};

#define ROW(letter, name, kind, argument, field, help)                                   \
    {                                                                                    \
        letter, name, kind, argument, offsetof(struct make_options, field), 0, 0, NULL,  \
            help                                                                         \
    }
static const struct option make_options[] = {
    ROW('o', "output", OPTION_STRING, "DIR", output,
        "write the episodes below DIR (default: out)"),
    {'j', "jobs", OPTION_INT, "N", offsetof(struct make_options, jobs), 1, JOBS_MOST,
     NULL, "compile N sentences at a time (default: one a processor)"},
    OPTION_ROW_FROM(struct make_options),
    OPTION_ROW_VOICES(struct make_options),
    OPTION_ROW_CAST(struct make_options),
    ROW(0, "update-cast", OPTION_FLAG, NULL, update_cast,
        "give voices to people whom the file of --cast lacks, and write them there"),
    OPTION_ROW_LEXICON(struct make_options),
    OPTION_ROW_ANNOUNCE(struct make_options),
    OPTION_ROW_ANNOUNCEMENTS(struct make_options),
    ROW(0, "rate", OPTION_STRING, "LIST", rate,
        "speak 0.5 to 2.5 times as fast; several rates, as in 1,1.5,2, make an edition "
        "each (NAME-1.5x.opus)"),
    {0, "bitrate", OPTION_INT, "KBIT", offsetof(struct make_options, bitrate), 6, 256,
     NULL, "encode with about KBIT kbit/s (default: 24)"},
    ROW(0, "cover", OPTION_STRING, "FILE", cover,
        "put the picture FILE (PNG or JPEG) into the episodes"),
    ROW(0, "title", OPTION_STRING, "TEXT", title,
        "title of the episode, instead of the transcript's"),
    ROW(0, "name", OPTION_STRING, "NAME", name,
        "name of the outputs; standard input needs it"),
    ROW(0, "report", OPTION_STRING, "FILE", report,
        "write what was done into FILE, as JSON"),
    ROW('k', "keep-going", OPTION_FLAG, NULL, keep_going,
        "go on with other inputs after an error, and announce a gap for a sentence that "
        "cannot be spoken"),
    {0, "progress", OPTION_CHOICE, "HOW", offsetof(struct make_options, progress), 0, 0,
     progress_names, "show progress on standard error as"},
    OPTION_ROW_DIAGNOSTICS(struct make_options),
    ROW('n', "dry-run", OPTION_FLAG, NULL, dry_run, "only say what would be done"),
    ROW(0, "no-cache", OPTION_FLAG, NULL, no_cache,
        "compile everything, and keep no clips"),
    OPTION_ROW_HELP(struct make_options),
    OPTION_ROW_END,
};

#define SUFFIX_AND_COMMA(suffix) suffix ", "

const struct command make_command = {
    "make",
    "FILE|DIR...",
    "Turns transcripts or scripts into chaptered Ogg Opus episodes.",
    "For every input NAME it writes NAME.opus, NAME.vtt (captions, timed to the word), "
    "NAME.chapters.json and NAME.coverage.json (every byte of the source: spoken when "
    "and by whom, or "
    "not spoken and why). All of them appear together, when all are complete.\n"
    "Of a folder all files are taken that end in one of " INPUT_SUFFIXES(
        SUFFIX_AND_COMMA) "and keep their folders; of files that differ in this only, "
                          "the one that stands "
                          "first in this list. What briefcast wrote is not: "
                          ".chapters.json, .coverage.json, and .vtt beside an .opus of "
                          "its name. "
                          "'-' is standard input. Sentences that were compiled before "
                          "come from the cache.\n"
                          "Standard output gets the name of each finished episode.",
    make_options,
    reading_advice,
};

/* What cmd_make holds besides the session. */
struct make {
    struct session session;
    struct make_options options;
    struct studio studio;
    struct cache *cache;
    struct schedule *schedule;
    struct picture cover;
    struct progress progress;
    struct inputs inputs;
    struct run run;
    bool running;
    struct schedule_stats stats;
    int64_t begun_ns, setup_us;
};

static enum bc_status open_cover(struct make *m)
{
    struct session *s = &m->session;
    struct str bytes;
    if (!m->options.cover.len)
        return BC_OK;
    enum bc_status status =
        file_read(&bytes, &s->arena, str_z(&s->arena, m->options.cover),
                  PICTURE_BYTES_MOST, &s->diag);
    if (status == BC_OK)
        status = picture_open(&m->cover, m->options.cover, bytes, &s->diag);
    return status;
}

static struct taking taking_of(const struct make *m)
{
    return (struct taking){
        .format = read_formats[m->options.from],
        .announce = {.mode = (enum announce_mode)m->options.announce,
                     .words = m->studio.announcements},
    };
}

/* All inputs are read twice: nobody's voice is to depend on which comes first. What is wrong with
 * them is told when they are rendered. */
static enum bc_status update_cast(struct make *m)
{
    const struct make_options *o = &m->options;
    const struct taking how = taking_of(m);
    struct arena people = {0};
    struct archive archive = {.arena = &people};
    ptrdiff_t added;
    for (ptrdiff_t i = 0; i < m->inputs.count && !process_interrupted(); i++) {
        struct arena own = {0};
        struct diag quiet = {.arena = &own};
        struct script *script;
        if (!m->inputs.items[i].again &&
            pipeline_read(&script, &own, m->inputs.items[i].path, &how, &quiet) == BC_OK)
            archive_add(&archive, script);
        arena_clear(&own);
    }
    enum bc_status status =
        process_interrupted() ? BC_ERETRY
                              : studio_update_cast(&m->studio, o->cast, &archive,
                                                   o->dry_run, &added, &m->session.diag);
    arena_clear(&people);
    return status;
}

static enum bc_status check_update_cast(struct make *m)
{
    const struct make_options *o = &m->options;
    const char *wrong = NULL;
    for (ptrdiff_t i = 0; o->update_cast && i < m->inputs.count; i++)
        if (!strcmp(m->inputs.items[i].path, "-"))
            wrong = "--update-cast reads inputs twice, so none can be standard input";
    if (o->update_cast && !o->cast.len)
        wrong = "--update-cast needs --cast FILE";
    if (!wrong)
        return BC_OK;
    diag_error(&m->session.diag, NOWHERE, "usage", NULL, "%s", wrong);
    return BC_EUSAGE;
}

/* *missing: why some are left out where the others are to be rendered. */
static enum bc_status find_inputs(struct make *m, enum bc_status *missing)
{
    struct session *s = &m->session;
    const struct make_options *o = &m->options;
    struct editions editions;
    *missing = inputs_find(&m->inputs, &s->arena, s->operands, s->operand_count,
                           o->output, o->name, INPUTS_RENDERED, &s->diag);
    ptrdiff_t files = m->inputs.count;
    enum bc_status status = editions_parse(&editions, o->rate, &s->diag);
    if (status == BC_OK)
        status = inputs_multiply(&m->inputs, &s->arena, &editions, &s->diag);
    if (m->inputs.refused) { /* as one input is left out, not the whole command */
        *missing = status_worse(*missing, status);
        status = BC_OK;
    }
    if (o->report.len && inputs_check_report(&m->inputs, o->report, &s->diag) != BC_OK) {
        m->options.report = S(""); /* not even to tell this */
        return BC_ECREATE;
    }
    bool some = m->inputs.count && o->keep_going &&
                (*missing == BC_ENOINPUT || m->inputs.refused);
    if (*missing != BC_OK && !some)
        return *missing;
    if (status == BC_OK && o->title.len && files > 1) {
        diag_error(&s->diag, NOWHERE, "usage", NULL,
                   "--title is for one input, and there are %td", files);
        return BC_EUSAGE;
    }
    return status == BC_OK ? check_update_cast(m) : status;
}

static enum bc_status open_all(struct make *m)
{
    struct session *s = &m->session;
    const struct make_options *o = &m->options;
    enum bc_status missing, status = find_inputs(m, &missing);
    if (status != BC_OK)
        return status;
    status = inputs_check_outputs(&m->inputs, &s->diag);
    if (status == BC_OK)
        status = open_cover(m);
    if (status == BC_OK)
        status = studio_open(&m->studio, o->voices, o->update_cast ? S("") : o->cast,
                             &o->lexicon, &s->diag);
    if (status == BC_OK)
        status = studio_announcements(&m->studio, o->announcements, &s->diag);
    if (status == BC_OK && o->update_cast)
        status = update_cast(m);
    if (status == BC_OK)
        status = cache_open(&m->cache, o->no_cache, &s->diag);
    if (status == BC_OK)
        status = schedule_open(&m->schedule, m->cache, (int)o->jobs);
    m->run.status = missing;
    return status;
}

static void run_inputs(struct make *m)
{
    const struct make_options *o = &m->options;
    enum bc_status before = m->run.status;
    struct run_settings settings = {
        .inputs = m->inputs,
        .studio = &m->studio,
        .cache = m->cache,
        .schedule = m->schedule,
        .cover = m->cover.bytes.len ? &m->cover : NULL,
        .title = o->title,
        .taking = taking_of(m),
        .bitrate = (int)o->bitrate * KBIT,
        .keep_going = o->keep_going,
        .hashes = o->report.len > 0,
        .diagnostics = (enum diagnostics)o->diagnostics,
    };
    run_open(&m->run, &settings, &m->progress, &m->session.diag);
    m->run.status = before;
    m->run.times.setup_us = m->setup_us;
    m->running = true;
    if (o->dry_run) {
        struct strbuf plan = {.arena = &m->session.arena};
        run_plan(&m->run, &plan);
        enum bc_status printed = print_result(strbuf_str(&plan), &m->session.diag);
        m->run.status = status_worse(m->run.status, printed);
    } else {
        run_all(&m->run);
    }
    m->stats = *schedule_stats(m->schedule);
}

/* One line about the whole run. */
static void tell_summary(struct make *m)
{
    struct strbuf b = {.arena = &m->session.arena};
    int64_t done = 0, failed = 0, samples = 0;
    for (ptrdiff_t i = 0; i < m->inputs.count; i++) {
        done += m->run.reports[i].state == INPUT_DONE;
        failed += m->run.reports[i].state == INPUT_FAILED;
        samples += m->run.reports[i].samples;
    }
    if (!done && m->inputs.count == 1)
        return; /* what went wrong was said */
    int64_t wall_ms = (clock_monotonic_ns() - m->begun_ns) / 1000000 + 1;
    add_count(&b, done, "episode", "episodes");
    if (failed)
        strbuf_addf(&b, ", %lld failed", (long long)failed);
    if (done + failed < m->inputs.count)
        strbuf_addf(&b, ", %lld not begun", (long long)(m->inputs.count - done - failed));
    struct str audio = duration_text(b.arena, samples / TIMELINE_HZ);
    strbuf_addf(&b, "; %.*s of audio in %lld.%lld s (%lld x real time); ",
                STR_ARGS(audio), (long long)wall_ms / 1000, (long long)wall_ms / 100 % 10,
                (long long)(samples / (TIMELINE_HZ / 1000) / wall_ms));
    add_count(&b, m->stats.compiled, "clip compiled", "clips compiled");
    strbuf_addf(&b, ", %lld reused\n", (long long)m->stats.reused);
    progress_text(&m->progress, progress_wrap(&m->progress, b.arena, strbuf_str(&b)));
}

static enum bc_status write_report(struct make *m, int exit_status)
{
    struct session *s = &m->session;
    struct run_report report = {
        .inputs = m->run.reports,
        .input_count = m->running ? m->inputs.count : 0,
        .wall_ns = clock_monotonic_ns() - m->begun_ns,
        .clips = m->stats,
        .times = m->run.times,
        .exit_status = exit_status,
    };
    struct str json = report_json(&s->arena, &report, (int)m->options.jobs);
    return file_write(str_z(&s->arena, m->options.report), json, FILE_DURABLE, &s->diag);
}

static int close_all(struct make *m, enum bc_status status)
{
    struct session *s = &m->session;
    const struct make_options *o = &m->options;
    int signal = process_interrupted();
    progress_close(&m->progress);
    if (signal)
        diag_error(&s->diag, NOWHERE, "interrupted", "clips that were compiled are kept",
                   "interrupted (%s)", strsignal(signal));
    else if (m->running && !o->dry_run && o->progress != PROGRESS_JSON &&
             o->progress != PROGRESS_NONE)
        tell_summary(m);
    schedule_close(m->schedule);
    int exit_status = signal ? 128 + signal : (int)status;
    if (o->report.len) {
        enum bc_status written = write_report(m, exit_status);
        exit_status =
            signal || written == BC_OK ? exit_status : (int)status_worse(status, written);
    }
    session_show(
        s,
        (enum diagnostics)o->diagnostics); /* while the sources that it cites are there */
    struct json *end = json_object();
    json_set_str(end, "event", S("end"));
    json_set_int(end, "status", exit_status);
    progress_event(&m->progress, end);
    run_close(&m->run);
    cache_close(m->cache);
    studio_close(&m->studio);
    return session_end(s, (enum diagnostics)o->diagnostics, (enum bc_status)exit_status);
}

int cmd_make(int argc, char **argv)
{
    int exit_status;
    struct make m = {
        .options = {.output = S("out"),
                    .jobs = processors_available(),
                    .bitrate = ENCODE_BITRATE / KBIT},
        .begun_ns = clock_monotonic_ns(),
    };
    if (!session_begin(&m.session, &make_command, &m.options, &m.options.help, argc, argv,
                       &exit_status))
        return exit_status;
    if (m.options.progress == PROGRESS_JSON && m.options.diagnostics == DIAGNOSTICS_TEXT)
        m.options.diagnostics = DIAGNOSTICS_JSON; /* so that every line is JSON */
    hash_prepare();
    process_catch_signals();
    progress_open(&m.progress, (enum progress_mode)m.options.progress);
    enum bc_status status = open_all(&m);
    if (status != BC_OK)
        return close_all(&m, status);
    session_show(&m.session, (enum diagnostics)m.options.diagnostics);
    m.setup_us = clock_cpu_us();
    run_inputs(&m);
    return close_all(&m, m.run.status);
}
