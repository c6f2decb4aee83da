/* base/str.h -- strings: views of bytes, and a builder.
 *
 * A `struct str` does not own its bytes and is not NUL-terminated. Inside the program
 * every str that holds text is valid UTF-8; that is checked once, at the door
 * (base/source_open.h).
 *
 */
#ifndef BRIEFCAST_BASE_STR_H
#define BRIEFCAST_BASE_STR_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/status.h"

struct str {
    const char *ptr; /* borrowed; may be NULL when len is 0 */
    ptrdiff_t len;   /* bytes */
};

/* A view of a string literal. */
#define S(literal) ((struct str){"" literal, (ptrdiff_t)sizeof(literal) - 1})
/* For printf's "%.*s". */
#define STR_ARGS(s) (int)(s).len, (s).ptr ? (s).ptr : ""

/* Inline is what every pass over a text does for each character. */

/* View of a NUL-terminated string; NULL gives "". */
static inline struct str str_from(const char *z)
{
    return z ? (struct str){z, (ptrdiff_t)strlen(z)} : S("");
}
/* Bytes [from, to), clamped. */
static inline struct str str_slice(struct str s, ptrdiff_t from, ptrdiff_t to)
{
    from = from < 0 ? 0 : from > s.len ? s.len : from;
    to = to < from ? from : to > s.len ? s.len : to;
    return (struct str){s.ptr ? s.ptr + from : "", to - from};
}
static inline bool str_eq(struct str a, struct str b)
{
    return a.len == b.len && (!a.len || !memcmp(a.ptr, b.ptr, (size_t)a.len));
}
int str_compare(struct str a, struct str b); /* by bytes: <0, 0, >0 */
/* str_compare of two `struct str`, for qsort and bsearch. */
int str_order(const void *x, const void *y);
bool str_starts(struct str s, struct str prefix);
bool str_ends(struct str s, struct str suffix);
ptrdiff_t str_find(struct str s, struct str needle); /* first offset, or -1 */
ptrdiff_t str_find_byte(struct str s, char byte);    /* first offset, or -1 */
bool str_eq_ascii_case(struct str a, struct str b);  /* ASCII letters only */
/* Without Unicode white space (White_Space property, NO-BREAK SPACE included) at both
 * ends. */
struct str str_trim(struct str s);
/* Cuts at the first `separator`: the part before goes to *head, the rest to *tail (may
 * be the same objects as s). False when there is none: then head is all and tail empty. */
bool str_cut(struct str s, char separator, struct str *head, struct str *tail);

/* The primary subtag of a language tag (BCP 47), to be compared without regard to case: "en" of
 * "en-GB" and of "en_GB". "en" too where there is none: the language of last resort. */
struct str language_primary(struct str tag);
/* Is `region` ("GB") a subtag behind the primary one? */
bool language_is_region(struct str tag, struct str region);

/* Copies; both live in `a`. str_z gives a NUL-terminated copy for library edges. */
struct str str_copy(struct arena *a, struct str s);
char *str_z(struct arena *a, struct str s);
struct str str_format(struct arena *a, const char *format, ...) BC_PRINTF(2, 3);

/* Decimal integer, the whole string, optional sign. False (and *out untouched)
 * otherwise. */
bool str_to_int(struct str s, int64_t *out);
/* The `digits` (at most 7) hexadecimal ones at s[at] as a number; -1 when not so many stand there. */
int str_hex_at(struct str s, ptrdiff_t at, int digits);
/* Decimal number ("1.5", "-3", "4e-08"), '.' whatever the locale, the whole string. */
bool str_to_double(struct str s, double *out);

/* UTF-8. */
/* Decodes the code point at s[*at] and moves *at behind it. Invalid bytes give U+FFFD,
 * one byte. At the end: -1. */
int32_t utf8_next_wide(struct str s, ptrdiff_t *at); /* of more than two bytes */
/* Do two bytes at `at` make a character? All of Cyrillic, Greek and what Latin has besides. */
static inline bool utf8_is_pair(struct str s, ptrdiff_t at)
{
    return s.len - at > 1 && (unsigned char)s.ptr[at] >= 0xC2 &&
           (unsigned char)s.ptr[at] < 0xE0 && (s.ptr[at + 1] & 0xC0) == 0x80;
}
static inline int32_t utf8_next(struct str s, ptrdiff_t *at)
{
    if (*at < s.len && (unsigned char)s.ptr[*at] < 0x80)
        return s.ptr[(*at)++];
    if (!utf8_is_pair(s, *at))
        return utf8_next_wide(s, at);
    *at += 2;
    return (s.ptr[*at - 2] & 0x1F) << 6 | (s.ptr[*at - 1] & 0x3F);
}
/* The code point that ends at s[*at], *at moved to its first byte. At the start: -1. */
int32_t utf8_previous_wide(struct str s, ptrdiff_t *at); /* where it is not ASCII */
static inline int32_t utf8_previous(struct str s, ptrdiff_t *at)
{
    if (*at > 0 && (unsigned char)s.ptr[*at - 1] < 0x80)
        return s.ptr[--*at];
    return utf8_previous_wide(s, at);
}
/* Writes 1-4 bytes, returns how many. Surrogates and values over U+10FFFF become U+FFFD. */
int utf8_encode(int32_t c, char out[4]);
/* FNV-1a, a byte or a character at a time; begins with HASH_BEGIN. */
#define HASH_BEGIN UINT64_C(0xcbf29ce484222325)
static inline uint64_t hash_add(uint64_t hash, uint64_t value)
{
    return (hash ^ value) * UINT64_C(0x100000001b3);
}

/* Bytes of the byte order mark that `s` begins with; 0: it begins with none. */
ptrdiff_t utf8_mark_length(struct str s);
/* The offset of the first byte that is not part of valid UTF-8 (no overlong forms, no
 * surrogates), or -1. NUL bytes are valid here. */
ptrdiff_t utf8_invalid_at(struct str s);
ptrdiff_t utf8_count(struct str s);         /* code points */
bool utf8_is_space_wide(int32_t c);         /* from U+1680 on */
static inline bool utf8_is_space(int32_t c) /* White_Space property */
{
    return c < 0x80     ? c == 0x20 || (c >= 0x09 && c <= 0x0D)
           : c < 0x1680 ? c == 0x85 || c == 0xA0
                        : utf8_is_space_wide(c);
}

/* A builder whose bytes live in an arena. Zeroed but for `arena` it is empty and valid. */
struct strbuf {
    struct arena *arena;
    char *ptr;
    ptrdiff_t len, capacity;
};
void strbuf_add(struct strbuf *b, struct str s);
void strbuf_add_byte(struct strbuf *b, char c);
void strbuf_add_char(struct strbuf *b, int32_t code_point);
void strbuf_addf(struct strbuf *b, const char *format, ...) BC_PRINTF(2, 3);
void strbuf_vaddf(struct strbuf *b, const char *format, va_list args) BC_PRINTF(2, 0);
struct str strbuf_str(const struct strbuf *b); /* a view; valid until the next addition */

#endif
