/* turns/turns.h -- a document becomes turns: who says what, and what is not speech.
 *
 * Decisions are made per document (turns/convention.h), not per line. The result is a flat
 * list of items in reading order; every byte of every block's text is in exactly one item.
 */
#ifndef BRIEFCAST_TURNS_TURNS_H
#define BRIEFCAST_TURNS_TURNS_H

#include "transcript/document.h"

enum item_kind {
    ITEM_TURN,       /* somebody begins to speak; text = the label, empty when implied */
    ITEM_PARAGRAPH,  /* of whoever has the turn; one line, directions taken out */
    ITEM_HEADING,    /* a new chapter; text = the heading's words */
    ITEM_TITLE,      /* head of the document, spoken by the narrator; at most one */
    ITEM_DATE,       /* likewise */
    ITEM_CAPTION,    /* likewise; there may be several: place, description */
    ITEM_NOT_SPOKEN, /* text with a reason; one inside a paragraph comes right after it */
};

struct item {
    /* bits: there are three items for each turn */
    enum item_kind kind : 8;
    bool
        anonymous : 1; /* ITEM_TURN: of a role that several people share ("Question", "Q") */
    enum reason reason : 8; /* ITEM_NOT_SPOKEN */
    int level;              /* ITEM_HEADING */
    struct text text;
    /* ITEM_TURN */
    struct str speaker; /* readable name ("Mara Lindqvist"); equal for one person */
    struct str label;   /* as printed, without colon and mark-up */
};

struct turns {
    const struct source *source; /* borrowed */
    const char *format;          /* the document's */
    struct disposal *disposals;  /* the document's: what its reader left out */
    ptrdiff_t disposal_count;
    struct item *items;
    ptrdiff_t item_count, item_capacity;
    struct str title;    /* plain text, for tags; may be empty */
    struct str date;     /* ISO 8601, to the day, month or year; "" when there is none */
    struct str language; /* BCP 47, from front matter, else guessed; "" when neither */
    const char *convention; /* name of the winning convention; NULL: no speakers found */
};

/* NARRATOR is the reserved speaker name of everything that nobody in the transcript says. */
#define NARRATOR S("Narrator")

/* *out lives in `a` and borrows from the source, not from the document. Warns in `d` when speakers
 * were likely but no convention won. */
BC_CHECK enum bc_status turns_recognise(struct turns **out, struct arena *a,
                                        const struct document *doc, struct diag *d);

#endif
