/* link: clips copied into an episode sound as they do alone; pages, positions and tags by the book. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "episode.h"
#include "mix/condition.h"
#include "mix/encode.h"
#include "mix/link.h"
#include "mix/loudness.h"
#include "ogg_pages.h"

static struct episode e;

/* Replaces segment i's clip by one that sounds: bursts of a gliding tone and of noise, between a
 * silent frame and the silence that the encoder's look-ahead needs. */
static void make_sound(int i, int frames, double level)
{
    int total = CONDITION_FRAME * (frames + 3);
    float *pcm = arena_array(&e.a, float, total), *decoded;
    uint32_t random = 12345u + (unsigned)i;
    double phase = 0;
    int speech = frames * CONDITION_FRAME;
    for (int n = 0; n < speech; n++) {
        random = random * 1664525u + 1013904223u;
        phase += 2 * 3.14159265358979 * (140 + 30 * i + 60 * sin(n / 9000.0)) /
                 CONDITION_RATE_HZ;
        double noise = (double)(random >> 8) / (1 << 23) - 1;
        double burst =
            n / 2400 % 4 == 3 ? 0.3 * noise : 0.5 * sin(phase) + 0.2 * sin(3 * phase);
        pcm[CONDITION_FRAME + n] = (float)(level * burst);
    }
    struct clip *c = &e.clips[i];
    struct encode_settings settings = {ENCODE_BITRATE, ENCODE_COMPLEXITY, false};
    assert_int_equal(encode_packets(&c->packets, &e.a, pcm, total, &settings, NULL),
                     BC_OK);
    c->packet_count = total / CONDITION_FRAME;
    c->speech_begin = 960;
    c->speech_end = 960 + 2 * speech;
    c->key.bytes[0] = (unsigned char)i;
    assert_int_equal(decode_packets(&decoded, &e.a, c->packets, c->packet_count), BC_OK);
    assert_int_equal(loudness_measure(&c->energies_cb, &c->true_peak_cb, &e.a, decoded,
                                      c->packet_count * 960),
                     BC_OK);
}

static void make_episode(struct linked *linked, const struct picture *cover, double level)
{
    static struct cast_entry cast[] = {{.speaker = {"Narrator", 8}},
                                       {.speaker = {"Mara Lindqvist", 14}},
                                       {.speaker = {"Question", 8}, .anonymous = true},
                                       {.speaker = {"J\u00f8rn \u00c5s", 10}}};
    arena_clear(&e.a);
    episode_begin(&e);
    e.script.cast = cast;
    e.script.cast_count = 4;
    e.script.date = S("2026-11-20");
    e.script.language = S("en-GB");
    e.script.description = S("line one\nline\x01two");
    for (int i = 0; i < 9; i++) {
        if (i % 3 == 0)
            episode_chapter(&e, str_format(&e.a, "Chapter %d \u2013 \u6e2f", i));
        episode_say(&e, S("A"), S("some words"), S("some words"));
        make_sound(i, 70 + 13 * i, level);
    }
    episode_end(&e);
    assert_int_equal(link_episode(linked, &e.a, e.timeline, cover, &e.d), BC_OK);
}

static void read_back(struct ogg_file *f, const struct linked *linked)
{
    assert_int_equal(ogg_read(f, &e.a, linked->bytes), BC_OK);
}

static void clips_sound_as_they_do_alone(void **state)
{
    (void)state;
    struct linked linked;
    struct ogg_file f;
    float *whole, *alone;
    make_episode(&linked, NULL, 0.5);
    read_back(&f, &linked);
    assert_int_equal(f.packet_count, e.timeline->packets);
    assert_int_equal(decode_packets(&whole, &e.a, f.packets, f.packet_count), BC_OK);
    for (int i = 0; i < 9; i++) {
        const struct clip *c = &e.clips[i];
        int64_t at = e.timeline->entries[i].packet * 960;
        assert_int_equal(decode_packets(&alone, &e.a, c->packets, c->packet_count),
                         BC_OK);
        int64_t from = c->speech_begin + ENCODE_PRE_SKIP,
                to = c->speech_end + ENCODE_PRE_SKIP;
        assert_memory_equal(whole + at + from, alone + from,
                            (size_t)(to - from) * sizeof(float));
        /* heard where the timeline says: loud there, silent in the pause before */
        double loud = 0, quiet = 0;
        for (int n = 0; n < 960; n++) {
            float x = whole[e.timeline->entries[i].start + ENCODE_PRE_SKIP + 480 + n];
            float y = whole[e.timeline->entries[i].start + ENCODE_PRE_SKIP - 1440 + n];
            loud += (double)x * x;
            quiet += (double)y * y;
        }
        assert_true(loud > 1 && quiet < 1e-3);
    }
}

