/* Scripts as people write them: tests/cases/script/NAME.md is read as NAME.expected says. Files whose
 * name begins with "ok" are accepted, their bytes are all accounted for, and what is printed of them
 * is read back the same. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include <dirent.h>

#include "script/ledger.h"
#include "script/markdown.h"

#include "script_dump.h"
#include "script_equal.h"
#include "script_make.h"

/* Printed, it is read back the same, and printed the same. */
static void check_round_trip(struct arena *a, const struct script *s)
{
    struct diag d = {.arena = a};
    struct script *again;
    struct strbuf first = {.arena = a}, second = {.arena = a};
    script_print(&first, s);
    const struct source *source = source_make(a, S("again.md"), strbuf_str(&first));
    assert_int_equal(read_script(&again, a, source, &d), BC_OK);
    script_assign_voices(again);
    script_print(&second, again);
    assert_str_equal(strbuf_str(&first), strbuf_str(&second));
    assert_same_script(s, again);
}

static bool check_case(const char *name)
{
    struct arena a = {0};
    struct diag d = {.arena = &a};
    struct strbuf got = {.arena = &a};
    struct str expected_name =
        str_format(&a, "%.*s.expected", (int)strlen(name) - 3, name);
    const struct source *source =
        source_make(&a, str_from(name), read_case(&a, "tests/cases/script", name));
    struct str want = read_case(&a, "tests/cases/script", str_z(&a, expected_name));
    struct script *s;
    assert_true(script_is_script(source));
    enum bc_status status = read_script(&s, &a, source, &d);
    dump_diagnostics(&got, &d);
    if (status == BC_OK) {
        struct ledger *l;
        script_assign_voices(s);
        dump(&got, s);
        check_round_trip(&a, s);
        assert_int_equal(ledger_settle(&l, &a, s, &d), BC_OK);
    }
    bool right = str_eq(strbuf_str(&got), want) && (status == BC_OK) == (name[0] == 'o');
    if (!right)
        print_error("%s: status %d\n%.*s", name, status, STR_ARGS(strbuf_str(&got)));
    arena_clear(&a);
    return right;
}

static void reads_the_cases(void **state)
{
    (void)state;
    DIR *folder = opendir("tests/cases/script");
    assert_non_null(folder);
    int cases = 0, wrong = 0;
    for (struct dirent *e; (e = readdir(folder));) {
        if (!str_ends(str_from(e->d_name), S(".md")))
            continue;
        cases++;
        wrong += !check_case(e->d_name);
    }
    closedir(folder);
    assert_int_equal(wrong, 0);
    assert_true(cases >= 17);
}

static void knows_scripts_by_their_version(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool script;
    } cases[] = {
        {"---\nbriefcast: 1\n---\n", true},
        {"---\ntitle: x\nbriefcast: '1' # yes\n---\nText", true},
        {"---\r\nbriefcast: 1\r\n---\r\n", true},
        {"---\nbriefcast: 2\n---\n", true},
        {"---\nbriefcast: 11\n---\n", true}, /* and refused */
        {"---\nbriefcast: yes\n---\n", false},
        {"---\n  briefcast: 1\n---\n", false},
        {"---\ntitle: x\n---\nbriefcast: 1\n", false},
        {"---\nbriefcast: 1\n", false},
        {"briefcast: 1\n---\n", false},
        {"\n---\nbriefcast: 1\n---\n", false},
        {"", false},
    };
    struct arena a = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct source *s = source_make(&a, S("x"), str_from(cases[i].text));
        assert_int_equal(script_is_script(s), cases[i].script);
    }
    arena_clear(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_the_cases),
        cmocka_unit_test(knows_scripts_by_their_version),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
