/* mix/timeline.h -- where every clip, word and chapter of an episode begins and ends.
 *
 * Built once from a script and its clips; nothing in it changes afterwards. All times are samples
 * at 48 kHz from the first sample that is played (after pre-skip, RFC 7845 section 4.2). A packet
 * is 960 samples; clips begin at whole packets. The pause before a chapter is stretched so that
 * the chapter starts on a whole second and its first sound at most 40 ms later. That goes for the
 * first chapter, too: it starts at 1 s, after a second of silence. (A first sound within 40 ms of
 * the file's begin is swallowed by loudspeakers that have to wake up; players and converters take a
 * gap before the first chapter as they take any other.)
 */
#ifndef BRIEFCAST_MIX_TIMELINE_H
#define BRIEFCAST_MIX_TIMELINE_H

#include "mix/clip.h"
#include "script/script.h"

enum { TIMELINE_HZ = 48000, TIMELINE_CHAPTERS_MOST = 99, TIMELINE_TITLE_MOST = 400 };

struct timeline_entry {
    int64_t packet;     /* index of the clip's first packet */
    int64_t start, end; /* samples: speech, without the pause after it */
};

struct timeline_chapter {
    /* The script's on one line, at most TIMELINE_TITLE_MOST bytes; its number when it has none. The
     * same in every output. */
    struct str title;
    int64_t start, end; /* samples; start is a whole second, end the next one's start */
    ptrdiff_t chapter;  /* the script's first chapter in it */
};

struct timeline {
    const struct script *script;    /* borrowed */
    const struct clip *clips;       /* borrowed; clips[i] is segment i's */
    struct timeline_entry *entries; /* one per segment */
    struct timeline_chapter *chapters;
    ptrdiff_t chapter_count;
    int64_t packets; /* in all, pauses included; one more than are played: pre-skip */
    int64_t end;     /* samples to play, whole packets */
};

/* clips[i] belongs to segment i; a clip of no packets is a segment that is not heard. The result
 * lives in `a`. PAUSE_EDGE_MS before the first segment, every segment's own pause after it. A pause is never shorter than planned, and
 * longer by less than 20 ms, unless the clips' own silence is longer still. Chapters past the 99th
 * are merged into their predecessors with one warning; a chapter in which nothing is spoken is left
 * out with a warning. BC_EINPUT: no segments. */
BC_CHECK enum bc_status timeline_build(struct timeline **out, struct arena *a,
                                       const struct script *s, const struct clip *clips,
                                       struct diag *d);
/* "01:02:03.456", rounded down. */
struct str timeline_clock(struct arena *a, int64_t samples);

#endif
