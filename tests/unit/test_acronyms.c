/* acronyms: which words in capitals are spelled and which are said, and what texts explain. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "linear.h"

#include "speak/acronym_tables.h"
#include "speak/acronyms.h"
#include "speak/speak.h"

static void tables_are_sorted(void **state)
{
    (void)state;
    static const char *const languages[] = {"en", "ru", "de", "fr", "es"};
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
        const struct acronym_tables *t = acronym_tables_of(str_from(languages[i]));
        const struct word_list lists[] = {t->spelled, t->said, t->words, t->mixed};
        for (size_t k = 0; k < 4; k++)
            for (size_t n = 0; n < lists[k].count; n++) {
                assert_true(word_list_has(lists[k], str_from(lists[k].words[n])));
                if (n)
                    assert_true(strcmp(lists[k].words[n - 1], lists[k].words[n]) < 0);
            }
        for (size_t n = 0; n < t->said.count; n++)
            assert_false(word_list_has(t->spelled, str_from(t->said.words[n])));
    }
    assert_null(acronym_tables_of(S("it")));
}

static void knows_what_can_be_said(void **state)
{
    (void)state;
    static const char *const words[] = {"HARCON", "COASTCOM", "FEMA",    "UEFA", "BRICS",
                                        "НАТО",   "ЮНЕСКО",   "SCHMIDT", "YES"};
    static const char *const letters[] = {"RPB",  "JSIS", "ISSG", "EAEU", "AARP",  "OPCW",
                                          "ЕАЭС", "КНДР", "FBI2", "OECD", "UNHCR", "CC"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        assert_true(acronym_is_pronounceable(str_from(words[i])));
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        assert_false(acronym_is_pronounceable(str_from(letters[i])));
}

static void learns_what_is_explained(void **state)
{
    (void)state;
    static const struct {
        const char *text, *word; /* NULL: nothing */
    } cases[] = {
        {"The Regional Pilotage Board (RPB) met.", "RPB"},
        {"The Regional Pilotage Board (the \"RPB\") met.", "RPB"},
        {"The Regional Pilotage Board (hereinafter RPB) met.", "RPB"},
        {"The RPB (Regional Pilotage Board) met.", "RPB"},
        {"The National Lock Office, or NLO, met.", "NLO"},
        {"Northern Boat Users (NBUs) met.", "NBU"},
        {"The Coastal Patrol Command (COASTCOM) met.", "COASTCOM"},
        {"Совет речных лоцманов (далее — СРЛ) ответил.", "СРЛ"},
        {"The river pilots (PQX) met.", NULL},
        {"The river pilots (see below) met.", NULL},
        {"He left (A).", NULL},
        {"(RPB) and then (", NULL},
        {"RPB (", NULL},
        {"a, or ", NULL},
        {"", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena a = {0};
        struct acronyms x = {.arena = &a};
        acronyms_learn(&x, str_from(cases[i].text));
        acronyms_settle(&x);
        if (x.count != (cases[i].word != NULL))
            print_error("%s: %d\n", cases[i].text, (int)x.count);
        assert_int_equal(x.count, cases[i].word != NULL);
        if (cases[i].word)
            assert_true(acronyms_have(&x, str_from(cases[i].word)));
        assert_false(acronyms_have(&x, S("ZZZ")));
        arena_clear(&a);
    }
    assert_false(acronyms_have(NULL, S("RPB")));
}

/* What one paragraph explains holds in all, in small letters too where no word is like it. */
static void spells_what_another_paragraph_explains(void **state)
{
    (void)state;
    struct arena a = {0};
    struct acronyms x = {.arena = &a}, none = {.arena = &a};
    acronyms_learn(&x, S("The Western Harbour Aid League (ALL) and the Regional Pilotage "
                         "Board (RPB) and the All Lakes League (ALL) met."));
    acronyms_settle(&x);
    static const struct {
        const char *text, *spoken, *without;
    } cases[] = {
        {"ask the rpb today", "ask the R.P.B today", "ask the rpb today"},
        {"Rpb's men left.", "R.P.B's men left.", "Rpb's men left."},
        {"We asked ALL of them.", "We asked A.L.L of them.", "We asked All of them."},
        {"We asked all of them.", "We asked all of them.", "We asked all of them."},
    };
    struct learned whole = {.acronyms = x}, nothing = {.acronyms = none};
    struct speak_run run = {.learned = &whole}, other_run = {.learned = &nothing};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str text = str_from(cases[i].text);
        struct str got = speak_part(&a, text, NULL, 0, S("en"), &run).str;
        struct str other = speak_part(&a, text, NULL, 0, S("en"), &other_run).str;
        assert_string_equal(str_z(&a, got), cases[i].spoken);
        assert_string_equal(str_z(&a, other), cases[i].without);
    }
    speak_run_close(&run);
    speak_run_close(&other_run);
    arena_clear(&a);
}

/* Brackets and capitals. */
static void learn_and_speak(void *user, int size)
{
    struct arena a = {0};
    struct strbuf b = {.arena = &a};
    struct acronyms x = {.arena = &a};
    while (b.len < size)
        strbuf_add(&b, str_from(user));
    acronyms_learn(&x, strbuf_str(&b));
    acronyms_settle(&x);
    struct str got = speak_text(&a, strbuf_str(&b), NULL, 0, S("en"), NULL).str;
    assert_true(got.len < 8 * b.len);
    arena_clear(&a);
}

static void is_linear(void **state)
{
    (void)state;
    static const char *const pieces[] = {"(",          "(AB) ",     "AB (",
                                         "A B, or AB", "NO US IT ", "A.",
                                         "(((AB)))",   "RPB's ",    "ab "};
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++)
        assert_linear(learn_and_speak, (void *)(uintptr_t)pieces[i], 30000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tables_are_sorted),
        cmocka_unit_test(knows_what_can_be_said),
        cmocka_unit_test(learns_what_is_explained),
        cmocka_unit_test(spells_what_another_paragraph_explains),
        cmocka_unit_test(is_linear),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
