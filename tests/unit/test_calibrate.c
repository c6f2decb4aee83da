/* Calibration: measuring a shipped voice once more gives what is shipped. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/processors.h"
#include "mix/calibrate.h"
#include "mix/calibration_text.h"
#include "mix/loudness.h"
#include "synth/engine_data.h"

struct fixture {
    struct arena a;
    struct diag d;
    struct palette *palette;
    struct voice_inventory inventory;
};

static int set_up(void **state)
{
    static struct fixture f;
    f = (struct fixture){.d.arena = &f.a};
    *state = &f;
    return engine_inventory(&f.inventory, &f.a, &f.d) == BC_OK &&
                   palette_load(&f.palette, &f.a, "voices", &f.inventory, &f.d) == BC_OK
               ? 0
               : -1;
}

static int tear_down(void **state)
{
    arena_clear(&((struct fixture *)*state)->a);
    return 0;
}

/* The text is spoken as it stands: no digits, no marks that need speak/speak.h. */
static void texts_are_plain(void **state)
{
    struct fixture *f = *state;
    static const char *const languages[] = {"de", "en", "es", "fr", "kk", "ru"};
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
        ptrdiff_t count;
        const struct str *text = calibration_text(str_from(languages[i]), &count);
        assert_true(count >= 10);
        for (ptrdiff_t k = 0; k < count; k++) {
            assert_true(text[k].len > 0 && text[k].len < 300);
            assert_int_equal(utf8_invalid_at(text[k]), -1);
            for (ptrdiff_t n = 0; n < text[k].len; n++) {
                char c = text[k].ptr[n];
                assert_false((c >= '0' && c <= '9') || (c >= 0 && c < ' ') || c == '<' ||
                             c == '&' || c == '[');
            }
        }
    }
    assert_true(str_eq(calibration_languages(&f->a), S("de, en, es, fr, kk, ru")));
}

static void measures_what_is_shipped(void **state)
{
    struct fixture *f = *state;
    struct measurement m;
    const struct profile *p = palette_find(f->palette, S("fr-press"));
    int gain;
    assert_non_null(p);
    assert_true(profile_gain(p, S("fr"), &gain));
    assert_int_equal(calibrate_profile(&m, &f->a, p, S("fr"), &f->inventory,
                                       processors_available(), &f->d),
                     BC_OK);
    assert_int_equal(f->d.count, 0);
    assert_true(abs(m.gain_cb - gain) <= 10);
    assert_true(abs(m.sound.f0_hz - p->sound.f0_hz) <= 2);
    assert_true(abs(m.sound.range_ct - p->sound.range_ct) <= 20);
    assert_true(abs(m.sound.words_per_minute - p->sound.words_per_minute) <= 2);
    assert_true(abs(m.sound.tilt_cb - p->sound.tilt_cb) <= 10);
    assert_true(abs(m.sound.centroid_hz - p->sound.centroid_hz) <= 20);
    assert_true(voiceprint_contrast(&m.sound, &p->sound).spectrum_db < 0.2);
    assert_true(abs(m.sound.lufs_cb + m.gain_cb - LOUDNESS_TARGET_CB) < 200);
}

static void knows_which_languages_it_can_measure(void **state)
{
    struct fixture *f = *state;
    struct measurement m;
    assert_int_equal(calibrate_profile(&m, &f->a, &f->palette->profiles[0], S("kl"),
                                       &f->inventory, 1, &f->d),
                     BC_EMISSING);
    assert_int_equal(f->d.errors, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(texts_are_plain, set_up, tear_down),
        cmocka_unit_test_setup_teardown(measures_what_is_shipped, set_up, tear_down),
        cmocka_unit_test_setup_teardown(knows_which_languages_it_can_measure, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
