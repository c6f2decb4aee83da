#include "transcript/html_article.h"

#include <string.h>

#include "base/unicode.h"

/* Words of class, id and role by which people who make pages name what is not the article. */
static const char *const beside_words[] = {
    "ad",       "ads",           "advert",      "advertisement", "alert",
    "banner",   "breadcrumb",    "breadcrumbs", "byline",        "comment",
    "comments", "complementary", "consent",     "contentinfo",   "cookie",
    "cookies",  "crumbs",        "disqus",      "feedback",      "footer",
    "gdpr",     "hidden",        "language",    "languages",     "login",
    "masthead", "menu",          "menubar",     "modal",         "nav",
    "navbar",   "navigation",    "newsletter",  "pager",         "pagination",
    "popup",    "print",         "promo",       "recommended",   "related",
    "search",   "share",         "sharing",     "sidebar",       "signup",
    "skip",     "social",        "sponsor",     "subscribe",     "subscription",
    "tags",     "toolbar",       "tooltip",     "topbar",
};

static const uint32_t NO_ITEM = UINT32_MAX;

/* What stands before an item: bytes of words, those in links, links. */
struct words {
    uint32_t text, link, links;
};
struct search {
    struct html_tree *t;
    struct words *before;
    uint32_t root; /* the item that opens the article */
    uint32_t head; /* the h1 before it; NO_ITEM: none */
};

static const struct html_element *element(const struct search *s, uint32_t i)
{
    return html_item_element(&s->t->items[i]);
}

static struct words words_of(const struct search *s, uint32_t i)
{
    const struct words *from = &s->before[i], *to = &s->before[s->t->items[i].match];
    return (struct words){to->text - from->text, to->link - from->link,
                          to->links - from->links};
}

static uint32_t prose_of(const struct search *s, uint32_t i)
{
    struct words w = words_of(s, i);
    return w.text - w.link;
}

/* Counts what is not flagged. */
static void count_words(struct search *s)
{
    struct words w = {0};
    ptrdiff_t links = 0;
    uint32_t gone = 0;
    for (uint32_t i = 0; i < (uint32_t)s->t->count; i++) {
        const struct html_item *item = &s->t->items[i];
        enum html_class class = element(s, i)->class;
        s->before[i] = w;
        if (item->event == HTML_OPENS && item->flags && item->match > gone)
            gone = item->match;
        if (class == HTML_ANCHOR && item->event != HTML_TEXT) {
            links += item->event == HTML_OPENS ? 1 : -1;
            w.links += item->event == HTML_OPENS && i >= gone;
        }
        if (item->event != HTML_TEXT || i < gone || item->flags)
            continue;
        uint32_t length = 0;
        for (uint32_t at = item->begin; at < item->end; at++)
            length += (unsigned char)s->t->s.ptr[at] > ' ';
        w.text += length;
        w.link += links > 0 ? length : 0;
    }
    s->before[s->t->count] = w;
}

static bool is_beside_word(struct str word)
{
    for (size_t i = 0; i < sizeof beside_words / sizeof *beside_words; i++)
        if (str_eq_ascii_case(word, str_from(beside_words[i])))
            return true;
    return str_ends(word, S("footer")) || str_ends(word, S("sidebar")) ||
           str_ends(word, S("menu"));
}

/* "site-footer", "siteFooter", "share_bar": does a word of it say so? */
static bool names_beside(struct str value)
{
    ptrdiff_t from = 0;
    if (value.len > 400)
        return false;
    for (ptrdiff_t i = 0; i <= value.len; i++) {
        char c = i < value.len ? value.ptr[i] : ' ';
        bool upper = c >= 'A' && c <= 'Z';
        bool letter = (c >= 'a' && c <= 'z') || upper;
        bool hump =
            upper && i > from && value.ptr[i - 1] >= 'a' && value.ptr[i - 1] <= 'z';
        if (letter && !hump)
            continue;
        if (is_beside_word(str_slice(value, from, i)))
            return true;
        from = hump ? i : i + 1;
    }
    return false;
}

