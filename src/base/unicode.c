#include "base/unicode.h"

#include <assert.h>
#include <string.h>

#include <unicode/ubrk.h>
#include <unicode/ucasemap.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>

enum {
    LOCALE_BYTES = 96,
    WORD_BYTES = 128 /* as long as any, but for inventions */
};

/* `language` and ICU's `keywords` as a locale; what is too long for a tag is the root
 * locale. */
static const char *locale_of(char id[LOCALE_BYTES], struct str language,
                             const char *keywords)
{
    bool sane = language.len < LOCALE_BYTES / 2;
    for (ptrdiff_t i = 0; i < language.len && sane; i++)
        sane = u_isalnum((unsigned char)language.ptr[i]) || language.ptr[i] == '-' ||
               language.ptr[i] == '_';
    int len = sane ? (int)language.len : 0;
    memcpy(id, language.ptr ? language.ptr : "", (size_t)len);
    memcpy(id + len, keywords, strlen(keywords) + 1);
    return id;
}

static ptrdiff_t sentence_ends(ptrdiff_t **out, struct arena *a, struct str s,
                               UBreakIterator *it)
{
    ptrdiff_t *ends = NULL, count = 0, capacity = 0;
    ubrk_first(it);
    for (int32_t at = ubrk_next(it); at != UBRK_DONE; at = ubrk_next(it))
        *arena_push(a, ends, count, capacity) = at;
    if (!count || ends[count - 1] != s.len)
        *arena_push(a, ends, count, capacity) = s.len;
    *out = ends;
    return count;
}

ptrdiff_t unicode_sentences(ptrdiff_t **out, struct arena *a, struct str s,
                            struct str language)
{
    *out = NULL;
    if (!s.len)
        return 0;
    char id[LOCALE_BYTES];
    UErrorCode error = U_ZERO_ERROR;
    ptrdiff_t count = 0;
    UText text = UTEXT_INITIALIZER;
    utext_openUTF8(&text, s.ptr, s.len, &error); /* so that offsets are bytes */
    /* ss=standard: CLDR's suppressions, "Mr." and the like (UTS #35, part 2) */
    const char *locale = locale_of(id, language, "@ss=standard");
    UBreakIterator *it = ubrk_open(UBRK_SENTENCE, locale, NULL, 0, &error);
    if (U_SUCCESS(error))
        ubrk_setUText(it, &text, &error);
    if (U_SUCCESS(error) && s.len <= INT32_MAX) {
        count = sentence_ends(out, a, s, it);
    } else { /* no data: one sentence is never wrong, only long */
        *out = arena_new(a, ptrdiff_t);
        **out = s.len;
        count = 1;
    }
    ubrk_close(it);
    utext_close(&text);
    return count;
}

/* UTF-16 of `s` with room for `factor` times its length; *len units. */
static UChar *to_utf16(struct arena *a, struct str s, int32_t *len)
{
    UErrorCode error = U_ZERO_ERROR;
    UChar *u = arena_array(a, UChar, s.len + 1);
    u_strFromUTF8WithSub(u, (int32_t)s.len + 1, len, s.ptr, (int32_t)s.len, 0xFFFD, NULL,
                         &error);
    return u;
}

static struct str from_utf16(struct arena *a, const UChar *u, int32_t len)
{
    UErrorCode error = U_ZERO_ERROR;
    int32_t bytes = 0;
    char *s = arena_array(a, char, 3 * (ptrdiff_t)len + 1);
    u_strToUTF8WithSub(s, 3 * len + 1, &bytes, u, len, 0xFFFD, NULL, &error);
    return (struct str){s, U_SUCCESS(error) ? bytes : 0};
}

/* Strings longer than this are left as they are: ICU counts in 32 bits. */
enum { LONGEST = 256 << 20 };

