#include "voice/shape.h"

#include "base/unicode.h"
#include "script/pauses.h"

/* Does it end as a question, quotes and brackets aside? */
static bool is_question(struct str s)
{
    for (ptrdiff_t at = s.len; at > 0;) {
        int32_t c = utf8_previous(s, &at);
        if (c == '?' || c == 0xFF1F || c == 0x61F || c == 0x37E)
            return true;
        bool closes = c == '"' || c == '\'' || c == ')' || c == ']' || c == 0xAB ||
                      c == 0xBB || (c >= 0x2018 && c <= 0x201F) || utf8_is_space(c);
        if (!closes)
            return false;
    }
    return false;
}

/* Of the sentence of segments begin to end. */
static enum shape_place place_of_sentence(const struct script *s, ptrdiff_t begin,
                                          ptrdiff_t end)
{
    const struct segment *g = &s->segments[begin], *before = g - 1,
                         *after = g + (end - begin);
    bool begins_turn = begin == 0 || before->turn != g->turn;
    bool ends_turn = end == s->segment_count || after->turn != g->turn;
    if (begins_turn)
        return ends_turn ? SHAPE_BODY : SHAPE_FIRST;
    bool begins = before->paragraph != g->paragraph;
    bool ends = end == s->segment_count || after->paragraph != g->paragraph;
    return ends && !begins && !is_question(s->segments[end - 1].text) ? SHAPE_LAST
                                                                      : SHAPE_BODY;
}

enum shape_place *shape_places(const struct script *s, struct arena *a)
{
    enum shape_place *places = arena_array(a, enum shape_place, s->segment_count);
    for (ptrdiff_t begin = 0, end; begin < s->segment_count; begin = end) {
        end = pauses_sentence_end(s, begin);
        enum shape_place place = place_of_sentence(s, begin, end);
        for (ptrdiff_t i = begin; i < end; i++)
            places[i] = place;
    }
    return places;
}

struct style shape_style(const struct profile *p, const struct style *style,
                         enum shape_place place)
{
    struct style shaped = *style;
    int sign = place == SHAPE_FIRST ? 1 : -1;
    if (place == SHAPE_BODY)
        return shaped;
    if (!style->pitch_hz && !style->pitch_cents && !style->pitch_shift_hz)
        shaped.pitch_cents = place == SHAPE_FIRST ? p->shape.lift_ct : -p->shape.fall_ct;
    if (!style->range)
        shaped.range = sign * 10 * p->shape.widen;
    if (!style->rate && place == SHAPE_LAST)
        shaped.rate = -10 * p->shape.ease;
    return shaped;
}

void shape_pauses(struct script *s, const struct palette *p)
{
    struct arena scratch = {0};
    int *breath = arena_array(&scratch, int, s->turn_count);
    bool any = false;
    for (ptrdiff_t i = 0; i < s->turn_count; i++) {
        const struct profile *voice = palette_find(p, s->turns[i].voice);
        breath[i] = voice ? voice->shape.breath : 0;
        any = any || breath[i];
    }
    if (any)
        pauses_plan(s, breath);
    arena_clear(&scratch);
}
