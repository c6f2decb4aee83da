#include "base/transliterate.h"

#include <stdlib.h>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

enum {
    UNITS_MOST = 1024, /* of UTF-16, before and after: longer is done in parts */
    PART_BYTES = 256,  /* as no character becomes more than four times as long */
    NAME_BYTES = 128,
};

/* Chinese syllables, as near as kana come to them: ICU knows no Japanese reading of the characters. */
static const char kana_rules[] =
    ":: Russian-Latin/BGN; :: Any-Latin; :: Latin-ASCII; :: Any-Lower;"
    "zh > j; x > sh; q > ch; ng > n; :: Null; :: Latin-Katakana;";
static const char latin_rules[] =
    ":: Russian-Latin/BGN; :: Any-Latin; :: Latin-ASCII; \\u01DD > e; \\u0259 > e;";

/* An owned ICU transliterator goes by this name. */
static UTransliterator *rules_of(struct transliterator *t)
{
    return (UTransliterator *)t;
}

static struct transliterator *open_one(struct transliterators *all,
                                       enum transliterate_to to)
{
    UChar id[16], rules[UNITS_MOST];
    UErrorCode error = U_ZERO_ERROR;
    if (all->open[to] || all->failed[to])
        return all->open[to];
    u_uastrcpy(id, "spoken");
    u_uastrcpy(rules, to == TO_KATAKANA ? kana_rules : latin_rules);
    UTransliterator *t = utrans_openU(id, -1, UTRANS_FORWARD, rules, -1, NULL, &error);
    all->failed[to] = U_FAILURE(error);
    all->open[to] = U_SUCCESS(error) ? (struct transliterator *)t : NULL;
    return all->open[to];
}

void transliterators_close(struct transliterators *t)
{
    for (int i = 0; i <= TO_KATAKANA; i++)
        if (t->open[i])
            utrans_close(rules_of(t->open[i]));
    *t = (struct transliterators){0};
}

/* ---- by name ---- */

/* Behind `what` in the name, one word: "GA" of "CHEROKEE LETTER GA"; "" when that is not there. */
static struct str name_behind(struct str name, struct str what)
{
    ptrdiff_t at = str_find(name, what);
    struct str rest = at < 0 ? S("") : str_slice(name, at + what.len, name.len), word;
    str_cut(rest, ' ', &word, &rest);
    return word;
}

static void add_lower(struct strbuf *out, struct str s)
{
    for (ptrdiff_t i = 0; i < s.len; i++)
        if (s.ptr[i] >= 'A' && s.ptr[i] <= 'Z')
            strbuf_add_byte(out, (char)(s.ptr[i] + 32));
}

static bool ends_in_vowel(const struct strbuf *b)
{
    return b->len > 1 && (b->ptr[b->len - 1] == 'a' || b->ptr[b->len - 1] == 'o');
}

/* A letter that no rule knew: its name, a syllable; a sign for a vowel takes the place of the
 * syllable's own, one that stops it takes that away. False: it has no such name. */
static bool add_by_name(struct strbuf *out, int32_t c)
{
    char buffer[NAME_BYTES];
    UErrorCode error = U_ZERO_ERROR;
    int32_t length = u_charName(c, U_UNICODE_CHAR_NAME, buffer, sizeof buffer, &error);
    struct str name = U_SUCCESS(error) ? (struct str){buffer, length} : S("");
    struct str vowel = name_behind(name, S("VOWEL SIGN "));
    struct str letter = name_behind(name, S("LETTER "));
    struct str syllable = name_behind(name, S("SYLLABLE "));
    bool stops = str_find(name, S("COENG")) >= 0 || str_find(name, S("VIRAMA")) >= 0 ||
                 str_find(name, S("ASAT")) >= 0 || str_find(name, S("SUBJOINED")) >= 0;
    if ((vowel.len || stops) && ends_in_vowel(out))
        out->len--;
    add_lower(out, vowel.len ? vowel : letter.len ? letter : syllable);
    return vowel.len || letter.len || syllable.len || stops;
}

/* ---- by rules ---- */

