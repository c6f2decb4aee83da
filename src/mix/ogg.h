/* mix/ogg.h -- Ogg Opus files: pages, headers, comments. (libogg; RFC 3533, RFC 7845) */
#ifndef BRIEFCAST_MIX_OGG_H
#define BRIEFCAST_MIX_OGG_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "base/str.h"

struct ogg_comment {
    struct str name;  /* upper case ASCII without '=' */
    struct str value; /* UTF-8 */
};

struct ogg_head {
    int pre_skip;       /* samples at 48 kHz */
    int input_rate_hz;  /* informative */
    int output_gain_q8; /* 1/256 dB */
    uint32_t serial;
    struct str vendor;
    const struct ogg_comment *comments; /* in order; written as they are */
    ptrdiff_t comment_count;
    ptrdiff_t bytes_expected; /* when written: saves growing; 0: unknown */
};

struct ogg_writer;
/* Starts a file in memory (growing in `a`): OpusHead alone on the first page, OpusTags ending its
 * page. Lives in `a`. */
struct ogg_writer *ogg_begin(struct arena *a, const struct ogg_head *head);
/* Appends a 20 ms packet (1 to 65,024 bytes), borrowed until the next call. A page is closed after
 * 1 s (50 packets), and before this packet when `new_page`. */
void ogg_add(struct ogg_writer *w, struct str packet, bool new_page);
/* Ends the stream with granule position `end` (pre-skip + samples to play; at most the samples
 * written, less by less than one packet) and gives the file. At least one packet was added; the
 * writer is done with and its buffers are freed, so that every writer has to be ended. */
struct str ogg_end(struct ogg_writer *w, int64_t end);

struct ogg_file {
    struct ogg_head head; /* comments live in the arena */
    struct str *packets;  /* of audio, in `a` */
    ptrdiff_t packet_count;
    int64_t end; /* the last granule position */
};
/* Reads a file of one Opus stream of one or two channels. Strict: nothing before, between or behind
 * the pages; checksums, sequence numbers and the marks of begin and end are verified; names of
 * comments come in upper case, comments without a name are left out. Any bytes may be given.
 * BC_EINPUT: not one, or damaged. */
BC_CHECK enum bc_status ogg_read(struct ogg_file *out, struct arena *a, struct str bytes);
/* The first comment of this name; {NULL, 0} when there is none. */
struct str ogg_comment_find(const struct ogg_head *h, struct str name);

#endif
