#include "base/processors.h"

#include <limits.h>
#include <sched.h>
#include <unistd.h>

#include "base/file.h"

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

int processors_available(void)
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
