/* picture: sizes by content, and no trust in any byte. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "mix/picture.h"

static const struct {
    const char *file, *media_type;
    int width, height, depth, colours;
} samples[] = {
    {"rgb-2x2.png", "image/png", 2, 2, 24, 0},
    {"indexed-4x4.png", "image/png", 4, 4, 24, 256},
    {"grey16-4x4.png", "image/png", 4, 4, 16, 0},
    {"baseline-4x4.jpg", "image/jpeg", 4, 4, 24, 0},
    {"progressive-32x32.jpg", "image/jpeg", 32, 32, 24, 0},
};
enum { SAMPLES = sizeof samples / sizeof *samples };

static struct str load(struct arena *a, const char *name)
{
    FILE *f = fopen(str_z(a, str_format(a, "tests/cases/picture/%s", name)), "rb");
    assert_non_null(f);
    char *bytes = arena_alloc(a, 4096, 1);
    size_t n = fread(bytes, 1, 4096, f);
    fclose(f);
    return (struct str){bytes, (ptrdiff_t)n};
}

static void reads_size_and_depth(void **state)
{
    (void)state;
    struct arena a = {0};
    struct diag d = {.arena = &a};
    for (int i = 0; i < SAMPLES; i++) {
        struct picture p;
        assert_int_equal(picture_open(&p, S("x"), load(&a, samples[i].file), &d), BC_OK);
        assert_true(str_eq(p.media_type, str_from(samples[i].media_type)));
        assert_int_equal(p.width, samples[i].width);
        assert_int_equal(p.height, samples[i].height);
        assert_int_equal(p.depth, samples[i].depth);
        assert_int_equal(p.colours, samples[i].colours);
    }
    assert_int_equal(d.count, 0);
    arena_clear(&a);
}

static void every_cut_is_noticed(void **state)
{
    (void)state;
    struct arena a = {0};
    struct diag d = {.arena = &a};
    ptrdiff_t refused = 0;
    for (int i = 0; i < SAMPLES; i++) {
        struct str whole = load(&a, samples[i].file);
        for (ptrdiff_t n = 0; n < whole.len; n++) {
            char *cut =
                arena_alloc(&a, n, 1); /* its own memory, so that reading on is caught */
            memcpy(cut, whole.ptr, (size_t)n);
            struct picture p;
            assert_int_equal(picture_open(&p, S("x"), (struct str){cut, n}, &d),
                             BC_EINPUT);
            refused++;
        }
    }
    assert_int_equal(d.errors, refused);
    arena_clear(&a);
}

static void survives_any_bytes(void **state)
{
    (void)state;
    struct arena a = {0};
    uint64_t random = 88172645463325252u;
    for (int round = 0; round < 20000; round++) {
        struct arena scratch = {0};
        struct diag d = {.arena = &scratch};
        struct str whole = load(&scratch, samples[round % SAMPLES].file);
        char *bytes = str_z(&scratch, whole);
        for (int n = 0; n <= round % 3; n++) {
            random ^= random << 13, random ^= random >> 7, random ^= random << 17;
            bytes[2 + (random >> 20) % (uint64_t)(whole.len - 2)] = (char)(random >> 8);
        }
        struct picture p;
        if (picture_open(&p, S("x"), (struct str){bytes, whole.len}, &d) == BC_OK)
            assert_true(p.width > 0 && p.height > 0 && p.depth > 0);
        arena_clear(&scratch);
    }
    arena_clear(&a);
}

static void refuses_other_kinds_and_giants(void **state)
{
    (void)state;
    struct arena a = {0};
    struct diag d = {.arena = &a};
    struct picture p;
    assert_int_equal(picture_open(&p, S("x.png"), S("GIF89a..."), &d), BC_EINPUT);
    assert_int_equal(picture_open(&p, S("x.png"), S(""), &d), BC_EINPUT);
    char *big = arena_alloc(&a, PICTURE_BYTES_MOST + 1, 1);
    memcpy(big, "\x89PNG\r\n\x1A\n", 8);
    assert_int_equal(
        picture_open(&p, S("x.png"), (struct str){big, PICTURE_BYTES_MOST + 1}, &d),
        BC_EINPUT);
    assert_int_equal(d.errors, 3);
    assert_true(str_find(d.entries[0].message, S("x.png")) > 0);
    arena_clear(&a);
}

static void block_is_flac_picture(void **state)
{
    (void)state;
    struct arena a = {0};
    struct picture p = {.media_type = S("image/png"),
                        .width = 3,
                        .height = 2,
                        .depth = 24,
                        .bytes = S("abc")};
    /* printf of the fields by hand, through base64(1) */
    assert_true(
        str_eq(picture_block(&a, &p),
               S("AAAAAwAAAAlpbWFnZS9wbmcAAAAAAAAAAwAAAAIAAAAYAAAAAAAAAANhYmM=")));
    arena_clear(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_size_and_depth),
        cmocka_unit_test(every_cut_is_noticed),
        cmocka_unit_test(survives_any_bytes),
        cmocka_unit_test(refuses_other_kinds_and_giants),
        cmocka_unit_test(block_is_flac_picture),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
