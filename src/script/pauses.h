/* script/pauses.h -- how long to be silent after each segment.
 *
 * One named constant a boundary (ms from the end of speech to the next onset); the strongest
 * boundary between two segments counts; within a turn it may breathe; a <break> replaces it.
 */
#ifndef BRIEFCAST_SCRIPT_PAUSES_H
#define BRIEFCAST_SCRIPT_PAUSES_H

#include "script/script.h"

enum {
    PAUSE_CLAUSE_MS = 160,
    PAUSE_SENTENCE_MS = 300,
    PAUSE_TURN_MS = 500,
    PAUSE_PARAGRAPH_MS = 600,
    PAUSE_QUESTION_MS = 800, /* before an anonymous questioner whom nobody announces */
    PAUSE_CHAPTER_MS = 1200,
    PAUSE_EDGE_MS = 500,       /* before the first and after the last segment */
    PAUSE_MOST_MS = 60000,     /* what a <break> may ask for */
    PAUSE_BREATH_LETTERS = 56, /* of a sentence after which one pauses as planned */
};

/* Is there a mark at the end of a part of a sentence at which one pauses? Quotes are none. */
bool pauses_at_end(struct str s);

/* First segment of the sentence of segment i, and one past its last. */
ptrdiff_t pauses_sentence_begin(const struct script *s, ptrdiff_t i);
ptrdiff_t pauses_sentence_end(const struct script *s, ptrdiff_t i);

/* Sets pause_after_ms of every segment. Segments, paragraphs, turns and chapters must stand.
 * breath[turn], 0 to 100 (NULL: 0): how much the pauses between spoken sentences of a turn go with
 * the length of what stands on both sides: at 100, half as long between sentences of a quarter of
 * PAUSE_BREATH_LETTERS or less, and half as long again between such of four times as many. */
void pauses_plan(struct script *s, const int *breath);
/* Shortens them as the script's tempo does speech. To be done once. */
void pauses_hasten(struct script *s);

#endif
