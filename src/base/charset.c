#include "base/charset.h"

#include <string.h>

#include <unicode/ucnv.h>
#include <unicode/utf16.h>

#include "base/unicode.h"

enum { GUESSED = CHARSET_COUNT - CHARSET_WINDOWS_1252 };

const char *charset_name(enum charset set)
{
    static const char *const names[CHARSET_COUNT] = {
        "UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "windows-1251", "KOI8-R"};
    return names[set];
}

/* What each byte of a set of one byte a character stands for. */
static void load_table(int32_t table[256], enum charset set)
{
    UErrorCode error = U_ZERO_ERROR;
    UConverter *converter = ucnv_open(charset_name(set), &error);
    for (int i = 0; i < 256; i++) {
        char byte = (char)i;
        UChar c[4];
        error = U_ZERO_ERROR;
        int32_t len = converter ? ucnv_toUChars(converter, c, 4, &byte, 1, &error) : 0;
        table[i] = len == 1 ? c[0] : i < 0x80 ? i : 0xFFFD;
    }
    ucnv_close(converter);
}

/* ---- which set ---- */

enum script { SCRIPT_NONE, SCRIPT_LATIN, SCRIPT_CYRILLIC };

static enum script script_of(int32_t c)
{
    if (c >= 0x400 && c <= 0x4FF)
        return SCRIPT_CYRILLIC;
    return unicode_is_letter(c) ? SCRIPT_LATIN : SCRIPT_NONE;
}

static bool is_among(int32_t c, const char *set)
{
    struct str s = str_from(set);
    for (ptrdiff_t at = 0; at < s.len;)
        if (utf8_next(s, &at) == c)
            return true;
    return false;
}

/* A letter beyond ASCII between its neighbours: -3 to 3. */
static int judge_letter(int32_t c, int32_t before, int32_t after)
{
    enum script script = script_of(c), left = script_of(before), right = script_of(after);
    if ((left && left != script) || (right && right != script))
        return -3; /* two alphabets in one word */
    if (unicode_is_upper(c) && left && unicode_is_lower(before))
        return -3;
    bool alone = !left && !right;
    if (script == SCRIPT_CYRILLIC) {
        if (c < 0x410 || c > 0x44F)
            return is_among(c, "ЁёІіЇїЄєҐґЎў") ? 1 : -2;
        if (unicode_is_upper(c))
            return right && unicode_is_lower(after) ? 2 : right ? 0 : alone ? 1 : -1;
        return is_among(c, "оеаинтсрвлкмдпуяы") ? 3 : is_among(c, "щъэф") ? 0 : 1;
    }
    bool beside = (before > 0x7F && left) || (after > 0x7F && right);
    bool ascii = (before <= 0x7F && left) || (after <= 0x7F && right);
    if (beside && !ascii)
        return -2; /* words of such letters only are of another alphabet */
    if (alone)
        return is_among(c, "àéèúíóÀÉ") ? 1 : -1;
    return is_among(c, "éèêëàâçîïôûùœäöüßñáíóúãõåæøÉÄÖÜÀÇŒšžŠŽÁÍÓÚÑÅØÆÈÊÎ") ? 3 : 0;
}

static int judge(int32_t c, int32_t before, int32_t after)
{
    if (unicode_is_letter(c) && !is_among(c, "ªº"))
        return judge_letter(c, before, after);
    if (c == 0xFFFD || unicode_is_control(c) || (c >= 0x2500 && c <= 0x25FF))
        return -3;
    return is_among(c, "‘’“”„‚–—…«»‹›•§°№©®™€£½¼¾·¡¿\u00A0\u00AD") ? 1 : -1;
}

struct guess {
    int64_t score, fit, against; /* characters that fit; that speak against the set */
};

static void judge_all(struct guess *g, const int32_t table[256], struct str s,
                      int64_t *beyond)
{
    *beyond = 0;
    for (ptrdiff_t i = 0; i < s.len; i++) {
        unsigned char byte = (unsigned char)s.ptr[i];
        if (byte < 0x80)
            continue;
        int32_t before = i ? table[(unsigned char)s.ptr[i - 1]] : ' ';
        int32_t after = i + 1 < s.len ? table[(unsigned char)s.ptr[i + 1]] : ' ';
        int value = judge(table[byte], before, after);
        g->score += value;
        g->fit += value > 0;
        g->against += value < -1;
        ++*beyond;
    }
}

/* The beginning of a file tells its set as well as all of it. */
enum { JUDGED_BYTES = 1 << 20, CYRILLIC_FEWEST = 8 };

static enum charset guess(struct str bytes, int *percent)
{
    struct guess guesses[GUESSED] = {0};
    int64_t beyond = 0;
    int best = 0, second = -1;
    for (int i = 0; i < GUESSED; i++) {
        int32_t table[256];
        load_table(table, (enum charset)(CHARSET_WINDOWS_1252 + i));
        judge_all(&guesses[i], table, str_slice(bytes, 0, JUDGED_BYTES), &beyond);
        best = guesses[i].score > guesses[best].score ? i : best;
    }
    for (int i = 0; i < GUESSED; i++)
        if (i != best && (second < 0 || guesses[i].score > guesses[second].score))
            second = i;
    int64_t lead = guesses[best].score - guesses[second].score;
    bool shared = best == 0 && guesses[0].score == beyond; /* quotes and dashes */
    *percent = beyond ? (int)(100 * guesses[best].fit / beyond) : 0;
    bool few = best && beyond < CYRILLIC_FEWEST; /* a stray byte makes no alphabet */
    /* Another set of the same alphabet is much like this one, but for its capitals. */
    bool doubtful = best && 10 * guesses[best].against > beyond;
    if (*percent < 75 || few || doubtful || (!shared && 2 * lead < beyond)) {
        *percent = 100;
        return CHARSET_UTF8;
    }
    return (enum charset)(CHARSET_WINDOWS_1252 + best);
}

static bool is_broken_utf8(struct str s)
{
    int64_t good = 0, bad = 0;
    for (ptrdiff_t at = 0; at < s.len;) {
        if ((unsigned char)s.ptr[at] < 0x80) {
            at++;
            continue;
        }
        ptrdiff_t begin = at;
        utf8_next(s, &at);
        *(at > begin + 1 ? &good : &bad) += 1;
    }
    return bad == 0 || 10 * good >= bad;
}

static uint16_t unit_at(struct str s, ptrdiff_t at, enum charset set)
{
    unsigned char first = (unsigned char)s.ptr[at], second = (unsigned char)s.ptr[at + 1];
    return (uint16_t)(set == CHARSET_UTF16LE ? first | second << 8 : first << 8 | second);
}

/* Text in that order of bytes has lines or words, and no unit that no text has. The other order
 * makes U+2000 and U+0A00 of blanks and line ends. */
static bool is_unmarked_utf16(struct str s, enum charset set)
{
    ptrdiff_t blanks = 0, crossed = 0;
    if (s.len < 2 || s.len % 2)
        return false;
    for (ptrdiff_t at = 0; at < s.len; at += 2) {
        uint16_t c = unit_at(s, at, set);
        bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
        if ((c < 0x20 && !blank) || c >= 0xFFFE)
            return false;
        blanks += blank;
        crossed += c == 0x2000 || c == 0x0A00 || c == 0x0D00;
        if (!U16_IS_SURROGATE(c))
            continue;
        if (!U16_IS_LEAD(c) || at + 4 > s.len || !U16_IS_TRAIL(unit_at(s, at + 2, set)))
            return false;
        at += 2;
    }
    return blanks > crossed;
}

enum charset charset_detect(struct str bytes, int *percent)
{
    *percent = 100;
    if (str_starts(bytes, S("\xFF\xFE")))
        return CHARSET_UTF16LE;
    if (str_starts(bytes, S("\xFE\xFF")))
        return CHARSET_UTF16BE;
    if (bytes.len && memchr(bytes.ptr, 0, (size_t)bytes.len))
        return is_unmarked_utf16(bytes, CHARSET_UTF16LE)   ? CHARSET_UTF16LE
               : is_unmarked_utf16(bytes, CHARSET_UTF16BE) ? CHARSET_UTF16BE
                                                           : CHARSET_UTF8;
    if (utf8_invalid_at(bytes) < 0 || is_broken_utf8(bytes))
        return CHARSET_UTF8;
    return guess(bytes, percent);
}

/* ---- conversion ---- */

static bool convert_utf16(struct strbuf *out, ptrdiff_t *wrong, struct str s,
                          enum charset set)
{
    for (ptrdiff_t at = 0; at < s.len; at += 2) {
        *wrong = at;
        if (at + 2 > s.len)
            return false;
        int32_t c = unit_at(s, at, set);
        if (U16_IS_LEAD(c) && at + 4 <= s.len && U16_IS_TRAIL(unit_at(s, at + 2, set))) {
            at += 2;
            c = (int32_t)U16_GET_SUPPLEMENTARY(c, unit_at(s, at, set));
        } else if (U16_IS_SURROGATE(c)) {
            return false;
        }
        strbuf_add_char(out, c);
    }
    return true;
}

bool charset_convert(struct str *out, ptrdiff_t *wrong, struct arena *a, struct str bytes,
                     enum charset set)
{
    *out = bytes;
    if (set == CHARSET_UTF8)
        return true;
    struct strbuf text = {.arena = a};
    bool right = true;
    if (set == CHARSET_UTF16LE || set == CHARSET_UTF16BE) {
        right = convert_utf16(&text, wrong, bytes, set);
    } else {
        int32_t table[256];
        load_table(table, set);
        for (ptrdiff_t i = 0; i < bytes.len; i++)
            strbuf_add_char(&text, table[(unsigned char)bytes.ptr[i]]);
    }
    *out = strbuf_str(&text);
    return right;
}
