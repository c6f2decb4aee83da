/* str and arena: views, UTF-8 at its limits, builders. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/str.h"

#define assert_str(s, literal) assert_true(str_eq((s), S(literal)))

static void trims_unicode_blanks(void **state)
{
    (void)state;
    assert_str(str_trim(S("\u00a0\u2003 a b \u3000\n")), "a b");
    assert_str(str_trim(S(" \t ")), "");
}

static void decodes_utf8(void **state)
{
    (void)state;
    struct str s = S("a\u00e9\u20ac\U0001F600");
    int32_t want[] = {'a', 0xE9, 0x20AC, 0x1F600, -1};
    ptrdiff_t at = 0;
    for (int i = 0; i < 5; i++)
        assert_int_equal(utf8_next(s, &at), want[i]);
    for (int i = 3; i >= 0; i--)
        assert_int_equal(utf8_previous(s, &at), want[i]);
    assert_int_equal(utf8_previous(s, &at), -1);
    assert_int_equal(utf8_count(s), 4);
}

static void finds_invalid_utf8(void **state)
{
    (void)state;
    assert_int_equal(utf8_invalid_at(S("ok \u00e9")), -1);
    assert_int_equal(utf8_invalid_at(S("ab\xff")), 2);
    assert_int_equal(utf8_invalid_at(S("\xc0\x80")), 0);         /* overlong */
    assert_int_equal(utf8_invalid_at(S("x\xed\xa0\x80")), 1);    /* surrogate */
    assert_int_equal(utf8_invalid_at(S("\xf4\x90\x80\x80")), 0); /* over U+10FFFF */
    assert_int_equal(utf8_invalid_at(S("a\xe2\x82")), 1);        /* cut short */
}

static void numbers(void **state)
{
    (void)state;
    int64_t i = 7;
    assert_int_equal(str_hex_at(S("%c3%A9"), 1, 2), 0xC3);
    assert_int_equal(str_hex_at(S("%c3%A9"), 4, 2), 0xA9);
    assert_int_equal(str_hex_at(S("%+5"), 1, 2), -1);
    assert_int_equal(str_hex_at(S("%5"), 1, 2), -1);
    assert_true(str_to_int(S("-42"), &i));
    assert_int_equal(i, -42);
    assert_false(str_to_int(S("9223372036854775808"), &i));
    assert_false(str_to_int(S("4x"), &i));
    assert_false(str_to_int(S("-"), &i));
    assert_int_equal(i, -42);
    double d;
    assert_true(str_to_double(S("1.25"), &d));
    assert_true(d == 1.25);
    assert_true(str_to_double(S("5.5e-01"), &d));
    assert_true(d > 0.549 && d < 0.551);
    assert_true(str_to_double(S("-2E+3"), &d));
    assert_true(d == -2000);
    assert_true(str_to_double(S("0e99999999999"), &d));
    assert_true(d == 0);
    assert_false(str_to_double(S("1e"), &d));
    assert_false(str_to_double(S("e5"), &d));
    assert_false(str_to_double(S("1e+"), &d));
    assert_false(str_to_double(S("1e5.5"), &d));
    assert_false(str_to_double(S("1.2.3"), &d));
    assert_false(str_to_double(S("."), &d));
}

static void builder_and_growth(void **state)
{
    (void)state;
    struct arena a = {0};
    struct strbuf b = {.arena = &a};
    for (int i = 0; i < 20000; i++) {
        strbuf_addf(&b, "%d,", i % 10);
        arena_alloc(&a, 1, 1); /* so that growth cannot stay in place */
    }
    assert_int_equal(strbuf_str(&b).len, 40000);
    for (int i = 0; i < 20000; i++)
        assert_int_equal(b.ptr[2 * i], '0' + i % 10);
    int *items = NULL;
    ptrdiff_t count = 0, capacity = 0;
    for (int i = 0; i < 1000; i++)
        *arena_push(&a, items, count, capacity) = i;
    for (int i = 0; i < 1000; i++)
        assert_int_equal(items[i], i);
    arena_clear(&a);
}

static void primary_language(void **state)
{
    (void)state;
    static const char *const tags[][2] = {
        {"en-GB", "en"}, {"EN_gb", "EN"}, {"de", "de"},         {"", "en"},
        {"-GB", "en"},   {"_", "en"},     {"zh-Hant-TW", "zh"},
    };
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        assert_true(str_eq(language_primary(str_from(tags[i][0])), str_from(tags[i][1])));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(primary_language), cmocka_unit_test(trims_unicode_blanks),
        cmocka_unit_test(decodes_utf8),     cmocka_unit_test(finds_invalid_utf8),
        cmocka_unit_test(numbers),          cmocka_unit_test(builder_and_growth),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
