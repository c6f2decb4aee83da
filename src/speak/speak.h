/* speak/speak.h -- from text as printed to text as spoken.
 *
 * A table of passes, each one class of things (characters, symbols, a lexicon's words, figures,
 * acronyms, spacing, the engine's limits). What comes out is safe for the engine: no control
 * characters, no mark-up, no embedded commands; words, dotted runs and clauses within its
 * limits. "[[" stands in it only before the phonemes of a lexicon or of a letter's name
 * (speak_initials). It is no text to be spoken again: a script keeps what is printed.
 */
#ifndef BRIEFCAST_SPEAK_SPEAK_H
#define BRIEFCAST_SPEAK_SPEAK_H

#include "base/arena.h"
#include "base/str.h"
#include "base/trace.h"
#include "base/transliterate.h"
#include "speak/learned.h"
#include "speak/lexicon.h"
#include "transcript/document.h"

/* Bytes of a text for which something else is to be spoken. */
struct alias {
    ptrdiff_t begin, end;
    struct str
        say; /* text; or phonemes, "[[..]] [[..]]" as speak/pronunciation.h has them */
    bool phonemes;
};

struct spoken {
    struct str str;
    struct trace trace; /* of `str`, to the text as printed */
};

/* What is spoken for `text` with `aliases`, ascending and apart. The string lives in `a`, or is
 * `text` itself when nothing changes; the trace lives in `a`. `lexicon` may be NULL. Empty when
 * there is nothing to say (speak_silence); but a mark of a note, by itself, is said. */
struct spoken speak_text(struct arena *a, struct str text, const struct alias *aliases,
                         ptrdiff_t alias_count, struct str language,
                         const struct lexicon *lexicon);
/* What the parts of one text have in common, and what is kept from one to the next: memory, and what
 * is slow to open. Zeroed it is valid; not for two threads at a time. */
struct speak_run {
    const struct lexicon *lexicon; /* borrowed; NULL: none */
    const struct learned
        *learned; /* borrowed, settled, of the whole; NULL: what a part tells */
    struct arena scratch;
    struct transliterators foreign;
};
struct spoken speak_part(struct arena *a, struct str text, const struct alias *aliases,
                         ptrdiff_t alias_count, struct str language,
                         struct speak_run *run);
void speak_run_close(struct speak_run *run); /* what is borrowed stays */

/* Why nothing is to be said for `text`, printed: marks of notes and characters that nobody can say
 * may be all there is. REASON_NONE: something is. */
enum reason speak_silence(struct str text, struct str language);

/* Whether the engine is to be told that [[ ]] are phonemes in `spoken`, a speak_text's result. */
bool spoken_has_phonemes(struct str spoken);

#endif
