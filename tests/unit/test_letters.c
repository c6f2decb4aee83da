/* letters: the table of what voices say, letter by letter against the engine. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/unicode.h"
#include "engine_print.h"
#include "speak/letters.h"

static const char *voice_of(const char *language)
{
    return strcmp(language, "zh") ? language : "cmn-latn-pinyin";
}

/* The engine changes to English for a letter's name, or parts its words with pauses. (In a text of
 * Latin letters it changes for words that are no words of the language.) */
static bool is_named(struct str phonemes, int script, bool pause)
{
    return (script != UNICODE_LATIN && str_find(phonemes, S("(en)")) >= 0) ||
           str_find(phonemes, S("l,Et")) >= 0 ||
           (pause && str_find(phonemes, S("_:")) >= 0);
}

/* What a letter is put between: a syllable that every voice of its script says. */
static struct str syllable(int script)
{
    static const char *const many[] = {"ba", "ра", "αρ", "با", "בר", "क", "ক",
                                       "ਕ",  "ક",  "କ",  "க",  "క",  "ಕ", "ക",
                                       "ක",  "ბა", "բա", "ለ",  "가", "中"};
    for (size_t i = 0; i < sizeof many / sizeof *many; i++) {
        ptrdiff_t at = 0;
        if (unicode_script(utf8_next(str_from(many[i]), &at)) == script)
            return str_from(many[i]);
    }
    return S("");
}

/* Those belong to the kana before: the voice has the usual pairs. */
static bool is_small_kana(int32_t c)
{
    return c == 0x30F4 || c == 0x3094 || (c <= 0x3049 && c >= 0x3041 && c % 2) ||
           (c <= 0x30A9 && c >= 0x30A1 && c % 2);
}

static int count_named(struct arena *a, const struct letters *l, struct voice_letters v)
{
    int named = 0;
    bool kana = !strcmp(l->language, "ja");
    struct str around = kana ? S("カ") : syllable(v.script);
    for (int32_t c = 'a'; c < 0xD7A4;
         c += c >= 0xAC00 || (c >= 0x4E00 && c < 0x9FA6) ? 13 : 1) {
        if (unicode_script(c) != v.script || unicode_lower_char(c) != c ||
            !(unicode_is_letter(c) || unicode_is_mark(c)) || !letters_have(v, c) ||
            (kana && is_small_kana(c)) ||
            (v.script == UNICODE_LATIN && c >= 0x80 && !letters_rows(c)))
            continue;
        struct strbuf b = {.arena = a};
        strbuf_add(&b, around);
        strbuf_add_char(&b, c);
        strbuf_add(&b, around);
        struct str said = engine_mnemonics(a, strbuf_str(&b));
        if (!is_named(said, v.script, v.script != UNICODE_HAN))
            continue;
        named++;
        fprintf(stderr, "%s: U+%04X in %.*s: %.*s\n", l->language, (unsigned)c,
                STR_ARGS(strbuf_str(&b)), STR_ARGS(said));
    }
    return named;
}

static bool judge_all(void *user)
{
    int named = 0, rows = 0;
    (void)user;
    for (const struct letters *l = letters_table; l->language; l++, rows++) {
        struct arena a = {0};
        if (!engine_use(voice_of(l->language)))
            return false;
        named += count_named(&a, l, letters_of(str_from(l->language)));
        arena_clear(&a);
    }
    return !named && rows <= LETTERS_MOST;
}

static void the_engine_says_what_the_table_has(void **state)
{
    (void)state;
    assert_true(engine_fork(judge_all, NULL));
}

static void rows_are_of_their_scripts(void **state)
{
    (void)state;
    for (const struct letters *l = letters_table; l->language; l++) {
        ptrdiff_t at = 0;
        assert_int_equal(unicode_script(utf8_next(str_from(l->own), &at)), l->script);
    }
}

static bool has(const char *language, const char *text)
{
    return letters_have_all(letters_of(str_from(language)), str_from(text));
}

static void knows_what_would_be_named(void **state)
{
    (void)state;
    assert_true(has("en", "Łódź, São Tomé — “Ångström”"));
    assert_false(has("en", "Nguyễn"));
    assert_false(has("en-GB", "Москва"));
    assert_true(has("ru-RU", "Москва и NATO, Київ"));
    assert_false(has("ru", "Қазақстан"));
    assert_true(has("kk", "Қазақстан"));
    assert_true(has("ja", "とうきょう コーヒー"));
    assert_false(has("ja", "東京"));
    assert_false(has("ja", "NATO"));
    assert_true(has("zh-CN", "东京"));
    assert_true(has("he", "שלום"));
    assert_false(has("he", "שָׁלוֹם"));
    assert_true(has("sw", "habari"));
    assert_false(has("sw", "Москва"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_of_their_scripts),
        cmocka_unit_test(the_engine_says_what_the_table_has),
        cmocka_unit_test(knows_what_would_be_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
