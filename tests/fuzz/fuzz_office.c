/* What is in an office document, without its archive: the first byte says which kind. Every byte
 * that is not blank is in exactly one place. */
#include "../unit/bytes.h"
#include "base/source_open.h"
#include "fuzz.h"
#include "transcript/read.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const kinds[] = {"docx", "odt", "epub"};
    struct arena a = {0};
    struct diag d = {.arena = &a};
    struct source_part parts[2] = {{S("meta.xml"), 0}, {S("content.xml"), 0}};
    const char *kind = kinds[size ? data[0] % 3 : 0];
    struct str text = {(const char *)data + (size > 0), (ptrdiff_t)size - (size > 0)};
    /* The properties end at the first line that begins with "<?part". */
    ptrdiff_t cut = str_find(text, S("\n<?part"));
    parts[1].begin = cut < 0 ? 0 : cut + 1;
    const struct source *s = source_make_container(
        &a, S("talk"), text, text, kind, cut < 0 ? &parts[1] : parts, cut < 0 ? 1 : 2);
    struct document *doc;
    enum bc_status status = source_check(s, &d);
    if (status == BC_OK) {
        status = read_document(&doc, &a, s, kind, &d);
        if (status == BC_OK)
            REQUIRE(bytes_wrong_in_document(&a, doc) < 0);
    }
    show_all(&d, status);
    arena_clear(&a);
    return 0;
}
