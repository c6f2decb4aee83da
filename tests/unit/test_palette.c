/* The palette: loading a folder, finding a voice, and how far apart voices are. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/file.h"
#include "voice/palette.h"

static const struct str voices[] = {{"en", 2}};
static const struct str variants[] = {{"Lee", 3}};
static const struct voice_inventory inventory = {voices, 1, variants, 1};

struct fixture {
    struct arena a;
    struct diag d;
    struct str folder;
};

static int set_up(void **state)
{
    static struct fixture f;
    f = (struct fixture){.d.arena = &f.a};
    *state = &f;
    return file_temporary_folder(&f.folder, &f.a, &f.d) == BC_OK ? 0 : -1;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    bool removed = file_remove_tree(str_z(&f->a, f->folder));
    arena_clear(&f->a);
    return removed ? 0 : -1;
}

static void put(struct fixture *f, const char *name, const char *yaml)
{
    const char *path = path_join(&f->a, f->folder, str_from(name)).ptr;
    assert_int_equal(file_write(path, str_from(yaml), FILE_CACHED, &f->d), BC_OK);
}

static enum bc_status load(struct fixture *f, struct palette **p)
{
    return palette_load(p, &f->a, str_z(&f->a, f->folder), &inventory, &f->d);
}

static void loads_a_folder_by_name(void **state)
{
    struct fixture *f = *state;
    struct palette *p;
    put(f, "tenor.yaml", "espeak: en+Lee\nlanguage: en\n");
    put(f, "bass.yaml", "espeak: en\nlanguage: en\n");
    put(f, "names.pls", "not a voice");
    put(f, "registers/town.yaml", "Mara Lindqvist: bass\n");
    assert_int_equal(load(f, &p), BC_OK);
    assert_int_equal(p->count, 2);
    assert_true(str_eq(p->profiles[0].name, S("bass")));
    assert_ptr_equal(palette_find(p, S("tenor")), &p->profiles[1]);
    assert_null(palette_find(p, S("baritone")));
    assert_true(str_eq(palette_nearest(p, S("Tenor"), &f->a), S("tenor")));
    assert_true(str_eq(palette_nearest(p, S("base"), &f->a), S("bass")));
    assert_int_equal(palette_nearest(p, S("contralto"), &f->a).len, 0);
}

static void reports_every_wrong_profile(void **state)
{
    struct fixture *f = *state;
    struct palette *p;
    put(f, "a.yaml", "espeak: en+Leo\nlanguage: en\n");
    put(f, "b.yaml", "espeak: en\n");
    put(f, "c d.yaml", "espeak: en\nlanguage: en\n");
    put(f, "e.yaml", "espeak: en\nlanguage: en\n");
    put(f, "f.yaml", "espeak: \"en\n");
    put(f, "g.yaml", "");
    assert_int_equal(load(f, &p), BC_ECONFIG);
    assert_int_equal(f->d.errors, 5);
    assert_true(str_eq(f->d.entries[0].code, S("voice-unknown")));
    assert_true(str_ends(f->d.entries[0].place.source->name, S("/a.yaml")));
}

static void misses_voices(void **state)
{
    struct fixture *f = *state;
    struct palette *p;
    assert_int_equal(load(f, &p), BC_EMISSING);
    assert_int_equal(f->d.errors, 1);
    assert_int_equal(palette_load(&p, &f->a, "/nowhere/at/all", &inventory, &f->d),
                     BC_EMISSING);
    assert_int_equal(f->d.errors, 2);
}

static void measures_distance(void **state)
{
    (void)state;
    struct profile x = {.f0_hz = 100, .centroid_hz = 1500}, y = x;
    assert_int_equal(palette_distance(&x, &y), 0);
    y.f0_hz = 200;
    assert_int_equal(palette_distance(&x, &y), 100);
    assert_int_equal(palette_distance(&y, &x), 100);
    y.centroid_hz = 750;
    assert_int_equal(palette_distance(&x, &y), 141);
    y.f0_hz = 100;
    assert_int_equal(palette_distance(&x, &y), 100);
    /* Not measured: the register has to do. */
    struct profile low = {.reg = REGISTER_LOW}, high = {.reg = REGISTER_HIGH};
    assert_true(palette_distance(&low, &high) > 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(loads_a_folder_by_name, set_up, tear_down),
        cmocka_unit_test_setup_teardown(reports_every_wrong_profile, set_up, tear_down),
        cmocka_unit_test_setup_teardown(misses_voices, set_up, tear_down),
        cmocka_unit_test(measures_distance),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
