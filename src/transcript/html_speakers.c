#include "transcript/html_speakers.h"

#include <stdlib.h>

#include "transcript/html_article.h"

enum { NAME_LONGEST = 60, NAMES_LEAST = 4 };

/* The names of one list or table; lists may stand in lists. */
struct column {
    uint32_t end; /* the item that closes the list */
    ptrdiff_t first;
};
struct search {
    struct arena scratch;
    struct html_tree *t;
    uint32_t *names; /* items, of all columns that are open */
    ptrdiff_t count, capacity;
    struct column *columns;
    ptrdiff_t depth, depth_capacity;
};

/* The only words in a cell or term; "" when there are several pieces, or too many words. */
static struct str only_words(const struct html_tree *t, uint32_t i)
{
    struct str words = S("");
    for (uint32_t j = i + 1; j < t->items[i].match; j++) {
        struct str s = str_trim(str_slice(t->s, t->items[j].begin, t->items[j].end));
        if (t->items[j].event != HTML_TEXT || !s.len)
            continue;
        if (words.len || s.len > NAME_LONGEST)
            return S("");
        words = s;
    }
    return words;
}

/* Names come again: half of them at most are new, and there are two at least. The terms of a glossary
 * never come again: in a list of terms it is enough that two do, or a quarter. */
static bool is_column(struct search *s, const struct column *c)
{
    ptrdiff_t count = s->count - c->first, distinct = count > 0;
    if (count < NAMES_LEAST)
        return false;
    struct arena scratch = {0};
    struct str *names = arena_array(&scratch, struct str, count);
    for (ptrdiff_t i = 0; i < count; i++)
        names[i] = only_words(s->t, s->names[c->first + i]);
    qsort(names, (size_t)count, sizeof *names, str_order);
    const struct html_item *place = &s->t->items[s->names[c->first]];
    bool terms = html_item_element(place)->class == HTML_TERM, empty = !names[0].len;
    for (ptrdiff_t i = 1; i < count; i++)
        distinct += !str_eq(names[i], names[i - 1]);
    arena_clear(&scratch);
    ptrdiff_t again = terms ? count / 4 : (count + 1) / 2;
    return !empty && distinct >= 2 && count - distinct >= (again < 2 ? 2 : again);
}

static void close_column(struct search *s)
{
    const struct column *c = &s->columns[--s->depth];
    if (is_column(s, c))
        for (ptrdiff_t i = c->first; i < s->count; i++) {
            struct html_item *item = &s->t->items[s->names[i]];
            item->flags |= HTML_FLAG_SPEAKER;
            s->t->items[item->match].flags |= HTML_FLAG_SPEAKER;
        }
    s->count = c->first;
}

/* Is it a <dt>, or the first <td> of a row of two or more? */
static bool is_name_place(const struct html_tree *t, uint32_t i)
{
    const struct html_element *e = html_item_element(&t->items[i]);
    if (e->class == HTML_TERM)
        return e->name[1] == 't';
    if (e->class != HTML_CELL || e->name[1] == 'h' || !i)
        return false;
    uint32_t before = i - 1, behind = t->items[i].match + 1;
    while (before && t->items[before].event == HTML_TEXT)
        before--;
    while (behind < (uint32_t)t->count && t->items[behind].event == HTML_TEXT)
        behind++;
    return t->items[before].event == HTML_OPENS &&
           html_item_element(&t->items[before])->class == HTML_ROW &&
           behind < (uint32_t)t->count && t->items[behind].event == HTML_OPENS;
}

void html_speakers_find(struct html_tree *t)
{
    struct search s = {.t = t};
    for (uint32_t i = 0; i < (uint32_t)t->count; i++) {
        const struct html_item *item = &t->items[i];
        if (s.depth && i == s.columns[s.depth - 1].end)
            close_column(&s);
        if (item->event != HTML_OPENS)
            continue;
        if (item->flags & HTML_FLAG_GONE)
            i = item->match;
        else if (html_item_element(item)->class == HTML_LIST)
            *arena_push(&s.scratch, s.columns, s.depth, s.depth_capacity) =
                (struct column){item->match, s.count};
        else if (s.depth && is_name_place(t, i))
            *arena_push(&s.scratch, s.names, s.count, s.capacity) = i;
    }
    arena_clear(&s.scratch);
}

static bool is_speaker(const struct html_item *item)
{
    return item->event == HTML_OPENS &&
           str_eq(str_from(html_item_element(item)->name), S("speaker"));
}

bool html_has_speakers(const struct html_tree *t)
{
    for (ptrdiff_t i = 0; i < t->count; i++)
        if (is_speaker(&t->items[i]))
            return true;
    return false;
}

bool html_is_speech(const struct html_tree *t, uint32_t i)
{
    for (uint32_t next = i + 1; next < t->items[i].match; next++)
        if (t->items[next].event == HTML_OPENS)
            return is_speaker(&t->items[next]);
    return false;
}

static bool is_called(struct str tag, struct str name)
{
    char behind = tag.len > name.len + 1 ? tag.ptr[name.len + 1] : 0;
    return str_eq_ascii_case(str_slice(tag, 1, name.len + 1), name) &&
           (behind == '>' || behind == ' ' || behind == '\n');
}

bool html_is_stage(const struct html_tree *t, uint32_t i)
{
    struct str tag = str_slice(t->s, t->items[i].begin, t->items[i].end);
    return is_called(tag, S("stage")) || is_called(tag, S("stagedir"));
}
