/* cli/main.c -- the command line's door. */
#include <string.h>

#include "base/process.h"
#include "cli/command.h"

static const char exit_statuses[] =
    "Exit status: 0 done; 64 wrong command line; 65 an input is wrong or text of it\n"
    "would be lost; 66 no such input; 69 something needed is missing; 70 a fault of\n"
    "the program; 73, 74 an output cannot be written; 75 try again; 78 a voice or\n"
    "cast file is wrong.\n";

static void add_usage(struct strbuf *out)
{
    struct command commands[COMMAND_COUNT + 1];
    commands_all(commands);
    strbuf_add(out, S("Usage: briefcast COMMAND [options] ...\n\n"
                      "Turns transcripts of briefings into chaptered Ogg Opus audio.\n\n"
                      "Commands:\n"));
    for (const struct command *c = commands; c->name; c++)
        strbuf_addf(out, "  %-8s %s\n", c->name, c->summary);
    strbuf_add(out, S("\nbriefcast COMMAND --help says more; briefcast --version, which "
                      "one this is.\n\n"));
    strbuf_add(out, str_from(exit_statuses));
}

static int tell_usage(bool asked)
{
    struct session s = {0};
    s.diag.arena = &s.arena;
    struct strbuf out = {.arena = &s.arena};
    add_usage(&out);
    enum bc_status status = BC_EUSAGE;
    if (asked) {
        status = print_result(strbuf_str(&out), &s.diag);
    } else {
        diag_error(&s.diag, NOWHERE, "usage", NULL, "there is no command");
        session_show(&s, DIAGNOSTICS_TEXT);
        print_to_user(S("\n"));
        print_to_user(strbuf_str(&out));
    }
    return session_end(&s, DIAGNOSTICS_TEXT, status);
}

static int tell_version(void)
{
    struct session s = {0};
    s.diag.arena = &s.arena;
    enum bc_status status = print_result(S("briefcast " BRIEFCAST_VERSION "\n"), &s.diag);
    return session_end(&s, DIAGNOSTICS_TEXT, status);
}

/* What to say to who asks for a command that there is not. */
static struct str advise(struct arena *a, struct str name)
{
    struct command commands[COMMAND_COUNT + 1];
    struct str names[COMMAND_COUNT];
    commands_all(commands);
    for (int i = 0; i < COMMAND_COUNT; i++)
        names[i] = str_from(commands[i].name);
    struct str nearest = diag_nearest(name, names, COMMAND_COUNT);
    if (nearest.len)
        return str_format(a, "did you mean '%.*s'?", STR_ARGS(nearest));
    if (name.len > 1 && name.ptr[0] == '-')
        return S("options stand behind the command, as in briefcast make -j 2 FILE");
    if (str_find_byte(name, '.') >= 0 || str_find_byte(name, '/') >= 0)
        return str_format(a, "did you mean 'briefcast make %.*s'?", STR_ARGS(name));
    return S("briefcast --help lists them");
}

static int refuse_command(const char *name)
{
    struct session s = {0};
    s.diag.arena = &s.arena;
    struct str hint = advise(&s.arena, str_from(name));
    diag_error(&s.diag, NOWHERE, "usage", str_z(&s.arena, hint), "unknown command '%s'",
               name);
    return session_end(&s, DIAGNOSTICS_TEXT, BC_EUSAGE);
}

static int run_command(int argc, char **argv)
{
    static const struct {
        const char *name;
        int (*run)(int argc, char **argv);
    } commands[] = {
        {"make", cmd_make},   {"script", cmd_script},
        {"check", cmd_check}, {"voices", cmd_voices},
        {"info", cmd_info},   {"cache", cmd_cache},
        {"man", cmd_man},     {"completion", cmd_completion},
    };
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        if (!strcmp(argv[1], commands[i].name))
            return commands[i].run(argc - 2, argv + 2);
    return refuse_command(argv[1]);
}

/* "briefcast help make" is "briefcast make --help". */
static int help_on(const char *name)
{
    char word[32], help[] = "--help";
    char *argv[] = {NULL, word, help, NULL};
    if (strlen(name) >= sizeof word)
        return refuse_command(name);
    memcpy(word, name, strlen(name) + 1);
    return run_command(3, argv);
}

int main(int argc, char **argv)
{
    process_standard_descriptors();
    if (argc < 2)
        return tell_usage(false);
    if (!strcmp(argv[1], "help") && argc > 2)
        return help_on(argv[2]);
    if (!strcmp(argv[1], "--help") || !strcmp(argv[1], "-h") || !strcmp(argv[1], "help"))
        return tell_usage(true);
    if (!strcmp(argv[1], "--version"))
        return tell_version();
    return run_command(argc, argv);
}
