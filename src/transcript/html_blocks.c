#include "transcript/html_blocks.h"

#include "base/unicode.h"
#include "transcript/fold.h"
#include "transcript/html_article.h"
#include "transcript/html_speakers.h"
#include "transcript/tags.h"

enum { SCRATCH_MOST = 256 << 10, MARK_KINDS = MARK_CODE + 1, INDENT_MOST = 40 };

/* What stands between the word before and the next: it is added with that word only. */
enum gap { GAP_NONE, GAP_BLANK, GAP_LINE, GAP_BLOCK };

struct html_reader {
    struct document *doc;
    struct arena *a;
    struct arena scratch; /* of the block in the making */
    struct text work;
    struct html_tree tree;
    struct html_form form;
    struct textbuf out;
    enum gap gap;
    struct str blank;              /* what a GAP_BLANK is */
    int open[MARK_KINDS];          /* elements that mark */
    ptrdiff_t mark_at[MARK_KINDS]; /* index + 1 of the mark that they make */
    struct mark *marks;
    ptrdiff_t mark_count, mark_capacity;
    int level;     /* of the heading that is open */
    int lists;     /* list items and quotes that are open */
    int preserved; /* <pre> that are open */
    int columns; /* blanks that count: that a preserved line begins with, or fixed ones */
    int indent;
    bool titled;    /* an <h1> is there: the page's <title> is not needed */
    ptrdiff_t gone; /* the item that ends what is not shown */
    enum reason why;
};

void html_dispose(struct document *doc, struct arena *a, struct text work,
                  ptrdiff_t begin, ptrdiff_t end, enum reason reason)
{
    if (work.run_count == 1 && work.runs[0].verbatim) {
        ptrdiff_t from = work.runs[0].begin;
        document_dispose(doc, a, from + begin, from + end, reason);
        return;
    }
    struct arena scratch = {0};
    struct text t = text_slice(&scratch, work, begin, end);
    for (ptrdiff_t i = 0; i < t.run_count; i++)
        document_dispose(doc, a, t.runs[i].begin, t.runs[i].end, reason);
    arena_clear(&scratch);
}

/* Adds bytes of the work that hold no mark-up. */
static void add_words(struct html_reader *r, ptrdiff_t begin, ptrdiff_t end)
{
    struct text t = text_slice(&r->scratch, r->work, begin, end);
    for (ptrdiff_t i = 0; i < t.run_count; i++) {
        const struct text_run *run = &t.runs[i];
        ptrdiff_t to = i + 1 < t.run_count ? t.runs[i + 1].at : t.str.len;
        if (run->verbatim)
            document_verbatim(r->doc, r->a, &r->out, run->begin, run->end);
        else
            textbuf_replace(&r->out, str_slice(t.str, run->at, to), run->begin, run->end);
    }
}

static void flush(struct html_reader *r)
{
    struct text t = textbuf_done(&r->out);
    struct str kept = str_trim(t.str);
    if (kept.len) {
        ptrdiff_t from = kept.ptr - t.str.ptr;
        struct text words = text_slice(&r->scratch, t, from, from + kept.len);
        enum block_kind kind = r->level                      ? BLOCK_HEADING
                               : document_is_separator(kept) ? BLOCK_SEPARATOR
                                                             : BLOCK_PARAGRAPH;
        struct block *b = document_add(r->doc, r->a, kind, text_keep(r->a, words));
        b->level = r->level;
        b->indent = r->indent + (int)utf8_count(str_slice(t.str, 0, from));
        struct mark *marks = arena_array(r->a, struct mark, r->mark_count);
        for (ptrdiff_t i = 0; i < r->mark_count; i++) {
            struct mark m = r->marks[i];
            m.end = (m.end < 0 ? t.str.len : m.end) - from;
            m.begin = m.begin > from ? m.begin - from : 0;
            m.end = m.end < kept.len ? m.end : kept.len;
            if (m.begin < m.end)
                marks[b->mark_count++] = m;
        }
        b->marks = marks;
    }
    if (r->scratch.used > SCRATCH_MOST)
        arena_clear(&r->scratch);
    r->out = (struct textbuf){.arena = &r->scratch, .source = r->doc->source};
    r->marks = NULL;
    r->mark_count = r->mark_capacity = 0;
    for (int i = 0; i < MARK_KINDS; i++)
        r->mark_at[i] = 0;
    r->gap = GAP_NONE;
    r->columns = 0;
    r->indent = r->lists < INDENT_MOST / 4 ? 4 * r->lists : INDENT_MOST;
}

/* What stood since the last word becomes part of the text, now that another follows. `at`: where
 * in the source. */
