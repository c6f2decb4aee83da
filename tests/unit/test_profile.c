/* Voice profiles: what a good one says, what a bad one is told, what calibration writes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/file.h"
#include "voice/profile.h"

#define assert_str(s, literal) assert_true(str_eq((s), S(literal)))

static const struct str voices[] = {{"en", 2}, {"en-us", 5}, {"ru", 2}};
static const struct str variants[] = {{"Gene", 4}, {"Lee", 3}, {"m8", 2}};
static const struct voice_inventory inventory = {voices, 3, variants, 3};

static enum bc_status parse(struct profile *p, struct arena *a, const char *yaml,
                            struct diag *d)
{
    return profile_parse(p, a, S("test"), source_make(a, S("test.yaml"), str_from(yaml)),
                         d);
}

static void reads_a_whole_profile(void **state)
{
    (void)state;
    struct arena a = {0};
    struct diag d = {.arena = &a};
    struct profile p;
    int gain;
    assert_int_equal(
        parse(&p, &a,
              "description: warm, low\nespeak: en-us+Lee\npitch: 25\nrange: 0\n"
              "rate: 449\nlanguage: [en, ru]\nregister: low\n"
              "roles: [narrator, principal]\ngain: {en: -3.45, ru: 7}\n"
              "shape: {lift_ct: 300, fall_ct: 10, widen: 5, ease: 20, breath: 100, "
              "tilt_cb: -600, presence_cb: 400}\n"
              "measured: {f0_hz: 74, range_st: 4.25, wpm: 158, tilt_db: -8.1, "
              "centroid_hz: 900, lufs: -22.4, bands_db: "
              "[1, -2.5, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18]}\n",
              &d),
        BC_OK);
    assert_int_equal(d.count, 0);
    assert_str(p.name, "test");
    assert_str(p.description, "warm, low");
    assert_str(p.espeak, "en-us+Lee");
    assert_int_equal(p.pitch, 25);
    assert_int_equal(p.range, 0);
    assert_int_equal(p.rate, 449);
    assert_int_equal(p.reg, REGISTER_LOW);
    assert_int_equal(p.roles, ROLE_NARRATOR | ROLE_PRINCIPAL);
    assert_int_equal(p.language_count, 2);
    assert_int_equal(p.sound.f0_hz, 74);
    assert_int_equal(p.sound.range_ct, 425);
    assert_int_equal(p.sound.words_per_minute, 158);
    assert_int_equal(p.sound.tilt_cb, -810);
    assert_int_equal(p.sound.centroid_hz, 900);
    assert_int_equal(p.sound.lufs_cb, -2240);
    assert_true(p.sound.has_bands);
    assert_int_equal(p.sound.bands_cb[1], -250);
    assert_int_equal(p.sound.bands_cb[VOICEPRINT_BANDS - 1], 1800);
    struct shape shape = {300, 10, 5, 20, 100, -600, 400};
    assert_memory_equal(&p.shape, &shape, sizeof shape);
    assert_true(profile_gain(&p, S("en"), &gain));
    assert_int_equal(gain, -345);
    assert_true(profile_gain(&p, S("RU"), &gain)); /* as front matter may have it */
    assert_int_equal(gain, 700);
    assert_int_equal(profile_validate(&p, &inventory, &d), BC_OK);
    arena_clear(&a);
}

static void has_defaults(void **state)
{
    (void)state;
    struct arena a = {0};
    struct diag d = {.arena = &a};
    struct profile p;
    int gain;
    assert_int_equal(parse(&p, &a, "espeak: ru\nlanguage: ru\n", &d), BC_OK);
    assert_int_equal(p.pitch, 50);
    assert_int_equal(p.range, 50);
    assert_int_equal(p.rate, 175);
    assert_int_equal(p.reg, REGISTER_MIDDLE);
    assert_int_equal(p.roles, ROLE_NARRATOR | ROLE_QUESTIONER | ROLE_PRINCIPAL);
    assert_false(profile_gain(&p, S("ru"), &gain));
    assert_int_equal(gain, 0);
    struct shape usual = p.shape, none = {0};
    assert_true(usual.lift_ct && usual.fall_ct && usual.breath);
    assert_int_equal(parse(&p, &a, "espeak: ru\nlanguage: ru\nshape: {breath: 0}\n", &d),
                     BC_OK);
    usual.breath = 0;
    assert_memory_equal(&p.shape, &usual, sizeof usual);
    assert_int_equal(parse(&p, &a, "espeak: ru\nlanguage: ru\nshape: off\n", &d), BC_OK);
    assert_memory_equal(&p.shape, &none, sizeof none);
    arena_clear(&a);
}

static void gain_of_another_language_is_the_first(void **state)
{
    (void)state;
    struct arena a = {0};
    struct diag d = {.arena = &a};
    struct profile p;
    int gain;
    assert_int_equal(
        parse(&p, &a, "espeak: en\nlanguage: [en, ru, de]\ngain: {ru: 1, en: 2.5}\n", &d),
        BC_OK);
    assert_false(profile_gain(&p, S("de"), &gain));
    assert_int_equal(gain, 250);
    arena_clear(&a);
}

