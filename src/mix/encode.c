#include "mix/encode.h"

#include <math.h>

#include <opus.h>

#include "mix/condition.h"

enum {
    PACKET_MOST = 1275, /* bytes of a 20 ms packet (RFC 6716 section 3.4) */
    GRAIN = CONDITION_FRAME /
            8, /* 2.5 ms at 24 kHz, in which input and output are compared */
};

/* How much louder decoded speech may come out than what went in around it. Honest errors, before
 * and behind a burst, stay within; they reached 1.5 times and 0.12. */
static const float growth_most = 1.5f, excess_most = 0.15f;

const struct str encode_silence = {"\xF8\xFF\xFE", 3};

static int rate_of(const struct encode_settings *s)
{
    return s->music ? CONDITION_SOUND_HZ : CONDITION_RATE_HZ;
}

static OpusEncoder *encoder_open(const struct encode_settings *s)
{
    int error;
    OpusEncoder *e = opus_encoder_create(rate_of(s), 1, OPUS_APPLICATION_AUDIO, &error);
    if (!e)
        return NULL;
    /* SIGNAL_VOICE: else a fresh encoder begins in CELT, 7 % more bytes. */
    int signal = s->music ? OPUS_SIGNAL_MUSIC : OPUS_SIGNAL_VOICE;
    bool fine = opus_encoder_ctl(e, OPUS_SET_BITRATE(s->bitrate)) == OPUS_OK &&
                opus_encoder_ctl(e, OPUS_SET_COMPLEXITY(s->complexity)) == OPUS_OK &&
                opus_encoder_ctl(e, OPUS_SET_SIGNAL(signal)) == OPUS_OK &&
                opus_encoder_ctl(e, OPUS_SET_VBR(1)) == OPUS_OK &&
                opus_encoder_ctl(e, OPUS_SET_DTX(0)) == OPUS_OK;
    opus_int32 lookahead = 0;
    fine = fine && opus_encoder_ctl(e, OPUS_GET_LOOKAHEAD(&lookahead)) == OPUS_OK &&
           lookahead == rate_of(s) / CONDITION_RATE_HZ *
                            CONDITION_LOOKAHEAD; /* else every time would be wrong */
    if (fine)
        return e;
    opus_encoder_destroy(e);
    return NULL;
}

enum bc_status encode_packets(struct str **out, struct arena *a, const float *pcm,
                              int64_t frames, const struct encode_settings *s,
                              const bool *apart)
{
    OpusEncoder *e = encoder_open(s);
    int frame = rate_of(s) / CONDITION_RATE_HZ * CONDITION_FRAME;
    if (!e || frames % frame) {
        opus_encoder_destroy(e);
        return BC_EBUG;
    }
    int64_t count = frames / frame;
    struct str *packets = arena_array(a, struct str, count);
    unsigned char bytes[PACKET_MOST];
    bool fine = true;
    for (int64_t i = 0; i < count && fine; i++) {
        if (apart)
            fine = opus_encoder_ctl(
                       e, OPUS_SET_PREDICTION_DISABLED((opus_int32)apart[i])) == OPUS_OK;
        opus_int32 n = opus_encode_float(e, pcm + i * frame, frame, bytes, PACKET_MOST);
        fine = fine && n > 0;
        if (fine)
            packets[i] = str_copy(a, (struct str){(const char *)bytes, n});
    }
    opus_encoder_destroy(e);
    *out = packets;
    return fine ? BC_OK : BC_EBUG;
}

enum bc_status decode_packets(float **out, struct arena *a, const struct str *packets,
                              ptrdiff_t count)
{
    int error;
    OpusDecoder *d = opus_decoder_create(2 * CONDITION_RATE_HZ, 1, &error);
    if (!d)
        return BC_EBUG;
    float *pcm = arena_array(a, float, count *ENCODE_PACKET_48K);
    bool fine = true;
    for (ptrdiff_t i = 0; i < count && fine; i++)
        fine = opus_decode_float(d, (const unsigned char *)packets[i].ptr,
                                 (opus_int32)packets[i].len, pcm + i * ENCODE_PACKET_48K,
                                 ENCODE_PACKET_48K, 0) == ENCODE_PACKET_48K;
    opus_decoder_destroy(d);
    *out = pcm;
    return fine ? BC_OK : BC_EBUG;
}

static float largest(const float *pcm, int64_t from, int64_t to, int64_t frames)
{
    float peak = 0;
    for (int64_t i = from > 0 ? from : 0; i < to && i < frames; i++)
        peak = fabsf(pcm[i]) > peak ? fabsf(pcm[i]) : peak;
    return peak;
}

ptrdiff_t encode_runaways(bool *apart, const float *pcm, const float *decoded,
                          ptrdiff_t count)
{
    ptrdiff_t marked = 0;
    int64_t frames = count * CONDITION_FRAME;
    float before = 0, here = largest(pcm, 0, GRAIN, frames), after;
    for (int64_t g = 0; g * GRAIN + CONDITION_LOOKAHEAD < frames;
         g++, before = here, here = after) {
        int64_t from = 2 * (g * GRAIN + CONDITION_LOOKAHEAD);
        after = largest(pcm, (g + 1) * GRAIN, (g + 2) * GRAIN, frames);
        float in = fmaxf(before, fmaxf(here, after));
        float out = largest(decoded, from, from + 2 * GRAIN, 2 * frames);
        if (out <= growth_most * in + excess_most)
            continue;
        ptrdiff_t packet = (g * GRAIN + CONDITION_LOOKAHEAD) / CONDITION_FRAME;
        for (ptrdiff_t i = packet - 1; i <= packet + 1; i++)
            if (i >= 0 && i < count && !apart[i]) {
                apart[i] = true;
                marked++;
            }
    }
    return marked;
}

struct str encode_version(void)
{
    return str_from(opus_get_version_string());
}
