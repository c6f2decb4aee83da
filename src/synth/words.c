#include "synth/words.h"

#include <stdlib.h>

#include "base/unicode.h"

enum {
    STEP = ENGINE_RATE_HZ /
           200,       /* 5 ms: the grain in which silence before a word is looked for */
    QUIET_PART = 100, /* of the utterance's peak: what counts as silence */
    NO_EVENT = -1,
};

struct token {
    ptrdiff_t begin, end; /* bytes */
    int64_t first, last;  /* code points of the text, from 1, last included */
    bool digit;           /* holds one */
    bool thousands;       /* is three digits that may continue the number before it */
    int64_t start;        /* sample of its event, or NO_EVENT */
};

/* ---- tokens ---- */

static void token_classify(struct token *t, struct str text, const struct token *before)
{
    int digits = 0, others = 0;
    bool phonemes = str_starts(str_slice(text, t->begin, t->end), S("[["));
    for (ptrdiff_t at = t->begin; at < t->end && !phonemes;) {
        int32_t c = utf8_next(text, &at);
        digits += unicode_is_digit(c);
        others += unicode_is_letter(c);
    }
    t->digit = digits > 0;
    t->thousands = digits == 3 && !others && before && before->digit;
}

static struct token *tokens_find(struct arena *a, struct str text, ptrdiff_t *count)
{
    ptrdiff_t capacity = 16;
    struct token *tokens = arena_array(a, struct token, capacity);
    int64_t position = 0;
    *count = 0;
    for (ptrdiff_t at = 0; at < text.len;) {
        struct token t = {.start = NO_EVENT};
        bool word = false;
        ptrdiff_t here = at;
        int32_t c = utf8_next(text, &at);
        position++;
        if (utf8_is_space(c))
            continue;
        t.begin = here;
        t.first = position;
        while (!utf8_is_space(c)) {
            word = word || unicode_is_letter(c) || unicode_is_digit(c);
            t.end = at;
            t.last = position;
            if (at >= text.len)
                break;
            c = utf8_next(text, &at);
            position++;
        }
        if (!word)
            continue;
        token_classify(&t, text, *count ? &tokens[*count - 1] : NULL);
        *arena_push(a, tokens, *count, capacity) = t;
    }
    return tokens;
}

