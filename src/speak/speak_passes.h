/* speak/speak_passes.h -- the passes of speak/speak.h, for its table only.
 *
 * A pass reads a text and appends what becomes of it to `out`. Each is linear, and does nothing to
 * what it has made itself.
 */
#ifndef BRIEFCAST_SPEAK_SPEAK_PASSES_H
#define BRIEFCAST_SPEAK_SPEAK_PASSES_H

#include "base/arena.h"
#include "base/str.h"
#include "base/trace.h"
#include "readings/day_order.h"
#include "base/transliterate.h"
#include "speak/acronyms.h"
#include "speak/letters.h"
#include "speak/lexicon.h"
#include "speak/limits.h"

/* Words of phonemes, each of which a character stands for: the first for UNICODE_STAND_IN_FIRST. */
struct phonemes {
    struct str *items;
    ptrdiff_t count, capacity;
};

struct speaking {
    struct arena *scratch;
    struct str language;
    struct alphabet own;
    struct voice_letters letters;
    const struct lexicon *lexicon;   /* NULL: none */
    const struct acronyms *acronyms; /* NULL: those that the text itself explains */
    const struct day_orders *dates;  /* likewise */
    struct phonemes *phonemes;
    struct transliterators *foreign;
};

/* A pass that changes other things than marks and blanks gives `trace` its runs, in how->scratch; one
 * that leaves out more than marks says so there (trace_drop). */
typedef void speak_pass(struct strbuf *out, struct str in, const struct speaking *how,
                        struct trace *trace);

/* Without marks of notes ("[18]", "\u00B9"); powers in words. */
speak_pass speak_notes;
/* NFC, with compatibility forms (ligatures, fullwidth ...) spelled out; without control, format,
 * bidi, private-use and Braille characters; all white space as blanks. */
speak_pass speak_characters;
/* Without typographers' signs that the engine would name or take for commands: "*", "_", "[". */
speak_pass speak_symbols;
/* Words of the lexicon: aliases are put in their place, and characters that stand for phonemes. */
speak_pass speak_lexicon;
/* Figures and signs in words, where the language has tables (readings/language.h). */
speak_pass speak_figures;
/* Letters that the voice does not say: a Greek one by itself by its name, others without accents or
 * transliterated. */
speak_pass speak_foreign;
/* Acronyms spelled with full stops between their letters, words in capitals in small letters. */
speak_pass speak_acronyms;
/* Without the full stops of abbreviations and initials at which the engine would end a sentence, and
 * with phonemes for letters' names that it would take for words. */
speak_pass speak_initials;
/* One blank between words, none before a full stop that would be read as "dot". */
speak_pass speak_spacing;
/* Dotted letters, long words, equal letters and full stops in a row, and long clauses within
 * speak/limits.h. */
speak_pass speak_dotted, speak_words, speak_repeats, speak_stops, speak_clauses;
/* Phonemes, in [[ ]], for the characters that stand for them. */
speak_pass speak_phonemes;

/* What one look tells of a text. */
struct plainness {
    bool plain;   /* all passes but speak_figures and speak_clauses leave it as it is, */
    bool figures; /* and speak_figures does too, unless there is something to read; */
    bool
        capitals; /* so does speak_acronyms, unless a capital stands behind another letter */
    ptrdiff_t phonemes;
};
struct plainness speak_look(struct str s, struct alphabet own);

#endif
