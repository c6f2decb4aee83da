#include "voice/profile.h"

#include <math.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "base/yaml.h"

enum {
    GAIN_MOST_DB = 40,
    LANGUAGES_MOST = 32,
};

/* What a message needs while a profile is read. */
struct reading {
    struct arena *a;
    struct diag *d;
    const struct source *source;
    bool failed;
};

/* A str as a static initialiser. */
#define NAME(literal)                                                                    \
    {                                                                                    \
        "" literal, (ptrdiff_t)sizeof(literal) - 1                                       \
    }

static const struct str keys[] = {
    NAME("description"), NAME("espeak"), NAME("gain"),  NAME("language"),
    NAME("measured"),    NAME("pitch"),  NAME("range"), NAME("rate"),
    NAME("register"),    NAME("roles"),  NAME("shape"),
};
enum { KEY_COUNT = sizeof keys / sizeof *keys };

static const struct str registers[] = {NAME("low"), NAME("middle"), NAME("high")};
static const struct str roles[] = {NAME("narrator"), NAME("questioner"),
                                   NAME("principal"), NAME("any")};
static const unsigned role_bits[] = {ROLE_NARRATOR, ROLE_QUESTIONER, ROLE_PRINCIPAL,
                                     ROLE_NARRATOR | ROLE_QUESTIONER | ROLE_PRINCIPAL};

static bool is_null(const struct yaml_node *n)
{
    return n->kind == YAML_SCALAR && n->plain &&
           (n->text.str.len == 0 || str_eq(n->text.str, S("~")) ||
            str_eq(n->text.str, S("null")));
}

/* "did you mean 'x'?", else "one of a, b, c". */
static const char *suggest(struct arena *a, struct str word, const struct str *all,
                           ptrdiff_t count)
{
    struct str near = diag_nearest(word, all, count);
    struct strbuf b = {.arena = a};
    if (near.len > 0) {
        strbuf_addf(&b, "did you mean '%.*s'?", STR_ARGS(near));
    } else if (count == 1) {
        strbuf_addf(&b, "only '%.*s' is", STR_ARGS(all[0]));
    } else {
        strbuf_add(&b, S("one of "));
        for (ptrdiff_t i = 0; i < count; i++)
            strbuf_addf(&b, "%s%.*s", i ? ", " : "", STR_ARGS(all[i]));
    }
    return str_z(a, strbuf_str(&b));
}

static bool scalar(struct reading *r, const struct yaml_node *n, const char *key)
{
    if (n->kind == YAML_SCALAR && !is_null(n))
        return true;
    diag_error(r->d, n->place, "voice-value", NULL, "'%s' needs a single value", key);
    r->failed = true;
    return false;
}

/* An integer from least to most. */
static void read_int(struct reading *r, const struct yaml_node *n, const char *key,
                     int least, int most, int *out)
{
    int64_t value;
    if (!scalar(r, n, key))
        return;
    if (str_to_int(n->text.str, &value) && value >= least && value <= most) {
        *out = (int)value;
        return;
    }
    r->failed = true;
    diag_error(r->d, n->place, "voice-range", NULL,
               "'%s' must be a whole number from %d to %d, not '%.*s'", key, least, most,
               STR_ARGS(n->text.str));
}

/* A decimal number from least to most, in hundredths. */
static void read_hundredths(struct reading *r, const struct yaml_node *n, const char *key,
                            int least, int most, int *out)
{
    double value;
    if (!scalar(r, n, key))
        return;
    if (str_to_double(n->text.str, &value) && value >= least && value <= most) {
        *out = (int)lround(value * 100);
        return;
    }
    r->failed = true;
    diag_error(r->d, n->place, "voice-range", NULL,
               "'%s' must be a number from %d to %d, not '%.*s'", key, least, most,
               STR_ARGS(n->text.str));
}