/* The token at a code point, or the first behind it; `count` when there is none. */
static ptrdiff_t token_from(const struct token *tokens, ptrdiff_t count, int64_t position)
{
    ptrdiff_t low = 0, high = count;
    while (low < high) {
        ptrdiff_t middle = low + (high - low) / 2;
        if (tokens[middle].last < position)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* How far events have been matched: the last token that has one, and its sample. */
struct match {
    ptrdiff_t token;
    int64_t sample;
};

/* Can `next` come after `m`? Each token passed over is to have at least one sample. */
static bool match_follows(struct match m, struct match next)
{
    return next.token > m.token && next.sample - m.sample >= next.token - m.token;
}

/* Events come in the order of time. One that points back is a repetition (the parts of a number)
 * or spurious. One at a mark before a token stands for the token when that has none itself: in
 * "1941 - 1945" the second number's event is at the dash. */
static void tokens_match(struct token *tokens, ptrdiff_t count, const struct utterance *u)
{
    struct match reached = {-1, -1}, mark = reached;
    for (ptrdiff_t i = 0; i < u->event_count; i++) {
        const struct engine_event *e = &u->events[i];
        struct match at = {token_from(tokens, count, e->text_position), e->sample};
        if (at.token == count || e->sample >= u->frames || !match_follows(reached, at))
            continue;
        bool before = e->text_position < tokens[at.token].first;
        if (!e->text_length && (before || at.token != reached.token + 1))
            continue;
        if (match_follows(reached, mark) && match_follows(mark, at)) {
            tokens[mark.token].start = mark.sample;
            reached = mark;
        }
        if (before) {
            mark = at.token > mark.token ? at : mark;
        } else {
            tokens[at.token].start = at.sample;
            reached = at;
        }
    }
    if (match_follows(reached, mark))
        tokens[mark.token].start = mark.sample;
}

/* The first token that the engine left out; -1: none. */
static ptrdiff_t token_dropped(const struct token *tokens, ptrdiff_t count)
{
    ptrdiff_t run = 0;
    for (ptrdiff_t i = 0; i < count; i++) {
        run = tokens[i].start == NO_EVENT ? run + 1 : 0;
        if (run > WORDS_RUN_MOST)
            return i - run + 1;
        if (run && tokens[i].digit && !tokens[i].thousands)
            return i;
    }
    return run == count && count ? 0 : -1;
}

/* ---- times ---- */

static int peak_of(const struct utterance *u)
{
    int peak = 0;
    for (int64_t i = 0; i < u->frames; i++)
        peak = abs(u->pcm[i]) > peak ? abs(u->pcm[i]) : peak;
    return peak;
}

/* Is [from, from + STEP) silent? */
static bool is_silent(const struct utterance *u, int64_t from, int quiet)
{
    for (int64_t i = from; i < from + STEP; i++)
        if (abs(u->pcm[i]) > quiet)
            return false;
    return true;
}

/* `stop` moved back over silence, but not to `start`. */
static int64_t trim_silence(const struct utterance *u, int64_t start, int64_t stop,
                            int quiet)
{
    while (stop - STEP > start && is_silent(u, stop - STEP, quiet))
        stop -= STEP;
    return stop;
}

/* `start` moved on over silence: an event is told before the closure of a "t" or a "p", which is 50 ms
 * of it. Where all is silent up to `stop` it stays. */
static int64_t skip_silence(const struct utterance *u, int64_t start, int64_t stop,
                            int quiet)
{
    int64_t from = start;
    while (from + STEP < stop && is_silent(u, from, quiet))
        from += STEP;
    return from + STEP < stop ? from : start;
}

/* Splits [start, stop), at least a sample each, among tokens [from, to) by their characters. */
static void share(struct word_time *words, const struct token *tokens, ptrdiff_t from,
                  ptrdiff_t to, int64_t start, int64_t stop)
{
    int64_t characters = 0, before = 0;
    for (ptrdiff_t i = from; i < to; i++)
        characters += tokens[i].last - tokens[i].first + 1;
    int64_t spare =
        stop - start - (to - from); /* so that start < stop however short it is */
    for (ptrdiff_t i = from; i < to; i++) {
        words[i] = (struct word_time){.begin = tokens[i].begin,
                                      .end = tokens[i].end,
                                      .interpolated = tokens[i].start == NO_EVENT};
        words[i].start = start + spare * before / characters + (i - from);
        before += tokens[i].last - tokens[i].first + 1;
        words[i].stop = start + spare * before / characters + (i - from) + 1;
    }
}

enum bc_status words_locate(struct word_time **out, ptrdiff_t *count, ptrdiff_t *missing,
                            struct arena *a, struct str spoken, const struct utterance *u)
{
    struct token *tokens = tokens_find(a, spoken, count);
    tokens_match(tokens, *count, u);
    ptrdiff_t dropped = token_dropped(tokens, *count);
    if (dropped >= 0) {
        *missing = tokens[dropped].begin;
        return BC_EINPUT;
    }
    struct word_time *words = arena_array(a, struct word_time, *count);
    int quiet = peak_of(u) / QUIET_PART;
    for (ptrdiff_t from = 0, to; from < *count; from = to) {
        ptrdiff_t first = from; /* tokens before the first event share with it */
        while (tokens[first].start == NO_EVENT)
            first++;
        for (to = first + 1; to < *count && tokens[to].start == NO_EVENT; to++)
            ;
        int64_t start = first > from ? 0 : tokens[first].start;
        int64_t stop = to < *count ? tokens[to].start : u->frames;
        if (stop - start < to - from) { /* the speech ended before them */
            *missing = tokens[to - 1].begin;
            return BC_EINPUT;
        }
        start = skip_silence(u, start, stop - (to - from), quiet);
        share(words, tokens, from, to, start,
              trim_silence(u, start + to - from, stop, quiet));
    }
    *out = words;
    return BC_OK;
}
