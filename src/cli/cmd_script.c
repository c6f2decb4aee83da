/* cli/cmd_script.c -- the script of a transcript on standard output. */
#include <stddef.h>

#include "cli/command.h"
#include "cli/pipeline.h"
#include "script/json.h"
#include "script/markdown.h"

struct script_options {
    bool help;
    struct str voices, cast, announcements;
    struct option_list lexicon;
    int from, format, diagnostics, announce;
};

static const char *const formats[] = {"md", "json", NULL};
static const struct option script_options[] = {
    {0, "format", OPTION_CHOICE, "FORMAT", offsetof(struct script_options, format), 0, 0,
     formats, "print the script as"},
    OPTION_ROW_FROM(struct script_options),
    OPTION_ROW_VOICES(struct script_options),
    OPTION_ROW_CAST(struct script_options),
    OPTION_ROW_LEXICON(struct script_options),
    OPTION_ROW_ANNOUNCE(struct script_options),
    OPTION_ROW_ANNOUNCEMENTS(struct script_options),
    OPTION_ROW_DIAGNOSTICS(struct script_options),
    OPTION_ROW_HELP(struct script_options),
    OPTION_ROW_END,
};

const struct command script_command = {
    "script",
    "FILE",
    "Prints the script that would be spoken, to be reviewed and edited.",
    "The script says who got which voice and why, where chapters begin, and what is not "
    "spoken. Edited "
    "or not, briefcast make takes it instead of the transcript. '-' is standard input.",
    script_options,
    reading_advice,
};

enum { PIECE_BYTES = 64 << 10 };

/* In pieces, for it is as long as the transcript, and several times as long in JSON. */
static enum bc_status print_script(const struct script *script, bool json, struct diag *d)
{
    struct arena scratch = {0};
    struct strbuf out = {.arena = &scratch};
    struct script_printer markdown = {.s = script};
    struct script_json object = {.s = script, .a = &scratch};
    enum bc_status status = BC_OK;
    while (status == BC_OK &&
           (json ? script_json_next(&object, &out) : script_print_next(&markdown, &out)))
        if (out.len >= PIECE_BYTES) {
            status = print_result(strbuf_str(&out), d);
            out.len = 0;
        }
    if (status == BC_OK)
        status = print_result(strbuf_str(&out), d);
    arena_clear(&scratch);
    return status;
}

int cmd_script(int argc, char **argv)
{
    struct session s;
    struct script_options o = {0};
    struct studio studio = {0};
    struct script *script;
    struct ledger *ledger;
    int exit_status;
    if (!session_begin(&s, &script_command, &o, &o.help, argc, argv, &exit_status))
        return exit_status;
    enum bc_status status = session_one_operand(&s, "FILE");
    if (status == BC_OK)
        status = studio_open(&studio, o.voices, o.cast, &o.lexicon, &s.diag);
    if (status == BC_OK)
        status = studio_announcements(&studio, o.announcements, &s.diag);
    const struct taking how = {
        .format = read_formats[o.from],
        .announce = {.mode = (enum announce_mode)o.announce,
                     .words = studio.announcements},
    };
    if (status == BC_OK)
        status = pipeline_script(&script, &ledger, &s.arena,
                                 str_z(&s.arena, s.operands[0]), &how, &studio, &s.diag);
    if (status == BC_OK)
        status = print_script(script, o.format != 0, &s.diag);
    session_show(&s,
                 (enum diagnostics)o.diagnostics); /* it may cite the studio's files */
    studio_close(&studio);
    return session_end(&s, (enum diagnostics)o.diagnostics, status);
}
