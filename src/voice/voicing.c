#include "voice/voicing.h"

#include <math.h>

enum {
    RATE_LEAST =
        80, /* of the engine's words a minute, and the most before it changes method */
    RATE_MOST = 449,
    VALUE_MOST = 99,     /* of pitch and range */
    GAIN_MOST_CB = 4000, /* what calibration gives at most */
    HEARD_HZ_LOW = 110,  /* where a profile was not measured */
    HEARD_HZ_MIDDLE = 150,
    HEARD_HZ_HIGH = 200,
};
#define PITCH_STAYS 0.3 /* where it was not */
#define PITCH_STAYS_MOST 0.8

/* Languages that the engine knows by other names. */
static const struct {
    const char *tag, *voice;
} other_names[] = {
    {"zh", "cmn-latn-pinyin"},
    {"cmn", "cmn-latn-pinyin"},
    {"no", "nb"},
    {"nn", "nb"},
    {"sh", "hr"},
    {"iw", "he"},
    {"in", "id"},
    {"en-gb", "en"},
    {"fil", "tl"},
    {"pt-pt", "pt"},
};

static bool has_voice(const struct voice_inventory *inventory, struct str name)
{
    ptrdiff_t low = 0, high = inventory->voice_count;
    while (low < high) {
        ptrdiff_t middle = (low + high) / 2;
        int c = str_compare(inventory->voices[middle], name);
        if (!c)
            return true;
        if (c < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

static struct str known_as(struct str tag)
{
    for (size_t i = 0; i < sizeof other_names / sizeof *other_names; i++)
        if (str_eq(tag, str_from(other_names[i].tag)))
            return str_from(other_names[i].voice);
    return tag;
}

struct str voicing_language(struct arena *a, const struct voice_inventory *inventory,
                            struct str tag)
{
    struct strbuf b = {.arena = a};
    for (ptrdiff_t i = 0; i < tag.len; i++) {
        char c = tag.ptr[i];
        strbuf_add_byte(&b, c >= 'A' && c <= 'Z' ? (char)(c + 32) : c == '_' ? '-' : c);
    }
    struct str name = strbuf_str(&b), voice = known_as(name);
    while (name.len && !has_voice(inventory, voice)) { /* subtag by subtag, from behind */
        while (name.len && name.ptr[--name.len] != '-')
            ;
        voice = known_as(name);
    }
    return name.len ? voice : S("");
}

/* Does the profile speak it, without ado? */
static bool is_own(const struct profile *p, struct str primary)
{
    for (ptrdiff_t i = 0; i < p->language_count; i++)
        if (str_eq_ascii_case(p->languages[i], primary))
            return true;
    return false;
}

static int heard_hz(const struct profile *p)
{
    static const int hz[] = {HEARD_HZ_LOW, HEARD_HZ_MIDDLE, HEARD_HZ_HIGH};
    return p->sound.f0_hz ? p->sound.f0_hz : hz[p->reg];
}

static int limit(int value, int least, int most, bool *at_limit)
{
    *at_limit = *at_limit || value < least || value > most;
    return value < least ? least : value > most ? most : value;
}

/* The engine's F0 is the sum of what its pitch moves, fifty steps an octave, and of what its range makes
 * of the contour, in Hz. The part of the latter goes with how far F0 was found to range: 1.6 times that,
 * with a spread of 0.3, in 39 of the voices shipped; the seven of two steep variants have less. */
static double part_that_stays(const struct profile *p)
{
    double octaves = p->sound.range_ct / 1200.0;
    double part = 1.6 * (exp2(octaves / 2) - exp2(-octaves / 2));
    return p->sound.range_ct ? fmin(part, PITCH_STAYS_MOST) : PITCH_STAYS;
}

static int pitch_of(const struct profile *p, const struct style *s)
{
    double own = heard_hz(p), hz = s->pitch_hz ? s->pitch_hz : own;
    hz = hz * exp2(s->pitch_cents / 1200.0) + s->pitch_shift_hz;
    if (hz == own)
        return p->pitch;
    /* `stays` is of F0 as it is, so that the part which moves is reckoned from the profile's pitch. */
    double stays = part_that_stays(p), factor = (hz / own - stays) / (1 - stays);
    return factor < 0.01 ? -1 : p->pitch + (int)lround(50 * log2(factor));
}

struct voicing voicing_of(struct arena *a, const struct profile *p,
                          const struct style *style, struct str language, int tempo,
                          const struct voice_inventory *inventory)
{
    struct voicing v = {.espeak = p->espeak,
                        .tilt_cb = p->shape.tilt_cb,
                        .presence_cb = p->shape.presence_cb};
    struct str other = style->unvoiced || !style->language.len
                           ? S("")
                           : language_primary(style->language);
    if (other.len) {
        language = other;
        struct str voice =
            is_own(p, other) ? S("") : voicing_language(a, inventory, style->language);
        struct str own, variant;
        bool varied = str_cut(p->espeak, '+', &own, &variant);
        if (voice.len)
            v.espeak =
                varied ? str_format(a, "%.*s+%.*s", STR_ARGS(voice), STR_ARGS(variant))
                       : voice;
    }
    bool calibrated = profile_gain(p, language_primary(language), &v.gain_cb);
    (void)calibrated; /* else that of another language of the voice */
    v.pitch = limit(pitch_of(p, style), 0, VALUE_MOST, &v.at_limit);
    v.range = limit(p->range * (1000 + style->range) / 1000, 0, VALUE_MOST, &v.at_limit);
    int own = p->rate * (1000 + tempo) / 1000;
    v.rate_wanted = own * (1000 + style->rate) / 1000;
    v.rate = limit(v.rate_wanted, RATE_LEAST, RATE_MOST, &v.at_limit);
    v.gain_cb = limit(v.gain_cb + style->volume_cb, -GAIN_MOST_CB,
                      GAIN_MOST_CB + STYLE_VOLUME_MOST_CB, &v.at_limit);
    return v;
}

/* ---- settling ---- */

struct settling {
    struct script *s;
    struct arena *a;
    const struct palette *palette;
    const struct voice_inventory *inventory;
    struct diag *d;
    struct str language; /* the script's */
    enum bc_status status;
};

static void refuse_voice(struct settling *t, struct str name, struct place place)
{
    struct str near = palette_nearest(t->palette, name, t->a);
    const char *hint =
        near.len ? str_z(t->a, str_format(t->a, "did you mean '%.*s'?", STR_ARGS(near)))
                 : "`briefcast voices` lists them";
    diag_error(t->d, place, "voice-unknown", hint, "unknown voice '%.*s'",
               STR_ARGS(name));
    t->status = BC_ECONFIG;
}

static void settle_tag(struct settling *t, const struct turn *turn, const struct tag *tag)
{
    struct style *style = &t->s->styles[tag->style];
    struct str name = style->voice.len ? style->voice : turn->voice;
    const struct profile *p = palette_find(t->palette, name);
    struct arena scratch = {0};
    if (style->language.len &&
        !voicing_language(&scratch, t->inventory, style->language).len) {
        style->unvoiced = true;
        if (tag->element == SSML_LANG && !tag->implied)
            diag_warning(t->d, tag->place, "language-unvoiced", NULL,
                         "the engine has no voice for '%.*s': it is said in the "
                         "language around it",
                         STR_ARGS(style->language));
    }
    if (!p && style->voice.len) {
        if (tag->element == SSML_VOICE) /* told once */
            refuse_voice(t, name, tag->place);
    } else if (p &&
               voicing_of(&scratch, p, style, t->language, t->s->tempo, t->inventory)
                   .at_limit &&
               !tag->implied) {
        diag_warning(t->d, tag->place, "prosody-limit", NULL,
                     "the voice '%.*s' cannot go so far; it goes as far as it can",
                     STR_ARGS(name));
    }
    arena_clear(&scratch);
}

enum bc_status voicing_settle(struct script *s, struct arena *a, const struct palette *p,
                              const struct voice_inventory *inventory, struct diag *d)
{
    struct settling t = {s, a, p, inventory, d, script_spoken_language(s), BC_OK};
    for (ptrdiff_t i = 0; i < s->paragraph_count && s->style_count; i++)
        for (ptrdiff_t k = 0; k < s->paragraphs[i].tag_count; k++)
            if (s->paragraphs[i].tags[k].kind == TAG_STYLE)
                settle_tag(&t, &s->turns[s->paragraphs[i].turn],
                           &s->paragraphs[i].tags[k]);
    return t.status;
}
