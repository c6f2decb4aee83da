#include "synth/engine_data.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/system.h"
#include "synth/engine.h"

enum {
    PATH_MOST = 150,      /* bytes: the library's buffer for it holds 160 */
    FILE_MOST = 64 << 20, /* bytes of a data file */
    DATA_FOLDERS_MOST = 4,
};

/* ---- the data on the disk ---- */

/* Voice names come from validated profiles; this is the second lock: no paths, no empty parts. */
static bool name_is_plain(struct str name)
{
    for (ptrdiff_t i = 0; i < name.len; i++) {
        char c = name.ptr[i];
        if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
              (c >= '0' && c <= '9') || c == '-' || c == '_' || (c == ' ' && i > 0)))
            return false;
    }
    return name.len > 0;
}

bool engine_split_name(struct str espeak, struct str *voice, struct str *variant)
{
    bool varied = str_cut(espeak, '+', voice, variant);
    return espeak.len <= ENGINE_NAME_MOST && name_is_plain(*voice) &&
           (!varied || name_is_plain(*variant));
}

/* As its soname says: the interface that synth/engine.c was compiled for. */
static const char library_name[] = "libespeak-ng.so.1";

static struct str path_of_loaded(struct arena *a)
{
    Dl_info info;
    /* A function's address as an object's is POSIX's rule for dlsym, and dladdr's. */
    void *address = dlsym(RTLD_DEFAULT, "espeak_Initialize");
    return address && dladdr(address, &info) ? str_copy(a, str_from(info.dli_fname))
                                             : S("");
}

struct str engine_library(struct arena *a)
{
    struct str loaded = path_of_loaded(a);
    if (loaded.len)
        return loaded;
    const char *built = path_join(a, S(ENGINE_LIBDIR), str_from(library_name)).ptr;
    if (!system_env("LD_LIBRARY_PATH") && file_stat(built).kind == FILE_REGULAR)
        return str_from(built);
    return engine_load(library_name) ? path_of_loaded(a) : S("");
}

bool engine_load(const char *library)
{
    return dlopen(library, RTLD_NOW | RTLD_GLOBAL) != NULL;
}

struct str engine_data_path(struct arena *a)
{
    struct str library = engine_library(a);
    struct str folder = str_slice(library, 0, library.len - path_base(library).len - 1);
    struct str candidates[DATA_FOLDERS_MOST] = {
        path_join(a, folder, S("espeak-ng-data")),
        path_join(a, folder, S("../share/espeak-ng-data")),
        path_join(a, folder, S("../../share/espeak-ng-data")),
        str_copy(a, S("/usr/share/espeak-ng-data")),
    };
    for (ptrdiff_t i = 0; i < DATA_FOLDERS_MOST; i++)
        if (candidates[i].len <= PATH_MOST &&
            file_stat(path_join(a, candidates[i], S("phontab")).ptr).kind == FILE_REGULAR)
            return candidates[i];
    return S("");
}

static enum bc_status find_data(struct str *out, struct arena *a, struct diag *d)
{
    *out = engine_data_path(a);
    if (out->len && engine_library(a).len)
        return BC_OK;
    bool there = engine_library(a).len;
    diag_error(d, NOWHERE, "engine-missing",
               there ? "install espeak-ng-data" : "install libespeak-ng1",
               "the %s of eSpeak NG %s not installed", there ? "data" : "library",
               there ? "are" : "is");
    return BC_EMISSING;
}

static struct str lower_ascii(struct arena *a, struct str s)
{
    char *p = str_z(a, s);
    for (ptrdiff_t i = 0; i < s.len; i++)
        if (p[i] >= 'A' && p[i] <= 'Z')
            p[i] = (char)(p[i] + ('a' - 'A'));
    return (struct str){p, s.len};
}

static void sort_names(struct str *names, ptrdiff_t *count)
{
    ptrdiff_t kept = 0;
    if (*count)
        qsort(names, (size_t)*count, sizeof *names, str_order);
    for (ptrdiff_t i = 0; i < *count; i++)
        if (!kept || !str_eq(names[kept - 1], names[i]))
            names[kept++] = names[i];
    *count = kept;
}

enum bc_status engine_inventory(struct voice_inventory *out, struct arena *a,
                                struct diag *d)
{
    struct str data;
    struct str *languages, *variants;
    ptrdiff_t language_count, variant_count;
    enum bc_status status = find_data(&data, a, d);
    if (status == BC_OK)
        status = file_walk(&languages, &language_count, a,
                           path_join(a, data, S("lang")).ptr, d);
    if (status == BC_OK)
        status = file_walk(&variants, &variant_count, a,
                           path_join(a, data, S("voices/!v")).ptr, d);
    if (status != BC_OK)
        return BC_EMISSING;
    /* The engine finds a voice by the last part of its file's name in any case of letters, but a
     * variant in the right case only. */
    for (ptrdiff_t i = 0; i < language_count; i++)
        languages[i] = lower_ascii(a, path_base(languages[i]));
    sort_names(languages, &language_count);
    sort_names(variants, &variant_count);
    *out = (struct voice_inventory){languages, language_count, variants, variant_count};
    return BC_OK;
}

/* ---- fingerprints ---- */

