#include "voice/cast.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "voice/conversation.h"
#include "voice/slips.h"
#include "voice/worth.h"

enum {
    VOICES_TOLD = 6,
    QUESTIONERS_LEAST = 2,
    QUESTIONERS_MOST = 4,
    UNLIMITED = INT_MAX,
    REASONS_KEPT = 16
};

struct nearest {
    int distance;             /* to the nearest voice in use */
    const struct profile *to; /* which that is; NULL: none is in use */
    ptrdiff_t uses;
};

struct casting {
    struct script *s;
    struct arena *a;   /* the script's */
    struct arena work; /* of the casting */
    const struct palette *palette;
    struct diag *d;
    struct str language;
    struct conversation talk;
    const struct profile **voices; /* those that speak the language, by name */
    struct nearest *nearest;       /* by voice */
    ptrdiff_t voice_count, voices_free;
    ptrdiff_t waiting; /* speakers without a voice */
    bool *fixed;       /* by cast entry: the script or the register has named voices */
    /* By cast entry: who has its voice of the register here; NULL: nobody, or it has none. */
    const struct cast_register_entry **moved;
    int *around;             /* by voice: distance to those of a speaker's neighbours */
    unsigned *stamps, stamp; /* by profile: seen in this look round */
    struct strbuf why;       /* in the making */
    struct str reasons[REASONS_KEPT]; /* the latest: most speakers share one */
    int reason_count;
};

/* ---- Which voices there are ------------------------------------------------------------------ */

static enum bc_status no_language(struct casting *c)
{
    struct str *all = NULL;
    ptrdiff_t count = 0, capacity = 0;
    struct strbuf b = {.arena = c->a};
    for (ptrdiff_t i = 0; i < c->palette->count; i++)
        for (ptrdiff_t k = 0; k < c->palette->profiles[i].language_count; k++)
            *arena_push(c->a, all, count, capacity) =
                c->palette->profiles[i].languages[k];
    if (count > 1)
        qsort(all, (size_t)count, sizeof *all, str_order);
    for (ptrdiff_t i = 0; i < count; i++) /* "english", "eng", "deutsch" */
        if (c->language.len > all[i].len && str_starts(c->language, all[i]) && !b.len)
            strbuf_addf(&b, "did you mean '%.*s'? There", STR_ARGS(all[i]));
    strbuf_add(&b, b.len ? S(" are voices for ") : S("there are voices for "));
    for (ptrdiff_t i = 0, told = 0; i < count; i++)
        if (i == 0 || !str_eq(all[i], all[i - 1]))
            strbuf_addf(&b, "%s%.*s", told++ ? ", " : "", STR_ARGS(all[i]));
    struct place place = c->s->language_place;
    diag_error(c->d, place.source ? place : place_of(c->s->source, 0, 0),
               "voice-language", str_z(c->a, strbuf_str(&b)),
               "no voice speaks the language '%.*s'", STR_ARGS(c->language));
    return BC_EMISSING;
}

static enum bc_status gather_voices(struct casting *c)
{
    const struct palette *p = c->palette;
    c->voices = arena_array(&c->work, const struct profile *, p->count);
    for (ptrdiff_t i = 0; i < p->count; i++)
        if (voice_speaks(&p->profiles[i], c->language))
            c->voices[c->voice_count++] = &p->profiles[i];
    c->voices_free = c->voice_count;
    c->nearest = arena_array(&c->work, struct nearest, c->voice_count);
    c->around = arena_array(&c->work, int, c->voice_count);
    c->stamps = arena_array(&c->work, unsigned, p->count);
    for (ptrdiff_t i = 0; i < c->voice_count; i++)
        c->nearest[i].distance = UNLIMITED;
    return c->voice_count > 0 ? BC_OK : no_language(c);
}

