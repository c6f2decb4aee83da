#include "mix/peak.h"

#include <math.h>

enum { TAPS = 2 * PEAK_REACH, PHASES = 8 };

/* How much of the largest sample a sample must have for the peak to lie beside it. Let M be the
 * true peak of a signal that ends at a quarter of the sampling rate. Around it the signal is at
 * least M cos(2 pi B t) (for t up to 1 / 2B, by Bernstein's inequality in the form of Duffin and
 * Schaeffer); the nearest sample is at most half a step away, where that is M cos(pi / 4). So that
 * sample has at least 0.707 of M, and of the largest sample all the more. A little less, as the
 * codec's filters do not end like a wall. */
static const float beside_peak = 0.65f;

/* Kaiser-windowed sinc, beta 5, each phase normalised to unit gain at 0 Hz: tap k of phase p weighs
 * sample k - (PEAK_REACH - 1) for the point p / 8 behind sample 0. Written out rather than computed,
 * so that no machine's sin() has a part in what is encoded. */
static const float sinc[TAPS][PHASES] = {
    {0, -0.0008408f, -0.0014057f, -0.0016547f, -0.0016057f, -0.0013227f, -0.0008970f,
     -0.0004271f},
    {0, 0.0016757f, 0.0028663f, 0.0034590f, 0.0034498f, 0.0029293f, 0.0020548f,
     0.0010162f},
    {0, -0.0029294f, -0.0050749f, -0.0062082f, -0.0062822f, -0.0054177f, -0.0038641f,
     -0.0019454f},
    {0, 0.0047283f, 0.0082589f, 0.0101909f, 0.0104067f, 0.0090610f, 0.0065285f,
     0.0033223f},
    {0, -0.0072399f, -0.0127156f, -0.0157810f, -0.0162134f, -0.0142074f, -0.0103055f,
     -0.0052815f},
    {0, 0.0107094f, 0.0188743f, 0.0235111f, 0.0242506f, 0.0213392f, 0.0155473f,
     0.0080053f},
    {0, -0.0155444f, -0.0274365f, -0.0342369f, -0.0353846f, -0.0312069f, -0.0227935f,
     -0.0117686f},
    {0, 0.0225265f, 0.0397228f, 0.0495396f, 0.0511879f, 0.0451478f, 0.0329888f,
     0.0170441f},
    {0, -0.0334360f, -0.0586692f, -0.0728547f, -0.0750012f, -0.0659435f, -0.0480569f,
     -0.0247755f},
    {0, 0.0534391f, 0.0924843f, 0.1134590f, 0.1155565f, 0.1006443f, 0.0727356f,
     0.0372235f},
    {0, -0.1062067f, -0.1758557f, -0.2078512f, -0.2050881f, -0.1738261f, -0.1227024f,
     -0.0615228f},
    {1, 0.9746097f, 0.9000265f, 0.7831561f, 0.6347238f, 0.4680737f, 0.2976891f,
     0.1376178f},
    {0, 0.1376178f, 0.2976891f, 0.4680737f, 0.6347238f, 0.7831561f, 0.9000265f,
     0.9746097f},
    {0, -0.0615228f, -0.1227024f, -0.1738261f, -0.2050881f, -0.2078512f, -0.1758557f,
     -0.1062067f},
    {0, 0.0372235f, 0.0727356f, 0.1006443f, 0.1155565f, 0.1134590f, 0.0924843f,
     0.0534391f},
    {0, -0.0247755f, -0.0480569f, -0.0659435f, -0.0750012f, -0.0728547f, -0.0586692f,
     -0.0334360f},
    {0, 0.0170441f, 0.0329888f, 0.0451478f, 0.0511879f, 0.0495396f, 0.0397228f,
     0.0225265f},
    {0, -0.0117686f, -0.0227935f, -0.0312069f, -0.0353846f, -0.0342369f, -0.0274365f,
     -0.0155444f},
    {0, 0.0080053f, 0.0155473f, 0.0213392f, 0.0242506f, 0.0235111f, 0.0188743f,
     0.0107094f},
    {0, -0.0052815f, -0.0103055f, -0.0142074f, -0.0162134f, -0.0157810f, -0.0127156f,
     -0.0072399f},
    {0, 0.0033223f, 0.0065285f, 0.0090610f, 0.0104067f, 0.0101909f, 0.0082589f,
     0.0047283f},
    {0, -0.0019454f, -0.0038641f, -0.0054177f, -0.0062822f, -0.0062082f, -0.0050749f,
     -0.0029294f},
    {0, 0.0010162f, 0.0020548f, 0.0029293f, 0.0034498f, 0.0034590f, 0.0028663f,
     0.0016757f},
    {0, -0.0004271f, -0.0008970f, -0.0013227f, -0.0016057f, -0.0016547f, -0.0014057f,
     -0.0008408f},
};

float peak_after(const float *pcm, int64_t frames, int64_t at)
{
    float edge[TAPS], sums[PHASES] = {0};
    int64_t from = at - (PEAK_REACH - 1);
    const float *x = edge;
    if (from >= 0 && from + TAPS <= frames)
        x = pcm + from;
    else
        for (int k = 0; k < TAPS; k++)
            edge[k] = from + k >= 0 && from + k < frames ? pcm[from + k] : 0;
    for (int k = 0; k < TAPS; k++)
        for (int p = 0; p < PHASES; p++)
            sums[p] += x[k] * sinc[k][p];
    float peak = 0;
    for (int p = 0; p < PHASES; p++)
        peak = fabsf(sums[p]) > peak ? fabsf(sums[p]) : peak;
    return peak;
}

float peak_of_half_band(const float *pcm, int64_t frames)
{
    float largest = 0;
    for (int64_t i = 0; i < frames; i++)
        largest = fabsf(pcm[i]) > largest ? fabsf(pcm[i]) : largest;
    float peak = largest;
    for (int64_t i = 0; i < frames; i++) {
        if (fabsf(pcm[i]) <= largest * beside_peak)
            continue;
        float before = peak_after(pcm, frames, i - 1), after = peak_after(pcm, frames, i);
        peak = before > peak ? before : peak;
        peak = after > peak ? after : peak;
    }
    return peak;
}

float peak_of(const float *pcm, int64_t frames)
{
    float peak = 0;
    for (int64_t at = -1; at < frames; at++) {
        float here = peak_after(pcm, frames, at);
        peak = here > peak ? here : peak;
    }
    return peak;
}
