#include "synth/speech.h"

#include <string.h>

struct part {
    ptrdiff_t begin, end; /* bytes of the text */
};

/* Parts that are still to be spoken, the next one last. */
struct parts {
    struct part items[SPEECH_PARTS_MOST];
    int count, all; /* waiting; with those that are spoken */
};

/* ---- where to cut ---- */

static bool ends_clause(struct str s, ptrdiff_t blank)
{
    static const char *const marks[] = {",", ";", ":", ".", "?", "!", ")", "–", "—", "…"};
    struct str before = str_slice(s, 0, blank);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (str_ends(before, str_from(marks[i])))
            return true;
    return false;
}

/* The first blank at or behind `from`; -1: none. */
static ptrdiff_t blank_from(struct str s, ptrdiff_t from)
{
    ptrdiff_t at = str_find_byte(str_slice(s, from, s.len), ' ');
    return at < 0 ? -1 : from + at;
}

/* The blank at which to cut `s` when what lies before `target` can be spoken: the last behind a clause's
 * mark in the second half of that, else the last of all, else the first behind it; -1: it is all one
 * word. */
static ptrdiff_t choose_cut(struct str s, ptrdiff_t target)
{
    ptrdiff_t clause = -1, last = -1;
    for (ptrdiff_t at = blank_from(s, 0); at >= 0 && at < target;
         at = blank_from(s, at + 1)) {
        last = at > 0 ? at : last;
        if (at > target / 2 && ends_clause(s, at))
            clause = at;
    }
    if (clause > 0 || last > 0)
        return clause > 0 ? clause : last;
    ptrdiff_t behind = blank_from(s, target);
    return behind > 0 && str_trim(str_slice(s, behind, s.len)).len ? behind : -1;
}

/* False: it cannot be cut, or was cut often enough. */
static bool cut(struct parts *p, struct str text, struct part part, ptrdiff_t missing)
{
    struct str s = str_slice(text, part.begin, part.end);
    /* When it begins with what is dropped, all of it is too much: halves. */
    ptrdiff_t at = choose_cut(s, missing > 0 ? missing : s.len / 2);
    if (at < 0 || p->all + 2 > SPEECH_PARTS_MOST)
        return false;
    p->items[p->count++] = (struct part){part.begin + at + 1, part.end};
    p->items[p->count++] = (struct part){part.begin, part.begin + at};
    p->all += 2;
    return true;
}

/* ---- putting together ---- */

static void append_pcm(struct speech *out, struct arena *a, const int16_t *pcm,
                       int64_t frames)
{
    int16_t *all = arena_array(a, int16_t, out->frames + frames);
    if (out->frames)
        memcpy(all, out->pcm, (size_t)out->frames * sizeof *all);
    if (pcm && frames)
        memcpy(all + out->frames, pcm, (size_t)frames * sizeof *all);
    out->pcm = all;
    out->frames += frames;
}

static void append(struct speech *out, struct arena *a, const struct utterance *u,
                   const struct word_time *words, ptrdiff_t count, ptrdiff_t begin)
{
    struct word_time *all = arena_array(a, struct word_time, out->word_count + count);
    for (ptrdiff_t i = 0; i < out->word_count; i++)
        all[i] = out->words[i];
    for (ptrdiff_t i = 0; i < count; i++) {
        struct word_time w = words[i];
        w.begin += begin;
        w.end += begin;
        w.start += out->frames;
        w.stop += out->frames;
        all[out->word_count + i] = w;
    }
    out->words = all;
    out->word_count += count;
    if (out->frames)
        append_pcm(out, a, u->pcm, u->frames);
    else /* most texts are one part: nothing is copied */
        *out = (struct speech){u->pcm, u->frames, all, out->word_count, out->parts};
    out->parts++;
}

/* A word without an event of its own may have been spoken in one breath with its neighbours, or not
 * at all (letters of a script of which the engine knows nothing). -1: all were spoken. */
static ptrdiff_t find_soundless(struct arena *a, struct str text,
                                const struct word_time *words, ptrdiff_t count)
{
    for (ptrdiff_t i = 0; i < count; i++)
        if (words[i].interpolated &&
            !engine_has_sound(a, str_slice(text, words[i].begin, words[i].end)))
            return words[i].begin;
    return -1;
}

static enum bc_status speak_part(struct utterance *u, struct word_time **words,
                                 ptrdiff_t *count, ptrdiff_t *missing, struct arena *a,
                                 struct str text, bool phonemes, int64_t most_frames)
{
    *missing = -1;
    enum bc_status status = engine_speak(u, a, text, phonemes, most_frames);
    if (status != BC_OK)
        return status;
    status = words_locate(words, count, missing, a, text, u);
    if (status != BC_OK)
        return status;
    *missing = u->cut_short >= 0 ? u->cut_short : find_soundless(a, text, *words, *count);
    return *missing < 0 ? BC_OK : BC_EINPUT;
}

enum bc_status speech_make(struct speech *out, ptrdiff_t *missing, struct arena *a,
                           struct str text, bool phonemes, int64_t most_frames)
{
    struct parts parts = {.items = {{0, text.len}}, .count = 1, .all = 1};
    *out = (struct speech){0};
    while (parts.count) {
        struct part part = parts.items[--parts.count];
        struct utterance u;
        struct word_time *words = NULL;
        ptrdiff_t count = 0;
        enum bc_status status = speak_part(&u, &words, &count, missing, a,
                                           str_slice(text, part.begin, part.end),
                                           phonemes, most_frames - out->frames);
        if (status == BC_EINPUT && *missing >= 0 && cut(&parts, text, part, *missing))
            continue;
        if (status != BC_OK) {
            *missing += *missing < 0 ? 0 : part.begin;
            return status;
        }
        append(out, a, &u, words, count, part.begin);
        if (parts.count && ends_clause(text, part.end))
            append_pcm(out, a, NULL, SPEECH_PAUSE_MS * ENGINE_RATE_HZ / 1000);
    }
    *missing = -1;
    return BC_OK;
}
