#include "readings/roman.h"

#include "base/unicode.h"

enum { LETTERS_MOST = 15 }; /* "MMMDCCCLXXXVIII" */

/* Takes `sign` off the head of `s`. */
static bool take(struct str *s, const char *sign)
{
    struct str head = str_from(sign);
    bool taken = head.len && str_starts(*s, head);
    if (taken)
        *s = str_slice(*s, head.len, s->len);
    return taken;
}

/* 1 .. 3999; 0: it is none. */
static int64_t value_of(struct str s)
{
    static const struct {
        int value;
        const char *one, *four, *five, *nine, *other; /* other: of a Cyrillic keyboard */
    } places[] = {{1000, "M", "", "", "", ""},
                  {100, "C", "CD", "D", "CM", ""},
                  {10, "X", "XL", "L", "XC", "\u0425"},
                  {1, "I", "IV", "V", "IX", ""}};
    int64_t value = 0;
    if (s.len > LETTERS_MOST)
        return 0;
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        int digit = take(&s, places[i].nine)   ? 9
                    : take(&s, places[i].four) ? 4
                    : take(&s, places[i].five) ? 5
                                               : 0;
        for (int ones = 0; ones < 3 && digit != 4 && digit != 9; ones++)
            digit += take(&s, places[i].one) || take(&s, places[i].other);
        value += (int64_t)digit * places[i].value;
    }
    return s.len ? 0 : value;
}

int64_t roman_number(struct str s)
{
    bool name = s.len < 3 && str_starts(s, S("L"));
    int64_t value = name ? 0 : value_of(s);
    return value < 90 ? value : 0;
}

bool roman_is_any(struct str s)
{
    return value_of(s) > 0;
}

bool roman_is_letters(const struct pieces *t, ptrdiff_t i)
{
    bool dotted = (piece_is(t, i + 1, ".") && piece_kind(t, i + 2) == PIECE_WORD) ||
                  (piece_is(t, i - 1, ".") && piece_kind(t, i - 2) == PIECE_WORD);
    bool twice = piece_kind(t, i + 1) == PIECE_BLANK &&
                 str_eq(piece_str(t, i), piece_str(t, i + 2));
    return dotted || twice;
}

int64_t roman_at(const struct pieces *t, ptrdiff_t i)
{
    return piece_kind(t, i) == PIECE_WORD && !roman_is_letters(t, i) &&
                   piece_parts(t, i - 1) && piece_parts(t, i + 1)
               ? roman_number(piece_str(t, i))
               : 0;
}

/* Does a letter follow the full stop, or a name behind a blank? */
static bool is_initial(const struct pieces *t, ptrdiff_t i)
{
    ptrdiff_t next = piece_past_blank(t, i + 2), at = 0;
    return utf8_count(piece_str(t, i)) == 1 && piece_is(t, i + 1, ".") &&
           piece_kind(t, next) == PIECE_WORD &&
           (next == i + 2 || unicode_is_upper(utf8_next(piece_str(t, next), &at)));
}

int64_t roman_counted(const struct pieces *t, ptrdiff_t i)
{
    return is_initial(t, i) ? 0 : roman_at(t, i);
}
