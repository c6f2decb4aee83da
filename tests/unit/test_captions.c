/* captions and chapters: nothing that was said is missing, and nobody's text is mark-up. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "episode.h"
#include "publish/captions.h"
#include "publish/chapters.h"

static struct episode e;

static int64_t parse_clock(const char *p)
{
    int64_t part[4];
    static const int at[] = {0, 3, 6, 9}, digits[] = {2, 2, 2, 3};
    for (int i = 0; i < 4; i++)
        assert_true(str_to_int((struct str){p + at[i], digits[i]}, &part[i]));
    assert_true(p[2] == ':' && p[5] == ':' && p[8] == '.');
    return ((part[0] * 60 + part[1]) * 60 + part[2]) * 1000 + part[3];
}

/* What a reader of captions sees: one cue's words behind one another in *words, checked for its
 * form. *stamps counts the timestamps. */
static void read_cue(struct str text, int64_t start, int64_t end, struct strbuf *words,
                     int *stamps)
{
    int width = 0, lines = 1;
    int64_t latest = start;
    bool any = false;
    for (ptrdiff_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c == '<') {
            assert_true(any); /* the first word comes before any timestamp */
            int64_t ms = parse_clock(text.ptr + i + 1);
            assert_true(ms > latest && ms < end && text.ptr[i + 13] == '>');
            latest = ms;
            *stamps += 1;
            i += 13;
            continue;
        }
        assert_int_not_equal(c, '>');
        any = true;
        if (c == '\n') {
            assert_true(width > 0 && ++lines <= 2);
            width = 0;
            strbuf_add_byte(words, ' ');
            continue;
        }
        static const struct {
            struct str name;
            char meaning;
        } entities[] = {{{"&amp;", 5}, '&'}, {{"&lt;", 4}, '<'}, {{"&gt;", 4}, '>'}};
        if (c == '&') {
            int k = 0;
            while (k < 3 && !str_starts(str_slice(text, i, text.len), entities[k].name))
                k++;
            assert_true(k < 3);
            c = entities[k].meaning;
            i += entities[k].name.len - 1;
        }
        strbuf_add_byte(words, c);
        width += ((unsigned char)c & 0xC0) != 0x80;
        assert_true(width <= 65);
    }
    assert_true(width > 0);
}

/* The whole file: form, order, and all words; `speaker` as it must stand in every cue. */
static struct str read_all(struct str vtt, const char *speaker, int *cues, int *stamps)
{
    struct strbuf words = {.arena = &e.a};
    struct str rest = vtt, line;
    int64_t before = 0;
    *cues = *stamps = 0;
    assert_int_equal(utf8_invalid_at(vtt), -1);
    assert_true(str_cut(rest, '\n', &line, &rest) && str_eq(line, S("WEBVTT")));
    while (rest.len) {
        str_cut(rest, '\n', &line, &rest);
        assert_int_equal(line.len, 0);
        str_cut(rest, '\n', &line, &rest);
        assert_int_equal(line.len, 29);
        assert_true(str_eq(str_slice(line, 12, 17), S(" --> ")));
        int64_t start = parse_clock(line.ptr), end = parse_clock(line.ptr + 17);
        assert_true(before <= start && start < end);
        before = end;
        ptrdiff_t stop = str_find(rest, S("\n\n"));
        struct str text = str_slice(rest, 0, stop < 0 ? rest.len - 1 : stop);
        rest = str_slice(rest, text.len + 1, rest.len);
        assert_true(str_starts(text, str_from(speaker)));
        text = str_slice(text, (ptrdiff_t)strlen(speaker), text.len);
        read_cue(text, start, end, &words, stamps);
        strbuf_add_byte(&words, ' ');
        *cues += 1;
    }
    return strbuf_str(&words);
}

