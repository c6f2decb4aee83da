#include "speak/acronyms.h"

#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "speak/acronym_tables.h"
#include "speak/limits.h"

/* ---- can it be said ---- */

/* Consonants that words begin and end with, two or more in a row: of English, German, French and
 * Spanish together, for names of one are said in all. */
static const char onsets[] = " BL BR CH CHR CL CR DR DW FL FR GH GL GN GR GW JH KH KL KN "
                             "KR KW LL PF PFL PFR PH PHR PL PR PS QU RH SC SCH SCHL "
                             "SCHM SCHN SCHR SCHW SCR SH SHR SK SL SM SN SP SPH SPL SPR "
                             "SQU ST STR SV SW TH THR TR TS TW VL VR WH WR ZH ZW ";
static const char codas[] =
    " BB BS CH CHS CHT CK CKS CS CT CTS DD DS DT FF FFS FS FT FTS GG GH GHS GHT GHTS GN "
    "GS HL HM HN HR HRT HT KS KT LB LCH LD LDS LF LFS LK LKS LL LLS LM LMS LN LP LPS LS "
    "LT LTH LTS LZ MB MBS MM MMS MP MPF MPH MPS MPT MS NCH NCT ND NDS NG NGS NGTH NK "
    "NKS NN NNS NS NT NTH NTS NX NZ PF PH PP PPS PS PT PTS RB RBS RC RCH RD RDS RF RG "
    "RGH RGS RK RKS RL RLD RM RMS RN RNS RP RPS RR RS RSH RST RT RTH RTS RX RZ SCH SH "
    "SK SKS SM SMS SP SS ST STS TCH TH THS TS TT TTS TZ WD WK WL WN WS XT ZZ ";

static bool is_vowel(int32_t c)
{
    static const char vowels[] = "AEIOUYÀÁÂÃÄÅÆÈÉÊËÌÍÎÏÒÓÔÕÖØÙÚÛÜŒАЕЁИОУЫЭЮЯІЄЇ";
    char bytes[4];
    int length = utf8_encode(c, bytes);
    return str_find(str_from(vowels), (struct str){bytes, length}) >= 0;
}

static bool is_cyrillic(int32_t c)
{
    return c >= 0x400 && c < 0x530;
}

static bool is_listed(const char *list, struct str cluster)
{
    char padded[16] = " ";
    if (cluster.len > 8)
        return false;
    memcpy(padded + 1, cluster.ptr, (size_t)cluster.len);
    padded[cluster.len + 1] = ' ';
    return strstr(list, padded) != NULL;
}

/* May the consonants stand there? */
static bool is_onset(struct str s, ptrdiff_t letters, bool cyrillic)
{
    return letters <= 1 || (cyrillic ? letters <= 2 : is_listed(onsets, s));
}

static bool is_coda(struct str s, ptrdiff_t letters, bool cyrillic)
{
    return letters <= 1 || (cyrillic ? letters <= 2 : is_listed(codas, s));
}

/* Between vowels: the end of a syllable, and the beginning of another. */
static bool is_middle(struct str s, ptrdiff_t letters, bool cyrillic)
{
    if (letters <= 2 || cyrillic)
        return letters <= 3;
    for (ptrdiff_t cut = 0; cut <= s.len; cut++)
        if (is_coda(str_slice(s, 0, cut), cut, false) &&
            is_onset(str_slice(s, cut, s.len), s.len - cut, false))
            return true;
    return false;
}

/* Vowels that stand beside each other: "EAEU" is no word, nor is "AARP". */
static bool are_vowels_sayable(struct str s, ptrdiff_t letters)
{
    struct str doubled = str_slice(s, 0, 2);
    bool twice = letters == 2 && s.len == 2 && s.ptr[0] == s.ptr[1] &&
                 !str_eq(doubled, S("EE")) && !str_eq(doubled, S("OO"));
    return letters <= 2 && !twice;
}

