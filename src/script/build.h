/* script/build.h -- turns become a script: opening, chapters, turns, paragraphs. */
#ifndef BRIEFCAST_SCRIPT_BUILD_H
#define BRIEFCAST_SCRIPT_BUILD_H

#include "script/announce.h"
#include "script/script.h"
#include "turns/turns.h"

/* The script of a transcript, finished (script_finish) but not cast: cast holds one entry a speaker
 * without voices. Title, date, captions and headings are the narrator's. Chapters: the source's
 * headings; without any, the opening and one chapter a question, titled from its first words
 * (script/chapters.h). *out lives in `a`, as `t` does, and borrows from it; the items are taken over,
 * and gone afterwards. `announce` NULL: nothing is added. */
BC_CHECK enum bc_status script_build(struct script **out, struct arena *a,
                                     struct turns *t, const struct announcing *announce,
                                     struct diag *d);

#endif
