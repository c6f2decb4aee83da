#include "synth/zygote.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/process.h"
#include "synth/nursery.h"

enum {
    GOODBYE_MS = 2000
}; /* how long a zygote may take to end its children and itself */

/* A job that was given away. */
struct slot {
    bool used;
    bool lost; /* no verdict will come; this is it */
    uint64_t ticket, id;
    int fd;                 /* result's memory file; -1: could not be made */
    struct verdict verdict; /* when lost */
};

struct zygote {
    struct nursery_plan plan;
    pid_t pid; /* 0 = none */
    int socket;
    struct slot *slots; /* plan.jobs of them */
    int in_flight;
    uint64_t tickets; /* given out so far */
};

/* ---- its life ---- */

static void lose(struct slot *s, enum bc_status status, int signal)
{
    s->lost = true;
    s->verdict = (struct verdict){.status = status, .signal = signal};
}

/* Waits for the zygote's end, at most timeout_ms; then makes it. */
static int zygote_await(struct zygote *z, int timeout_ms)
{
    int status = 0;
    for (pid_t got = 0; got == 0; timeout_ms--) {
        if (timeout_ms <= 0)
            kill(z->pid, SIGKILL); /* its children follow it */
        got = waitpid(z->pid, &status, timeout_ms > 0 ? WNOHANG : 0);
        if (got == 0)
            poll(NULL, 0, 1);
        else if (got < 0 && errno == EINTR)
            got = 0;
    }
    z->pid = 0;
    return status;
}

/* It is dead, or not to be trusted any more: what it had is lost. */
static void zygote_bury(struct zygote *z)
{
    int status = zygote_await(z, 0);
    close(z->socket);
    for (int i = 0; i < z->plan.jobs; i++)
        if (z->slots[i].used && !z->slots[i].lost)
            lose(&z->slots[i], BC_EBUG, WIFSIGNALED(status) ? WTERMSIG(status) : 0);
}

static enum bc_status zygote_spawn(struct zygote *z)
{
    int pair[2];
    if (process_socketpair(pair) != BC_OK)
        return BC_ERETRY;
    fflush(NULL); /* else the zygote would hold a copy of what is not written yet */
    pid_t parent = getpid(), pid = fork();
    if (pid == 0)
        nursery_run(pair[1], parent, &z->plan);
    close(pair[1]);
    if (pid < 0) {
        close(pair[0]);
        return BC_ERETRY;
    }
    z->pid = pid;
    z->socket = pair[0];
    struct hello hello = {BC_ERETRY};
    int none;
    if (process_receive(z->socket, &hello, sizeof hello, &none) ==
            (ssize_t)sizeof hello &&
        hello.status == BC_OK)
        return BC_OK;
    zygote_bury(z);
    return hello.status;
}

enum bc_status zygote_start(struct zygote **out, int jobs, zygote_job *job,
                            const struct zygote_limits *limits)
{
    jobs = jobs < 1 ? 1 : jobs > ZYGOTE_JOBS_MOST ? ZYGOTE_JOBS_MOST : jobs;
    struct zygote *z = calloc(1, sizeof *z);
    struct slot *slots = z ? calloc((size_t)jobs, sizeof *slots) : NULL;
    if (!slots) {
        free(z);
        return BC_ERETRY;
    }
    *z = (struct zygote){.plan = {jobs, job, *limits}, .slots = slots};
    enum bc_status status = zygote_spawn(z);
    if (status == BC_OK)
        *out = z;
    else
        zygote_stop(z);
    return status;
}

void zygote_stop(struct zygote *z)
{
    if (!z)
        return;
    if (z->pid) { /* the end of the socket is the zygote's sign; it waits for its children */
        close(z->socket);
        (void)zygote_await(z, GOODBYE_MS);
    }
    for (int i = 0; i < z->plan.jobs; i++)
        if (z->slots[i].used && z->slots[i].fd >= 0)
            close(z->slots[i].fd);
    free(z->slots);
    free(z);
}

/* ---- jobs ---- */

int zygote_in_flight(const struct zygote *z)
{
    return z->in_flight;
}

static bool send_job(const struct zygote *z, const struct slot *s, struct str request)
{
    struct order o = {s->ticket, request.len};
    bool fine = process_send(z->socket, (struct str){(const char *)&o, sizeof o}, s->fd);
    for (ptrdiff_t at = 0; fine && at < request.len; at += NURSERY_CHUNK)
        fine = process_send(z->socket, str_slice(request, at, at + NURSERY_CHUNK), -1);
    return fine;
}

enum bc_status zygote_submit(struct zygote *z, uint64_t id, struct str request)
{
    if (z->in_flight == z->plan.jobs)
        return BC_ERETRY;
    struct slot *s = z->slots;
    while (s->used)
        s++;
    *s = (struct slot){
        .used = true, .ticket = ++z->tickets, .id = id, .fd = process_memory_file()};
    z->in_flight++;
    enum bc_status status = z->pid ? BC_OK : zygote_spawn(z);
    if (s->fd < 0 || request.len > NURSERY_REQUEST_MOST)
        status = s->fd < 0 ? BC_ERETRY : BC_EINPUT;
    if (status != BC_OK)
        lose(s, status, 0);
    else if (!send_job(z, s, request))
        zygote_bury(z);
    return BC_OK;
}

/* A verdict from the socket, or a funeral. */
static struct slot *receive_verdict(struct zygote *z, struct verdict *v)
{
    int none;
    ssize_t n = process_receive(z->socket, v, sizeof *v, &none);
    if (none >= 0)
        close(none);
    for (int i = 0; i < z->plan.jobs && n == (ssize_t)sizeof *v; i++)
        if (z->slots[i].used && !z->slots[i].lost && z->slots[i].ticket == v->ticket)
            return &z->slots[i];
    zygote_bury(z);
    return NULL;
}

static struct slot *lost_slot(struct zygote *z, struct verdict *v)
{
    for (int i = 0; i < z->plan.jobs; i++)
        if (z->slots[i].used && z->slots[i].lost) {
            *v = z->slots[i].verdict;
            return &z->slots[i];
        }
    return NULL;
}

static void settle(struct zygote *z, struct slot *s, const struct verdict *v,
                   struct zygote_result *out)
{
    *out = (struct zygote_result){.id = s->id,
                                  .status = v->status,
                                  .signal = v->signal,
                                  .fd = s->fd,
                                  .reply = v->reply,
                                  .cpu_us = v->cpu_us,
                                  .peak_kib = v->peak_kib};
    out->reply.message[sizeof out->reply.message - 1] = '\0';
    if (utf8_invalid_at(str_from(out->reply.message)) >= 0)
        out->reply.message[0] = '\0';
    off_t size = out->status == BC_OK ? lseek(s->fd, 0, SEEK_END) : 0;
    if (out->status == BC_OK &&
        (size < 0 || size > z->plan.limits.output_bytes || lseek(s->fd, 0, SEEK_SET)))
        out->status = BC_EBUG;
    if (out->status != BC_OK && out->fd >= 0) {
        close(out->fd);
        out->fd = -1;
    }
    s->used = false;
    z->in_flight--;
}

bool zygote_collect(struct zygote *z, struct zygote_result *out, int timeout_ms)
{
    struct verdict v;
    struct slot *s = lost_slot(z, &v);
    if (!s && z->in_flight) {
        struct pollfd p = {.fd = z->socket, .events = POLLIN};
        if (poll(&p, 1, timeout_ms) <= 0)
            return false;
        s = receive_verdict(z, &v);
        s = s ? s : lost_slot(z, &v);
    }
    if (s)
        settle(z, s, &v, out);
    return s != NULL;
}
