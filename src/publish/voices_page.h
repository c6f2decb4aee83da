/* publish/voices_page.h -- a page about voices: what they are like, how they sound, how far apart they are.
 *
 * One file of HTML without scripts, which asks for nothing but the samples beside it. It works from a disk,
 * in light and dark, with a keyboard and with a screen reader: what the chart shows stands in the table.
 */
#ifndef BRIEFCAST_PUBLISH_VOICES_PAGE_H
#define BRIEFCAST_PUBLISH_VOICES_PAGE_H

#include "voice/palette.h"

/* What the samples of a language say. */
struct voices_text {
    struct str language, text;
};

/* The page about `voices`, a section for each language (the first of a profile), from low to high. The
 * sample of a voice is the file NAME.opus, where `texts` has its language. Lives in `a`. */
struct str voices_page(struct arena *a, const struct profile *const *voices,
                       ptrdiff_t count, const struct voices_text *texts,
                       ptrdiff_t text_count);

/* `s` as text or as an attribute's value between quotes. */
void html_add(struct strbuf *out, struct str s);

/* The measured voices by pitch and timbre, as an SVG element; `what` says of which.
 * (voices_chart.c) */
void voices_chart(struct strbuf *out, const struct profile *const *voices,
                  ptrdiff_t count, struct str what);

#endif
