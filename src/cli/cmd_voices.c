/* cli/cmd_voices.c -- the voices: which there are, how they sound, how loud they are. */
#include <stddef.h>

#include "base/file.h"
#include "base/process.h"
#include "base/processors.h"
#include "cli/audition.h"
#include "cli/command.h"
#include "cli/voices_report.h"
#include "mix/calibrate.h"
#include "mix/calibration_text.h"
#include "voice/worth.h"

enum { JOBS_MOST = 256 };

struct voices_options {
    bool help, calibrate;
    struct str voices, say, output, report;
    struct option_list lexicon;
    int64_t jobs;
};

#define ROW(letter, name, kind, argument, field, help)                                   \
    {                                                                                    \
        letter, name, kind, argument, offsetof(struct voices_options, field), 0, 0,      \
            NULL, help                                                                   \
    }
static const struct option voices_options[] = {
    ROW(0, "say", OPTION_STRING, "TEXT", say,
        "let each voice say TEXT, into an .opus file"),
    ROW('o', "output", OPTION_STRING, "FILE", output,
        "with --say: the file to be written (default: voices.opus)"),
    ROW(0, "calibrate", OPTION_FLAG, NULL, calibrate,
        "measure gain, pitch, tempo and spectrum, and write them into the profiles"),
    ROW(0, "report", OPTION_STRING, "DIR", report,
        "write a page about the voices into DIR, with a sample of each, figures and "
        "distances"),
    {'j', "jobs", OPTION_INT, "N", offsetof(struct voices_options, jobs), 1, JOBS_MOST,
     NULL, "run N sentences at a time (default: one a processor)"},
    OPTION_ROW_VOICES(struct voices_options),
    OPTION_ROW_LEXICON(struct voices_options),
    OPTION_ROW_HELP(struct voices_options),
    OPTION_ROW_END,
};

const struct command voices_command = {
    "voices",
    "[NAME...]",
    "Lists the voices, speaks with them, reports on them, calibrates them.",
    "A voice is a profile, a few lines of YAML. Without options those named, or all, are "
    "listed: name, "
    "register, median pitch, languages, what the engine is told, description, and which "
    "other voice is "
    "nearest and how far it is (0: the same; 32: nobody takes one for the other; 100: an "
    "octave "
    "apart).",
    voices_options,
    NULL,
};

/* The profiles named by the operands, or all, in *out. */
static enum bc_status choose(const struct profile ***out, ptrdiff_t *count,
                             struct session *s, const struct palette *palette)
{
    enum bc_status status = BC_OK;
    ptrdiff_t most =
        s->operand_count > palette->count ? s->operand_count : palette->count;
    *out = arena_array(&s->arena, const struct profile *, most);
    *count = 0;
    for (ptrdiff_t i = 0; i < palette->count && !s->operand_count; i++)
        (*out)[(*count)++] = &palette->profiles[i];
    for (ptrdiff_t i = 0; i < s->operand_count; i++) {
        const struct profile *p = palette_find(palette, s->operands[i]);
        if (p) {
            (*out)[(*count)++] = p;
            continue;
        }
        struct str nearest = palette_nearest(palette, s->operands[i], &s->arena);
        struct str hint =
            nearest.len ? str_format(&s->arena, "did you mean '%.*s'?", STR_ARGS(nearest))
                        : S("briefcast voices lists them");
        diag_error(&s->diag, NOWHERE, "voice-unknown", str_z(&s->arena, hint),
                   "unknown voice '%.*s'", STR_ARGS(s->operands[i]));
        status = BC_EUSAGE;
    }
    return status;
}

/* The voice of the same language that is most easily taken for p. */
static const struct profile *nearest_voice(const struct palette *palette,
                                           const struct profile *p)
{
    const struct profile *best = NULL;
    for (ptrdiff_t i = 0; i < palette->count; i++) {
        const struct profile *x = &palette->profiles[i];
        if (x == p || !p->sound.f0_hz || !x->sound.f0_hz || !p->language_count ||
            !x->language_count || !str_eq(x->languages[0], p->languages[0]))
            continue;
        if (!best || palette_distance(p, x) < palette_distance(p, best))
            best = x;
    }
    return best;
}

