/* speak/acronym_tables.h -- acronyms that are known, by language, for speak/acronyms.c only. */
#ifndef BRIEFCAST_SPEAK_ACRONYM_TABLES_H
#define BRIEFCAST_SPEAK_ACRONYM_TABLES_H

#include "base/str.h"

/* Sorted by bytes. */
struct word_list {
    const char *const *words;
    size_t count;
};

struct respelled {
    const char *printed, *said;
};

struct acronym_tables {
    const char *language;
    struct word_list
        spelled; /* that the rule would say as words; some are words as well */
    struct word_list
        said; /* that it would spell, and what must not be taken for a word that
                               * somebody shouts */
    struct word_list words; /* short words that people print in capitals for emphasis */
    struct word_list mixed; /* spelled, with small letters in them */
    const struct respelled *respelled; /* neither spelled nor said */
    size_t respelled_count;
};

/* NULL: nothing is known of the language. */
const struct acronym_tables *acronym_tables_of(struct str language);

bool word_list_has(struct word_list l, struct str word);
const char *acronym_respelled(const struct acronym_tables *t,
                              struct str word); /* or NULL */

#endif
