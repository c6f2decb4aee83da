/* coverage: the ranges, one behind another, are the file. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/hash.h"
#include "episode.h"
#include "publish/coverage.h"

static struct episode e;

static const char text[] =
    "Mara: Good morning.\n\n[Applause]\nWe met twice \u2014 so \"there\".\r\n";

static struct ledger make_ledger(void)
{
    static struct ledger_entry entries[] = {
        {0, 6, LEDGER_NOT_SPOKEN, REASON_LABEL, -1},
        {6, 19, LEDGER_SPOKEN, REASON_NONE, 0},
        {19, 21, LEDGER_BLANK, REASON_NONE, -1},
        {21, 31, LEDGER_NOT_SPOKEN, REASON_STAGE_DIRECTION, -1},
        {31, 32, LEDGER_BLANK, REASON_NONE, -1},
        {32, 60, LEDGER_SPOKEN, REASON_NONE, 1},
        {60, (ptrdiff_t)sizeof text - 1, LEDGER_BLANK, REASON_NONE, -1},
    };
    arena_clear(&e.a);
    episode_begin(&e);
    e.script.source = source_make(&e.a, S("some/folder/talk.md"), str_from(text));
    episode_chapter(&e, S("One"));
    episode_say(&e, S("Mara"), S("Good morning."), S("Good morning."));
    episode_say(&e, S("Mara"), S("We met"), S("We met"));
    episode_end(&e);
    return (struct ledger){.source = e.script.source,
                           .entries = entries,
                           .count = sizeof entries / sizeof *entries};
}

/* The number behind the next `"key": ` at or behind *at. */
static int64_t next_number(struct str json, const char *key, ptrdiff_t *at)
{
    struct str label = str_format(&e.a, "\"%s\": ", key);
    ptrdiff_t found = str_find(str_slice(json, *at, json.len), label);
    assert_true(found >= 0);
    *at += found + label.len;
    ptrdiff_t end = *at;
    while (json.ptr[end] >= '0' && json.ptr[end] <= '9')
        end++;
    int64_t value;
    assert_true(str_to_int(str_slice(json, *at, end), &value));
    return value;
}

static void ranges_are_the_file(void **state)
{
    (void)state;
    struct ledger l = make_ledger();
    struct str json = coverage_json(&e.a, e.timeline, &l);
    struct strbuf joined = {.arena = &e.a};
    ptrdiff_t at = str_find(json, S("\"ranges\""));
    for (ptrdiff_t i = 0; i < l.count; i++) {
        int64_t begin = next_number(json, "begin", &at),
                end = next_number(json, "end", &at);
        assert_int_equal(begin, joined.len);
        strbuf_add(&joined, str_slice(l.source->bytes, begin, end));
    }
    assert_true(str_eq(strbuf_str(&joined), l.source->bytes));
    assert_int_equal(str_find(str_slice(json, at, json.len), S("\"begin\"")), -1);
    at = 0;
    assert_int_equal(next_number(json, "bytes", &at), sizeof text - 1);
    assert_int_equal(next_number(json, "spoken_bytes", &at), 13 + 28);
    assert_true(str_find(json, hash_hex(&e.a, hash_sha256(l.source->bytes))) > 0);
}

static void ranges_say_who_when_and_why(void **state)
{
    (void)state;
    struct ledger l = make_ledger();
    struct str json = coverage_json(&e.a, e.timeline, &l);
    assert_true(str_find(json, S("\"source\": \"talk.md\"")) > 0);
    assert_true(str_find(json, S("    {\n"
                                 "      \"begin\": 6,\n"
                                 "      \"end\": 19,\n"
                                 "      \"line\": 1,\n"
                                 "      \"kind\": \"spoken\",\n"
                                 "      \"speaker\": \"Mara\",\n"
                                 "      \"start\": 1.020,\n"
                                 "      \"stop\": 1.280,\n"
                                 "      \"segment\": 0\n"
                                 "    },\n"
                                 "    {\n"
                                 "      \"begin\": 19,\n"
                                 "      \"end\": 21,\n"
                                 "      \"line\": 1,\n"
                                 "      \"kind\": \"blank\"\n"
                                 "    },\n"
                                 "    {\n"
                                 "      \"begin\": 21,\n"
                                 "      \"end\": 31,\n"
                                 "      \"line\": 3,\n"
                                 "      \"kind\": \"not-spoken\",\n"
                                 "      \"reason\": \"stage direction\"\n"
                                 "    },\n")) > 0);
}

static int finish(void **state)
{
    (void)state;
    arena_clear(&e.a);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ranges_are_the_file),
        cmocka_unit_test(ranges_say_who_when_and_why),
    };
    return cmocka_run_group_tests(tests, NULL, finish);
}
