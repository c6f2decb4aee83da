/* cache: the first writer wins, nothing that lies in it is an error, and a cache that cannot be
 * written is replaced for the run. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "mix/cache.h"

static const struct hash key = {{0xAB, 0xCD, 1, 2, 3}};
#define KEY_PATH                                                                         \
    "ab/abcd0102030000000000000000000000000000000000000000000000000000"                  \
    "00.opus"

/* A folder of the test's own. */
struct place_for_test {
    struct arena a;
    struct diag d;
    struct str folder;
};

static int set_up(void **state)
{
    struct place_for_test *p = calloc(1, sizeof *p);
    p->d.arena = &p->a;
    assert_int_equal(file_temporary_folder(&p->folder, &p->a, &p->d), BC_OK);
    setenv("BRIEFCAST_CACHE", path_join(&p->a, p->folder, S("cache")).ptr, 1);
    *state = p;
    return 0;
}

static int tear_down(void **state)
{
    struct place_for_test *p = *state;
    file_remove_tree(str_z(&p->a, p->folder));
    arena_clear(&p->a);
    free(p);
    return 0;
}

static char *in_cache(struct place_for_test *p, const char *name)
{
    return str_z(&p->a, str_format(&p->a, "%.*s/cache/%s", STR_ARGS(p->folder), name));
}

static void assert_holds(struct place_for_test *p, struct cache *c, const char *want)
{
    struct str got;
    assert_int_equal(cache_get(&got, &p->a, c, &key), BC_OK);
    assert_true(str_eq(got, str_from(want)));
}

static void first_writer_wins(void **state)
{
    struct place_for_test *p = *state;
    struct cache *c;
    struct str got;
    assert_int_equal(cache_open(&c, false, &p->d), BC_OK);
    assert_int_equal(cache_get(&got, &p->a, c, &key), BC_ENOINPUT);
    assert_int_equal(cache_put(c, &key, S("one")), BC_OK);
    assert_int_equal(cache_put(c, &key, S("two")), BC_OK);
    assert_holds(p, c, "one");
    assert_int_equal(file_stat(in_cache(p, KEY_PATH)).size, 3);
    cache_drop(c, &key);
    assert_int_equal(cache_get(&got, &p->a, c, &key), BC_ENOINPUT);
    assert_int_equal(cache_put(c, &key, S("two")), BC_OK);
    cache_close(c);
    assert_int_equal(cache_open(&c, false, &p->d), BC_OK);
    assert_holds(p, c, "two");
    cache_close(c);
    assert_int_equal(p->d.count, 0);
}

/* Whatever bears a clip's name: it is dropped and written anew. */
static void whatever_bears_the_name_can_be_replaced(void **state)
{
    struct place_for_test *p = *state;
    struct cache *c;
    assert_int_equal(cache_open(&c, false, &p->d), BC_OK);
    const char *path = in_cache(p, KEY_PATH);
    for (int kind = 0; kind < 7; kind++) {
        assert_true(mkdir(in_cache(p, "ab"), 0777) == 0 || kind > 0);
        cache_drop(c, &key);
        switch (kind) {
        case 0:
            assert_int_equal(mkfifo(path, 0666), 0);
            break;
        case 1:
            assert_int_equal(symlink("/dev/zero", path), 0);
            break;
        case 2:
            assert_int_equal(symlink("/proc/none/x", path), 0);
            break;
        case 3:
            assert_int_equal(symlink(path, path), 0);
            break;
        case 4:
            assert_int_equal(mkdir(path, 0777), 0);
            break;
        case 5:
            assert_int_equal(mkdir(path, 0777), 0);
            assert_int_equal(
                symlink(in_cache(p, "."),
                        str_z(&p->a, path_join(&p->a, str_from(path), S("x")))),
                0);
            break;
        case 6: /* larger than any clip, though without blocks on the disk */
            fclose(fopen(path, "w"));
            assert_int_equal(truncate(path, 1ll << 40), 0);
            break;
        }
        struct str got;
        assert_int_not_equal(cache_get(&got, &p->a, c, &key), BC_OK);
        cache_drop(c, &key);
        assert_int_equal(cache_put(c, &key, S("good")), BC_OK);
        assert_holds(p, c, "good");
        assert_int_equal(file_stat(path).size, 4);
    }
    assert_int_equal(file_stat("/dev/zero").kind, FILE_OTHER);
    cache_close(c);
}

