/* speak: the cases of tests/cases/speak.txt, and what must hold of whatever a stranger wrote. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/unicode.h"
#include "bearable.h"
#include "pairs.h"
#include "speak/limits.h"
#include "speak/speak.h"
#include "speak/speak_passes.h"
#include "transcript/document.h"

/* \uXXXX, \UXXXXXXXX and \\ as what they stand for. */
static struct str unescape(struct arena *a, struct str s)
{
    struct strbuf b = {.arena = a};
    for (ptrdiff_t i = 0; i < s.len; i++) {
        if (s.ptr[i] != '\\') {
            strbuf_add_byte(&b, s.ptr[i]);
        } else if (s.ptr[i + 1] == '\\') {
            strbuf_add_byte(&b, s.ptr[++i]);
        } else {
            int digits = s.ptr[i + 1] == 'u' ? 4 : 8;
            char hex[9] = {0};
            memcpy(hex, s.ptr + i + 2, (size_t)digits);
            strbuf_add_char(&b, (int32_t)strtol(hex, NULL, 16));
            i += 1 + digits;
        }
    }
    return strbuf_str(&b);
}

static void speaks_the_cases(void **state)
{
    (void)state;
    FILE *f = fopen("tests/cases/speak.txt", "rb");
    assert_non_null(f);
    struct arena a = {0};
    char buffer[1024];
    int wrong = 0, cases = 0;
    while (fgets(buffer, sizeof buffer, f)) {
        struct str line =
            str_slice(str_from(buffer), 0, (ptrdiff_t)strcspn(buffer, "\n"));
        ptrdiff_t arrow = str_find(line, S(" =>"));
        if (line.len && line.ptr[0] == '#')
            continue;
        assert_true(arrow > 0);
        struct str in = unescape(&a, str_slice(line, 0, arrow));
        struct str want = unescape(&a, str_trim(str_slice(line, arrow + 3, line.len)));
        struct str got = speak_text(&a, in, NULL, 0, S("en"), NULL).str;
        cases++;
        if (str_eq(got, want))
            continue;
        wrong++;
        print_error("%.*s\n   got %.*s\n", STR_ARGS(line), STR_ARGS(got));
    }
    fclose(f);
    arena_clear(&a);
    assert_int_equal(wrong, 0);
    assert_true(cases > 40);
}

static void assert_bearable(struct arena *a, struct str s, struct str language)
{
    const char *wrong = what_is_unbearable(phonemes_hidden(a, s), language);
    if (wrong)
        fail_msg("'%.*s' has %s", STR_ARGS(s), wrong);
}

static uint64_t seed = 88172645463325252u;
static int below(int n)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (int)(seed % (unsigned)n);
}

static struct str hostile(struct arena *a, int parts_most)
{
    static const char *const parts[] = {
        "word",
        "[sic]",
        "[note 3]",
        "1/2",
        "3/4/2017",
        "12345",
        "\u20AC",
        "No. ",
        " p. ",
        "S.P.V",
        ":30",
        "\u00BD",
        "\u207B\u00B3",
        " ",
        " ",
        " ",
        ".",
        ",",
        "U.",
        "I ",
        "2017 ",
        "\u4e2d",
        "\u0416",
        "\u0301",
        "\u0308",
        "[",
        "]",
        "[[",
        "{",
        "\x01",
        "\x02",
        "\u200b",
        "\u202e",
        "\u2801",
        "\ue000",
        "\ufffd",
        "*",
        "_",
        "`",
        "\\",
        "~",
        "!",
        "?",
        "...",
        "\u2026",
        "\u2014",
        "-",
        "\ufb01",
        "\uff3b",
        "\u00b2",
        "\u00b4",
        "\u00a8",
        "\u1e9b\u0323",
        "\u0344",
        "\u3164",
        "\U0001F600",
        "\ufdfa",
        "%",
        "<",
        "&",
        "\u2028",
        "\u00a0",
        "A",
        "e",
        "9",
        "a\u0323\u0307",
        "\u1100\u1161",
        "\ufe0f",
        "\u0f73",
    };
    struct strbuf b = {.arena = a};
    for (int n = below(parts_most); n >= 0; n--) {
        const char *part = parts[below(sizeof parts / sizeof *parts)];
        for (int times = below(12) ? 1 : below(300); times > 0; times--)
            strbuf_add(&b, str_from(part));
    }
    return strbuf_str(&b);
}

