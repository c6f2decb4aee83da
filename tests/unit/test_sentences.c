/* sentences: the cases of tests/cases/sentences, and what hostile text must not break. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/unicode.h"
#include "readings/grammar.h"
#include "readings/language.h"
#include "speak/limits.h"
#include "speak/sentences.h"

static struct str read_case_file(struct arena *a, const char *path)
{
    FILE *f = fopen(path, "rb");
    assert_non_null(f);
    struct strbuf b = {.arena = a};
    char block[4096];
    size_t n;
    while ((n = fread(block, 1, sizeof block, f)) > 0)
        strbuf_add(&b, (struct str){block, (ptrdiff_t)n});
    fclose(f);
    return strbuf_str(&b);
}

/* "One. | Two." without its bars. */
static struct str without_bars(struct arena *a, struct str line)
{
    struct strbuf b = {.arena = a};
    for (ptrdiff_t i = 0; i < line.len; i++)
        if (line.ptr[i] == '|')
            i++;
        else
            strbuf_add_byte(&b, line.ptr[i]);
    return strbuf_str(&b);
}

/* The sentences of `text` with " | " between them, or " " as the text has it. */
static struct str with_bars(struct arena *a, struct str text, struct str language)
{
    struct sentence *s;
    ptrdiff_t count = sentences_split(&s, a, text, language);
    struct strbuf b = {.arena = a};
    for (ptrdiff_t i = 0, at = 0; i < count; at = s[i++].end) {
        strbuf_add(&b, str_slice(text, at, s[i].begin));
        strbuf_add(&b, i ? S("| ") : S(""));
        strbuf_add(&b, str_slice(text, s[i].begin, s[i].end));
    }
    return strbuf_str(&b);
}

static void check_language(const char *language, int least)
{
    struct arena a = {0};
    char path[64];
    snprintf(path, sizeof path, "tests/cases/sentences/%s.txt", language);
    struct str rest = read_case_file(&a, path), line;
    int wrong = 0, cases = 0;
    while (rest.len) {
        str_cut(rest, '\n', &line, &rest);
        if (!line.len || line.ptr[0] == '#')
            continue;
        cases++;
        struct str got = with_bars(&a, without_bars(&a, line), str_from(language));
        if (str_eq(got, line))
            continue;
        wrong++;
        print_error("%s\n  want %.*s\n   got %.*s\n", path, STR_ARGS(line),
                    STR_ARGS(got));
    }
    assert_int_equal(wrong, 0);
    assert_true(cases >= least);
    arena_clear(&a);
}

static void splits_english(void **state)
{
    (void)state;
    check_language("en", 265);
}
static void splits_german(void **state)
{
    (void)state;
    check_language("de", 65);
}
static void splits_french(void **state)
{
    (void)state;
    check_language("fr", 55);
}
static void splits_spanish(void **state)
{
    (void)state;
    check_language("es", 55);
}
static void splits_russian(void **state)
{
    (void)state;
    check_language("ru", 65);
}

/* Ascending, inside the text, gaps of blanks only, nothing but the only one without speech, and
 * none beyond the limits. */
static void assert_sound(struct str text, const struct sentence *s, ptrdiff_t count)
{
    ptrdiff_t at = 0;
    for (ptrdiff_t i = 0; i < count; i++) {
        assert_true(s[i].begin >= at && s[i].end > s[i].begin && s[i].end <= text.len);
        assert_int_equal(str_trim(str_slice(text, at, s[i].begin)).len, 0);
        struct str piece = str_slice(text, s[i].begin, s[i].end);
        assert_true(str_trim(piece).len == piece.len);
        assert_true(count == 1 || speech_at(piece) >= 0);
        at = s[i].end;
    }
    assert_int_equal(str_trim(str_slice(text, at, text.len)).len, 0);
}

static uint64_t seed = 88172645463325252u;
static int below(int n)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (int)(seed % (unsigned)n);
}

