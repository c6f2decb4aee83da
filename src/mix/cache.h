/* mix/cache.h -- compiled clips by content: DIR/ab/abcdef....opus.
 *
 * $BRIEFCAST_CACHE, else $XDG_CACHE_HOME/briefcast, else ~/.cache/briefcast. Many processes may
 * share one: files appear by rename, and the first writer of a clip wins.
 */
#ifndef BRIEFCAST_MIX_CACHE_H
#define BRIEFCAST_MIX_CACHE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/hash.h"
#include "base/status.h"
#include "base/str.h"

struct cache; /* owned by whoever opened it */

/* A cache that cannot be written is replaced by a temporary one (removed by cache_close), with a
 * warning; `temporary` asks for one (--no-cache). */
BC_CHECK enum bc_status cache_open(struct cache **out, bool temporary, struct diag *d);
void cache_close(struct cache *c);
struct str cache_folder(const struct cache *c);
/* The clip's file, in `a`. BC_ENOINPUT: not there. */
BC_CHECK enum bc_status cache_get(struct str *out, struct arena *a, const struct cache *c,
                                  const struct hash *key);
BC_CHECK enum bc_status cache_put(const struct cache *c, const struct hash *key, struct str bytes);
/* Removes a damaged clip. */
void cache_drop(const struct cache *c, const struct hash *key);

struct cache_stats {
    int64_t clips, bytes, removed, removed_bytes;
};
/* Counts; with keep_days >= 0 removes clips not used for more than that many days (0: all). Only files
 * with a clip's name are touched. */
BC_CHECK enum bc_status cache_sweep(struct cache_stats *out, const struct cache *c, int keep_days,
                                    struct diag *d);

#endif
