/* script/sentences.h -- a paragraph becomes segments' worth of text.
 *
 * UAX #29 sentence boundaries with CLDR's suppressions are not enough: abbreviations, initials,
 * "No. 5", ordinals and ellipses are kept together by tables per language (script/abbreviations).
 * A sentence too long for the engine is split at clause marks, then at blanks (ESPEAK limits: a
 * clause of at most 300 bytes, a word of at most 60 characters).
 */
#ifndef BRIEFCAST_SCRIPT_SENTENCES_H
#define BRIEFCAST_SCRIPT_SENTENCES_H

#include "base/arena.h"
#include "base/str.h"

/* What ends a segment; decides the pause after it. */
enum cut { CUT_SENTENCE, CUT_CLAUSE /* inside a sentence that was too long */ };

struct sentence {
    ptrdiff_t begin, end; /* bytes of the paragraph, without the blanks around; gaps are blanks only */
    enum cut cut;
};

/* Splits one paragraph; *out lives in `a`; returns the count. */
ptrdiff_t sentences_split(struct sentence **out, struct arena *a, struct str paragraph,
                          struct str language);

#endif
