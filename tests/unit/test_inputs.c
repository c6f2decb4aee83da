/* inputs: what is taken, where outputs go, and what is refused before anything is rendered. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "base/file.h"
#include "cli/inputs.h"

struct fixture {
    struct arena a;
    struct diag d;
    struct str folder;
    struct inputs in;
};

static int set_up(void **state)
{
    static struct fixture f;
    f = (struct fixture){0};
    f.d.arena = &f.a;
    *state = &f;
    if (file_temporary_folder(&f.folder, &f.a, &f.d) != BC_OK)
        return 1;
    static const char *const files[] = {
        "a/one.txt",  "a/deep/two.MD", "a/deep/three.markdown", "a/pic.png",
        "a/.hid.txt", "b/one.txt",     "a/~$one.docx",          "bare/x.pdf",
        "5.2",        "talk.v2.txt"};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        if (file_write(path_join(&f.a, f.folder, str_from(files[i])).ptr, S("x"),
                       FILE_CACHED, &f.d) != BC_OK)
            return 1;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    bool gone = file_remove_tree(str_z(&f->a, f->folder));
    arena_clear(&f->a);
    return !gone;
}

/* Finds inputs by paths below the folder, separated by blanks; "-" is itself. */
static enum bc_status find(struct fixture *f, const char *words, struct str name,
                           enum inputs_use use)
{
    struct str operands[8], rest = str_from(words), word;
    ptrdiff_t count = 0;
    while (rest.len) {
        str_cut(rest, ' ', &word, &rest);
        operands[count++] =
            str_eq(word, S("-")) ? word : path_join(&f->a, f->folder, word);
    }
    return inputs_find(&f->in, &f->a, operands, count,
                       path_join(&f->a, f->folder, S("out")), name, use, &f->d);
}

static void assert_stem(struct fixture *f, ptrdiff_t i, const char *below)
{
    struct str want = path_join(&f->a, f->folder, str_from(below));
    assert_string_equal(str_z(&f->a, f->in.items[i].stem), want.ptr);
}

static void folders_keep_their_folders(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(find(f, "a 5.2 talk.v2.txt", S(""), INPUTS_RENDERED), BC_OK);
    assert_int_equal(f->in.count, 5);
    assert_stem(f, 0, "out/deep/three");
    assert_stem(f, 1, "out/deep/two");
    assert_stem(f, 2, "out/one");
    assert_stem(f, 3, "out/5.2");
    assert_stem(f, 4, "out/talk.v2");
    assert_int_equal(f->in.items[2].size, 1);
    assert_string_equal(input_output(&f->a, &f->in.items[4], 0) + f->folder.len,
                        "/out/talk.v2.vtt");
    assert_int_equal(inputs_check_outputs(&f->in, &f->d), BC_OK);
    assert_int_equal(f->d.count, 0);
}

static void refuses(struct fixture *f, const char *words, struct str name,
                    enum bc_status status, const char *code)
{
    f->d.count = 0;
    assert_int_equal(find(f, words, name, INPUTS_RENDERED), status);
    assert_int_equal(f->d.count, 1);
    assert_string_equal(str_z(&f->a, f->d.entries[0].code), code);
}

static void refuses_what_cannot_be(void **state)
{
    struct fixture *f = *state;
    refuses(f, "", S(""), BC_EUSAGE, "usage");
    refuses(f, "-", S(""), BC_EUSAGE, "usage");
    refuses(f, "5.2 a/one.txt", S("x"), BC_EUSAGE, "usage");
    refuses(f, "a", S("x"), BC_EUSAGE, "usage");
    refuses(f, "bare", S(""), BC_ENOINPUT, "folder-empty");
    refuses(f, "a b", S(""), BC_EUSAGE, "output-twice");
    assert_int_equal(find(f, "-", S("../in"), INPUTS_RENDERED), BC_OK);
    assert_stem(f, 0, "out/_in");
    assert_int_equal(find(f, "-", S(""), INPUTS_ONLY_READ), BC_OK);
    assert_int_equal(find(f, "a b", S(""), INPUTS_ONLY_READ), BC_OK);
    assert_int_equal(f->in.count, 4);
}

