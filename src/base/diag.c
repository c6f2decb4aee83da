#include "base/diag.h"

#include <string.h>

#include "base/unicode.h"

enum {
    EXCERPT_COLUMNS = 100, /* of a source line */
    EXCERPT_BEFORE = 60,   /* of them at most before the caret, when the line is cut */
    TAB_COLUMNS = 4,
};

struct place place_of(const struct source *s, ptrdiff_t begin, ptrdiff_t end)
{
    return (struct place){s, begin, end};
}

void diag_add(struct diag *d, enum diag_severity severity, struct place place,
              const char *code, const char *hint, const char *format, ...)
{
    d->errors += severity == DIAG_ERROR;
    d->warnings += severity == DIAG_WARNING;
    if (d->count >= DIAG_LIMIT)
        return;
    struct strbuf message = {.arena = d->arena};
    va_list args;
    va_start(args, format);
    strbuf_vaddf(&message, format, args);
    va_end(args);
    struct diag_entry e = {severity, place, str_from(code), strbuf_str(&message),
                           str_copy(d->arena, str_from(hint))};
    *arena_push(d->arena, d->entries, d->count, d->capacity) = e;
}

/* One character of `s` as it is shown; returns its columns and moves *at behind it.
 * `out` NULL: only measured. */
static int show_character(struct strbuf *out, struct str s, ptrdiff_t *at)
{
    char shown[16];
    ptrdiff_t from = *at;
    int32_t c = utf8_next(s, at);
    if (c == 0xFFFD && *at - from == 1) {
        if (out)
            strbuf_addf(out, "\\x%02X", (unsigned char)s.ptr[from]);
        return 4;
    }
    bool hidden = unicode_is_control(c) || unicode_is_format(c) || c == 0x2028 ||
                  c == 0x2029 || unicode_is_unassigned_or_private(c);
    if (!hidden) {
        if (out)
            strbuf_add(out, str_slice(s, from, *at));
        return unicode_columns(c);
    }
    struct arena none = {0};
    struct strbuf b = {.arena = &none, .ptr = shown, .capacity = sizeof shown};
    strbuf_addf(&b, c < 0x80 ? "\\x%02X" : "\\u{%X}", (unsigned)c);
    if (out)
        strbuf_add(out, strbuf_str(&b));
    return (int)b.len;
}

void diag_show(struct strbuf *out, struct str s)
{
    for (ptrdiff_t at = 0; at < s.len;)
        show_character(out, s, &at);
}

/* As show_character for a source line, where tabs are only wide. */
static int show_in_line(struct strbuf *out, struct str line, ptrdiff_t *at)
{
    if (line.ptr[*at] != '\t')
        return show_character(out, line, at);
    *at += 1;
    if (out)
        strbuf_add(out, str_slice(S("        "), 0, TAB_COLUMNS));
    return TAB_COLUMNS;
}

/* The first byte to show of a line with its caret at byte `caret`, so that the caret is
 * in sight. */
static ptrdiff_t excerpt_begin(struct str line, ptrdiff_t caret)
{
    int columns = 0;
    ptrdiff_t at = 0;
    while (at < line.len && columns <= EXCERPT_COLUMNS) /* does all of it fit? */
        columns += show_in_line(NULL, line, &at);
    if (columns <= EXCERPT_COLUMNS)
        return 0;
    columns = 0;
    for (at = caret; at > 0;) {
        ptrdiff_t before = at, again;
        utf8_previous(line, &before);
        again = before;
        columns += show_in_line(NULL, line, &again);
        if (columns > EXCERPT_BEFORE)
            break;
        at = before;
    }
    return at;
}

static void add_repeated(struct strbuf *out, char c, int count)
{
    for (int i = 0; i < count; i++)
        strbuf_add_byte(out, c);
}

