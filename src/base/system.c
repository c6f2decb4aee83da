#include "base/system.h"

#include <limits.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"

int64_t clock_monotonic_ns(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

int64_t clock_cpu_us(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

/* Processors by a line "quota period" of cgroup v2's cpu.max; INT_MAX: no limit. */
static int processors_of(struct str line)
{
    struct str quota, period;
    int64_t q = 0, p = 0;
    str_cut(str_trim(line), ' ', &quota, &period);
    if (!str_to_int(quota, &q) || !str_to_int(period, &p) || q <= 0 || p <= 0)
        return INT_MAX;
    int64_t n = (q + p - 1) / p;
    return n < INT_MAX ? (int)n : INT_MAX;
}

/* The tightest cpu.max from this process's group up to the root. */
static int group_processors(void)
{
    struct arena a = {0};
    struct str groups = {0}, line, rest;
    int least = INT_MAX;
    if (file_read_quiet(&groups, &a, "/proc/self/cgroup", 65536) != BC_OK)
        groups = S("");
    struct str group = S("");
    for (rest = groups; rest.len;) {
        str_cut(rest, '\n', &line, &rest);
        if (str_starts(line, S("0::/")))
            group = str_slice(line, 4, line.len);
    }
    for (;;) {
        struct str path = str_format(&a, "/sys/fs/cgroup/%.*s/cpu.max", STR_ARGS(group));
        struct str limit;
        if (file_read_quiet(&limit, &a, str_z(&a, path), 4096) == BC_OK) {
            int n = processors_of(limit);
            least = n < least ? n : least;
        }
        if (!group.len)
            break;
        group.len -= path_base(group).len;
        group.len -= group.len > 0; /* the slash */
    }
    arena_clear(&a);
    return least;
}

int system_processors(void)
{
    cpu_set_t set;
    int count = 1;
    if (sched_getaffinity(0, sizeof set, &set) == 0)
        count = CPU_COUNT(&set);
    else if (sysconf(_SC_NPROCESSORS_ONLN) > 0)
        count = (int)sysconf(_SC_NPROCESSORS_ONLN);
    int group = group_processors();
    count = group < count ? group : count;
    return count > 0 ? count : 1;
}

const char *system_env(const char *name)
{
    const char *value = getenv(name);
    return value && *value ? value : NULL;
}

bool system_is_terminal(int fd)
{
    return isatty(fd);
}

int system_terminal_columns(int fd)
{
    struct winsize size;
    return ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

struct str system_program_path(struct arena *a)
{
    char path[PATH_MAX];
    ssize_t n = readlink("/proc/self/exe", path, sizeof path);
    return n > 0 && n < (ssize_t)sizeof path ? str_copy(a, (struct str){path, n}) : S("");
}

struct str system_source_date(struct arena *a)
{
    int64_t seconds;
    struct tm tm;
    const char *value = system_env("SOURCE_DATE_EPOCH");
    if (!value || !str_to_int(str_from(value), &seconds) || seconds < 0 ||
        seconds > 253402300799) /* 9999-12-31 */
        return S("");
    time_t t = (time_t)seconds;
    gmtime_r(&t, &tm);
    return str_format(a, "%04d-%02d-%02d", tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday);
}
