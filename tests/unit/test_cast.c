/* Casting: who gets which voice, and that it can be explained and repeated. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "voice/cast.h"

#define assert_str(s, literal) assert_true(str_eq((s), S(literal)))

struct fixture {
    struct arena a;
    struct diag d;
    struct palette *palette;
};

/* name, register, roles, F0, centroid; languages en but for the last two. */
static const struct {
    const char *name, *language;
    enum voice_register reg;
    unsigned roles;
    int f0_hz, centroid_hz;
} voices[] = {
    {"alto", "en", REGISTER_HIGH, ROLE_PRINCIPAL, 180, 1400},
    {"anchor", "en", REGISTER_LOW, ROLE_NARRATOR, 100, 1800},
    {"bass", "en", REGISTER_LOW, ROLE_PRINCIPAL, 75, 1400},
    {"press-1", "en", REGISTER_MIDDLE, ROLE_QUESTIONER, 120, 2000},
    {"press-2", "en", REGISTER_HIGH, ROLE_QUESTIONER, 190, 2000},
    {"press-3", "en", REGISTER_MIDDLE, ROLE_QUESTIONER, 150, 1700},
    {"soprano", "en", REGISTER_HIGH, ROLE_PRINCIPAL, 250, 1900},
    {"tenor", "en", REGISTER_MIDDLE, ROLE_PRINCIPAL, 135, 1500},
    {"ru-1", "ru", REGISTER_LOW, ROLE_NARRATOR | ROLE_QUESTIONER | ROLE_PRINCIPAL, 100,
     1800},
};
enum { VOICES = sizeof voices / sizeof *voices, ENGLISH = VOICES - 1 };

static int set_up(void **state)
{
    static struct fixture f;
    f = (struct fixture){.d.arena = &f.a};
    f.palette = arena_new(&f.a, struct palette);
    f.palette->profiles = arena_array(&f.a, struct profile, VOICES);
    for (int i = 0; i < VOICES; i++) {
        struct str *language = arena_new(&f.a, struct str);
        *language = str_from(voices[i].language);
        f.palette->profiles[i] = (struct profile){
            .name = str_from(voices[i].name),
            .languages = language,
            .language_count = 1,
            .reg = voices[i].reg,
            .roles = voices[i].roles,
            .sound = {.f0_hz = voices[i].f0_hz, .centroid_hz = voices[i].centroid_hz}};
        if (i > 0 && i < ENGLISH)
            assert_true(strcmp(voices[i - 1].name, voices[i].name) < 0);
    }
    /* A palette is sorted; "ru-1" belongs between the others. */
    struct profile last = f.palette->profiles[VOICES - 1];
    int at = VOICES - 1;
    for (; at > 0 && str_compare(f.palette->profiles[at - 1].name, last.name) > 0; at--)
        f.palette->profiles[at] = f.palette->profiles[at - 1];
    f.palette->profiles[at] = last;
    f.palette->count = VOICES;
    *state = &f;
    return 0;
}

static int tear_down(void **state)
{
    arena_clear(&((struct fixture *)*state)->a);
    return 0;
}

static struct str speaker_of(struct str label)
{
    return str_eq(label, S("Q")) ? S("Question") : label;
}

/* A script with one turn for each of the words, "Q" being the anonymous label Question. The cast
 * is what script/build.h leaves: one entry a speaker, without voices. */
static struct script *script_of(struct fixture *f, const char *labels)
{
    struct script *s = arena_new(&f->a, struct script);
    struct str rest = str_from(labels), label;
    s->source = source_make(&f->a, S("talk.md"), S("cast:\n  Mara: barriton\n"));
    while (rest.len > 0) {
        str_cut(rest, ',', &label, &rest);
        label = str_trim(label);
        struct turn *t = arena_push(&f->a, s->turns, s->turn_count, s->turn_capacity);
        t->speaker = speaker_of(label);
        t->label = label;
        t->anonymous = str_eq(label, S("Q"));
        bool known = false;
        for (ptrdiff_t i = 0; i < s->cast_count; i++)
            known = known || str_eq(s->cast[i].speaker, t->speaker);
        if (known)
            continue;
        struct cast_entry *e =
            arena_push(&f->a, s->cast, s->cast_count, s->cast_capacity);
        e->speaker = t->speaker;
        e->anonymous = t->anonymous;
    }
    return s;
}

static const struct cast_entry *entry(const struct script *s, const char *speaker)
{
    for (ptrdiff_t i = 0; i < s->cast_count; i++)
        if (str_eq(s->cast[i].speaker, str_from(speaker)))
            return &s->cast[i];
    fail_msg("nobody is called %s", speaker);
    return NULL;
}

static struct str voice(const struct script *s, const char *speaker)
{
    const struct cast_entry *e = entry(s, speaker);
    assert_true(e->voice_count >= 1);
    return e->voices[0];
}

