/* synth/words.h -- from the engine's events to a begin and an end for every token.
 *
 * Tokens are the blank-separated words of the spoken text that hold a letter or digit. Recipe:
 * zero-length events are dropped; the first WORD event inside a token is its begin; tokens that
 * share an event split its span by character count and are marked as interpolated.
 */
#ifndef BRIEFCAST_SYNTH_WORDS_H
#define BRIEFCAST_SYNTH_WORDS_H

#include "synth/engine.h"

struct word_time {
    ptrdiff_t begin, end; /* bytes of the spoken text */
    int64_t start, stop;  /* samples at ENGINE_RATE_HZ; ascending, start < stop */
    bool interpolated;
};

enum { WORDS_RUN_MOST = 4 }; /* tokens in a row that one event may stand for */

/* *out lives in `a`; *count tokens. BC_EINPUT: more than WORDS_RUN_MOST tokens in a row have no event, or
 * the last one was not reached: the engine dropped text. *missing is then the byte offset of the
 * first token that was dropped. */
BC_CHECK enum bc_status words_locate(struct word_time **out, ptrdiff_t *count, ptrdiff_t *missing,
                                     struct arena *a, struct str spoken, const struct utterance *u);

#endif
