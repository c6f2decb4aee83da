/* names: every entry of voices/names-en.pls as the engine prints it back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/source_open.h"
#include "engine_print.h"
#include "ipa_printed.h"
#include "speak/lexicon.h"

enum { NAMES_LEAST = 300 };

/* The engine puts stress before the vowel, and gives some to a word that has none. */
static struct str expected(struct arena *a, struct str ipa, bool *stressed)
{
    const struct ipa_table *t = ipa_table_find(S("en"));
    struct strbuf out = {.arena = a};
    struct str stress = {0};
    *stressed = true;
    for (ptrdiff_t at = 0; at < ipa.len;) {
        ptrdiff_t next = at;
        int32_t c = utf8_next(ipa, &next);
        if (c == ' ' || c == 0x2C8 || c == 0x2CC) {
            if (c == ' ')
                strbuf_add_byte(&out, ' ');
            else
                stress = str_slice(ipa, at, next);
            at = next;
            continue;
        }
        const struct ipa_symbol *y = ipa_next(t, ipa, &at);
        assert_non_null(y);
        if (y->use != IPA_CONSONANT) {
            strbuf_add(&out, stress);
            stress = S("");
        }
        strbuf_add(&out, ipa_printed(t->language, y->ipa));
    }
    return strbuf_str(&out);
}

static struct str without_stress(struct arena *a, struct str s)
{
    struct strbuf out = {.arena = a};
    for (ptrdiff_t at = 0; at < s.len;) {
        int32_t c = utf8_next(s, &at);
        if (c != 0x2C8 && c != 0x2CC)
            strbuf_add_char(&out, c);
    }
    return strbuf_str(&out);
}

static bool print_names(void *user)
{
    const struct lexicon *x = user;
    struct arena a = {0};
    int wrong = 0;
    if (!engine_use("en"))
        return false;
    for (ptrdiff_t i = 0; i < x->count; i++) {
        const struct lexicon_entry *e = &x->entries[i];
        bool stressed;
        struct str want = expected(&a, e->ipa, &stressed);
        struct str got = engine_print(&a, e->phonemes);
        if (str_eq(without_stress(&a, want), without_stress(&a, got)) &&
            (str_find(e->ipa, S("ˈ")) < 0 || str_eq(want, got)))
            continue;
        fprintf(stderr, "%.*s: %.*s, printed back as %.*s (%.*s)\n", STR_ARGS(e->word),
                STR_ARGS(want), STR_ARGS(got), STR_ARGS(e->phonemes));
        wrong++;
    }
    arena_clear(&a);
    return !wrong;
}

static void names_are_printed_back(void **state)
{
    struct arena a = {0};
    struct diag d = {.arena = &a};
    struct lexicon x = {.arena = &a};
    struct str bytes;
    const struct source *s;
    (void)state;
    assert_int_equal(file_read(&bytes, &a, "voices/names-en.pls", 1 << 20, &d), BC_OK);
    assert_int_equal(source_open(&s, &a, S("names-en.pls"), bytes, &d), BC_OK);
    enum bc_status status = lexicon_read(&x, s, &d);
    for (ptrdiff_t i = 0; i < d.count; i++) {
        struct strbuf out = {.arena = &a};
        diag_format_text(&out, &d.entries[i]);
        print_error("%.*s", STR_ARGS(strbuf_str(&out)));
    }
    assert_int_equal(status, BC_OK);
    assert_int_equal(d.errors + d.warnings, 0);
    assert_true(x.count >= NAMES_LEAST);
    assert_true(engine_fork(print_names, &x));
    arena_clear(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(names_are_printed_back)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
