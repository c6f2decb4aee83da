#include "script/ssml.h"

#include <string.h>

#include "base/text.h"
#include "base/unicode.h"
#include "script/escape.h"
#include "script/ssml_attributes.h"
#include "speak/limits.h"
#include "speak/pronunciation.h"
#include "speak/say_as.h"

struct reader {
    struct arena *a;
    const struct source *source;
    struct diag *d;
    bool xml;
    ptrdiff_t at, end;   /* of what is still to be read; `end` at the '>' or "/>" */
    ptrdiff_t attribute; /* where the last one began */
    struct ssml_tag tag;
};

static bool is_name(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           c == '-' || c == ':' || c == '_' || c == '.';
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

static struct str read_name(struct reader *r)
{
    ptrdiff_t begin = r->at;
    while (r->at < r->end && is_name(r->source->bytes.ptr[r->at]))
        r->at++;
    return str_slice(r->source->bytes, begin, r->at);
}

/* The '>' that ends the tag, quoted values apart; -1 when there is none. */
static ptrdiff_t find_end(struct str s, ptrdiff_t begin, ptrdiff_t end)
{
    char quote = 0;
    end = end - begin > SSML_TAG_BYTES_MOST ? begin + SSML_TAG_BYTES_MOST : end;
    for (ptrdiff_t i = begin; i < end; i++) {
        char c = s.ptr[i];
        if (quote)
            quote = c == quote ? 0 : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '>')
            return i;
        else if (c == '<')
            break;
    }
    return -1;
}

static void refuse(struct reader *r, ptrdiff_t begin, const char *code, const char *hint,
                   const char *what)
{
    diag_error(r->d, place_of(r->source, begin, r->tag.place.end), code, hint, "%s",
               what);
    r->tag.wrong = true;
}

/* The quoted value [begin, end) with its references read, on one line. */
static struct text unquote(struct reader *r, ptrdiff_t begin, ptrdiff_t end)
{
    struct textbuf b = {.arena = r->a, .source = r->source};
    struct str s = str_slice(r->source->bytes, 0, end);
    for (ptrdiff_t at = begin, here = begin; at < end; here = at) {
        char bytes[4];
        int32_t c = s.ptr[at] == '&' ? escape_read_reference(s, &at) : -1;
        if (c >= 0)
            textbuf_replace(&b, (struct str){bytes, utf8_encode(c, bytes)}, here, at);
        else
            textbuf_verbatim(&b, here, ++at);
    }
    return text_fold_spaces(r->a, textbuf_done(&b));
}

/* Reads `name = "value"`; false at the end of the tag, or when it is wrong. */
static bool read_attribute(struct reader *r, struct str *name, struct text *value)
{
    struct str s = r->source->bytes;
    while (r->at < r->end && is_blank(s.ptr[r->at]))
        r->at++;
    if (r->at >= r->end)
        return false;
    r->attribute = r->at;
    *name = read_name(r);
    while (r->at < r->end && is_blank(s.ptr[r->at]))
        r->at++;
    bool equals = r->at < r->end && s.ptr[r->at] == '=';
    r->at += equals;
    while (r->at < r->end && is_blank(s.ptr[r->at]))
        r->at++;
    char quote = r->at < r->end ? s.ptr[r->at] : 0;
    const char *close =
        equals && (quote == '"' || quote == '\'')
            ? memchr(s.ptr + r->at + 1, quote, (size_t)(r->end - r->at - 1))
            : NULL;
    if (!name->len || !close) {
        refuse(r, r->attribute, "tag-attribute", "write it as name=\"value\"",
               "this is no attribute with a value");
        return false;
    }
    *value = unquote(r, r->at + 1, close - s.ptr);
    r->at = close - s.ptr + 1;
    return true;
}

/* What stands between <x> and </x>. */
enum content {
    NOTHING,
    WORDS,     /* at least one, and no elements */
    ANY_WORDS, /* or none */
    ANYTHING,  /* words and elements: it is about how they are said */
};