static void settle(struct html_reader *r, ptrdiff_t at)
{
    int columns = r->columns;
    if (r->gap == GAP_BLOCK)
        flush(r);
    r->columns = columns;
    ptrdiff_t source = text_place(r->work, at, at).begin;
    if (r->gap && r->out.chars.len)
        textbuf_replace(&r->out, r->gap == GAP_LINE ? S("\n") : r->blank, source, source);
    if (!r->out.chars.len)
        r->indent += r->columns;
    else /* of a gap in a line one stands already */
        for (int i = r->gap == GAP_BLANK; i < r->columns; i++)
            textbuf_replace(&r->out, S(" "), source, source);
    r->gap = GAP_NONE;
    r->columns = 0;
    for (int kind = 0; kind < MARK_KINDS; kind++)
        if (r->open[kind] && !r->mark_at[kind]) {
            *arena_push(&r->scratch, r->marks, r->mark_count, r->mark_capacity) =
                (struct mark){r->out.chars.len, -1, (enum mark_kind)kind};
            r->mark_at[kind] = r->mark_count;
        }
}

static void widen(struct html_reader *r, enum gap gap, struct str blank)
{
    if (gap == GAP_LINE && r->gap >= GAP_LINE && r->out.chars.len)
        gap = GAP_BLOCK; /* an empty line */
    if (gap > r->gap) {
        r->gap = gap;
        r->blank = blank;
    }
    if (gap >= GAP_LINE)
        r->columns = 0;
}

/* The white space at `at`; where it ends. */
static ptrdiff_t take_blanks(struct html_reader *r, ptrdiff_t at, ptrdiff_t end)
{
    struct str s = r->work.str;
    for (; at < end; at++) {
        char c = s.ptr[at];
        if (c != ' ' && c != '\n' && c != '\t' && c != '\r' && c != '\f')
            break;
        if (!r->preserved)
            widen(r, GAP_BLANK, S(" "));
        else if (c == '\n' || (c == '\r' && (at + 1 == end || s.ptr[at + 1] != '\n')))
            widen(r, GAP_LINE, S("\n"));
        else if (r->gap >= GAP_LINE || !r->out.chars.len)
            r->columns += r->columns < INDENT_MOST * 2 ? (c == '\t' ? 8 : 1) : 0;
        else {
            widen(r, GAP_BLANK, S(" "));
            r->columns += r->columns < INDENT_MOST * 2 ? (c == '\t' ? 8 : 1) : 0;
        }
    }
    return at;
}

/* Does all of [begin, end) of the work stand together in the source? A section of CDATA may begin
 * in the middle of what then looks like one entity. */
static bool is_whole(struct html_reader *r, ptrdiff_t begin, ptrdiff_t end)
{
    struct text t = text_slice(&r->scratch, r->work, begin, end);
    for (ptrdiff_t i = 1; i < t.run_count; i++)
        if (t.runs[i].begin != t.runs[i - 1].end)
            return false;
    return true;
}

/* The entity at `at`; where it ends, or `at` when there is none. */
static ptrdiff_t take_entity(struct html_reader *r, ptrdiff_t at, ptrdiff_t end)
{
    struct html_entity e;
    if (!html_entity_at(&e, &r->scratch, str_slice(r->work.str, 0, end), at) ||
        !is_whole(r, at, e.end))
        return at;
    if (e.unspeakable || !str_trim(e.text).len) {
        html_dispose(r->doc, r->a, r->work, at, e.end,
                     e.unspeakable ? REASON_UNSPEAKABLE : REASON_MARKUP);
        bool fixed = str_eq(e.text, S("\u00A0"));
        if (!e.unspeakable)
            widen(r, GAP_BLANK, fixed ? S("\u00A0") : S(" "));
        /* one beside another is wider */
        r->columns += !e.unspeakable && fixed && r->columns < INDENT_MOST * 2;
        return e.end;
    }
    settle(r, at);
    struct place p = text_place(r->work, at, e.end);
    textbuf_replace(&r->out, e.text, p.begin, p.end);
    return e.end;
}

static void take_text(struct html_reader *r, ptrdiff_t at, ptrdiff_t end)
{
    struct str s = r->work.str;
    while ((at = take_blanks(r, at, end)) < end) {
        ptrdiff_t behind = s.ptr[at] == '&' ? take_entity(r, at, end) : at;
        if (behind > at) {
            at = behind;
            continue;
        }
        settle(r, at);
        /* words with single blanks between them are one piece */
        ptrdiff_t stop = at + 1;
        for (; stop < end; stop++) {
            char c = s.ptr[stop];
            bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
            bool single = c == ' ' && stop + 1 < end &&
                          (unsigned char)s.ptr[stop + 1] > ' ' && s.ptr[stop + 1] != '&';
            if (c == '&' || (blank && !single))
                break;
        }
        add_words(r, at, stop);
        at = stop;
    }
}

