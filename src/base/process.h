/* base/process.h -- child processes: forking, limits, messages with descriptors, signals.
 *
 * The parent of the program stays single-threaded, so that fork is safe.
 */
#ifndef BRIEFCAST_BASE_PROCESS_H
#define BRIEFCAST_BASE_PROCESS_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/status.h"
#include "base/str.h"

/* What a child may use at most; 0: no limit. */
struct process_limits {
    int64_t memory_bytes; /* RLIMIT_AS; not set under AddressSanitizer */
    int cpu_seconds;      /* RLIMIT_CPU, SIGXCPU */
    int64_t file_bytes;   /* RLIMIT_FSIZE */
};
BC_CHECK enum bc_status
process_limit(const struct process_limits *limits); /* this process, from now on */

/* Dies with its parent (PR_SET_PDEATHSIG), no core file. For a child, right after the
 * fork. */
void process_follow_parent(pid_t parent);

/* A connected pair of SOCK_SEQPACKET sockets, close-on-exec. */
BC_CHECK enum bc_status process_socketpair(int fds[2]);
/* Sends one message with an optional descriptor (-1: none). Blocks; false on failure. */
bool process_send(int socket, struct str message, int fd);
/* Receives one message of at most `size` bytes; *fd is a received descriptor or -1
 * (owned by the caller). Returns its length, 0 at the end of the stream, -1 on failure. */
ssize_t process_receive(int socket, void *buffer, size_t size, int *fd);

/* An anonymous memory file (memfd_create), close-on-exec; -1 on failure. Owned by the
 * caller. */
int process_memory_file(void);

/* Opens /dev/null for each of standard input, output and error that is closed, so that
 * no file that is opened later takes its place. First of all in main. */
void process_standard_descriptors(void);

/* Files of this process that a signal must not leave behind. The name is copied; the slot is given
 * back by process_release_file, once the file has its place or is gone. -1, which may be given back,
 * too: none is free (there are few), or the name is too long. */
int process_guard_file(const char *path);
void process_release_file(int slot);
/* Removes them: async-signal-safe. */
void process_remove_guarded(void);

/* SIGINT, SIGTERM, SIGHUP: remembered and told by process_interrupted(); a second one
 * ends the process at once after process_remove_guarded. What was ignored stays so. SIGPIPE and SIGXFSZ are
 * ignored: writing fails. */
void process_catch_signals(void);
int process_interrupted(void); /* the signal's number, or 0 */

/* Peak resident memory of this process and, separately, of its waited-for children, in
 * KiB. */
int64_t process_peak_kib(void);
int64_t process_children_peak_kib(void);

#endif
