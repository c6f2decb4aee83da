/* script/pauses.h -- how long to be silent after each segment.
 *
 * One named constant a boundary (ms from the end of speech to the next onset); the strongest
 * boundary between two segments counts; a <break> replaces it.
 */
#ifndef BRIEFCAST_SCRIPT_PAUSES_H
#define BRIEFCAST_SCRIPT_PAUSES_H

#include "script/script.h"

enum {
    PAUSE_CLAUSE_MS = 160,
    PAUSE_SENTENCE_MS = 300,
    PAUSE_TURN_MS = 500,
    PAUSE_PARAGRAPH_MS = 600,
    PAUSE_QUESTION_MS = 800, /* before a turn of an anonymous questioner whom nobody announces */
    PAUSE_CHAPTER_MS = 1200,
    PAUSE_EDGE_MS = 500,   /* before the first and after the last segment */
    PAUSE_MOST_MS = 60000, /* what a <break> may ask for */
};

/* Is there a mark at the end of a part of a sentence at which one pauses? Quotes are none. */
bool pauses_at_end(struct str s);

/* Sets pause_after_ms of every segment. Segments, paragraphs, turns and chapters must stand. */
void pauses_plan(struct script *s);
/* Shortens them as the script's tempo does speech. To be done once. */
void pauses_hasten(struct script *s);

#endif
