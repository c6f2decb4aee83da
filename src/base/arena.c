#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/status.h"

enum {
    FIRST_CHUNK = 16 << 10,
    LARGEST_CHUNK = 1 << 20,
    ALIGNMENT = alignof(max_align_t)
};

struct arena_chunk {
    struct arena_chunk *next;
    alignas(max_align_t) char bytes[];
};

_Noreturn void out_of_memory(void)
{
    static const char message[] = "briefcast: out of memory\n";
    ssize_t ignored = write(STDERR_FILENO, message, sizeof message - 1);
    (void)ignored;
    _exit(BC_ERETRY);
}

static void add_chunk(struct arena *a, size_t need)
{
    size_t size = a->used < FIRST_CHUNK ? FIRST_CHUNK : a->used;
    size = size > LARGEST_CHUNK ? LARGEST_CHUNK : size;
    size = need > size ? need : size;
    struct arena_chunk *c =
        calloc(1, sizeof *c + size); /* zeroed: large ones by the system */
    if (!c)
        out_of_memory();
    c->next = a->chunks;
    a->chunks = c;
    a->at = c->bytes;
    a->end = c->bytes + size;
}

void *arena_alloc(struct arena *a, ptrdiff_t count, ptrdiff_t size)
{
    if (count < 0 || size < 0 || (size && count > (PTRDIFF_MAX - ALIGNMENT) / size))
        out_of_memory();
    size_t need = ((size_t)(count * size) + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    if (!a->at || (size_t)(a->end - a->at) < need)
        add_chunk(a, need);
    void *p = a->at;
    a->at += need;
    a->used += need;
    return p; /* handed out for the first time: still zero */
}

void *arena_grow(struct arena *a, void *old, ptrdiff_t old_count, ptrdiff_t new_count,
                 ptrdiff_t size)
{
    size_t had = ((size_t)(old_count * size) + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    if (old && (char *)old + had == a->at &&
        new_count <= PTRDIFF_MAX / (size ? size : 1) - ALIGNMENT) {
        size_t need =
            ((size_t)(new_count * size) + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        if (need >= had && need - had <= (size_t)(a->end - a->at)) {
            a->at += need - had;
            a->used += need - had;
            return old;
        }
    }
    void *p = arena_alloc(a, new_count, size);
    if (old)
        memcpy(p, old, (size_t)((old_count < new_count ? old_count : new_count) * size));
    return p;
}

void arena_clear(struct arena *a)
{
    while (a->chunks) {
        struct arena_chunk *next = a->chunks->next;
        free(a->chunks);
        a->chunks = next;
    }
    *a = (struct arena){0};
}
