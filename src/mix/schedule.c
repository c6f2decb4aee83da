#include "mix/schedule.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

enum {
    TRIES_MOST = 2,
    CPU_SECONDS_MOST = 60,
    MEMORY_MOST = 512 << 20,
    OUTPUT_MOST = 16 << 20,
    STAGE_US_MOST = 2 * CPU_SECONDS_MOST * 1000000,
};

/* One clip that is missing, and who waits for it. Kept to the end: an equal order may follow. */
struct job {
    struct hash key;
    struct clip_order *first, *last; /* waiting; the first one's request is compiled */
    struct job *next;                /* in the queue */
    ptrdiff_t id;                    /* index into the schedule's jobs */
    int tries;
    enum clip_state state;
    enum bc_status status; /* these four: CLIP_FAILED */
    int signal;
    int64_t detail;
    char message[256];
};

struct schedule {
    struct arena arena;
    struct cache *cache; /* borrowed */
    struct zygote *zygote;
    int jobs_most;
    struct job **jobs; /* by id */
    ptrdiff_t job_count, job_capacity;
    struct job **table; /* by key, open addressing; slot_count is a power of two */
    ptrdiff_t slot_count;
    struct job *queue, *queue_last;
    struct clip_order *settled, *settled_last;
    int64_t waiting;
    struct schedule_stats stats;
};

/* ---- jobs by key ---- */

/* The key's place in the table: its job, or the empty slot for it. */
static struct job **find_slot(struct schedule *s, const struct hash *key)
{
    uint64_t at;
    memcpy(&at, key->bytes, sizeof at); /* a hash already */
    for (;; at++) {
        struct job **slot = &s->table[at & (uint64_t)(s->slot_count - 1)];
        if (!*slot || !memcmp((*slot)->key.bytes, key->bytes, HASH_BYTES))
            return slot;
    }
}

static struct job *new_job(struct schedule *s, const struct hash *key)
{
    if (2 * (s->job_count + 1) > s->slot_count) {
        s->slot_count *= 2;
        s->table = arena_array(&s->arena, struct job *, s->slot_count);
        for (ptrdiff_t i = 0; i < s->job_count; i++)
            *find_slot(s, &s->jobs[i]->key) = s->jobs[i];
    }
    struct job *j = arena_new(&s->arena, struct job);
    j->key = *key;
    j->id = s->job_count;
    *find_slot(s, key) = j;
    *arena_push(&s->arena, s->jobs, s->job_count, s->job_capacity) = j;
    return j;
}

/* ---- settling ---- */

static void settle(struct schedule *s, struct clip_order *o)
{
    o->next = NULL;
    if (s->settled)
        s->settled_last->next = o;
    else
        s->settled = o;
    s->settled_last = o;
    if (o->state == CLIP_FAILED)
        s->stats.failed++;
    else if (o->compiled)
        s->stats.compiled++;
    else
        s->stats.reused++;
}

static void settle_ready(struct schedule *s, struct clip_order *o, bool compiled)
{
    o->state = CLIP_READY;
    o->compiled = compiled;
    settle(s, o);
}

static void settle_failed(struct schedule *s, struct clip_order *o, const struct job *j)
{
    o->state = CLIP_FAILED;
    o->status = j->status;
    o->signal = j->signal;
    o->detail = j->detail;
    memcpy(o->message, j->message, sizeof o->message);
    settle(s, o);
}

/* The job's state stands: so does that of all who wait for it. */
static void settle_job(struct schedule *s, struct job *j)
{
    bool compiled = true;
    for (struct clip_order *o = j->first, *next; o; o = next, compiled = false) {
        next = o->next;
        s->waiting--;
        if (j->state == CLIP_READY)
            settle_ready(s, o, compiled);
        else
            settle_failed(s, o, j);
    }
    j->first = j->last = NULL;
}

