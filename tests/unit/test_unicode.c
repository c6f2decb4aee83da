/* unicode: sentence ends in bytes, case, normal forms, classes, scripts, columns. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/unicode.h"

#define assert_str(s, literal) assert_true(str_eq((s), S(literal)))

static void finds_sentence_ends_in_bytes(void **state)
{
    (void)state;
    struct arena a = {0};
    ptrdiff_t *ends;
    struct str s =
        S("\u00c9t\u00e9 \u2026 na\u00efve. Two? \u6771\u4eac\u3002Mr. Brown came.");
    assert_int_equal(unicode_sentences(&ends, &a, s, S("en-GB")), 4);
    assert_str(str_slice(s, 0, ends[0]), "\u00c9t\u00e9 \u2026 na\u00efve. ");
    assert_str(str_slice(s, ends[0], ends[1]), "Two? ");
    assert_str(str_slice(s, ends[2], ends[3]),
               "Mr. Brown came."); /* CLDR's suppressions */
    assert_int_equal(ends[3], s.len);
    assert_int_equal(unicode_sentences(&ends, &a, S(""), S("en")), 0);
    assert_int_equal(unicode_sentences(&ends, &a, S("One. Two."), S("")), 2);
    assert_int_equal(unicode_sentences(&ends, &a, S("One. Two."), S("x\x01@;=/../etc")),
                     2);
    arena_clear(&a);
}

static void changes_case_by_language(void **state)
{
    (void)state;
    struct arena a = {0};
    assert_str(unicode_title(&a, S("ÉLISE"), S("fr")), "Élise");
    assert_str(unicode_lower(&a, S("I\u0130"), S("tr")), "\u0131i");
    assert_str(unicode_lower(&a, S("\u00c9"), S("")), "\u00e9");
    assert_str(unicode_fold(&a, S("Stra\u00dfe \uFB03")), "strasse ffi");
    struct strbuf many = {.arena = &a};
    for (int i = 0; i < 1000; i++)
        strbuf_add(&many, S("\u0390")); /* folds to three characters, six bytes */
    assert_int_equal(unicode_fold(&a, strbuf_str(&many)).len, 6000);
    arena_clear(&a);
}

static void normalises(void **state)
{
    (void)state;
    struct arena a = {0};
    assert_str(unicode_nfc(&a, S("cafe\u0301")), "caf\u00e9");
    struct str same = S("caf\u00e9");
    assert_ptr_equal(unicode_nfc(&a, same).ptr, same.ptr);
    assert_str(unicode_nfkc_char(&a, 0xFB01), "fi");
    assert_str(unicode_nfkc_char(&a, 0x2460), "1");
    assert_int_equal(unicode_nfkc_char(&a, 0xFDFA).len, 33);
    assert_str(unicode_nfkc_char(&a, 'x'), "x");
    assert_true(unicode_is_compatibility(0xFB01));
    assert_true(unicode_is_compatibility(0xFF21));
    assert_false(unicode_is_compatibility(0xE9));
    assert_false(unicode_is_compatibility('a'));
    arena_clear(&a);
}

static void knows_classes(void **state)
{
    (void)state;
    assert_true(unicode_is_upper(0x0416) && unicode_is_upper(0x01C5) &&
                !unicode_is_upper('a'));
    assert_true(unicode_is_lower(0xDF) && !unicode_is_lower('A') &&
                !unicode_is_lower('1'));
    assert_true(unicode_is_letter(0x6771) && !unicode_is_letter('1'));
    assert_true(unicode_is_digit(0x0665) && !unicode_is_digit(0x00B2));
    assert_true(unicode_is_mark(0x0301) && !unicode_is_mark('a'));
    assert_true(unicode_is_control(1) && unicode_is_control(0x85) &&
                !unicode_is_control(' '));
    assert_true(unicode_is_format(0x202E) && unicode_is_format(0xAD) &&
                unicode_is_format(0xFEFF));
    assert_true(unicode_is_unassigned_or_private(0xE000));
    assert_true(unicode_is_unassigned_or_private(0xFFFF));
    assert_int_equal(unicode_columns('a'), 1);
    assert_int_equal(unicode_columns(0x6771), 2);
    assert_int_equal(unicode_columns(0x1F600), 2);
    assert_int_equal(unicode_columns(0x0301), 0);
}

/* What is answered without a table is what the tables say. */
static void answers_alike(void **state)
{
    (void)state;
    for (int32_t c = 0; c < 0x3200; c++) {
        assert_int_equal(unicode_is_letter(c), unicode_is_letter_wide(c));
        assert_int_equal(unicode_is_upper(c), unicode_is_upper_wide(c));
        assert_int_equal(unicode_is_lower(c), unicode_is_lower_wide(c));
        assert_int_equal(is_speech(c), is_speech_wide(c));
    }
    assert_false(unicode_is_letter(-1) || unicode_is_upper(-1) || is_speech(-1));
}

static void names_scripts(void **state)
{
    (void)state;
    assert_string_equal(unicode_main_script(S("ab \u0416\u0436\u0437 1")), "Cyrl");
    assert_string_equal(unicode_main_script(S("1 2 3")), "Zyyy");
    assert_string_equal(unicode_main_script(S("")), "Zyyy");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_sentence_ends_in_bytes),
        cmocka_unit_test(changes_case_by_language),
        cmocka_unit_test(normalises),
        cmocka_unit_test(knows_classes),
        cmocka_unit_test(answers_alike),
        cmocka_unit_test(names_scripts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
