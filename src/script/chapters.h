/* script/chapters.h -- where chapters begin and what they are called. */
#ifndef BRIEFCAST_SCRIPT_CHAPTERS_H
#define BRIEFCAST_SCRIPT_CHAPTERS_H

#include "script/script.h"

/* A title from the first words of a question: up to the end of its first sentence that is a
 * question or exclamation, else whole words; at most 60 characters, "…" when cut. */
struct str chapter_title_from(struct arena *a, struct str words);
/* The title of the first chapter when the source gives none, by language: "Opening". */
struct str chapter_opening_title(struct str language);

/* Divides a script of one chapter whose cast is complete: the opening, and a chapter for each
 * question. A question is a turn of an anonymous questioner, or where there are none of the person
 * who asks most, that is more than an interjection: three words with a question mark, or ten. When
 * nobody asks, it remains one chapter under the script's title. */
void chapters_from_questions(struct script *s, struct arena *a);

#endif
