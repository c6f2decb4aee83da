#include "transcript/html_blocks.h"

#include "transcript/html_article.h"
#include "transcript/html_speakers.h"

struct html_reader {
    struct html_words words;
    struct html_tree tree;
    struct html_form form;
    ptrdiff_t speech; /* the item that ends what a <speaker> says */
    ptrdiff_t staged; /* and a <stage> that nobody says */
    bool named;       /* <speaker> says who speaks, so that attributes do not */
    bool titled;      /* an <h1> is there: the page's <title> is not needed */
    ptrdiff_t gone;   /* the item that ends what is not shown */
    enum reason why;
};

static void dispose(struct html_reader *r, ptrdiff_t begin, ptrdiff_t end,
                    enum reason reason)
{
    html_dispose(r->words.doc, r->words.a, r->words.work, begin, end, reason);
}

static int mark_of(const struct html_item *item)
{
    switch (html_item_element(item)->class) {
    case HTML_BOLD:
        return MARK_STRONG;
    case HTML_ITALIC:
        return MARK_EMPHASIS;
    case HTML_CITE:
        return MARK_SPEAKER;
    case HTML_ANCHOR:
        return MARK_LINK;
    case HTML_TYPED:
        return MARK_CODE;
    default:
        return -1;
    }
}

/* "dc.date", "article:published_time": what a <meta> is about, or "". */
static struct str meta_key(struct str name)
{
    static const char *const keys[][2] = {
        {"date", "date"},         {"dc.date", "date"},
        {"dcterms.date", "date"}, {"article:published_time", "date"},
        {"pubdate", "date"},      {"dcterms.created", "date"},
        {"author", "author"},     {"dc.creator", "author"},
        {"language", "language"}, {"dc.language", "language"},
    };
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (str_eq_ascii_case(name, str_from(keys[i][0])))
            return str_from(keys[i][1]);
    return S("");
}

/* A tag of which one attribute is worth keeping. */
static void take_tag_value(struct html_reader *r, const struct html_item *item,
                           struct str value, struct str key)
{
    ptrdiff_t begin = item->begin, end = item->end;
    if (value.len && key.len) {
        ptrdiff_t from = value.ptr - r->words.work.str.ptr;
        dispose(r, begin, from, REASON_MARKUP);
        html_metadata_add(r->words.doc, r->words.a, r->words.work, from, from + value.len,
                          key);
        begin = from + value.len;
    }
    dispose(r, begin, end, REASON_MARKUP);
}

/* A title without the name of the site behind it. */
static ptrdiff_t take_title(struct html_reader *r, ptrdiff_t i)
{
    const struct html_item *items = r->tree.items;
    ptrdiff_t close = items[i].match;
    dispose(r, items[i].begin, items[i].end, REASON_MARKUP);
    for (ptrdiff_t j = i + 1; j < close; j++) {
        struct str s = str_slice(r->words.work.str, items[j].begin, items[j].end);
        ptrdiff_t cut = str_find(s, S(" | "));
        cut = cut > 12 ? cut : s.len;
        if (r->titled || items[j].event != HTML_TEXT)
            cut = 0;
        else
            html_metadata_add(r->words.doc, r->words.a, r->words.work, items[j].begin,
                              items[j].begin + cut, S("title"));
        dispose(r, items[j].begin + cut, items[j].end, REASON_METADATA);
        r->titled = true;
    }
    dispose(r, items[close].begin, items[close].end, REASON_MARKUP);
    return close;
}

static bool is_clock(struct str s)
{
    int digits = 0, colons = 0;
    for (ptrdiff_t i = 0; i < s.len; i++) {
        digits += s.ptr[i] >= '0' && s.ptr[i] <= '9';
        colons += s.ptr[i] == ':';
        if (!(s.ptr[i] >= '0' && s.ptr[i] <= '9') && s.ptr[i] != ':' && s.ptr[i] != '.' &&
            s.ptr[i] != '[' && s.ptr[i] != ']' && s.ptr[i] != '(' && s.ptr[i] != ')')
            return false;
    }
    return digits >= 2 && colons && digits <= 9;
}

