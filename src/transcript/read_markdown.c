/* Markdown: blocks as CommonMark has them, read with a transcript's eyes -- text that is indented
 * is no code, and nothing that somebody said is a link's definition or a heading's underline. */
#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "transcript/commonmark.h"
#include "transcript/inline.h"
#include "transcript/metadata.h"
#include "transcript/read.h"
#include "transcript/tags.h"

/* Marks among words are evidence, but a page, a screenplay and JSON hold them, too: those are surer
 * of themselves. */
enum { SURE_MOST = 86, SNIFFED_BYTES = 64 << 10, SCRATCH_MOST = 256 << 10 };

/* Evidence in one line: headings, bold labels, links, escaped brackets. */
static int sniff_line(struct str line)
{
    int score = 0;
    ptrdiff_t hashes = 0;
    while (hashes < line.len && line.ptr[hashes] == '#')
        hashes++;
    if (hashes >= 1 && hashes <= 6 && hashes < line.len && line.ptr[hashes] == ' ')
        score += 25;
    if (str_starts(line, S("**"))) {
        struct str rest = str_slice(line, 2, line.len);
        ptrdiff_t end = str_find(rest, S("**"));
        score += end > 0 && rest.ptr[0] != ' ' ? 25 : 0;
    }
    if (str_find(line, S("](http")) >= 0 || str_find(line, S("<http")) >= 0)
        score += 15;
    if (str_find(line, S("\\[")) >= 0 || str_starts(line, S("\\")))
        score += 25; /* an escape is nothing else */
    score += str_find(line, S("**")) > 0 ? 10 : 0;
    return score;
}

static int sniff(const struct source *s)
{
    if (metadata_last_line(s, 1))
        return 90;
    int score = 0;
    for (ptrdiff_t line = 1; line <= s->line_count && score < SURE_MOST; line++) {
        if (s->line_starts[line - 1] > SNIFFED_BYTES)
            break;
        struct str content = source_line(s, line);
        score += sniff_line(str_slice(content, 0, SNIFFED_BYTES));
    }
    return score < SURE_MOST ? score : SURE_MOST;
}

struct markdown_reader {
    struct inline_reader in;
    struct arena scratch;     /* of the whole file */
    struct arena block;       /* of the block in the making */
    ptrdiff_t first;          /* the body's first line in the source, 1-based */
    struct byte_range *lines; /* of the block in the making */
    ptrdiff_t line_count, line_capacity;
    struct byte_range *blanked;
    ptrdiff_t blanked_count, blanked_capacity;
    struct str *references;
    ptrdiff_t reference_count, reference_capacity;
};

static void blank_out(struct markdown_reader *m, ptrdiff_t begin, ptrdiff_t end,
                      enum reason reason)
{
    struct document *doc = m->in.doc;
    if (m->in.work.ptr == doc->source->bytes.ptr)
        m->in.work = str_copy(&m->scratch, doc->source->bytes);
    char *work = (char *)m->in.work.ptr; /* our own copy */
    for (ptrdiff_t i = begin; i < end; i++)
        if (work[i] != '\n' && work[i] != '\r')
            work[i] = ' ';
    *arena_push(&m->scratch, m->blanked, m->blanked_count, m->blanked_capacity) =
        (struct byte_range){begin, end};
    document_dispose(doc, m->in.a, begin, end, reason);
}

/* The next "<!--" that is closed before another begins, from byte `at` on; *end behind its "-->".
 * -1: there is none. One that is never closed is somebody's arrow. */
static ptrdiff_t next_comment(struct str s, ptrdiff_t at, ptrdiff_t *end)
{
    for (;;) {
        ptrdiff_t open = str_find(str_slice(s, at, s.len), S("<!--"));
        if (open < 0)
            return -1;
        open += at;
        ptrdiff_t close = open + 4;
        while (close < s.len && !str_starts(str_slice(s, close, s.len), S("-->")) &&
               !str_starts(str_slice(s, close, s.len), S("<!--")))
            close++;
        if (close == s.len)
            return -1;
        if (s.ptr[close] == '-') {
            *end = close + 3;
            return open;
        }
        at = close;
    }
}

