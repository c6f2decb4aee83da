/* XML around HTML: a field an element, and one of them, or all together, the transcript. */
#include <string.h>

#include "base/unicode.h"
#include "transcript/html_blocks.h"
#include "transcript/html_tree.h"
#include "transcript/html_words.h"
#include "transcript/read.h"
#include "transcript/vocabulary.h"

enum { DEPTH_MOST = 256, SNIFFED_BYTES = 4096 };

/* The first tag of a text that begins with mark-up; name "" when it does not. */
static struct markup_token first_tag(struct str s, bool *declared)
{
    struct markup_scanner m = {.s = s, .xml = true};
    struct markup_token t;
    *declared = false;
    while (markup_next(&t, &m)) {
        struct str token = str_slice(s, t.begin, t.end);
        *declared = *declared || str_starts(token, S("<?xml"));
        if (t.kind == MARKUP_OPEN)
            return t;
        if (t.kind == MARKUP_CLOSE || (t.kind == MARKUP_TEXT && str_trim(token).len))
            break;
    }
    return (struct markup_token){.name = S("")};
}

/* It declares itself, or is one element that HTML does not know from beginning to end. */
static int sniff(const struct source *s)
{
    bool declared;
    struct str bytes = str_slice(s->bytes, s->text_begin, s->bytes.len);
    struct markup_token t = first_tag(str_slice(bytes, 0, SNIFFED_BYTES), &declared);
    if (!t.name.len || html_element(t.name)->class == HTML_ROOT)
        return 0;
    if (declared)
        return 94;
    struct str tail = str_trim(bytes);
    ptrdiff_t close = tail.len - t.name.len - 3;
    bool closed = close > 0 && tail.ptr[close] == '<' && tail.ptr[close + 1] == '/' &&
                  str_eq(str_slice(tail, close + 2, tail.len - 1), t.name);
    return closed && !html_element(t.name)->name[0] ? 88 : 0;
}

/* An element of the file: what it is called, and what is in it. */
struct field {
    struct str name;
    ptrdiff_t begin, inner, close, end; /* its tags: [begin, inner) and [close, end) */
    ptrdiff_t words;                    /* bytes of text in it, at any depth */
    ptrdiff_t speakers;                 /* <speaker> in it */
    int parent;                         /* index; -1: none */
    bool leaf;                          /* holds no field of its own */
};
struct xml_reader {
    struct document *doc;
    struct arena *a;
    struct arena scratch;
    struct str s;
    ptrdiff_t offset; /* of s in the source */
    struct field *fields;
    ptrdiff_t count, capacity;
};

static bool is_field(struct str name)
{
    const struct html_element *e = html_element(name);
    return !e->name[0] || e->class == HTML_TITLE || e->class == HTML_ROOT;
}

static void open_field(struct xml_reader *x, const struct markup_token *t, int *open)
{
    if (*open >= 0)
        x->fields[*open].leaf = false;
    *arena_push(&x->scratch, x->fields, x->count, x->capacity) =
        (struct field){t->name, t->begin, t->end, t->end, t->end, 0, 0, *open, true};
    if (!t->empty)
        *open = (int)x->count - 1;
}

static void close_field(struct xml_reader *x, ptrdiff_t begin, ptrdiff_t end, int *open)
{
    struct field *f = &x->fields[*open];
    f->close = begin;
    f->end = end;
    if (f->parent >= 0) {
        x->fields[f->parent].words += f->words;
        x->fields[f->parent].speakers += f->speakers;
    }
    *open = f->parent;
}

/* Finds all fields. What HTML knows is part of the text of the field around it. */
static void find_fields(struct xml_reader *x)
{
    struct markup_scanner m = {.s = x->s, .xml = true};
    int open = -1, depth = 0;
    for (struct markup_token t; markup_next(&t, &m);) {
        struct str token = str_slice(x->s, t.begin, t.end);
        bool text = t.kind == MARKUP_TEXT || t.kind == MARKUP_CDATA;
        if (text && open >= 0) {
            x->fields[open].words += str_trim(token).len;
        } else if (t.kind == MARKUP_OPEN && open >= 0 &&
                   str_eq_ascii_case(t.name, S("speaker"))) {
            x->fields[open].speakers++;
        } else if (t.kind == MARKUP_OPEN && is_field(t.name) && depth < DEPTH_MOST) {
            open_field(x, &t, &open);
            depth += !t.empty;
        } else if (t.kind == MARKUP_CLOSE && open >= 0 &&
                   str_eq(t.name, x->fields[open].name)) {
            close_field(x, t.begin, t.end, &open);
            depth--;
        }
    }
    while (open >= 0)
        close_field(x, x->s.len, x->s.len, &open);
}