static void one_file_by_two_names_is_one_input(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(
        find(f, "a/one.txt ./a/one.txt a/../a/one.txt", S(""), INPUTS_RENDERED), BC_OK);
    assert_int_equal(f->in.count, 1);
}

static void a_missing_file_is_an_input(void **state)
{
    struct fixture *f = *state; /* so that others are rendered with --keep-going */
    assert_int_equal(find(f, "nowhere.txt a/one.txt", S(""), INPUTS_RENDERED), BC_OK);
    assert_int_equal(f->in.count, 2);
}

static void looks_at_outputs_beforehand(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(mkdir(path_join(&f->a, f->folder, S("out")).ptr, 0777), 0);
    assert_int_equal(mkdir(path_join(&f->a, f->folder, S("out/one.opus")).ptr, 0777), 0);
    assert_int_equal(find(f, "a/one.txt", S(""), INPUTS_RENDERED), BC_OK);
    assert_int_equal(inputs_check_outputs(&f->in, &f->d), BC_ECREATE);
    assert_true(str_find(f->d.entries[0].message, S("one.opus")) >= 0);
    assert_int_equal(file_write(path_join(&f->a, f->folder, S("out/talk.vtt")).ptr,
                                S("x"), FILE_CACHED, &f->d),
                     BC_OK);
    assert_int_equal(find(f, "out/talk.vtt", S(""), INPUTS_RENDERED), BC_OK);
    assert_int_equal(inputs_check_outputs(&f->in, &f->d), BC_ECREATE);
    assert_true(str_find(f->d.entries[1].message, S("it is the input")) >= 0);
    f->in.items[0].stem = path_join(&f->a, f->folder, S("5.2/x"));
    assert_int_equal(inputs_check_outputs(&f->in, &f->d), BC_ECREATE);
    assert_true(str_find(f->d.entries[2].message, S("not a folder")) >= 0);
}

/* What was written into an input folder must not become an input the next time. */
static void own_outputs_are_no_inputs(void **state)
{
    struct fixture *f = *state;
    static const char *const files[] = {
        "c/talk.txt",           "c/talk.vtt",  "c/talk.opus",   "c/talk.chapters.json",
        "c/talk.coverage.json", "c/show.json", "c/show.vtt",    "c/show.srt",
        "c/scene.FOUNTAIN",     "c/page.html", "c/letter.docx", "c/gone.coverage.json"};
    static const char *const taken[] = {"letter", "page", "scene", "show", "talk"};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        assert_int_equal(file_write(path_join(&f->a, f->folder, str_from(files[i])).ptr,
                                    S("x"), FILE_CACHED, &f->d),
                         BC_OK);
    assert_int_equal(find(f, "c", S(""), INPUTS_RENDERED), BC_OK);
    assert_int_equal(f->in.count, 5);
    for (ptrdiff_t i = 0; i < f->in.count; i++) {
        bool known = false;
        for (size_t k = 0; k < sizeof taken / sizeof *taken; k++)
            known |= str_eq(f->in.items[i].name, str_from(taken[k]));
        assert_true(known);
        assert_false(str_ends(str_from(f->in.items[i].path), S(".vtt")));
        assert_false(str_ends(str_from(f->in.items[i].path), S(".srt")));
    }
    assert_int_equal(f->d.count, 2); /* show.vtt and show.srt give way */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(own_outputs_are_no_inputs, set_up, tear_down),
        cmocka_unit_test_setup_teardown(folders_keep_their_folders, set_up, tear_down),
        cmocka_unit_test_setup_teardown(refuses_what_cannot_be, set_up, tear_down),
        cmocka_unit_test_setup_teardown(one_file_by_two_names_is_one_input, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_missing_file_is_an_input, set_up, tear_down),
        cmocka_unit_test_setup_teardown(looks_at_outputs_beforehand, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
