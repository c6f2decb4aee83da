/* One reader on any bytes: every byte that is not blank is in exactly one place, in the document
 * and in the turns; or it was told why the file cannot be read. */
#ifndef BRIEFCAST_TESTS_FUZZ_READING_H
#define BRIEFCAST_TESTS_FUZZ_READING_H

#include "../unit/bytes.h"
#include "base/source_open.h"
#include "fuzz.h"
#include "transcript/read.h"

static inline void check_reader(const struct source *s, const struct reader *reader)
{
    struct arena a = {0};
    struct diag d = {.arena = &a};
    struct document *doc;
    struct turns *turns;
    enum bc_status status = read_document(&doc, &a, s, reader->name, &d);
    int sure = reader->sniff(s);
    REQUIRE(sure >= 0 && sure <= 100);
    show_all(&d, status);
    REQUIRE(status == BC_OK || status == BC_EINPUT);
    if (status == BC_OK) {
        REQUIRE(bytes_wrong_in_document(&a, doc) < 0);
        REQUIRE(turns_recognise(&turns, &a, doc, &d) == BC_OK);
        REQUIRE(bytes_wrong_in_turns(&a, turns) < 0);
    }
    arena_clear(&a);
}

static inline void check_bytes(const uint8_t *data, size_t size,
                               const struct reader *const *readers)
{
    struct arena a = {0};
    struct diag d = {.arena = &a};
    const struct source *s;
    struct str bytes = {(const char *)data, (ptrdiff_t)size};
    if (source_open(&s, &a, S("input.txt"), bytes, &d) == BC_OK)
        for (int i = 0; readers[i]; i++)
            check_reader(s, readers[i]);
    arena_clear(&a);
}

#endif
