/* voice/shape.h -- how a profile says a sentence by its place in the turn, and how it pauses.
 *
 * Who reads aloud begins a passage higher and ends it lower; what lies between does not decline steadily
 * (Wichmann, Intonation in Text and Discourse, 2000). In news the higher a sentence stands in the text's
 * structure, the higher is its F0 maximum and the longer the pause before it (den Ouden, Noordman and
 * Terken, Speech Communication 51, 2009). Pauses are longer between long sentences: short of 300 ms
 * mostly where both have at most ten syllables (Zvonik and Cummins, Eurospeech 2003), up to 1.4 times as
 * long after a long one (Kazlauskiene and Kalasinskaite, Respectus Philologicus 37, 2020). The engine says
 * every sentence alike. That they slow down by the place was not found (den Ouden, van Wijk and Swerts,
 * ICSLP 2000), so `ease` is 0 where a profile does not say otherwise; so are `widen`, which adds little to
 * the F0 maxima, and the filters of mix/tone.h, for which nobody has shown that they help.
 *
 * There are four places only, so that a change of one sentence changes another's sound only where that
 * becomes the first or the last of its paragraph. All of it is off at 0.
 */
#ifndef BRIEFCAST_VOICE_SHAPE_H
#define BRIEFCAST_VOICE_SHAPE_H

#include "script/script.h"
#include "voice/palette.h"

enum shape_place {
    SHAPE_BODY,      /* all others, and the only sentence of a turn or paragraph */
    SHAPE_TURN,      /* the first sentence of a turn that has several */
    SHAPE_PARAGRAPH, /* the first of a later paragraph that has several: half as much */
    SHAPE_LAST,      /* a statement that ends a paragraph of several sentences */
};

/* Where the sentence of every segment stands; its parts have one place. Lives in `a`. */
enum shape_place *shape_places(const struct script *s, struct arena *a);

/* The style that is heard: `style`, and what the profile does at the place. Where a script says
 * itself how high, how fast or how lively, that is left alone. */
struct style shape_style(const struct profile *p, const struct style *style,
                         enum shape_place place);

/* Plans the pauses anew, with the breath of the voices; a <break> stays what it is. To be done after
 * casting, before pauses_hasten. */
void shape_pauses(struct script *s, const struct palette *p);

#endif
