#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "script/uncovered.h"

#include "bytes.h"
#include "script_items.h"
#include "script_make.h"

/* "word count, ..." of a text that one person says, in `language`. */
static struct str names_of(struct arena *a, const char *language, const char *text,
                           const char *lexicon)
{
    struct diag d = {.arena = a};
    struct script *s;
    struct lexicon x = {.arena = a};
    struct uncovered u = {.arena = a};
    struct strbuf out = {.arena = a};
    struct items *m = items_make(a, str_format(a, "turn: Ann Lee: %s\n", text));
    assert_int_equal(script_build(&s, a, &m->turns, NULL, &d), BC_OK);
    s->language = str_from(language);
    assert_int_equal(
        lexicon_read(&x, source_make(a, S("words.txt"), str_from(lexicon)), &d), BC_OK);
    assert_int_equal(script_speak(s, a, &x, &d), BC_OK);
    uncovered_add(&u, s, s->lexicon);
    uncovered_sort(&u);
    for (ptrdiff_t i = 0; i < u.count; i++)
        strbuf_addf(&out, "%s%.*s %td", i ? ", " : "", STR_ARGS(u.items[i].word),
                    u.items[i].count);
    return strbuf_str(&out);
}

static void names_are_told_from_words(void **state)
{
    static const struct {
        const char *language, *text, *names;
    } cases[] = {
        {"en", "We met Lindqvist. Lindqvist left.", "Lindqvist 2"},
        {"en", "However, the ship sailed. Nothing else.", ""},
        {"en", "The Harbour rose. A harbour fell.", ""},
        {"en", "He asked Okafor's aide, and Okafor\u2019s son.", "Okafor 2"},
        {"en", "We saw Zed Beeblebrox and Anna Zed.", "Zed 2, Anna 1, Beeblebrox 1"},
        {"en", "The RPB and two MPs met the President of it.", ""},
        {"en", "New Rules For Mooring At Every Northern Harbour", ""},
        {"en", "He said: \"Nobody came.\" (Everybody left.)", ""},
        {"en", "She is from Al-Qamar, in \u00C5lesund.", "Qamar 1, \u00C5lesund 1"},
        {"en", "We met Vane.", ""}, /* in the lexicon */
        {"en", "We met Mr. Szczepan. Prof. Beeblebrox left St. Orm in Dec. 1999.",
         "Beeblebrox 1, Orm 1, Szczepan 1"},
        {"en", "Ms Szczepan went to St Orm with Dr Zed.", "Orm 1, Szczepan 1, Zed 1"},
        {"en", "He came in April, on Mondays, with Aprilia.", "Aprilia 1"},
        {"de", "Wir haben im Januar Karla Vogt gesehen.", "Karla 1, Vogt 1"},
        {"de", "Wir haben das Schiff im Hafen mit Karla Vogt gesehen.",
         "Karla 1, Vogt 1"},
        {"ru",
         "\u041C\u044B \u0432\u0438\u0434\u0435\u043B\u0438 \u0418\u043D\u0433\u0443.",
         "\u0418\u043D\u0433\u0443 1"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena a = {0};
        struct str got = names_of(&a, cases[i].language, cases[i].text, "Vane = Vain\n");
        if (!str_eq(got, str_from(cases[i].names)))
            print_error("%s: %.*s\n", cases[i].text, STR_ARGS(got));
        assert_true(str_eq(got, str_from(cases[i].names)));
        arena_clear(&a);
    }
}

/* Ten thousand different ones, each thrice. */
static void many_are_counted(void **state)
{
    struct arena a = {0};
    struct strbuf text = {.arena = &a};
    (void)state;
    for (int i = 0; i < 30000; i++) {
        int n = i % 10000;
        strbuf_addf(&text, "seen X%c%c%c%ca. ", 'a' + n % 10, 'a' + n / 10 % 10,
                    'a' + n / 100 % 10, 'a' + n / 1000);
    }
    struct str got = names_of(&a, "en", str_z(&a, strbuf_str(&text)), "Vane = Vain\n");
    assert_true(str_starts(got, S("Xaaaaa 3, Xaaaba 3")));
    ptrdiff_t commas = 0;
    for (ptrdiff_t i = 0; i < got.len; i++)
        commas += got.ptr[i] == ',';
    assert_int_equal(commas, 9999);
    arena_clear(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_told_from_words),
        cmocka_unit_test(many_are_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