static void name_voice(struct fixture *f, struct script *s, const char *speaker,
                       const char *name)
{
    struct cast_entry *e = (struct cast_entry *)entry(s, speaker);
    struct str *voice_name = arena_new(&f->a, struct str);
    *voice_name = str_from(name);
    e->voices = voice_name;
    e->voice_count = 1;
    e->place = place_of(s->source, 14, 22);
}

static void cast(struct fixture *f, struct script *s)
{
    assert_int_equal(cast_script(s, &f->a, f->palette, NULL, &f->d), BC_OK);
    for (ptrdiff_t i = 0; i < s->turn_count; i++)
        assert_true(s->turns[i].voice.len > 0);
    for (ptrdiff_t i = 0; i < s->cast_count; i++)
        assert_true(s->cast[i].why.len > 0);
}

static void by_role(void **state)
{
    struct fixture *f = *state;
    struct script *s =
        script_of(f, "Narrator, Ms. Mara, Q, Ms. Mara, Q, Ms. Mara, Q, Ola");
    cast(f, s);
    assert_str(voice(s, "Narrator"), "anchor");
    assert_str(entry(s, "Narrator")->why, "narrator, low register");
    /* 250 against 100 Hz: log2(2.5) octaves. */
    assert_str(voice(s, "Ms. Mara"), "soprano");
    assert_str(entry(s, "Ms. Mara")->why, "principal, 'Ms'; anchor is nearest (d=132)");
    const struct cast_entry *q = entry(s, "Question");
    assert_int_equal(q->voice_count, 3);
    for (int i = 0; i < 3; i++)
        assert_true(str_starts(q->voices[i], S("press-")));
    assert_false(str_eq(q->voices[0], q->voices[1]));
    assert_true(str_starts(q->why, S("questioners; ")));
    assert_str(voice(s, "Ola"), "bass");
    assert_int_equal(f->d.count, 0);
}

static void questioners_take_turns(void **state)
{
    struct fixture *f = *state;
    struct script *s =
        script_of(f, "Mara, Q, Mara, Q, Mara, Q, Mara, Q, Mara, Q, Q, Mara");
    cast(f, s);
    assert_true(entry(s, "Question")->voice_count >= 2);
    assert_true(entry(s, "Question")->voice_count <= 4);
    struct str before = {0};
    for (ptrdiff_t i = 0; i < s->turn_count; i++) {
        if (!s->turns[i].anonymous)
            continue;
        assert_false(str_eq(s->turns[i].voice, before));
        assert_false(str_eq(s->turns[i].voice, voice(s, "Mara")));
        before = s->turns[i].voice;
    }
    /* One question, and still two voices: with one it would be read back as one person. */
    s = script_of(f, "Mara, Q, Mara");
    cast(f, s);
    assert_int_equal(entry(s, "Question")->voice_count, 2);
}

/* One more question changes nobody's voice: only what changed is rendered again. */
static void grows_without_changes(void **state)
{
    struct fixture *f = *state;
    struct script *x = script_of(f, "Narrator, Mara, Q, Mara, Q, Mara, Ola");
    struct script *y =
        script_of(f, "Narrator, Mara, Q, Mara, Q, Mara, Ola, Q, Mara, Q, Ola");
    cast(f, x);
    cast(f, y);
    for (ptrdiff_t i = 0; i < x->turn_count; i++)
        assert_true(str_eq(x->turns[i].voice, y->turns[i].voice));
}

static void by_form_of_address(void **state)
{
    struct fixture *f = *state;
    struct script *s =
        script_of(f, "MR. VANE, MS. OKONKWO, Sir Oswin Thorne, Lady Thorne");
    cast(f, s);
    assert_true(palette_find(f->palette, voice(s, "MS. OKONKWO"))->reg == REGISTER_HIGH);
    assert_true(palette_find(f->palette, voice(s, "Lady Thorne"))->reg == REGISTER_HIGH);
    assert_true(palette_find(f->palette, voice(s, "MR. VANE"))->reg != REGISTER_HIGH);
    assert_true(palette_find(f->palette, voice(s, "Sir Oswin Thorne"))->reg !=
                REGISTER_HIGH);
    assert_true(str_find(entry(s, "MS. OKONKWO")->why, S("'MS'")) >= 0);
    /* The readable name may have lost it: then the label counts. */
    s = script_of(f, "Okonkwo, Vane");
    s->turns[0].label = S("MS. OKONKWO");
    cast(f, s);
    assert_true(palette_find(f->palette, voice(s, "Okonkwo"))->reg == REGISTER_HIGH);
}

static enum voice_register register_of(struct fixture *f, const struct script *s,
                                       const char *speaker)
{
    return palette_find(f->palette, voice(s, speaker))->reg;
}

