#include "turns/turns.h"

#include "base/unicode.h"
#include "transcript/fold.h"
#include "turns/court.h"
#include "turns/dates.h"
#include "turns/decided.h"
#include "turns/decisions.h"
#include "turns/directions.h"
#include "turns/directions_out.h"
#include "turns/evidence.h"
#include "turns/furniture.h"
#include "turns/headings.h"
#include "turns/language.h"
#include "turns/layout.h"
#include "turns/notes.h"
#include "turns/pages.h"
#include "turns/play.h"
#include "turns/sections.h"

struct builder {
    struct turns *t;
    struct arena *a;
    struct arena work;    /* of the decisions */
    struct arena scratch; /* of the item in the making */
    const struct document *doc;
    struct layout layout;
    struct convention c;
    const struct speaker *speakers; /* of each string */
    struct head head;
    struct sections sections;
    const struct notes *notes;
    const struct speaker *speaking; /* NULL: nobody, or the narrator */
    bool narrating;                 /* the narrator has the turn */
    ptrdiff_t roll;                 /* index into c.rolls of the next one */
    bool italics_tell;              /* whole paragraphs in italics are nobody's */
    bool at_label;                  /* nothing has been said behind the latest label */
    bool last_turn; /* no label follows: what is no speech is the page's foot */
    struct speaker parts[PART_ANSWER + 1]; /* who says them, where nothing has labels */
    const struct speaker *opening; /* speaks without a label, until the first one */
};

enum { SCRATCH_MOST = 256 << 10, FOOT_BLOCKS = 3 };

/* `text` may live in b->scratch, which is free again afterwards. */
static struct item *add_item(struct builder *b, enum item_kind kind, struct text text)
{
    struct turns *t = b->t;
    struct item *item = arena_push(b->a, t->items, t->item_count, t->item_capacity);
    item->kind = kind;
    item->text = text_keep(b->a, text);
    return item;
}

/* Between items nothing in the scratch arena is needed. */
static void clear_scratch(struct builder *b)
{
    if (b->scratch.used > SCRATCH_MOST)
        arena_clear(&b->scratch);
}

static struct text slice(struct builder *b, ptrdiff_t block, ptrdiff_t from, ptrdiff_t to)
{
    struct arena *a = &b->scratch;
    return text_trim(a, text_slice(a, b->doc->blocks[block].text, from, to));
}

static struct text one_line(struct builder *b, ptrdiff_t block, ptrdiff_t from,
                            ptrdiff_t to)
{
    return fold_text(&b->scratch,
                     text_slice(&b->scratch, b->doc->blocks[block].text, from, to));
}

static struct text title_line(struct builder *b, ptrdiff_t block, ptrdiff_t from,
                              ptrdiff_t to)
{
    return fold_title(&b->scratch,
                      text_slice(&b->scratch, b->doc->blocks[block].text, from, to));
}

static void not_spoken(struct builder *b, ptrdiff_t block, ptrdiff_t from, ptrdiff_t to,
                       enum reason reason)
{
    struct text text = slice(b, block, from, to);
    if (text.str.len)
        add_item(b, ITEM_NOT_SPOKEN, text)->reason = reason;
    clear_scratch(b);
}

/* Nobody has the turn any more; what follows without a label is the narrator's. */
static void end_turn(struct builder *b)
{
    b->speaking = NULL;
    b->narrating = false;
}

/* What follows without a label nobody is named as saying. */
static void narrate(struct builder *b)
{
    b->opening = NULL;
    if (b->speaking)
        end_turn(b);
}

/* `p` NULL: the narrator. */
static void begin_turn(struct builder *b, const struct speaker *p, struct text label_text,
                       struct str label)
{
    struct item *item = add_item(b, ITEM_TURN, label_text);
    item->speaker = p ? p->name : NARRATOR;
    item->label = str_starts(item->text.str, label)
                      ? str_slice(item->text.str, 0, label.len)
                      : str_copy(b->a, label);
    item->anonymous = p && p->anonymous;
    b->speaking = p;
    b->narrating = !p;
}

