/* cli/run.h -- many inputs through one pool of workers: the heart of `briefcast make`.
 *
 * Inputs are read ahead while clips compile; an episode is linked and written when its
 * last clip is ready, and its memory is given back.
 *
 */
#ifndef BRIEFCAST_CLI_RUN_H
#define BRIEFCAST_CLI_RUN_H

#include "cli/command.h"
#include "cli/pipeline.h"
#include "cli/progress.h"
#include "cli/report.h"

/* What the run is given; all borrowed. */
struct run_settings {
    struct inputs inputs;
    struct studio *studio;
    struct cache *cache;
    struct schedule *schedule;
    const struct picture *cover; /* NULL: none */
    struct taking taking;        /* but for the tempo, which is the input's */
    struct str title;            /* replaces the script's; "" = none */
    int bitrate;                 /* bit/s */
    bool keep_going;
    bool hashes; /* SHA-256 of the outputs is wanted */
    enum diagnostics diagnostics;
};

struct episode; /* an input under way */

struct run {
    struct run_settings settings;
    struct arena arena;
    struct diag *diag;            /* the run's own, borrowed */
    struct progress *progress;    /* borrowed */
    struct input_report *reports; /* one per input */
    struct episode *episodes;     /* likewise */
    ptrdiff_t next;               /* input to begin with */
    ptrdiff_t open;               /* episodes that wait for clips and have not failed */
    bool failed;                  /* some input has */
    struct progress_state state;
    struct stage_times times;
    enum bc_status status; /* the worst so far */
};

/* Works through all inputs; reports stand in r->reports afterwards, until run_close.
 * Ends early when a signal asks for it (process_interrupted). */
void run_open(struct run *r, const struct run_settings *settings,
              struct progress *progress, struct diag *d);
void run_all(struct run *r);
void run_close(struct run *r);

/* For --dry-run: what would be done, a line an input, without doing it. */
void run_plan(struct run *r, struct strbuf *out);

#endif