static void survives_hostile_text(void **state)
{
    (void)state;
    static const char *const parts[] = {
        ".",      ". ",   "... ",        "\u2026",       "? ",
        "! ",     "Mr. ", "U.S. ",       "No. ",         "5",
        "a",      "B. ",  "\u0416. ",    "\"",           "\u201d ",
        "(",      ") ",   " ",           "\u4e2d\u3002", "\u0301",
        "\u200b", ",",    "; ",          "\n",           "\x01",
        "word ",  "The ", "\U0001F600 ", "1. ",          "\u00a0",
        "\u2028", "- ",   "\ufffd",
    };
    for (int round = 0; round < 4000; round++) {
        struct arena a = {0};
        struct strbuf b = {.arena = &a};
        for (int n = below(round % 50 ? 30 : 2000); n >= 0; n--)
            strbuf_add(&b, str_from(parts[below(sizeof parts / sizeof *parts)]));
        struct sentence *s;
        ptrdiff_t count =
            sentences_split(&s, &a, strbuf_str(&b), round % 2 ? S("en") : S("de"));
        assert_sound(strbuf_str(&b), s, count);
        arena_clear(&a);
    }
}

static void splits_all_as_one_by_one(void **state)
{
    (void)state;
    struct arena a = {0};
    struct str paragraphs[] = {S("One. Two."), S(""), S("Mr. Three"), S("..."),
                               S("Four? Five.")};
    enum { N = sizeof paragraphs / sizeof *paragraphs };
    ptrdiff_t first[N + 1];
    struct sentence *all, *one;
    sentences_split_all(&all, first, &a, paragraphs, NULL, N, S("en"));
    for (int i = 0; i < N; i++) {
        ptrdiff_t count = sentences_split(&one, &a, paragraphs[i], S("en"));
        assert_int_equal(first[i + 1] - first[i], count);
        if (count)
            assert_memory_equal(all + first[i], one, (size_t)count * sizeof *one);
    }
    arena_clear(&a);
}

/* A stretch in another language ends its sentences as that language does. */
static void stretches_have_their_own_language(void **state)
{
    (void)state;
    static const char *const parts[] = {
        "He wrote: ", "Das gilt am 3. Mai. Es ist z. B. f\u00fcr Boote. ",
        "It is No. 5. ",
        "\u0412 2017 \u0433. \u043e\u043d\u0438 \u043f\u0440\u0438\u0448\u043b\u0438. ",
        "Prof. Voss stayed."};
    static const char *const want[] = {
        "He wrote: Das gilt am 3. Mai.", "Es ist z. B. f\u00fcr Boote.", "It is No. 5.",
        "\u0412 2017 \u0433. \u043e\u043d\u0438 \u043f\u0440\u0438\u0448\u043b\u0438.",
        "Prof. Voss stayed."};
    struct arena a = {0};
    struct strbuf b = {.arena = &a};
    struct stretch others[2] = {{.language = S("de")}, {.language = S("ru-RU")}};
    for (int i = 0; i < 5; i++) {
        others[i / 2 % 2].begin = i % 2 ? b.len : others[i / 2 % 2].begin;
        strbuf_add(&b, str_from(parts[i]));
        others[i / 2 % 2].end = i % 2 ? b.len : others[i / 2 % 2].end;
    }
    struct str text = strbuf_str(&b);
    const struct stretches stretches = {others, 2};
    struct sentence *s;
    ptrdiff_t first[2];
    ptrdiff_t count = sentences_split_all(&s, first, &a, &text, &stretches, 1, S("en"));
    assert_sound(text, s, count);
    assert_int_equal(count, 5);
    for (int i = 0; i < 5; i++)
        assert_true(str_eq(str_slice(text, s[i].begin, s[i].end), str_from(want[i])));
    assert_true(sentences_split(&s, &a, text, S("en")) > 5);
    arena_clear(&a);
}

static void cuts_what_is_too_long(void **state)
{
    (void)state;
    struct arena a = {0};
    static const char *const units[] = {
        "harbour, ", "harbour ",   "harbour", "2017 ",   "\u4e2d", "\u4e2d\u6587 ",
        "U.",        "; we said ", ", ",      "e\u0301", "WXW ",
    };
    for (size_t u = 0; u < sizeof units / sizeof *units; u++) {
        struct strbuf b = {.arena = &a};
        strbuf_add(&b, S("Begin "));
        while (b.len < 20000)
            strbuf_add(&b, str_from(units[u]));
        struct sentence *s;
        ptrdiff_t count = sentences_split(&s, &a, strbuf_str(&b), S("en"));
        assert_sound(strbuf_str(&b), s, count);
        for (ptrdiff_t i = 0; i < count && u != 8; i++) {
            struct str piece = str_slice(strbuf_str(&b), s[i].begin, s[i].end);
            assert_true(piece.len <= LIMIT_SENTENCE_BYTES + 4);
            assert_true(phonemes_in(piece, S("en")) <= LIMIT_SENTENCE_PHONEMES);
            assert_int_equal(s[i].cut, i + 1 < count ? CUT_CLAUSE : CUT_SENTENCE);
        }
    }
    arena_clear(&a);
}

