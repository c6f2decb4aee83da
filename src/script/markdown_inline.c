#include "script/markdown_inline.h"

#include <string.h>

#include "base/unicode.h"
#include "script/escape.h"
#include "script/ssml.h"

bool inline_is_empty(const struct inline_reader *r)
{
    return !r->piece_count || (r->piece_count == 1 && r->pieces[0].kind == PIECE_BLANK);
}

void inline_dispose(struct inline_reader *r, ptrdiff_t begin, ptrdiff_t end,
                    enum reason reason)
{
    if (begin < end)
        *arena_push(r->a, r->disposals, r->script->disposal_count, r->disposal_capacity) =
            (struct disposal){(int32_t)begin, (int32_t)end, reason};
    r->script->disposals = r->disposals;
}

/* Blanks at the beginning are none. */
static struct piece *add_piece(struct inline_reader *r, enum piece_kind kind,
                               ptrdiff_t begin, ptrdiff_t end)
{
    if (r->piece_count == 1 && r->pieces[0].kind == PIECE_BLANK)
        r->piece_count = 0;
    struct piece *p =
        arena_push(&r->scratch, r->pieces, r->piece_count, r->piece_capacity);
    *p = (struct piece){.kind = kind, .begin = begin, .end = end};
    return p;
}

static ptrdiff_t line_end(struct str s, ptrdiff_t at)
{
    while (at < s.len && s.ptr[at] != '\n' && s.ptr[at] != '\r')
        at++;
    return at;
}

/* ---- comments ---- */

/* What a comment says, without "not spoken (reason):". */
static enum reason comment_reason(struct inline_reader *r, struct place place,
                                  struct str *words)
{
    static const char prefix[] = "not spoken";
    struct str s = str_trim(*words), head, tail;
    if (!str_starts(s, S("not spoken")) || !str_cut(s, ':', &head, &tail))
        return REASON_COMMENT;
    head = str_trim(str_slice(head, (ptrdiff_t)sizeof prefix - 1, head.len));
    if (head.len && (head.ptr[0] != '(' || head.ptr[head.len - 1] != ')'))
        return REASON_COMMENT;
    struct str name = str_slice(head, 1, head.len - 1);
    enum reason reason = name.len ? reason_from_name(name) : REASON_COMMENT;
    if (reason == REASON_NONE) {
        diag_warning(r->d, place, "reason-unknown", NULL,
                     "'%.*s' is no reason for not speaking; taken as a comment",
                     STR_ARGS(name));
        return REASON_COMMENT;
    }
    *words = tail;
    return reason;
}

/* The words of a comment, unescaped and on one line. */
static struct text comment_text(struct inline_reader *r, ptrdiff_t begin, ptrdiff_t end)
{
    struct textbuf b = {.arena = r->a, .source = r->script->source};
    struct str s = str_slice(r->script->source->bytes, 0, end);
    ptrdiff_t from = begin; /* of what is to be copied as it is */
    for (ptrdiff_t at = begin; at < end;) {
        ptrdiff_t here = at;
        int32_t c = s.ptr[at] == '&' ? escape_read_reference(s, &at) : -1;
        if (c < 0 && s.ptr[at] == '\\' && at + 1 < end &&
            escape_is_punctuation(s.ptr[at + 1])) {
            c = s.ptr[at + 1];
            at += 2;
        }
        if (c < 0) {
            at++;
            continue;
        }
        char bytes[4];
        textbuf_verbatim(&b, from, here);
        textbuf_replace(&b, (struct str){bytes, utf8_encode(c, bytes)}, here, at);
        from = at;
    }
    textbuf_verbatim(&b, from, end);
    struct text text = text_fold_spaces(r->a, textbuf_done(&b));
    struct place kept = text_place(text, 0, text.str.len);
    inline_dispose(r, begin, text.str.len ? kept.begin : end,
                   REASON_MARKUP); /* "&nbsp;" */
    inline_dispose(r, text.str.len ? kept.end : end, end, REASON_MARKUP);
    return text;
}