static void head_positions_and_pages_are_right(void **state)
{
    (void)state;
    struct linked linked;
    struct ogg_file f;
    make_episode(&linked, NULL, 0.5);
    read_back(&f, &linked);
    assert_int_equal(f.head.pre_skip, 312);
    assert_int_equal(f.head.input_rate_hz, 24000);
    assert_int_equal(f.head.output_gain_q8, linked.output_gain_q8);
    assert_int_equal(f.end, e.timeline->end + 312);
    assert_true(f.packet_count * 960 - f.end >= 0 && f.packet_count * 960 - f.end < 960);
    /* every chapter begins a page */
    int found = 0;
    int64_t page_start = 0;
    for (ptrdiff_t at = 0; at < linked.bytes.len;) {
        struct test_page page = test_page_at(linked.bytes, at);
        assert_true(page.size && page.checksum_ok);
        for (int i = 0; i < 3; i++)
            found += page.sequence > 1 && e.timeline->chapters[i].start == page_start;
        page_start = page.granule;
        at += page.size;
    }
    assert_int_equal(found, 3);
}

static void tags_stand_in_order(void **state)
{
    (void)state;
    struct linked linked;
    struct ogg_file f;
    struct picture cover = {.media_type = S("image/png"),
                            .width = 1,
                            .height = 1,
                            .depth = 24,
                            .bytes = S("no image at all")};
    make_episode(&linked, &cover, 0.5);
    read_back(&f, &linked);
    static const char *const names[] = {
        "TITLE",          "ARTIST",          "ARTIST",
        "DATE",           "LANGUAGE",        "DESCRIPTION",
        "ENCODER",        "R128_TRACK_GAIN", "CHAPTER001",
        "CHAPTER001NAME", "CHAPTER002",      "CHAPTER002NAME",
        "CHAPTER003",     "CHAPTER003NAME",  "METADATA_BLOCK_PICTURE"};
    assert_int_equal(f.head.comment_count, sizeof names / sizeof *names);
    for (int i = 0; i < f.head.comment_count; i++)
        assert_true(str_eq(f.head.comments[i].name, str_from(names[i])));
    assert_true(str_eq(f.head.comments[1].value, S("Mara Lindqvist")));
    assert_true(str_eq(f.head.comments[2].value, S("J\u00f8rn \u00c5s")));
    assert_true(str_eq(f.head.comments[5].value, S("line one\nline two")));
    assert_true(str_eq(f.head.comments[8].value, S("00:00:01.000")));
    assert_true(str_eq(f.head.comments[9].value, S("Chapter 0 \u2013 \u6e2f")));
    /* R128_TRACK_GAIN comes on top of the output gain and leads to -23 LUFS */
    int64_t r128;
    assert_true(str_to_int(f.head.comments[7].value, &r128));
    assert_in_range(linked.integrated_cb + r128 * 100 / 256 + 2300 + 2, 0, 4);
}

static void loudness_is_on_target_or_the_peak_at_its_limit(void **state)
{
    (void)state;
    struct linked linked;
    static const double levels[] = {0.05, 0.3, 1.0};
    for (int i = 0; i < 3; i++) {
        make_episode(&linked, NULL, levels[i]);
        assert_true(linked.true_peak_cb <= LOUDNESS_PEAK_MOST_CB);
        int off = linked.integrated_cb - LOUDNESS_TARGET_CB;
        assert_true((off >= -2 && off <= 2) ||
                    (off < 0 && linked.true_peak_cb >= LOUDNESS_PEAK_MOST_CB - 2));
    }
    make_episode(&linked, NULL, 0);
    assert_int_equal(linked.output_gain_q8, 0);
    assert_int_equal(e.d.warnings, 1);
}

