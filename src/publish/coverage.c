#include "publish/coverage.h"

#include "base/file.h"
#include "base/hash.h"
#include "base/json.h"

enum { PER_MS = TIMELINE_HZ / 1000 };

static struct json *range(const struct timeline *t, const struct ledger *l,
                          const struct ledger_entry *e)
{
    struct json *o = json_object();
    json_set_int(o, "begin", e->begin);
    json_set_int(o, "end", e->end);
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

struct str coverage_json(struct arena *a, const struct timeline *t,
                         const struct ledger *l)
{
    struct json *ranges = json_array();
    int64_t spoken = 0;
    for (ptrdiff_t i = 0; i < l->count; i++) {
        const struct ledger_entry *e = &l->entries[i];
        spoken += e->kind == LEDGER_SPOKEN ? e->end - e->begin : 0;
        json_append(ranges, range(t, l, e));
    }
    struct json *root = json_object();
    json_set_int(root, "version", 1);
    json_set_str(root, "source", path_base(l->source->name));
    json_set_str(root, "sha256", hash_hex(a, hash_sha256(l->source->bytes)));
    json_set_int(root, "bytes", l->source->bytes.len);
    json_set_int(root, "spoken_bytes", spoken);
    json_set(root, "ranges", ranges);
    return json_print(a, root, false);
}
