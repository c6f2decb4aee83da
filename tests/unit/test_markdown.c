/* markdown: a printed script is read back as it was, whatever its text holds. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "script/build.h"
#include "script/ledger.h"
#include "script/markdown.h"

#include "script_equal.h"
#include "script_make.h"

static uint64_t seed = 88172645463325252u;
static int below(int n)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (int)(seed % (unsigned)n);
}

static const char *const parts[] = {
    "harbour",
    "is",
    "open",
    "a",
    " ",
    " ",
    " ",
    ". ",
    "? ",
    "*",
    "**",
    "_",
    "__",
    "#",
    "# ",
    "<",
    ">",
    "&",
    "&amp;",
    "&#0;",
    "&nbsp;",
    "---",
    "-->",
    "--!>",
    "<!--",
    "<!-- not spoken (label): x -->",
    "\\",
    "\\\\",
    "\\*",
    "`",
    "```",
    "~~",
    "1. ",
    "12) ",
    "- ",
    "+ ",
    "> ",
    "=",
    "**Name:** ",
    ":**",
    "Mara: ",
    "<break time=\"1s\"/>",
    "<sub alias=\"x\">",
    "</sub>",
    "[x](y)",
    "]:",
    "]",
    "\n",
    "\n\n",
    "\r\n",
    "\u2028",
    "\u00a0",
    "\xc2\x85",
    "\t",
    "\x0b",
    "\x01",
    "\x1b[31m",
    "\u202e",
    "\u2066",
    "\u200b",
    "\ufeff",
    "\u00ad",
    "\u0301",
    "\U0001F600",
    "\u4e2d",
    "'",
    "\"",
    "|",
    "$",
    ":",
    "...",
    "!",
    "{",
    "%",
    "briefcast: 1",
    "~",
    "yes",
    "null",
    "- x",
    "? y",
    "@",
    "Mr. ",
    "U.S. ",
    "\x7f",
    "\u2029",
    "!--",
};

static struct str hostile(struct arena *a, int most)
{
    struct strbuf b = {.arena = a};
    for (int n = below(most); n > 0; n--)
        strbuf_add(&b, str_from(parts[below(sizeof parts / sizeof *parts)]));
    return strbuf_str(&b);
}

static struct str fold(struct arena *a, struct str s)
{
    return text_fold_spaces(a, text_added(a, s)).str;
}

/* ---- scripts made of anything ---- */

static void add_items(struct turns *t, struct arena *a)
{
    static const enum item_kind kinds[] = {
        ITEM_TURN,      ITEM_TURN,       ITEM_PARAGRAPH, ITEM_PARAGRAPH, ITEM_PARAGRAPH,
        ITEM_PARAGRAPH, ITEM_NOT_SPOKEN, ITEM_HEADING,   ITEM_CAPTION,
    };
    struct str people[6];
    for (int i = 0; i < 6; i++)
        people[i] = i ? hostile(a, 5) : NARRATOR;
    for (int n = 1 + below(14); n > 0; n--) {
        struct item *item = arena_push(a, t->items, t->item_count, t->item_capacity);
        int person = below(6);
        item->kind = kinds[below(sizeof kinds / sizeof *kinds)];
        if (item->kind == ITEM_TURN) {
            item->speaker = people[person];
            item->label = below(3) ? people[person] : S("");
            item->anonymous = person == 3;
        } else {
            item->text = text_added(a, hostile(a, below(6) ? 12 : 200));
        }
        item->level = 1 + below(6);
        item->reason = (enum reason)(1 + below(REASON_COUNT - 1));
    }
}

