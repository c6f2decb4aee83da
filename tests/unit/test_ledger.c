/* ledger: every byte of the source falls to exactly one claimant; what nobody claims is found, and
 * so is what two claim. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "script/ledger.h"

#include "script_equal.h"
#include "script_items.h"
#include "script_make.h"

static uint64_t seed = 88172645463325252u;
static int below(int n)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (int)(seed % (unsigned)n);
}

/* Entries follow one another without gaps, from the first byte to the last, no two alike. */
static void assert_partition(const struct ledger *l, struct str bytes)
{
    ptrdiff_t at = 0, lost = 0;
    for (ptrdiff_t i = 0; i < l->count; i++) {
        const struct ledger_entry *e = &l->entries[i], *last = i ? e - 1 : NULL;
        assert_true(e->begin == at && e->end > at);
        assert_false(last && last->kind == e->kind && last->reason == e->reason &&
                     last->segment == e->segment);
        assert_int_equal(e->segment >= 0, e->kind == LEDGER_SPOKEN);
        assert_int_equal(e->reason != REASON_NONE, e->kind == LEDGER_NOT_SPOKEN);
        if (e->kind == LEDGER_BLANK)
            assert_int_equal(str_trim(str_slice(bytes, e->begin, e->end)).len, 0);
        lost += e->kind == LEDGER_LOST ? e->end - e->begin : 0;
        at = e->end;
    }
    assert_int_equal(at, bytes.len);
    assert_int_equal(lost, l->lost);
}

static const char sample[] =
    "title: The harbour\n"
    "turn: Mara Lindqvist:  Good  morning. {(Laughs.)} Nobody was hurt.\n"
    "note clock time: 11:52 A.M.\n"
    "para: ...\n"
    "turn?: Question: Why did you close the lock?\n";

static struct script *sample_script(struct arena *a, struct diag *d, struct items **m)
{
    struct script *s;
    *m = items_make(a, str_from(sample));
    assert_int_equal(make_script(&s, a, &(*m)->turns, d), BC_OK);
    return s;
}

static const struct ledger_entry *entry_at(const struct ledger *l, const char *word)
{
    ptrdiff_t at = str_find(l->source->bytes, str_from(word));
    for (ptrdiff_t i = 0; i < l->count; i++)
        if (l->entries[i].begin <= at && at < l->entries[i].end)
            return &l->entries[i];
    fail();
    return NULL;
}

static void accounts_for_everything(void **state)
{
    (void)state;
    struct arena a = {0};
    struct diag d = {.arena = &a};
    struct items *m;
    struct script *s = sample_script(&a, &d, &m);
    struct ledger *l;
    assert_int_equal(ledger_settle(&l, &a, s, &d), BC_OK);
    assert_partition(l, s->source->bytes);
    assert_int_equal(d.count, 0);
    assert_int_equal(entry_at(l, "title")->reason, REASON_MARKUP);
    assert_int_equal(entry_at(l, "The harbour")->segment, 0);
    assert_int_equal(entry_at(l, "Mara")->reason, REASON_LABEL);
    assert_int_equal(entry_at(l, "morning")->segment, 1);
    assert_int_equal(entry_at(l, "Laughs")->reason, REASON_STAGE_DIRECTION);
    assert_int_equal(entry_at(l, "hurt")->segment, 2);
    assert_int_equal(entry_at(l, "11:52")->reason, REASON_CLOCK_TIME);
    assert_int_equal(entry_at(l, "...")->reason, REASON_UNSPEAKABLE);
    assert_int_equal(entry_at(l, "\n")->kind, LEDGER_BLANK);
    assert_int_equal(entry_at(l, "lock?")->segment, 3);
    assert_true(str_eq(ledger_kind_name(LEDGER_NOT_SPOKEN), S("not-spoken")));
    arena_clear(&a);
}

