/* A script of anybody: what is understood is printed, and read back the same. */
#include "fuzz.h"
#include "script/ledger.h"
#include "script/markdown.h"

static struct str printed(struct arena *a, const struct script *s)
{
    struct strbuf out = {.arena = a};
    struct arena scratch = {0};
    script_print(&out, &scratch, s);
    arena_clear(&scratch);
    return strbuf_str(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena a = {0};
    struct diag d = {.arena = &a};
    const struct source *s;
    enum bc_status status =
        source_open(&s, &a, S("talk.md"), (struct str){(const char *)data, (ptrdiff_t)size}, &d);
    if (status == BC_OK && script_is_script(s)) {
        struct script *script, *again;
        struct ledger *ledger;
        status = script_parse(&script, &a, s, &d);
        if (status == BC_OK) {
            REQUIRE(ledger_settle(&ledger, &a, script, &d) == BC_OK);
            struct str first = printed(&a, script);
            const struct source *t = source_make(&a, S("talk.md"), first);
            REQUIRE(script_is_script(t));
            REQUIRE(script_parse(&again, &a, t, &d) == BC_OK);
            REQUIRE(str_eq(printed(&a, again), first));
            REQUIRE(again->segment_count == script->segment_count);
        }
    }
    show_all(&d, status);
    arena_clear(&a);
    return 0;
}
