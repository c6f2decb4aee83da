#include "turns/head.h"

#include <string.h>

#include "base/unicode.h"
#include "transcript/vocabulary.h"
#include "turns/dates.h"
#include "turns/evidence.h"
#include "turns/head_look.h"
#include "turns/head_reading.h"
#include "turns/opening.h"

enum { MENU_WORDS_MOST = 2, MORE_COLUMNS_MOST = 100 };

static struct head_part *add_part(struct head_reading *r, struct head_part p,
                                  enum head_kind kind, enum reason reason)
{
    struct head *h = r->head;
    struct head_part *part = arena_push(r->a, h->parts, h->count, h->capacity);
    *part = p;
    part->kind = kind;
    part->reason = reason;
    return part;
}

static ptrdiff_t headings_of_level(const struct document *doc, int level)
{
    ptrdiff_t count = 0;
    for (ptrdiff_t i = 0; i < doc->block_count; i++)
        count += doc->blocks[i].kind == BLOCK_HEADING && doc->blocks[i].level == level;
    return count;
}

/* Is the heading, with nothing but furniture before it, the document's title? */
static bool heading_is_title(const struct head_reading *r, ptrdiff_t block)
{
    const struct document *doc = head_document(r);
    for (ptrdiff_t i = 0; i < r->head->count; i++)
        if (r->head->parts[i].kind != HEAD_FURNITURE)
            return false;
    return !r->heading_title && headings_of_level(doc, doc->blocks[block].level) == 1;
}

static void take_date(struct head_reading *r, struct head_part p)
{
    struct str s = head_part_text(r, &p);
    struct date date;
    enum date_line kind = date_line(&date, s);
    if (r->head->date_printed) {
        add_part(r, p, HEAD_CAPTION, REASON_NONE);
        return;
    }
    r->head->date_printed = true;
    memcpy(r->head->iso, date.iso, sizeof date.iso);
    struct str rest = str_trim(str_slice(s, date.end, s.len));
    if (kind == DATE_ALONE && rest.len && clock_line(rest)) {
        ptrdiff_t cut = p.from + date.end;
        add_part(r, (struct head_part){.block = p.block, .from = p.from, .to = cut},
                 HEAD_DATE, REASON_NONE);
        add_part(r, (struct head_part){.block = p.block, .from = cut, .to = p.to},
                 HEAD_FURNITURE, REASON_CLOCK_TIME);
        return;
    }
    add_part(r, p, HEAD_DATE, REASON_NONE);
}

static bool take(struct head_reading *r, struct head_part p);

/* On a page that was run together title, date and place stand in one line. */
static bool split_at_date(struct head_reading *r, struct head_part p)
{
    const struct labels *labels = &r->c->labels;
    struct date date;
    if (!labels->count || labels->items[0].style != LABEL_MIDLINE ||
        labels->items[0].block != p.block || !date_find(&date, head_part_text(r, &p)) ||
        !date.begin)
        return false;
    struct head_part before = p, behind = p;
    before.to = behind.from = p.from + date.begin;
    r->titles[r->title_count++] = r->head->count;
    add_part(r, before, HEAD_CAPTION, REASON_NONE);
    if (date_line(&date, head_part_text(r, &behind)) == DATE_WITH_PLACE) {
        struct head_part on = behind;
        struct str s = head_part_text(r, &on);
        ptrdiff_t cut = date.end;
        for (ptrdiff_t next = cut; next < s.len;
             cut = next) { /* to the place's first letter */
            int32_t c = utf8_next(s, &next);
            if (unicode_is_upper(c))
                break;
        }
        on.to = behind.from = behind.from + cut;
        take_date(r, on);
    }
    if (behind.from < behind.to && !take(r, behind))
        add_part(r, behind, HEAD_CAPTION, REASON_NONE);
    return true;
}

