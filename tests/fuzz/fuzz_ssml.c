/* SSML of anybody, as a file of its own, and inside a script's paragraph. */
#include "scripted.h"

static void check(const char *name, const char *before, struct str inside,
                  const char *behind)
{
    struct arena a = {0};
    struct diag d = {.arena = &a};
    const struct source *s;
    struct script *script = NULL;
    struct strbuf b = {.arena = &a};
    strbuf_add(&b, str_from(before));
    strbuf_add(&b, inside);
    strbuf_add(&b, str_from(behind));
    if (source_open(&s, &a, str_from(name), strbuf_str(&b), &d) == BC_OK) {
        enum bc_status status = *behind ? ssml_parse_file(&script, &a, s, &d)
                                        : script_parse(&script, &a, s, &d);
        require_script(&a, script, status, &d);
    }
    arena_clear(&a);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str inside = {(const char *)data, (ptrdiff_t)size};
    check("talk.ssml", "<speak version='1.1'>", inside, "</speak>");
    check("talk.md", "---\nbriefcast: 1\n---\n\n", inside, "");
    return 0;
}
