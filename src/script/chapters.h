/* script/chapters.h -- where chapters begin and what they are called. */
#ifndef BRIEFCAST_SCRIPT_CHAPTERS_H
#define BRIEFCAST_SCRIPT_CHAPTERS_H

#include "base/arena.h"
#include "base/str.h"

/* A title from the first words of a question: whole words, at most 60 characters, "…" when cut. */
struct str chapter_title_from(struct arena *a, struct str words);
/* The title of the first chapter when the source gives none, by language: "Opening". */
struct str chapter_opening_title(struct str language);

#endif
