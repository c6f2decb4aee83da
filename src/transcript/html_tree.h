/* transcript/html_tree.h -- HTML as a balanced list of what opens, what closes, and text.
 *
 * What matters of HTML5's tree construction (section 13.2.6): which end tags are implied, which
 * end tags close nothing, and that mark-up which crosses ends where its end tag stands. The order
 * is the source's. Depth is bounded as in browsers: what is nested deeper than 512 stands beside.
 */
#ifndef BRIEFCAST_TRANSCRIPT_HTML_TREE_H
#define BRIEFCAST_TRANSCRIPT_HTML_TREE_H

#include <stdint.h>

#include "base/arena.h"
#include "transcript/markup_scan.h"

enum html_class {
    HTML_INLINE, /* nothing but its words; what HTML does not know, too */
    HTML_BLOCK,
    HTML_PARAGRAPH, /* <p> */
    HTML_HEADING,
    HTML_LINE, /* <br> */
    HTML_RULE, /* <hr> */
    HTML_ITEM, /* <li> */
    HTML_TERM, /* <dt>, <dd> */
    HTML_LIST, /* <ul>, <ol>, <dl>, <table>: what an item may not close out of */
    HTML_ROW,
    HTML_CELL,
    HTML_PRE,
    HTML_BOLD,
    HTML_ITALIC,
    HTML_CITE,
    HTML_ANCHOR,
    HTML_TYPED,  /* <code> and the like */
    HTML_RAISED, /* <sup> */
    HTML_TIME,
    HTML_TITLE,
    HTML_META,
    HTML_ROOT,   /* <html>, <body>, <head> */
    HTML_MAIN,   /* <main>, <article> */
    HTML_BESIDE, /* <nav>, <aside>, <footer>, <form> ... */
    HTML_UNSEEN, /* <script>, <style>, <svg> ... */
    HTML_VOID,   /* has no content and no words: <img>, <input>, <link> */
};
struct html_element {
    const char *name;
    enum html_class class;
    int level; /* of a heading */
};
/* What is known of the element with this name; never NULL. */
const struct html_element *html_element(struct str name);

enum html_event { HTML_OPENS, HTML_CLOSES, HTML_TEXT, HTML_COMMENT, HTML_MARKUP };
struct html_item {
    uint32_t begin, end; /* bytes of the text; none when it is implied */
    uint32_t match;  /* HTML_OPENS: the item that closes it, and the other way round */
    uint8_t event;   /* enum html_event */
    uint8_t element; /* index in the table of elements */
    uint8_t flags;   /* the reader's own */
};
const struct html_element *html_item_element(const struct html_item *item);

struct html_tree {
    struct str s;
    struct html_item *items;
    ptrdiff_t count, capacity;
};
/* `xml`: elements that HTML does not know are blocks. Lives in `a`; s.len <= UINT32_MAX. */
struct html_tree html_tree_build(struct arena *a, struct str s, bool xml);

#endif
