/* mix/calibrate.h -- measures a profile: the gain that brings it to the target, and how it sounds.
 *
 * Speaks a fixed text through the whole chain (two passes: the gain found by the first is checked
 * on the decoded signal of the second).
 */
#ifndef BRIEFCAST_MIX_CALIBRATE_H
#define BRIEFCAST_MIX_CALIBRATE_H

#include "mix/cache.h"
#include "voice/palette.h"

/* Measures `p` in `language`. `jobs` children at a time. BC_EMISSING: no calibration text for the
 * language, or the engine is missing; BC_ERETRY: a signal asked to end. */
BC_CHECK enum bc_status calibrate_profile(struct measurement *out, struct arena *a,
                                          const struct profile *p, struct str language,
                                          int jobs, struct diag *d);

#endif