static void is_bearable(void **state)
{
    (void)state;
    for (int round = 0; round < 6000; round++) {
        struct arena a = {0};
        struct str language = round % 3 ? S("en") : S("ru");
        struct str text = hostile(&a, round % 20 ? 12 : 200);
        struct str once = speak_text(&a, text, NULL, 0, language, NULL).str;
        assert_bearable(&a, once, language);
        assert_true(once.len || speak_silence(text, language) != REASON_NONE);
        arena_clear(&a);
    }
}

/* Every letter and digit of plain text is spoken, in order, where no words are found for figures. */
static void loses_no_letter(void **state)
{
    (void)state;
    static const char *const parts[] = {"harbour", " ",  ", ", ". ", "x", "[",  "]",
                                        "2017",    "U.", "-",  "I ", "*", "! ", "..."};
    for (int round = 0; round < 2000; round++) {
        struct arena a = {0};
        struct strbuf text = {.arena = &a}, want = {.arena = &a}, got = {.arena = &a};
        for (int n = below(round % 20 ? 40 : 3000); n >= 0; n--)
            strbuf_add(&text, str_from(parts[below(sizeof parts / sizeof *parts)]));
        struct str spoken = speak_text(&a, strbuf_str(&text), NULL, 0, S("it"), NULL).str;
        for (ptrdiff_t i = 0; i < text.len; i++)
            if (is_speech(text.ptr[i]))
                strbuf_add_byte(&want, text.ptr[i]);
        for (ptrdiff_t i = 0; i < spoken.len; i++)
            if (is_speech(spoken.ptr[i]))
                strbuf_add_byte(&got, spoken.ptr[i]);
        assert_true(str_eq(strbuf_str(&want), strbuf_str(&got)));
        arena_clear(&a);
    }
}

/* What has nothing for any pass to do is passed by; an alias of nothing sends it through all. */
static void is_the_same_when_it_is_plain(void **state)
{
    (void)state;
    static const char *const parts[] = {
        "harbour", " ",       " ",         ", ",           ". ",     ".",      "I ",
        "x.",      " to be ", " met. ",    "? ",           "-",      "\u2014", "\u2026",
        "\u0436",  "\u00e9",  "Lind said", "(quay)",       "\"",     "'",      "\u4e2d",
        " - ",     "a. ",     "WWWWWWWW",  "\u0401\u0436", "; ",     "!",      "\u2019s ",
        "/",       ": ",      "1999",      "2017-07-28",   " No. 5", "$",      " 3",
        "7",       "\u0301"};
    const struct alias nothing = {.say = S("")};
    ptrdiff_t plain = 0;
    for (int round = 0; round < 20000; round++) {
        struct arena a = {0};
        struct str language = round % 3 ? S("en") : S("ru");
        struct strbuf b = {.arena = &a};
        int most = round % 2 ? 30 : sizeof parts / sizeof *parts, parts_most = below(40);
        for (int n = parts_most; n >= 0; n--) {
            const char *part = parts[below(most)];
            for (int times = below(8) ? 1 : below(25); times > 0; times--)
                strbuf_add(&b, str_from(part));
        }
        struct str text = strbuf_str(&b);
        plain += speak_look(text, alphabet_of(language)).plain;
        struct str at_once = speak_text(&a, text, NULL, 0, language, NULL).str;
        struct str by_passes = speak_text(&a, text, &nothing, 1, language, NULL).str;
        if (!str_eq(at_once, by_passes))
            fail_msg("'%.*s' is not '%.*s'", STR_ARGS(at_once), STR_ARGS(by_passes));
        arena_clear(&a);
    }
    assert_true(plain > 100);
}

