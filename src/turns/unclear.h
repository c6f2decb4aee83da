/* turns/unclear.h -- what is told when no way of marking speakers wins. */
#ifndef BRIEFCAST_TURNS_UNCLEAR_H
#define BRIEFCAST_TURNS_UNCLEAR_H

#include "base/diag.h"
#include "turns/labels.h"

/* A warning with the two best candidates when speakers were likely, else a note. */
void unclear_tell(struct diag *d, const struct layout *layout,
                  const struct labels *labels);

#endif
