#include "readings/pieces.h"

#include "base/unicode.h"

enum { VALUE_DIGITS = 15 };

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static enum piece_kind kind_of(int32_t c)
{
    return c >= '0' && c <= '9'                                ? PIECE_FIGURE
           : c == ' '                                          ? PIECE_BLANK
           : is_speech(c) || (c >= 0x80 && unicode_is_mark(c)) ? PIECE_WORD
                                                               : PIECE_MARK;
}

/* Fractions and ordinal signs are no letters, whatever Unicode says. */
static bool is_sign(int32_t c)
{
    return (c >= 0xAA && c <= 0xBE) || (c >= 0x2150 && c <= 0x215F) ||
           (c >= 0x2100 && c <= 0x214F);
}

struct pieces pieces_scan(struct arena *a, struct str s, struct str language)
{
    struct pieces t = {.s = s, .language = language};
    ptrdiff_t capacity = s.len / 3 + 8;
    t.items = arena_array(a, struct piece, capacity);
    for (ptrdiff_t at = 0; at < s.len;) {
        ptrdiff_t begin = at;
        int32_t c = utf8_next(s, &at);
        enum piece_kind kind = is_sign(c) ? PIECE_MARK : kind_of(c);
        struct piece *last = t.count ? &t.items[t.count - 1] : NULL;
        if (last && last->kind == kind && kind != PIECE_MARK)
            last->end = (int32_t)at;
        else
            *arena_push(a, t.items, t.count, capacity) =
                (struct piece){(int32_t)begin, (int32_t)at, kind, -1};
    }
    for (ptrdiff_t i = 0; i < t.count; i++) {
        struct piece *k = &t.items[i];
        if (k->kind != PIECE_FIGURE || k->end - k->begin > VALUE_DIGITS)
            continue;
        k->value = 0;
        for (ptrdiff_t at = k->begin; at < k->end && is_digit(s.ptr[at]); at++)
            k->value = 10 * k->value + (s.ptr[at] - '0');
    }
    return t;
}

ptrdiff_t piece_stands(const struct pieces *t, ptrdiff_t i, const char *printed)
{
    if (piece_byte(t, i) != *printed)
        return 0;
    struct str want = str_from(printed);
    ptrdiff_t begin = t->items[i].begin, end = begin + want.len;
    if (!str_starts(str_slice(t->s, begin, t->s.len), want))
        return 0;
    while (i < t->count && t->items[i].begin < end)
        i++;
    return t->items[i - 1].end == end ? i : 0;
}

/* Do two bytes differ in more than the case of an ASCII letter? */
static bool differs(char a, char b)
{
    return (a ^ b) & ~0x20;
}

bool piece_is_case(const struct pieces *t, ptrdiff_t i, const char *text)
{
    return !differs(piece_byte(t, i), *text) &&
           str_eq_ascii_case(piece_str(t, i), str_from(text));
}

bool piece_is_listed(const struct pieces *t, ptrdiff_t i, const char *const *list)
{
    struct str word = piece_str(t, i);
    for (; word.len && *list; list++)
        if (!differs(word.ptr[0], **list) && str_eq_ascii_case(word, str_from(*list)))
            return true;
    return false;
}

ptrdiff_t piece_digits(const struct pieces *t, ptrdiff_t i)
{
    return piece_kind(t, i) == PIECE_FIGURE ? piece_str(t, i).len : 0;
}

int64_t piece_value(const struct pieces *t, ptrdiff_t i)
{
    return piece_kind(t, i) == PIECE_FIGURE ? t->items[i].value : -1;
}

bool piece_is_dash(const struct pieces *t, ptrdiff_t i)
{
    return piece_kind(t, i) == PIECE_MARK &&
           (piece_is(t, i, "-") || piece_is(t, i, "\u2013") || piece_is(t, i, "\u2212"));
}

bool piece_is_unspaced(const struct pieces *t, ptrdiff_t i)
{
    struct str s = piece_str(t, i);
    ptrdiff_t at = s.len;
    return piece_kind(t, i) == PIECE_WORD &&
           unicode_script(utf8_previous(s, &at)) == UNICODE_HAN;
}

ptrdiff_t piece_word_before(const struct pieces *t, ptrdiff_t i)
{
    i -= piece_kind(t, i - 1) == PIECE_BLANK ? 2 : 1;
    return piece_kind(t, i) == PIECE_WORD ? i : -1;
}

bool piece_vulgar(const struct pieces *t, ptrdiff_t at, int64_t *above, int64_t *below)
{
    static const struct {
        const char *sign;
        int above, below;
    } signs[] = {{"\u00BD", 1, 2}, {"\u00BC", 1, 4}, {"\u00BE", 3, 4}, {"\u2153", 1, 3},
                 {"\u2154", 2, 3}, {"\u2155", 1, 5}, {"\u215B", 1, 8}, {"\u215E", 7, 8}};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (piece_is(t, at, signs[i].sign)) {
            *above = signs[i].above;
            *below = signs[i].below;
            return true;
        }
    return false;
}

ptrdiff_t piece_fraction(const struct pieces *t, ptrdiff_t at, int64_t most,
                         int64_t *above, int64_t *below)
{
    if (piece_vulgar(t, at, above, below))
        return at + 1;
    *above = piece_value(t, at);
    *below = piece_value(t, at + 2);
    bool is_one = piece_is(t, at + 1, "/") && *above >= 1 && *below > *above &&
                  *below <= most && !piece_is(t, at + 3, "/");
    return is_one ? at + 3 : 0;
}
