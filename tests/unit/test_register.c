/* The cast register as a file: read, refused, added to. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "voice/register.h"

#define assert_str(s, literal) assert_true(str_eq((s), S(literal)))

struct fixture {
    struct arena a;
    struct diag d;
    struct palette *palette;
};

static int set_up(void **state)
{
    static struct fixture f;
    static struct profile voices[] = {
        {.name = {"alto", 4}}, {.name = {"bass", 4}}, {.name = {"tenor", 5}}};
    static struct palette palette = {.profiles = voices, .count = 3};
    f = (struct fixture){.d.arena = &f.a, .palette = &palette};
    *state = &f;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    arena_clear(&f->a);
    return 0;
}

static enum bc_status load_register(struct fixture *f, const char *yaml,
                                    struct cast_register **reg)
{
    const struct source *s = source_make(&f->a, S("town.yaml"), str_from(yaml));
    return cast_register_load(reg, &f->a, s, f->palette, &f->d);
}

static void reads_a_register(void **state)
{
    struct fixture *f = *state;
    struct cast_register *reg;
    assert_int_equal(load_register(f,
                                   "Mara Lindqvist: alto\n\"Vane, Sir Oswin\": bass\n"
                                   "Ola: {voice: tenor, say: Oola}\nUna: {say: Oona}\n",
                                   &reg),
                     BC_OK);
    assert_int_equal(reg->count, 4);
    assert_str(reg->entries[1].speaker, "Vane, Sir Oswin");
    assert_str(reg->entries[2].voice, "tenor");
    assert_str(reg->entries[2].say, "Oola");
    assert_int_equal(reg->entries[3].voice.len, 0);
    assert_int_equal(load_register(f, "# nobody yet\n", &reg), BC_OK);
    assert_int_equal(reg->count, 0);
    assert_int_equal(f->d.count, 0);
}

static void refuses_a_wrong_register(void **state)
{
    struct fixture *f = *state;
    struct cast_register *reg;
    struct strbuf told = {.arena = &f->a};
    assert_int_equal(load_register(f,
                                   "Mara: altto\nOla: [alto, bass]\nVane: {voise: bass}\n"
                                   "Una: bass\nUNA: alto\n",
                                   &reg),
                     BC_ECONFIG);
    assert_int_equal(load_register(f, "- Mara\n", &reg), BC_ECONFIG);
    for (ptrdiff_t i = 0; i < f->d.count; i++) {
        struct position at =
            source_position(f->d.entries[i].place.source, f->d.entries[i].place.begin);
        strbuf_addf(&told, "%d:%d %.*s: %.*s (%.*s)\n", (int)at.line, (int)at.column,
                    STR_ARGS(f->d.entries[i].code), STR_ARGS(f->d.entries[i].message),
                    STR_ARGS(f->d.entries[i].hint));
    }
    assert_str(
        strbuf_str(&told),
        "1:7 voice-unknown: unknown voice 'altto' (did you mean 'alto'?)\n"
        "2:6 cast-value: no voice for 'Ola' (one person has one voice, such as "
        "'anchor')\n"
        "3:8 cast-key: 'voise' cannot be set for 'Vane' ('voice' or 'say', with "
        "one value each, or 'aliases')\n"
        "5:1 cast-twice: 'UNA' is in the register twice (keep one of the entries)\n"
        "4:1 cast-twice: 'Una' stands here, too ()\n"
        "1:1 cast-value: a cast register must be a mapping of names to voices "
        "(lines such "
        "as 'Mara Lindqvist: contralto')\n");
}

static struct str register_with(struct fixture *f, const char *yaml, const char *names)
{
    struct cast_register *reg;
    struct newcomer people[8];
    struct str rest = str_from(names);
    ptrdiff_t count = 0;
    assert_int_equal(load_register(f, yaml, &reg), BC_OK);
    for (; rest.len; count++) {
        str_cut(rest, ',', &people[count].name, &rest);
        people[count].voice = S("tenor");
        people[count].entry = cast_register_find(reg, people[count].name, &f->a);
    }
    return cast_register_with(&f->a, reg, people, count);
}

static void adds_to_a_register(void **state)
{
    struct fixture *f = *state;
    assert_str(register_with(f, "", "Una,Bo"), "Bo: tenor\nUna: tenor\n");
    assert_str(register_with(f, "# All.\n", "Una"), "# All.\nUna: tenor\n");
    /* In the alphabet's order, whatever the case; comments stay with whom they are about. */
    assert_str(register_with(f,
                             "# The archive.\nAnn: alto # calm\n\n# From 2024 on:\n"
                             "Mara: {voice: bass,\n  say: Maara} # low\n# The end.",
                             "bo,Zed,Aaron,Nils: x"),
               "# The archive.\nAaron: tenor\nAnn: alto # calm\n\nbo: tenor\n"
               "# From 2024 on:\nMara: {voice: bass,\n  say: Maara} # low\n"
               "\"Nils: x\": tenor\nZed: tenor\n# The end.");
    /* In nobody's order: behind all. */
    assert_str(register_with(f, "Mara: alto\r\nAnn: bass", "Bo,Aaron"),
               "Mara: alto\r\nAnn: bass\nAaron: tenor\nBo: tenor\n");
    assert_int_equal(f->d.count, 0);
}

