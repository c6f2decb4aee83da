/* base/program.h -- which program this is: its own file, and the libraries that are loaded. */
#ifndef BRIEFCAST_BASE_PROGRAM_H
#define BRIEFCAST_BASE_PROGRAM_H

#include "base/hash.h"

/* A hash over what tells the program's file, and those of all libraries that are loaded, from any
 * others, and from what they were before an upgrade (file_identify). */
struct hash program_identity(void);

#endif
