/* base/archive.h -- ZIP archives in memory, read only. (libzip)
 *
 * Nothing is unpacked to the disk. What an archive may cost is bounded before anything of it is
 * decompressed: ARCHIVE_MEMBERS_MOST members, and ARCHIVE_BYTES_MOST bytes in all members that are
 * read; over ARCHIVE_RATIO_FREE bytes at most ARCHIVE_RATIO_MOST times the archive's own size. A
 * member that is longer than it says is refused, too.
 */
#ifndef BRIEFCAST_BASE_ARCHIVE_H
#define BRIEFCAST_BASE_ARCHIVE_H

#include "base/diag.h"
#include "base/source.h"
#include "base/status.h"
#include "base/str.h"

enum {
    ARCHIVE_MEMBERS_MOST = 20000,
    ARCHIVE_BYTES_MOST = 64 << 20,
    ARCHIVE_RATIO_FREE = 4 << 20,
    ARCHIVE_RATIO_MOST = 100,
};

struct archive;

/* Do the bytes begin as an archive does? */
bool archive_is(struct str bytes);
/* Opens the archive that the file of `s` is; both are borrowed until archive_close. BC_EINPUT, and
 * *out is NULL: damaged, cut off, or too many members; reported to `d`. */
BC_CHECK enum bc_status archive_open(struct archive **out, struct arena *a,
                                     const struct source *s, struct diag *d);
void archive_close(struct archive *archive); /* NULL is allowed */

bool archive_has(const struct archive *archive, struct str member);
/* A member's bytes, which live in `a`. BC_EINPUT: there is none of that name, it is encrypted,
 * damaged, or over a limit; reported to `d`. */
BC_CHECK enum bc_status archive_read(struct str *out, struct arena *a,
                                     struct archive *archive, struct str member,
                                     struct diag *d);

#endif
