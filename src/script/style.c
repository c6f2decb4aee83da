#include "script/style.h"

bool style_eq(const struct style *x, const struct style *y)
{
    return str_eq(x->voice, y->voice) && str_eq(x->language, y->language) &&
           x->unvoiced == y->unvoiced && x->rate == y->rate &&
           x->pitch_hz == y->pitch_hz && x->pitch_cents == y->pitch_cents &&
           x->pitch_shift_hz == y->pitch_shift_hz && x->range == y->range &&
           x->volume_cb == y->volume_cb;
}

static int within(int value, int least, int most)
{
    return value < least ? least : value > most ? most : value;
}

/* Thousandths more, of thousandths more. */
static int times(int x, int by, int least)
{
    int product = (1000 + x) * (1000 + by) / 1000 - 1000;
    return within(product, least, STYLE_RATE_MOST);
}

struct style style_changed(const struct style *around, const struct style_change *c)
{
    struct style s = *around;
    if (c->voice.len)
        s.voice = c->voice;
    if (c->language.len) {
        s.language = c->language;
        s.unvoiced = false;
    }
    if (c->sets_rate)
        s.rate = 0;
    if (c->sets_pitch)
        s.pitch_hz = s.pitch_cents = s.pitch_shift_hz = 0;
    if (c->sets_range)
        s.range = 0;
    if (c->sets_volume)
        s.volume_cb = 0;
    s.rate = times(s.rate, c->by.rate, STYLE_RATE_LEAST);
    s.range = times(s.range, c->by.range, -1000);
    s.pitch_hz = c->by.pitch_hz ? c->by.pitch_hz : s.pitch_hz;
    s.pitch_cents =
        within(s.pitch_cents + c->by.pitch_cents, -STYLE_CENTS_MOST, STYLE_CENTS_MOST);
    s.pitch_shift_hz =
        within(s.pitch_shift_hz + c->by.pitch_shift_hz, -STYLE_HZ_MOST, STYLE_HZ_MOST);
    s.volume_cb = within(s.volume_cb + c->by.volume_cb, -STYLE_VOLUME_MOST_CB,
                         STYLE_VOLUME_MOST_CB);
    return s;
}
