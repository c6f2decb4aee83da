/* ogg: what is written is by the book (checked by a page walker of our own), and what is read may
 * be any bytes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "mix/ogg.h"
#include "ogg_pages.h"

#define assert_str(s, literal) assert_true(str_eq((s), S(literal)))

static const struct ogg_comment comments[] = {
    {{"TITLE", 5}, {"Hafen \u2014 \u6E2F", 13}},
    {{"EMPTY", 5}, {"", 0}},
    {{"EQUALS", 6}, {"a=b=c", 5}},
    {{"TITLE", 5}, {"second", 6}},
};

static struct str make_file(struct arena *a, int packets, int packet_bytes,
                            int new_page_at, const struct ogg_comment *c, ptrdiff_t count)
{
    struct ogg_head head = {.pre_skip = 312,
                            .input_rate_hz = 24000,
                            .output_gain_q8 = -77,
                            .serial = 0xFEDCBA98,
                            .vendor = S("tests"),
                            .comments = c,
                            .comment_count = count};
    struct ogg_writer *w = ogg_begin(a, &head);
    for (int i = 0; i < packets; i++) {
        char *bytes = arena_alloc(a, packet_bytes, 1);
        memset(bytes, i & 0xFF, (size_t)packet_bytes);
        ogg_add(w, (struct str){bytes, packet_bytes}, i == new_page_at);
    }
    return ogg_end(w, (int64_t)packets * 960 - 100);
}

static void writes_pages_by_the_book(void **state)
{
    (void)state;
    struct arena a = {0};
    struct str file = make_file(&a, 125, 60, 70, comments, 4);
    static const struct {
        int packets, flags;
        int64_t granule;
    } want[] = {{1, 2, 0},         {1, 0, 0},          {50, 0, 50 * 960},
                {20, 0, 70 * 960}, {50, 0, 120 * 960}, {5, 4, 125 * 960 - 100}};
    ptrdiff_t at = 0;
    for (unsigned i = 0; i < 6; i++) {
        struct test_page page = test_page_at(file, at);
        assert_true(page.size > 0);
        assert_true(page.checksum_ok);
        assert_int_equal(page.serial, 0xFEDCBA98);
        assert_int_equal(page.sequence, i);
        assert_int_equal(page.packets_ended, want[i].packets);
        assert_int_equal(page.flags, want[i].flags);
        assert_int_equal(page.granule, want[i].granule);
        at += page.size;
    }
    assert_int_equal(at, file.len);
    assert_memory_equal(file.ptr + 28,
                        "OpusHead\x01\x01\x38\x01\xC0\x5D\x00\x00\xB3\xFF\x00", 19);
    arena_clear(&a);
}

static void reads_what_it_wrote(void **state)
{
    (void)state;
    struct arena a = {0};
    struct ogg_file f;
    /* 255 and 510: lacing values that need a terminating zero; 700: more than 85 packets would not
     * fit a page. */
    static const int sizes[] = {1, 254, 255, 256, 510, 700, 1275, 65024};
    for (unsigned s = 0; s < sizeof sizes / sizeof *sizes; s++) {
        int packets = sizes[s] > 2000 ? 3 : 103;
        struct str file = make_file(&a, packets, sizes[s], 51, comments, 4);
        assert_int_equal(ogg_read(&f, &a, file), BC_OK);
        assert_int_equal(f.head.pre_skip, 312);
        assert_int_equal(f.head.input_rate_hz, 24000);
        assert_int_equal(f.head.output_gain_q8, -77);
        assert_int_equal(f.head.serial, 0xFEDCBA98);
        assert_int_equal(f.end, packets * 960 - 100);
        assert_int_equal(f.packet_count, packets);
        for (int i = 0; i < packets; i++) {
            assert_int_equal(f.packets[i].len, sizes[s]);
            assert_int_equal((unsigned char)f.packets[i].ptr[sizes[s] - 1], i);
        }
        for (ptrdiff_t at = 0; at < file.len;) { /* no packet lies on two pages */
            struct test_page page = test_page_at(file, at);
            assert_true(page.size > 0 && page.checksum_ok && !(page.flags & 1));
            at += page.size;
        }
    }
    assert_str(f.head.vendor, "tests");
    assert_int_equal(f.head.comment_count, 4);
    assert_str(ogg_comment_find(&f.head, S("TITLE")), "Hafen \u2014 \u6E2F");
    assert_str(ogg_comment_find(&f.head, S("EQUALS")), "a=b=c");
    assert_int_equal(ogg_comment_find(&f.head, S("EMPTY")).len, 0);
    assert_non_null(ogg_comment_find(&f.head, S("EMPTY")).ptr);
    assert_null(ogg_comment_find(&f.head, S("NONE")).ptr);
    arena_clear(&a);
}

static void end_on_a_full_page_makes_no_empty_page(void **state)
{
    (void)state;
    struct arena a = {0};
    struct str file = make_file(&a, 50, 40, -1, NULL, 0);
    int pages = 0;
    struct test_page last = {0};
    for (ptrdiff_t at = 0; at < file.len; at += last.size, pages++)
        last = test_page_at(file, at);
    assert_int_equal(pages, 3);
    assert_int_equal(last.flags, 4);
    assert_int_equal(last.packets_ended, 50);
    arena_clear(&a);
}

