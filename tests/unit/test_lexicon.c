/* lexicon: what is found in which spelling, what is said, and what is wrong with a file. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "linear.h"
#include "speak/speak.h"

#define HEAD                                                                             \
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"                                       \
    "<lexicon version=\"1.0\" xmlns=\"http://www.w3.org/2005/01/pronunciation-lexicon\"" \
    " alphabet=\"ipa\" xml:lang=\"en-GB\">\n"

static const char *const harbour = HEAD
    "<meta name=\"a\" content=\"b\"/><metadata><x><y>z</y></x></metadata>\n"
    "<lexeme><grapheme>Belvek</grapheme><phoneme>bɛlˈvɛk</phoneme></lexeme>\n"
    "<lexeme><grapheme>Port Belvek</grapheme><grapheme>St. Belvek</grapheme>"
    "<phoneme>ˈpɔːrt bɛlˈvɛk</phoneme></lexeme>\n"
    "<lexeme><grapheme>quay</grapheme><phoneme>kiː</phoneme><example>a <b/></example>"
    "</lexeme>\n"
    "<lexeme><grapheme>Orsz</grapheme><phoneme>ɔːrʃ</phoneme></lexeme>\n"
    "<lexeme><grapheme>RPB</grapheme><alias>Regional Pilotage Board</alias></lexeme>\n"
    "<lexeme><grapheme>Nima</grapheme><phoneme>ˈnaɪmə</phoneme>"
    "<phoneme prefer=\"true\">ˈniːmə</phoneme></lexeme>\n"
    "<lexeme role=\"x:noun\"><grapheme>Nima</grapheme><alias>no</alias></lexeme>\n"
    "<lexeme><grapheme>Dolas</grapheme><phoneme>ˈdɒlæs</phoneme></lexeme>\n"
    "<lexeme><grapheme>Dvora’s</grapheme><phoneme>dvɔːrəz</phoneme></lexeme>\n"
    "</lexicon>\n";

static void read(struct lexicon *x, const char *text, struct diag *d,
                 enum bc_status status)
{
    const struct source *s = source_make(x->arena, S("a.pls"), str_from(text));
    enum bc_status got = lexicon_read(x, s, d);
    for (ptrdiff_t i = 0; i < d->count && got != status; i++) {
        struct strbuf out = {.arena = x->arena};
        diag_format_text(&out, &d->entries[i]);
        print_message("%.*s", STR_ARGS(strbuf_str(&out)));
    }
    assert_int_equal(got, status);
}

static void words_are_found_and_said(void **state)
{
    static const struct {
        const char *text, *spoken;
    } cases[] = {
        {"In Belvek, today.", "In [[b|Elv'Ek]], today."},
        {"BELVEK and belvek", "[[b|Elv'Ek]] and belvek"},
        {"The port is Port Belvek.", "The port is [[p'O@t]] [[b|Elv'Ek]]."},
        {"St. Belvek's pier", "[[p'O@t]] [[b|Elv'Ek|s]] pier"},
        {"Belvek's and Belvek’s", "[[b|Elv'Ek|s]] and [[b|Elv'Ek|s]]"},
        {"Quay, quays, QUAY", "[[ki:]], [[ki:|z]], [[ki:]]"},
        {"Dolas and Dolass", "[[d'0las]] and Dolass"}, /* no plural of it */
        {"Orsz's, Orszs", "[[O@|S|I2z]], [[O@|S|I2z]]"},
        {"The RPB's 3 rooms; rpb", "The Regional Pilotage Board's three rooms; rpb"},
        {"(Belvek) “Belvek” a—Belvek", "( [[b|Elv'Ek]]) “ [[b|Elv'Ek]]” a— [[b|Elv'Ek]]"},
        {"Belvek-based", "[[b|Elv'Ek]]-based"},
        {"Belvekian Nima", "Belvekian [[n'i:m|@]]"},
        {"Dvora's Dvora’s", "[[dv|O:r|@z]] [[dv|O:r|@z]]"},
        {"what is [[bElv'Ek]] here", "what is bElv'Ek here"},
        {"[[Belvek]]", "[[b|Elv'Ek]]"},
        {"\xf3\xb0\x80\x80 Belvek", "[[b|Elv'Ek]]"},
    };
    struct arena a = {0};
    struct diag d = {.arena = &a};
    struct lexicon x = {.arena = &a};
    int wrong = 0;
    (void)state;
    read(&x, harbour, &d, BC_OK);
    assert_int_equal(d.errors + d.warnings, 0);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct spoken s =
            speak_text(&a, str_from(cases[i].text), NULL, 0, S("en-US"), &x);
        bool same = str_eq(s.str, str_from(cases[i].spoken));
        if (!same)
            print_error("%s\n  got %.*s\n", cases[i].text, STR_ARGS(s.str));
        wrong += !same;
        assert_true(spoken_has_phonemes(s.str) ==
                    (strstr(cases[i].spoken, "[[") != NULL));
    }
    assert_int_equal(wrong, 0);
    /* Another language has other words. */
    struct spoken s = speak_text(&a, S("Belvek"), NULL, 0, S("de"), &x);
    assert_true(str_eq(s.str, S("Belvek")));
    arena_clear(&a);
}

