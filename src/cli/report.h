/* cli/report.h -- what a run did, for people's scripts and for `make bench`. (--report
 * FILE) */
#ifndef BRIEFCAST_CLI_REPORT_H
#define BRIEFCAST_CLI_REPORT_H

#include "base/json.h"
#include "cli/pipeline.h"

enum input_state {
    INPUT_SKIPPED,
    INPUT_UNDER_WAY,
    INPUT_DONE,
    INPUT_FAILED,
    INPUT_PLANNED
};
enum { INPUT_STATES = INPUT_PLANNED + 1 };

/* INPUT_PLANNED: nothing was made (--dry-run); the clips are those that would be. */
/* What is known of an input when the run is over; owned by the caller. */
struct input_report {
    const struct input *input;
    enum input_state state;
    enum bc_status status; /* also of an input that is done, with gaps */
    struct str title, date, language;
    ptrdiff_t chapters, speakers, segments, gaps;
    int64_t samples;                  /* at 48 kHz */
    int64_t compiled, reused, failed; /* clips */
    int integrated_cb, true_peak_cb;
    int64_t bytes[OUTPUT_COUNT];
    struct hash sha256[OUTPUT_COUNT];
    struct json *diagnostics; /* owned */
};

struct run_report {
    struct input_report *inputs;
    ptrdiff_t input_count;
    int64_t wall_ns;
    struct schedule_stats clips;
    struct stage_times times;
    int exit_status;
};

/* The report as JSON, in `a`; takes the inputs' diagnostics over. */
struct str report_json(struct arena *a, struct run_report *r, int jobs);

#endif
