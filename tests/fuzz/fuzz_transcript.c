/* A transcript of anybody, all the way to the account of its bytes. */
#include "fuzz.h"
#include "script/build.h"
#include "script/ledger.h"
#include "script/markdown.h"
#include "transcript/open.h"
#include "transcript/read.h"

static enum bc_status run(struct arena *a, struct str bytes, struct diag *d)
{
    const struct source *s;
    enum bc_status status = open_source(&s, a, S("talk"), bytes, d);
    if (status != BC_OK)
        return status;
    struct document *document;
    struct turns *turns;
    struct script *script;
    struct ledger *ledger;
    const struct announcing announce = {
        .mode = (enum announce_mode)(bytes.len % (ANNOUNCE_NEVER + 1))};
    if ((status = read_document(&document, a, s, NULL, d)) != BC_OK ||
        (status = turns_recognise(&turns, a, document, d)) != BC_OK ||
        (status = script_build(&script, a, turns, &announce, d)) != BC_OK ||
        (status = script_speak(script, a, NULL, d)) != BC_OK)
        return status;
    status = ledger_settle(&ledger, a, script, d);
    /* No input makes the books overlap or loses a byte; that would be our fault. */
    REQUIRE(status == BC_OK);
    ptrdiff_t at = 0;
    for (ptrdiff_t i = 0; i < ledger->count; i++) {
        REQUIRE(ledger->entries[i].begin == at && ledger->entries[i].end > at);
        at = ledger->entries[i].end;
    }
    REQUIRE(at == s->bytes.len);
    return BC_OK;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena a = {0};
    struct diag d = {.arena = &a};
    show_all(&d, run(&a, (struct str){(const char *)data, (ptrdiff_t)size}, &d));
    arena_clear(&a);
    return 0;
}
