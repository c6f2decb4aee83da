/* turns/questions.h -- interviews without labels: whole questions in bold, and answers below them. */
#ifndef BRIEFCAST_TURNS_QUESTIONS_H
#define BRIEFCAST_TURNS_QUESTIONS_H

#include "transcript/document.h"

enum question_part { PART_NONE, PART_NOTE, PART_QUESTION, PART_ANSWER };

/* Of each block of `doc`; NULL when the document is no such interview. Lives in `a`. */
const enum question_part *questions_find(struct arena *a, const struct document *doc);

/* "Question", "Answer"; "" when nobody says such a part. */
struct str questions_speaker(enum question_part part);

#endif
