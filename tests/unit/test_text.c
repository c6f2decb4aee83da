/* text: the map back to the source stays exact through every operation. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "transcript/fold.h"

#define assert_str(s, literal) assert_true(str_eq((s), S(literal)))

static uint64_t seed = 88172645463325252u;
static int below(int n)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (int)(seed % (unsigned)n);
}

/* Runs are gapless and ascending, and verbatim ones hold the source's bytes. */
static void assert_sound(struct text t)
{
    assert_int_equal(t.str.len == 0, t.run_count == 0);
    for (ptrdiff_t i = 0; i < t.run_count; i++) {
        struct text_run r = t.runs[i];
        ptrdiff_t end = i + 1 < t.run_count ? t.runs[i + 1].at : t.str.len;
        assert_true(i ? r.at == (i ? r.at : 0) : r.at == 0);
        assert_true(end > r.at);
        assert_true(r.begin <= r.end);
        if (i)
            assert_true(r.begin >= t.runs[i - 1].end);
        if (r.verbatim) {
            assert_int_equal(end - r.at, r.end - r.begin);
            assert_memory_equal(t.str.ptr + r.at, t.source->bytes.ptr + r.begin,
                                (size_t)(end - r.at));
        }
    }
}

/* Counts which source bytes the runs of t own. */
static void tally(int *owned, struct text t)
{
    assert_sound(t);
    for (ptrdiff_t i = 0; i < t.run_count; i++)
        for (ptrdiff_t at = t.runs[i].begin; at < t.runs[i].end; at++)
            owned[at]++;
}

static void assert_same_tally(const int *x, const int *y, ptrdiff_t count)
{
    for (ptrdiff_t i = 0; i < count; i++)
        assert_int_equal(x[i], y[i]);
}

/* A text of random verbatim and replaced pieces over the whole of `s`, in order. */
static struct text random_text(struct arena *a, const struct source *s)
{
    struct textbuf b = {.arena = a, .source = s};
    for (ptrdiff_t at = 0; at < s->bytes.len;) {
        ptrdiff_t end = at + 1 + below(6);
        end = end > s->bytes.len ? s->bytes.len : end;
        switch (below(5)) {
        case 0:
            textbuf_replace(&b, S("\u2026 &"), at, end);
            break;
        case 1:
            textbuf_replace(&b, S(" "), at, end);
            break;
        case 2:
            textbuf_text(&b, text_added(a, S("+ +")));
            break;
        default:
            textbuf_verbatim(&b, at, end);
            break;
        }
        at = end;
    }
    return textbuf_done(&b);
}

static void every_source_byte_falls_to_one_slice(void **state)
{
    (void)state;
    enum { N = 60 };
    for (int round = 0; round < 2000; round++) {
        struct arena a = {0};
        char bytes[N];
        for (int i = 0; i < N; i++)
            bytes[i] = "ab \n\t"[below(5)];
        const struct source *s = source_make(&a, S("x"), (struct str){bytes, N});
        struct text t = random_text(&a, s);
        int whole[N] = {0}, parts[N] = {0}, joined[N] = {0};
        tally(whole, t);
        struct textbuf again = {.arena = &a, .source = s};
        for (ptrdiff_t at = 0; at < t.str.len;) {
            ptrdiff_t end = at + 1 + below(9);
            struct text slice = text_slice(&a, t, at, end);
            tally(parts, slice);
            textbuf_text(&again, slice);
            at = end;
        }
        tally(joined, textbuf_done(&again));
        assert_same_tally(whole, parts, N);
        assert_same_tally(whole, joined, N);
        assert_true(str_eq(textbuf_done(&again).str, t.str));
        /* folding never invents or doubles a byte, and what it keeps are the words */
        int folded[N] = {0};
        struct text f = text_fold_spaces(&a, t);
        tally(folded, f);
        for (int i = 0; i < N; i++)
            assert_true(folded[i] <= whole[i]);
        assert_int_equal(str_find(f.str, S("  ")), -1);
        assert_true(str_eq(str_trim(f.str), f.str));
        arena_clear(&a);
    }
}

