#include "publish/voices_page.h"

#include <math.h>
#include <stdlib.h>

struct page {
    struct strbuf *out;
    struct arena *a;
    const struct voices_text *texts;
    ptrdiff_t text_count;
};

static const char style[] =
    ":root{color-scheme:light dark;--ground:#f7f5ef;--card:#fff;--ink:#1c2330;"
    "--soft:#4d5666;--rule:#d9d6cc;--tint:11,92,107;--accent:#0b5c6b;--low:"
    "#1d4f91;--middle:#8a4b08;--high:#9c2457}\n"
    "@media (prefers-color-scheme:dark){:root{--ground:#13171c;--card:#1b2027;"
    "--ink:#e8eaec;--soft:#aab3bf;--rule:#39424d;--tint:111,199,214;--accent:"
    "#84d3e0;--low:#8fbcf5;--middle:#f0b46a;--high:#f59abf}}\n"
    "*{box-sizing:border-box}\n"
    "html{scroll-padding-top:1rem}\n"
    "body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.5 "
    "system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\",sans-serif}\n"
    "header,main,footer{max-width:78rem;margin:0 auto;padding:0 1.25rem}\n"
    "header{padding-top:2.5rem}\n"
    "h1{font-size:clamp(1.9rem,5vw,2.6rem);line-height:1.1;margin:0 0 .6rem;"
    "letter-spacing:-.02em}\n"
    "h2{font-size:1.7rem;line-height:1.2;margin:0 0 .75rem}\n"
    "h2 span{color:var(--soft);font-weight:400}\n"
    "h3{font-size:1.2rem;margin:2.25rem 0 .6rem}\n"
    "h4{font-size:1.1rem;margin:0}\n"
    "p{max-width:46rem;margin:.4rem 0 .8rem}\n"
    "a{color:var(--accent)}\n"
    ":focus-visible{outline:3px solid var(--accent);outline-offset:2px;"
    "border-radius:4px}\n"
    ".skip{position:absolute;left:-99rem}\n"
    ".skip:focus{left:1rem;top:.5rem;background:var(--card);padding:.5rem 1rem}\n"
    "nav ul{display:flex;flex-wrap:wrap;gap:.5rem;list-style:none;padding:0;"
    "margin:1.25rem 0 2rem}\n"
    "nav a{display:block;padding:.4rem .95rem;border:1px solid var(--rule);"
    "border-radius:2rem;background:var(--card);text-decoration:none}\n"
    "nav a:hover{border-color:var(--accent);text-decoration:underline}\n"
    "section{background:var(--card);border:1px solid var(--rule);border-radius:"
    "12px;padding:1.5rem;margin:0 0 1.75rem}\n"
    ".says{color:var(--soft);border-left:3px solid var(--accent);padding-left:"
    ".9rem;margin:0 0 1.25rem}\n"
    ".cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,"
    "15.5rem),1fr));gap:1rem;list-style:none;padding:0;margin:0}\n"
    ".cards li{display:flex;flex-direction:column;border:1px solid var(--rule);"
    "border-radius:10px;padding:.85rem 1rem 1rem}\n"
    ".cards p{margin:.15rem 0 .6rem}\n"
    ".cards .kind{color:var(--soft);font-size:.9rem;margin:0}\n"
    "audio{display:block;width:100%;height:2.5rem;margin-top:auto}\n"
    ".mark{display:inline-block;width:.7rem;height:.7rem;margin-right:.4rem}\n"
    ".mark.low{background:var(--low);border-radius:50%}\n"
    ".mark.middle{background:var(--middle)}\n"
    ".mark.high{background:var(--high);clip-path:polygon(50% 0,100% 100%,0 100%)}"
    "\n"
    "caption,.note{color:var(--soft);text-align:left;font-size:.95rem}\n"
    ".wide{overflow-x:auto}\n"
    "table{border-collapse:collapse;font-variant-numeric:tabular-nums}\n"
    "caption{padding:0 0 .6rem}\n"
    "caption span{display:inline-block;position:sticky;left:0;max-width:"
    "calc(100vw - 4.5rem)}\n"
    ".figures{width:100%;max-width:58rem}\n"
    "th,td{padding:.4rem .7rem;text-align:right;white-space:nowrap;border-bottom:"
    "1px solid var(--rule)}\n"
    "thead th{font-size:.85rem;line-height:1.3;color:var(--soft);font-weight:600;"
    "vertical-align:bottom}\n"
    "tbody th{position:sticky;left:0;background:var(--card);text-align:left;"
    "font-weight:600;padding-left:0}\n"
    "thead th:first-child{text-align:left;padding-left:0}\n"
    ".matrix td,.matrix thead th{text-align:center;padding:.35rem .2rem;"
    "min-width:clamp(2.2rem,3.6vw,3.1rem);font-size:.9rem}\n"
    ".matrix thead th:first-child{text-align:left;padding-left:0}\n"
    ".matrix thead span{display:inline-block;writing-mode:vertical-rl;transform:"
    "rotate(180deg)}\n"
    "svg{display:block;width:100%;min-width:38rem;max-width:58rem;height:auto}\n"
    "svg text{font-size:12px;fill:var(--soft)}\n"
    "svg .name{fill:var(--ink);font-size:13px;font-weight:600}\n"
    "svg .axes line{stroke:var(--rule)}\n"
    "svg .range{stroke:var(--soft);stroke-width:1.5;opacity:.6}\n"
    "svg .low{fill:var(--low)}\n"
    "svg .middle{fill:var(--middle)}\n"
    "svg .high{fill:var(--high)}\n"
    "dl{display:grid;grid-template-columns:max-content 1fr;gap:.5rem 1.4rem;"
    "max-width:60rem;margin:0}\n"
    "dt{font-weight:600}\n"
    "dd{margin:0}\n"
    "footer{color:var(--soft);padding-bottom:3rem}\n"
    "@media (max-width:56rem){th,td{padding:.4rem .45rem}}\n"
    "@media (max-width:40rem){header,main,footer{padding-left:.75rem;"
    "padding-right:.75rem}section{padding:1rem}dl{display:block}dd{margin:0 0 "
    ".7rem}}\n"
    "@media (forced-colors:active){.mark{forced-color-adjust:none;background:"
    "CanvasText!important}svg text,svg .name,svg .low,svg .middle,svg .high{fill:"
    "CanvasText}svg .axes line,svg .range{stroke:CanvasText}svg .axes line{"
    "opacity:.3}}\n";

