#include "publish/align.h"

#include "base/unicode.h"
#include "mix/encode.h"

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

/* Is a printed word said? Not when every letter of it is left out. *drop: the first drop of `trace` that
 * ends behind the word, which begins at `at`. */
static bool is_said(struct str word, ptrdiff_t at, const struct trace *trace,
                    ptrdiff_t *drop)
{
    ptrdiff_t begin = at, end = at + word.len;
    for (; trace && *drop < trace->drop_count && trace->drops[*drop].begin < end;
         ++*drop) {
        struct drop d = trace->drops[*drop];
        if (d.begin > at && holds_word(str_slice(word, at - begin, d.begin - begin)))
            return true;
        at = d.end > at ? d.end : at;
        if (at > end)
            break;
    }
    return at < end && holds_word(str_slice(word, at - begin, word.len));
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

/* The two wordings of a segment. Printed words without a letter or digit are not in it. */
struct wordings {
    struct printed_word **printed;
    struct origin *printed_at;
    ptrdiff_t printed_count;
    struct origin *spoken_from; /* NULL: only the times are known */
    const struct clip_word *spoken;
    ptrdiff_t spoken_count;
    int64_t begin, end; /* of the speech, in samples of the clip */
};

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

/* How many printed words from i on and spoken ones from j on share their bytes. */
static void find_group(const struct wordings *w, ptrdiff_t i, ptrdiff_t j, ptrdiff_t *m,
                       ptrdiff_t *n)
{
    ptrdiff_t end = 0;
    for (ptrdiff_t before = -1; before < end;) {
        before = end;
        for (; i + *m < w->printed_count && (!*m || w->printed_at[i + *m].begin < end);
             ++*m)
            end = w->printed_at[i + *m].end > end ? w->printed_at[i + *m].end : end;
        for (; j + *n < w->spoken_count && w->spoken_from[j + *n].begin < end; ++*n)
            end = w->spoken_from[j + *n].end > end ? w->spoken_from[j + *n].end : end;
    }
}

static void align(struct wordings *w)
{
    ptrdiff_t i = 0, j = 0;
    if (!w->spoken_from || !w->spoken_count) {
        assign(w, 0, w->printed_count, 0, w->spoken_count);
        return;
    }
    while (i < w->printed_count) {
        ptrdiff_t m = 0, n = 0;
        if (j < w->spoken_count && w->spoken_from[j].end <= w->printed_at[i].begin) {
            j++; /* said for nothing that is a printed word */
            continue;
        }
        find_group(w, i, j, &m, &n);
        assign(w, i, m, j, n);
        i += m;
        j += n;
    }
}

/* What the spoken text's words, as synth/words.h counts them, came from; NULL when the clip counts
 * otherwise. */
static struct origin *spoken_words(struct arena *a, const struct segment *segment,
                                   ptrdiff_t count)
{
    struct origin *words = arena_array(a, struct origin, count);
    struct trace same = {0};
    const struct trace *trace = segment->trace ? segment->trace : &same;
    ptrdiff_t found = 0;
    for (ptrdiff_t at = 0; at < segment->spoken.len;) {
        struct str word = next_word(segment->spoken, &at);
        ptrdiff_t begin = word.ptr - segment->spoken.ptr;
        if (!holds_word(word))
            continue;
        if (found == count)
            return NULL;
        words[found++] = trace_origin(*trace, begin, begin + word.len);
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
    ptrdiff_t count = 0, capacity = 0, drop = 0;
    struct str text = segment->text;
    for (ptrdiff_t at = 0; at < text.len;) {
        struct str word = next_word(text, &at);
        bool said = is_said(word, word.ptr - text.ptr, segment->trace, &drop);
        if (word.len)
            *arena_push(a, words, count, capacity) =
                (struct printed_word){.text = word, .spoken = said};
    }
    struct wordings w = {
        .printed = arena_array(a, struct printed_word *, count),
        .printed_at = arena_array(a, struct origin, count),
        .spoken_from = spoken_words(a, segment, clip->word_count),
        .spoken = clip->words,
        .spoken_count = clip->word_count,
        .begin = clip->speech_begin,
        .end = clip->speech_end,
    };
    for (ptrdiff_t k = 0; k < count; k++) {
        if (!words[k].spoken)
            continue;
        ptrdiff_t begin = words[k].text.ptr - text.ptr;
        w.printed_at[w.printed_count] = (struct origin){begin, begin + words[k].text.len};
        w.printed[w.printed_count++] = &words[k];
    }
    align(&w);
    settle(words, count, &w, t->entries[i].packet * ENCODE_PACKET_48K);
    *out = words;
    return count;
}
