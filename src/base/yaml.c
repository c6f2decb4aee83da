#include "base/yaml.h"

#include <stdlib.h>
#include <string.h>

#include <yaml.h>

#include "base/unicode.h"

enum { DEPTH_MOST = 32 };

/* A collection that is being read. */
struct level {
    struct yaml_node *node;
    ptrdiff_t item_count, item_capacity; /* keys and values counted apart */
};

struct reader {
    yaml_parser_t parser;
    struct arena *a;
    const struct source *source;
    struct diag *d;
    bool wrong, stop;
    ptrdiff_t begin; /* of the document in the source */
    ptrdiff_t end;
    size_t index; /* libyaml counts characters: character `index` of the document */
    ptrdiff_t at; /* stands at this byte of the source */
    struct level levels[DEPTH_MOST];
    int depth;
    const struct yaml_node *root;
};

/* The byte of the source at which libyaml's `index` lies. Marks come nearly in order. */
static ptrdiff_t offset_of(struct reader *r, size_t index)
{
    struct str s = str_slice(r->source->bytes, 0, r->end);
    while (r->index < index && r->at < r->end) {
        utf8_next(s, &r->at);
        r->index++;
    }
    while (r->index > index && r->at > r->begin) {
        utf8_previous(s, &r->at);
        r->index--;
    }
    return r->at;
}

static struct place place_between(struct reader *r, yaml_mark_t from, yaml_mark_t to)
{
    ptrdiff_t begin = offset_of(r, from.index), end = offset_of(r, to.index);
    return place_of(r->source, begin, end < begin ? begin : end);
}

static void refuse(struct reader *r, struct place place, const char *hint,
                   const char *what)
{
    diag_error(r->d, place, "yaml", hint, "%s", what);
    r->wrong = true;
}

/* What libyaml says, in words that help who has never seen its insides. */
static const struct {
    const char *theirs, *context, *what, *hint;
} syntax_words[] = {
    {"did not find expected node content", "while parsing a flow node",
     "something is missing between these brackets, or they are not closed",
     "a list is [one, two], a mapping {key: value}"},
    {"did not find expected ',' or ']'", NULL, "this list is not closed",
     "a list is [one, two]"},
    {"did not find expected ',' or '}'", NULL, "this mapping is not closed",
     "a mapping is {key: value, other: value}"},
    {"found character that cannot start any token", NULL,
     "no value can begin with this character",
     "indent with blanks, not with tabs; what begins with @ or ` needs quotes"},
    {"could not find expected ':'", NULL, "there is no ':' behind the key",
     "lines are 'key: value', with a blank behind the colon"},
    {"mapping values are not allowed in this context", NULL, "a ':' where none can stand",
     "the line above may lack its own; what has a colon in it needs quotes: \"A: b\""},
    {"did not find expected <document start>", NULL, "no key can begin here",
     "keys of one mapping begin in one column"},
    {"found unexpected end of stream", "while scanning a quoted scalar",
     "the quotation mark is never closed", "quote with two of a kind: \"so\" or 'so'"},
    {"did not find expected key", NULL, "no key begins here",
     "keys of one mapping begin in one column; lines are 'key: value'"},
    {"found incompatible YAML document", NULL, "this version of YAML is not known",
     "leave the line out"},
    {"control characters are not allowed", NULL, "a control character", "take it out"},
};

static void refuse_syntax(struct reader *r)
{
    const yaml_parser_t *p = &r->parser;
    struct place place;
    if (p->error == YAML_READER_ERROR) { /* a character that YAML has no room for */
        ptrdiff_t at = r->begin + (ptrdiff_t)p->problem_offset;
        at = at > r->end ? r->end : at;
        place = place_of(r->source, at, at);
    } else {
        place = place_between(r, p->problem_mark, p->problem_mark);
    }
    r->wrong = true;
    const char *problem = p->problem ? p->problem : "", *context = p->context;
    for (size_t i = 0; i < sizeof syntax_words / sizeof *syntax_words; i++) {
        const char *within = syntax_words[i].context;
        if (strcmp(problem, syntax_words[i].theirs) ||
            (within && (!context || strcmp(context, within))))
            continue;
        diag_error(r->d, place, "yaml", syntax_words[i].hint, "%s", syntax_words[i].what);
        return;
    }
    diag_error(r->d, place, "yaml", NULL, "%s%s%s",
               p->problem ? p->problem : "not well-formed", p->context ? " " : "",
               p->context ? p->context : "");
}

/* ---- nodes ---- */

/* Puts a node into the collection that is open. */
static void add_node(struct reader *r, struct yaml_node *node)
{
    if (!r->depth) {
        r->root = node;
        return;
    }
    struct level *l = &r->levels[r->depth - 1];
    bool key = l->node->kind == YAML_MAPPING && l->item_count % 2 == 0;
    if (key && node->kind != YAML_SCALAR)
        refuse(r, node->place, NULL, "a key must be a plain word or a quoted string");
    *arena_push(r->a, l->node->items, l->item_count, l->item_capacity) = node;
    l->node->count =
        l->node->kind == YAML_MAPPING ? (l->item_count + 1) / 2 : l->item_count;
}

