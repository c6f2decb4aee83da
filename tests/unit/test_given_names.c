/* Which voice a person's name lets one expect, and names that tell nothing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "voice/given_names.h"

static void names_and_what_they_tell(void **state)
{
    (void)state;
    static const struct {
        const char *name, *language;
        enum voice_hint hint;
        const char *word;
    } cases[] = {
        {"Sergey Holm", "en", HINT_LOW, "Sergey"},
        {"FOREIGN MINISTER SERGEY HOLM", "en", HINT_LOW, "SERGEY"},
        {"Dr. Ingrid A. Vane", "en", HINT_HIGH, "Ingrid"},
        {"José María Prado", "es", HINT_LOW, "José"},
        {"Hélène Lenoir", "fr", HINT_HIGH, "Hélène"},
        {"Travis", "en", HINT_LOW, "Travis"},
        {"Ольга Гехт", "ru", HINT_HIGH, "Ольга"},
        {"Н.Ветрова", "ru", HINT_HIGH, "Ветрова"},
        {"Н.Ветров", "ru", HINT_LOW, "Ветров"},
        {"Н.Горская", "ru", HINT_HIGH, "Горская"},
        {"А.Гурин", "ru", HINT_LOW, "Гурин"},
        /* Not telling. */
        {"HOWARD", "en", HINT_NONE, ""},
        {"Prime Minister Howard", "en", HINT_NONE, ""},
        {"Andrea Vane", "en", HINT_NONE, ""},
        {"Н.Гехт", "ru", HINT_NONE, ""},
        {"Ветров", "en", HINT_NONE, ""},
        {"Лев", "ru", HINT_LOW, "Лев"},
        {"", "en", HINT_NONE, ""},
        {"...", "ru", HINT_NONE, ""},
    };
    struct arena a = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str word;
        enum voice_hint hint = given_name_find(&a, str_from(cases[i].name),
                                               str_from(cases[i].language), &word);
        if (hint != cases[i].hint || !str_eq(word, str_from(cases[i].word)))
            fail_msg("'%s' gave %d '%.*s'", cases[i].name, (int)hint, STR_ARGS(word));
    }
    arena_clear(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(names_and_what_they_tell)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
