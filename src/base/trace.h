/* base/trace.h -- which bytes of the printed text a part of the spoken text came from.
 *
 * Runs as in base/text.h; "source" there is the printed text here. A trace without runs says that
 * both texts are the same.
 */
#ifndef BRIEFCAST_BASE_TRACE_H
#define BRIEFCAST_BASE_TRACE_H

#include "base/text.h"

struct trace {
    /* Ascending, gapless: run i ends where run i + 1 begins, the last at the end of the text. */
    const struct text_run *runs;
    ptrdiff_t count; /* 0: the texts are the same */
};

/* Bytes of the printed text. */
struct origin {
    ptrdiff_t begin, end;
};

/* What bytes [from, to) came from; clamped to the runs. What was added comes from an empty range. */
struct origin trace_origin(struct trace t, ptrdiff_t from, ptrdiff_t to);

/* How `after` came from `before` when letters and digits stayed in their order: between two of them
 * anything may have been added, dropped or replaced. Where letters differ too, whole words stand for
 * words. Linear. */
struct trace trace_letters(struct arena *a, struct str before, struct str after);

/* From `second`'s text over the one between to `first`'s source. Linear. */
struct trace trace_join(struct arena *a, struct trace first, struct trace second);

#endif