/* The value with its bytes where they stand in the source, if they do. */
static struct text scalar_text(struct reader *r, struct str value, struct place place)
{
    struct str raw = str_slice(r->source->bytes, place.begin, place.end);
    bool quoted = raw.len >= 2 && (*raw.ptr == '"' || *raw.ptr == '\'');
    if (str_eq(raw, value))
        return text_verbatim(r->a, r->source, place.begin, place.end);
    if (quoted && str_eq(str_slice(raw, 1, raw.len - 1), value))
        return text_verbatim(r->a, r->source, place.begin + 1, place.end - 1);
    struct textbuf b = {.arena = r->a, .source = r->source};
    textbuf_replace(&b, value, place.begin, place.end);
    return textbuf_done(&b);
}

static void add_scalar(struct reader *r, const yaml_event_t *e)
{
    struct yaml_node *node = arena_new(r->a, struct yaml_node);
    struct str value = {(const char *)e->data.scalar.value,
                        (ptrdiff_t)e->data.scalar.length};
    node->kind = YAML_SCALAR;
    node->place = place_between(r, e->start_mark, e->end_mark);
    node->plain = e->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    if (str_find_byte(value, '\0') >= 0)
        refuse(r, node->place, NULL, "a NUL character in a string");
    node->text = scalar_text(r, value, node->place);
    add_node(r, node);
}

static void open_collection(struct reader *r, const yaml_event_t *e, enum yaml_kind kind)
{
    struct yaml_node *node = arena_new(r->a, struct yaml_node);
    node->kind = kind;
    node->place = place_between(r, e->start_mark, e->end_mark);
    add_node(r, node);
    r->stop = r->depth == DEPTH_MOST;
    if (r->stop)
        refuse(r, node->place, NULL, "nested too deeply");
    else
        r->levels[r->depth++] = (struct level){.node = node};
}

static int by_key(const void *x, const void *y)
{
    const struct yaml_node *a = *(const struct yaml_node *const *)x;
    const struct yaml_node *b = *(const struct yaml_node *const *)y;
    int order = str_compare(a->text.str, b->text.str);
    if (order)
        return order;
    return a->place.begin < b->place.begin ? -1 : a->place.begin > b->place.begin;
}

static void check_keys(struct reader *r, const struct yaml_node *mapping)
{
    if (mapping->count < 2)
        return;
    struct arena scratch = {0};
    const struct yaml_node **keys =
        arena_array(&scratch, const struct yaml_node *, mapping->count);
    for (ptrdiff_t i = 0; i < mapping->count; i++)
        keys[i] = mapping->items[2 * i];
    qsort(keys, (size_t)mapping->count, sizeof *keys, by_key);
    for (ptrdiff_t i = 1; i < mapping->count; i++) {
        if (!str_eq(keys[i]->text.str, keys[i - 1]->text.str))
            continue;
        struct position first = source_position(r->source, keys[i - 1]->place.begin);
        diag_error(r->d, keys[i]->place, "yaml", "keep one of them",
                   "'%.*s' stands twice; first in line %td", STR_ARGS(keys[i]->text.str),
                   first.line);
        r->wrong = true;
    }
    arena_clear(&scratch);
}

static void close_collection(struct reader *r, const yaml_event_t *e)
{
    struct yaml_node *node = r->levels[--r->depth].node;
    node->place.end = offset_of(r, e->end_mark.index);
    struct str tail = str_slice(r->source->bytes, node->place.begin, node->place.end);
    node->place.end =
        node->place.begin + (str_trim(tail).ptr - tail.ptr) + str_trim(tail).len;
    if (node->kind == YAML_MAPPING)
        check_keys(r, node);
}

/* ---- documents ---- */

static bool has_anchor(const yaml_event_t *e)
{
    switch (e->type) {
    case YAML_ALIAS_EVENT:
        return true;
    case YAML_SCALAR_EVENT:
        return e->data.scalar.anchor;
    case YAML_SEQUENCE_START_EVENT:
        return e->data.sequence_start.anchor;
    case YAML_MAPPING_START_EVENT:
        return e->data.mapping_start.anchor;
    default:
        return false;
    }
}

