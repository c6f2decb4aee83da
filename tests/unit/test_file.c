/* file: whole or not at all, nothing left behind, and names that are safe. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/process.h"
#include "base/processors.h"
#include "base/system.h"

#define assert_str(s, literal) assert_string_equal(str_z(&a, (s)), (literal))

struct fixture {
    struct arena a;
    struct diag d;
    struct str folder;
};

static int set_up(void **state)
{
    static struct fixture f;
    f = (struct fixture){0};
    f.d.arena = &f.a;
    *state = &f;
    return file_temporary_folder(&f.folder, &f.a, &f.d);
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    bool gone = file_remove_tree(str_z(&f->a, f->folder));
    arena_clear(&f->a);
    return !gone;
}

static const char *in(struct fixture *f, const char *name)
{
    return path_join(&f->a, f->folder, str_from(name)).ptr;
}

static ptrdiff_t files_in(struct fixture *f)
{
    struct str *paths;
    ptrdiff_t count;
    assert_int_equal(file_walk(&paths, &count, &f->a, str_z(&f->a, f->folder), &f->d),
                     BC_OK);
    return count;
}

static void writes_and_reads_back(void **state)
{
    struct fixture *f = *state;
    struct str got;
    const char *path = in(f, "new/folders/x.txt");
    assert_int_equal(file_write(path, S("one\0two"), FILE_DURABLE, &f->d), BC_OK);
    assert_int_equal(file_write(path, S("three"), FILE_CACHED, &f->d), BC_OK);
    assert_int_equal(file_read(&got, &f->a, path, 100, &f->d), BC_OK);
    assert_true(str_eq(got, S("three")));
    assert_int_equal(file_read(&got, &f->a, path, 4, &f->d), BC_EINPUT);
    assert_int_equal(file_read(&got, &f->a, path, 5, &f->d), BC_OK);
    assert_int_equal(file_write_once(path, S("late")), BC_OK);
    assert_int_equal(file_read_quiet(&got, &f->a, path, 100), BC_OK);
    assert_true(str_eq(got, S("three")));
    assert_int_equal(file_write_once(in(f, "other/y"), S("first")), BC_OK);
    assert_int_equal(file_stat(in(f, "other/y")).size, 5);
    assert_int_equal(files_in(f), 2);
}

static void tells_what_is_missing(void **state)
{
    struct fixture *f = *state;
    struct str got;
    assert_int_equal(file_read(&got, &f->a, in(f, "none"), 9, &f->d), BC_ENOINPUT);
    assert_int_equal(file_read(&got, &f->a, in(f, "."), 9, &f->d), BC_ENOINPUT);
    assert_int_equal(mkfifo(in(f, "pipe"), 0600), 0);
    assert_int_equal(file_read(&got, &f->a, in(f, "pipe"), 9, &f->d), BC_ENOINPUT);
    assert_int_equal(file_read(&got, &f->a, "/dev/zero", 9, &f->d), BC_ENOINPUT);
    assert_int_equal(f->d.errors, 4);
    assert_int_equal(file_read_quiet(&got, &f->a, in(f, "none"), 9), BC_ENOINPUT);
    assert_int_equal(f->d.errors, 4);
}

static void staged_files_appear_on_commit_only(void **state)
{
    struct fixture *f = *state;
    struct file_staged x, y, z;
    assert_int_equal(file_stage(&x, &f->a, in(f, "x"), S("X"), &f->d), BC_OK);
    assert_int_equal(file_stage(&y, &f->a, in(f, "y"), S("Y"), &f->d), BC_OK);
    assert_int_equal(file_stage(&z, &f->a, in(f, "z"), S("Z"), &f->d), BC_OK);
    assert_int_equal(files_in(f), 0); /* temporary names begin with a dot */
    assert_int_equal(file_commit(&x, 1, &f->d), BC_OK);
    file_discard(&y);
    assert_int_equal(files_in(f), 1);
    pid_t child = fork(); /* a child does not own its parent's temporaries */
    if (!child) {
        process_remove_guarded();
        _exit(0);
    }
    waitpid(child, NULL, 0);
    assert_int_equal(file_stat(z.temporary).kind, FILE_REGULAR);
    process_remove_guarded();
    assert_int_equal(file_stat(z.temporary).kind, FILE_NONE);
    file_discard(&z);
    struct file_staged
        pair[2]; /* the first one fails: the second does not appear either */
    assert_int_equal(mkdir(in(f, "folder"), 0777), 0);
    assert_int_equal(file_stage(&pair[0], &f->a, in(f, "folder"), S("X"), &f->d), BC_OK);
    assert_int_equal(file_stage(&pair[1], &f->a, in(f, "z"), S("Z"), &f->d), BC_OK);
    assert_int_equal(file_commit(pair, 2, &f->d), BC_ECREATE);
    assert_int_equal(files_in(f), 1);
}

static void a_failed_write_leaves_nothing(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(mkdir(in(f, "taken"), 0777), 0);
    assert_int_equal(file_write(in(f, "taken"), S("x"), FILE_DURABLE, &f->d), BC_ECREATE);
    assert_int_equal(file_write(in(f, "file"), S("x"), FILE_DURABLE, &f->d), BC_OK);
    assert_int_equal(file_write(in(f, "file/below"), S("x"), FILE_DURABLE, &f->d),
                     BC_ECREATE);
    assert_int_equal(f->d.errors, 2);
    assert_int_equal(rmdir(in(f, "taken")), 0);
    assert_int_equal(unlink(in(f, "file")), 0);
    assert_int_equal(rmdir(str_z(&f->a, f->folder)),
                     0); /* hidden files would be in the way */
    assert_int_equal(mkdir(str_z(&f->a, f->folder), 0700), 0);
}

