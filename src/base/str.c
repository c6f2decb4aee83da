#include "base/str.h"

#include <stdio.h>
#include <string.h>

int str_compare(struct str a, struct str b)
{
    ptrdiff_t n = a.len < b.len ? a.len : b.len;
    int c = n ? memcmp(a.ptr, b.ptr, (size_t)n) : 0;
    return c ? c : (a.len > b.len) - (a.len < b.len);
}

int str_order(const void *x, const void *y)
{
    return str_compare(*(const struct str *)x, *(const struct str *)y);
}

bool str_starts(struct str s, struct str prefix)
{
    return s.len >= prefix.len && str_eq(str_slice(s, 0, prefix.len), prefix);
}

bool str_ends(struct str s, struct str suffix)
{
    return s.len >= suffix.len && str_eq(str_slice(s, s.len - suffix.len, s.len), suffix);
}

ptrdiff_t str_find(struct str s, struct str needle)
{
    if (!needle.len)
        return 0;
    const char *p =
        s.len ? memmem(s.ptr, (size_t)s.len, needle.ptr, (size_t)needle.len) : NULL;
    return p ? p - s.ptr : -1;
}

ptrdiff_t str_find_byte(struct str s, char byte)
{
    const char *p = s.len ? memchr(s.ptr, byte, (size_t)s.len) : NULL;
    return p ? p - s.ptr : -1;
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

bool str_eq_ascii_case(struct str a, struct str b)
{
    if (a.len != b.len)
        return false;
    for (ptrdiff_t i = 0; i < a.len; i++)
        if (lower(a.ptr[i]) != lower(b.ptr[i]))
            return false;
    return true;
}

struct str str_trim(struct str s)
{
    ptrdiff_t from = 0, to = s.len;
    for (ptrdiff_t at = 0; at < s.len && utf8_is_space(utf8_next(s, &at)); from = at)
        ;
    for (ptrdiff_t at = to; at > from && utf8_is_space(utf8_previous(s, &at)); to = at)
        ;
    return str_slice(s, from, to);
}

bool str_cut(struct str s, char separator, struct str *head, struct str *tail)
{
    ptrdiff_t at = str_find_byte(s, separator);
    *head = str_slice(s, 0, at < 0 ? s.len : at);
    *tail = at < 0 ? S("") : str_slice(s, at + 1, s.len);
    return at >= 0;
}

struct str language_primary(struct str tag)
{
    ptrdiff_t end = 0;
    while (end < tag.len && tag.ptr[end] != '-' && tag.ptr[end] != '_')
        end++;
    return end ? str_slice(tag, 0, end) : S("en");
}

bool language_is_region(struct str tag, struct str region)
{
    for (ptrdiff_t at = language_primary(tag).len; at < tag.len;) {
        ptrdiff_t begin = ++at;
        while (at < tag.len && tag.ptr[at] != '-' && tag.ptr[at] != '_')
            at++;
        if (str_eq_ascii_case(str_slice(tag, begin, at), region))
            return true;
    }
    return false;
}

struct str str_copy(struct arena *a, struct str s)
{
    return (struct str){str_z(a, s), s.len};
}

char *str_z(struct arena *a, struct str s)
{
    char *p = arena_alloc(a, s.len + 1, 1);
    if (s.len)
        memcpy(p, s.ptr, (size_t)s.len);
    return p;
}

struct str str_format(struct arena *a, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, again);
    va_end(again);
    char *out =
        arena_array(a, char, n > 0 ? n + 1 : 1); /* no room to grow: many are kept */
    if (n > 0)
        vsnprintf(out, (size_t)n + 1, format, args);
    va_end(args);
    return (struct str){out, n > 0 ? n : 0};
}

bool str_to_int(struct str s, int64_t *out)
{
    bool minus = s.len && s.ptr[0] == '-';
    ptrdiff_t i = minus || (s.len && s.ptr[0] == '+');
    if (i == s.len)
        return false;
    int64_t value = 0;
    for (; i < s.len; i++) {
        if (s.ptr[i] < '0' || s.ptr[i] > '9')
            return false;
        int digit = s.ptr[i] - '0';
        if (value > (INT64_MAX - digit) / 10)
            return false;
        value = value * 10 + digit;
    }
    *out = minus ? -value : value;
    return true;
}

int str_hex_at(struct str s, ptrdiff_t at, int digits)
{
    int value = 0;
    for (ptrdiff_t i = at; i < at + digits; i++) {
        char c = i < s.len ? s.ptr[i] : ' ';
        int digit = c >= '0' && c <= '9'   ? c - '0'
                    : c >= 'a' && c <= 'f' ? c - 'a' + 10
                    : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                           : -1;
        if (digit < 0)
            return -1;
        value = 16 * value + digit;
    }
    return value;
}

/* The exponent behind `e`, as far as a double goes; false when there is none. */
static bool take_exponent(struct str s, int *out)
{
    bool minus = s.len && s.ptr[0] == '-';
    ptrdiff_t i = minus || (s.len && s.ptr[0] == '+');
    int value = 0;
    if (i == s.len)
        return false;
    for (; i < s.len; i++) {
        if (s.ptr[i] < '0' || s.ptr[i] > '9')
            return false;
        value = value < 400 ? value * 10 + (s.ptr[i] - '0') : value;
    }
    *out = minus ? -value : value;
    return true;
}

