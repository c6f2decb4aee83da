/* base/file.h -- reading whole files, writing them atomically, walking folders.
 *
 * All operating-system calls about files are here. Functions that fail give the reason
 * to `d` (path, errno in words, what to do).
 *
 */
#ifndef BRIEFCAST_BASE_FILE_H
#define BRIEFCAST_BASE_FILE_H

#include <stdbool.h>
#include <sys/types.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/hash.h"
#include "base/status.h"
#include "base/str.h"

/* Reads all of `path` ("-": standard input) into `a`, at most `limit` bytes.
 * BC_ENOINPUT: no such file, or a folder, pipe or device; BC_EINPUT: larger than limit;
 * BC_EIO: reading failed. */
BC_CHECK enum bc_status file_read(struct str *out, struct arena *a, const char *path,
                                  ptrdiff_t limit, struct diag *d);
/* As file_read; a file that is not there is BC_ENOINPUT without a diagnostic, and
 * anything else wrong is BC_EIO without one: for caches. */
BC_CHECK enum bc_status file_read_quiet(struct str *out, struct arena *a,
                                        const char *path, ptrdiff_t limit);
/* The rest of an open file. BC_EINPUT: more than `limit` bytes; BC_EIO: errno says why. Quiet. */
BC_CHECK enum bc_status file_read_fd(struct str *out, struct arena *a, int fd,
                                     ptrdiff_t limit);

/* Where a path leads that may be a link, or a chain of them; `path` where it is none. Lives in `a`.
 * BC_ENOINPUT: they lead to nothing, or in a circle; reported. */
BC_CHECK enum bc_status file_follow(struct str *out, struct arena *a, const char *path,
                                    struct diag *d);

/* Is there a file that may not be written, although its folder may? */
bool file_protected(const char *path);

/* Waits until nobody else holds the folder of `path`, and holds it until file_unlock or the process's end
 * (flock). *lock is to be given back. BC_ECREATE: it is not there or cannot be held. */
BC_CHECK enum bc_status file_lock_folder(int *lock, const char *path, struct diag *d);
void file_unlock(int lock);

enum file_durability {
    FILE_DURABLE, /* fsync file and folder: outputs */
    FILE_CACHED,  /* rename only: caches */
};
/* Writes `bytes` to a temporary file beside `path` and renames it over `path`, so that a
 * reader sees the old content or the new one, never a part. Makes missing parent
 * folders. Nothing is left behind on failure. BC_ECREATE: cannot create; BC_EIO: writing
 * failed half-way. */
BC_CHECK enum bc_status file_write(const char *path, struct str bytes,
                                   enum file_durability how, struct diag *d);
/* As file_write with FILE_CACHED, but an existing `path` is kept (the first writer
 * wins). Quiet. */
BC_CHECK enum bc_status file_write_once(const char *path, struct str bytes);

/* Several files that appear together: stage each (written and fsynced beside its place),
 * then commit all (renamed in order; those behind one that fails are discarded), or
 * discard. A staged file that is neither is removed by process_remove_guarded. A file that
 * is there already, byte for byte, is left alone, its time of change too. */
struct file_staged {
    const char *path; /* borrowed: must outlive the commit */
    const char
        *temporary; /* lives in the arena; NULL: committed, discarded, or there already */
    int slot;       /* the module's own */
};
BC_CHECK enum bc_status file_stage(struct file_staged *out, struct arena *a,
                                   const char *path, struct str bytes, struct diag *d);
BC_CHECK enum bc_status file_commit(struct file_staged *files, ptrdiff_t count,
                                    struct diag *d);
void file_discard(struct file_staged *f);

enum file_kind { FILE_NONE, FILE_REGULAR, FILE_FOLDER, FILE_OTHER };
struct file_info {
    enum file_kind kind;
    int64_t size; /* bytes */
    int64_t device, inode;
    int64_t modified_ns;
    int64_t changed_ns; /* the file, or what is known of it: nobody can set this time */
};
struct file_info
file_stat(const char *path); /* follows links; FILE_NONE when it is not there */
/* The same, and adds to `h` what tells this file from any other, and from itself before its last
 * change. */
struct file_info file_identify(struct hasher *h, const char *path);
bool file_writable(
    const char *folder); /* an existing folder in which files can be made */
BC_CHECK enum bc_status file_make_folders(const char *path,
                                          struct diag *d); /* like mkdir -p */
/* The regular files below `folder`, paths relative to it, sorted by bytes; names that
 * begin with a dot are skipped, links to folders are not followed, links to nothing are there. What the
 * kernel shows as files (/proc, /sys) is left out below `folder`. */
BC_CHECK enum bc_status file_walk(struct str **paths, ptrdiff_t *count, struct arena *a,
                                  const char *folder, struct diag *d);
bool file_remove(const char *path);
/* Removes a folder that holds only files and folders (no links followed). */
bool file_remove_tree(const char *path);
/* Makes a new private folder below $TMPDIR or /tmp; lives in `a`. */
BC_CHECK enum bc_status file_temporary_folder(struct str *out, struct arena *a,
                                              struct diag *d);
/* All bytes to a descriptor, across EINTR and short writes. */
bool file_write_fd(int fd, struct str bytes);

/* The part behind the last slash; "" for a path that ends with one. */
struct str path_base(struct str path);
/* The part behind the last dot of the base name, without the dot; "" when there is none. */
struct str path_extension(struct str path);
struct str path_join(struct arena *a, struct str folder,
                     struct str name); /* NUL-terminated */
/* A name that is safe as one path component everywhere: no slashes, control characters,
 * leading dots, reserved characters (<>:"|?*\); at most 120 bytes, cut at a character.
 * Never empty. */
struct str path_sanitise(struct arena *a, struct str name);

#endif