/* What is not spoken of a script's sentences: "reason: what". */
static struct str left_out(struct arena *a, const struct ledger *l)
{
    struct strbuf b = {.arena = a};
    for (ptrdiff_t i = 0; i < l->count; i++) {
        const struct ledger_entry *e = &l->entries[i];
        if (e->kind != LEDGER_NOT_SPOKEN || e->reason < REASON_NOTE_MARK)
            continue;
        struct str what = str_slice(l->source->bytes, e->begin, e->end);
        strbuf_addf(&b, "%.*s: %.*s\n", STR_ARGS(reason_name((enum reason)e->reason)),
                    STR_ARGS(what));
    }
    return strbuf_str(&b);
}

/* The ledger knows the passes' reasons, and a printed script has them again. */
static void knows_what_speaking_leaves_out(void **state)
{
    (void)state;
    struct arena a = {0};
    struct diag d = {.arena = &a};
    struct items *m = items_make(
        &a, S("turn: Mara:  The lock sank in 1988.[12] {(Laughs.)} It rose\u00B9  twice "
              "[sic], in May.\u2020\n"
              "para: See https://www.pier.example/plan?a=1 for Sealtite\u00AE.\n"));
    struct script *s, *again;
    struct ledger *l;
    assert_int_equal(make_script(&s, &a, &m->turns, &d), BC_OK);
    assert_int_equal(ledger_settle(&l, &a, s, &d), BC_OK);
    assert_partition(l, s->source->bytes);
    struct str told = left_out(&a, l);
    assert_str_equal(told, S("note mark: [12]\nnote mark: \u00B9\neditorial note: [sic]\n"
                             "note mark: \u2020\nweb address: https://www.\n"
                             "web address: /plan?a=1\nsymbol: \u00AE\n"));
    assert_int_equal(entry_at(l, "rose")->kind, LEDGER_SPOKEN);
    assert_int_equal(entry_at(l, "twice")->segment, entry_at(l, "in May")->segment);
    assert_int_equal(entry_at(l, "pier")->kind, LEDGER_SPOKEN);

    struct strbuf printed = {.arena = &a};
    script_print(&printed, s);
    const struct source *source = source_make(&a, S("x.md"), strbuf_str(&printed));
    assert_int_equal(read_script(&again, &a, source, &d), BC_OK);
    assert_int_equal(ledger_settle(&l, &a, again, &d), BC_OK);
    assert_partition(l, source->bytes);
    assert_str_equal(left_out(&a, l), told);
    arena_clear(&a);
}

static void finds_what_is_lost(void **state)
{
    (void)state;
    struct arena a = {0};
    struct diag d = {.arena = &a};
    struct items *m;
    struct script *s = sample_script(&a, &d, &m);
    struct ledger *l;
    s->notes[1] = s->notes[--s->note_count]; /* the clock time is forgotten */
    assert_int_equal(ledger_settle(&l, &a, s, &d), BC_EINPUT);
    assert_partition(l, s->source->bytes);
    assert_int_equal(l->lost, 10);
    assert_int_equal(entry_at(l, "11:52")->kind, LEDGER_LOST);
    assert_int_equal(d.errors, 1);
    assert_true(str_eq(d.entries[0].code, S("text-lost")));
    assert_int_equal(source_position(s->source, d.entries[0].place.begin).line, 3);
    assert_int_equal(source_position(s->source, d.entries[0].place.begin).column, 18);
    arena_clear(&a);
}

static void finds_what_is_claimed_twice(void **state)
{
    (void)state;
    struct arena a = {0};
    struct diag d = {.arena = &a};
    struct items *m;
    struct script *s = sample_script(&a, &d, &m);
    struct ledger *l;
    int32_t at = (int32_t)str_find(s->source->bytes, S("morning"));
    const struct disposal twice[] = {{at, at + 3, REASON_MARKUP}};
    s->disposals = twice;
    s->disposal_count = 1; /* and the labels' are lost: an overlap is worse */
    assert_int_equal(ledger_settle(&l, &a, s, &d), BC_EBUG);
    assert_partition(l, s->source->bytes);
    bool found = false;
    for (ptrdiff_t i = 0; i < d.count; i++)
        found =
            found || (str_eq(d.entries[i].code, S("ledger-overlap")) &&
                      d.entries[i].place.begin == at && d.entries[i].place.end == at + 3);
    assert_true(found);
    arena_clear(&a);
}