/* Reads the comment at `begin`; returns the byte behind it. */
static ptrdiff_t read_comment(struct inline_reader *r, ptrdiff_t begin, ptrdiff_t limit)
{
    const struct source *source = r->script->source;
    struct str inside = str_slice(source->bytes, begin + 4, limit);
    ptrdiff_t length = str_find(inside, S("-->"));
    if (length < 0) {
        diag_error(r->d, place_of(source, begin, begin + 4), "comment-unclosed",
                   "end it with -->", "this comment has no end");
        r->wrong = true;
        length = inside.len;
    }
    ptrdiff_t end = begin + 4 + length, behind = end + 3 < limit ? end + 3 : limit;
    struct str words = str_slice(inside, 0, length);
    struct comment c = {.reason =
                            comment_reason(r, place_of(source, begin, behind), &words)};
    struct str kept = str_trim(words);
    if (!kept.len) {
        inline_dispose(r, begin, behind, REASON_MARKUP);
        return behind;
    }
    ptrdiff_t from = kept.ptr - source->bytes.ptr;
    c.text = comment_text(r, from, from + kept.len);
    inline_dispose(r, begin, from, REASON_MARKUP);
    inline_dispose(r, from + kept.len, behind, REASON_MARKUP);
    if (c.text.str.len && inline_is_empty(r)) /* it stands where it stands */
        script_add_note(r->script, r->a, c.text, c.reason);
    else if (c.text.str.len)
        *arena_push(r->a, r->comments, r->comment_count, r->comment_capacity) = c;
    return behind;
}

void inline_add_notes(struct inline_reader *r)
{
    for (ptrdiff_t i = 0; i < r->comment_count; i++)
        script_add_note(r->script, r->a, r->comments[i].text, r->comments[i].reason);
    r->comment_count = 0;
}

/* ---- pieces ---- */

void inline_add_tag(struct inline_reader *r, const struct ssml_tag *tag)
{
    struct ssml_tag *kept = arena_new(&r->scratch, struct ssml_tag);
    *kept = *tag;
    add_piece(r, PIECE_TAG, tag->place.begin, tag->place.end)->tag = kept;
}

bool inline_ends_in_words(const struct inline_reader *r)
{
    for (ptrdiff_t i = r->piece_count; i-- > 0;) {
        const struct piece *p = &r->pieces[i];
        if (p->kind == PIECE_TAG && p->tag->element == SSML_BREAK)
            return false;
        if (p->kind == PIECE_TEXT || p->kind == PIECE_CHARACTER)
            return true;
    }
    return false;
}

static ptrdiff_t read_tag(struct inline_reader *r, ptrdiff_t begin, ptrdiff_t limit)
{
    struct ssml_tag tag = ssml_read(r->a, r->script->source, begin, limit, false, r->d);
    if (tag.element == SSML_NONE)
        add_piece(r, PIECE_TEXT, begin, tag.place.end);
    else
        inline_add_tag(r, &tag);
    r->wrong = r->wrong || tag.wrong;
    return tag.place.end;
}

static bool is_alphanumeric(int32_t c)
{
    return c >= 0 && (unicode_is_letter(c) || unicode_is_digit(c) || unicode_is_mark(c));
}

/* A run of '*' or '_'. CommonMark 0.31 section 6.2: left-flanking runs open, right-flanking ones
 * close; '_' does neither inside a word. */
static ptrdiff_t read_emphasis(struct inline_reader *r, ptrdiff_t begin, ptrdiff_t limit)
{
    struct str s = str_slice(r->script->source->bytes, 0, limit);
    char mark = s.ptr[begin];
    ptrdiff_t end = begin, before_at = begin;
    while (end < limit && s.ptr[end] == mark)
        end++;
    ptrdiff_t after_at = end;
    int32_t before = utf8_previous(s, &before_at), after = utf8_next(s, &after_at);
    bool blank_before = before < 0 || utf8_is_space(before);
    bool blank_after = after < 0 || utf8_is_space(after);
    bool word_before = is_alphanumeric(before), word_after = is_alphanumeric(after);
    bool left = !blank_after && (word_after || !word_before);
    bool right = !blank_before && (word_before || !word_after);
    struct piece *p = add_piece(r, PIECE_EMPHASIS, begin, end);
    p->opens = left && (mark == '*' || !right || !word_before);
    p->closes = right && (mark == '*' || !left || !word_after);
    return end;
}

/* A backslash: with the punctuation behind it, before a line's end, or as it is. */
static ptrdiff_t read_backslash(struct inline_reader *r, ptrdiff_t begin, ptrdiff_t end)
{
    struct str s = r->script->source->bytes;
    if (begin + 1 < end && escape_is_punctuation(s.ptr[begin + 1])) {
        add_piece(r, PIECE_CHARACTER, begin, begin + 2)->character = s.ptr[begin + 1];
        return begin + 2;
    }
    if (begin + 1 == end && end < s.len) /* Markdown's hard line break */
        inline_dispose(r, begin, end, REASON_MARKUP);
    else
        add_piece(r, PIECE_TEXT, begin, begin + 1);
    return begin + 1;
}