static void add_tags(struct script *s, struct arena *a)
{
    for (ptrdiff_t i = 0; i < s->paragraph_count; i++) {
        struct paragraph *p = &s->paragraphs[i];
        struct tag *tags = arena_array(a, struct tag, 8);
        struct str text = p->text.str;
        for (ptrdiff_t at = 0; at <= text.len && p->tag_count < 7; at += 1 + below(20)) {
            while (at < text.len && ((unsigned char)text.ptr[at] & 0xC0) == 0x80)
                at++;
            bool blank_before = at > 0 && text.ptr[at - 1] == ' ';
            bool blank_here = at < text.len && text.ptr[at] == ' ';
            ptrdiff_t end = at + 1 + below(9);
            while (end < text.len && ((unsigned char)text.ptr[end] & 0xC0) == 0x80)
                end++;
            if (below(2) && !blank_before) { /* breaks stand before blanks */
                tags[p->tag_count++] =
                    (struct tag){.begin = at, .end = at, .pause_ms = below(3000)};
            } else if (!blank_here && end <= text.len && text.ptr[end - 1] != ' ') {
                struct str alias = fold(a, hostile(a, 4));
                tags[p->tag_count++] =
                    (struct tag){.kind = TAG_SUB,
                                 .element = SSML_SUB,
                                 .begin = at,
                                 .end = end,
                                 .alias = alias.len < 200 ? alias : S("")};
                if (alias.len < 1 || alias.len >= 200)
                    tags[p->tag_count - 1].alias = S("a word");
                at = end;
            }
        }
        for (ptrdiff_t k = 0; k < p->tag_count; k++)
            if (tags[k].kind == TAG_SUB && !str_trim(tags[k].alias).len)
                tags[k].alias = S("said");
        p->tags = tags;
    }
}

static bool has_letter(struct str s)
{
    for (ptrdiff_t i = 0; i < s.len; i++)
        if ((s.ptr[i] >= 'a' && s.ptr[i] <= 'z') || (s.ptr[i] >= 'A' && s.ptr[i] <= 'Z'))
            return true;
    return false;
}

static void add_cast(struct script *s, struct arena *a)
{
    for (ptrdiff_t i = 0; i < s->cast_count; i++) {
        struct cast_entry *e = &s->cast[i];
        struct str *voices = arena_array(a, struct str, 3);
        e->voice_count = e->anonymous ? below(4) : below(2);
        for (ptrdiff_t v = 0; v < e->voice_count; v++)
            voices[v] = below(3) ? S("anchor") : hostile(a, 4);
        for (ptrdiff_t v = 0; v < e->voice_count; v++)
            voices[v] = voices[v].len ? voices[v] : S("press-1");
        e->voices = voices;
        e->say = below(3) ? S("") : fold(a, hostile(a, 5));
        e->why = below(2) ? S("") : hostile(a, 5);
    }
}

static struct script *random_script(struct arena *a, struct diag *d,
                                    enum bc_status *status)
{
    struct turns *t = arena_new(a, struct turns);
    struct script *s;
    *t = (struct turns){.source = source_make(a, S("talk.txt"), S("")),
                        .title = hostile(a, 6),
                        .date = hostile(a, 2),
                        .language = below(2) ? S("en") : S("")};
    add_items(t, a);
    *status = make_script(&s, a, t, d);
    add_tags(s, a);
    for (ptrdiff_t i = 0; i < s->paragraph_count;
         i++) { /* aliases need something to say */
        struct tag *tags = (struct tag *)s->paragraphs[i].tags;
        for (ptrdiff_t k = 0; k < s->paragraphs[i].tag_count; k++)
            if (tags[k].kind == TAG_SUB && !has_letter(tags[k].alias))
                tags[k].alias = S("a word");
    }
    add_cast(s, a);
    s->description = hostile(a, 6);
    s->origin = hostile(a, 3);
    if (*status == BC_OK)
        *status = script_finish(s, a, d);
    if (*status == BC_OK)
        *status = script_speak(s, a, NULL, d);
    return s;
}

static void round_trips(struct arena *a, int *heard)
{
    struct diag d = {.arena = a};
    enum bc_status status;
    struct script *s = random_script(a, &d, &status), *again;
    if (status != BC_OK)
        return; /* nothing to say in it */
    ++*heard;
    struct strbuf first = {.arena = a}, second = {.arena = a}, messages = {.arena = a};
    script_print(&first, s);
    const struct source *source = source_make(a, S("talk.md"), strbuf_str(&first));
    assert_true(script_is_script(source));
    d = (struct diag){.arena = a};
    status = read_script(&again, a, source, &d);
    for (ptrdiff_t i = 0; i < d.count; i++)
        diag_format_text(&messages, &d.entries[i]);
    if (status != BC_OK)
        print_error("%.*s\n%.*s\n", STR_ARGS(strbuf_str(&messages)),
                    STR_ARGS(strbuf_str(&first)));
    assert_int_equal(status, BC_OK);
    script_print(&second, again);
    assert_str_equal(strbuf_str(&first), strbuf_str(&second));
    assert_same_script(s, again);
}