/* <time>0:53</time> beside what is said tells when, and is not said. */
static bool take_time(struct html_reader *r, ptrdiff_t i)
{
    const struct html_item *items = r->tree.items;
    if (items[i].match != i + 2 || items[i + 1].event != HTML_TEXT)
        return false;
    struct str s =
        str_trim(str_slice(r->words.work.str, items[i + 1].begin, items[i + 1].end));
    if (!is_clock(s))
        return false;
    dispose(r, items[i].begin, items[i].end, REASON_MARKUP);
    dispose(r, items[i + 1].begin, items[i + 1].end, REASON_CLOCK_TIME);
    dispose(r, items[i + 2].begin, items[i + 2].end, REASON_MARKUP);
    html_words_part(&r->words, HTML_GAP_BLANK, S(" "));
    return true;
}

/* "[1]", "[edit]": a link to a note, or to what the site offers to do. */
static bool is_note(const struct html_reader *r, ptrdiff_t i)
{
    const struct html_item *items = r->tree.items;
    if (items[i].match != i + 2 || items[i + 1].event != HTML_TEXT)
        return false;
    struct str s =
        str_trim(str_slice(r->words.work.str, items[i + 1].begin, items[i + 1].end));
    return s.len >= 3 && s.len <= 8 && s.ptr[0] == '[' && s.ptr[s.len - 1] == ']';
}

static void change_state(struct html_reader *r, const struct html_item *item)
{
    const struct html_element *e = html_item_element(item);
    bool opens = item->event == HTML_OPENS;
    int step = opens ? 1 : -1;
    switch (e->class) {
    case HTML_HEADING:
        r->words.level = opens ? e->level : 0;
        break;
    case HTML_ITEM:
        r->words.lists += step;
        break;
    case HTML_PRE:
        r->words.preserved += step;
        break;
    case HTML_RAISED:
        r->words.raised += step;
        break;
    default:
        break;
    }
    int mark = item->flags & HTML_FLAG_SPEAKER ? MARK_SPEAKER : mark_of(item);
    if (mark >= 0)
        html_words_mark(&r->words, mark, opens);
}

static bool makes_block(enum html_class c)
{
    return (c >= HTML_BLOCK && c <= HTML_HEADING) || (c >= HTML_RULE && c <= HTML_PRE) ||
           c == HTML_ROOT || c == HTML_MAIN || c == HTML_BESIDE;
}

static void take_rule(struct html_reader *r, const struct html_item *item)
{
    struct place p = text_place(r->words.work, item->begin, item->end);
    struct text t = text_slice(&r->words.scratch, r->words.work, item->begin, item->end);
    if (t.run_count == 1 && t.runs[0].verbatim)
        document_add(r->words.doc, r->words.a, BLOCK_SEPARATOR,
                     text_verbatim(r->words.a, r->words.doc->source, p.begin, p.end));
    else
        dispose(r, item->begin, item->end, REASON_MARKUP);
}

/* What happens on the stage is not said by who speaks there; between speeches it is told. */
static void take_stage(struct html_reader *r, ptrdiff_t i)
{
    const struct html_item *item = &r->tree.items[i];
    if (i == r->staged)
        r->words.narrated = false;
    if (item->event != HTML_OPENS)
        return;
    if (html_is_speech(&r->tree, (uint32_t)i))
        r->speech = item->match;
    if (!html_is_stage(&r->tree, (uint32_t)i))
        return;
    if (i < r->speech) {
        r->gone = item->match;
        r->why = REASON_STAGE_DIRECTION;
    } else {
        r->staged = item->match;
        r->words.narrated = true;
    }
}

