/* turns/furniture.h -- lines and paragraphs that nobody says: page numbers, clock times, links.
 */
#ifndef BRIEFCAST_TURNS_FURNITURE_H
#define BRIEFCAST_TURNS_FURNITURE_H

#include "transcript/document.h"

/* Why a whole paragraph is not spoken; REASON_NONE: it is. */
enum reason furniture_paragraph(struct str paragraph);
/* The same for one line among others, where more is asked. */
enum reason furniture_line(struct str line);
/* Is it a machine's name for the text: "005bdd463bfddcee5fe359aaddc6ccb9"? */
bool furniture_checksum(struct str s);
/* Does the conversation end here: "END", "[ends]", "###"? */
bool furniture_ends(struct str paragraph);
/* Where the foot of a web page begins in `text` ("See also ..."); -1: nowhere. */
ptrdiff_t furniture_foot(struct str text);
/* Is there a letter, a digit or a pictograph, that is, something to say? */
bool furniture_speakable(struct str text);

#endif