/* A form of address counts wherever it stands; a given name says nothing of the voice. */
static void by_what_others_say(void **state)
{
    struct fixture *f = *state;
    struct script *s =
        script_of(f, "Narrator, Sergey Holm, Lin Vane, Anna Moss, Ravi Okel");
    static const char *const said[] = {
        "Ask Ms. Lin Vane. Mr Okel’s watch is late, madam. Vane has one.",
        "I asked Mr. Moss, Mr. Moss and Mrs. Moss; the sir. Okel too.",
    };
    for (size_t i = 0; i < sizeof said / sizeof *said; i++)
        arena_push(&f->a, s->paragraphs, s->paragraph_count, s->paragraph_capacity)
            ->text = text_added(&f->a, str_from(said[i]));
    cast(f, s);
    assert_int_equal(register_of(f, s, "Lin Vane"), REGISTER_HIGH);
    assert_int_not_equal(register_of(f, s, "Ravi Okel"), REGISTER_HIGH);
    assert_true(str_find(entry(s, "Lin Vane")->why, S("'Ms. Lin Vane'")) >= 0);
    assert_true(str_find(entry(s, "Ravi Okel")->why, S("'Mr Okel’s'")) >= 0);
    assert_int_equal(str_find(entry(s, "Anna Moss")->why, S("'")), -1);
    assert_int_equal(str_find(entry(s, "Sergey Holm")->why, S("'")), -1);
}

/* An hour of an unknown person with a voice at one end of the scale would be a bad guess. */
static void anybody_is_in_the_middle(void **state)
{
    struct fixture *f = *state;
    struct script *s = script_of(f, "Narrator, Official, Q, Official");
    for (ptrdiff_t i = 0; i < f->palette->count; i++)
        if (str_eq(f->palette->profiles[i].name, S("tenor")))
            f->palette->profiles[i].sound.f0_hz = 160;
    cast(f, s);
    assert_int_equal(register_of(f, s, "Official"), REGISTER_MIDDLE);
}

/* The voices that are made for leading parts go to the principal first. */
static void leads_first(void **state)
{
    struct fixture *f = *state;
    struct script *s = script_of(f, "Narrator, Ms. Vane, Ms. Okel");
    for (ptrdiff_t i = 0; i < f->palette->count; i++)
        if (str_eq(f->palette->profiles[i].name, S("soprano")))
            f->palette->profiles[i].roles = ROLE_PRINCIPAL | ROLE_QUESTIONER;
    cast(f, s);
    assert_str(voice(s, "Ms. Vane"), "alto");
    assert_str(voice(s, "Ms. Okel"), "soprano");
}

static enum bc_status load_register(struct fixture *f, const char *yaml,
                                    struct cast_register **reg)
{
    const struct source *s = source_make(&f->a, S("town.yaml"), str_from(yaml));
    return cast_register_load(reg, &f->a, s, f->palette, &f->d);
}

static void named_voices_win(void **state)
{
    struct fixture *f = *state;
    struct script *s = script_of(f, "Narrator, Mara, Ola");
    struct cast_register *reg;
    assert_int_equal(
        load_register(f, "OLA: {voice: alto, say: Oola}\nMara: bass\n", &reg), BC_OK);
    name_voice(f, s, "Mara", "anchor");
    assert_int_equal(cast_script(s, &f->a, f->palette, reg, &f->d), BC_OK);
    assert_str(voice(s, "Mara"), "anchor");
    assert_str(entry(s, "Mara")->why, "named in the script");
    assert_str(voice(s, "Ola"), "alto");
    assert_str(entry(s, "Ola")->why, "from the cast register");
    assert_str(entry(s, "Ola")->say, "Oola");
    /* The narrator's own voice is taken. */
    assert_false(str_eq(voice(s, "Narrator"), S("anchor")));
    assert_false(str_eq(voice(s, "Narrator"), S("alto")));
    assert_int_equal(f->d.count, 0);
}

static void unknown_voice(void **state)
{
    struct fixture *f = *state;
    struct strbuf told = {.arena = &f->a};
    struct script *s = script_of(f, "Mara, Ola");
    name_voice(f, s, "Mara", "sopranno");
    assert_int_equal(cast_script(s, &f->a, f->palette, NULL, &f->d), BC_ECONFIG);
    assert_int_equal(f->d.errors, 1);
    diag_format_text(&told, &f->d.entries[0]);
    assert_str(strbuf_str(&told),
               "talk.md:2:9: error: unknown voice 'sopranno' (did you mean 'soprano'?) "
               "[voice-unknown]\n"
               "    2 |   Mara: barriton\n"
               "      |         ^~~~~~~~\n");
}