static void reports_at_most_ten(void **state)
{
    (void)state;
    struct arena a = {0};
    struct diag d = {.arena = &a};
    struct strbuf b = {.arena = &a};
    for (int i = 0; i < 100; i++)
        strbuf_add(&b, S("para: word.\n"));
    struct items *m = items_make(&a, strbuf_str(&b));
    struct script *s;
    struct ledger *l;
    m->turns.disposal_count = 0;
    assert_int_equal(make_script(&s, &a, &m->turns, &d), BC_OK);
    assert_int_equal(ledger_settle(&l, &a, s, &d), BC_EINPUT);
    assert_int_equal(d.errors, 10);
    assert_int_equal(l->lost, 500);
    arena_clear(&a);
}

/* ---- sources divided at random ---- */

/* Words, blanks of many kinds, marks, and what stands for a blank without being one. */
static struct str random_bytes(struct arena *a)
{
    static const char *const parts[] = {
        "word",   "a",    ".",      "? ",     "...",    " ",     "  ",     "\n",
        "\u00a0", "Mr. ", "\u2028", "&nbsp;", "\u4e2d", "\x01",  "\u2014", "U.S. ",
        "No",     "[3]",  "\u00b9", "\u2020", "[sic]",  "\u00ae"};
    struct strbuf b = {.arena = a};
    for (int n = 5 + below(80); n > 0; n--)
        strbuf_add(&b, str_from(parts[below(sizeof parts / sizeof *parts)]));
    return strbuf_str(&b);
}

/* Hands [begin, end) to a text as a reader would: words verbatim, white space folded, "&nbsp;" as
 * an added blank, here and there a piece disposed of. */
static void hand_over(struct items *m, struct textbuf *b, ptrdiff_t begin, ptrdiff_t end)
{
    struct str s = str_slice(m->source->bytes, 0, end);
    for (ptrdiff_t at = begin; at < end;) {
        ptrdiff_t here = at, size = b->chars.len;
        bool blank_before = !size || b->chars.ptr[size - 1] == ' ';
        int32_t c = utf8_next(s, &at);
        if (str_starts(str_slice(s, here, end), S("&nbsp;"))) {
            at = here + 6;
            add_disposal(m, here, at);
            if (!blank_before)
                textbuf_replace(b, S(" "), at, at);
        } else if (utf8_is_space(c)) {
            if (!blank_before)
                textbuf_replace(b, S(" "), here, at);
        } else if (!below(20)) {
            add_disposal(m, here, at);
        } else {
            textbuf_verbatim(b, here, at);
        }
    }
}

static ptrdiff_t character_start(struct str s, ptrdiff_t at)
{
    while (at < s.len && ((unsigned char)s.ptr[at] & 0xC0) == 0x80)
        at++;
    return at;
}

