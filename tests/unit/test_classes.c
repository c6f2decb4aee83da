/* classes: the readings of figures are asked where they can begin, and nowhere else. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "pairs.h"
#include "readings/readings.h"

struct seen {
    ptrdiff_t asked, all; /* classes at pieces */
};

/* What a class is not asked for it would not read. */
static void check_heads(void *user, struct arena *a, const struct pair *p)
{
    struct seen *seen = user;
    struct pieces t = pieces_scan(a, p->printed, p->language);
    struct reading r = {.out = {.arena = a}, .pieces = &t};
    for (ptrdiff_t at = 0; at < t.count; at++) {
        unsigned head = 1u << piece_kind(&t, at);
        if (!(head & (AT_FIGURE | AT_WORD | AT_MARK)))
            continue;
        const struct reading_class *c = reading_classes_of(p->language);
        for (int i = 0; c && c[i].read; i++) {
            seen->all++;
            seen->asked += (c[i].heads & head) != 0;
            if (c[i].heads & head)
                continue;
            if (c[i].read(&r, &t, at) != 0)
                fail_msg("class %d reads \"%.*s\" of \"%.*s\"", i,
                         STR_ARGS(piece_str(&t, at)), STR_ARGS(p->printed));
        }
    }
}

static void test_heads(void **state)
{
    (void)state;
    static const char *const languages[] = {"en", "ru", "de", "fr", "es"};
    for (int i = 0; i < 5; i++) {
        struct seen seen = {0};
        pairs_read(languages[i], check_heads, &seen);
        assert_true(seen.asked > 1000);
        assert_true(seen.asked * 100 < seen.all * 60);
    }
}

/* A sentence in which nothing is read is handed back, not copied. */
static void test_nothing_to_read(void **state)
{
    (void)state;
    struct arena a = {0};
    struct str s = S("The Harbour Master, Mara, and the ferry: nothing to read here.");
    struct str out;
    struct trace trace = {0};
    assert_true(read_figures(&a, s, S("en"), &(struct day_orders){0}, &out, &trace));
    assert_ptr_equal(out.ptr, s.ptr);
    assert_int_equal(out.len, s.len);
    assert_int_equal(trace.count, 0);
    assert_false(read_figures(&a, s, S("fi"), &(struct day_orders){0}, &out, &trace));
    arena_clear(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_heads),
        cmocka_unit_test(test_nothing_to_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
