#include "mix/cache.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/system.h"

enum {
    CLIP_BYTES_MOST = 16 << 20, /* two minutes at 256 kbit/s are 4 MB */
    KEY_DIGITS = 2 * HASH_BYTES,
};
static const int64_t day_ns = 86400ll * 1000000000;

struct cache {
    struct arena arena;
    struct str shared; /* the cache proper; "" when there is none */
    bool shared_writable;
    struct str temporary; /* the folder for what that one does not take; "": none */
    int64_t now_ns;       /* when it was opened, by the file system's clock */
};

/* Where the environment wants the cache; "" when it does not say. Relative paths are ignored where
 * the XDG base directory specification asks for it. */
static struct str wanted_folder(struct arena *a)
{
    const char *own = system_env("BRIEFCAST_CACHE");
    if (own)
        return str_from(own);
    const char *xdg = system_env("XDG_CACHE_HOME");
    if (xdg && *xdg == '/')
        return path_join(a, str_from(xdg), S("briefcast"));
    const char *home = system_env("HOME");
    if (home && *home == '/' && file_stat(home).kind == FILE_FOLDER)
        return path_join(a, str_from(home), S(".cache/briefcast"));
    return S("");
}

/* Whether files can be made in `folder`, found out by making one; its time in *now_ns. */
static bool probe(struct arena *a, struct str folder, int64_t *now_ns)
{
    struct diag quiet = {.arena = a};
    const char *name = str_z(a, path_join(a, folder, S(".probe")));
    if (file_write(name, S("briefcast\n"), FILE_CACHED, &quiet) != BC_OK)
        return false;
    struct file_info info = file_stat(name);
    file_remove(name);
    *now_ns = info.kind == FILE_REGULAR ? info.modified_ns
                                        : 0; /* 0: another process was quicker */
    return true;
}

static bool need_temporary(struct cache *c, struct diag *d)
{
    return c->temporary.len ||
           file_temporary_folder(&c->temporary, &c->arena, d) == BC_OK;
}

enum bc_status cache_open(struct cache **out, bool temporary, struct diag *d)
{
    struct arena own = {0};
    struct cache *c = arena_new(&own, struct cache);
    if (!temporary) {
        c->shared = wanted_folder(&own);
        c->shared_writable = c->shared.len && probe(&own, c->shared, &c->now_ns);
        if (!c->shared.len)
            diag_warning(d, NOWHERE, "cache", "set BRIEFCAST_CACHE to a folder",
                         "there is no home folder for the cache; clips are kept for this "
                         "run only");
        else if (!c->shared_writable)
            diag_warning(d, NOWHERE, "cache",
                         "set BRIEFCAST_CACHE to a folder that can be written",
                         "the cache '%.*s' cannot be written; new clips are kept for "
                         "this run only",
                         STR_ARGS(c->shared));
    }
    c->arena = own;
    if (!c->shared_writable && !need_temporary(c, d)) {
        own = c->arena;
        arena_clear(&own);
        return BC_ECREATE;
    }
    *out = c;
    return BC_OK;
}

void cache_close(struct cache *c)
{
    if (!c)
        return;
    if (c->temporary.len)
        file_remove_tree(str_z(&c->arena, c->temporary));
    struct arena own = c->arena; /* it holds *c */
    arena_clear(&own);
}

struct str cache_folder(const struct cache *c)
{
    return c->shared_writable ? c->shared : c->temporary;
}

static const char clip_suffix[] = ".opus", receipt_suffix[] = ".receipt";

static const char *entry_path(struct arena *a, struct str folder, const struct hash *key,
                              const char *suffix)
{
    struct str hex = hash_hex(a, *key);
    return str_z(a, str_format(a, "%.*s/%.2s/%.*s%s", STR_ARGS(folder), hex.ptr,
                               STR_ARGS(hex), suffix));
}

static const char *clip_path(struct arena *a, struct str folder, const struct hash *key)
{
    return entry_path(a, folder, key, clip_suffix);
}

/* BC_ENOINPUT: not there. Pipes and devices are not opened: they could block for ever. */
static enum bc_status read_clip(struct str *out, struct arena *a, const char *path,
                                struct file_info *info)
{
    *info = file_stat(path);
    if (info->kind == FILE_NONE)
        return BC_ENOINPUT;
    if (info->kind != FILE_REGULAR || info->size > CLIP_BYTES_MOST)
        return BC_EIO;
    return file_read_quiet(out, a, path, CLIP_BYTES_MOST);
}

enum bc_status cache_get(struct str *out, struct arena *a, const struct cache *c,
                         const struct hash *key)
{
    struct arena scratch = {0};
    struct file_info info;
    enum bc_status status = BC_ENOINPUT;
    if (c->temporary.len)
        status = read_clip(out, a, clip_path(&scratch, c->temporary, key), &info);
    if (status == BC_ENOINPUT && c->shared.len) {
        const char *path = clip_path(&scratch, c->shared, key);
        status = read_clip(out, a, path, &info);
        if (status == BC_OK && c->shared_writable &&
            c->now_ns - info.modified_ns > day_ns) {
            /* Written anew once a day, so that its time tells when it was used last. */
            struct diag quiet = {.arena = &scratch};
            enum bc_status ignored = file_write(path, *out, FILE_CACHED, &quiet);
            (void)ignored;
        }
    }
    arena_clear(&scratch);
    return status;
}

