/* speak/lexicon_add.h -- an entry on its way into a lexicon, for its reader only. */
#ifndef BRIEFCAST_SPEAK_LEXICON_ADD_H
#define BRIEFCAST_SPEAK_LEXICON_ADD_H

#include "speak/lexicon.h"

/* Adds *e, of which word, place, language and what is said are set; the rest it sets. False: it is
 * no word; reported. */
bool lexicon_add(struct lexicon *x, struct lexicon_entry *e, struct diag *d);

#endif
