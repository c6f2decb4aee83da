/* script/escape.h -- how a script file writes characters that would mean something else.
 *
 * A backslash before ASCII punctuation, as in Markdown, and character references as in HTML; what
 * cannot be seen, or would turn the line round, is always a reference.
 */
#ifndef BRIEFCAST_SCRIPT_ESCAPE_H
#define BRIEFCAST_SCRIPT_ESCAPE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

bool escape_is_punctuation(
    char c); /* ASCII punctuation: what a backslash may stand before */

/* The character that the reference at s[*at] ("&amp;", "&#233;", "&#xE9;") stands for, *at moved
 * behind it; -1, and *at untouched, when there is none. References without a character give U+FFFD. */
int32_t escape_read_reference(struct str s, ptrdiff_t *at);

/* Must `c` be written as a reference? Controls, bidi controls, U+FEFF. */
bool escape_is_hidden(int32_t c);

/* What a text may hold that is to be escaped. */
enum escape_where {
    ESCAPE_TEXT,    /* a paragraph, heading or label */
    ESCAPE_COMMENT, /* inside <!-- --> */
    ESCAPE_VALUE,   /* an attribute's value, in double quotes */
};
/* Appends bytes [from, to) of s, escaped; `s` as a whole decides what stands beside them. Bytes from 0
 * on in ESCAPE_TEXT are taken to begin a line when line_start is set. */
void escape_print(struct strbuf *out, struct str s, ptrdiff_t from, ptrdiff_t to,
                  enum escape_where where, bool line_start);

#endif