static void fail(struct schedule *s, struct job *j, enum bc_status status,
                 const char *message)
{
    j->state = CLIP_FAILED;
    j->status = status;
    size_t len = strnlen(message, sizeof j->message - 1);
    memcpy(j->message, message, len);
    j->message[len] = '\0';
    settle_job(s, j);
}

/* ---- children ---- */

static void enqueue(struct schedule *s, struct job *j)
{
    j->next = NULL;
    if (s->queue)
        s->queue_last->next = j;
    else
        s->queue = j;
    s->queue_last = j;
}

static enum bc_status start_zygote(struct schedule *s, struct diag *d)
{
    static const struct zygote_limits limits = {CPU_SECONDS_MOST, MEMORY_MOST,
                                                OUTPUT_MOST};
    enum bc_status status = zygote_start(&s->zygote, s->jobs_most, compile_job, &limits);
    if (status == BC_OK)
        return BC_OK;
    s->zygote = NULL;
    zygote_tell(status, d);
    return status;
}

/* Hands over as many jobs as there are children to be had. */
static enum bc_status pump(struct schedule *s, struct diag *d)
{
    struct arena scratch = {0};
    enum bc_status status = BC_OK;
    if (s->queue && !s->zygote)
        status = start_zygote(s, d);
    while (s->queue && status == BC_OK && zygote_in_flight(s->zygote) < s->jobs_most) {
        struct job *j = s->queue;
        struct str message = compile_pack(&scratch, &j->first->request, &j->key);
        if (zygote_submit(s->zygote, (uint64_t)j->id, message) != BC_OK)
            break; /* no child is free after all */
        s->queue = j->next;
        j->tries++;
    }
    arena_clear(&scratch);
    return status;
}

/* All of a child's memory file; empty when it cannot be read. */
static struct str read_result(struct arena *a, int fd)
{
    struct strbuf b = {.arena = a};
    char part[16384];
    for (;;) {
        ssize_t n = pread(fd, part, sizeof part, b.len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0 || b.len > OUTPUT_MOST)
            return n == 0 ? strbuf_str(&b) : S("");
        strbuf_add(&b, (struct str){part, n});
    }
}

static void take_clip(struct schedule *s, struct job *j, struct str bytes)
{
    if (cache_put(s->cache, &j->key, bytes) != BC_OK) {
        fail(s, j, BC_ECREATE,
             "there is no room for compiled speech, neither in the cache nor in TMPDIR");
        return;
    }
    j->state = CLIP_READY;
    settle_job(s, j);
}

static const char *death(const struct zygote_result *r)
{
    if (r->reply.message[0])
        return r->reply.message;
    if (r->signal == SIGXCPU)
        return "the speech engine took too long";
    if (r->signal)
        return "the speech engine crashed";
    return r->status == BC_OK ? "the speech engine gave no sound clip"
                              : "the speech engine failed";
}

static void take_result(struct schedule *s, struct zygote_result *r)
{
    struct job *j = s->jobs[r->id];
    s->stats.cpu_us += r->cpu_us;
    for (int i = 0; i < ZYGOTE_STAGES; i++) /* the child's own words: within reason */
        if (r->reply.stage_us[i] > 0 && r->reply.stage_us[i] < STAGE_US_MOST)
            s->stats.stage_us[i] += r->reply.stage_us[i];
    if (r->peak_kib > s->stats.child_peak_kib)
        s->stats.child_peak_kib = r->peak_kib;

    struct arena scratch = {0};
    struct str bytes = r->fd >= 0 ? read_result(&scratch, r->fd) : S("");
    if (r->fd >= 0)
        close(r->fd);
    struct clip clip;
    bool whole =
        r->status == BC_OK && clip_read(&clip, &scratch, bytes, &j->key) == BC_OK;
    bool again =
        r->signal || r->status == BC_OK || r->status == BC_EBUG || r->status == BC_ERETRY;
    if (whole) {
        take_clip(s, j, bytes);
    } else if (again && j->tries < TRIES_MOST) {
        s->stats.retried++;
        enqueue(s, j);
    } else {
        r->reply.message[sizeof r->reply.message - 1] = '\0';
        j->signal = r->signal;
        j->detail = -1;
        if (r->status == BC_EINPUT && r->reply.detail >= 0 &&
            r->reply.detail < j->first->request.text.len)
            j->detail = r->reply.detail;
        fail(s, j, r->status == BC_OK || r->signal ? BC_EBUG : r->status, death(r));
    }
    arena_clear(&scratch);
}