static void somebody_speaks(struct builder *b)
{
    if (!b->speaking && !b->narrating)
        begin_turn(b, b->opening, (struct text){.source = b->doc->source}, S(""));
}

/* A paragraph with what is taken out of it. */
static void say_text(struct builder *b, struct text whole)
{
    bool at_label = b->at_label;
    b->at_label = false;
    struct found_directions found =
        directions_find(&b->scratch, whole.str, b->c.stage, at_label);
    struct text said = directions_without(&b->scratch, whole, &found);
    if (furniture_speakable(said.str)) {
        somebody_speaks(b);
        add_item(b, ITEM_PARAGRAPH, said);
    } else if (said.str.len) {
        add_item(b, ITEM_NOT_SPOKEN, said)->reason = REASON_UNSPEAKABLE;
    }
    for (ptrdiff_t i = 0; i < found.count; i++) {
        struct text taken =
            text_slice(&b->scratch, whole, found.items[i].begin, found.items[i].end);
        add_item(b, ITEM_NOT_SPOKEN, taken)->reason = found.items[i].reason;
    }
}

static void say(struct builder *b, ptrdiff_t block, ptrdiff_t from, ptrdiff_t to)
{
    struct text whole = slice(b, block, from, to);
    if (whole.str.len) {
        enum reason reason = furniture_paragraph(whole.str);
        if (reason == REASON_NONE && b->c.name && direction_is_note(whole.str))
            reason = REASON_STAGE_DIRECTION;
        if (reason == REASON_NONE)
            say_text(b, whole);
        else
            add_item(b, ITEM_NOT_SPOKEN, whole)->reason = reason;
        bool foot =
            b->last_turn && (reason == REASON_NAVIGATION || reason == REASON_METADATA);
        if (furniture_ends(whole.str) || foot)
            end_turn(b);
    }
    clear_scratch(b);
}

/* Is the line a clock time in the middle of a sentence? Then that goes on behind it. */
static bool interrupts(const struct layout *l, ptrdiff_t line, enum reason reason)
{
    return reason == REASON_CLOCK_TIME && !l->lines[line].first &&
           !layout_breaks(l, line) && layout_line(l, line).ptr[0] == '[';
}

/* [from, to) of the block, without what stands before `words`. */
static void take_heading(struct builder *b, ptrdiff_t block, ptrdiff_t from,
                         ptrdiff_t words, ptrdiff_t to, int level)
{
    end_turn(b);
    not_spoken(b, block, from, words, REASON_MARKUP);
    struct text text = title_line(b, block, words, to);
    if (furniture_ends(text.str))
        not_spoken(b, block, words, to, REASON_PAGE_FURNITURE);
    else if (furniture_checksum(text.str))
        not_spoken(b, block, words, to, REASON_METADATA);
    else if (furniture_speakable(text.str))
        add_item(b, ITEM_HEADING, text)->level = level;
    else
        not_spoken(b, block, words, to, REASON_SEPARATOR);
}

/* Speech in [from, to) of a block, which begins in `line`: paragraphs and lines that nobody says.
 * Returns the line that `to` is in. */
static ptrdiff_t say_lines(struct builder *b, ptrdiff_t block, ptrdiff_t from,
                           ptrdiff_t to, ptrdiff_t line)
{
    const struct layout *l = &b->layout;
    ptrdiff_t begin = from;
    for (; line < l->first_line[block + 1] && l->lines[line].begin < to; line++) {
        const struct line *at = &l->lines[line];
        if (at->begin < from)
            continue; /* the label's own line */
        ptrdiff_t end = at->end < to ? at->end : to;
        enum reason reason = at->record == RECORD_ASKER
                                 ? REASON_LABEL
                                 : furniture_line(layout_line(l, line));
        if (reason != REASON_NONE && end == at->end && !interrupts(l, line, reason)) {
            say(b, block, begin, at->begin);
            not_spoken(b, block, at->begin, end, reason);
            begin = end;
        } else if (at->record == RECORD_HEADING && end == at->end) {
            say(b, block, begin, at->begin);
            take_heading(b, block, at->begin, at->begin, end, 2);
            begin = end;
        } else if (court_turns(l, line)) {
            say(b, block, begin, at->begin);
            end_turn(b);
            begin = at->begin;
        } else if (!at->first && layout_breaks(l, line)) {
            say(b, block, begin, at->begin);
            begin = at->begin;
        }
    }
    say(b, block, begin, to);
    return line;
}

