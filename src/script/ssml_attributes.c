#include "script/ssml_attributes.h"

#include <math.h>

#include "base/unicode.h"
#include "script/pauses.h"
#include "speak/limits.h"
#include "speak/say_as.h"
#include "speak/speak.h"

/* One of a list of words that stand for a value. */
struct label {
    const char *name;
    int value;
};

static bool find_label(int *out, const struct label *labels, struct str s)
{
    for (; labels->name; labels++)
        if (str_eq(s, str_from(labels->name))) {
            *out = labels->value;
            return true;
        }
    return false;
}

/* ---- break ---- */

/* "1.5s", "250ms" in ms; -1 when it is none. */
static int read_time(struct str s)
{
    int64_t ms = 0, unit = 0, digits = 0, i = 0;
    bool milliseconds = str_ends(s, S("ms"));
    if (!milliseconds && !str_ends(s, S("s")))
        return -1;
    s = str_slice(s, str_starts(s, S("+")), s.len - (milliseconds ? 2 : 1));
    for (unit = milliseconds ? 1000000 : 1000000000; i < s.len && s.ptr[i] != '.'; i++) {
        if (s.ptr[i] < '0' || s.ptr[i] > '9' || ++digits > 6)
            return -1;
        ms = ms * 10 + (s.ptr[i] - '0');
    }
    ms *= unit; /* millionths of a millisecond, so that any fraction is exact enough */
    for (i++; i < s.len; i++, digits++) {
        if (s.ptr[i] < '0' || s.ptr[i] > '9')
            return -1;
        unit /= 10;
        ms += unit * (s.ptr[i] - '0');
    }
    ms = (ms + 500000) / 1000000;
    return digits && ms <= PAUSE_MOST_MS ? (int)ms : -1;
}

static bool take_time(struct ssml_tag *tag, struct text text)
{
    struct str value = text.str;
    int ms = read_time(value);
    tag->pause_ms = ms < 0 ? tag->pause_ms : ms;
    tag->timed = true;
    return ms >= 0;
}

static bool take_strength(struct ssml_tag *tag, struct text text)
{
    struct str value = text.str;
    static const struct label strengths[] = {
        {"none", 0},
        {"x-weak", PAUSE_CLAUSE_MS / 2},
        {"weak", PAUSE_CLAUSE_MS},
        {"medium", PAUSE_SENTENCE_MS},
        {"strong", PAUSE_PARAGRAPH_MS},
        {"x-strong", PAUSE_CHAPTER_MS},
        {0},
    };
    int ms = 0;
    bool known = find_label(&ms, strengths, value);
    if (known && !tag->timed) /* SSML 1.1 section 3.2.3: time has the last word */
        tag->pause_ms = ms;
    return known;
}

/* ---- sub ---- */

static bool take_alias(struct ssml_tag *tag, struct text text)
{
    struct str value = text.str;
    tag->alias = value;
    return value.len <= SSML_ALIAS_BYTES_MOST &&
           speak_silence(value, S("")) == REASON_NONE;
}

/* ---- prosody: thousandths, cents, Hz, 1/100 dB ---- */

/* A decimal with what stands behind it: "+10%", "-2.5st", in `scale`ths. */
static bool read_number(struct str s, const char *unit, int scale, int *out)
{
    double value;
    struct str u = str_from(unit);
    if (s.len <= u.len || s.len > 16 ||
        !str_eq_ascii_case(str_slice(s, s.len - u.len, s.len), u))
        return false;
    s = str_slice(s, str_starts(s, S("+")), s.len - u.len);
    for (ptrdiff_t i = 0; i < s.len; i++) /* no exponents, no names */
        if (!(s.ptr[i] >= '0' && s.ptr[i] <= '9') && s.ptr[i] != '.' &&
            !(s.ptr[i] == '-' && i == 0))
            return false;
    if (!str_to_double(s, &value) || value > 1e6 || value < -1e6)
        return false;
    value *= scale;
    *out = (int)(value < 0 ? value - 0.5 : value + 0.5);
    return true;
}

static bool is_change(struct str s)
{
    return s.len && (s.ptr[0] == '+' || s.ptr[0] == '-');
}

static bool within(int value, int least, int most)
{
    return value >= least && value <= most;
}

static bool take_rate(struct ssml_tag *tag, struct text text)
{
    struct str value = text.str;
    static const struct label rates[] = {
        {"x-slow", -400}, {"slow", -200},  {"medium", 0}, {"default", 0},
        {"fast", 250},    {"x-fast", 600}, {0},
    };
    struct style_change *c = &tag->change;
    c->sets_rate = !is_change(value);
    if (find_label(&c->by.rate, rates, value))
        return true;
    bool known = read_number(value, "%", 10, &c->by.rate) ||
                 (!is_change(value) && read_number(value, "", 1000, &c->by.rate));
    c->by.rate -= c->sets_rate ? 1000 : 0; /* "80%" is 80 in 100; "-20%" that much less */
    return known && within(c->by.rate, STYLE_RATE_LEAST, STYLE_RATE_MOST);
}