static const struct {
    const char *tag, *name, *own;
} languages[] = {
    {"de", "German", "Deutsch"},  {"en", "English", "English"},
    {"es", "Spanish", "Español"}, {"fr", "French", "Français"},
    {"kk", "Kazakh", "Қазақша"},  {"ru", "Russian", "Русский"},
};

static const char *const registers[] = {"low", "middle", "high"};

void html_add(struct strbuf *out, struct str s)
{
    for (ptrdiff_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        if (c == '&')
            strbuf_add(out, S("&amp;"));
        else if (c == '<')
            strbuf_add(out, S("&lt;"));
        else if (c == '>')
            strbuf_add(out, S("&gt;"));
        else if (c == '"')
            strbuf_add(out, S("&quot;"));
        else if ((unsigned char)c >= ' ' && c != 0x7F)
            strbuf_add_byte(out, c);
        else
            strbuf_add_byte(out, ' ');
    }
}

static struct str language_of(const struct profile *p)
{
    return p->language_count ? p->languages[0] : S("und");
}

static struct str name_of(struct str tag, bool own)
{
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
        if (str_eq(tag, str_from(languages[i].tag)))
            return str_from(own ? languages[i].own : languages[i].name);
    return tag;
}

static const struct voices_text *text_of(const struct page *page, struct str language)
{
    for (ptrdiff_t i = 0; i < page->text_count; i++)
        if (str_eq(page->texts[i].language, language))
            return &page->texts[i];
    return NULL;
}

/* ---- To be listened to ---- */

static void add_sample(struct page *page, const struct profile *p)
{
    struct str language = language_of(p);
    if (!text_of(page, language)) {
        strbuf_add(page->out, S("<p>no sample</p>\n"));
        return;
    }
    strbuf_add(page->out, S("<audio controls preload=\"none\" lang=\""));
    html_add(page->out, language);
    strbuf_add(page->out, S("\" aria-label=\"Sample of "));
    html_add(page->out, p->name);
    strbuf_add(page->out, S("\" src=\""));
    html_add(page->out, p->name);
    strbuf_add(page->out, S(".opus\"></audio>\n"));
}

