#include "cli/studio.h"

#include "base/file.h"
#include "base/file_beside.h"
#include "base/source_open.h"
#include "base/system.h"
#include "synth/engine_data.h"

static struct str folder_of(struct str path)
{
    ptrdiff_t len = path.len - path_base(path).len;
    return str_slice(path, 0, len > 1 ? len - 1 : len);
}

/* Beside the program (where it was built: .build/BUILD/ two folders below), in the
 * share/ beside its bin/, then where it was to be installed. */
static const char *find_voices(struct arena *a, struct strbuf *looked)
{
    struct str program = folder_of(system_program_path(a));
    struct str parent = folder_of(program);
    struct str candidates[4];
    int count = 0;
    candidates[count++] = path_join(a, program, S("voices"));
    if (str_eq(path_base(parent), S(".build")))
        candidates[count++] = path_join(a, folder_of(parent), S("voices"));
    candidates[count++] = path_join(a, parent, S("share/briefcast/voices"));
    candidates[count++] = S(BRIEFCAST_DATADIR "/voices");
    for (int i = 0; i < count; i++) {
        if (file_stat(str_z(a, candidates[i])).kind == FILE_FOLDER)
            return str_z(a, candidates[i]);
        strbuf_addf(looked, "%s'%.*s'", i ? ", " : "", STR_ARGS(candidates[i]));
    }
    return NULL;
}

/* What a new one begins with. */
#define NEW_REGISTER                                                                     \
    "# Who has which voice, in every file. briefcast make --update-cast adds people.\n"

/* Another file of which all that is made depends. */
static void add_content(struct studio *s, struct str bytes)
{
    struct hasher h;
    hasher_init(&h);
    hasher_field(&h, (struct str){(const char *)s->content.bytes, HASH_BYTES});
    hasher_field(&h, bytes);
    s->content = hasher_done(&h);
}

static enum bc_status take_register(struct studio *out, struct str cast, struct str bytes,
                                    struct diag *d)
{
    const struct source *source;
    if (source_open(&source, &out->arena, cast, bytes, d) != BC_OK)
        return BC_ECONFIG;
    add_content(out, bytes);
    return cast_register_load(&out->cast, &out->arena, source, out->palette, d);
}

static enum bc_status load_register(struct studio *out, struct str cast, struct diag *d)
{
    enum { REGISTER_BYTES_MOST = 4 << 20 };
    struct str bytes;
    const char *path = str_z(&out->arena, cast);
    enum bc_status status = file_follow(&bytes, &out->arena, path, d);
    if (status == BC_OK && file_stat(path).kind == FILE_NONE) {
        diag_error(d, NOWHERE, "cast-missing",
                   "briefcast make --update-cast begins one; or look for a misprint",
                   "there is no cast '%s'", path);
        return BC_ENOINPUT;
    }
    if (status == BC_OK)
        status = file_read(&bytes, &out->arena, path, REGISTER_BYTES_MOST, d);
    if (status != BC_OK)
        return status == BC_EINPUT ? BC_ECONFIG : status;
    return take_register(out, cast, bytes, d);
}

/* Those who are new get voices; the file with them goes to `path`, as which `cast` is known, but for
 * `dry`. */
static enum bc_status add_people(struct studio *s, struct str cast, const char *path,
                                 struct archive *people, bool dry, ptrdiff_t *added,
                                 struct diag *d)
{
    struct newcomer *who;
    *added = archive_cast(&who, people, s->palette, s->cast);
    if (!*added)
        return BC_OK;
    if (s->cast->in_braces) {
        diag_error(d, place_of(s->cast->source, 0, 0), "cast-braces",
                   "write it as lines of 'Name: voice'",
                   "nobody can be added to a register between braces");
        return BC_ECONFIG;
    }
    diag_note(d, NOWHERE, "cast-added", NULL, "%td %s %s to '%.*s'", *added,
              *added == 1 ? "person" : "people",
              dry           ? "would be added"
              : *added == 1 ? "is added"
                            : "are added",
              STR_ARGS(cast));
    struct str bytes = cast_register_with(&s->arena, s->cast, who, *added);
    enum bc_status status = take_register(s, cast, bytes, d);
    if (status == BC_OK && !dry && file_protected(path)) {
        diag_error(d, place_of(s->cast->source, 0, s->cast->source->bytes.len),
                   "cast-protected", "chmod u+w lets --update-cast add them",
                   "nobody can be added: the file is read-only");
        return BC_ECREATE;
    }
    return status != BC_OK || dry ? status : file_write(path, bytes, FILE_DURABLE, d);
}

enum bc_status studio_update_cast(struct studio *s, struct str cast,
                                  struct archive *people, bool dry, ptrdiff_t *added,
                                  struct diag *d)
{
    struct str file_name;
    int lock;
    *added = 0;
    /* The file itself is held and replaced: others may know it by another name. */
    enum bc_status status = file_follow(&file_name, &s->arena, str_z(&s->arena, cast), d);
    if (status != BC_OK)
        return status;
    const char *path = str_z(&s->arena, file_name);
    status = file_lock_folder(&lock, path, d);
    if (status != BC_OK)
        return status;
    struct file_info file = file_stat(path);
    bool none = file.kind == FILE_NONE || (file.kind == FILE_REGULAR && file.size == 0);
    status =
        none ? take_register(s, cast, S(NEW_REGISTER), d) : load_register(s, cast, d);
    if (status == BC_OK)
        status = add_people(s, cast, path, people, dry, added, d);
    file_unlock(lock);
    return status;
}

