/* publish/coverage.h -- proof that nothing was lost: the ledger joined with the timeline.
 *
 * {"version": 1, "source", "sha256", "bytes", "spoken_bytes", "ranges": [
 *   {"begin", "end", "line", "kind": "spoken", "speaker", "start", "stop", "segment"} |
 *   {"begin", "end", "line", "kind": "not-spoken", "reason"} | {"begin", "end", "line", "kind": "blank"}]}
 * begin and end are byte offsets, line is begin's and 1-based; start and stop seconds of the speech
 * that the range is part of, rounded down to milliseconds; segment counts from 0. Concatenated, the
 * ranges are the file. "source" is the file's base name: the same bytes from whatever folder.
 */
#ifndef BRIEFCAST_PUBLISH_COVERAGE_H
#define BRIEFCAST_PUBLISH_COVERAGE_H

#include "mix/timeline.h"
#include "script/ledger.h"

struct str coverage_json(struct arena *a, const struct timeline *t,
                         const struct ledger *l);

#endif
