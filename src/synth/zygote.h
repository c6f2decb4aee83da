/* synth/zygote.h -- a warm engine that forks a child for each job.
 *
 *     parent --job--> zygote (engine open, never speaks) --fork--> child: runs the job, exits
 *
 * The zygote is forked early, while the parent is small. The job is a callback, so that synth/
 * knows nothing of what is done with the PCM. Children are confined (synth/sandbox.h).
 */
#ifndef BRIEFCAST_SYNTH_ZYGOTE_H
#define BRIEFCAST_SYNTH_ZYGOTE_H

#include <stdint.h>

#include "base/status.h"
#include "base/str.h"

struct zygote;

/* Runs in the child, with the engine open and no voice set; confined after zygote_confine(), which it must call as
 * soon as it has set its voice. Writes the result to `out_fd` (a memory file) and returns its
 * status; the process then ends. What it puts into *reply reaches the parent. */
enum { ZYGOTE_STAGES = 6 };
struct zygote_reply {
    char message[256];               /* for the user, NUL-terminated; "" = none */
    int64_t detail;                  /* with a failure: the job's own business (an offset in the text) */
    int64_t stage_us[ZYGOTE_STAGES]; /* CPU time by stage, for the benchmark; the job names them */
};
typedef enum bc_status zygote_job(struct str request, int out_fd, struct zygote_reply *reply);

struct zygote_result {
    uint64_t id;             /* as given to zygote_submit */
    enum bc_status status;   /* BC_EBUG when the child died */
    int signal;              /* that killed it, or 0 */
    int fd;                  /* the result's memory file, owned by the caller; -1 on failure */
    struct zygote_reply reply;
    int64_t cpu_us;          /* user + system time of the child */
    int64_t peak_kib;        /* resident memory of the child */
};

struct zygote_limits {
    int cpu_seconds;         /* of one job */
    int64_t memory_bytes;
    int64_t output_bytes;
};

/* Forks the zygote; at most `jobs` children run at a time. *out is owned by the caller. */
BC_CHECK enum bc_status zygote_start(struct zygote **out, int jobs, zygote_job *job,
                                     const struct zygote_limits *limits);
/* Hands over a job; blocks never: BC_ERETRY when `jobs` are under way. */
BC_CHECK enum bc_status zygote_submit(struct zygote *z, uint64_t id, struct str request);
int zygote_in_flight(const struct zygote *z);
/* Waits up to timeout_ms (-1: for ever) for one result; false when none came.
 * A zygote that died gives its jobs back as BC_EBUG, one by one. */
bool zygote_collect(struct zygote *z, struct zygote_result *out, int timeout_ms);
/* Ends the zygote and its children. z may be NULL. */
void zygote_stop(struct zygote *z);

#endif
