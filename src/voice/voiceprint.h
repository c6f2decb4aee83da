/* voice/voiceprint.h -- how a voice sounds, as measured on what it rendered, and how far two are apart.
 *
 * Pitch: the ratio of the median F0.
 *
 * Spectrum: the standard deviation, over the bands, of the difference of two long-term average spectra
 * in dB (SDDD: Harmegnies, Pattern Recognition Letters 8, 1988). It does not depend on the level.
 *
 * What is clear: listeners hear another speaker when the vocal tract is a quarter longer, and accept
 * more of a change in pitch alone (Gaudrain, Li, Ban and Patterson, Interspeech 2009). A voice whose
 * spectrum is stretched by a quarter is 1.2 to 3.7 dB from itself, in the middle 1.6; a voice in another
 * text of twelve seconds, 1.7 at most (tests/unit/test_levels.c). VOICEPRINT_CLEAR_DB_CB lies well above.
 *
 * distance = 100 sqrt(pitch^2 + spectrum^2 + tempo^2), with pitch and tempo in octaves, and the spectrum
 * in units of VOICEPRINT_CLEAR_DB_CB / log2(1.25): VOICEPRINT_CLEAR by pitch alone or by the spectrum
 * alone is as much.
 */
#ifndef BRIEFCAST_VOICE_VOICEPRINT_H
#define BRIEFCAST_VOICE_VOICEPRINT_H

#include <stdbool.h>

enum {
    VOICEPRINT_BANDS = 18,
    VOICEPRINT_PITCH_PERCENT = 25, /* of F0: told apart by pitch */
    VOICEPRINT_CLEAR = 32,         /* 100 log2(1.25) */
    VOICEPRINT_CLEAR_DB_CB = 300,  /* told apart by the spectrum, 1/100 dB */
};

/* 0: not measured. */
struct voiceprint {
    int f0_hz;            /* median */
    int range_ct;         /* 10th to 90th percentile of F0, cents */
    int words_per_minute; /* with the pauses between sentences */
    int centroid_hz;
    int tilt_cb; /* 1/100 dB an octave */
    int lufs_cb; /* without gain */
    bool has_bands;
    int bands_cb
        [VOICEPRINT_BANDS]; /* long-term average spectrum: 3, 4, ... Bark, 1/100 dB */
};

/* How far apart two sounds are; 0 where one of them was not measured. */
struct contrast {
    double pitch;       /* octaves */
    double spectrum_db; /* SDDD */
    double tempo;       /* octaves */
};
struct contrast voiceprint_contrast(const struct voiceprint *x,
                                    const struct voiceprint *y);

/* 0: the same; 100: an octave apart. */
int voiceprint_distance(struct contrast c);

/* Nobody takes one for the other: by pitch or by spectrum. */
bool voiceprint_clear(struct contrast c);

#endif
