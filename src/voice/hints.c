#include "voice/hints.h"

#include <string.h>

struct hint_word {
    const char *language; /* primary subtag */
    const char *word;     /* lower case */
    enum voice_hint hint;
    bool anywhere; /* an office may stand in mid-name; an honorific only comes first */
};

static const struct hint_word words[] = {
    {"en", "ms", HINT_HIGH, false},
    {"en", "mrs", HINT_HIGH, false},
    {"en", "miss", HINT_HIGH, false},
    {"en", "madam", HINT_HIGH, false},
    {"en", "lady", HINT_HIGH, false},
    {"en", "dame", HINT_HIGH, false},
    {"en", "baroness", HINT_HIGH, false},
    {"en", "countess", HINT_HIGH, false},
    {"en", "duchess", HINT_HIGH, false},
    {"en", "princess", HINT_HIGH, false},
    {"en", "queen", HINT_HIGH, false},
    {"en", "sister", HINT_HIGH, false},
    {"en", "mr", HINT_LOW, false},
    {"en", "mister", HINT_LOW, false},
    {"en", "sir", HINT_LOW, false},
    {"en", "lord", HINT_LOW, false},
    {"en", "prince", HINT_LOW, false},
    {"en", "king", HINT_LOW, false},
    {"en", "father", HINT_LOW, false},
    {"en", "brother", HINT_LOW, false},
    {"en", "rabbi", HINT_LOW, false},
    {"en", "imam", HINT_LOW, false},
    {"en", "chairwoman", HINT_HIGH, true},
    {"en", "spokeswoman", HINT_HIGH, true},
    {"en", "congresswoman", HINT_HIGH, true},
    {"en", "assemblywoman", HINT_HIGH, true},
    {"en", "councilwoman", HINT_HIGH, true},
    {"en", "alderwoman", HINT_HIGH, true},
    {"en", "policewoman", HINT_HIGH, true},
    {"en", "woman", HINT_HIGH, true},
    {"en", "female", HINT_HIGH, true},
    {"en", "actress", HINT_HIGH, true},
    {"en", "chairman", HINT_LOW, true},
    {"en", "spokesman", HINT_LOW, true},
    {"en", "congressman", HINT_LOW, true},
    {"en", "assemblyman", HINT_LOW, true},
    {"en", "councilman", HINT_LOW, true},
    {"en", "alderman", HINT_LOW, true},
    {"en", "policeman", HINT_LOW, true},
    {"en", "man", HINT_LOW, true},
    {"en", "male", HINT_LOW, true},
    {"de", "frau", HINT_HIGH, false},
    {"de", "herr", HINT_LOW, false},
    {"de", "ministerin", HINT_HIGH, true},
    {"de", "bundesministerin", HINT_HIGH, true},
    {"de", "kanzlerin", HINT_HIGH, true},
    {"de", "bundeskanzlerin", HINT_HIGH, true},
    {"de", "präsidentin", HINT_HIGH, true},
    {"de", "staatssekretärin", HINT_HIGH, true},
    {"de", "sprecherin", HINT_HIGH, true},
    {"de", "regierungssprecherin", HINT_HIGH, true},
    {"fr", "mme", HINT_HIGH, false},
    {"fr", "madame", HINT_HIGH, false},
    {"fr", "mlle", HINT_HIGH, false},
    {"fr", "m", HINT_LOW, false},
    {"fr", "monsieur", HINT_LOW, false},
    {"fr", "présidente", HINT_HIGH, true},
    {"fr", "directrice", HINT_HIGH, true},
    {"fr", "sénatrice", HINT_HIGH, true},
    {"fr", "députée", HINT_HIGH, true},
    {"es", "sra", HINT_HIGH, false},
    {"es", "señora", HINT_HIGH, false},
    {"es", "doña", HINT_HIGH, false},
    {"es", "sr", HINT_LOW, false},
    {"es", "señor", HINT_LOW, false},
    {"es", "don", HINT_LOW, false},
    {"es", "ministra", HINT_HIGH, true},
    {"es", "presidenta", HINT_HIGH, true},
    {"es", "directora", HINT_HIGH, true},
    {"ru", "госпожа", HINT_HIGH, false},
    {"ru", "г-жа", HINT_HIGH, false},
    {"ru", "господин", HINT_LOW, false},
    {"ru", "г-н", HINT_LOW, false},
};

/* Lower case for the letters that the table has: ASCII, Latin-1 and basic Cyrillic. */
static int32_t lower(int32_t c)
{
    if ((c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7))
        return c + 32;
    if (c >= 0x410 && c <= 0x42F)
        return c + 32;
    return c;
}

static bool is_word(struct str s, const char *word)
{
    struct str w = str_from(word);
    ptrdiff_t i = 0, k = 0;
    while (i < s.len && k < w.len)
        if (lower(utf8_next(s, &i)) != utf8_next(w, &k))
            return false;
    return i == s.len && k == w.len;
}

static bool is_break(int32_t c)
{
    return utf8_is_space(c) || c == '.' || c == ',' || c == '(' || c == ')' || c == '[' ||
           c == ']' || c == ':' || c == ';' || c == '/' || c == '"';
}

/* "KING:" alone is a surname. */
static bool has_more(struct str s, ptrdiff_t at)
{
    while (at < s.len)
        if (!is_break(utf8_next(s, &at)))
            return true;
    return false;
}

enum { LABEL_BYTES_LOOKED_AT = 200 };

enum voice_hint hint_find(struct str label, struct str language, struct str *word)
{
    bool first = true;
    label = str_slice(label, 0, LABEL_BYTES_LOOKED_AT);
    for (ptrdiff_t at = 0; at < label.len;) {
        ptrdiff_t begin = at, end = at;
        while (at < label.len && !is_break(utf8_next(label, &at)))
            end = at;
        if (end == begin)
            continue;
        *word = str_slice(label, begin, end);
        for (size_t i = 0; i < sizeof words / sizeof *words; i++)
            if (((first && has_more(label, at)) || words[i].anywhere) &&
                str_eq(language, str_from(words[i].language)) &&
                is_word(*word, words[i].word))
                return words[i].hint;
        first = false;
    }
    *word = (struct str){0};
    return HINT_NONE;
}

enum voice_hint hint_of_address(struct str word, struct str language)
{
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (!words[i].anywhere && str_eq(language, str_from(words[i].language)) &&
            is_word(word, words[i].word))
            return words[i].hint;
    return HINT_NONE;
}