/* Gapless, in order, within the printed text; what is verbatim is the same. */
static void assert_traced(struct spoken s, struct str text)
{
    struct trace t = s.trace;
    if (!t.count) {
        assert_true(!s.str.len || str_eq(s.str, text));
        return;
    }
    assert_int_equal(t.runs[0].at, 0);
    ptrdiff_t same = 0; /* behind what was verbatim */
    for (ptrdiff_t i = 0; i < t.count; i++) {
        struct text_run r = t.runs[i];
        ptrdiff_t end = i + 1 < t.count ? t.runs[i + 1].at : s.str.len;
        assert_true(r.at < end && r.begin >= 0 && r.begin <= r.end && r.end <= text.len);
        if (!r.verbatim) /* "€5": the currency is said behind the amount */
            continue;
        assert_true(r.begin >= same);
        assert_true(str_eq(str_slice(s.str, r.at, end), str_slice(text, r.begin, r.end)));
        same = r.end;
    }
    for (ptrdiff_t i = 0, at = 0; i < t.drop_count; at = t.drops[i++].end) {
        assert_true(t.drops[i].begin >= at && t.drops[i].begin < t.drops[i].end);
        assert_true(t.drops[i].end <= text.len && t.drops[i].reason != REASON_NONE);
    }
}

/* What `word` of the spoken text came from. */
static struct str origin_of(struct spoken s, struct str text, struct str word)
{
    ptrdiff_t at = str_find(s.str, word);
    assert_true(at >= 0);
    struct origin o = trace_origin(s.trace, at, at + word.len);
    return str_slice(text, o.begin, o.end);
}

static void knows_where_it_came_from(void **state)
{
    (void)state;
    struct arena a = {0};
    struct str text = S("* The [RPB] \uFB01led  it twice .");
    const struct alias alias = {7, 10, S("Regional Pilotage Board"), false};
    struct spoken s = speak_text(&a, text, &alias, 1, S("en"), NULL);
    assert_true(str_eq(s.str, S("The Regional Pilotage Board filed it twice.")));
    assert_true(str_eq(origin_of(s, text, S("The")), S("The")));
    assert_true(str_eq(origin_of(s, text, S("Pilotage")), S("RPB")));
    assert_true(str_eq(origin_of(s, text, S("filed")), S("\uFB01led")));
    assert_true(str_eq(origin_of(s, text, S("it")), S("it")));
    assert_true(str_eq(origin_of(s, text, S("twice")), S("twice")));
    text = S("See https://www.harbour.example/news/a1, 10:00 a.m., for $5.3bn.");
    s = speak_text(&a, text, NULL, 0, S("en"), NULL);
    assert_true(str_eq(origin_of(s, text, S("harbour")), S("harbour")));
    assert_true(str_eq(origin_of(s, text, S("example")), S("example")));
    assert_true(str_eq(origin_of(s, text, S("ten")), S("10:00 ")));
    assert_true(str_eq(origin_of(s, text, S("billion")), S("bn")));
    assert_true(str_eq(origin_of(s, text, S("dollars")), S("$")));
    arena_clear(&a);
    text = S("w\U000F0000 w. \uFDFA left the harbour 10\u00B2 times");
    s = speak_text(&a, text, NULL, 0, S("en"), NULL);
    assert_true(str_eq(origin_of(s, text, S("harbour")), S("harbour")));
    assert_true(str_eq(origin_of(s, text, S("times")), S("times")));
    arena_clear(&a);
    for (int round = 0; round < 3000; round++) {
        text = hostile(&a, round % 20 ? 12 : 200);
        assert_traced(speak_text(&a, text, NULL, 0, round % 3 ? S("en") : S("ru"), NULL),
                      text);
        arena_clear(&a);
    }
}