/* A voice joins the conversation. */
static void occupy(struct casting *c, const struct profile *voice)
{
    for (ptrdiff_t i = 0; i < c->voice_count; i++) {
        struct nearest *n = &c->nearest[i];
        if (c->voices[i] == voice && n->uses++ == 0)
            c->voices_free--;
        int distance = palette_distance(c->voices[i], voice);
        if (distance < n->distance) {
            n->distance = distance;
            n->to = voice;
        }
    }
}

/* ---- What the script and the register say ---------------------------------------------------- */

static void warn_language(struct casting *c, const struct profile *voice,
                          struct place place)
{
    struct strbuf b = {.arena = c->a};
    if (voice_speaks(voice, c->language))
        return;
    for (ptrdiff_t i = 0; i < c->voice_count && i < VOICES_TOLD; i++)
        strbuf_addf(&b, "%s%.*s", i ? ", " : "these do: ", STR_ARGS(c->voices[i]->name));
    if (c->voice_count > VOICES_TOLD)
        strbuf_addf(&b, " and %td more", c->voice_count - VOICES_TOLD);
    diag_warning(c->d, place, "voice-language", str_z(c->a, strbuf_str(&b)),
                 "voice '%.*s' does not speak '%.*s'", STR_ARGS(voice->name),
                 STR_ARGS(c->language));
}

static enum bc_status keep_named(struct casting *c, ptrdiff_t i)
{
    struct cast_entry *e = &c->s->cast[i];
    enum bc_status status = BC_OK;
    for (ptrdiff_t k = 0; k < e->voice_count; k++) {
        const struct profile *voice = palette_find(c->palette, e->voices[k]);
        if (voice) {
            warn_language(c, voice, e->place);
            occupy(c, voice);
            continue;
        }
        struct str near = palette_nearest(c->palette, e->voices[k], c->a);
        diag_error(c->d, e->place, "voice-unknown",
                   near.len ? str_z(c->a, str_format(c->a, "did you mean '%.*s'?",
                                                     STR_ARGS(near)))
                            : "'briefcast voices' lists them",
                   "unknown voice '%.*s'", STR_ARGS(e->voices[k]));
        status = BC_ECONFIG;
    }
    c->fixed[i] = true;
    e->why = S("named in the script");
    return status;
}

static void set_voices(struct cast_entry *e, const struct str *voices, ptrdiff_t count,
                       struct str why)
{
    e->voices = voices;
    e->voice_count = count;
    e->why = why;
}

static void keep_registered(struct casting *c, ptrdiff_t i,
                            const struct cast_register_entry *r)
{
    struct cast_entry *e = &c->s->cast[i];
    const struct profile *voice = palette_find(c->palette, r->voice);
    if (e->say.len == 0)
        e->say = r->say;
    if (c->fixed[i] || !voice)
        return;
    warn_language(c, voice, r->place);
    occupy(c, voice);
    c->fixed[i] = true;
    set_voices(e, &voice->name, 1, S("from the cast register"));
}

/* Whoever of the register is here. */
struct present {
    ptrdiff_t cast, entry; /* indices */
    int32_t turns;
};

static int by_turns(const void *x, const void *y)
{
    const struct present *a = x, *b = y;
    if (a->turns != b->turns)
        return a->turns < b->turns ? 1 : -1;
    return (a->cast > b->cast) - (a->cast < b->cast);
}

/* Two people whom the register gives one voice meet. */
static void move(struct casting *c, const struct cast_register *reg,
                 const struct present *p, const struct present *holder)
{
    const struct cast_register_entry *r = &reg->entries[p->entry],
                                     *h = &reg->entries[holder->entry];
    struct position at = source_position(h->place.source, h->place.begin);
    diag_warning(c->d, r->place, "cast-clash", "give one of them another voice",
                 "'%.*s' and '%.*s' (line %d) have one voice and meet here: '%.*s' gets "
                 "another one in this file",
                 STR_ARGS(r->speaker), STR_ARGS(h->speaker), (int)at.line,
                 STR_ARGS(r->speaker));
    c->moved[p->cast] = h;
}