/* ---- the module's face ---- */

enum bc_status schedule_open(struct schedule **out, struct cache *cache, int jobs)
{
    struct arena own = {0};
    struct schedule *s = arena_new(&own, struct schedule);
    s->cache = cache;
    s->jobs_most = jobs > 0 ? jobs : 1;
    s->slot_count = 256;
    s->table = arena_array(&own, struct job *, s->slot_count);
    s->arena = own;
    *out = s;
    return BC_OK;
}

/* cache_clip; what is found is kept for whoever wants it. */
static enum bc_status look_up(const struct schedule *s, struct clip_order *o)
{
    struct arena scratch = {0};
    struct clip clip;
    enum bc_status status =
        cache_clip(&clip, o->keep ? o->keep : &scratch, s->cache, &o->key);
    if (status == BC_OK && o->keep) {
        struct clip *kept = arena_new(o->keep, struct clip);
        *kept = clip;
        o->clip = kept;
    }
    arena_clear(&scratch);
    return status;
}

enum bc_status schedule_add(struct schedule *s, struct clip_order *o, struct diag *d)
{
    o->state = CLIP_WAITING;
    o->next = NULL;
    struct job *j = *find_slot(s, &o->key);
    if (j && j->state != CLIP_WAITING) {
        if (j->state == CLIP_READY)
            settle_ready(s, o, false);
        else
            settle_failed(s, o, j);
        return BC_OK;
    }
    if (j && j->first) {
        j->last->next = o;
        j->last = o;
        s->waiting++;
        return BC_OK;
    }
    enum bc_status found = look_up(s, o);
    j = j ? j : new_job(s, &o->key); /* there is one that was forgotten */
    if (found == BC_OK) {
        j->state = CLIP_READY;
        settle_ready(s, o, false);
        return BC_OK;
    }
    if (found != BC_ENOINPUT) {
        s->stats.damaged++;
        cache_drop(s->cache, &o->key);
    }
    j->first = j->last = o;
    s->waiting++;
    enqueue(s, j);
    return pump(s, d);
}

void schedule_forget(struct schedule *s, const struct hash *key)
{
    struct job *j = *find_slot(s, key);
    if (!j || j->state != CLIP_READY)
        return;
    j->state = CLIP_WAITING;
    j->tries = 0;
}

enum bc_status schedule_run(struct schedule *s, struct clip_order **settled,
                            int timeout_ms, struct diag *d)
{
    *settled = NULL;
    enum bc_status status = pump(s, d);
    struct zygote_result r;
    int wait_ms = s->settled || !s->waiting ? 0 : timeout_ms;
    while (status == BC_OK && s->zygote && zygote_collect(s->zygote, &r, wait_ms)) {
        take_result(s, &r);
        status = pump(s, d);
        wait_ms = 0;
    }
    *settled = s->settled;
    s->settled = s->settled_last = NULL;
    return status;
}

void schedule_count_reused(struct schedule *s, int64_t orders)
{
    s->stats.reused += orders;
}

int64_t schedule_waiting(const struct schedule *s)
{
    return s->waiting;
}

const struct schedule_stats *schedule_stats(const struct schedule *s)
{
    return &s->stats;
}

void schedule_close(struct schedule *s)
{
    if (!s)
        return;
    zygote_stop(s->zygote);
    struct arena own = s->arena; /* it holds *s */
    arena_clear(&own);
}
