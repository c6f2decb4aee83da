/* script/ssml.h -- the elements that a script may hold inside a paragraph, named as in SSML 1.1:
 * <break time="1s"/>, <break strength="weak"/>, <sub alias="...">...</sub>.
 */
#ifndef BRIEFCAST_SCRIPT_SSML_H
#define BRIEFCAST_SCRIPT_SSML_H

#include "base/diag.h"
#include "base/source.h"

enum ssml_kind { SSML_UNKNOWN, SSML_BREAK, SSML_SUB, SSML_SUB_END };

enum {
    SSML_TAG_BYTES_MOST = 4096,
    SSML_ALIAS_BYTES_MOST = 300,
};

struct ssml_tag {
    enum ssml_kind kind;
    bool wrong;         /* it was reported; what is known of it stands here */
    struct place place; /* from '<' to behind '>' */
    int pause_ms;       /* SSML_BREAK */
    struct str
        alias; /* SSML_SUB: one line, with something to say in it; lives in the arena */
};

/* Reads the tag that begins at byte `begin` of `s`, a '<' before a letter or a slash, and ends before
 * `end`. What is wrong is reported to `d` (tag-unknown, tag-unclosed, tag-attribute, break-time,
 * sub-alias); the place is then what to skip: the whole tag, or only its '<' when it has no end. */
struct ssml_tag ssml_read(struct arena *a, const struct source *s, ptrdiff_t begin,
                          ptrdiff_t end, struct diag *d);

void ssml_print_break(struct strbuf *out, int pause_ms);
void ssml_print_sub(struct strbuf *out, struct str alias);
void ssml_print_sub_end(struct strbuf *out);

#endif
