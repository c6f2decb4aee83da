/* script/names.h -- names that the cast says otherwise, found in a text. */
#ifndef BRIEFCAST_SCRIPT_NAMES_H
#define BRIEFCAST_SCRIPT_NAMES_H

#include "script/script.h"

struct names {
    const struct cast_entry **entries; /* with `say`, by name */
    ptrdiff_t count;
};

/* Names of more words or bytes than these are not looked for. */
enum { NAMES_WORDS_MOST = 8, NAMES_BYTES_MOST = 200 };

struct names names_collect(struct arena *a, const struct script *s);

/* The names in [begin, end) of `text`, as whole words, the longest at each place: TAG_SUB each, with
 * offsets in `text`. *out lives in `a`; returns the count. */
ptrdiff_t names_find(struct tag **out, struct arena *a, const struct names *n,
                     struct str text, ptrdiff_t begin, ptrdiff_t end);

#endif