static int mark_of(const struct html_reader *r, const struct html_item *item)
{
    (void)r;
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

static void mark_change(struct html_reader *r, int kind, bool opens)
{
    r->open[kind] += opens ? 1 : -1;
    if (r->open[kind] || !r->mark_at[kind])
        return;
    r->marks[r->mark_at[kind] - 1].end = r->out.chars.len;
    r->mark_at[kind] = 0;
}

void html_metadata_add(struct document *doc, struct arena *a, struct text work,
                       ptrdiff_t begin, ptrdiff_t end, struct str key)
{
    struct html_reader r = {.doc = doc, .a = a, .work = work};
    r.out = (struct textbuf){.arena = &r.scratch, .source = doc->source};
    struct markup_scanner m = {
        .s = str_slice(work.str, 0, end), .xml = true, .at = begin};
    for (struct markup_token token; markup_next(&token, &m);)
        if (token.kind == MARKUP_TEXT)
            take_text(&r, token.begin, token.end);
        else
            html_dispose(doc, a, work, token.begin, token.end, REASON_MARKUP);
    struct text t = textbuf_done(&r.out);
    if (str_trim(t.str).len)
        document_add(doc, a, BLOCK_METADATA, text_keep(a, text_trim(&r.scratch, t)))
            ->key = key;
    arena_clear(&r.scratch);
}

/* "dc.date", "article:published_time", "og:title": what a <meta> is about, or "". */
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
        ptrdiff_t from = value.ptr - r->work.str.ptr;
        html_dispose(r->doc, r->a, r->work, begin, from, REASON_MARKUP);
        html_metadata_add(r->doc, r->a, r->work, from, from + value.len, key);
        begin = from + value.len;
    }
    html_dispose(r->doc, r->a, r->work, begin, end, REASON_MARKUP);
}

/* A title without the name of the site behind it. */
static ptrdiff_t take_title(struct html_reader *r, ptrdiff_t i)
{
    const struct html_item *items = r->tree.items;
    ptrdiff_t close = items[i].match;
    html_dispose(r->doc, r->a, r->work, items[i].begin, items[i].end, REASON_MARKUP);
    for (ptrdiff_t j = i + 1; j < close; j++) {
        struct str s = str_slice(r->work.str, items[j].begin, items[j].end);
        ptrdiff_t cut = str_find(s, S(" | "));
        cut = cut > 12 ? cut : s.len;
        if (r->titled || items[j].event != HTML_TEXT)
            cut = 0;
        else
            html_metadata_add(r->doc, r->a, r->work, items[j].begin, items[j].begin + cut,
                              S("title"));
        html_dispose(r->doc, r->a, r->work, items[j].begin + cut, items[j].end,
                     REASON_METADATA);
        r->titled = true;
    }
    html_dispose(r->doc, r->a, r->work, items[close].begin, items[close].end,
                 REASON_MARKUP);
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
    struct str s = str_trim(str_slice(r->work.str, items[i + 1].begin, items[i + 1].end));
    if (!is_clock(s))
        return false;
    html_dispose(r->doc, r->a, r->work, items[i].begin, items[i].end, REASON_MARKUP);
    html_dispose(r->doc, r->a, r->work, items[i + 1].begin, items[i + 1].end,
                 REASON_CLOCK_TIME);
    html_dispose(r->doc, r->a, r->work, items[i + 2].begin, items[i + 2].end,
                 REASON_MARKUP);
    widen(r, GAP_BLANK, S(" "));
    return true;
}

/* "[1]", "[edit]": a link to a note, or to what the site offers to do. */
static bool is_note(const struct html_reader *r, ptrdiff_t i)
{
    const struct html_item *items = r->tree.items;
    if (items[i].match != i + 2 || items[i + 1].event != HTML_TEXT)
        return false;
    struct str s = str_trim(str_slice(r->work.str, items[i + 1].begin, items[i + 1].end));
    return s.len >= 3 && s.len <= 8 && s.ptr[0] == '[' && s.ptr[s.len - 1] == ']';
}

