/* readings/powers.h -- raised figures: powers, and the charges of ions. */
#ifndef BRIEFCAST_READINGS_POWERS_H
#define BRIEFCAST_READINGS_POWERS_H

#include "base/str.h"

/* "10\u207B\u00B3", "Ca\u00B2\u207A"; one of the three at least is there. */
struct raised {
    char before;       /* '+', '-' or '\0' */
    struct str digits; /* of ASCII */
    char behind;       /* a charge's sign, likewise */
};

/* Are there words for them in the language? */
bool power_language(struct str language);
/* Appends them, with a blank before; figures may be among them, for the classes to read. */
void power_say(struct strbuf *out, const struct raised *p, struct str language);
/* Do such words stand at the head of `s`, so that a number before them is multiplied: "5×10" */
bool power_stands(struct str s, struct str language);

#endif
