/* synth/sandbox.h -- what a child that speaks a stranger's text may still do. (libseccomp, Landlock)
 *
 * Two steps, each for good and handed on to children:
 * sandbox_read_only_below() in the zygote: files can be opened only for reading and only below one
 * folder, the engine's data (Landlock, Linux 5.13). The engine needs that while it speaks: foreign
 * letters are read with their own language's dictionary.
 * sandbox_enter() in each child: a filter of system calls. Left are reading and writing what is
 * open, memory, time, and, when `may_read`, opening files for reading. What could do harm (programs,
 * processes, network, other processes' memory) kills the child; everything else is refused with
 * EPERM, so that a new libc's call is no accident. Costs 0.13 ms.
 * Not under sanitizers, which need more: there both do nothing. Limits are base/process.h's.
 */
#ifndef BRIEFCAST_SYNTH_SANDBOX_H
#define BRIEFCAST_SYNTH_SANDBOX_H

#include <stdbool.h>

#include "base/status.h"

/* False in sanitizer builds. */
bool sandbox_available(void);
/* False when the kernel has no Landlock: then children must not open anything (may_read false). */
bool sandbox_read_only_below(const char *folder);
/* BC_EBUG: the filter could not be set. */
BC_CHECK enum bc_status sandbox_enter(bool may_read);

#endif