static void reads_back_what_it_printed(void **state)
{
    (void)state;
    int heard = 0;
    for (int round = 0; round < 3000; round++) {
        struct arena a = {0};
        round_trips(&a, &heard);
        arena_clear(&a);
    }
    assert_true(heard > 1500);
}

/* ---- files made of anything ---- */

static struct str hostile_file(struct arena *a)
{
    static const char *const blocks[] = {
        "# ",
        "## One\n",
        "\n\n",
        "\n",
        "**Mara:** ",
        "**Question:**",
        "**A*b\\*:** ",
        "---\n",
        "<!-- not spoken (page furniture): ",
        " -->",
        "<!-- x\n\ny -->",
        "<break time=\"250ms\"/>",
        "<sub alias=\"said\">RPB</sub>",
        "<sub alias='a&amp;b'>  *x* \n </sub>",
        "Said. ",
        "More?\n",
        "*em*",
        "__st__",
        "***\n",
        "&nbsp;",
        " ",
        "&#10;",
        "\\",
        "*",
    };
    struct strbuf b = {.arena = a};
    strbuf_add(&b, S("---\nbriefcast: 1\ncast: {Mara: alto, Question: [x, y]}\n---\n"));
    for (int n = 1 + below(40); n > 0; n--)
        strbuf_add(&b, below(7) ? str_from(blocks[below(sizeof blocks / sizeof *blocks)])
                                : str_from(parts[below(sizeof parts / sizeof *parts)]));
    return strbuf_str(&b);
}

/* Entries follow one another without gaps from the first byte to the last. */
static void assert_partition(const struct ledger *l, ptrdiff_t length)
{
    ptrdiff_t at = 0;
    for (ptrdiff_t i = 0; i < l->count; i++) {
        assert_true(l->entries[i].begin == at && l->entries[i].end > at);
        at = l->entries[i].end;
    }
    assert_int_equal(at, length);
}

static bool survives(struct arena *a)
{
    struct diag d = {.arena = a};
    struct script *s, *again;
    struct ledger *l;
    struct strbuf first = {.arena = a}, second = {.arena = a}, messages = {.arena = a};
    struct str file = hostile_file(a);
    if (read_script(&s, a, source_make(a, S("talk.md"), file), &d) != BC_OK) {
        assert_true(d.errors > 0);
        return false;
    }
    assert_int_equal(d.errors, 0);
    enum bc_status status = ledger_settle(&l, a, s, &d);
    for (ptrdiff_t i = 0; i < d.count && status; i++)
        diag_format_text(&messages, &d.entries[i]);
    if (status)
        print_error("%.*s\n%.*s\n", STR_ARGS(strbuf_str(&messages)), STR_ARGS(file));
    assert_int_equal(status, BC_OK);
    assert_partition(l, file.len);
    script_print(&first, s);
    status =
        read_script(&again, a, source_make(a, S("again.md"), strbuf_str(&first)), &d);
    if (status)
        print_error("%.*s\n%.*s\n", STR_ARGS(strbuf_str(&first)), STR_ARGS(file));
    assert_int_equal(status, BC_OK);
    script_print(&second, again);
    assert_str_equal(strbuf_str(&first), strbuf_str(&second));
    assert_same_script(s, again);
    return true;
}

static void reads_any_file(void **state)
{
    (void)state;
    int accepted = 0;
    for (int round = 0; round < 6000; round++) {
        struct arena a = {0};
        accepted += survives(&a);
        arena_clear(&a);
    }
    assert_true(accepted > 1000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_any_file),
        cmocka_unit_test(reads_back_what_it_printed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
