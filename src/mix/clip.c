#include "mix/clip.h"

#include "mix/condition.h"
#include "mix/encode.h"
#include "mix/loudness.h"
#include "mix/ogg.h"

enum {
    LEVEL_MOST_CB = 10000, /* what a level may claim; far over anything real */
    FRAME_48K = 48,        /* samples of a millisecond */
};

static struct hash packets_checksum(const struct str *packets, ptrdiff_t count)
{
    struct hasher h;
    hasher_init(&h);
    for (ptrdiff_t i = 0; i < count; i++)
        hasher_field(&h, packets[i]);
    return hasher_done(&h);
}

static struct str print_words(struct arena *a, const struct clip *c)
{
    struct strbuf b = {.arena = a};
    for (ptrdiff_t i = 0; i < c->word_count; i++) {
        const struct clip_word *w = &c->words[i];
        strbuf_addf(&b, "%s%lld-%lld%s", i ? " " : "", (long long)w->start,
                    (long long)w->stop, w->interpolated ? "~" : "");
    }
    return strbuf_str(&b);
}

static struct str print_energies(struct arena *a, const struct clip *c)
{
    struct strbuf b = {.arena = a};
    for (ptrdiff_t i = 0; i < c->packet_count; i++)
        strbuf_addf(&b, "%s%d", i ? " " : "", c->energies_cb[i]);
    return strbuf_str(&b);
}

struct str clip_write(struct arena *a, const struct clip *c)
{
    struct ogg_comment comments[] = {
        {S("BRIEFCAST_CLIP"), str_format(a, "%d", CLIP_FORMAT)},
        {S("KEY"), hash_hex(a, c->key)},
        {S("SPEECH"), str_format(a, "%lld %lld", (long long)c->speech_begin,
                                 (long long)c->speech_end)},
        {S("WORDS"), print_words(a, c)},
        {S("ENERGY"), print_energies(a, c)},
        {S("PEAK"), str_format(a, "%d", c->true_peak_cb)},
        {S("CHECKSUM"), hash_hex(a, packets_checksum(c->packets, c->packet_count))},
    };
    struct ogg_head head = {
        .pre_skip = ENCODE_PRE_SKIP,
        .input_rate_hz = CONDITION_RATE_HZ,
        .serial = c->key.bytes[0] | (uint32_t)c->key.bytes[1] << 8 |
                  (uint32_t)c->key.bytes[2] << 16 | (uint32_t)c->key.bytes[3] << 24,
        .vendor = S("briefcast"),
        .comments = comments,
        .comment_count = sizeof comments / sizeof *comments,
    };
    struct ogg_writer *w = ogg_begin(a, &head);
    for (ptrdiff_t i = 0; i < c->packet_count; i++)
        ogg_add(w, c->packets[i], false);
    return ogg_end(w, c->packet_count * ENCODE_PACKET_48K);
}

/* Samples at 48 kHz of one mono packet (RFC 6716 section 3.1); 0: stereo or malformed. */
static int packet_samples(struct str packet)
{
    unsigned char toc = (unsigned char)packet.ptr[0];
    if (toc & 4)
        return 0;
    int config = toc >> 3, frames = (toc & 3) == 0 ? 1 : 2;
    if ((toc & 3) == 3)
        frames = packet.len > 1 ? packet.ptr[1] & 0x3F : 0;
    if (config >= 16) /* CELT: 2.5, 5, 10, 20 ms */
        return frames * ((5 * FRAME_48K / 2) << (config & 3));
    if (config >= 12) /* hybrid: 10, 20 ms */
        return frames * (config & 1 ? 20 : 10) * FRAME_48K;
    static const int silk_ms[] = {10, 20, 40, 60};
    return frames * silk_ms[config & 3] * FRAME_48K;
}

static bool key_matches(struct str value, struct hash key)
{
    static const char digits[] = "0123456789abcdef";
    if (value.len != 2 * HASH_BYTES)
        return false;
    for (int i = 0; i < HASH_BYTES; i++)
        if (value.ptr[2 * i] != digits[key.bytes[i] >> 4] ||
            value.ptr[2 * i + 1] != digits[key.bytes[i] & 15])
            return false;
    return true;
}

