#include "transcript/inline.h"

#include <stdlib.h>

#include "transcript/inline_tokens.h"

/* Marks in a paragraph longer than this are left as they are: nobody writes such by hand, and each
 * takes memory. */
enum { MARKED_MOST = 2 << 20 };

struct block_reader {
    struct inline_reader *r;
    struct token_list tokens;
    const struct byte_range *lines;
    ptrdiff_t line_count;
    struct textbuf text; /* in the making */
    ptrdiff_t line;      /* the line that the next byte is in */
    ptrdiff_t line_at;   /* its first byte in the buffer */
};

/* The next piece of [*from, to) of the buffer that lies in one line and outside of what was
 * blanked, as source bytes; false at the end. Calls ascend. */
static bool next_piece(struct block_reader *b, ptrdiff_t *from, ptrdiff_t to,
                       struct byte_range *piece)
{
    struct inline_reader *r = b->r;
    while (*from < to) {
        const struct byte_range *line = &b->lines[b->line];
        ptrdiff_t line_end = b->line_at + line->end - line->begin;
        if (*from > line_end || (*from == line_end && b->line + 1 < b->line_count)) {
            *from = *from == line_end ? line_end + 1 : *from; /* the line's end itself */
            b->line_at = line_end + 1;
            b->line++;
            continue;
        }
        piece->begin = line->begin + *from - b->line_at;
        piece->end = line->begin + (to < line_end ? to : line_end) - b->line_at;
        while (r->blanked_at < r->blanked_count &&
               r->blanked[r->blanked_at].end <= piece->begin)
            r->blanked_at++;
        if (r->blanked_at < r->blanked_count) {
            struct byte_range hole = r->blanked[r->blanked_at];
            if (hole.begin <= piece->begin) {
                *from += (hole.end < piece->end ? hole.end : piece->end) - piece->begin;
                continue;
            }
            piece->end = hole.begin < piece->end ? hole.begin : piece->end;
        }
        *from += piece->end - piece->begin;
        return true;
    }
    return false;
}

static void emit_plain(struct block_reader *b, ptrdiff_t from, ptrdiff_t to)
{
    struct byte_range piece;
    ptrdiff_t before = -1;
    while (next_piece(b, &from, to, &piece)) {
        if (before >= 0 && before != piece.begin) /* a comment stood between */
            textbuf_replace(&b->text, S(" "), piece.begin, piece.begin);
        document_verbatim(b->r->doc, b->r->a, &b->text, piece.begin, piece.end);
        before = piece.end;
    }
}

static void dispose(struct block_reader *b, ptrdiff_t from, ptrdiff_t to,
                    enum reason reason)
{
    struct byte_range piece;
    while (next_piece(b, &from, to, &piece))
        document_dispose(b->r->doc, b->r->a, piece.begin, piece.end, reason);
}

static void emit_replacement(struct block_reader *b, const struct token *t)
{
    ptrdiff_t from = t->at;
    struct byte_range piece;
    if (str_trim(t->with).len) {
        if (next_piece(b, &from, t->at + t->len, &piece))
            textbuf_replace(&b->text, t->with, piece.begin, piece.end);
        return;
    }
    while (next_piece(b, &from, t->at + t->len, &piece)) {
        document_dispose(b->r->doc, b->r->a, piece.begin, piece.end, REASON_MARKUP);
        textbuf_replace(&b->text, t->with, piece.end, piece.end);
    }
}

/* The line end with the blanks around it, as far as nothing but blanks stand there. */
static void emit_line_end(struct block_reader *b, const struct token *t)
{
    struct str bytes = b->r->doc->source->bytes;
    ptrdiff_t line = b->line;
    while (line + 1 < b->line_count &&
           b->line_at + b->lines[line].end - b->lines[line].begin < t->at) {
        b->line_at += b->lines[line].end - b->lines[line].begin + 1;
        line = ++b->line;
    }
    ptrdiff_t begin = b->lines[line].end, end = begin;
    while (end < bytes.len && (bytes.ptr[end] == ' ' || bytes.ptr[end] == '\t'))
        end++;
    if (end < bytes.len && bytes.ptr[end] == '\r')
        end++;
    if (end < bytes.len && bytes.ptr[end] == '\n')
        end++;
    if (end - begin == 1 && bytes.ptr[begin] == '\n')
        textbuf_verbatim(&b->text, begin, end);
    else
        textbuf_replace(&b->text, S("\n"), begin, end);
}

