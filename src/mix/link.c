#include "mix/link.h"

#include "base/hash.h"
#include "base/unicode.h"
#include "mix/condition.h"
#include "mix/encode.h"
#include "mix/loudness.h"

enum {
    /* Together with 99 chapters of TIMELINE_TITLE_MOST this stays below the 61,440 bytes of comments
     * that every reader takes (RFC 7845 section 5.2). */
    LONG_BYTES_MOST = 4000,
    SHORT_BYTES_MOST = 100,
    ARTISTS_MOST = 40,
    PAGE_OVERHEAD = 27 + 255,
};

struct tags {
    struct arena *arena;
    struct ogg_comment *comments;
    ptrdiff_t count, capacity;
};

static void add_tag(struct tags *t, struct str name, struct str value)
{
    *arena_push(t->arena, t->comments, t->count, t->capacity) =
        (struct ogg_comment){name, value};
}

/* As add_tag for text from a script: without control characters, cut at a character when it has
 * more than `most` bytes; none when it is empty. */
static void add_text(struct tags *t, struct str name, struct str text, ptrdiff_t most)
{
    struct strbuf b = {.arena = t->arena};
    text = str_trim(text);
    for (ptrdiff_t at = 0, before = 0; at < text.len; before = at) {
        int32_t c = utf8_next(text, &at);
        if (at > most)
            break;
        if (c != '\n' && unicode_is_control(c))
            strbuf_add_byte(&b, ' ');
        else
            strbuf_add(&b, str_slice(text, before, at));
    }
    struct str value = str_trim(strbuf_str(&b));
    if (value.len)
        add_tag(t, name, value);
}

/* One comment for each person with a name, as Vorbis comments have it for several artists. */
static void add_artists(struct tags *t, const struct script *s)
{
    int added = 0;
    for (ptrdiff_t i = 0; i < s->cast_count && added < ARTISTS_MOST; i++) {
        const struct cast_entry *c = &s->cast[i];
        if (c->anonymous || c->voice_count > 1 || str_eq(c->speaker, NARRATOR))
            continue;
        add_text(t, S("ARTIST"), c->speaker, SHORT_BYTES_MOST);
        added++;
    }
}

static void add_chapters(struct tags *tags, const struct timeline *t)
{
    for (ptrdiff_t i = 0; i < t->chapter_count; i++) {
        struct str name = str_format(tags->arena, "CHAPTER%03td", i + 1);
        add_tag(tags, name, timeline_clock(tags->arena, t->chapters[i].start));
        add_tag(tags, str_format(tags->arena, "%.*sNAME", STR_ARGS(name)),
                t->chapters[i].title);
    }
}

static struct tags make_tags(struct arena *a, const struct timeline *t, int r128_q8,
                             const struct picture *cover)
{
    struct tags tags = {.arena = a};
    const struct script *s = t->script;
    add_text(&tags, S("TITLE"), s->title, LONG_BYTES_MOST);
    add_text(&tags, S("VERSION"), s->edition, SHORT_BYTES_MOST);
    add_artists(&tags, s);
    add_text(&tags, S("DATE"), s->date, SHORT_BYTES_MOST);
    add_text(&tags, S("LANGUAGE"), s->language, SHORT_BYTES_MOST);
    add_text(&tags, S("DESCRIPTION"), s->description, LONG_BYTES_MOST);
    add_tag(&tags, S("ENCODER"), S("briefcast " BRIEFCAST_VERSION));
    add_tag(&tags, S("R128_TRACK_GAIN"), str_format(a, "%d", r128_q8));
    add_chapters(&tags, t);
    if (cover)
        add_tag(&tags, S("METADATA_BLOCK_PICTURE"), picture_block(a, cover));
    return tags;
}

/* Integrated loudness and true peak of the clips as they lie, before any gain. */
static void measure(struct linked *out, struct arena *a, const struct timeline *t)
{
    int *energies = arena_array(a, int, t->packets);
    for (int64_t i = 0; i < t->packets; i++)
        energies[i] = LOUDNESS_SILENCE_CB;
    out->true_peak_cb = LOUDNESS_SILENCE_CB;
    for (ptrdiff_t i = 0; i < t->script->segment_count; i++) {
        const struct clip *c = &t->clips[i];
        for (ptrdiff_t k = 0; k < c->packet_count; k++)
            energies[t->entries[i].packet + k] = c->energies_cb[k];
        if (c->true_peak_cb > out->true_peak_cb)
            out->true_peak_cb = c->true_peak_cb;
    }
    out->integrated_cb = loudness_integrated(energies, t->packets);
}

