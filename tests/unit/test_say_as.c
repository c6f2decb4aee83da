/* What <say-as> makes of text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "speak/say_as.h"

static void says_as_it_is_told(void **state)
{
    (void)state;
    static const struct {
        const char *language, *kind, *format, *words,
            *said; /* NULL: nothing of the kind */
    } cases[] = {
        {"en", "characters", "", "IBM", "I B M"},
        {"en", "spell-out", "", "été", "É T É"},
        {"en", "verbatim", "", "a_b@c.de", "A underscore B at C dot D E"},
        {"de", "characters", "", "a7-b", "A sieben Strich B"},
        {"ru", "characters", "", "а.б", "А точка Б"},
        {"pl", "characters", "", "a7-b", "A 7 B"},
        {"en", "characters", "", "\u2014", NULL},
        {"en", "cardinal", "", "12,345", "twelve thousand three hundred-and forty-five"},
        {"en", "number", "", "-7", "minus seven"},
        {"en", "cardinal", "", "1,23", NULL},
        {"en", "cardinal", "", "12 apples", NULL},
        {"en", "cardinal", "", "1234567890123456", NULL},
        {"fr", "cardinal", "", "12 345", "12345"},
        {"de", "cardinal", "", "1988", "1.988"},
        {"ru", "cardinal", "", "-1988", "-1\u00A0988"},
        {"pl", "cardinal", "", "1988", "1988"},
        {"en", "ordinal", "", "2", "second"},
        {"en", "ordinal", "", "23rd", "twenty-third"},
        {"de", "ordinal", "", "3", "3."},
        {"de", "ordinal", "", "3.", "3."},
        {"fr", "ordinal", "", "1", "1er"},
        {"fr", "ordinal", "", "1re", "1re"},
        {"fr", "ordinal", "", "21", "21e"},
        {"es", "ordinal", "", "3ª", "3ª"},
        {"es", "ordinal", "", "3ra", "3ra"},
        {"ru", "ordinal", "", "3", "3-й"},
        {"ru", "ordinal", "", "3-я", "3-я"},
        {"ru", "ordinal", "", "3 я", NULL},
        {"en", "ordinal", "", "3me", NULL},
        {"en", "digits", "", "007", "zero zero seven"},
        {"ru", "digits", "", "42", "четыре два"},
        {"pl", "digits", "", "42", "4 2"},
        {"de", "telephone", "", "+49 40-7", "plus vier neun, vier null, sieben"},
        {"en", "digits", "", "4a", NULL},
        {"en", "telephone", "", "555-0147", "five five five, zero one four seven"},
        {"en", "date", "mdy", "1/20/2017", "20 January 2017"},
        {"en", "date", "ymd", "2017-01-20", "20 January 2017"},
        {"en", "date", "my", "1/2017", "January 2017"},
        {"en", "date", "d", "3", "third"},
        {"de", "date", "mdy", "1/20/2017", "20. Januar 2017"},
        {"de", "date", "dm", "20.1.", "20. Januar"},
        {"de", "date", "y", "1988", "neunzehnhundertachtundachtzig"},
        {"fr", "date", "dmy", "1/5/2017", "1er mai 2017"},
        {"es", "date", "dmy", "1/5/2017", "1 de mayo de 2017"},
        {"es", "date", "my", "5/2017", "mayo de 2017"},
        {"ru", "date", "dmy", "1.5.2017", "1 мая 2017 года"},
        {"ru", "date", "my", "5.2017", "май 2017 года"},
        {"ru", "date", "y", "2017", "2017"},
        {"pl", "date", "mdy", "1/20/2017", "20.01.2017"},
        {"en", "date", "dmy", "1/20/2017", NULL},
        {"en", "date", "dmy", "1/2", NULL},
        {"en", "date", "", "in May", "in May"},
        {"en", "time", "hms12", "2:15", "2:15"},
        {"en", "colour", "", "red", NULL},
    };
    struct arena a = {0};
    int wrong = 0;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct strbuf b = {.arena = &a};
        bool said = say_as(&b, str_from(cases[i].words), S(""), str_from(cases[i].kind),
                           str_from(cases[i].format), str_from(cases[i].language));
        if (said == (cases[i].said != NULL) &&
            (!said || str_eq(strbuf_str(&b), str_from(cases[i].said))))
            continue;
        wrong++;
        print_error("%s %s: %d '%.*s'\n", cases[i].kind, cases[i].words, said,
                    STR_ARGS(strbuf_str(&b)));
    }
    assert_int_equal(wrong, 0);
    arena_clear(&a);
}

/* The word before tells a form that the language prints. */
static void looks_at_the_word_before(void **state)
{
    (void)state;
    static const struct {
        const char *language, *before, *kind, *format, *words, *said;
    } cases[] = {
        {"fr", "Voici la ", "ordinal", "", "1", "1re"},
        {"fr", "Voici le ", "ordinal", "", "1", "1er"},
        {"es", "Es la ", "ordinal", "", "3", "3ª"},
        {"es", "Es el ", "ordinal", "", "3", "3º"},
        {"ru", "Это было в ", "date", "my", "5.2017", "мае 2017 года"},
        {"ru", "Ждём до ", "date", "my", "5.2017", "мая 2017 года"},
    };
    struct arena a = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct strbuf b = {.arena = &a};
        assert_true(say_as(&b, str_from(cases[i].words), str_from(cases[i].before),
                           str_from(cases[i].kind), str_from(cases[i].format),
                           str_from(cases[i].language)));
        if (!str_eq(strbuf_str(&b), str_from(cases[i].said)))
            fail_msg("%s%.*s", cases[i].before, STR_ARGS(strbuf_str(&b)));
    }
    arena_clear(&a);
}

static void knows_kinds_and_formats(void **state)
{
    (void)state;
    assert_true(say_as_is_kind(S("spell-out")));
    assert_false(say_as_is_kind(S("colour")));
    assert_true(say_as_is_format(S("date"), S("mdy")));
    assert_true(say_as_is_format(S("date"), S("")));
    assert_false(say_as_is_format(S("date"), S("dm y")));
    assert_false(say_as_is_format(S("date"), S("yd")));
    assert_false(say_as_is_format(S("cardinal"), S("x")));
    assert_true(say_as_is_format(S("telephone"), S("44")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_as_it_is_told),
        cmocka_unit_test(looks_at_the_word_before),
        cmocka_unit_test(knows_kinds_and_formats),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
