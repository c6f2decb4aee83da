/* What the targets for HTML and XML share: no byte is lost, whatever the mark-up. */
#ifndef BRIEFCAST_TESTS_FUZZ_MARKUP_H
#define BRIEFCAST_TESTS_FUZZ_MARKUP_H

#include "../unit/bytes.h"
#include "base/source_open.h"
#include "fuzz.h"
#include "transcript/read.h"

static inline int fuzz_markup(const char *format, const uint8_t *data, size_t size)
{
    struct arena a = {0};
    struct diag d = {.arena = &a};
    const struct source *s;
    struct document *doc;
    struct str bytes = {(const char *)data, (ptrdiff_t)size};
    enum bc_status status = source_open(&s, &a, S("talk"), bytes, &d);
    if (status == BC_OK && (status = read_document(&doc, &a, s, format, &d)) == BC_OK)
        REQUIRE(bytes_wrong_in_document(&a, doc) == -1);
    show_all(&d, status);
    arena_clear(&a);
    return 0;
}

#endif
