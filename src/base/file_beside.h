/* base/file_beside.h -- files that a file of anybody names: a script's lexicons and jingles. */
#ifndef BRIEFCAST_BASE_FILE_BESIDE_H
#define BRIEFCAST_BASE_FILE_BESIDE_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/status.h"
#include "base/str.h"

/* Reads the file that `name`, a relative path, means from the folder of the file `path` ("-": the
 * current folder): one in that folder or below it, at most `limit` bytes. Links are not followed, so
 * that nobody's script shows files of the machine it is rendered on. *found (NULL: not wanted) is its
 * path; both live in `a`. BC_EINPUT, BC_ENOINPUT, BC_EIO: reported at `place`, where the name
 * stands. */
BC_CHECK enum bc_status file_read_beside(struct str *out, struct str *found,
                                         struct arena *a, struct str path,
                                         struct str name, ptrdiff_t limit,
                                         struct place place, struct diag *d);

#endif
