/* process: limits hold, messages carry descriptors, signals are remembered. */
#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/process.h"

static void messages_carry_descriptors(void **state)
{
    (void)state;
    int pair[2], fd;
    char got[16];
    assert_int_equal(process_socketpair(pair), BC_OK);
    int memory = process_memory_file();
    assert_true(memory >= 0);
    assert_true(file_write_fd(memory, S("content")));
    assert_true(process_send(pair[0], S("hello"), memory));
    assert_true(process_send(pair[0], S("alone"), -1));
    assert_true(process_send(pair[0], S("longer than the buffer is"), -1));
    assert_int_equal(process_receive(pair[1], got, sizeof got, &fd), 5);
    assert_memory_equal(got, "hello", 5);
    assert_true(fd >= 0);
    assert_int_equal(pread(fd, got, sizeof got, 0), 7);
    assert_memory_equal(got, "content", 7);
    close(fd);
    assert_int_equal(process_receive(pair[1], got, sizeof got, &fd), 5);
    assert_int_equal(fd, -1);
    assert_int_equal(process_receive(pair[1], got, sizeof got, &fd), -1);
    close(pair[0]);
    assert_int_equal(process_receive(pair[1], got, sizeof got, &fd), 0);
    close(pair[1]);
    close(memory);
}

/* A child that was broken into may send more than was asked for. */
static void a_second_descriptor_is_closed(void **state)
{
    (void)state;
    int pair[2], fd, two[2] = {process_memory_file(), process_memory_file()};
    char byte = 'x';
    union {
        struct cmsghdr header;
        char bytes[CMSG_SPACE(sizeof two)];
    } control = {0};
    struct iovec part = {&byte, 1};
    struct msghdr m = {.msg_iov = &part,
                       .msg_iovlen = 1,
                       .msg_control = control.bytes,
                       .msg_controllen = sizeof control.bytes};
    struct cmsghdr *c = CMSG_FIRSTHDR(&m);
    *c = (struct cmsghdr){CMSG_LEN(sizeof two), SOL_SOCKET, SCM_RIGHTS};
    memcpy(CMSG_DATA(c), two, sizeof two);
    assert_int_equal(process_socketpair(pair), BC_OK);
    assert_int_equal(sendmsg(pair[0], &m, 0), 1);
    int next = dup(pair[0]); /* the lowest that is free */
    close(next);
    assert_int_equal(process_receive(pair[1], &byte, 1, &fd), 1);
    assert_int_equal(fd, next);
    close(fd);
    int after = dup(pair[0]);
    assert_int_equal(after, next);
    int beyond = dup(pair[0]); /* it would be one further if the other were open */
    assert_int_equal(beyond, next + 1);
    close(after);
    close(beyond);
    close(pair[0]);
    close(pair[1]);
    close(two[0]);
    close(two[1]);
}

/* How a child ends that limits itself and then runs `body`. */
static int ending(struct process_limits limits, void (*body)(void))
{
    pid_t parent = getpid(), child = fork();
    if (!child) {
        process_follow_parent(parent);
        if (process_limit(&limits) != BC_OK)
            _exit(99);
        body();
        _exit(0);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFSIGNALED(status) ? 1000 + WTERMSIG(status) : WEXITSTATUS(status);
}

static void spin(void)
{
    for (volatile long i = 0;; i++)
        ;
}

static void write_much(void)
{
    static char block[8192];
    signal(SIGXFSZ, SIG_IGN); /* as some parents leave it */
    if (!file_write_fd(process_memory_file(), (struct str){block, sizeof block}))
        _exit(errno == EFBIG ? 27 : 1);
}

static void nothing(void)
{
}

static void limits_hold(void **state)
{
    (void)state;
    assert_int_equal(ending((struct process_limits){.cpu_seconds = 1}, spin),
                     1000 + SIGXCPU);
    assert_int_equal(ending((struct process_limits){.file_bytes = 4096}, write_much), 27);
    assert_int_equal(ending((struct process_limits){0, 100, 1 << 20}, nothing), 0);
    assert_true(process_peak_kib() > 0);
    assert_true(process_children_peak_kib() > 0);
}

static void signals_are_remembered(void **state)
{
    (void)state;
    pid_t child = fork();
    if (!child) {
        process_catch_signals();
        raise(SIGPIPE);
        if (process_interrupted())
            _exit(1);
        raise(SIGTERM);
        if (process_interrupted() != SIGTERM)
            _exit(2);
        raise(SIGINT); /* the second one ends it */
        _exit(3);
    }
    int status;
    waitpid(child, &status, 0);
    assert_int_equal(WEXITSTATUS(status), 128 + SIGINT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(messages_carry_descriptors),
        cmocka_unit_test(a_second_descriptor_is_closed),
        cmocka_unit_test(limits_hold),
        cmocka_unit_test(signals_are_remembered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
