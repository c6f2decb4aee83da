#include "voice/palette.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/source_open.h"

enum { PROFILE_BYTES_MOST = 64 << 10 };

static int by_name(const void *x, const void *y)
{
    return str_compare(((const struct profile *)x)->name,
                       ((const struct profile *)y)->name);
}

/* A name that scripts and registers can hold without quotes: "press-1". */
static bool is_profile_name(struct str s)
{
    for (ptrdiff_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!letter && (i == 0 || !((c >= '0' && c <= '9') || c == '-' || c == '_')))
            return false;
    }
    return s.len > 0;
}

static enum bc_status load_profile(struct profile *out, struct arena *a,
                                   const char *folder, struct str file,
                                   const struct voice_inventory *inventory,
                                   struct hasher *content, struct diag *d)
{
    struct str path = path_join(a, str_from(folder), file), bytes;
    struct str name = str_copy(a, str_slice(file, 0, file.len - S(".yaml").len));
    const struct source *source;
    enum bc_status status = file_read(&bytes, a, path.ptr, PROFILE_BYTES_MOST, d);
    if (status != BC_OK)
        return status == BC_EINPUT ? BC_ECONFIG : status;
    hasher_field(content, file);
    hasher_field(content, bytes);
    if (source_open(&source, a, path, bytes, d) != BC_OK)
        return BC_ECONFIG;
    if (!is_profile_name(name)) {
        diag_error(d, place_of(source, 0, 0), "voice-name",
                   "letters, digits, '-' and '_', a letter first",
                   "'%.*s' cannot be a voice's name", STR_ARGS(name));
        return BC_ECONFIG;
    }
    status = profile_parse(out, a, name, source, d);
    if (status == BC_OK)
        status = profile_validate(out, inventory, d);
    return status;
}

static int by_folded(const void *x, const void *y)
{
    const struct profile *a = *(const struct profile *const *)x,
                         *b = *(const struct profile *const *)y;
    ptrdiff_t most = a->name.len < b->name.len ? a->name.len : b->name.len;
    for (ptrdiff_t i = 0; i < most; i++) {
        int order = (a->name.ptr[i] | 0x20) - (b->name.ptr[i] | 0x20);
        if (order)
            return order;
    }
    return a->name.len != b->name.len ? (a->name.len > b->name.len ? 1 : -1)
                                      : str_compare(a->name, b->name);
}

/* "Bass" beside "bass" is one file on other people's disks, and nobody knows which is meant. */
static enum bc_status check_names(const struct palette *p, struct arena *a,
                                  struct diag *d)
{
    const struct profile **order = arena_array(a, const struct profile *, p->count);
    enum bc_status status = BC_OK;
    for (ptrdiff_t i = 0; i < p->count; i++)
        order[i] = &p->profiles[i];
    if (p->count > 1)
        qsort(order, (size_t)p->count, sizeof *order, by_folded);
    for (ptrdiff_t i = 1; i < p->count; i++) {
        const struct profile *x = order[i - 1], *y = order[i];
        if (!str_eq_ascii_case(x->name, y->name))
            continue;
        diag_error(d, place_of(y->source, 0, y->source->bytes.len), "voice-name",
                   "rename one of the files",
                   "the voices '%.*s' and '%.*s' have one name but for its capitals",
                   STR_ARGS(x->name), STR_ARGS(y->name));
        status = BC_ECONFIG;
    }
    return status;
}

enum bc_status palette_load(struct palette **out, struct arena *a, const char *folder,
                            const struct voice_inventory *inventory, struct diag *d)
{
    struct palette *p = arena_new(a, struct palette);
    struct str *files;
    struct hasher content;
    ptrdiff_t file_count, capacity = 0;
    enum bc_status status = BC_OK;
    *out = p;
    if (file_stat(folder).kind != FILE_FOLDER) {
        diag_error(d, NOWHERE, "voices-missing",
                   "--voices names the folder of voice profiles",
                   "there is no folder of voices '%s'", folder);
        return BC_EMISSING;
    }
    hasher_init(&content);
    status = file_walk(&files, &file_count, a, folder, d);
    for (ptrdiff_t i = 0; i < file_count; i++) {
        /* Folders below hold lexicons and registers. */
        if (!str_ends(files[i], S(".yaml")) || str_find_byte(files[i], '/') >= 0)
            continue;
        struct profile *next = arena_push(a, p->profiles, p->count, capacity);
        status = status_worse(
            status, load_profile(next, a, folder, files[i], inventory, &content, d));
    }
    if (p->count == 0 && status == BC_OK) {
        diag_error(d, NOWHERE, "voices-missing", "a profile is a file NAME.yaml",
                   "there are no voice profiles in '%s'", folder);
        return BC_EMISSING;
    }
    p->content = hasher_done(&content);
    if (p->count > 0)
        qsort(p->profiles, (size_t)p->count, sizeof *p->profiles, by_name);
    return status == BC_OK ? check_names(p, a, d) : status;
}

const struct profile *palette_find(const struct palette *p, struct str name)
{
    struct profile key = {.name = name};
    return p->count == 0
               ? NULL
               : bsearch(&key, p->profiles, (size_t)p->count, sizeof key, by_name);
}

struct str palette_nearest(const struct palette *p, struct str name,
                           struct arena *scratch)
{
    struct str *names = arena_array(scratch, struct str, p->count);
    for (ptrdiff_t i = 0; i < p->count; i++) {
        names[i] = p->profiles[i].name;
        if (str_eq_ascii_case(names[i], name))
            return names[i];
    }
    return diag_nearest(name, names, p->count);
}

/* Of a voice that nobody has measured yet, the register says something. */
static struct voiceprint sound_of(const struct profile *p)
{
    static const int f0_hz[] = {
        [REGISTER_LOW] = 90, [REGISTER_MIDDLE] = 135, [REGISTER_HIGH] = 210};
    struct voiceprint s = p->sound;
    if (s.f0_hz <= 0)
        s.f0_hz = f0_hz[p->reg];
    return s;
}

struct contrast palette_contrast(const struct profile *x, const struct profile *y)
{
    struct voiceprint a = sound_of(x), b = sound_of(y);
    return voiceprint_contrast(&a, &b);
}

int palette_distance(const struct profile *x, const struct profile *y)
{
    return voiceprint_distance(palette_contrast(x, y));
}