/* The field with the transcript: down from the root while one has most of the words, and all who
 * speak. */
static ptrdiff_t find_body(const struct xml_reader *x)
{
    ptrdiff_t body = 0;
    for (ptrdiff_t i = 1; i < x->count; i++) {
        const struct field *f = &x->fields[i];
        if (f->parent == body && f->words > x->fields[body].words / 2 &&
            f->speakers == x->fields[body].speakers &&
            str_find_byte(str_slice(x->s, f->inner, f->close), ' ') >= 0)
            body = i;
        else if (f->begin >= x->fields[body].end)
            break;
    }
    return body;
}

/* "release-date" is a date: the last word that is one of metadata. */
static struct str key_of(struct xml_reader *x, struct str name)
{
    static const char *const kinds[] = {"title", "date", "language", "author"};
    static const char *const others[][2] = {{"headline", "title"},
                                            {"pubdate", "date"},
                                            {"lang", "language"},
                                            {"creator", "author"}};
    struct str key = unicode_lower(x->a, name, S(""));
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct str kind = str_from(kinds[i]);
        ptrdiff_t before = key.len - kind.len - 1;
        if (str_ends(key, kind) && (before < 0 || key.ptr[before] == '-' ||
                                    key.ptr[before] == '_' || key.ptr[before] == ':'))
            return kind;
        if (str_eq(key, str_from(others[i][0])))
            return str_from(others[i][1]);
    }
    return key;
}

static void dispose(struct xml_reader *x, ptrdiff_t begin, ptrdiff_t end,
                    enum reason reason)
{
    document_dispose(x->doc, x->a, x->offset + begin, x->offset + end, reason);
}

/* What &lt; and its like stand for; the entity's length in *length, 0 when it is none of them. */
static struct str own_entity(struct str s, ptrdiff_t *length)
{
    static const char *const entities[][2] = {
        {"&lt;", "<"},  {"&gt;", ">"},  {"&amp;", "&"},  {"&quot;", "\""},
        {"&#60;", "<"}, {"&#62;", ">"}, {"&#34;", "\""}, {"&#38;", "&"},
        {"&#39;", "'"}, {"&apos;", "'"}};
    for (size_t i = 0; i < sizeof entities / sizeof *entities; i++)
        if (str_starts(s, str_from(entities[i][0]))) {
            *length = str_from(entities[i][0]).len;
            return str_from(entities[i][1]);
        }
    *length = 0;
    return S("");
}

/* Is the text HTML whose tags are written as entities? */
static bool is_escaped(struct str s)
{
    for (ptrdiff_t at = 0; at < s.len;) {
        ptrdiff_t found = str_find(str_slice(s, at, s.len), S("&lt;"));
        if (found < 0)
            return false;
        at += found + 4;
        ptrdiff_t name = at + (at < s.len && s.ptr[at] == '/'), end = name;
        while (end < s.len && ((s.ptr[end] | 32) >= 'a' && (s.ptr[end] | 32) <= 'z'))
            end++;
        if (end > name && html_element(str_slice(s, name, end))->name[0])
            return true;
    }
    return false;
}

/* Adds [begin, end) to the work, one level of entities decoded. */
static void add_unescaped(struct xml_reader *x, struct textbuf *work, ptrdiff_t begin,
                          ptrdiff_t end)
{
    ptrdiff_t from = begin;
    for (ptrdiff_t at = begin; at < end; at++) {
        ptrdiff_t length = 0;
        if (x->s.ptr[at] != '&')
            continue;
        struct str stands_for = own_entity(str_slice(x->s, at, end), &length);
        if (!length)
            continue;
        textbuf_verbatim(work, x->offset + from, x->offset + at);
        textbuf_replace(work, stands_for, x->offset + at, x->offset + at + length);
        at += length - 1;
        from = at + 1;
    }
    textbuf_verbatim(work, x->offset + from, x->offset + end);
}

