/* build: turns made by hand (tests/cases/build) become scripts; every byte is accounted for; what is
 * printed of them is read back the same. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <dirent.h>

#include "script/chapters.h"
#include "script/ledger.h"
#include "script/markdown.h"
#include "script/pauses.h"
#include "speak/limits.h"

#include "script_dump.h"
#include "script_equal.h"
#include "script_items.h"
#include "script_make.h"

static void check_round_trip(struct arena *a, const struct script *s)
{
    struct diag d = {.arena = a};
    struct script *again;
    struct strbuf file = {.arena = a};
    script_print(&file, s);
    const struct source *source = source_make(a, S("again.md"), strbuf_str(&file));
    assert_int_equal(read_script(&again, a, source, &d), BC_OK);
    assert_same_script(s, again);
}

static bool check_case(const char *name)
{
    struct arena a = {0};
    struct diag d = {.arena = &a};
    struct strbuf got = {.arena = &a};
    struct ledger *l;
    struct script *s;
    struct items *m = items_make(&a, read_case(&a, "tests/cases/build", name));
    char *expected =
        str_z(&a, str_format(&a, "%.*s.expected", (int)strlen(name) - 4, name));
    assert_int_equal(make_script(&s, &a, &m->turns, &d), BC_OK);
    dump_diagnostics(&got, &d);
    dump(&got, s);
    assert_int_equal(ledger_settle(&l, &a, s, &d), BC_OK);
    assert_int_equal(l->lost, 0);
    check_round_trip(&a, s);
    assert_str_equal(s->origin, S("talk.txt"));
    bool right = str_eq(strbuf_str(&got), read_case(&a, "tests/cases/build", expected));
    if (!right)
        print_error("%s\n%.*s", name, STR_ARGS(strbuf_str(&got)));
    arena_clear(&a);
    return right;
}

static void builds_the_cases(void **state)
{
    (void)state;
    DIR *folder = opendir("tests/cases/build");
    assert_non_null(folder);
    int cases = 0, wrong = 0;
    for (struct dirent *e; (e = readdir(folder));) {
        if (!str_ends(str_from(e->d_name), S(".txt")))
            continue;
        cases++;
        wrong += !check_case(e->d_name);
    }
    closedir(folder);
    assert_int_equal(wrong, 0);
    assert_true(cases >= 6);
}

static void refuses_what_says_nothing(void **state)
{
    (void)state;
    struct arena a = {0};
    struct diag d = {.arena = &a};
    struct script *s;
    struct items *m = items_make(&a, S("title: ***\nturn?: Question: ...\n"));
    assert_int_equal(make_script(&s, &a, &m->turns, &d), BC_EINPUT);
    assert_int_equal(d.errors, 1);
    assert_str_equal(d.entries[0].code, S("nothing-to-say"));
    arena_clear(&a);
}

static void titles_chapters(void **state)
{
    (void)state;
    static const struct {
        const char *words, *title;
    } cases[] = {
        {"Why now?", "Why now?"},
        {"Why did you propose Selby as the venue for the talks? How is it going there "
         "these days?",
         "Why did you propose Selby as the venue for the talks?"},
        {"Why? I ask because the pilots have been waiting for an answer since spring.",
         "Why? I ask because the pilots have been waiting for an…"},
        {"One of the things that we would like to know, or hear about, is this: what "
         "happened?",
         "One of the things that we would like to know, or hear about…"},
        {"Unbreakablewordunbreakablewordunbreakablewordunbreakablewordunbreakableword",
         "Unbreakablewordunbreakablewordunbreakablewordunbreakablewor…"},
        {"Почему вы закрыли северный шлюз до того, как лоцманы согласились на это "
         "решение?",
         "Почему вы закрыли северный шлюз до того, как лоцманы…"},
        {"  a — b  ", "a — b"},
    };
    struct arena a = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str got = chapter_title_from(&a, str_from(cases[i].words));
        assert_str_equal(got, str_from(cases[i].title));
        assert_true(utf8_count(got) <= 60);
    }
    assert_str_equal(chapter_opening_title(S("de-AT")), S("Eröffnung"));
    assert_str_equal(chapter_opening_title(S("")), S("Opening"));
    arena_clear(&a);
}

/* Several voices of an anonymous label take turns, in order; everybody else has one. */
static void assigns_voices_in_turns(void **state)
{
    (void)state;
    struct arena a = {0};
    struct diag d = {.arena = &a};
    struct script *s;
    struct items *m = items_make(
        &a, S("turn?: Q: Yes.\nturn: Mara: No.\nturn?: Q: Yes.\nturn?: Q: No.\n"));
    assert_int_equal(make_script(&s, &a, &m->turns, &d), BC_OK);
    struct str questioners[] = {S("press-1"), S("press-2")}, mara[] = {S("alto")};
    s->cast[0].voices = questioners;
    s->cast[0].voice_count = 2;
    s->cast[1].voices = mara;
    s->cast[1].voice_count = 1;
    script_assign_voices(s);
    assert_str_equal(s->turns[0].voice, S("press-1"));
    assert_str_equal(s->turns[1].voice, S("alto"));
    assert_str_equal(s->turns[2].voice, S("press-2"));
    assert_str_equal(s->turns[3].voice, S("press-1"));
    arena_clear(&a);
}