/* A cover image: a comment header over many pages. */
static void long_comment_spans_pages(void **state)
{
    (void)state;
    struct arena a = {0};
    char *big = arena_alloc(&a, 400000, 1);
    memset(big, 'x', 400000);
    struct ogg_comment c[] = {{S("A"), S("b")}, {S("BIG"), {big, 400000}}};
    struct str file = make_file(&a, 3, 40, -1, c, 2);
    struct test_page page = test_page_at(file, 0);
    page = test_page_at(file, page.size);
    assert_int_equal(page.granule, -1); /* no packet ends on it, RFC 3533 section 6 */
    page = test_page_at(file, page.at + page.size);
    assert_int_equal(page.flags, 1);
    struct ogg_file f;
    assert_int_equal(ogg_read(&f, &a, file), BC_OK);
    assert_int_equal(ogg_comment_find(&f.head, S("BIG")).len, 400000);
    assert_int_equal(f.packet_count, 3);
    arena_clear(&a);
}

static void every_cut_and_every_flipped_byte_is_noticed(void **state)
{
    (void)state;
    struct arena a = {0};
    struct str file = make_file(&a, 60, 9, -1, comments, 4);
    struct arena scratch = {0};
    struct ogg_file f;
    for (ptrdiff_t n = 0; n < file.len; n++) {
        assert_int_equal(ogg_read(&f, &scratch, str_slice(file, 0, n)), BC_EINPUT);
        arena_clear(&scratch);
    }
    char *bytes = str_z(&a, file);
    for (ptrdiff_t i = 0; i < file.len; i++) {
        bytes[i] ^= 0x10;
        assert_int_equal(ogg_read(&f, &scratch, (struct str){bytes, file.len}),
                         BC_EINPUT);
        bytes[i] ^= 0x10;
        arena_clear(&scratch);
    }
    struct strbuf more = {.arena = &a};
    strbuf_add(&more, file);
    strbuf_add_byte(&more, 'x');
    assert_int_equal(ogg_read(&f, &a, strbuf_str(&more)),
                     BC_EINPUT); /* something behind */
    assert_int_equal(ogg_read(&f, &a, str_slice(strbuf_str(&more), 1, more.len)),
                     BC_EINPUT);
    more.len--;
    strbuf_add(&more, file);
    assert_int_equal(ogg_read(&f, &a, strbuf_str(&more)),
                     BC_EINPUT); /* a chained stream */
    arena_clear(&a);
}

/* A page left out or doubled is noticed, though every checksum is right. */
static void page_out_of_sequence_is_noticed(void **state)
{
    (void)state;
    struct arena a = {0};
    struct str file = make_file(&a, 130, 9, -1, comments, 4);
    struct ogg_file f;
    for (ptrdiff_t at = 0; at < file.len;) {
        struct test_page page = test_page_at(file, at);
        struct strbuf without = {.arena = &a}, twice = {.arena = &a};
        strbuf_add(&without, str_slice(file, 0, at));
        strbuf_add(&without, str_slice(file, at + page.size, file.len));
        assert_int_equal(ogg_read(&f, &a, strbuf_str(&without)), BC_EINPUT);
        strbuf_add(&twice, str_slice(file, 0, at + page.size));
        strbuf_add(&twice, str_slice(file, at, file.len));
        assert_int_equal(ogg_read(&f, &a, strbuf_str(&twice)), BC_EINPUT);
        at += page.size;
    }
    arena_clear(&a);
}

/* Under right checksums anything may lie; the sanitizers watch. */
static void survives_sealed_damage(void **state)
{
    (void)state;
    struct arena a = {0}, scratch = {0};
    struct str file = make_file(&a, 60, 9, 20, comments, 4);
    char *bytes = arena_alloc(&a, file.len, 1);
    uint64_t random = 88172645463325252u;
    int accepted = 0;
    for (int round = 0; round < 4000; round++) {
        memcpy(bytes, file.ptr, (size_t)file.len);
        for (int n = 0; n <= round % 4; n++) {
            random ^= random << 13, random ^= random >> 7, random ^= random << 17;
            /* mostly the headers: the first 200 bytes */
            uint64_t span = random & 1 ? (uint64_t)file.len : 200;
            bytes[(random >> 8) % span] = (char)(random & 2 ? random >> 40 : 0xFF);
        }
        test_pages_seal(bytes, file.len);
        struct ogg_file f;
        if (ogg_read(&f, &scratch, (struct str){bytes, file.len}) == BC_OK) {
            accepted++;
            for (ptrdiff_t i = 0; i < f.head.comment_count; i++)
                assert_int_equal(utf8_invalid_at(f.head.comments[i].value), -1);
            for (ptrdiff_t i = 0; i < f.packet_count; i++)
                assert_true(f.packets[i].len > 0);
        }
        arena_clear(&scratch);
    }
    assert_in_range(accepted, 100, 3500); /* both ways were tried */
    arena_clear(&a);
}

static void names_come_in_upper_case_and_nameless_comments_go(void **state)
{
    (void)state;
    struct arena a = {0};
    struct ogg_comment c[] = {
        {S("title"), S("x")}, {S(""), S("y")}, {S("N\x7F"), S("z")}};
    struct ogg_file f;
    assert_int_equal(ogg_read(&f, &a, make_file(&a, 1, 5, -1, c, 3)), BC_OK);
    assert_int_equal(f.head.comment_count, 1);
    assert_str(f.head.comments[0].name, "TITLE");
    struct ogg_comment latin1[] = {{S("TITLE"), S("caf\xE9")}};
    assert_int_equal(ogg_read(&f, &a, make_file(&a, 1, 5, -1, latin1, 1)), BC_EINPUT);
    arena_clear(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_pages_by_the_book),
        cmocka_unit_test(reads_what_it_wrote),
        cmocka_unit_test(end_on_a_full_page_makes_no_empty_page),
        cmocka_unit_test(long_comment_spans_pages),
        cmocka_unit_test(every_cut_and_every_flipped_byte_is_noticed),
        cmocka_unit_test(page_out_of_sequence_is_noticed),
        cmocka_unit_test(survives_sealed_damage),
        cmocka_unit_test(names_come_in_upper_case_and_nameless_comments_go),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
