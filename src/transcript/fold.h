/* transcript/fold.h -- folding blanks of a text that something was taken out of, and keeping it.
 *
 * A blank of folded text stands for all source bytes that its blanks stood for. Where something
 * between them was disposed of, or is listed elsewhere, it must not stand for that too.
 */
#ifndef BRIEFCAST_TRANSCRIPT_FOLD_H
#define BRIEFCAST_TRANSCRIPT_FOLD_H

#include "base/text.h"

/* One line, single blanks, none at the ends. The result lives in `a`. */
struct text fold_text(struct arena *a, struct text t);

/* The same of a title, whose letters may stand apart: "P R O C E E D I N G S" is one word, and two
 * blanks part it from the next. */
struct text fold_title(struct arena *a, struct text t);

/* A copy of a text in the making that takes no more room than it needs; what stands so in the
 * source is borrowed from there. */
struct text text_keep(struct arena *a, struct text t);

#endif
