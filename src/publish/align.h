/* publish/align.h -- when each printed word is heard.
 *
 * A clip knows the times of the spoken text's words; people read the printed text. Most words are
 * the same; where they differ ("RPB" is spoken as three words, "2017" as two) the segment's trace
 * (base/trace.h) says which belong together, and the printed words share the spoken ones' time.
 */
#ifndef BRIEFCAST_PUBLISH_ALIGN_H
#define BRIEFCAST_PUBLISH_ALIGN_H

#include <stdbool.h>
#include <stdint.h>

#include "mix/timeline.h"

struct printed_word {
    struct str text; /* without blanks; borrowed from the segment */
    /* Samples of the episode; start <= stop. Starts never decrease, and lie within the clip. */
    int64_t start, stop;
    bool
        spoken; /* holds a letter or digit that is said; else it has no time of its own */
    bool measured; /* the time is a spoken word's own, neither shared nor interpolated */
};

/* All blank-separated words of segment i's printed text, in order; none is missing. *out lives in
 * `a`; returns how many there are. */
ptrdiff_t align_words(struct printed_word **out, struct arena *a,
                      const struct timeline *t, ptrdiff_t i);

#endif
