/* day_order: what a document's dates in figures tell of those that could be read both ways. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "readings/day_order.h"
#include "speak/speak.h"

static void dates_tell(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int day_first, month_first;
    } cases[] = {
        {"", 0, 0},
        {"3/4/2017", 0, 0},
        {"1/20/2018", 0, 1},
        {"(20/1/2018)", 1, 0},
        {"1/20/18, 20/1/18 and 2/28/2019.", 1, 2},
        {"31/12/1999 / 12/31/1999", 1, 1},
        {"20/30/2018 and 0/20/2018", 0, 0}, /* no dates */
        {"24/7/365, 120/1/2018, 1/200/2018, 1/20/20180, 1/20", 0, 0},
        {"/ // 1/ /20/ 1//2018", 0, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct day_orders o = {0};
        day_orders_learn(&o, str_from(cases[i].text));
        assert_int_equal(o.day_first, cases[i].day_first);
        assert_int_equal(o.month_first, cases[i].month_first);
    }
}

static void the_region_tells_where_dates_do_not(void **state)
{
    (void)state;
    struct day_orders none = {0}, both = {1, 1}, day = {1, 0}, month = {1, 2};
    assert_true(day_orders_month_first(&none, S("en-US")));
    assert_false(day_orders_month_first(&none, S("en")));
    assert_true(day_orders_month_first(&both, S("en-US")));
    assert_false(day_orders_month_first(&day, S("en-US")));
    assert_true(day_orders_month_first(&month, S("en-GB")));
}

/* A paragraph decides for another. */
static void a_document_is_of_one_mind(void **state)
{
    (void)state;
    struct arena a = {0};
    struct learned l = {.acronyms.arena = &a};
    learned_add(&l, S("It ends on 1/20/2018."));
    learned_add(&l, S("It began on 3/4/2017."));
    learned_settle(&l);
    struct speak_run run = {.learned = &l};
    struct str text = S("It began on 3/4/2017.");
    struct str said = speak_part(&a, text, NULL, 0, S("en"), &run).str;
    assert_true(str_eq(said, S("It began on March fourth, twenty seventeen.")));
    said = speak_text(&a, text, NULL, 0, S("en"), NULL).str;
    assert_true(str_eq(said, S("It began on the third of April twenty seventeen.")));
    speak_run_close(&run);
    arena_clear(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_tell),
        cmocka_unit_test(the_region_tells_where_dates_do_not),
        cmocka_unit_test(a_document_is_of_one_mind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
