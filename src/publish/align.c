#include "publish/align.h"

#include "base/unicode.h"
#include "mix/encode.h"

/* Words; how far apart two wordings may go before they meet again. */
enum { LOOK_AHEAD = 12 };

/* Letters and digits only count: "said," is "said". */
static bool is_word_char(int32_t c)
{
    return unicode_is_letter(c) || unicode_is_digit(c);
}

static bool holds_word(struct str s)
{
    for (ptrdiff_t at = 0; at < s.len;)
        if (is_word_char(utf8_next(s, &at)))
            return true;
    return false;
}

/* The next blank-separated word at or behind *at, which is moved behind it; empty at the end. */
static struct str next_word(struct str s, ptrdiff_t *at)
{
    ptrdiff_t begin = *at, end;
    while (begin < s.len && utf8_is_space(utf8_next(s, at)))
        begin = *at;
    end = *at = begin;
    while (end < s.len && !utf8_is_space(utf8_next(s, at)))
        end = *at;
    *at = end;
    return str_slice(s, begin, end);
}

static struct str bare(struct str s)
{
    ptrdiff_t begin = 0, end = s.len;
    for (ptrdiff_t at = 0; at < s.len && !is_word_char(utf8_next(s, &at)); begin = at)
        ;
    for (ptrdiff_t at = end; at > begin && !is_word_char(utf8_previous(s, &at)); end = at)
        ;
    return str_slice(s, begin, end);
}

/* The two wordings of a segment. Printed words without a letter or digit are not in it. */
struct wordings {
    struct printed_word **printed;
    struct str *printed_bare;
    ptrdiff_t printed_count;
    struct str *spoken_bare; /* NULL: only the times are known */
    const struct clip_word *spoken;
    ptrdiff_t spoken_count;
    int64_t begin, end; /* of the speech, in samples of the clip */
};

static bool same(const struct wordings *w, ptrdiff_t i, ptrdiff_t j)
{
    return w->spoken_bare && str_eq_ascii_case(w->printed_bare[i], w->spoken_bare[j]);
}

/* The words printed [i, i + m) are those spoken [j, j + n). */
static void assign(struct wordings *w, ptrdiff_t i, ptrdiff_t m, ptrdiff_t j, ptrdiff_t n)
{
    if (m == n) {
        for (ptrdiff_t k = 0; k < m; k++) {
            const struct clip_word *spoken = &w->spoken[j + k];
            struct printed_word *p = w->printed[i + k];
            p->start = spoken->start;
            p->stop = spoken->stop;
            p->measured = !spoken->interpolated;
        }
        return;
    }
    int64_t from = j < w->spoken_count ? w->spoken[j].start : w->end, to = from;
    if (n)
        to = w->spoken[j + n - 1].stop;
    else if (!w->spoken_count)
        from = w->begin, to = w->end;
    int64_t total = 0, done = 0;
    for (ptrdiff_t k = i; k < i + m; k++)
        total += utf8_count(w->printed[k]->text) + 1;
    for (ptrdiff_t k = i; k < i + m; k++) {
        w->printed[k]->start = from + (to - from) * done / total;
        done += utf8_count(w->printed[k]->text) + 1;
        w->printed[k]->stop = from + (to - from) * done / total;
    }
}

/* How far both wordings have to be followed until they meet again; all the rest when they don't. */
static void find_meeting(const struct wordings *w, ptrdiff_t i, ptrdiff_t j, ptrdiff_t *m,
                         ptrdiff_t *n)
{
    for (ptrdiff_t steps = 1; steps <= LOOK_AHEAD; steps++)
        for (ptrdiff_t k = 0; k <= steps; k++)
            if (i + k < w->printed_count && j + steps - k < w->spoken_count &&
                same(w, i + k, j + steps - k)) {
                *m = k;
                *n = steps - k;
                return;
            }
    *m = w->printed_count - i;
    *n = w->spoken_count - j;
}

static void align(struct wordings *w)
{
    ptrdiff_t i = 0, j = 0;
    while (i < w->printed_count) {
        ptrdiff_t m = 1, n = 1;
        if (j >= w->spoken_count || !same(w, i, j))
            find_meeting(w, i, j, &m, &n);
        assign(w, i, m, j, n);
        i += m;
        j += n;
    }
}

/* The spoken text's words, as synth/words.h counts them; NULL when the clip counts otherwise. */
static struct str *spoken_words(struct arena *a, struct str spoken, ptrdiff_t count)
{
    struct str *words = arena_array(a, struct str, count);
    ptrdiff_t found = 0;
    for (ptrdiff_t at = 0; at < spoken.len;) {
        struct str word = next_word(spoken, &at);
        if (!holds_word(word))
            continue;
        if (found == count)
            return NULL;
        words[found++] = bare(word);
    }
    return found == count ? words : NULL;
}

/* From clip to episode. Nothing goes back; a mark without a time of its own goes with the word after
 * it, at the end with the word before. */
static void settle(struct printed_word *words, ptrdiff_t count, const struct wordings *w,
                   int64_t clip_start)
{
    int64_t latest = w->begin, stop = w->begin;
    for (ptrdiff_t i = 0; i < count; i++) {
        if (!words[i].spoken)
            continue;
        if (words[i].start > latest)
            latest = words[i].start;
        words[i].start = latest;
        if (words[i].stop < latest)
            words[i].stop = latest;
        stop = words[i].stop;
    }
    int64_t next = stop > latest ? stop : latest;
    for (ptrdiff_t i = count - 1; i >= 0; i--) {
        if (!words[i].spoken)
            words[i].start = words[i].stop = next;
        next = words[i].start;
    }
    for (ptrdiff_t i = 0; i < count; i++) {
        words[i].start += clip_start;
        words[i].stop += clip_start;
    }
}

ptrdiff_t align_words(struct printed_word **out, struct arena *a,
                      const struct timeline *t, ptrdiff_t i)
{
    const struct segment *segment = &t->script->segments[i];
    const struct clip *clip = &t->clips[i];
    struct printed_word *words = NULL;
    ptrdiff_t count = 0, capacity = 0;
    struct str text = segment->text;
    for (ptrdiff_t at = 0; at < text.len;) {
        struct str word = next_word(text, &at);
        if (word.len)
            *arena_push(a, words, count, capacity) =
                (struct printed_word){.text = word, .spoken = holds_word(word)};
    }
    struct wordings w = {
        .printed = arena_array(a, struct printed_word *, count),
        .printed_bare = arena_array(a, struct str, count),
        .spoken_bare = spoken_words(a, segment->spoken, clip->word_count),
        .spoken = clip->words,
        .spoken_count = clip->word_count,
        .begin = clip->speech_begin,
        .end = clip->speech_end,
    };
    for (ptrdiff_t k = 0; k < count; k++) {
        if (!words[k].spoken)
            continue;
        w.printed_bare[w.printed_count] = bare(words[k].text);
        w.printed[w.printed_count++] = &words[k];
    }
    align(&w);
    settle(words, count, &w, t->entries[i].packet * ENCODE_PACKET_48K);
    *out = words;
    return count;
}