static void take_label(struct builder *b, const struct label *l)
{
    struct str text = b->doc->blocks[l->block].text.str;
    struct str lead = str_slice(text, l->lead, l->begin);
    bool clock = clock_prefix(str_trim(lead)) > 0 ||
                 (lead.len && unicode_is_digit((unsigned char)lead.ptr[lead.len - 1]));
    bool direction = lead.len && (lead.ptr[0] == '(' || lead.ptr[0] == '[');
    bool asker = court_lead(text, l->lead) > l->lead; /* or a question's number */
    for (ptrdiff_t i = 0; i < lead.len; i++)
        asker = asker || unicode_is_digit((unsigned char)lead.ptr[i]);
    not_spoken(b, l->block, l->lead, l->begin,
               clock       ? REASON_CLOCK_TIME
               : asker     ? REASON_LABEL
               : direction ? REASON_STAGE_DIRECTION
                           : REASON_MARKUP);
    ptrdiff_t end = play_label_end(text, l->begin, l->end, b->c.stage);
    struct str label = one_line(b, l->block, l->begin, end).str;
    b->opening = NULL;
    const struct speaker *speaker = &b->speakers[l->string];
    begin_turn(b, speaker->somebody ? speaker : NULL,
               one_line(b, l->block, l->begin, end < l->end ? end : l->colon), label);
    b->at_label = true;
    if (end < l->end)
        not_spoken(b, l->block, end, l->colon, REASON_STAGE_DIRECTION);
    struct str behind = str_slice(text, l->colon, l->after);
    not_spoken(b, l->block, l->colon, l->after,
               clock_prefix(str_trim(behind)) > 0 ? REASON_CLOCK_TIME : REASON_LABEL);
}

