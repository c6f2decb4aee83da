/* Arenas: what is handed out is zero and stays where it is, whatever comes and goes beside it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"

enum { LARGE = 3 << 20 };

static void check_zero(const char *p, ptrdiff_t len)
{
    for (ptrdiff_t i = 0; i < len; i++)
        assert_int_equal(p[i], 0);
}

static void memory_is_zero(void **state)
{
    (void)state;
    struct arena a = {0};
    for (int round = 0; round < 3; round++) {
        for (ptrdiff_t size = 1; size < 5000; size = size * 3 / 2 + 1) {
            char *p = arena_alloc(&a, size, 1);
            check_zero(p, size);
            memset(p, 'x', (size_t)size);
        }
        arena_clear(&a);
    }
}

static void arrays_grow_from_small_to_large(void **state)
{
    (void)state;
    struct arena a = {0};
    int *items = NULL;
    ptrdiff_t count = 0, capacity = 0;
    for (int i = 0; i < 1 << 20; i++)
        *arena_push(&a, items, count, capacity) = i;
    for (int i = 0; i < 1 << 20; i++)
        assert_int_equal(items[i], i);
    arena_clear(&a);
}

/* The newest, the oldest and one in between. */
static void large_arrays_are_dropped(void **state)
{
    (void)state;
    struct arena a = {0};
    for (int dropped = 0; dropped < 3; dropped++) {
        char *large[3], *small = arena_alloc(&a, 10, 1);
        for (int i = 0; i < 3; i++) {
            large[i] = arena_alloc(&a, LARGE, 1);
            memset(large[i], 'a' + i, LARGE);
        }
        size_t used = a.used;
        arena_drop(&a, large[dropped], LARGE, 1);
        assert_true(a.used <= used - LARGE);
        for (int i = 0; i < 3; i++)
            assert_true(i == dropped || large[i][LARGE - 1] == 'a' + i);
        small[9] = 1;
        check_zero(arena_alloc(&a, LARGE, 1), LARGE);
        int kept = (dropped + 1) % 3;
        large[kept] = arena_grow(&a, large[kept], LARGE, 2 * LARGE, 1);
        assert_int_equal(large[kept][LARGE - 1], 'a' + kept);
        check_zero(large[kept] + LARGE, LARGE);
    }
    arena_clear(&a);
}

static void small_ones_stay(void **state)
{
    (void)state;
    struct arena a = {0};
    char *p = arena_alloc(&a, 100, 1);
    arena_drop(&a, p, 100, 1);
    arena_drop(&a, NULL, LARGE, 1);
    p[99] = 1;
    arena_clear(&a);
}

static void reset_keeps_memory(void **state)
{
    (void)state;
    struct arena a = {0};
    arena_reset(&a);
    for (int round = 0; round < 3; round++) {
        char *p = arena_alloc(&a, 600, 1);
        const struct arena_chunk *room = a.room;
        check_zero(p, 600);
        memset(p, 'x', 600);
        memset(arena_alloc(&a, LARGE, 1), 'y', LARGE);
        p = arena_alloc(&a, 300, 1);
        check_zero(p, 300);
        memset(p, 'z', 300);
        assert_ptr_equal(a.room, room); /* no new one */
        arena_reset(&a);
        assert_int_equal(a.used, 0);
        assert_ptr_equal(a.chunks, room);
    }
    arena_clear(&a);
    assert_null(a.chunks);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_is_zero),
        cmocka_unit_test(arrays_grow_from_small_to_large),
        cmocka_unit_test(large_arrays_are_dropped),
        cmocka_unit_test(small_ones_stay),
        cmocka_unit_test(reset_keeps_memory),
    };
    return cmocka_run_group_tests_name("arena", tests, NULL, NULL);
}
