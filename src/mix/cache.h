/* mix/cache.h -- compiled clips by content: DIR/ab/abcdef....opus.
 *
 * $BRIEFCAST_CACHE, else $XDG_CACHE_HOME/briefcast, else ~/.cache/briefcast. Many processes may
 * share one: files appear by rename, and the first writer of a clip wins. What lies in it is not
 * trusted: clip_read judges it, and cache_drop makes room for a better one.
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
#include "mix/clip.h"

struct cache; /* owned by whoever opened it */

/* A cache in which nothing can be written is still read, and a temporary folder (removed by
 * cache_close) takes what is new, with a warning; `temporary` asks for such a folder alone
 * (--no-cache). BC_ECREATE: not even a temporary folder can be made; reported. */
BC_CHECK enum bc_status cache_open(struct cache **out, bool temporary, struct diag *d);
void cache_close(struct cache *c); /* may be NULL */
/* Where new clips go. Valid until the next cache_put or cache_close. */
struct str cache_folder(const struct cache *c);
/* The clip's file, in `a`. BC_ENOINPUT: not there; BC_EIO: something is there that cannot be read
 * as a file, or is larger than any clip: drop it. Neither is reported. A clip that is used counts
 * as new for cache_sweep from the next day on. */
BC_CHECK enum bc_status cache_get(struct str *out, struct arena *a, const struct cache *c,
                                  const struct hash *key);
/* The clip itself, judged by clip_read; only what is kept of it lives in `a`. BC_ENOINPUT: not there;
 * BC_EINPUT: damaged, not a clip, not this one or not readable: drop it and compile it again. */
BC_CHECK enum bc_status cache_clip(struct clip *out, struct arena *a,
                                   const struct cache *c, const struct hash *key);
/* After BC_OK cache_get finds a clip of this key: these bytes, or those of whoever was first. What
 * the cache cannot take goes to a temporary folder. BC_ECREATE: that one cannot take it either. */
BC_CHECK enum bc_status cache_put(struct cache *c, const struct hash *key,
                                  struct str bytes);
/* Removes a damaged clip, or whatever bears its name. */
void cache_drop(struct cache *c, const struct hash *key);

/* Adds to `h` what tells the clip's file from any other, and from itself before its last change.
 * False: there is none, or it has to be read for another reason: it is not in the cache proper, or
 * cache_get would make it new. */
bool cache_identify(struct hasher *h, const struct cache *c, const struct hash *key);

/* Receipts (cli/receipt.h) lie among the clips, DIR/ab/abcdef....receipt, in the cache proper only. The
 * last writer wins. BC_ENOINPUT: not there. What cannot be kept is not. */
BC_CHECK enum bc_status cache_get_receipt(struct str *out, struct arena *a,
                                          const struct cache *c, const struct hash *key);
void cache_put_receipt(const struct cache *c, const struct hash *key, struct str bytes);

struct cache_stats {
    int64_t clips, bytes; /* that are there afterwards */
    int64_t removed, removed_bytes;
};
/* Counts; with keep_days >= 0 removes clips not used for more than that many days (0: all; to the
 * day), and receipts in the same way. Only files with such names are touched. BC_ENOINPUT: the folder cannot be read;
 * reported. */
BC_CHECK enum bc_status cache_sweep(struct cache_stats *out, const struct cache *c,
                                    int keep_days, struct diag *d);

#endif
