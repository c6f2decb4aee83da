/* json: the object that `briefcast script --format=json` promises, to the letter. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "script/json.h"

#include "script_equal.h"
#include "script_items.h"
#include "script_make.h"

static const char sample[] = "title: Häfen & \"Brücken\"\n"
                             "note rubric: Visits\n"
                             "turn?: Question: Why? {(Laughs.)}\n"
                             "para: Älter. Über.\n"
                             "turn: Mara:\n";

static const char expected[] = "{\n"
                               "  \"title\": \"Häfen & \\\"Brücken\\\"\",\n"
                               "  \"date\": \"\",\n"
                               "  \"language\": \"\",\n"
                               "  \"cast\": {\n"
                               "    \"Narrator\": [],\n"
                               "    \"Question\": [\n"
                               "      \"press-1\",\n"
                               "      \"press-2\"\n"
                               "    ],\n"
                               "    \"Mara\": []\n"
                               "  },\n"
                               "  \"chapters\": [\n"
                               "    {\n"
                               "      \"title\": \"Opening\",\n"
                               "      \"line\": 1\n"
                               "    },\n"
                               "    {\n"
                               "      \"title\": \"Why?\",\n"
                               "      \"line\": 3\n"
                               "    }\n"
                               "  ],\n"
                               "  \"turns\": [\n"
                               "    {\n"
                               "      \"speaker\": \"Narrator\",\n"
                               "      \"label\": \"\",\n"
                               "      \"line\": 1,\n"
                               "      \"chapter\": 0,\n"
                               "      \"voice\": \"\",\n"
                               "      \"text\": \"Häfen & \\\"Brücken\\\"\",\n"
                               "      \"segments\": [\n"
                               "        {\n"
                               "          \"text\": \"Häfen & \\\"Brücken\\\"\",\n"
                               "          \"spoken\": \"Häfen and \\\"Brücken\\\"\",\n"
                               "          \"line\": 1,\n"
                               "          \"column\": 8,\n"
                               "          \"pause_after_ms\": 1200\n"
                               "        }\n"
                               "      ]\n"
                               "    },\n"
                               "    {\n"
                               "      \"speaker\": \"Question\",\n"
                               "      \"label\": \"Question\",\n"
                               "      \"line\": 3,\n"
                               "      \"chapter\": 1,\n"
                               "      \"voice\": \"press-1\",\n"
                               "      \"text\": \"Why?\\n\\nÄlter. Über.\",\n"
                               "      \"segments\": [\n"
                               "        {\n"
                               "          \"text\": \"Why?\",\n"
                               "          \"spoken\": \"Why?\",\n"
                               "          \"line\": 3,\n"
                               "          \"column\": 18,\n"
                               "          \"pause_after_ms\": 600\n"
                               "        },\n"
                               "        {\n"
                               "          \"text\": \"Älter.\",\n"
                               "          \"spoken\": \"Älter.\",\n"
                               "          \"line\": 4,\n"
                               "          \"column\": 7,\n"
                               "          \"pause_after_ms\": 300\n"
                               "        },\n"
                               "        {\n"
                               "          \"text\": \"Über.\",\n"
                               "          \"spoken\": \"Über.\",\n"
                               "          \"line\": 4,\n"
                               "          \"column\": 14,\n"
                               "          \"pause_after_ms\": 500\n"
                               "        }\n"
                               "      ]\n"
                               "    },\n"
                               "    {\n"
                               "      \"speaker\": \"Mara\",\n"
                               "      \"label\": \"Mara\",\n"
                               "      \"line\": 5,\n"
                               "      \"chapter\": 1,\n"
                               "      \"voice\": \"\",\n"
                               "      \"text\": \"\",\n"
                               "      \"segments\": []\n"
                               "    }\n"
                               "  ],\n"
                               "  \"not_spoken\": [\n"
                               "    {\n"
                               "      \"line\": 2,\n"
                               "      \"text\": \"Visits\",\n"
                               "      \"reason\": \"rubric\"\n"
                               "    },\n"
                               "    {\n"
                               "      \"line\": 3,\n"
                               "      \"text\": \"{(Laughs.)}\",\n"
                               "      \"reason\": \"stage direction\"\n"
                               "    }\n"
                               "  ]\n"
                               "}\n";

static void prints_what_is_promised(void **state)
{
    (void)state;
    struct arena a = {0};
    struct diag d = {.arena = &a};
    struct strbuf out = {.arena = &a};
    struct script *s;
    struct str voices[] = {S("press-1"), S("press-2")};
    struct items *m = items_make(&a, str_from(sample));
    assert_int_equal(make_script(&s, &a, &m->turns, &d), BC_OK);
    s->cast[1].voices = voices;
    s->cast[1].voice_count = 2;
    script_assign_voices(s);
    script_print_json(&out, &a, s);
    assert_str_equal(strbuf_str(&out), str_from(expected));
    arena_clear(&a);
}

/* Lines and columns of a long line are found without walking along it each time. */
static void is_linear_in_one_line(void **state)
{
    (void)state;
    struct arena a = {0};
    struct diag d = {.arena = &a};
    struct strbuf line = {.arena = &a}, out = {.arena = &a};
    struct script *s;
    strbuf_add(&line, S("para: "));
    for (int i = 0; i < 100000; i++)
        strbuf_add(&line, S("Ä b. "));
    struct items *m = items_make(&a, strbuf_str(&line));
    assert_int_equal(make_script(&s, &a, &m->turns, &d), BC_OK);
    script_print_json(&out, &a, s);
    assert_true(s->segment_count > 90000);
    assert_true(str_find(strbuf_str(&out), S("\"column\": 400002,")) > 0);
    arena_clear(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(prints_what_is_promised),
        cmocka_unit_test(is_linear_in_one_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