/* The first line of the block that does not end before byte `at`. */
static ptrdiff_t line_at(const struct layout *l, ptrdiff_t block, ptrdiff_t at)
{
    ptrdiff_t low = l->first_line[block], high = l->first_line[block + 1];
    while (low < high) {
        ptrdiff_t middle = low + (high - low) / 2;
        if (l->lines[middle].end <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The rest of a paragraph block from byte `at`; *next is the first label not taken yet. */
static void take_paragraphs(struct builder *b, ptrdiff_t block, ptrdiff_t at,
                            ptrdiff_t *next)
{
    const struct labels *labels = &b->c.labels;
    ptrdiff_t end = b->doc->blocks[block].text.str.len,
              line = line_at(&b->layout, block, at);
    bool midline_page = labels->count && b->c.labels.items[0].style == LABEL_MIDLINE;
    while (*next < labels->count && labels->items[*next].block == block) {
        const struct label *l = &labels->items[(*next)++];
        say_lines(b, block, at, l->lead, line);
        take_label(b, l);
        b->last_turn = *next == labels->count;
        at = l->after;
        line = l->line;
    }
    ptrdiff_t foot = -1;
    if (midline_page &&
        *next == labels->count) /* a page run together has its foot in its line */
        foot = furniture_foot(str_slice(b->doc->blocks[block].text.str, at, end));
    say_lines(b, block, at, foot < 0 ? end : at + foot, line);
    if (foot >= 0) {
        not_spoken(b, block, at + foot, end, REASON_NAVIGATION);
        end_turn(b);
    }
}

static bool is_labelled(const struct builder *b, ptrdiff_t block, ptrdiff_t next)
{
    const struct labels *labels = &b->c.labels;
    return next < labels->count && labels->items[next].block == block;
}

/* In a play what nobody's name stands before is told, unless it goes on as speech. */
static bool is_stage_action(const struct builder *b, ptrdiff_t block, ptrdiff_t next)
{
    const struct block *in = &b->doc->blocks[block];
    if (is_labelled(b, block, next))
        return false;
    return (b->c.play && !evidence_sounds(in->text.str)) ||
           ((b->c.play || b->italics_tell) && play_in_italics(in)) ||
           (b->c.name && !b->doc->all_speech && play_scene_alone(in->text.str));
}

static void take_part(struct builder *b, enum question_part part)
{
    struct speaker *speaker = &b->parts[part];
    *speaker = (struct speaker){questions_speaker(part), true, part == PART_QUESTION};
    if (!speaker->name.len)
        narrate(b);
    else if (b->speaking != speaker)
        begin_turn(b, speaker, (struct text){.source = b->doc->source}, S(""));
}

/* Does a rule begin the document's foot? No turn is below it, and a note or a line on the page is. */
static bool is_foot(const struct builder *b, ptrdiff_t block, ptrdiff_t next)
{
    if (next < b->c.labels.count)
        return false;
    for (ptrdiff_t i = block + 1; i < b->doc->block_count && i <= block + FOOT_BLOCKS;
         i++) {
        enum reason reason = furniture_paragraph(b->doc->blocks[i].text.str);
        if (reason == REASON_METADATA || reason == REASON_NAVIGATION ||
            notes_hold(b->notes, b->doc, i))
            return true;
    }
    return false;
}

static void take_block(struct builder *b, ptrdiff_t block, ptrdiff_t at, ptrdiff_t *next)
{
    const struct block *in = &b->doc->blocks[block];
    ptrdiff_t heading;
    switch (in->kind) {
    case BLOCK_METADATA:
        break; /* taken with the head */
    case BLOCK_SEPARATOR:
        not_spoken(b, block, at, in->text.str.len, REASON_SEPARATOR);
        if (furniture_ends(in->text.str) || is_foot(b, block, *next))
            end_turn(b);
        break;
    case BLOCK_HEADING:
        take_heading(b, block, 0, 0, in->text.str.len, in->level);
        break;
    case BLOCK_PARAGRAPH:
        if (!at && !is_labelled(b, block, *next) && notes_hold(b->notes, b->doc, block)) {
            not_spoken(b, block, 0, in->text.str.len, REASON_NOTE);
            break;
        }
        if (in->narrated && !at)
            narrate(b);
        if (b->c.parts)
            take_part(b, b->c.parts[block]);
        heading = at ? -1 : sections_heading(&b->sections, block, *next);
        if (is_stage_action(b, block, *next) ||
            rolls_hold(&b->c.rolls, block, &b->roll) ||
            (!at && sections_record(&b->sections, block, *next)))
            end_turn(b);
        if (heading >= 0)
            take_heading(b, block, 0, heading, in->text.str.len, 2);
        else
            take_paragraphs(b, block, at, next);
        break;
    }
    clear_scratch(b);
}

static void add_metadata(struct builder *b, const struct block *in, enum item_kind kind)
{
    struct text text = fold_text(&b->scratch, in->text);
    ptrdiff_t stamp = kind == ITEM_DATE ? date_before_stamp(text.str) : 0;
    if (stamp) {
        add_item(b, ITEM_NOT_SPOKEN, text_slice(&b->scratch, text, stamp, text.str.len))
            ->reason = REASON_METADATA;
        text = text_slice(&b->scratch, text, 0, stamp);
    }
    if (!furniture_speakable(text.str))
        kind = ITEM_NOT_SPOKEN;
    add_item(b, kind, text)->reason =
        kind == ITEM_NOT_SPOKEN ? REASON_METADATA : REASON_NONE;
    clear_scratch(b);
}

/* Front matter: title and date are said, in this order, when nothing printed takes their place. */
static void take_metadata(struct builder *b)
{
    const struct head *h = &b->head;
    if (h->title)
        add_metadata(b, h->title, h->title_printed ? ITEM_NOT_SPOKEN : ITEM_TITLE);
    if (h->date)
        add_metadata(b, h->date, h->date_printed ? ITEM_NOT_SPOKEN : ITEM_DATE);
    for (ptrdiff_t i = 0; i < b->doc->block_count; i++) {
        const struct block *in = &b->doc->blocks[i];
        if (in->kind == BLOCK_METADATA && in != h->title && in != h->date)
            add_metadata(b, in, ITEM_NOT_SPOKEN);
    }
}

/* Head parts are spoken whole. */
static void take_spoken_part(struct builder *b, const struct head_part *p,
                             enum item_kind kind)
{
    const struct item *item = add_item(b, kind, title_line(b, p->block, p->from, p->to));
    if (kind == ITEM_TITLE)
        b->t->title = item->text.str;
}

static void take_head(struct builder *b)
{
    const struct head *h = &b->head;
    take_metadata(b);
    for (ptrdiff_t i = 0; i < h->count; i++) {
        const struct head_part *p = &h->parts[i];
        switch (p->kind) {
        case HEAD_TITLE:
            take_spoken_part(b, p, ITEM_TITLE);
            break;
        case HEAD_DATE:
            take_spoken_part(b, p, ITEM_DATE);
            break;
        case HEAD_CAPTION:
            take_spoken_part(b, p, ITEM_CAPTION);
            break;
        case HEAD_FURNITURE:
            not_spoken(b, p->block, p->from, p->to, p->reason);
            break;
        }
    }
    if (!b->t->title.len && h->title)
        b->t->title = fold_text(b->a, h->title->text).str;
    struct str said = h->language ? language_named(h->language->text.str) : S("");
    b->t->language =
        str_copy(b->a, said.len ? said : language_guess(&b->scratch, b->doc));
    b->t->date = str_copy(b->a, str_from(h->iso));
}

/* What of the document is needed when it is gone. */
static void take_document(struct turns *t, struct arena *a, const struct document *doc)
{
    t->source = doc->source;
    t->format = doc->format;
    t->disposals = arena_array(a, struct disposal, doc->disposal_count);
    t->disposal_count = doc->disposal_count;
    for (ptrdiff_t i = 0; i < doc->disposal_count; i++)
        t->disposals[i] = doc->disposals[i];
}

enum bc_status turns_decide(struct turns **out, struct decisions *why, struct arena *a,
                            const struct document *doc, struct diag *d)
{
    struct builder b = {.t = arena_new(a, struct turns), .a = a};
    struct arena *work = why ? a : &b.work;
    b.doc = doc = headings_as_names(work, pages_clean(work, doc));
    *out = b.t;
    take_document(b.t, a, doc);
    b.layout = layout_make(work, doc);
    struct decided decided = decided_make(a, work, &b.layout, why != NULL, d);
    b.c = decided.convention;
    b.head = decided.head;
    b.speakers = decided.speakers;
    b.opening = decided.opening;
    if (why)
        *why = (struct decisions){doc, b.c, decided.names};
    b.t->convention = b.c.name;
    b.italics_tell = play_italics_tell(&b.c.labels, doc);
    b.sections = sections_begin(&b.layout, &b.c);
    b.notes = notes_find(work, doc);
    take_head(&b);
    ptrdiff_t next = 0;
    for (ptrdiff_t i = b.head.block; i < doc->block_count; i++)
        take_block(&b, i, i == b.head.block ? b.head.from : 0, &next);
    arena_clear(&b.scratch);
    arena_clear(&b.work);
    return BC_OK;
}

enum bc_status turns_recognise(struct turns **out, struct arena *a,
                               const struct document *doc, struct diag *d)
{
    return turns_decide(out, NULL, a, doc, d);
}
