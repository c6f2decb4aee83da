#include "turns/head.h"

#include <string.h>

#include "base/unicode.h"
#include "transcript/vocabulary.h"
#include "turns/dates.h"
#include "turns/evidence.h"
#include "turns/head_look.h"
#include "turns/opening.h"

enum {
    PARTS_MOST = 60,
    RUBRIC_WORDS_MOST = 3,
    MENU_WORDS_MOST = 2,
    MORE_COLUMNS_MOST = 100
};

struct reading {
    struct head *head;
    struct arena *a;
    const struct layout *layout;
    const struct convention *c;
    ptrdiff_t end_block, end_from; /* the first label, or the end of the document */
    ptrdiff_t titles[PARTS_MOST];  /* parts that look like titles */
    ptrdiff_t title_count;
    bool heading_title; /* a heading is the title */
    bool
        fields_are_text; /* nobody speaks, and fields are what there is to say: a recipe */
};

static const struct document *doc_of(const struct reading *r)
{
    return r->layout->document;
}

static struct str part_text(const struct reading *r, const struct head_part *p)
{
    return str_slice(doc_of(r)->blocks[p->block].text.str, p->from, p->to);
}

static struct head_part *add_part(struct reading *r, struct head_part p,
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
static bool heading_is_title(const struct reading *r, ptrdiff_t block)
{
    const struct document *doc = doc_of(r);
    for (ptrdiff_t i = 0; i < r->head->count; i++)
        if (r->head->parts[i].kind != HEAD_FURNITURE)
            return false;
    return !r->heading_title && headings_of_level(doc, doc->blocks[block].level) == 1;
}

static void take_date(struct reading *r, struct head_part p)
{
    struct str s = part_text(r, &p);
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

static bool take(struct reading *r, struct head_part p);

/* On a page that was run together title, date and place stand in one line. */
static bool split_at_date(struct reading *r, struct head_part p)
{
    const struct labels *labels = &r->c->labels;
    struct date date;
    if (!labels->count || labels->items[0].style != LABEL_MIDLINE ||
        labels->items[0].block != p.block || !date_find(&date, part_text(r, &p)) ||
        !date.begin)
        return false;
    struct head_part before = p, behind = p;
    before.to = behind.from = p.from + date.begin;
    r->titles[r->title_count++] = r->head->count;
    add_part(r, before, HEAD_CAPTION, REASON_NONE);
    if (date_line(&date, part_text(r, &behind)) == DATE_WITH_PLACE) {
        struct head_part on = behind;
        struct str s = part_text(r, &on);
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
static void take_field(struct reading *r, struct head_part p)
{
    ptrdiff_t begin = head_title_begin(part_text(r, &p));
    struct head_part name = p, title = p;
    name.to = title.from = p.from + begin;
    if (!begin || r->title_count == PARTS_MOST) {
        add_part(r, p, HEAD_FURNITURE, REASON_METADATA);
        return;
    }
    add_part(r, name, HEAD_FURNITURE, REASON_METADATA);
    r->titles[r->title_count++] = r->head->count;
    add_part(r, title, HEAD_CAPTION, REASON_NONE);
}

/* Takes one part into the head. False: here the body begins. */
static bool take(struct reading *r, struct head_part p)
{
    enum head_look look = head_look(part_text(r, &p), r->c->play, &p.reason);
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
        if (r->title_count == PARTS_MOST)
            return false;
        if (split_at_date(r, p))
            return true;
        r->titles[r->title_count++] = r->head->count;
        add_part(r, p, HEAD_CAPTION, REASON_NONE);
        return true;
    default:
        if (!opening_is_caption(part_text(r, &p), r->c))
            return false;
        /* too long for a title, but perhaps it is one, below a rubric */
        if (r->title_count == 1 && !str_ends(part_text(r, &p), S(".")))
            r->titles[r->title_count++] = r->head->count;
        add_part(r, p, HEAD_CAPTION, REASON_NONE);
        return true;
    }
}

/* The end of a block's part in the head: its end, or the first label in it. */
static ptrdiff_t block_end(const struct reading *r, ptrdiff_t block)
{
    return block == r->end_block ? r->end_from : doc_of(r)->blocks[block].text.str.len;
}

/* Is the block's first line a field? Then others that look like one are fields, too. */
static bool are_fields(const struct reading *r, ptrdiff_t block)
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
static bool is_list(const struct reading *r, ptrdiff_t block, ptrdiff_t to, bool fields)
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
static bool is_note_with_more(const struct reading *r, ptrdiff_t first, ptrdiff_t end,
                              ptrdiff_t to)
{
    enum reason reason;
    const struct layout *l = r->layout;
    return end == first + 2 && l->lines[first + 1].end <= to &&
           l->lines[first + 1].columns <= MORE_COLUMNS_MOST &&
           head_look(layout_line(l, first), false, &reason) == LOOK_FURNITURE &&
           reason == REASON_METADATA && !evidence_sounds(layout_line(l, first + 1));
}

/* All lines of the block before `to` belong to one field or one table, or are a page's menu. */
static enum reason whole_reason(const struct reading *r, ptrdiff_t block, ptrdiff_t to)
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

static bool take_paragraph(struct reading *r, ptrdiff_t block)
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
            head_goes_on(part_text(r, &p)))
            p.to = l->lines[++i].end; /* a title on two lines */
        if (fields && head_is_field(part_text(r, &p)))
            take_field(r, p);
        else if (!take(r, p))
            return false;
    }
    return true;
}

