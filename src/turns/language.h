/* turns/language.h -- in which language a transcript is, by what it says or by its words. */
#ifndef BRIEFCAST_TURNS_LANGUAGE_H
#define BRIEFCAST_TURNS_LANGUAGE_H

#include "transcript/document.h"

/* The primary subtag of the language in which the document's little words are: "de", "es", "fr"
 * "kk"
 * or "ru"; "" for English, for a mixture, and for what is too short to tell. Time is linear. */
struct str language_guess(struct arena *a, const struct document *doc);

/* What a value of metadata says: a tag of BCP 47 ("de-AT"), or the tag of the language that it names
 * ("German", "deutsch"); "" when it is neither. Borrowed. */
struct str language_named(struct str printed);

#endif
