#include "synth/nursery.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/process.h"
#include "base/system.h"
#include "synth/engine.h"
#include "synth/engine_data.h"
#include "synth/sandbox.h"

enum {
    PATIENCE_FACTOR =
        20, /* times its CPU seconds, on the clock: the machine may be busy */
    PATIENCE_MORE_SECONDS = 60,
    MILLISECOND = 1000000,
    SECOND = 1000 * MILLISECOND,
};

/* A running child. */
struct child {
    pid_t pid;
    uint64_t ticket;
    int answer; /* its pipe to us; ends when it does */
    int64_t deadline_ns;
    struct zygote_reply reply;
    size_t got; /* bytes of the reply so far */
};

struct nursery {
    const struct nursery_plan *plan;
    int socket;
    bool may_read;          /* children may open the engine's data */
    struct child *children; /* plan->jobs of them; the first `count` run */
    int count;
    struct pollfd *polled; /* the socket, then children's answers */
    char *request;         /* of NURSERY_REQUEST_MOST bytes at most */
};

/* ---- in the child ---- */

/* What the job is given a part of. */
struct job_state {
    struct zygote_reply reply; /* first: zygote_confine() finds the rest behind it */
    bool may_read, confined;
};

enum bc_status zygote_confine(struct zygote_reply *reply)
{
    struct job_state *state = (struct job_state *)reply;
    enum bc_status status = sandbox_enter(state->may_read);
    state->confined = status == BC_OK;
    return status;
}

int64_t zygote_cpu_us(void)
{
    struct rusage u;
    if (getrusage(RUSAGE_SELF, &u))
        return 0;
    return (u.ru_utime.tv_sec + u.ru_stime.tv_sec) * (int64_t)1000000 +
           u.ru_utime.tv_usec + u.ru_stime.tv_usec;
}

_Noreturn static void child_run(const struct nursery *n, pid_t zygote, struct str request,
                                int result, int answer)
{
    process_follow_parent(zygote);
    close(n->socket);
    for (int i = 0; i < n->count; i++)
        close(n->children[i].answer);
    struct job_state state = {.may_read = n->may_read};
    const struct zygote_limits *l = &n->plan->limits;
    enum bc_status status =
        process_limit(&(struct process_limits){.memory_bytes = l->memory_bytes,
                                               .cpu_seconds = l->cpu_seconds,
                                               .file_bytes = l->output_bytes});
    if (status == BC_OK)
        status = n->plan->job(request, result, &state.reply);
    if (status == BC_OK && !state.confined)
        status = BC_EBUG;
    /* Fits into a pipe whole. The answer may be lost with the pipe; then so is the job. */
    ssize_t written = write(answer, &state.reply, sizeof state.reply);
    _exit(written == (ssize_t)sizeof state.reply ? (int)status : BC_EBUG);
}

/* ---- orders ---- */

static bool report(const struct nursery *n, const struct verdict *v)
{
    return process_send(n->socket, (struct str){(const char *)v, (ptrdiff_t)sizeof *v},
                        -1);
}

static bool refuse(const struct nursery *n, uint64_t ticket)
{
    struct verdict v = {.ticket = ticket, .status = BC_ERETRY};
    return report(n, &v);
}

static int64_t patience_ns(const struct nursery *n)
{
    return ((int64_t)n->plan->limits.cpu_seconds * PATIENCE_FACTOR +
            PATIENCE_MORE_SECONDS) *
           SECOND;
}

/* Forks a child for an order; false when the parent is gone. */
static bool bear(struct nursery *n, const struct order *o, int result)
{
    int ends[2];
    if (result < 0 || n->count == n->plan->jobs || pipe2(ends, O_CLOEXEC))
        return refuse(n, o->ticket);
    pid_t zygote = getpid(), pid = fork();
    if (pid == 0) {
        close(ends[0]);
        child_run(n, zygote, (struct str){n->request, (ptrdiff_t)o->bytes}, result,
                  ends[1]);
    }
    close(ends[1]);
    if (pid < 0) {
        close(ends[0]);
        return refuse(n, o->ticket);
    }
    n->children[n->count++] =
        (struct child){.pid = pid,
                       .ticket = o->ticket,
                       .answer = ends[0],
                       .deadline_ns = clock_monotonic_ns() + patience_ns(n)};
    return true;
}

/* Reads an order and its request. False: the parent is gone, or speaks another language. */
static bool take_order(struct nursery *n)
{
    struct order o;
    int result, none;
    if (process_receive(n->socket, &o, sizeof o, &result) != (ssize_t)sizeof o)
        return false;
    bool fine = o.bytes >= 0 && o.bytes <= NURSERY_REQUEST_MOST;
    char *room = fine ? realloc(n->request, (size_t)o.bytes + 1) : NULL;
    fine = room != NULL;
    if (room)
        n->request = room;
    for (int64_t at = 0; fine && at < o.bytes;) {
        ssize_t got =
            process_receive(n->socket, n->request + at, (size_t)(o.bytes - at), &none);
        fine = got > 0 && none < 0;
        at += got;
    }
    fine = fine && bear(n, &o, result);
    if (result >= 0)
        close(result);
    return fine;
}

/* ---- children's ends ---- */

static bool known_status(int status)
{
    return status == BC_OK || (status >= BC_EUSAGE && status <= BC_ECONFIG);
}

/* The child's pipe has ended, and with it the child; one that only closed the pipe is ended.
 * (A signal cannot change how a process ends that is already ending.) */