/* Index of the scalar's value among `all`, or -1 (reported). */
static ptrdiff_t read_choice(struct reading *r, const struct yaml_node *n,
                             const char *key, const struct str *all, ptrdiff_t count)
{
    if (!scalar(r, n, key))
        return -1;
    for (ptrdiff_t i = 0; i < count; i++)
        if (str_eq(n->text.str, all[i]))
            return i;
    r->failed = true;
    diag_error(r->d, n->place, "voice-value", suggest(r->a, n->text.str, all, count),
               "unknown %s '%.*s'", key, STR_ARGS(n->text.str));
    return -1;
}

/* A sequence's items, or the single value itself. */
static ptrdiff_t list_of(const struct yaml_node *const *n,
                         const struct yaml_node *const **items)
{
    *items = (*n)->kind == YAML_SEQUENCE ? (*n)->items : n;
    return (*n)->kind == YAML_SEQUENCE ? (*n)->count : 1;
}

static bool is_primary_subtag(struct str s)
{
    bool ok = s.len == 2 || s.len == 3;
    for (ptrdiff_t i = 0; ok && i < s.len; i++)
        ok = s.ptr[i] >= 'a' && s.ptr[i] <= 'z';
    return ok;
}

static void read_languages(struct reading *r, const struct yaml_node *n,
                           struct profile *out)
{
    const struct yaml_node *const *items;
    ptrdiff_t count = list_of(&n, &items);
    struct str *languages = arena_array(r->a, struct str, count);
    ptrdiff_t kept = 0;
    if (count > LANGUAGES_MOST) {
        diag_error(r->d, n->place, "voice-value", NULL,
                   "%d languages are too many (at most %d)", (int)count, LANGUAGES_MOST);
        r->failed = true;
        return;
    }
    for (ptrdiff_t i = 0; i < count; i++) {
        if (!scalar(r, items[i], "language"))
            continue;
        struct str s = items[i]->text.str;
        if (!is_primary_subtag(s)) {
            diag_error(r->d, items[i]->place, "voice-language",
                       "a primary subtag of BCP 47 such as en, de, ru; the accent is the "
                       "'espeak' voice's business",
                       "'%.*s' is not a language", STR_ARGS(s));
            r->failed = true;
            continue;
        }
        languages[kept++] = s;
    }
    out->languages = languages;
    out->language_count = kept;
    if (count == 0) {
        diag_error(r->d, n->place, "voice-language", NULL,
                   "a voice needs at least one language");
        r->failed = true;
    }
}

static bool mapping(struct reading *r, const struct yaml_node *n, const char *key,
                    const char *example)
{
    if (n->kind == YAML_MAPPING)
        return true;
    if (is_null(n))
        return false;
    diag_error(r->d, n->place, "voice-value", example, "'%s' must be a mapping", key);
    r->failed = true;
    return false;
}

static void read_gains(struct reading *r, const struct yaml_node *n, struct profile *out)
{
    if (!mapping(r, n, "gain", "such as {en: 3.4}, in dB"))
        return;
    struct profile_gain *gains = arena_array(r->a, struct profile_gain, n->count);
    for (ptrdiff_t i = 0; i < n->count; i++) {
        gains[i].language = yaml_key(n, i);
        if (!is_primary_subtag(gains[i].language)) {
            diag_error(r->d, n->items[2 * i]->place, "voice-language",
                       "a primary subtag of BCP 47 such as en, de, ru",
                       "'%.*s' is not a language", STR_ARGS(gains[i].language));
            r->failed = true;
        }
        read_hundredths(r, yaml_value(n, i), "gain", -GAIN_MOST_DB, GAIN_MOST_DB,
                        &gains[i].gain_cb);
    }
    out->gains = gains;
    out->gain_count = n->count;
}

static void unknown_key(struct reading *r, const struct yaml_node *mapping_node,
                        ptrdiff_t i, const struct str *all, ptrdiff_t count)
{
    struct str key = yaml_key(mapping_node, i);
    diag_error(r->d, mapping_node->items[2 * i]->place, "voice-key",
               suggest(r->a, key, all, count), "unknown key '%.*s'", STR_ARGS(key));
    r->failed = true;
}