static const struct {
    enum ssml_element element;
    const char *name;
    enum content content;
} elements[] = {
    {SSML_BREAK, "break", NOTHING},
    {SSML_SUB, "sub", WORDS},
    {SSML_PROSODY, "prosody", ANYTHING},
    {SSML_EMPHASIS, "emphasis", ANYTHING},
    {SSML_LANG, "lang", ANYTHING},
    {SSML_VOICE, "voice", ANYTHING},
    {SSML_PHONEME, "phoneme", WORDS},
    {SSML_SAY_AS, "say-as", WORDS},
    {SSML_MARK, "mark", NOTHING},
    {SSML_AUDIO, "audio", ANY_WORDS},
    {SSML_DESC, "desc", ANY_WORDS},
    {SSML_TOKEN, "token", ANYTHING},
    {SSML_W, "w", ANYTHING},
};
enum { ELEMENTS = sizeof elements / sizeof *elements };

static int row_of(enum ssml_element e)
{
    int i = 0;
    while (i < ELEMENTS - 1 && elements[i].element != e)
        i++;
    return i;
}

const char *ssml_name(enum ssml_element e)
{
    return e == SSML_NONE ? "" : elements[row_of(e)].name;
}

enum ssml_element ssml_element_named(struct str name)
{
    for (int i = 0; i < ELEMENTS; i++)
        if (str_eq(name, str_from(elements[i].name)))
            return elements[i].element;
    return SSML_NONE;
}

bool ssml_holds(enum ssml_element e)
{
    return elements[row_of(e)].content != NOTHING;
}

bool ssml_nests(enum ssml_element e)
{
    return elements[row_of(e)].content == ANYTHING;
}

bool ssml_is_point(enum ssml_element e)
{
    return e == SSML_BREAK || e == SSML_MARK || e == SSML_AUDIO;
}

bool ssml_may_stand_in(enum ssml_element e, enum ssml_element around)
{
    return e == SSML_DESC ? around == SSML_AUDIO
                          : around == SSML_NONE || ssml_nests(around);
}

/* ---- attributes ---- */

static const struct ssml_attribute *find_attribute(enum ssml_element e, struct str name)
{
    for (const struct ssml_attribute *t = ssml_attributes; t->name; t++)
        if (t->element == e && str_eq(name, str_from(t->name)))
            return t;
    return NULL;
}

static void list_attributes(struct strbuf *out, enum ssml_element e)
{
    for (const struct ssml_attribute *t = ssml_attributes; t->name; t++)
        if (t->element == e)
            strbuf_addf(out, "%s'%s'", out->len ? ", " : "it has ", t->name);
}

static void refuse_attribute(struct reader *r, struct str name)
{
    struct strbuf hint = {.arena = r->a};
    list_attributes(&hint, r->tag.element);
    struct str what =
        str_format(r->a, "<%s> has no attribute '%.*s'", ssml_name(r->tag.element),
                   STR_ARGS(str_slice(name, 0, 40)));
    refuse(r, r->attribute, "tag-attribute",
           hint.len ? str_z(r->a, strbuf_str(&hint)) : NULL, str_z(r->a, what));
}

static void keep_attribute(struct reader *r, struct strbuf *kept, struct str name,
                           struct str value)
{
    strbuf_addf(kept, " %.*s=\"", STR_ARGS(name));
    escape_print(kept, value, 0, value.len, ESCAPE_VALUE, false);
    strbuf_add_byte(kept, '"');
    r->tag.attributes = strbuf_str(kept);
}

static const char *values_of(struct reader *r, const struct ssml_attribute *t)
{
    return t->values ? t->values
                     : str_z(r->a, str_format(r->a, "one of %.*s",
                                              STR_ARGS(say_as_kinds(r->a))));
}

/* All that the element has; each but once, as XML has it. */
static void read_attributes(struct reader *r)
{
    struct str name;
    struct text value;
    struct strbuf kept = {.arena = r->a};
    unsigned given = 0; /* bits, by the row in the table */
    enum ssml_element e = r->tag.element;
    while (read_attribute(r, &name, &value)) {
        const struct ssml_attribute *t = find_attribute(e, name);
        if (!t) {
            refuse_attribute(r, name);
            continue;
        }
        unsigned bit = 1u << (t - ssml_attributes);
        if (given & bit)
            refuse(r, r->attribute, "tag-attribute", "drop one of them",
                   "it is given twice");
        given |= bit;
        if (!t->take(&r->tag, value))
            refuse(r, r->attribute, t->code, values_of(r, t),
                   str_z(r->a, str_format(r->a, "<%s> cannot have this %s", ssml_name(e),
                                          t->name)));
        keep_attribute(r, &kept, name, value.str);
    }
    for (const struct ssml_attribute *t = ssml_attributes; t->name; t++)
        if (t->element == e && t->needed && !(given & 1u << (t - ssml_attributes)) &&
            !r->tag.wrong)
            refuse(
                r, r->tag.place.begin, t->code,
                str_z(r->a,
                      str_format(r->a, "write <%s %s=\"...\">", ssml_name(e), t->name)),
                str_z(r->a, str_format(r->a, "<%s> needs '%s'", ssml_name(e), t->name)));
}