static bool bury(struct nursery *n, int i)
{
    struct child *c = &n->children[i];
    struct verdict v = {.ticket = c->ticket, .status = BC_EBUG};
    struct rusage usage = {0};
    int status = 0;
    kill(c->pid, SIGKILL);
    while (wait4(c->pid, &status, 0, &usage) < 0 && errno == EINTR)
        ;
    if (WIFSIGNALED(status))
        v.signal = WTERMSIG(status);
    else if (known_status(WEXITSTATUS(status)))
        v.status = (enum bc_status)WEXITSTATUS(status);
    if (c->got == sizeof c->reply)
        v.reply = c->reply;
    else if (v.status == BC_OK)
        v.status = BC_EBUG;
    v.reply.message[sizeof v.reply.message - 1] = '\0';
    v.cpu_us = (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * (int64_t)1000000 +
               usage.ru_utime.tv_usec + usage.ru_stime.tv_usec;
    v.peak_kib = usage.ru_maxrss;
    close(c->answer);
    *c = n->children[--n->count];
    return report(n, &v);
}

/* Reads on; true when the pipe has ended. */
static bool listen_to(struct child *c)
{
    char rest[256];
    size_t room = sizeof c->reply - c->got;
    ssize_t got = room ? read(c->answer, (char *)&c->reply + c->got, room)
                       : read(c->answer, rest, sizeof rest); /* babble */
    if (got > 0 && room)
        c->got += (size_t)got;
    return got == 0 || (got < 0 && errno != EINTR);
}

static int until_deadline_ms(const struct nursery *n)
{
    int64_t nearest = INT64_MAX, now = clock_monotonic_ns();
    for (int i = 0; i < n->count; i++)
        if (n->children[i].deadline_ns < nearest)
            nearest = n->children[i].deadline_ns;
    if (nearest == INT64_MAX)
        return -1;
    return nearest <= now ? 0 : (int)((nearest - now) / MILLISECOND) + 1;
}

static void nursery_serve(struct nursery *n)
{
    for (bool parent = true; parent;) {
        n->polled[0] = (struct pollfd){.fd = n->socket, .events = POLLIN};
        for (int i = 0; i < n->count; i++)
            n->polled[i + 1] =
                (struct pollfd){.fd = n->children[i].answer, .events = POLLIN};
        int count = n->count;
        if (poll(n->polled, (nfds_t)count + 1, until_deadline_ms(n)) < 0 &&
            errno != EINTR)
            return;
        int64_t now = clock_monotonic_ns();
        for (int i = count - 1; i >= 0 && parent;
             i--) { /* bury() fills a gap from the end */
            if (n->children[i].deadline_ns <= now)
                kill(n->children[i].pid, SIGKILL);
            if (n->polled[i + 1].revents && listen_to(&n->children[i]))
                parent = bury(n, i);
        }
        if (parent && n->polled[0].revents)
            parent = take_order(n);
    }
}

/* ---- the zygote ---- */

/* Keeps nothing of the parent's but the socket, as descriptor 3, and, where a sanitizer reports,
 * standard error. What a library prints goes into a memory file that takes nothing. */
static bool drop_descriptors(int *socket)
{
    enum { SOCKET = 3 };
    if (*socket != SOCKET && dup2(*socket, SOCKET) < 0)
        return false;
    *socket = SOCKET;
    int nowhere = memfd_create("nowhere", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    if (nowhere < 0 || fcntl(nowhere, F_ADD_SEALS, F_SEAL_GROW | F_SEAL_WRITE))
        return false;
    int last = sandbox_available() ? STDERR_FILENO : STDOUT_FILENO;
    for (int fd = STDIN_FILENO; fd <= last; fd++)
        if (dup2(nowhere, fd) < 0)
            return false;
    return !close_range(SOCKET + 1, ~0U, 0);
}

static enum bc_status nursery_open(struct nursery *n)
{
    /* Not a bit of the audio is to hang on the environment: eSpeak NG looks for its data there,
     * soxr for a dozen switches. */
    if (clearenv())
        return BC_ERETRY;
    enum bc_status status = engine_open();
    if (status != BC_OK)
        return status;
    struct arena a = {0};
    n->may_read = sandbox_read_only_below(engine_data_path(&a).ptr);
    arena_clear(&a);
    size_t jobs = (size_t)n->plan->jobs;
    n->children = calloc(jobs, sizeof *n->children);
    n->polled = calloc(jobs + 1, sizeof *n->polled);
    return n->children && n->polled ? BC_OK : BC_ERETRY;
}

_Noreturn void nursery_run(int socket, pid_t parent, const struct nursery_plan *plan)
{
    struct nursery n = {.plan = plan};
    struct hello hello = {BC_ERETRY};
    process_follow_parent(parent);
    if (drop_descriptors(&socket)) {
        n.socket = socket;
        hello.status = nursery_open(&n);
        fflush(NULL); /* so that no child writes what the zygote did not */
    }
    if (process_send(socket, (struct str){(const char *)&hello, sizeof hello}, -1) &&
        hello.status == BC_OK)
        nursery_serve(&n);
    for (int i = 0; i < n.count; i++)
        kill(n.children[i].pid, SIGKILL);
    for (int i = 0; i < n.count; i++)
        while (waitpid(n.children[i].pid, NULL, 0) < 0 && errno == EINTR)
            ;
    _exit(hello.status);
}
