#include "speak/ipa.h"

#define SYMBOL(ipa, mnemonics, use)                                                      \
    {                                                                                    \
        S(ipa), S(mnemonics), use                                                        \
    }
#define C(ipa, mnemonics) SYMBOL(ipa, mnemonics, IPA_CONSONANT)
#define V(ipa, mnemonics) SYMBOL(ipa, mnemonics, IPA_VOWEL)
#define R(ipa, mnemonics) SYMBOL(ipa, mnemonics, IPA_CODA)

/* Sounds that English has not are said as English voices say them: [x] and the like are in the
 * engine's base table. */
static const struct ipa_symbol english[] = {
    C("p", "p"),     C("b", "b"),     C("t", "t"),      C("d", "d"),     C("k", "k"),
    C("ɡ", "g"),     C("g", "g"),     C("f", "f"),      C("v", "v"),     C("θ", "T"),
    C("ð", "D"),     C("s", "s"),     C("z", "z"),      C("ʃ", "S"),     C("ʒ", "Z"),
    C("h", "h"),     C("m", "m"),     C("n", "n"),      C("ŋ", "N"),     C("l", "l"),
    C("ɫ", "l"),     C("r", "r"),     C("ɹ", "r"),      C("j", "j"),     C("w", "w"),
    C("ʍ", "w#"),    C("tʃ", "tS"),   C("ʧ", "tS"),     C("dʒ", "dZ"),   C("ʤ", "dZ"),
    C("x", "x"),     C("χ", "x"),     C("ç", "C"),      C("ɣ", "Q"),     C("ɲ", "n^"),
    C("ʔ", "?"),     C("ɾ", "*"),     V("iː", "i:"),    V("i", "i"),     V("ɪ", "I"),
    V("ᵻ", "I2"),    V("ɨ", "I2"),    V("e", "E"),      V("ɛ", "E"),     V("eː", "e:"),
    V("æ", "a"),     V("a", "a"),     V("ɑː", "A:"),    V("ɑ", "A:"),    V("aː", "A:"),
    V("ɒ", "0"),     V("ɔ", "O:"),    V("ɔː", "O:"),    V("o", "oU"),    V("oː", "o:"),
    V("ʊ", "U"),     V("u", "u"),     V("uː", "u:"),    V("ʉː", "u:"),   V("ʌ", "V"),
    V("ɐ", "V"),     V("ɜː", "3:"),   V("ɝ", "3:"),     V("ɝː", "3:"),   V("ə", "@"),
    V("ɚ", "3"),     V("eɪ", "eI"),   V("aɪ", "aI"),    V("ɔɪ", "OI"),   V("aʊ", "aU"),
    V("oʊ", "oU"),   V("əʊ", "oU"),   V("ɪə", "i@3"),   V("eə", "e@"),   V("ɛə", "e@"),
    V("ʊə", "U@"),   V("aɪə", "aI@"), V("aʊə", "aU@"),  V("ɑ̃", "A~"),    V("ɒ̃", "A~"),
    V("ɔ̃", "O~"),    V("l̩", "@L"),    V("n̩", "n-"),     V("m̩", "m-"),    R("ɑːr", "A@"),
    R("ɑːɹ", "A@"),  R("ɑɹ", "A@"),   R("ɔːr", "O@"),   R("ɔːɹ", "O@"),  R("ɔɹ", "O@"),
    R("oːɹ", "o@"),  R("oɹ", "o@"),   R("ɜːr", "3:"),   R("ɜːɹ", "3:"),  R("ər", "3"),
    R("əɹ", "3"),    R("ɪər", "i@3"), R("ɪəɹ", "i@3"),  R("ɪɹ", "i@3"),  R("eər", "e@"),
    R("ɛər", "e@"),  R("eəɹ", "e@"),  R("ɛəɹ", "e@"),   R("ɛɹ", "e@"),   R("ʊər", "U@"),
    R("ʊəɹ", "U@"),  R("ʊɹ", "U@"),   R("aɪər", "aI3"), R("aɪɚ", "aI3"), R("aʊər", "aU@"),
    R("aʊɚ", "aU@"),
};

