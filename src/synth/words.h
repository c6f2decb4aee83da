/* synth/words.h -- from the engine's events to a begin and an end for every token.
 *
 * Tokens are the blank-separated words of the spoken text that hold a letter or digit. Recipe: the
 * first event inside a token, further on than all before it, is its begin, moved on over silence;
 * events of length zero are doubtful and count only for the token that is due. Tokens without an
 * event were spoken in one breath with the one before ("of the") and split its span by character
 * count; they are marked as interpolated. A token ends where the next one begins, less the silence
 * before that. Words behind a pause lie at their onset in the decoded audio: median 2 ms, 95th
 * percentile 5 ms, over five languages (tests/program/test_word_times.py).
 *
 * Measured over 23,500 tokens of whole transcripts in five languages (tests/program/test_archive.py):
 * 2.9 % have no event, never more than two in a row, and no number is among them. So more than
 * WORDS_RUN_MOST in a row, or a token with a digit (unless it is the "000" of a "10 000" that was
 * read as one number), means that the engine dropped text: over 1000 phonemes or 300 words in a
 * clause it does so without a word.
 */
#ifndef BRIEFCAST_SYNTH_WORDS_H
#define BRIEFCAST_SYNTH_WORDS_H

#include "synth/engine.h"

struct word_time {
    ptrdiff_t begin, end; /* bytes of the spoken text */
    int64_t start, stop;  /* samples at ENGINE_RATE_HZ; ascending, start < stop */
    bool interpolated;
};

enum { WORDS_RUN_MOST = 2 }; /* tokens in a row that need no event of their own */

/* *out lives in `a`; *count tokens, which may be none. BC_EINPUT: the engine dropped text; *missing
 * is then the byte offset of the first token that was dropped. */
BC_CHECK enum bc_status words_locate(struct word_time **out, ptrdiff_t *count,
                                     ptrdiff_t *missing, struct arena *a,
                                     struct str spoken, const struct utterance *u);

#endif
