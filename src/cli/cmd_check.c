/* cli/cmd_check.c -- all diagnostics and the account of every byte, without audio. */
#include <stddef.h>

#include "cli/command.h"
#include "cli/pipeline.h"
#include "cli/sounds.h"
#include "cli/suggest.h"

struct check_options {
    bool help, explain;
    struct str voices, cast, suggest;
    struct option_list lexicon;
    int from, diagnostics;
};

static const struct option check_options[] = {
    {0, "explain", OPTION_FLAG, NULL, offsetof(struct check_options, explain), 0, 0, NULL,
     "also say why: the candidates, each label, each line"},
    OPTION_ROW_FROM(struct check_options),
    OPTION_ROW_VOICES(struct check_options),
    OPTION_ROW_CAST(struct check_options),
    OPTION_ROW_LEXICON(struct check_options),
    {0, "suggest", OPTION_STRING, "FILE", offsetof(struct check_options, suggest), 0, 0,
     NULL, "write the names that no lexicon has as a lexicon to fill in"},
    OPTION_ROW_DIAGNOSTICS(struct check_options),
    OPTION_ROW_HELP(struct check_options),
    OPTION_ROW_END,
};

const struct command check_command = {
    "check",
    "FILE|DIR...",
    "Reports what is wrong with transcripts or scripts, without audio.",
    "For every input it prints who speaks with which voice, and how much of the text is "
    "spoken and why "
    "the rest is not; with --explain also how a transcript was understood: the ways of "
    "marking speakers and how each scored, what speaks for and against each label, and "
    "what became of each line. Then come the names that no lexicon has, most frequent "
    "first, as the engine says them. Of several inputs the last lines say how many are "
    "good, "
    "and which "
    "are wrong. '-' is standard input.",
    check_options,
    reading_advice,
};

static void add_cast(struct strbuf *out, const struct script *s)
{
    for (ptrdiff_t i = 0; i < s->cast_count; i++) {
        const struct cast_entry *c = &s->cast[i];
        strbuf_add(out, i ? S(", ") : S("  speakers: "));
        diag_show(out, c->speaker);
        for (ptrdiff_t k = 0; k < c->voice_count; k++)
            strbuf_addf(out, "%s%.*s%s", k ? ", " : " (", STR_ARGS(c->voices[k]),
                        k + 1 == c->voice_count ? ")" : "");
    }
    strbuf_add(out, S("\n"));
}

/* "  spoken: 1890 of 2110 bytes (89.5 %); label 90, stage direction 11, blank 119" */
static void add_coverage(struct strbuf *out, const struct ledger *l)
{
    ptrdiff_t spoken = 0, blank = 0, by_reason[REASON_COUNT] = {0};
    for (ptrdiff_t i = 0; i < l->count; i++) {
        const struct ledger_entry *e = &l->entries[i];
        ptrdiff_t bytes = source_file_offset(l->source, e->end) -
                          source_file_offset(l->source, e->begin);
        spoken += e->kind == LEDGER_SPOKEN ? bytes : 0;
        blank += e->kind == LEDGER_BLANK ? bytes : 0;
        if (e->kind == LEDGER_NOT_SPOKEN)
            by_reason[e->reason] += bytes;
    }
    ptrdiff_t all = source_file_offset(l->source, l->source->bytes.len);
    ptrdiff_t permille = all ? 1000 * spoken / all : 0;
    strbuf_addf(out, "  spoken: %td of %td bytes (%td.%td %%)", spoken, all,
                permille / 10, permille % 10);
    const char *separator = "; not spoken: ";
    for (int i = 0; i < REASON_COUNT; i++) {
        if (!by_reason[i])
            continue;
        strbuf_addf(out, "%s%.*s %td", separator, STR_ARGS(reason_name((enum reason)i)),
                    by_reason[i]);
        separator = ", ";
    }
    if (blank)
        strbuf_addf(out, "; blank %td", blank);
    if (l->lost)
        strbuf_addf(out, "; lost %td", l->lost);
    strbuf_add_byte(out, '\n');
}

