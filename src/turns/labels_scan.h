/* turns/labels_scan.h -- the shapes of labels, one by one; only turns/labels.c looks for them.
 *
 * Each of these looks at scan->s from l->begin on, and when a label of its shape stands there it sets
 * end, colon, after, alone and style. False: there is none; then l may be changed all the same.
 */
#ifndef BRIEFCAST_TURNS_LABELS_SCAN_H
#define BRIEFCAST_TURNS_LABELS_SCAN_H

#include "turns/labels.h"

/* The line that is looked at. */
struct scan {
    const struct layout *layout;
    const struct block *block;
    struct str s; /* the block's text up to the line's end */
    ptrdiff_t line;
    ptrdiff_t mark; /* the first mark that does not begin before the line */
    bool asked;     /* the candidate above is a bare Q or A */
};

/* The format itself says who speaks, whatever the words are. */
bool label_marked(struct label *l, const struct scan *scan);
/* "Name:", "PREGUNTA.- ". */
bool label_colon(struct label *l, const struct scan *scan);
/* "[SPEAKER_00] Hello": a role and a number. */
bool label_bracketed(struct label *l, const struct scan *scan);
/* "Q" or "A" with two blanks, a tab or a full stop behind it; or with one and a capital. */
bool label_bare(struct label *l, const struct scan *scan);
/* "CL          Hello" */
bool label_initials(struct label *l, const struct scan *scan);
/* A name in bold, and text. */
bool label_bold_bare(struct label *l, const struct scan *scan);
/* A name on a line of its own. */
bool label_alone(struct label *l, const struct scan *scan);

/* "Name – Text" */
bool label_dash(struct label *l, const struct scan *scan);

/* The end of the words from s[begin] on that could be a label, before a dash with blanks around it;
 * -1: there is none. Sets *behind the dash. */
ptrdiff_t label_before_dash(struct str s, ptrdiff_t begin, ptrdiff_t *behind);
bool label_is_dash(struct str word);
bool label_ends_or_blank(struct str s, ptrdiff_t at);
/* The end of [begin, end) without a clock time and blanks there. */
ptrdiff_t label_without_clock(struct str s, ptrdiff_t begin, ptrdiff_t end);
/* LABEL_MARKED or LABEL_BOLD when the format marks [l->begin, l->end) so, else LABEL_COLON. */
enum label_style label_style_at(const struct scan *scan, const struct label *l);
/* Does text follow on the next line, or in the next block? */
bool label_text_follows(const struct layout *layout, ptrdiff_t line);

#endif
