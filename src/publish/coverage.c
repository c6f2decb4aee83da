#include "publish/coverage.h"

#include "base/file.h"
#include "base/hash.h"
#include "base/json.h"
#include "publish/marks.h"

enum { PER_MS = TIMELINE_HZ / 1000 };

static struct json *range(const struct timeline *t, const struct ledger *l,
                          const struct ledger_entry *e)
{
    struct json *o = json_object();
    json_set_int(o, "begin", source_file_offset(l->source, e->begin));
    json_set_int(o, "end", source_file_offset(l->source, e->end));
    json_set_int(o, "line", source_position(l->source, e->begin).line);
    json_set_str(o, "kind", ledger_kind_name(e->kind));
    if (e->kind == LEDGER_NOT_SPOKEN)
        json_set_str(o, "reason", reason_name(e->reason));
    if (e->kind == LEDGER_SPOKEN) {
        const struct script *s = t->script;
        json_set_str(o, "speaker", s->turns[s->segments[e->segment].turn].speaker);
        json_set_fixed(o, "start", t->entries[e->segment].start / PER_MS, 3);
        json_set_fixed(o, "stop", t->entries[e->segment].end / PER_MS, 3);
        json_set_int(o, "segment", e->segment);
    }
    return o;
}

/* The members of an archive, whose bytes, one after another, the ranges are of. */
static struct json *parts(const struct source *s)
{
    struct json *all = json_array();
    for (ptrdiff_t i = 0; i < s->part_count; i++) {
        struct json *o = json_object();
        json_set_str(o, "name", s->parts[i].name);
        json_set_int(o, "begin", s->parts[i].begin);
        json_append(all, o);
    }
    return all;
}

static struct json *marks(struct arena *a, const struct timeline *t)
{
    struct timed_mark *found;
    ptrdiff_t count = marks_find(&found, a, t);
    struct json *all = count ? json_array() : NULL;
    for (ptrdiff_t i = 0; i < count; i++) {
        struct json *o = json_object();
        json_set_str(o, "name", found[i].name);
        json_set_fixed(o, "start", found[i].at / PER_MS, 3);
        json_append(all, o);
    }
    return all;
}

/* The files that are heard; NULL: none. */
static struct json *sounds(const struct timeline *t)
{
    struct json *all = NULL;
    for (ptrdiff_t i = 0; i < t->script->segment_count; i++) {
        const struct sound *s = t->script->segments[i].sound;
        if (!s)
            continue;
        struct json *o = json_object();
        json_set_str(o, "src", s->path);
        json_set_int(o, "line", source_position(s->place.source, s->place.begin).line);
        json_set_fixed(o, "start", t->entries[i].start / PER_MS, 3);
        json_set_fixed(o, "stop", t->entries[i].end / PER_MS, 3);
        json_set_int(o, "segment", i);
        all = all ? all : json_array();
        json_append(all, o);
    }
    return all;
}

struct str coverage_json(struct arena *a, const struct timeline *t,
                         const struct ledger *l)
{
    struct json *ranges = json_array();
    int64_t spoken = 0;
    for (ptrdiff_t i = 0; i < l->count; i++) {
        const struct ledger_entry *e = &l->entries[i];
        if (e->kind == LEDGER_SPOKEN)
            spoken += source_file_offset(l->source, e->end) -
                      source_file_offset(l->source, e->begin);
        json_append(ranges, range(t, l, e));
    }
    struct json *root = json_object();
    json_set_int(root, "version", 1);
    json_set_str(root, "source", path_base(l->source->name));
    json_set_str(root, "sha256", hash_hex(a, hash_sha256(l->source->file)));
    json_set_int(root, "bytes", source_file_offset(l->source, l->source->bytes.len));
    if (l->source->unit != SOURCE_UTF8)
        json_set_str(root, "encoding", str_from(l->source->encoding));
    if (l->source->part_count)
        json_set(root, "parts", parts(l->source));
    json_set_int(root, "spoken_bytes", spoken);
    struct json *named = marks(a, t);
    if (named)
        json_set(root, "marks", named);
    struct json *heard = sounds(t);
    if (heard)
        json_set(root, "sounds", heard);
    json_set(root, "ranges", ranges);
    return json_print(a, root, false);
}
