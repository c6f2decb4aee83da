/* turns/decisions.h -- what was decided on the way from a document to its turns.
 *
 * For who has to tell why; everybody else wants turns/turns.h alone.
 */
#ifndef BRIEFCAST_TURNS_DECISIONS_H
#define BRIEFCAST_TURNS_DECISIONS_H

#include "turns/names.h"
#include "turns/turns.h"

/* What turns_recognise forgets once it is done. */
struct decisions {
    const struct document
        *document; /* as it was read: without the furniture of its pages */
    struct convention convention;
    struct names names;
};

/* turns_recognise, which keeps its decisions; they live in `a` and borrow from the document.
 * `why` may be NULL. */
BC_CHECK enum bc_status turns_decide(struct turns **out, struct decisions *why,
                                     struct arena *a, const struct document *doc,
                                     struct diag *d);

#endif