static void same_clips_same_bytes(void **state)
{
    (void)state;
    struct linked one, two;
    make_episode(&one, NULL, 0.5);
    assert_int_equal(link_episode(&two, &e.a, e.timeline, NULL, &e.d), BC_OK);
    assert_true(str_eq(one.bytes, two.bytes));
    uint32_t serial = test_page_at(one.bytes, 0).serial;
    e.clips[4].key.bytes[7] ^= 1; /* the same audio under another key */
    assert_int_equal(link_episode(&two, &e.a, e.timeline, NULL, &e.d), BC_OK);
    assert_true(str_eq(one.bytes, two.bytes));
    e.clips[4].checksum.bytes[7] ^= 1;
    assert_int_equal(link_episode(&two, &e.a, e.timeline, NULL, &e.d), BC_OK);
    assert_int_not_equal(test_page_at(two.bytes, 0).serial, serial);
    e.clips[4].checksum.bytes[7] ^= 1;
    e.script.title = S("Another test");
    assert_int_equal(link_episode(&two, &e.a, e.timeline, NULL, &e.d), BC_OK);
    assert_int_not_equal(test_page_at(two.bytes, 0).serial, serial);
}

static void a_gap_is_silence(void **state)
{
    (void)state;
    struct linked linked;
    struct ogg_file f;
    make_episode(&linked, NULL, 0.5);
    e.clips[4] = (struct clip){.packet_count = 0};
    episode_end(&e);
    assert_int_equal(link_episode(&linked, &e.a, e.timeline, NULL, &e.d), BC_OK);
    read_back(&f, &linked);
    assert_int_equal(f.packet_count, e.timeline->packets);
    int64_t gap = e.timeline->entries[4].packet;
    assert_true(str_eq(f.packets[gap], encode_silence));
}

/* However long the texts, all chapters lie within what every reader takes of the comments. */
static void chapters_lie_within_the_first_61440_bytes(void **state)
{
    (void)state;
    struct linked linked;
    make_episode(&linked, NULL, 0.5);
    struct str longest = {arena_alloc(&e.a, 100000, 1), 100000};
    memset((char *)longest.ptr, 'x', 100000);
    e.script.title = e.script.date = e.script.language = e.script.description = longest;
    struct cast_entry *cast = arena_array(&e.a, struct cast_entry, 500);
    for (int i = 0; i < 500; i++)
        cast[i].speaker = longest;
    e.script.cast = cast;
    e.script.cast_count = 500;
    struct timeline_chapter *chapters = arena_array(&e.a, struct timeline_chapter, 99);
    for (int i = 0; i < 99; i++)
        chapters[i].title = str_slice(longest, 0, TIMELINE_TITLE_MOST);
    e.timeline->chapters = chapters;
    e.timeline->chapter_count = 99;
    assert_int_equal(link_episode(&linked, &e.a, e.timeline, NULL, &e.d), BC_OK);
    struct ogg_file f;
    read_back(&f, &linked);
    ptrdiff_t bytes = 8 + 4 + f.head.vendor.len + 4;
    for (ptrdiff_t i = 0; i < f.head.comment_count; i++)
        bytes += 4 + f.head.comments[i].name.len + 1 + f.head.comments[i].value.len;
    assert_true(bytes < 61440);
    assert_true(
        str_eq(f.head.comments[f.head.comment_count - 1].name, S("CHAPTER099NAME")));
}

static int finish(void **state)
{
    (void)state;
    arena_clear(&e.a);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(clips_sound_as_they_do_alone),
        cmocka_unit_test(head_positions_and_pages_are_right),
        cmocka_unit_test(tags_stand_in_order),
        cmocka_unit_test(loudness_is_on_target_or_the_peak_at_its_limit),
        cmocka_unit_test(same_clips_same_bytes),
        cmocka_unit_test(a_gap_is_silence),
        cmocka_unit_test(chapters_lie_within_the_first_61440_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, finish);
}