static void add_voice(struct strbuf *out, const struct palette *palette,
                      const struct profile *p)
{
    static const char *const registers[] = {"low", "middle", "high"};
    struct strbuf languages = {.arena = out->arena};
    for (ptrdiff_t i = 0; i < p->language_count; i++)
        strbuf_addf(&languages, "%s%.*s", i ? "," : "", STR_ARGS(p->languages[i]));
    strbuf_addf(out, "%-12.*s %-6s ", STR_ARGS(p->name), registers[p->reg]);
    if (p->sound.f0_hz)
        strbuf_addf(out, "%3d Hz ", p->sound.f0_hz);
    else
        strbuf_add(out, S("   ? Hz "));
    strbuf_addf(out, "%-5.*s %-26.*s ", STR_ARGS(strbuf_str(&languages)),
                STR_ARGS(p->espeak));
    diag_show(out, p->description);
    const struct profile *near = nearest_voice(palette, p);
    if (near)
        strbuf_addf(out, " (nearest: %.*s, %d)", STR_ARGS(near->name),
                    palette_distance(p, near));
    strbuf_add_byte(out, '\n');
}

static enum bc_status list(struct session *s, const struct palette *palette,
                           const struct profile *const *voices, ptrdiff_t count)
{
    struct strbuf out = {.arena = &s->arena};
    for (ptrdiff_t i = 0; i < count; i++)
        add_voice(&out, palette, voices[i]);
    return print_result(strbuf_str(&out), &s->diag);
}

static enum bc_status say(struct session *s, const struct voices_options *o,
                          struct studio *studio, const struct profile **voices,
                          ptrdiff_t count)
{
    struct str bytes, output = o->output.len ? o->output : S("voices.opus");
    if (!s->operand_count) { /* all that speak the first one's language */
        ptrdiff_t kept = 0;
        for (ptrdiff_t i = 0; i < count; i++)
            if (str_eq(voices[i]->languages[0], voices[0]->languages[0]))
                voices[kept++] = voices[i];
        count = kept;
    }
    if (utf8_invalid_at(o->say) >= 0) {
        diag_error(&s->diag, NOWHERE, "utf8-invalid", NULL,
                   "the text of --say is not valid UTF-8");
        return BC_EUSAGE;
    }
    enum bc_status status = audition(&bytes, &s->arena, studio, voices, count, o->say,
                                     (int)o->jobs, &s->diag);
    if (status == BC_OK)
        status = file_write(str_z(&s->arena, output), bytes, FILE_DURABLE, &s->diag);
    if (status == BC_OK)
        status =
            print_result(str_format(&s->arena, "%.*s\n", STR_ARGS(output)), &s->diag);
    return status;
}

static enum bc_status report(struct session *s, const struct voices_options *o,
                             struct studio *studio, const struct profile *const *voices,
                             ptrdiff_t count)
{
    struct str page;
    enum bc_status status = voices_report(&page, &s->arena, studio, voices, count,
                                          o->report, (int)o->jobs, &s->diag);
    return status == BC_OK
               ? print_result(str_format(&s->arena, "%.*s\n", STR_ARGS(page)), &s->diag)
               : status;
}

static void add_measurement(struct strbuf *out, const struct profile *p,
                            const struct measurement *m)
{
    const struct voiceprint *s = &m->sound;
    strbuf_addf(out, "%-12.*s %.*s: gain %+.2f dB", STR_ARGS(p->name),
                STR_ARGS(m->language), m->gain_cb / 100.0);
    if (s->f0_hz)
        strbuf_addf(out,
                    ", F0 %d Hz over %.1f semitones, %d words a minute, centroid %d Hz, "
                    "tilt %.1f dB an octave, %.2f LUFS",
                    s->f0_hz, s->range_ct / 100.0, s->words_per_minute, s->centroid_hz,
                    s->tilt_cb / 100.0, s->lufs_cb / 100.0);
    strbuf_add_byte(out, '\n');
}

