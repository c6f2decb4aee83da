/* speak/sentences.h -- a paragraph becomes segments' worth of text.
 *
 * UAX #29 sentence boundaries are not enough: abbreviations, initials, "No. 5", ordinals and
 * ellipses are kept together by tables per language (speak/abbreviations.h). A sentence too long
 * for the engine (speak/limits.h) is split at clause marks, then at blanks, then anywhere.
 */
#ifndef BRIEFCAST_SPEAK_SENTENCES_H
#define BRIEFCAST_SPEAK_SENTENCES_H

#include "base/arena.h"
#include "base/str.h"

/* What ends a segment; decides the pause after it. */
enum cut { CUT_SENTENCE, CUT_CLAUSE /* inside a sentence that was too long */ };

struct sentence {
    ptrdiff_t begin,
        end; /* bytes of the paragraph, without the blanks around; gaps are blanks only */
    enum cut cut;
};

/* Stretches of a paragraph in other languages than the rest. */
struct stretch {
    ptrdiff_t begin, end; /* bytes of the paragraph */
    struct str language;
};
struct stretches {
    const struct stretch *items; /* ascending and apart */
    ptrdiff_t count;
};

/* Splits `count` paragraphs; the sentences of paragraph i are (*out)[first[i]] up to first[i + 1];
 * `first` has room for count + 1. Each holds a letter or digit, but for a paragraph that has none at
 * all. *out lives in `a`; returns how many there are. `others`: each paragraph's stretches; NULL: none.
 * One call for a whole script: opening ICU's iterator costs more than most paragraphs. */
ptrdiff_t sentences_split_all(struct sentence **out, ptrdiff_t *first, struct arena *a,
                              const struct str *paragraphs,
                              const struct stretches *others, ptrdiff_t count,
                              struct str language);

/* Splits one paragraph; *out lives in `a`; returns the count. */
ptrdiff_t sentences_split(struct sentence **out, struct arena *a, struct str paragraph,
                          struct str language);

#endif
