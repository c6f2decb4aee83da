#include "transcript/json_walk.h"

#include <string.h>

enum wanted { WANT_VALUE, WANT_VALUE_OR_CLOSE, WANT_KEY, WANT_KEY_OR_CLOSE, WANT_MORE };

struct json_walk json_walk_of(const struct source *s)
{
    return (struct json_walk){.source = s, .at = s->text_begin, .wants = WANT_VALUE};
}

static enum json_event refuse(struct json_walk *w, struct diag *d, ptrdiff_t begin,
                              ptrdiff_t end, const char *message)
{
    if (d)
        diag_error(d, place_of(w->source, begin, end), "json-syntax",
                   "--from text reads it as it stands", "%s", message);
    w->at = w->source->bytes.len;
    return JSON_WALK_WRONG;
}

static int peek(struct json_walk *w)
{
    struct str s = w->source->bytes;
    while (w->at < s.len && strchr(" \t\r\n", s.ptr[w->at]) && s.ptr[w->at])
        w->at++;
    return w->at < s.len ? (unsigned char)s.ptr[w->at] : -1;
}

/* A string at the quote w->at: its content; false when it does not end. */
static bool take_string(struct json_walk *w, ptrdiff_t *begin, ptrdiff_t *end)
{
    struct str s = w->source->bytes;
    ptrdiff_t at = *begin = w->at + 1;
    for (; at < s.len && s.ptr[at] != '"'; at++)
        at += s.ptr[at] == '\\';
    if (at >= s.len)
        return false;
    *end = at;
    w->at = at + 1;
    return true;
}

static enum json_event take_scalar(struct json_walk *w, struct diag *d, int c)
{
    struct str s = w->source->bytes;
    ptrdiff_t begin = w->at;
    w->is_string = c == '"';
    if (w->is_string) {
        if (!take_string(w, &w->begin, &w->end))
            return refuse(w, d, begin, begin + 1, "this string does not end");
    } else {
        while (w->at < s.len &&
               ((s.ptr[w->at] >= '0' && s.ptr[w->at] <= '9') ||
                (s.ptr[w->at] >= 'a' && s.ptr[w->at] <= 'z') || s.ptr[w->at] == '-' ||
                s.ptr[w->at] == '+' || s.ptr[w->at] == '.' || s.ptr[w->at] == 'E'))
            w->at++;
        w->begin = begin;
        w->end = w->at;
        struct str word = str_slice(s, begin, w->at);
        double number;
        if (!str_eq(word, S("true")) && !str_eq(word, S("false")) &&
            !str_eq(word, S("null")) && !str_to_double(word, &number))
            return refuse(w, d, begin, w->at > begin ? w->at : begin + 1,
                          "a value is expected here");
    }
    w->depth = w->open;
    w->wants = WANT_MORE;
    return JSON_WALK_SCALAR;
}

static enum json_event open_one(struct json_walk *w, struct diag *d, bool object)
{
    w->begin = w->at++;
    w->end = w->at;
    if (w->open >= JSON_DEPTH_MOST)
        return refuse(w, d, w->begin, w->end, "objects and arrays are nested too deep");
    w->depth = w->open;
    w->keys[w->open] = w->key;
    w->objects[++w->open] = object;
    w->wants = object ? WANT_KEY_OR_CLOSE : WANT_VALUE_OR_CLOSE;
    return JSON_WALK_OPEN;
}

static enum json_event close_one(struct json_walk *w)
{
    w->begin = w->at++;
    w->end = w->at;
    w->depth = --w->open;
    w->key = w->keys[w->depth];
    w->wants = WANT_MORE;
    return JSON_WALK_CLOSE;
}

static enum json_event take_value(struct json_walk *w, struct diag *d, int c)
{
    if (c == '{' || c == '[')
        return open_one(w, d, c == '{');
    return take_scalar(w, d, c);
}

