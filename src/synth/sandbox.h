/* synth/sandbox.h -- what a child that speaks a stranger's text may still do. (libseccomp)
 *
 * After sandbox_enter: no opening of files, no network, no exec, no new processes; reading,
 * writing and mapping memory on what it has. Not under sanitizers, which need more.
 */
#ifndef BRIEFCAST_SYNTH_SANDBOX_H
#define BRIEFCAST_SYNTH_SANDBOX_H

#include <stdbool.h>

#include "base/process.h"
#include "base/status.h"

/* False in sanitizer builds. */
bool sandbox_available(void);
BC_CHECK enum bc_status sandbox_enter(const struct process_limits *limits);

#endif
