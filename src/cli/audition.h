/* cli/audition.h -- voices say something, each in a chapter of its own. (briefcast
 * voices --say) */
#ifndef BRIEFCAST_CLI_AUDITION_H
#define BRIEFCAST_CLI_AUDITION_H

#include "cli/pipeline.h"

/* The .opus file in which every voice says `text`, in `a`. BC_EINPUT: it cannot be
 * spoken. */
BC_CHECK enum bc_status audition(struct str *out, struct arena *a, struct studio *studio,
                                 const struct profile *const *voices, ptrdiff_t count,
                                 struct str text, int jobs, struct diag *d);

#endif
