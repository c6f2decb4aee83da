/* transcript/vocabulary.h -- the general words that transcripts are furnished with, by language.
 *
 * Titles, roles, stage directions, metadata: words of the language only, never of persons,
 * institutions or files. All languages are looked up together: a transcript may mix them.
 */
#ifndef BRIEFCAST_TRANSCRIPT_VOCABULARY_H
#define BRIEFCAST_TRANSCRIPT_VOCABULARY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

enum word_class {
    WORD_COURTESY,    /* Mr, Frau: a surname follows */
    WORD_COURTESY_HE, /* of these, for men */
    WORD_COURTESY_SHE,
    WORD_RANK, /* Senator, General, Minister: a name may follow; or a role by itself */
    WORD_ROLE, /* Moderator, Narrator, Interpreter: one person's, in this conversation */
    WORD_ANONYMOUS, /* Question, Journalist, Audience: shared by whoever asks */
    WORD_QUESTION, /* of these, the ones that stand for a question rather than for a person */
    WORD_ANSWER,       /* A, Answer */
    WORD_MODIFIER,     /* unidentified, male, second: before a role */
    WORD_ARTICLE,      /* the, le, el: may stand before a courtesy or a rank */
    WORD_PARTICLE,     /* de, van, al: lower case inside a name */
    WORD_JOINER,       /* of, and, zur: lower case inside a name or a role */
    WORD_SUFFIX,       /* Jr, MP, PhD: behind a name */
    WORD_METADATA,     /* Subject, Date, Note: shaped like a label, and none */
    WORD_FUNCTION,     /* so, the, my, first: no name begins with one */
    WORD_FIRST_PERSON, /* I, we, our: somebody speaks */
    WORD_SECOND_PERSON,
    WORD_GREETING, /* ladies and gentlemen, good morning: phrases at the start of a speech */
    WORD_OCCASION,  /* remarks, briefing, interview: what a caption says was held */
    WORD_BY,        /* by, von: what stands before the speaker's name in a caption */
    WORD_WITH,      /* of these, what names the other one as well: with, mit */
    WORD_DIRECTION, /* laughter, inaudible */
    WORD_DIRECTION_BESIDE, /* may stand beside one: loud, from, audience */
    WORD_DIRECTION_START, /* speaks, through interpreter: phrases that begin a direction */
    WORD_REACTION, /* Beifall, applaudissements: may begin a direction, who reacted follows */
    WORD_ASIDE, /* see, i.e., which: begins a remark in brackets that belongs to the sentence */
    WORD_SOUND,     /* horn, rings: what a direction says is heard */
    WORD_AUXILIARY, /* is, was, would: a sentence is about something */
    WORD_NOTE,      /* phrases that begin a note on how a transcript was made */
    WORD_FOOT,      /* a whole line of a web page's head or foot: share, print */
    WORD_LANGUAGE,  /* a language's name, as the bar to choose one has it */
    WORD_INAUDIBLE, /* a whole turn without words */
    WORD_END_MARK,  /* ends */
    WORD_HEADLINE,  /* title: the field that holds it */
    WORD_SENDER,    /* from: an e-mail's fields begin */
    WORD_SUBJECT,   /* subject: an e-mail's title */
    WORD_GENRE, /* fact sheet, press release: stands before the title and is said with it */
    WORD_SCENE,    /* act, curtain: begins a line of a play that nobody says */
    WORD_PAGE,     /* page: before a number, furniture */
    WORD_CREDIT,   /* phrases behind a colon that say whose work it is: no speech */
    WORD_SEE_ALSO, /* phrases that begin the foot of a web page */
    WORD_COLUMN, /* time, speaker: at the head of a transcript that is a table */
    WORD_CLASSES   /* at most 64 */
};

/* The classes of `word` in any language, each a bit: 1 << class. */
uint64_t vocabulary_classes(struct str word);
/* Is `word` (lower case; a phrase has single blanks) in the class, in any language? */
bool vocabulary_has(enum word_class class, struct str word);
/* The longest phrase of the class that `text` (lower case, blanks folded) begins with, ending at a
 * word's end: its length in bytes, or 0. */
ptrdiff_t vocabulary_prefix(enum word_class class, struct str text);

#endif
