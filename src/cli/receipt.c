#include "cli/receipt.h"

#include <string.h>

#include "base/file.h"
#include "base/program.h"
#include "base/system.h"

/* As it lies in the cache: written and read by one program on one machine only, as both are in the
 * key. */
struct stored {
    struct receipt receipt;
    struct hash check;
};

static struct str bytes_of(const struct hash *h)
{
    return (struct str){(const char *)h->bytes, HASH_BYTES};
}

static bool same(const struct hash *x, const struct hash *y)
{
    return !memcmp(x->bytes, y->bytes, HASH_BYTES);
}

bool receipt_key(struct hash *out, const struct receipt_basis *b)
{
    struct arena scratch = {0};
    struct str date;
    struct hasher h;
    struct hash program;
    if (!program_identity(&program))
        return false;
    hasher_init(&h);
    hasher_field(&h, S("briefcast receipt"));
    hasher_field(&h, bytes_of(&program));
    if (!system_source_date(&date, &scratch)) /* which will be refused */
        date = str_from(system_env("SOURCE_DATE_EPOCH"));
    hasher_field(&h, date);
    hasher_field(&h, b->script->source->file);
    hasher_field(&h, b->script->source->name);
    hasher_field(&h, b->input->name);
    hasher_field(&h, b->input->stem);
    hasher_field(&h, str_from(b->how->format));
    hasher_field(&h, str_format(&scratch, "%d %d", (int)b->how->announce.mode,
                                b->how->announce.tempo));
    hasher_field(&h, b->title);
    hasher_field(&h, b->cover ? b->cover->bytes : S(""));
    hasher_field(&h, bytes_of(b->voices));
    for (ptrdiff_t i = 0; i < b->script->segment_count; i++)
        hasher_field(&h, bytes_of(&b->orders[i].key));
    arena_clear(&scratch);
    *out = hasher_done(&h);
    return true;
}

struct receipt receipt_of(const struct rendered *r, bool sha256)
{
    struct receipt out = {
        .samples = r->samples,
        .chapters = r->chapters,
        .integrated_cb = r->linked.integrated_cb,
        .true_peak_cb = r->linked.true_peak_cb,
        .has_sha256 = sha256,
    };
    for (int k = 0; k < OUTPUT_COUNT; k++) {
        out.bytes[k] = r->files[k].len;
        out.outputs[k] = hash_bytes(r->files[k]);
        if (sha256)
            out.sha256[k] = hash_sha256(r->files[k]);
    }
    return out;
}

/* False: some clip is not there, or wants to be used, so that it stays. */
static bool identify_clips(struct hash *out, const struct cache *cache,
                           const struct clip_order *orders, ptrdiff_t count)
{
    struct hasher h;
    hasher_init(&h);
    for (ptrdiff_t i = 0; i < count; i++)
        if (!cache_identify(&h, cache, &orders[i].key))
            return false;
    *out = hasher_done(&h);
    return true;
}

static struct hash check_of(const struct receipt *r, const struct hash *key)
{
    struct hasher h;
    hasher_init(&h);
    hasher_field(&h, bytes_of(key));
    hasher_field(&h, (struct str){(const char *)r, (ptrdiff_t)sizeof *r});
    return hasher_done(&h);
}

void receipt_keep(struct receipt *r, struct cache *cache, const struct hash *key,
                  const struct clip_order *orders, ptrdiff_t count)
{
    if (!identify_clips(&r->clips, cache, orders, count))
        return;
    struct stored s;
    memset(&s, 0, sizeof s); /* the gaps between members, too */
    memcpy(&s.receipt, r, sizeof *r);
    s.check = check_of(&s.receipt, key);
    cache_put_receipt(cache, key, (struct str){(const char *)&s, (ptrdiff_t)sizeof s});
}

static bool find(struct receipt *out, const struct cache *cache, const struct hash *key)
{
    struct arena scratch = {0};
    struct str bytes;
    struct stored s;
    bool found = cache_get_receipt(&bytes, &scratch, cache, key) == BC_OK &&
                 bytes.len == (ptrdiff_t)sizeof s;
    if (found) {
        memcpy(&s, bytes.ptr, sizeof s);
        struct hash check = check_of(&s.receipt, key);
        found = same(&s.check, &check);
        *out = s.receipt;
    }
    arena_clear(&scratch);
    return found;
}

/* Has the output the bytes that the receipt says? */
static bool output_stands(struct receipt *r, int which, const struct input *in,
                          bool sha256)
{
    struct arena scratch = {0};
    struct str bytes;
    const char *path = input_output(&scratch, in, which);
    struct file_info info = file_stat(path);
    bool stands = info.kind == FILE_REGULAR && info.size == r->bytes[which] &&
                  file_read_quiet(&bytes, &scratch, path, (ptrdiff_t)info.size) == BC_OK;
    if (stands) {
        struct hash content = hash_bytes(bytes);
        stands = same(&content, &r->outputs[which]);
        if (stands && sha256)
            r->sha256[which] = hash_sha256(bytes);
    }
    arena_clear(&scratch);
    return stands;
}

bool receipt_holds(struct receipt *out, struct cache *cache, const struct hash *key,
                   const struct clip_order *orders, ptrdiff_t count,
                   const struct input *in, bool sha256)
{
    struct hash clips;
    if (!find(out, cache, key) || !identify_clips(&clips, cache, orders, count) ||
        !same(&clips, &out->clips))
        return false;
    bool wanting = sha256 && !out->has_sha256;
    for (int k = 0; k < OUTPUT_COUNT; k++)
        if (!output_stands(out, k, in, wanting))
            return false;
    if (wanting) {
        out->has_sha256 = true;
        receipt_keep(out, cache, key, orders, count);
    }
    return true;
}