enum { LEXICON_BYTES_MOST = 16 << 20 };

static enum bc_status add_lexicon(struct lexicon *x, struct arena *a, struct str path,
                                  struct str bytes, struct diag *d)
{
    const struct source *source;
    return source_open(&source, a, path, bytes, d) == BC_OK ? lexicon_read(x, source, d)
                                                            : BC_ECONFIG;
}

static enum bc_status load_lexicon(struct studio *out, struct str path, struct diag *d)
{
    struct arena *a = &out->arena;
    struct str bytes;
    enum bc_status status = file_read(&bytes, a, str_z(a, path), LEXICON_BYTES_MOST, d);
    if (status != BC_OK)
        return status == BC_EINPUT ? BC_ECONFIG : status;
    return add_lexicon(&out->lexicon, a, path, bytes, d);
}

/* All are read, so that one run tells of all that is wrong. */
static enum bc_status load_lexicons(struct studio *out, struct str folder,
                                    const struct option_list *lexicons, struct diag *d)
{
    enum bc_status status = BC_OK;
    struct str names = path_join(&out->arena, folder, S("names-en.pls"));
    out->lexicon.arena = &out->arena;
    if (file_stat(str_z(&out->arena, names)).kind == FILE_REGULAR)
        status = load_lexicon(out, names, d);
    for (ptrdiff_t i = 0; i < lexicons->count; i++) {
        enum bc_status one = load_lexicon(out, lexicons->items[i], d);
        status = status_worse(status, one);
    }
    return status;
}

enum bc_status studio_open(struct studio *out, struct str voices, struct str cast,
                           const struct option_list *lexicons, struct diag *d)
{
    *out = (struct studio){0};
    if (!system_source_date(&out->date, &out->arena)) {
        diag_error(d, NOWHERE, "environment", "unset it, or say it in seconds since 1970",
                   "SOURCE_DATE_EPOCH is no date: '%s'", system_env("SOURCE_DATE_EPOCH"));
        return BC_EUSAGE;
    }
    struct strbuf looked = {.arena = &out->arena};
    const char *folder =
        voices.len ? str_z(&out->arena, voices) : find_voices(&out->arena, &looked);
    if (!folder) {
        diag_error(d, NOWHERE, "voices-missing", "--voices DIR says where they are",
                   "the voice profiles are not there: looked for %.*s",
                   STR_ARGS(strbuf_str(&looked)));
        return BC_EMISSING;
    }
    enum bc_status status = engine_inventory(&out->inventory, &out->arena, d);
    if (status == BC_OK)
        status = palette_load(&out->palette, &out->arena, folder, &out->inventory, d);
    if (status == BC_OK)
        out->content = out->palette->content;
    if (status == BC_OK && cast.len)
        status = load_register(out, cast, d);
    if (status == BC_OK)
        status = load_lexicons(out, str_from(folder), lexicons, d);
    return status;
}

enum bc_status studio_announcements(struct studio *s, struct str path, struct diag *d)
{
    enum { ANNOUNCEMENTS_BYTES_MOST = 1 << 20 };
    struct str bytes;
    const struct source *source;
    if (!path.len)
        return BC_OK;
    enum bc_status status =
        file_read(&bytes, &s->arena, str_z(&s->arena, path), ANNOUNCEMENTS_BYTES_MOST, d);
    if (status != BC_OK)
        return status == BC_EINPUT ? BC_ECONFIG : status;
    if (source_open(&source, &s->arena, path, bytes, d) != BC_OK)
        return BC_ECONFIG;
    add_content(s, bytes);
    return announce_words_read(&s->announcements, &s->arena, source, d);
}

void studio_close(struct studio *s)
{
    arena_clear(&s->arena);
    *s = (struct studio){0};
}

enum bc_status studio_lexicon(const struct lexicon **out, const struct studio *studio,
                              const struct script *s, struct arena *a, struct diag *d)
{
    enum bc_status status = BC_OK;
    *out = studio->lexicon.count ? &studio->lexicon : NULL;
    if (!s->lexicon_count)
        return BC_OK;
    struct lexicon *own = arena_new(a, struct lexicon);
    lexicon_copy(own, a, &studio->lexicon);
    for (ptrdiff_t i = 0; i < s->lexicon_count; i++) {
        struct str bytes, path;
        enum bc_status one =
            file_read_beside(&bytes, &path, a, s->source->name, s->lexicons[i].path,
                             LEXICON_BYTES_MOST, s->lexicons[i].place, d);
        if (one == BC_OK)
            one = add_lexicon(own, a, path, bytes, d);
        status = status_worse(status, one);
    }
    *out = own->count ? own : NULL;
    return status;
}
