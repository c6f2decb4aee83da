#include "base/file_beside.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

/* Is every part of `name` the name of something in the folder before it? */
static bool names_file(struct str name)
{
    return name.len && name.ptr[name.len - 1] != '/';
}

static bool stays_inside(struct str name)
{
    struct str part, rest = name;
    if (str_starts(name, S("/")) || str_find_byte(name, 0) >= 0)
        return false;
    while (rest.len) {
        str_cut(rest, '/', &part, &rest);
        if (str_eq(part, S("..")))
            return false;
    }
    return true;
}

/* A descriptor of the file, or -1 and errno. */
static int open_below(struct arena *a, struct str folder, struct str name)
{
    const int folder_flags = O_PATH | O_DIRECTORY | O_CLOEXEC;
    int fd = open(str_z(a, folder), folder_flags);
    struct str part, rest = name;
    while (fd >= 0 && rest.len) {
        str_cut(rest, '/', &part, &rest);
        int flags = rest.len ? folder_flags | O_NOFOLLOW
                             : O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK | O_NOFOLLOW;
        int next = openat(fd, str_z(a, part.len ? part : S(".")), flags);
        int error = errno;
        close(fd);
        errno = error;
        fd = next;
    }
    struct stat st = {0};
    if (fd >= 0 && (fstat(fd, &st) || !S_ISREG(st.st_mode))) {
        close(fd);
        errno = EINVAL;
        return -1;
    }
    return fd;
}

static enum bc_status tell(struct str name, struct place place, struct diag *d)
{
    bool none = errno == ENOENT, link = errno == ELOOP || errno == ENOTDIR;
    diag_error(d, place, none ? "file-missing" : "file-read",
               none ? "the path is read from the folder of this file" : NULL,
               "cannot read '%.*s': %s", STR_ARGS(name),
               none              ? "no such file"
               : errno == EINVAL ? "it is not a regular file"
               : link            ? "links are not followed from here"
                                 : strerror(errno));
    return none ? BC_ENOINPUT : link || errno == EINVAL ? BC_EINPUT : BC_EIO;
}

enum bc_status file_read_beside(struct str *out, struct str *found, struct arena *a,
                                struct str path, struct str name, ptrdiff_t limit,
                                struct place place, struct diag *d)
{
    struct str folder = str_slice(path, 0, path.len - path_base(path).len);
    if (!names_file(name) || !stays_inside(name)) {
        diag_error(d, place, "file-outside",
                   "name a file in this file's folder or below it",
                   names_file(name) ? "'%.*s' is outside of this file's folder"
                                    : "'%.*s' names no file",
                   STR_ARGS(name));
        return BC_EINPUT;
    }
    int fd = open_below(a, folder.len ? folder : S("."), name);
    if (fd < 0)
        return tell(name, place, d);
    enum bc_status status = file_read_fd(out, a, fd, limit);
    if (status == BC_EIO)
        status = tell(name, place, d);
    if (status == BC_EINPUT)
        diag_error(d, place, "file-too-large", NULL, "'%.*s' is larger than %td bytes",
                   STR_ARGS(name), limit);
    close(fd);
    if (found)
        *found = folder.len ? path_join(a, folder, name) : name;
    return status;
}
