/* Casting: who gets which voice, and that it can be explained and repeated. */
#include "cast_fixture.h"

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
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
