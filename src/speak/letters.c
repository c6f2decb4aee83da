#include "speak/letters.h"

#include "base/unicode.h"

/* What the voices of languages in Latin letters say of those of others. */
static const char latin[] = "\u00C0-\u024F";

const struct letters letters_table[] = {
    {"ru", UNICODE_CYRILLIC, "а-яё", "ђ-єі-љћќўџґ", NULL},
    {"uk", UNICODE_CYRILLIC, "а-щьюяєіїґ", NULL, NULL},
    {"be", UNICODE_CYRILLIC, "а-зй-шы-яёіў", NULL, NULL},
    {"bg", UNICODE_CYRILLIC, "а-ъьюя", NULL, NULL},
    {"sr", UNICODE_CYRILLIC, "а-ик-шђј-ћџ", NULL, NULL},
    {"mk", UNICODE_CYRILLIC, "а-ик-шѓѕј-њќџ", NULL, NULL},
    {"ky", UNICODE_CYRILLIC, "а-яёңүө", NULL, NULL},
    {"kk", UNICODE_CYRILLIC, "а-яёіғқңүұһәө", NULL, NULL},
    {"tt", UNICODE_CYRILLIC, "а-яёҗңүһәө", NULL, NULL},
    {"ba", UNICODE_CYRILLIC, "а-яёғҙҡңҫүһәө", NULL, NULL},
    {"cv", UNICODE_CYRILLIC, "а-яёҫӑӗӳ", NULL, NULL},
    {"en", UNICODE_LATIN, "a-z", latin, NULL},
    {"fr", UNICODE_LATIN, "a-zàâæ-ëîïôùûüÿœ", latin, NULL},
    {"de", UNICODE_LATIN, "a-zßäöü", latin, NULL},
    {"es", UNICODE_LATIN, "a-záéíñóúü", latin, NULL},
    {"pt", UNICODE_LATIN, "a-zà-ãçéêíó-õúü", latin, NULL},
    {"it", UNICODE_LATIN, "a-zàèéìòù", latin, NULL},
    {"sv", UNICODE_LATIN, "a-zäåéö", latin, NULL},
    {"pl", UNICODE_LATIN, "a-zóąćęłńśźż", latin, NULL},
    {"cs", UNICODE_LATIN, "a-záéíóúýčďěňřšťůž", latin, NULL},
    {"tr", UNICODE_LATIN, "a-zâçöüğış", latin, NULL},
    {"hu", UNICODE_LATIN, "a-záéíóöúüőű", latin, NULL},
    {"ro", UNICODE_LATIN, "a-zâîăşţșț", latin, NULL},
    {"vi", UNICODE_LATIN,
     "a-zà-ãè-êìíò-õùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵ"
     "ỷỹ",
     latin, NULL},
    {"el", UNICODE_GREEK, "ΐά-ώἀ-ῷ", NULL, NULL},
    {"ar", UNICODE_ARABIC, "\u0621-\u063A\u0640-\u0655\u0670\u0671",
     "\u065B\u067E\u06AF\u06DF-\u06E1\u06EA-\u06EC", NULL},
    {"fa", UNICODE_ARABIC,
     "\u0621-\u063A\u0640-\u0654\u0670\u067E\u0686\u0698\u06A9\u06AF\u06C0\u06CC",
     "\u0674\u0679\u0688\u0691\u06AA\u06BA\u06BE\u06C1-\u06C3\u06C6\u06CD\u06D2\u06D5",
     NULL},
    {"ur", UNICODE_ARABIC,
     "\u0621-\u0624\u0626-\u0628\u062A-\u063A\u0641\u0642\u0644-\u0646"
     "\u0648\u064A-\u064C\u064E-\u0654\u0656-\u0658\u0670\u0679\u067E"
     "\u0686\u0688\u0691\u0698\u06A9\u06AF\u06BA\u06BE\u06C1-\u06C3"
     "\u06CC\u06D2\u06D3\u06DF\u06E0\u06EA-\u06EC",
     NULL, NULL},
    {"sd", UNICODE_ARABIC,
     "\u0621-\u0624\u0626-\u0628\u062A-\u063A\u0641\u0642\u0644-\u0648"
     "\u064A\u064B\u064E-\u0651\u0657\u0670\u0679-\u067B\u067D-\u0680"
     "\u0683\u0684\u0686\u0687\u068A\u068C\u068D\u068F\u0691\u0698\u0699"
     "\u06A6\u06A9\u06AA\u06AF\u06B1\u06B3\u06BB\u06BE\u06C1\u06C2\u06CC"
     "\u06D2\u06DF\u06E0\u06EA-\u06EC",
     NULL, NULL},
    {"ug", UNICODE_ARABIC,
     "\u0626-\u0628\u062A\u062C\u062E\u062F\u0631-\u0634\u063A"
     "\u0641-\u0646\u0648-\u064A\u067E\u0686\u0698\u06AD\u06AF\u06BE"
     "\u06C6-\u06C8\u06CB\u06D0\u06D5\u06DF\u06E0\u06EA-\u06EC",
     NULL, NULL},
    {"he", UNICODE_HEBREW, "\u05D0-\u05EA", NULL, "A-Za-z"},
    {"hi", UNICODE_DEVANAGARI,
     "\u0901-\u0903\u0905-\u0939\u093C-\u094D\u0950-\u0952\u0958-\u0963", NULL, NULL},
    {"bn", UNICODE_BENGALI,
     "\u0981-\u0983\u0985-\u098C\u098F\u0990\u0993-\u09A8\u09AA-\u09B0"
     "\u09B2\u09B6-\u09B9\u09BC\u09BE-\u09C4\u09C7\u09C8\u09CB-\u09CE"
     "\u09DC\u09DD\u09DF-\u09E3\u09FE",
     NULL, NULL},
    {"as", UNICODE_BENGALI,
     "\u0981-\u0983\u0985-\u098B\u098F\u0990\u0993-\u09A8\u09AA-\u09AF"
     "\u09B2\u09B6-\u09B9\u09BC\u09BE-\u09C3\u09C7\u09C8\u09CB-\u09CE"
     "\u09DF\u09F0\u09F1\u09FE",
     NULL, NULL},
    {"pa", UNICODE_GURMUKHI,
     "\u0A02\u0A03\u0A05-\u0A0A\u0A0F\u0A10\u0A13-\u0A28\u0A2A-\u0A30"
     "\u0A32\u0A33\u0A35\u0A36\u0A38\u0A39\u0A3C\u0A3E-\u0A42\u0A47"
     "\u0A48\u0A4B-\u0A4D\u0A59-\u0A5C\u0A5E\u0A70-\u0A73",
     NULL, NULL},
    {"gu", UNICODE_GUJARATI,
     "\u0A81-\u0A83\u0A85-\u0A8D\u0A8F-\u0A91\u0A93-\u0AA8\u0AAA-\u0AB0"
     "\u0AB2\u0AB3\u0AB5-\u0AB9\u0ABC-\u0AC5\u0AC7-\u0AC9\u0ACB-\u0ACD"
     "\u0AD0\u0AE0-\u0AE3\u0AFD-\u0AFF",
     NULL, NULL},
    {"or", UNICODE_ORIYA,
     "\u0B01-\u0B03\u0B05-\u0B0C\u0B0F\u0B10\u0B13-\u0B28\u0B2A-\u0B30"
     "\u0B32\u0B33\u0B35-\u0B39\u0B3C\u0B3E-\u0B44\u0B47\u0B48"
     "\u0B4B-\u0B4D\u0B5C\u0B5D\u0B5F-\u0B63",
     NULL, NULL},
    {"ta", UNICODE_TAMIL,
     "\u0B82\u0B83\u0B85-\u0B8A\u0B8E-\u0B90\u0B92-\u0B95\u0B99\u0B9A"
     "\u0B9C\u0B9E\u0B9F\u0BA3\u0BA4\u0BA8-\u0BAA\u0BAE-\u0BB9"
     "\u0BBE-\u0BC2\u0BC6-\u0BC8\u0BCA-\u0BCD\u0BD0\u0BD7",
     NULL, NULL},
    {"te", UNICODE_TELUGU,
     "\u0C00-\u0C0C\u0C0E-\u0C10\u0C12-\u0C28\u0C2A-\u0C39\u0C3C-\u0C44"
     "\u0C46-\u0C48\u0C4A-\u0C4D\u0C55\u0C56\u0C58-\u0C5A\u0C5D"
     "\u0C60-\u0C63",
     NULL, NULL},
    {"kn", UNICODE_KANNADA,
     "\u0C80-\u0C83\u0C85-\u0C8C\u0C8E-\u0C90\u0C92-\u0CA8\u0CAA-\u0CB3"
     "\u0CB5-\u0CB9\u0CBC-\u0CC4\u0CC6-\u0CC8\u0CCA-\u0CCD\u0CD5\u0CD6"
     "\u0CDD\u0CDE\u0CE0-\u0CE3\u0CF1\u0CF2",
     NULL, NULL},
    {"ml", UNICODE_MALAYALAM,
     "\u0D00-\u0D0C\u0D0E-\u0D10\u0D12-\u0D44\u0D46-\u0D48\u0D4A-\u0D4E"
     "\u0D54-\u0D57\u0D5F-\u0D63\u0D7A-\u0D7F",
     NULL, NULL},
    {"si", UNICODE_SINHALA,
     "\u0D82\u0D83\u0D85-\u0D96\u0D9A-\u0DB1\u0DB3-\u0DBB\u0DBD"
     "\u0DC0-\u0DC6\u0DCA\u0DCF-\u0DD4\u0DD6\u0DD8-\u0DDF\u0DF2\u0DF3",
     NULL, NULL},
    {"ka", UNICODE_GEORGIAN, "\u10D0-\u10FA", NULL, NULL},
    {"hy", UNICODE_ARMENIAN, "\u0561-\u0587", NULL, NULL},
    {"am", UNICODE_ETHIOPIC,
     "\u1200-\u1206\u1208-\u1246\u1248\u124A-\u124D\u1260-\u1286\u1288"
     "\u128A-\u128D\u1290-\u12AE\u12B0\u12B2-\u12B5\u12B8-\u12BE\u12C0"
     "\u12C2-\u12C5\u12C8-\u12CE\u12D0-\u12D6\u12D8-\u12EE\u12F0-\u130E"
     "\u1310\u1312-\u1315\u1318-\u131E\u1320-\u1346\u1348-\u135A",
     NULL, NULL},
    {"ko", UNICODE_HANGUL, "\uAC00-\uD7A3", NULL, NULL},
    {"zh", UNICODE_HAN, "\u3005-\u3007\u4E00-\u9FA5", NULL, "A-Za-z"},
    {"ja", UNICODE_HAN, "\u3005-\u3007\u3041-\u3096\u30A1-\u30FA\u4E00-\u9FA5", NULL,
     "A-Za-z\u3005-\u3007\u308E\u3095\u3096\u30EE\u30F5-\u30FA\u4E00-\u9FA5"},
    {NULL, UNICODE_COMMON, NULL, NULL, NULL},
};

