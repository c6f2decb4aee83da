/* Putting a measurement into a profile's file: only the bytes of the values change. */
#include "base/yaml.h"
#include "voice/profile.h"

/* Where a value of a block mapping's line ends, before the line break. */
static ptrdiff_t line_end(struct str file, ptrdiff_t at)
{
    while (at < file.len && file.ptr[at] != '\n' && file.ptr[at] != '\r')
        at++;
    return at;
}

static struct str splice(struct arena *a, struct str file, ptrdiff_t begin, ptrdiff_t end,
                         struct str insert)
{
    struct strbuf b = {.arena = a};
    strbuf_add(&b, str_slice(file, 0, begin));
    strbuf_add(&b, insert);
    strbuf_add(&b, str_slice(file, end, file.len));
    return strbuf_str(&b);
}

/* `file` with `outer: {inner: value}`: only these bytes change. A file that does not parse stays as
 * it is. */
static struct str set_value(struct arena *a, struct str file, struct str outer,
                            struct str inner, struct str value)
{
    struct diag quiet = {.arena = a};
    const struct yaml_node *root = NULL;
    const struct source *s = source_make(a, S(""), file);
    if (yaml_parse(&root, a, s, 0, file.len, &quiet) != BC_OK)
        return file;
    struct str pair = str_format(a, "%.*s: %.*s", STR_ARGS(inner), STR_ARGS(value));
    const struct yaml_node *m = yaml_get(root, outer);
    if (!m) {
        const char *newline = file.len > 0 && file.ptr[file.len - 1] != '\n' ? "\n" : "";
        return splice(
            a, file, file.len, file.len,
            str_format(a, "%s%.*s: {%.*s}\n", newline, STR_ARGS(outer), STR_ARGS(pair)));
    }
    const struct yaml_node *old = yaml_get(m, inner);
    if (old)
        return splice(a, file, old->place.begin, old->place.end, value);
    if (m->kind != YAML_MAPPING) { /* `gain:` and nothing behind it */
        const char *blank =
            m->place.begin > 0 && file.ptr[m->place.begin - 1] == ':' ? " " : "";
        return splice(a, file, m->place.begin, m->place.end,
                      str_format(a, "%s{%.*s}", blank, STR_ARGS(pair)));
    }
    if (m->count == 0)
        return splice(a, file, m->place.begin, m->place.end,
                      str_format(a, "{%.*s}", STR_ARGS(pair)));
    const struct yaml_node *last = yaml_value(m, m->count - 1);
    if (file.ptr[m->place.begin] == '{')
        return splice(a, file, last->place.end, last->place.end,
                      str_format(a, ", %.*s", STR_ARGS(pair)));
    struct position at = source_position(s, m->items[0]->place.begin);
    ptrdiff_t end = line_end(file, last->place.end);
    return splice(a, file, end, end,
                  str_format(a, "\n%*s%.*s", (int)at.column - 1, "", STR_ARGS(pair)));
}

/* "-3.4": as many decimals as are not zero, two at most. */
static struct str hundredths(struct arena *a, int value)
{
    int whole = value < 0 ? -value : value;
    const char *sign = value < 0 ? "-" : "";
    if (whole % 10)
        return str_format(a, "%s%d.%02d", sign, whole / 100, whole % 100);
    return str_format(a, "%s%d.%d", sign, whole / 100, whole / 10 % 10);
}

static struct str with_sound(struct arena *a, struct str file, const struct voiceprint *m)
{
    struct strbuf bands = {.arena = a};
    for (int i = 0; i < VOICEPRINT_BANDS; i++) {
        strbuf_add(&bands, i ? S(", ") : S("["));
        strbuf_add(&bands, hundredths(a, m->bands_cb[i]));
    }
    strbuf_add_byte(&bands, ']');
    const struct {
        bool measured;
        struct str key, value;
    } values[] = {
        {m->f0_hz > 0, S("f0_hz"), str_format(a, "%d", m->f0_hz)},
        {m->range_ct > 0, S("range_st"), hundredths(a, m->range_ct)},
        {m->words_per_minute > 0, S("wpm"), str_format(a, "%d", m->words_per_minute)},
        {m->has_bands, S("tilt_db"), hundredths(a, m->tilt_cb)},
        {m->centroid_hz > 0, S("centroid_hz"), str_format(a, "%d", m->centroid_hz)},
        {m->lufs_cb != 0, S("lufs"), hundredths(a, m->lufs_cb)},
        {m->has_bands, S("bands_db"), strbuf_str(&bands)},
    };
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        if (values[i].measured)
            file = set_value(a, file, S("measured"), values[i].key, values[i].value);
    return file;
}

struct str profile_with_measurement(struct arena *a, const struct profile *p,
                                    const struct measurement *m)
{
    struct str file =
        set_value(a, p->source->bytes, S("gain"), m->language, hundredths(a, m->gain_cb));
    /* What a voice is like is measured in its first language. */
    if (p->language_count > 0 && !str_eq(p->languages[0], m->language))
        return file;
    return with_sound(a, file, &m->sound);
}