/* Never the clock: the same audio and tags have the same number, any other most likely another.
 * Keys stay out of it: they name what a clip was made with, which may change without a bit of it. */
static uint32_t serial_number(const struct timeline *t, const struct tags *tags)
{
    struct hasher h;
    hasher_init(&h);
    for (ptrdiff_t i = 0; i < tags->count; i++) {
        hasher_field(&h, tags->comments[i].name);
        hasher_field(&h, tags->comments[i].value);
    }
    for (ptrdiff_t i = 0; i < t->script->segment_count; i++) {
        hasher_int(&h, t->entries[i].packet);
        hasher_field(&h,
                     (struct str){(const char *)t->clips[i].checksum.bytes, HASH_BYTES});
    }
    hasher_int(&h, t->packets);
    struct hash done = hasher_done(&h);
    return done.bytes[0] | (uint32_t)done.bytes[1] << 8 | (uint32_t)done.bytes[2] << 16 |
           (uint32_t)done.bytes[3] << 24;
}

static ptrdiff_t expected_size(const struct timeline *t, const struct tags *tags)
{
    ptrdiff_t size = 1024;
    for (ptrdiff_t i = 0; i < tags->count; i++)
        size += tags->comments[i].name.len + tags->comments[i].value.len + 5;
    size += size / 255 + PAGE_OVERHEAD;
    for (ptrdiff_t i = 0; i < t->script->segment_count; i++)
        for (ptrdiff_t k = 0; k < t->clips[i].packet_count; k++)
            size += t->clips[i].packets[k].len - encode_silence.len;
    return size + t->packets * (encode_silence.len + 2) + t->packets / 50 * PAGE_OVERHEAD;
}

/* Copies packets up to `until`, silence where `clip` is NULL; chapters begin pages. */
struct copier {
    struct ogg_writer *writer;
    const struct timeline *timeline;
    int64_t packet;
    ptrdiff_t chapter; /* the next to begin */
};

static void copy(struct copier *c, int64_t until, const struct clip *clip)
{
    const struct timeline *t = c->timeline;
    for (int64_t first = c->packet; c->packet < until; c->packet++) {
        bool begins = c->chapter < t->chapter_count &&
                      c->packet * ENCODE_PACKET_48K == t->chapters[c->chapter].start;
        c->chapter += begins;
        ogg_add(c->writer, clip ? clip->packets[c->packet - first] : encode_silence,
                begins);
    }
}

enum bc_status link_episode(struct linked *out, struct arena *a, const struct timeline *t,
                            const struct picture *cover, struct diag *d)
{
    *out = (struct linked){0};
    measure(out, a, t);
    int r128_q8 = 0; /* in addition to the output gain (RFC 7845 section 5.2.1) */
    if (out->integrated_cb <= LOUDNESS_SILENCE_CB) {
        diag_warning(d, place_of(t->script->source, 0, 0), "loudness", NULL,
                     "the episode is too short or too quiet to have a loudness; it is "
                     "left as it is");
    } else {
        out->output_gain_q8 =
            loudness_output_gain_q8(out->integrated_cb, out->true_peak_cb);
        r128_q8 = loudness_cb_to_q8(LOUDNESS_R128_CB - out->integrated_cb) -
                  out->output_gain_q8;
        out->integrated_cb += loudness_q8_to_cb(out->output_gain_q8);
        out->true_peak_cb += loudness_q8_to_cb(out->output_gain_q8);
    }
    struct tags tags = make_tags(a, t, r128_q8, cover);
    struct ogg_head head = {
        .pre_skip = ENCODE_PRE_SKIP,
        .input_rate_hz = CONDITION_RATE_HZ,
        .output_gain_q8 = out->output_gain_q8,
        .serial = serial_number(t, &tags),
        .vendor = encode_version(),
        .comments = tags.comments,
        .comment_count = tags.count,
        .bytes_expected = expected_size(t, &tags),
    };
    struct copier c = {.writer = ogg_begin(a, &head), .timeline = t};
    for (ptrdiff_t i = 0; i < t->script->segment_count; i++) {
        copy(&c, t->entries[i].packet, NULL);
        copy(&c, t->entries[i].packet + t->clips[i].packet_count, &t->clips[i]);
    }
    copy(&c, t->packets, NULL);
    out->bytes = ogg_end(c.writer, ENCODE_PRE_SKIP + t->end);
    return BC_OK;
}
