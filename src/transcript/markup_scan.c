#include "transcript/markup_scan.h"

#include <string.h>

enum {
    NO_COMMENT_END = 1,
    NO_QUOTE_END = 2,
    NO_TAG_END = 4,
    NO_PI_END = 8,
    NO_CDATA_END = 16
};

static const char *const raw_elements[] = {
    "script", "style", "textarea", "title", "iframe", "noembed", "noframes", "xmp",
};
enum { RAW_COUNT = sizeof raw_elements / sizeof *raw_elements };

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

/* Where `needle` stands from `at` on, -1 when it does not; remembered as `bit`. */
static ptrdiff_t find_end(struct markup_scanner *m, ptrdiff_t at, struct str needle,
                          unsigned bit)
{
    if (m->never_closed & bit)
        return -1;
    ptrdiff_t found = str_find(str_slice(m->s, at, m->s.len), needle);
    if (found < 0) {
        m->never_closed |= bit;
        return -1;
    }
    return at + found;
}

/* One past the '>' of the tag whose name ends at `at`; -1 when there is none. */
static ptrdiff_t tag_end(struct markup_scanner *m, ptrdiff_t at)
{
    struct str s = m->s;
    bool value = false; /* a quotation mark begins a value only behind '=' */
    ptrdiff_t from = at;
    for (; at < s.len && !(m->never_closed & NO_QUOTE_END); at++) {
        char c = s.ptr[at];
        if (c == '>')
            return at + 1;
        if (value && (c == '"' || c == '\'')) {
            const char *close = memchr(s.ptr + at + 1, c, (size_t)(s.len - at - 1));
            if (!close) {
                m->never_closed |= NO_QUOTE_END;
                break;
            }
            at = close - s.ptr;
        }
        value = c == '=' || (value && is_blank(c));
    }
    if (at >= s.len)
        m->never_closed |= NO_QUOTE_END;
    ptrdiff_t close = find_end(m, from, S(">"), NO_TAG_END);
    return close < 0 ? -1 : close + 1;
}

static ptrdiff_t declaration_end(struct markup_scanner *m, ptrdiff_t at)
{
    if (m->s.ptr[at + 1] == '?') {
        ptrdiff_t end = find_end(m, at + 2, S("?>"), NO_PI_END);
        if (end >= 0)
            return end + 2;
    }
    /* the internal subset of a document type has tags of its own */
    ptrdiff_t end = find_end(m, at, S(">"), NO_TAG_END);
    if (m->xml && end >= 0) {
        struct str head = str_slice(m->s, at, end);
        if (str_find_byte(head, '[') > 0 && m->s.ptr[end - 1] != ']') {
            ptrdiff_t subset = str_find(str_slice(m->s, end, m->s.len), S("]>"));
            end = subset < 0 ? m->s.len - 1 : end + subset + 1;
        }
    }
    return end < 0 ? -1 : end + 1;
}

static bool begin_raw(struct markup_scanner *m, struct str name)
{
    for (int i = 0; i < RAW_COUNT && !m->xml; i++)
        if (str_eq_ascii_case(name, str_from(raw_elements[i]))) {
            m->raw = str_from(raw_elements[i]);
            return true;
        }
    return false;
}

/* Where "</name" of the raw element begins. */
static ptrdiff_t raw_end(struct markup_scanner *m, ptrdiff_t at)
{
    unsigned bit = 0;
    for (int i = 0; i < RAW_COUNT; i++)
        if (str_eq(m->raw, str_from(raw_elements[i])))
            bit = 1u << i;
    if (m->raw_unclosed & bit)
        return -1;
    for (;; at++) {
        const char *open =
            at < m->s.len ? memchr(m->s.ptr + at, '<', (size_t)(m->s.len - at)) : NULL;
        if (!open)
            break;
        at = open - m->s.ptr;
        if (at + 1 < m->s.len && open[1] == '/' &&
            str_eq_ascii_case(str_slice(m->s, at + 2, at + 2 + m->raw.len), m->raw))
            return at;
    }
    m->raw_unclosed |= bit;
    return -1;
}