enum json_event json_walk_next(struct json_walk *w, struct diag *d)
{
    for (;;) {
        int c = peek(w);
        bool object = w->open && w->objects[w->open];
        if (w->wants == WANT_MORE) {
            if (!w->open)
                return c < 0 ? JSON_WALK_END
                             : refuse(w, d, w->at, w->at + 1,
                                      "something stands behind the end");
            if (c == (object ? '}' : ']'))
                return close_one(w);
            if (c != ',')
                return refuse(w, d, w->at, w->at + 1,
                              object ? "',' or '}' is expected here"
                                     : "',' or ']' is expected here");
            w->at++;
            w->wants = object ? WANT_KEY : WANT_VALUE;
            continue;
        }
        if ((w->wants == WANT_KEY_OR_CLOSE && c == '}') ||
            (w->wants == WANT_VALUE_OR_CLOSE && c == ']'))
            return close_one(w);
        if (c < 0)
            return refuse(w, d, w->at, w->at, "the file ends in the middle");
        if (w->wants == WANT_VALUE || w->wants == WANT_VALUE_OR_CLOSE) {
            if (!object)
                w->key = S("");
            return take_value(w, d, c);
        }
        ptrdiff_t begin = w->at, end;
        if (c != '"' || !take_string(w, &begin, &end))
            return refuse(w, d, w->at, w->at + 1, "a key in quotes is expected here");
        w->key = str_slice(w->source->bytes, begin, end);
        if (peek(w) != ':')
            return refuse(w, d, w->at, w->at + 1, "':' is expected here");
        w->at++;
        w->wants = WANT_VALUE;
    }
}

/* ---- strings ---- */

/* The escape at the backslash s[at]: what it stands for, and in *end where it ends. */
static int32_t escape_at(struct str s, ptrdiff_t at, ptrdiff_t *end)
{
    static const char letters[] = "nrtbf", means[] = "\n\r\t\b\f";
    char c = at + 1 < s.len ? s.ptr[at + 1] : '\\';
    const char *found = strchr(letters, c);
    *end = at + 2;
    if (c == 'u') {
        int high = str_hex_at(s, at + 2, 4);
        if (high < 0)
            return c;
        *end = at + 6;
        int low = str_starts(str_slice(s, *end, s.len), S("\\u"))
                      ? str_hex_at(s, *end + 2, 4)
                      : -1;
        if (high < 0xD800 || high > 0xDFFF)
            return high;
        if (high > 0xDBFF || low < 0xDC00 || low > 0xDFFF)
            return 0xFFFD;
        *end += 6;
        return 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
    }
    if (found && c)
        return means[found - letters];
    return (unsigned char)c < 0x80 ? c : -1;
}

void json_walk_string(struct document *doc, struct arena *a, struct textbuf *out,
                      ptrdiff_t begin, ptrdiff_t end)
{
    struct str s = str_slice(doc->source->bytes, 0, end);
    ptrdiff_t from = begin;
    for (ptrdiff_t at = begin; at < end; at++) {
        if (s.ptr[at] != '\\')
            continue;
        ptrdiff_t behind;
        char bytes[4];
        int32_t c = escape_at(s, at, &behind);
        document_verbatim(doc, a, out, from, at);
        if (c < 0) { /* a backslash before a character that needs none */
            document_dispose(doc, a, at, at + 1, REASON_MARKUP);
            from = at + 1;
            continue;
        }
        struct str stands = {bytes, utf8_encode(c, bytes)};
        if (utf8_is_space(c)) {
            document_dispose(doc, a, at, behind, REASON_MARKUP);
            textbuf_replace(out, c == '\n' || c == '\r' ? S("\n") : S(" "), at, at);
        } else if (document_is_unspeakable(c)) {
            document_dispose(doc, a, at, behind, REASON_UNSPEAKABLE);
        } else {
            textbuf_replace(out, stands, at, behind);
        }
        from = behind;
        at = behind - 1;
    }
    document_verbatim(doc, a, out, from, end);
}
