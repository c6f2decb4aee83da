#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/process.h"

/* ---- reading ---- */

static bool interrupted(void)
{
    return errno == EINTR && process_interrupted();
}

enum bc_status file_read_fd(struct str *out, struct arena *a, int fd, ptrdiff_t limit)
{
    struct stat st;
    ptrdiff_t room = fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size < limit
                         ? (ptrdiff_t)st.st_size + 1
                         : 16384;
    char *bytes = arena_alloc(a, room, 1);
    ptrdiff_t len = 0;
    for (;;) {
        if (len == room) {
            bytes = arena_grow(a, bytes, room, 2 * room, 1);
            room *= 2;
        }
        ssize_t n = read(fd, bytes + len, (size_t)(room - len));
        if (n < 0 && errno == EINTR && !interrupted())
            continue;
        if (n < 0)
            return BC_EIO;
        if (n == 0)
            break;
        len += n;
        if (len > limit)
            return BC_EINPUT;
    }
    *out = (struct str){bytes, len};
    return BC_OK;
}

/* Opens a regular file for reading. A folder is EISDIR; pipes and devices, which could
 * block or never end, are EINVAL. */
static int open_file(const char *path)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    struct stat st = {0};
    if (fd >= 0 && (fstat(fd, &st) || !S_ISREG(st.st_mode))) {
        close(fd);
        errno = S_ISDIR(st.st_mode) ? EISDIR : EINVAL;
        return -1;
    }
    return fd;
}

static enum bc_status tell_open(const char *name, struct diag *d)
{
    bool folder = errno == EISDIR, special = errno == EINVAL;
    bool none = errno == ENOENT || errno == ENOTDIR;
    diag_error(d, NOWHERE, none ? "file-missing" : "file-read",
               folder    ? "name a file in it"
               : special ? "give it to standard input, and '-' as the name"
                         : NULL,
               "cannot read '%s': %s", name,
               folder    ? "it is a folder"
               : special ? "it is not a regular file"
               : none    ? "no such file"
                         : strerror(errno));
    return none || folder || special ? BC_ENOINPUT : BC_EIO;
}

enum bc_status file_read(struct str *out, struct arena *a, const char *path,
                         ptrdiff_t limit, struct diag *d)
{
    bool standard = !strcmp(path, "-");
    const char *name = standard ? "standard input" : path;
    int fd = standard ? dup(STDIN_FILENO) : open_file(path);
    if (fd < 0)
        return tell_open(name, d);
    enum bc_status status = file_read_fd(out, a, fd, limit);
    if (status == BC_EIO)
        diag_error(d, NOWHERE, "file-read", NULL, "cannot read '%s': %s", name,
                   strerror(errno));
    if (status == BC_EINPUT)
        diag_error(d, NOWHERE, "file-too-large", NULL, "'%s' is larger than %td bytes",
                   name, limit);
    close(fd);
    return status;
}

enum bc_status file_read_quiet(struct str *out, struct arena *a, const char *path,
                               ptrdiff_t limit)
{
    int fd = open_file(path);
    if (fd < 0)
        return errno == ENOENT || errno == ENOTDIR ? BC_ENOINPUT : BC_EIO;
    enum bc_status status = file_read_fd(out, a, fd, limit);
    close(fd);
    return status == BC_OK ? BC_OK : BC_EIO;
}

/* ---- writing ---- */

bool file_write_fd(int fd, struct str bytes)
{
    for (ptrdiff_t at = 0; at < bytes.len;) {
        ssize_t n = write(fd, bytes.ptr + at, (size_t)(bytes.len - at));
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return false;
        at += n;
    }
    return true;
}

static struct str folder_of(struct str path)
{
    ptrdiff_t len = path.len - path_base(path).len;
    while (len > 1 && path.ptr[len - 1] == '/')
        len--;
    return len ? str_slice(path, 0, len) : S(".");
}

enum bc_status file_follow(struct str *out, struct arena *a, const char *path,
                           struct diag *d)
{
    struct stat st;
    *out = str_from(path);
    if (lstat(path, &st) || !S_ISLNK(st.st_mode))
        return BC_OK;
    char *real = realpath(path, NULL);
    if (real) {
        *out = str_from(str_z(a, str_from(real)));
        free(real);
        return BC_OK;
    }
    diag_error(d, NOWHERE, "file-link",
               errno == ELOOP ? "name a file" : "make the file that it names, or drop it",
               errno == ELOOP ? "'%s' is a link that leads in a circle"
                              : "'%s' is a link to nothing",
               path);
    return BC_ENOINPUT;
}