/* Is `c` in a list of letters and ranges? */
static bool is_listed(int32_t c, const char *list)
{
    struct str s = str_from(list);
    int32_t last = -1;
    for (ptrdiff_t at = 0; at < s.len;) {
        int32_t one = utf8_next(s, &at);
        if (one == '-' && last >= 0) {
            int32_t end = utf8_next(s, &at);
            if (c >= last && c <= end)
                return true;
            last = -1;
        } else if (one == c) {
            return true;
        } else {
            last = one;
        }
    }
    return false;
}

struct voice_letters letters_of(struct str language)
{
    struct str primary = language_primary(language);
    for (const struct letters *l = letters_table; l->language; l++)
        if ((primary.ptr[0] | 0x20) == l->language[0] &&
            str_eq_ascii_case(primary, str_from(l->language)))
            return (struct voice_letters){l, l->script};
    return (struct voice_letters){NULL, unicode_language_script(primary)};
}

static bool is_without(struct voice_letters v, int32_t c)
{
    return v.row && v.row->without && is_listed(c, v.row->without);
}

bool letters_have(struct voice_letters v, int32_t c)
{
    if (is_without(v, c))
        return false;
    if (c < 0x80 || (c >= 0x2010 && c <= 0x2027) ||
        (!unicode_is_letter(c) && !unicode_is_mark(c)))
        return true;
    int script = unicode_script(c);
    if (script == UNICODE_COMMON) /* an accent, the sign of a long vowel */
        return v.script != UNICODE_HEBREW || !unicode_is_mark(c);
    if (script != v.script)
        return script == UNICODE_LATIN && letters_latin(v) && is_listed(c, latin);
    c = unicode_lower_char(c);
    return !v.row || is_listed(c, v.row->own) ||
           (v.row->also && is_listed(c, v.row->also));
}

bool letters_have_all(struct voice_letters v, struct str s)
{
    bool latin_said = letters_latin(v);
    for (ptrdiff_t at = 0; at < s.len;) {
        int32_t c = utf8_next(s, &at);
        if ((c >= 0x80 || !latin_said) && !letters_have(v, c))
            return false;
    }
    return true;
}

bool letters_latin(struct voice_letters v)
{
    return !is_without(v, 'a');
}

uint64_t letters_rows(int32_t c)
{
    int script = unicode_script(c);
    uint64_t rows = 0;
    c = unicode_lower_char(c);
    for (int i = 0; letters_table[i].language; i++)
        if ((int)letters_table[i].script == script && is_listed(c, letters_table[i].own))
            rows |= UINT64_C(1) << i;
    return rows;
}
