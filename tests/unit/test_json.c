/* json: order kept, numbers exact, any string printable. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/json.h"

#define assert_str(s, literal) assert_string_equal(str_z(&a, (s)), (literal))

static void numbers_are_exact(void **state)
{
    (void)state;
    struct arena a = {0};
    struct json *o = json_object();
    json_set_fixed(o, "a", 12345, 3);
    json_set_fixed(o, "b", -5, 3);
    json_set_fixed(o, "c", 12000, 3);
    json_set_fixed(o, "d", 0, 2);
    json_set_fixed(o, "e", 9007199254740993, 1);
    json_set_fixed(o, "f", INT64_MIN, 0);
    json_set_int(o, "g", INT64_MAX);
    json_set_fixed(o, "h", 1000, 3);
    assert_str(json_print(&a, o, true),
               "{\"a\": 12.345, \"b\": -0.005, \"c\": 12.000, \"d\": 0.00, "
               "\"e\": 900719925474099.3, \"f\": -9223372036854775808, "
               "\"g\": 9223372036854775807, \"h\": 1.000}\n");
    arena_clear(&a);
}

static void strings_are_escaped(void **state)
{
    (void)state;
    struct arena a = {0};
    struct json *o = json_array();
    json_append_str(o, S("\"\\\n\t\x01\x7f/\u00e9\U0001F600"));
    json_append_str(o, S("bad \xff name"));
    json_append_str(o, S("nul\0inside"));
    assert_str(json_print(&a, o, true),
               "[\"\\\"\\\\\\n\\t\\u0001\\u007f/\u00e9\U0001F600\", \"bad \uFFFD name\", "
               "\"nul\\u0000inside\"]\n");
    arena_clear(&a);
}

static void nests_and_indents(void **state)
{
    (void)state;
    struct arena a = {0};
    struct json *o = json_object(), *list = json_array();
    json_set_str(o, "z", S("first"));
    json_set_bool(o, "a", true);
    json_set(o, "list", list);
    json_append_str(list, S("1"));
    json_append(list, json_object());
    json_set_key(o, S("a \"b\""), json_array());
    assert_str(json_print(&a, o, false), "{\n  \"z\": \"first\",\n  \"a\": true,\n  "
                                         "\"list\": [\n    \"1\",\n    {}\n  ],\n"
                                         "  \"a \\\"b\\\"\": []\n}\n");
    arena_clear(&a);
}

/* What is written as it comes is what is built and printed, byte for byte. */
static void writes_what_it_prints(void **state)
{
    (void)state;
    static const char *const strings[] = {"",
                                          "plain",
                                          "\"quoted\\\"",
                                          "\n\t\x01\x7f",
                                          "\xC3\xA4 \xE2\x80\x94 z",
                                          "cut \xE2\x80"};
    struct arena a = {0};
    struct strbuf out = {.arena = &a};
    struct json_writer w = {.out = &out};
    struct json *built = json_object(), *list = json_array();
    json_write_open(&w, JSON_NO_KEY, '{');
    json_write_open(&w, S("none"), '{');
    json_write_close(&w, '}');
    json_set(built, "none", json_object());
    json_write_open(&w, S("list"), '[');
    for (size_t i = 0; i < sizeof strings / sizeof *strings; i++) {
        json_write_str(&w, JSON_NO_KEY, str_from(strings[i]));
        json_append_str(list, str_from(strings[i]));
    }
    json_write_open(&w, JSON_NO_KEY, '[');
    json_write_close(&w, ']');
    json_append(list, json_array());
    json_write_close(&w, ']');
    json_set(built, "list", list);
    json_write_str(&w, S(""), S("an empty key"));
    json_set_str(built, "", S("an empty key"));
    json_write_int(&w, S("least"), INT64_MIN);
    json_set_int(built, "least", INT64_MIN);
    json_write_close(&w, '}');
    assert_str(strbuf_str(&out), str_z(&a, json_print(&a, built, false)));
    arena_clear(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_exact),
        cmocka_unit_test(strings_are_escaped),
        cmocka_unit_test(nests_and_indents),
        cmocka_unit_test(writes_what_it_prints),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
