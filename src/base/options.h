/* base/options.h -- one table of options drives parsing, --help, man page and
 * completion.
 *
 * A new option is one new row. GNU conventions: -o DIR, -oDIR, --output DIR,
 * --output=DIR, bundled flags (-nj4), "--" ends the options, options and operands may be
 * mixed.
 */
#ifndef BRIEFCAST_BASE_OPTIONS_H
#define BRIEFCAST_BASE_OPTIONS_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/status.h"
#include "base/str.h"

enum option_kind {
    OPTION_FLAG,   /* bool: set */
    OPTION_STRING, /* struct str: the last one counts */
    OPTION_LIST,   /* struct option_list: may be given several times */
    OPTION_INT,    /* int64_t, within [least, most] */
    OPTION_CHOICE, /* int: index into choices */
};

struct option_list {
    struct str *items; /* in order; live in the arena */
    ptrdiff_t count, capacity;
};

struct option {
    char letter;      /* 0: none */
    const char *name; /* without dashes */
    enum option_kind kind;
    const char *argument;       /* placeholder in help, e.g. "DIR"; NULL for flags */
    size_t offset;              /* of the field in the command's settings struct */
    int64_t least, most;        /* OPTION_INT */
    const char *const *choices; /* OPTION_CHOICE, NULL-terminated */
    const char *help;           /* one line, lower case, no full stop; NULL: not shown */
};

/* What people ask for under another name, and where it is to be had. */
struct option_advice {
    const char *asked; /* without dashes */
    const char *advice;
};

struct command {
    const char *name;
    const char *operands; /* "FILE|DIR..." */
    const char *summary;  /* one line */
    /* Paragraphs for --help and the man page, each on one line; may be NULL. */
    const char *description;
    const struct option *options;       /* ends with name NULL */
    const struct option_advice *advice; /* ends with asked NULL; may be NULL */
};

/* Fills `settings` (which holds the defaults) and gives the operands, in order. Unknown
 * options get the command's advice, or a "did you mean". BC_EUSAGE: reported to `d`. --help is the caller's: an
 * OPTION_FLAG like others. */
BC_CHECK enum bc_status options_parse(const struct command *c, void *settings, int argc,
                                      char **argv, struct str **operands,
                                      ptrdiff_t *operand_count, struct arena *a,
                                      struct diag *d);
/* --help of one command, at most 80 columns. */
void options_help(struct strbuf *out, const struct command *c);
/* The option list of one command as man(7) macros. */
void options_man(struct strbuf *out, const struct command *c);
/* A paragraph in lines of at most 78 bytes, with what roff would take for its own
 * escaped. */
void options_man_text(struct strbuf *out, struct str text);
/* Bash completion for all commands; `commands` ends with name NULL. */
void options_completion(struct strbuf *out, const struct command *commands);

#endif