/* A field is not said, but for the title that it may hold. */
static void take_field(struct head_reading *r, struct head_part p)
{
    struct str field = head_part_text(r, &p);
    ptrdiff_t begin = head_title_begin(field, r->mail);
    r->mail = r->mail || head_is_sender(field);
    struct head_part name = p, title = p;
    name.to = title.from = p.from + begin;
    if (!begin || r->title_count == HEAD_PARTS_MOST) {
        add_part(r, p, HEAD_FURNITURE, REASON_METADATA);
        return;
    }
    add_part(r, name, HEAD_FURNITURE, REASON_METADATA);
    r->titles[r->title_count++] = r->head->count;
    add_part(r, title, HEAD_CAPTION, REASON_NONE);
}

/* Takes one part into the head. False: here the body begins. */
static bool take(struct head_reading *r, struct head_part p)
{
    enum head_look look = head_look(head_part_text(r, &p), r->c->play, &p.reason);
    switch (look) {
    case LOOK_FURNITURE:
        add_part(r, p, HEAD_FURNITURE, p.reason);
        return true;
    case LOOK_METADATA:
        if (r->fields_are_text)
            return false;
        take_field(r, p);
        return true;
    case LOOK_DATE:
        take_date(r, p);
        return true;
    case LOOK_TITLE:
        if (r->title_count == HEAD_PARTS_MOST)
            return false;
        if (split_at_date(r, p))
            return true;
        r->titles[r->title_count++] = r->head->count;
        add_part(r, p, HEAD_CAPTION, REASON_NONE);
        return true;
    default:
        if (!opening_is_caption(head_part_text(r, &p), r->c))
            return false;
        /* too long for a title, but perhaps it is one, below a rubric */
        if (r->title_count == 1 && !str_ends(head_part_text(r, &p), S(".")))
            r->titles[r->title_count++] = r->head->count;
        add_part(r, p, HEAD_CAPTION, REASON_NONE);
        return true;
    }
}

/* The end of a block's part in the head: its end, or the first label in it. */
static ptrdiff_t block_end(const struct head_reading *r, ptrdiff_t block)
{
    return block == r->end_block ? r->end_from
                                 : head_document(r)->blocks[block].text.str.len;
}

/* Is the block's first line a field? Then others that look like one are fields, too. */
static bool are_fields(const struct head_reading *r, ptrdiff_t block)
{
    enum reason reason;
    const ptrdiff_t *lines = &r->layout->first_line[block];
    if (lines[0] == lines[1] || r->fields_are_text)
        return false;
    struct str first = layout_line(r->layout, lines[0]);
    return head_is_field(first) && head_look(first, r->c->play, &reason) == LOOK_METADATA;
}

/* Are most lines of the block before `to` less than half as long as its longest? Then they were not
 * broken where they were full. */
static bool is_uneven(const struct layout *l, ptrdiff_t block, ptrdiff_t to)
{
    int longest = 0;
    ptrdiff_t end = l->first_line[block], brief = 0;
    for (; end < l->first_line[block + 1] && l->lines[end].begin < to; end++)
        longest = l->lines[end].columns > longest ? l->lines[end].columns : longest;
    for (ptrdiff_t i = l->first_line[block]; i + 1 < end; i++)
        brief += 2 * l->lines[i].columns < longest;
    return 2 * brief > end - 1 - l->first_line[block];
}

/* Does each line of the block before `to` stand for itself, as in an address? */
static bool is_list(const struct head_reading *r, ptrdiff_t block, ptrdiff_t to,
                    bool fields)
{
    const struct layout *l = r->layout;
    bool uneven = is_uneven(l, block, to);
    bool wrapped = l->breaking == BREAKING_FULL && !uneven;
    for (ptrdiff_t i = l->first_line[block]; i < l->first_line[block + 1]; i++) {
        if (l->lines[i].begin >= to)
            break;
        struct str line = layout_line(l, i);
        struct date date;
        enum reason reason;
        bool last = i + 1 == l->first_line[block + 1] || l->lines[i + 1].begin >= to;
        bool meant = l->lines[i].first || uneven || !layout_continues(l, i) ||
                     date_line(&date, line) == DATE_ALONE ||
                     head_look(line, false, &reason) == LOOK_METADATA ||
                     (fields && head_is_field(line));
        if (!meant || (wrapped && l->lines[i].columns > 100 && !last) ||
            str_ends(line, S(",")))
            return false;
    }
    return true;
}