enum bc_status cache_clip(struct clip *out, struct arena *a, const struct cache *c,
                          const struct hash *key)
{
    struct arena scratch = {0};
    struct str bytes;
    enum bc_status status = cache_get(&bytes, &scratch, c, key);
    if (status == BC_OK)
        status = clip_read(out, a, bytes, key);
    arena_clear(&scratch);
    return status == BC_EIO ? BC_EINPUT : status;
}

/* Only what lasts is worth a receipt. */
static bool is_proper(const struct cache *c)
{
    return c->shared_writable && !c->temporary.len;
}

bool cache_identify(struct hasher *h, const struct cache *c, const struct hash *key)
{
    struct arena scratch = {0};
    struct file_info info = {.kind = FILE_NONE};
    if (is_proper(c))
        info = file_identify(h, clip_path(&scratch, c->shared, key));
    arena_clear(&scratch);
    return info.kind == FILE_REGULAR && c->now_ns - info.modified_ns <= day_ns;
}

enum bc_status cache_get_receipt(struct str *out, struct arena *a, const struct cache *c,
                                 const struct hash *key)
{
    struct file_info info;
    return is_proper(c)
               ? read_clip(out, a, entry_path(a, c->shared, key, receipt_suffix), &info)
               : BC_ENOINPUT;
}

void cache_put_receipt(const struct cache *c, const struct hash *key, struct str bytes)
{
    struct arena scratch = {0};
    if (is_proper(c)) {
        const char *path = entry_path(&scratch, c->shared, key, receipt_suffix);
        file_remove(path); /* whatever it is: nothing is written through it */
        enum bc_status ignored = file_write_once(path, bytes);
        (void)ignored;
    }
    arena_clear(&scratch);
}

/* True when a file is there afterwards, ours or an earlier one. */
static bool put(const char *path, struct str bytes)
{
    return file_write_once(path, bytes) == BC_OK && file_stat(path).kind == FILE_REGULAR;
}

enum bc_status cache_put(struct cache *c, const struct hash *key, struct str bytes)
{
    struct arena scratch = {0};
    struct diag quiet = {.arena = &scratch};
    bool done = false;
    /* Once the temporary folder is in use it is asked first, so it has to know every new clip. */
    if (c->shared_writable) {
        const char *path = clip_path(&scratch, c->shared, key);
        done = put(path, bytes);
        if (!done) { /* a link to nowhere, a folder, a pipe: not a clip */
            file_remove(path);
            done = put(path, bytes);
        }
    }
    if ((!done || c->temporary.len) && need_temporary(c, &quiet))
        done = put(clip_path(&scratch, c->temporary, key), bytes) || done;
    arena_clear(&scratch);
    return done ? BC_OK : BC_ECREATE;
}

void cache_drop(struct cache *c, const struct hash *key)
{
    struct arena scratch = {0};
    struct diag quiet = {.arena = &scratch};
    if (c->temporary.len)
        file_remove(clip_path(&scratch, c->temporary, key));
    if (c->shared.len) {
        const char *path = clip_path(&scratch, c->shared, key);
        /* What cannot be removed is passed over: the temporary folder is asked first. */
        if (!file_remove(path) && file_stat(path).kind != FILE_NONE &&
            !file_remove_tree(path)) {
            bool ignored = need_temporary(c, &quiet);
            (void)ignored;
        }
    }
    arena_clear(&scratch);
}

/* "ab/ab<62 more digits><suffix>" */
static bool is_entry(struct str path, const char *suffix)
{
    struct str end = str_from(suffix);
    if (path.len != 3 + KEY_DIGITS + end.len || path.ptr[2] != '/' ||
        path.ptr[0] != path.ptr[3] || path.ptr[1] != path.ptr[4] || !str_ends(path, end))
        return false;
    for (int i = 3; i < 3 + KEY_DIGITS; i++)
        if (!(path.ptr[i] >= '0' && path.ptr[i] <= '9') &&
            !(path.ptr[i] >= 'a' && path.ptr[i] <= 'f'))
            return false;
    return true;
}

enum bc_status cache_sweep(struct cache_stats *out, const struct cache *c, int keep_days,
                           struct diag *d)
{
    *out = (struct cache_stats){0};
    struct arena scratch = {0};
    struct str folder = c->shared.len ? c->shared : c->temporary, *paths = NULL;
    const char *root = str_z(&scratch, folder);
    ptrdiff_t count = 0;
    enum bc_status status = BC_OK;
    if (file_stat(root).kind != FILE_NONE)
        status = file_walk(&paths, &count, &scratch, root, d);
    for (ptrdiff_t i = 0; i < count; i++) {
        bool clip = is_entry(paths[i], clip_suffix);
        if (!clip && !is_entry(paths[i], receipt_suffix))
            continue;
        const char *path = path_join(&scratch, folder, paths[i]).ptr;
        struct file_info info = file_stat(path);
        bool old = keep_days == 0 ||
                   (keep_days > 0 && (c->now_ns - info.modified_ns) / day_ns > keep_days);
        if (old && file_remove(path)) {
            out->removed += clip;
            out->removed_bytes += info.size;
        } else {
            out->clips += clip;
            out->bytes += info.size;
        }
    }
    arena_clear(&scratch);
    return status;
}