static bool style_hides(struct str style)
{
    ptrdiff_t at = str_find(style, S("display"));
    struct str rest = at < 0 ? S("") : str_trim(str_slice(style, at + 7, style.len));
    if (str_starts(rest, S(":")))
        return str_starts(str_trim(str_slice(rest, 1, rest.len)), S("none"));
    return false;
}

/* What the tag says of what is in it: never shown, or beside the article. */
static int flags_of_tag(struct str tag, bool page)
{
    struct markup_attribute found;
    int flags = 0;
    for (ptrdiff_t at = 0; markup_attribute_next(&found, tag, &at);) {
        if (str_eq_ascii_case(found.name, S("hidden")) ||
            (str_eq_ascii_case(found.name, S("style")) && style_hides(found.value)) ||
            (str_eq_ascii_case(found.name, S("aria-hidden")) &&
             str_eq_ascii_case(found.value, S("true"))))
            flags |= HTML_FLAG_UNSEEN;
        if (page && (str_eq_ascii_case(found.name, S("class")) ||
                     str_eq_ascii_case(found.name, S("id")) ||
                     str_eq_ascii_case(found.name, S("role"))))
            flags |= names_beside(found.value) ? HTML_FLAG_BESIDE : 0;
    }
    return flags;
}

/* Flags what its own tag gives away, unless that is most of the page: a form around it all. */
static void flag_by_tags(struct search *s, bool page)
{
    uint32_t all = s->before[s->t->count].text;
    for (uint32_t i = 0; i < (uint32_t)s->t->count; i++) {
        struct html_item *item = &s->t->items[i];
        enum html_class class = element(s, i)->class;
        if (item->event != HTML_OPENS || item->flags || class == HTML_ROOT)
            continue;
        int flags = class == HTML_BESIDE && page ? HTML_FLAG_BESIDE : 0;
        flags |= flags_of_tag(str_slice(s->t->s, item->begin, item->end),
                              page && class != HTML_MAIN && class != HTML_HEADING);
        if (words_of(s, i).text < all / 3 + 1 && (page || words_of(s, i).text < all))
            item->flags = (uint8_t)flags;
        if (item->flags)
            i = item->match;
    }
}

static bool is_container(enum html_class c)
{
    return c == HTML_BLOCK || c == HTML_MAIN || c == HTML_LIST || c == HTML_ROW ||
           c == HTML_CELL || c == HTML_BESIDE || c == HTML_ROOT || c == HTML_INLINE;
}

/* <main>, <article>, role="main": the one with most of the words, if that is a good part. */
static void find_main(struct search *s)
{
    uint32_t best = 0, all = s->before[s->t->count].text;
    for (uint32_t i = 0; i < (uint32_t)s->t->count; i++) {
        const struct html_item *item = &s->t->items[i];
        if (item->event != HTML_OPENS || item->flags)
            continue;
        bool is = element(s, i)->class == HTML_MAIN;
        if (!is && element(s, i)->class == HTML_BLOCK)
            is = str_eq_ascii_case(
                markup_attribute(str_slice(s->t->s, item->begin, item->end), S("role")),
                S("main"));
        uint32_t words = is ? words_of(s, i).text : 0;
        /* an <article> in <main> that has nearly all of it is nearer */
        if (words > all / 3 && words >= best - best / 10) {
            best = words;
            s->root = i;
        }
    }
}

/* Goes down as long as one container has nearly all the prose. */
static void narrow(struct search *s, uint32_t from, uint32_t to, uint32_t prose)
{
    for (uint32_t i = from; i < to; i++) {
        const struct html_item *item = &s->t->items[i];
        enum html_class class = element(s, i)->class;
        if (item->event != HTML_OPENS || item->flags || !is_container(class))
            continue;
        uint32_t here = prose_of(s, i);
        if (here > prose - prose / 6 && here) {
            s->root = i;
            to = item->match;
            prose = here;
        } else if (class != HTML_INLINE) {
            i = item->match;
        }
    }
}

