#include "script/announce_words.h"

#include "base/yaml.h"

static const struct {
    const char *language;
#define FIELD(key, names) const char *key;
    ANNOUNCE_KEYS(FIELD)
#undef FIELD
} shipped[] = {
    {"en", "{title}.", "{date}.", "With {people}.", " and ", "{count} others",
     "It takes about a minute.", "It takes about {minutes} minutes.",
     "It takes about {hours} hours.", "Question {number}.", "{name}.",
     "This was: {title}."},
    {"de", "{title}.", "{date}.", "Mit {people}.", " und ", "{count} weiteren",
     "Dauer: etwa eine Minute.", "Dauer: etwa {minutes} Minuten.",
     "Dauer: etwa {hours} Stunden.", "Frage {number}.", "{name}.", "Das war: {title}."},
    {"fr", "{title}.", "{date}.", "Avec {people}.", " et ", "{count} autres",
     "Durée : environ une minute.", "Durée : environ {minutes} minutes.",
     "Durée : environ {hours} heures.", "Question {number}.", "{name}.",
     "C’était : {title}."},
    {"es", "{title}.", "{date}.", "Con {people}.", " y ", "{count} más",
     "Duración: alrededor de un minuto.", "Duración: unos {minutes} minutos.",
     "Duración: unas {hours} horas.", "Pregunta {number}.", "{name}.",
     "Han escuchado: {title}."},
    {"ru", "{title}.", "{date}.", "Участвуют: {people}.", " и ", "ещё {count}",
     "Длительность — около минуты.", "Длительность — примерно {minutes} мин.",
     "Длительность — примерно {hours} ч.", "Вопрос {number}.", "{name}.",
     "Вы слушали: {title}."},
    {"kk", "{title}.", "{date}.", "Қатысушылар: {people}.", " және ", "тағы {count} адам",
     "Ұзақтығы — шамамен бір минут.", "Ұзақтығы — шамамен {minutes} минут.",
     "Ұзақтығы — шамамен {hours} сағат.", "{number}-сұрақ.", "{name}.",
     "Сіз тыңдадыңыз: {title}."},
};
enum { SHIPPED = sizeof shipped / sizeof *shipped };

static const struct {
    const char *key, *names;
    size_t offset;
} fields[] = {
#define FIELD(key, names) {#key, names, offsetof(struct announce_words, key)},
    ANNOUNCE_KEYS(FIELD)
#undef FIELD
};
enum { FIELDS = sizeof fields / sizeof *fields };

static struct str *field_of(struct announce_words *w, int field)
{
    return (struct str *)((char *)w + fields[field].offset);
}

/* Of the language with this primary subtag; of others the first. */
static struct announce_words shipped_words(struct str primary)
{
    int row = 0;
    for (int i = 0; i < SHIPPED; i++)
        if (str_eq_ascii_case(primary, str_from(shipped[i].language)))
            row = i;
    struct announce_words w = {.language = primary};
#define TAKE(key, names) w.key = str_from(shipped[row].key);
    ANNOUNCE_KEYS(TAKE)
#undef TAKE
    return w;
}

struct announce_words announce_words_of(struct str language,
                                        const struct announce_words *own)
{
    struct str primary = language_primary(language);
    for (; own && own->language.len; own++)
        if (str_eq_ascii_case(own->language, primary))
            return *own;
    return shipped_words(primary);
}

/* ---- a user's file ---- */

/* Are all names in braces known? */
static bool check_names(const struct yaml_node *n, int field, struct arena *a,
                        struct diag *d)
{
    struct str s = n->text.str, known = str_from(fields[field].names);
    for (ptrdiff_t at = 0; at < s.len; at++) {
        if (s.ptr[at] != '{' && s.ptr[at] != '}')
            continue;
        ptrdiff_t close = str_find_byte(str_slice(s, at, s.len), '}');
        struct str name = close < 0 ? S("") : str_slice(s, at, at + close + 1);
        if (name.len && known.len && str_eq(name, known)) {
            at += close;
            continue;
        }
        diag_error(d, text_place(n->text, at, name.len ? at + name.len : at + 1),
                   "announce-name",
                   known.len ? str_z(a, str_format(a, "%.*s can", STR_ARGS(known)))
                             : "nothing is filled in here",
                   "this cannot stand in '%s'", fields[field].key);
        return false;
    }
    return true;
}

static bool read_key(struct announce_words *w, struct arena *a,
                     const struct yaml_node *language, ptrdiff_t i, struct diag *d)
{
    struct str names[FIELDS], key = yaml_key(language, i);
    const struct yaml_node *value = yaml_value(language, i);
    for (int k = 0; k < FIELDS; k++) {
        names[k] = str_from(fields[k].key);
        if (!str_eq(key, names[k]))
            continue;
        if (value->kind != YAML_SCALAR) {
            diag_error(d, value->place, "announce-value", "put it between quotes",
                       "'%s' is a text", fields[k].key);
            return false;
        }
        *field_of(w, k) = value->text.str;
        if (str_find_byte(value->text.str, '\n') >= 0) {
            diag_error(d, value->place, "announce-value", "put it between quotes",
                       "'%s' is one line", fields[k].key);
            return false;
        }
        return check_names(value, k, a, d);
    }
    struct str near = diag_nearest(key, names, FIELDS);
    diag_error(d, language->items[2 * i]->place, "announce-key",
               near.len ? str_z(a, str_format(a, "did you mean '%.*s'?", STR_ARGS(near)))
                        : "the manual lists them",
               "no announcement is called '%.*s'", STR_ARGS(key));
    return false;
}

static bool read_language(struct announce_words *w, struct arena *a,
                          const struct yaml_node *all, ptrdiff_t i, struct diag *d)
{
    const struct yaml_node *language = yaml_value(all, i);
    bool ok = language->kind == YAML_MAPPING && yaml_key(all, i).len;
    *w = shipped_words(language_primary(yaml_key(all, i)));
    if (!ok)
        diag_error(d, language->place, "announce-value", "en: {closing: \"The end.\"}",
                   "a language and its announcements belong here");
    for (ptrdiff_t k = 0; ok && k < language->count; k++)
        ok = read_key(w, a, language, k, d) && ok;
    return ok;
}

enum bc_status announce_words_read(struct announce_words **out, struct arena *a,
                                   const struct source *source, struct diag *d)
{
    const struct yaml_node *all;
    enum bc_status status = yaml_parse(&all, a, source, 0, source->bytes.len, d);
    if (status != BC_OK)
        return BC_ECONFIG;
    if (all && all->kind != YAML_MAPPING) {
        diag_error(d, all->place, "announce-value", "en: {closing: \"The end.\"}",
                   "languages and their announcements belong here");
        return BC_ECONFIG;
    }
    ptrdiff_t count = all ? all->count : 0;
    bool ok = true;
    *out = arena_array(a, struct announce_words, count + 1);
    for (ptrdiff_t i = 0; i < count; i++)
        ok = read_language(&(*out)[i], a, all, i, d) && ok;
    return ok ? BC_OK : BC_ECONFIG;
}