static void emit_token(struct block_reader *b, struct token *t)
{
    const struct delimiter *d;
    switch (t->kind) {
    case TOKEN_DROP:
        dispose(b, t->at, t->at + t->len, t->reason);
        break;
    case TOKEN_REPLACE:
        emit_replacement(b, t);
        break;
    case TOKEN_LINE_END:
        emit_line_end(b, t);
        break;
    case TOKEN_DELIMITERS:
        d = &b->tokens.runs[t->delimiter];
        dispose(b, t->at, t->at + d->left, REASON_MARKUP);
        emit_plain(b, t->at + d->left, t->at + d->len - d->right);
        dispose(b, t->at + d->len - d->right, t->at + d->len, REASON_MARKUP);
        break;
    }
}

static void emit(struct block_reader *b)
{
    ptrdiff_t at = 0;
    for (ptrdiff_t i = 0; i < b->tokens.token_count; i++) {
        struct token *t = &b->tokens.tokens[i];
        emit_plain(b, at, t->at);
        t->out_begin = b->text.chars.len;
        emit_token(b, t);
        t->out_end = b->text.chars.len;
        at = t->at + t->len;
    }
    emit_plain(b, at, b->tokens.s.len);
}

static int compare_marks(const void *x, const void *y)
{
    const struct mark *a = x, *b = y;
    if (a->begin != b->begin)
        return a->begin < b->begin ? -1 : 1;
    if (a->end != b->end)
        return a->end > b->end ? -1 : 1;
    return (a->kind > b->kind) - (a->kind < b->kind);
}

static void add_marks(struct block_reader *b, struct block *block, ptrdiff_t trimmed)
{
    struct mark *marks = arena_array(b->r->a, struct mark, b->tokens.span_count);
    ptrdiff_t len = block->text.str.len;
    const struct span *spans = b->tokens.spans;
    for (ptrdiff_t i = 0; i < b->tokens.span_count; i++) {
        struct mark m = {b->tokens.tokens[spans[i].open].out_end - trimmed,
                         b->tokens.tokens[spans[i].close].out_begin - trimmed,
                         spans[i].kind};
        m.begin = m.begin < 0 ? 0 : m.begin;
        m.end = m.end > len ? len : m.end;
        if (m.begin < m.end)
            marks[block->mark_count++] = m;
    }
    qsort(marks, (size_t)block->mark_count, sizeof *marks, compare_marks);
    block->marks = marks;
}

static struct str join_lines(struct inline_reader *r, const struct byte_range *lines,
                             ptrdiff_t count)
{
    if (count == 1)
        return str_slice(r->work, lines[0].begin, lines[0].end);
    struct strbuf b = {.arena = r->scratch};
    for (ptrdiff_t i = 0; i < count; i++) {
        if (i)
            strbuf_add_byte(&b, '\n');
        strbuf_add(&b, str_slice(r->work, lines[i].begin, lines[i].end));
    }
    return strbuf_str(&b);
}

struct block *inline_block(struct inline_reader *r, enum block_kind kind,
                           const struct byte_range *lines, ptrdiff_t count, bool plain)
{
    struct block_reader b = {.r = r,
                             .tokens = {.scratch = r->scratch,
                                        .s = join_lines(r, lines, count),
                                        .references = r->references,
                                        .reference_count = r->reference_count},
                             .lines = lines,
                             .line_count = count,
                             .text = {.arena = r->a, .source = r->doc->source}};
    tokens_scan(&b.tokens, plain || b.tokens.s.len > MARKED_MOST);
    emit(&b);
    struct text t = textbuf_done(&b.text);
    struct str kept = str_trim(t.str);
    if (!kept.len)
        return NULL;
    ptrdiff_t from = kept.ptr - t.str.ptr;
    struct block *block =
        document_add(r->doc, r->a, kind, text_slice(r->a, t, from, from + kept.len));
    add_marks(&b, block, from);
    return block;
}

bool inline_is_link_bar(const struct block *b)
{
    struct str s = b->text.str;
    ptrdiff_t at = 0, links = 0;
    bool bar = false;
    for (ptrdiff_t i = 0; i <= b->mark_count; i++) {
        ptrdiff_t end = i < b->mark_count ? b->marks[i].begin : s.len;
        if (i < b->mark_count && (b->marks[i].kind != MARK_LINK || end < at))
            continue;
        while (at < end) {
            int32_t c = utf8_next(s, &at);
            if (c != '|' && c != 0xB7 && c != 0x2022 && !utf8_is_space(c))
                return false;
            bar = bar || !utf8_is_space(c);
        }
        if (i < b->mark_count) {
            at = b->marks[i].end;
            links++;
        }
    }
    return bar && links >= 2;
}
