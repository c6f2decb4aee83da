/* cli/gap.h -- a sentence that could not be spoken becomes an announced gap
 * (--keep-going). */
#ifndef BRIEFCAST_CLI_GAP_H
#define BRIEFCAST_CLI_GAP_H

#include "script/ledger.h"
#include "script/script.h"

/* What the narrator says instead of a segment. */
struct str gap_text(const struct segment *g);

/* The voice that announces a gap in place of `segment`: the narrator's, else the
 * segment's own. */
struct str gap_voice(const struct script *s, ptrdiff_t segment);

/* Puts the narrator's announcement in place of every segment i with missing[i], as a
 * turn of its own, and books the source's bytes as not spoken (REASON_ENGINE_FAILED).
 * The number and order of the segments stay. The script can be rendered afterwards, not
 * printed: notes are gone. */
void gaps_apply(struct script *s, struct ledger *l, struct arena *a, const bool *missing);

#endif
