/* base/processors.h -- how much of the machine is there for this program. */
#ifndef BRIEFCAST_BASE_PROCESSORS_H
#define BRIEFCAST_BASE_PROCESSORS_H

/* Processors that this process may use, by its affinity and by the limits of its control groups
 * (cpu.max of cgroup v2); at least 1. */
int processors_available(void);

#endif