static enum bc_status check_one(struct session *s, const struct studio *studio,
                                struct uncovered *names, const char *path,
                                const struct check_options *o)
{
    struct session own = {0};
    struct script *script;
    struct ledger *ledger;
    own.diag.arena = &own.arena;
    const struct taking how = {.format = read_formats[o->from],
                               .announce.mode = ANNOUNCE_NEVER};
    enum bc_status status =
        pipeline_script(&script, &ledger, &own.arena, path, &how, studio, &own.diag);
    if (status == BC_OK)
        status = sounds_try(script, &own.diag);
    if (script && ledger) {
        struct strbuf out = {.arena = &own.arena};
        diag_show(&out, script->source->name);
        strbuf_add(&out, S(": "));
        add_size_of_script(&out, script);
        strbuf_add_byte(&out, '\n');
        add_cast(&out, script);
        add_coverage(&out, ledger);
        if (o->explain)
            status = status_worse(status,
                                  pipeline_explain(&out, script, read_formats[o->from]));
        enum bc_status printed = print_result(strbuf_str(&out), &s->diag);
        status = status_worse(status, printed);
        if (status == BC_OK)
            uncovered_add(names, script, script->lexicon);
    }
    return (enum bc_status)session_end(&own, (enum diagnostics)o->diagnostics, status);
}

/* Of several inputs a wrong one is easily missed. */
static enum bc_status print_sum(struct session *s, const struct inputs *inputs,
                                const bool *wrong)
{
    struct strbuf out = {.arena = &s->arena};
    ptrdiff_t count = 0;
    for (ptrdiff_t i = 0; i < inputs->count; i++)
        count += wrong[i];
    strbuf_addf(&out, "%td inputs: %td good, %td wrong\n", inputs->count,
                inputs->count - count, count);
    for (ptrdiff_t i = 0; i < inputs->count; i++) {
        if (!wrong[i])
            continue;
        strbuf_add(&out, S("  wrong: "));
        diag_show(&out, str_from(inputs->items[i].path));
        strbuf_add_byte(&out, '\n');
    }
    return print_result(strbuf_str(&out), &s->diag);
}

static enum bc_status print_names(struct session *s, struct uncovered *names,
                                  const struct check_options *o)
{
    struct strbuf out = {.arena = &s->arena};
    uncovered_sort(names);
    enum bc_status status = suggest_listen(names, &s->diag);
    suggest_show(&out, names);
    enum bc_status printed = print_result(strbuf_str(&out), &s->diag);
    status = status_worse(status, printed);
    if (status == BC_OK && o->suggest.len)
        status = suggest_write(o->suggest, names, &s->diag);
    return status;
}

int cmd_check(int argc, char **argv)
{
    struct session s;
    struct check_options o = {0};
    struct studio studio = {0};
    struct inputs inputs = {0};
    struct uncovered names = {.arena = &s.arena};
    int exit_status;
    if (!session_begin(&s, &check_command, &o, &o.help, argc, argv, &exit_status))
        return exit_status;
    enum bc_status status = inputs_find(&inputs, &s.arena, s.operands, s.operand_count,
                                        S(""), S(""), INPUTS_ONLY_READ, &s.diag);
    enum bc_status opened = studio_open(&studio, o.voices, o.cast, &o.lexicon, &s.diag);
    if (opened == BC_OK && o.suggest.len)
        opened = suggest_may_write(o.suggest, &s.diag);
    session_show(&s, (enum diagnostics)o.diagnostics);
    status = status_worse(status, opened);
    bool *wrong = arena_array(&s.arena, bool, inputs.count);
    for (ptrdiff_t i = 0; opened == BC_OK && i < inputs.count; i++) {
        enum bc_status one = check_one(&s, &studio, &names, inputs.items[i].path, &o);
        wrong[i] = one != BC_OK;
        status = status_worse(status, one);
    }
    if (opened == BC_OK) {
        enum bc_status named = print_names(&s, &names, &o);
        status = status_worse(status, named);
    }
    if (opened == BC_OK && inputs.count > 1) {
        enum bc_status printed = print_sum(&s, &inputs, wrong);
        status = status_worse(status, printed);
    }
    studio_close(&studio);
    return session_end(&s, (enum diagnostics)o.diagnostics, status);
}
