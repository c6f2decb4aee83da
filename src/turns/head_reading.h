/* turns/head_reading.h -- the head in the making: within turns/head.h.
 */
#ifndef BRIEFCAST_TURNS_HEAD_READING_H
#define BRIEFCAST_TURNS_HEAD_READING_H

#include "turns/head.h"

enum { HEAD_PARTS_MOST = 60 };

struct head_reading {
    struct head *head;
    struct arena *a;
    const struct layout *layout;
    const struct convention *c;
    ptrdiff_t end_block, end_from;     /* the first label, or the end of the document */
    ptrdiff_t titles[HEAD_PARTS_MOST]; /* parts that look like titles */
    ptrdiff_t title_count;
    bool heading_title; /* a heading is the title */
    bool mail;          /* a sender is named: the subject is the title */
    bool
        fields_are_text; /* nobody speaks, and fields are what there is to say: a recipe */
};

static inline const struct document *head_document(const struct head_reading *r)
{
    return r->layout->document;
}

static inline struct str head_part_text(const struct head_reading *r,
                                        const struct head_part *p)
{
    return str_slice(head_document(r)->blocks[p->block].text.str, p->from, p->to);
}

/* Which of the parts that look like titles is it? Others before it are rubrics, behind it
 * captions. */
void head_choose_title(struct head_reading *r);

#endif
