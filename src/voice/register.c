#include "voice/register.h"

#include <stdlib.h>

#include "base/unicode.h"
#include "base/yaml.h"

static int by_name(const void *x, const void *y)
{
    const struct registered *a = x, *b = y;
    int order = str_compare(a->name, b->name);
    return order ? order
                 : (a->place.begin > b->place.begin) - (a->place.begin < b->place.begin);
}

static bool read_voice(struct cast_register_entry *e, const struct yaml_node *n,
                       const struct palette *p, struct arena *a, struct diag *d)
{
    if (n->kind != YAML_SCALAR || n->text.str.len == 0) {
        diag_error(d, n->place, "cast-value",
                   "one person has one voice, such as 'anchor'", "no voice for '%.*s'",
                   STR_ARGS(e->speaker));
        return false;
    }
    e->voice = n->text.str;
    e->place = n->place;
    if (palette_find(p, e->voice))
        return true;
    struct str near = palette_nearest(p, e->voice, a);
    diag_error(d, n->place, "voice-unknown",
               near.len ? str_z(a, str_format(a, "did you mean '%.*s'?", STR_ARGS(near)))
                        : "'briefcast voices' lists them",
               "unknown voice '%.*s'", STR_ARGS(e->voice));
    return false;
}

static void add_name(struct cast_register *r, struct arena *a, ptrdiff_t *capacity,
                     struct str name, ptrdiff_t entry, struct place place, bool alias)
{
    *arena_push(a, r->names, r->name_count, *capacity) =
        (struct registered){unicode_fold(a, name), entry, place, alias};
}

/* A register in the making. */
struct registering {
    struct cast_register *r;
    struct arena *a;
    const struct palette *palette;
    struct diag *d;
    ptrdiff_t name_capacity;
};

static bool read_aliases(struct registering *x, struct cast_register_entry *e,
                         const struct yaml_node *n)
{
    bool list = n->kind == YAML_SEQUENCE;
    ptrdiff_t count = list ? n->count : 1;
    struct str *aliases = arena_array(x->a, struct str, count);
    for (ptrdiff_t i = 0; i < count; i++) {
        const struct yaml_node *alias = list ? n->items[i] : n;
        aliases[i] = alias->kind == YAML_SCALAR ? str_trim(alias->text.str) : S("");
        if (!aliases[i].len) {
            diag_error(x->d, alias->place, "cast-value", "aliases: [Label, Other label]",
                       "an alias of '%.*s' must be a name", STR_ARGS(e->speaker));
            return false;
        }
        add_name(x->r, x->a, &x->name_capacity, aliases[i], e - x->r->entries,
                 alias->place, true);
    }
    e->aliases = aliases;
    e->alias_count = count;
    return true;
}

static bool read_person(struct registering *x, struct cast_register_entry *e,
                        const struct yaml_node *n)
{
    bool ok = true;
    if (n->kind != YAML_MAPPING)
        return read_voice(e, n, x->palette, x->a, x->d);
    e->in_braces = e->key.source->bytes.ptr[n->place.begin] == '{';
    e->inside = n->count ? n->items[0]->place.begin : n->place.begin + 1;
    for (ptrdiff_t i = 0; i < n->count; i++) {
        const struct yaml_node *value = yaml_value(n, i);
        if (str_eq(yaml_key(n, i), S("voice"))) {
            ok = read_voice(e, value, x->palette, x->a, x->d) && ok;
        } else if (str_eq(yaml_key(n, i), S("say")) && value->kind == YAML_SCALAR) {
            e->say = value->text.str;
        } else if (str_eq(yaml_key(n, i), S("aliases"))) {
            ok = read_aliases(x, e, value) && ok;
        } else {
            diag_error(x->d, n->items[2 * i]->place, "cast-key",
                       "'voice' or 'say', with one value each, or 'aliases'",
                       "'%.*s' cannot be set for '%.*s'", STR_ARGS(yaml_key(n, i)),
                       STR_ARGS(e->speaker));
            ok = false;
        }
    }
    return ok;
}

static struct str printed(const struct registered *n)
{
    return str_slice(n->place.source->bytes, n->place.begin, n->place.end);
}

