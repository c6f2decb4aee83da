/* A palette of nine voices, scripts of labels, and casting them. */
#ifndef BRIEFCAST_TESTS_CAST_FIXTURE_H
#define BRIEFCAST_TESTS_CAST_FIXTURE_H

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
static inline struct script *script_of(struct fixture *f, const char *labels)
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

static inline const struct cast_entry *entry(const struct script *s, const char *speaker)
{
    for (ptrdiff_t i = 0; i < s->cast_count; i++)
        if (str_eq(s->cast[i].speaker, str_from(speaker)))
            return &s->cast[i];
    fail_msg("nobody is called %s", speaker);
    return NULL;
}

static inline struct str voice(const struct script *s, const char *speaker)
{
    const struct cast_entry *e = entry(s, speaker);
    assert_true(e->voice_count >= 1);
    return e->voices[0];
}

static inline void name_voice(struct fixture *f, struct script *s, const char *speaker,
                              const char *name)
{
    struct cast_entry *e = (struct cast_entry *)entry(s, speaker);
    struct str *voice_name = arena_new(&f->a, struct str);
    *voice_name = str_from(name);
    e->voices = voice_name;
    e->voice_count = 1;
    e->place = place_of(s->source, 14, 22);
}

static inline void cast(struct fixture *f, struct script *s)
{
    assert_int_equal(cast_script(s, &f->a, f->palette, NULL, &f->d), BC_OK);
    for (ptrdiff_t i = 0; i < s->turn_count; i++)
        assert_true(s->turns[i].voice.len > 0);
    for (ptrdiff_t i = 0; i < s->cast_count; i++)
        assert_true(s->cast[i].why.len > 0);
}

static inline enum bc_status load_register(struct fixture *f, const char *yaml,
                                           struct cast_register **reg)
{
    const struct source *s = source_make(&f->a, S("town.yaml"), str_from(yaml));
    return cast_register_load(reg, &f->a, s, f->palette, &f->d);
}

#endif
