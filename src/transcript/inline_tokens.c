#include "transcript/inline_tokens.h"

#include <stdlib.h>

#include "base/unicode.h"
#include "transcript/tags.h"

static struct token *push_token(struct token_list *b, enum token_kind kind, ptrdiff_t at,
                                ptrdiff_t len)
{
    struct token *t =
        arena_push(b->scratch, b->tokens, b->token_count, b->token_capacity);
    *t = (struct token){.kind = kind, .at = at, .len = len, .reason = REASON_MARKUP};
    return t;
}

static void push_span(struct token_list *b, ptrdiff_t open, ptrdiff_t close,
                      enum mark_kind kind)
{
    *arena_push(b->scratch, b->spans, b->span_count, b->span_capacity) =
        (struct span){open, close, kind};
}

static bool is_ascii_punctuation(char c)
{
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
           (c >= '{' && c <= '~');
}

static ptrdiff_t run_length(struct str s, ptrdiff_t at)
{
    ptrdiff_t end = at;
    while (end < s.len && s.ptr[end] == s.ptr[at])
        end++;
    return end - at;
}

/* Each scan_ function looks at one construct that begins at `at` and returns how many bytes it
 * took; 0: it is none, and the byte is text. */

static ptrdiff_t scan_escape(struct token_list *b, ptrdiff_t at)
{
    if (at + 1 == b->s.len ||
        (b->s.ptr[at + 1] != '\n' && !is_ascii_punctuation(b->s.ptr[at + 1])))
        return 0;
    if (b->s.ptr[at + 1] == '\n') {
        push_token(b, TOKEN_DROP, at, 1);
        return 1;
    }
    push_token(b, TOKEN_REPLACE, at, 2)->with = str_slice(b->s, at + 1, at + 2);
    return 2;
}

static ptrdiff_t scan_entity(struct token_list *b, ptrdiff_t at)
{
    struct html_entity entity;
    if (!html_entity_at(&entity, b->scratch, b->s, at))
        return 0;
    ptrdiff_t len = entity.end - at;
    struct token *t =
        push_token(b, entity.unspeakable ? TOKEN_DROP : TOKEN_REPLACE, at, len);
    t->with = entity.text;
    t->reason = entity.unspeakable ? REASON_UNSPEAKABLE : REASON_MARKUP;
    return len;
}

static ptrdiff_t scan_code(struct token_list *b, ptrdiff_t at)
{
    ptrdiff_t ticks = run_length(b->s, at);
    if (ticks > TICKS_LONGEST || b->no_ticks[ticks])
        return -ticks;
    for (ptrdiff_t end = at + ticks; end < b->s.len; end++) {
        if (b->s.ptr[end] != '`')
            continue;
        ptrdiff_t closing = run_length(b->s, end);
        if (closing == ticks) {
            ptrdiff_t open = b->token_count;
            push_token(b, TOKEN_DROP, at, ticks);
            for (ptrdiff_t i = at + ticks; i < end; i++)
                if (b->s.ptr[i] == '\n')
                    push_token(b, TOKEN_LINE_END, i, 1);
            push_token(b, TOKEN_DROP, end, ticks);
            push_span(b, open, b->token_count - 1, MARK_CODE);
            return end + ticks - at;
        }
        end += closing - 1;
    }
    b->no_ticks[ticks] = true;
    return -ticks;
}

static bool is_scheme_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           c == '+' || c == '-' || c == '.';
}

/* "<https://example.org>", "<someone@example.org>": the address stays. */
static ptrdiff_t scan_autolink(struct token_list *b, ptrdiff_t at)
{
    ptrdiff_t end = at + 1;
    bool address = false;
    ptrdiff_t scheme = 0;
    for (; end < b->s.len; end++) {
        char c = b->s.ptr[end];
        if (c == '>' || c == '<' || c == ' ' || c == '\n' || c == '\t')
            break;
        if (c == ':' && !scheme)
            scheme = end - at - 1;
        else if (!scheme && !is_scheme_byte(c) && c != '@' && c != '_')
            break;
        address = address || (c == '@' && !scheme);
    }
    if (end == b->s.len || b->s.ptr[end] != '>' || !(scheme > 1 || address))
        return 0;
    push_token(b, TOKEN_DROP, at, 1);
    push_token(b, TOKEN_DROP, end, 1);
    push_span(b, b->token_count - 2, b->token_count - 1, MARK_LINK);
    return end + 1 - at;
}

