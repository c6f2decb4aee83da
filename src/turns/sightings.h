/* turns/sightings.h -- how a document writes the words that its possible labels are made of.
 *
 * A name hardly ever stands in lower case; the word "background" does. And a name in capitals is
 * often spelt as usual elsewhere ("McNALLY" and "McNally").
 */
#ifndef BRIEFCAST_TURNS_SIGHTINGS_H
#define BRIEFCAST_TURNS_SIGHTINGS_H

#include "turns/labels.h"

struct sightings {
    struct strset forms;
    ptrdiff_t *seen;    /* of each form, outside of labels */
    ptrdiff_t *inside;  /* of these, in the middle of a sentence */
    ptrdiff_t *surname; /* as the second of two words that are a name: "Livia Monte," */
    ptrdiff_t words;    /* looked at, at most 4,000 for the next figure */
    ptrdiff_t
        known; /* of the first words: articles, pronouns and the like that are known */
};

/* Looks for the words of all strings in lower case, with a capital first, and as printed. */
struct sightings sightings_make(struct arena *a, const struct layout *layout,
                                const struct labels *labels);
ptrdiff_t sightings_seen(const struct sightings *s, struct str form);
ptrdiff_t sightings_inside(const struct sightings *s, struct str form);
ptrdiff_t sightings_surname(const struct sightings *s, struct str form);
/* Is the document in a language whose little words the vocabulary knows? */
bool sightings_known_language(const struct sightings *s);

/* "SAINT-IVES" -> "Saint-Ives", "O'BRIEN" -> "O'Brien", "McNALLY" -> "McNally". */
struct str word_title(struct arena *a, struct str word);
/* "MACLEOD" -> "MacLeod"; "" for other words. Whether "Macleod" is right only the text can tell. */
struct str word_mac(struct arena *a, struct str word);
struct str word_lower(struct arena *a, struct str word);

#endif