/* Could rules change `c`? */
static bool is_ruled(struct transliterators *all, UChar32 c)
{
    UErrorCode error = U_ZERO_ERROR;
    int script = uscript_getScript(c, &error);
    if (U_FAILURE(error) || script <= USCRIPT_INHERITED || script == USCRIPT_LATIN ||
        script >= TRANSLITERATED_SCRIPTS)
        return true;
    if (!all->rules[script]) {
        UChar id[NAME_BYTES];
        u_uastrcpy(id, uscript_getName((UScriptCode)script));
        u_strcat(id, u"-Latin");
        UTransliterator *t = utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, &error);
        all->rules[script] = U_SUCCESS(error) ? 1 : -1;
        if (U_SUCCESS(error))
            utrans_close(t);
    }
    return all->rules[script] > 0;
}

/* At most UNITS_MOST come out; 0: ICU failed. */
static int32_t by_rules(struct transliterators *all, struct transliterator *t,
                        UChar units[UNITS_MOST], struct str part)
{
    int32_t length = 0, limit;
    UErrorCode error = U_ZERO_ERROR;
    bool ruled = false;
    u_strFromUTF8(units, UNITS_MOST, &length, part.ptr, (int32_t)part.len, &error);
    for (ptrdiff_t at = 0; at < part.len && !ruled;)
        ruled = is_ruled(all, utf8_next(part, &at));
    limit = length;
    if (ruled)
        utrans_transUChars(rules_of(t), units, &length, UNITS_MOST, 0, &limit, &error);
    return U_SUCCESS(error) ? limit : 0;
}

static bool is_kana(UChar32 c)
{
    return c == 0x30FC || (c >= 0x3041 && c <= 0x30FA);
}

/* Is it a letter or mark that no rule knew? */
static bool is_unread(UChar32 c)
{
    return c >= 0x250 && !is_kana(c) &&
           (u_isalpha(c) || u_charType(c) == U_NON_SPACING_MARK ||
            u_charType(c) == U_COMBINING_SPACING_MARK);
}

/* By the rules for what its name says it is made of; false: they do not know that either. */
static bool add_base(struct transliterators *all, struct transliterator *t,
                     struct strbuf *out, UChar32 c)
{
    UChar units[UNITS_MOST];
    char bytes[4];
    int32_t base = transliterate_base(c), first;
    int32_t length =
        base ? by_rules(all, t, units, (struct str){bytes, utf8_encode(base, bytes)}) : 0;
    if (!length)
        return false;
    U16_GET(units, 0, 0, length, first);
    for (int32_t i = 0; i < length && !is_unread(first);) {
        U16_NEXT(units, i, length, base);
        strbuf_add_char(out, base);
    }
    return !is_unread(first);
}

/* What the rules made, without what they leave: marks of softness, modifiers, unread letters. */
static void add_part(struct transliterators *all, struct transliterator *t,
                     struct strbuf *out, struct str part)
{
    UChar units[UNITS_MOST];
    int32_t length = by_rules(all, t, units, part);
    if (!length)
        strbuf_add(out, part);
    for (int32_t i = 0; i < length;) {
        UChar32 c;
        U16_NEXT(units, i, length, c);
        bool modifier = u_charType(c) == U_MODIFIER_LETTER && !is_kana(c);
        if (c == '\'' || c == '"' || modifier)
            continue;
        if (is_unread(c) &&
            (add_base(all, t, out, c) || add_by_name(out, c) || !u_isalpha(c)))
            continue;
        strbuf_add_char(out, c);
    }
}

struct str transliterate(struct transliterators *all, enum transliterate_to to,
                         struct arena *a, struct str s)
{
    struct strbuf b = {.arena = a};
    struct transliterator *t = open_one(all, to);
    if (!t)
        return s;
    for (ptrdiff_t at = 0; at < s.len;) {
        ptrdiff_t end = at + PART_BYTES < s.len ? at + PART_BYTES : s.len;
        while (end < s.len && (s.ptr[end] & 0xC0) == 0x80)
            end--;
        add_part(all, t, &b, str_slice(s, at, end));
        at = end;
    }
    struct str out = str_trim(strbuf_str(&b));
    return out.len ? out : s;
}

int32_t transliterate_base(int32_t c)
{
    char buffer[NAME_BYTES];
    UErrorCode error = U_ZERO_ERROR;
    int32_t length = u_charName(c, U_UNICODE_CHAR_NAME, buffer, sizeof buffer, &error);
    struct str name = U_SUCCESS(error) ? (struct str){buffer, length} : S("");
    ptrdiff_t with = str_find(name, S(" WITH "));
    if (with < 0)
        return 0;
    buffer[with] = '\0';
    UChar32 base = u_charFromName(U_UNICODE_CHAR_NAME, buffer, &error);
    return U_SUCCESS(error) ? base : 0;
}
