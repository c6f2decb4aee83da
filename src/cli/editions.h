/* cli/editions.h -- the tempos in which an episode is made: --rate. */
#ifndef BRIEFCAST_CLI_EDITIONS_H
#define BRIEFCAST_CLI_EDITIONS_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/status.h"
#include "base/str.h"

enum { EDITIONS_MOST = 16 };

struct editions {
    int tempo
        [EDITIONS_MOST]; /* of struct script; each once, in the order in which they were named */
    int count;
};

/* "1,1.5,2": 0.5 to 2.5, with up to three decimals; "" is 1. BC_EUSAGE: reported. */
BC_CHECK enum bc_status editions_parse(struct editions *out, struct str list,
                                       struct diag *d);

/* What an edition's outputs are told by: "1.5x"; "" at a tempo of 0. Lives in `a`. */
struct str edition_name(struct arena *a, int tempo);

#endif