struct str unicode_nfc(struct arena *a, struct str s)
{
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2 *nfc = unorm2_getNFCInstance(&error);
    bool ascii = true;
    for (ptrdiff_t i = 0; i < s.len && ascii; i++)
        ascii = !(s.ptr[i] & 0x80);
    if (ascii || s.len > LONGEST || U_FAILURE(error))
        return s;
    struct arena scratch = {0};
    int32_t len = 0;
    UChar *u = to_utf16(&scratch, s, &len);
    struct str result = s;
    if (!unorm2_isNormalized(nfc, u, len, &error)) {
        error = U_ZERO_ERROR;
        int32_t room = 4 * len + 16; /* UAX #15: NFC grows UTF-16 at most threefold */
        UChar *v = arena_array(&scratch, UChar, room);
        int32_t n = unorm2_normalize(nfc, u, len, v, room, &error);
        if (U_SUCCESS(error))
            result = from_utf16(a, v, n);
    }
    arena_clear(&scratch);
    return result;
}

struct str unicode_nfkc_char(struct arena *a, int32_t c)
{
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2 *nfkc = unorm2_getNFKCInstance(&error);
    char bytes[4];
    struct str one = {bytes, utf8_encode(c, bytes)};
    UChar u[2], v[64]; /* the longest compatibility form is 18 units: U+FDFA */
    int32_t len = 0;
    u_strFromUTF8(u, 2, &len, bytes, (int32_t)one.len, &error);
    int32_t n = unorm2_normalize(nfkc, u, len, v, 64, &error);
    return U_SUCCESS(error) ? from_utf16(a, v, n) : str_copy(a, one);
}

typedef int32_t casing(const UCaseMap *, char *, int32_t, const char *, int32_t,
                       UErrorCode *);

/* A word needs nobody to find its borders, which costs ICU more than all the rest. */
static int32_t to_title(const UCaseMap *map, char *to, int32_t room, const char *from,
                        int32_t len, UErrorCode *error)
{
    return ucasemap_utf8ToTitle((UCaseMap *)map, to, room, from, len, error);
}

static struct str change_case(struct arena *a, struct str s, struct str language,
                              casing *change, uint32_t options)
{
    if (!s.len || s.len > LONGEST)
        return s;
    char id[LOCALE_BYTES];
    UErrorCode error = U_ZERO_ERROR;
    UCaseMap *map = ucasemap_open(locale_of(id, language, ""), options, &error);
    char word[WORD_BYTES]; /* mostly it is one; what is kept is as long as it */
    int32_t n = change(map, word, WORD_BYTES, s.ptr, (int32_t)s.len, &error);
    struct str out = s;
    if (U_SUCCESS(error)) {
        out = str_copy(a, (struct str){word, n});
    } else if (error == U_BUFFER_OVERFLOW_ERROR) {
        error = U_ZERO_ERROR;
        char *to = arena_array(a, char, (ptrdiff_t)n + 1);
        n = change(map, to, n + 1, s.ptr, (int32_t)s.len, &error);
        out = U_SUCCESS(error) ? (struct str){to, n} : s;
    }
    ucasemap_close(map);
    return out;
}

struct str unicode_lower(struct arena *a, struct str s, struct str language)
{
    return change_case(a, s, language, ucasemap_utf8ToLower, 0);
}

struct str unicode_title(struct arena *a, struct str word, struct str language)
{
    return change_case(a, word, language, to_title,
                       U_TITLECASE_WHOLE_STRING | U_TITLECASE_NO_BREAK_ADJUSTMENT);
}

struct str unicode_fold(struct arena *a, struct str s)
{
    return change_case(a, s, S(""), ucasemap_utf8FoldCase, 0);
}

static bool is_ascii(int32_t c)
{
    return c >= 0 && c < 0x80;
}

int32_t unicode_to_upper(int32_t c)
{
    return u_toupper(c);
}

bool unicode_is_upper_wide(int32_t c)
{
    return u_isUUppercase(c) || u_charType(c) == U_TITLECASE_LETTER;
}
bool unicode_is_lower_wide(int32_t c)
{
    return u_isULowercase(c);
}
bool unicode_is_letter_wide(int32_t c)
{
    return u_isalpha(c);
}
bool unicode_is_digit(int32_t c)
{
    if (is_ascii(c))
        return c >= '0' && c <= '9';
    return u_isdigit(c);
}
bool unicode_is_mark(int32_t c)
{
    return c >= 0x300 && U_GET_GC_MASK(c) & U_GC_M_MASK;
}
bool unicode_is_control(int32_t c)
{
    return u_charType(c) == U_CONTROL_CHAR;
}
bool unicode_is_format(int32_t c)
{
    return u_charType(c) == U_FORMAT_CHAR;
}

