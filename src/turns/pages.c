#include "turns/pages.h"

#include <string.h>

#include "transcript/fold.h"
#include "transcript/vocabulary.h"
#include "turns/pages_lines.h"
#include "turns/shape.h"

enum { SCRATCH_MOST = 256 << 10, LABEL_COLUMNS = 60 };

struct writer {
    struct arena *a;
    struct arena scratch; /* of the block in the making */
    const struct document *in;
    const struct page_lines *lines;
    struct document *out;
    struct textbuf text;
    struct mark *marks;
    ptrdiff_t mark_count, mark_capacity;
    struct block
        block; /* what the paragraph in the making takes over from its first line */
    bool begun;
};

/* Could a label stand at the line's beginning? */
static bool like_label(struct str s)
{
    s = str_slice(s, 0, LABEL_COLUMNS);
    bool letter = s.len > 1 && (s.ptr[0] == 'Q' || s.ptr[0] == 'A') &&
                  (s.ptr[1] == '.' || s.ptr[1] == ' ');
    return letter || str_find_byte(s, ':') >= 0;
}

/* Does the line end with a word that no sentence and no heading ends with: "of the"? */
static bool ends_in_passing(struct str s)
{
    struct arena scratch = {0};
    ptrdiff_t at = s.len, begin = s.len;
    while (at > 0 && !utf8_is_space(utf8_previous(s, &at)))
        begin = at;
    struct str word = str_slice(s, begin, s.len), form = word_form(&scratch, word);
    bool passing = str_eq(word, form) && begin > 0 &&
                   (str_ends(s, S(",")) || vocabulary_has(WORD_JOINER, form));
    arena_clear(&scratch);
    return passing;
}

/* The sentences that furniture cut in two are joined again. */
static void find_joins(struct page_lines *l)
{
    for (ptrdiff_t i = 1; i < l->count; i++) {
        struct page_line *line = &l->items[i];
        if (line->taken != REASON_NONE || line->from == line->to ||
            (l->items[i - 1].taken == REASON_NONE && !(line->number == 1)))
            continue;
        ptrdiff_t above = page_line_before(l, i);
        if (above < 0 || !page_line_is_open(l, above))
            continue;
        struct str before = page_line_text(l, above), s = page_line_text(l, i);
        bool numbered = line->number && l->items[above].number && line->first;
        if (page_line_goes_on(l, i) ||
            (!like_label(s) && (ends_in_passing(before) || numbered))) {
            line->joins = true;
            line->breaks = false;
        }
    }
}

static void dispose(struct writer *w, struct text text, ptrdiff_t from, ptrdiff_t to,
                    enum reason reason)
{
    struct text part = text_slice(&w->scratch, text, from, to);
    for (ptrdiff_t i = 0; i < part.run_count; i++)
        document_dispose(w->out, w->a, part.runs[i].begin, part.runs[i].end, reason);
}

static void flush(struct writer *w)
{
    if (w->begun && w->text.chars.len) {
        struct block *b = document_add(w->out, w->a, BLOCK_PARAGRAPH,
                                       text_keep(w->a, textbuf_done(&w->text)));
        b->indent = w->block.indent;
        b->mark_count = (int32_t)w->mark_count;
        if (w->mark_count) {
            struct mark *marks = arena_array(w->a, struct mark, w->mark_count);
            memcpy(marks, w->marks, (size_t)w->mark_count * sizeof *marks);
            b->marks = marks;
        }
    }
    w->begun = false;
    if (w->scratch.used > SCRATCH_MOST)
        arena_clear(&w->scratch);
    w->text = (struct textbuf){.arena = &w->scratch, .source = w->in->source};
    w->marks = NULL;
    w->mark_count = w->mark_capacity = 0;
}

/* Adds bytes [from, to) of a block and the marks that begin there; *mark is the first that does
 * not begin before `from`. */
static void add_part(struct writer *w, const struct block *b, ptrdiff_t from,
                     ptrdiff_t to, ptrdiff_t *mark)
{
    ptrdiff_t shift = w->text.chars.len - from;
    while (*mark < b->mark_count && b->marks[*mark].begin < from)
        ++*mark;
    for (; *mark < b->mark_count && b->marks[*mark].begin < to; ++*mark) {
        struct mark m = b->marks[*mark];
        m.end = (m.end < to ? m.end : to) + shift;
        m.begin += shift;
        *arena_push(&w->scratch, w->marks, w->mark_count, w->mark_capacity) = m;
    }
    textbuf_text(&w->text, text_slice(&w->scratch, b->text, from, to));
}

