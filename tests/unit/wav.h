/* Sound files for tests, made in memory: RIFF WAVE, 16-bit integers or floats. */
#ifndef TESTS_WAV_H
#define TESTS_WAV_H

#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/str.h"

static void wav_number(struct strbuf *b, uint32_t value, int bytes)
{
    for (int i = 0; i < bytes; i++)
        strbuf_add_byte(b, (char)(value >> 8 * i));
}

/* The head of a file of `bytes` bytes of samples; `bits` 32: floats. */
static void wav_head(struct strbuf *b, int channels, int rate_hz, int bits,
                     uint32_t bytes)
{
    strbuf_add(b, S("RIFF"));
    wav_number(b, 36 + bytes, 4);
    strbuf_add(b, S("WAVEfmt "));
    wav_number(b, 16, 4);
    wav_number(b, bits == 32 ? 3 : 1, 2);
    wav_number(b, (uint32_t)channels, 2);
    wav_number(b, (uint32_t)rate_hz, 4);
    wav_number(b, (uint32_t)(rate_hz * channels * bits / 8), 4);
    wav_number(b, (uint32_t)(channels * bits / 8), 2);
    wav_number(b, (uint32_t)bits, 2);
    strbuf_add(b, S("data"));
    wav_number(b, bytes, 4);
}

/* `count` samples of all channels, frame by frame. */
__attribute__((unused)) static struct str wav_of(struct arena *a, const float *samples,
                                                 int64_t count, int channels, int rate_hz)
{
    struct strbuf b = {.arena = a};
    wav_head(&b, channels, rate_hz, 32, (uint32_t)(4 * count));
    strbuf_add(&b, (struct str){(const char *)samples, (ptrdiff_t)(4 * count)});
    return strbuf_str(&b);
}

#endif
