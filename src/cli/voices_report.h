/* cli/voices_report.h -- a page about voices with a sample of each. (briefcast voices --report) */
#ifndef BRIEFCAST_CLI_VOICES_REPORT_H
#define BRIEFCAST_CLI_VOICES_REPORT_H

#include "cli/studio.h"

/* Writes `folder`/NAME.opus for each of the voices, then `folder`/index.html (publish/voices_page.h); *page
 * is its path, in `a`. BC_ECREATE, BC_EIO: cannot write; as audition. */
BC_CHECK enum bc_status voices_report(struct str *page, struct arena *a,
                                      struct studio *studio,
                                      const struct profile *const *voices,
                                      ptrdiff_t count, struct str folder, int jobs,
                                      struct diag *d);

#endif
