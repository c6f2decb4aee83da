/* mix/calibration_text.h -- what a voice speaks to be measured.
 *
 * News-like sentences, written for this: statements, questions and lists, long and short, with the
 * sounds of the language about as often as in running text. Words only, so that nothing depends on
 * how numbers are read. English takes about 70 s, the others about 40 s.
 */
#ifndef BRIEFCAST_MIX_CALIBRATION_TEXT_H
#define BRIEFCAST_MIX_CALIBRATION_TEXT_H

#include <stddef.h>

#include "base/str.h"

/* The sentences for a primary subtag; NULL and *count 0 when there are none. */
const struct str *calibration_text(struct str language, ptrdiff_t *count);
/* The i-th language that there is a text for; "" behind the last. */
struct str calibration_language(ptrdiff_t i);
/* The languages there are, as "de, en, ...". */
struct str calibration_languages(struct arena *a);

#endif
