#include "publish/captions.h"

#include "base/unicode.h"
#include "publish/align.h"
#include "speak/joints.h"

enum {
    LINE_MOST = 65,
    CUE_LINES = 2,
    PAUSE_MOST_MS = 1000, /* that a cue bridges within its sentence */
    PER_MS = TIMELINE_HZ / 1000,
};

/* What breaks cost. A line costs the square of what it lacks to LINE_MOST, so that the fewest lines
 * are best, and of those the evenest; a break behind a mark is worth lines that are about 10 characters
 * longer and shorter, the end of a cue there about 20. */
enum {
    COST_CUE = 600,
    COST_LINE_IN_CLAUSE = 200,
    COST_CUE_IN_CLAUSE = 800,
    COST_IN_WORD = 1 << 20,
};

/* A word, or a part of one: as much as fits a line, or as is spoken in one style. */
struct piece {
    struct str text;
    int64_t start_ms;
    int width;       /* code points */
    bool timed;      /* may carry a timestamp */
    bool glued;      /* no blank before it: part of the word before */
    bool mark;       /* a mark ends it: lines and cues end well behind it */
    bool joint;      /* a conjunction: well before it */
    bool ends, line; /* a cue or a line ends with it */
};

struct pieces {
    struct arena *arena;
    struct piece *items;
    ptrdiff_t count, capacity;
};

/* Text of a cue or an annotation (W3C WebVTT section 4.2.2): what could be mark-up is escaped,
 * control characters and line breaks are blanks. */
static void add_escaped(struct strbuf *b, struct str s)
{
    for (ptrdiff_t at = 0, before = 0; at < s.len; before = at) {
        int32_t c = utf8_next(s, &at);
        if (c == '&')
            strbuf_add(b, S("&amp;"));
        else if (c == '<')
            strbuf_add(b, S("&lt;"));
        else if (c == '>')
            strbuf_add(b, S("&gt;"));
        else if (utf8_is_space(c) || unicode_is_control(c))
            strbuf_add_byte(b, ' ');
        else
            strbuf_add(b, str_slice(s, before, at));
    }
}

/* Does a mark that parts clauses end the word, but for quotes and brackets? */
static bool ends_in_mark(struct str word)
{
    for (ptrdiff_t at = word.len; at > 0;) {
        int32_t c = utf8_previous(word, &at);
        if (is_speech(c))
            return false;
        if (c == ',' || c == ';' || c == ':' || c == '.' || c == '?' || c == '!' ||
            c == 0x2013 || c == 0x2014 || c == 0x2026 || c == 0x3001 || c == 0x3002)
            return true;
    }
    return false;
}

/* A word longer than a line becomes several pieces, the time shared by length. */
static void add_word(struct pieces *p, const struct printed_word *w, bool glued,
                     bool joint)
{
    int64_t total = utf8_count(w->text), done = 0;
    for (ptrdiff_t at = 0; at < w->text.len;) {
        struct piece *piece = arena_push(p->arena, p->items, p->count, p->capacity);
        ptrdiff_t begin = at;
        while (at < w->text.len && piece->width < LINE_MOST) {
            utf8_next(w->text, &at);
            piece->width++;
        }
        piece->text = str_slice(w->text, begin, at);
        piece->start_ms = (w->start + (w->stop - w->start) * done / total) / PER_MS;
        piece->timed = w->spoken;
        piece->glued = begin > 0 || glued;
        piece->mark = at == w->text.len && ends_in_mark(w->text);
        piece->joint = begin == 0 && joint;
        done += piece->width;
    }
}

/* ---- lines and cues ---- */

/* Of the pieces from one on that begins line `line` of a cue: the least cost, and how it comes about. */
struct plan {
    int64_t cost;
    ptrdiff_t line_end;
    bool ends; /* so does the cue */
};

/* What it costs to begin a line, or a cue, with piece `i`. */
static int64_t break_cost(const struct pieces *p, ptrdiff_t i, bool cue)
{
    int64_t cost = cue ? COST_CUE_IN_CLAUSE : COST_LINE_IN_CLAUSE;
    if (i == p->count)
        return COST_CUE;
    if (p->items[i].glued)
        cost = COST_IN_WORD;
    else if (p->items[i - 1].mark)
        cost = 0;
    else if (p->items[i].joint)
        cost /= 4;
    return cost + (cue ? COST_CUE : 0);
}

/* The best line that begins with piece `from`, line `line` of its cue. */
static struct plan plan_line(const struct pieces *p, struct plan (*plans)[CUE_LINES],
                             ptrdiff_t from, int line)
{
    struct plan best = {INT64_MAX, 0, false};
    int width = -1;
    for (ptrdiff_t end = from + 1; end <= p->count; end++) {
        const struct piece *piece = &p->items[end - 1];
        width += piece->width + !(piece->glued && end - 1 > from);
        if (width > LINE_MOST)
            break;
        int64_t lacks = LINE_MOST - width, cost = lacks * lacks;
        for (int cue = line + 1 == CUE_LINES || end == p->count; cue < 2; cue++) {
            int64_t all = cost + break_cost(p, end, cue) +
                          (end < p->count ? plans[end][cue ? 0 : line + 1].cost : 0);
            if (all < best.cost)
                best = (struct plan){all, end, cue};
        }
    }
    return best;
}

/* Says of each piece whether a line or a cue ends with it. */
static void break_lines(struct pieces *p)
{
    struct plan(*plans)[CUE_LINES] =
        arena_alloc(p->arena, p->count, (ptrdiff_t)sizeof *plans);
    for (ptrdiff_t i = p->count - 1; i >= 0; i--)
        for (int line = 0; line < CUE_LINES; line++)
            plans[i][line] = plan_line(p, plans, i, line);
    int line = 0;
    for (ptrdiff_t i = 0; i < p->count;) {
        struct plan plan = plans[i][line];
        i = plan.line_end;
        p->items[i - 1].line = true;
        p->items[i - 1].ends = plan.ends;
        line = plan.ends ? 0 : line + 1;
    }
}

