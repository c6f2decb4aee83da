/* base/source_open.h -- an input's text is looked at once, at the door. */
#ifndef BRIEFCAST_BASE_SOURCE_OPEN_H
#define BRIEFCAST_BASE_SOURCE_OPEN_H

#include "base/diag.h"
#include "base/source.h"
#include "base/status.h"

/* Reports to `d`, with its place, and returns BC_EINPUT: invalid UTF-8, a NUL byte, or nothing but
 * blanks (each of the first two with the place of its first occurrence and how many there are). */
BC_CHECK enum bc_status source_check(const struct source *s, struct diag *d);

/* source_make and source_check; *out is valid even when BC_EINPUT was returned. */
BC_CHECK enum bc_status source_open(const struct source **out, struct arena *a,
                                    struct str name, struct str bytes, struct diag *d);

#endif
