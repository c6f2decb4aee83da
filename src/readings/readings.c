/* One look over the pieces, and classes in a table that propose a reading. */
#include "readings/readings.h"

#include <string.h>

#include "base/unicode.h"
#include "readings/language.h"
#include "readings/numbers.h"

static const struct reading_class classes[] = {
    {read_date, AT_WORD | AT_FIGURE},
    {read_day, AT_FIGURE},
    {read_docket, AT_FIGURE},
    {read_time, AT_WORD | AT_FIGURE},
    {read_duration, AT_FIGURE},
    {read_year, AT_WORD | AT_FIGURE},
    {read_decade, AT_FIGURE | AT_MARK},
    {read_telephone, AT_FIGURE | AT_MARK},
    {read_joint, AT_MARK},
    {read_size, AT_FIGURE | AT_MARK},
    {read_coordinates, AT_FIGURE | AT_MARK},
    {read_height, AT_FIGURE},
    {read_version, AT_WORD | AT_FIGURE},
    {read_rate, AT_WORD},
    {read_house, AT_FIGURE},
    {read_series, AT_FIGURE},
    {read_paragraph, AT_FIGURE | AT_MARK},
    {read_quantity, AT_WORD | AT_FIGURE | AT_MARK},
    {read_ordinal, AT_FIGURE},
    {read_fraction, AT_FIGURE | AT_MARK},
    {read_slash, AT_WORD | AT_FIGURE},
    {read_roman, AT_WORD},
    {read_reference, AT_WORD | AT_MARK},
    {read_address, AT_WORD},
    {read_symbol, AT_WORD},
    {read_code, AT_WORD},
    {read_ampersand, AT_WORD | AT_MARK},
    {read_social, AT_MARK},
    {read_arrow, AT_MARK},
    {read_operator, AT_MARK},
    {read_shortened, AT_WORD},
    {read_quarter, AT_WORD},
    {NULL, 0},
};

const struct reading_class *reading_classes_of(struct str language)
{
    return speech_tables_of(language) ? classes : inflected_classes_of(language);
}

static ptrdiff_t byte_of(const struct pieces *t, ptrdiff_t i)
{
    return i < t->count ? t->items[i].begin : t->s.len;
}

void reading_say_str(struct reading *r, ptrdiff_t from, ptrdiff_t to, struct str words)
{
    textbuf_replace(&r->out, words, byte_of(r->pieces, from), byte_of(r->pieces, to));
}

void reading_say(struct reading *r, ptrdiff_t from, ptrdiff_t to, const char *words)
{
    reading_say_str(r, from, to, str_from(words));
}

void reading_number(struct reading *r, ptrdiff_t from, ptrdiff_t to, int64_t value,
                    void (*how)(struct strbuf *, int64_t))
{
    struct strbuf b = {.arena = r->out.arena};
    how(&b, value);
    reading_say_str(r, from, to, strbuf_str(&b));
}

void reading_drop(struct reading *r, ptrdiff_t from, ptrdiff_t to, enum reason why)
{
    trace_drop(r->out.arena, &r->left_out, byte_of(r->pieces, from),
               byte_of(r->pieces, to), why);
}

void reading_letters(struct reading *r, ptrdiff_t from, ptrdiff_t to, struct str letters)
{
    struct strbuf b = {.arena = r->out.arena};
    for (ptrdiff_t i = 0; i < letters.len; i++) {
        char c = letters.ptr[i];
        strbuf_add(&b, i ? S(".") : S(""));
        strbuf_add_byte(&b, c >= 'a' && c <= 'z' ? (char)(c - 32) : c);
    }
    reading_say_str(r, from, to, strbuf_str(&b));
}

static void reading_clear(struct reading *r)
{
    r->out.chars.len = r->out.run_count = r->left_out.drop_count = 0;
}

/* Marks with which something may begin. */
static bool is_head(const struct pieces *t, ptrdiff_t at)
{
    struct str s = piece_str(t, at);
    return s.len > 1 || str_find_byte(S("$.+-(#'~*=@&<>"), s.ptr[0]) >= 0;
}

