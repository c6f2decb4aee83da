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

static ptrdiff_t read_tag(struct inline_reader *r, ptrdiff_t begin, ptrdiff_t limit)
{
    struct ssml_tag tag = ssml_read(r->a, r->script->source, begin, limit, r->d);
    bool known = tag.element != SSML_NONE;
    struct piece *p = add_piece(r, known ? PIECE_TAG : PIECE_TEXT, begin, tag.place.end);
    if (known) {
        struct ssml_tag *kept = arena_new(&r->scratch, struct ssml_tag);
        *kept = tag;
        p->tag = kept;
    }
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

/* ---- settling ---- */

/* Finds the runs of emphasis that belong together: equal marks, equally many. Each kind by itself,
 * so that it takes one step a run. */
static void pair_emphasis(struct inline_reader *r)
{
    enum { LONGEST = 3 };
    ptrdiff_t *stacks[2][LONGEST] = {0}, counts[2][LONGEST] = {0},
              capacities[2][LONGEST] = {0};
    for (ptrdiff_t i = 0; i < r->piece_count; i++) {
        struct piece *p = &r->pieces[i];
        ptrdiff_t length = p->end - p->begin;
        if (p->kind != PIECE_EMPHASIS || length > LONGEST)
            continue;
        int mark = r->script->source->bytes.ptr[p->begin] == '*';
        ptrdiff_t **stack = &stacks[mark][length - 1], *count = &counts[mark][length - 1];
        if (p->closes && *count) {
            r->pieces[(*stack)[--*count]].paired = p->paired = true;
        } else if (p->opens) {
            *arena_push(&r->scratch, *stack, *count, capacities[mark][length - 1]) = i;
        }
    }
}

struct settling {
    struct inline_reader *r;
    struct textbuf text;
    ptrdiff_t blank_begin,
        blank_end; /* a blank to be added before the next word; -1: none */
    struct tag *tags;
    ptrdiff_t tag_count, tag_capacity;
};

static void refuse(struct inline_reader *r, struct place place, const char *code,
                   const char *hint, const char *what)
{
    diag_error(r->d, place, code, hint, "%s", what);
    r->wrong = true;
}

static void note_blank(struct settling *t, const struct piece *p)
{
    struct str text = strbuf_str(&t->text.chars);
    if (!text.len || text.ptr[text.len - 1] == ' ')
        return;
    if (t->blank_begin < 0) {
        t->blank_begin = p->begin;
        t->blank_end = p->end;
    } else if (t->blank_end == p->begin) {
        t->blank_end = p->end;
    }
}

static void add_blank(struct settling *t)
{
    if (t->blank_begin < 0)
        return;
    struct str blank =
        str_slice(t->r->script->source->bytes, t->blank_begin, t->blank_end);
    if (str_eq(blank, S(" ")))
        textbuf_verbatim(&t->text, t->blank_begin, t->blank_end);
    else
        textbuf_replace(&t->text, S(" "), t->blank_begin, t->blank_end);
    t->blank_begin = -1;
}

static struct tag *add_tag(struct settling *t, const struct ssml_tag *from)
{
    struct tag *tag = arena_push(t->r->a, t->tags, t->tag_count, t->tag_capacity);
    *tag = (struct tag){.kind = from->element == SSML_BREAK  ? TAG_BREAK
                                : from->element == SSML_MARK ? TAG_MARK
                                : ssml_nests(from->element)  ? TAG_STYLE
                                                             : TAG_SUB,
                        .element = from->element,
                        .begin = t->text.chars.len,
                        .end = t->text.chars.len,
                        .pause_ms = from->pause_ms,
                        .alias = from->element == SSML_MARK ? from->name : from->alias,
                        .phonemes = from->element == SSML_PHONEME,
                        .attributes = from->attributes,
                        .place = from->place};
    return tag;
}

/* Before a word: elements begin with it, not with the blank before. */
static void begin_elements(struct settling *t)
{
    struct inline_reader *r = t->r;
    for (int i = 0; i < r->open_count; i++) {
        if (r->open[i].index >= 0)
            continue;
        add_tag(t, &r->open[i].tag)->style = r->open[i].style;
        r->open[i].index = t->tag_count - 1;
    }
}

static const struct open_element *innermost(const struct inline_reader *r)
{
    return r->open_count ? &r->open[r->open_count - 1] : NULL;
}

static void settle_open(struct settling *t, const struct ssml_tag *tag)
{
    struct inline_reader *r = t->r;
    const struct open_element *around = innermost(r);
    if (around && !ssml_nests(around->tag.element)) {
        refuse(
            r, tag->place, "tag-nested",
            str_z(r->a, str_format(r->a, "end that one first, with </%s>",
                                   ssml_name(around->tag.element))),
            str_z(r->a, str_format(r->a, "a <%s> inside a <%s>", ssml_name(tag->element),
                                   ssml_name(around->tag.element))));
        return;
    }
    if (r->open_count == SSML_DEPTH_MOST) {
        refuse(r, tag->place, "tag-nested", NULL, "elements within elements, too deep");
        return;
    }
    int32_t style = around ? around->style : 0;
    if (ssml_nests(tag->element))
        style = script_add_style(
            r->script, r->a, style_changed(script_style(r->script, style), &tag->change));
    r->open[r->open_count++] = (struct open_element){*tag, style, -1};
}

/* An element that stands for its words has them all now. */
static void settle_words(struct settling *t, const struct open_element *e)
{
    struct inline_reader *r = t->r;
    struct tag *tag = &t->tags[e->index];
    if (tag->kind != TAG_SUB || e->tag.wrong)
        return;
    struct str language = script_style(r->script, e->style)->language;
    struct str words = str_slice(strbuf_str(&t->text.chars), tag->begin, tag->end);
    if (!ssml_say(&tag->alias, r->a, &e->tag, words,
                  language.len ? language : r->script->language, r->d))
        r->wrong = true;
}

static void settle_close(struct settling *t, const struct ssml_tag *tag)
{
    struct inline_reader *r = t->r;
    const struct open_element *inner = innermost(r);
    int i = r->open_count - 1;
    while (i >= 0 && r->open[i].tag.element != tag->element)
        i--;
    if (i < 0) {
        refuse(r, tag->place, "tag-unopened", NULL,
               str_z(r->a, str_format(r->a, "</%s> without a <%s>",
                                      ssml_name(tag->element), ssml_name(tag->element))));
        return;
    }
    if (i < r->open_count - 1)
        refuse(r, tag->place, "tag-crossed",
               str_z(r->a, str_format(r->a, "end it with </%s> before",
                                      ssml_name(inner->tag.element))),
               str_z(r->a,
                     str_format(r->a, "</%s> while <%s> is open", ssml_name(tag->element),
                                ssml_name(inner->tag.element))));
    for (int k = i; k < r->open_count; k++)
        if (r->open[k].index >= 0)
            t->tags[r->open[k].index].end = t->text.chars.len;
    if (r->open[i].index >= 0)
        settle_words(t, &r->open[i]);
    else if (!ssml_nests(tag->element))
        refuse(r, tag->place, "tag-empty", NULL,
               "this element must hold the words it is about");
    r->open_count = i;
}

static void settle_tag(struct settling *t, const struct ssml_tag *tag, bool tags)
{
    const struct open_element *around = innermost(t->r);
    bool point = tag->element == SSML_BREAK || tag->element == SSML_MARK;
    if (!tags)
        refuse(t->r, tag->place, "tag-misplaced", NULL,
               "tags have no place in a heading or a name");
    else if (point && around && !ssml_nests(around->tag.element))
        refuse(t->r, tag->place, "tag-nested", "put it before or behind",
               str_z(t->r->a,
                     str_format(t->r->a, "a <%s> inside a <%s>", ssml_name(tag->element),
                                ssml_name(around->tag.element))));
    else if (point)
        add_tag(t, tag);
    else if (tag->closing)
        settle_close(t, tag);
    else
        settle_open(t, tag);
}

static void settle_piece(struct settling *t, const struct piece *p, bool tags)
{
    char bytes[4];
    bool markup = p->kind == PIECE_TAG || (p->kind == PIECE_EMPHASIS && p->paired);
    if (markup)
        inline_dispose(t->r, p->begin, p->end, REASON_MARKUP);
    if (p->kind == PIECE_TAG) {
        settle_tag(t, p->tag, tags);
    } else if (p->kind == PIECE_BLANK) {
        note_blank(t, p);
    } else if (!markup) {
        add_blank(t);
        if (tags)
            begin_elements(t);
        if (p->kind == PIECE_CHARACTER)
            textbuf_replace(&t->text,
                            (struct str){bytes, utf8_encode(p->character, bytes)},
                            p->begin, p->end);
        else
            textbuf_verbatim(&t->text, p->begin, p->end);
    }
}

static void refuse_open(struct inline_reader *r, const struct open_element *e,
                        const char *where)
{
    const char *name = ssml_name(e->tag.element);
    refuse(r, e->tag.place, "tag-unclosed",
           str_z(r->a, str_format(r->a, "end it with </%s>", name)),
           str_z(r->a, str_format(r->a, "this <%s> has no end in its %s", name, where)));
}

/* At a paragraph's end: what nests goes on in the next one. */
static void leave_elements(struct settling *t)
{
    struct inline_reader *r = t->r;
    int kept = 0;
    for (int i = 0; i < r->open_count; i++) {
        struct open_element *e = &r->open[i];
        if (e->index >= 0)
            t->tags[e->index].end = t->text.chars.len;
        e->index = -1;
        if (ssml_nests(e->tag.element))
            r->open[kept++] = *e;
        else
            refuse_open(r, e, "paragraph");
    }
    r->open_count = kept;
}

void inline_end_elements(struct inline_reader *r)
{
    for (int i = 0; i < r->open_count; i++)
        refuse_open(r, &r->open[i], "turn");
    r->open_count = 0;
}

struct text inline_settle(struct inline_reader *r, const struct tag **tags,
                          ptrdiff_t *tag_count)
{
    struct settling t = {
        .r = r, .text = {.arena = r->a, .source = r->script->source}, .blank_begin = -1};
    pair_emphasis(r);
    for (ptrdiff_t i = 0; i < r->piece_count; i++)
        settle_piece(&t, &r->pieces[i], tags);
    if (tags) {
        leave_elements(&t);
        *tags = t.tags;
        *tag_count = t.tag_count;
    }
    r->pieces = NULL;
    r->piece_count = r->piece_capacity = 0;
    arena_clear(&r->scratch);
    return textbuf_done(&t.text);
}