/* The same without anybody who drops it first. */
static void put_makes_room_itself(void **state)
{
    struct place_for_test *p = *state;
    struct cache *c;
    assert_int_equal(cache_open(&c, false, &p->d), BC_OK);
    assert_int_equal(mkdir(in_cache(p, "ab"), 0777), 0);
    assert_int_equal(symlink("/proc/none/x", in_cache(p, KEY_PATH)), 0);
    assert_int_equal(cache_put(c, &key, S("good")), BC_OK);
    assert_holds(p, c, "good");
    cache_drop(c, &key);
    assert_int_equal(mkdir(in_cache(p, KEY_PATH), 0777), 0);
    assert_int_equal(cache_put(c, &key, S("good")), BC_OK);
    assert_holds(p, c, "good");
    cache_close(c);
}

static void a_folder_that_cannot_be_made_sends_the_clip_elsewhere(void **state)
{
    struct place_for_test *p = *state;
    struct cache *c;
    assert_int_equal(cache_open(&c, false, &p->d), BC_OK);
    fclose(fopen(in_cache(p, "ab"), "w"));
    assert_int_equal(cache_put(c, &key, S("good")), BC_OK);
    assert_holds(p, c, "good");
    cache_close(c);
    assert_int_equal(file_stat(in_cache(p, "ab")).kind, FILE_REGULAR);
}

static void hostile_environment(void **state)
{
    struct place_for_test *p = *state;
    char *longest = arena_alloc(&p->a, 10000, 1);
    memset(longest, 'x', 9999);
    longest[0] = '/';
    const char *values[] = {"/dev/null", "/dev/null/x", "/proc/none", longest,
                            "\xFF\n/\x1B[0m\x01/\0"};
    struct str root = path_join(&p->a, p->folder, S("work"));
    assert_int_equal(mkdir(root.ptr, 0777), 0);
    assert_int_equal(chdir(root.ptr), 0);
    for (unsigned i = 0; i < sizeof values / sizeof *values; i++) {
        struct cache *c;
        ptrdiff_t warnings = p->d.warnings;
        setenv("BRIEFCAST_CACHE", values[i], 1);
        assert_int_equal(cache_open(&c, false, &p->d), BC_OK);
        assert_int_equal(p->d.warnings - warnings,
                         i < 4); /* the last one is odd, but it works */
        assert_int_equal(cache_put(c, &key, S("good")), BC_OK);
        assert_holds(p, c, "good");
        struct str folder = str_copy(&p->a, cache_folder(c));
        cache_close(c);
        if (i < 4)
            assert_int_equal(file_stat(folder.ptr).kind, FILE_NONE);
    }
    unsetenv("BRIEFCAST_CACHE");
    assert_int_equal(chdir("/"), 0);
}

static void follows_xdg_and_home(void **state)
{
    struct place_for_test *p = *state;
    struct cache *c;
    unsetenv("BRIEFCAST_CACHE");
    setenv("XDG_CACHE_HOME", path_join(&p->a, p->folder, S("xdg")).ptr, 1);
    assert_int_equal(cache_open(&c, false, &p->d), BC_OK);
    assert_true(str_ends(cache_folder(c), S("/xdg/briefcast")));
    cache_close(c);
    setenv("XDG_CACHE_HOME", "relative", 1); /* to be ignored, says the specification */
    setenv("HOME", str_z(&p->a, p->folder), 1);
    assert_int_equal(cache_open(&c, false, &p->d), BC_OK);
    assert_true(str_ends(cache_folder(c), S("/.cache/briefcast")));
    cache_close(c);
    assert_int_equal(p->d.count, 0);
    unsetenv("XDG_CACHE_HOME");
    const char *none = path_join(&p->a, p->folder, S("none")).ptr;
    const char *homes[] = {none, "relative", ""};
    for (int i = 0; i < 3; i++) {
        setenv("HOME", homes[i], 1);
        assert_int_equal(cache_open(&c, false, &p->d), BC_OK);
        assert_int_equal(p->d.warnings, i + 1);
        cache_close(c);
    }
    assert_int_equal(file_stat(none).kind, FILE_NONE); /* homes are not made */
}