/* [begin, end) as HTML: CDATA sections opened, and escaped mark-up made mark-up again. */
static struct text work_of(struct xml_reader *x, ptrdiff_t begin, ptrdiff_t end)
{
    struct textbuf work = {.arena = &x->scratch, .source = x->doc->source};
    struct str s = str_slice(x->s, 0, end);
    bool escaped = is_escaped(str_slice(x->s, begin, end));
    struct markup_scanner m = {.s = s, .xml = true, .at = begin};
    for (struct markup_token t; markup_next(&t, &m);) {
        if (t.kind == MARKUP_CDATA) {
            dispose(x, t.begin, t.begin + 9, REASON_MARKUP);
            textbuf_verbatim(&work, x->offset + t.begin + 9, x->offset + t.end - 3);
            dispose(x, t.end - 3, t.end, REASON_MARKUP);
        } else if (t.kind == MARKUP_TEXT && escaped) {
            add_unescaped(x, &work, t.begin, t.end);
        } else {
            textbuf_verbatim(&work, x->offset + t.begin, x->offset + t.end);
        }
    }
    return textbuf_done(&work);
}

/* [begin, end) lies outside of the body and of its fields: tags, and words that nobody wants. */
static void dispose_around(struct xml_reader *x, ptrdiff_t begin, ptrdiff_t end)
{
    struct markup_scanner m = {.s = str_slice(x->s, 0, end), .xml = true, .at = begin};
    for (struct markup_token t; markup_next(&t, &m);)
        dispose(x, t.begin, t.end,
                t.kind == MARKUP_COMMENT                          ? REASON_COMMENT
                : t.kind == MARKUP_TEXT || t.kind == MARKUP_CDATA ? REASON_METADATA
                                                                  : REASON_MARKUP);
}

static void take_field(struct xml_reader *x, const struct field *f)
{
    dispose(x, f->begin, f->inner, REASON_MARKUP);
    struct str inner = str_slice(x->s, f->inner, f->close);
    bool cdata = str_starts(str_trim(inner), S("<![CDATA["));
    bool plain = str_find_byte(inner, '<') < 0 || cdata;
    if (plain) {
        struct text work = work_of(x, f->inner, f->close);
        html_metadata_add(x->doc, x->a, work, 0, work.str.len, key_of(x, f->name));
    } else {
        dispose_around(x, f->inner, f->close);
    }
    dispose(x, f->close, f->end, REASON_MARKUP);
}

static enum bc_status refuse_entities(const struct xml_reader *x, struct diag *d)
{
    struct markup_scanner m = {.s = x->s, .xml = true};
    for (struct markup_token t; markup_next(&t, &m) && t.kind != MARKUP_OPEN;) {
        ptrdiff_t at = str_find(str_slice(x->s, t.begin, t.end), S("<!ENTITY"));
        if (t.kind != MARKUP_DECLARATION || at < 0)
            continue;
        at += t.begin + x->offset;
        diag_error(d, place_of(x->doc->source, at, at + 8), "xml-entity",
                   "write out what they stand for",
                   "the file declares entities of its own, which are not followed");
        return BC_EINPUT;
    }
    return BC_OK;
}

static enum bc_status read(struct document *doc, struct arena *a, const struct source *s,
                           struct diag *d)
{
    struct xml_reader x = {.doc = doc, .a = a, .offset = s->text_begin};
    x.s = str_slice(s->bytes, s->text_begin, s->bytes.len);
    enum bc_status status = refuse_entities(&x, d);
    if (status != BC_OK)
        return status;
    find_fields(&x);
    if (!x.count) /* asked for by name: there are no fields */
        html_blocks_add(doc, a, work_of(&x, 0, x.s.len), (struct html_form){.xml = true});
    ptrdiff_t at = x.count ? 0 : x.s.len, body = x.count ? find_body(&x) : 0;
    for (ptrdiff_t i = 0; i < x.count; i++) {
        const struct field *f = &x.fields[i];
        if (f->begin < at || (i != body && !f->leaf))
            continue;
        dispose_around(&x, at, f->begin);
        at = f->end;
        if (i != body) {
            take_field(&x, f);
            continue;
        }
        dispose(&x, f->begin, f->inner, REASON_MARKUP);
        struct text work = work_of(&x, f->inner, f->close);
        html_blocks_add(doc, a, work, (struct html_form){.xml = true});
        dispose(&x, f->close, f->end, REASON_MARKUP);
    }
    dispose_around(&x, at, x.s.len);
    arena_clear(&x.scratch);
    return BC_OK;
}

const struct reader read_xml = {"xml", sniff, read};