bool acronym_is_pronounceable(struct str word)
{
    ptrdiff_t begin = 0, letters = 0, vowels = 0, all = 0, groups = 0;
    bool vowel = false, cyrillic = false;
    for (ptrdiff_t at = 0, here = 0;; here = at) {
        int32_t c = utf8_next(word, &at);
        bool is = c >= 0 && is_vowel(c) && !(c == 'Y' && here == 0);
        cyrillic = cyrillic || is_cyrillic(c);
        if (c >= 0 && (is == vowel || !letters)) {
            vowel = is;
            letters++;
        } else {
            struct str group = str_slice(word, begin, here);
            bool fits = vowel    ? are_vowels_sayable(group, letters)
                        : c < 0  ? is_coda(group, letters, cyrillic)
                        : groups ? is_middle(group, letters, cyrillic)
                                 : is_onset(group, letters, cyrillic);
            if (!fits)
                return false;
            begin = here;
            letters = 1;
            groups++;
            vowel = is;
        }
        if (c < 0)
            break;
        vowels += is;
        all++;
    }
    return vowels > 0 && all > 1;
}

/* Long words in capitals are names and words, whatever their clusters: "SCHTSCHUKIN". */
static bool is_long_word(struct str word)
{
    ptrdiff_t letters = 0, vowels = 0;
    for (ptrdiff_t at = 0; at < word.len; letters++)
        vowels += is_vowel(utf8_next(word, &at));
    return letters > ACRONYM_LETTERS_MOST || (letters >= 6 && vowels * 4 >= letters);
}

/* ---- how it is read ---- */

/* Three letters with a vowel in the middle are said in Russian (МИД), those with one somewhere in
 * Spanish (IVA). */
static bool is_short_word(struct str word, struct str language)
{
    struct str primary = language_primary(language);
    if (str_eq_ascii_case(primary, S("es")))
        return acronym_is_pronounceable(word);
    int32_t first, middle, last;
    ptrdiff_t at = 0;
    first = utf8_next(word, &at);
    middle = utf8_next(word, &at);
    last = utf8_next(word, &at);
    return is_cyrillic(first) && !is_vowel(first) && is_vowel(middle) && !is_vowel(last);
}

enum acronym_reading acronym_read(struct str word, struct str language)
{
    const struct acronym_tables *t = acronym_tables_of(language);
    ptrdiff_t letters = utf8_count(word);
    if (t) {
        if (acronym_respelled(t, word))
            return ACRONYM_RESPELLED;
        bool spelled = word_list_has(t->spelled, word);
        bool ordinary = word_list_has(t->words, word);
        if (spelled || ordinary)
            return !ordinary ? ACRONYM_SPELLED : spelled ? ACRONYM_EITHER : ACRONYM_WORD;
        if (word_list_has(t->said, word))
            return ACRONYM_SAID;
    }
    if (letters == 3 && is_short_word(word, language))
        return ACRONYM_SAID;
    if (letters <= 3)
        return acronym_is_pronounceable(word) ? ACRONYM_UNKNOWN : ACRONYM_SPELLED;
    return acronym_is_pronounceable(word) || is_long_word(word) ? ACRONYM_WORD
                                                                : ACRONYM_SPELLED;
}

/* "MoD", "PhD", "AfD": between two capitals a small letter of "of", "for", "für", "des" or a digraph;
 * "MiG" is a word, "McA" the beginning of a name. */
static bool has_small_middle(struct str word)
{
    ptrdiff_t at = 0;
    int32_t first = utf8_next(word, &at), middle = utf8_next(word, &at);
    int32_t last = utf8_next(word, &at);
    bool joins = middle == 'o' || middle == 'f' || middle == 'd' || middle == 'h';
    return at == word.len && last >= 0 && unicode_is_upper(first) && joins &&
           unicode_is_upper(last);
}

bool acronym_is_mixed(struct str word, struct str language)
{
    const struct acronym_tables *t = acronym_tables_of(language);
    return t && !word_list_has(t->said, word) &&
           (has_small_middle(word) || word_list_has(t->mixed, word));
}

