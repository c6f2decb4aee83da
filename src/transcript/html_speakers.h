/* transcript/html_speakers.h -- lists and tables of which one column says who speaks.
 *
 * <dl><dt>Name<dd>words, and rows of which the first cell is a name. The form alone is no proof: a
 * glossary has it too. But terms are explained once, and people speak again.
 */
#ifndef BRIEFCAST_TRANSCRIPT_HTML_SPEAKERS_H
#define BRIEFCAST_TRANSCRIPT_HTML_SPEAKERS_H

#include "transcript/html_tree.h"

/* Flags the terms and cells of `t` that name a speaker with HTML_FLAG_SPEAKER. */
void html_speakers_find(struct html_tree *t);

#endif