bool unicode_is_unassigned_or_private(int32_t c)
{
    return U_GET_GC_MASK(c) & (U_GC_CN_MASK | U_GC_CO_MASK | U_GC_CS_MASK);
}

bool unicode_is_compatibility(int32_t c)
{
    char bytes[4];
    struct arena scratch = {0};
    struct str nfkc_form = unicode_nfkc_char(&scratch, c);
    struct str nfc_form =
        unicode_nfc(&scratch, (struct str){bytes, utf8_encode(c, bytes)});
    bool differs = !str_eq(nfkc_form, nfc_form);
    arena_clear(&scratch);
    return differs;
}

struct str unicode_language_tag(struct str name)
{
    enum { NAME_MOST = 64 };
    struct arena scratch = {0};
    struct str wanted = unicode_fold(&scratch, name), found = S("");
    UChar shown[NAME_MOST];
    for (const char *const *tag = uloc_getISOLanguages(); *tag && !found.len; tag++)
        for (int own = 0; own < 2 && !found.len; own++) {
            UErrorCode error = U_ZERO_ERROR;
            int32_t len = uloc_getDisplayLanguage(*tag, own ? *tag : "en", shown,
                                                  NAME_MOST, &error);
            /* where no name is known it is the tag */
            if (error == U_ZERO_ERROR &&
                str_eq(unicode_fold(&scratch, from_utf16(&scratch, shown, len)), wanted))
                found = str_from(*tag);
        }
    arena_clear(&scratch);
    return found;
}

