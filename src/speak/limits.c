#include "speak/limits.h"

#include "base/unicode.h"
#include "speak/letters.h"

/* Scripts by block; of a language that is not listed and has no Latin ones, all that is not ASCII. */
static const struct {
    const char *language;
    struct alphabet alphabet;
} alphabets[] = {
    {"en", {0xC0, 0x24F}},  {"de", {0xC0, 0x24F}},  {"fr", {0xC0, 0x24F}},
    {"es", {0xC0, 0x24F}},  {"it", {0xC0, 0x24F}},  {"pt", {0xC0, 0x24F}},
    {"nl", {0xC0, 0x24F}},  {"pl", {0xC0, 0x24F}},  {"cs", {0xC0, 0x24F}},
    {"sv", {0xC0, 0x24F}},  {"ru", {0x400, 0x52F}}, {"uk", {0x400, 0x52F}},
    {"kk", {0x400, 0x52F}}, {"el", {0x370, 0x3FF}}, {"ar", {0x600, 0x6FF}},
};

struct alphabet alphabet_of(struct str language)
{
    struct str primary = language_primary(language);
    for (size_t i = 0; i < sizeof alphabets / sizeof *alphabets; i++)
        if (str_eq_ascii_case(primary, str_from(alphabets[i].language)))
            return alphabets[i].alphabet;
    return letters_of(language).script == UNICODE_LATIN
               ? (struct alphabet){0xC0, 0x24F}
               : (struct alphabet){0x80, 0x10FFFF};
}

enum { /* measured: "6" 8, "W" 7, German "щ" 23, Chinese 12, a long emoji name 40 */
       COST_DIGIT = 8,
       COST_CAPITAL = 5,
       COST_SYMBOL = 12,
       COST_FOREIGN = 24,
       COST_PICTURE = 40,
       COST_LEXICON = 20,
       COST_IDEOGRAPH = 6,
       COST_SQUARE =
           6 * COST_FOREIGN, /* a word in one character, once it is spelled out */
       COST_PHRASE = 18 * COST_FOREIGN, /* U+FDFA is eighteen letters */
};

static bool is_named_symbol(int32_t c)
{
    switch (c) {
    case '#':
    case '$':
    case '%':
    case '&':
    case '*':
    case '+':
    case '/':
    case '<':
    case '=':
    case '>':
    case '@':
    case '\\':
    case '~':
        return true;
    default:
        return false;
    }
}

int phonemes_of_other(int32_t c, struct alphabet own)
{
    if (c <= 0x7F)
        return c >= 'A' && c <= 'Z'   ? COST_CAPITAL
               : c >= '0' && c <= '9' ? COST_DIGIT
               : is_named_symbol(c)   ? COST_SYMBOL
                                      : 1;
    if (c >= own.first && c <= own.last)
        return c >= 0x2E80 ? COST_IDEOGRAPH : 2;
    if (c >= 0x2010 && c <= 0x2027) /* dashes and quotes */
        return 1;
    if (c >= 0xFDF0 && c <= 0xFDFD)
        return COST_PHRASE;
    if (unicode_is_square(c))
        return COST_SQUARE;
    if (c >= UNICODE_STAND_IN_FIRST)
        return COST_LEXICON;
    if ((c >= 0x2190 && c <= 0x2BFF) || c >= 0x1F000)
        return COST_PICTURE;
    return COST_FOREIGN;
}

ptrdiff_t phonemes_in(struct str s, struct str language)
{
    struct alphabet own = alphabet_of(language);
    ptrdiff_t sum = 0;
    int32_t before = 0;
    for (ptrdiff_t at = 0, c; at < s.len; before = (int32_t)c) {
        c = utf8_next(s, &at);
        ptrdiff_t end =
            c == '[' && before == '[' ? str_find(str_slice(s, at, s.len), S("]]")) : -1;
        sum += end < 0 ? phonemes_of((int32_t)c, own) : end;
        at += end < 0 ? 0 : end;
    }
    return sum;
}