static void by_language(void **state)
{
    struct fixture *f = *state;
    struct script *s = script_of(f, "Narrator, Q, Mara");
    s->language = S("RU-ru");
    cast(f, s);
    assert_str(voice(s, "Mara"), "ru-1");
    assert_int_equal(entry(s, "Question")->voice_count, 2);
    assert_int_equal(f->d.count, 1); /* one voice for all: said once */
    assert_int_equal(f->d.entries[0].severity, DIAG_NOTE);
    s = script_of(f, "Mara");
    s->language = S("kl");
    assert_int_equal(cast_script(s, &f->a, f->palette, NULL, &f->d), BC_EMISSING);
    assert_str(f->d.entries[1].message, "no voice speaks the language 'kl'");
    assert_str(f->d.entries[1].hint, "there are voices for en, ru");
    s = script_of(f, "Mara");
    name_voice(f, s, "Mara", "ru-1");
    cast(f, s);
    assert_str(f->d.entries[2].message, "voice 'ru-1' does not speak 'en'");
}

/* A parsed script's cast may be silent about somebody. */
static void completes_the_cast(void **state)
{
    struct fixture *f = *state;
    struct script *s = script_of(f, "Narrator, Mara, Q, Ola, Mara, Vane");
    s->cast_count = 2;
    cast(f, s);
    assert_int_equal(s->cast_count, 5);
    assert_str(s->cast[2].speaker, "Question");
    assert_true(s->cast[2].anonymous);
    assert_str(s->cast[3].speaker, "Ola");
    assert_str(s->cast[4].speaker, "Vane");
    /* Who is in the cast and says nothing gets a voice last. */
    s = script_of(f, "Silent, Mara, Ola");
    s->turns++, s->turn_count--;
    struct script *alone = script_of(f, "Mara, Ola");
    cast(f, s);
    cast(f, alone);
    assert_true(str_eq(voice(s, "Mara"), voice(alone, "Mara")));
    assert_true(str_eq(voice(s, "Ola"), voice(alone, "Ola")));
}

static struct script *crowd(struct fixture *f, int speakers, int turns)
{
    struct script *s = arena_new(&f->a, struct script);
    s->source = source_make(&f->a, S("crowd.md"), S("x"));
    for (int i = 0; i < turns; i++) {
        struct turn *t = arena_push(&f->a, s->turns, s->turn_count, s->turn_capacity);
        t->speaker = str_format(&f->a, "Speaker %d", i % 7 == 3 ? 0 : i % speakers);
        t->label = t->speaker;
    }
    return s;
}

/* More people than voices: neighbours differ, every voice is in use, and it is said once. */
static void more_people_than_voices(void **state)
{
    struct fixture *f = *state;
    struct script *s = crowd(f, 150, 400);
    int uses[VOICES] = {0};
    cast(f, s);
    assert_int_equal(s->cast_count, 150);
    for (ptrdiff_t i = 1; i < s->turn_count; i++) {
        const struct turn *x = &s->turns[i - 1], *y = &s->turns[i];
        assert_true(str_eq(x->speaker, y->speaker) ||
                    palette_distance(palette_find(f->palette, x->voice),
                                     palette_find(f->palette, y->voice)) >= 20);
    }
    for (ptrdiff_t i = 0; i < s->cast_count; i++)
        uses[palette_find(f->palette, s->cast[i].voices[0]) - f->palette->profiles]++;
    for (int i = 0; i < VOICES; i++)
        assert_true(uses[i] >= 5 || str_eq(f->palette->profiles[i].name, S("ru-1")) ||
                    str_eq(f->palette->profiles[i].name, S("anchor")));
    assert_int_equal(f->d.count, 1);
    assert_str(f->d.entries[0].code, "voices-few");
}

static void ten_thousand_people(void **state)
{
    struct fixture *f = *state;
    struct script *x = crowd(f, 10000, 40000), *y = crowd(f, 10000, 40000);
    cast(f, x);
    cast(f, y);
    for (ptrdiff_t i = 0; i < x->turn_count; i++)
        assert_true(str_eq(x->turns[i].voice, y->turns[i].voice));
}

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
    assert_str(f->d.entries[0].hint, "did you mean 'Mara Lindqvist'?");
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
        TEST(by_role),
        TEST(questioners_take_turns),
        TEST(grows_without_changes),
        TEST(by_form_of_address),
        TEST(by_what_others_say),
        TEST(anybody_is_in_the_middle),
        TEST(leads_first),
        TEST(named_voices_win),
        TEST(unknown_voice),
        TEST(by_language),
        TEST(completes_the_cast),
        TEST(more_people_than_voices),
        TEST(ten_thousand_people),
        TEST(register_with_a_slip),
        TEST(knows_people_by_their_aliases),
        TEST(parts_whom_the_register_gives_one_voice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
