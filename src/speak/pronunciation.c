#include "speak/pronunciation.h"

#include <stdio.h>

#include "base/unicode.h"
#include "speak/ipa.h"

static void report_fault(enum ipa_fault fault, const struct ipa_table *t,
                         struct place place, struct str shown, const char *code,
                         struct diag *d)
{
    static const char *const hints[] = {
        [IPA_UNKNOWN] = "IPA of its language is needed, with ɡ, ʃ, ˈ and so on",
        [IPA_STRAY_STRESS] = "it stands before the syllable: ləvˈrɒf",
        [IPA_WITHOUT_VOWEL] = "a blank parts words; each has a vowel",
        [IPA_TOO_LONG] = "words of a name are parted by blanks",
    };
    static const char *const messages[] = {
        [IPA_UNKNOWN] = "is no sound",
        [IPA_STRAY_STRESS] = "is a stress mark that no vowel follows, as",
        [IPA_WITHOUT_VOWEL] = "has no vowel, as",
        [IPA_TOO_LONG] = "has too many sounds, as",
    };
    struct str near = fault == IPA_UNKNOWN ? ipa_nearest(t, shown) : S("");
    char hint[80];
    snprintf(hint, sizeof hint, "the nearest that it has is '%.*s'", STR_ARGS(near));
    diag_error(d, place, code, near.len ? hint : hints[fault],
               "'%.*s' %s of language '%.*s'", STR_ARGS(shown), messages[fault],
               STR_ARGS(t->language));
}

static bool too_long(struct text t, const char *code, struct diag *d)
{
    if (t.str.len && t.str.len <= PRONUNCIATION_BYTES_MOST)
        return false;
    diag_error(d, text_place(t, 0, t.str.len), code,
               "letters that are read as the word should sound", "%s",
               t.str.len ? "a pronunciation of over 400 bytes" : "no pronunciation");
    return true;
}

bool pronunciation_of_ipa(struct str *out, struct arena *a, struct str language,
                          struct text t, const char *code, struct diag *d)
{
    struct place place = text_place(t, 0, t.str.len);
    const struct ipa_table *table = ipa_table_find(language);
    struct strbuf b = {.arena = a};
    if (!table) {
        diag_error(d, place, code, "an alias will do; IPA is read for en, ru, de, fr, es",
                   "no phonemes are known of language '%.*s'", STR_ARGS(language));
        return false;
    }
    if (too_long(t, code, d))
        return false;
    struct str ipa = unicode_nfc(a, t.str);
    bool mapped = ipa.ptr == t.str.ptr; /* else only the whole has a place */
    for (ptrdiff_t at = 0, end = 0; at < ipa.len; at = end + 1) {
        ptrdiff_t length = str_find_byte(str_slice(ipa, at, ipa.len), ' '), from, to;
        end = length < 0 ? ipa.len : at + length;
        struct str word = str_slice(ipa, at, end);
        strbuf_add(&b, b.len ? S(" [[") : S("[["));
        enum ipa_fault fault = ipa_to_mnemonics(&b, table, word, &from, &to);
        strbuf_add(&b, S("]]"));
        if (fault != IPA_FINE) {
            report_fault(fault, table, mapped ? text_place(t, at + from, at + to) : place,
                         str_slice(word, from, to), code, d);
            return false;
        }
    }
    *out = strbuf_str(&b);
    return true;
}

bool pronunciation_of_mnemonics(struct str *out, struct arena *a, struct text t,
                                const char *code, struct diag *d)
{
    struct strbuf b = {.arena = a};
    bool inside = false, letters = false;
    if (too_long(t, code, d))
        return false;
    for (ptrdiff_t i = 0; i < t.str.len; i++) {
        char c = t.str.ptr[i];
        if (c < ' ' || c > '~' || c == '[' || c == ']' || c == '_' || c == '|') {
            ptrdiff_t end = i;
            utf8_next(t.str, &end);
            diag_error(d, text_place(t, i, end), code,
                       "phonemes as `espeak-ng -x` prints them",
                       "no sign of the engine's phonemes");
            return false;
        }
        if (c != ' ' && !inside)
            strbuf_add(&b, b.len ? S(" [[") : S("[["));
        if (c == ' ' && inside)
            strbuf_add(&b, S("]]"));
        inside = c != ' ';
        letters = letters || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (inside)
            strbuf_add_byte(&b, c);
    }
    strbuf_add(&b, inside ? S("]]") : S(""));
    *out = strbuf_str(&b);
    if (!letters)
        diag_error(d, text_place(t, 0, t.str.len), code, NULL,
                   "there is no sound in these phonemes");
    return letters;
}

ptrdiff_t pronunciation_ending_end(struct str text, ptrdiff_t at)
{
    ptrdiff_t end = at;
    int32_t mark = utf8_next(text, &end);
    if (mark != '\'' && mark != 0x2019)
        end = at;
    if (end >= text.len || text.ptr[end] != 's')
        return at;
    ptrdiff_t behind = ++end;
    int32_t next = utf8_next(text, &behind);
    return next >= 0 && unicode_is_letter(next) ? at : end;
}

struct str pronunciation_ending(struct str phonemes)
{
    char last = phonemes.len ? phonemes.ptr[phonemes.len - 1] : 'z';
    if (str_find_byte(S("szSZ"), last) >= 0)
        return S("|I2z");
    return str_find_byte(S("ptkfTxC"), last) >= 0 ? S("|s") : S("|z");
}
