/* cli/command.h -- the commands, and what they have in common. */
#ifndef BRIEFCAST_CLI_COMMAND_H
#define BRIEFCAST_CLI_COMMAND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"
#include "base/options.h"
#include "script/announce.h"
#include "transcript/read.h"

extern const struct command make_command, script_command, check_command, voices_command,
    info_command, cache_command;

/* Each runs one command (argv without program and command) and gives the exit status. */
int cmd_make(int argc, char **argv);
int cmd_script(int argc, char **argv);
int cmd_check(int argc, char **argv);
int cmd_voices(int argc, char **argv);
int cmd_info(int argc, char **argv);
int cmd_cache(int argc, char **argv);
/* Hidden: the man page and the bash completion on standard output. */
int cmd_man(int argc, char **argv);
int cmd_completion(int argc, char **argv);

/* The visible commands, ended by one without a name: copies of the tables above. */
enum { COMMAND_COUNT = 6 };
void commands_all(struct command out[COMMAND_COUNT + 1]);

/* How diagnostics are shown. */
enum diagnostics { DIAGNOSTICS_TEXT, DIAGNOSTICS_JSON, DIAGNOSTICS_GITHUB };
extern const char *const diagnostics_names[];

/* What every command holds while it runs. */
struct session {
    struct arena arena;
    struct diag diag;
    ptrdiff_t shown; /* diagnostics already shown */
    struct str *operands;
    ptrdiff_t operand_count;
};

/* Parses the command line of `c`. False: there is nothing more to do, and *status is the
 * exit status (help was asked for and printed, or something was wrong and said). *help
 * is set by a flag --help in the table. */
bool session_begin(struct session *s, const struct command *c, void *settings,
                   const bool *help, int argc, char **argv, int *status);
/* BC_EUSAGE: there is not exactly one operand, called `name` in the message. */
BC_CHECK enum bc_status session_one_operand(struct session *s, const char *name);
/* Shows the diagnostics that were not shown yet. */
void session_show(struct session *s, enum diagnostics how);
/* Shows what is left to show, releases everything, and gives the exit status. */
int session_end(struct session *s, enum diagnostics how, enum bc_status status);

/* A result on standard output. BC_EIO: it could not be written (told in `d`). */
BC_CHECK enum bc_status print_result(struct str text, struct diag *d);
/* "1 sentence", "2 sentences". */
void add_count(struct strbuf *out, int64_t count, const char *one, const char *many);
/* To standard error; nobody could be told of a failure. */
void print_to_user(struct str text);
/* The entries from `from` on, in the order in which they were added, and how many were
 * left out. */
void diagnostics_format(struct strbuf *out, const struct diag *d, ptrdiff_t from,
                        enum diagnostics how);
/* One entry as a JSON object. */
struct json *diagnostic_json(const struct diag_entry *e);

/* Of commands that read transcripts: what is not an option there. */
extern const struct option_advice reading_advice[];

/* A row --help and its like, for a settings struct with such a field. */
#define OPTION_ROW_HELP(type)                                                            \
    {                                                                                    \
        'h', "help", OPTION_FLAG, NULL, offsetof(type, help), 0, 0, NULL,                \
            "show this help"                                                             \
    }
#define OPTION_ROW_VOICES(type)                                                          \
    {                                                                                    \
        0, "voices", OPTION_STRING, "DIR", offsetof(type, voices), 0, 0, NULL,           \
            "take the voice profiles from DIR"                                           \
    }
#define OPTION_ROW_FROM(type)                                                            \
    {                                                                                    \
        0, "from", OPTION_CHOICE, "FORMAT", offsetof(type, from), 0, 0, read_formats,    \
            "read transcripts as"                                                        \
    }
#define OPTION_ROW_CAST(type)                                                            \
    {                                                                                    \
        0, "cast", OPTION_STRING, "FILE", offsetof(type, cast), 0, 0, NULL,              \
            "give people the voices that FILE (name: voice) says"                        \
    }
#define OPTION_ROW_ANNOUNCE(type)                                                        \
    {                                                                                    \
        0, "announce", OPTION_CHOICE, "WHEN", offsetof(type, announce), 0, 0,            \
            announce_modes,                                                              \
            "have the narrator say who speaks: at the first words, at "                  \
            "each change, or never (then nothing at all is added to a "                  \
            "transcript)"                                                                \
    }
#define OPTION_ROW_ANNOUNCEMENTS(type)                                                   \
    {                                                                                    \
        0, "announcements", OPTION_STRING, "FILE", offsetof(type, announcements), 0, 0,  \
            NULL, "say it in the words of FILE (YAML)"                                   \
    }
#define OPTION_ROW_LEXICON(type)                                                         \
    {                                                                                    \
        0, "lexicon", OPTION_LIST, "FILE", offsetof(type, lexicon), 0, 0, NULL,          \
            "say words as FILE (PLS, or lines 'word = respelling') says; may be "        \
            "repeated, the last wins"                                                    \
    }
#define OPTION_ROW_DIAGNOSTICS(type)                                                     \
    {                                                                                    \
        0, "diagnostics", OPTION_CHOICE, "FORMAT", offsetof(type, diagnostics), 0, 0,    \
            diagnostics_names, "show errors and warnings as"                             \
    }
#define OPTION_ROW_END                                                                   \
    {                                                                                    \
        0, NULL, 0, NULL, 0, 0, 0, NULL, NULL                                            \
    }

#endif
