/* script/style.h -- how a stretch of text is said where it is said otherwise than its turn: by whom,
 * in which language, with what prosody (SSML 1.1 sections 3.1.12, 3.2.1, 3.2.2, 3.2.4).
 *
 * All of it is relative to the turn's voice, so that one style means the same for everybody; what the
 * engine is told is voice/voicing.h's business. A zeroed style changes nothing.
 */
#ifndef BRIEFCAST_SCRIPT_STYLE_H
#define BRIEFCAST_SCRIPT_STYLE_H

#include <stdbool.h>

#include "base/str.h"

/* The elements of script/ssml.h. */
enum ssml_element {
    SSML_NONE,
    SSML_BREAK,
    SSML_SUB,
    SSML_PROSODY,
    SSML_EMPHASIS,
    SSML_LANG,
    SSML_VOICE,
    SSML_PHONEME,
    SSML_SAY_AS,
    SSML_MARK,
    SSML_AUDIO,
    SSML_DESC,
    SSML_TOKEN,
    SSML_W,
};

enum { SSML_DEPTH_MOST = 16 }; /* of elements in each other */

struct style {
    struct str voice;    /* a profile's name; "": the turn's */
    struct str language; /* BCP 47; "": the script's */
    bool unvoiced;       /* the engine has no voice for it: said in the script's */
    int rate;            /* thousandths more than the voice's: 250 is a quarter faster */
    int pitch_hz;        /* median, in place of the voice's own; 0: that */
    int pitch_cents;     /* above it */
    int pitch_shift_hz;  /* and that */
    int range;           /* thousandths more than the voice's */
    int volume_cb;       /* 1/100 dB louder */
};

enum {
    STYLE_RATE_LEAST = -800,
    STYLE_RATE_MOST = 4000,
    STYLE_CENTS_MOST = 2400,
    STYLE_HZ_MOST = 1000,
    STYLE_VOLUME_MOST_CB = 2400,
};

bool style_eq(const struct style *x, const struct style *y);

/* What an element asks for, on top of the style around it. */
struct style_change {
    struct str voice, language; /* "": as around it */
    /* Set in place of what is around it (back to the voice's own with 0) ... */
    bool sets_rate, sets_pitch, sets_range, sets_volume;
    /* ... or else added to it. */
    struct style by; /* voice and language are not looked at */
};

/* Sums stay within the limits above. */
struct style style_changed(const struct style *around, const struct style_change *c);

#endif
