/* transcript/inline_tokens.h -- what in a block of Markdown is not text as it stands.
 *
 * The first half of transcript/inline.h: the block's buffer is cut into tokens; the second half
 * makes the text of them.
 */
#ifndef BRIEFCAST_TRANSCRIPT_INLINE_TOKENS_H
#define BRIEFCAST_TRANSCRIPT_INLINE_TOKENS_H

#include "transcript/document.h"
#include "transcript/emphasis.h"

enum { TICKS_LONGEST = 80 };

/* One thing in a block's buffer that is not text as it stands. */
enum token_kind { TOKEN_DROP, TOKEN_REPLACE, TOKEN_DELIMITERS, TOKEN_LINE_END };
struct token {
    enum token_kind kind;
    ptrdiff_t at, len; /* bytes of the buffer */
    struct str with; /* TOKEN_REPLACE; white space is added, and the bytes are mark-up */
    enum reason reason;           /* TOKEN_DROP */
    ptrdiff_t delimiter;          /* TOKEN_DELIMITERS: index into the list of runs */
    ptrdiff_t out_begin, out_end; /* bytes of the text, once that is made */
};
/* A mark from one token to another. */
struct span {
    ptrdiff_t open, close; /* tokens */
    enum mark_kind kind;
};

/* Zeroed but for its first four members it is empty. */
struct token_list {
    struct arena *scratch; /* everything lives here */
    struct str s;          /* the buffer: the lines' contents with '\n' between */
    const struct str
        *references; /* labels of links that are defined, lower case, sorted; borrowed */
    ptrdiff_t reference_count;
    struct token *tokens;
    ptrdiff_t token_count, token_capacity;
    struct delimiter *runs;
    ptrdiff_t run_count, run_capacity;
    ptrdiff_t *brackets; /* tokens of '[' that wait for their ']' */
    ptrdiff_t bracket_count, bracket_capacity;
    struct span *spans;
    ptrdiff_t span_count, span_capacity;
    ptrdiff_t tags_open[8]; /* token of the latest opening tag of an effect, +1 */
    bool no_ticks[TICKS_LONGEST + 1]; /* no run of as many ticks follows */
};

/* Cuts t->s into tokens, ascending, and finds the spans of marks. Nothing is mark-up in a `plain`
 * block but its line ends. */
void tokens_scan(struct token_list *t, bool plain);

#endif
