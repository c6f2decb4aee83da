#include "voice/voiceprint.h"

#include <math.h>

static double octaves(int x, int y)
{
    return x > 0 && y > 0 ? fabs(log2((double)x / y)) : 0;
}

/* Of spectra without bands the centroids have to do: a quarter of it is as clear. */
static double deviation_db(const struct voiceprint *x, const struct voiceprint *y)
{
    double sum = 0, squares = 0;
    if (!x->has_bands || !y->has_bands)
        return octaves(x->centroid_hz, y->centroid_hz) / log2(1.25) *
               VOICEPRINT_CLEAR_DB_CB / 100;
    for (int i = 0; i < VOICEPRINT_BANDS; i++) {
        double d = (x->bands_cb[i] - y->bands_cb[i]) / 100.0;
        sum += d;
        squares += d * d;
    }
    double mean = sum / VOICEPRINT_BANDS;
    return sqrt(fmax(0, squares / VOICEPRINT_BANDS - mean * mean));
}

struct contrast voiceprint_contrast(const struct voiceprint *x,
                                    const struct voiceprint *y)
{
    return (struct contrast){octaves(x->f0_hz, y->f0_hz), deviation_db(x, y),
                             octaves(x->words_per_minute, y->words_per_minute)};
}

int voiceprint_distance(struct contrast c)
{
    double spectrum = c.spectrum_db * 100 / VOICEPRINT_CLEAR_DB_CB * log2(1.25);
    return (int)lround(100 *
                       sqrt(c.pitch * c.pitch + spectrum * spectrum + c.tempo * c.tempo));
}

bool voiceprint_clear(struct contrast c)
{
    return exp2(c.pitch) >= 1 + VOICEPRINT_PITCH_PERCENT / 100.0 ||
           c.spectrum_db >= VOICEPRINT_CLEAR_DB_CB / 100.0;
}
