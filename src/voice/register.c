/* The archive's register: who had which voice before. */
#include <stdlib.h>

#include "base/unicode.h"
#include "base/yaml.h"
#include "voice/cast.h"

struct folded {
    struct str name; /* case-folded */
    ptrdiff_t entry;
};

static int by_name(const void *x, const void *y)
{
    const struct folded *a = x, *b = y;
    int order = str_compare(a->name, b->name);
    return order ? order : (a->entry > b->entry) - (a->entry < b->entry);
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

static bool read_person(struct cast_register_entry *e, const struct yaml_node *n,
                        const struct palette *p, struct arena *a, struct diag *d)
{
    bool ok = true;
    if (n->kind != YAML_MAPPING)
        return read_voice(e, n, p, a, d);
    for (ptrdiff_t i = 0; i < n->count; i++) {
        const struct yaml_node *value = yaml_value(n, i);
        if (str_eq(yaml_key(n, i), S("voice"))) {
            ok = read_voice(e, value, p, a, d) && ok;
        } else if (str_eq(yaml_key(n, i), S("say")) && value->kind == YAML_SCALAR) {
            e->say = value->text.str;
        } else {
            diag_error(d, n->items[2 * i]->place, "cast-key",
                       "'voice' or 'say', with one value each",
                       "'%.*s' cannot be set for '%.*s'", STR_ARGS(yaml_key(n, i)),
                       STR_ARGS(e->speaker));
            ok = false;
        }
    }
    return ok;
}

/* One person in two spellings of upper and lower case would get whichever voice comes first. */
static bool check_twice(const struct cast_register *reg, const struct yaml_node *root,
                        struct arena *a, struct diag *d)
{
    struct folded *names = arena_array(a, struct folded, reg->count);
    bool ok = true;
    for (ptrdiff_t i = 0; i < reg->count; i++)
        names[i] = (struct folded){unicode_fold(a, reg->entries[i].speaker), i};
    if (reg->count > 1)
        qsort(names, (size_t)reg->count, sizeof *names, by_name);
    for (ptrdiff_t i = 1; i < reg->count; i++) {
        if (!str_eq(names[i].name, names[i - 1].name))
            continue;
        struct place first = root->items[2 * names[i - 1].entry]->place;
        diag_error(d, root->items[2 * names[i].entry]->place, "cast-twice", NULL,
                   "'%.*s' stands in line %d already",
                   STR_ARGS(reg->entries[names[i].entry].speaker),
                   (int)source_position(first.source, first.begin).line);
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
    for (ptrdiff_t i = 0; i < root->count; i++) {
        struct cast_register_entry *e = &(*out)->entries[i];
        e->speaker = str_trim(yaml_key(root, i));
        e->place = root->items[2 * i]->place;
        ok = read_person(e, yaml_value(root, i), p, a, d) && ok;
    }
    ok = check_twice(*out, root, a, d) && ok;
    return ok ? BC_OK : BC_ECONFIG;
}
