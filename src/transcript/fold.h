/* transcript/fold.h -- text_fold_spaces for a text that something was taken out of.
 *
 * A blank of folded text stands for all source bytes that its blanks stood for. Where something
 * between them was disposed of, or is listed elsewhere, it must not stand for that too.
 */
#ifndef BRIEFCAST_TRANSCRIPT_FOLD_H
#define BRIEFCAST_TRANSCRIPT_FOLD_H

#include "base/text.h"

/* One line, single blanks, none at the ends. The result lives in `a`. */
struct text fold_text(struct arena *a, struct text t);

#endif