/* A register's `say` comes with the casting. */
static void speaks_with_the_names_of_the_cast(void **state)
{
    (void)state;
    struct arena a = {0};
    struct diag d = {.arena = &a};
    struct script *s;
    struct items *m = items_make(
        &a,
        S("caption: Remarks by Oswin Vane\nturn: Oswin Vane: I, Oswin Vane, agree.\n"));
    assert_int_equal(make_script(&s, &a, &m->turns, &d), BC_OK);
    assert_str_equal(s->segments[0].spoken, S("Remarks by Oswin Vane"));
    s->cast[1].say = S("Ozwin Vain");
    assert_int_equal(script_speak(s, &a, NULL, &d), BC_OK);
    assert_str_equal(s->segments[0].spoken, S("Remarks by Ozwin Vain"));
    assert_str_equal(s->segments[1].spoken, S("I, Oswin Vane, agree."));
    check_round_trip(&a, s);
    arena_clear(&a);
}

/* A sentence that the engine would not bear goes on after a short pause. */
static void pauses_briefly_inside_a_long_sentence(void **state)
{
    (void)state;
    struct arena a = {0};
    struct diag d = {.arena = &a};
    struct script *s;
    struct strbuf b = {.arena = &a};
    strbuf_add(&b, S("para: We saw"));
    for (int i = 0; i < 60; i++)
        strbuf_add(&b, S(" the harbour and the lock,"));
    strbuf_add(&b, S(" and left. Then we slept."));
    struct items *m = items_make(&a, strbuf_str(&b));
    assert_int_equal(make_script(&s, &a, &m->turns, &d), BC_OK);
    assert_true(s->segment_count >= 4);
    for (ptrdiff_t i = 0; i < s->segment_count; i++) {
        bool last = i + 1 == s->segment_count, sentence = i + 2 == s->segment_count;
        assert_int_equal(s->segments[i].pause_after_ms, last       ? PAUSE_EDGE_MS
                                                        : sentence ? PAUSE_SENTENCE_MS
                                                                   : PAUSE_CLAUSE_MS);
        assert_true(s->segments[i].text.len <= LIMIT_SENTENCE_BYTES);
    }
    check_round_trip(&a, s);
    arena_clear(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pauses_briefly_inside_a_long_sentence),
        cmocka_unit_test(builds_the_cases),
        cmocka_unit_test(refuses_what_says_nothing),
        cmocka_unit_test(titles_chapters),
        cmocka_unit_test(assigns_voices_in_turns),
        cmocka_unit_test(speaks_with_the_names_of_the_cast),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
