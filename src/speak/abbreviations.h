/* speak/abbreviations.h -- full stops that do not end a sentence, by language. */
#ifndef BRIEFCAST_SPEAK_ABBREVIATIONS_H
#define BRIEFCAST_SPEAK_ABBREVIATIONS_H

#include "base/arena.h"
#include "base/str.h"

enum abbreviation {
    ABBREVIATION_NONE,
    ABBREVIATION_ALWAYS, /* the sentence goes on: "Mr." */
    ABBREVIATION_NUMBER, /* it goes on when a number follows: "No. 5" */
    ABBREVIATION_TIME, /* it goes on when a zone or a day follows, or a time is told of something:
                          "the 5 p.m. Council meeting" */
    ABBREVIATION_MAYBE, /* it goes on unless a word follows that opens sentences: "U.S." */
};

/* What the language's tables say of `word` (without its last full stop); the first letter may be a
 * capital, and so may all. Cyrillic words are looked up in Russian whatever the language. */
enum abbreviation abbreviation_find(struct str word, struct str language,
                                    struct arena *scratch);

/* Is `word` one that often opens a sentence in this language ("The", "But")? */
bool abbreviation_opens_sentence(struct str word, struct str language);

/* Does `word` belong to the time of day before it ("EST", "Friday")? */
bool abbreviation_follows_time(struct str word, struct str language);

/* Is it one that a time of day stands behind that is told of something ("the", the "s" of "today's")? */
bool abbreviation_determiner(struct str word, struct str language);

/* Does the language write ordinals as "3."? */
bool abbreviation_ordinals(struct str language);

#endif
