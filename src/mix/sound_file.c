#include "mix/sound_file.h"

#include <math.h>
#include <string.h>

#include <sndfile.h>

#include "base/program.h"
#include "mix/condition.h"

enum { BLOCK = 16384 /* samples of all channels that are read at once */ };

/* Far over anything honest, also of files whose full scale is 32,768. */
static const float sample_most = 1e6f;

/* ---- the file, in memory ---- */

struct memory {
    struct str bytes;
    sf_count_t at;
};

static sf_count_t memory_length(void *user)
{
    return ((struct memory *)user)->bytes.len;
}

static sf_count_t memory_seek(sf_count_t offset, int whence, void *user)
{
    struct memory *m = user;
    sf_count_t from = whence == SEEK_CUR ? m->at : whence == SEEK_END ? m->bytes.len : 0;
    bool far = offset < -from || offset > m->bytes.len - from;
    if (far)
        return -1;
    return m->at = from + offset;
}

static sf_count_t memory_read(void *to, sf_count_t count, void *user)
{
    struct memory *m = user;
    sf_count_t left = m->bytes.len - m->at;
    count = count < 0 ? 0 : count < left ? count : left;
    memcpy(to, m->bytes.ptr + m->at, (size_t)count);
    m->at += count;
    return count;
}

static sf_count_t memory_write(const void *from, sf_count_t count, void *user)
{
    (void)from;
    (void)count;
    (void)user;
    return 0;
}

static sf_count_t memory_tell(void *user)
{
    return ((struct memory *)user)->at;
}

/* Its length is said at the front of a RIFF (WAV) or FORM (AIFF) file. Who writes to a pipe does not
 * know it and says the largest, or none. */
static bool is_shorter_than_said(struct str bytes)
{
    const unsigned char *p = (const unsigned char *)bytes.ptr + 4;
    int64_t said = 0;
    bool big_endian = str_starts(bytes, S("FORM"));
    for (int i = 0; i < 4; i++)
        said = said << 8 | p[big_endian ? i : 3 - i];
    return said < 0x7FFF0000 && said + 8 > bytes.len + 1; /* 1: a pad that was left out */
}

/* The last page of an Ogg file says that it is (RFC 3533 section 6: header_type_flag 4), and is whole. */
static bool ends_before_its_end(struct str bytes)
{
    enum { HEAD = 27, FLAG = 5, SEGMENTS = 26 };
    ptrdiff_t at = bytes.len - HEAD;
    while (at > 0 && !str_starts(str_slice(bytes, at, bytes.len), S("OggS")))
        at--;
    if (at < 0 || !(bytes.ptr[at + FLAG] & 4))
        return true;
    const unsigned char *page = (const unsigned char *)bytes.ptr + at;
    ptrdiff_t left = bytes.len - at - HEAD - page[SEGMENTS];
    for (int i = 0; i < page[SEGMENTS] && left >= 0; i++)
        left -= page[HEAD + i]; /* there, as `left` counts the table, too */
    return left < 0;
}

/* Of such files libsndfile plays what is left of them, and says nothing. */
static bool is_cut_off(struct str bytes)
{
    if (bytes.len < 8)
        return false;
    if (str_starts(bytes, S("RIFF")) || str_starts(bytes, S("FORM")))
        return is_shorter_than_said(bytes);
    return str_starts(bytes, S("OggS")) && ends_before_its_end(bytes);
}

/* ---- decoding ---- */

struct decoding {
    struct arena *a;
    SNDFILE *file;
    SF_INFO info;
    float *block; /* BLOCK samples, or one frame */
    int64_t read; /* frames so far */
    int64_t begin,
        end; /* of them: the first that is heard, one past the last; end 0: none */
    const char *why;
};

/* The next frames, at most `room`, mixed to one channel. 0: that was all, or it is wrong. */
static int64_t read_frames(struct decoding *d, float *to, int64_t room)
{
    int channels = d->info.channels;
    int64_t most = channels < BLOCK ? BLOCK / channels : 1;
    int64_t left = (int64_t)SOUND_FILE_SECONDS_MOST * d->info.samplerate + 1 - d->read;
    most = most < room ? most : room;
    int64_t count = sf_readf_float(d->file, d->block, most < left ? most : left);
    for (int64_t i = 0; i < count; i++) {
        float sum = 0;
        for (int c = 0; c < channels; c++)
            sum += d->block[i * channels + c];
        to[i] = sum / (float)channels;
        if (!(fabsf(to[i]) <= sample_most)) {
            d->why = "it holds samples that are no numbers, or beyond all measure";
            return 0;
        }
    }
    d->read += count;
    if (d->read > (int64_t)SOUND_FILE_SECONDS_MOST * d->info.samplerate) {
        d->why = "it is longer than a minute; cut it";
        return 0;
    }
    return count;
}