/* The longest reading at `at` comes to stand in *best; returns where it ends, 0: none. */
static ptrdiff_t read_longest(struct reading *best, struct reading *other,
                              const struct reading_class *class, ptrdiff_t at)
{
    ptrdiff_t longest = 0;
    unsigned head = 1u << piece_kind(best->pieces, at);
    for (; class->read; class ++) {
        if (!(class->heads & head))
            continue;
        reading_clear(other);
        ptrdiff_t end = class->read(other, best->pieces, at);
        if (end <= longest)
            continue;
        longest = end;
        struct reading swapped = *best;
        *best = *other;
        *other = swapped;
    }
    return longest;
}

static bool is_quiet_word(const struct pieces *t, ptrdiff_t at)
{
    struct str s = piece_str(t, at);
    ptrdiff_t last = s.len - 1;
    bool capital = s.ptr[0] >= 'A' && s.ptr[0] <= 'Z';
    struct str next = piece_str(t, at + 1);
    bool joins = next.len == 1 && str_find_byte(S("./@-:&+"), next.ptr[0]) >= 0;
    bool between = s.len <= 2 && piece_kind(t, at + 1) == PIECE_BLANK &&
                   piece_kind(t, at + 2) == PIECE_FIGURE;             /* "3 x 5" */
    bool sign = next.len == 2 && piece_kind(t, at + 1) == PIECE_MARK; /* "n°" */
    return !capital && !joins && !between && !sign && s.ptr[last] != '/' &&
           piece_kind(t, at + 1) != PIECE_FIGURE;
}

/* Behind the bytes from `at` on that nothing is known of; `end`: the end of all. */
static ptrdiff_t unknown_end(const char *known, ptrdiff_t at, ptrdiff_t end)
{
    while (at < end && !known[at])
        at++;
    return at;
}

static void mark(char *known, ptrdiff_t begin, ptrdiff_t end)
{
    memset(known + begin, 1, (size_t)(end - begin));
}

/* What a reading, of bytes [begin, end), neither says nor leaves out with a reason (the "00" of
 * "10:00 a.m.") belongs to what it says beside it: nothing of a text is lost. */
static void cover(struct reading *r, ptrdiff_t begin, ptrdiff_t end)
{
    ptrdiff_t length = end - begin;
    char *known = arena_array(r->out.arena, char, length + 1);
    for (ptrdiff_t i = 0; i < r->out.run_count; i++)
        mark(known, r->out.runs[i].begin - begin, r->out.runs[i].end - begin);
    for (ptrdiff_t i = 0; i < r->left_out.drop_count; i++)
        mark(known, r->left_out.drops[i].begin - begin, r->left_out.drops[i].end - begin);
    ptrdiff_t first = unknown_end(known, 0, length);
    for (ptrdiff_t i = 0; i < r->out.run_count; i++) {
        struct text_run *run = &r->out.runs[i];
        if (first && run->begin == begin + first) {
            run->begin = (int32_t)begin;
            first = 0;
        }
        ptrdiff_t from = run->end - begin, to = unknown_end(known, from, length);
        mark(known, from, to);
        run->end = (int32_t)(begin + to);
    }
}

/* Bytes [begin, begin + s.len) of the sentence are to follow as `s`, or a reading of them as `s`: with
 * a blank before them where they would run together with what is there. "B2B" is three words. */
static void part(struct textbuf *all, struct str s, ptrdiff_t begin)
{
    ptrdiff_t last = all->chars.len, first = 0;
    int32_t before = utf8_previous(strbuf_str(&all->chars), &last);
    int32_t next = utf8_next(s, &first);
    if (before >= 0 && next >= 0 && (is_speech(before) || unicode_is_mark(before)) &&
        (is_speech(next) || unicode_is_mark(next)))
        textbuf_replace(all, S(" "), begin, begin);
}