static void folds_line_breaks_into_blanks(void **state)
{
    (void)state;
    struct arena a = {0};
    const struct source *s = source_make(&a, S("x"), S("  one\r\n\ttwo three\n"));
    struct text t = text_fold_spaces(&a, text_verbatim(&a, s, 0, s->bytes.len));
    assert_str(t.str, "one two three");
    assert_int_equal(t.run_count, 3);
    struct place p = text_place(t, 3, 4); /* the blank is all of \r\n\t */
    assert_int_equal(p.begin, 5);
    assert_int_equal(p.end, 8);
    p = text_place(t, 2, 6); /* e, the blank, tw */
    assert_int_equal(p.begin, 4);
    assert_int_equal(p.end, 10);
    arena_clear(&a);
}

static void a_cut_replacement_belongs_to_its_first_byte(void **state)
{
    (void)state;
    struct arena a = {0};
    const struct source *s = source_make(&a, S("x"), S("a&hellip;b"));
    struct textbuf b = {.arena = &a, .source = s};
    textbuf_verbatim(&b, 0, 1);
    textbuf_replace(&b, S("..."), 1, 9);
    textbuf_verbatim(&b, 9, 10);
    struct text t = textbuf_done(&b);
    assert_str(t.str, "a...b");
    struct text left = text_slice(&a, t, 0, 2), right = text_slice(&a, t, 2, 5);
    assert_int_equal(left.runs[1].begin, 1);
    assert_int_equal(left.runs[1].end, 9);
    assert_int_equal(right.runs[0].begin, 9);
    assert_int_equal(right.runs[0].end, 9);
    struct place p = text_place(t, 2, 3); /* shown, it is still all of the entity */
    assert_int_equal(p.begin, 1);
    assert_int_equal(p.end, 9);
    arena_clear(&a);
}

static void added_text_has_no_bytes(void **state)
{
    (void)state;
    struct arena a = {0};
    const struct source *s = source_make(&a, S("x"), S("word"));
    struct textbuf b = {.arena = &a, .source = s};
    textbuf_verbatim(&b, 0, 4);
    textbuf_text(&b, text_added(&a, S(" more")));
    struct text t = textbuf_done(&b);
    assert_str(t.str, "word more");
    struct place p = text_place(t, 5, 9);
    assert_int_equal(p.begin, 4);
    assert_int_equal(p.end, 4);
    p = text_place(t, 2, 9);
    assert_int_equal(p.begin, 2);
    assert_int_equal(p.end, 4);
    assert_null(text_place(text_added(&a, S("x")), 0, 1).source);
    arena_clear(&a);
}

static void adjacent_verbatim_runs_merge(void **state)
{
    (void)state;
    struct arena a = {0};
    const struct source *s = source_make(&a, S("x"), S("abcdef"));
    struct textbuf b = {.arena = &a, .source = s};
    textbuf_verbatim(&b, 0, 2);
    textbuf_text(&b, text_verbatim(&a, s, 2, 4));
    textbuf_replace(&b, S(""), 0, 0);
    textbuf_verbatim(&b, 4, 6);
    assert_int_equal(textbuf_done(&b).run_count, 1);
    assert_str(text_trim(&a, textbuf_done(&b)).str, "abcdef");
    arena_clear(&a);
}

/* Mark-up between words leaves nothing behind: what a text takes is a few times its length, and does
 * not depend on how small its pieces are. */
static void folds_many_pieces_in_little_memory(void **state)
{
    (void)state;
    enum { PIECES = 20000, STEP = 8 };
    struct arena a = {0}, kept = {0};
    struct strbuf bytes = {.arena = &a};
    for (int i = 0; i < PIECES; i++)
        strbuf_add(&bytes, S("met  <b>"));
    struct source source = {.bytes = strbuf_str(&bytes)};
    struct textbuf b = {.arena = &a, .source = &source};
    for (int i = 0; i < PIECES; i++)
        textbuf_verbatim(&b, STEP * i, STEP * i + 5);
    struct text folded = fold_text(&kept, textbuf_done(&b));
    assert_int_equal(folded.str.len, 4 * PIECES - 1);
    assert_true(str_starts(folded.str, S("met met met ")));
    size_t runs = (size_t)folded.run_count * sizeof *folded.runs;
    assert_true(kept.used < 4 * (runs + (size_t)folded.str.len));
    arena_clear(&a);
    arena_clear(&kept);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_source_byte_falls_to_one_slice),
        cmocka_unit_test(folds_line_breaks_into_blanks),
        cmocka_unit_test(a_cut_replacement_belongs_to_its_first_byte),
        cmocka_unit_test(added_text_has_no_bytes),
        cmocka_unit_test(folds_many_pieces_in_little_memory),
        cmocka_unit_test(adjacent_verbatim_runs_merge),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
