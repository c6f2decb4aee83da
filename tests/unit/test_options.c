/* options: every way to write one, what is refused and how it is said, help and
 * completion. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/options.h"

#define assert_str(s, literal) assert_string_equal(str_z(&a, (s)), (literal))

struct settings {
    bool dry_run, help;
    struct str output;
    int64_t jobs;
    int progress;
    struct option_list words;
};
static const char *const progresses[] = {"auto", "bar", "none", NULL};
static const struct option options[] = {
    {'n', "dry-run", OPTION_FLAG, NULL, offsetof(struct settings, dry_run), 0, 0, NULL,
     "only say what would be done"},
    {'o', "output", OPTION_STRING, "DIR", offsetof(struct settings, output), 0, 0, NULL,
     "write below DIR, whose name may be so long that this explanation needs a second "
     "line"},
    {'j', "jobs", OPTION_INT, "N", offsetof(struct settings, jobs), 1, 64, NULL,
     "run N jobs"},
    {0, "progress", OPTION_CHOICE, "HOW", offsetof(struct settings, progress), 0, 0,
     progresses, "show progress"},
    {'w', "word", OPTION_LIST, "WORD", offsetof(struct settings, words), 0, 0, NULL,
     NULL},
    {0, "help", OPTION_FLAG, NULL, offsetof(struct settings, help), 0, 0, NULL, NULL},
    {0, NULL, 0, NULL, 0, 0, 0, NULL, NULL},
};
static const struct option_advice advice[] = {
    {"outputs", "name one folder with --output"},
    {NULL, NULL},
};
static const struct command commands[] = {
    {"make", "FILE...", "Makes things.", "First.\nSecond paragraph.", options, advice},
    {0},
};

struct result {
    struct arena a;
    struct diag d;
    struct settings settings;
    struct str *operands;
    ptrdiff_t count;
    enum bc_status status;
};

/* Parses a command line of words separated by blanks. */
static struct result *parse(const char *line)
{
    struct result *r = calloc(1, sizeof *r);
    char *words[16];
    int count = 0;
    struct str rest = str_from(line), word;
    while (rest.len) {
        str_cut(rest, ' ', &word, &rest);
        words[count++] = str_z(&r->a, word);
    }
    r->d.arena = &r->a;
    r->settings.jobs = 2;
    r->status = options_parse(commands, &r->settings, count, words, &r->operands,
                              &r->count, &r->a, &r->d);
    return r;
}

static void release(struct result *r)
{
    arena_clear(&r->a);
    free(r);
}

static void takes_every_way_of_writing(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "-n -o out -j 4 --progress bar x y",
        "x -nj4 y -oout --progress=bar",
        "--dry-run --output=out --jobs=4 x y --progress bar",
        "-no out --jobs 4 --progress=none --progress=bar -- x y",
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        struct result *r = parse(lines[i]);
        assert_int_equal(r->status, BC_OK);
        assert_true(r->settings.dry_run);
        assert_true(str_eq(r->settings.output, S("out")));
        assert_int_equal(r->settings.jobs, 4);
        assert_int_equal(r->settings.progress, 1);
        assert_int_equal(r->count, 2);
        assert_true(str_eq(r->operands[0], S("x")) && str_eq(r->operands[1], S("y")));
        release(r);
    }
    struct result *r = parse("- -- -n");
    assert_int_equal(r->count, 2);
    assert_false(r->settings.dry_run);
    assert_int_equal(r->settings.jobs, 2);
    release(r);
}

static void refuses(const char *line, const char *message, const char *hint)
{
    struct result *r = parse(line);
    assert_int_equal(r->status, BC_EUSAGE);
    assert_int_equal(r->d.errors, 1);
    assert_string_equal(str_z(&r->a, r->d.entries[0].message), message);
    assert_string_equal(str_z(&r->a, r->d.entries[0].hint), hint);
    release(r);
}