static bool take_pitch(struct ssml_tag *tag, struct text text)
{
    struct str value = text.str;
    static const struct label pitches[] = {
        {"x-low", -600}, {"low", -300},   {"medium", 0}, {"default", 0},
        {"high", 300},   {"x-high", 600}, {0},
    };
    struct style_change *c = &tag->change;
    int thousandths;
    c->sets_pitch = !is_change(value);
    if (find_label(&c->by.pitch_cents, pitches, value))
        return true;
    if (!is_change(value))
        return read_number(value, "Hz", 1, &c->by.pitch_hz) &&
               within(c->by.pitch_hz, 20, STYLE_HZ_MOST);
    if (read_number(value, "Hz", 1, &c->by.pitch_shift_hz))
        return within(c->by.pitch_shift_hz, -STYLE_HZ_MOST, STYLE_HZ_MOST);
    if (read_number(value, "st", 100, &c->by.pitch_cents))
        return within(c->by.pitch_cents, -STYLE_CENTS_MOST, STYLE_CENTS_MOST);
    if (!read_number(value, "%", 10, &thousandths) || !within(thousandths, -750, 3000))
        return false;
    c->by.pitch_cents = (int)lround(1200 * log2(1 + thousandths / 1000.0));
    return true;
}

static bool take_range(struct ssml_tag *tag, struct text text)
{
    struct str value = text.str;
    static const struct label ranges[] = {
        {"x-low", -600}, {"low", -300},   {"medium", 0}, {"default", 0},
        {"high", 400},   {"x-high", 800}, {0},
    };
    struct style_change *c = &tag->change;
    c->sets_range = !is_change(value);
    if (find_label(&c->by.range, ranges, value))
        return true;
    return is_change(value) && read_number(value, "%", 10, &c->by.range) &&
           within(c->by.range, -1000, STYLE_RATE_MOST);
}

static bool take_volume(struct ssml_tag *tag, struct text text)
{
    struct str value = text.str;
    static const struct label volumes[] = {
        {"x-soft", -1200}, {"soft", -600},  {"medium", 0}, {"default", 0},
        {"loud", 300},     {"x-loud", 600}, {0},
    };
    struct style_change *c = &tag->change;
    c->sets_volume = !is_change(value);
    if (find_label(&c->by.volume_cb, volumes, value))
        return true;
    return is_change(value) && read_number(value, "dB", 100, &c->by.volume_cb) &&
           within(c->by.volume_cb, -STYLE_VOLUME_MOST_CB, STYLE_VOLUME_MOST_CB / 2);
}

/* ---- emphasis: what a speaker does with the three of them ---- */

static bool take_level(struct ssml_tag *tag, struct text text)
{
    struct str value = text.str;
    static const struct {
        const char *name;
        struct style by;
    } levels[] = {
        {"strong", {.rate = -150, .pitch_cents = 250, .range = 300, .volume_cb = 300}},
        {"moderate", {.rate = -80, .pitch_cents = 120, .range = 150, .volume_cb = 150}},
        {"none", {.rate = 0}},
        {"reduced", {.rate = 80, .pitch_cents = -100, .range = -250, .volume_cb = -250}},
    };
    for (size_t i = 0; i < sizeof levels / sizeof *levels; i++)
        if (str_eq(value, str_from(levels[i].name))) {
            tag->change.by = levels[i].by;
            return true;
        }
    return false;
}

/* ---- lang, voice ---- */

