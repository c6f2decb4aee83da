#include "script/front_matter.h"

#include "base/yaml.h"
#include "script/escape.h"
#include "transcript/metadata.h"

/* ---- finding ---- */

/* Behind the line that begins at `at`. */
static ptrdiff_t next_line(struct str s, ptrdiff_t at)
{
    while (at < s.len && s.ptr[at] != '\n' && s.ptr[at] != '\r')
        at++;
    at += at + 1 < s.len && s.ptr[at] == '\r' && s.ptr[at + 1] == '\n';
    return at < s.len ? at + 1 : at;
}

bool front_matter_find(struct front_matter *out, const struct source *s)
{
    ptrdiff_t last = metadata_last_line(s, 1);
    if (!last)
        return false;
    out->begin = s->line_starts[1];
    out->end = s->line_starts[last - 1];
    out->body = last < s->line_count ? s->line_starts[last] : s->bytes.len;
    return true;
}

/* ---- reading ---- */

struct reader {
    struct script *s;
    struct arena *a;
    struct diag *d;
    bool wrong;
};

static void refuse(struct reader *r, struct place place, const char *hint,
                   const char *what)
{
    diag_error(r->d, place, "front-matter", hint, "%s", what);
    r->wrong = true;
}

static bool is_null(const struct yaml_node *n)
{
    return n->kind == YAML_SCALAR && n->plain &&
           (!n->text.str.len || str_eq(n->text.str, S("~")) ||
            str_eq(n->text.str, S("null")));
}

static struct str read_string(struct reader *r, const struct yaml_node *n)
{
    if (n->kind == YAML_SCALAR)
        return is_null(n) ? S("") : n->text.str;
    refuse(r, n->place, "quote it if it holds ':' or begins with a bracket",
           "this must be a string");
    return S("");
}

enum { VOICES_MOST = 100 }; /* of one speaker */

/* A voice, or a list of voices. */
static void read_voices(struct reader *r, struct cast_entry *e, const struct yaml_node *n)
{
    bool list = n->kind == YAML_SEQUENCE;
    ptrdiff_t count = list ? n->count : !is_null(n);
    if (count > VOICES_MOST) {
        refuse(r, n->place, "at most 100", "too many voices for one speaker");
        return;
    }
    struct str *voices = arena_array(r->a, struct str, count);
    for (ptrdiff_t i = 0; i < count; i++)
        voices[i] = read_string(r, list ? n->items[i] : n);
    e->voices = voices;
    e->voice_count = count;
    e->anonymous = list;
    e->place = n->place;
}

static void read_entry(struct reader *r, struct cast_entry *e, const struct yaml_node *n)
{
    e->place = n->place;
    if (n->kind != YAML_MAPPING) {
        read_voices(r, e, n);
        return;
    }
    for (ptrdiff_t i = 0; i < n->count; i++) {
        struct str key = yaml_key(n, i);
        const struct yaml_node *value = yaml_value(n, i);
        if (str_eq(key, S("voice")))
            read_voices(r, e, value);
        else if (str_eq(key, S("say")))
            e->say = text_fold_spaces(r->a, text_added(r->a, read_string(r, value))).str;
        else
            diag_warning(r->d, n->items[2 * i]->place, "front-matter-key",
                         "an entry of the cast has 'voice' and 'say'",
                         "unknown key '%.*s'", STR_ARGS(key));
    }
}

/* The comment behind a value, on its last line. */
static struct str comment_behind(struct str s, ptrdiff_t at)
{
    while (at < s.len && (s.ptr[at] == ' ' || s.ptr[at] == '\t'))
        at++;
    if (at >= s.len || s.ptr[at] != '#')
        return S("");
    return str_trim(str_slice(s, at + 1, next_line(s, at)));
}

static void read_cast(struct reader *r, const struct yaml_node *n)
{
    struct script *s = r->s;
    if (n->kind != YAML_MAPPING) {
        if (!is_null(n))
            refuse(r, n->place, "one line a speaker: 'Name: voice'",
                   "the cast must be a mapping");
        return;
    }
    for (ptrdiff_t i = 0; i < n->count; i++) {
        const struct yaml_node *value = yaml_value(n, i);
        struct str name = text_fold_spaces(r->a, text_added(r->a, yaml_key(n, i))).str;
        if (!name.len) {
            refuse(r, n->items[2 * i]->place, NULL, "a speaker without a name");
            continue;
        }
        struct cast_entry *e = arena_push(r->a, s->cast, s->cast_count, s->cast_capacity);
        *e = (struct cast_entry){.speaker = name};
        read_entry(r, e, value);
        e->why = comment_behind(s->source->bytes, value->place.end);
    }
}

/* A file's name, or a list of them. */
static void read_lexicons(struct reader *r, const struct yaml_node *n)
{
    bool list = n->kind == YAML_SEQUENCE;
    ptrdiff_t count = list ? n->count : !is_null(n);
    if (count > SCRIPT_LEXICONS_MOST) {
        refuse(r, n->place, "at most 100", "too many lexicons");
        return;
    }
    struct script_file *files = arena_array(r->a, struct script_file, count);
    for (ptrdiff_t i = 0; i < count; i++) {
        const struct yaml_node *name = list ? n->items[i] : n;
        files[i] = (struct script_file){read_string(r, name), name->place};
    }
    r->s->lexicons = files;
    r->s->lexicon_count = count;
}

static void read_version(struct reader *r, const struct yaml_node *n)
{
    if (n->kind != YAML_SCALAR || !str_eq(n->text.str, S("1")))
        refuse(r, n->place, NULL, "this program reads scripts of version 1 only");
}

