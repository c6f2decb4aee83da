/* cli/receipt.h -- what an episode was made of and what it became: a run in which nothing changed
 * looks at the outputs, and neither reads clips nor links.
 *
 * A receipt lies in the cache under a key of all that can change a bit of the outputs: the program and
 * its libraries, the input's bytes and name, options, voices, register and cover by content, and the
 * keys of all clips. Transcript and script are made anew each time, as the clips' keys (and what is to
 * be said of the input) come from them. It holds only while the outputs have the bytes that it says,
 * and all clips are the files that they were. What is wrong with it, or missing, costs time only.
 */
#ifndef BRIEFCAST_CLI_RECEIPT_H
#define BRIEFCAST_CLI_RECEIPT_H

#include "cli/pipeline.h"

struct receipt {
    int64_t samples; /* at 48 kHz */
    int64_t chapters;
    int integrated_cb, true_peak_cb;
    int64_t bytes[OUTPUT_COUNT];
    struct hash outputs[OUTPUT_COUNT]; /* BLAKE2b-256 */
    struct hash sha256[OUTPUT_COUNT];
    bool has_sha256;
    struct hash clips; /* their files' identities; set by receipt_keep */
};

/* What an episode is made of; all borrowed. */
struct receipt_basis {
    const struct input *input;
    const struct script *script;
    const struct clip_order *orders; /* one for each segment */
    const struct picture *cover;     /* NULL: none */
    const struct hash *voices;       /* the studio's content */
    const struct taking *how;
    struct str title; /* that was asked for; "" = none */
};
/* False: there can be none, as it is not certain which program this is. */
BC_CHECK bool receipt_key(struct hash *out, const struct receipt_basis *b);
/* What is written down of an episode; `sha256`: that as well. */
struct receipt receipt_of(const struct rendered *r, bool sha256);
/* Keeps it, where there is a cache that lasts; quiet. */
void receipt_keep(struct receipt *r, struct cache *cache, const struct hash *key,
                  const struct clip_order *orders, ptrdiff_t count);
/* False: there is none, or the outputs or clips are not (or not certainly) what they were. */
bool receipt_holds(struct receipt *out, struct cache *cache, const struct hash *key,
                   const struct clip_order *orders, ptrdiff_t count,
                   const struct input *in, bool sha256);

#endif