static void add_card(struct page *page, const struct profile *p)
{
    static const struct {
        unsigned role;
        const char *name;
    } roles[] = {{ROLE_NARRATOR, "narrator"},
                 {ROLE_PRINCIPAL, "principal"},
                 {ROLE_QUESTIONER, "questioner"}};
    struct strbuf *out = page->out;
    bool first = true;
    strbuf_add(out, S("<li>\n<h4 id=\"voice-"));
    html_add(out, p->name);
    strbuf_add(out, S("\">"));
    html_add(out, p->name);
    strbuf_addf(out,
                "</h4>\n<p class=\"kind\"><span class=\"mark %s\" "
                "aria-hidden=\"true\"></span>%s",
                registers[p->reg], registers[p->reg]);
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
        if (!(p->roles & roles[i].role))
            continue;
        strbuf_addf(out, "%s %s", first ? ";" : ",", roles[i].name);
        first = false;
    }
    strbuf_add(out, S("</p>\n<p>"));
    html_add(out, p->description);
    strbuf_add(out, S("</p>\n"));
    add_sample(page, p);
    strbuf_add(out, S("</li>\n"));
}

static void add_cards(struct page *page, const struct profile *const *voices,
                      ptrdiff_t count, struct str language)
{
    const struct voices_text *text = text_of(page, language);
    strbuf_add(page->out, S("<h3>Samples</h3>\n"));
    if (text) {
        strbuf_addf(page->out, "<p class=\"says\" lang=\"%.*s\">", STR_ARGS(language));
        html_add(page->out, text->text);
        strbuf_add(page->out, S("</p>\n"));
    }
    strbuf_add(page->out, S("<ul class=\"cards\">\n"));
    for (ptrdiff_t i = 0; i < count; i++)
        add_card(page, voices[i]);
    strbuf_add(page->out, S("</ul>\n"));
}

/* ---- What was measured ---- */

/* A heading, and below it what may be wider than the page. */
static void open_wide(struct page *page, const char *what, struct str language,
                      const char *heading)
{
    strbuf_addf(page->out,
                "<h3 id=\"%s-%.*s\">%s</h3>\n<div class=\"wide\" role=\"group\" "
                "tabindex=\"0\" aria-labelledby=\"%s-%.*s\">\n",
                what, STR_ARGS(language), heading, what, STR_ARGS(language));
}

/* A figure; a dash where it was not measured. */
static void add_figure(struct page *page, bool measured, double value, int decimals)
{
    if (measured)
        strbuf_addf(page->out, "<td>%s%.*f</td>", value < 0 ? "\u2212" : "", decimals,
                    fabs(value));
    else
        strbuf_add(page->out, S("<td>\u2013</td>"));
}

static void add_figures(struct page *page, const struct profile *p)
{
    const struct voiceprint *s = &p->sound;
    int gain;
    bool heard = profile_gain(p, language_of(p), &gain);
    strbuf_add(page->out, S("<tr><th scope=\"row\">"));
    html_add(page->out, p->name);
    strbuf_add(page->out, S("</th>"));
    add_figure(page, s->f0_hz, s->f0_hz, 0);
    add_figure(page, s->range_ct, s->range_ct / 100.0, 1);
    add_figure(page, s->words_per_minute, s->words_per_minute, 0);
    add_figure(page, s->centroid_hz, s->centroid_hz, 0);
    add_figure(page, s->has_bands, s->tilt_cb / 100.0, 1);
    add_figure(page, s->lufs_cb, s->lufs_cb / 100.0, 1);
    add_figure(page, heard, gain / 100.0, 1);
    strbuf_add(page->out, S("</tr>\n"));
}

static void add_table(struct page *page, const struct profile *const *voices,
                      ptrdiff_t count, struct str language, struct str name)
{
    static const char *const heads[] = {
        "Voice",          "Pitch<br>Hz",       "Range<br>semitones", "Words<br>a minute",
        "Centroid<br>Hz", "Tilt<br>dB/octave", "Loudness<br>LUFS",   "Gain<br>dB"};
    struct strbuf *out = page->out;
    open_wide(page, "figures", language, "Figures");
    strbuf_add(out, S("<table class=\"figures\">\n<caption><span>"));
    html_add(out, name);
    strbuf_add(out,
               S(" voices, as measured on what they rendered</span></caption>\n<thead>"
                 "<tr>"));
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        strbuf_addf(out, "<th scope=\"col\">%s</th>", heads[i]);
    strbuf_add(out, S("</tr></thead>\n<tbody>\n"));
    for (ptrdiff_t i = 0; i < count; i++)
        add_figures(page, voices[i]);
    strbuf_add(out, S("</tbody>\n</table>\n</div>\n"));
}

static void add_chart(struct page *page, const struct profile *const *voices,
                      ptrdiff_t count, struct str language, struct str name)
{
    open_wide(page, "chart", language, "By pitch and timbre");
    voices_chart(page->out, voices, count, name);
    strbuf_add(page->out,
               S("</div>\n<p class=\"note\">Low voices are circles, middle ones squares, "
                 "high ones triangles; a line is how far the pitch moves. The figures "
                 "stand in the table below.</p>\n"));
}

