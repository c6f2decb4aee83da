/* Whether work grows no faster than what there is to do. */
#ifndef BRIEFCAST_TESTS_LINEAR_H
#define BRIEFCAST_TESTS_LINEAR_H

#include <stdint.h>
#include <time.h>

/* Microseconds of the processor that `work` takes for `size`: the least of three, for others are at
 * work on this machine too. */
static inline int64_t cost_us(void (*work)(void *user, int size), void *user, int size)
{
    int64_t least = INT64_MAX;
    for (int i = 0; i < 3; i++) {
        struct timespec begin, end;
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &begin);
        work(user, size);
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end);
        int64_t cost = (int64_t)(end.tv_sec - begin.tv_sec) * 1000000 +
                       (end.tv_nsec - begin.tv_nsec) / 1000;
        least = cost < least ? cost : least;
    }
    return least;
}

/* Four times as much costs sixteen times as much when work is quadratic; here at most eight. Two
 * milliseconds are what the clock and the memory's pages may add. */
static inline void assert_linear(void (*work)(void *user, int size), void *user, int size)
{
    int64_t one = cost_us(work, user, size), four = cost_us(work, user, 4 * size);
    if (four > 8 * one + 2000)
        fail_msg("%d takes %lld us, four times as much %lld us", size, (long long)one,
                 (long long)four);
}

#endif