static ptrdiff_t read_reference(struct inline_reader *r, ptrdiff_t begin, ptrdiff_t end)
{
    ptrdiff_t at = begin;
    int32_t c = escape_read_reference(str_slice(r->script->source->bytes, 0, end), &at);
    if (c < 0) {
        add_piece(r, PIECE_TEXT, begin, begin + 1);
        return begin + 1;
    }
    bool blank = utf8_is_space(c);
    if (blank) /* the blank is added, so that it can be folded without losing these bytes */
        inline_dispose(r, begin, at, REASON_MARKUP);
    add_piece(r, blank ? PIECE_BLANK : PIECE_CHARACTER, blank ? at : begin, at)
        ->character = c;
    return at;
}

static bool is_special(char c)
{
    return c == '\\' || c == '&' || c == '<' || c == '*' || c == '_';
}

/* Words with single blanks between them; or a run of other blanks. */
static ptrdiff_t read_words(struct inline_reader *r, ptrdiff_t begin, ptrdiff_t end)
{
    struct str s = str_slice(r->script->source->bytes, 0, end);
    ptrdiff_t at = begin, words = begin; /* words: behind the last of them */
    while (at < end && !is_special(s.ptr[at])) {
        int32_t c = utf8_next(s, &at);
        if (!utf8_is_space(c))
            words = at;
        else if (c != ' ' || words == begin || at - words > 1)
            break;
    }
    if (words > begin) {
        add_piece(r, PIECE_TEXT, begin, words);
        return words;
    }
    for (at = begin; at < end; words = at)
        if (!utf8_is_space(utf8_next(s, &at)))
            break;
    if (words > begin) {
        add_piece(r, PIECE_BLANK, begin, words);
        return words;
    }
    add_piece(r, PIECE_TEXT, begin, begin + 1); /* a special that is none */
    return begin + 1;
}

ptrdiff_t inline_read(struct inline_reader *r, ptrdiff_t begin, ptrdiff_t end,
                      ptrdiff_t limit)
{
    struct str s = r->script->source->bytes;
    while (begin < end) {
        char c = s.ptr[begin], next = begin + 1 < end ? s.ptr[begin + 1] : ' ';
        bool tag =
            (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || next == '/';
        if (c == '\\')
            begin = read_backslash(r, begin, end);
        else if (c == '&')
            begin = read_reference(r, begin, end);
        else if (c == '*' || c == '_')
            begin = read_emphasis(r, begin, end);
        else if (c == '<' && str_starts(str_slice(s, begin, limit), S("<!--")))
            begin = read_comment(r, begin, limit);
        else if (c == '<' && (tag || next == '!' || next == '?'))
            begin = read_tag(r, begin, limit);
        else
            begin = read_words(r, begin, end);
        if (begin > end) /* a comment or a tag went on */
            end = line_end(str_slice(s, 0, limit), begin);
    }
    return end;
}

void inline_add_words(struct inline_reader *r, ptrdiff_t begin, ptrdiff_t end)
{
    struct str s = str_slice(r->script->source->bytes, 0, end);
    while (begin < end) {
        ptrdiff_t at = begin, next = begin;
        bool blank = utf8_is_space(utf8_next(s, &next));
        for (at = next; at < end && utf8_is_space(utf8_next(s, &next)) == blank;)
            at = next;
        add_piece(r, blank ? PIECE_BLANK : PIECE_TEXT, begin, at);
        begin = at;
    }
}

void inline_add_character(struct inline_reader *r, struct str text, ptrdiff_t begin,
                          ptrdiff_t end)
{
    ptrdiff_t at = 0;
    int32_t c = utf8_next(text, &at);
    bool reference = r->script->source->bytes.ptr[begin] == '&';
    bool blank = utf8_is_space(c);
    if (blank && reference) /* as in read_reference */
        inline_dispose(r, begin, end, REASON_MARKUP);
    add_piece(r, blank ? PIECE_BLANK : PIECE_CHARACTER, blank && reference ? end : begin,
              end)
        ->character = c;
}