static void the_later_lexicon_wins(void **state)
{
    struct arena a = {0};
    struct diag d = {.arena = &a};
    struct lexicon x = {.arena = &a};
    (void)state;
    read(&x, harbour, &d, BC_OK);
    read(&x, "# names\n\nBelvek = bell veck\n Nima=Neema \nNima = twice\n", &d, BC_OK);
    assert_int_equal(d.warnings, 1);
    struct spoken s =
        speak_text(&a, S("Belvek's Nima, Port Belvek"), NULL, 0, S("en"), &x);
    assert_true(str_eq(s.str, S("bell veck's Neema, [[p'O@t]] [[b|Elv'Ek]]")));
    arena_clear(&a);
}

static void words_keep_their_place(void **state)
{
    struct arena a = {0};
    struct diag d = {.arena = &a};
    struct lexicon x = {.arena = &a};
    (void)state;
    read(&x, harbour, &d, BC_OK);
    struct spoken s = speak_text(&a, S("He saw (Belvek) twice."), NULL, 0, S("en"), &x);
    ptrdiff_t at = str_find(s.str, S("[[")), twice = str_find(s.str, S("twice"));
    struct origin o = trace_origin(s.trace, at, at + 4);
    assert_int_equal(o.begin, 8);
    assert_int_equal(o.end, 14);
    o = trace_origin(s.trace, twice, twice + 5);
    assert_int_equal(o.begin, 16);
    assert_int_equal(o.end, 21);
    arena_clear(&a);
}

/* Each lexeme that is wrong is told of, behind another too. */
static void every_fault_is_told(void **state)
{
    struct arena a = {0};
    struct diag d = {.arena = &a};
    struct lexicon x = {.arena = &a};
    (void)state;
    read(&x,
         HEAD "<lexeme><grapheme>a</grapheme><phoneme>bɛQt</phoneme></lexeme>"
              "<lexeme><grapheme>b</grapheme></lexeme>"
              "<lexeme><phoneme>a</phoneme></lexeme></lexicon>",
         &d, BC_ECONFIG);
    assert_int_equal(d.errors, 3);
    arena_clear(&a);
}