bool file_protected(const char *path)
{
    return access(path, F_OK) == 0 && access(path, W_OK) != 0;
}

enum bc_status file_lock_folder(int *lock, const char *path, struct diag *d)
{
    struct arena scratch = {0};
    const char *folder = str_z(&scratch, folder_of(str_from(path)));
    *lock = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    int failed = *lock < 0 ? -1 : flock(*lock, LOCK_EX);
    while (failed && *lock >= 0 && errno == EINTR && !interrupted())
        failed = flock(*lock, LOCK_EX);
    if (failed)
        diag_error(d, NOWHERE, "file-lock", NULL, "cannot hold the folder '%s': %s",
                   folder, strerror(errno));
    if (failed && *lock >= 0)
        close(*lock);
    arena_clear(&scratch);
    return failed ? BC_ECREATE : BC_OK;
}

void file_unlock(int lock)
{
    close(lock);
}

/* A new file beside `path`, whose name no reader takes for a result; its name in *name. */
static int create_beside(const char **name, struct arena *a, const char *path)
{
    struct str folder = folder_of(str_from(path));
    for (int i = 0; i < 1000; i++) {
        struct str t = str_format(a, "%.*s/.briefcast-%ld-%d.tmp", STR_ARGS(folder),
                                  (long)getpid(), i);
        *name = str_z(a, t);
        int fd = open(*name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        struct diag quiet = {.arena = a};
        if (fd < 0 && errno == ENOENT && i == 0 &&
            file_make_folders(str_z(a, folder), &quiet) == BC_OK)
            continue;
        if (fd >= 0 || errno != EEXIST)
            return fd;
    }
    return -1;
}

static void sync_folder(struct str folder, struct arena *scratch)
{
    int fd = open(str_z(scratch, folder), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return;
    fsync(fd); /* some file systems cannot; the rename is atomic all the same */
    close(fd);
}

/* Writes a temporary file for f->path. On failure nothing is left and errno says why. */
static enum bc_status stage(struct file_staged *f, struct arena *a, const char *path,
                            struct str bytes, enum file_durability how)
{
    *f = (struct file_staged){.path = path, .slot = -1};
    const char *name;
    int fd = create_beside(&name, a, path);
    if (fd < 0)
        return BC_ECREATE;
    f->slot = process_guard_file(name);
    f->temporary = name;
    bool fine = file_write_fd(fd, bytes) && (how != FILE_DURABLE || fsync(fd) == 0);
    int error = errno;
    if (close(fd) && fine) {
        fine = false;
        error = errno;
    }
    if (fine)
        return BC_OK;
    file_discard(f);
    errno = error;
    return BC_EIO;
}

void file_discard(struct file_staged *f)
{
    if (!f->temporary)
        return;
    unlink(f->temporary);
    process_release_file(f->slot);
    f->temporary = NULL;
}

static bool commit(struct file_staged *f)
{
    if (rename(f->temporary, f->path)) {
        int error = errno;
        file_discard(f);
        errno = error;
        return false;
    }
    process_release_file(f->slot);
    f->temporary = NULL;
    return true;
}

static enum bc_status tell_write(enum bc_status status, const char *path, struct diag *d)
{
    if (status == BC_ECREATE)
        diag_error(d, NOWHERE, "file-create",
                   errno == EACCES || errno == EROFS ? "choose another folder with -o"
                                                     : NULL,
                   "cannot create '%s': %s", path, strerror(errno));
    else if (status != BC_OK)
        diag_error(d, NOWHERE, "file-write",
                   errno == ENOSPC ? "make room on the disk" : NULL,
                   "cannot write '%s': %s", path, strerror(errno));
    return status;
}

/* A file that is there already, byte for byte. */
static bool holds(const char *path, struct str bytes)
{
    struct stat st;
    if (lstat(path, &st) || !S_ISREG(st.st_mode) || st.st_size != bytes.len)
        return false;
    struct arena scratch = {0};
    struct str had;
    bool same =
        file_read_quiet(&had, &scratch, path, bytes.len) == BC_OK && str_eq(had, bytes);
    arena_clear(&scratch);
    return same;
}

enum bc_status file_stage(struct file_staged *out, struct arena *a, const char *path,
                          struct str bytes, struct diag *d)
{
    if (holds(path, bytes)) {
        *out = (struct file_staged){.path = path, .slot = -1};
        return BC_OK;
    }
    return tell_write(stage(out, a, path, bytes, FILE_DURABLE), path, d);
}

enum bc_status file_commit(struct file_staged *files, ptrdiff_t count, struct diag *d)
{
    struct arena scratch = {0};
    enum bc_status status = BC_OK;
    struct str unsynced = S(""); /* a folder with a new name in it */
    for (ptrdiff_t i = 0; i < count; i++) {
        if (!files[i].temporary)
            continue; /* it was there already */
        if (status != BC_OK || !commit(&files[i])) {
            if (status == BC_OK)
                status = tell_write(BC_ECREATE, files[i].path, d);
            file_discard(&files[i]);
            continue;
        }
        struct str folder = folder_of(str_from(files[i].path));
        if (unsynced.len && !str_eq(folder, unsynced))
            sync_folder(unsynced, &scratch);
        unsynced = folder;
    }
    if (unsynced.len)
        sync_folder(unsynced, &scratch);
    arena_clear(&scratch);
    return status;
}

/* Devices and pipes cannot be replaced: they are written to. */
static enum bc_status write_through(const char *path, struct str bytes)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0)
        return BC_ECREATE;
    bool fine = file_write_fd(fd, bytes);
    int error = errno;
    if (close(fd) && fine)
        return BC_EIO;
    errno = error;
    return fine ? BC_OK : BC_EIO;
}