/* A line's content, and what parts it from the line before. */
static void add_line(struct writer *w, ptrdiff_t i, ptrdiff_t above, ptrdiff_t *mark)
{
    const struct page_line *line = &w->lines->items[i];
    const struct block *b = &w->in->blocks[line->block];
    ptrdiff_t from = line->from;
    const struct page_line *before = line - 1; /* looked at when there is one */
    if (!w->begun) {
        w->begun = true;
        w->block.indent = line->indent;
    } else if (above == i - 1 && before->block == line->block && !before->hyphen &&
               before->to == before->end && line->from == line->begin) {
        from = before->to; /* with the line break as it stands */
    } else if (!w->lines->items[above].hyphen) {
        textbuf_text(&w->text, text_added(&w->scratch, S("\n")));
        for (int k = 0; k < line->indent && from > 0 && b->text.str.ptr[from - 1] == ' ';
             k++)
            from--;
    }
    bool unhyphen = line->unhyphen;
    if (from == line->from && w->text.chars.len && w->lines->items[above].hyphen) {
        /* the line's width is the document's: it ends behind the word now */
        ptrdiff_t end = from;
        while (end < line->to && b->text.str.ptr[end] != ' ')
            end++;
        if (end < line->to) {
            add_part(w, b, from, end, mark);
            textbuf_text(&w->text, text_added(&w->scratch, S("\n")));
            from = end + 1;
        }
    }
    add_part(w, b, from, line->to - unhyphen, mark);
    if (unhyphen)
        dispose(w, b->text, line->to - 1, line->to, REASON_UNSPEAKABLE);
}

/* The lines [first, end) of one block. */
static void write_lines(struct writer *w, ptrdiff_t first, ptrdiff_t end,
                        ptrdiff_t *above)
{
    ptrdiff_t mark = 0;
    for (ptrdiff_t i = first; i < end; i++) {
        const struct page_line *line = &w->lines->items[i];
        struct text text = w->in->blocks[line->block].text;
        if (line->taken != REASON_NONE) {
            dispose(w, text, line->begin, line->end, (enum reason)line->taken);
            continue;
        }
        dispose(w, text, line->begin, line->from, REASON_LINE_NUMBER);
        dispose(w, text, line->to, line->end, REASON_LINE_NUMBER);
        if (line->from == line->to)
            continue;
        bool after_page = i > first && i - 1 != *above && *above < first;
        if ((i == first || after_page || line->breaks) && !line->joins &&
            !(*above >= 0 && w->lines->items[*above].hyphen))
            flush(w);
        add_line(w, i, *above, &mark);
        *above = i;
    }
}

static bool is_touched(const struct page_lines *l, ptrdiff_t first, ptrdiff_t end)
{
    for (ptrdiff_t i = first; i < end; i++) {
        const struct page_line *line = &l->items[i];
        if (line->taken != REASON_NONE || line->number || line->joins || line->breaks ||
            line->hyphen)
            return true;
    }
    /* the next paragraph may go on with this one */
    for (ptrdiff_t i = end; i < l->count; i++) {
        const struct page_line *line = &l->items[i];
        if (line->taken == REASON_NONE && line->from < line->to)
            return line->joins;
    }
    return false;
}

static void write_blocks(struct writer *w)
{
    const struct page_lines *l = w->lines;
    ptrdiff_t line = 0, above = -1;
    w->text = (struct textbuf){.arena = &w->scratch, .source = w->in->source};
    for (ptrdiff_t i = 0; i < w->in->block_count; i++) {
        const struct block *b = &w->in->blocks[i];
        ptrdiff_t first = line;
        while (line < l->count && l->items[line].block == i)
            line++;
        if (b->kind == BLOCK_PARAGRAPH && is_touched(l, first, line)) {
            write_lines(w, first, line, &above);
            continue;
        }
        flush(w);
        above = -1;
        struct block *copy = document_add(w->out, w->a, b->kind, b->text);
        *copy = *b;
    }
    flush(w);
}

/* Arrays of about the size that they will have: an arena keeps what it outgrew. */
static void make_room(struct writer *w)
{
    const struct page_lines *l = w->lines;
    ptrdiff_t blocks = w->in->block_count, disposals = w->in->disposal_count;
    for (ptrdiff_t i = 0; i < l->count; i++) {
        const struct page_line *line = &l->items[i];
        blocks += line->breaks;
        disposals += line->taken != REASON_NONE || line->number || line->unhyphen;
    }
    struct document *out = w->out;
    out->blocks = arena_array(w->a, struct block, blocks);
    out->block_count = 0;
    out->block_capacity = blocks;
    out->disposals = arena_array(w->a, struct disposal, disposals);
    out->disposal_capacity = disposals;
    if (w->in->disposal_count)
        memcpy(out->disposals, w->in->disposals,
               (size_t)w->in->disposal_count * sizeof *out->disposals);
}

const struct document *pages_clean(struct arena *a, const struct document *doc)
{
    struct arena lines_arena = {0}, scratch = {0};
    struct page_lines l = page_lines_make(&lines_arena, doc);
    bool any = page_numbers_find(&l, &scratch);
    arena_clear(&scratch);
    any |= page_furniture_find(&l, &scratch);
    arena_clear(&scratch);
    any |= page_hyphens_find(&l, &scratch);
    arena_clear(&scratch);
    const struct document *result = doc;
    if (any) {
        find_joins(&l);
        struct writer w = {.a = a, .in = doc, .lines = &l};
        w.out = arena_new(a, struct document);
        *w.out = *doc;
        make_room(&w);
        write_blocks(&w);
        arena_clear(&w.scratch);
        result = w.out;
    }
    arena_clear(&lines_arena);
    return result;
}