/* Both places are told. */
static void tell_twice(const struct cast_register *r, const struct registered *first,
                       const struct registered *again, struct diag *d)
{
    struct str whose = r->entries[again->entry].speaker,
               other = r->entries[first->entry].speaker;
    if (first->entry == again->entry)
        diag_error(d, again->place, "cast-twice", "drop it",
                   first->alias ? "'%.*s' is twice an alias of '%.*s'"
                                : "'%.*s' is an alias of itself, '%.*s'",
                   STR_ARGS(printed(again)), STR_ARGS(whose));
    else if (again->alias && first->alias)
        diag_error(d, again->place, "cast-twice", "one label stands for one person",
                   "'%.*s' is an alias of '%.*s' and of '%.*s'", STR_ARGS(printed(again)),
                   STR_ARGS(other), STR_ARGS(whose));
    else if (again->alias || first->alias)
        diag_error(d, again->place, "cast-twice",
                   "if they are one person, drop the entry; if not, the alias",
                   "'%.*s' has an entry, and is an alias of '%.*s'",
                   STR_ARGS(printed(again)), STR_ARGS(again->alias ? whose : other));
    else
        diag_error(d, again->place, "cast-twice", "keep one of the entries",
                   "'%.*s' is in the register twice", STR_ARGS(printed(again)));
    diag_note(d, first->place, "cast-twice", NULL, "'%.*s' stands here, too",
              STR_ARGS(printed(first)));
}

/* One label that stands for two people, or twice, would get whichever voice comes first. */
static bool check_twice(const struct cast_register *r, struct diag *d)
{
    bool ok = true;
    for (ptrdiff_t i = 1; i < r->name_count; i++) {
        if (!str_eq(r->names[i - 1].name, r->names[i].name))
            continue;
        tell_twice(r, &r->names[i - 1], &r->names[i], d);
        ok = false;
    }
    return ok;
}

enum bc_status cast_register_load(struct cast_register **out, struct arena *a,
                                  const struct source *source, const struct palette *p,
                                  struct diag *d)
{
    const struct yaml_node *root = NULL;
    bool ok = true;
    *out = arena_new(a, struct cast_register);
    (*out)->source = source;
    if (yaml_parse(&root, a, source, 0, source->bytes.len, d) != BC_OK)
        return BC_ECONFIG;
    if (!root)
        return BC_OK;
    if (root->kind != YAML_MAPPING) {
        diag_error(d, root->place, "cast-value",
                   "lines such as 'Mara Lindqvist: contralto'",
                   "a cast register must be a mapping of names to voices");
        return BC_ECONFIG;
    }
    (*out)->entries = arena_array(a, struct cast_register_entry, root->count);
    (*out)->count = root->count;
    (*out)->in_braces = source->bytes.ptr[root->place.begin] == '{';
    struct registering x = {*out, a, p, d, 0};
    for (ptrdiff_t i = 0; i < root->count; i++) {
        struct cast_register_entry *e = &(*out)->entries[i];
        e->speaker = str_trim(yaml_key(root, i));
        e->place = root->items[2 * i]->place;
        e->key = e->place;
        e->end = yaml_value(root, i)->place.end;
        e->inside = -1;
        if (!e->speaker.len) {
            diag_error(d, e->key, "cast-value",
                       "lines such as 'Mara Lindqvist: contralto'",
                       "an entry without a name");
            ok = false;
        }
        add_name(*out, a, &x.name_capacity, e->speaker, i, e->key, false);
        ok = read_person(&x, e, yaml_value(root, i)) && ok;
    }
    if ((*out)->name_count > 1)
        qsort((*out)->names, (size_t)(*out)->name_count, sizeof *(*out)->names, by_name);
    ok = check_twice(*out, d) && ok;
    return ok ? BC_OK : BC_ECONFIG;
}

ptrdiff_t cast_register_find(const struct cast_register *r, struct str name,
                             struct arena *scratch)
{
    struct str folded = unicode_fold(scratch, name);
    ptrdiff_t low = 0, high = r->name_count;
    while (low < high) {
        ptrdiff_t middle = low + (high - low) / 2;
        if (str_compare(r->names[middle].name, folded) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < r->name_count && str_eq(r->names[low].name, folded) ? r->names[low].entry
                                                                     : -1;
}

ptrdiff_t *cast_register_meet(const struct cast_register *r, const struct script *s,
                              struct arena *a)
{
    struct arena scratch = {0};
    ptrdiff_t *found = arena_array(a, ptrdiff_t, s->cast_count);
    ptrdiff_t *speaker = script_cast_of_turns(s, &scratch);
    struct str *looked_for = arena_array(&scratch, struct str, s->cast_count);
    for (ptrdiff_t i = 0; i < s->cast_count; i++)
        found[i] = cast_register_find(r, s->cast[i].speaker, &scratch);
    for (ptrdiff_t i = 0; i < s->turn_count; i++) {
        ptrdiff_t who = speaker[i];
        struct str label = str_trim(s->turns[i].label);
        if (who >= s->cast_count || found[who] >= 0 || s->cast[who].anonymous ||
            !label.len || str_eq(label, looked_for[who]) ||
            str_eq(s->cast[who].speaker, NARRATOR))
            continue;
        looked_for[who] = label;
        found[who] = cast_register_find(r, label, &scratch);
    }
    arena_clear(&scratch);
    return found;
}