static void close_html(struct token_list *b, struct html_tag tag, ptrdiff_t token)
{
    static const enum mark_kind kinds[] = {[HTML_STRONG] = MARK_STRONG,
                                           [HTML_EMPHASIS] = MARK_EMPHASIS,
                                           [HTML_SPEAKER] = MARK_SPEAKER};
    if (!tag.closing)
        b->tags_open[tag.effect] = token + 1;
    else if (b->tags_open[tag.effect]) {
        push_span(b, b->tags_open[tag.effect] - 1, token, kinds[tag.effect]);
        b->tags_open[tag.effect] = 0;
    }
}

static ptrdiff_t scan_angle(struct token_list *b, ptrdiff_t at)
{
    struct html_tag tag;
    if (!html_tag_at(&tag, b->s, at))
        return scan_autolink(b, at);
    struct token *t = push_token(b, TOKEN_DROP, at, tag.end - at);
    if (tag.effect == HTML_BREAK) {
        t->kind = TOKEN_REPLACE;
        t->with = S("\n");
    } else if (tag.effect != HTML_NONE) {
        close_html(b, tag, b->token_count - 1);
    }
    return tag.end - at;
}

static ptrdiff_t scan_delimiters(struct token_list *b, ptrdiff_t at)
{
    ptrdiff_t len = run_length(b->s, at);
    struct delimiter d;
    if (!delimiter_at(&d, b->s, at, len))
        return -len;
    struct token *t = push_token(b, TOKEN_DELIMITERS, at, len);
    t->delimiter = b->run_count;
    d.token = b->token_count - 1;
    *arena_push(b->scratch, b->runs, b->run_count, b->run_capacity) = d;
    return len;
}

/* What closes a link's title that this opens; 0: it opens none. */
static char title_close(char c)
{
    return c == '"' || c == '\'' ? c : c == '(' ? ')' : 0;
}

/* The end of "(destination "title")" that begins at s[at] == '('; -1 when it is none. The title may
 * stand in '...' and (...), too, and blanks before the destination (CommonMark 0.31, section 6.3). */
static ptrdiff_t link_end(struct str s, ptrdiff_t at)
{
    int depth = 0;
    char close = 0; /* of the title that is open */
    bool destination = false, title = false;
    for (; at < s.len; at++) {
        char c = s.ptr[at];
        if (c == '[' || c == ']')
            return -1;
        if (c == '\\' && at + 1 < s.len && is_ascii_punctuation(s.ptr[at + 1])) {
            at++;
            destination = true;
        } else if (close) {
            close = c == close ? 0 : close;
        } else if (title && title_close(c)) {
            close = title_close(c);
        } else if (c == '(') {
            destination = depth++ > 0;
        } else if (c == ')') {
            if (--depth <= 0)
                return at + 1;
        } else if (c == ' ' || c == '\n') {
            title = destination;
        } else if (title) {
            return -1; /* words in round brackets behind words in square ones */
        } else {
            destination = true;
        }
    }
    return -1;
}

static bool is_reference(struct token_list *b, struct str label)
{
    if (!b->reference_count || !label.len || label.len > 200)
        return false;
    struct str key = unicode_lower(b->scratch, label, S(""));
    return bsearch(&key, b->references, (size_t)b->reference_count, sizeof key,
                   str_order);
}

/* What follows the text of a link at its ']': "(...)", "[reference]" or nothing. Its length with
 * the bracket; 0 when [open, close) is no link. */