/* The line of `p` with a caret below it. */
static void show_excerpt(struct strbuf *out, struct place p)
{
    struct position position = source_position(p.source, p.begin);
    ptrdiff_t number = source_line_at(p.source, p.begin);
    struct str line = source_line(p.source, number);
    ptrdiff_t start = p.source->line_starts[number - 1];
    ptrdiff_t from =
        p.begin < start ? start : p.begin; /* a byte order mark is not shown */
    ptrdiff_t caret = from - start > line.len ? line.len : from - start;
    ptrdiff_t last = p.end - start > line.len ? line.len : p.end - start;
    ptrdiff_t begin = excerpt_begin(line, caret);
    strbuf_addf(out, "%5td | %s", position.line, begin ? "\u2026" : "");
    int columns = begin ? 1 : 0, caret_column = -1, last_column = -1;
    ptrdiff_t at = begin;
    while (at < line.len && columns < EXCERPT_COLUMNS) {
        caret_column = at >= caret && caret_column < 0 ? columns : caret_column;
        last_column = at >= last && last_column < 0 ? columns : last_column;
        columns += show_in_line(out, line, &at);
    }
    caret_column = caret_column < 0 ? columns : caret_column;
    last_column = last_column < 0 ? columns : last_column;
    strbuf_add(out, at < line.len ? S("\u2026\n") : S("\n"));
    strbuf_add(out, S("      | "));
    add_repeated(out, ' ', caret_column);
    strbuf_add_byte(out, '^');
    add_repeated(out, '~', last_column - caret_column - 1);
    strbuf_add_byte(out, '\n');
}

static bool is_whole_file(struct place p)
{
    return p.begin == 0 && p.end >= p.source->bytes.len &&
           (p.source->line_count > 1 || !str_trim(p.source->bytes).len);
}

void diag_format_text(struct strbuf *out, const struct diag_entry *e)
{
    static const char *const severities[] = {"note", "warning", "error"};
    struct place p = e->place;
    diag_show(out, p.source ? p.source->name : S("briefcast"));
    bool excerpt = p.source && !is_whole_file(p);
    if (excerpt) {
        struct position at = source_position(p.source, p.begin);
        if (at.part.len) {
            strbuf_add(out, S("("));
            diag_show(out, at.part);
            strbuf_add(out, S(")"));
        }
        strbuf_addf(out, ":%td:%td", at.line, at.column);
    }
    strbuf_addf(out, ": %s: ", severities[e->severity]);
    diag_show(out, e->message);
    if (e->hint.len) {
        strbuf_add(out, S(" ("));
        diag_show(out, e->hint);
        strbuf_add(out, S(")"));
    }
    strbuf_addf(out, " [%.*s]\n", STR_ARGS(e->code));
    if (excerpt)
        show_excerpt(out, p);
}

enum { NEAREST_LONGEST = 64 };

/* Restricted Damerau-Levenshtein distance in bytes; both at most NEAREST_LONGEST. */
static int distance(struct str x, struct str y)
{
    int rows[3][NEAREST_LONGEST + 1];
    int *before = rows[0], *last = rows[1], *now = rows[2];
    for (int j = 0; j <= y.len; j++)
        last[j] = j;
    for (int i = 1; i <= x.len; i++) {
        now[0] = i;
        for (int j = 1; j <= y.len; j++) {
            int change = last[j - 1] + (x.ptr[i - 1] != y.ptr[j - 1]);
            int less = last[j] + 1 < now[j - 1] + 1 ? last[j] + 1 : now[j - 1] + 1;
            now[j] = change < less ? change : less;
            bool swapped = i > 1 && j > 1 && x.ptr[i - 1] == y.ptr[j - 2] &&
                           x.ptr[i - 2] == y.ptr[j - 1];
            if (swapped && before[j - 2] + 1 < now[j])
                now[j] = before[j - 2] + 1;
        }
        int *oldest = before;
        before = last;
        last = now;
        now = oldest;
    }
    return last[y.len];
}

struct str diag_nearest(struct str word, const struct str *candidates, ptrdiff_t count)
{
    if (!word.len || word.len > NEAREST_LONGEST)
        return (struct str){0};
    int most = word.len / 3 > 1 ? (int)(word.len / 3) : 1;
    struct str best = {0};
    for (ptrdiff_t i = 0; i < count; i++) {
        if (candidates[i].len > NEAREST_LONGEST)
            continue;
        int d = distance(word, candidates[i]);
        if (d <= most && (!best.len || d < distance(word, best)))
            best = candidates[i];
    }
    return best;
}
