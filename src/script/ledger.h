/* script/ledger.h -- which source bytes are spoken, which are not, and why.
 *
 * A sorted partition of the source's bytes without gaps. Each part of the program claims the
 * ranges that it hands on or disposes of; what nobody claims is blank when it is white space and
 * lost otherwise, and a lost byte is an error. Concatenated, the ranges are the file.
 */
#ifndef BRIEFCAST_SCRIPT_LEDGER_H
#define BRIEFCAST_SCRIPT_LEDGER_H

#include "script/script.h"

enum ledger_kind { LEDGER_SPOKEN, LEDGER_NOT_SPOKEN, LEDGER_BLANK, LEDGER_LOST };
/* "spoken", "not-spoken", "blank", "lost" */
struct str ledger_kind_name(enum ledger_kind k);

struct ledger_entry {
    /* 32 bits, for there are more entries than sentences; sources are shorter than 2 GB. */
    int32_t begin, end; /* source bytes; begin < end */
    uint8_t kind;       /* enum ledger_kind */
    uint8_t reason;     /* enum reason; LEDGER_NOT_SPOKEN */
    int32_t segment;    /* LEDGER_SPOKEN: index into the script's segments; else -1 */
};

struct ledger {
    const struct source *source;
    struct ledger_entry *entries; /* ascending, entries[i].end == entries[i+1].begin */
    ptrdiff_t count;
    ptrdiff_t lost; /* bytes */
};

/* Settles the books of a finished script. *out lives in `a`.
 * BC_EINPUT: text is lost; each range is reported to `d` (at most 10) as "text-lost".
 * BC_EBUG: two claims overlap; reported. */
BC_CHECK enum bc_status ledger_settle(struct ledger **out, struct arena *a,
                                      const struct script *s, struct diag *d);

#endif
