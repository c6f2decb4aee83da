/* spellout: numbers in words by CLDR's rules, whatever order languages and rules come in. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/spellout.h"

static void assert_spelt(const char *language, const char *rules, int64_t value,
                         const char *words)
{
    struct arena a = {0};
    struct strbuf b = {.arena = &a};
    assert_true(spellout_add(&b, language, rules, value));
    struct str got = strbuf_str(&b);
    if (!str_eq(got, str_from(words)))
        fail_msg("%.*s is not %s", STR_ARGS(got), words);
    arena_clear(&a);
}

static void spells(void **state)
{
    (void)state;
    for (int twice = 0; twice < 2; twice++) {
        assert_spelt("de", "%spellout-numbering", 21, "einundzwanzig");
        assert_spelt("fr", "%spellout-numbering", 95, "quatre-vingt-quinze");
        assert_spelt("de", "%spellout-ordinal-n", 3, "dritten");
        assert_spelt("es", "%spellout-cardinal-feminine", 200, "doscientas");
        assert_spelt("ru", "%spellout-cardinal-feminine-accusative", 41, "сорок одну");
        assert_spelt("de", "%spellout-numbering-year", 1989,
                     "neunzehnhundertneunundachtzig");
    }
}

static void refuses_rules_that_are_not_there(void **state)
{
    (void)state;
    struct arena a = {0};
    struct strbuf b = {.arena = &a};
    assert_false(spellout_add(&b, "de", "%spellout-of-nothing", 5));
    assert_false(spellout_add(&b, "much-too-long", "%spellout-numbering", 5));
    assert_int_equal(b.len, 0);
    assert_spelt("de", "%spellout-numbering", 7, "sieben");
    arena_clear(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spells),
        cmocka_unit_test(refuses_rules_that_are_not_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
