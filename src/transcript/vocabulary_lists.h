/* transcript/vocabulary_lists.h -- the vocabulary as people keep it.
 *
 * The program never reads the lists: make_vocabulary_index.c makes a table of them when it is built,
 * in which a word is found at once with all of its classes (transcript/vocabulary_index.h).
 */
#ifndef BRIEFCAST_TRANSCRIPT_VOCABULARY_LISTS_H
#define BRIEFCAST_TRANSCRIPT_VOCABULARY_LISTS_H

#include "transcript/vocabulary.h"

struct word_list {
    enum word_class class;
    const char *language; /* BCP 47; "und": any */
    /* Each list is one string with a bar before, between and behind its words. Lower case; dots
     * that end an abbreviation are left out. NULL: behind the last list. */
    const char *words;
};

extern const struct word_list vocabulary_labels[];
extern const struct word_list vocabulary_speech[];

#endif
