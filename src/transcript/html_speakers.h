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

/* Plays in XML. Is there a <speaker>? Then what attributes say of who speaks are keys of a list. */
bool html_has_speakers(const struct html_tree *t);
/* Does item i open something that begins with a <speaker>: <sp>, <SPEECH>? */
bool html_is_speech(const struct html_tree *t, uint32_t i);
/* Does item i open a <stage> or <STAGEDIR>? */
bool html_is_stage(const struct html_tree *t, uint32_t i);

#endif