/* A note on the page, and below it in the same block a line that nobody seems to say. */
static bool is_note_with_more(const struct head_reading *r, ptrdiff_t first,
                              ptrdiff_t end, ptrdiff_t to)
{
    enum reason reason;
    const struct layout *l = r->layout;
    return end == first + 2 && l->lines[first + 1].end <= to &&
           l->lines[first + 1].columns <= MORE_COLUMNS_MOST &&
           head_look(layout_line(l, first), false, &reason) == LOOK_FURNITURE &&
           reason == REASON_METADATA && !evidence_sounds(layout_line(l, first + 1));
}

/* All lines of the block before `to` belong to one field or one table, or are a page's menu. */
static enum reason whole_reason(const struct head_reading *r, ptrdiff_t block,
                                ptrdiff_t to)
{
    const struct layout *l = r->layout;
    ptrdiff_t first = l->first_line[block], end = l->first_line[block + 1];
    if (first == end || l->lines[first].begin >= to)
        return REASON_NONE;
    struct str head = layout_line(l, first);
    if (head_field_opens(head) || head_is_table_row(head))
        return REASON_METADATA;
    if (is_note_with_more(r, first, end, to))
        return REASON_METADATA;
    bool menu = false, brief = true;
    for (ptrdiff_t i = first; i < end && l->lines[i].begin < to && brief; i++) {
        enum reason reason;
        head_look(layout_line(l, i), false, &reason);
        menu = menu || reason == REASON_NAVIGATION;
        brief = head_words(layout_line(l, i)) <= MENU_WORDS_MOST;
    }
    return menu && brief ? REASON_NAVIGATION : REASON_NONE;
}

static bool take_paragraph(struct head_reading *r, ptrdiff_t block)
{
    const struct layout *l = r->layout;
    ptrdiff_t to = block_end(r, block);
    enum reason whole = whole_reason(r, block, to);
    if (whole != REASON_NONE) {
        struct head_part p = {.block = block, .from = 0, .to = to};
        add_part(r, p, HEAD_FURNITURE, whole);
        return true;
    }
    bool fields = are_fields(r, block);
    if (!is_list(r, block, to, fields)) {
        struct head_part p = {.block = block, .from = 0, .to = to};
        r->head->from = 0;
        return take(r, p);
    }
    for (ptrdiff_t i = l->first_line[block]; i < l->first_line[block + 1]; i++) {
        const struct line *line = &l->lines[i];
        if (line->begin >= to)
            break;
        r->head->from = line->begin;
        struct head_part p = {.block = block, .from = line->begin, .to = line->end};
        p.to = p.to < to ? p.to : to;
        if (i + 1 < l->first_line[block + 1] && l->lines[i + 1].end <= to &&
            head_goes_on(head_part_text(r, &p)))
            p.to = l->lines[++i].end; /* a title on two lines */
        if (fields && head_is_field(head_part_text(r, &p)))
            take_field(r, p);
        else if (!take(r, p))
            return false;
    }
    return true;
}

static bool take_block(struct head_reading *r, ptrdiff_t block)
{
    const struct block *b = &head_document(r)->blocks[block];
    struct head_part p = {.block = block, .from = 0, .to = b->text.str.len};
    r->head->from = 0;
    switch (b->kind) {
    case BLOCK_METADATA:
        return true;
    case BLOCK_SEPARATOR:
        add_part(r, p, HEAD_FURNITURE, REASON_SEPARATOR);
        return true;
    case BLOCK_HEADING:
        if (!heading_is_title(r, block))
            return false;
        add_part(r, p, HEAD_TITLE, REASON_NONE);
        r->heading_title = r->head->title_printed = true;
        return true;
    default:
        return take_paragraph(r, block);
    }
}

static void take_all(struct head_reading *r)
{
    struct head *h = r->head;
    for (h->block = 0; h->block <= r->end_block && h->count < HEAD_PARTS_MOST;
         h->block++) {
        if (h->block == head_document(r)->block_count)
            break;
        if (!take_block(r, h->block))
            return;
        if (h->block == r->end_block) { /* the label stands in this block */
            h->from = r->end_from;
            return;
        }
    }
    h->from = 0;
}

