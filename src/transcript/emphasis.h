/* transcript/emphasis.h -- which '*' and '_' of a Markdown text are emphasis.
 *
 * CommonMark 0.30, section 6.2 and the algorithm of its appendix, on runs of delimiters.
 */
#ifndef BRIEFCAST_TRANSCRIPT_EMPHASIS_H
#define BRIEFCAST_TRANSCRIPT_EMPHASIS_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

struct delimiter {
    char c;        /* '*' or '_' */
    ptrdiff_t len; /* characters of the run */
    bool can_open, can_close;
    ptrdiff_t left,
        right;       /* used as closers from the left and as openers from the right */
    ptrdiff_t token; /* the caller's */
    ptrdiff_t previous, next; /* scratch of emphasis_resolve */
};

/* The run of `len` equal characters at s[at]. False when it can be neither, or is too long. */
bool delimiter_at(struct delimiter *out, struct str s, ptrdiff_t at, ptrdiff_t len);

struct emphasis {
    ptrdiff_t open, close; /* indices of runs */
    bool strong;
};

/* Pairs the runs and counts what is used of each; inner pairs come before outer ones. *out lives in
 * `a`; returns the count. */
ptrdiff_t emphasis_resolve(struct emphasis **out, struct arena *a, struct delimiter *runs,
                           ptrdiff_t count);

#endif
