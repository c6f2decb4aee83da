#include "base/process.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SANITIZED 1 /* they map terabytes of shadow memory */
#else
#define SANITIZED 0
#endif

static bool limit(int resource, rlim_t soft, rlim_t hard)
{
    struct rlimit now;
    if (getrlimit(resource, &now))
        return false;
    hard = hard < now.rlim_max ? hard : now.rlim_max;
    soft = soft < hard ? soft : hard;
    return setrlimit(resource, &(struct rlimit){soft, hard}) == 0;
}

enum bc_status process_limit(const struct process_limits *l)
{
    bool fine = true;
    if (l->memory_bytes && !SANITIZED)
        fine = limit(RLIMIT_AS, (rlim_t)l->memory_bytes, (rlim_t)l->memory_bytes) && fine;
    if (l->cpu_seconds) /* SIGXCPU at the soft limit, SIGKILL a second later */
        fine =
            limit(RLIMIT_CPU, (rlim_t)l->cpu_seconds, (rlim_t)l->cpu_seconds + 1) && fine;
    if (l->file_bytes)
        fine = limit(RLIMIT_FSIZE, (rlim_t)l->file_bytes, (rlim_t)l->file_bytes) && fine;
    return fine ? BC_OK : BC_EBUG;
}

void process_follow_parent(pid_t parent)
{
    limit(RLIMIT_CORE, 0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) /* it died in between */
        _exit(BC_ERETRY);
}

enum bc_status process_socketpair(int fds[2])
{
    return socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, fds) ? BC_ERETRY : BC_OK;
}

union control { /* room for one descriptor, aligned */
    struct cmsghdr header;
    char bytes[CMSG_SPACE(sizeof(int))];
};

bool process_send(int socket, struct str message, int fd)
{
    struct iovec part = {(char *)message.ptr, (size_t)message.len};
    union control control;
    struct msghdr m = {.msg_iov = &part, .msg_iovlen = 1};
    memset(&control, 0, sizeof control);
    if (fd >= 0) {
        m.msg_control = control.bytes;
        m.msg_controllen = sizeof control.bytes;
        struct cmsghdr *c = CMSG_FIRSTHDR(&m);
        c->cmsg_level = SOL_SOCKET;
        c->cmsg_type = SCM_RIGHTS;
        c->cmsg_len = CMSG_LEN(sizeof fd);
        memcpy(CMSG_DATA(c), &fd, sizeof fd);
    }
    for (;;) {
        ssize_t n = sendmsg(socket, &m, MSG_NOSIGNAL);
        if (n >= 0 || errno != EINTR)
            return n == message.len;
    }
}

ssize_t process_receive(int socket, void *buffer, size_t size, int *fd)
{
    struct iovec part = {buffer, size};
    union control control;
    struct msghdr m = {.msg_iov = &part,
                       .msg_iovlen = 1,
                       .msg_control = control.bytes,
                       .msg_controllen = sizeof control.bytes};
    ssize_t n;
    *fd = -1;
    do
        n = recvmsg(socket, &m, MSG_CMSG_CLOEXEC);
    while (n < 0 && errno == EINTR);
    if (n < 0)
        return -1;
    struct cmsghdr *c = CMSG_FIRSTHDR(&m);
    if (c && c->cmsg_level == SOL_SOCKET && c->cmsg_type == SCM_RIGHTS) {
        memcpy(fd, CMSG_DATA(c), sizeof *fd);
        /* alignment leaves room for a second one, which nobody asked for */
        for (size_t at = sizeof *fd; CMSG_LEN(at + sizeof *fd) <= c->cmsg_len;
             at += sizeof *fd) {
            int other;
            memcpy(&other, CMSG_DATA(c) + at, sizeof other);
            close(other);
        }
    }
    if (m.msg_flags & MSG_TRUNC) { /* a message longer than the buffer is no message */
        if (*fd >= 0)
            close(*fd);
        *fd = -1;
        return -1;
    }
    return n;
}

int process_memory_file(void)
{
    return memfd_create("briefcast", MFD_CLOEXEC);
}

void process_standard_descriptors(void)
{
    int fd;
    do
        fd = open("/dev/null", O_RDWR);
    while (fd >= 0 && fd <= STDERR_FILENO);
    if (fd > STDERR_FILENO)
        close(fd);
    /* A file that may not grow further is an error of write(), for every command. */
    signal(SIGXFSZ, SIG_IGN);
}

/* ---- signals ---- The only mutable state outside of arenas: a signal handler can be given nothing
 * else. */

enum { GUARDED_MOST = 16 };
static struct {
    volatile sig_atomic_t used;
    pid_t owner; /* a forked child inherits the table, not the files */
    char path[PATH_MAX];
} guarded[GUARDED_MOST];

int process_guard_file(const char *path)
{
    size_t len = strlen(path) + 1;
    for (int i = 0; len <= PATH_MAX && i < GUARDED_MOST; i++) {
        if (guarded[i].used && guarded[i].owner == getpid())
            continue;
        memcpy(guarded[i].path, path, len);
        guarded[i].owner = getpid();
        guarded[i].used = 1;
        return i;
    }
    return -1;
}

void process_release_file(int slot)
{
    if (slot >= 0)
        guarded[slot].used = 0;
}

void process_remove_guarded(void)
{
    int saved = errno;
    for (int i = 0; i < GUARDED_MOST; i++)
        if (guarded[i].used && guarded[i].owner == getpid())
            unlink(guarded[i].path);
    errno = saved;
}

static volatile sig_atomic_t caught;

static void catch_signal(int number)
{
    if (caught) { /* asked twice: at once */
        process_remove_guarded();
        _exit(128 + number);
    }
    caught = number;
}

void process_catch_signals(void)
{
    struct sigaction action = {.sa_handler =
                                   catch_signal}; /* no SA_RESTART: poll is to wake */
    sigemptyset(&action.sa_mask);
    static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        struct sigaction had; /* ignored: by nohup, or in a shell's background */
        if (sigaction(numbers[i], NULL, &had) == 0 && had.sa_handler != SIG_IGN)
            sigaction(numbers[i], &action, NULL);
    }
    action.sa_handler = SIG_IGN;
    sigaction(SIGPIPE, &action, NULL);
}

int process_interrupted(void)
{
    return caught;
}

static int64_t peak_kib(int who)
{
    struct rusage usage;
    return getrusage(who, &usage) == 0 ? usage.ru_maxrss : 0;
}

int64_t process_peak_kib(void)
{
    return peak_kib(RUSAGE_SELF);
}
int64_t process_children_peak_kib(void)
{
    return peak_kib(RUSAGE_CHILDREN);
}
