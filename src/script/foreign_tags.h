/* script/foreign_tags.h -- what stands in another script is said in its language, as if it had been
 * marked so: an implied <lang> for each run of speak/foreign.h. */
#ifndef BRIEFCAST_SCRIPT_FOREIGN_TAGS_H
#define BRIEFCAST_SCRIPT_FOREIGN_TAGS_H

#include "script/script.h"

/* Adds them to the tags of the paragraphs; they hold no other tag, and stand in no alias. A paragraph
 * that is torn into runs has none (a voice that changes with every other word is no speech): its
 * letters are transliterated. Linear. */
void foreign_tags_add(struct script *s, struct arena *a);

#endif