/* What `best` says, at the end of `all`, and what it leaves out. */
static void keep(struct textbuf *all, struct trace *trace, const struct reading *best)
{
    const struct textbuf *b = &best->out;
    for (ptrdiff_t i = 0; i < best->left_out.drop_count; i++) {
        struct drop d = best->left_out.drops[i];
        trace_drop(all->arena, trace, d.begin, d.end, d.reason);
    }
    for (ptrdiff_t i = 0; i < b->run_count; i++) {
        struct text_run r = b->runs[i];
        ptrdiff_t end = i + 1 < b->run_count ? b->runs[i + 1].at : b->chars.len;
        struct str s = str_slice(strbuf_str(&b->chars), r.at, end);
        if (i == 0)
            part(all, s, r.begin);
        textbuf_replace(all, s, r.begin, r.end);
    }
}

/* Between two readings, or before the first. */
static void copy(struct textbuf *all, struct str s, ptrdiff_t begin, ptrdiff_t end)
{
    if (begin && begin < end)
        part(all, str_slice(s, begin, end), begin);
    textbuf_verbatim(all, begin, end);
}

/* Does piece i hang together with the reading beside it, before which it stands or (step 1) behind
 * which, so that others may be free to read it now: "pier/50", then "pier/fifty"? */
static bool is_joined(const struct pieces *t, ptrdiff_t i, int step)
{
    struct str s = piece_str(t, i);
    bool apart = s.len != 1 || str_find_byte(S(".,;:!?()\"'"), s.ptr[0]) >= 0;
    if (piece_kind(t, i) == PIECE_MARK && apart)
        i += step;
    return piece_kind(t, i) == PIECE_MARK ? !apart : !piece_parts(t, i);
}

/* One look over *s, which becomes what is said for it; false: another would find nothing. */
static bool look(struct arena *a, struct str *s, struct str language,
                 const struct reading_class *list, bool month_first, struct trace *trace)
{
    const struct source printed = {.bytes = *s};
    struct pieces t = pieces_scan(a, *s, language);
    t.month_first = month_first;
    struct textbuf all = {.arena = a, .source = &printed};
    struct reading best = {.out = {.arena = a}, .pieces = &t}, other = best;
    ptrdiff_t copied = 0;
    bool joined = false;
    for (ptrdiff_t at = 0, next; at < t.count; at = next) {
        enum piece_kind kind = piece_kind(&t, at);
        bool possible = kind == PIECE_FIGURE ||
                        (kind == PIECE_WORD && !is_quiet_word(&t, at)) ||
                        (kind == PIECE_MARK && is_head(&t, at));
        reading_clear(&best);
        next = possible ? read_longest(&best, &other, list, at) : 0;
        if (!next) {
            next = at + 1;
            continue;
        }
        copy(&all, *s, copied, byte_of(&t, at));
        copied = byte_of(&t, next);
        joined = joined || is_joined(&t, at - 1, -1) || is_joined(&t, next, 1);
        cover(&best, byte_of(&t, at), copied);
        keep(&all, trace, &best);
    }
    if (!copied)
        return false;
    copy(&all, *s, copied, s->len);
    struct str said = strbuf_str(&all.chars);
    joined = joined && !str_eq(said, *s);
    *s = said;
    trace->runs = all.runs;
    trace->count = all.run_count;
    return joined;
}

bool read_figures(struct arena *a, struct str s, struct str language,
                  const struct day_orders *dates, struct str *out, struct trace *trace)
{
    enum { LOOKS_MOST = 4 };
    const struct reading_class *list = reading_classes_of(language);
    if (!list)
        return false;
    bool month_first = day_orders_month_first(dates, language);
    *out = s;
    bool again = true;
    for (int looks = 0; again && looks < LOOKS_MOST; looks++) {
        struct trace its = {0};
        again = look(a, out, language, list, month_first, &its);
        *trace = looks ? trace_join(a, *trace, its) : its;
    }
    return true;
}