/* Who says most keeps the voice. */
static void keep_all_registered(struct casting *c, const struct cast_register *reg)
{
    struct script *s = c->s;
    const ptrdiff_t *entries = cast_register_meet(reg, s, &c->work);
    struct present *here = arena_array(&c->work, struct present, s->cast_count);
    const struct present **holders =
        arena_array(&c->work, const struct present *, c->palette->count);
    ptrdiff_t count = 0;
    for (ptrdiff_t i = 0; i < s->cast_count; i++) {
        ptrdiff_t entry = entries[i];
        if (entry < 0)
            continue;
        here[count++] = (struct present){i, entry, c->talk.people[i].turns};
    }
    if (count > 1)
        qsort(here, (size_t)count, sizeof *here, by_turns);
    for (ptrdiff_t k = 0; k < count; k++) {
        const struct cast_register_entry *r = &reg->entries[here[k].entry];
        const struct profile *voice = palette_find(c->palette, r->voice);
        const struct present **holder =
            voice ? &holders[voice - c->palette->profiles] : NULL;
        bool fixed = c->fixed[here[k].cast];
        if (holder && *holder && (*holder)->entry != here[k].entry && !fixed) {
            move(c, reg, &here[k], *holder);
            continue;
        }
        keep_registered(c, here[k].cast, r);
        if (holder && !*holder && !fixed)
            *holder = &here[k];
    }
    slips_tell(s, reg, entries, c->d);
}

static enum bc_status keep_given(struct casting *c, const struct cast_register *reg)
{
    struct script *s = c->s;
    enum bc_status status = BC_OK;
    for (ptrdiff_t i = 0; i < s->cast_count; i++)
        if (s->cast[i].voice_count > 0)
            status = status_worse(status, keep_named(c, i));
    if (reg && reg->count > 0)
        keep_all_registered(c, reg);
    return status;
}

/* ---- Choosing -------------------------------------------------------------------------------- */

/* Sets c->around for cast entry i: for when all voices are in use. */
static void look_round(struct casting *c, ptrdiff_t i)
{
    int *distance = c->around;
    const struct person *p = &c->talk.people[i];
    c->stamp++;
    for (ptrdiff_t k = 0; k < c->voice_count; k++)
        distance[k] = UNLIMITED;
    for (ptrdiff_t n = 0; n < p->neighbour_count; n++) {
        const struct cast_entry *e =
            &c->s->cast[c->talk.neighbours[p->first_neighbour + n]];
        for (ptrdiff_t v = 0; v < e->voice_count; v++) {
            const struct profile *voice = palette_find(c->palette, e->voices[v]);
            unsigned *stamp = &c->stamps[voice - c->palette->profiles];
            if (*stamp == c->stamp)
                continue;
            *stamp = c->stamp;
            for (ptrdiff_t k = 0; k < c->voice_count; k++) {
                int d = palette_distance(c->voices[k], voice);
                if (d < distance[k])
                    distance[k] = d;
            }
        }
    }
}

/* The best voice for cast entry i; *distance to the nearest voice around it, *nearest which that
 * is (NULL: none, or all voices are in use). */
static const struct profile *choose(struct casting *c, ptrdiff_t i, unsigned role,
                                    int *distance, const struct profile **nearest)
{
    bool shared = c->voices_free == 0;
    int best_score = INT_MIN;
    ptrdiff_t best = -1;
    if (shared) {
        look_round(c, i);
        role |=
            ROLE_PRINCIPAL | ROLE_QUESTIONER; /* then only the narrator's stays apart */
    }
    for (ptrdiff_t k = 0; k < c->voice_count; k++) {
        const struct nearest *n = &c->nearest[k];
        if (!shared && n->uses > 0)
            continue;
        int d = shared ? c->around[k] : n->distance;
        int score = voice_worth(c->voices[k], d, role, c->talk.people[i].hint);
        bool better = best < 0 || score > best_score;
        if (!better && score == best_score)
            better = shared ? n->uses < c->nearest[best].uses : d > *distance;
        if (better) {
            best = k;
            best_score = score;
            *distance = d;
        }
    }
    *nearest = shared ? NULL : c->nearest[best].to;
    occupy(c, c->voices[best]);
    return c->voices[best];
}

