/* A transcript of anybody, as plain text and as Markdown: every byte that is not blank is in
 * exactly one place, in the document and in the turns. */
#include "../unit/bytes.h"
#include "base/source_open.h"
#include "fuzz.h"
#include "transcript/read.h"

static void read_as(const struct source *s, const struct reader *reader)
{
    struct arena a = {0};
    struct diag d = {.arena = &a};
    struct document *doc;
    struct turns *turns;
    REQUIRE(read_document(&doc, &a, s, reader->name, &d) == BC_OK);
    REQUIRE(bytes_wrong_in_document(&a, doc) < 0);
    REQUIRE(turns_recognise(&turns, &a, doc, &d) == BC_OK);
    REQUIRE(bytes_wrong_in_turns(&a, turns) < 0);
    bool somebody = false;
    for (ptrdiff_t i = 0; i < turns->item_count; i++) {
        const struct item *item = &turns->items[i];
        somebody = item->kind == ITEM_TURN || (somebody && item->kind != ITEM_HEADING);
        REQUIRE(item->kind != ITEM_PARAGRAPH || somebody);
        REQUIRE((item->kind == ITEM_NOT_SPOKEN) == (item->reason != REASON_NONE));
    }
    arena_clear(&a);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena a = {0};
    struct diag d = {.arena = &a};
    const struct source *s;
    struct str bytes = {(const char *)data, (ptrdiff_t)size};
    if (source_open(&s, &a, S("input.txt"), bytes, &d) == BC_OK) {
        read_as(s, &read_text);
        read_as(s, &read_markdown);
        REQUIRE(d.errors == 0);
    }
    arena_clear(&a);
    return 0;
}
