#include "script/pauses.h"

#include <math.h>

#include "base/unicode.h"
#include "speak/limits.h"

bool pauses_at_end(struct str s)
{
    for (ptrdiff_t at = s.len; at > 0;) {
        int32_t c = utf8_previous(s, &at);
        bool quote = c == '"' || c == '\'' || c == 0xAB || c == 0xBB || c == '(' ||
                     c == ')' || (c >= 0x2018 && c <= 0x201F) || c == 0x300D ||
                     utf8_is_space(c);
        if (!quote)
            return !is_speech(c);
    }
    return false;
}

/* The pause that the structure asks for between segments i and i + 1. */
static int structural_pause(const struct script *s, ptrdiff_t i)
{
    if (i + 1 == s->segment_count)
        return PAUSE_EDGE_MS;
    const struct segment *now = &s->segments[i], *next = now + 1;
    const struct turn *turn = &s->turns[next->turn];
    if (s->turns[now->turn].chapter != turn->chapter)
        return PAUSE_CHAPTER_MS;
    if (now->turn != next->turn)
        return turn->anonymous && !str_eq(s->turns[now->turn].speaker, NARRATOR)
                   ? PAUSE_QUESTION_MS
                   : PAUSE_TURN_MS;
    if (now->paragraph != next->paragraph)
        return PAUSE_PARAGRAPH_MS;
    if (now->joint == JOINT_RUNS_ON)
        return pauses_at_end(now->text) ? PAUSE_CLAUSE_MS : 0;
    return now->joint == JOINT_GOES_ON ? PAUSE_CLAUSE_MS : PAUSE_SENTENCE_MS;
}

/* Where speech begins in a segment: a <break> before that belongs to the segment before. */
static ptrdiff_t speech_begin(const struct segment *g)
{
    ptrdiff_t at = g->sound ? 0 : speech_at(g->text);
    return at < 0 ? g->end : g->begin + at;
}

/* What the breaks of a paragraph ask for; several at one place add up. *heeded: the segment that
 * has had one last. */
static void heed_breaks(struct script *s, ptrdiff_t paragraph, ptrdiff_t *heeded)
{
    const struct paragraph *p = &s->paragraphs[paragraph];
    ptrdiff_t end = script_paragraph_segments_end(s, paragraph);
    ptrdiff_t i = p->first_segment; /* the first that does not speak before the tag */
    ptrdiff_t begin = i < end && p->tag_count ? speech_begin(&s->segments[i]) : 0;
    for (ptrdiff_t k = 0; k < p->tag_count; k++) {
        const struct tag *t = &p->tags[k];
        if (t->kind == TAG_STYLE || t->kind == TAG_MARK)
            continue;
        if (t->kind == TAG_SOUND) {
            while (i < end && s->segments[i].sound != t->sound)
                i++;
            begin = ++i < end ? speech_begin(&s->segments[i]) : 0;
            continue;
        }
        while (i < end &&
               (t->kind == TAG_BREAK ? begin < t->begin : s->segments[i].end <= t->begin))
            if (++i < end)
                begin = speech_begin(&s->segments[i]);
        if (t->kind == TAG_SUB)
            begin =
                i < end && t->begin < begin ? t->begin : begin; /* its alias is speech */
        if (t->kind != TAG_BREAK || i == 0) /* 0: nothing has been said yet */
            continue;
        struct segment *g = &s->segments[i - 1];
        int sum = (*heeded == i - 1 ? g->pause_after_ms : 0) + t->pause_ms;
        g->pause_after_ms = sum < PAUSE_MOST_MS ? sum : PAUSE_MOST_MS;
        *heeded = i - 1;
    }
}

static bool goes_on(const struct script *s, ptrdiff_t i)
{
    const struct segment *g = &s->segments[i];
    return i + 1 < s->segment_count && g[1].paragraph == g->paragraph &&
           g->joint != JOINT_END;
}

ptrdiff_t pauses_sentence_begin(const struct script *s, ptrdiff_t i)
{
    while (i > 0 && goes_on(s, i - 1))
        i--;
    return i;
}

ptrdiff_t pauses_sentence_end(const struct script *s, ptrdiff_t i)
{
    while (goes_on(s, i))
        i++;
    return i + 1;
}

/* Code points of the sentence of segment i. */
static ptrdiff_t sentence_letters(const struct script *s, ptrdiff_t i)
{
    ptrdiff_t end = pauses_sentence_end(s, i), sum = 0;
    for (i = pauses_sentence_begin(s, i); i < end; i++)
        sum += utf8_count(s->segments[i].text);
    return sum;
}

/* The pause between two sentences of a turn that are spoken, as long as both want it. */
static int breathe(const struct script *s, ptrdiff_t i, int pause_ms, int breath)
{
    const struct segment *now = &s->segments[i], *next = now + 1;
    if (!breath || i + 1 == s->segment_count || next->turn != now->turn ||
        goes_on(s, i) || now->sound || next->sound)
        return pause_ms;
    double letters = (double)(sentence_letters(s, i) + sentence_letters(s, i + 1)) / 2;
    double longer = log2(fmax(letters, 1) / PAUSE_BREATH_LETTERS) / 2; /* a quarter: -1 */
    longer = fmin(fmax(longer, -1), 1);
    return (int)lround(pause_ms * (1 + longer * breath / 200));
}

void pauses_plan(struct script *s, const int *breath)
{
    ptrdiff_t heeded = -1;
    for (ptrdiff_t i = 0; i < s->segment_count; i++) {
        int turn_breath = breath ? breath[s->segments[i].turn] : 0;
        s->segments[i].pause_after_ms =
            breathe(s, i, structural_pause(s, i), turn_breath);
    }
    for (ptrdiff_t i = 0; i < s->paragraph_count; i++)
        heed_breaks(s, i, &heeded);
}

void pauses_hasten(struct script *s)
{
    for (ptrdiff_t i = 0; i < s->segment_count; i++) {
        int *ms = &s->segments[i].pause_after_ms;
        *ms = *ms * 1000 / (1000 + s->tempo);
    }
}
