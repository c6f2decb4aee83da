/* turns/play.h -- is the document a play, and how does it mark what nobody says?
 *
 * In a play what has no label is told, and all that stands in its kind of brackets is direction.
 */
#ifndef BRIEFCAST_TURNS_PLAY_H
#define BRIEFCAST_TURNS_PLAY_H

#include "turns/labels.h"

/* The items of `labels` are the accepted ones. `record`: how many of the `strong` turns are of
 * people with titles. Names with full stops are a play's by themselves (`stops`); others only where
 * an act or a scene is announced, and nobody is asked. */
bool play_is(const struct labels *labels, const struct layout *layout, ptrdiff_t record,
             ptrdiff_t strong, bool stops);
/* '[' or '(': what its directions open with. */
char play_brackets(const struct labels *labels, const struct layout *layout);
/* "Curtain.", "ACT II": a paragraph that is nothing else. */
bool play_scene_alone(struct str paragraph);
/* Is all that can be said of the block in italics? */
bool play_in_italics(const struct block *b);
/* Is every paragraph that no label stands in, from the first label on, in italics? Then these are told:
 * what anybody goes on to say is not set so. */
bool play_italics_tell(const struct labels *labels, const struct document *doc);
/* Where the bracket at the end of the label [begin, end) of `s` opens, that of a direction:
 * "PORTER [sitting down]"; `end`: there is none. */
ptrdiff_t play_label_end(struct str s, ptrdiff_t begin, ptrdiff_t end, char stage);

#endif