/* tests/cases/profile: NAME.yaml is wrong, NAME.expected is what the user is told. */
static void tells_what_is_wrong(void **state)
{
    (void)state;
    struct arena a = {0};
    struct diag d = {.arena = &a};
    struct str *files;
    ptrdiff_t count, seen = 0;
    assert_int_equal(file_walk(&files, &count, &a, "tests/cases/profile", &d), BC_OK);
    for (ptrdiff_t i = 0; i < count; i++) {
        if (!str_ends(files[i], S(".yaml")))
            continue;
        struct diag found = {.arena = &a};
        struct strbuf told = {.arena = &a};
        struct profile p;
        struct str bytes, expected = {0}, stem = str_slice(files[i], 0, files[i].len - 5);
        const char *path = path_join(&a, S("tests/cases/profile"), files[i]).ptr;
        assert_int_equal(file_read(&bytes, &a, path, 1 << 16, &d), BC_OK);
        const struct source *s = source_make(&a, files[i], bytes);
        enum bc_status status = profile_parse(&p, &a, stem, s, &found);
        if (status == BC_OK)
            status = profile_validate(&p, &inventory, &found);
        for (ptrdiff_t k = 0; k < found.count; k++)
            diag_format_text(&told, &found.entries[k]);
        path = str_z(&a,
                     str_format(&a, "tests/cases/profile/%.*s.expected", STR_ARGS(stem)));
        if (file_read_quiet(&expected, &a, path, 1 << 16) != BC_OK ||
            !str_eq(strbuf_str(&told), expected))
            fail_msg("%s: got\n%.*s", path, STR_ARGS(strbuf_str(&told)));
        assert_int_equal(status, BC_ECONFIG);
        seen++;
    }
    assert_true(seen >= 18);
    arena_clear(&a);
}

#define ZEROS "0.0, 0.0, 0.0, 0.0"
#define BANDS "bands_db: [-1.2, 0.4, " ZEROS ", " ZEROS ", " ZEROS ", " ZEROS "]"
#define REST "centroid_hz: 1783, lufs: -22.4, " BANDS

static struct str measured(struct arena *a, const char *yaml, const char *language)
{
    struct diag d = {.arena = a};
    struct profile p, again;
    struct measurement m = {str_from(language),
                            -345,
                            {.f0_hz = 101,
                             .range_ct = 430,
                             .words_per_minute = 160,
                             .centroid_hz = 1783,
                             .tilt_cb = -610,
                             .lufs_cb = -2240,
                             .has_bands = true,
                             .bands_cb = {-120, 40}}};
    int gain;
    assert_int_equal(parse(&p, a, yaml, &d), BC_OK);
    struct str file = profile_with_measurement(a, &p, &m);
    assert_int_equal(profile_parse(&again, a, S("x"), source_make(a, S("x"), file), &d),
                     BC_OK);
    assert_true(profile_gain(&again, m.language, &gain));
    assert_int_equal(gain, -345);
    if (str_eq(m.language, p.languages[0])) {
        assert_memory_equal(&again.sound, &m.sound, sizeof again.sound);
        assert_int_equal(again.sound.f0_hz, 101);
        assert_int_equal(again.sound.centroid_hz, 1783);
    }
    /* Measuring once more changes nothing. */
    assert_true(str_eq(profile_with_measurement(a, &again, &m), file));
    return file;
}

static void writes_a_measurement(void **state)
{
    (void)state;
    struct arena a = {0};
    assert_str(measured(&a, "# mine\nespeak: en  # plain\nlanguage: [en]", "en"),
               "# mine\nespeak: en  # plain\nlanguage: [en]\ngain: {en: -3.45}\n"
               "measured: {f0_hz: 101, range_st: 4.3, wpm: 160, tilt_db: -6.1, " REST
               "}\n");
    assert_str(measured(&a,
                        "espeak: en\nmeasured: {lufs: -1.0, f0_hz: 70} # old\n"
                        "gain: {en: 12.5, ru: 1}\nlanguage: [en, ru]\n",
                        "en"),
               "espeak: en\nmeasured: {lufs: -22.4, f0_hz: 101, range_st: 4.3, wpm: 160, "
               "tilt_db: -6.1, centroid_hz: 1783, " BANDS "} # old\n"
               "gain: {en: -3.45, ru: 1}\nlanguage: [en, ru]\n");
    assert_str(
        measured(&a, "espeak: en\ngain:\n  en: 1.0 # by ear\nlanguage: [en, ru]\n", "ru"),
        "espeak: en\ngain:\n  en: 1.0 # by ear\n  ru: -3.45\nlanguage: [en, ru]\n");
    assert_str(
        measured(&a, "espeak: ru\nlanguage: [ru, en]\ngain: {}\nmeasured:\n", "ru"),
        "espeak: ru\nlanguage: [ru, en]\ngain: {ru: -3.45}\n"
        "measured: {f0_hz: 101, range_st: 4.3, wpm: 160, tilt_db: -6.1, " REST "}\n");
    assert_str(measured(&a, "espeak: ru\nlanguage: [ru, en]\n", "en"),
               "espeak: ru\nlanguage: [ru, en]\ngain: {en: -3.45}\n");
    arena_clear(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_a_whole_profile),
        cmocka_unit_test(has_defaults),
        cmocka_unit_test(gain_of_another_language_is_the_first),
        cmocka_unit_test(tells_what_is_wrong),
        cmocka_unit_test(writes_a_measurement),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
