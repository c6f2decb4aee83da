/* transcript/cues.h -- timed pieces of speech become paragraphs again.
 *
 * Captions cut sentences at any word, say each line twice when they roll up, and name a speaker
 * each time or only when it is another. This joins them: a block is a paragraph, and begins where
 * another speaker, a dash or ">>", what could be a label, a song, or a pause behind a sentence
 * stands.
 * Readers of captions and of transcripts in segments give it what they find, in order.
 */
#ifndef BRIEFCAST_TRANSCRIPT_CUES_H
#define BRIEFCAST_TRANSCRIPT_CUES_H

#include <stdint.h>

#include "transcript/document.h"

enum { CUES_LINES_SHOWN = 4 }; /* lines of the cue before that may stand again */

struct cue_piece {
    struct text text;
    struct text speaker; /* said by; empty: as before */
};

/* Zeroed but for document and arena it is empty. What is added lives in `scratch` until the next
 * cue begins. */
struct cues {
    struct document *doc; /* borrowed */
    struct arena *a;      /* blocks live here */
    struct arena scratch; /* of the cue in the making */
    struct cue_piece *pieces;
    ptrdiff_t piece_count, piece_capacity;
    struct text pending;          /* a speaker who has said nothing yet */
    int64_t begin_ms, end_ms;     /* of the cue; -1: unknown */
    int64_t last_end_ms;          /* of the one before */
    struct arena paragraph_arena; /* of the block in the making */
    struct textbuf paragraph;
    ptrdiff_t name_end; /* bytes of the paragraph that are a speaker's name */
    bool narrated;      /* nobody is named who says the paragraph */
    bool singing;       /* the paragraph is sung, by nobody who is named */
    bool song_open;     /* and no note has ended it */
    struct arena keep;
    struct strbuf speaker;  /* who has the turn; "" when the format names nobody */
    struct strbuf label;    /* what could be one, at the latest line that began so */
    struct strbuf shown[2]; /* lines of this cue and of the one before, with '\n' */
    int showing;
};

/* A cue begins; times in milliseconds, -1 when the format says none. */
void cues_begin(struct cues *c, int64_t begin_ms, int64_t end_ms);
/* The format says that what follows is said by `name`. */
void cues_speaker(struct cues *c, struct text name);
/* A line of the cue, or a part of one before another speaker's. Entities decoded, mark-up disposed
 * of. */
void cues_text(struct cues *c, struct text line);
/* Behind the last cue: adds what is left and releases everything. */
void cues_finish(struct cues *c);

#endif
