#include "script/ssml.h"

#include <string.h>

#include "base/text.h"
#include "script/escape.h"
#include "speak/limits.h"
#include "script/pauses.h"

struct reader {
    struct arena *a;
    const struct source *source;
    struct diag *d;
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

/* A quoted value with its references read, on one line. */
static struct str unquote(struct arena *a, struct str raw)
{
    struct strbuf b = {.arena = a};
    for (ptrdiff_t at = 0; at < raw.len;) {
        int32_t c = raw.ptr[at] == '&' ? escape_read_reference(raw, &at) : -1;
        strbuf_add_char(&b, c >= 0 ? c : utf8_next(raw, &at));
    }
    return text_fold_spaces(a, text_added(a, strbuf_str(&b))).str;
}

/* Reads `name = "value"`; false at the end of the tag, or when it is wrong. */
static bool read_attribute(struct reader *r, struct str *name, struct str *value)
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
    *value = unquote(r->a, str_slice(s, r->at + 1, close - s.ptr));
    r->at = close - s.ptr + 1;
    return true;
}

/* "1.5s", "250ms" in ms; -1 when it is none. */
static int read_time(struct str s)
{
    int64_t ms = 0, unit = 0, digits = 0, i = 0;
    bool milliseconds = str_ends(s, S("ms"));
    if (!milliseconds && !str_ends(s, S("s")))
        return -1;
    s = str_slice(s, 0, s.len - (milliseconds ? 2 : 1));
    for (unit = milliseconds ? 1000000 : 1000000000; i < s.len && s.ptr[i] != '.'; i++) {
        if (s.ptr[i] < '0' || s.ptr[i] > '9' || ++digits > 6)
            return -1;
        ms = ms * 10 + (s.ptr[i] - '0');
    }
    ms *= unit; /* millionths of a millisecond, so that any fraction is exact enough */
    for (i++; i < s.len; i++, digits++) {
        if (s.ptr[i] < '0' || s.ptr[i] > '9')
            return -1;
        unit /= 10;
        ms += unit * (s.ptr[i] - '0');
    }
    ms = (ms + 500000) / 1000000;
    return digits && ms <= PAUSE_MOST_MS ? (int)ms : -1;
}

static const struct {
    const char *name;
    int ms;
} strengths[] = {
    {"none", 0},
    {"x-weak", PAUSE_CLAUSE_MS / 2},
    {"weak", PAUSE_CLAUSE_MS},
    {"medium", PAUSE_SENTENCE_MS},
    {"strong", PAUSE_PARAGRAPH_MS},
    {"x-strong", PAUSE_CHAPTER_MS},
};

static int read_strength(struct str s)
{
    for (size_t i = 0; i < sizeof strengths / sizeof *strengths; i++)
        if (str_eq(s, str_from(strengths[i].name)))
            return strengths[i].ms;
    return -1;
}

static void read_break(struct reader *r)
{
    struct str name, value;
    bool timed = false;
    r->tag.pause_ms =
        PAUSE_SENTENCE_MS; /* SSML 1.1 section 3.2.3: without attributes, medium */
    while (read_attribute(r, &name, &value)) {
        bool time = str_eq(name, S("time"));
        int ms = time ? read_time(value) : read_strength(value);
        if (!time && !str_eq(name, S("strength")))
            refuse(r, r->attribute, "tag-attribute", NULL,
                   "<break> has only 'time' and 'strength'");
        else if (ms < 0)
            refuse(r, r->attribute, "break-time",
                   time ? "write seconds or milliseconds: 1.5s, 250ms; at most 60s"
                        : "one of none, x-weak, weak, medium, strong, x-strong",
                   time ? "this is no time" : "unknown strength");
        else if (time || !timed)
            r->tag.pause_ms = ms;
        timed = timed || time;
    }
}

static void read_sub(struct reader *r)
{
    struct str name, value;
    bool given = false;
    while (read_attribute(r, &name, &value)) {
        given = true;
        if (!str_eq(name, S("alias")))
            refuse(r, r->attribute, "tag-attribute", NULL, "<sub> has only 'alias'");
        else if (value.len > SSML_ALIAS_BYTES_MOST)
            refuse(r, r->attribute, "sub-alias", "at most 300 bytes",
                   "the alias is too long");
        else if (speech_at(value) < 0)
            refuse(
                r, r->attribute, "sub-alias",
                "to leave words out, put them into a comment: <!-- not spoken: ... -->",
                "there is nothing to say in this alias");
        else
            r->tag.alias = value;
    }
    if (!given && !r->tag.wrong)
        refuse(r, r->tag.place.begin, "sub-alias", "write <sub alias=\"...\">",
               "<sub> needs an alias");
}

/* The element's name, and which it is. */
static void read_kind(struct reader *r, bool closing)
{
    struct str name = read_name(r);
    if (str_eq(name, S("break")) && !closing)
        r->tag.kind = SSML_BREAK;
    else if (str_eq(name, S("sub")))
        r->tag.kind = closing ? SSML_SUB_END : SSML_SUB;
    r->tag.wrong = r->tag.kind == SSML_UNKNOWN;
    if (r->tag.wrong)
        diag_error(r->d, r->tag.place, "tag-unknown",
                   "a script knows <break> and <sub>; a plain '<' is written \\<",
                   "unknown tag <%s%.*s>", closing ? "/" : "",
                   STR_ARGS(str_slice(name, 0, 40)));
}

struct ssml_tag ssml_read(struct arena *a, const struct source *s, ptrdiff_t begin,
                          ptrdiff_t end, struct diag *d)
{
    struct reader r = {.a = a, .source = s, .d = d};
    ptrdiff_t close = find_end(s->bytes, begin + 1, end);
    r.tag.place = place_of(s, begin, close < 0 ? begin + 1 : close + 1);
    if (close < 0) {
        diag_error(d, r.tag.place, "tag-unclosed",
                   "end it with '>'; a plain '<' is written \\<", "this tag has no end");
        r.tag.wrong = true;
        return r.tag;
    }
    bool closing = s->bytes.ptr[begin + 1] == '/';
    bool empty = !closing && s->bytes.ptr[close - 1] == '/' && close - 1 > begin;
    r.at = begin + 1 + closing;
    r.end = close - empty;
    read_kind(&r, closing);
    if (r.tag.kind == SSML_BREAK)
        read_break(&r);
    else if (r.tag.kind == SSML_SUB && !empty)
        read_sub(&r);
    if (r.tag.kind == SSML_SUB && empty) {
        refuse(&r, begin, "sub-alias", "write <sub alias=\"as spoken\">as written</sub>",
               "<sub> must hold the words it stands for");
        r.tag.kind = SSML_UNKNOWN;
    }
    return r.tag;
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

void ssml_print_sub_end(struct strbuf *out)
{
    strbuf_add(out, S("</sub>"));
}