/* False: no more is to be read. */
static bool take_event(struct reader *r, const yaml_event_t *e, int *documents)
{
    if (has_anchor(e)) {
        refuse(r, place_between(r, e->start_mark, e->end_mark), "write it out",
               "anchors and aliases are not allowed");
        return false;
    }
    switch (e->type) {
    case YAML_DOCUMENT_START_EVENT:
        if (++*documents > 1)
            refuse(r, place_between(r, e->start_mark, e->end_mark), NULL,
                   "a second document begins here");
        break;
    case YAML_SCALAR_EVENT:
        add_scalar(r, e);
        break;
    case YAML_SEQUENCE_START_EVENT:
        open_collection(r, e, YAML_SEQUENCE);
        break;
    case YAML_MAPPING_START_EVENT:
        open_collection(r, e, YAML_MAPPING);
        break;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        close_collection(r, e);
        break;
    default:
        break;
    }
    return e->type != YAML_STREAM_END_EVENT && *documents <= 1 && !r->stop;
}

enum bc_status yaml_parse(const struct yaml_node **out, struct arena *a,
                          const struct source *s, ptrdiff_t begin, ptrdiff_t end,
                          struct diag *d)
{
    begin = begin < s->text_begin ? s->text_begin : begin;
    struct str bytes = str_slice(s->bytes, begin, end);
    struct reader r = {.a = a,
                       .source = s,
                       .d = d,
                       .begin = begin,
                       .end = begin + bytes.len,
                       .at = begin};
    *out = NULL;
    if (!yaml_parser_initialize(&r.parser))
        out_of_memory();
    yaml_parser_set_encoding(&r.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&r.parser, (const unsigned char *)bytes.ptr,
                                 (size_t)bytes.len);
    int documents = 0;
    for (bool more = true; more;) {
        yaml_event_t e;
        if (!yaml_parser_parse(&r.parser, &e)) {
            refuse_syntax(&r);
            break;
        }
        more = take_event(&r, &e, &documents);
        yaml_event_delete(&e);
    }
    yaml_parser_delete(&r.parser);
    if (r.wrong)
        return BC_EINPUT;
    bool empty =
        r.root && r.root->kind == YAML_SCALAR && r.root->plain && !r.root->text.str.len;
    *out = empty ? NULL : r.root;
    return BC_OK;
}

const struct yaml_node *yaml_get(const struct yaml_node *mapping, struct str key)
{
    if (!mapping || mapping->kind != YAML_MAPPING)
        return NULL;
    for (ptrdiff_t i = 0; i < mapping->count; i++)
        if (str_eq(yaml_key(mapping, i), key))
            return yaml_value(mapping, i);
    return NULL;
}

struct str yaml_key(const struct yaml_node *mapping, ptrdiff_t i)
{
    return mapping->items[2 * i]->text.str;
}

const struct yaml_node *yaml_value(const struct yaml_node *mapping, ptrdiff_t i)
{
    return mapping->items[2 * i + 1];
}

/* ---- printing ---- */

/* Must be escaped in a double-quoted scalar (YAML 1.1 section 5.1), or would mislead a
 * reader. */
static bool needs_escape(int32_t c)
{
    return c < 0x20 || c == '"' || c == '\\' || (c >= 0x7F && c <= 0xA0) || c == 0x61C ||
           c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF || c == 0xFFFE || c == 0xFFFF;
}

/* A word that some YAML parser takes for something else than a string. */
static bool is_reserved(struct str s)
{
    static const char *const words[] = {"true", "false", "yes", "no",  "on",
                                        "off",  "y",     "n",   "null"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_eq_ascii_case(s, str_from(words[i])))
            return true;
    return false;
}

static bool is_plain(struct str s, bool in_flow)
{
    ptrdiff_t at = 0;
    int32_t before = 0;
    if (!s.len || str_trim(s).len != s.len || is_reserved(s) ||
        !unicode_is_letter(utf8_next(s, &at)))
        return false;
    for (at = 0; at < s.len;) {
        int32_t c = utf8_next(s, &at);
        int next = at < s.len ? s.ptr[at] : ' ';
        if ((needs_escape(c) && c != '"' && c != '\\') || (c == '#' && before == ' ') ||
            (c == ':' && (in_flow || next == ' ')) ||
            (in_flow && c < 0x80 && str_find_byte(S(",[]{}?"), (char)c) >= 0))
            return false;
        before = c;
    }
    return true;
}

void yaml_quote(struct strbuf *out, struct str s, bool in_flow)
{
    if (is_plain(s, in_flow)) {
        strbuf_add(out, s);
        return;
    }
    strbuf_add_byte(out, '"');
    for (ptrdiff_t at = 0; at < s.len;) {
        int32_t c = utf8_next(s, &at);
        if (!needs_escape(c))
            strbuf_add_char(out, c);
        else if (c == '"' || c == '\\')
            strbuf_addf(out, "\\%c", (char)c);
        else if (c == '\n' || c == '\t')
            strbuf_add(out, c == '\n' ? S("\\n") : S("\\t"));
        else
            strbuf_addf(out, c < 0x100 ? "\\x%02X" : "\\u%04X", (unsigned)c);
    }
    strbuf_add_byte(out, '"');
}
