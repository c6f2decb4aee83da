/* The index that the build makes of the word lists, against the lists. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "transcript/vocabulary_lists.h"

static ptrdiff_t check_lists(const struct word_list *lists)
{
    ptrdiff_t count = 0;
    for (; lists->words; lists++) {
        struct str rest = str_from(lists->words + 1), word;
        assert_true(lists->words[0] == '|' && str_ends(rest, S("|")));
        for (; rest.len; count++) {
            str_cut(rest, '|', &word, &rest);
            if (!word.len || !vocabulary_has(lists->class, word) ||
                vocabulary_prefix(lists->class, word) != word.len)
                fail_msg("'%.*s' is not found (%s)", STR_ARGS(word), lists->language);
        }
    }
    return count;
}

static void every_word_is_found(void **state)
{
    (void)state;
    assert_true(check_lists(vocabulary_labels) > 1000);
    assert_true(check_lists(vocabulary_speech) > 1000);
}

static void other_words_are_not_found(void **state)
{
    (void)state;
    static const char *const others[] = {"",          "|",        "|mr|",
                                         "mr|mrs",    "moderato", "moderatorr",
                                         "Moderator", "mr ",      "saltmarrow"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_true(vocabulary_classes(str_from(others[i])) == 0);
    assert_false(vocabulary_has(WORD_COURTESY, S("moderator")));
    static const char long_word[4096] = {'m', 'r'};
    assert_true(vocabulary_classes((struct str){long_word, sizeof long_word}) == 0);
}

static void a_word_has_all_its_classes(void **state)
{
    (void)state;
    uint64_t mr = vocabulary_classes(S("mr"));
    assert_true(mr >> WORD_COURTESY & 1 && mr >> WORD_COURTESY_HE & 1);
    assert_false(mr >> WORD_COURTESY_SHE & 1);
}

static void the_longest_phrase_counts(void **state)
{
    (void)state;
    assert_int_equal(vocabulary_prefix(WORD_GREETING, S("good morning, all")), 12);
    assert_int_equal(vocabulary_prefix(WORD_GREETING, S("good morningside")), 0);
    assert_int_equal(vocabulary_prefix(WORD_DIRECTION_START, S("speaks in dutch")), 9);
    assert_int_equal(vocabulary_prefix(WORD_DIRECTION_START, S("speaks indeed")), 6);
    assert_int_equal(vocabulary_prefix(WORD_DIRECTION_START, S("")), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_word_is_found),
        cmocka_unit_test(other_words_are_not_found),
        cmocka_unit_test(a_word_has_all_its_classes),
        cmocka_unit_test(the_longest_phrase_counts),
    };
    return cmocka_run_group_tests_name("vocabulary", tests, NULL, NULL);
}
