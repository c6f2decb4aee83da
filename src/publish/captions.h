/* publish/captions.h -- WebVTT: a cue a sentence, <v Name>, words timed. (W3C WebVTT) */
#ifndef BRIEFCAST_PUBLISH_CAPTIONS_H
#define BRIEFCAST_PUBLISH_CAPTIONS_H

#include "mix/timeline.h"

/* Cues of at most two lines of 65 characters; a longer sentence becomes several cues, split at word
 * times. Word timestamps lie strictly inside their cue and increase. */
struct str captions_vtt(struct arena *a, const struct timeline *t);

#endif