static void says_what_is_wrong(void **state)
{
    (void)state;
    refuses("--ouput x", "unknown option '--ouput'", "did you mean '--output'?");
    refuses("--outputs x", "unknown option '--outputs'", "name one folder with --output");
    refuses("--zzz", "unknown option '--zzz'", "briefcast make --help lists them");
    refuses("-nx", "unknown option '-x'", "");
    refuses("-j 0", "-j takes a number from 1 to 64, not '0'", "");
    refuses("--jobs=many", "--jobs takes a number from 1 to 64, not 'many'", "");
    refuses("--progress=ba", "--progress takes one of auto, bar, none, not 'ba'", "");
    refuses("--dry-run=1", "--dry-run takes no value", "");
    refuses("x --output", "--output needs a value: --output DIR", "");
    refuses("-o", "-o needs a value: -o DIR", "");
}

static void helps(void **state)
{
    (void)state;
    struct arena a = {0};
    struct strbuf b = {.arena = &a};
    options_help(&b, commands);
    assert_str(
        strbuf_str(&b),
        "Usage: briefcast make [options] FILE...\n\nMakes things.\n\nFirst.\n\n"
        "Second paragraph.\n\nOptions:\n"
        "  -n, --dry-run           only say what would be done\n"
        "  -o, --output DIR        write below DIR, whose name may be so long that this\n"
        "                          explanation needs a second line\n"
        "  -j, --jobs N            run N jobs\n"
        "      --progress HOW      show progress: auto, bar, none\n");
    b.len = 0;
    options_man(&b, commands);
    assert_true(str_starts(strbuf_str(&b),
                           S(".TP\n\\fB\\-n\\fR, \\fB\\-\\-dry\\-run\\fR\nonly")));
    arena_clear(&a);
}

/* What bash offers for a line whose last word is being completed. */
static void assert_completes(const char *script, const char *words, const char *want)
{
    char command[1024], got[256] = "";
    snprintf(command, sizeof command,
             "bash -c 'compopt() { :; }; . %s; COMP_WORDS=(%s); "
             "COMP_CWORD=$((${#COMP_WORDS[@]}-1));"
             " _briefcast; echo ${COMPREPLY[*]}'",
             script, words);
    FILE *p = popen(command, "r");
    assert_non_null(p);
    assert_non_null(fgets(got, sizeof got, p));
    assert_int_equal(pclose(p), 0);
    got[strcspn(got, "\n")] = '\0';
    assert_string_equal(got, want);
}

static void completes_in_bash(void **state)
{
    (void)state;
    struct arena a = {0};
    struct diag d = {.arena = &a};
    struct strbuf b = {.arena = &a};
    struct str folder;
    assert_int_equal(file_temporary_folder(&folder, &a, &d), BC_OK);
    const char *script = path_join(&a, folder, S("completion")).ptr;
    options_completion(&b, commands);
    assert_int_equal(file_write(script, strbuf_str(&b), FILE_CACHED, &d), BC_OK);
    assert_completes(script, "briefcast m", "make");
    assert_completes(script, "briefcast make --d", "--dry-run");
    assert_completes(script, "briefcast make --progress \"\"", "auto bar none");
    assert_true(file_remove_tree(str_z(&a, folder)));
    arena_clear(&a);
}

static void a_list_takes_all(void **state)
{
    (void)state;
    struct result *r = parse("--word one -wtwo a --word=three");
    assert_int_equal(r->status, BC_OK);
    assert_int_equal(r->settings.words.count, 3);
    assert_true(str_eq(r->settings.words.items[0], S("one")));
    assert_true(str_eq(r->settings.words.items[1], S("two")));
    assert_true(str_eq(r->settings.words.items[2], S("three")));
    release(r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_list_takes_all),
        cmocka_unit_test(takes_every_way_of_writing),
        cmocka_unit_test(says_what_is_wrong),
        cmocka_unit_test(helps),
        cmocka_unit_test(completes_in_bash),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