static struct str captions_of(const char *speaker, const char *text, const char *spoken)
{
    arena_clear(&e.a);
    episode_begin(&e);
    episode_chapter(&e, S("One"));
    episode_say(&e, str_from(speaker), str_from(text), str_from(spoken));
    episode_end(&e);
    return captions_vtt(&e.a, e.timeline);
}

static void exact(void **state)
{
    (void)state;
    struct str vtt =
        captions_of("Mara Lindqvist", "Good morning, all.", "Good morning, all.");
    assert_true(str_eq(
        vtt, S("WEBVTT\n\n00:00:01.020 --> 00:00:01.380\n"
               "<v Mara Lindqvist>Good <00:00:01.120>morning, <00:00:01.300>all.\n")));
}

static void long_sentences_are_split_and_no_word_is_missing(void **state)
{
    (void)state;
    struct arena own = {0};
    for (int n = 1; n < 400; n += 7) {
        struct strbuf text = {.arena = &own};
        for (int i = 0; i < n; i++)
            strbuf_addf(&text, "%sw%d%.*s", i ? " " : "", i, i * 37 % 23,
                        "lindqvistlindqvistlindqvist");
        strbuf_add_byte(&text, 0);
        int cues, stamps;
        struct str got =
            read_all(captions_of("A", text.ptr, text.ptr), "<v A>", &cues, &stamps);
        assert_true(str_eq(str_trim(got), str_from(text.ptr)));
        assert_int_equal(stamps, n - cues);
        assert_true(cues <= n * 14 / 65 + 1);
        arena_clear(&own);
    }
}

/* Segments of one sentence, at `begin` of their paragraph's text. */
static void episode_parts(const char *const *parts, const ptrdiff_t *begin,
                          const enum joint *joints, int count)
{
    arena_clear(&e.a);
    episode_begin(&e);
    episode_chapter(&e, S("One"));
    for (int i = 0; i < count; i++) {
        episode_say(&e, S("A"), str_from(parts[i]), str_from(parts[i]));
        struct segment *g = &e.segments[i];
        g->begin = (int32_t)begin[i];
        g->end = g->begin + (int32_t)g->text.len;
        g->joint = joints[i];
        g->pause_after_ms = joints[i] == JOINT_RUNS_ON ? 0 : 160;
    }
}

/* Where a segment ends is nothing to a reader: not a style in the midst of a word, not a pause. */
static void parts_of_a_sentence_are_one_cue(void **state)
{
    (void)state;
    static const char *const parts[] = {"It is un", "believable", "that she", "said so."};
    static const ptrdiff_t begin[] = {0, 8, 19, 28};
    static const enum joint joints[] = {JOINT_RUNS_ON, JOINT_GOES_ON, JOINT_PAUSES,
                                        JOINT_END};
    episode_parts(parts, begin, joints, 4);
    episode_end(&e);
    const struct timeline_entry *entries = e.timeline->entries;
    struct strbuf want = {.arena = &e.a};
    strbuf_add(&want, S("WEBVTT\n\n00:00:01.020 --> "));
    strbuf_add(&want, timeline_clock(&e.a, entries[3].end));
    strbuf_add(&want, S("\n<v A>It <00:00:01.080>is <00:00:01.140>un<"));
    strbuf_add(&want, timeline_clock(&e.a, entries[1].start));
    strbuf_add(&want, S(">believable <"));
    strbuf_add(&want, timeline_clock(&e.a, entries[2].start));
    strbuf_add(&want, S(">that <"));
    strbuf_add(&want, timeline_clock(&e.a, entries[2].start + 5 * EPISODE_PACKET));
    strbuf_add(&want, S(">she <"));
    strbuf_add(&want, timeline_clock(&e.a, entries[3].start));
    strbuf_add(&want, S(">said <"));
    strbuf_add(&want, timeline_clock(&e.a, entries[3].start + 5 * EPISODE_PACKET));
    strbuf_add(&want, S(">so.\n"));
    struct str vtt = captions_vtt(&e.a, e.timeline);
    if (!str_eq(vtt, strbuf_str(&want)))
        print_error("%.*s\n%.*s\n", STR_ARGS(vtt), STR_ARGS(strbuf_str(&want)));
    assert_true(str_eq(vtt, strbuf_str(&want)));

    int cues, stamps;
    episode_parts(parts, begin, joints, 4);
    e.segments[2].pause_after_ms = 1200; /* a long <break> is waited for */
    episode_end(&e);
    struct str got = read_all(captions_vtt(&e.a, e.timeline), "<v A>", &cues, &stamps);
    assert_true(str_eq(str_trim(got), S("It is unbelievable that she said so.")));
    assert_int_equal(cues, 2);
}