static void faults_are_told_with_their_place(void **state)
{
    static const struct {
        const char *text, *code;
        ptrdiff_t line, column;
    } cases[] = {
        {HEAD "<lexeme><grapheme>a</grapheme><phoneme>bɛQt</phoneme></lexeme></lexicon>",
         "lexicon-phoneme", 3, 42},
        {HEAD "<lexeme><grapheme>a</grapheme><phoneme>ta ˈt</phoneme></lexeme></lexicon>",
         "lexicon-phoneme", 3, 43},
        {HEAD "<lexeme><grapheme>a</grapheme></lexeme></lexicon>", "lexicon-lexeme", 3,
         31},
        {HEAD "<lexeme><phoneme>a</phoneme></lexeme></lexicon>", "lexicon-lexeme", 3, 29},
        {HEAD "<lexeme><grapheme>--</grapheme><alias>a</alias></lexeme></lexicon>",
         "lexicon-word", 3, 19},
        {HEAD "<lexeme><grapheme>a</grapheme><alias> ; </alias></lexeme></lexicon>",
         "lexicon-alias", 3, 39},
        {HEAD "<entry/></lexicon>", "lexicon-element", 3, 1},
        {HEAD "<lexeme><word>a</word></lexeme></lexicon>", "lexicon-element", 3, 9},
        {HEAD "<lexeme><grapheme>a b c d e f g h i</grapheme><alias>a</alias></lexeme>"
              "</lexicon>",
         "lexicon-word", 3, 19},
        {HEAD "<lexeme><grapheme>a</grapheme><phoneme alphabet=\"x-sampa\">a</phoneme>"
              "</lexeme></lexicon>",
         "lexicon-alphabet", 3, 59},
        {"<lexikon/>", "lexicon-root", 1, 1},
        {"<lexicon version=\"2.0\" xml:lang=\"en\"/>", "lexicon-version", 1, 1},
        {"<lexicon version=\"1.0\"/>", "lexicon-language", 1, 1},
        {"<lexicon version=\"1.0\" alphabet=\"ipa\" xml:lang=\"kk\"><lexeme><grapheme>a"
         "</grapheme><phoneme>a</phoneme></lexeme></lexicon>",
         "lexicon-phoneme", 1, 92},
        {"a = b\nBelvek\n", "lexicon-line", 2, 1},
        {"a = b\n = c\n", "lexicon-line", 2, 1},
        {"a = b\nc = \n", "lexicon-line", 2, 1},
        {"a = b\nc = ?!\n", "lexicon-alias", 2, 5},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena a = {0};
        struct diag d = {.arena = &a};
        struct lexicon x = {.arena = &a};
        read(&x, cases[i].text, &d, BC_ECONFIG);
        assert_true(d.errors > 0);
        assert_string_equal(str_z(&a, d.entries[0].code), cases[i].code);
        assert_true(d.entries[0].hint.len > 0);
        struct position p =
            source_position(d.entries[0].place.source, d.entries[0].place.begin);
        if (p.line != cases[i].line || p.column != cases[i].column)
            print_error("%s: %td:%td\n", cases[i].text, p.line, p.column);
        assert_int_equal(p.line, cases[i].line);
        assert_int_equal(p.column, cases[i].column);
        arena_clear(&a);
    }
}

/* `size` spellings of one word, and a text of that word. */
static void read_alike(void *user, int size)
{
    struct arena a = {0};
    struct diag d = {.arena = &a};
    struct lexicon x = {.arena = &a};
    struct strbuf lines = {.arena = &a}, text = {.arena = &a};
    (void)user;
    for (int i = 0; i < size; i++) {
        for (int bit = 0; bit < 16; bit++)
            strbuf_add_byte(&lines, (char)((i >> bit & 1 ? 'a' : 'A') + bit));
        strbuf_add(&lines, S(" = x\n"));
        if (i % 32 == 0)
            strbuf_add(&text, S("abcdefghijklmnop "));
    }
    read(&x, str_z(&a, strbuf_str(&lines)), &d, BC_ECONFIG);
    assert_true(x.count <= LEXICON_ALIKE_MOST);
    struct spoken s = speak_text(&a, strbuf_str(&text), NULL, 0, S("en"), &x);
    assert_true(s.str.len > 0);
    arena_clear(&a);
}

static void hostile_lexicons_cost_little(void **state)
{
    (void)state;
    assert_linear(read_alike, NULL, 1 << 13);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_found_and_said),
        cmocka_unit_test(the_later_lexicon_wins),
        cmocka_unit_test(words_keep_their_place),
        cmocka_unit_test(faults_are_told_with_their_place),
        cmocka_unit_test(every_fault_is_told),
        cmocka_unit_test(hostile_lexicons_cost_little),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