/* `say` alone is no voice: who has none gets one where the entry stands. */
static void adds_a_voice_to_an_entry(void **state)
{
    struct fixture *f = *state;
    assert_str(register_with(f,
                             "Ann: {} # x\nBo: {say: Beau}\nUna:\n    say: Oona\n"
                             "    aliases: [U]\nZed: bass\n",
                             "Una,Cy,Ann,Bo"),
               "Ann: {voice: tenor} # x\nBo: {voice: tenor, say: Beau}\nCy: tenor\n"
               "Una:\n    voice: tenor\n    say: Oona\n    aliases: [U]\nZed: bass\n");
    assert_int_equal(f->d.count, 0);
}

/* What is wrong with names, with both places. */
static void refuses_one_name_for_two(void **state)
{
    struct fixture *f = *state;
    static const struct {
        const char *yaml, *message;
    } cases[] = {
        {"Bo: {voice: bass, aliases: [Ann]}\nann: alto\n",
         "'ann' has an entry, and is an alias of 'Bo'"},
        {"Ann: alto\nBo: {voice: bass, aliases: ann}\n",
         "'ann' has an entry, and is an alias of 'Bo'"},
        {"A: {voice: bass, aliases: [C]}\nB: {voice: alto, aliases: c}\n",
         "'c' is an alias of 'A' and of 'B'"},
        {"A: {voice: bass, aliases: [a]}\n", "'a' is an alias of itself, 'A'"},
        {"A: {voice: bass, aliases: [b, B]}\n", "'B' is twice an alias of 'A'"},
        {"\"\": bass\n", "an entry without a name"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct cast_register *reg;
        struct arena own = {0};
        f->d = (struct diag){.arena = &own};
        assert_int_equal(load_register(f, cases[i].yaml, &reg), BC_ECONFIG);
        if (!str_eq(f->d.entries[0].message, str_from(cases[i].message)))
            fail_msg("%s%.*s", cases[i].yaml, STR_ARGS(f->d.entries[0].message));
        assert_true(f->d.entries[0].place.source);
        assert_int_equal(f->d.count,
                         str_eq(f->d.entries[0].code, S("cast-twice")) ? 2 : 1);
        arena_clear(&own);
    }
    f->d = (struct diag){.arena = &f->a};
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(reads_a_register),         TEST(refuses_a_wrong_register),
        TEST(adds_to_a_register),       TEST(adds_a_voice_to_an_entry),
        TEST(refuses_one_name_for_two),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
