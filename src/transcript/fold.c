#include "transcript/fold.h"

#include <string.h>

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
    struct arena *a;
    struct textbuf out;
    ptrdiff_t end; /* source byte behind what was added last */
    bool blank;    /* blanks wait to be added */
};

static void fold_piece(struct folder *f, struct text piece)
{
    struct text folded = text_fold_spaces(f->a, piece);
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
    struct folder f = {.a = a, .out = {.arena = a, .source = t.source}};
    ptrdiff_t begin = 0;
    for (ptrdiff_t i = 1; i < t.run_count; i++)
        if (is_hole(t, i)) {
            fold_piece(&f, text_slice(a, t, begin, t.runs[i].at));
            begin = t.runs[i].at;
        }
    if (!begin)
        return text_fold_spaces(a, t);
    fold_piece(&f, text_slice(a, t, begin, t.str.len));
    return textbuf_done(&f.out);
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