/* ---- How far they are apart ---- */

static void add_cell(struct page *page, const struct profile *x, const struct profile *y)
{
    int distance = palette_distance(x, y);
    int shade = distance > 150 ? 30 : distance / 5; /* per cent */
    if (x == y)
        strbuf_add(page->out, S("<td>\u2013</td>"));
    else if (voiceprint_clear(palette_contrast(x, y)))
        strbuf_addf(page->out, "<td style=\"background:rgba(var(--tint),.%02d)\">%d</td>",
                    shade, distance);
    else
        strbuf_addf(page->out, "<td><strong>%d near</strong></td>", distance);
}

static bool is_measured(const struct profile *p)
{
    return p->sound.f0_hz > 0;
}

static void add_pair(struct page *page, const char *which,
                     const struct profile *const *pair)
{
    strbuf_add(page->out, str_from(which));
    html_add(page->out, pair[0]->name);
    strbuf_add(page->out, S(" and "));
    html_add(page->out, pair[1]->name);
    strbuf_addf(page->out, ", %d.", palette_distance(pair[0], pair[1]));
}

/* What one looks for first in the table that follows. */
static void add_extremes(struct page *page, const struct profile *const *voices,
                         ptrdiff_t count)
{
    const struct profile *near[2] = {0}, *far[2] = {0};
    for (ptrdiff_t i = 0; i < count; i++) {
        for (ptrdiff_t k = 0; k < i; k++) {
            const struct profile *x = voices[k], *y = voices[i];
            if (!is_measured(x) || !is_measured(y))
                continue;
            int distance = palette_distance(x, y);
            if (!near[0] || distance < palette_distance(near[0], near[1])) {
                near[0] = x;
                near[1] = y;
            }
            if (!far[0] || distance > palette_distance(far[0], far[1])) {
                far[0] = x;
                far[1] = y;
            }
        }
    }
    if (!near[0])
        return;
    add_pair(page, "<p>Closest: ", near);
    add_pair(page, " Farthest: ", far);
    strbuf_add(page->out, S("</p>\n"));
}

static void add_matrix(struct page *page, const struct profile *const *voices,
                       ptrdiff_t count, struct str language, struct str name)
{
    struct strbuf *out = page->out;
    open_wide(page, "matrix", language, "How far apart");
    add_extremes(page, voices, count);
    strbuf_add(out, S("<table class=\"matrix\">\n<caption><span>Distance between "));
    html_add(out, name);
    strbuf_addf(out,
                " voices. %d and more: nobody takes one for the other. 100: an octave."
                "</span></caption>\n<thead><tr><th scope=\"col\">Voice</th>",
                VOICEPRINT_CLEAR);
    for (ptrdiff_t i = 0; i < count; i++) {
        strbuf_add(out, S("<th scope=\"col\"><span>"));
        html_add(out, voices[i]->name);
        strbuf_add(out, S("</span></th>"));
    }
    strbuf_add(out, S("</tr></thead>\n<tbody>\n"));
    for (ptrdiff_t i = 0; i < count; i++) {
        strbuf_add(out, S("<tr><th scope=\"row\">"));
        html_add(out, voices[i]->name);
        strbuf_add(out, S("</th>"));
        for (ptrdiff_t k = 0; k < count; k++)
            add_cell(page, voices[i], voices[k]);
        strbuf_add(out, S("</tr>\n"));
    }
    strbuf_add(out, S("</tbody>\n</table>\n</div>\n"));
}

/* ---- The page ---- */

static void add_section(struct page *page, const struct profile *const *voices,
                        ptrdiff_t count, struct str language)
{
    struct strbuf *out = page->out;
    struct str name = name_of(language, false), own = name_of(language, true);
    strbuf_addf(out, "<section aria-labelledby=\"%.*s\">\n<h2 id=\"%.*s\">",
                STR_ARGS(language), STR_ARGS(language));
    html_add(out, name);
    if (!str_eq(name, own)) {
        strbuf_addf(out, " <span lang=\"%.*s\">", STR_ARGS(language));
        html_add(out, own);
        strbuf_add(out, S("</span>"));
    }
    strbuf_addf(out, "</h2>\n<p>%td %s, from low to high.</p>\n", count,
                count == 1 ? "voice" : "voices");
    add_cards(page, voices, count, language);
    add_chart(page, voices, count, language, name);
    add_table(page, voices, count, language, name);
    add_matrix(page, voices, count, language, name);
    strbuf_add(out, S("</section>\n"));
}

