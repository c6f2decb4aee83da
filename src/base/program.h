/* base/program.h -- which program this is: its own file, and the libraries that are loaded. */
#ifndef BRIEFCAST_BASE_PROGRAM_H
#define BRIEFCAST_BASE_PROGRAM_H

#include <stdbool.h>

#include "base/hash.h"
#include "base/status.h"

/* A hash over what tells the program's file, and those of all libraries that are loaded, from any
 * others, and from what they were before an upgrade (file_identify). False: some of them cannot be
 * looked at, as where there is no /proc. */
BC_CHECK bool program_identity(struct hash *out);

/* Adds to `h` the loaded libraries whose file names begin with `name`, each by name, size and time: the
 * same on machines that have the same packages. */
void program_library(struct hasher *h, struct str name);

#endif