static ptrdiff_t link_tail(struct token_list *b, ptrdiff_t open, ptrdiff_t close)
{
    struct str s = b->s;
    char next = close + 1 < s.len ? s.ptr[close + 1] : 0;
    if (next == '(') {
        ptrdiff_t end = link_end(s, close + 1);
        if (end > 0)
            return end - close;
    }
    if (next == '[') {
        struct str rest = str_slice(s, close + 2, close + 202);
        ptrdiff_t end = str_find_byte(rest, ']');
        if (end > 0 && is_reference(b, str_slice(rest, 0, end)))
            return end + 3;
    }
    return is_reference(b, str_slice(s, open + 1, close)) ? 1 : 0;
}

/* What stands for a picture is not said: its tokens from `open` on become one. */
static void drop_picture(struct token_list *b, ptrdiff_t open, ptrdiff_t end)
{
    b->token_count = open + 1;
    b->tokens[open].len = end - b->tokens[open].at;
    while (b->run_count && b->runs[b->run_count - 1].token > open)
        b->run_count--;
    while (b->span_count && b->spans[b->span_count - 1].close > open)
        b->span_count--;
    for (size_t i = 0; i < sizeof b->tags_open / sizeof *b->tags_open; i++)
        if (b->tags_open[i] > open + 1)
            b->tags_open[i] = 0;
}

static ptrdiff_t scan_close(struct token_list *b, ptrdiff_t at)
{
    if (!b->bracket_count)
        return 0;
    ptrdiff_t open = b->brackets[--b->bracket_count];
    struct token *t = &b->tokens[open];
    ptrdiff_t tail = link_tail(b, t->at + t->len - 1, at);
    if (!tail)
        return 0;
    t->kind = TOKEN_DROP;
    t->reason = REASON_MARKUP;
    if (t->len == 2) {
        drop_picture(b, open, at + tail);
        return tail;
    }
    push_token(b, TOKEN_DROP, at, tail);
    push_span(b, open, b->token_count - 1, MARK_LINK);
    return tail;
}

/* A bracket is text until its other half shows that it begins a link. */
static ptrdiff_t scan_open(struct token_list *b, ptrdiff_t at, ptrdiff_t len)
{
    push_token(b, TOKEN_REPLACE, at, len)->with = str_slice(b->s, at, at + len);
    *arena_push(b->scratch, b->brackets, b->bracket_count, b->bracket_capacity) =
        b->token_count - 1;
    return len;
}

static ptrdiff_t scan_one(struct token_list *b, ptrdiff_t at, bool plain)
{
    char c = b->s.ptr[at];
    if (c == '\n') {
        push_token(b, TOKEN_LINE_END, at, 1);
        return 1;
    }
    if (plain)
        return 0;
    switch (c) {
    case '\\':
        return scan_escape(b, at);
    case '&':
        return scan_entity(b, at);
    case '`':
        return scan_code(b, at);
    case '<':
        return scan_angle(b, at);
    case '*':
    case '_':
        return scan_delimiters(b, at);
    case '~': /* struck out, as GitHub has it: the words stay */
        if (run_length(b->s, at) == 2)
            push_token(b, TOKEN_DROP, at, 2)->reason = REASON_MARKUP;
        return -run_length(b->s, at);
    case '[':
        return scan_open(b, at, 1);
    case '!':
        return at + 1 < b->s.len && b->s.ptr[at + 1] == '[' ? scan_open(b, at, 2) : 0;
    case ']':
        return scan_close(b, at);
    default:
        return 0;
    }
}

void tokens_scan(struct token_list *b, bool plain)
{
    for (ptrdiff_t at = 0; at < b->s.len;) {
        ptrdiff_t taken = scan_one(b, at, plain);
        at += taken > 0 ? taken : taken < 0 ? -taken : 1;
    }
    struct emphasis *found;
    ptrdiff_t count = emphasis_resolve(&found, b->scratch, b->runs, b->run_count);
    for (ptrdiff_t i = 0; i < count; i++)
        push_span(b, b->runs[found[i].open].token, b->runs[found[i].close].token,
                  found[i].strong ? MARK_STRONG : MARK_EMPHASIS);
}
