#include "script/foreign_tags.h"

#include "speak/foreign.h"

enum {
    TORN_RUNS = 8,   /* more of them in a paragraph, */
    TORN_BYTES = 24, /* and on average one within so many bytes */
};

/* ---- runs ---- */

/* [from, to) of a paragraph, where no tag begins or ends that holds text; `in`: the innermost around. */
static void find_between(struct foreign *f, const struct script *s, int32_t paragraph,
                         const struct tag *in, ptrdiff_t from, ptrdiff_t to,
                         struct str language)
{
    if (from >= to || (in && in->kind == TAG_SUB))
        return;
    int32_t around = in ? in->style : 0;
    struct str own = script_style(s, around)->language;
    foreign_find(f, s->paragraphs[paragraph].text.str, from, to, own.len ? own : language,
                 paragraph, around);
}

static void find_in_paragraph(struct foreign *f, const struct script *s,
                              int32_t paragraph, struct str language)
{
    const struct paragraph *p = &s->paragraphs[paragraph];
    const struct tag *open[2 * SSML_DEPTH_MOST] = {NULL};
    int depth = 0;
    ptrdiff_t at = 0;
    for (int32_t i = 0; i <= p->tag_count; i++) {
        const struct tag *t = i < p->tag_count ? &p->tags[i] : NULL;
        ptrdiff_t begin = t ? t->begin : p->text.str.len;
        while (depth && open[depth - 1]->end <= begin) {
            find_between(f, s, paragraph, open[depth - 1], at, open[depth - 1]->end,
                         language);
            at = open[--depth]->end;
        }
        if (t && ((t->kind != TAG_STYLE && t->kind != TAG_SUB) || t->end <= begin ||
                  depth == 2 * SSML_DEPTH_MOST))
            continue;
        find_between(f, s, paragraph, depth ? open[depth - 1] : NULL, at, begin,
                     language);
        at = begin;
        if (t)
            open[depth++] = t;
    }
}

/* ---- tags ---- */

struct tagging {
    struct script *s;
    struct arena *a;
    int32_t styles[LETTERS_MOST]; /* by row, for what stands in no tag; 0: not yet */
};

static int32_t style_of(struct tagging *t, const struct foreign_run *r)
{
    int row = 0;
    while (letters_table[row].language != r->language)
        row++;
    if (!r->around && t->styles[row])
        return t->styles[row];
    struct style style = *script_style(t->s, r->around);
    style.language = str_from(r->language);
    style.unvoiced = false;
    int32_t index = script_add_style(t->s, t->a, style);
    if (!r->around)
        t->styles[row] = index;
    return index;
}

/* `runs`, of one paragraph, among its tags. */
static void add_tags(struct tagging *t, const struct foreign_run *runs, ptrdiff_t count)
{
    struct paragraph *p = &t->s->paragraphs[runs[0].owner];
    if (count > TORN_RUNS && count * TORN_BYTES > p->text.str.len)
        return;
    struct tag *tags = arena_array(t->a, struct tag, p->tag_count + count);
    int32_t n = 0, k = 0;
    for (ptrdiff_t i = 0; i < count; i++) {
        const struct foreign_run *r = &runs[i];
        while (k < p->tag_count && p->tags[k].begin <= r->begin)
            tags[n++] = p->tags[k++];
        if (r->language)
            tags[n++] = (struct tag){
                .kind = TAG_STYLE,
                .element = SSML_LANG,
                .implied = true,
                .style = style_of(t, r),
                .begin = r->begin,
                .end = r->end,
                .place = text_place(p->text, r->begin, r->end),
            };
    }
    while (k < p->tag_count)
        tags[n++] = p->tags[k++];
    p->tags = tags;
    p->tag_count = n;
}

void foreign_tags_add(struct script *s, struct arena *a)
{
    struct arena scratch = {0};
    struct foreign *f = arena_new(&scratch, struct foreign);
    struct tagging t = {.s = s, .a = a};
    struct str language = script_spoken_language(s);
    f->arena = &scratch;
    for (int32_t i = 0; i < s->paragraph_count; i++)
        find_in_paragraph(f, s, i, language);
    foreign_settle(f);
    for (ptrdiff_t i = 0, next; i < f->count; i = next) {
        next = i + 1;
        while (next < f->count && f->runs[next].owner == f->runs[i].owner)
            next++;
        add_tags(&t, &f->runs[i], next - i);
    }
    arena_clear(&scratch);
}
