/* zygote: jobs come back whole, whatever a child does; nothing is left behind. */
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/system.h"
#include "synth/sandbox.h"
#include "synth/zygote.h"

static const struct zygote_limits limits = {
    .cpu_seconds = 1, .memory_bytes = 512 << 20, .output_bytes = 1 << 20};

/* What a hostile child may try; each returns when it was hindered. */
static void crash(void)
{
    raise(SIGSEGV);
}

static void loop(void)
{
    for (volatile unsigned i = 0;; i++)
        ;
}

static void allocate(void)
{
    for (;;) {
        /* Address space is what is limited: to fill it costs time, which is, too. */
        volatile char *p = malloc(1 << 20);
        if (!p)
            _exit(BC_ERETRY);
        *p = 1;
    }
}

static void babble(int fd)
{
    static char block[64 << 10];
    while (write(fd, block, sizeof block) > 0)
        ;
    _exit(BC_OK);
}

static enum bc_status attempt(struct str what, int out_fd)
{
    if (str_eq(what, S("crash")))
        crash();
    if (str_eq(what, S("loop")))
        loop();
    if (str_eq(what, S("allocate")))
        allocate();
    if (str_eq(what, S("babble")))
        babble(out_fd);
    if (str_eq(what, S("leave")))
        _exit(BC_OK);
    if (str_eq(what, S("odd status")))
        _exit(3);
    if (str_eq(what, S("close everything")) && !close_range(0, ~0U, 0))
        loop();
    if (str_eq(what, S("execute")))
        execl("/bin/true", "true", (char *)NULL);
    if (str_eq(what, S("fork")))
        fork();
    if (str_eq(what, S("connect")) && socket(AF_UNIX, SOCK_STREAM, 0) < 0)
        return BC_EINPUT;
    if (str_eq(what, S("kill parent")) && kill(getppid(), SIGKILL))
        return BC_EINPUT;
    if (str_eq(what, S("new code")))
        return mmap(NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1,
                    0) == MAP_FAILED
                   ? BC_EINPUT
                   : BC_OK;
    if (str_eq(what, S("read a file")))
        return open("/etc/passwd", O_RDONLY) < 0 ? BC_EINPUT : BC_OK;
    if (str_eq(what, S("write a file")))
        return open("/tmp/briefcast-test-zygote", O_WRONLY | O_CREAT, 0600) < 0
                   ? BC_EINPUT
                   : BC_OK;
    return BC_OK;
}

static enum bc_status job(struct str request, int out_fd, struct zygote_reply *reply)
{
    if (str_eq(request, S("unconfined")))
        return BC_OK;
    if (zygote_confine(reply) != BC_OK)
        return BC_EBUG;
    if (str_starts(request, S("do: ")))
        return attempt(str_slice(request, 4, request.len), out_fd);
    if (str_eq(request, S("refuse"))) {
        snprintf(reply->message, sizeof reply->message, "no");
        reply->detail = 42;
        return BC_EINPUT;
    }
    if (str_eq(request, S("garbage"))) {
        memset(reply, 0xFF, sizeof *reply);
        return BC_EINPUT;
    }
    if (str_eq(request, S("environment")))
        return system_env("PATH") || system_env("HOME") ? BC_EINPUT : BC_OK;
    if (str_eq(request, S("descriptors"))) {
        for (int fd = 0; fd < 1000; fd++)
            reply->detail += lseek(fd, 0, SEEK_CUR) >= 0 || fcntl(fd, F_GETFD) >= 0;
        return BC_OK;
    }
    reply->stage_us[0] = zygote_cpu_us();
    return file_write_fd(out_fd, request) ? BC_OK : BC_EIO;
}

static struct zygote *start(int jobs)
{
    struct zygote *z = NULL;
    signal(SIGSEGV, SIG_DFL); /* cmocka's handlers would be inherited */
    signal(SIGSYS, SIG_DFL);
    assert_int_equal(zygote_start(&z, jobs, job, &limits), BC_OK);
    return z;
}

static struct zygote_result run(struct zygote *z, struct str request)
{
    struct zygote_result r;
    assert_int_equal(zygote_submit(z, 7, request), BC_OK);
    assert_true(zygote_collect(z, &r, -1));
    assert_int_equal(r.id, 7);
    assert_int_equal(zygote_in_flight(z), 0);
    return r;
}

static void expect(struct zygote *z, struct str request, enum bc_status status,
                   int signal)
{
    struct zygote_result r = run(z, request);
    if (r.status != status || r.signal != signal)
        fail_msg("%.*s: status %d, signal %d", STR_ARGS(request), r.status, r.signal);
    assert_true((r.fd >= 0) == (status == BC_OK));
    if (r.fd >= 0)
        close(r.fd);
}

static int open_descriptors(void)
{
    int count = 0;
    for (int fd = 0; fd < 256; fd++)
        count += fcntl(fd, F_GETFD) >= 0;
    return count;
}