/* What begins at the '<' at `at`; false when it is only a character. */
static bool markup_at(struct markup_token *t, struct markup_scanner *m, ptrdiff_t at)
{
    struct str s = m->s;
    char next = at + 1 < s.len ? s.ptr[at + 1] : 0;
    ptrdiff_t end = -1;
    *t = (struct markup_token){.begin = at};
    if (next == '!' && str_starts(str_slice(s, at, s.len), S("<!--"))) {
        t->kind = MARKUP_COMMENT;
        end = find_end(m, at + 4, S("-->"), NO_COMMENT_END);
        end = end < 0 ? -1 : end + 3;
    } else if (next == '!' && m->xml &&
               str_starts(str_slice(s, at, s.len), S("<![CDATA["))) {
        t->kind = MARKUP_CDATA;
        end = find_end(m, at + 9, S("]]>"), NO_CDATA_END);
        end = end < 0 ? -1 : end + 3;
    } else if (next == '!' || next == '?') {
        t->kind = MARKUP_DECLARATION;
        end = declaration_end(m, at);
    } else {
        bool closing = next == '/';
        ptrdiff_t name = at + 1 + closing, stop = name;
        if (name >= s.len || !is_letter(s.ptr[name]))
            return false;
        while (stop < s.len && !is_blank(s.ptr[stop]) && s.ptr[stop] != '/' &&
               s.ptr[stop] != '>' && s.ptr[stop] != '<')
            stop++;
        t->kind = closing ? MARKUP_CLOSE : MARKUP_OPEN;
        t->name = str_slice(s, name, stop);
        end = tag_end(m, stop);
        t->empty = end > 0 && s.ptr[end - 2] == '/';
    }
    t->end = end;
    return end > 0;
}

bool markup_next(struct markup_token *out, struct markup_scanner *m)
{
    struct str s = m->s;
    if (m->at >= s.len)
        return false;
    ptrdiff_t begin = m->at, at = begin;
    if (m->raw.len) {
        ptrdiff_t end = raw_end(m, at);
        m->raw = S("");
        if (end > at) {
            *out = (struct markup_token){.kind = MARKUP_TEXT, .begin = at, .end = end};
            m->at = end;
            return true;
        }
    }
    for (;; at++) {
        const char *open =
            at < s.len ? memchr(s.ptr + at, '<', (size_t)(s.len - at)) : NULL;
        at = open ? open - s.ptr : s.len;
        if (!open || markup_at(out, m, at))
            break;
    }
    if (at > begin) {
        *out = (struct markup_token){.kind = MARKUP_TEXT, .begin = begin, .end = at};
        m->at = at;
        return true;
    }
    m->at = out->end;
    /* one that is never closed has nothing in it */
    if (out->kind == MARKUP_OPEN && !out->empty && begin_raw(m, out->name) &&
        raw_end(m, m->at) < 0) {
        m->raw = S("");
        out->empty = true;
    }
    return true;
}

bool markup_attribute_next(struct markup_attribute *out, struct str tag, ptrdiff_t *at)
{
    ptrdiff_t i = *at, end = tag.len - 1; /* without the '>' */
    if (!i)
        while (i < end && !is_blank(tag.ptr[i]))
            i++;
    while (i < end && (is_blank(tag.ptr[i]) || tag.ptr[i] == '/'))
        i++;
    ptrdiff_t name = i;
    while (i < end && !is_blank(tag.ptr[i]) && tag.ptr[i] != '=' && tag.ptr[i] != '/')
        i++;
    out->name = str_slice(tag, name, i);
    out->value = (struct str){tag.ptr + i, 0};
    while (i < end && is_blank(tag.ptr[i]))
        i++;
    if (i < end && tag.ptr[i] == '=') {
        i++;
        while (i < end && is_blank(tag.ptr[i]))
            i++;
        char quote =
            i < end && (tag.ptr[i] == '"' || tag.ptr[i] == '\'') ? tag.ptr[i] : 0;
        ptrdiff_t value = i += quote != 0;
        while (i < end && (quote ? tag.ptr[i] != quote : !is_blank(tag.ptr[i])))
            i++;
        out->value = str_slice(tag, value, i);
        i += quote && i < end;
    }
    bool any = i > name;
    *at = i;
    return any && name < end;
}

struct str markup_attribute(struct str tag, struct str name)
{
    struct markup_attribute found;
    for (ptrdiff_t at = 0; markup_attribute_next(&found, tag, &at);)
        if (str_eq_ascii_case(found.name, name))
            return found.value;
    return (struct str){0};
}
