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
    struct profile x = {.sound = {.f0_hz = 100, .centroid_hz = 1500}}, y = x;
    assert_int_equal(palette_distance(&x, &y), 0);
    y.sound.f0_hz = 200;
    assert_int_equal(palette_distance(&x, &y), 100);
    assert_int_equal(palette_distance(&y, &x), 100);
    y.sound.centroid_hz = 750;
    assert_int_equal(palette_distance(&x, &y), 141);
    y.sound.f0_hz = 100;
    assert_int_equal(palette_distance(&x, &y), 100);
    y.sound.centroid_hz = 1500;
    x.sound.words_per_minute = 150, y.sound.words_per_minute = 300;
    assert_int_equal(palette_distance(&x, &y), 100);
    /* Not measured: the register has to do. */
    struct profile low = {.reg = REGISTER_LOW}, high = {.reg = REGISTER_HIGH};
    assert_true(palette_distance(&low, &high) > 100);
}

/* The deviation of the spectra does not know the level; from the threshold on, voices are clear. */
static void compares_spectra(void **state)
{
    (void)state;
    struct voiceprint x = {.f0_hz = 100, .centroid_hz = 1500, .has_bands = true}, y = x;
    for (int i = 0; i < VOICEPRINT_BANDS; i++)
        y.bands_cb[i] = 700;
    assert_true(voiceprint_contrast(&x, &y).spectrum_db < 1e-9);
    assert_false(voiceprint_clear(voiceprint_contrast(&x, &y)));
    for (int i = 0; i < VOICEPRINT_BANDS; i++)
        y.bands_cb[i] = i % 2 ? VOICEPRINT_CLEAR_DB_CB : -VOICEPRINT_CLEAR_DB_CB;
    struct contrast c = voiceprint_contrast(&y, &x);
    assert_true(c.spectrum_db > 2.999 && c.spectrum_db < 3.001);
    assert_int_equal(voiceprint_distance(c), VOICEPRINT_CLEAR);
    y.bands_cb[0]--;
    assert_true(voiceprint_clear(voiceprint_contrast(&x, &y)));
    x.has_bands = false;
    assert_false(voiceprint_clear(voiceprint_contrast(&x, &y)));
    y.f0_hz = 125;
    assert_true(voiceprint_clear(voiceprint_contrast(&x, &y)));
    assert_int_equal(voiceprint_distance(voiceprint_contrast(&x, &y)), VOICEPRINT_CLEAR);
    y.f0_hz = 124;
    assert_false(voiceprint_clear(voiceprint_contrast(&x, &y)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(loads_a_folder_by_name, set_up, tear_down),
        cmocka_unit_test_setup_teardown(reports_every_wrong_profile, set_up, tear_down),
        cmocka_unit_test_setup_teardown(misses_voices, set_up, tear_down),
        cmocka_unit_test(measures_distance),
        cmocka_unit_test(compares_spectra),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
