/* mix/schedule.h -- which clips are missing, and who compiles them.
 *
 * One pool of children serves all inputs. Equal requests are compiled once. A clip that is in the
 * cache and whole is not compiled at all. A child that dies is tried once more.
 */
#ifndef BRIEFCAST_MIX_SCHEDULE_H
#define BRIEFCAST_MIX_SCHEDULE_H

#include "mix/cache.h"
#include "mix/compile.h"

enum clip_state { CLIP_WAITING, CLIP_READY, CLIP_FAILED };

/* One segment's wish for a clip; owned by the caller, at a fixed address until it is settled. */
struct clip_order {
    struct compile_request request;
    struct hash key;
    enum clip_state state;
    bool compiled; /* false: reused from the cache, or from an equal order before it */
    enum bc_status status; /* CLIP_FAILED: why */
    int signal;            /* CLIP_FAILED: the signal that killed the child twice, or 0 */
    char message[256];     /* CLIP_FAILED: in words */
    int64_t detail;        /* CLIP_FAILED: byte offset in request.text, or -1 */
    void *owner;           /* the caller's business */
    /* Where a clip is left that the cache has, so that it is read once; NULL: nowhere. */
    struct arena *keep;
    const struct clip *clip; /* lives there; NULL: not kept */
    struct clip_order *next; /* the scheduler's */
};

struct schedule_stats {
    int64_t compiled, reused, failed; /* orders */
    int64_t retried;                  /* children started again */
    int64_t damaged;                  /* clips found in the cache and compiled again */
    int64_t cpu_us, stage_us[ZYGOTE_STAGES];
    int64_t child_peak_kib;
};

struct schedule;

/* `cache` is borrowed. The zygote starts when the first clip is missing. *out is owned by the caller. */
BC_CHECK enum bc_status schedule_open(struct schedule **out, struct cache *cache,
                                      int jobs);
/* Settles the order at once when the clip is in the cache (whole) or its fate is known from an equal
 * order, else queues it; children start at once. BC_EMISSING and others: the engine cannot start,
 * reported; nothing that is queued will be settled then. */
BC_CHECK enum bc_status schedule_add(struct schedule *s, struct clip_order *order,
                                     struct diag *d);
/* The clip of this key has vanished from the cache: the next order for it looks there again, and has
 * it compiled. */
void schedule_forget(struct schedule *s, const struct hash *key);
/* Waits up to timeout_ms for progress (-1: until there is some, or a signal came). Orders that were
 * settled since the last call, by schedule_add too, are given in *settled as a list through `next`
 * (NULL: none). Statuses as schedule_add. */
BC_CHECK enum bc_status schedule_run(struct schedule *s, struct clip_order **settled,
                                     int timeout_ms, struct diag *d);
/* Counts orders that nobody needs to give, as what was made of their clips stands: reused. */
void schedule_count_reused(struct schedule *s, int64_t orders);
int64_t schedule_waiting(const struct schedule *s); /* orders not settled */
const struct schedule_stats *schedule_stats(const struct schedule *s);
void schedule_close(struct schedule *s); /* kills what is under way; s may be NULL */

#endif
