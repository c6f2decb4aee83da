/* clip: what is written is read; what is damaged, foreign or another's is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "mix/clip.h"
#include "mix/ogg.h"
#include "ogg_pages.h"

static const struct hash key = {{0xAB, 0xCD, 0xEF, 1, 2, 3}};

static struct clip make_clip(struct arena *a, int packets)
{
    struct clip c = {.key = key,
                     .packets = arena_array(a, struct str, packets),
                     .packet_count = packets,
                     .speech_begin = 960,
                     .speech_end = packets * 960 - 960,
                     .words = arena_array(a, struct clip_word, 3),
                     .word_count = 3,
                     .energies_cb = arena_array(a, int, packets),
                     .true_peak_cb = -213};
    for (int i = 0; i < packets; i++) {
        c.packets[i] =
            i % 3 ? S("\xF8\xFF\xFE") : S("\x48zzzz"); /* CELT and SILK, 20 ms */
        c.energies_cb[i] = i % 3 ? -12000 : -1900 - i;
    }
    c.words[0] = (struct clip_word){960, 2000, false};
    c.words[1] = (struct clip_word){2000, 2500, true};
    c.words[2] = (struct clip_word){2600, packets * 960 - 960, false};
    return c;
}

static void reads_what_it_wrote(void **state)
{
    (void)state;
    struct arena a = {0};
    struct clip c = make_clip(&a, 120), r;
    struct str bytes = clip_write(&a, &c);
    assert_int_equal(clip_read(&r, &a, bytes, &key), BC_OK);
    assert_memory_equal(&r.key, &key, sizeof key);
    assert_int_equal(r.packet_count, 120);
    for (int i = 0; i < 120; i++) {
        assert_true(str_eq(r.packets[i], c.packets[i]));
        assert_int_equal(r.energies_cb[i], c.energies_cb[i]);
    }
    assert_int_equal(r.speech_begin, c.speech_begin);
    assert_int_equal(r.speech_end, c.speech_end);
    assert_int_equal(r.word_count, 3);
    for (int i = 0; i < 3; i++) {
        assert_int_equal(r.words[i].start, c.words[i].start);
        assert_int_equal(r.words[i].stop, c.words[i].stop);
        assert_int_equal(r.words[i].interpolated, c.words[i].interpolated);
    }
    assert_int_equal(r.true_peak_cb, -213);
    assert_true(str_eq(clip_write(&a, &r), bytes));
    c.word_count = 0;
    assert_int_equal(clip_read(&r, &a, clip_write(&a, &c), &key), BC_OK);
    assert_int_equal(r.word_count, 0);
    arena_clear(&a);
}

static void another_key_is_refused(void **state)
{
    (void)state;
    struct arena a = {0};
    struct clip c = make_clip(&a, 10), r;
    struct hash other = key;
    other.bytes[31] ^= 1;
    assert_int_equal(clip_read(&r, &a, clip_write(&a, &c), &other), BC_EINPUT);
    arena_clear(&a);
}

/* Facts that cannot be true, each alone, written in due form. */
static void impossible_facts_are_refused(void **state)
{
    (void)state;
    struct arena a = {0};
    struct clip r;
    for (int fault = 0; fault < 12; fault++) {
        struct clip c = make_clip(&a, 10);
        switch (fault) {
        case 0:
            c.packets[4] = S("\x40zzzz");
            break; /* 10 ms */
        case 1:
            c.packets[4] = S("\x4Czzzz");
            break; /* stereo */
        case 2:
            c.packets[4] = S("\xFB");
            break; /* code 3 without a count */
        case 3:
            c.packets[4] = S("\xFB\x02zz");
            break; /* two frames of 20 ms */
        case 4:
            c.speech_begin = -1;
            break;
        case 5:
            c.speech_end = 10 * 960 + 1;
            break;
        case 6:
            c.speech_begin = c.speech_end;
            break;
        case 7:
            c.words[1].stop = c.words[1].start;
            break;
        case 8:
            c.words[2].start = c.words[1].start - 1;
            break;
        case 9:
            c.words[2].stop = 10 * 960 + 1;
            break;
        case 10:
            c.energies_cb[9] = -12001;
            break;
        case 11:
            c.true_peak_cb = 1 << 30;
            break;
        }
        assert_int_equal(clip_read(&r, &a, clip_write(&a, &c), &key), BC_EINPUT);
    }
    struct clip c = make_clip(&a, 10);
    c.packets[4] = S("\xF1zzzz"); /* two frames of 10 ms are 20 ms */
    assert_int_equal(clip_read(&r, &a, clip_write(&a, &c), &key), BC_OK);
    arena_clear(&a);
}

static void damaged_packets_are_noticed_under_right_page_checksums(void **state)
{
    (void)state;
    struct arena a = {0};
    struct clip c = make_clip(&a, 10), r;
    struct str bytes = clip_write(&a, &c);
    char *damaged = str_z(&a, bytes);
    damaged[bytes.len - 1] ^= 1;
    test_pages_seal(damaged, bytes.len);
    assert_int_equal(clip_read(&r, &a, (struct str){damaged, bytes.len}, &key),
                     BC_EINPUT);
    arena_clear(&a);
}

static void survives_any_comments(void **state)
{
    (void)state;
    struct arena a = {0}, scratch = {0};
    struct clip c = make_clip(&a, 20), r;
    struct str bytes = clip_write(&a, &c);
    ptrdiff_t tags = test_page_at(bytes, 0).size;
    ptrdiff_t span = test_page_at(bytes, tags).size;
    char *damaged = arena_alloc(&a, bytes.len, 1);
    static const char alphabet[] = "0123456789- ~=-9";
    uint64_t random = 88172645463325252u;
    int accepted = 0;
    for (int round = 0; round < 6000; round++) {
        memcpy(damaged, bytes.ptr, (size_t)bytes.len);
        for (int n = 0; n <= round % 3; n++) {
            random ^= random << 13, random ^= random >> 7, random ^= random << 17;
            damaged[tags + 28 + (ptrdiff_t)(random % (uint64_t)(span - 28))] =
                random >> 32 & 7 ? alphabet[random >> 36 & 15] : (char)(random >> 40);
        }
        test_pages_seal(damaged, bytes.len);
        if (clip_read(&r, &scratch, (struct str){damaged, bytes.len}, &key) == BC_OK) {
            accepted++;
            assert_true(r.speech_begin >= 0 && r.speech_end <= 20 * 960);
            for (ptrdiff_t i = 0; i < r.word_count; i++)
                assert_true(r.words[i].start < r.words[i].stop &&
                            r.words[i].stop <= 20 * 960);
        }
        arena_clear(&scratch);
    }
    assert_in_range(accepted, 100, 5000);
    assert_int_equal(clip_read(&r, &a, S(""), &key), BC_EINPUT);
    assert_int_equal(clip_read(&r, &a, S("OggS"), &key), BC_EINPUT);
    arena_clear(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_it_wrote),
        cmocka_unit_test(another_key_is_refused),
        cmocka_unit_test(impossible_facts_are_refused),
        cmocka_unit_test(damaged_packets_are_noticed_under_right_page_checksums),
        cmocka_unit_test(survives_any_comments),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
