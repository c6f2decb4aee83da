/* pairs: what is printed in tests/cases/speak is spoken as it should be, all of it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "pairs.h"

struct counting {
    const char *language; /* of the file */
    int wrong, all;
};

static void count_pair(void *user, struct arena *a, const struct pair *p)
{
    struct counting *c = user;
    assert_true(p->class.len && p->printed.len && p->spoken.len);
    struct spoken got = speak_text(a, p->printed, NULL, 0, p->language, NULL);
    c->all++;
    if (str_eq(heard(a, got.str), heard(a, p->spoken)))
        return;
    c->wrong++;
    print_error("%s %.*s: %.*s\n    got  %.*s\n    want %.*s\n", c->language,
                STR_ARGS(p->class), STR_ARGS(p->printed), STR_ARGS(got.str),
                STR_ARGS(p->spoken));
}

static void all_are_said_right(void **state)
{
    (void)state;
    static const struct {
        const char *language;
        int least; /* pairs: a file that is not read has none */
    } files[] = {{"en", 400}, {"ru", 60}, {"de", 60}, {"fr", 60}, {"es", 60}};
    int wrong = 0;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct counting c = {.language = files[i].language};
        pairs_read(files[i].language, count_pair, &c);
        assert_true(c.all >= files[i].least);
        print_message("%s: %d pairs\n", c.language, c.all);
        wrong += c.wrong;
    }
    assert_int_equal(wrong, 0);
}

/* What the engine calls by name counts: a sign that is left in what is spoken is a fault. */
static void a_sign_is_heard(void **state)
{
    (void)state;
    static const char *const signs[] = {"\u20AC", "\u00B0", "\u2116", "\u00BD", "\u00B1",
                                        "\u00D7", "\u00A3", "\u00A7", "\u2103", "\u2265",
                                        "\u2212", "\u2192", "=",      "<",      "/"};
    static const char *const marks[] = {".",      ", ", "\u2013", "\u201C",
                                        "\u00AB", "(",  "-"};
    struct arena a = {0};
    struct str five = heard(&a, S("five"));
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        assert_false(str_eq(heard(&a, str_format(&a, "five %s", signs[i])), five));
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        assert_true(str_eq(heard(&a, str_format(&a, "five %s", marks[i])), five));
    arena_clear(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_are_said_right),
        cmocka_unit_test(a_sign_is_heard),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
