/* transcript/cue_song.h -- notes of music in captions: what is sung, and music without words.
 *
 * Captions put notes around a song's words, who ever sings them; and notes alone, or around a
 * description, where music is heard (EBU-TT-D and the BBC's guidelines have '#' for the note).
 */
#ifndef BRIEFCAST_TRANSCRIPT_CUE_SONG_H
#define BRIEFCAST_TRANSCRIPT_CUE_SONG_H

#include "transcript/document.h"

struct cue_song {
    bool begins, ends; /* with a note */
    bool hashes;       /* '#' stands for the notes */
    /* Why nothing in it is to be said; REASON_NONE: something is. */
    enum reason silent;
};

/* What a line of a cue says about music. */
struct cue_song cue_song_of(struct str line);

#endif
