/* turns/court.h -- who Q and A are where a record says it beside them.
 *
 * Courts and committees that take evidence print the letters only, and once who examines: "BY MR.
 * KESSLER:" on a line, or "(By Mr. Kessler)" behind the letter. That holds until the next such line,
 * over objections, too. Who answers is the witness who was sworn.
 */
#ifndef BRIEFCAST_TURNS_COURT_H
#define BRIEFCAST_TURNS_COURT_H

#include "turns/convention.h"

/* Gives each Q and A of c->labels the string of whom it stands for, as far as the record says; adds
 * strings that are no label of their own. Marks the lines of `layout` that do nothing but say who
 * asks. What is added lives in `a`. */
void court_read(struct convention *c, struct arena *a, struct layout *layout);

/* Behind "BY MR. KESSLER:" at s[at], when a Q or an A follows it; else `at`. */
ptrdiff_t court_lead(struct str s, ptrdiff_t at);

/* Does the record's own sentence begin or end in the line? */
bool court_turns(const struct layout *l, ptrdiff_t line);

#endif
