/* cli/suggest.h -- names that no lexicon has: shown as the engine says them, and written as a lexicon
 * to fill in. */
#ifndef BRIEFCAST_CLI_SUGGEST_H
#define BRIEFCAST_CLI_SUGGEST_H

#include "base/diag.h"
#include "script/uncovered.h"

/* Asks the engine how it says each; sets `said`, "" where it has no such language. Statuses as
 * pronounce (synth/pronounce.h). */
BC_CHECK enum bc_status suggest_listen(struct uncovered *u, struct diag *d);
/* Appends the most frequent, a line each. */
void suggest_show(struct strbuf *out, const struct uncovered *u);
/* BC_ECREATE, reported: there is a file at `path` already, which may have been filled in. */
BC_CHECK enum bc_status suggest_may_write(struct str path, struct diag *d);
/* Writes all that are of the most frequent one's language as a W3C Pronunciation Lexicon (PLS 1.0). */
BC_CHECK enum bc_status suggest_write(struct str path, const struct uncovered *u,
                                      struct diag *d);

#endif
