/* A file of anybody, transcript or script, to a script and back. */
#include "scripted.h"

static enum bc_status read_script(struct script **out, struct arena *a,
                                  const struct source *s, struct diag *d)
{
    struct document *doc;
    struct turns *turns;
    if (script_is_script(s))
        return script_parse(out, a, s, d);
    if (ssml_is_file(s))
        return ssml_parse_file(out, a, s, d);
    enum bc_status status = read_document(&doc, a, s, NULL, d);
    if (status != BC_OK) /* not every text in brackets is JSON */
        return status;
    REQUIRE(turns_recognise(&turns, a, doc, d) == BC_OK);
    const struct announcing announce = {
        .mode = (enum announce_mode)(s->bytes.len % (ANNOUNCE_NEVER + 1))};
    return script_build(out, a, turns, &announce, d);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena a = {0};
    struct diag d = {.arena = &a};
    const struct source *s;
    struct script *script = NULL;
    struct str bytes = {(const char *)data, (ptrdiff_t)size};
    if (source_open(&s, &a, S("input.md"), bytes, &d) == BC_OK) {
        enum bc_status status = read_script(&script, &a, s, &d);
        require_script(&a, script, status, &d);
    }
    arena_clear(&a);
    return 0;
}
