/* ipa: each symbol of each table as the engine prints it back, and what is no IPA. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "engine_print.h"
#include "ipa_printed.h"

/* The symbol in a word of its own, where nothing about it is said in another way. */
static bool print_symbol(struct arena *a, const struct ipa_table *t,
                         const struct ipa_symbol *y)
{
    bool vowel = y->use != IPA_CONSONANT;
    struct strbuf word = {.arena = a}, text = {.arena = a};
    ptrdiff_t at, end;
    strbuf_addf(&word, vowel ? "ˈt%.*s" : "e%.*sˈo", STR_ARGS(y->ipa));
    strbuf_add(&text, S("[["));
    enum ipa_fault fault = ipa_to_mnemonics(&text, t, strbuf_str(&word), &at, &end);
    strbuf_add(&text, S("]]"));
    struct str got = engine_print(a, strbuf_str(&text));
    struct str want = ipa_printed(t->language, y->ipa);
    want = str_format(a, vowel ? "tˈ%.*s" : "%.*s", STR_ARGS(want));
    if (!vowel) { /* what stands between the vowels */
        ptrdiff_t stress = str_find(got, S("ˈ")), from = 0;
        utf8_next(got, &from);
        got = str_slice(got, from, stress);
    }
    if (fault == IPA_FINE && str_eq(got, want))
        return true;
    fprintf(stderr, "    {\"%.*s\", \"%.*s\", \"%.*s\"}, /* %.*s */\n",
            STR_ARGS(t->language), STR_ARGS(y->ipa), STR_ARGS(got),
            STR_ARGS(strbuf_str(&text)));
    return false;
}

static bool print_all(void *user)
{
    struct arena a = {0};
    int wrong = 0;
    (void)user;
    for (const struct ipa_table *t = ipa_tables; t->count; t++) {
        if (!engine_use(str_z(&a, t->language)))
            return false;
        for (ptrdiff_t i = 0; i < t->count; i++)
            wrong += !print_symbol(&a, t, &t->symbols[i]);
    }
    arena_clear(&a);
    return !wrong;
}

static void the_engine_prints_each_symbol_back(void **state)
{
    (void)state;
    assert_true(engine_fork(print_all, NULL));
}

static void words_are_converted(void **state)
{
    static const struct {
        const char *language, *ipa, *mnemonics;
    } cases[] = {
        {"en", "ləvˈrɒf", "l|@vr'0f"},         /* the stress stands before its vowel */
        {"en-GB", "ˌbʌ.təˈfʊd", "b,Vt|@f'Ud"}, /* syllable marks say nothing */
        {"en", "ˈt͡ʃɑːd", "tS'A:d"},            /* nor do tie bars */
        {"en", "kɑːˈtɑːr", "k|A:t'A@"},   /* an "r" that ends a word is the vowel's */
        {"en", "bəˈtɑːrə", "b|@t'A:r|@"}, /* before a vowel it is a consonant */
        {"en", "ˈɑːrmənd", "'A@m|@nd"},
        {"en", "ˈhɑːrˌɑːm", "h'A:r,A:m"}, /* whatever marks stand between */
        {"en", "kæt.sə", "kat|s|@"},
        {"ru", "lɐˈvrof", "l|Vvr'of"},
        {"ru", "dʲɪlʲ", "d;|Il;"},
        {"de", "ˈtʃɛçiən", "tS'E|Ci2|@n"},
        {"fr", "ʒak", "Zak"},
        {"es", "ˈθjuðað", "Tj'u|Da|D"},
    };
    struct arena a = {0};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct strbuf out = {.arena = &a};
        ptrdiff_t at, end;
        const struct ipa_table *t = ipa_table_find(str_from(cases[i].language));
        assert_non_null(t);
        assert_int_equal(ipa_to_mnemonics(&out, t, str_from(cases[i].ipa), &at, &end),
                         IPA_FINE);
        assert_string_equal(str_z(&a, strbuf_str(&out)), cases[i].mnemonics);
    }
    arena_clear(&a);
}

static void faults_have_a_place(void **state)
{
    static const struct {
        const char *ipa;
        enum ipa_fault fault;
        ptrdiff_t at, end;
    } cases[] = {
        {"kæQt", IPA_UNKNOWN, 3, 4},
        {"ʘa", IPA_UNKNOWN, 0, 2},
        {"kætˈ", IPA_STRAY_STRESS, 4, 6},
        {"kˈæˌt", IPA_STRAY_STRESS, 5, 8},
        {"kt", IPA_WITHOUT_VOWEL, 0, 2},
        {"", IPA_WITHOUT_VOWEL, 0, 0},
        {"[[", IPA_UNKNOWN, 0, 1},
        {"a]]b", IPA_UNKNOWN, 1, 2},
        {"a\x01"
         "b",
         IPA_UNKNOWN, 1, 2},
    };
    struct arena a = {0};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct strbuf out = {.arena = &a};
        ptrdiff_t at, end;
        assert_int_equal(ipa_to_mnemonics(&out, ipa_table_find(S("en")),
                                          str_from(cases[i].ipa), &at, &end),
                         cases[i].fault);
        assert_int_equal(at, cases[i].at);
        assert_int_equal(end, cases[i].end);
    }
    struct strbuf word = {.arena = &a}, out = {.arena = &a};
    ptrdiff_t at, end;
    for (int i = 0; i < 100000; i++)
        strbuf_add(&word, S("ta"));
    assert_int_equal(
        ipa_to_mnemonics(&out, ipa_table_find(S("en")), strbuf_str(&word), &at, &end),
        IPA_TOO_LONG);
    assert_null(ipa_table_find(S("kk")));
    arena_clear(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_converted),
        cmocka_unit_test(faults_have_a_place),
        cmocka_unit_test(the_engine_prints_each_symbol_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
