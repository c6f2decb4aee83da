/* base/text.h -- normalised text that knows which source bytes it came from.
 *
 * A text is a string with a run-length map back to its source. A run is either verbatim
 * (its bytes are the source's bytes, one for one) or a replacement (the run as a whole
 * stands for a range of source bytes: a blank for a line break, "&" for "&amp;"). Text
 * that the program adds has runs with an empty range.
 *
 * Slicing keeps the books balanced: each source byte of a text falls to exactly one of
 * the slices that it is cut into (a replacement that is cut goes to the slice with its
 * first byte).
 *
 */
#ifndef BRIEFCAST_BASE_TEXT_H
#define BRIEFCAST_BASE_TEXT_H

#include "base/arena.h"
#include "base/source.h"
#include "base/str.h"

/* 32 bits, for a transcript has more runs than lines; sources are shorter than 2 GB. */
struct text_run {
    int32_t at;         /* first byte of the run in the text */
    int32_t begin, end; /* source bytes */
    bool verbatim;      /* the run's length is end - begin and the bytes are equal */
};

/* The run that holds byte `at` of the text, of `count` ascending runs. */
ptrdiff_t text_run_find(const struct text_run *runs, ptrdiff_t count, ptrdiff_t at);

struct text {
    struct str str;
    const struct source *source; /* borrowed; NULL when nothing of it is from a source */
    /* Ascending, gapless: run i ends where run i + 1 begins, the last at str.len. */
    const struct text_run *runs;
    ptrdiff_t run_count;
};

/* Text without a source; `s` is borrowed. */
struct text text_added(struct arena *a, struct str s);
/* The source's bytes [begin, end) as they are. */
struct text text_verbatim(struct arena *a, const struct source *s, ptrdiff_t begin,
                          ptrdiff_t end);
/* Bytes [from, to) of t, clamped. The string is borrowed from t, the runs live in `a`. */
struct text text_slice(struct arena *a, struct text t, ptrdiff_t from, ptrdiff_t to);
/* Without white space at both ends; `t` itself when there is none. */
struct text text_trim(struct arena *a, struct text t);
/* The smallest range of source bytes that holds all that [from, to) of t came from. */
struct place text_place(struct text t, ptrdiff_t from, ptrdiff_t to);
/* Runs of white space, line breaks included, become one blank each, mapped to all of it;
 * blanks at both ends go. */
struct text text_fold_spaces(struct arena *a, struct text t);

/* A builder. Zeroed but for arena and source it is empty. Adjacent verbatim runs are
 * merged. */
struct textbuf {
    struct arena *arena;
    const struct source *source;
    struct strbuf chars;
    struct text_run *runs;
    ptrdiff_t run_count, run_capacity;
};
void textbuf_verbatim(struct textbuf *b, ptrdiff_t begin, ptrdiff_t end);
/* `s` stands for source bytes [begin, end). An empty s adds nothing (dispose of the
 * bytes instead). */
void textbuf_replace(struct textbuf *b, struct str s, ptrdiff_t begin, ptrdiff_t end);
void textbuf_text(struct textbuf *b, struct text t); /* of the same source, or added */
struct text
textbuf_done(const struct textbuf *b); /* a view: valid until the next addition */

#endif