static void walks_in_order_without_links(void **state)
{
    struct fixture *f = *state;
    const char *names[] = {"b/2.txt",       "b/1.txt", "a.txt",
                           ".hidden/x.txt", ".h",      "c/d/e/f.md"};
    for (int i = 0; i < 6; i++)
        assert_int_equal(file_write(in(f, names[i]), S("x"), FILE_CACHED, &f->d), BC_OK);
    assert_int_equal(symlink("..", in(f, "b/loop")), 0);
    assert_int_equal(symlink("1.txt", in(f, "b/link.txt")), 0);
    assert_int_equal(symlink("nothing", in(f, "b/lost.txt")), 0);
    struct str *paths;
    ptrdiff_t count;
    assert_int_equal(file_walk(&paths, &count, &f->a, str_z(&f->a, f->folder), &f->d),
                     BC_OK);
    const char *want[] = {"a.txt",      "b/1.txt",    "b/2.txt",
                          "b/link.txt", "b/lost.txt", "c/d/e/f.md"};
    assert_int_equal(count, 6);
    for (int i = 0; i < 6; i++)
        assert_string_equal(str_z(&f->a, paths[i]), want[i]);
    assert_true(file_writable(str_z(&f->a, f->folder)));
    assert_false(file_writable(in(f, "a.txt")));
    assert_false(file_writable(in(f, "none")));
}

static void paths(void **state)
{
    (void)state;
    struct arena a = {0};
    assert_str(path_base(S("a/b.txt")), "b.txt");
    assert_str(path_base(S("a/")), "");
    assert_str(path_extension(S("a.b/c.tar.gz")), "gz");
    assert_str(path_extension(S("a.b/c")), "");
    assert_str(path_extension(S(".hidden")), "");
    assert_str(path_join(&a, S("a"), S("b")), "a/b");
    assert_str(path_join(&a, S("a/"), S("b")), "a/b");
    assert_str(path_join(&a, S(""), S("b")), "b");
    assert_str(path_sanitise(&a, S("../../etc/passwd")), "_.._etc_passwd");
    assert_str(path_sanitise(&a, S("-rf a:b\x1b\u202e.")), "rf a_b__");
    assert_str(path_sanitise(&a, S(" ... ")), "untitled");
    assert_str(path_sanitise(&a, S("\xff\u00e9\u6771")), "_\u00e9\u6771");
    struct strbuf b = {.arena = &a};
    for (int i = 0; i < 100; i++)
        strbuf_add(&b, S("\u6771"));
    struct str cut = path_sanitise(&a, strbuf_str(&b));
    assert_int_equal(cut.len, 120);
    assert_int_equal(utf8_invalid_at(cut), -1);
    arena_clear(&a);
}

static void the_machine(void **state)
{
    (void)state;
    struct arena a = {0};
    assert_true(processors_available() >= 1);
    assert_true(clock_monotonic_ns() > 0);
    assert_true(str_find(system_program_path(&a), S("test_file")) >= 0);
    setenv("SOURCE_DATE_EPOCH", "1577934245", 1);
    struct str date;
    assert_true(system_source_date(&date, &a));
    assert_str(date, "2020-01-02");
    static const char *const wrong[] = {"soon", "-1", "1577934245.5", "999999999999"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        setenv("SOURCE_DATE_EPOCH", wrong[i], 1);
        assert_false(system_source_date(&date, &a));
    }
    setenv("SOURCE_DATE_EPOCH", "", 1);
    assert_true(system_source_date(&date, &a));
    assert_str(date, "");
    assert_null(system_env("SOURCE_DATE_EPOCH"));
    arena_clear(&a);
}

static void leaves_what_is_there_already(void **state)
{
    struct fixture *f = *state;
    struct file_staged x;
    const char *path = in(f, "same");
    assert_int_equal(file_write(path, S("one"), FILE_DURABLE, &f->d), BC_OK);
    int64_t inode = file_stat(path).inode;
    assert_int_equal(file_stage(&x, &f->a, path, S("one"), &f->d), BC_OK);
    assert_null(x.temporary);
    assert_int_equal(file_commit(&x, 1, &f->d), BC_OK);
    assert_int_equal(file_stat(path).inode, inode);
    assert_int_equal(file_stage(&x, &f->a, path, S("two"), &f->d), BC_OK);
    assert_int_equal(file_commit(&x, 1, &f->d), BC_OK);
    struct str now;
    assert_int_equal(file_read(&now, &f->a, path, 10, &f->d), BC_OK);
    assert_true(str_eq(now, S("two")));
}

static void leaves_the_kernels_folders_out(void **state)
{
    struct fixture *f = *state;
    struct str *paths;
    ptrdiff_t count;
    assert_int_equal(file_walk(&paths, &count, &f->a, "/proc", &f->d), BC_OK);
    assert_true(count > 0); /* it was named */
    for (ptrdiff_t i = 0; i < count; i++)
        assert_true(str_find_byte(paths[i], '/') < 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(writes_and_reads_back, set_up, tear_down),
        cmocka_unit_test_setup_teardown(tells_what_is_missing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(staged_files_appear_on_commit_only, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(leaves_what_is_there_already, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_failed_write_leaves_nothing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(walks_in_order_without_links, set_up, tear_down),
        cmocka_unit_test_setup_teardown(leaves_the_kernels_folders_out, set_up,
                                        tear_down),
        cmocka_unit_test(paths),
        cmocka_unit_test(the_machine),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
