#include "mix/compile.h"

#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "mix/clip.h"
#include "mix/condition.h"
#include "mix/loudness.h"
#include "mix/sound_file.h"
#include "synth/speech.h"

enum {
    JOB_VERSION =
        4, /* counted up when a change here, or in synth/words, changes a clip */
    SOUND_VERSION = 3,  /* the same, of sounds alone; with mix/sound_file */
    MAGIC = 0x42436a34, /* "BCj4" */
    SHOWN_MOST = 60,    /* bytes of the text in a message */
    REPAIRS_MOST = 2,
    LEVEL_NEAR_CB = 20,  /* how far from its level a sound may be left ... */
    LEVEL_TRIES = 4,     /* ... while there is a try left, */
    LEVEL_MORE_CB = 300, /* and the limiter is not driven harder than that */
};

/* What makes a sound, in the place of an engine. */
static struct hash sound_version(void)
{
    struct hasher h;
    hasher_init(&h);
    hasher_int(&h, SOUND_VERSION);
    hasher_int(&h, LOUDNESS_TARGET_CB);
    sound_file_version(&h);
    return hasher_done(&h);
}

struct hash compile_key(const struct compile_request *r, const struct hash *engine)
{
    struct arena a = {0};
    struct hasher h;
    struct hash maker = r->sound.len ? sound_version() : *engine;
    hasher_init(&h);
    hasher_field(&h, S("briefcast clip"));
    hasher_int(&h, CLIP_FORMAT);
    hasher_int(&h, JOB_VERSION);
    hasher_field(&h, r->text);
    hasher_int(&h, r->phonemes);
    hasher_field(&h, r->voice.espeak);
    hasher_int(&h, r->voice.pitch);
    hasher_int(&h, r->voice.range);
    hasher_int(&h, r->voice.rate);
    hasher_int(&h, r->gain_cb);
    hasher_int(&h, r->tone.tilt_cb);
    hasher_int(&h, r->tone.presence_cb);
    hasher_int(&h, r->encode.bitrate);
    hasher_int(&h, r->encode.complexity);
    hasher_field(&h, (struct str){(const char *)maker.bytes, HASH_BYTES});
    hasher_field(&h, condition_version(&a));
    hasher_field(&h, encode_version());
    hasher_field(&h, loudness_version(&a));
    if (r->sound.len)
        hasher_field(&h, (struct str){(const char *)r->content.bytes, HASH_BYTES});
    arena_clear(&a);
    return hasher_done(&h);
}

/* ---- message ---- */

/* Sent between forks of one program: as it lies in memory. Voice, text and sound follow. */
struct packed {
    uint32_t magic;
    int32_t pitch, range, rate, gain_cb, tilt_cb, presence_cb, bitrate, complexity, music,
        phonemes, voice_bytes;
    int64_t text_bytes;
    struct hash key;
};

struct str compile_pack(struct arena *a, const struct compile_request *r,
                        const struct hash *key)
{
    struct packed p = {
        MAGIC,
        r->voice.pitch,
        r->voice.range,
        r->voice.rate,
        r->gain_cb,
        r->tone.tilt_cb,
        r->tone.presence_cb,
        r->encode.bitrate,
        r->encode.complexity,
        r->encode.music,
        r->phonemes,
        (int32_t)r->voice.espeak.len,
        r->text.len,
        *key,
    };
    struct strbuf b = {.arena = a};
    strbuf_add(&b, (struct str){(const char *)&p, (ptrdiff_t)sizeof p});
    strbuf_add(&b, r->voice.espeak);
    strbuf_add(&b, r->text);
    strbuf_add(&b, r->sound);
    return strbuf_str(&b);
}

static bool within(int value, int least, int most)
{
    return value >= least && value <= most;
}

static bool is_text(struct str s)
{
    return s.len > 0 && utf8_invalid_at(s) < 0 && str_find_byte(s, '\0') < 0;
}

