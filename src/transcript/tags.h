/* transcript/tags.h -- HTML tags and entities inside text that is not HTML.
 *
 * Markdown may hold HTML, and copies of web pages as plain text often do. Only elements that HTML
 * has are mark-up here; anything else in angle brackets is what somebody wrote, and stays text.
 */
#ifndef BRIEFCAST_TRANSCRIPT_TAGS_H
#define BRIEFCAST_TRANSCRIPT_TAGS_H

#include "base/str.h"

enum html_effect {
    HTML_NONE,  /* nothing but its words */
    HTML_BREAK, /* a line break, or the border of a block */
    HTML_STRONG,
    HTML_EMPHASIS,
    HTML_SPEAKER, /* <cite> */
};
struct html_tag {
    ptrdiff_t end; /* one past the '>' */
    bool closing;  /* </b> */
    enum html_effect effect;
};

/* The tag that begins at s[at] == '<'. False when there is none, or none that HTML knows. Looks at
 * 2,000 bytes at most and never past another '<'. */
bool html_tag_at(struct html_tag *out, struct str s, ptrdiff_t at);

struct html_entity {
    ptrdiff_t end;    /* one past the ';' */
    struct str text;  /* what it stands for; may be a blank */
    bool unspeakable; /* it stands for a control or an invisible character */
};
/* The entity ("&amp;", "&#39;") that begins at s[at] == '&'; its text lives in `a`. False when
 * there is none. */
bool html_entity_at(struct html_entity *out, struct arena *a, struct str s, ptrdiff_t at);

#endif