/* The last <h1> before the article that is not dropped: what follows it belongs to the article. */
static void find_head(struct search *s)
{
    s->head = NO_ITEM;
    for (uint32_t i = 0; i < s->t->items[s->root].match; i++) {
        const struct html_item *item = &s->t->items[i];
        if (item->event != HTML_OPENS)
            continue;
        if (item->flags) {
            i = item->match;
            continue;
        }
        if (element(s, i)->class != HTML_HEADING || element(s, i)->level != 1 ||
            !prose_of(s, i))
            continue;
        if (i > s->root && s->head != NO_ITEM)
            break;
        s->head = i;
        if (i > s->root)
            break;
    }
}

static bool is_list_of_links(const struct search *s, uint32_t i)
{
    struct words w = words_of(s, i);
    return w.links >= 3 && w.link > w.text / 2;
}

/* Something outside of the article stays when it is prose, or stands between its heading and it. */
static bool stays(const struct search *s, uint32_t i)
{
    struct words w = words_of(s, i);
    uint32_t prose = w.text - w.link;
    if (is_list_of_links(s, i))
        return false;
    if (s->head < i && i < s->root)
        return true;
    return prose >= 250 && prose > s->before[s->t->count].text / 25 &&
           w.link < w.text / 5;
}

static bool holds(const struct search *s, uint32_t i, uint32_t inner)
{
    return inner != NO_ITEM && i < inner && inner < s->t->items[i].match;
}

static void drop_around(struct search *s)
{
    uint32_t end = s->t->items[s->root].match;
    for (uint32_t i = 0; i < (uint32_t)s->t->count; i++) {
        struct html_item *item = &s->t->items[i];
        enum html_class class = element(s, i)->class;
        if (i == s->root)
            i = end;
        else if (item->event == HTML_TEXT && !(s->head < i && i < s->root))
            item->flags = HTML_FLAG_BESIDE;
        if (i == end || item->event != HTML_OPENS || class == HTML_TITLE ||
            class == HTML_META)
            continue;
        if (item->flags || i == s->head) {
            i = item->match;
        } else if (!holds(s, i, s->root) && !holds(s, i, s->head) &&
                   (class != HTML_INLINE && class != HTML_ROOT)) {
            if (!stays(s, i))
                item->flags = HTML_FLAG_BESIDE;
            i = item->match;
        }
    }
}

static void drop_lists_of_links(struct search *s)
{
    for (uint32_t i = s->root; i < s->t->items[s->root].match; i++) {
        struct html_item *item = &s->t->items[i];
        enum html_class class = element(s, i)->class;
        if (item->event != HTML_OPENS || i == s->root)
            continue;
        if (!item->flags && (is_container(class) || class == HTML_PARAGRAPH) &&
            class != HTML_INLINE && class != HTML_MAIN && is_list_of_links(s, i))
            item->flags = HTML_FLAG_BESIDE;
        if (item->flags)
            i = item->match;
    }
}

void html_article_find(struct html_tree *t, bool page)
{
    struct arena scratch = {0};
    struct search s = {.t = t, .root = NO_ITEM, .head = NO_ITEM};
    for (ptrdiff_t i = 0; i < t->count; i++) {
        struct html_item *item = &t->items[i];
        if (item->event == HTML_OPENS && html_item_element(item)->class == HTML_UNSEEN)
            item->flags = HTML_FLAG_UNSEEN;
    }
    s.before = arena_array(&scratch, struct words, t->count + 1);
    count_words(&s);
    flag_by_tags(&s, page);
    if (page && t->count) {
        count_words(&s);
        find_main(&s);
        if (s.root != NO_ITEM)
            narrow(&s, s.root, t->items[s.root].match, prose_of(&s, s.root));
        else
            narrow(&s, 0, (uint32_t)t->count,
                   s.before[t->count].text - s.before[t->count].link);
        if (s.root != NO_ITEM) {
            find_head(&s);
            drop_around(&s);
            drop_lists_of_links(&s);
        }
    }
    arena_clear(&scratch);
}
