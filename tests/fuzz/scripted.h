/* What holds of every script, wherever it came from: its bytes are all accounted for, and what is
 * printed of it is read back as it was, to the byte and to the pause. */
#ifndef BRIEFCAST_TESTS_FUZZ_SCRIPTED_H
#define BRIEFCAST_TESTS_FUZZ_SCRIPTED_H

#include "base/source_open.h"
#include "fuzz.h"
#include "script/build.h"
#include "script/ledger.h"
#include "script/markdown.h"
#include "script/ssml_file.h"
#include "transcript/read.h"

static inline bool is_same_segment(const struct segment *x, const struct segment *y)
{
    return x->turn == y->turn && x->paragraph == y->paragraph && x->joint == y->joint &&
           str_eq(x->spoken, y->spoken) && str_eq(x->text, y->text) &&
           x->pause_after_ms == y->pause_after_ms;
}

static inline void require_same(const struct script *x, const struct script *y)
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
                x->turns[i].added == y->turns[i].added &&
                str_eq(x->turns[i].speaker, y->turns[i].speaker));
}

static inline void require_round_trip(struct arena *a, const struct script *s)
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

/* `status` is what reading it came to; what is wrong with it has been told. */
static inline void require_script(struct arena *a, struct script *script,
                                  enum bc_status status, struct diag *d)
{
    struct ledger *l;
    if (status == BC_OK)
        status = script_speak(script, a, NULL, d);
    show_all(d, status);
    if (status != BC_OK)
        return;
    REQUIRE(d->errors == 0);
    REQUIRE(ledger_settle(&l, a, script, d) == BC_OK);
    require_round_trip(a, script);
}

#endif