static void returns_what_was_written(void **state)
{
    (void)state;
    int before = open_descriptors();
    struct zygote *z = start(2);
    struct zygote_result r = run(z, S("hello"));
    char got[8];
    assert_int_equal(r.status, BC_OK);
    assert_int_equal(read(r.fd, got, sizeof got), 5);
    assert_memory_equal(got, "hello", 5);
    assert_true(r.reply.stage_us[0] > 0 && r.cpu_us > 0 && r.peak_kib > 0);
    close(r.fd);
    r = run(z, S(""));
    assert_int_equal(r.status, BC_OK);
    assert_int_equal(lseek(r.fd, 0, SEEK_END), 0);
    close(r.fd);
    r = run(z, S("refuse"));
    assert_int_equal(r.status, BC_EINPUT);
    assert_int_equal(r.fd, -1);
    assert_string_equal(r.reply.message, "no");
    assert_int_equal(r.reply.detail, 42);
    zygote_stop(z);
    assert_int_equal(open_descriptors(), before);
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1); /* no child is left */
}

/* Larger than any socket takes at once. */
static void carries_large_requests(void **state)
{
    (void)state;
    enum { SIZE = 900001 };
    char *large = malloc(SIZE), *got = malloc(SIZE);
    for (int i = 0; i < SIZE; i++)
        large[i] = (char)(i * 7 + i / 251);
    struct zygote *z = start(1);
    struct zygote_result r = run(z, (struct str){large, SIZE});
    assert_int_equal(r.status, BC_OK);
    assert_int_equal(read(r.fd, got, SIZE), SIZE);
    assert_memory_equal(got, large, SIZE);
    close(r.fd);
    zygote_stop(z);
    free(large);
    free(got);
}

static void runs_many_at_a_time(void **state)
{
    (void)state;
    enum { JOBS = 3, ALL = 60 };
    struct zygote *z = start(JOBS);
    bool seen[ALL] = {0};
    char text[16];
    for (int given = 0, got = 0; got < ALL;) {
        while (given < ALL && zygote_in_flight(z) < JOBS) {
            int n = snprintf(text, sizeof text, "job %d", given);
            assert_int_equal(zygote_submit(z, (uint64_t)given++, (struct str){text, n}),
                             BC_OK);
        }
        if (given < ALL)
            assert_int_equal(zygote_submit(z, 0, S("too many")), BC_ERETRY);
        struct zygote_result r;
        assert_true(zygote_collect(z, &r, -1));
        assert_int_equal(r.status, BC_OK);
        int n = snprintf(text, sizeof text, "job %d", (int)r.id);
        char found[16];
        assert_int_equal(read(r.fd, found, sizeof found), n);
        assert_memory_equal(found, text, (size_t)n);
        assert_false(seen[r.id]);
        seen[r.id] = true;
        close(r.fd);
        got++;
    }
    struct zygote_result none;
    assert_false(zygote_collect(z, &none, -1)); /* nothing under way: no waiting */
    zygote_stop(z);
}

static void survives_its_children(void **state)
{
    (void)state;
    struct zygote *z = start(1);
    if (sandbox_available()) {
        expect(z, S("do: crash"), BC_EBUG, SIGSEGV);
        expect(z, S("do: allocate"), BC_ERETRY, 0);
        expect(z, S("do: execute"), BC_EBUG, SIGSYS);
        expect(z, S("do: fork"), BC_EBUG, SIGSYS);
        expect(z, S("do: connect"), BC_EBUG, SIGSYS);
        expect(z, S("do: kill parent"), BC_EBUG, SIGSYS);
        expect(z, S("do: new code"), BC_EINPUT, 0);
        expect(z, S("do: read a file"), BC_EINPUT, 0);
        expect(z, S("do: write a file"), BC_EINPUT, 0);
        expect(z, S("do: close everything"), BC_OK,
               0); /* the filter refuses close_range */
    } else {
        print_message(
            "without the filter: a sanitizer needs more calls than it allows\n");
        expect(z, S("do: close everything"), BC_EBUG, SIGKILL);
    }
    expect(z, S("do: loop"), BC_EBUG, SIGXCPU);
    expect(z, S("do: babble"), BC_EBUG, SIGXFSZ);
    expect(z, S("do: leave"), BC_EBUG, 0);
    expect(z, S("do: odd status"), BC_EBUG, 0);
    expect(z, S("unconfined"), BC_EBUG, 0);
    expect(z, S("environment"), BC_OK, 0);
    struct zygote_result r = run(z, S("garbage"));
    assert_int_equal(r.status, BC_EINPUT);
    assert_string_equal(r.reply.message, ""); /* not UTF-8 */
    expect(z, S("still here"), BC_OK, 0);
    zygote_stop(z);
}

