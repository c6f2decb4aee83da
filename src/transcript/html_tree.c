#include "transcript/html_tree.h"

enum { DEPTH_MOST = 512, SEARCH_MOST = 128 };

static const struct html_element elements[] = {
    {"", HTML_INLINE, 0},          {"?", HTML_BLOCK, 0}, /* of XML, not known */
    {"a", HTML_ANCHOR, 0},         {"address", HTML_BLOCK, 0},
    {"area", HTML_VOID, 0},        {"article", HTML_MAIN, 0},
    {"aside", HTML_BESIDE, 0},     {"audio", HTML_UNSEEN, 0},
    {"b", HTML_BOLD, 0},           {"base", HTML_VOID, 0},
    {"blockquote", HTML_BLOCK, 0}, {"body", HTML_ROOT, 0},
    {"br", HTML_LINE, 0},          {"button", HTML_BESIDE, 0},
    {"canvas", HTML_UNSEEN, 0},    {"caption", HTML_BLOCK, 0},
    {"center", HTML_BLOCK, 0},     {"cite", HTML_CITE, 0},
    {"code", HTML_TYPED, 0},       {"col", HTML_VOID, 0},
    {"dd", HTML_TERM, 0},          {"details", HTML_BLOCK, 0},
    {"dialog", HTML_BESIDE, 0},    {"div", HTML_BLOCK, 0},
    {"dl", HTML_LIST, 0},          {"dt", HTML_TERM, 0},
    {"em", HTML_ITALIC, 0},        {"embed", HTML_VOID, 0},
    {"fieldset", HTML_BLOCK, 0},   {"figcaption", HTML_BLOCK, 0},
    {"figure", HTML_BLOCK, 0},     {"footer", HTML_BESIDE, 0},
    {"form", HTML_BESIDE, 0},      {"h1", HTML_HEADING, 1},
    {"h2", HTML_HEADING, 2},       {"h3", HTML_HEADING, 3},
    {"h4", HTML_HEADING, 4},       {"h5", HTML_HEADING, 5},
    {"h6", HTML_HEADING, 6},       {"head", HTML_ROOT, 0},
    {"header", HTML_BLOCK, 0},     {"hr", HTML_RULE, 0},
    {"html", HTML_ROOT, 0},        {"i", HTML_ITALIC, 0},
    {"iframe", HTML_UNSEEN, 0},    {"img", HTML_VOID, 0},
    {"input", HTML_VOID, 0},       {"kbd", HTML_TYPED, 0},
    {"legend", HTML_BLOCK, 0},     {"li", HTML_ITEM, 0},
    {"link", HTML_VOID, 0},        {"main", HTML_MAIN, 0},
    {"map", HTML_UNSEEN, 0},       {"menu", HTML_BESIDE, 0},
    {"meta", HTML_META, 0},        {"nav", HTML_BESIDE, 0},
    {"noembed", HTML_UNSEEN, 0},   {"noframes", HTML_UNSEEN, 0},
    {"noscript", HTML_UNSEEN, 0},  {"object", HTML_UNSEEN, 0},
    {"ol", HTML_LIST, 0},          {"option", HTML_UNSEEN, 0},
    {"p", HTML_PARAGRAPH, 0},      {"param", HTML_VOID, 0},
    {"pre", HTML_PRE, 0},          {"samp", HTML_TYPED, 0},
    {"script", HTML_UNSEEN, 0},    {"section", HTML_BLOCK, 0},
    {"select", HTML_UNSEEN, 0},    {"source", HTML_VOID, 0},
    {"speaker", HTML_CITE, 0}, /* of XML */
    {"strong", HTML_BOLD, 0},      {"style", HTML_UNSEEN, 0},
    {"summary", HTML_BLOCK, 0},    {"sup", HTML_RAISED, 0},
    {"svg", HTML_UNSEEN, 0},       {"table", HTML_LIST, 0},
    {"tbody", HTML_BLOCK, 0},      {"td", HTML_CELL, 0},
    {"template", HTML_UNSEEN, 0},  {"textarea", HTML_UNSEEN, 0},
    {"tfoot", HTML_BLOCK, 0},      {"th", HTML_CELL, 0},
    {"thead", HTML_BLOCK, 0},      {"time", HTML_TIME, 0},
    {"title", HTML_TITLE, 0},      {"tr", HTML_ROW, 0},
    {"track", HTML_VOID, 0},       {"tt", HTML_TYPED, 0},
    {"ul", HTML_LIST, 0},          {"video", HTML_UNSEEN, 0},
    {"wbr", HTML_VOID, 0},         {"xmp", HTML_PRE, 0},
};
enum { ELEMENT_COUNT = sizeof elements / sizeof *elements, NAME_LONGEST = 12 };