bool compile_unpack(struct compile_request *r, struct hash *key, struct str message)
{
    struct packed p;
    ptrdiff_t head = (ptrdiff_t)sizeof p;
    if (message.len < head)
        return false;
    memcpy(&p, message.ptr, sizeof p);
    if (p.magic != MAGIC || p.voice_bytes < 0 || p.text_bytes < 0 ||
        p.text_bytes > message.len - head ||
        p.voice_bytes > message.len - head - p.text_bytes)
        return false;
    struct str rest = str_slice(message, head, message.len);
    ptrdiff_t text = p.voice_bytes, sound = text + p.text_bytes;
    *r = (struct compile_request){
        .voice = {str_slice(rest, 0, text), p.pitch, p.range, p.rate},
        .gain_cb = p.gain_cb,
        .tone = {p.tilt_cb, p.presence_cb},
        .encode = {p.bitrate, p.complexity, p.music != 0},
        .text = str_slice(rest, text, sound),
        .phonemes = p.phonemes != 0,
        .sound = str_slice(rest, sound, rest.len),
    };
    *key = p.key;
    bool voiced = is_text(r->text) && tone_is_valid(r->tone) && within(p.pitch, 0, 99) &&
                  within(p.range, 0, 99) && within(p.rate, 80, ENGINE_RATE_MOST);
    return (p.music != 0) == (r->sound.len > 0) && within(p.gain_cb, -10000, 10000) &&
           within(p.bitrate, 6000, 256000) && within(p.complexity, 0, 10) &&
           (r->sound.len ? !r->text.len : voiced);
}

/* ---- job ---- */

struct job {
    struct compile_request request;
    struct hash key;
    struct arena arena;
    struct speech said;
    struct sound_pcm sound;
    int gain_cb; /* that the sound is given */
    struct conditioned speech;
    struct clip clip;
    struct zygote_reply *reply;
    int out_fd;
    int64_t since_us; /* CPU time when the stage began */
};

/* The text from `at` on, as much as fits a message. */
static struct str shown(struct str text, ptrdiff_t at)
{
    struct str s = str_slice(text, at, text.len);
    if (s.len <= SHOWN_MOST)
        return s;
    ptrdiff_t end = SHOWN_MOST;
    while (end > 0 && ((unsigned char)s.ptr[end] & 0xC0) == 0x80)
        end--;
    return str_slice(s, 0, end);
}

static enum bc_status failed(struct job *j, enum bc_status status, const char *why)
{
    snprintf(j->reply->message, sizeof j->reply->message, "%s", why);
    return status;
}

static enum bc_status confine(struct job *j)
{
    enum bc_status status = zygote_confine(j->reply);
    return status == BC_OK
               ? status
               : failed(j, status, "the kernel refuses the system-call filter");
}

static enum bc_status stage_voice(struct job *j)
{
    enum bc_status status = engine_set_voice(&j->request.voice);
    if (status == BC_ECONFIG)
        snprintf(j->reply->message, sizeof j->reply->message,
                 "eSpeak NG has no voice '%.*s'",
                 STR_ARGS(shown(j->request.voice.espeak, 0)));
    return status == BC_OK ? confine(j) : status;
}

static enum bc_status stage_synth(struct job *j)
{
    ptrdiff_t missing = -1;
    enum bc_status status =
        speech_make(&j->said, &missing, &j->arena, j->request.text, j->request.phonemes,
                    (int64_t)COMPILE_SECONDS_MOST * ENGINE_RATE_HZ);
    if (status == BC_EINPUT && missing >= 0) {
        j->reply->detail = missing;
        snprintf(j->reply->message, sizeof j->reply->message,
                 "eSpeak NG left out words from '%.*s' on",
                 STR_ARGS(shown(j->request.text, missing)));
        return status;
    }
    if (status == BC_EINPUT)
        return failed(j, status, "more than two minutes of speech in one sentence");
    if (status == BC_EMISSING)
        return failed(j, status,
                      "foreign words need a dictionary of eSpeak NG that cannot be read");
    return status == BC_OK ? status : failed(j, status, "eSpeak NG failed");
}

