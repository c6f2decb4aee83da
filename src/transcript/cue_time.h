/* transcript/cue_time.h -- the line of a caption that says from when to when it is shown.
 *
 * WebVTT (section 4.3, cue timings) and SubRip write "00:00:01.000 --> 00:00:03.000". What people
 * write by hand, and programs that are wrong, differ in the arrow or have no end; such lines are
 * read, too, and said to be inexact.
 */
#ifndef BRIEFCAST_TRANSCRIPT_CUE_TIME_H
#define BRIEFCAST_TRANSCRIPT_CUE_TIME_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

struct cue_time {
    int64_t begin_ms, end_ms; /* end_ms -1: not said */
    ptrdiff_t settings; /* bytes of the line that are times; what follows are settings */
    bool exact;         /* as the formats have it */
};

/* Is `line` such a line? */
bool cue_time_of(struct cue_time *out, struct str line);

/* "01:02:03.456", "02:03,456", "1:02:03" at s[*at], which is moved behind it. */
bool cue_clock(struct str s, ptrdiff_t *at, int64_t *ms);

#endif
