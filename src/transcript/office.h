/* transcript/office.h -- what the readers of office documents share: paragraphs in the making.
 *
 * A reader hears XML events (base/xml.h), says what is text, and where a paragraph ends. All that
 * it does not take as text is mark-up.
 */
#ifndef BRIEFCAST_TRANSCRIPT_OFFICE_H
#define BRIEFCAST_TRANSCRIPT_OFFICE_H

#include "base/xml.h"
#include "transcript/document.h"

enum office_style { OFFICE_BOLD, OFFICE_ITALIC, OFFICE_STYLES };

struct office {
    struct document *doc;
    struct arena *a;
    struct arena scratch; /* of the paragraph in the making */
    struct textbuf text;
    struct strbuf blanks; /* after the text, should more follow */
    struct mark *marks;
    ptrdiff_t mark_count, mark_capacity;
    ptrdiff_t last_mark[OFFICE_STYLES]; /* index + 1; 0: none yet */
    bool style[OFFICE_STYLES];          /* of the text that comes next */
    int level;                          /* of a heading; 0: a paragraph */
    int indent;                         /* blanks before the text */
    bool collapse;                      /* runs of blanks are one */
    int skip_depth; /* text below the element of this depth is not read; 0: all is */
    enum reason skip_reason; /* of the text there */
    struct str key;          /* of a metadata value in the making; "" else */
};

/* Is the source such a container ("docx")? The second reports BC_EINPUT when it is not. */
bool office_is(const struct source *s, const char *container);
BC_CHECK enum bc_status office_require(const struct source *s, const char *container,
                                       struct diag *d);

struct office office_make(struct document *doc, struct arena *a);
void office_release(struct office *o);

/* A piece of text as xml_handler's has it. */
void office_text(struct office *o, struct str s, ptrdiff_t begin, ptrdiff_t end,
                 bool verbatim);
/* White space that mark-up makes: "\n", "\t", " ". */
void office_blank(struct office *o, struct str s);
/* Ends the block in the making, if there is any; the next is a paragraph again. */
void office_flush(struct office *o);
void office_dispose(struct office *o, ptrdiff_t begin, ptrdiff_t end);
/* Text that is not read: below an element that is skipped, its reason; else it is mark-up. */
void office_unread(struct office *o, ptrdiff_t begin, ptrdiff_t end);

/* xml_handler's for comments and the like. `user` begins with a struct office. */
void office_markup(void *user, enum xml_markup kind, ptrdiff_t begin, ptrdiff_t end);

/* Begins to skip what the element of `tag` holds, for that reason; office_end_skip ends it at its end tag. */
void office_begin_skip(struct office *o, const struct xml_tag *tag, enum reason reason);
void office_end_skip(struct office *o, const struct xml_tag *tag);

/* Reads part `i` as properties: dc:title, and with `dated` dc:date, become metadata. (The dates of
 * office documents are the file's, not the talk's.) */
BC_CHECK enum bc_status office_properties(struct office *o, ptrdiff_t i, bool dated,
                                          struct diag *d);

#endif