static void find_metadata(struct head *h, const struct document *doc)
{
    for (ptrdiff_t i = 0; i < doc->block_count; i++) {
        const struct block *b = &doc->blocks[i];
        if (b->kind != BLOCK_METADATA)
            continue;
        if (!h->title && str_eq(b->key, S("title")))
            h->title = b;
        else if (!h->date && str_eq(b->key, S("date")))
            h->date = b;
        else if (!h->language &&
                 (str_eq(b->key, S("language")) || str_eq(b->key, S("lang"))))
            h->language = b;
    }
}

/* The front matter's date counts before the printed one; a caption's is better than none. */
static void find_date(struct head_reading *r)
{
    struct head *h = r->head;
    struct date date;
    if (h->date && date_find(&date, h->date->text.str))
        memcpy(h->iso, date.iso, sizeof date.iso);
    for (ptrdiff_t i = 0; i < h->count && !h->iso[0]; i++)
        if (h->parts[i].kind != HEAD_FURNITURE &&
            date_find(&date, head_part_text(r, &h->parts[i])))
            memcpy(h->iso, date.iso, sizeof date.iso);
    for (ptrdiff_t i = 0; i < h->count && !h->iso[0]; i++)
        if (h->parts[i].reason == REASON_METADATA &&
            head_field_date(&date, head_part_text(r, &h->parts[i])))
            memcpy(h->iso, date.iso, sizeof date.iso);
}

/* A document that is nothing but its head has a body after all: its last part. */
static void leave_a_body(struct head_reading *r)
{
    struct head *h = r->head;
    bool ends = h->block >= head_document(r)->block_count && !r->c->name;
    if (!ends || !h->count || r->heading_title)
        return;
    ptrdiff_t last = h->count - 1;
    if (h->parts[last].kind != HEAD_CAPTION)
        return;
    h->block = h->parts[last].block;
    h->from = h->parts[last].from;
    h->count--;
    while (r->title_count && r->titles[r->title_count - 1] >= h->count)
        r->title_count--;
}

/* Are half of the first paragraphs of a document in which nobody speaks fields? */
static bool are_fields_text(const struct head_reading *r)
{
    ptrdiff_t fields = 0, looked = 0;
    enum reason reason;
    for (ptrdiff_t i = 0; i < head_document(r)->block_count && looked < HEAD_PARTS_MOST;
         i++) {
        const struct block *b = &head_document(r)->blocks[i];
        if (b->kind != BLOCK_PARAGRAPH)
            continue;
        looked++;
        fields += head_is_field(b->text.str) &&
                  head_look(b->text.str, false, &reason) == LOOK_METADATA;
    }
    return !r->c->name && fields > 2 && 2 * fields >= looked;
}

struct head head_read(struct arena *a, const struct layout *layout,
                      const struct convention *c, const struct person *const *people)
{
    const struct document *doc = layout->document;
    struct head head = {0};
    struct head_reading r = {.head = &head, .a = a, .layout = layout, .c = c};
    r.end_block = doc->block_count;
    if (c->labels.count) {
        r.end_block = c->labels.items[0].block;
        r.end_from = c->labels.items[0].lead;
    }
    for (ptrdiff_t i = 0; c->parts && i < r.end_block; i++)
        if (c->parts[i] == PART_QUESTION)
            r.end_block = i;
    find_metadata(&head, doc);
    if (!doc->all_speech) {
        r.fields_are_text = are_fields_text(&r);
        take_all(&r);
        leave_a_body(&r);
        head_choose_title(&r);
    }
    find_date(&r);
    struct str texts[HEAD_PARTS_MOST + 2];
    ptrdiff_t count = 0;
    for (ptrdiff_t i = 0; i < head.count && count < HEAD_PARTS_MOST; i++)
        if (head.parts[i].kind == HEAD_CAPTION || head.parts[i].kind == HEAD_TITLE)
            texts[count++] = head_part_text(&r, &head.parts[i]);
    if (head.title)
        texts[count++] = head.title->text.str;
    head.opening =
        opening_speaker(texts, count, layout, c, people, head.block, head.from);
    return head;
}
