#include "base/archive.h"

#include <zip.h>

struct archive {
    zip_t *zip;
    const struct source *source;
    int64_t read; /* bytes of all members that were read */
};

bool archive_is(struct str bytes)
{
    return str_starts(bytes, S("PK\003\004")) || str_starts(bytes, S("PK\005\006"));
}

static enum bc_status damaged(const struct source *s, const char *why, struct diag *d)
{
    diag_error(d, place_of(s, 0, 0), "archive-damaged", "fetch or save the file again",
               "the archive is damaged or cut off: %s", why);
    return BC_EINPUT;
}

enum bc_status archive_open(struct archive **out, struct arena *a, const struct source *s,
                            struct diag *d)
{
    zip_error_t error;
    *out = NULL;
    zip_error_init(&error);
    zip_source_t *buffer =
        zip_source_buffer_create(s->file.ptr, (zip_uint64_t)s->file.len, 0, &error);
    if (!buffer)
        out_of_memory();
    zip_t *zip = zip_open_from_source(buffer, ZIP_RDONLY, &error);
    if (!zip) {
        if (zip_error_code_zip(&error) == ZIP_ER_MEMORY)
            out_of_memory();
        enum bc_status status = damaged(s, zip_error_strerror(&error), d);
        zip_source_free(buffer);
        zip_error_fini(&error);
        return status;
    }
    zip_error_fini(&error);
    int64_t members = zip_get_num_entries(zip, 0);
    if (members > ARCHIVE_MEMBERS_MOST) {
        diag_error(d, place_of(s, 0, 0), "archive-too-large",
                   "save its text as .txt or HTML",
                   "the archive has %lld members, more than %d", (long long)members,
                   ARCHIVE_MEMBERS_MOST);
        zip_discard(zip);
        return BC_EINPUT;
    }
    *out = arena_new(a, struct archive);
    **out = (struct archive){.zip = zip, .source = s};
    return BC_OK;
}

void archive_close(struct archive *archive)
{
    if (archive)
        zip_discard(archive->zip);
}

static int64_t locate(const struct archive *archive, struct str member)
{
    struct arena scratch = {0};
    int64_t index = zip_name_locate(archive->zip, str_z(&scratch, member), 0);
    arena_clear(&scratch);
    return index;
}

bool archive_has(const struct archive *archive, struct str member)
{
    return locate(archive, member) >= 0;
}

/* What can be done about it. */
static const char *hint_of(const char *code)
{
    struct str s = str_from(code);
    return str_eq(s, S("archive-encrypted"))   ? "save it without a password"
           : str_eq(s, S("archive-too-large")) ? "save its text as .txt or HTML"
                                               : "fetch or save the file again";
}

static enum bc_status refuse(const struct archive *archive, struct str member,
                             const char *code, const char *why, struct diag *d)
{
    diag_error(d, place_of(archive->source, 0, 0), code, hint_of(code),
               "the archive's member '%.*s' %s", STR_ARGS(member), why);
    return BC_EINPUT;
}

/* Is what the archive says of the member within the limits? */
static enum bc_status check(struct archive *archive, const zip_stat_t *stat,
                            struct str member, struct diag *d)
{
    const zip_uint64_t needed = ZIP_STAT_SIZE | ZIP_STAT_ENCRYPTION_METHOD;
    if ((stat->valid & needed) != needed)
        return refuse(archive, member, "archive-damaged", "is damaged", d);
    if (stat->encryption_method != ZIP_EM_NONE)
        return refuse(archive, member, "archive-encrypted", "is encrypted", d);
    int64_t most = (int64_t)archive->source->file.len * ARCHIVE_RATIO_MOST;
    most = most < ARCHIVE_RATIO_FREE ? ARCHIVE_RATIO_FREE : most;
    most = most > ARCHIVE_BYTES_MOST ? ARCHIVE_BYTES_MOST : most;
    if (stat->size > (zip_uint64_t)(most - archive->read))
        return refuse(archive, member, "archive-too-large", "is too large when unpacked",
                      d);
    archive->read += (int64_t)stat->size;
    return BC_OK;
}

enum bc_status archive_read(struct str *out, struct arena *a, struct archive *archive,
                            struct str member, struct diag *d)
{
    zip_stat_t stat;
    int64_t index = locate(archive, member);
    *out = (struct str){0};
    zip_stat_init(&stat);
    if (index < 0 || zip_stat_index(archive->zip, (zip_uint64_t)index, 0, &stat))
        return refuse(archive, member, "archive-incomplete", "is not there", d);
    enum bc_status status = check(archive, &stat, member, d);
    if (status != BC_OK)
        return status;
    zip_file_t *file = zip_fopen_index(archive->zip, (zip_uint64_t)index, 0);
    if (!file)
        return refuse(archive, member, "archive-damaged", "cannot be unpacked", d);
    char *bytes = arena_array(a, char, (ptrdiff_t)stat.size + 1);
    int64_t len = 0, got = 0;
    /* One byte more is asked for: there is to be none, and then the checksum is looked at. */
    while (len <= (int64_t)stat.size &&
           (got = zip_fread(file, bytes + len, stat.size + 1 - (zip_uint64_t)len)) > 0)
        len += got;
    bool whole = len == (int64_t)stat.size && got == 0;
    zip_fclose(file);
    if (!whole)
        return refuse(archive, member, "archive-damaged", "is damaged or cut off", d);
    *out = (struct str){bytes, (ptrdiff_t)stat.size};
    return BC_OK;
}