static enum bc_status stage_condition(struct job *j)
{
    enum bc_status status =
        condition_speech(&j->speech, &j->arena, j->said.pcm, j->said.frames,
                         j->request.gain_cb, j->request.tone);
    if (status == BC_EINPUT)
        return failed(j, status, "nothing to be heard");
    return status == BC_OK ? status : failed(j, status, "soxr failed");
}

/* Samples at 48 kHz for one that is encoded. */
static int scale_of(const struct job *j)
{
    return 2 * CONDITION_RATE_HZ / j->speech.rate_hz;
}

static enum bc_status stage_encode(struct job *j)
{
    j->clip.packet_count = j->speech.frames * scale_of(j) / ENCODE_PACKET_48K;
    enum bc_status status = encode_packets(&j->clip.packets, &j->arena, j->speech.pcm,
                                           j->speech.frames, &j->request.encode, NULL);
    return status == BC_OK ? status : failed(j, status, "libopus failed to encode");
}

/* Decodes into `scratch`, and encodes again where the encoder ran away: REPAIRS_MOST times, what then
 * is left is small. */
static enum bc_status decode_checked(struct job *j, struct arena *scratch, float **pcm)
{
    ptrdiff_t count = j->clip.packet_count;
    bool *apart = arena_array(&j->arena, bool, count);
    enum bc_status status = decode_packets(pcm, scratch, j->clip.packets, count);
    for (int again = 0; again < REPAIRS_MOST && status == BC_OK &&
                        !j->request.encode.music && /* that is not coded by SILK */
                        encode_runaways(apart, j->speech.pcm, *pcm, count);
         again++) {
        arena_clear(scratch);
        status = encode_packets(&j->clip.packets, &j->arena, j->speech.pcm,
                                j->speech.frames, &j->request.encode, apart);
        if (status == BC_OK)
            status = decode_packets(pcm, scratch, j->clip.packets, count);
    }
    return status;
}

static enum bc_status stage_measure(struct job *j)
{
    float *pcm;
    struct arena scratch = {0};
    enum bc_status status = decode_checked(j, &scratch, &pcm);
    if (status == BC_OK)
        status = loudness_measure(&j->clip.energies_cb, &j->clip.true_peak_cb, &j->arena,
                                  pcm, j->clip.packet_count * ENCODE_PACKET_48K);
    if (status == BC_OK && j->request.encode.music)
        j->clip.true_peak_cb =
            loudness_true_peak(pcm, j->clip.packet_count * ENCODE_PACKET_48K);
    arena_clear(&scratch);
    return status == BC_OK ? status : failed(j, status, "libopus failed to decode");
}

/* Word times move from the engine's samples to the clip's. What lies in the silence that was cut
 * off still gets a sample, and order is kept. */
static void map_words(struct job *j)
{
    struct clip *c = &j->clip;
    c->words = arena_array(&j->arena, struct clip_word, j->said.word_count);
    c->word_count = j->said.word_count;
    int64_t least = c->speech_begin;
    for (ptrdiff_t i = 0; i < j->said.word_count; i++) {
        int64_t start = condition_map(&j->speech, j->said.words[i].start);
        int64_t stop = condition_map(&j->speech, j->said.words[i].stop);
        start = start < least ? least : start;
        stop = stop <= start ? start + 1 : stop;
        c->words[i] = (struct clip_word){start, stop, j->said.words[i].interpolated};
        least = stop;
    }
}

static enum bc_status stage_write(struct job *j)
{
    j->clip.key = j->key;
    j->clip.speech_begin = scale_of(j) * j->speech.speech_begin;
    j->clip.speech_end = scale_of(j) * j->speech.speech_end;
    map_words(j);
    return file_write_fd(j->out_fd, clip_write(&j->arena, &j->clip))
               ? BC_OK
               : failed(j, BC_EIO, "the clip could not be written");
}