/* "reason: what" of what is left out, one behind the other. */
static struct str left_out(struct arena *a, struct spoken s, struct str text)
{
    struct strbuf b = {.arena = a};
    for (ptrdiff_t i = 0; i < s.trace.drop_count; i++) {
        struct drop d = s.trace.drops[i];
        struct str what = str_slice(text, d.begin, d.end);
        strbuf_addf(&b, "%s%.*s: %.*s", i ? "; " : "",
                    STR_ARGS(reason_name((enum reason)d.reason)), STR_ARGS(what));
    }
    return strbuf_str(&b);
}

/* What a script asks before it makes a sentence of a text. */
static void silence_has_a_reason(void **state)
{
    static const struct {
        const char *text;
        enum reason why;
    } cases[] = {
        {"[note 3]", REASON_NOTE_MARK},
        {"[note 3]\u00B9", REASON_NOTE_MARK},
        {"[clarification needed]", REASON_EDITORIAL},
        {"[by whom?] [sic]", REASON_EDITORIAL},
        {"\U000F0000", REASON_UNSPEAKABLE},
        {"\uFE70", REASON_UNSPEAKABLE},
        {"\uFC5E", REASON_UNSPEAKABLE},
        {"\u037A", REASON_UNSPEAKABLE},
        {"...", REASON_UNSPEAKABLE},
        {"\u266A", REASON_SYMBOL},
        {"[the minister]", REASON_NONE},
        {"[sic] it is", REASON_NONE},
        {"\u0648", REASON_NONE},
        {"\u4E2D", REASON_NONE},
        {"\u00B2\u00BD", REASON_NONE},
        {"[12", REASON_NONE},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        enum reason why = speak_silence(str_from(cases[i].text), S("en"));
        if (why != cases[i].why)
            fail_msg("%s: %.*s", cases[i].text, STR_ARGS(reason_name(why)));
    }
    struct speak_run run = {0};
    for (int32_t c = 0x80; c < 0x32000; c++) { /* what it says of a letter is so */
        char bytes[4];
        struct arena a = {0};
        struct str letter = {bytes, utf8_encode(c, bytes)};
        c += c == 0x3500 || c == 0x4F00 || c == 0xAD00 || c == 0x20000 ? 0x1000 : 0;
        if (is_speech(c) && speak_silence(letter, S("en")) == REASON_NONE)
            assert_true(speak_part(&a, letter, NULL, 0, S("en"), &run).str.len);
        arena_clear(&a);
    }
    speak_run_close(&run);
    static const char *const parts[] = {"[sic]", "[note 3]", "\u00B9", "\uFE70", " ", "[",
                                        "]",     "4",        "x",      "\u0436", "."};
    for (int round = 0; round < 3000; round++) {
        struct arena a = {0};
        struct strbuf b = {.arena = &a};
        for (int n = below(8); n >= 0; n--)
            strbuf_add(&b, str_from(parts[below(sizeof parts / sizeof *parts)]));
        struct spoken s = speak_text(&a, strbuf_str(&b), NULL, 0, S("en"), NULL);
        assert_true(s.str.len || speak_silence(strbuf_str(&b), S("en")) != REASON_NONE);
        arena_clear(&a);
    }
}