/* A consonant with "ʲ" is its mnemonic and ";". */
static const struct ipa_symbol russian[] = {
    C("p", "p"),   C("pʲ", "p;"), C("b", "b"),    C("bʲ", "b;"),  C("t", "t"),
    C("tʲ", "t;"), C("d", "d"),   C("dʲ", "d;"),  C("k", "k"),    C("kʲ", "k;"),
    C("ɡ", "g"),   C("ɡʲ", "g;"), C("g", "g"),    C("gʲ", "g;"),  C("f", "f"),
    C("fʲ", "f;"), C("v", "v"),   C("vʲ", "v;"),  C("s", "s"),    C("sʲ", "s;"),
    C("z", "z"),   C("zʲ", "z;"), C("ʂ", "S"),    C("ʃ", "S"),    C("ʐ", "Z"),
    C("ʒ", "Z"),   C("ɕ", "S;"),  C("ɕː", "S;"),  C("ʑ", "Z;"),   C("x", "x"),
    C("xʲ", "x;"), C("m", "m"),   C("mʲ", "m;"),  C("n", "n"),    C("nʲ", "n;"),
    C("l", "l"),   C("ɫ", "l"),   C("lʲ", "l;"),  C("r", "r"),    C("rʲ", "r;"),
    C("j", "j"),   C("ts", "ts"), C("tɕ", "tS;"), C("tʃ", "tS;"), C("h", "h"),
    C("ɣ", "Q"),   V("a", "A"),   V("ɑ", "A"),    V("æ", "A"),    V("ɐ", "V"),
    V("ʌ", "V"),   V("ə", "V"),   V("e", "e"),    V("ɛ", "E"),    V("i", "i"),
    V("ɪ", "I"),   V("ɨ", "y"),   V("o", "o"),    V("ɔ", "o"),    V("ɵ", "8"),
    V("u", "u"),   V("ʊ", "u#"),  V("ʉ", "u"),
};

static const struct ipa_symbol german[] = {
    C("p", "p"),   C("b", "b"),   C("t", "t"),   C("d", "d"),   C("k", "k"),
    C("ɡ", "g"),   C("g", "g"),   C("f", "f"),   C("v", "v"),   C("s", "s"),
    C("z", "z"),   C("ʃ", "S"),   C("ʒ", "Z"),   C("ç", "C"),   C("x", "x"),
    C("χ", "x"),   C("h", "h"),   C("m", "m"),   C("n", "n"),   C("ŋ", "N"),
    C("l", "l"),   C("r", "r"),   C("ʁ", "r"),   C("ʀ", "r"),   C("ɾ", "r"),
    C("ɹ", "r"),   C("j", "j"),   C("w", "w"),   C("ʔ", "?"),   C("θ", "T"),
    C("ð", "D"),   C("pf", "pF"), C("ts", "ts"), C("tʃ", "tS"), C("dʒ", "dZ"),
    V("a", "a"),   V("aː", "A:"), V("ɑ", "A"),   V("ɑː", "A:"), V("ɛ", "E"),
    V("ɛː", "E:"), V("e", "e"),   V("eː", "e:"), V("ə", "@"),   V("ɐ", "3"),
    V("ɜ", "3"),   V("ɪ", "I"),   V("i", "i2"),  V("iː", "i:"), V("ɔ", "O"),
    V("o", "o"),   V("oː", "o:"), V("œ", "W"),   V("øː", "Y:"), V("ø", "Y:"),
    V("ʊ", "U"),   V("u", "u"),   V("uː", "u:"), V("ʏ", "y"),   V("y", "y"),
    V("yː", "y:"), V("aɪ", "aI"), V("aʊ", "aU"), V("ɔɪ", "OY"), V("ɔʏ", "OY"),
    V("ɔø", "OY"), V("oʊ", "oU"), V("ɛɪ", "EI"), V("ɑ̃", "A~"),  V("ɑ̃ː", "A~"),
    V("ã", "A~"),  V("ɔ̃", "O~"),  V("ɔ̃ː", "O~"), V("õ", "O~"),  V("œ̃", "W~"),
    V("n̩", "n-"),  V("m̩", "m-"),  V("l̩", "l-"),  V("ŋ̍", "N-"),
};

static const struct ipa_symbol french[] = {
    C("p", "p"),  C("b", "b"),   C("t", "t"),   C("d", "d"),  C("k", "k"),  C("ɡ", "g"),
    C("g", "g"),  C("f", "f"),   C("v", "v"),   C("s", "s"),  C("z", "z"),  C("ʃ", "S"),
    C("ʒ", "Z"),  C("m", "m"),   C("n", "n"),   C("ɲ", "n^"), C("ŋ", "N"),  C("l", "l"),
    C("ʁ", "r"),  C("r", "r"),   C("ʀ", "r"),   C("j", "j"),  C("w", "w"),  C("ɥ", "y"),
    C("h", "h"),  C("tʃ", "tS"), C("dʒ", "dZ"), C("x", "x"),  V("a", "a"),  V("ɑ", "a"),
    V("e", "e"),  V("ɛ", "E"),   V("ɛː", "E"),  V("ə", "@"),  V("i", "i"),  V("o", "o"),
    V("ɔ", "O"),  V("u", "u"),   V("y", "y"),   V("ø", "Y"),  V("œ", "W"),  V("ɑ̃", "A~"),
    V("ã", "A~"), V("ɛ̃", "E~"),  V("œ̃", "W~"),  V("ɔ̃", "O~"), V("õ", "O~"),
};

