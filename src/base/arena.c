#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/status.h"

enum {
    /* Many a scratch arena holds a word: zeroing 16 KB for it was a quarter of the instructions
     * of reading a transcript. */
    FIRST_CHUNK = 1 << 10,
    MAPPED_LEAST = 256 << 10,
    LARGEST_CHUNK = 1 << 20, /* of small things; what is larger has a chunk of its own */
    ALIGNMENT = alignof(
        int64_t) /* half of what any type would need: most of what is kept is small */
};

struct arena_chunk {
    struct arena_chunk *next, *previous; /* older; newer */
    size_t mapped;                       /* bytes; 0: from malloc */
    alignas(max_align_t) char bytes[];
};

_Noreturn void out_of_memory(void)
{
    static const char message[] = "briefcast: out of memory\n";
    ssize_t ignored = write(STDERR_FILENO, message, sizeof message - 1);
    (void)ignored;
    _exit(BC_ERETRY);
}

/* What `count` objects take of a chunk. */
static size_t size_of(ptrdiff_t count, ptrdiff_t size)
{
    if (count < 0 || size < 0 ||
        (size &&
         count >
             (PTRDIFF_MAX - ALIGNMENT - (ptrdiff_t)sizeof(struct arena_chunk)) / size))
        out_of_memory();
    return ((size_t)(count * size) + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

/* Zeroed. Large ones are mapped: what was never written takes no memory, growing moves pages
 * instead of leaving a copy behind, and what is freed is the system's again at once. */
static struct arena_chunk *add_chunk(struct arena *a, size_t size)
{
    size_t whole = sizeof(struct arena_chunk) + size;
    struct arena_chunk *c;
    if (size >= MAPPED_LEAST) {
        c = mmap(NULL, whole, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (c == MAP_FAILED)
            out_of_memory();
        c->mapped = whole;
    } else {
        c = calloc(1, whole);
        if (!c)
            out_of_memory();
    }
    c->next = a->chunks;
    if (c->next)
        c->next->previous = c;
    a->chunks = c;
    return c;
}

static void *add_large(struct arena *a, size_t need)
{
    a->used += need;
    return add_chunk(a, need)->bytes;
}

/* Room for small things. */
static void add_room(struct arena *a, size_t need)
{
    size_t size = a->used < FIRST_CHUNK / 2 ? FIRST_CHUNK : 2 * a->used;
    size = size > LARGEST_CHUNK ? LARGEST_CHUNK : size;
    size = need > size ? need : size;
    a->room = add_chunk(a, size);
    a->at = a->room->bytes;
    a->end = a->at + size;
}

static struct arena_chunk *chunk_of(void *large)
{
    return (void *)((char *)large - offsetof(struct arena_chunk, bytes));
}

static void *grow_large(struct arena *a, void *old, size_t had, size_t need)
{
    struct arena_chunk *c = chunk_of(old);
    size_t size = sizeof *c + need;
    c = mremap(c, c->mapped, size, MREMAP_MAYMOVE);
    if (c == MAP_FAILED)
        out_of_memory();
    c->mapped = size;
    if (c->next)
        c->next->previous = c;
    if (c->previous)
        c->previous->next = c;
    else
        a->chunks = c;
    a->used += need - had;
    return c->bytes;
}

void *arena_alloc(struct arena *a, ptrdiff_t count, ptrdiff_t size)
{
    size_t need = size_of(count, size);
    if (need >= LARGEST_CHUNK)
        return add_large(a, need);
    if (!a->at || (size_t)(a->end - a->at) < need)
        add_room(a, need);
    void *p = a->at;
    a->at += need;
    a->used += need;
    return p; /* handed out for the first time: still zero */
}

void *arena_grow(struct arena *a, void *old, ptrdiff_t old_count, ptrdiff_t new_count,
                 ptrdiff_t size)
{
    size_t had = size_of(old_count, size), need = size_of(new_count, size);
    if (old && had >= LARGEST_CHUNK && need >= had)
        return grow_large(a, old, had, need);
    if (old && (char *)old + had == a->at && need < LARGEST_CHUNK && need >= had &&
        need - had <= (size_t)(a->end - a->at)) {
        a->at += need - had;
        a->used += need - had;
        return old;
    }
    void *p = arena_alloc(a, new_count, size);
    if (old)
        memcpy(p, old, (size_t)((old_count < new_count ? old_count : new_count) * size));
    return p;
}

void arena_drop(struct arena *a, void *old, ptrdiff_t count, ptrdiff_t size)
{
    size_t had = size_of(count, size);
    if (!old || had < LARGEST_CHUNK)
        return;
    struct arena_chunk *c = chunk_of(old);
    if (c->next)
        c->next->previous = c->previous;
    if (c->previous)
        c->previous->next = c->next;
    else
        a->chunks = c->next;
    a->used -= had;
    munmap(c, c->mapped);
}

static void free_chunks(struct arena_chunk *c, const struct arena_chunk *kept)
{
    for (struct arena_chunk *next; c; c = next) {
        next = c->next;
        if (c == kept)
            continue;
        if (c->mapped)
            munmap(c, c->mapped);
        else
            free(c);
    }
}

void arena_clear(struct arena *a)
{
    free_chunks(a->chunks, NULL);
    *a = (struct arena){0};
}

void arena_reset(struct arena *a)
{
    struct arena_chunk *room = a->room;
    free_chunks(a->chunks, room);
    *a = (struct arena){.chunks = room, .room = room, .end = a->end, .at = a->at};
    if (!room)
        return;
    room->next = room->previous = NULL;
    memset(room->bytes, 0, (size_t)(a->at - room->bytes));
    a->at = room->bytes;
}
