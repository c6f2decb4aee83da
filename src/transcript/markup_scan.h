/* transcript/markup_scan.h -- a file in HTML or XML as tags, comments and what stands between.
 *
 * Follows the tokenizer of HTML5 (section 13.2.5) with two liberties for transcripts: a comment,
 * a quotation mark or a <script> that is never closed is none, so that it cannot swallow what was
 * said. Every byte belongs to exactly one token, and the whole is linear in the text.
 */
#ifndef BRIEFCAST_TRANSCRIPT_MARKUP_SCAN_H
#define BRIEFCAST_TRANSCRIPT_MARKUP_SCAN_H

#include "base/str.h"

enum markup_kind {
    MARKUP_TEXT,
    MARKUP_OPEN,  /* <p class="x">, <br/> */
    MARKUP_CLOSE, /* </p> */
    MARKUP_COMMENT,
    MARKUP_DECLARATION, /* <!DOCTYPE ...>, <?xml ...?> */
    MARKUP_CDATA,       /* XML only */
};
struct markup_token {
    enum markup_kind kind;
    ptrdiff_t begin, end; /* bytes of the text */
    struct str name;      /* of a tag, as printed */
    bool empty;           /* "<br/>" */
};

/* Zeroed but for `s` and `xml` it stands at the beginning. */
struct markup_scanner {
    struct str s;
    bool xml; /* CDATA sections are text, and no element is raw text */
    ptrdiff_t at;
    struct str raw;        /* the element whose text knows no tags; "" for none */
    unsigned never_closed; /* what is known not to be closed any more: a bit each */
    unsigned raw_unclosed; /* the same of raw elements */
};
/* False at the end. */
bool markup_next(struct markup_token *out, struct markup_scanner *m);

struct markup_attribute {
    struct str name, value; /* value as printed, without its quotes */
};
/* The next attribute of the tag `tag` from *at on (0: the first). False when there is none. */
bool markup_attribute_next(struct markup_attribute *out, struct str tag, ptrdiff_t *at);
/* The value of the attribute `name`; ptr NULL when the tag has none. */
struct str markup_attribute(struct str tag, struct str name);

#endif