static void read_bands(struct reading *r, const struct yaml_node *n,
                       struct voiceprint *out)
{
    if (n->kind != YAML_SEQUENCE || n->count != VOICEPRINT_BANDS) {
        diag_error(r->d, n->place, "voice-value", "briefcast voices --calibrate measures",
                   "'bands_db' must be a list of %d numbers", VOICEPRINT_BANDS);
        r->failed = true;
        return;
    }
    for (int i = 0; i < VOICEPRINT_BANDS; i++)
        read_hundredths(r, n->items[i], "bands_db", -120, 120, &out->bands_cb[i]);
    out->has_bands = true;
}

/* What a key of an inner mapping takes: from least to most, to be put at `at` of a struct. */
struct field {
    struct str key;
    enum { WHOLE, HUNDREDTHS, BANDS } kind;
    int least, most;
    size_t at;
};

static void read_fields(struct reading *r, const struct yaml_node *n,
                        const struct field *fields, int count, void *out)
{
    for (ptrdiff_t i = 0; i < n->count; i++) {
        const struct yaml_node *value = yaml_value(n, i);
        int k = 0;
        while (k < count && !str_eq(yaml_key(n, i), fields[k].key))
            k++;
        const struct field *f = &fields[k];
        void *at = k < count ? (char *)out + f->at : NULL;
        if (k == count) {
            struct str *names = arena_array(r->a, struct str, count);
            for (k = 0; k < count; k++)
                names[k] = fields[k].key;
            unknown_key(r, n, i, names, count);
        } else if (f->kind == BANDS) {
            read_bands(r, value, at);
        } else if (f->kind == HUNDREDTHS) {
            read_hundredths(r, value, f->key.ptr, f->least, f->most, at);
        } else {
            read_int(r, value, f->key.ptr, f->least, f->most, at);
        }
    }
}

static void read_measured(struct reading *r, const struct yaml_node *n,
                          struct voiceprint *out)
{
    static const struct field fields[] = {
        {NAME("f0_hz"), WHOLE, 20, 1000, offsetof(struct voiceprint, f0_hz)},
        {NAME("range_st"), HUNDREDTHS, 0, 60, offsetof(struct voiceprint, range_ct)},
        {NAME("wpm"), WHOLE, 20, 1000, offsetof(struct voiceprint, words_per_minute)},
        {NAME("tilt_db"), HUNDREDTHS, -40, 40, offsetof(struct voiceprint, tilt_cb)},
        {NAME("centroid_hz"), WHOLE, 50, 12000, offsetof(struct voiceprint, centroid_hz)},
        {NAME("lufs"), HUNDREDTHS, -120, 0, offsetof(struct voiceprint, lufs_cb)},
        {NAME("bands_db"), BANDS, 0, 0, 0},
    };
    if (mapping(r, n, "measured", "such as {f0_hz: 74, centroid_hz: 900, lufs: -22.4}"))
        read_fields(r, n, fields, sizeof fields / sizeof *fields, out);
}

/* What is shown to bring speech nearer to that of people who read news (voice/shape.h). */
static const struct shape usual_shape = {.lift_ct = 100, .fall_ct = 100, .breath = 60};

static void read_shape(struct reading *r, const struct yaml_node *n, struct shape *out)
{
    static const struct field fields[] = {
        {NAME("lift_ct"), WHOLE, 0, 300, offsetof(struct shape, lift_ct)},
        {NAME("fall_ct"), WHOLE, 0, 300, offsetof(struct shape, fall_ct)},
        {NAME("widen"), WHOLE, 0, 50, offsetof(struct shape, widen)},
        {NAME("ease"), WHOLE, 0, 20, offsetof(struct shape, ease)},
        {NAME("breath"), WHOLE, 0, 100, offsetof(struct shape, breath)},
        {NAME("tilt_cb"), WHOLE, -SHAPE_TILT_MOST_CB, SHAPE_TILT_MOST_CB,
         offsetof(struct shape, tilt_cb)},
        {NAME("presence_cb"), WHOLE, -SHAPE_PRESENCE_MOST_CB, SHAPE_PRESENCE_MOST_CB,
         offsetof(struct shape, presence_cb)},
    };
    if (n->kind == YAML_SCALAR && str_eq(n->text.str, S("off")))
        *out = (struct shape){0};
    else if (mapping(r, n, "shape", "such as {lift_ct: 60, breath: 40}, or off"))
        read_fields(r, n, fields, sizeof fields / sizeof *fields, out);
}