struct ssml_tag ssml_language(struct arena *a, struct str tag, struct place place,
                              struct diag *d)
{
    const struct ssml_attribute *t = find_attribute(SSML_LANG, S("xml:lang"));
    struct reader r = {.a = a, .source = place.source, .d = d, .attribute = place.begin};
    struct strbuf kept = {.arena = a};
    r.tag = (struct ssml_tag){.element = SSML_LANG, .place = place};
    tag = str_copy(a, tag);
    if (!t->take(&r.tag, (struct text){.str = tag}))
        refuse(&r, place.begin, t->code, t->values, "this is no language");
    keep_attribute(&r, &kept, S("xml:lang"), tag);
    r.tag.place.end = r.tag.place.begin; /* its bytes are the other element's */
    return r.tag;
}

/* ---- tags ---- */

/* The element's name, and which it is. */
static void read_element(struct reader *r)
{
    struct str name = read_name(r), known[ELEMENTS];
    for (int i = 0; i < ELEMENTS; i++) {
        known[i] = str_from(elements[i].name);
        if (str_eq(name, known[i]) && (elements[i].content != NOTHING || !r->tag.closing))
            r->tag.element = elements[i].element;
    }
    r->tag.wrong = r->tag.element == SSML_NONE;
    if (!r->tag.wrong)
        return;
    struct str near = diag_nearest(name, known, ELEMENTS);
    bool mistyped = near.len && !str_eq(near, name);
    struct strbuf hint = {.arena = r->a};
    strbuf_add(&hint, mistyped ? S("did you mean ")
                      : r->xml ? S("here are known <p>, <s>, ")
                               : S("a script knows "));
    for (int i = 0; i < ELEMENTS; i++)
        if (!mistyped || str_eq(known[i], near))
            strbuf_addf(&hint, "%s<%s>", !mistyped && i ? ", " : "", elements[i].name);
    strbuf_add(&hint, mistyped ? S("?")
                      : r->xml ? S("")
                               : S("; a plain '<' is written \\<"));
    diag_error(r->d, r->tag.place, "tag-unknown", str_z(r->a, strbuf_str(&hint)),
               "unknown tag <%s%.*s>", r->tag.closing ? "/" : "",
               STR_ARGS(str_slice(name, 0, 40)));
}

static void check_content(struct reader *r)
{
    enum content content = elements[row_of(r->tag.element)].content;
    if ((content == WORDS || content == ANYTHING) && r->tag.empty) {
        refuse(
            r, r->tag.place.begin, "tag-empty",
            str_z(r->a, str_format(r->a, "write <%s ...>words</%s>",
                                   ssml_name(r->tag.element), ssml_name(r->tag.element))),
            "this element must hold the words it is about");
        r->tag.element = SSML_NONE;
    }
}

/* A tag without an end, or `far` from its begin. */
static void refuse_endless(struct reader *r, bool far)
{
    static const char hint[] = "end it with '>'; a plain '<' is written \\<";
    r->tag.wrong = true;
    if (r->xml)
        diag_error(r->d, r->tag.place, "tag-long", "shorten the values of its attributes",
                   "this tag is longer than %d bytes", SSML_TAG_BYTES_MOST);
    else if (far)
        diag_error(r->d, r->tag.place, "tag-unclosed", hint,
                   "this tag has no end within %d bytes", SSML_TAG_BYTES_MOST);
    else
        diag_error(r->d, r->tag.place, "tag-unclosed", hint, "this tag has no end");
}