/* condition_source: without the digital silence before the first sound. */
static int64_t read_heard(void *user, float *to, int64_t room)
{
    struct decoding *d = user;
    for (;;) {
        bool begun = d->end > 0;
        int64_t first = d->read, count = read_frames(d, to, room);
        for (int64_t i = 0; i < count; i++)
            if (to[i] != 0) {
                d->begin = d->end ? d->begin : first + i;
                d->end = first + i + 1;
            }
        if (!count || begun)
            return count;
        int64_t silent = d->end ? d->begin - first : count;
        if (silent < count) {
            memmove(to, to + silent, (size_t)(count - silent) * sizeof *to);
            return count - silent;
        }
    }
}

static bool open_file(struct decoding *d, struct memory *m)
{
    SF_VIRTUAL_IO memory_io = {memory_length, memory_seek, memory_read, memory_write,
                               memory_tell};
    d->file = sf_open_virtual(&memory_io, SFM_READ, &d->info, m);
    if (!d->file) {
        struct str reason = str_from(sf_strerror(NULL));
        if (str_starts(reason, S("File does not exist"))) /* of frames that are no MP3 */
            reason = S("its frames make no sense");
        reason = str_slice(reason, 0, reason.len - str_ends(reason, S(".")));
        d->why =
            str_z(d->a, str_format(d->a,
                                   "it is no sound file that can be read (%.*s); convert "
                                   "it to WAV, FLAC, Ogg or MP3",
                                   STR_ARGS(reason)));
        return false;
    }
    if (d->info.samplerate < SOUND_FILE_HZ_LEAST ||
        d->info.samplerate > SOUND_FILE_HZ_MOST)
        d->why = str_z(d->a, str_format(d->a,
                                        "its sampling rate of %d Hz is not between %d "
                                        "and %d Hz",
                                        d->info.samplerate, SOUND_FILE_HZ_LEAST,
                                        SOUND_FILE_HZ_MOST));
    else if (d->info.channels < 1 || is_cut_off(m->bytes))
        d->why = "it is cut off: its end is missing";
    return !d->why;
}

/* All of it; false: d->why, or the resampler failed. */
static bool decode(struct sound_pcm *out, struct decoding *d)
{
    int64_t room = (int64_t)(SOUND_FILE_SECONDS_MOST + 1) * CONDITION_SOUND_HZ, made = 0;
    int64_t samples = d->info.channels < BLOCK ? BLOCK : d->info.channels;
    d->block = arena_array(d->a, float, samples);
    out->pcm = arena_array(d->a, float, room);
    if (condition_resample(out->pcm, room, &made, read_heard, d, d->info.samplerate) !=
        BC_OK)
        return false;
    bool known = d->info.frames > 0 && d->info.frames < SF_COUNT_MAX;
    if (!d->why && (sf_error(d->file) || (known && d->read < d->info.frames)))
        d->why = "it is cut off, or damaged";
    if (!d->why && !d->end)
        d->why = "there is no sound in it";
    if (d->why)
        return false;
    int64_t heard = d->end - d->begin, rate = d->info.samplerate;
    int64_t frames = (heard * CONDITION_SOUND_HZ + rate - 1) / rate;
    out->frames = frames < made ? frames : made;
    return true;
}

enum bc_status sound_file_decode(struct sound_pcm *out, const char **why, struct arena *a,
                                 struct str bytes)
{
    struct memory m = {.bytes = bytes};
    struct decoding d = {.a = a};
    bool fine = open_file(&d, &m) && decode(out, &d);
    if (d.file)
        sf_close(d.file);
    *why = d.why ? d.why : "";
    return fine ? BC_OK : d.why ? BC_EINPUT : BC_EBUG;
}

void sound_file_version(struct hasher *h)
{
    /* Those that decode for it have no version that they tell. */
    static const char *const libraries[] = {"libsndfile.", "libFLAC.",   "libvorbis.",
                                            "libogg.",     "libmpg123.", "libopus."};
    hasher_field(h, str_from(sf_version_string()));
    for (size_t i = 0; i < sizeof libraries / sizeof *libraries; i++)
        program_library(h, str_from(libraries[i]));
}