static void blank_comments(struct markdown_reader *m, ptrdiff_t begin)
{
    struct str s = m->in.doc->source->bytes;
    for (ptrdiff_t open; (open = next_comment(s, begin, &begin)) >= 0;)
        blank_out(m, open, begin, REASON_COMMENT);
}

/* "[label]: https://..." alone on its line: a definition when it leads somewhere. */
static bool is_definition(struct str line, struct str *label)
{
    struct str trimmed = str_trim(line);
    if (!str_starts(trimmed, S("[")) || trimmed.len > 4000)
        return false;
    ptrdiff_t end = str_find(trimmed, S("]:"));
    if (end < 2 || end > 200 || trimmed.ptr[1] == '^')
        return false;
    *label = str_slice(trimmed, 1, end);
    struct str where = str_trim(str_slice(trimmed, end + 2, trimmed.len));
    if (str_starts(where, S("<")))
        where = str_slice(where, 1, where.len);
    ptrdiff_t first_blank = str_find_byte(where, ' ');
    struct str target = first_blank < 0 ? where : str_slice(where, 0, first_blank);
    return str_find(target, S("://")) > 0 || str_starts(target, S("mailto:")) ||
           (target.len > 1 && (target.ptr[0] == '/' || target.ptr[0] == '#'));
}

/* A definition's line but for the comments in it, of which there are `comments`; *comment is the
 * first that does not end before the line. */
static void blank_definition(struct markdown_reader *m, ptrdiff_t begin, ptrdiff_t end,
                             ptrdiff_t comments, ptrdiff_t *comment)
{
    while (*comment < comments && m->blanked[*comment].end <= begin)
        ++*comment;
    for (ptrdiff_t i = *comment; i < comments && m->blanked[i].begin < end; i++) {
        struct byte_range c = m->blanked[i];
        if (begin < c.begin)
            blank_out(m, begin, c.begin, REASON_MARKUP);
        begin = c.end;
    }
    if (begin < end)
        blank_out(m, begin, end, REASON_MARKUP);
}

static void blank_definitions(struct markdown_reader *m)
{
    const struct source *s = m->in.doc->source;
    ptrdiff_t comments = m->blanked_count, comment = 0; /* those stand in order */
    for (ptrdiff_t line = m->first; line <= s->line_count; line++) {
        struct str content = source_line(s, line), label;
        ptrdiff_t begin = content.ptr - s->bytes.ptr;
        if (memchr(content.ptr, '[', (size_t)(content.len < 4 ? content.len : 4)) ==
                NULL ||
            !is_definition(str_slice(m->in.work, begin, begin + content.len), &label))
            continue;
        *arena_push(&m->scratch, m->references, m->reference_count,
                    m->reference_capacity) = unicode_lower(&m->scratch, label, S(""));
        blank_definition(m, begin, begin + content.len, comments, &comment);
    }
}

static int compare_ranges(const void *x, const void *y)
{
    const struct byte_range *a = x, *b = y;
    return (a->begin > b->begin) - (a->begin < b->begin);
}

static void blank_all(struct markdown_reader *m, ptrdiff_t begin)
{
    blank_comments(m, begin);
    blank_definitions(m);
    if (m->reference_count)
        qsort(m->references, (size_t)m->reference_count, sizeof *m->references,
              str_order);
    if (m->blanked_count)
        qsort(m->blanked, (size_t)m->blanked_count, sizeof *m->blanked, compare_ranges);
    m->in.references = m->references;
    m->in.reference_count = m->reference_count;
    m->in.blanked = m->blanked;
    m->in.blanked_count = m->blanked_count;
}

/* A line of the body (1-based) without blanks at its end, comments blanked. */
static struct byte_range body_line(const struct markdown_reader *m, ptrdiff_t line)
{
    const struct source *s = m->in.doc->source;
    struct str content = source_line(s, m->first + line - 1);
    ptrdiff_t begin = content.ptr - s->bytes.ptr;
    struct str work = str_slice(m->in.work, begin, begin + content.len);
    struct str trimmed = str_trim(work);
    ptrdiff_t end = trimmed.len ? trimmed.ptr - m->in.work.ptr + trimmed.len : begin;
    return (struct byte_range){begin, end};
}

