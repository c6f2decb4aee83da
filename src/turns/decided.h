/* turns/decided.h -- of what was decided about a document, that which its items are made with.
 *
 * The decisions need several times what is left of them: that goes before the items come.
 */
#ifndef BRIEFCAST_TURNS_DECIDED_H
#define BRIEFCAST_TURNS_DECIDED_H

#include "turns/head.h"
#include "turns/names.h"

/* Whom a label stands for. */
struct speaker {
    struct str name;
    bool somebody; /* false: nobody, or the narrator; without a name */
    bool anonymous;
};

struct decided {
    /* Without `everything`: name, label items, rolls, parts, play and stage; no names. */
    struct convention convention;
    struct names names;
    struct head head;
    const struct speaker *speakers; /* of each string */
    const struct speaker
        *opening; /* speaks without a label, until the first one; or NULL */
};

/* Decides about the document of `layout`. The result lives in `work`, the speakers' names in `a`.
 * `everything`: for who has to tell why. */
struct decided decided_make(struct arena *a, struct arena *work, struct layout *layout,
                            bool everything, struct diag *d);

#endif