static void read_roles(struct reading *r, const struct yaml_node *n, struct profile *out)
{
    const struct yaml_node *const *items;
    ptrdiff_t count = list_of(&n, &items);
    out->roles = 0;
    for (ptrdiff_t i = 0; i < count; i++) {
        ptrdiff_t role = read_choice(r, items[i], "role", roles, 4);
        if (role >= 0)
            out->roles |= role_bits[role];
    }
    if (count == 0) {
        diag_error(r->d, n->place, "voice-value", "'any' is the default",
                   "a voice needs at least one role");
        r->failed = true;
    }
}

/* The engine takes voice names as paths ("en+../../x"): letters, digits, '-', '_' and a blank
 * ("Mr serious") are all that its own names have. */
static bool is_engine_name(struct str s)
{
    for (ptrdiff_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        bool ok = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                  (c >= '0' && c <= '9') || c == '-' || c == '_' ||
                  (c == ' ' && i > 0 && i < s.len - 1);
        if (!ok)
            return false;
    }
    return s.len > 0;
}

static void read_espeak(struct reading *r, const struct yaml_node *n, struct profile *out)
{
    if (!scalar(r, n, "espeak"))
        return;
    struct str voice, variant;
    bool has_variant = str_cut(n->text.str, '+', &voice, &variant);
    out->espeak = n->text.str;
    out->espeak_place = n->place;
    if (is_engine_name(voice) && (!has_variant || is_engine_name(variant)))
        return;
    diag_error(r->d, n->place, "voice-name", "such as en-us or en-us+Lee",
               "'%.*s' is not the name of an engine's voice", STR_ARGS(n->text.str));
    r->failed = true;
}

/* All keys but gain, which needs the languages. */
static void read_key(struct reading *r, struct str key, const struct yaml_node *n,
                     struct profile *out)
{
    if (str_eq(key, S("description"))) {
        if (scalar(r, n, "description"))
            out->description = n->text.str;
    } else if (str_eq(key, S("espeak"))) {
        read_espeak(r, n, out);
    } else if (str_eq(key, S("pitch"))) {
        read_int(r, n, "pitch", 0, 99, &out->pitch);
    } else if (str_eq(key, S("range"))) {
        read_int(r, n, "range", 0, 99, &out->range);
    } else if (str_eq(key, S("rate"))) {
        read_int(r, n, "rate", 80, 449, &out->rate);
    } else if (str_eq(key, S("language"))) {
        read_languages(r, n, out);
    } else if (str_eq(key, S("register"))) {
        ptrdiff_t reg = read_choice(r, n, "register", registers, 3);
        out->reg = reg < 0 ? REGISTER_MIDDLE : (enum voice_register)reg;
    } else if (str_eq(key, S("roles"))) {
        read_roles(r, n, out);
    } else if (str_eq(key, S("shape"))) {
        read_shape(r, n, &out->shape);
    } else if (str_eq(key, S("measured"))) {
        read_measured(r, n, &out->sound);
    }
}

static void need(struct reading *r, const struct yaml_node *root, struct str key,
                 const char *example)
{
    if (yaml_get(root, key))
        return;
    diag_error(r->d, place_of(r->source, 0, 0), "voice-key", example,
               "a voice profile needs '%.*s'", STR_ARGS(key));
    r->failed = true;
}

