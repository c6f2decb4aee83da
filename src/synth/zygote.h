/* synth/zygote.h -- a warm engine that forks a child for each job.
 *
 *     parent --job--> zygote (engine open, never speaks) --fork--> child: runs the job, exits
 *
 * The zygote is forked early, while the parent is small. It has none of the parent's descriptors
 * and an empty environment. The job is a callback, so that synth/ knows nothing of what is done
 * with the PCM. Children are confined (synth/sandbox.h) and hold nothing but their own result and
 * their own answer, so that one cannot meddle with another. Both end when their parent does. A
 * zygote that was killed is started again by the next job.
 *
 * Measured: start 4.3 ms; an empty job, confined, 0.75 ms on the clock, 0.48 ms of the child's CPU
 * time (0.13 of it the filter) and 0.02 of the parent's.
 */
#ifndef BRIEFCAST_SYNTH_ZYGOTE_H
#define BRIEFCAST_SYNTH_ZYGOTE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/diag.h"
#include "base/status.h"
#include "base/str.h"

struct zygote;

enum { ZYGOTE_STAGES = 6, ZYGOTE_JOBS_MOST = 128 };

/* A child that a text has taken over can put anything here: it is checked before it is used. */
struct zygote_reply {
    char message[256]; /* for the user, UTF-8, NUL-terminated (checked); "" = none */
    int64_t detail; /* with a failure: the job's own business (an offset in its text) */
    int64_t stage_us
        [ZYGOTE_STAGES]; /* CPU time by stage, for the benchmark; the job names them */
};
/* Runs in the child, with the engine open and no voice set, limits in force. It must call
 * zygote_confine() as soon as it has set its voice, before it touches the text. Writes the result
 * to `out_fd` (a memory file) and returns its status; the process then ends. What it puts into
 * *reply reaches the parent. */
typedef enum bc_status zygote_job(struct str request, int out_fd,
                                  struct zygote_reply *reply);
/* `reply` as given to the job. A job that succeeds without it is a BC_EBUG. */
BC_CHECK enum bc_status zygote_confine(struct zygote_reply *reply);
/* CPU time of this process so far, for zygote_reply.stage_us. */
int64_t zygote_cpu_us(void);

struct zygote_result {
    uint64_t id; /* as given to zygote_submit */
    enum bc_status
        status; /* BC_EBUG when the child died, BC_ERETRY when it could not be made */
    int signal; /* that killed it, or 0 */
    int fd; /* the result's memory file, at its begin, owned by the caller; -1 on failure */
    struct zygote_reply reply; /* zeroed when the child gave none */
    int64_t cpu_us;            /* user + system time of the child */
    int64_t peak_kib;          /* resident memory of the child */
};

struct zygote_limits {
    int cpu_seconds; /* of one job; on the clock it may take 20 times as long, and a minute */
    int64_t memory_bytes; /* address space, some 200 MiB of libraries and data included */
    int64_t output_bytes;
};

/* Forks the zygote; at most `jobs` (cut to 1..ZYGOTE_JOBS_MOST) children run at a time. *out is owned by
 * the caller. BC_EMISSING: the engine cannot start; BC_ERETRY: no process or descriptor to be had. */
BC_CHECK enum bc_status zygote_start(struct zygote **out, int jobs, zygote_job *job,
                                     const struct zygote_limits *limits);
/* Reports why zygote_start failed. */
void zygote_tell(enum bc_status status, struct diag *d);
/* Hands over a job; `request` is copied. Blocks never: BC_ERETRY when `jobs` are under way. All that
 * goes wrong afterwards is told by zygote_collect. */
BC_CHECK enum bc_status zygote_submit(struct zygote *z, uint64_t id, struct str request);
int zygote_in_flight(const struct zygote *z);
/* Waits up to timeout_ms (-1: for ever) for one result; false when none came, none is under way, or
 * a signal was caught. A zygote that died gives its jobs back as BC_EBUG, one by one. */
bool zygote_collect(struct zygote *z, struct zygote_result *out, int timeout_ms);
/* Ends the zygote and its children. z may be NULL. */
void zygote_stop(struct zygote *z);

#endif