static bool read_level(struct str s, int *out)
{
    int64_t v;
    if (!str_to_int(s, &v) || v < -LEVEL_MOST_CB - 2000 || v > LEVEL_MOST_CB)
        return false;
    *out = (int)v;
    return true;
}

static bool read_energies(struct clip *c, struct arena *a, struct str s)
{
    c->energies_cb = arena_array(a, int, c->packet_count);
    for (ptrdiff_t i = 0; i < c->packet_count; i++) {
        struct str one;
        bool more = str_cut(s, ' ', &one, &s);
        if (!read_level(one, &c->energies_cb[i]) ||
            c->energies_cb[i] < LOUDNESS_SILENCE_CB || more != (i + 1 < c->packet_count))
            return false;
    }
    return true;
}

/* "<start>-<stop>[~]", not before `earliest`. */
static bool read_word(struct clip_word *w, struct str s, int64_t earliest, int64_t latest)
{
    struct str start, stop;
    w->interpolated = str_ends(s, S("~"));
    s = str_slice(s, 0, s.len - w->interpolated);
    return str_cut(s, '-', &start, &stop) && str_to_int(start, &w->start) &&
           str_to_int(stop, &w->stop) && earliest <= w->start && w->start < w->stop &&
           w->stop <= latest;
}

static bool read_words(struct clip *c, struct arena *a, struct str s)
{
    int64_t length = c->packet_count * ENCODE_PACKET_48K, earliest = 0;
    ptrdiff_t capacity = 0;
    while (s.len) {
        struct str one;
        struct clip_word *w = arena_push(a, c->words, c->word_count, capacity);
        if (str_cut(s, ' ', &one, &s) && !s.len) /* a blank at the end */
            return false;
        if (!read_word(w, one, earliest, length))
            return false;
        earliest = w->start;
    }
    return true;
}

static bool read_speech(struct clip *c, struct str s)
{
    struct str begin, end;
    return str_cut(s, ' ', &begin, &end) && str_to_int(begin, &c->speech_begin) &&
           str_to_int(end, &c->speech_end) && c->speech_begin >= 0 &&
           c->speech_begin < c->speech_end &&
           c->speech_end <= c->packet_count * ENCODE_PACKET_48K;
}

static bool read_packets(struct clip *c, const struct ogg_file *f)
{
    c->packets = f->packets;
    c->packet_count = f->packet_count;
    if (!c->packet_count || f->end != c->packet_count * ENCODE_PACKET_48K ||
        f->head.pre_skip != ENCODE_PRE_SKIP || f->head.output_gain_q8)
        return false;
    for (ptrdiff_t i = 0; i < c->packet_count; i++)
        if (packet_samples(c->packets[i]) != ENCODE_PACKET_48K)
            return false;
    c->checksum = packets_checksum(c->packets, c->packet_count);
    return key_matches(ogg_comment_find(&f->head, S("CHECKSUM")), c->checksum);
}

enum bc_status clip_read(struct clip *out, struct arena *a, struct str bytes,
                         const struct hash *key)
{
    *out = (struct clip){.key = *key};
    struct ogg_file f;
    int64_t format;
    if (ogg_read(&f, a, bytes) != BC_OK ||
        !str_to_int(ogg_comment_find(&f.head, S("BRIEFCAST_CLIP")), &format) ||
        format != CLIP_FORMAT ||
        !key_matches(ogg_comment_find(&f.head, S("KEY")), *key) ||
        !read_packets(out, &f) ||
        !read_speech(out, ogg_comment_find(&f.head, S("SPEECH"))) ||
        !read_words(out, a, ogg_comment_find(&f.head, S("WORDS"))) ||
        !read_energies(out, a, ogg_comment_find(&f.head, S("ENERGY"))) ||
        !read_level(ogg_comment_find(&f.head, S("PEAK")), &out->true_peak_cb))
        return BC_EINPUT;
    return BC_OK;
}
