/* Turns made by hand, of a text in which each line says what it is:
 *   title: ..., date: ..., caption: ..., para: ..., heading N: ...
 *   turn: Name: ..., turn?: Name: ... (several people behind it), turn*: Name (implied, no label)
 *   note REASON: ...
 * In "para" lines what stands in braces is taken out, as a stage direction's note behind it. */
#ifndef TESTS_SCRIPT_ITEMS_H
#define TESTS_SCRIPT_ITEMS_H

#include "script/build.h"

struct items {
    struct turns turns;
    const struct source *source;
    struct arena *a;
};

static struct item *add_item(struct items *m, enum item_kind kind, ptrdiff_t begin,
                             ptrdiff_t end)
{
    struct item *item =
        arena_push(m->a, m->turns.items, m->turns.item_count, m->turns.item_capacity);
    *item =
        (struct item){.kind = kind, .text = text_verbatim(m->a, m->source, begin, end)};
    return item;
}

static void add_disposal(struct items *m, ptrdiff_t begin, ptrdiff_t end)
{
    struct turns *t = &m->turns;
    t->disposals = arena_grow(m->a, t->disposals, t->disposal_count,
                              t->disposal_count + 1, sizeof *t->disposals);
    t->disposals[t->disposal_count++] =
        (struct disposal){(int32_t)begin, (int32_t)end, REASON_MARKUP};
}

static void add_paragraph_item(struct items *m, ptrdiff_t begin, ptrdiff_t end)
{
    struct str s = m->source->bytes;
    struct textbuf b = {.arena = m->a, .source = m->source};
    ptrdiff_t open = begin, close = begin;
    while (open < end && s.ptr[open] != '{')
        open++;
    for (close = open; close < end && s.ptr[close] != '}';)
        close++;
    textbuf_verbatim(&b, begin, open);
    if (open < end)
        textbuf_verbatim(&b, close + 2 < end ? close + 2 : end, end);
    add_item(m, ITEM_PARAGRAPH, 0, 0)->text = textbuf_done(&b);
    if (open < end)
        add_item(m, ITEM_NOT_SPOKEN, open, close + 1)->reason = REASON_STAGE_DIRECTION;
}

static void add_turn_item(struct items *m, struct str kind, ptrdiff_t begin,
                          ptrdiff_t end)
{
    struct str s = m->source->bytes;
    bool implied = str_ends(kind, S("*"));
    ptrdiff_t colon = begin;
    while (colon < end && s.ptr[colon] != ':')
        colon++;
    struct item *item = add_item(m, ITEM_TURN, begin,
                                 implied           ? begin
                                 : colon + 1 < end ? colon + 1
                                                   : end);
    item->speaker = str_slice(s, begin, colon);
    item->label = implied ? S("") : item->speaker;
    item->anonymous = str_ends(kind, S("?"));
    if (implied)
        add_disposal(m, begin, end);
    else if (str_trim(str_slice(s, colon + 1, end)).len)
        add_paragraph_item(m, colon + 2, end);
}

static void add_line(struct items *m, ptrdiff_t begin, ptrdiff_t end)
{
    struct str line = str_slice(m->source->bytes, begin, end), kind, rest;
    if (!str_cut(line, ':', &kind, &rest) || !str_trim(line).len)
        return;
    ptrdiff_t words = begin + kind.len + 2;
    int64_t level = 1;
    add_disposal(m, begin, words - 1);
    if (str_eq(kind, S("title")))
        m->turns.title = add_item(m, ITEM_TITLE, words, end)->text.str;
    else if (str_eq(kind, S("date")))
        m->turns.date = add_item(m, ITEM_DATE, words, end)->text.str;
    else if (str_eq(kind, S("caption")))
        add_item(m, ITEM_CAPTION, words, end);
    else if (str_eq(kind, S("para")))
        add_paragraph_item(m, words, end);
    else if (str_starts(kind, S("heading")) &&
             str_to_int(str_trim(str_slice(kind, 7, kind.len)), &level))
        add_item(m, ITEM_HEADING, words, end)->level = (int)level;
    else if (str_starts(kind, S("note")))
        add_item(m, ITEM_NOT_SPOKEN, words, end)->reason =
            reason_from_name(str_trim(str_slice(kind, 4, kind.len)));
    else
        add_turn_item(m, kind, words, end);
}

__attribute__((unused)) static struct items *items_make(struct arena *a, struct str text)
{
    struct items *m = arena_new(a, struct items);
    m->a = a;
    m->source = source_make(a, S("archive/talk.txt"), text);
    m->turns.source = m->source;
    for (ptrdiff_t i = 0; i < m->source->line_count; i++) {
        struct str line = source_line(m->source, i + 1);
        add_line(m, m->source->line_starts[i], m->source->line_starts[i] + line.len);
    }
    return m;
}

#endif