/* `why` in the script's arena, once for all who have it. */
static struct str keep_reason(struct casting *c, struct str why)
{
    int known = c->reason_count < REASONS_KEPT ? c->reason_count : REASONS_KEPT;
    for (int i = 0; i < known; i++)
        if (str_eq(c->reasons[i], why))
            return c->reasons[i];
    return c->reasons[c->reason_count++ % REASONS_KEPT] = str_copy(c->a, why);
}

static struct str reason(struct casting *c, const char *what, struct str hint_word,
                         bool shared, int distance, const struct profile *nearest)
{
    struct strbuf *b = &c->why;
    b->len = 0;
    strbuf_add(b, str_from(what));
    if (hint_word.len > 0) {
        strbuf_add(b, b->len ? S(", '") : S("'"));
        strbuf_add(b, hint_word);
        strbuf_add_byte(b, '\'');
    }
    if (shared || nearest)
        strbuf_add(b, b->len ? S("; ") : S(""));
    if (shared)
        strbuf_add(b, S("a voice that others have too"));
    else if (nearest)
        strbuf_addf(b, "%.*s is nearest (d=%d)", STR_ARGS(nearest->name), distance);
    else if (b->len == 0)
        strbuf_add(b, S("first voice"));
    return keep_reason(c, strbuf_str(b));
}

static void cast_person(struct casting *c, ptrdiff_t i, unsigned role, const char *what)
{
    static const char *const registers[] = {"low", "middle", "high"};
    const struct profile *nearest;
    bool shared = c->voices_free == 0;
    int distance;
    const struct profile *voice = choose(c, i, role, &distance, &nearest);
    struct str why =
        reason(c, what, c->talk.people[i].hint_word, shared, distance, nearest);
    if (c->moved[i])
        why = str_format(c->a, "in this file: %.*s is %.*s's here",
                         STR_ARGS(c->moved[i]->voice), STR_ARGS(c->moved[i]->speaker));
    if (role == ROLE_NARRATOR)
        why = str_format(c->a, "%.*s, %s register", STR_ARGS(why), registers[voice->reg]);
    set_voices(&c->s->cast[i], &voice->name, 1, why);
}

static bool stands_among(const struct str *names, ptrdiff_t count, struct str name)
{
    for (ptrdiff_t i = 0; i < count; i++)
        if (str_eq(names[i], name))
            return true;
    return false;
}

/* Adds voices that take turns to an anonymous label's until it has `count`. It has always two at
 * least, even if they are one: a label with a single voice would be read back as one person. */
static void cast_questioners(struct casting *c, ptrdiff_t i, ptrdiff_t count)
{
    struct cast_entry *e = &c->s->cast[i];
    struct str *names = arena_array(c->a, struct str, count);
    const struct profile *nearest = NULL, *to;
    bool shared = c->voices_free == 0;
    int least = UNLIMITED, distance;
    ptrdiff_t k = e->voice_count;
    for (ptrdiff_t n = 0; n < k; n++)
        names[n] = e->voices[n];
    for (; k < count && (k < QUESTIONERS_LEAST || c->voices_free > 0); k++) {
        const struct profile *voice = choose(c, i, ROLE_QUESTIONER, &distance, &to);
        names[k] = voice->name;
        if (to && distance < least && !stands_among(names, k, to->name)) {
            least = distance;
            nearest = to;
        }
    }
    if (e->voice_count == 0)
        e->why = reason(c, "questioners", (struct str){0}, shared, least, nearest);
    set_voices(e, names, k, e->why);
}