int unicode_columns(int32_t c)
{
    if (c < 0x300)
        return 1;
    if (U_GET_GC_MASK(c) & (U_GC_MN_MASK | U_GC_ME_MASK))
        return 0;
    int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

const char *unicode_main_script(struct str s)
{
    ptrdiff_t counts[USCRIPT_CODE_LIMIT] = {0};
    int best = -1;
    for (ptrdiff_t at = 0; at < s.len;) {
        int32_t c = utf8_next(s, &at);
        if (!u_isalpha(c))
            continue;
        UErrorCode error = U_ZERO_ERROR;
        int script = uscript_getScript(c, &error);
        if (script <= USCRIPT_INHERITED || script >= USCRIPT_CODE_LIMIT)
            continue;
        counts[script]++;
        if (best < 0 || counts[script] > counts[best])
            best = script;
    }
    return best < 0 ? "Zyyy" : uscript_getShortName(best);
}

static_assert(
    (int)UNICODE_LATIN == USCRIPT_LATIN && (int)UNICODE_ARABIC == USCRIPT_ARABIC &&
        (int)UNICODE_ARMENIAN == USCRIPT_ARMENIAN &&
        (int)UNICODE_BENGALI == USCRIPT_BENGALI &&
        (int)UNICODE_CYRILLIC == USCRIPT_CYRILLIC &&
        (int)UNICODE_DEVANAGARI == USCRIPT_DEVANAGARI &&
        (int)UNICODE_ETHIOPIC == USCRIPT_ETHIOPIC &&
        (int)UNICODE_GEORGIAN == USCRIPT_GEORGIAN &&
        (int)UNICODE_GREEK == USCRIPT_GREEK &&
        (int)UNICODE_GUJARATI == USCRIPT_GUJARATI &&
        (int)UNICODE_GURMUKHI == USCRIPT_GURMUKHI && (int)UNICODE_HAN == USCRIPT_HAN &&
        (int)UNICODE_HANGUL == USCRIPT_HANGUL && (int)UNICODE_HEBREW == USCRIPT_HEBREW &&
        (int)UNICODE_KANNADA == USCRIPT_KANNADA &&
        (int)UNICODE_MALAYALAM == USCRIPT_MALAYALAM &&
        (int)UNICODE_ORIYA == USCRIPT_ORIYA && (int)UNICODE_SINHALA == USCRIPT_SINHALA &&
        (int)UNICODE_TAMIL == USCRIPT_TAMIL && (int)UNICODE_TELUGU == USCRIPT_TELUGU &&
        (int)UNICODE_COMMON == USCRIPT_COMMON,
    "numbers of scripts");

static int script_written(int script)
{
    switch (script) {
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_BOPOMOFO:
    case USCRIPT_SIMPLIFIED_HAN:
    case USCRIPT_TRADITIONAL_HAN:
    case USCRIPT_JAPANESE:
        return UNICODE_HAN;
    case USCRIPT_KOREAN:
        return USCRIPT_HANGUL;
    case USCRIPT_INHERITED:
        return UNICODE_COMMON;
    default:
        return script;
    }
}

int unicode_script(int32_t c)
{
    UErrorCode error = U_ZERO_ERROR;
    int script = uscript_getScript(c, &error);
    return U_SUCCESS(error) ? script_written(script) : UNICODE_COMMON;
}

int32_t unicode_lower_char(int32_t c)
{
    return u_tolower(c);
}

int unicode_language_script(struct str language)
{
    char id[LOCALE_BYTES];
    UScriptCode codes[4];
    UErrorCode error = U_ZERO_ERROR;
    int count = uscript_getCode(locale_of(id, language, ""), codes, 4, &error);
    return U_SUCCESS(error) && count > 0 && codes[0] > USCRIPT_INHERITED
               ? script_written(codes[0])
               : UNICODE_LATIN;
}

int unicode_digit_value(int32_t c)
{
    return u_charType(c) == U_DECIMAL_DIGIT_NUMBER ? u_charDigitValue(c) : -1;
}

/* Unicode's names, without what says how the sign is drawn. */
struct str unicode_emoji_name(struct arena *a, struct str sign)
{
    static const struct {
        int32_t sign;
        const char *name;
    } known[] = {{0x2764, "red heart"}, {0x1F64F, "folded hands"}};
    static const char *const drawn[] = {"white ", "black ", "heavy ", " sign", " symbol"};
    char name[100] = "";
    ptrdiff_t at = 0;
    int32_t c = utf8_next(sign, &at);
    if (c < 0x2600 || !u_hasBinaryProperty(c, UCHAR_EMOJI) ||
        u_hasBinaryProperty(c, UCHAR_EMOJI_COMPONENT))
        return S("");
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (known[i].sign == c)
            return str_from(known[i].name);
    UErrorCode error = U_ZERO_ERROR;
    int32_t length = u_charName(c, U_UNICODE_CHAR_NAME, name, sizeof name, &error);
    if (U_FAILURE(error))
        return S("");
    struct str s = unicode_lower(a, (struct str){name, length}, S("en"));
    for (size_t i = 0; i < sizeof drawn / sizeof *drawn; i++) {
        struct str part = str_from(drawn[i]);
        if (str_starts(s, part))
            s = str_slice(s, part.len, s.len);
        if (part.ptr[0] == ' ' && str_ends(s, part))
            s = str_slice(s, 0, s.len - part.len);
    }
    return str_copy(a, s);
}

/* Letters by their category that stand for nothing. */
static bool is_filler(int32_t c)
{
    return c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0;
}

bool unicode_is_square(int32_t c)
{
    return c >= 0x3200 && c <= 0x33FF;
}

bool is_speech_wide(int32_t c)
{
    return ((unicode_is_letter(c) || unicode_is_digit(c) || unicode_is_square(c)) &&
            !is_filler(c)) ||
           (c >= UNICODE_STAND_IN_FIRST && c <= UNICODE_STAND_IN_LAST);
}

ptrdiff_t speech_at(struct str s)
{
    for (ptrdiff_t at = 0, from = 0; at < s.len; from = at)
        if (is_speech(utf8_next(s, &at)))
            return from;
    return -1;
}