static void no_cache_leaves_nothing(void **state)
{
    struct place_for_test *p = *state;
    struct cache *c;
    assert_int_equal(cache_open(&c, true, &p->d), BC_OK);
    struct str folder = str_copy(&p->a, cache_folder(c));
    assert_int_equal(cache_put(c, &key, S("x")), BC_OK);
    assert_holds(p, c, "x");
    assert_int_equal(file_stat(folder.ptr).kind, FILE_FOLDER);
    cache_close(c);
    assert_int_equal(file_stat(folder.ptr).kind, FILE_NONE);
    assert_int_equal(file_stat(in_cache(p, ".")).kind, FILE_NONE);
    assert_int_equal(p->d.count, 0);
    cache_close(NULL);
}

static void sweeps_clips_only_and_by_age(void **state)
{
    struct place_for_test *p = *state;
    struct cache *c;
    struct cache_stats stats;
    assert_int_equal(cache_open(&c, false, &p->d), BC_OK);
    for (int i = 0; i < 10; i++) {
        struct hash k = {{(unsigned char)i, 7}};
        assert_int_equal(cache_put(c, &k, S("12345")), BC_OK);
    }
    fclose(fopen(in_cache(p, "00/notes.txt"), "w"));
    fclose(fopen(in_cache(p, "00/07.opus"), "w"));
    assert_int_equal(cache_sweep(&stats, c, -1, &p->d), BC_OK);
    assert_int_equal(stats.clips, 10);
    assert_int_equal(stats.bytes, 50);
    /* clip 0 was used 9 days ago, clip 1 four days ago and again now */
    struct str hex[2] = {hash_hex(&p->a, (struct hash){{0, 7}}),
                         hash_hex(&p->a, (struct hash){{1, 7}})};
    for (int i = 0; i < 2; i++) {
        char *path = in_cache(
            p, str_z(&p->a, str_format(&p->a, "%.2s/%s.opus", hex[i].ptr, hex[i].ptr)));
        struct timespec times[2];
        int64_t then = file_stat(path).modified_ns / 1000000000 - 86400 * (i ? 4 : 9);
        times[0] = times[1] = (struct timespec){.tv_sec = then};
        assert_int_equal(utimensat(-1, path, times, 0), 0);
    }
    struct str got;
    struct hash used = {{1, 7}};
    assert_int_equal(cache_get(&got, &p->a, c, &used), BC_OK);
    assert_int_equal(cache_sweep(&stats, c, 9, &p->d), BC_OK);
    assert_int_equal(stats.removed, 0);
    assert_int_equal(cache_sweep(&stats, c, 3, &p->d), BC_OK);
    assert_int_equal(stats.removed, 1);
    assert_int_equal(stats.removed_bytes, 5);
    assert_int_equal(stats.clips, 9);
    assert_int_equal(cache_sweep(&stats, c, 0, &p->d), BC_OK);
    assert_int_equal(stats.removed, 9);
    assert_int_equal(stats.clips, 0);
    assert_int_equal(file_stat(in_cache(p, "00/notes.txt")).kind, FILE_REGULAR);
    assert_int_equal(file_stat(in_cache(p, "00/07.opus")).kind, FILE_REGULAR);
    cache_close(c);
}