static void change_state(struct html_reader *r, const struct html_item *item)
{
    const struct html_element *e = html_item_element(item);
    bool opens = item->event == HTML_OPENS;
    int step = opens ? 1 : -1;
    switch (e->class) {
    case HTML_HEADING:
        r->level = opens ? e->level : 0;
        break;
    case HTML_ITEM:
        r->lists += step;
        break;
    case HTML_PRE:
        r->preserved += step;
        break;
    default:
        break;
    }
    int mark = item->flags & HTML_FLAG_SPEAKER ? MARK_SPEAKER : mark_of(r, item);
    if (mark >= 0)
        mark_change(r, mark, opens);
}

static bool makes_block(enum html_class c)
{
    return (c >= HTML_BLOCK && c <= HTML_HEADING) || (c >= HTML_RULE && c <= HTML_PRE) ||
           c == HTML_ROOT || c == HTML_MAIN || c == HTML_BESIDE;
}

static void take_rule(struct html_reader *r, const struct html_item *item)
{
    struct place p = text_place(r->work, item->begin, item->end);
    struct text t = text_slice(&r->scratch, r->work, item->begin, item->end);
    if (t.run_count == 1 && t.runs[0].verbatim)
        document_add(r->doc, r->a, BLOCK_SEPARATOR,
                     text_verbatim(r->a, r->doc->source, p.begin, p.end));
    else
        html_dispose(r->doc, r->a, r->work, item->begin, item->end, REASON_MARKUP);
}

/* Takes what opens or closes. Returns the last item that was read. */
static ptrdiff_t take_element(struct html_reader *r, ptrdiff_t i)
{
    const struct html_item *item = &r->tree.items[i];
    struct str tag = str_slice(r->work.str, item->begin, item->end);
    enum html_class class = html_item_element(item)->class;
    bool opens = item->event == HTML_OPENS;
    if (makes_block(class))
        flush(r);
    change_state(r, item);
    if (makes_block(class))
        flush(r);
    if (class == HTML_LINE && opens)
        widen(r, GAP_LINE, S("\n"));
    if (class == HTML_TIME && opens && take_time(r, i))
        return i + 2;
    if (class == HTML_TITLE && opens)
        return take_title(r, i);
    if (class == HTML_ANCHOR && opens && is_note(r, i)) {
        html_dispose(r->doc, r->a, r->work, item[1].begin, item[1].end,
                     REASON_NAVIGATION);
        html_dispose(r->doc, r->a, r->work, item->begin, item->end, REASON_MARKUP);
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
    } else if (opens && r->form.xml) {
        struct str who = markup_attribute(tag, S("speaker"));
        who = who.len ? who : markup_attribute(tag, S("who"));
        ptrdiff_t from = who.len ? who.ptr - r->work.str.ptr : item->end;
        html_dispose(r->doc, r->a, r->work, item->begin, from, REASON_MARKUP);
        r->open[MARK_SPEAKER]++;
        take_text(r, from, from + who.len);
        mark_change(r, MARK_SPEAKER, false);
        html_dispose(r->doc, r->a, r->work, from + who.len, item->end, REASON_MARKUP);
        if (who.len)
            widen(r, GAP_LINE, S("\n"));
    } else {
        html_dispose(r->doc, r->a, r->work, item->begin, item->end, REASON_MARKUP);
    }
    return i;
}

/* Takes an item of what is not shown: its marks still open and close. */
static void take_unseen(struct html_reader *r, const struct html_item *item)
{
    if (item->event == HTML_OPENS || item->event == HTML_CLOSES)
        change_state(r, item);
    html_dispose(r->doc, r->a, r->work, item->begin, item->end,
                 item->event == HTML_TEXT ? r->why : REASON_MARKUP);
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
                flush(r);
            r->gone = item->match;
        }
        if (i <= r->gone && r->gone) {
            take_unseen(r, item);
        } else if (item->event == HTML_TEXT && item->flags & HTML_FLAG_GONE) {
            html_dispose(r->doc, r->a, r->work, item->begin, item->end,
                         REASON_NAVIGATION);
        } else if (item->event == HTML_TEXT) {
            take_text(r, item->begin, item->end);
        } else if (item->event == HTML_OPENS || item->event == HTML_CLOSES) {
            i = take_element(r, i);
        } else {
            html_dispose(r->doc, r->a, r->work, item->begin, item->end,
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
    struct html_reader r = {.doc = doc, .a = a, .work = work, .form = form};
    r.out = (struct textbuf){.arena = &r.scratch, .source = doc->source};
    r.tree = html_tree_build(&scratch, work.str, form.xml);
    html_article_find(&r.tree, form.page);
    html_speakers_find(&r.tree);
    r.titled = has_heading(&r.tree);
    take_items(&r);
    flush(&r);
    arena_clear(&r.scratch);
    arena_clear(&scratch);
}