static const struct ipa_symbol spanish[] = {
    C("p", "p"),   C("b", "b"),   C("β", "B"),   C("t", "t"),   C("d", "d"),
    C("ð", "D"),   C("k", "k"),   C("ɡ", "g"),   C("g", "g"),   C("ɣ", "Q"),
    C("f", "f"),   C("θ", "T"),   C("s", "s"),   C("z", "z"),   C("ʃ", "S"),
    C("x", "x"),   C("χ", "x"),   C("h", "h"),   C("m", "m"),   C("n", "n"),
    C("ɲ", "n^"),  C("ŋ", "N"),   C("l", "l"),   C("ʎ", "l^"),  C("ʝ", "J^"),
    C("ɟʝ", "J^"), C("r", "R2"),  C("ɾ", "**"),  C("j", "j"),   C("w", "w"),
    C("tʃ", "tS"), C("ts", "ts"), V("a", "a"),   V("e", "e"),   V("ɛ", "E"),
    V("i", "i"),   V("o", "o"),   V("ɔ", "O"),   V("u", "u"),   V("ai", "aI"),
    V("ei", "eI"), V("oi", "oI"), V("au", "aU"), V("eu", "eU"),
};

#define TABLE(language, symbols)                                                         \
    {                                                                                    \
        S(language), symbols, (ptrdiff_t)(sizeof(symbols) / sizeof *(symbols))           \
    }
const struct ipa_table ipa_tables[] = {
    TABLE("en", english), TABLE("ru", russian), TABLE("de", german),
    TABLE("fr", french),  TABLE("es", spanish), {{0}, NULL, 0},
};

const struct ipa_table *ipa_table_find(struct str language)
{
    struct str primary = language_primary(language);
    for (const struct ipa_table *t = ipa_tables; t->count; t++)
        if (str_eq_ascii_case(t->language, primary))
            return t;
    return NULL;
}

/* ---- reading ---- */

enum {
    STRESS = 0x2C8,
    SECOND_STRESS = 0x2CC,
};

/* Marks that say nothing to the engine: syllable, link, tie bars, non-syllabic, dental, aspirated,
 * unreleased. */
static bool is_read_over(int32_t c)
{
    return c == '.' || c == 0x203F || c == 0x361 || c == 0x35C || c == 0x32F ||
           c == 0x311 || c == 0x32A || c == 0x2B0 || c == 0x31A || c == 0x200D;
}

/* The length of `symbol` at `s`, marks between its letters read over ("t͡ʃ"); 0: it is not there. */
static ptrdiff_t match(struct str s, struct str symbol)
{
    ptrdiff_t at = 0, k = 0;
    if (!s.len || s.ptr[0] != symbol.ptr[0])
        return 0;
    while (k < symbol.len) {
        ptrdiff_t here = k;
        int32_t c = utf8_next(s, &at), want = utf8_next(symbol, &k);
        if (c == want)
            continue;
        if (c < 0 || !here || !is_read_over(c) || c == '.')
            return 0;
        k = here;
    }
    return at;
}

static const struct ipa_symbol *longest(const struct ipa_table *t, struct str s,
                                        bool coda, ptrdiff_t *length)
{
    const struct ipa_symbol *best = NULL;
    *length = 0;
    for (ptrdiff_t i = 0; i < t->count; i++) {
        const struct ipa_symbol *y = &t->symbols[i];
        ptrdiff_t n = y->use == IPA_CODA && !coda ? 0 : match(s, y->ipa);
        if (n > *length) {
            best = y;
            *length = n;
        }
    }
    return best;
}

/* Does a vowel begin at `s`, marks read over? */
static bool vowel_follows(const struct ipa_table *t, struct str s)
{
    ptrdiff_t at = 0, length;
    for (ptrdiff_t next = 0; at < s.len; at = next) {
        int32_t c = utf8_next(s, &next);
        if (c != STRESS && c != SECOND_STRESS && !is_read_over(c))
            break;
    }
    const struct ipa_symbol *y = longest(t, str_slice(s, at, s.len), false, &length);
    return y && y->use != IPA_CONSONANT;
}

