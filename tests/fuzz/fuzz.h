/* What the fuzz targets share. */
#ifndef BRIEFCAST_TESTS_FUZZ_H
#define BRIEFCAST_TESTS_FUZZ_H

#include <stdint.h>
#include <stdlib.h>

#include "base/diag.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define REQUIRE(condition)                                                               \
    do {                                                                                 \
        if (!(condition))                                                                \
            abort();                                                                     \
    } while (0)

/* Every diagnostic can be shown, and a failure has one. */
static inline void show_all(struct diag *d, enum bc_status status)
{
    struct arena scratch = {0};
    for (ptrdiff_t i = 0; i < d->count && i < 20; i++) {
        struct strbuf out = {.arena = &scratch};
        diag_format_text(&out, &d->entries[i]);
        REQUIRE(utf8_invalid_at(strbuf_str(&out)) < 0);
    }
    REQUIRE(status == BC_OK || d->errors > 0);
    arena_clear(&scratch);
}

#endif
