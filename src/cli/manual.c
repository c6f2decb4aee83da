/* cli/manual.c -- the man page and the bash completion, made from the option tables. */
#include "cli/command.h"

#define PAGE_DATE "2026-11-23" /* when the page was last changed; never the clock */

static void add_paragraphs(struct strbuf *out, struct str text)
{
    struct str paragraph;
    bool first = true;
    while (text.len) {
        str_cut(text, '\n', &paragraph, &text);
        if (!first)
            strbuf_add(out, S(".PP\n"));
        options_man_text(out, paragraph);
        strbuf_add_byte(out, '\n');
        first = false;
    }
}

static const struct {
    enum bc_status status;
    const char *meaning;
} statuses[] = {
    {BC_OK, "Done."},
    {BC_EUSAGE, "The command line is wrong."},
    {BC_EINPUT, "An input is wrong, or text of it would be lost."},
    {BC_ENOINPUT, "There is no such input."},
    {BC_EMISSING,
     "Something that is needed is not there: the voices, the speech engine."},
    {BC_EBUG, "A fault of the program, or of a library that it drives."},
    {BC_ECREATE, "An output cannot be created."},
    {BC_EIO, "Reading or writing failed half-way."},
    {BC_ERETRY, "Out of memory, processes or time: try again."},
    {BC_ECONFIG, "A voice or cast file is wrong."},
};

static void add_statuses(struct strbuf *out)
{
    strbuf_add(out, S(".SH EXIT STATUS\n"));
    for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++)
        strbuf_addf(out, ".TP\n.B %d\n%s\n", statuses[i].status, statuses[i].meaning);
    strbuf_add(
        out,
        S(".PP\nWith several inputs, the first of 70, 74, 73, 69, 78, 75, 65, 66\nthat "
          "occurred counts.\nAfter a signal it is 128 and the signal's number.\n"));
}

static const char environment[] =
    ".SH ENVIRONMENT\n"
    ".TP\n.B BRIEFCAST_CACHE\n"
    "The folder of the clip cache.\n"
    "Without it, it is\n.I $XDG_CACHE_HOME/briefcast\nor\n.IR ~/.cache/briefcast .\n"
    ".TP\n.B SOURCE_DATE_EPOCH\n"
    "Seconds since 1970: the date of transcripts that do not say theirs.\n"
    ".TP\n.B TMPDIR\n"
    "Where clips are kept for one run, when the cache cannot be used.\n";

static const char examples[] =
    ".SH EXAMPLES\n"
    ".TP\n.B briefcast make talk.txt\n"
    "Writes\n.IR out/talk.opus\nand its companions.\n"
    ".TP\n.B briefcast script talk.txt >talk.md\n"
    "Prints the script; after editing it,\n.B briefcast make talk.md\nrenders what it "
    "says.\n"
    ".TP\n.B briefcast make \\-\\-keep\\-going \\-\\-report report.json \\-o site "
    "archive\n"
    "Renders all transcripts in a folder, and tells what became of each.\n"
    ".SH SEE ALSO\n"
    ".BR espeak\\-ng (1),\n.BR opusinfo (1),\n.BR mpv (1)\n";

int cmd_man(int argc, char **argv)
{
    (void)argc;
    (void)argv;
    struct session s = {0};
    s.diag.arena = &s.arena;
    struct strbuf out = {.arena = &s.arena};
    struct command commands[COMMAND_COUNT + 1];
    commands_all(commands);
    strbuf_add(&out,
               S(".TH BRIEFCAST 1 \"" PAGE_DATE "\" \"briefcast " BRIEFCAST_VERSION
                 "\" \"User Commands\"\n"
                 ".SH NAME\nbriefcast \\- transcripts of briefings to chaptered audio\n"
                 ".SH SYNOPSIS\n"));
    for (const struct command *c = commands; c->name; c++) {
        strbuf_addf(&out, "%s.B briefcast %s\n.RI [ options ]",
                    c == commands ? "" : ".br\n", c->name);
        strbuf_addf(&out, "%s%s\n", *c->operands ? "\n.I " : "", c->operands);
    }
    strbuf_add(&out,
               S(".SH DESCRIPTION\n"
                 "briefcast turns transcripts of press briefings, hearings, interviews,\n"
                 "podcasts, plays and screenplays into audio: every speaker has a voice "
                 "of their own, every question is a "
                 "chapter.\n"));
    for (const struct command *c = commands; c->name; c++) {
        strbuf_addf(&out, ".SS briefcast %s\n", c->name);
        add_paragraphs(&out, str_from(c->summary));
        strbuf_add(&out, S(".PP\n"));
        add_paragraphs(&out, str_from(c->description));
        options_man(&out, c);
    }
    add_statuses(&out);
    strbuf_add(&out, str_from(environment));
    strbuf_add(&out, str_from(examples));
    enum bc_status status = print_result(strbuf_str(&out), &s.diag);
    return session_end(&s, DIAGNOSTICS_TEXT, status);
}

int cmd_completion(int argc, char **argv)
{
    (void)argc;
    (void)argv;
    struct session s = {0};
    s.diag.arena = &s.arena;
    struct strbuf out = {.arena = &s.arena};
    struct command commands[COMMAND_COUNT + 1];
    commands_all(commands);
    options_completion(&out, commands);
    enum bc_status status = print_result(strbuf_str(&out), &s.diag);
    return session_end(&s, DIAGNOSTICS_TEXT, status);
}