const struct ipa_symbol *ipa_next(const struct ipa_table *t, struct str ipa,
                                  ptrdiff_t *at)
{
    struct str rest = str_slice(ipa, *at, ipa.len);
    ptrdiff_t length;
    const struct ipa_symbol *y = longest(t, rest, true, &length);
    if (y && y->use == IPA_CODA && vowel_follows(t, str_slice(rest, length, rest.len)))
        y = longest(t, rest, false, &length);
    *at += length;
    return y;
}

/* Would the engine take the end of one mnemonic and the beginning of the next for a third? Of
 * those that go on with a small letter it has "aa", "ja", "ju", "ts" and "iR" only. */
static bool runs_together(char last, char next)
{
    if (next < 'a' || next > 'z')
        return true;
    return (next == 'a' && (last == 'a' || last == 'j')) ||
           (next == 's' && last == 't') || (next == 'u' && last == 'j');
}

static void add_symbol(struct strbuf *out, const struct ipa_symbol *y, char stress,
                       bool first)
{
    if (stress)
        strbuf_add_byte(out, stress);
    else if (!first && runs_together(out->ptr[out->len - 1], y->mnemonics.ptr[0]))
        strbuf_add_byte(out, '|');
    strbuf_add(out, y->mnemonics);
}

struct str ipa_nearest(const struct ipa_table *t, struct str symbol)
{
    /* Sounds alike, and letters that are typed for them; the nearest neighbours first. */
    static const char *const alike[] = {
        "aäɐæɑʌɒA", "eɛɜəɘɚE", "iɪɨyʏI", "oɔɒɵøœO", "uʊʉɯɤU", "rɹɾʀʁɻɽR", "gɡɣɢG",
        "kqcχK",    "sʃʂɕS",   "zʒʐʑZ",  "tʈθT",    "dɖðɗD",  "nŋɲɳɴN",   "mɱM",
        "lɫɭʎɬɮL",  "hħɦxχʜH", "bβvɓB",  "fɸpʋ",    "vʋwβV",  "jʝɟʎJ",    "wʍɰɥW",
        "pɸP",      "ʃʒɕʂ",    "ʒʃʑʐ",   "ː:ˑ",
    };
    ptrdiff_t begin = 0;
    int32_t wanted = utf8_next(symbol, &begin);
    for (size_t i = 0; i < sizeof alike / sizeof *alike; i++) {
        struct str group = str_from(alike[i]);
        bool member = false;
        for (ptrdiff_t at = 0; at < group.len && !member;)
            member = utf8_next(group, &at) == wanted;
        for (ptrdiff_t at = 0, here = 0; member && at < group.len; here = at) {
            struct str one;
            int32_t c = utf8_next(group, &at);
            one = str_slice(group, here, at);
            for (ptrdiff_t k = 0; c != wanted && k < t->count; k++)
                if (str_eq(t->symbols[k].ipa, one))
                    return one;
        }
    }
    return S("");
}

enum ipa_fault ipa_to_mnemonics(struct strbuf *out, const struct ipa_table *t,
                                struct str word, ptrdiff_t *at, ptrdiff_t *end)
{
    ptrdiff_t stress_at = 0;
    char stress = 0;
    int phonemes = 0, vowels = 0;
    *at = *end = 0;
    while (*end < word.len) {
        *at = *end;
        int32_t c = utf8_next(word, end);
        if (c == STRESS || c == SECOND_STRESS || c == '\'') {
            stress = c == SECOND_STRESS ? ',' : '\'';
            stress_at = *at;
            continue;
        }
        if (is_read_over(c))
            continue;
        ptrdiff_t next = *at;
        const struct ipa_symbol *y = ipa_next(t, word, &next);
        if (!y)
            return IPA_UNKNOWN;
        *end = next;
        bool vowel = y->use != IPA_CONSONANT;
        if (++phonemes > IPA_PHONEMES_MOST)
            return IPA_TOO_LONG;
        add_symbol(out, y, vowel ? stress : 0, phonemes == 1);
        stress = vowel ? 0 : stress;
        vowels += vowel;
    }
    if (stress) {
        *at = stress_at;
        return IPA_STRAY_STRESS;
    }
    *at = 0;
    return vowels ? IPA_FINE : IPA_WITHOUT_VOWEL;
}
