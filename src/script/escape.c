#include "script/escape.h"

#include <string.h>

bool escape_is_punctuation(char c)
{
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
           (c >= '{' && c <= '~');
}

static bool is_alnum(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

static const struct {
    const char *name;
    int32_t character;
} references[] = {
    {"amp", '&'},       {"lt", '<'},       {"gt", '>'},       {"quot", '"'},
    {"apos", '\''},     {"nbsp", 0xA0},    {"ndash", 0x2013}, {"mdash", 0x2014},
    {"hellip", 0x2026}, {"lsquo", 0x2018}, {"rsquo", 0x2019}, {"ldquo", 0x201C},
    {"rdquo", 0x201D},  {"laquo", 0xAB},   {"raquo", 0xBB},   {"shy", 0xAD},
};

enum { REFERENCE_LONGEST = 40 /* bytes between '&' and ';' */ };

/* The word between '&' and ';' at s[at]; "" when there is none. */
static struct str reference_word(struct str s, ptrdiff_t at)
{
    ptrdiff_t end = at + 1;
    end += end < s.len && s.ptr[end] == '#';
    while (end < s.len && end - at <= REFERENCE_LONGEST && is_alnum(s.ptr[end]))
        end++;
    bool closed = end < s.len && s.ptr[end] == ';' && end > at + 1;
    return closed ? str_slice(s, at + 1, end) : (struct str){0};
}

/* Could Markdown take what begins at s[at], an '&', for a reference? */
static bool is_reference(struct str s, ptrdiff_t at)
{
    return reference_word(s, at).len > 0;
}

/* "#233", "#xE9"; -1 when it is no number, U+FFFD when it is no character. */
static int32_t numbered(struct str word)
{
    bool hex = word.len > 1 && (word.ptr[1] == 'x' || word.ptr[1] == 'X');
    int32_t c = 0;
    ptrdiff_t i = hex ? 2 : 1;
    if (i == word.len || word.len > 9)
        return -1;
    for (; i < word.len; i++) {
        const char digits[] = "0123456789abcdef";
        char lower = word.ptr[i] >= 'A' && word.ptr[i] <= 'F' ? (char)(word.ptr[i] + 32)
                                                              : word.ptr[i];
        const char *digit = memchr(digits, lower, hex ? 16 : 10);
        if (!digit)
            return -1;
        c = c > 0x10FFFF ? c : c * (hex ? 16 : 10) + (int32_t)(digit - digits);
    }
    return c == 0 || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000) ? 0xFFFD : c;
}

int32_t escape_read_reference(struct str s, ptrdiff_t *at)
{
    struct str word = reference_word(s, *at);
    int32_t c = -1;
    if (word.len && word.ptr[0] == '#')
        c = numbered(word);
    for (size_t i = 0; i < sizeof references / sizeof *references && c < 0; i++)
        if (str_eq(word, str_from(references[i].name)))
            c = references[i].character;
    if (c >= 0)
        *at += word.len + 2;
    return c;
}

bool escape_is_hidden(int32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x61C || c == 0x200E ||
           c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
           c == 0xFEFF;
}

static void print_reference(struct strbuf *out, int32_t c)
{
    strbuf_addf(out, "&#x%X;", (unsigned)c);
}

/* Must the character at s[at] have a backslash in a paragraph? */
static bool needs_backslash(struct str s, ptrdiff_t at)
{
    char c = s.ptr[at], next = at + 1 < s.len ? s.ptr[at + 1] : ' ';
    switch (c) {
    case '\\':
    case '*':
    case '_':
    case '`':
        return true;
    case '<': /* a tag or a comment */
        return is_alnum(next) || next == '/' || next == '!' || next == '?';
    case '&':
        return is_reference(s, at);
    case ']': /* a link, or the definition of one */
        return next == '(' || next == '[' || next == ':';
    case '~': /* struck out */
        return next == '~' || (at > 0 && s.ptr[at - 1] == '~');
    default:
        return false;
    }
}

/* Which byte of a line's beginning needs a backslash lest the line be a heading, a quotation, an
 * item of a list; -1: none. */
static ptrdiff_t line_start_trap(struct str s)
{
    ptrdiff_t i = 0;
    if (!s.len)
        return -1;
    if (s.ptr[0] == '#' || s.ptr[0] == '>' || s.ptr[0] == '=')
        return 0;
    if (s.ptr[0] == '-' || s.ptr[0] == '+')
        return s.len == 1 || s.ptr[1] == ' ' || s.ptr[1] == s.ptr[0] ? 0 : -1;
    while (i < s.len && i < 10 && s.ptr[i] >= '0' && s.ptr[i] <= '9')
        i++;
    bool item = i > 0 && i < s.len && (s.ptr[i] == '.' || s.ptr[i] == ')') &&
                (i + 1 == s.len || s.ptr[i + 1] == ' ');
    return item ? i : -1;
}

static void print_in_value(struct strbuf *out, char c)
{
    if (c == '"')
        strbuf_add(out, S("&quot;"));
    else if (c == '&')
        strbuf_add(out, S("&amp;"));
    else if (c == '<')
        strbuf_add(out, S("&lt;"));
    else if (c == '>')
        strbuf_add(out, S("&gt;"));
    else
        strbuf_add_byte(out, c);
}

void escape_print(struct strbuf *out, struct str s, ptrdiff_t from, ptrdiff_t to,
                  enum escape_where where, bool line_start)
{
    ptrdiff_t trap = where == ESCAPE_TEXT && line_start ? line_start_trap(s) : -1;
    for (ptrdiff_t at = from; at < to;) {
        ptrdiff_t here = at;
        int32_t c = utf8_next(s, &at);
        bool backslash = false;
        if (escape_is_hidden(c)) {
            print_reference(out, c);
            continue;
        }
        if (c >= 0x80) {
            strbuf_add(out, str_slice(s, here, at));
            continue;
        }
        if (where == ESCAPE_VALUE) {
            print_in_value(out, (char)c);
            continue;
        }
        if (where == ESCAPE_TEXT)
            backslash = here == trap || needs_backslash(s, here);
        else /* "-->" and "--!>" end a comment */
            backslash = c == '\\' || (c == '&' && is_reference(s, here)) ||
                        (c == '>' && (str_ends(str_slice(s, 0, here), S("--")) ||
                                      str_ends(str_slice(s, 0, here), S("--!"))));
        if (backslash)
            strbuf_add_byte(out, '\\');
        strbuf_add_byte(out, (char)c);
    }
}