static void add_legend(struct strbuf *out)
{
    strbuf_addf(
        out,
        "<section aria-labelledby=\"figures\">\n<h2 id=\"figures\">What the figures "
        "mean</h2>\n<dl>\n"
        "<dt>Low, middle, high</dt><dd>The register: what casting goes by where somebody "
        "is "
        "called Mr. or Ms.</dd>\n"
        "<dt>Narrator, principal, questioner</dt><dd>Whom casting gives the voice to."
        "</dd>\n"
        "<dt>Pitch, range</dt><dd>Median of the fundamental frequency, and from its 10th "
        "to its "
        "90th percentile.</dd>\n"
        "<dt>Words a minute</dt><dd>As spoken, with the pauses between sentences.</dd>\n"
        "<dt>Centroid, tilt</dt><dd>Where the weight of the spectrum lies, and how fast "
        "it falls: "
        "dark voices are low and steep, bright ones high and flat.</dd>\n"
        "<dt>Loudness, gain</dt><dd>What comes from the engine, and what makes all "
        "voices equally "
        "loud.</dd>\n"
        "<dt>Distance</dt><dd>100 \u221a(pitch\u00b2 + spectrum\u00b2 + tempo\u00b2), "
        "pitch and "
        "tempo in octaves; the spectrum is the standard deviation of the difference of "
        "two "
        "long-term spectra in 18 Bark bands, %.0f dB of it counting as much as %d %% of "
        "pitch. "
        "Two voices are near, and marked so, when they are less than that apart in "
        "both.</dd>\n</dl>\n</section>\n",
        VOICEPRINT_CLEAR_DB_CB / 100.0, VOICEPRINT_PITCH_PERCENT);
}

/* By language as it is called, then from low to high. */
static int by_language(const void *x, const void *y)
{
    const struct profile *const *a = x, *const *b = y;
    int order =
        str_compare(name_of(language_of(*a), false), name_of(language_of(*b), false));
    if (!order)
        order = (*a)->sound.f0_hz - (*b)->sound.f0_hz;
    return order ? order : str_compare((*a)->name, (*b)->name);
}

static void add_navigation(struct page *page, const struct profile *const *voices,
                           ptrdiff_t count)
{
    strbuf_add(page->out, S("<nav aria-label=\"Languages\">\n<ul>\n"));
    for (ptrdiff_t i = 0; i < count; i++) {
        struct str tag = language_of(voices[i]);
        if (i > 0 && str_eq(tag, language_of(voices[i - 1])))
            continue;
        strbuf_addf(page->out, "<li><a href=\"#%.*s\">", STR_ARGS(tag));
        html_add(page->out, name_of(tag, false));
        strbuf_add(page->out, S("</a></li>\n"));
    }
    strbuf_add(page->out, S("<li><a href=\"#figures\">What the figures mean</a></li>\n"
                            "</ul>\n</nav>\n</header>\n<main id=\"voices\">\n"));
}

struct str voices_page(struct arena *a, const struct profile *const *voices,
                       ptrdiff_t count, const struct voices_text *texts,
                       ptrdiff_t text_count)
{
    struct strbuf out = {.arena = a};
    struct page page = {&out, a, texts, text_count};
    const struct profile **sorted = arena_array(a, const struct profile *, count);
    for (ptrdiff_t i = 0; i < count; i++)
        sorted[i] = voices[i];
    if (count > 1)
        qsort(sorted, (size_t)count, sizeof *sorted, by_language);
    strbuf_add(
        &out, S("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                "<meta name=\"viewport\" content=\"width=device-width, "
                "initial-scale=1\">\n<title>The voices of briefcast</title>\n<style>\n"));
    strbuf_add(&out, str_from(style));
    strbuf_addf(
        &out,
        "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#voices\">To the "
        "voices</a>\n<header>\n<h1>The voices of briefcast</h1>\n<p>%td %s: how they "
        "sound, what was measured of them, and how far apart they are.</p>\n",
        count, count == 1 ? "voice" : "voices");
    add_navigation(&page, sorted, count);
    for (ptrdiff_t i = 0, end; i < count; i = end) {
        for (end = i + 1;
             end < count && str_eq(language_of(sorted[end]), language_of(sorted[i]));)
            end++;
        add_section(&page, sorted + i, end - i, language_of(sorted[i]));
    }
    add_legend(&out);
    strbuf_add(&out, S("</main>\n<footer>\n<p>Written by <code>briefcast voices "
                       "--report</code>. The samples are Ogg Opus files beside this "
                       "page.</p>\n</footer>\n</body>\n</html>\n"));
    return strbuf_str(&out);
}
