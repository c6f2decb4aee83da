/* The voices that are shipped: that the installed engine has them, that they were calibrated, and
 * that nobody can be taken for another. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "synth/engine_data.h"
#include "voice/cast.h"
#include "voice/palette.h"

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
        {"en", 16, 1, 4, 8}, {"ru", 6, 1, 2, 2}, {"de", 6, 1, 2, 2},
        {"fr", 6, 1, 2, 2},  {"es", 6, 1, 2, 2}, {"kk", 6, 1, 2, 2},
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
        assert_true(p->sound.f0_hz > 0);
        assert_true(p->sound.centroid_hz > 0);
        assert_true(p->sound.has_bands && p->sound.range_ct > 0 &&
                    p->sound.words_per_minute > 0);
        /* The register is what casting goes by. */
        assert_true(p->reg == REGISTER_HIGH ? p->sound.f0_hz > 130
                                            : p->sound.f0_hz < 180);
    }
}

/* So whoever is cast, in a conversation of any size. */
static void nobody_can_be_taken_for_another(void **state)
{
    struct fixture *f = *state;
    for (ptrdiff_t i = 0; i < f->palette->count; i++) {
        for (ptrdiff_t k = 0; k < i; k++) {
            const struct profile *x = &f->palette->profiles[i],
                                 *y = &f->palette->profiles[k];
            struct contrast c = palette_contrast(x, y);
            if (speaks(y, x->languages[0]) && !voiceprint_clear(c))
                fail_msg("%.*s and %.*s: %.2f octaves, %.1f dB", STR_ARGS(x->name),
                         STR_ARGS(y->name), c.pitch, c.spectrum_db);
        }
    }
}

/* `count` people, each of whom is called one of three ways: `way` in base three says how. The first is
 * the narrator where `narrated`. */
static struct script *conversation(struct arena *a, const char *const *forms,
                                   struct str language, int count, int way, bool narrated)
{
    struct script *s = arena_new(a, struct script);
    s->source = source_make(a, S("talk.md"), S("x"));
    s->language = language;
    for (int i = 0; i < 3 * count; i++) {
        int who = i < count ? i : i * i % count, digit = way;
        for (int k = 0; k < who; k++)
            digit /= 3;
        struct str before, after, form = str_from(forms[digit % 3]);
        str_cut(form, '*', &before, &after);
        struct str name =
            str_format(a, "%.*s%c%.*s", STR_ARGS(before), 'A' + who, STR_ARGS(after));
        struct turn *t = arena_push(a, s->turns, s->turn_count, s->turn_capacity);
        t->speaker = who == 0 && narrated ? S("Narrator") : name;
        t->label = t->speaker;
    }
    return s;
}

static void check_conversation(struct fixture *f, struct arena *a, const struct script *s)
{
    for (ptrdiff_t i = 0; i < s->cast_count; i++) {
        for (ptrdiff_t k = 0; k < i; k++) {
            const struct profile *x = palette_find(f->palette, s->cast[i].voices[0]),
                                 *y = palette_find(f->palette, s->cast[k].voices[0]);
            if (x == y || !voiceprint_clear(palette_contrast(x, y)))
                fail_msg("%s is %s, %s is %s", str_z(a, s->cast[i].speaker),
                         str_z(a, x->name), str_z(a, s->cast[k].speaker),
                         str_z(a, y->name));
        }
    }
}

/* Two to six people, called in every possible way. */
static void conversations_are_clear(void **state)
{
    struct fixture *f = *state;
    static const char *const forms[][4] = {
        {"en", "Ms. Vane *", "Mr. Vane *", "Vane *"},
        {"ru", "Госпожа Вейн *", "Господин Вейн *", "Вейн *"},
        {"de", "Frau Vane *", "Herr Vane *", "Vane *"},
        {"fr", "Mme Vane *", "M. Vane *", "Vane *"},
        {"es", "Sra. Vane *", "Sr. Vane *", "Vane *"},
        {"kk", "Вейн * ханым", "Вейн * мырза", "Вейн *"},
    };
    for (size_t l = 0; l < sizeof forms / sizeof *forms; l++) {
        for (int count = 2, ways = 9; count <= 6; count++, ways *= 3) {
            for (int way = 0; way < 2 * ways; way++) {
                struct arena a = {0};
                struct script *s = conversation(&a, forms[l] + 1, str_from(forms[l][0]),
                                                count, way / 2, way % 2);
                assert_int_equal(cast_script(s, &a, f->palette, NULL, &f->d), BC_OK);
                assert_int_equal(s->cast_count, count);
                check_conversation(f, &a, s);
                arena_clear(&a);
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(enough_for_a_briefing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(described_and_calibrated, set_up, tear_down),
        cmocka_unit_test_setup_teardown(nobody_can_be_taken_for_another, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(conversations_are_clear, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
