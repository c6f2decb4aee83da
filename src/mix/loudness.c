#include "mix/loudness.h"

#include <math.h>

#include <ebur128.h>

#include "mix/encode.h"
#include "mix/peak.h"

enum {
    RATE_HZ = 48000,
    PACKET_MS = 20,
    BLOCK_STEPS = 4, /* a gating block is four steps of 100 ms */
    STEP_PACKETS = 5,
    BLOCK_MS = BLOCK_STEPS * STEP_PACKETS * PACKET_MS,
    GATE_ABSOLUTE_CB = -7000,
    GATE_RELATIVE_CB = -1000,
    GAIN_MOST_Q8 = 32767, /* 16 bits in the header */
};

/* BS.1770-4: loudness = -0.691 + 10 log10(mean square). */
static const double offset_db = -0.691;

static int to_cb(double db)
{
    double cb = db * 100;
    return cb > LOUDNESS_SILENCE_CB ? (int)lround(cb)
                                    : LOUDNESS_SILENCE_CB; /* -inf, too */
}

static double energy_of(int cb)
{
    return cb <= LOUDNESS_SILENCE_CB ? 0 : pow(10, (cb / 100.0 - offset_db) / 10);
}

static int peak_to_cb(float peak)
{
    double cb = peak > 0 ? ceil(2000 * log10((double)peak)) : LOUDNESS_SILENCE_CB;
    return cb > LOUDNESS_SILENCE_CB ? (int)cb : LOUDNESS_SILENCE_CB;
}

int loudness_true_peak(const float *pcm, int64_t frames)
{
    return peak_to_cb(peak_of(pcm, frames));
}

enum bc_status loudness_measure(int **energies_cb, int *true_peak_cb, struct arena *a,
                                const float *pcm, int64_t frames)
{
    int64_t packets = frames / ENCODE_PACKET_48K;
    int *energies = arena_array(a, int, packets);
    ebur128_state *meter = ebur128_init(1, RATE_HZ, EBUR128_MODE_M);
    if (!meter)
        return BC_ERETRY;
    bool fine = true;
    for (int64_t i = 0; i < packets && fine; i++) {
        double lufs = 0;
        fine = !ebur128_add_frames_float(meter, pcm + i * ENCODE_PACKET_48K,
                                         ENCODE_PACKET_48K) &&
               !ebur128_loudness_window(meter, PACKET_MS, &lufs);
        energies[i] = to_cb(lufs);
    }
    ebur128_destroy(&meter);
    *true_peak_cb = peak_to_cb(peak_of_half_band(pcm, frames));
    *energies_cb = energies;
    return fine ? BC_OK : BC_EBUG;
}

enum bc_status loudness_of_sound(int *out_cb, const float *pcm, int64_t frames,
                                 int rate_hz)
{
    int64_t ms = frames * 1000 / rate_hz;
    bool block = ms >= BLOCK_MS;
    ebur128_state *meter =
        ebur128_init(1, (unsigned long)rate_hz, block ? EBUR128_MODE_I : EBUR128_MODE_M);
    if (!meter)
        return BC_ERETRY;
    double lufs = 0;
    bool fine = !ebur128_add_frames_float(meter, pcm, (size_t)frames) &&
                !(block ? ebur128_loudness_global(meter, &lufs)
                        : ebur128_loudness_window(meter, ms > 0 ? ms : 1, &lufs));
    ebur128_destroy(&meter);
    int cb = to_cb(lufs);
    *out_cb = cb < GATE_ABSOLUTE_CB ? LOUDNESS_SILENCE_CB : cb;
    return fine ? BC_OK : BC_EBUG;
}

struct str loudness_version(struct arena *a)
{
    int major, minor, patch;
    ebur128_get_version(&major, &minor, &patch);
    return str_format(a, "libebur128 %d.%d.%d", major, minor, patch);
}

static double step_energy(const int *energies_cb, int64_t step)
{
    double sum = 0;
    for (int i = 0; i < STEP_PACKETS; i++)
        sum += energy_of(energies_cb[step * STEP_PACKETS + i]);
    return sum;
}

/* The mean energy of all blocks that reach `gate`; 0 when none does. */
static double gated_mean(const int *energies_cb, int64_t packets, double gate)
{
    double steps[BLOCK_STEPS] = {0}, sum = 0;
    int64_t counted = 0;
    for (int64_t i = 0; i < packets / STEP_PACKETS; i++) {
        steps[i % BLOCK_STEPS] = step_energy(energies_cb, i);
        double block =
            (steps[0] + steps[1] + steps[2] + steps[3]) / (BLOCK_STEPS * STEP_PACKETS);
        if (i >= BLOCK_STEPS - 1 && block >= gate) {
            sum += block;
            counted++;
        }
    }
    return counted ? sum / (double)counted : 0;
}

int loudness_integrated(const int *energies_cb, int64_t packets)
{
    double gate = energy_of(GATE_ABSOLUTE_CB);
    double mean = gated_mean(energies_cb, packets, gate);
    if (mean <= 0)
        return LOUDNESS_SILENCE_CB;
    double relative = mean * pow(10, GATE_RELATIVE_CB / 1000.0);
    mean = gated_mean(energies_cb, packets, relative > gate ? relative : gate);
    return to_cb(offset_db + 10 * log10(mean));
}

int loudness_output_gain_q8(int integrated_cb, int true_peak_cb)
{
    if (integrated_cb <= LOUDNESS_SILENCE_CB)
        return 0;
    int wanted = LOUDNESS_TARGET_CB - integrated_cb,
        room = LOUDNESS_PEAK_MOST_CB - true_peak_cb;
    double q8 = floor((wanted < room ? wanted : room) * 256 / 100.0);
    return (int)fmin(fmax(q8, -GAIN_MOST_Q8), GAIN_MOST_Q8);
}

int loudness_q8_to_cb(int q8)
{
    return (q8 * 100 + (q8 < 0 ? -128 : 128)) / 256;
}

int loudness_cb_to_q8(int cb)
{
    return (cb * 256 + (cb < 0 ? -50 : 50)) / 100;
}