/* Receipts: the last writer wins, whatever lay there; only in a cache that lasts. */
static void keeps_receipts(void **state)
{
    struct place_for_test *p = *state;
    struct cache *c;
    struct str got;
    assert_int_equal(cache_open(&c, false, &p->d), BC_OK);
    assert_int_equal(cache_get_receipt(&got, &p->a, c, &key), BC_ENOINPUT);
    const char *path =
        in_cache(p, "ab/abcd010203000000000000000000000000000000000000000000000000000000"
                    ".receipt");
    for (int kind = 0; kind < 3; kind++) {
        if (kind == 1)
            assert_true(file_remove(path) && !mkfifo(path, 0666));
        cache_put_receipt(c, &key, kind == 2 ? S("two") : S("one"));
        assert_int_equal(cache_get_receipt(&got, &p->a, c, &key), BC_OK);
        assert_true(str_eq(got, kind == 2 ? S("two") : S("one")));
    }
    assert_int_equal(cache_get(&got, &p->a, c, &key), BC_ENOINPUT);
    cache_close(c);
    assert_int_equal(cache_open(&c, true, &p->d), BC_OK);
    assert_int_equal(cache_get_receipt(&got, &p->a, c, &key), BC_ENOINPUT);
    cache_close(c);
}

static struct hash identity(const struct cache *c, bool want)
{
    struct hasher h;
    hasher_init(&h);
    assert_int_equal(cache_identify(&h, c, &key), want);
    return hasher_done(&h);
}

/* A clip's file is known again until somebody touches it. */
static void identifies_clips(void **state)
{
    struct place_for_test *p = *state;
    struct cache *c;
    assert_int_equal(cache_open(&c, false, &p->d), BC_OK);
    identity(c, false);
    assert_int_equal(cache_put(c, &key, S("one")), BC_OK);
    struct hash first = identity(c, true), again = identity(c, true);
    assert_memory_equal(&first, &again, sizeof first);
    cache_drop(c, &key);
    assert_int_equal(cache_put(c, &key, S("two")), BC_OK);
    again = identity(c, true);
    assert_memory_not_equal(&first, &again, sizeof first);
    /* Two days old: it has to be used, so that it stays. */
    struct timespec times[2] = {{.tv_sec = 1}, {.tv_sec = 1}};
    assert_int_equal(utimensat(-1, in_cache(p, KEY_PATH), times, 0), 0);
    identity(c, false);
    cache_close(c);
}

/* Four processes write different bytes for the same keys: every reader sees one of them, whole. */
static void writers_race_safely(void **state)
{
    struct place_for_test *p = *state;
    enum { KEYS = 40, BYTES = 20000 };
    pid_t children[4];
    for (int child = 0; child < 4; child++) {
        if ((children[child] = fork()) != 0)
            continue;
        struct cache *c;
        int bad = cache_open(&c, false, &p->d) != BC_OK;
        char *bytes = arena_alloc(&p->a, BYTES, 1);
        memset(bytes, 'a' + child, BYTES);
        for (int i = 0; i < KEYS && !bad; i++) {
            struct hash k = {{(unsigned char)i}};
            struct str got;
            bad = cache_put(c, &k, (struct str){bytes, BYTES}) != BC_OK ||
                  cache_get(&got, &p->a, c, &k) != BC_OK || got.len != BYTES ||
                  got.ptr[0] != got.ptr[BYTES - 1];
        }
        _exit(bad);
    }
    for (int child = 0; child < 4; child++) {
        int status;
        waitpid(children[child], &status, 0);
        assert_int_equal(status, 0);
    }
    struct cache *c;
    struct cache_stats stats;
    assert_int_equal(cache_open(&c, false, &p->d), BC_OK);
    assert_int_equal(cache_sweep(&stats, c, -1, &p->d), BC_OK);
    assert_int_equal(stats.clips, KEYS);
    cache_close(c);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(first_writer_wins),
        TEST(whatever_bears_the_name_can_be_replaced),
        TEST(put_makes_room_itself),
        TEST(a_folder_that_cannot_be_made_sends_the_clip_elsewhere),
        TEST(hostile_environment),
        TEST(follows_xdg_and_home),
        TEST(no_cache_leaves_nothing),
        TEST(sweeps_clips_only_and_by_age),
        TEST(keeps_receipts),
        TEST(identifies_clips),
        TEST(writers_race_safely),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
