/* base/arena.h -- memory with one lifetime.
 *
 * Everything that belongs to an episode lives in one arena and goes with it; a scratch
 * arena is cleared between steps. Nothing in an arena is freed by itself, but for large
 * arrays (arena_drop). An arena is
 * not thread-safe.
 *
 * Running out of memory ends the process (status 75, one line on standard error): no
 * caller could do better, and every `if` that is not there is one that cannot be wrong.
 *
 */
#ifndef BRIEFCAST_BASE_ARENA_H
#define BRIEFCAST_BASE_ARENA_H

#include <stddef.h>

struct arena_chunk;

struct arena {
    struct arena_chunk *chunks; /* newest first */
    struct arena_chunk *room;   /* that small things come from */
    char *at, *end;             /* its free part */
    size_t used;                /* bytes handed out since the last clear */
};

/* A zeroed `struct arena` is a valid empty arena; it takes no memory before the first
 * use. */

/* Zeroed memory for `count` objects of `size` bytes, aligned for any type of up to
 * 8 bytes (no long double); count and size >= 0. Zero bytes give a valid pointer that must not be read. */
void *arena_alloc(struct arena *a, ptrdiff_t count, ptrdiff_t size)
    __attribute__((malloc, returns_nonnull));

/* Grows the array at `old` (may be NULL when old_count is 0) to new_count elements, in
 * place when it was the latest allocation. New elements are zeroed. `old` is not valid
 * afterwards. */
void *arena_grow(struct arena *a, void *old, ptrdiff_t old_count, ptrdiff_t new_count,
                 ptrdiff_t size) __attribute__((returns_nonnull));

/* Gives the array at `old` back to the system when it is so large that it has memory of its own;
 * what is smaller stays until the arena is cleared. Not valid afterwards. */
void arena_drop(struct arena *a, void *old, ptrdiff_t count, ptrdiff_t size);

/* How every failed allocation of the program ends. */
_Noreturn void out_of_memory(void);

/* Frees everything that was allocated; the arena can be used again. */
void arena_clear(struct arena *a);

/* The same, but keeps the memory that small things came from for the next ones: what is cleared after
 * each of a thousand sentences asks the system once. */
void arena_reset(struct arena *a);

#define arena_new(a, type) ((type *)arena_alloc((a), 1, (ptrdiff_t)sizeof(type)))
#define arena_array(a, type, count)                                                      \
    ((type *)arena_alloc((a), (count), (ptrdiff_t)sizeof(type)))

/* Appends one zeroed element to a growing array: `items` a pointer, `count` and
 * `capacity` ptrdiff_t lvalues. Evaluates to a pointer to the new element. The first has room for
 * two: most arrays are a paragraph's, and stay as small. */
#define arena_push(a, items, count, capacity)                                            \
    ((count) == (capacity)                                                               \
         ? ((items) = arena_grow((a), (items), (count), (capacity) ? 2 * (capacity) : 2, \
                                 (ptrdiff_t)sizeof *(items)),                            \
            (capacity) = (capacity) ? 2 * (capacity) : 2, &(items)[(count)++])           \
         : &(items)[(count)++])

#endif