static void tells_what_it_leaves_out(void **state)
{
    static const struct {
        const char *text, *left_out, *language;
    } cases[] = {
        {"The lock closed in 1988.[12] It rose.", "note mark: [12]", "en"},
        {"A quay\u00B9\u00B2 of stone\u2020 [note 3]",
         "note mark: \u00B9\u00B2; note mark: \u2020; note mark: [note 3]", "en"},
        {"They was [sic] here [citation needed].",
         "editorial note: [sic]; editorial note: [citation needed]", "en"},
        {"Sealtite\u00AE \u266A of 1999\u00B9 and 5\u00A0m\u00B2 \u2122",
         "symbol: \u00AE; symbol: \u266A; note mark: \u00B9; symbol: \u2122", "en"},
        {"See https://www.pier.example/a/b?c=1#d, or pier.example.",
         "web address: https://www.; web address: /a/b?c=1#d", "en"},
        {"Siehe https://kai.example/plan.", "web address: https://; web address: /plan",
         "de"},
        {"The lock\uFFFD \uE000closed \uFFFC[2] today",
         "unspeakable: \uFFFD; unspeakable: \uE000; unspeakable: \uFFFC; note mark: [2]",
         "en"},
        {"\u0427\u0442\u043E \u037A\u0442\u0430\u043C", "unspeakable: \u037A", "ru"},
        /* part of what is said */
        {"Well \U0001F44D\U0001F3FD done \u2764\uFE0F, \u201Cyes\u201D (all) ...!!!!!!",
         "", "en"},
        {"Said [12] people, the [minister] use[d] 10\u00B2 x^2 a_b * c", "", "en"},
        /* nothing else there: it is said */
        {"[note 3]", "", "en"},
        {"[citation needed]", "", "en"},
    };
    (void)state;
    struct arena a = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str text = str_from(cases[i].text);
        struct spoken s =
            speak_text(&a, text, NULL, 0, str_from(cases[i].language), NULL);
        struct str told = left_out(&a, s, text);
        assert_true(s.str.len);
        if (!str_eq(told, str_from(cases[i].left_out)))
            fail_msg("'%s': '%.*s'", cases[i].text, STR_ARGS(told));
    }
    /* of an alias nothing is printed */
    struct str text = S("The RPB[1] met.");
    const struct alias alias = {4, 7, S("board [4] \u2020"), false};
    struct spoken s = speak_text(&a, text, &alias, 1, S("en"), NULL);
    assert_true(str_eq(left_out(&a, s, text), S("note mark: [1]")));
    arena_clear(&a);
}

static void speaks_aliases(void **state)
{
    (void)state;
    struct arena a = {0};
    const struct alias aliases[] = {
        {4, 7, S("Regional Pilotage Board"), false},
        {12, 17, S("two times"), false},
    };
    struct str s = speak_text(&a, S("The RPB met twice."), aliases, 2, S("en"), NULL).str;
    assert_true(str_eq(s, S("The Regional Pilotage Board met two times.")));
    /* a character that stands for phonemes elsewhere, of a stranger's */
    const struct alias strange[] = {
        {0, 1, S("a\U000F0000\U000F0001b"), false},
        {6, 7, S("[[t|Est]]"), true},
    };
    s = speak_text(&a, S("x and y."), strange, 2, S("en"), NULL).str;
    assert_true(str_eq(s, S("ab and [[t|Est]].")));
    arena_clear(&a);
}

/* English endings belong to the phonemes before. */
static void phonemes_take_endings(void **state)
{
    (void)state;
    struct arena a = {0};
    static const char *const cases[][3] = {
        {"Kievs rose", "en", "[[k|Iv|z]] rose"},
        {"Kiev's rose", "en", "[[k|Iv|z]] rose"},
        {"Kiev\u2019s rose", "en", "[[k|Iv|z]] rose"},
        {"Kiev so rose", "en", "[[k|Iv]] so rose"},
    };
    const struct alias kiev = {0, 4, S("[[k|Iv]]"), true};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str s =
            speak_text(&a, str_from(cases[i][0]), &kiev, 1, str_from(cases[i][1]), NULL)
                .str;
        if (!str_eq(s, str_from(cases[i][2])))
            fail_msg("%s: %.*s", cases[i][0], STR_ARGS(s));
    }
    arena_clear(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(speaks_the_cases),
        cmocka_unit_test(is_bearable),
        cmocka_unit_test(loses_no_letter),
        cmocka_unit_test(silence_has_a_reason),
        cmocka_unit_test(tells_what_it_leaves_out),
        cmocka_unit_test(is_the_same_when_it_is_plain),
        cmocka_unit_test(speaks_aliases),
        cmocka_unit_test(phonemes_take_endings),
        cmocka_unit_test(knows_where_it_came_from),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
