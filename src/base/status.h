/* base/status.h -- what a function reports, and what the program exits with.
 *
 * The values are the exit statuses of sysexits.h (BSD), so that nothing has to be
 * translated on the way out. Text for the user goes to the diagnostics collector
 * (base/diag.h), never with the status.
 *
 */
#ifndef BRIEFCAST_BASE_STATUS_H
#define BRIEFCAST_BASE_STATUS_H

enum bc_status {
    BC_OK = 0,
    BC_EUSAGE = 64,   /* the command line is wrong */
    BC_EINPUT = 65,   /* an input is wrong, or text of it would be lost */
    BC_ENOINPUT = 66, /* no such input */
    BC_EMISSING = 69, /* something that is needed is not installed or not available */
    BC_EBUG = 70,     /* a fault of this program, or of a library it drives */
    BC_ECREATE = 73,  /* an output cannot be created */
    BC_EIO = 74,      /* reading or writing failed half-way */
    BC_ERETRY = 75,   /* out of memory, processes or time: try again */
    BC_ECONFIG = 78,  /* a voice, cast, lexicon or settings file is wrong */
};

#define BC_CHECK __attribute__((warn_unused_result))
#define BC_PRINTF(format_index, first_argument)                                          \
    __attribute__((format(printf, format_index, first_argument)))

/* The status that counts when both occurred: the first of 70, 74, 73, 69, 78, 75, 65,
 * 66, 64, 0. */
enum bc_status status_worse(enum bc_status a, enum bc_status b);

#endif
