/* charset: which set it is, also when hardly anything says so, and places in the file. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/charset.h"
#include "base/diag.h"
#include "base/source.h"
#include "transcript/open.h"

#define RUSSIAN_1251                                                                     \
    "\xCF\xB8\xF2\xF0: \xCF\xEE\xF0\xF2 \xEE\xF2\xEA\xF0\xEE\xFE\xF2 "                   \
    "\xF3\xF2\xF0\xEE\xEC."
#define RUSSIAN_KOI8                                                                     \
    "\xF0\xA3\xD4\xD2: \xF0\xCF\xD2\xD4 \xCF\xD4\xCB\xD2\xCF\xC0\xD4 "                   \
    "\xD5\xD4\xD2\xCF\xCD."
#define RUSSIAN "Пётр: Порт откроют утром."

static void assert_set(struct str bytes, enum charset want)
{
    int percent;
    assert_int_equal(charset_detect(bytes, &percent), want);
}

static void sets_are_told_apart(void **state)
{
    (void)state;
    assert_set(S("plain"), CHARSET_UTF8);
    assert_set(S(RUSSIAN), CHARSET_UTF8);
    assert_set(S(RUSSIAN_1251), CHARSET_WINDOWS_1251);
    assert_set(S(RUSSIAN_KOI8), CHARSET_KOI8_R);
    assert_set(S("Le caf\xE9 est ferm\xE9, dit Fran\xE7ois."), CHARSET_WINDOWS_1252);
    assert_set(S("Gr\xFC\xDF Gott, M\xFCller \x96 heute."), CHARSET_WINDOWS_1252);
    assert_set(S("It isn\x92t so."), CHARSET_WINDOWS_1252);
    assert_set(S("\xFF\xFEM\0a\0"), CHARSET_UTF16LE);
    assert_set(S("\xFE\xFF\0M\0a"), CHARSET_UTF16BE);
    assert_set(S("M\0a\0 \0o\0"), CHARSET_UTF16LE);
    assert_set(S("\0M\0a\0 \0o"), CHARSET_UTF16BE);
    assert_set(S("\x1F\x04\n\0\x42\x04"), CHARSET_UTF16LE); /* letters without NUL */
    assert_set(S("\x42\x30\0\x30\x42\x30\n\0"), CHARSET_UTF16LE); /* U+3000 */
    assert_set(S("M a\0 o"), CHARSET_UTF8);
    assert_set(S("M\0a\0\0\0 \0"), CHARSET_UTF8);
    assert_set(S("M\0 \0\0\xD8 \0"), CHARSET_UTF8); /* half of a pair */
    assert_set(S("M\0a\0 \0o"), CHARSET_UTF8);
    assert_set(S("\x7F"
                 "ELF\2\1\1\0\0\0\0\0 \0"),
               CHARSET_UTF8);
}

static void what_is_not_sure_is_left(void **state)
{
    (void)state;
    assert_set(S(RUSSIAN " \xFF"), CHARSET_UTF8); /* UTF-8 with a fault */
    assert_set(S("hello \xFF there"), CHARSET_UTF8);
    assert_set(S("\x90\x9D\x81\xFE\xC0\xB2\xDD\xE1\xB1\x8F"), CHARSET_UTF8);
    assert_set(S("caf\xE9\0"), CHARSET_UTF8); /* no text: NUL */
    assert_set(S("\x8F\xF1\xE2\xE0: \x8F\xAE\xE0\xE2 \xAE\xE2\xAA\xE0\xAE\xEE\xE2 "
                 "\xE3\xE2\xE0\xAE\xAC. \x82\xAE\xAF\xE0\xAE\xE1: \x8A\xAE\xA3\xA4\xA0?"),
               CHARSET_UTF8); /* code page 866 */
}

static void assert_offset(const struct source *s, const char *word, ptrdiff_t want)
{
    ptrdiff_t at = str_find(s->bytes, str_from(word));
    assert_true(at >= 0);
    assert_int_equal(source_file_offset(s, at), want);
}

static void places_are_of_the_file(void **state)
{
    (void)state;
    struct arena a = {0};
    struct diag d = {.arena = &a};
    const struct source *s;
    assert_int_equal(open_source(&s, &a, S("x"), S(RUSSIAN_1251), &d), BC_OK);
    assert_true(str_eq(s->bytes, S(RUSSIAN)));
    assert_int_equal(d.count, 1);
    assert_offset(s, "Порт", 6);
    assert_offset(s, "утром", 19);
    assert_int_equal(source_file_offset(s, s->bytes.len), sizeof RUSSIAN_1251 - 1);
    assert_int_equal(open_source(&s, &a, S("x"), S(RUSSIAN_KOI8), &d), BC_OK);
    assert_true(str_eq(s->bytes, S(RUSSIAN)));

    struct str wide = S("\xFF\xFE\x3D\xD8\x00\xDEx\0\x16\x04y\0");
    assert_int_equal(open_source(&s, &a, S("x"), wide, &d), BC_OK);
    assert_true(str_eq(s->bytes, S("\uFEFF\U0001F600x\u0416y")));
    assert_offset(s, "x", 6);
    assert_offset(s, "y", 10);
    assert_int_equal(source_file_offset(s, s->bytes.len), wide.len);
    assert_int_equal(d.errors, 0);
    assert_int_equal(open_source(&s, &a, S("x"), S("\xFE\xFF\0a\xD8\x00\0b"), &d),
                     BC_EINPUT);
    assert_int_equal(open_source(&s, &a, S("x"), S("\xFE\xFF\0a\0"), &d), BC_EINPUT);
    assert_int_equal(d.errors, 2);
    arena_clear(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sets_are_told_apart),
        cmocka_unit_test(what_is_not_sure_is_left),
        cmocka_unit_test(places_are_of_the_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
