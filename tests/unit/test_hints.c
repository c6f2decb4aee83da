/* Forms of address, and names that only look like one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "voice/hints.h"

static void forms_of_address(void **state)
{
    (void)state;
    static const struct {
        const char *label, *language;
        enum voice_hint hint;
        const char *word;
    } cases[] = {
        {"MS. OKONKWO", "en", HINT_HIGH, "MS"},
        {"Mrs Okonkwo", "en", HINT_HIGH, "Mrs"},
        {"Mr. Vane", "en", HINT_LOW, "Mr"},
        {"Sir Oswin Vane (Harbour North)", "en", HINT_LOW, "Sir"},
        {"Lady Thorne", "en", HINT_HIGH, "Lady"},
        {"Thorne, Spokeswoman", "en", HINT_HIGH, "Spokeswoman"},
        {"VICE CHAIRMAN VANE", "en", HINT_LOW, "CHAIRMAN"},
        {"UNIDENTIFIED FEMALE", "en", HINT_HIGH, "FEMALE"},
        {"Frau Dr. Öhler", "de", HINT_HIGH, "Frau"},
        {"BUNDESMINISTERIN ÖHLER", "de", HINT_HIGH, "BUNDESMINISTERIN"},
        {"STAATSSEKRETÄRIN ÖHLER", "de", HINT_HIGH, "STAATSSEKRETÄRIN"},
        {"Mme Lenoir", "fr", HINT_HIGH, "Mme"},
        {"M. Lenoir", "fr", HINT_LOW, "M"},
        {"Señora Prado", "es", HINT_HIGH, "Señora"},
        {"ГОСПОЖА Ветрова", "ru", HINT_HIGH, "ГОСПОЖА"},
        {"ӘБДІРОВ МЫРЗА", "kk", HINT_LOW, "МЫРЗА"},
        {"Қуанова ханым", "kk", HINT_HIGH, "ханым"},
        /* Not forms of address. */
        {"KING", "en", HINT_NONE, ""},
        {"Mara Lindqvist", "en", HINT_NONE, ""},
        {"Anne Lord", "en", HINT_NONE, ""},
        {"Msimang", "en", HINT_NONE, ""},
        {"Mister", "en", HINT_NONE, ""},
        {"Frau Öhler", "en", HINT_NONE, ""},
        {"", "en", HINT_NONE, ""},
        {"...", "en", HINT_NONE, ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str word;
        enum voice_hint hint =
            hint_find(str_from(cases[i].label), str_from(cases[i].language), &word);
        if (hint != cases[i].hint || !str_eq(word, str_from(cases[i].word)))
            fail_msg("'%s' gave %d '%.*s'", cases[i].label, (int)hint, STR_ARGS(word));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(forms_of_address)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