const struct html_element *html_element(struct str name)
{
    char lower[NAME_LONGEST];
    if (name.len > NAME_LONGEST)
        return &elements[0];
    for (ptrdiff_t i = 0; i < name.len; i++)
        lower[i] = (char)(name.ptr[i] >= 'A' && name.ptr[i] <= 'Z' ? name.ptr[i] + 32
                                                                   : name.ptr[i]);
    struct str wanted = {lower, name.len};
    int low = 2, high = ELEMENT_COUNT;
    while (low < high) {
        int middle = (low + high) / 2;
        int order = str_compare(wanted, str_from(elements[middle].name));
        if (!order)
            return &elements[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return &elements[0];
}

const struct html_element *html_item_element(const struct html_item *item)
{
    return &elements[item->element];
}

struct builder {
    struct arena *a;
    struct html_tree tree;
    uint32_t open[DEPTH_MOST]; /* items */
    int depth;
    long beside; /* opened beyond the depth, and not closed */
};

static uint32_t add(struct builder *b, enum html_event event, int element,
                    ptrdiff_t begin, ptrdiff_t end)
{
    struct html_tree *t = &b->tree;
    *arena_push(b->a, t->items, t->count, t->capacity) = (struct html_item){
        (uint32_t)begin, (uint32_t)end, 0, (uint8_t)event, (uint8_t)element, 0};
    return (uint32_t)(t->count - 1);
}

static const struct html_element *open_element(const struct builder *b, int level)
{
    return &elements[b->tree.items[b->open[level]].element];
}

/* Closes what is open at `level`; [begin, end) is its end tag, if it has one. */
static void close_one(struct builder *b, int level, ptrdiff_t begin, ptrdiff_t end)
{
    uint32_t opened = b->open[level];
    uint32_t closing = add(b, HTML_CLOSES, b->tree.items[opened].element, begin, end);
    b->tree.items[opened].match = closing;
    b->tree.items[closing].match = opened;
    for (int i = level; i + 1 < b->depth; i++)
        b->open[i] = b->open[i + 1];
    b->depth--;
}

static void close_to(struct builder *b, int level, ptrdiff_t at)
{
    while (b->depth > level)
        close_one(b, b->depth - 1, at, at);
}

static bool is_formatting(enum html_class c)
{
    return c == HTML_BOLD || c == HTML_ITALIC || c == HTML_CITE || c == HTML_ANCHOR ||
           c == HTML_TYPED || c == HTML_INLINE || c == HTML_RAISED || c == HTML_TIME;
}

/* May an end tag, or an implied end, reach beyond an element that is open? */
static bool is_border(enum html_class open, enum html_class wanted)
{
    switch (wanted) {
    case HTML_PARAGRAPH:
        return open == HTML_CELL || open == HTML_LIST;
    case HTML_ITEM:
    case HTML_TERM:
    case HTML_ROW:
    case HTML_CELL:
        return open == HTML_LIST;
    case HTML_ROOT:
    case HTML_LIST:
    case HTML_MAIN:
        return false;
    default:
        return open == HTML_CELL;
    }
}

/* The innermost open element of a class (element < 0), or that element; -1 when there is none. */
static int find_open(const struct builder *b, enum html_class class, int element)
{
    for (int i = b->depth - 1; i >= 0 && i >= b->depth - SEARCH_MOST; i--) {
        const struct html_element *e = open_element(b, i);
        if (element < 0 ? e->class == class : e == &elements[element])
            return i;
        if (is_border(e->class, class))
            return -1;
    }
    return -1;
}

/* Ends that a start tag implies. */
static void close_implied(struct builder *b, const struct html_element *e, ptrdiff_t at)
{
    static const enum html_class same[] = {HTML_ITEM, HTML_TERM, HTML_CELL, HTML_HEADING};
    bool block = !is_formatting(e->class) && e->class != HTML_LINE &&
                 e->class != HTML_VOID && e->class != HTML_UNSEEN &&
                 e->class != HTML_META;
    if (e->class == HTML_ANCHOR && find_open(b, HTML_ANCHOR, -1) >= 0)
        close_one(b, find_open(b, HTML_ANCHOR, -1), at, at);
    if (!block)
        return;
    int level = find_open(b, HTML_PARAGRAPH, -1);
    if (level >= 0)
        close_to(b, level, at);
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        if (e->class == same[i] && (level = find_open(b, same[i], -1)) >= 0)
            close_to(b, level, at);
    if (e->class == HTML_ROW && (level = find_open(b, HTML_ROW, -1)) >= 0)
        close_to(b, level, at);
}

static void open_tag(struct builder *b, const struct markup_token *t,
                     const struct html_element *e)
{
    close_implied(b, e, t->begin);
    bool none = t->empty || e->class == HTML_VOID || e->class == HTML_LINE ||
                e->class == HTML_RULE || e->class == HTML_META;
    if (!none && b->depth == DEPTH_MOST) {
        b->beside++;
        add(b, HTML_MARKUP, 0, t->begin, t->end);
        return;
    }
    uint32_t item = add(b, HTML_OPENS, (int)(e - elements), t->begin, t->end);
    if (!none) {
        b->open[b->depth++] = item;
        return;
    }
    uint32_t closing = add(b, HTML_CLOSES, (int)(e - elements), t->end, t->end);
    b->tree.items[item].match = closing;
    b->tree.items[closing].match = item;
}

static void close_tag(struct builder *b, const struct markup_token *t,
                      const struct html_element *e)
{
    int level = -1;
    if (b->beside)
        b->beside--;
    else
        level = find_open(b, e->class, (int)(e - elements));
    if (level < 0) {
        add(b, HTML_MARKUP, 0, t->begin, t->end);
        return;
    }
    if (!is_formatting(e->class))
        close_to(b, level + 1, t->begin);
    close_one(b, level, t->begin, t->end);
}

struct html_tree html_tree_build(struct arena *a, struct str s, bool xml)
{
    struct builder b = {.a = a, .tree = {.s = s}};
    struct markup_scanner m = {.s = s, .xml = xml};
    for (struct markup_token t; markup_next(&t, &m);) {
        const struct html_element *e = html_element(t.name);
        if (xml && e == &elements[0] && t.name.len)
            e = &elements[1];
        switch (t.kind) {
        case MARKUP_OPEN:
            open_tag(&b, &t, e);
            break;
        case MARKUP_CLOSE:
            close_tag(&b, &t, e);
            break;
        case MARKUP_TEXT:
        case MARKUP_CDATA:
            add(&b, HTML_TEXT, 0, t.begin, t.end);
            break;
        case MARKUP_COMMENT:
            add(&b, HTML_COMMENT, 0, t.begin, t.end);
            break;
        case MARKUP_DECLARATION:
            add(&b, HTML_MARKUP, 0, t.begin, t.end);
            break;
        }
    }
    close_to(&b, 0, s.len);
    return b.tree;
}