/* Mark-up between the blanks of [begin, end). What was blanked there has been disposed of. */
static void dispose_markup(struct markdown_reader *m, ptrdiff_t begin, ptrdiff_t end)
{
    for (ptrdiff_t at = begin; at < end;) {
        ptrdiff_t from = at;
        if (m->in.work.ptr[at] == ' ' || m->in.work.ptr[at] == '\t') {
            at++;
            continue;
        }
        while (at < end && m->in.work.ptr[at] != ' ' && m->in.work.ptr[at] != '\t')
            at++;
        document_dispose(m->in.doc, m->in.a, from, at, REASON_MARKUP);
    }
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/* Adds a line to the block in the making: blanks and block-quote marks before it go. */
static void add_line(struct markdown_reader *m, struct byte_range line, ptrdiff_t column,
                     int quotes)
{
    ptrdiff_t at = line.begin;
    const char *work = m->in.work.ptr;
    if (column > 0) {
        at += column < line.end - line.begin ? column : line.end - line.begin;
    } else {
        for (int left = quotes;
             at < line.end && (is_blank(work[at]) || (left && work[at] == '>')); at++)
            left -= work[at] == '>';
    }
    while (at < line.end && is_blank(work[at]))
        at++;
    dispose_markup(m, line.begin, at);
    if (at < line.end)
        *arena_push(&m->block, m->lines, m->line_count, m->line_capacity) =
            (struct byte_range){at, line.end};
}

static void flush(struct markdown_reader *m, enum block_kind kind, int level, int indent,
                  bool plain)
{
    if (m->line_count) {
        struct block *b = inline_block(&m->in, kind, m->lines, m->line_count, plain);
        if (b) {
            b->level = level;
            b->indent = indent;
        }
        if (b && kind == BLOCK_PARAGRAPH && !plain && inline_is_link_bar(b)) {
            for (ptrdiff_t i = 0; i < b->text.run_count; i++)
                document_dispose(m->in.doc, m->in.a, b->text.runs[i].begin,
                                 b->text.runs[i].end, REASON_NAVIGATION);
            m->in.doc->block_count--;
        }
    }
    m->line_count = m->line_capacity = 0;
    m->lines = NULL;
    if (m->block.used > SCRATCH_MOST)
        arena_clear(&m->block);
}

/* Is the line made of nothing but these marks and blanks? */
static bool only_marks(const struct markdown_reader *m, struct byte_range line,
                       const char *marks)
{
    for (ptrdiff_t i = line.begin; i < line.end; i++)
        if (!is_blank(m->in.work.ptr[i]) && !strchr(marks, m->in.work.ptr[i]))
            return false;
    return line.begin < line.end;
}

/* A line that no block holds: list marks without words, fences. Should there be words, they are a
 * paragraph: nothing is lost. */
static void stray_line(struct markdown_reader *m, ptrdiff_t line)
{
    struct byte_range r = body_line(m, line);
    if (r.begin == r.end)
        return;
    if (only_marks(m, r, ">-+*#=_`~.)0123456789")) {
        dispose_markup(m, r.begin, r.end);
        return;
    }
    add_line(m, r, 0, 0);
    flush(m, BLOCK_PARAGRAPH, 0, 0, false);
}

/* A marker of an ordered list is part of what was said: back from the content to the number. */
static ptrdiff_t column_with_number(const struct markdown_reader *m,
                                    struct byte_range line, ptrdiff_t column)
{
    const char *s = m->in.work.ptr + line.begin;
    ptrdiff_t at = column;
    while (at > 0 && is_blank(s[at - 1]))
        at--;
    if (at < 2 || (s[at - 1] != '.' && s[at - 1] != ')'))
        return column;
    ptrdiff_t digits = --at;
    while (at > 0 && s[at - 1] >= '0' && s[at - 1] <= '9')
        at--;
    return at < digits ? at : column;
}

static void paragraph(struct markdown_reader *m, const struct leaf *leaf, ptrdiff_t last)
{
    for (ptrdiff_t i = leaf->first_line; i <= last; i++) {
        struct byte_range line = body_line(m, i);
        ptrdiff_t column = i == leaf->first_line && leaf->depth
                               ? column_with_number(m, line, leaf->column)
                               : 0;
        if (line.begin == line.end)
            flush(m, BLOCK_PARAGRAPH, 0, 4 * leaf->depth, false);
        else
            add_line(m, line, column, leaf->quotes);
    }
    flush(m, BLOCK_PARAGRAPH, 0, 4 * leaf->depth, false);
}

static void separator(struct markdown_reader *m, struct byte_range line, ptrdiff_t column)
{
    dispose_markup(m, line.begin, line.begin + column);
    struct str s = str_slice(m->in.work, line.begin + column, line.end);
    struct str kept = str_trim(s);
    ptrdiff_t begin = line.begin + column + (kept.ptr - s.ptr);
    if (kept.len)
        document_add(m->in.doc, m->in.a, BLOCK_SEPARATOR,
                     text_verbatim(m->in.a, m->in.doc->source, begin, begin + kept.len));
}

/* "# Heading #" */
static void atx_heading(struct markdown_reader *m, const struct leaf *leaf,
                        struct byte_range line)
{
    const char *work = m->in.work.ptr;
    ptrdiff_t at = line.begin + leaf->column, end = line.end;
    while (at < end && work[at] == '#')
        at++;
    ptrdiff_t hashes = end;
    while (hashes > at && work[hashes - 1] == '#')
        hashes--;
    if (hashes == at || is_blank(work[hashes - 1]))
        end = hashes;
    ptrdiff_t closing = end;
    while (end > at && is_blank(work[end - 1]))
        end--;
    add_line(m, (struct byte_range){line.begin, end}, at - line.begin, 0);
    flush(m, BLOCK_HEADING, leaf->level, 0, false);
    dispose_markup(m, closing, line.end);
}

/* A line over "-----" is a heading when it reads like one; else somebody drew a line below what
 * was said. */
static bool reads_like_heading(const struct markdown_reader *m, const struct leaf *leaf,
                               ptrdiff_t last)
{
    struct byte_range line = body_line(m, leaf->first_line);
    struct str s = str_slice(m->in.work, line.begin, line.end);
    return last - leaf->first_line == 1 && s.len < 200 && !str_ends(s, S(".")) &&
           !str_ends(s, S(":")) && !str_ends(s, S("**")) && !str_ends(s, S(","));
}

static bool is_atx(struct str content)
{
    ptrdiff_t hashes = 0;
    while (hashes < content.len && content.ptr[hashes] == '#')
        hashes++;
    return hashes && hashes <= 6 &&
           (hashes == content.len || is_blank(content.ptr[hashes]));
}

/* Returns the last line of it: cmark's may be one too far. */
static ptrdiff_t heading(struct markdown_reader *m, const struct leaf *leaf,
                         ptrdiff_t last)
{
    struct byte_range first = body_line(m, leaf->first_line);
    if (is_atx(str_slice(m->in.work, first.begin + leaf->column, first.end))) {
        atx_heading(m, leaf, first);
        return leaf->first_line;
    }
    ptrdiff_t under = leaf->first_line + 1;
    while (under < last && !only_marks(m, body_line(m, under), "=->"))
        under++;
    struct byte_range line = body_line(m, under);
    if (under > last || !only_marks(m, line, "=->")) {
        paragraph(m, leaf, last);
        return last;
    }
    if (reads_like_heading(m, leaf, under)) {
        add_line(m, first, leaf->depth ? leaf->column : 0, leaf->quotes);
        flush(m, BLOCK_HEADING, leaf->level, 0, false);
        dispose_markup(m, line.begin, line.end);
    } else {
        paragraph(m, leaf, under - 1);
        separator(m, line, 0);
    }
    return under;
}

static void code(struct markdown_reader *m, const struct leaf *leaf, ptrdiff_t last)
{
    struct byte_range first = body_line(m, leaf->first_line);
    bool fence = leaf->fenced || only_marks(m, first, "`~>-+*.)0123456789");
    for (ptrdiff_t i = leaf->first_line; i <= last; i++) {
        struct byte_range line = body_line(m, i);
        bool edge =
            fence && (i == leaf->first_line || (i == last && only_marks(m, line, "`~>")));
        if (edge)
            dispose_markup(m, line.begin, line.end);
        else if (line.begin == line.end)
            flush(m, BLOCK_PARAGRAPH, 0, 4, fence);
        else
            add_line(m, line, 0, leaf->quotes);
    }
    flush(m, BLOCK_PARAGRAPH, 0, 4, fence);
}

/* Returns the last line that was read. */
static ptrdiff_t leaf_block(struct markdown_reader *m, const struct leaf *leaf,
                            ptrdiff_t last)
{
    switch (leaf->kind) {
    case LEAF_PARAGRAPH:
        paragraph(m, leaf, last);
        break;
    case LEAF_HEADING:
        return heading(m, leaf, last);
    case LEAF_CODE:
        code(m, leaf, last);
        break;
    case LEAF_RULE:
        separator(m, body_line(m, leaf->first_line), leaf->column);
        return leaf->first_line;
    }
    return last;
}

/* What cmark is given: where words follow a comment in its line, the comment counts as a word, so
 * that the blanks in its place are no indentation. */
static struct str body_for_cmark(struct markdown_reader *m, ptrdiff_t begin)
{
    struct str body = str_slice(m->in.work, begin, m->in.work.len);
    if (!m->blanked_count)
        return body;
    struct str copy = str_copy(&m->scratch, body);
    char *bytes = (char *)copy.ptr; /* our own */
    for (ptrdiff_t i = 0; i < m->blanked_count; i++) {
        ptrdiff_t from = m->blanked[i].begin - begin, at = m->blanked[i].end - begin,
                  to = at;
        while (at < body.len && is_blank(bytes[at]))
            at++;
        if (at == body.len || bytes[at] == '\n' || bytes[at] == '\r')
            continue;
        while (to > from && bytes[to - 1] == ' ')
            bytes[--to] = 'x';
    }
    return copy;
}

static void read_body(struct markdown_reader *m)
{
    const struct source *s = m->in.doc->source;
    ptrdiff_t begin = s->line_starts[m->first - 1];
    ptrdiff_t lines = s->line_count - m->first + 1;
    struct leaf *leaves;
    ptrdiff_t count = commonmark_leaves(&leaves, &m->scratch, body_for_cmark(m, begin));
    ptrdiff_t line = 1;
    for (ptrdiff_t i = 0; i < count; i++) {
        const struct leaf *leaf = &leaves[i];
        if (leaf->first_line < line)
            continue; /* two blocks in one line cannot be; nothing is read twice */
        while (line < leaf->first_line)
            stray_line(m, line++);
        ptrdiff_t next = i + 1 < count ? leaves[i + 1].first_line : lines + 1;
        ptrdiff_t last = leaf->last_line < next ? leaf->last_line : next - 1;
        last = last < leaf->first_line ? leaf->first_line : last > lines ? lines : last;
        line = leaf_block(m, leaf, last) + 1;
    }
    while (line <= lines)
        stray_line(m, line++);
}

static enum bc_status read(struct document *doc, struct arena *a, const struct source *s,
                           struct diag *d)
{
    struct markdown_reader m = {.in = {.doc = doc, .a = a, .work = s->bytes}, .first = 1};
    m.in.scratch = &m.block;
    ptrdiff_t last = metadata_last_line(s, 1);
    if (last) {
        metadata_read(doc, a, 1, last, d);
        m.first = last + 1;
    }
    if (m.first <= s->line_count) {
        blank_all(&m, s->line_starts[m.first - 1]);
        read_body(&m);
    }
    arena_clear(&m.block);
    arena_clear(&m.scratch);
    return BC_OK;
}

const struct reader read_markdown = {"markdown", sniff, read};
