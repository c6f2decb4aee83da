/* publish/marks.h -- when the marks of a script (<mark name="..."/>) are reached. */
#ifndef BRIEFCAST_PUBLISH_MARKS_H
#define BRIEFCAST_PUBLISH_MARKS_H

#include "mix/timeline.h"

struct timed_mark {
    struct str name;
    int64_t
        at; /* samples of the episode: where the next word begins, else the last one ends */
};

/* In the order of the script; never decreasing. *out lives in `a`; returns how many there are. */
ptrdiff_t marks_find(struct timed_mark **out, struct arena *a, const struct timeline *t);

#endif
