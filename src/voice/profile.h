/* voice/profile.h -- one voice: what the engine is told, how loud it comes out, who it suits.
 *
 * A profile is a YAML file voices/NAME.yaml:
 *   description: warm low voice, unhurried
 *   espeak: en-us+Lee        # voice, or voice+variant
 *   pitch: 25                # 0..99
 *   range: 50                # 0..99
 *   rate: 175                # 80..449, the engine's units
 *   language: [en]
 *   register: low            # low, middle, high
 *   roles: [narrator]        # narrator, questioner, principal, any
 *   gain: {en: 3.4, de: 2.9} # dB to the programme target, by language, those too that it speaks for a
 *                            # word only (voice/voicing.h); written by calibration
 *   shape: {lift_ct: 60, breath: 0} # voice/shape.h: in place of what is usual; 0, or `off`: nothing
 *   measured: {f0_hz: 74, range_st: 4.2, wpm: 158, tilt_db: -8.1, centroid_hz: 900, lufs: -22.4,
 *     bands_db: [...]}       # voice/voiceprint.h; written by calibration
 */
#ifndef BRIEFCAST_VOICE_PROFILE_H
#define BRIEFCAST_VOICE_PROFILE_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/source.h"
#include "base/status.h"
#include "base/str.h"
#include "voice/voiceprint.h"

enum voice_register { REGISTER_LOW, REGISTER_MIDDLE, REGISTER_HIGH };
enum voice_role { ROLE_NARRATOR = 1, ROLE_QUESTIONER = 2, ROLE_PRINCIPAL = 4 };

struct profile_gain {
    struct str language; /* primary subtag, "en" */
    int gain_cb;         /* centibels: 1/100 dB */
};

enum { SHAPE_TILT_MOST_CB = 600, SHAPE_PRESENCE_MOST_CB = 400 };

/* How a voice changes with the place of a sentence, and its tone; 0: it does not. */
struct shape {
    int lift_ct; /* the first sentence of a turn is so much higher, 0..300 cents; half of it that of
                  * a later paragraph */
    int fall_ct; /* a paragraph's last statement is so much lower, 0..300 cents */
    int widen; /* the first's range is so much wider, the last's narrower, 0..50 per cent */
    int ease; /* the last is so much slower, 0..20 per cent */
    int breath; /* how much pauses go with the length of sentences (script/pauses.h), 0..100 */
    int tilt_cb, presence_cb; /* mix/tone.h: 1/100 dB, up to the above either way */
};

struct profile {
    struct str name; /* the file's base name */
    struct str description;
    struct str espeak; /* "en-us+Lee" */
    int pitch, range, rate;
    const struct str *languages; /* primary subtags */
    ptrdiff_t language_count;
    enum voice_register reg;
    unsigned roles; /* of enum voice_role */
    const struct profile_gain *gains;
    ptrdiff_t gain_count;
    struct shape shape;
    struct voiceprint sound;
    const struct source *source; /* its file */
    struct place espeak_place;
};

/* Which voices the installed engine has; filled by synth/engine.h, passed in. Names are sorted. */
struct voice_inventory {
    const struct str *voices; /* "en", "en-us", ... */
    ptrdiff_t voice_count;
    const struct str *variants; /* "Lee", "m8", ... */
    ptrdiff_t variant_count;
};

/* Parses one profile file. BC_ECONFIG: reported to `d` with places (unknown key, out of range ...). */
BC_CHECK enum bc_status profile_parse(struct profile *out, struct arena *a,
                                      struct str name, const struct source *source,
                                      struct diag *d);
/* BC_ECONFIG: the engine has no such voice or variant; the nearest is named. */
BC_CHECK enum bc_status profile_validate(const struct profile *p,
                                         const struct voice_inventory *inventory,
                                         struct diag *d);
/* The calibrated gain for `language` in centibels; false when it was never measured (then the
 * gain of the profile's first language, else 0). */
bool profile_gain(const struct profile *p, struct str language, int *gain_cb);

/* The profile's file with gain and measured replaced, all else (comments too) as it was. */
struct measurement {
    struct str language;
    int gain_cb;
    struct voiceprint sound;
};
struct str profile_with_measurement(struct arena *a, const struct profile *p,
                                    const struct measurement *m);

#endif