enum bc_status front_matter_read(struct script *s, struct arena *a,
                                 const struct front_matter *f, struct diag *d)
{
    struct reader r = {s, a, d, false};
    const struct yaml_node *root;
    enum bc_status status = yaml_parse(&root, a, s->source, f->begin, f->end, d);
    if (status != BC_OK || !root)
        return status;
    if (root->kind != YAML_MAPPING) {
        refuse(&r, root->place, NULL, "the front matter must be lines of 'key: value'");
        return BC_EINPUT;
    }
    struct {
        const char *key;
        struct str *value;
    } strings[] = {
        {"title", &s->title},
        {"date", &s->date},
        {"source", &s->origin},
        {"language", &s->language},
        {"description", &s->description},
    };
    enum { STRINGS = sizeof strings / sizeof *strings };
    for (ptrdiff_t i = 0; i < root->count; i++) {
        struct str key = yaml_key(root, i);
        const struct yaml_node *value = yaml_value(root, i);
        size_t k = 0;
        while (k < STRINGS && !str_eq(key, str_from(strings[k].key)))
            k++;
        if (k < STRINGS)
            *strings[k].value = read_string(&r, value);
        if (str_eq(key, S("language")))
            s->language_place = value->place;
        if (k < STRINGS)
            continue;
        if (str_eq(key, S("cast")))
            read_cast(&r, value);
        else if (str_eq(key, S("lexicon")))
            read_lexicons(&r, value);
        else if (str_eq(key, S("briefcast")))
            read_version(&r, value);
        else
            diag_warning(
                d, root->items[2 * i]->place, "front-matter-key",
                "title, date, language, description, source, lexicon, briefcast, cast",
                "unknown key '%.*s'", STR_ARGS(key));
    }
    return r.wrong ? BC_EINPUT : BC_OK;
}

/* ---- printing ---- */

static void print_string(struct strbuf *out, const char *key, struct str value)
{
    if (!value.len)
        return;
    strbuf_addf(out, "%s: ", key);
    yaml_quote(out, value, false);
    strbuf_add_byte(out, '\n');
}

static void print_voices(struct strbuf *out, const struct cast_entry *e, bool in_flow)
{
    bool list = e->anonymous || e->voice_count > 1;
    strbuf_add(out, list ? S("[") : S(""));
    for (ptrdiff_t i = 0; i < e->voice_count; i++) {
        strbuf_add(out, i ? S(", ") : S(""));
        yaml_quote(out, e->voices[i], in_flow || list);
    }
    strbuf_add(out, list ? S("]") : S(""));
}

/* A comment of one line, without what a YAML stream may not hold. */
static void print_comment(struct strbuf *out, struct str s)
{
    struct arena scratch = {0};
    struct str line = text_fold_spaces(&scratch, text_added(&scratch, s)).str;
    strbuf_add(out, line.len ? S("  # ") : S(""));
    for (ptrdiff_t at = 0; at < line.len;) {
        int32_t c = utf8_next(line, &at);
        bool hidden = escape_is_hidden(c) || c == 0xFFFE || c == 0xFFFF;
        strbuf_add_char(out, hidden ? '?' : c);
    }
    arena_clear(&scratch);
}

enum { KEY_BYTES_MOST = 512 /* libyaml: 1024 characters */ };

void front_matter_print_entry(struct strbuf *out, const struct cast_entry *e)
{
    struct arena scratch = {0};
    struct strbuf key = {.arena = &scratch};
    yaml_quote(&key, e->speaker, false);
    bool explicit_key = key.len > KEY_BYTES_MOST, voices = e->voice_count || e->anonymous;
    strbuf_add(out, explicit_key ? S("  ? ") : S("  "));
    strbuf_add(out, strbuf_str(&key));
    strbuf_add(out, explicit_key ? S("\n  : ") : S(": "));
    if (e->say.len || !voices) {
        strbuf_add_byte(out, '{');
        strbuf_add(out, voices ? S("voice: ") : S(""));
        print_voices(out, e, true);
        strbuf_add(out, voices && e->say.len ? S(", ") : S(""));
        if (e->say.len) {
            strbuf_add(out, S("say: "));
            yaml_quote(out, e->say, true);
        }
        strbuf_add_byte(out, '}');
    } else {
        print_voices(out, e, false);
    }
    print_comment(out, e->why);
    strbuf_add_byte(out, '\n');
    arena_clear(&scratch);
}

static void print_lexicons(struct strbuf *out, const struct script *s)
{
    strbuf_add(out, s->lexicon_count ? S("lexicon: [") : S(""));
    for (ptrdiff_t i = 0; i < s->lexicon_count; i++) {
        strbuf_add(out, i ? S(", ") : S(""));
        yaml_quote(out, s->lexicons[i].path, true);
    }
    strbuf_add(out, s->lexicon_count ? S("]\n") : S(""));
}

void front_matter_print_top(struct strbuf *out, const struct script *s)
{
    strbuf_add(out, S("---\n"));
    print_string(out, "title", s->title);
    print_string(out, "date", s->date);
    print_string(out, "language", s->language);
    print_string(out, "description", s->description);
    print_string(out, "source", s->origin);
    print_lexicons(out, s);
    strbuf_add(out, S("briefcast: 1\n"));
    if (s->cast_count)
        strbuf_add(out, S("cast:\n"));
}

void front_matter_print_end(struct strbuf *out)
{
    strbuf_add(out, S("---\n"));
}