static void prefers_clause_marks(void **state)
{
    (void)state;
    struct arena a = {0};
    struct strbuf b = {.arena = &a};
    for (int i = 0; i < 60; i++)
        strbuf_add(&b, i == 50      ? S("harbour; ")
                       : i % 7 == 6 ? S("harbour, ")
                                    : S("harbour "));
    for (int i = 0; i < 60; i++)
        strbuf_add(&b, S("harbour "));
    struct sentence *s;
    assert_true(sentences_split(&s, &a, strbuf_str(&b), S("en")) >= 2);
    assert_true(str_ends(str_slice(strbuf_str(&b), s[0].begin, s[0].end), S("harbour;")));
    arena_clear(&a);
}

static void cuts_before_conjunctions(void **state)
{
    (void)state;
    struct arena a = {0};
    struct strbuf b = {.arena = &a};
    for (int i = 0; i < 100; i++)
        strbuf_add(&b, i == 60 ? S("and ") : S("harbour "));
    struct sentence *s;
    assert_true(sentences_split(&s, &a, strbuf_str(&b), S("en")) >= 2);
    assert_true(
        str_starts(str_slice(strbuf_str(&b), s[1].begin, s[1].end), S("and harbour")));
    arena_clear(&a);
}

static bool is_one(const char *language, struct str word, const char *behind)
{
    struct arena a = {0};
    struct sentence *s;
    struct str text = str_format(&a, "X %.*s. %s", STR_ARGS(word), behind);
    ptrdiff_t count = sentences_split(&s, &a, text, str_from(language));
    arena_clear(&a);
    return count == 1;
}

/* A word that is printed short goes on before a name; but for a title, before a number will do. */
static void assert_goes_on(const char *language, const char *printed, bool name,
                           bool number)
{
    struct str word = str_from(printed);
    if ((!strchr(printed, '.') && strcmp(language, "en")) || !strcmp(printed, "им."))
        return; /* a word as well: "Мы помогли им." */
    word.len -= str_ends(word, S("."));
    bool russian = !strcmp(language, "ru");
    if (!((name && is_one(language, word, russian ? "Зорин z." : "Holt z.")) ||
          (number && is_one(language, word, "5 z."))))
        fail_msg("%s: %s", language, printed);
}

/* What is said in full is known where sentences end, too. */
static void what_is_said_in_full_ends_no_sentence(void **state)
{
    (void)state;
    const struct speech_tables *l = speech_tables_of(S("en"));
    int rows = 0;
    for (const struct shortened *s = l->shortened; s->printed; s++, rows++)
        assert_goes_on("en", s->printed, true, *s->printed >= 'a'); /* "5 hrs." ends one */
    for (const struct abbreviated *s = l->references; s->printed; s++, rows++)
        assert_goes_on("en", s->printed, false, true);
    static const char *const others[] = {"de", "fr", "es", "ru"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        const struct grammar *g = grammar_of(str_from(others[i]));
        const struct abbreviation_said *s = g->abbreviations;
        for (; s->printed; s++, rows++)
            assert_goes_on(others[i], s->printed, true, !s->title);
        for (const struct reference_said *r = g->references; r->printed; r++, rows++)
            assert_goes_on(others[i], r->printed, false, true);
    }
    assert_true(rows > 200);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(splits_english),
        cmocka_unit_test(splits_german),
        cmocka_unit_test(splits_french),
        cmocka_unit_test(splits_spanish),
        cmocka_unit_test(splits_russian),
        cmocka_unit_test(what_is_said_in_full_ends_no_sentence),
        cmocka_unit_test(survives_hostile_text),
        cmocka_unit_test(splits_all_as_one_by_one),
        cmocka_unit_test(stretches_have_their_own_language),
        cmocka_unit_test(cuts_what_is_too_long),
        cmocka_unit_test(prefers_clause_marks),
        cmocka_unit_test(cuts_before_conjunctions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