/* Behind a mark, or before a conjunction, where that costs little evenness. */
static void breaks_stand_where_clauses_end(void **state)
{
    static const struct {
        const char *text, *broken;
    } cases[] = {
        {"The masters of both ferries said on Monday, when they were asked, nothing of "
         "it.",
         "The masters of both ferries said on Monday,\nwhen they were asked, nothing of "
         "it."},
        {"The masters of both ferries said nothing of it although they were asked twice.",
         "The masters of both ferries said nothing of it\nalthough they were asked "
         "twice."},
        {"Yes, the masters of both ferries said nothing of it to any of us on Monday "
         "night.",
         "Yes, the masters of both ferries said\nnothing of it to any of us on Monday "
         "night."},
        {"The masters of both ferries, who had left at six, said nothing of it to us, "
         "and on "
         "Monday night the owners of the yard, as we now know, sold it to the town.",
         "The masters of both ferries, who had left at six,\n\nsaid nothing of it to us, "
         "and "
         "on Monday night the\nowners of the yard, as we now know, sold it to the town."},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str vtt = captions_of("", cases[i].text, cases[i].text), line;
        struct strbuf shown = {.arena = &e.a};
        for (struct str rest = str_slice(vtt, 8, vtt.len); rest.len;) {
            str_cut(rest, '\n', &line, &rest);
            if (str_find(line, S("-->")) >= 0)
                continue;
            strbuf_add(&shown, shown.len ? S("\n") : S(""));
            for (ptrdiff_t k = 0; k < line.len; k++)
                if (line.ptr[k] == '<')
                    k += 13;
                else
                    strbuf_add_byte(&shown, line.ptr[k]);
        }
        if (!str_eq(strbuf_str(&shown), str_from(cases[i].broken)))
            fail_msg("%.*s", STR_ARGS(strbuf_str(&shown)));
    }
}

static void hostile_text_stays_text(void **state)
{
    (void)state;
    const char *text =
        "a --> b <i>c</i> &amp; <v Bob>d \u2028 e\x01\x7F <00:00:00.000> WEBVTT NOTE x";
    int cues, stamps;
    struct str got = read_all(captions_of("A", text, text), "<v A>", &cues, &stamps);
    assert_true(
        str_eq(str_trim(got),
               S("a --> b <i>c</i> &amp; <v Bob>d e   <00:00:00.000> WEBVTT NOTE x")));
    static const struct {
        const char *name, *tag;
    } names[] = {
        {"Bob>\n\n00:00:00.000 --> 00:00:09.000\nhaha",
         "<v Bob&gt;  00:00:00.000 --&gt; 00:00:09.000 haha>"},
        {"A&B <c.red>", "<v A&amp;B &lt;c.red&gt;>"},
        {" \n ", ""},
        {"\u00c9milie O\u2019Neil", "<v \u00c9milie O\u2019Neil>"},
    };
    for (unsigned i = 0; i < sizeof names / sizeof *names; i++) {
        got = read_all(captions_of(names[i].name, "one two", "one two"), names[i].tag,
                       &cues, &stamps);
        assert_true(str_eq(str_trim(got), S("one two")));
        assert_int_equal(cues, 1);
    }
}

