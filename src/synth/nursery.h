/* synth/nursery.h -- the zygote's own side of synth/zygote.h: takes jobs, forks, waits, reports.
 *
 * Messages on the SOCK_SEQPACKET socket between parent and zygote. Both ends are forks of one
 * program, so structs travel as they lie in memory; lengths and numbers are checked all the same.
 *
 *     zygote -> parent   hello, once
 *     parent -> zygote   order with the result's descriptor, then the request in chunks
 *     zygote -> parent   verdict, one for each order, in any order
 */
#ifndef BRIEFCAST_SYNTH_NURSERY_H
#define BRIEFCAST_SYNTH_NURSERY_H

#include <sys/types.h>

#include "synth/zygote.h"

enum {
    NURSERY_CHUNK = 32 << 10, /* bytes: far below what a socket takes at once */
    NURSERY_REQUEST_MOST =
        33 << 20, /* bytes: a sound file of a script, and what goes with it */
};

struct nursery_plan {
    int jobs; /* children at a time */
    zygote_job *job;
    struct zygote_limits limits;
};

struct hello {
    enum bc_status status; /* not BC_OK: the engine cannot start, and the zygote ends */
};

struct order {
    uint64_t ticket; /* names the job */
    int64_t bytes;   /* of the request that follows */
};

struct verdict {
    uint64_t ticket;
    enum bc_status status;
    int signal;
    struct zygote_reply reply;
    int64_t cpu_us, peak_kib;
};

/* The zygote, from its fork to its end. `socket` is its only tie to `parent`. */
_Noreturn void nursery_run(int socket, pid_t parent, const struct nursery_plan *plan);

#endif
