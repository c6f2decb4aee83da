/* Casting with a register: whom it knows, whom it does not, and who clashes. */
#include "cast_fixture.h"

/* A slip in a name would go unheard until somebody listens. */
static void register_with_a_slip(void **state)
{
    struct fixture *f = *state;
    struct script *s = script_of(f, "Narrator, Mara Lindqvist, Ola Penn");
    struct cast_register *reg;
    assert_int_equal(load_register(f,
                                   "Mara Lindquist: alto\nOla Penn: bass\n"
                                   "Ola Pen: bass\nTobias Quill: tenor\n",
                                   &reg),
                     BC_OK);
    assert_int_equal(cast_script(s, &f->a, f->palette, reg, &f->d), BC_OK);
    assert_int_equal(f->d.count, 1);
    assert_int_equal(f->d.warnings, 1);
    assert_str(f->d.entries[0].message, "nobody here is called 'Mara Lindquist'");
    assert_true(str_starts(f->d.entries[0].hint, S("did you mean 'Mara Lindqvist'?")));
}

static ptrdiff_t told_of(struct fixture *f, const char *people, const char *yaml,
                         enum diag_severity severity)
{
    struct cast_register *reg;
    ptrdiff_t count = 0;
    f->d = (struct diag){.arena = &f->a};
    assert_int_equal(load_register(f, yaml, &reg), BC_OK);
    assert_int_equal(cast_script(script_of(f, people), &f->a, f->palette, reg, &f->d),
                     BC_OK);
    for (ptrdiff_t i = 0; i < f->d.count; i++) {
        assert_str(f->d.entries[i].code, "cast-nobody");
        count += f->d.entries[i].severity == severity;
    }
    assert_int_equal(count, f->d.count);
    return count;
}

/* Entries that nobody bears: of a cast for this file all are told, of an archive's those that look
 * like somebody here. */
static void register_of_others(void **state)
{
    struct fixture *f = *state;
    const char *two = "Narrator, Ian McKellan, Ola Penn, Ola Penn";
    /* A part of the name, or more than it. */
    assert_int_equal(told_of(f, two, "McKellan: bass\n", DIAG_WARNING), 1);
    assert_int_equal(told_of(f, two, "Dr. Ian McKellan: bass\n", DIAG_WARNING), 1);
    assert_int_equal(told_of(f, two, "Quentin: alto\nOla Penn: bass\n", DIAG_NOTE), 1);
    /* All who speak are known. */
    assert_int_equal(
        told_of(f, two, "Quentin: alto\nOla Penn: bass\nIan McKellan: alto\n", DIAG_NOTE),
        0);
    /* A register of many: somebody else's file is no slip. */
    assert_int_equal(
        told_of(f, two, "Ann: alto\nBo: alto\nCy: bass\nDi: bass\n", DIAG_NOTE), 0);
    assert_int_equal(
        told_of(f, two, "Ann: alto\nBo: alto\nCy: bass\nMcKellan: bass\n", DIAG_WARNING),
        1);
}

/* A person is known by the name, else by what is printed before the turns. */
static void knows_people_by_their_labels(void **state)
{
    struct fixture *f = *state;
    struct cast_register *reg;
    struct script *s = script_of(f, "Narrator, Ian McKellan, Ola, Ian McKellan");
    s->turns[3].label = S("MCKELLAN");
    assert_int_equal(load_register(f, "McKellan: bass\nOla: alto\n", &reg), BC_OK);
    assert_int_equal(cast_script(s, &f->a, f->palette, reg, &f->d), BC_OK);
    assert_str(voice(s, "Ian McKellan"), "bass");
    assert_int_equal(f->d.count, 0);
}

static void knows_people_by_their_aliases(void **state)
{
    struct fixture *f = *state;
    struct cast_register *reg;
    struct script *s = script_of(f, "Narrator, VANE, Mara");
    assert_int_equal(load_register(f,
                                   "Oswin Vane: {voice: bass, aliases: [Vane, The "
                                   "Keeper]}\nMara: {voice: alto, aliases: Lindqvist}\n",
                                   &reg),
                     BC_OK);
    assert_int_equal(cast_register_find(reg, S("the keeper"), &f->a), 0);
    assert_int_equal(cast_register_find(reg, S("Lindqvist"), &f->a), 1);
    assert_int_equal(cast_register_find(reg, S("Lindquist"), &f->a), -1);
    assert_int_equal(cast_script(s, &f->a, f->palette, reg, &f->d), BC_OK);
    assert_str(voice(s, "VANE"), "bass");
    assert_int_equal(f->d.count, 0);
    assert_int_equal(
        load_register(f, "A: {voice: bass, aliases: [C]}\nB: {voice: alto, aliases: c}\n",
                      &reg),
        BC_ECONFIG);
    assert_int_equal(load_register(f, "A: {voice: bass, aliases: [A]}\n", &reg),
                     BC_ECONFIG);
    assert_int_equal(load_register(f, "A: {voice: bass, aliases: [[A]]}\n", &reg),
                     BC_ECONFIG);
    assert_int_equal(f->d.errors, 3);
}

/* Both are old: who says more keeps the voice, and the file says so. */
static void parts_whom_the_register_gives_one_voice(void **state)
{
    struct fixture *f = *state;
    struct cast_register *reg;
    struct script *s = script_of(f, "Narrator, Ola, Mara, Ola, Mara, Mara");
    assert_int_equal(load_register(f, "Mara: alto\nOla: alto\n", &reg), BC_OK);
    assert_int_equal(cast_script(s, &f->a, f->palette, reg, &f->d), BC_OK);
    assert_str(voice(s, "Mara"), "alto");
    assert_false(str_eq(voice(s, "Ola"), S("alto")));
    assert_str(entry(s, "Ola")->why, "in this file: alto is Mara's here");
    assert_int_equal(f->d.warnings, 1);
    assert_str(f->d.entries[0].code, "cast-clash");
    assert_int_equal(f->d.entries[0].place.begin, 16);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(register_with_a_slip),
        TEST(register_of_others),
        TEST(knows_people_by_their_labels),
        TEST(knows_people_by_their_aliases),
        TEST(parts_whom_the_register_gives_one_voice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