/* Words without blanks: an address, Chinese. */
static void words_longer_than_a_line_are_cut(void **state)
{
    (void)state;
    struct arena own = {0};
    struct strbuf text = {.arena = &own};
    strbuf_add(&text, S("see "));
    for (int i = 0; i < 200; i++)
        strbuf_add(&text, S("\u6e2f"));
    strbuf_add(&text, S(" now"));
    strbuf_add_byte(&text, 0);
    int cues, stamps;
    struct str got =
        read_all(captions_of("A", text.ptr, text.ptr), "<v A>", &cues, &stamps);
    int characters = 0;
    for (ptrdiff_t at = 0; at < got.len;)
        characters += utf8_next(got, &at) == 0x6e2f;
    assert_int_equal(characters, 200);
    assert_true(cues >= 2 && cues <= 4);
    arena_clear(&own);
}

/* A clip so short that all its words fall into a millisecond. */
static void no_time_at_all(void **state)
{
    (void)state;
    captions_of("A", "one two three", "one two three");
    e.clips[0].speech_end = e.clips[0].speech_begin + 1;
    for (int i = 0; i < 3; i++)
        e.clips[0].words[i] = (struct clip_word){960, 961, true};
    episode_end(&e);
    int cues, stamps;
    struct str got = read_all(captions_vtt(&e.a, e.timeline), "<v A>", &cues, &stamps);
    assert_true(str_eq(str_trim(got), S("one two three")));
    assert_int_equal(stamps, 0);
}

static void chapters_are_those_of_the_timeline(void **state)
{
    (void)state;
    arena_clear(&e.a);
    episode_begin(&e);
    episode_chapter(&e, S("Opening \"remarks\"\n<b>"));
    episode_say(&e, S("A"), S("one"), S("one"));
    episode_chapter(&e, S("  "));
    episode_say(&e, S("A"), S("two"), S("two"));
    episode_end(&e);
    struct str json = chapters_json(&e.a, e.timeline);
    assert_true(str_eq(json, S("{\n"
                               "  \"version\": \"1.2.0\",\n"
                               "  \"title\": \"A test\",\n"
                               "  \"chapters\": [\n"
                               "    {\n"
                               "      \"startTime\": 1.000,\n"
                               "      \"endTime\": 2.000,\n"
                               "      \"title\": \"Opening \\\"remarks\\\" <b>\"\n"
                               "    },\n"
                               "    {\n"
                               "      \"startTime\": 2.000,\n"
                               "      \"endTime\": 2.580,\n"
                               "      \"title\": \"2\"\n"
                               "    }\n"
                               "  ]\n"
                               "}\n")));
}

static void long_titles_are_cut_alike_everywhere(void **state)
{
    (void)state;
    arena_clear(&e.a);
    episode_begin(&e);
    char title[3 * 1000 + 1] = "";
    for (int i = 0; i < 1000; i++)
        memcpy(title + 3 * i, "\u6e2f", 3);
    episode_chapter(&e, str_from(title));
    episode_say(&e, S("A"), S("one"), S("one"));
    episode_end(&e);
    struct str cut = e.timeline->chapters[0].title;
    assert_int_equal(utf8_invalid_at(cut), -1);
    assert_true(cut.len <= TIMELINE_TITLE_MOST && cut.len > TIMELINE_TITLE_MOST - 6);
    assert_true(str_ends(cut, S("\u6e2f\u2026")));
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
        cmocka_unit_test(exact),
        cmocka_unit_test(long_sentences_are_split_and_no_word_is_missing),
        cmocka_unit_test(parts_of_a_sentence_are_one_cue),
        cmocka_unit_test(breaks_stand_where_clauses_end),
        cmocka_unit_test(hostile_text_stays_text),
        cmocka_unit_test(words_longer_than_a_line_are_cut),
        cmocka_unit_test(no_time_at_all),
        cmocka_unit_test(chapters_are_those_of_the_timeline),
        cmocka_unit_test(long_titles_are_cut_alike_everywhere),
    };
    return cmocka_run_group_tests(tests, NULL, finish);
}