struct str acronym_respelling(struct str word, struct str language)
{
    const struct acronym_tables *t = acronym_tables_of(language);
    return t ? str_from(acronym_respelled(t, word)) : S("");
}

/* ---- what texts explain ---- */

static int32_t upper_of(int32_t c)
{
    bool small = (c >= 'a' && c <= 'z') || (c >= 0xE0 && c <= 0xFE && c != 0xF7) ||
                 (c >= 0x430 && c <= 0x44F);
    return small ? c - 32 : c >= 0x450 && c <= 0x45F ? c - 80 : c;
}

static bool is_word_start(struct str s, ptrdiff_t at)
{
    ptrdiff_t before = at;
    return at == 0 || !unicode_is_letter(utf8_previous(s, &before));
}

/* Do the letters of `acronym` stand in `meaning` in their order, the first at the beginning of
 * a word? Looked for from the end, as the paper has it. */
static bool is_explained_by(struct str acronym, struct str meaning)
{
    ptrdiff_t at = meaning.len;
    for (ptrdiff_t left = acronym.len; left > 0;) {
        int32_t letter = upper_of(utf8_previous(acronym, &left)), c = -1;
        while (at > 0) {
            c = upper_of(utf8_previous(meaning, &at));
            if (c == letter && (left > 0 || is_word_start(meaning, at)))
                break;
            c = -1;
        }
        if (c < 0)
            return false;
    }
    return true;
}

static bool is_quote(int32_t c)
{
    return c == '"' || c == '\'' || c == 0xAB || c == 0xBB ||
           (c >= 0x2018 && c <= 0x201F);
}

/* The last word of `s`, without quotes, if it could be an acronym: letters, two of them capitals.
 * The plural's s goes: "NGOs". Else "". */
static struct str candidate(struct str s)
{
    s = str_trim(s);
    ptrdiff_t end = s.len, begin, capitals = 0, letters = 0;
    for (ptrdiff_t at = end; at > 0 && is_quote(utf8_previous(s, &at));)
        end = at;
    for (begin = end; begin > 0; letters++) {
        ptrdiff_t at = begin;
        int32_t c = utf8_previous(s, &at);
        if (!unicode_is_letter(c) || letters > ACRONYM_LETTERS_MOST)
            break;
        capitals += unicode_is_upper(c);
        begin = at;
    }
    struct str word = str_slice(s, begin, end);
    if (capitals == letters - 1 && capitals >= 2 && str_ends(word, S("s")))
        word.len--;
    return capitals >= 2 && capitals * 2 >= letters && letters <= ACRONYM_LETTERS_MOST
               ? word
               : S("");
}

/* The words before `end` that an acronym of so many letters can stand for: min(n + 5, 2 n). */
static struct str words_before(struct str s, ptrdiff_t end, ptrdiff_t letters)
{
    enum { BYTES_MOST = 400 };
    ptrdiff_t words = letters + 5 < 2 * letters ? letters + 5 : 2 * letters;
    ptrdiff_t begin = end, least = end > BYTES_MOST ? end - BYTES_MOST : 0;
    while (begin > least && (s.ptr[begin - 1] != ' ' || --words >= 0))
        begin--;
    return str_slice(s, begin, end);
}

static struct str words_behind(struct str s, ptrdiff_t begin)
{
    enum { BYTES_MOST = 200 };
    ptrdiff_t end = begin;
    while (end < s.len && end - begin < BYTES_MOST && s.ptr[end] != ')')
        end++;
    return str_slice(s, begin, end < s.len && s.ptr[end] == ')' ? end : begin);
}