struct ssml_tag ssml_read(struct arena *a, const struct source *s, ptrdiff_t begin,
                          ptrdiff_t end, bool xml, struct diag *d)
{
    struct reader r = {.a = a, .source = s, .d = d, .xml = xml};
    ptrdiff_t close = find_end(s->bytes, begin + 1, end);
    r.tag.place = place_of(s, begin, close < 0 ? begin + 1 : close + 1);
    if (close < 0) {
        refuse_endless(&r, end - begin > SSML_TAG_BYTES_MOST);
        return r.tag;
    }
    r.tag.closing = s->bytes.ptr[begin + 1] == '/';
    r.tag.empty = !r.tag.closing && s->bytes.ptr[close - 1] == '/' && close - 1 > begin;
    r.at = begin + 1 + r.tag.closing;
    r.end = close - r.tag.empty;
    read_element(&r);
    if (r.tag.element == SSML_NONE || r.tag.closing)
        return r.tag;
    ssml_set_defaults(&r.tag);
    read_attributes(&r);
    if (r.tag.element == SSML_SAY_AS && !r.tag.wrong &&
        !say_as_is_format(r.tag.kind, r.tag.format))
        refuse(&r, begin, "say-as",
               "of a date: mdy, dmy, ymd, md, dm, ym, my, d, m or y; others need none",
               "<say-as> cannot have this format");
    check_content(&r);
    return r.tag;
}

/* ---- what is said for what they hold ---- */

static bool say_as_told(struct str *out, struct arena *a, const struct ssml_tag *tag,
                        struct str words, struct str before, struct str language,
                        struct diag *d)
{
    struct strbuf b = {.arena = a};
    if (!say_as(&b, words, before, tag->kind, tag->format, language) ||
        speech_at(strbuf_str(&b)) < 0) {
        diag_error(d, tag->place, "say-as",
                   "say it in words: <sub alias=\"...\">, or leave the element out",
                   "'%.*s' cannot be read as %.*s%s%.*s",
                   STR_ARGS(str_slice(words, 0, 40)), STR_ARGS(tag->kind),
                   tag->format.len ? " in the format " : "", STR_ARGS(tag->format));
        return false;
    }
    *out = strbuf_str(&b);
    return true;
}

bool ssml_say(struct str *out, struct arena *a, const struct ssml_tag *tag,
              struct str words, struct str before, struct str language, struct diag *d)
{
    *out = tag->alias;
    if (tag->element == SSML_SAY_AS)
        return say_as_told(out, a, tag, words, before, language, d);
    if (tag->element == SSML_PHONEME && tag->mnemonics)
        return pronunciation_of_mnemonics(out, a, tag->pronunciation, "phoneme", d);
    if (tag->element == SSML_PHONEME)
        return pronunciation_of_ipa(out, a, language_primary(language),
                                    tag->pronunciation, "phoneme", d);
    return true;
}

void ssml_print_break(struct strbuf *out, int pause_ms)
{
    bool seconds = pause_ms % 1000 == 0;
    strbuf_addf(out, "<break time=\"%d%s\"/>", seconds ? pause_ms / 1000 : pause_ms,
                seconds ? "s" : "ms");
}

void ssml_print_sub(struct strbuf *out, struct str alias)
{
    strbuf_add(out, S("<sub alias=\""));
    escape_print(out, alias, 0, alias.len, ESCAPE_VALUE, false);
    strbuf_add(out, S("\">"));
}

void ssml_print_open(struct strbuf *out, enum ssml_element e, struct str attributes)
{
    strbuf_addf(out, "<%s%.*s>", ssml_name(e), STR_ARGS(attributes));
}

void ssml_print_sound(struct strbuf *out, const struct sound *sound,
                      struct str attributes)
{
    if (!sound->description.len && !sound->alternate.len) {
        ssml_print_empty(out, SSML_AUDIO, attributes);
        return;
    }
    ssml_print_open(out, SSML_AUDIO, attributes);
    if (sound->description.len) {
        ssml_print_open(out, SSML_DESC, S(""));
        escape_print(out, sound->description, 0, sound->description.len, ESCAPE_TEXT,
                     false);
        ssml_print_close(out, SSML_DESC);
    }
    escape_print(out, sound->alternate, 0, sound->alternate.len, ESCAPE_TEXT, false);
    ssml_print_close(out, SSML_AUDIO);
}

void ssml_print_empty(struct strbuf *out, enum ssml_element e, struct str attributes)
{
    strbuf_addf(out, "<%s%.*s/>", ssml_name(e), STR_ARGS(attributes));
}

void ssml_print_close(struct strbuf *out, enum ssml_element e)
{
    strbuf_addf(out, "</%s>", ssml_name(e));
}