static struct items *random_items(struct arena *a)
{
    static const enum item_kind kinds[] = {ITEM_PARAGRAPH,  ITEM_PARAGRAPH,
                                           ITEM_NOT_SPOKEN, ITEM_TURN,
                                           ITEM_HEADING,    ITEM_CAPTION};
    struct str bytes = random_bytes(a);
    struct items *m = items_make(a, S(""));
    m->source = m->turns.source = source_make(a, S("x"), bytes);
    for (ptrdiff_t at = 0, end; at < bytes.len; at = end) {
        end = character_start(bytes, at + 1 + below(60));
        end = end > bytes.len ? bytes.len : end;
        struct str rest = str_slice(bytes, 0, end);
        ptrdiff_t amp = end - 5 > at ? end - 5 : at; /* "&nbsp;" stays whole */
        for (ptrdiff_t i = amp; i < end; i++)
            if (rest.ptr[i] == '&')
                end = i + 6;
        struct textbuf b = {.arena = a, .source = m->source};
        hand_over(m, &b, at, end);
        struct str words = strbuf_str(&b.chars);
        if (words.len && words.ptr[words.len - 1] == ' ') {
            b.chars.len--;
            b.run_count--;
        }
        struct item *item = add_item(m, kinds[below(6)], at, at);
        item->text = textbuf_done(&b);
        item->speaker = item->label = item->kind == ITEM_TURN ? S("Mara") : S("");
        item->reason = REASON_RUBRIC;
        item->level = 2;
    }
    return m;
}

static void settles_any_division(void **state)
{
    (void)state;
    int settled = 0;
    for (int round = 0; round < 4000; round++) {
        struct arena a = {0};
        struct diag d = {.arena = &a};
        struct items *m = random_items(&a);
        struct script *s;
        struct ledger *l;
        if (make_script(&s, &a, &m->turns, &d) == BC_OK) {
            enum bc_status status = ledger_settle(&l, &a, s, &d);
            struct strbuf messages = {.arena = &a};
            for (ptrdiff_t i = 0; i < d.count && status; i++)
                diag_format_text(&messages, &d.entries[i]);
            if (status)
                print_error("%.*s\n%.*s\n", STR_ARGS(s->source->bytes),
                            STR_ARGS(strbuf_str(&messages)));
            assert_int_equal(status, BC_OK);
            assert_partition(l, s->source->bytes);
            settled++;
        }
        arena_clear(&a);
    }
    assert_true(settled > 2000);
}

/* A paragraph of marks only is a note, and a style of them joins its neighbours; neither costs the
 * episode. */
static void sentences_of_marks_are_no_sentences(void **state)
{
    (void)state;
    struct arena a = {0};
    struct diag d = {.arena = &a};
    const struct source *source = source_make(
        &a, S("x.md"),
        S("---\nbriefcast: 1\nlanguage: en\n---\n# Dock\n\n"
          "**Mara:** He said <emphasis>[sic]</emphasis> again. [note 4]\n\n[note 3]\n\n"
          "[by whom?]\n\n\uFE70\n\n<emphasis>[note 12]</emphasis>\n\n"
          "[sic] <break time=\"2s\"/>\n\nIt rose. "
          "[sic]\n"));
    struct script *s;
    struct ledger *l;
    assert_int_equal(read_script(&s, &a, source, &d), BC_OK);
    assert_int_equal(ledger_settle(&l, &a, s, &d), BC_OK);
    assert_partition(l, source->bytes);
    assert_int_equal(d.count, 0);
    assert_int_equal(s->segment_count, 3);
    assert_str_equal(s->segments[0].spoken, S("He said,"));
    assert_str_equal(s->segments[1].spoken, S("again."));
    assert_str_equal(s->segments[2].spoken, S("It rose."));
    assert_int_equal(s->segments[1].pause_after_ms, 2000);
    assert_int_equal(entry_at(l, "[note 3]")->reason, REASON_NOTE_MARK);
    assert_int_equal(entry_at(l, "[by whom?]")->reason, REASON_EDITORIAL);
    assert_int_equal(entry_at(l, "\uFE70")->reason, REASON_UNSPEAKABLE);
    arena_clear(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(accounts_for_everything),
        cmocka_unit_test(sentences_of_marks_are_no_sentences),
        cmocka_unit_test(knows_what_speaking_leaves_out),
        cmocka_unit_test(finds_what_is_lost),
        cmocka_unit_test(finds_what_is_claimed_twice),
        cmocka_unit_test(reports_at_most_ten),
        cmocka_unit_test(settles_any_division),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