bool str_to_double(struct str s, double *out)
{
    bool minus = s.len && s.ptr[0] == '-';
    ptrdiff_t i = minus || (s.len && s.ptr[0] == '+');
    double value = 0, scale = 0;
    bool digits = false;
    int exponent = 0;
    for (; i < s.len; i++) {
        if (s.ptr[i] == '.' && scale == 0) {
            scale = 1;
        } else if (s.ptr[i] >= '0' && s.ptr[i] <= '9') {
            digits = true;
            value = value * 10 + (s.ptr[i] - '0');
            scale *= 10;
        } else if (digits && (s.ptr[i] | 0x20) == 'e') {
            if (!take_exponent(str_slice(s, i + 1, s.len), &exponent))
                return false;
            break;
        } else {
            return false;
        }
    }
    if (!digits)
        return false;
    value = scale > 1 ? value / scale : value;
    for (int left = exponent < 0 ? -exponent : exponent; left && value != 0; left--)
        value = exponent < 0 ? value / 10 : value * 10;
    *out = minus ? -value : value;
    return true;
}

static int sequence_length(unsigned char lead)
{
    return lead < 0x80   ? 1
           : lead < 0xC2 ? 0
           : lead < 0xE0 ? 2
           : lead < 0xF0 ? 3
           : lead < 0xF5 ? 4
                         : 0;
}

/* The code point at s[at], its length in *n; -1 when the bytes are not UTF-8. */
static int32_t decode(struct str s, ptrdiff_t at, int *n)
{
    static const int32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    unsigned char lead = (unsigned char)s.ptr[at];
    *n = sequence_length(lead);
    if (!*n || s.len - at < *n)
        return -1;
    if (*n == 1)
        return lead;
    int32_t c = lead & (0xFF >> (*n + 1));
    for (int i = 1; i < *n; i++) {
        unsigned char b = (unsigned char)s.ptr[at + i];
        if ((b & 0xC0) != 0x80)
            return -1;
        c = c << 6 | (b & 0x3F);
    }
    return c < least[*n] || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000) ? -1 : c;
}

int32_t utf8_next_wide(struct str s, ptrdiff_t *at)
{
    if (*at >= s.len)
        return -1;
    int n;
    int32_t c = decode(s, *at, &n);
    *at += c < 0 ? 1 : n;
    return c < 0 ? 0xFFFD : c;
}

int32_t utf8_previous_wide(struct str s, ptrdiff_t *at)
{
    if (*at <= 0)
        return -1;
    for (ptrdiff_t back = 1; back <= 4 && back <= *at; back++) {
        if (((unsigned char)s.ptr[*at - back] & 0xC0) == 0x80)
            continue;
        int n;
        int32_t c = decode(s, *at - back, &n);
        if (c < 0 || n != back)
            break;
        *at -= back;
        return c;
    }
    *at -= 1;
    return 0xFFFD;
}

int utf8_encode(int32_t c, char out[4])
{
    if (c < 0 || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000))
        c = 0xFFFD;
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    int n = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    static const unsigned char lead[] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (int i = n - 1; i > 0; i--, c >>= 6)
        out[i] = (char)(0x80 | (c & 0x3F));
    out[0] = (char)(lead[n] | c);
    return n;
}

ptrdiff_t utf8_mark_length(struct str s)
{
    struct str mark = S("\uFEFF");
    return str_starts(s, mark) ? mark.len : 0;
}

ptrdiff_t utf8_invalid_at(struct str s)
{
    for (ptrdiff_t at = 0; at < s.len;) {
        ptrdiff_t known = (unsigned char)s.ptr[at] < 0x80 ? 1 : 2 * utf8_is_pair(s, at);
        if (known) {
            at += known;
            continue;
        }
        int n;
        if (decode(s, at, &n) < 0)
            return at;
        at += n;
    }
    return -1;
}

ptrdiff_t utf8_count(struct str s)
{
    ptrdiff_t n = 0;
    for (ptrdiff_t i = 0; i < s.len; i++)
        n += ((unsigned char)s.ptr[i] & 0xC0) != 0x80;
    return n;
}

bool utf8_is_space_wide(int32_t c)
{
    return c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
           c == 0x202F || c == 0x205F || c == 0x3000;
}

static void reserve(struct strbuf *b, ptrdiff_t more)
{
    if (b->capacity - b->len >= more)
        return;
    ptrdiff_t capacity = b->capacity ? b->capacity : 64;
    while (capacity - b->len < more)
        capacity *= 2;
    b->ptr = arena_grow(b->arena, b->ptr, b->capacity, capacity, 1);
    b->capacity = capacity;
}

void strbuf_add(struct strbuf *b, struct str s)
{
    if (!s.len)
        return;
    reserve(b, s.len);
    memcpy(b->ptr + b->len, s.ptr, (size_t)s.len);
    b->len += s.len;
}

void strbuf_add_byte(struct strbuf *b, char c)
{
    reserve(b, 1);
    b->ptr[b->len++] = c;
}

void strbuf_add_char(struct strbuf *b, int32_t code_point)
{
    reserve(b, 4);
    b->len += utf8_encode(code_point, b->ptr + b->len);
}

void strbuf_vaddf(struct strbuf *b, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (n <= 0)
        return;
    reserve(b, (ptrdiff_t)n + 1);
    vsnprintf(b->ptr + b->len, (size_t)n + 1, format, args);
    b->len += n;
}

void strbuf_addf(struct strbuf *b, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    strbuf_vaddf(b, format, args);
    va_end(args);
}

struct str strbuf_str(const struct strbuf *b)
{
    return (struct str){b->ptr ? b->ptr : "", b->len};
}
