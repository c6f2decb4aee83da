#include "voice/cast.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "voice/conversation.h"

enum {
    CLEAR = 40, /* voices this far apart are told apart at once; more is a tie-break */
    HINT_WORTH = 20, /* what distance a form of address is worth, */
    ROLE_WORTH = 10, /* that a voice has the role, */
    MADE_WORTH = 5,  /* and that it has no other */
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
    int *around;       /* by voice: distance to those of a speaker's neighbours */
    unsigned *stamps, stamp;          /* by profile: seen in this look round */
    struct strbuf why;                /* in the making */
    struct str reasons[REASONS_KEPT]; /* the latest: most speakers share one */
    int reason_count;
};

/* ---- Which voices there are ------------------------------------------------------------------ */

static bool speaks(const struct profile *p, struct str language)
{
    for (ptrdiff_t i = 0; i < p->language_count; i++)
        if (str_eq(p->languages[i], language))
            return true;
    return false;
}

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
    for (ptrdiff_t i = 0; i < count; i++)
        if (i == 0 || !str_eq(all[i], all[i - 1]))
            strbuf_addf(&b, "%s%.*s", i ? ", " : "there are voices for ",
                        STR_ARGS(all[i]));
    diag_error(c->d, place_of(c->s->source, 0, 0), "voice-language",
               str_z(c->a, strbuf_str(&b)), "no voice speaks the language '%.*s'",
               STR_ARGS(c->language));
    return BC_EMISSING;
}

static enum bc_status gather_voices(struct casting *c)
{
    const struct palette *p = c->palette;
    c->voices = arena_array(&c->work, const struct profile *, p->count);
    for (ptrdiff_t i = 0; i < p->count; i++)
        if (speaks(&p->profiles[i], c->language))
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
    if (!speaks(voice, c->language))
        diag_warning(c->d, place, "voice-language", NULL,
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

struct named {
    struct str name; /* case-folded */
    ptrdiff_t index;
};

static int by_name(const void *x, const void *y)
{
    const struct named *a = x, *b = y;
    int order = str_compare(a->name, b->name);
    return order ? order : (a->index > b->index) - (a->index < b->index);
}

enum { COMPARISONS_MOST = 20000 };

/* An archive's register names many who do not speak here; but a name that is nearly that of
 * somebody who does, and whom it lacks, is a slip. `found` tells which entries were used. */
static void warn_slips(struct casting *c, const struct cast_register *reg,
                       const bool *found)
{
    struct str *people = arena_array(&c->work, struct str, c->s->cast_count);
    ptrdiff_t count = 0;
    for (ptrdiff_t i = 0; i < c->s->cast_count; i++)
        if (!c->fixed[i] && !c->s->cast[i].anonymous)
            people[count++] = c->s->cast[i].speaker;
    for (ptrdiff_t i = 0; i < reg->count && reg->count * count <= COMPARISONS_MOST; i++) {
        const struct cast_register_entry *e = &reg->entries[i];
        struct str near = found[i] ? S("") : diag_nearest(e->speaker, people, count);
        if (near.len > 0)
            diag_warning(
                c->d, e->place, "cast-nobody",
                str_z(c->a, str_format(c->a, "did you mean '%.*s'?", STR_ARGS(near))),
                "nobody here is called '%.*s'", STR_ARGS(e->speaker));
    }
}

static enum bc_status keep_given(struct casting *c, const struct cast_register *reg)
{
    struct script *s = c->s;
    enum bc_status status = BC_OK;
    ptrdiff_t count = reg ? reg->count : 0;
    struct named *names = arena_array(&c->work, struct named, count);
    bool *found = arena_array(&c->work, bool, count);
    for (ptrdiff_t i = 0; i < count; i++)
        names[i] = (struct named){unicode_fold(&c->work, reg->entries[i].speaker), i};
    if (count > 1)
        qsort(names, (size_t)count, sizeof *names, by_name);
    for (ptrdiff_t i = 0; i < s->cast_count; i++)
        if (s->cast[i].voice_count > 0)
            status = status_worse(status, keep_named(c, i));
    for (ptrdiff_t i = 0; i < s->cast_count && count > 0; i++) {
        struct str name = unicode_fold(&c->work, s->cast[i].speaker);
        ptrdiff_t low = 0, high = count;
        while (low < high) {
            ptrdiff_t middle = low + (high - low) / 2;
            if (str_compare(names[middle].name, name) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        if (low < count && str_eq(names[low].name, name)) {
            found[names[low].index] = true;
            keep_registered(c, i, &reg->entries[names[low].index]);
        }
    }
    if (count > 0)
        warn_slips(c, reg, found);
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

static int worth(const struct profile *p, int distance, unsigned role,
                 enum voice_hint hint)
{
    int score = 2 * (distance < CLEAR ? distance : CLEAR);
    if ((hint == HINT_HIGH && p->reg != REGISTER_HIGH) ||
        (hint == HINT_LOW && p->reg == REGISTER_HIGH))
        score -= 2 * HINT_WORTH;
    if (!(p->roles & role))
        score -= 2 * ROLE_WORTH;
    else if (p->roles != role)
        score -= 2 * MADE_WORTH;
    /* Of somebody who may be anybody, least is wrong with a voice neither high nor low. */
    if (hint == HINT_NONE && (role & ROLE_PRINCIPAL) && p->reg == REGISTER_MIDDLE)
        score++;
    return score;
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
        int score = worth(c->voices[k], d, role, c->talk.people[i].hint);
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