/* How many of them there may be behind an anonymous label. */
static ptrdiff_t questioner_count(const struct person *p)
{
    ptrdiff_t count = p->turns < QUESTIONERS_MOST ? p->turns : QUESTIONERS_MOST;
    return count > QUESTIONERS_LEAST ? count : QUESTIONERS_LEAST;
}

/* The named person with most answers, else most turns; -1 when there is nobody. */
static ptrdiff_t find_principal(const struct casting *c)
{
    ptrdiff_t best = -1;
    for (ptrdiff_t i = 0; i < c->s->cast_count; i++) {
        const struct cast_entry *e = &c->s->cast[i];
        const struct person *p = &c->talk.people[i],
                            *b = &c->talk.people[best < 0 ? i : best];
        if (e->anonymous || str_eq(e->speaker, NARRATOR) || p->turns == 0)
            continue;
        if (best < 0 || p->answers > b->answers ||
            (p->answers == b->answers && p->turns > b->turns))
            best = i;
    }
    return best;
}

/* Narrator, principal, two questioners, everybody in order of appearance, the silent after them,
 * and at last more questioners: so nobody's voice depends on how many questions there are. */
static void cast_people(struct casting *c)
{
    const struct script *s = c->s;
    ptrdiff_t principal = find_principal(c);
    for (ptrdiff_t i = 0; i < s->cast_count; i++)
        if (!c->fixed[i] && str_eq(s->cast[i].speaker, NARRATOR))
            cast_person(c, i, ROLE_NARRATOR, "narrator");
    if (principal >= 0 && !c->fixed[principal])
        cast_person(c, principal, ROLE_PRINCIPAL, "principal");
    for (ptrdiff_t i = 0; i < s->cast_count; i++)
        if (s->cast[i].voice_count == 0 && s->cast[i].anonymous)
            cast_questioners(c, i, QUESTIONERS_LEAST);
    for (int silent = 0; silent < 2; silent++)
        for (ptrdiff_t i = 0; i < s->cast_count; i++)
            if (s->cast[i].voice_count == 0 && (c->talk.people[i].turns == 0) == silent)
                cast_person(c, i, ROLE_PRINCIPAL | ROLE_QUESTIONER, "");
    for (ptrdiff_t i = 0; i < s->cast_count; i++)
        if (s->cast[i].anonymous && !c->fixed[i])
            cast_questioners(c, i, questioner_count(&c->talk.people[i]));
}

static void note_shared(const struct casting *c)
{
    ptrdiff_t uses = 0, most = 0;
    for (ptrdiff_t i = 0; i < c->voice_count; i++)
        uses += c->nearest[i].uses;
    for (ptrdiff_t i = 0; i < c->voice_count; i++)
        if (c->nearest[i].uses > most)
            most = c->nearest[i].uses;
    if (uses > c->voice_count && most > 1 && c->voices_free == 0)
        diag_note(c->d, place_of(c->s->source, 0, 0), "voices-few",
                  "more profiles in the folder of voices help",
                  "%d speakers share %d voices: some voices are heard for several people",
                  (int)c->s->cast_count, (int)c->voice_count);
}

enum bc_status cast_script(struct script *s, struct arena *a, const struct palette *p,
                           const struct cast_register *reg, struct diag *d)
{
    struct casting c = {.s = s,
                        .a = a,
                        .palette = p,
                        .d = d,
                        .language =
                            unicode_lower(a, language_primary(s->language), S(""))};
    c.why.arena = &c.work;
    enum bc_status status = gather_voices(&c);
    if (status == BC_OK) {
        script_complete_cast(s, a);
        conversation_meet(&c.talk, &c.work, s, c.language);
        c.fixed = arena_array(&c.work, bool, s->cast_count);
        c.moved = arena_array(&c.work, const struct cast_register_entry *, s->cast_count);
        status = keep_given(&c, reg);
    }
    if (status == BC_OK) {
        cast_people(&c);
        note_shared(&c);
        script_assign_voices(s);
    }
    arena_clear(&c.work);
    return status;
}