/* Measures a profile in one language and rewrites its file; *now is what it says then. */
static enum bc_status calibrate_language(struct session *s, struct profile *now,
                                         struct str language, const struct studio *studio,
                                         int jobs)
{
    struct measurement m;
    struct strbuf out = {.arena = &s->arena};
    enum bc_status status = calibrate_profile(&m, &s->arena, now, language,
                                              &studio->inventory, jobs, &s->diag);
    if (status != BC_OK)
        return status;
    struct str name = now->source->name,
               text = profile_with_measurement(&s->arena, now, &m);
    status = file_write(str_z(&s->arena, name), text, FILE_DURABLE, &s->diag);
    if (status == BC_OK)
        status = profile_parse(now, &s->arena, now->name,
                               source_make(&s->arena, name, text), &s->diag);
    if (status != BC_OK)
        return status;
    add_measurement(&out, now, &m);
    return print_result(strbuf_str(&out), &s->diag);
}

/* In each of its languages, then in all others, which it speaks for a word or two. */
static enum bc_status calibrate(struct session *s, const struct profile *p,
                                const struct studio *studio, int jobs)
{
    struct profile now = *p;
    enum bc_status status = BC_OK;
    for (ptrdiff_t i = 0; i < p->language_count && status == BC_OK; i++)
        status = calibrate_language(s, &now, p->languages[i], studio, jobs);
    struct str other = calibration_language(0);
    for (ptrdiff_t i = 0; status == BC_OK && other.len && !process_interrupted();
         other = calibration_language(++i))
        if (!voice_speaks(p, other) &&
            voicing_language(&s->arena, &studio->inventory, other).len)
            status = calibrate_language(s, &now, other, studio, jobs);
    return status;
}

static enum bc_status check_usage(struct session *s, const struct voices_options *o)
{
    int ways = (o->say.len > 0) + o->calibrate + (o->report.len > 0);
    const char *wrong = ways > 1 ? "--say, --report and --calibrate exclude each other"
                        : o->output.len && !o->say.len ? "-o is for --say TEXT"
                                                       : NULL;
    if (!wrong)
        return BC_OK;
    diag_error(&s->diag, NOWHERE, "usage", NULL, "%s", wrong);
    return BC_EUSAGE;
}

static enum bc_status do_voices(struct session *s, const struct voices_options *o,
                                struct studio *studio)
{
    const struct profile **voices;
    ptrdiff_t count;
    enum bc_status status = choose(&voices, &count, s, studio->palette);
    if (status != BC_OK)
        return status;
    if (o->say.len)
        return say(s, o, studio, voices, count);
    if (o->report.len)
        return report(s, o, studio, voices, count);
    if (!o->calibrate)
        return list(s, studio->palette, voices, count);
    for (ptrdiff_t i = 0; i < count && !process_interrupted(); i++) {
        enum bc_status one = calibrate(s, voices[i], studio, (int)o->jobs);
        status = status_worse(status, one);
    }
    return status;
}

int cmd_voices(int argc, char **argv)
{
    struct session s;
    struct voices_options o = {.jobs = processors_available()};
    struct studio studio = {0};
    int exit_status;
    if (!session_begin(&s, &voices_command, &o, &o.help, argc, argv, &exit_status))
        return exit_status;
    process_catch_signals();
    enum bc_status status = check_usage(&s, &o);
    if (status == BC_OK)
        status = studio_open(&studio, o.voices, S(""), &o.lexicon, &s.diag);
    if (status == BC_OK)
        status = do_voices(&s, &o, &studio);
    session_show(&s, DIAGNOSTICS_TEXT); /* it may cite the profiles */
    studio_close(&studio);
    exit_status = session_end(&s, DIAGNOSTICS_TEXT, status);
    return process_interrupted() ? 128 + process_interrupted() : exit_status;
}
