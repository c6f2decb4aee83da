#include "voice/shape.h"

#include "base/unicode.h"
#include "script/pauses.h"
#include "transcript/punctuation.h"

/* Does it end as a question, quotes and brackets aside? */
static bool is_question(struct str s)
{
    int32_t c = 0;
    for (ptrdiff_t at = s.len; at > 0;) {
        c = utf8_previous(s, &at);
        if (!utf8_is_space(c) &&
            !(punctuation_of(c) & (PUNCTUATION_CLOSES | PUNCTUATION_OPENS)))
            break;
    }
    return c == '?' || c == 0x61F || c == 0xFF1F;
}

/* Of the sentence of segments begin to end. */
static enum shape_place place_of_sentence(const struct script *s, ptrdiff_t begin,
                                          ptrdiff_t end)
{
    const struct segment *g = &s->segments[begin];
    const struct segment *before = begin > 0 ? g - 1 : NULL;
    const struct segment *after = end < s->segment_count ? g + (end - begin) : NULL;
    bool begins = !before || before->paragraph != g->paragraph;
    bool ends = !after || after->paragraph != g->paragraph;
    if (!before || before->turn != g->turn)
        return after && after->turn == g->turn ? SHAPE_TURN : SHAPE_BODY;
    if (begins == ends) /* in the middle, or alone */
        return SHAPE_BODY;
    return begins                                   ? SHAPE_PARAGRAPH
           : is_question(s->segments[end - 1].text) ? SHAPE_BODY
                                                    : SHAPE_LAST;
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
    const struct shape *shape = &p->shape;
    struct style by = {0}, shaped = *style;
    switch (place) {
    case SHAPE_BODY:
        break;
    case SHAPE_TURN:
        by = (struct style){.pitch_cents = shape->lift_ct, .range = 10 * shape->widen};
        break;
    case SHAPE_PARAGRAPH:
        by = (struct style){.pitch_cents = shape->lift_ct / 2, .range = 5 * shape->widen};
        break;
    case SHAPE_LAST:
        by = (struct style){.pitch_cents = -shape->fall_ct,
                            .range = -10 * shape->widen,
                            .rate = -10 * shape->ease};
        break;
    }
    if (!style->pitch_hz && !style->pitch_cents && !style->pitch_shift_hz)
        shaped.pitch_cents = by.pitch_cents;
    if (!style->range)
        shaped.range = by.range;
    if (!style->rate)
        shaped.rate = by.rate;
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