/* The dictionary that a voice file names, else the first part of its first language. */
static struct str dictionary_of(struct str voice_file)
{
    struct str line, name = S("");
    while (str_cut(voice_file, '\n', &line, &voice_file) || line.len) {
        struct str key, value;
        str_cut(line, ' ', &key, &value);
        value = str_trim(value);
        if (str_eq(key, S("dictionary")))
            return value;
        if (str_eq(key, S("language")) && !name.len)
            for (ptrdiff_t end = 0;
                 end < value.len && value.ptr[end] != '-' && value.ptr[end] != ' '; end++)
                name = str_slice(value, 0, end + 1);
    }
    return name;
}

struct prints {
    struct arena *a;
    struct diag *d;
    struct str data;
    struct str *languages; /* voice files below lang/ */
    ptrdiff_t language_count;
    struct hash common;
    struct str dictionary; /* the one that was hashed last */
    struct hash dictionary_hash;
};

static enum bc_status hash_file(struct hash *out, const struct prints *p, struct str name)
{
    struct str bytes;
    enum bc_status status =
        file_read(&bytes, p->a, path_join(p->a, p->data, name).ptr, FILE_MOST, p->d);
    if (status == BC_OK)
        *out = hash_bytes(bytes);
    return status == BC_OK ? BC_OK : BC_EMISSING;
}

static void hash_facts(struct hasher *h, struct str name, const char *path)
{
    struct file_info info = file_stat(path);
    hasher_field(h, name);
    hasher_int(h, info.size);
    hasher_int(h, info.modified_ns / 1000000000);
}

/* What all voices share. The library's file stands in by size and time: it need not be loaded for
 * that, and its version string does not change with a distribution's patches. */
static enum bc_status hash_common(struct prints *p)
{
    static const char *const files[] = {"phontab", "phonindex", "phondata",
                                        "intonations"};
    struct hasher h;
    hasher_init(&h);
    hasher_int(&h, ENGINE_RATE_HZ);
    hasher_int(&h, ENGINE_BUFFER_MS);
    hasher_int(&h, ENGINE_VOLUME);
    struct str library = engine_library(p->a);
    hash_facts(&h, path_base(library), str_z(p->a, library));
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct hash content;
        enum bc_status status = hash_file(&content, p, str_from(files[i]));
        if (status != BC_OK)
            return status;
        hasher_field(&h, (struct str){(const char *)content.bytes, HASH_BYTES});
    }
    for (ptrdiff_t i = 0; i < p->language_count; i++) {
        struct str language = path_base(p->languages[i]);
        struct str name = str_format(p->a, "%.*s_dict", STR_ARGS(language));
        hash_facts(&h, name, path_join(p->a, p->data, name).ptr);
    }
    p->common = hasher_done(&h);
    return BC_OK;
}

static enum bc_status hash_voice(struct hash *out, struct prints *p, struct str espeak)
{
    struct str voice, variant, voice_file, variant_file = S(""), path = S("");
    if (engine_split_name(espeak, &voice, &variant))
        for (ptrdiff_t i = 0; i < p->language_count && !path.len; i++)
            if (str_eq_ascii_case(path_base(p->languages[i]), voice))
                path =
                    path_join(p->a, path_join(p->a, p->data, S("lang")), p->languages[i]);
    if (!path.len) {
        diag_error(p->d, NOWHERE, "voice-unknown", "`briefcast voices` lists them",
                   "eSpeak NG has no voice '%.*s'", STR_ARGS(espeak));
        return BC_ECONFIG;
    }
    enum bc_status status = file_read(&voice_file, p->a, path.ptr, FILE_MOST, p->d);
    if (status == BC_OK && variant.len) {
        path = path_join(p->a, path_join(p->a, p->data, S("voices/!v")), variant);
        status = file_read(&variant_file, p->a, path.ptr, FILE_MOST, p->d);
    }
    struct str dictionary = status == BC_OK ? dictionary_of(voice_file) : S("");
    if (status == BC_OK && !str_eq(dictionary, p->dictionary)) {
        p->dictionary = dictionary;
        status = hash_file(&p->dictionary_hash, p,
                           str_format(p->a, "%.*s_dict", STR_ARGS(dictionary)));
    }
    if (status != BC_OK)
        return status == BC_ENOINPUT ? BC_ECONFIG : status;
    struct hasher h;
    hasher_init(&h);
    hasher_field(&h, (struct str){(const char *)p->common.bytes, HASH_BYTES});
    hasher_field(&h, (struct str){(const char *)p->dictionary_hash.bytes, HASH_BYTES});
    hasher_field(&h, espeak);
    hasher_field(&h, voice_file);
    hasher_field(&h, variant_file);
    *out = hasher_done(&h);
    return BC_OK;
}

enum bc_status engine_fingerprints(struct hash *out, struct arena *scratch,
                                   const struct str *espeak, ptrdiff_t count,
                                   struct diag *d)
{
    struct prints p = {.a = scratch, .d = d, .dictionary = S("")};
    enum bc_status status = find_data(&p.data, scratch, d);
    if (status == BC_OK &&
        file_walk(&p.languages, &p.language_count, scratch,
                  path_join(scratch, p.data, S("lang")).ptr, d) != BC_OK)
        status = BC_EMISSING;
    if (status == BC_OK)
        status = hash_common(&p);
    for (ptrdiff_t i = 0; i < count && status == BC_OK; i++)
        status = hash_voice(&out[i], &p, espeak[i]);
    return status;
}

enum bc_status engine_fingerprint(struct hash *out, struct arena *scratch,
                                  struct str espeak, struct diag *d)
{
    return engine_fingerprints(out, scratch, &espeak, 1, d);
}
