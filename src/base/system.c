#include "base/system.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

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

bool system_source_date(struct str *out, struct arena *a)
{
    int64_t seconds;
    struct tm tm;
    const char *value = system_env("SOURCE_DATE_EPOCH");
    *out = S("");
    if (!value)
        return true;
    if (!str_to_int(str_from(value), &seconds) || seconds < 0 ||
        seconds > 253402300799) /* 9999-12-31 */
        return false;
    time_t t = (time_t)seconds;
    gmtime_r(&t, &tm);
    *out = str_format(a, "%04d-%02d-%02d", tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday);
    return true;
}