/* ---- the stages where a sound file takes the engine's place ---- */

static enum bc_status stage_decode(struct job *j)
{
    const char *why;
    enum bc_status status =
        sound_file_decode(&j->sound, &why, &j->arena, j->request.sound);
    return status == BC_OK ? status : failed(j, status, *why ? why : "soxr failed");
}

static enum bc_status stage_level(struct job *j)
{
    int level_cb;
    enum bc_status status =
        loudness_of_sound(&level_cb, j->sound.pcm, j->sound.frames, CONDITION_SOUND_HZ);
    if (status != BC_OK)
        return failed(j, status, "libebur128 failed");
    if (level_cb == LOUDNESS_SILENCE_CB)
        return failed(j, BC_EINPUT, "there is nothing but silence in it");
    j->gain_cb = LOUDNESS_TARGET_CB + j->request.gain_cb - level_cb;
    status =
        condition_sound(&j->speech, &j->arena, j->sound.pcm, j->sound.frames, j->gain_cb);
    return status == BC_OK ? status : failed(j, status, "nothing to be heard");
}

/* How much louder the sound is to be than it comes out of the decoder. */
static enum bc_status level_missing(int *out_cb, struct job *j)
{
    struct arena scratch = {0};
    float *pcm;
    int level_cb = 0;
    enum bc_status status =
        decode_packets(&pcm, &scratch, j->clip.packets, j->clip.packet_count);
    if (status == BC_OK)
        status = loudness_of_sound(
            &level_cb, pcm + j->speech.speech_begin + ENCODE_PRE_SKIP,
            j->speech.speech_end - j->speech.speech_begin, CONDITION_SOUND_HZ);
    arena_clear(&scratch);
    *out_cb = LOUDNESS_TARGET_CB + j->request.gain_cb - level_cb;
    return status;
}

/* What coding and the limiter take is given back. */
static enum bc_status stage_encode_level(struct job *j)
{
    int most_cb = j->gain_cb + LEVEL_MORE_CB, missing_cb = 0;
    for (int try = 0;; try++) {
        enum bc_status status = stage_encode(j);
        if (status == BC_OK)
            status = level_missing(&missing_cb, j);
        int gain_cb =
            j->gain_cb + missing_cb < most_cb ? j->gain_cb + missing_cb : most_cb;
        if (status != BC_OK || try + 1 == LEVEL_TRIES || gain_cb == j->gain_cb ||
            within(missing_cb, -LEVEL_NEAR_CB, LEVEL_NEAR_CB))
            return status;
        j->gain_cb = gain_cb;
        status = condition_sound(&j->speech, &j->arena, j->sound.pcm, j->sound.frames,
                                 j->gain_cb);
        if (status != BC_OK)
            return status;
    }
}

enum bc_status compile_job(struct str request, int out_fd, struct zygote_reply *reply)
{
    typedef enum bc_status stage(struct job *);
    static stage *const stages[STAGE_WRITE + 1][2] = {
        [STAGE_VOICE] = {stage_voice, confine},
        [STAGE_SYNTH] = {stage_synth, stage_decode},
        [STAGE_CONDITION] = {stage_condition, stage_level},
        [STAGE_ENCODE] = {stage_encode, stage_encode_level},
        [STAGE_MEASURE] = {stage_measure, stage_measure},
        [STAGE_WRITE] = {stage_write, stage_write},
    };
    struct job j = {.reply = reply, .out_fd = out_fd};
    reply->detail = -1;
    if (!compile_unpack(&j.request, &j.key, request))
        return failed(&j, BC_EBUG, "a malformed request");
    enum bc_status status = BC_OK;
    for (int i = 0; i <= STAGE_WRITE && status == BC_OK; i++) {
        status = stages[i][j.request.sound.len > 0](&j);
        int64_t now = zygote_cpu_us();
        reply->stage_us[i] = now - j.since_us;
        j.since_us = now;
    }
    arena_clear(&j.arena);
    return status;
}
