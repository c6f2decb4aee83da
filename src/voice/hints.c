#include "voice/hints.h"

#include <string.h>

struct hint_word {
    struct str language; /* primary subtag */
    struct str word;     /* lower case, which has as many bytes as upper case here */
    enum voice_hint hint;
    bool anywhere; /* an office may stand in mid-name; an honorific only comes first */
};

#define WORD(literal)                                                                    \
    {                                                                                    \
        "" literal, (ptrdiff_t)sizeof(literal) - 1                                       \
    }

/* By language, forms of address first. */
static const struct hint_word words[] = {
    {WORD("en"), WORD("ms"), HINT_HIGH, false},
    {WORD("en"), WORD("mrs"), HINT_HIGH, false},
    {WORD("en"), WORD("miss"), HINT_HIGH, false},
    {WORD("en"), WORD("madam"), HINT_HIGH, false},
    {WORD("en"), WORD("lady"), HINT_HIGH, false},
    {WORD("en"), WORD("dame"), HINT_HIGH, false},
    {WORD("en"), WORD("baroness"), HINT_HIGH, false},
    {WORD("en"), WORD("countess"), HINT_HIGH, false},
    {WORD("en"), WORD("duchess"), HINT_HIGH, false},
    {WORD("en"), WORD("princess"), HINT_HIGH, false},
    {WORD("en"), WORD("queen"), HINT_HIGH, false},
    {WORD("en"), WORD("sister"), HINT_HIGH, false},
    {WORD("en"), WORD("mr"), HINT_LOW, false},
    {WORD("en"), WORD("mister"), HINT_LOW, false},
    {WORD("en"), WORD("sir"), HINT_LOW, false},
    {WORD("en"), WORD("lord"), HINT_LOW, false},
    {WORD("en"), WORD("prince"), HINT_LOW, false},
    {WORD("en"), WORD("king"), HINT_LOW, false},
    {WORD("en"), WORD("father"), HINT_LOW, false},
    {WORD("en"), WORD("brother"), HINT_LOW, false},
    {WORD("en"), WORD("rabbi"), HINT_LOW, false},
    {WORD("en"), WORD("imam"), HINT_LOW, false},
    {WORD("en"), WORD("chairwoman"), HINT_HIGH, true},
    {WORD("en"), WORD("spokeswoman"), HINT_HIGH, true},
    {WORD("en"), WORD("congresswoman"), HINT_HIGH, true},
    {WORD("en"), WORD("assemblywoman"), HINT_HIGH, true},
    {WORD("en"), WORD("councilwoman"), HINT_HIGH, true},
    {WORD("en"), WORD("alderwoman"), HINT_HIGH, true},
    {WORD("en"), WORD("policewoman"), HINT_HIGH, true},
    {WORD("en"), WORD("woman"), HINT_HIGH, true},
    {WORD("en"), WORD("female"), HINT_HIGH, true},
    {WORD("en"), WORD("actress"), HINT_HIGH, true},
    {WORD("en"), WORD("chairman"), HINT_LOW, true},
    {WORD("en"), WORD("spokesman"), HINT_LOW, true},
    {WORD("en"), WORD("congressman"), HINT_LOW, true},
    {WORD("en"), WORD("assemblyman"), HINT_LOW, true},
    {WORD("en"), WORD("councilman"), HINT_LOW, true},
    {WORD("en"), WORD("alderman"), HINT_LOW, true},
    {WORD("en"), WORD("policeman"), HINT_LOW, true},
    {WORD("en"), WORD("man"), HINT_LOW, true},
    {WORD("en"), WORD("male"), HINT_LOW, true},
    {WORD("de"), WORD("frau"), HINT_HIGH, false},
    {WORD("de"), WORD("herr"), HINT_LOW, false},
    {WORD("de"), WORD("ministerin"), HINT_HIGH, true},
    {WORD("de"), WORD("bundesministerin"), HINT_HIGH, true},
    {WORD("de"), WORD("kanzlerin"), HINT_HIGH, true},
    {WORD("de"), WORD("bundeskanzlerin"), HINT_HIGH, true},
    {WORD("de"), WORD("präsidentin"), HINT_HIGH, true},
    {WORD("de"), WORD("staatssekretärin"), HINT_HIGH, true},
    {WORD("de"), WORD("sprecherin"), HINT_HIGH, true},
    {WORD("de"), WORD("regierungssprecherin"), HINT_HIGH, true},
    {WORD("fr"), WORD("mme"), HINT_HIGH, false},
    {WORD("fr"), WORD("madame"), HINT_HIGH, false},
    {WORD("fr"), WORD("mlle"), HINT_HIGH, false},
    {WORD("fr"), WORD("m"), HINT_LOW, false},
    {WORD("fr"), WORD("monsieur"), HINT_LOW, false},
    {WORD("fr"), WORD("présidente"), HINT_HIGH, true},
    {WORD("fr"), WORD("directrice"), HINT_HIGH, true},
    {WORD("fr"), WORD("sénatrice"), HINT_HIGH, true},
    {WORD("fr"), WORD("députée"), HINT_HIGH, true},
    {WORD("es"), WORD("sra"), HINT_HIGH, false},
    {WORD("es"), WORD("señora"), HINT_HIGH, false},
    {WORD("es"), WORD("doña"), HINT_HIGH, false},
    {WORD("es"), WORD("sr"), HINT_LOW, false},
    {WORD("es"), WORD("señor"), HINT_LOW, false},
    {WORD("es"), WORD("don"), HINT_LOW, false},
    {WORD("es"), WORD("ministra"), HINT_HIGH, true},
    {WORD("es"), WORD("presidenta"), HINT_HIGH, true},
    {WORD("es"), WORD("directora"), HINT_HIGH, true},
    {WORD("kk"), WORD("ханым"), HINT_HIGH, true}, /* behind the name */
    {WORD("kk"), WORD("мырза"), HINT_LOW, true},
    {WORD("ru"), WORD("госпожа"), HINT_HIGH, false},
    {WORD("ru"), WORD("г-жа"), HINT_HIGH, false},
    {WORD("ru"), WORD("господин"), HINT_LOW, false},
    {WORD("ru"), WORD("г-н"), HINT_LOW, false},
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

static bool is_word(struct str s, struct str w)
{
    ptrdiff_t i = 0, k = 0;
    bool ascii = w.len && (unsigned char)w.ptr[0] < 0x80;
    if (s.len != w.len || (ascii && (s.ptr[0] ^ w.ptr[0]) & ~0x20))
        return false; /* the first byte differs in more than its case */
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
            if (words[i].word.len == word->len && is_word(*word, words[i].word) &&
                str_eq(language, words[i].language) &&
                (words[i].anywhere || (first && has_more(label, at))))
                return words[i].hint;
        first = false;
    }
    *word = (struct str){0};
    return HINT_NONE;
}

struct hint_addresses hint_addresses_of(struct str language)
{
    struct hint_addresses found = {0};
    int count = (int)(sizeof words / sizeof *words);
    while (found.first < count && !str_eq(language, words[found.first].language))
        found.first++;
    for (found.end = found.first; found.end < count; found.end++)
        if (words[found.end].anywhere || !str_eq(language, words[found.end].language))
            break;
    return found;
}

enum voice_hint hint_of_address(struct str word, struct hint_addresses addresses)
{
    for (int i = addresses.first; i < addresses.end; i++)
        if (words[i].word.len == word.len && is_word(word, words[i].word))
            return words[i].hint;
    return HINT_NONE;
}