static bool take_language(struct ssml_tag *tag, struct text text)
{
    struct str value = text.str;
    ptrdiff_t letters = 0; /* of the primary subtag */
    bool fine = value.len <= SSML_NAME_BYTES_MOST;
    for (ptrdiff_t i = 0; i < value.len; i++) {
        char c = value.ptr[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        letters += letter && letters == i;
        fine = fine && (letter || (i && (c == '-' || (c >= '0' && c <= '9'))));
    }
    tag->change.language = value;
    return fine && letters >= 2 && letters <= 8 &&
           (letters == value.len || value.ptr[letters] == '-');
}

static bool take_name(struct ssml_tag *tag, struct text text)
{
    struct str value = text.str;
    tag->change.voice = value;
    return value.len > 0 && value.len <= SSML_NAME_BYTES_MOST;
}

/* ---- phoneme, say-as, mark, token ---- */

static bool take_alphabet(struct ssml_tag *tag, struct text text)
{
    tag->mnemonics = str_eq(text.str, S("x-espeak"));
    return tag->mnemonics || str_eq(text.str, S("ipa"));
}

static bool take_pronunciation(struct ssml_tag *tag, struct text text)
{
    tag->pronunciation = text;
    return text.str.len > 0;
}

static bool take_kind(struct ssml_tag *tag, struct text text)
{
    tag->kind = text.str;
    return say_as_is_kind(text.str);
}

static bool take_format(struct ssml_tag *tag, struct text text)
{
    tag->format = text.str;
    return text.str.len <= SSML_NAME_BYTES_MOST;
}

static bool take_mark(struct ssml_tag *tag, struct text text)
{
    tag->name = text.str;
    return text.str.len > 0 && text.str.len <= SSML_NAME_BYTES_MOST;
}

/* A path. What begins with a scheme is none (RFC 3986 section 4.2): nothing is fetched. */
static bool take_path(struct ssml_tag *tag, struct text text)
{
    struct str value = text.str, scheme, rest;
    tag->path = value;
    return value.len > 0 && value.len <= SSML_PATH_BYTES_MOST &&
           (!str_cut(value, ':', &scheme, &rest) || str_find_byte(scheme, '/') >= 0);
}

static bool take_any(struct ssml_tag *tag, struct text text)
{
    (void)tag;
    (void)text;
    return true;
}

const struct ssml_attribute ssml_attributes[] = {
    {SSML_BREAK, "time", false, take_time, "break-time",
     "write seconds or milliseconds: 1.5s, 250ms; at most 60s"},
    {SSML_BREAK, "strength", false, take_strength, "break-time",
     "one of none, x-weak, weak, medium, strong, x-strong"},
    {SSML_SUB, "alias", true, take_alias, "sub-alias",
     "something to say, at most 300 bytes; to leave words out, put them into a comment: "
     "<!-- not spoken: ... -->"},
    {SSML_PROSODY, "rate", false, take_rate, "prosody",
     "20% to 500% of the voice's rate, a change like -10%, or x-slow, slow, medium, "
     "fast, "
     "x-fast"},
    {SSML_PROSODY, "pitch", false, take_pitch, "prosody",
     "a change like +2st, -10% or +20Hz, 120Hz, or x-low, low, medium, high, x-high"},
    {SSML_PROSODY, "range", false, take_range, "prosody",
     "a change like +30%, or x-low, low, medium, high, x-high"},
    {SSML_PROSODY, "volume", false, take_volume, "prosody",
     "a change from -24dB to +12dB, or x-soft, soft, medium, loud, x-loud"},
    {SSML_EMPHASIS, "level", false, take_level, "emphasis",
     "one of strong, moderate, none, reduced"},
    {SSML_LANG, "xml:lang", true, take_language, "lang", "a language tag: de, fr-CA, zh"},
    {SSML_VOICE, "name", true, take_name, "voice-unknown",
     "`briefcast voices` lists them"},
    {SSML_PHONEME, "alphabet", false, take_alphabet, "phoneme", "ipa, or x-espeak"},
    {SSML_PHONEME, "ph", true, take_pronunciation, "phoneme", "IPA: ph=\"ləvˈrɒf\""},
    {SSML_SAY_AS, "interpret-as", true, take_kind, "say-as", NULL},
    {SSML_SAY_AS, "format", false, take_format, "say-as",
     "of a date: mdy, dmy, ymd, md, dm, ym, my, d, m or y"},
    {SSML_SAY_AS, "detail", false, take_any, "say-as", NULL},
    {SSML_MARK, "name", true, take_mark, "mark", "at most 60 bytes"},
    {SSML_AUDIO, "src", true, take_path, "audio",
     "name a sound file in the script's folder or below it; nothing is fetched"},
    {SSML_DESC, "xml:lang", false, take_any, "lang", NULL},
    {SSML_TOKEN, "role", false, take_any, "tag-attribute", NULL},
    {SSML_W, "role", false, take_any, "tag-attribute", NULL},
    {0},
};
_Static_assert(sizeof ssml_attributes / sizeof *ssml_attributes <=
                   SSML_ATTRIBUTES_MOST + 1,
               "a bit for each");

void ssml_set_defaults(struct ssml_tag *tag)
{
    if (tag->element == SSML_BREAK) /* SSML 1.1 section 3.2.3 */
        tag->pause_ms = PAUSE_SENTENCE_MS;
    if (tag->element == SSML_EMPHASIS) /* section 3.2.2 */
        (void)take_level(tag, (struct text){.str = S("moderate")});
}
