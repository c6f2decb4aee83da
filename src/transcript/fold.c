#include "transcript/fold.h"

#include <string.h>

enum { SPACED_LEAST = 5 }; /* letters */

/* Does something lie between runs i - 1 and i of the source that the text does not stand for? */
static bool is_hole(struct text t, ptrdiff_t i)
{
    return t.runs[i].begin != t.runs[i - 1].end;
}

static bool begins_blank(struct str s)
{
    ptrdiff_t at = 0;
    return s.len && utf8_is_space(utf8_next(s, &at));
}

static bool ends_blank(struct str s)
{
    ptrdiff_t at = s.len;
    return s.len && utf8_is_space(utf8_previous(s, &at));
}

struct folder {
    struct arena scratch; /* of a piece */
    struct textbuf out;
    ptrdiff_t end; /* source byte behind what was added last */
    bool blank;    /* blanks wait to be added */
};

static void fold_piece(struct folder *f, struct text t, ptrdiff_t from, ptrdiff_t to)
{
    arena_reset(&f->scratch);
    struct text piece = text_slice(&f->scratch, t, from, to);
    struct text folded = text_fold_spaces(&f->scratch, piece);
    f->blank = f->blank || begins_blank(piece.str);
    if (!folded.str.len)
        return;
    if (f->blank && f->out.chars.len)
        textbuf_replace(&f->out, S(" "), f->end, f->end);
    textbuf_text(&f->out, folded);
    f->end = folded.run_count ? folded.runs[folded.run_count - 1].end : f->end;
    f->blank = ends_blank(piece.str);
}

struct text fold_text(struct arena *a, struct text t)
{
    struct folder f = {.out = {.arena = a, .source = t.source}};
    ptrdiff_t begin = 0;
    for (ptrdiff_t i = 1; i < t.run_count; i++)
        if (is_hole(t, i)) {
            fold_piece(&f, t, begin, t.runs[i].at);
            begin = t.runs[i].at;
        }
    if (!begin)
        return text_fold_spaces(a, t);
    fold_piece(&f, t, begin, t.str.len);
    arena_clear(&f.scratch);
    return textbuf_done(&f.out);
}

/* Nothing but letters and marks that stand apart, and enough of them for a word? */
static bool letters_stand_apart(struct str s)
{
    int letters = 0;
    s = str_trim(s);
    for (ptrdiff_t at = 0; at < s.len; letters++) {
        if (utf8_is_space(utf8_next(s, &at)))
            return false;
        bool first = true;
        for (ptrdiff_t next = at; next < s.len; at = next, first = false)
            if (!utf8_is_space(utf8_next(s, &next)))
                break;
        if (first && at < s.len)
            return false;
    }
    return letters >= SPACED_LEAST;
}

struct text fold_title(struct arena *a, struct text t)
{
    if (!letters_stand_apart(t.str))
        return fold_text(a, t);
    struct textbuf out = {.arena = a, .source = t.source};
    int blanks = 0;
    for (ptrdiff_t at = 0; at < t.str.len;) {
        ptrdiff_t begin = at;
        if (utf8_is_space(utf8_next(t.str, &at))) {
            blanks++;
            continue;
        }
        if (blanks > 1 && out.chars.len)
            textbuf_text(&out, text_added(a, S(" ")));
        textbuf_text(&out, text_slice(a, t, begin, at));
        blanks = 0;
    }
    return textbuf_done(&out);
}

struct text text_keep(struct arena *a, struct text t)
{
    struct text kept = {.source = t.source, .run_count = t.run_count};
    struct text_run *runs = arena_array(a, struct text_run, t.run_count);
    if (t.run_count)
        memcpy(runs, t.runs, (size_t)t.run_count * sizeof *runs);
    kept.runs = runs;
    bool whole = t.source && t.run_count == 1 && runs[0].verbatim;
    kept.str = whole ? str_slice(t.source->bytes, runs[0].begin, runs[0].end)
                     : str_copy(a, t.str);
    return kept;
}
