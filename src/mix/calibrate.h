/* mix/calibrate.h -- measures a profile: the gain that brings it to the target, and how it sounds.
 *
 * Speaks a fixed text through the whole chain (two passes: the gain found by the first is checked
 * on the decoded signal of the second).
 */
#ifndef BRIEFCAST_MIX_CALIBRATE_H
#define BRIEFCAST_MIX_CALIBRATE_H

#include "mix/cache.h"
#include "voice/voicing.h"

/* Measures `p` in `language`: where that is not one of its own, as voice/voicing.h has it speak it, and
 * then only the gain. `jobs` children at a time. BC_EMISSING: no calibration text or no engine's voice
 * for the language, or the engine is missing; BC_ERETRY: a signal asked to end. */
BC_CHECK enum bc_status calibrate_profile(struct measurement *out, struct arena *a,
                                          const struct profile *p, struct str language,
                                          const struct voice_inventory *inventory,
                                          int jobs, struct diag *d);

/* How `p` sounds when it says these sentences in `language` with the gain that it has; out->lufs_cb is
 * with that gain, and all of it in another language than its first. */
BC_CHECK enum bc_status calibrate_hear(struct voiceprint *out, const struct profile *p,
                                       struct str language, const struct str *sentences,
                                       ptrdiff_t count,
                                       const struct voice_inventory *inventory, int jobs,
                                       struct diag *d);

#endif
