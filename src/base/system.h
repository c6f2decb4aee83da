/* base/system.h -- clock, environment, terminal: what is asked of the
 * machine. (Child processes are base/process.h's.) */
#ifndef BRIEFCAST_BASE_SYSTEM_H
#define BRIEFCAST_BASE_SYSTEM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

int64_t clock_monotonic_ns(void);
int64_t clock_cpu_us(void);               /* of this process, without children */
const char *system_env(const char *name); /* NULL when not set or empty */
bool system_is_terminal(int fd);
int system_terminal_columns(int fd); /* 80 when unknown */
/* The program's own file, through /proc/self/exe: to find voices/ beside an
 * installation. */
struct str system_program_path(struct arena *a);
/* $SOURCE_DATE_EPOCH (reproducible-builds.org) as an ISO date (UTC); "" when it is not set. False: it
 * is no number of seconds up to the year 9999. */
bool system_source_date(struct str *out, struct arena *a);

#endif
