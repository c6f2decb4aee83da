/* base/folder.c -- folders: made, walked, removed. (base/file.h) */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <unistd.h>

#include "base/file.h"
#include "base/system.h"

bool file_writable(const char *folder)
{
    return file_stat(folder).kind == FILE_FOLDER && access(folder, W_OK | X_OK) == 0;
}

/* mkdir -p without words. */
static bool make_folders(struct arena *scratch, struct str path)
{
    char *z = str_z(scratch, path);
    for (char *p = z + 1;; p++) {
        if (*p != '/' && *p)
            continue;
        char had = *p;
        *p = '\0';
        if (mkdir(z, 0777) && errno != EEXIST && (!had || errno != EISDIR)) {
            struct stat st; /* a read-only parent that is there is no obstacle */
            int error = errno;
            if (stat(z, &st) || !S_ISDIR(st.st_mode)) {
                errno = error;
                return false;
            }
        }
        *p = had;
        if (!had)
            break;
    }
    struct stat st;
    if (stat(z, &st))
        return false;
    errno = ENOTDIR;
    return S_ISDIR(st.st_mode);
}

enum bc_status file_make_folders(const char *path, struct diag *d)
{
    struct arena scratch = {0};
    bool made = *path && make_folders(&scratch, str_from(path));
    int error = errno;
    arena_clear(&scratch);
    if (made)
        return BC_OK;
    diag_error(d, NOWHERE, "folder-create", NULL, "cannot make the folder '%s': %s", path,
               *path ? strerror(error) : "it has no name");
    errno = error;
    return BC_ECREATE;
}

struct walk {
    struct arena *a;
    struct str root;
    struct str *files, *folders; /* found; to be looked into. Relative to the root */
    ptrdiff_t file_count, file_capacity, folder_count, folder_capacity;
};

/* Most file systems say what an entry is without another call. Links to files are files, and so
 * are links to nothing: who opens one tells. (Archives have those where a file was not fetched.)
 * Links to folders are nothing. */
static unsigned char kind_of(int folder, const struct dirent *e)
{
    if (e->d_type != DT_UNKNOWN && e->d_type != DT_LNK)
        return e->d_type;
    struct stat st;
    if (fstatat(folder, e->d_name, &st, AT_SYMLINK_NOFOLLOW))
        return DT_UNKNOWN;
    if (!S_ISLNK(st.st_mode))
        return (unsigned char)IFTODT(st.st_mode);
    return fstatat(folder, e->d_name, &st, 0) || S_ISREG(st.st_mode) ? DT_REG
                                                                     : DT_UNKNOWN;
}

/* What the kernel shows as files is no folder of anybody's: of a whole disk it is left out. (Linux,
 * linux/magic.h) */
static bool is_kernels(int folder)
{
    static const uint32_t magics[] = {
        0x9FA0,     /* proc */
        0x62656572, /* sysfs */
        0x64626720, /* debugfs */
        0x74726163, /* tracefs */
        0x27E0EB,   /* cgroup */
        0x63677270, /* cgroup2 */
        0x73636673, /* securityfs */
        0x62656570, /* configfs */
        0xCAFE4A11, /* bpf */
        0x6165676C, /* pstore */
        0xDE5E81E4, /* efivarfs */
        0x1CD1,     /* devpts */
        0x42494E4D, /* binfmt_misc */
    };
    struct statfs fs;
    if (fstatfs(folder, &fs))
        return false;
    for (size_t i = 0; i < sizeof magics / sizeof *magics; i++)
        if ((uint32_t)fs.f_type == magics[i])
            return true;
    return false;
}

static bool walk_folder(struct walk *w, struct str folder)
{
    struct str path = folder.len ? path_join(w->a, w->root, folder) : w->root;
    DIR *dir = opendir(str_z(w->a, path));
    if (!dir)
        return false;
    if (folder.len && is_kernels(dirfd(dir))) { /* what was named is looked into */
        closedir(dir);
        return true;
    }
    for (struct dirent *e; errno = 0, (e = readdir(dir));) {
        if (e->d_name[0] == '.')
            continue;
        unsigned char kind = kind_of(dirfd(dir), e);
        if (kind != DT_REG && kind != DT_DIR)
            continue;
        struct str name = str_from(e->d_name);
        name = folder.len ? path_join(w->a, folder, name) : str_copy(w->a, name);
        if (kind == DT_DIR)
            *arena_push(w->a, w->folders, w->folder_count, w->folder_capacity) = name;
        else
            *arena_push(w->a, w->files, w->file_count, w->file_capacity) = name;
    }
    int error = errno; /* of readdir: the end is none */
    closedir(dir);
    errno = error;
    return !error;
}

enum bc_status file_walk(struct str **paths, ptrdiff_t *count, struct arena *a,
                         const char *folder, struct diag *d)
{
    struct walk w = {.a = a, .root = str_from(folder)};
    enum bc_status status = BC_OK;
    struct str next = S("");
    for (;;) {
        if (!walk_folder(&w, next)) {
            diag_error(d, NOWHERE, "folder-read", NULL,
                       "cannot read the folder '%s%s%.*s': %s", folder,
                       next.len ? "/" : "", STR_ARGS(next), strerror(errno));
            status = BC_ENOINPUT;
        }
        if (!w.folder_count)
            break;
        next = w.folders[--w.folder_count];
    }
    if (w.file_count)
        qsort(w.files, (size_t)w.file_count, sizeof *w.files, str_order);
    *paths = w.files;
    *count = w.file_count;
    return status;
}

static int remove_one(const char *path, const struct stat *st, int type, struct FTW *at)
{
    (void)st;
    (void)type;
    (void)at;
    return remove(path);
}

bool file_remove_tree(const char *path)
{
    return nftw(path, remove_one, 16, FTW_DEPTH | FTW_PHYS) == 0;
}

enum bc_status file_temporary_folder(struct str *out, struct arena *a, struct diag *d)
{
    const char *parent = system_env("TMPDIR");
    char *name = str_z(a, str_format(a, "%s/briefcast-XXXXXX", parent ? parent : "/tmp"));
    if (!mkdtemp(name)) {
        diag_error(d, NOWHERE, "folder-create",
                   "set TMPDIR to a folder that can be written",
                   "cannot make a folder in '%s': %s", parent ? parent : "/tmp",
                   strerror(errno));
        return BC_ECREATE;
    }
    *out = str_from(name);
    return BC_OK;
}