/* stdin, stdout and stderr, the result, and its pipe: nothing of anybody else's. */
static void child_holds_its_own(void **state)
{
    (void)state;
    int mine =
        open("/dev/null", O_RDONLY); /* the parent's, inherited by whoever forgets */
    struct zygote *z = start(2);
    assert_int_equal(zygote_submit(z, 1, S("do: loop")), BC_OK); /* a brother */
    struct zygote_result r;
    assert_int_equal(zygote_submit(z, 2, S("descriptors")), BC_OK);
    assert_true(zygote_collect(z, &r, -1));
    assert_int_equal(r.id, 2);
    assert_int_equal(r.status, BC_OK);
    /* The filter refuses fcntl, and a pipe has no position. */
    assert_int_equal(r.reply.detail, sandbox_available() ? 4 : 5);
    close(r.fd);
    close(mine);
    zygote_stop(z); /* ends the brother, too */
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
}

/* The zygote's process, found as a child of this one. */
static pid_t zygote_pid(void)
{
    char path[64], text[64] = "";
    snprintf(path, sizeof path, "/proc/self/task/%d/children", (int)getpid());
    int fd = open(path, O_RDONLY);
    assert_true(fd >= 0 && read(fd, text, sizeof text - 1) > 0);
    close(fd);
    return (pid_t)strtol(text, NULL, 10);
}

static void survives_the_zygote(void **state)
{
    (void)state;
    struct zygote *z = start(3);
    for (uint64_t i = 0; i < 3; i++)
        assert_int_equal(zygote_submit(z, i, i < 2 ? S("do: loop") : S("x")), BC_OK);
    struct zygote_result r;
    assert_true(zygote_collect(z, &r, -1));
    assert_int_equal(r.id, 2);
    close(r.fd);
    kill(zygote_pid(), SIGKILL);
    for (int i = 0; i < 2; i++) {
        assert_true(zygote_collect(z, &r, -1));
        assert_int_equal(r.status, BC_EBUG);
        assert_int_equal(r.signal, SIGKILL);
        assert_int_equal(r.fd, -1);
    }
    assert_false(zygote_collect(z, &r, 0));
    expect(z, S("hello again"), BC_OK, 0);
    kill(zygote_pid(), SIGKILL); /* unnoticed until the next job */
    usleep(10000);
    expect(z, S("lost"), BC_EBUG, SIGKILL);
    expect(z, S("found"), BC_OK, 0);
    zygote_stop(z);
    zygote_stop(NULL);
}

static void survives_without_descriptors(void **state)
{
    (void)state;
    struct zygote *z = start(1);
    struct rlimit had, none;
    getrlimit(RLIMIT_NOFILE, &had);
    none = had;
    none.rlim_cur = 0;
    setrlimit(RLIMIT_NOFILE, &none);
    struct zygote *second = NULL;
    enum bc_status status = zygote_start(&second, 1, job, &limits);
    struct zygote_result r;
    assert_int_equal(zygote_submit(z, 5, S("x")), BC_OK);
    bool came = zygote_collect(z, &r, -1);
    setrlimit(RLIMIT_NOFILE, &had);
    assert_int_equal(status, BC_ERETRY);
    assert_true(came);
    assert_int_equal(r.status, BC_ERETRY);
    assert_int_equal(r.fd, -1);
    expect(z, S("hello again"), BC_OK, 0);
    zygote_stop(z);
}

/* A parent that dies takes zygote and children along. */
static void follows_its_parent(void **state)
{
    (void)state;
    int ends[2];
    char byte;
    assert_int_equal(pipe(ends), 0);
    pid_t parent = fork();
    if (!parent) {
        struct zygote *z;
        if (zygote_start(&z, 2, job, &limits) != BC_OK ||
            zygote_submit(z, 1, S("do: loop")) != BC_OK)
            _exit(1);
        pid_t child = zygote_pid();
        assert_int_equal(write(ends[1], &child, sizeof child), (ssize_t)sizeof child);
        pause();
    }
    pid_t zygote;
    assert_int_equal(read(ends[0], &zygote, sizeof zygote), (ssize_t)sizeof zygote);
    kill(parent, SIGKILL);
    waitpid(parent, NULL, 0);
    for (int i = 0; i < 500 && kill(zygote, 0) == 0; i++) {
        char path[64], line[256] = "";
        snprintf(path, sizeof path, "/proc/%d/stat", (int)zygote);
        int fd = open(path, O_RDONLY);
        if (fd >= 0 && read(fd, line, sizeof line - 1) > 0 && strstr(line, ") Z "))
            i = 500; /* dead; whoever inherited it is slow to bury it */
        close(fd);
        usleep(2000);
        assert_true(i != 499);
    }
    close(ends[1]);
    assert_int_equal(read(ends[0], &byte, 1), 0); /* nobody holds the pipe any more */
    close(ends[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(returns_what_was_written),
        cmocka_unit_test(carries_large_requests),
        cmocka_unit_test(runs_many_at_a_time),
        cmocka_unit_test(survives_its_children),
        cmocka_unit_test(child_holds_its_own),
        cmocka_unit_test(survives_the_zygote),
        cmocka_unit_test(survives_without_descriptors),
        cmocka_unit_test(follows_its_parent),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
