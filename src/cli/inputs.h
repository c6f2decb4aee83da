/* cli/inputs.h -- what is to be read, and where what is made of it belongs. */
#ifndef BRIEFCAST_CLI_INPUTS_H
#define BRIEFCAST_CLI_INPUTS_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/status.h"
#include "base/str.h"
#include "cli/editions.h"

/* What folders are searched for, X(suffix). Of one transcript in several formats the first is taken:
 * text as somebody keeps it before what programs export. */
#define INPUT_SUFFIXES(X)                                                                \
    X(".txt")                                                                            \
    X(".md")                                                                             \
    X(".markdown")                                                                       \
    X(".json")                                                                           \
    X(".vtt")                                                                            \
    X(".srt")                                                                            \
    X(".ssml")                                                                           \
    X(".fountain")                                                                       \
    X(".docx")                                                                           \
    X(".odt")                                                                            \
    X(".epub")                                                                           \
    X(".html")                                                                           \
    X(".htm")                                                                            \
    X(".xml")                                                                            \
    X(".csv")                                                                            \
    X(".tsv")

enum { OUTPUT_COUNT = 4 };
/* ".vtt", ".chapters.json", ".coverage.json", ".opus": in the order in which they
 * appear. */
extern const char *const output_suffixes[OUTPUT_COUNT];

struct input {
    const char *path; /* "-": standard input */
    struct str stem;  /* output path without suffix: "out/2026/harbour" */
    struct str name;  /* the stem's last part */
    int tempo;        /* of struct script */
    bool again;       /* an edition of the input before */
    int64_t size;     /* bytes of the file; 0 when unknown */
    int64_t device, inode;
};

struct inputs {
    struct input *items;
    ptrdiff_t count, capacity;
    ptrdiff_t
        refused; /* inputs that are left out, as their outputs would have one name */
};

enum inputs_use {
    INPUTS_RENDERED,  /* outputs are made of them */
    INPUTS_ONLY_READ, /* names of outputs are of no concern */
};

/* Files as they are, and of folders all transcripts in them by their suffixes,
 * sorted, but not what briefcast wrote there, and of one transcript in several formats one; those
 * keep their folders below `output`. `name` ("" = none) names the output
 * of a single input. A file that is not there is an input, too: reading it will fail.
 * All in `a`. The first of these that occurs is returned, all are reported: BC_ENOINPUT:
 * a folder without transcripts; BC_EUSAGE: no input, standard input without a name,
 * `name` for several inputs, two inputs with one output. */
BC_CHECK enum bc_status inputs_find(struct inputs *out, struct arena *a,
                                    const struct str *operands, ptrdiff_t count,
                                    struct str output, struct str name,
                                    enum inputs_use use, struct diag *d);
/* Each input becomes as many as there are editions; those at another tempo than the voices' own have it
 * behind their names: "harbour-1.5x". BC_EUSAGE: reported: standard input can be read once only, or
 * outputs would have one name. */
BC_CHECK enum bc_status inputs_multiply(struct inputs *in, struct arena *a,
                                        const struct editions *editions, struct diag *d);
/* Looks whether the outputs can be written, without writing. BC_ECREATE: reported. */
BC_CHECK enum bc_status inputs_check_outputs(const struct inputs *in, struct diag *d);

/* Would a report at `path` take the place of an input or an output? BC_ECREATE: reported. */
BC_CHECK enum bc_status inputs_check_report(const struct inputs *in, struct str path,
                                            struct diag *d);
/* The path of one output, NUL-terminated; lives in `a`. */
const char *input_output(struct arena *a, const struct input *in, int which);

#endif
