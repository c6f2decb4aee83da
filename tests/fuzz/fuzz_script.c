/* A file of anybody, transcript or script, to a script and back: its bytes are all accounted for,
 * and what is printed of it is read back as it was, to the byte and to the pause. */
#include "base/source_open.h"
#include "fuzz.h"
#include "script/build.h"
#include "script/ledger.h"
#include "script/markdown.h"
#include "script/ssml_file.h"
#include "transcript/read.h"

static bool is_same_segment(const struct segment *x, const struct segment *y)
{
    return x->turn == y->turn && x->paragraph == y->paragraph &&
           x->joint == y->joint && str_eq(x->spoken, y->spoken) && str_eq(x->text, y->text) &&
           x->pause_after_ms == y->pause_after_ms;
}

static void require_same(const struct script *x, const struct script *y)
{
    REQUIRE(x->segment_count == y->segment_count && x->note_count == y->note_count);
    REQUIRE(x->chapter_count == y->chapter_count && x->turn_count == y->turn_count);
    for (ptrdiff_t i = 0; i < x->segment_count; i++)
        REQUIRE(is_same_segment(&x->segments[i], &y->segments[i]));
    for (ptrdiff_t i = 0; i < x->chapter_count; i++)
        REQUIRE(x->chapters[i].first_turn == y->chapters[i].first_turn &&
                str_eq(x->chapters[i].title, y->chapters[i].title));
    for (ptrdiff_t i = 0; i < x->turn_count; i++)
        REQUIRE(x->turns[i].anonymous == y->turns[i].anonymous &&
                str_eq(x->turns[i].speaker, y->turns[i].speaker));
}

static void require_round_trip(struct arena *a, const struct script *s)
{
    struct diag d = {.arena = a};
    struct strbuf first = {.arena = a}, second = {.arena = a};
    struct script *again;
    struct ledger *l;
    script_print(&first, s);
    const struct source *source = source_make(a, S("again.md"), strbuf_str(&first));
    REQUIRE(script_is_script(source));
    REQUIRE(script_parse(&again, a, source, &d) == BC_OK);
    REQUIRE(script_speak(again, a, NULL, &d) == BC_OK);
    require_same(s, again);
    REQUIRE(ledger_settle(&l, a, again, &d) == BC_OK);
    script_print(&second, again);
    REQUIRE(str_eq(strbuf_str(&first), strbuf_str(&second)));
}

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
    return script_build(out, a, turns, d);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena a = {0};
    struct diag d = {.arena = &a};
    const struct source *s;
    struct script *script;
    struct ledger *l;
    struct str bytes = {(const char *)data, (ptrdiff_t)size};
    if (source_open(&s, &a, S("input.md"), bytes, &d) == BC_OK) {
        enum bc_status status = read_script(&script, &a, s, &d);
        if (status == BC_OK)
            status = script_speak(script, &a, NULL, &d);
        show_all(&d, status);
        if (status == BC_OK) {
            REQUIRE(d.errors == 0);
            REQUIRE(ledger_settle(&l, &a, script, &d) == BC_OK);
            require_round_trip(&a, script);
        }
    }
    arena_clear(&a);
    return 0;
}