/* ---- text ---- */

static void add_clock(struct strbuf *b, int64_t ms)
{
    strbuf_add(b, timeline_clock(b->arena, ms * PER_MS));
}

/* The text of pieces [from, to). Timestamps lie strictly between start_ms and end_ms, and increase. */
static void add_text(struct strbuf *b, const struct pieces *p, ptrdiff_t from,
                     ptrdiff_t to, int64_t start_ms, int64_t end_ms)
{
    for (ptrdiff_t i = from; i < to; i++) {
        const struct piece *piece = &p->items[i];
        if (i > from && piece[-1].line)
            strbuf_add_byte(b, '\n');
        else if (i > from && !piece->glued)
            strbuf_add_byte(b, ' ');
        if (i > from && piece->timed && piece->start_ms > start_ms &&
            piece->start_ms < end_ms) {
            strbuf_add_byte(b, '<');
            add_clock(b, piece->start_ms);
            strbuf_add_byte(b, '>');
            start_ms = piece->start_ms;
        }
        add_escaped(b, piece->text);
    }
    strbuf_add(b, S("\n"));
}

static void add_cue(struct strbuf *b, struct str speaker, int64_t start_ms,
                    int64_t end_ms)
{
    strbuf_add_byte(b, '\n');
    add_clock(b, start_ms);
    strbuf_add(b, S(" --> "));
    add_clock(b, end_ms);
    strbuf_add_byte(b, '\n');
    if (str_trim(speaker).len) {
        strbuf_add(b, S("<v "));
        add_escaped(b, str_trim(speaker));
        strbuf_add_byte(b, '>');
    }
}

/* What readers are told of a sound, as captions tell of sounds: in brackets. */
static void add_told(struct pieces *p, const struct timeline *t, ptrdiff_t i)
{
    struct str told = sound_told(t->script->segments[i].sound), word;
    struct str all = str_format(p->arena, "[%.*s]", STR_ARGS(told)), rest = all;
    int64_t start = t->entries[i].start, length = t->entries[i].end - start;
    while (told.len && rest.len) {
        int64_t at = start + length * (all.len - rest.len) / all.len;
        str_cut(rest, ' ', &word, &rest);
        add_word(p, &(struct printed_word){.text = word, .start = at, .stop = at}, false,
                 false);
    }
}

static void add_segment_words(struct pieces *p, const struct timeline *t, ptrdiff_t i,
                              struct str spoken_language)
{
    const struct segment *g = &t->script->segments[i];
    struct str language = script_segment_language(t->script, g, spoken_language);
    language = language.len ? language : S("en");
    struct printed_word *words;
    ptrdiff_t count = align_words(&words, p->arena, t, i);
    bool inside = p->count && g[-1].end == g->begin; /* a style ends in a word */
    for (ptrdiff_t k = 0; k < count; k++)
        add_word(p, &words[k], k == 0 && inside,
                 joint_at(g->text, words[k].text.ptr - g->text.ptr, language));
}

/* Does the sentence of segment i go on in the next, near enough for one cue? */
static bool goes_on(const struct script *s, ptrdiff_t i)
{
    const struct segment *g = &s->segments[i];
    return i + 1 < s->segment_count && g->joint != JOINT_END && !g[1].sound &&
           g->pause_after_ms <= PAUSE_MOST_MS;
}

/* The cues of segments [first, end), a sentence or one sound, one after another without a gap. */
static void add_sentence(struct strbuf *b, const struct timeline *t, ptrdiff_t first,
                         ptrdiff_t end, struct str spoken_language)
{
    struct arena scratch = {0};
    struct pieces p = {.arena = &scratch};
    bool sound = t->script->segments[first].sound != NULL;
    if (sound)
        add_told(&p, t, first);
    for (ptrdiff_t i = first; i < end && !sound; i++)
        add_segment_words(&p, t, i, spoken_language);
    break_lines(&p);
    struct str speaker =
        sound ? S("") : t->script->turns[t->script->segments[first].turn].speaker;
    int64_t start_ms = t->entries[first].start / PER_MS,
            last_ms = t->entries[end - 1].end / PER_MS;
    for (ptrdiff_t from = 0, to; from < p.count; from = to) {
        to = from;
        while (!p.items[to++].ends)
            ;
        int64_t end_ms = to < p.count && p.items[to].start_ms < last_ms
                             ? p.items[to].start_ms
                             : last_ms;
        if (end_ms <= start_ms)
            end_ms = start_ms + 1;
        add_cue(b, speaker, start_ms, end_ms);
        add_text(b, &p, from, to, start_ms, end_ms);
        start_ms = end_ms;
    }
    arena_clear(&scratch);
}

struct str captions_vtt(struct arena *a, const struct timeline *t)
{
    struct strbuf b = {.arena = a};
    const struct script *s = t->script;
    struct str language = script_spoken_language(s);
    strbuf_add(&b, S("WEBVTT\n"));
    for (ptrdiff_t i = 0, end; i < s->segment_count; i = end) {
        for (end = i + 1; goes_on(s, end - 1);)
            end++;
        add_sentence(&b, t, i, end, language);
    }
    if (str_eq(strbuf_str(&b), S("WEBVTT\n"))) /* section 4.1: an empty line behind it */
        strbuf_add_byte(&b, '\n');
    return strbuf_str(&b);
}