static void keep(struct acronyms *x, struct str word)
{
    struct strbuf b = {.arena = x->arena};
    for (ptrdiff_t at = 0; at < word.len;)
        strbuf_add_char(&b, upper_of(utf8_next(word, &at)));
    struct str capitals = strbuf_str(&b);
    *arena_push(x->arena, x->words, x->count, x->capacity) = capitals;
    unsigned first = (unsigned char)capitals.ptr[0] - 'A',
             second = (unsigned char)capitals.ptr[1] - 'A';
    if (first < 26 && second < 26 && !acronym_is_pronounceable(capitals))
        x->lower[first] |= UINT32_C(1) << second;
    x->any_lower |= first < 26 && x->lower[first];
}

/* "(RPB)", "(the «RPB»)", "(далее — СРЛ)" at the bracket at `open`; "RPB (Regional ...)". */
static void learn_bracket(struct acronyms *x, struct str text, ptrdiff_t open)
{
    enum { BEFORE_MOST = 30 }; /* bytes of what may stand before the acronym */
    struct str inside = words_behind(text, open + 1);
    struct str word = candidate(inside);
    bool last = inside.len - word.len <= BEFORE_MOST;
    if (word.len && last &&
        is_explained_by(word, words_before(text, open, utf8_count(word)))) {
        keep(x, word);
        return;
    }
    ptrdiff_t begin = open > 2 * BEFORE_MOST ? open - 2 * BEFORE_MOST : 0;
    word = candidate(str_slice(text, begin, open));
    if (word.len && inside.len > word.len && is_explained_by(word, inside))
        keep(x, word);
}

/* "the National Lock Office, or NLO, objects" */
static void learn_comma(struct acronyms *x, struct str text, ptrdiff_t comma)
{
    static const char *const words[] = {", or ", ", oder ", ", ou ", ", o ", ", или "};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct str or = str_from(words[i]), rest = str_slice(text, comma, text.len);
        if (!str_starts(rest, or))
            continue;
        ptrdiff_t begin = comma + or.len, end = begin;
        for (ptrdiff_t at = begin; at < text.len; end = at)
            if (!unicode_is_letter(utf8_next(text, &at)))
                break;
        struct str word = candidate(str_slice(text, begin, end));
        if (word.len &&
            is_explained_by(word, words_before(text, comma, utf8_count(word))))
            keep(x, word);
    }
}

void acronyms_learn(struct acronyms *x, struct str text)
{
    if (!text.len)
        return;
    const char *at = text.ptr, *end = text.ptr + text.len;
    while ((at = memchr(at, '(', (size_t)(end - at))) != NULL)
        learn_bracket(x, text, at++ - text.ptr);
    at = text.ptr;
    while ((at = memchr(at, ',', (size_t)(end - at))) != NULL)
        learn_comma(x, text, at++ - text.ptr);
}

static unsigned letter_of(char c)
{
    return c >= 'a' && c <= 'z'   ? (unsigned)(c - 'a')
           : c >= 'A' && c <= 'Z' ? (unsigned)(c - 'A')
                                  : 26;
}

bool acronyms_may_have(const struct acronyms *x, struct str word)
{
    if (!x || !x->any_lower || word.len < 2)
        return false;
    unsigned first = letter_of(word.ptr[0]), second = letter_of(word.ptr[1]);
    return first < 26 && second < 26 && (x->lower[first] >> second & 1);
}

bool acronyms_may_stand_in(const struct acronyms *x, struct str text)
{
    if (!x || !x->any_lower)
        return false;
    for (ptrdiff_t at = 0; at >= 0 && at < text.len;) {
        if (acronyms_may_have(x, str_slice(text, at, at + 2)))
            return true;
        ptrdiff_t blank = str_find_byte(str_slice(text, at, text.len), ' ');
        at = blank < 0 ? -1 : at + blank + 1;
    }
    return false;
}

bool acronym_language(struct str language)
{
    return acronym_tables_of(language) != NULL;
}

void acronyms_settle(struct acronyms *x)
{
    if (x->count)
        qsort(x->words, (size_t)x->count, sizeof *x->words, str_order);
}

bool acronyms_have(const struct acronyms *x, struct str word)
{
    return x && x->count &&
           bsearch(&word, x->words, (size_t)x->count, sizeof *x->words, str_order);
}
