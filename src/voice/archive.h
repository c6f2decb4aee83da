/* voice/archive.h -- voices for all people of many files at once (--update-cast).
 *
 * Nobody meets somebody with the same voice, as far as there are voices: a colouring of the graph of who
 * stands in one file with whom. People of a register keep theirs. The result depends on the files, not on
 * their order.
 */
#ifndef BRIEFCAST_VOICE_ARCHIVE_H
#define BRIEFCAST_VOICE_ARCHIVE_H

#include "script/script.h"
#include "voice/register.h"

enum { ARCHIVE_NAME_BYTES_MOST = 200 }; /* longer names are not registered */

struct archive_person;
struct archive_label;

/* Zeroed but for the arena it is empty; everything lives in it. */
struct archive {
    struct arena *arena;
    struct archive_person *people; /* one for each person of each file */
    ptrdiff_t count, capacity;
    ptrdiff_t files;
    struct archive_label *labels; /* other than the names */
    ptrdiff_t label_count, label_capacity;
};

/* Remembers who speaks in a script, which was built and need not be cast. The narrator and anonymous labels
 * get their voices in each file. */
void archive_add(struct archive *x, const struct script *s);

/* A voice for each who is not in `r`, or has none there: *out lives in the archive's arena, in order of
 * names. Who speaks a language that the palette has no voices for is left out. Returns how many there are. */
ptrdiff_t archive_cast(struct newcomer **out, struct archive *x, const struct palette *p,
                       const struct cast_register *r);

#endif