/* Takes what opens or closes. Returns the last item that was read. */
static ptrdiff_t take_element(struct html_reader *r, ptrdiff_t i)
{
    const struct html_item *item = &r->tree.items[i];
    struct str tag = str_slice(r->words.work.str, item->begin, item->end);
    enum html_class class = html_item_element(item)->class;
    bool opens = item->event == HTML_OPENS;
    if (makes_block(class))
        html_words_flush(&r->words);
    if (r->named)
        take_stage(r, i);
    change_state(r, item);
    if (makes_block(class))
        html_words_flush(&r->words);
    if (class == HTML_LINE && opens)
        html_words_part(&r->words, HTML_GAP_LINE, S("\n"));
    if (class == HTML_TIME && opens && take_time(r, i))
        return i + 2;
    if (class == HTML_TITLE && opens)
        return take_title(r, i);
    if (class == HTML_ANCHOR && opens && is_note(r, i)) {
        dispose(r, item[1].begin, item[1].end, REASON_NAVIGATION);
        dispose(r, item->begin, item->end, REASON_MARKUP);
        return i + 1;
    }
    if (class == HTML_RULE && opens) {
        take_rule(r, item);
    } else if (class == HTML_META && opens) {
        struct str name = markup_attribute(tag, S("name"));
        name = name.len ? name : markup_attribute(tag, S("property"));
        take_tag_value(r, item, markup_attribute(tag, S("content")), meta_key(name));
    } else if (class == HTML_ROOT && opens) {
        take_tag_value(r, item, markup_attribute(tag, S("lang")), S("language"));
    } else if (opens && r->form.xml && !r->named) {
        struct str who = markup_attribute(tag, S("speaker"));
        who = who.len ? who : markup_attribute(tag, S("who"));
        ptrdiff_t from = who.len ? who.ptr - r->words.work.str.ptr : item->end;
        dispose(r, item->begin, from, REASON_MARKUP);
        r->words.open[MARK_SPEAKER]++;
        html_words_take(&r->words, from, from + who.len);
        html_words_mark(&r->words, MARK_SPEAKER, false);
        dispose(r, from + who.len, item->end, REASON_MARKUP);
        if (who.len)
            html_words_part(&r->words, HTML_GAP_LINE, S("\n"));
    } else {
        dispose(r, item->begin, item->end, REASON_MARKUP);
    }
    return i;
}

/* Takes an item of what is not shown: its marks still open and close. */
static void take_unseen(struct html_reader *r, const struct html_item *item)
{
    if (item->event == HTML_OPENS || item->event == HTML_CLOSES)
        change_state(r, item);
    dispose(r, item->begin, item->end, item->event == HTML_TEXT ? r->why : REASON_MARKUP);
}

static void take_items(struct html_reader *r)
{
    for (ptrdiff_t i = 0; i < r->tree.count; i++) {
        const struct html_item *item = &r->tree.items[i];
        if (item->event == HTML_OPENS && item->flags & HTML_FLAG_GONE &&
            item->match > r->gone) {
            bool words = html_item_element(item)->class != HTML_UNSEEN;
            r->why = words ? REASON_NAVIGATION : REASON_MARKUP;
            if (words || makes_block(html_item_element(item)->class))
                html_words_flush(&r->words);
            r->gone = item->match;
        }
        if (i <= r->gone && r->gone) {
            take_unseen(r, item);
        } else if (item->event == HTML_TEXT && item->flags & HTML_FLAG_GONE) {
            dispose(r, item->begin, item->end, REASON_NAVIGATION);
        } else if (item->event == HTML_TEXT) {
            html_words_take(&r->words, item->begin, item->end);
        } else if (item->event == HTML_OPENS || item->event == HTML_CLOSES) {
            i = take_element(r, i);
        } else {
            dispose(r, item->begin, item->end,
                    item->event == HTML_COMMENT ? REASON_COMMENT : REASON_MARKUP);
        }
    }
}

/* Is there an <h1> that is shown? */
static bool has_heading(const struct html_tree *t)
{
    for (ptrdiff_t i = 0; i < t->count; i++) {
        const struct html_item *item = &t->items[i];
        if (item->event == HTML_OPENS && item->flags & HTML_FLAG_GONE)
            i = item->match;
        else if (item->event == HTML_OPENS && html_item_element(item)->level == 1 &&
                 item->match > i + 1)
            return true;
    }
    return false;
}

void html_blocks_add(struct document *doc, struct arena *a, struct text work,
                     struct html_form form)
{
    struct arena scratch = {0};
    struct html_reader r = {.form = form};
    html_words_init(&r.words, doc, a, work);
    r.tree = html_tree_build(&scratch, work.str, form.xml);
    html_article_find(&r.tree, form.page);
    html_speakers_find(&r.tree);
    r.named = html_has_speakers(&r.tree);
    r.titled = has_heading(&r.tree);
    take_items(&r);
    html_words_flush(&r.words);
    html_words_release(&r.words);
    arena_clear(&scratch);
}
