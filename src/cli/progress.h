/* cli/progress.h -- what is shown while episodes are made. All of it goes to standard
 * error.
 *
 * A bar on a terminal, at most eight times a second; elsewhere a line when a quarter,
 * half and three quarters are done, if that takes long enough to wonder; JSON lines on
 * demand. Nothing that a screen reader has to sit through.
 *
 */
#ifndef BRIEFCAST_CLI_PROGRESS_H
#define BRIEFCAST_CLI_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/json.h"
#include "base/str.h"

enum progress_mode {
    PROGRESS_AUTO,
    PROGRESS_BAR,
    PROGRESS_PLAIN,
    PROGRESS_JSON,
    PROGRESS_NONE
};
extern const char *const progress_names[];

/* How far a run is. Work is counted in bytes of text, of which the audio is nearly
 * proportional. */
struct progress_state {
    int64_t inputs, inputs_done;
    int64_t work,
        work_done; /* bytes of text, in all and with a clip; of unread files their size */
    int64_t work_compiled; /* of work_done, what was not reused */
    int64_t audio_samples; /* at 48 kHz, of what is done */
};

struct progress {
    enum progress_mode mode; /* never PROGRESS_AUTO once open */
    int64_t begun_ns, shown_ns,
        compiling_ns; /* compiling: the first compiled clip; 0: none yet */
    int columns;
    int quarter; /* PROGRESS_PLAIN: the last one shown */
    bool drawn;  /* a bar stands on the last line */
};

void progress_open(struct progress *p, enum progress_mode mode);
/* Shows the state when it is time to. */
void progress_update(struct progress *p, const struct progress_state *s);
/* Lines of text (with line ends) that stay; the bar makes room. */
void progress_text(struct progress *p, struct str lines);
/* `line` broken at blanks so that it fits the terminal, where there is one; lives in
 * `a`. */
struct str progress_wrap(const struct progress *p, struct arena *a, struct str line);
/* PROGRESS_JSON: `o` on a line; else nothing. Frees `o`. */
void progress_event(struct progress *p, struct json *o);
/* Removes the bar. */
void progress_close(struct progress *p);

/* "1:02:03" or "2:03", rounded down. */
struct str duration_text(struct arena *a, int64_t seconds);

#endif
