/* publish/captions.h -- WebVTT: a cue a sentence, <v Name>, words timed. (W3C WebVTT) */
#ifndef BRIEFCAST_PUBLISH_CAPTIONS_H
#define BRIEFCAST_PUBLISH_CAPTIONS_H

#include "mix/timeline.h"

/* Cues of at most two lines of 65 characters; a longer sentence becomes several cues, split at word
 * times, behind marks and before conjunctions where that makes them about as even. Where a sentence is
 * spoken in several segments it makes no difference, but for a <break> of more than a second, at which a
 * cue ends. Word timestamps lie strictly inside their cue and increase. */
struct str captions_vtt(struct arena *a, const struct timeline *t);

#endif
