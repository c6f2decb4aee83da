/* turns/pages_lines.h -- the lines of a document as its pages have them: within turns/pages.h.
 */
#ifndef BRIEFCAST_TURNS_PAGES_LINES_H
#define BRIEFCAST_TURNS_PAGES_LINES_H

#include "transcript/document.h"

struct page_line {
    ptrdiff_t block;
    ptrdiff_t begin,
        end;             /* bytes of the block's text, without blanks around; not empty */
    ptrdiff_t from, to;  /* the same without its line number; from == to: nothing else */
    int columns, indent; /* of [from, to) */
    short number;        /* line number, or 0 */
    bool first;          /* of its block */
    bool joins; /* goes on with the paragraph of the line before, whatever lies between */
    bool breaks; /* begins a paragraph */
    bool
        hyphen; /* its last byte is a hyphen that parts a word from the next line's first */
    bool unhyphen;       /* of these: the word has none */
    unsigned char taken; /* enum reason; REASON_NONE: the line stays */
};

struct page_lines {
    const struct document *document; /* borrowed */
    struct page_line *items;         /* of BLOCK_PARAGRAPHs, in order */
    ptrdiff_t count;
};

struct page_lines page_lines_make(struct arena *a, const struct document *doc);
struct str page_line_text(const struct page_lines *l, ptrdiff_t i); /* [from, to) */
/* The next line that stays and has words, before i or behind it; -1: there is none before the next
 * heading or rule. */
ptrdiff_t page_line_before(const struct page_lines *l, ptrdiff_t i);
ptrdiff_t page_line_behind(const struct page_lines *l, ptrdiff_t i);
/* Is the sentence of line i left open at its end? Does line i begin in lower case? */
bool page_line_is_open(const struct page_lines *l, ptrdiff_t i);
bool page_line_goes_on(const struct page_lines *l, ptrdiff_t i);

/* The steps of pages_clean, in this order. Each marks lines, and says whether it found something;
 * `scratch` is for what it needs only for itself. */
bool page_numbers_find(struct page_lines *l, struct arena *scratch);
bool page_furniture_find(struct page_lines *l, struct arena *scratch);
bool page_hyphens_find(struct page_lines *l, struct arena *scratch);

#endif