enum bc_status profile_parse(struct profile *out, struct arena *a, struct str name,
                             const struct source *source, struct diag *d)
{
    struct reading r = {.a = a, .d = d, .source = source};
    const struct yaml_node *root = NULL;
    *out = (struct profile){.name = name,
                            .pitch = 50,
                            .range = 50,
                            .rate = 175,
                            .reg = REGISTER_MIDDLE,
                            .roles = ROLE_NARRATOR | ROLE_QUESTIONER | ROLE_PRINCIPAL,
                            .shape = usual_shape,
                            .source = source};
    if (yaml_parse(&root, a, source, 0, source->bytes.len, d) != BC_OK)
        return BC_ECONFIG;
    if (!root || root->kind != YAML_MAPPING) {
        diag_error(d, root ? root->place : place_of(source, 0, 0), "voice-value",
                   "lines such as 'espeak: en-us' and 'language: [en]'",
                   "a voice profile must be a mapping of keys to values");
        return BC_ECONFIG;
    }
    for (ptrdiff_t i = 0; i < root->count; i++) {
        ptrdiff_t k = 0;
        while (k < KEY_COUNT && !str_eq(yaml_key(root, i), keys[k]))
            k++;
        if (k == KEY_COUNT)
            unknown_key(&r, root, i, keys, KEY_COUNT);
        else
            read_key(&r, keys[k], yaml_value(root, i), out);
    }
    need(&r, root, S("espeak"), "such as 'espeak: en-us+Lee'");
    need(&r, root, S("language"), "such as 'language: [en]'");
    const struct yaml_node *gain = yaml_get(root, S("gain"));
    if (gain && out->language_count > 0)
        read_gains(&r, gain, out);
    return r.failed ? BC_ECONFIG : BC_OK;
}

/* The name itself, or -1. */
static ptrdiff_t find_name(struct str name, const struct str *all, ptrdiff_t count)
{
    for (ptrdiff_t i = 0; i < count; i++)
        if (str_eq(name, all[i]))
            return i;
    return -1;
}

/* The engine takes a variant in the wrong case for none, and says nothing; so do people. */
static struct str nearest_name(struct str name, const struct str *all, ptrdiff_t count)
{
    for (ptrdiff_t i = 0; i < count; i++)
        if (str_eq_ascii_case(name, all[i]))
            return all[i];
    return diag_nearest(name, all, count);
}

static enum bc_status no_such(const struct profile *p, struct diag *d, const char *what,
                              struct str name, struct str near, ptrdiff_t from)
{
    struct place place = p->espeak_place;
    char hint[160] = "'en' is British English";
    if (place.source && place.end - place.begin == p->espeak.len) { /* not quoted */
        place.begin += from;
        place.end = place.begin + name.len;
    }
    bool british =
        str_eq_ascii_case(name, S("en-gb")) || str_eq_ascii_case(name, S("en-uk"));
    if (!british && near.len > 0)
        snprintf(hint, sizeof hint, "did you mean '%.*s'?", STR_ARGS(near));
    else if (!british)
        snprintf(hint, sizeof hint, "see espeak-ng --voices%s",
                 strcmp(what, "variant") ? "" : "=variant");
    diag_error(d, place, "voice-unknown", hint, "the engine has no %s '%.*s'", what,
               STR_ARGS(name));
    return BC_ECONFIG;
}

enum bc_status profile_validate(const struct profile *p,
                                const struct voice_inventory *inventory, struct diag *d)
{
    enum bc_status status = BC_OK;
    struct str voice, variant;
    bool has_variant = str_cut(p->espeak, '+', &voice, &variant);
    if (find_name(voice, inventory->voices, inventory->voice_count) < 0)
        status =
            no_such(p, d, "voice", voice,
                    nearest_name(voice, inventory->voices, inventory->voice_count), 0);
    if (has_variant &&
        find_name(variant, inventory->variants, inventory->variant_count) < 0)
        status =
            no_such(p, d, "variant", variant,
                    nearest_name(variant, inventory->variants, inventory->variant_count),
                    voice.len + 1);
    return status;
}

bool profile_gain(const struct profile *p, struct str language, int *gain_cb)
{
    *gain_cb = 0;
    for (ptrdiff_t i = 0; i < p->gain_count; i++) {
        if (str_eq_ascii_case(p->gains[i].language, language)) {
            *gain_cb = p->gains[i].gain_cb;
            return true;
        }
    }
    for (ptrdiff_t i = 0; i < p->gain_count && p->language_count > 0; i++)
        if (str_eq(p->gains[i].language, p->languages[0]))
            *gain_cb = p->gains[i].gain_cb;
    return false;
}
