/* punctuation: marks are found in the table, which is in order, and nothing else is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "transcript/punctuation.h"

static void all_are(const char *marks, unsigned classes)
{
    struct str s = str_from(marks);
    for (ptrdiff_t at = 0; at < s.len;)
        assert_int_equal(punctuation_of(utf8_next(s, &at)), classes);
}

static void marks_have_their_classes(void **state)
{
    (void)state;
    all_are(".?!\u2026\u3002\uFF01\uFF1F\u061F", PUNCTUATION_ENDS);
    all_are("-\u2013\u2014", PUNCTUATION_DASHES);
    all_are(",;\u3001\uFF0C\uFF1B", PUNCTUATION_PAUSES);
    all_are(":\uFF1A", PUNCTUATION_COLON);
    all_are(")]}\u00BB\u2019\u201D\u203A\u300D\uFF09", PUNCTUATION_CLOSES);
    all_are("([{\u00AB\u00BF\u00A1\u201E\u2039\u300C\uFF08", PUNCTUATION_OPENS);
    all_are("\"'\u201C\u2018", PUNCTUATION_CLOSES | PUNCTUATION_OPENS);
}

static void letters_and_ends_have_none(void **state)
{
    (void)state;
    all_are("aZ09 \n*_/\u00E9\u0436\u4E00\U0001F600", 0);
    assert_int_equal(punctuation_of(-1), 0);
    assert_int_equal(punctuation_of(INT32_MAX), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_have_their_classes),
        cmocka_unit_test(letters_and_ends_have_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