enum bc_status file_write(const char *path, struct str bytes, enum file_durability how,
                          struct diag *d)
{
    if (file_stat(path).kind == FILE_OTHER)
        return tell_write(write_through(path, bytes), path, d);
    struct arena scratch = {0};
    struct file_staged f;
    enum bc_status status = stage(&f, &scratch, path, bytes, how);
    if (status == BC_OK && !commit(&f))
        status = BC_ECREATE;
    tell_write(status, path, d);
    if (status == BC_OK && how == FILE_DURABLE)
        sync_folder(folder_of(str_from(path)), &scratch);
    arena_clear(&scratch);
    return status;
}

enum bc_status file_write_once(const char *path, struct str bytes)
{
    struct arena scratch = {0};
    struct file_staged f;
    enum bc_status status = stage(&f, &scratch, path, bytes, FILE_CACHED);
    if (status == BC_OK) {
        /* link() fails where the name is taken: the first writer wins */
        if (link(f.temporary, path) == 0 || errno == EEXIST)
            file_discard(&f);
        else if (!commit(&f)) /* a file system without hard links */
            status = BC_ECREATE;
    }
    arena_clear(&scratch);
    return status;
}

/* ---- asking ---- */

struct file_info file_stat(const char *path)
{
    struct stat st;
    if (stat(path, &st))
        return (struct file_info){.kind = FILE_NONE};
    return (struct file_info){
        .kind = S_ISREG(st.st_mode)   ? FILE_REGULAR
                : S_ISDIR(st.st_mode) ? FILE_FOLDER
                                      : FILE_OTHER,
        .size = st.st_size,
        .device = (int64_t)st.st_dev,
        .inode = (int64_t)st.st_ino,
        .modified_ns = (int64_t)st.st_mtim.tv_sec * 1000000000 + st.st_mtim.tv_nsec,
        .changed_ns = (int64_t)st.st_ctim.tv_sec * 1000000000 + st.st_ctim.tv_nsec,
    };
}

struct file_info file_identify(struct hasher *h, const char *path)
{
    struct file_info info = file_stat(path);
    hasher_int(h, info.kind);
    hasher_int(h, info.device);
    hasher_int(h, info.inode);
    hasher_int(h, info.size);
    hasher_int(h, info.modified_ns);
    hasher_int(h, info.changed_ns);
    return info;
}

bool file_remove(const char *path)
{
    return unlink(path) == 0;
}
