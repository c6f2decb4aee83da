/* editions: the numbers of --rate. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "cli/editions.h"

static void reads_rates(void **state)
{
    (void)state;
    struct arena a = {0};
    struct diag d = {.arena = &a};
    struct editions e;
    assert_int_equal(editions_parse(&e, S("1,1.5, 0.5 ,2.500,1.50,.75"), &d), BC_OK);
    static const int tempo[] = {0, 500, -500, 1500, -250};
    static const char *const names[] = {"", "1.5x", "0.5x", "2.5x", "0.75x"};
    assert_int_equal(e.count, 5);
    for (int i = 0; i < 5; i++) {
        assert_int_equal(e.tempo[i], tempo[i]);
        assert_true(str_eq(edition_name(&a, tempo[i]), str_from(names[i])));
    }
    assert_int_equal(editions_parse(&e, S(""), &d), BC_OK);
    assert_int_equal(e.count, 1);
    assert_int_equal(e.tempo[0], 0);
    assert_int_equal(d.count, 0);
    arena_clear(&a);
}

static void refuses_others(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "0", "0.499",  "2.501", "1.", "1,",         ",",
        " ", "1.0000", "1.2.3", "+1", "4294967297",
    };
    struct arena a = {0};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct diag d = {.arena = &a};
        struct editions e;
        assert_int_equal(editions_parse(&e, str_from(wrong[i]), &d), BC_EUSAGE);
        assert_int_equal(d.count, 1);
    }
    struct strbuf many = {.arena = &a};
    for (int i = 0; i <= EDITIONS_MOST; i++)
        strbuf_addf(&many, "%s1.%03d", i ? "," : "", i);
    struct diag d = {.arena = &a};
    struct editions e;
    assert_int_equal(editions_parse(&e, strbuf_str(&many), &d), BC_EUSAGE);
    arena_clear(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_rates),
        cmocka_unit_test(refuses_others),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
