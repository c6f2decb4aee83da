/* What `check --explain` says of a transcript: every decision is there, in order, in 80 columns. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/source_open.h"
#include "transcript/read.h"
#include "turns/explain.h"

static struct str explain(struct arena *a, const char *text)
{
    struct diag *d = arena_new(a, struct diag);
    const struct source *s;
    struct document *doc;
    struct turns *t;
    struct decisions why;
    d->arena = a;
    assert_int_equal(source_open(&s, a, S("x.txt"), str_from(text), d), BC_OK);
    assert_int_equal(read_document(&doc, a, s, NULL, d), BC_OK);
    assert_int_equal(turns_decide(&t, &why, a, doc, d), BC_OK);
    struct strbuf out = {.arena = a};
    turns_explain(&out, t, &why);
    return strbuf_str(&out);
}

static void holds(struct str text, const char *part)
{
    if (str_find(text, str_from(part)) < 0)
        fail_msg("'%s' is not in:\n%.*s", part, STR_ARGS(text));
}

static const char interview[] =
    "A Harbour Reopens\n"
    "\n"
    "Mr. OLAF BRANDT (Leeds): I am glad that we could do it, and "
    "that all of the people who had doubts are here.\n"
    "\n"
    "Q: Are you sure?\n"
    "\n"
    "Mr. BRANDT: I am. (Laughter.) We counted twice.\n"
    "\n"
    "So we went on counting.\n"
    "\n"
    "Note: The tide was low.\n";

static void every_decision_is_there(void **state)
{
    (void)state;
    struct arena a = {0};
    struct str text = explain(&a, interview);
    holds(text, "Convention: name");
    holds(text, "Candidates:\n");
    holds(text, ", taken;");
    holds(text, "'Mr. BRANDT': once, first on line 7;");
    holds(text, "for: ");
    assert_true(str_find(text, S("like speech, or not")) < 0);
    holds(text, "merged with 'Mr. OLAF BRANDT (Leeds)'");
    holds(text, "line 1: title, read by the narrator: 'A Harbour Reopens'");
    holds(text, "line 7: not spoken: stage direction: '(Laughter.)'");
    holds(text, "line 9: continues 'Olaf Brandt': 'So we went on counting.'");
    assert_true(str_eq(text, explain(&a, interview)));
    for (struct str rest = text, line; rest.len;) {
        str_cut(rest, '\n', &line, &rest);
        assert_true(utf8_count(line) <= 80);
    }
    arena_clear(&a);
}

static void a_text_without_speakers(void **state)
{
    (void)state;
    struct arena a = {0};
    struct str text = explain(&a, "It rained.\n\nThen it rained again, and harder.\n");
    holds(text, "Convention: none; the narrator reads all of it.");
    holds(text, "narrator: 'It rained.'");
    arena_clear(&a);
}

static void a_strangers_controls_are_shown(void **state)
{
    (void)state;
    struct arena a = {0};
    struct str text =
        explain(&a, "ANNA: I \033[31m saw it.\n\nBERT: \xE2\x80\xAEYou did?\n"
                    "\nANNA: I did.\n\nBERT: And?\n");
    assert_true(str_find_byte(text, '\033') < 0);
    assert_true(str_find(text, S("\xE2\x80\xAE")) < 0);
    arena_clear(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_decision_is_there),
        cmocka_unit_test(a_text_without_speakers),
        cmocka_unit_test(a_strangers_controls_are_shown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