static bool take_block(struct reading *r, ptrdiff_t block)
{
    const struct block *b = &doc_of(r)->blocks[block];
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

static void take_all(struct reading *r)
{
    struct head *h = r->head;
    for (h->block = 0; h->block <= r->end_block && h->count < PARTS_MOST; h->block++) {
        if (h->block == doc_of(r)->block_count)
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

static bool same_words(struct arena *scratch, struct str x, struct str y)
{
    return str_eq(label_key(scratch, x), label_key(scratch, y));
}

/* "The Lamp", "A Comedy in One Act": says what kind of work the title above it is of. A rubric is a
 * word of its site: "Speeches", "A talk with the mayor". */
static bool is_subtitle(const struct reading *r, struct arena *scratch, ptrdiff_t title,
                        ptrdiff_t part)
{
    struct str above = part_text(r, &r->head->parts[title]);
    struct str rest = part_text(r, &r->head->parts[part]);
    struct str article = word_form(scratch, next_word(&rest));
    bool acts = false; /* "COMÉDIE EN UN ACTE" */
    for (struct str word; r->c->play && (word = next_word(&rest)).len;)
        acts = acts || vocabulary_has(WORD_SCENE, word_form(scratch, word));
    if (!acts && !str_eq(article, S("a")) && !str_eq(article, S("an")))
        return false;
    for (struct str word; (word = next_word(&above)).len;) {
        struct str form = word_form(scratch, word);
        if (vocabulary_has(WORD_OCCASION, form) || vocabulary_has(WORD_METADATA, form))
            return false;
    }
    return true;
}

static bool holds_occasion(struct arena *scratch, struct str s)
{
    for (struct str word; (word = next_word(&s)).len;)
        if (vocabulary_has(WORD_OCCASION, word_form(scratch, word)))
            return true;
    return false;
}

/* Is the first title a rubric of its site, and the second the title: "Official visits"? Between them
 * may stand nothing, or the date when the second says what was held. */
static bool is_rubric(const struct reading *r, struct arena *scratch, ptrdiff_t rubric,
                      ptrdiff_t title)
{
    const struct head *h = r->head;
    struct str above = part_text(r, &h->parts[rubric]),
               below = part_text(r, &h->parts[title]);
    int words = head_words(above);
    bool next = title == rubric + 1;
    for (ptrdiff_t i = rubric + 1; i < title; i++)
        if (h->parts[i].kind == HEAD_CAPTION)
            return false;
    return words <= RUBRIC_WORDS_MOST - !next && head_words(below) >= words + 2 &&
           (next || holds_occasion(scratch, below)) &&
           !is_subtitle(r, scratch, rubric, title);
}

/* Leaves only the titles that may be the document's. */
static void drop_other_titles(struct reading *r)
{
    ptrdiff_t kept = 0, count = r->title_count;
    for (int numbered = 0; numbered < 2 && !kept; numbered++)
        for (ptrdiff_t i = 0; i < count; i++)
            if (head_may_be_title(part_text(r, &r->head->parts[r->titles[i]]), numbered))
                r->titles[kept++] = r->titles[i];
    r->title_count = kept;
}

/* Which of the parts that look like titles is it? Others before it are rubrics, behind it
 * captions. */
static void choose_title(struct reading *r)
{
    struct head *h = r->head;
    struct arena scratch = {0};
    ptrdiff_t chosen = -1;
    drop_other_titles(r);
    for (ptrdiff_t i = 0; i < r->title_count && h->title && chosen < 0; i++)
        if (same_words(&scratch, part_text(r, &h->parts[r->titles[i]]),
                       h->title->text.str))
            chosen = i;
    if (!h->title && !r->heading_title && r->title_count)
        chosen = r->title_count > 1 && is_rubric(r, &scratch, r->titles[0], r->titles[1]);
    arena_clear(&scratch);
    if (chosen < 0)
        return;
    h->title_printed = true;
    h->parts[r->titles[chosen]].kind = HEAD_TITLE;
    for (ptrdiff_t i = 0; i < chosen; i++) {
        h->parts[r->titles[i]].kind = HEAD_FURNITURE;
        h->parts[r->titles[i]].reason = REASON_RUBRIC;
    }
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
static void find_date(struct reading *r)
{
    struct head *h = r->head;
    struct date date;
    if (h->date && date_find(&date, h->date->text.str))
        memcpy(h->iso, date.iso, sizeof date.iso);
    for (ptrdiff_t i = 0; i < h->count && !h->iso[0]; i++)
        if (h->parts[i].kind != HEAD_FURNITURE &&
            date_find(&date, part_text(r, &h->parts[i])))
            memcpy(h->iso, date.iso, sizeof date.iso);
    for (ptrdiff_t i = 0; i < h->count && !h->iso[0]; i++)
        if (h->parts[i].reason == REASON_METADATA &&
            head_field_date(&date, part_text(r, &h->parts[i])))
            memcpy(h->iso, date.iso, sizeof date.iso);
}

/* A document that is nothing but its head has a body after all: its last part. */
static void leave_a_body(struct reading *r)
{
    struct head *h = r->head;
    bool ends = h->block >= doc_of(r)->block_count && !r->c->name;
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
static bool are_fields_text(const struct reading *r)
{
    ptrdiff_t fields = 0, looked = 0;
    enum reason reason;
    for (ptrdiff_t i = 0; i < doc_of(r)->block_count && looked < PARTS_MOST; i++) {
        const struct block *b = &doc_of(r)->blocks[i];
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
    struct reading r = {.head = &head, .a = a, .layout = layout, .c = c};
    r.end_block = doc->block_count;
    if (c->labels.count) {
        r.end_block = c->labels.items[0].block;
        r.end_from = c->labels.items[0].lead;
    }
    find_metadata(&head, doc);
    if (!doc->all_speech) {
        r.fields_are_text = are_fields_text(&r);
        take_all(&r);
        leave_a_body(&r);
        choose_title(&r);
    }
    find_date(&r);
    struct str texts[PARTS_MOST + 2];
    ptrdiff_t count = 0;
    for (ptrdiff_t i = 0; i < head.count && count < PARTS_MOST; i++)
        if (head.parts[i].kind == HEAD_CAPTION || head.parts[i].kind == HEAD_TITLE)
            texts[count++] = part_text(&r, &head.parts[i]);
    if (head.title)
        texts[count++] = head.title->text.str;
    head.opening =
        opening_speaker(texts, count, layout, c, people, head.block, head.from);
    return head;
}
