/* The voices that are shipped: that the installed engine has them, that they were calibrated, and
 * that nobody can be taken for another. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "synth/engine_data.h"
#include "voice/palette.h"

enum { NEAREST = 25 }; /* 100 is an octave of F0 */

struct fixture {
    struct arena a;
    struct diag d;
    struct palette *palette;
};

static int set_up(void **state)
{
    static struct fixture f;
    struct voice_inventory inventory;
    f = (struct fixture){.d.arena = &f.a};
    *state = &f;
    return engine_inventory(&inventory, &f.a, &f.d) == BC_OK &&
                   palette_load(&f.palette, &f.a, "voices", &inventory, &f.d) == BC_OK
               ? 0
               : -1;
}

static int tear_down(void **state)
{
    arena_clear(&((struct fixture *)*state)->a);
    return 0;
}

static bool speaks(const struct profile *p, struct str language)
{
    for (ptrdiff_t i = 0; i < p->language_count; i++)
        if (str_eq(p->languages[i], language))
            return true;
    return false;
}

static void enough_for_a_briefing(void **state)
{
    struct fixture *f = *state;
    static const struct {
        const char *language;
        int voices, narrators, questioners, principals;
    } needed[] = {
        {"en", 14, 1, 4, 8}, {"ru", 4, 1, 2, 2}, {"de", 4, 1, 2, 2},
        {"fr", 4, 1, 2, 2},  {"es", 4, 1, 2, 2},
    };
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++) {
        int count = 0, narrators = 0, questioners = 0, principals = 0;
        for (ptrdiff_t k = 0; k < f->palette->count; k++) {
            const struct profile *p = &f->palette->profiles[k];
            if (!speaks(p, str_from(needed[i].language)))
                continue;
            count++;
            narrators += (p->roles & ROLE_NARRATOR) != 0;
            questioners += (p->roles & ROLE_QUESTIONER) != 0;
            principals += (p->roles & ROLE_PRINCIPAL) != 0;
        }
        assert_true(count >= needed[i].voices);
        assert_true(narrators >= needed[i].narrators);
        assert_true(questioners >= needed[i].questioners);
        assert_true(principals >= needed[i].principals);
    }
}

static void described_and_calibrated(void **state)
{
    struct fixture *f = *state;
    for (ptrdiff_t i = 0; i < f->palette->count; i++) {
        const struct profile *p = &f->palette->profiles[i];
        int gain;
        assert_true(p->description.len > 10);
        assert_true(p->rate <= 200); /* it is the listener who speeds up */
        for (ptrdiff_t k = 0; k < p->language_count; k++)
            assert_true(profile_gain(p, p->languages[k], &gain));
        assert_true(p->f0_hz > 0);
        assert_true(p->centroid_hz > 0);
        /* The register is what casting goes by. */
        assert_true(p->reg == REGISTER_HIGH ? p->f0_hz > 130 : p->f0_hz < 180);
    }
}

static void far_apart(void **state)
{
    struct fixture *f = *state;
    for (ptrdiff_t i = 0; i < f->palette->count; i++) {
        for (ptrdiff_t k = 0; k < i; k++) {
            const struct profile *x = &f->palette->profiles[i],
                                 *y = &f->palette->profiles[k];
            if (speaks(y, x->languages[0]) && palette_distance(x, y) < NEAREST)
                fail_msg("%.*s and %.*s: %d", STR_ARGS(x->name), STR_ARGS(y->name),
                         palette_distance(x, y));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(enough_for_a_briefing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(described_and_calibrated, set_up, tear_down),
        cmocka_unit_test_setup_teardown(far_apart, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
