/* transcript/html_words.h -- words between HTML's tags become the text of blocks.
 *
 * White space is folded as browsers do it, and added only when another word follows; entities are
 * decoded; marks begin with the first word in them. What breaks a line or parts two blocks is told
 * by transcript/html_blocks.h, which knows the elements.
 */
#ifndef BRIEFCAST_TRANSCRIPT_HTML_WORDS_H
#define BRIEFCAST_TRANSCRIPT_HTML_WORDS_H

#include "transcript/document.h"

/* What stands between the word before and the next: it is added with that word only. */
enum html_gap { HTML_GAP_NONE, HTML_GAP_BLANK, HTML_GAP_LINE, HTML_GAP_BLOCK };

enum { HTML_MARK_KINDS = MARK_CODE + 1 };

struct html_words {
    struct document *doc;
    struct arena *a;      /* blocks live here */
    struct arena scratch; /* of the block in the making */
    struct text work;     /* the HTML */
    struct textbuf out;
    enum html_gap gap;
    struct str blank;                   /* what a HTML_GAP_BLANK is */
    int open[HTML_MARK_KINDS];          /* elements that mark */
    ptrdiff_t mark_at[HTML_MARK_KINDS]; /* index + 1 of the mark that they make */
    struct mark *marks;
    ptrdiff_t mark_count, mark_capacity;
    int level;     /* of the heading that is open */
    int lists;     /* list items and quotes that are open */
    int preserved; /* <pre> that are open */
    int raised;    /* <sup> that are open */
    int columns; /* blanks that count: that a preserved line begins with, or fixed ones */
    int indent;
    bool narrated; /* nobody in the transcript says it */
};

void html_words_init(struct html_words *w, struct document *doc, struct arena *a,
                     struct text work);
void html_words_release(struct html_words *w);

/* Adds bytes [begin, end) of the work, which hold no tags: words, white space, entities. */
void html_words_take(struct html_words *w, ptrdiff_t begin, ptrdiff_t end);
/* Something parts what was taken from what follows; `blank` is what a HTML_GAP_BLANK is. */
void html_words_part(struct html_words *w, enum html_gap gap, struct str blank);
/* An element that marks with `kind` opens, or closes. */
void html_words_mark(struct html_words *w, int kind, bool opens);
/* Ends the block in the making, if there is any. */
void html_words_flush(struct html_words *w);

/* Adds a value as metadata, entities decoded: bytes [begin, end) of `work`. */
void html_metadata_add(struct document *doc, struct arena *a, struct text work,
                       ptrdiff_t begin, ptrdiff_t end, struct str key);

/* Disposes of what bytes [begin, end) of `work` come from. */
void html_dispose(struct document *doc, struct arena *a, struct text work,
                  ptrdiff_t begin, ptrdiff_t end, enum reason reason);

#endif
