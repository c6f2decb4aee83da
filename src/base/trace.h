/* base/trace.h -- which bytes of the printed text a part of the spoken text came from, and which were
 * left out, and why.
 *
 * Runs as in base/text.h; "source" there is the printed text here. A trace without runs says that
 * both texts are the same.
 */
#ifndef BRIEFCAST_BASE_TRACE_H
#define BRIEFCAST_BASE_TRACE_H

#include "base/text.h"

/* Printed text that nothing is said for. */
struct drop {
    int32_t begin, end;
    int reason; /* an enum reason (transcript/document.h), never REASON_NONE */
};

struct trace {
    /* Ascending, gapless: run i ends where run i + 1 begins, the last at the end of the text. What
     * they came from may go back, where words change places: "$5", "five dollars". */
    const struct text_run *runs;
    ptrdiff_t count; /* 0: the texts are the same */
    /* Marks that are only not heard (commas, brackets) are none of these. After trace_keep they are
     * ascending and apart. */
    struct drop *drops;
    ptrdiff_t drop_count, drop_capacity;
};

/* Says of bytes [begin, end) of the text that a trace in the making, in `a`, comes from that they are
 * left out. */
void trace_drop(struct arena *a, struct trace *t, ptrdiff_t begin, ptrdiff_t end,
                int reason);

/* A copy in `a`, its drops in order. */
struct trace trace_keep(struct arena *a, struct trace t);

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

/* From `second`'s text over the one between to `first`'s source. Linear. What `second` drops of
 * something that stands for more than that was said all the same. */
struct trace trace_join(struct arena *a, struct trace first, struct trace second);

#endif
