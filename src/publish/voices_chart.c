/* The chart of a page about voices: pitch from left to right, timbre from dark to bright. */
#include <math.h>

#include "publish/voices_page.h"

enum {
    WIDTH = 760,
    HEIGHT = 420,
    LEFT = 64,
    RIGHT = 24,
    TOP = 16,
    BOTTOM = 52,
    LETTER = 9, /* a label's width and height */
    LINE = 17,
    MARK = 7, /* half a mark */
    PLACES = 8,
};

struct box {
    double left, top, right, bottom;
};

struct chart {
    struct strbuf *out;
    struct box *taken; /* by marks and labels */
    ptrdiff_t taken_count;
};

static const int ticks_hz[] = {60, 80, 100, 125, 160, 200, 250, 300};
static const int ticks_bright_hz[] = {800, 1000, 1250, 1600, 2000, 2500};

static double between(double value, double least, double most)
{
    return log2(value / least) / log2(most / least);
}

static double x_of(double f0_hz)
{
    double at = between(f0_hz, 58, 320);
    return LEFT + fmin(fmax(at, 0), 1) * (WIDTH - LEFT - RIGHT);
}

static double y_of(double centroid_hz)
{
    double at = between(centroid_hz, 720, 2700);
    return HEIGHT - BOTTOM - fmin(fmax(at, 0), 1) * (HEIGHT - TOP - BOTTOM);
}

static void draw_axes(struct strbuf *out)
{
    strbuf_add(out, S("<g class=\"axes\" aria-hidden=\"true\">\n"));
    for (size_t i = 0; i < sizeof ticks_hz / sizeof *ticks_hz; i++)
        strbuf_addf(out,
                    "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/>"
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%d</text>\n",
                    x_of(ticks_hz[i]), x_of(ticks_hz[i]), TOP, HEIGHT - BOTTOM,
                    x_of(ticks_hz[i]), HEIGHT - BOTTOM + 19, ticks_hz[i]);
    for (size_t i = 0; i < sizeof ticks_bright_hz / sizeof *ticks_bright_hz; i++)
        strbuf_addf(out,
                    "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>"
                    "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%d</text>\n",
                    LEFT, WIDTH - RIGHT, y_of(ticks_bright_hz[i]),
                    y_of(ticks_bright_hz[i]), LEFT - 8, y_of(ticks_bright_hz[i]) + 5,
                    ticks_bright_hz[i]);
    strbuf_addf(
        out,
        "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">Median pitch in hertz: low "
        "to high</text>\n"
        "<text transform=\"translate(14 %d) rotate(-90)\" "
        "text-anchor=\"middle\">Centroid in hertz: dark to bright</text>\n</g>\n",
        (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 8, (TOP + HEIGHT - BOTTOM) / 2);
}

static double overlap(struct box x, struct box y)
{
    double across = fmin(x.right, y.right) - fmax(x.left, y.left),
           down = fmin(x.bottom, y.bottom) - fmax(x.top, y.top);
    return across > 0 && down > 0 ? across * down : 0;
}

/* Where a label of this width covers least: above its mark, else below or beside it. */
static struct box place_label(const struct chart *c, double x, double y, double width)
{
    static const double aside[PLACES] = {0, 0, 1, -1, 1, -1, 1, -1};
    static const double above[PLACES] = {-1, 1, -0.8, -0.8, 0.8, 0.8, 0, 0};
    struct box best = {0};
    double least = INFINITY;
    for (int i = 0; i < PLACES; i++) {
        double middle = x + aside[i] * (width / 2 + MARK + 5), half = LINE / 2.0;
        double line = y + above[i] * (half + MARK + 2);
        struct box box = {middle - width / 2, line - half, middle + width / 2,
                          line + half};
        double covered = 0.01 * i;
        if (box.left < LEFT || box.right > WIDTH - 4 || box.top < 0 ||
            box.bottom > HEIGHT - BOTTOM)
            covered += 1000;
        for (ptrdiff_t k = 0; k < c->taken_count; k++)
            covered += overlap(box, c->taken[k]);
        if (covered < least) {
            least = covered;
            best = box;
        }
    }
    return best;
}

static void draw_mark(struct chart *c, const struct profile *p)
{
    double x = x_of(p->sound.f0_hz), y = y_of(p->sound.centroid_hz);
    double half = exp2(p->sound.range_ct / 2400.0), least = x_of(p->sound.f0_hz / half),
           most = x_of(p->sound.f0_hz * half);
    strbuf_addf(c->out,
                "<line class=\"range\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\"/>",
                least, most, y, y);
    if (p->reg == REGISTER_LOW)
        strbuf_addf(c->out, "<circle class=\"low\" cx=\"%.1f\" cy=\"%.1f\" r=\"%d\"/>\n",
                    x, y, MARK);
    else if (p->reg == REGISTER_MIDDLE)
        strbuf_addf(c->out,
                    "<rect class=\"middle\" x=\"%.1f\" y=\"%.1f\" width=\"%d\" "
                    "height=\"%d\"/>\n",
                    x - MARK, y - MARK, 2 * MARK, 2 * MARK);
    else
        strbuf_addf(c->out, "<path class=\"high\" d=\"M%.1f %.1f l%d %d h%d z\"/>\n", x,
                    y - MARK - 1, MARK + 1, 2 * MARK, -2 * (MARK + 1));
    c->taken[c->taken_count++] = (struct box){x - MARK, y - MARK, x + MARK, y + MARK};
    c->taken[c->taken_count++] = (struct box){least, y - 1, most, y + 1};
}

static void draw_label(struct chart *c, const struct profile *p)
{
    double x = x_of(p->sound.f0_hz), y = y_of(p->sound.centroid_hz);
    struct box box = place_label(c, x, y, (double)(p->name.len * LETTER));
    strbuf_addf(c->out,
                "<text class=\"name\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">",
                (box.left + box.right) / 2, box.bottom - 4);
    html_add(c->out, p->name);
    strbuf_add(c->out, S("</text>\n"));
    c->taken[c->taken_count++] = box;
}

static bool is_measured(const struct profile *p)
{
    return p->sound.f0_hz > 0 && p->sound.centroid_hz > 0;
}

void voices_chart(struct strbuf *out, const struct profile *const *voices,
                  ptrdiff_t count, struct str what)
{
    struct arena scratch = {0};
    struct chart c = {.out = out, .taken = arena_array(&scratch, struct box, 3 * count)};
    strbuf_addf(out, "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"", WIDTH,
                HEIGHT);
    html_add(out, what);
    strbuf_add(out,
               S(" voices by pitch and timbre. Each is at its median pitch and spectral "
                 "centroid; a line is how far its pitch moves. The table below has the "
                 "same figures.\">\n"));
    draw_axes(out);
    for (ptrdiff_t i = 0; i < count; i++)
        if (is_measured(voices[i]))
            draw_mark(&c, voices[i]);
    for (ptrdiff_t i = 0; i < count; i++)
        if (is_measured(voices[i]))
            draw_label(&c, voices[i]);
    strbuf_add(out, S("</svg>\n"));
    arena_clear(&scratch);
}
