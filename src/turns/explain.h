/* turns/explain.h -- why a transcript was read as it was.
 *
 * For people: sentences and lists in lines of at most 80 columns (but for words that are longer),
 * no tables, so that a screen reader reads it in order. The same document gives the same text.
 */
#ifndef BRIEFCAST_TURNS_EXPLAIN_H
#define BRIEFCAST_TURNS_EXPLAIN_H

#include "turns/decisions.h"

/* Appends: the convention and its candidates with their scores; each string that could be a label,
 * with what speaks for and against it and whom it became; and what became of every line. */
void turns_explain(struct strbuf *out, const struct turns *t,
                   const struct decisions *why);

#endif
