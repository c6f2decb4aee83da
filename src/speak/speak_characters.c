#include "base/unicode.h"
#include "speak/limits.h"
#include "speak/speak_passes.h"
#include "transcript/document.h"

struct range {
    int32_t first, last;
};

static bool is_within(int32_t c, const struct range *ranges, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (c >= ranges[i].first && c <= ranges[i].last)
            return true;
    return false;
}
#define WITHIN(c, ranges) is_within((c), (ranges), sizeof(ranges) / sizeof *(ranges))

/* What is most of most texts, the same in every normalisation form, and no bracket. */
static const struct range settled[] = {
    {0x20, 0x5A},     {0x5C, 0x5C},     {0x5E, 0x7A},     {0x7C, 0x7C},
    {0x7E, 0x7E},     {0xC0, 0x131},    {0x14A, 0x17E},   {0x400, 0x482},
    {0x48A, 0x52F},   {0x2010, 0x2010}, {0x2012, 0x2014}, {0x2018, 0x201E},
    {0x2026, 0x2026}, {0x386, 0x386},   {0x388, 0x3CE},   {0x5D0, 0x5EA},
    {0x621, 0x64A},   {0x4E00, 0x9FFF}, {0xAC00, 0xD7A3},
};

/* Not to be spoken, whatever their category: Braille (crashes the Arabic voice), variation
 * selectors, the object replacement character and U+FFFD, fillers. */
static const struct range dropped[] = {
    {0x2800, 0x28FF}, {0xFE00, 0xFE0F}, {0xE0100, 0xE01EF},
    {0x180B, 0x180F}, {0x34F, 0x34F},   {0xFFFC, 0xFFFD},
    {0x115F, 0x1160}, {0x3164, 0x3164}, {0xFFA0, 0xFFA0},
};

/* Compatibility characters that the engine reads better than their spelled-out form: ordinal
 * indicators, fractions, trade mark, numero. (U+2026 is settled: it pauses like three stops.) */
static const struct range kept[] = {
    {0xAA, 0xAA},     {0xBA, 0xBA},     {0xBC, 0xBE},     {0x2150, 0x215F},
    {0x2189, 0x2189}, {0x2116, 0x2116}, {0x2122, 0x2122},
};

static const struct range superscripts[] = {
    {0xB2, 0xB3}, {0xB9, 0xB9}, {0x2070, 0x2070}, {0x2074, 0x2079}, {0x2080, 0x2089},
};

static bool is_invisible(int32_t c)
{
    return unicode_is_control(c) || unicode_is_format(c) ||
           unicode_is_unassigned_or_private(c) || WITHIN(c, dropped);
}

/* A compatibility character as it is spelled out. */
static struct str spelled(const struct strbuf *before, int32_t c,
                          const struct speaking *how)
{
    struct strbuf b = {.arena = how->scratch};
    struct str form = unicode_nfkc_char(how->scratch, c);
    bool digit_before = before->len && before->ptr[before->len - 1] >= '0' &&
                        before->ptr[before->len - 1] <= '9';
    if (digit_before && WITHIN(c, superscripts))
        strbuf_add_byte(&b, ' '); /* ten to the second is not 102 */
    if (c == 0xB4 || c == 0x1FFD)
        strbuf_add_byte(&b, '\'');           /* an acute typed for an apostrophe */
    else if (form.len && form.ptr[0] != ' ') /* else an accent by itself */
        strbuf_add(&b, form);
    return strbuf_str(&b);
}

/* Of an alias: nothing printed has them when there is one. */
static bool stands_for_phonemes(int32_t c, const struct speaking *how)
{
    return c >= UNICODE_STAND_IN_FIRST && how->phonemes &&
           c - UNICODE_STAND_IN_FIRST < how->phonemes->count;
}

/* Does `c` shape the character before it, with which it is said? */
static bool is_shape(int32_t c)
{
    return c == 0x200C || c == 0x200D || c == 0x34F || (c >= 0xFE00 && c <= 0xFE0F) ||
           (c >= 0xE0020 && c <= 0xE01EF) || (c >= 0x180B && c <= 0x180F);
}

/* Is it a letter of which nothing but a mark is left when it is spelled out (U+037A)? */
static bool is_hollow(int32_t c, const struct speaking *how)
{
    return is_speech(c) && unicode_is_compatibility(c) &&
           speech_at(unicode_nfkc_char(how->scratch, c)) < 0;
}

/* Tells of characters that nobody could say, of the text before anything was done to it. */
static void tell_unspeakable(struct trace *trace, struct str s,
                             const struct speaking *how)
{
    for (ptrdiff_t at = 0, here = 0; at < s.len; here = at) {
        int32_t c = utf8_next(s, &at);
        if (WITHIN(c, settled) || utf8_is_space(c) || is_shape(c))
            continue;
        if ((is_invisible(c) && !stands_for_phonemes(c, how)) || is_hollow(c, how))
            trace_drop(how->scratch, trace, here, at, REASON_UNSPEAKABLE);
    }
}

/* `c`, s[from, to), by itself: dropped, a blank, spelled out, or as it is. */
static void map_character(struct textbuf *b, int32_t c, ptrdiff_t from, ptrdiff_t to,
                          const struct speaking *how)
{
    if (WITHIN(c, settled) || WITHIN(c, kept)) {
        textbuf_verbatim(b, from, to);
    } else if (utf8_is_space(c) || c == 0x200B) {
        textbuf_replace(b, S(" "), from, to);
    } else if (is_invisible(c)) {
        if (stands_for_phonemes(c, how))
            textbuf_verbatim(b, from, to);
    } else if (unicode_is_compatibility(c)) {
        textbuf_replace(b, spelled(&b->chars, c, how), from, to);
    } else if (unicode_digit_value(c) >= 0) { /* of any script */
        char digit = (char)('0' + unicode_digit_value(c));
        textbuf_replace(b, (struct str){&digit, 1}, from, to);
    } else {
        textbuf_verbatim(b, from, to);
    }
}

/* One character may become several words, so that the trace is kept here. */
static struct str map_characters(struct trace *trace, struct str s,
                                 const struct speaking *how)
{
    const struct source before = {.bytes = s};
    struct textbuf b = {.arena = how->scratch, .source = &before};
    for (ptrdiff_t at = 0, from = 0; at < s.len; from = at) {
        int32_t c = utf8_next(s, &at);
        map_character(&b, c, from, at, how);
    }
    *trace = trace_join(how->scratch, *trace,
                        (struct trace){.runs = b.runs, .count = b.run_count});
    return strbuf_str(&b.chars);
}

static bool is_alphanumeric(int32_t c)
{
    return c >= 0 && is_speech(c);
}

/* Does a bracket between the two part a letter from a digit? Without it they would run together. */
static bool parts_words(int32_t before, int32_t after)
{
    return is_alphanumeric(before) && is_alphanumeric(after) &&
           !(unicode_is_letter(before) && unicode_is_letter(after));
}

/* Brackets go: those of redactions and insertions are not spoken, and "[[" is a command. So do
 * accents heaped on one letter. */
static struct str drop_brackets(struct str s, const struct speaking *how)
{
    struct strbuf b = {.arena = how->scratch};
    int32_t before = -1;
    int accents = 0;
    for (ptrdiff_t at = 0; at < s.len;) {
        int32_t c = utf8_next(s, &at);
        if (c == '[' || c == ']' || c == '{' || c == '}') {
            ptrdiff_t next = at;
            if (!parts_words(before, utf8_next(s, &next)))
                continue;
            c = ' ';
        }
        accents = unicode_is_mark(c) ? accents + 1 : 0;
        if (accents <= LIMIT_ACCENTS)
            strbuf_add_char(&b, c);
        before = c;
    }
    return strbuf_str(&b);
}

/* *s becomes `after`, which has the same words. */
static void become(struct str *s, struct trace *trace, struct str after, struct arena *a)
{
    if (!str_eq(*s, after))
        *trace = trace_join(a, *trace, trace_letters(a, *s, after));
    *s = after;
}

void speak_characters(struct strbuf *out, struct str in, const struct speaking *how,
                      struct trace *trace)
{
    struct arena *a = how->scratch;
    struct trace all = {0};
    bool plain = true;
    for (ptrdiff_t at = 0; at < in.len && plain;)
        plain = WITHIN(utf8_next(in, &at), settled);
    if (!plain) {
        tell_unspeakable(trace, in, how);
        become(&in, &all, unicode_nfc(a, in), a);
        in = map_characters(&all, in, how);
        become(&in, &all, drop_brackets(in, how), a);
        become(&in, &all, unicode_nfc(a, in), a);
        trace->runs = all.runs;
        trace->count = all.count;
    }
    strbuf_add(out, in);
}

/* The next character but blanks and commas, which later passes add; -1 at the end. */
static int32_t next_solid(struct str s, ptrdiff_t at)
{
    while (at < s.len && (s.ptr[at] == ' ' || s.ptr[at] == ','))
        at++;
    return utf8_next(s, &at);
}

void speak_symbols(struct strbuf *out, struct str in, const struct speaking *how,
                   struct trace *trace)
{
    (void)trace;
    (void)how;
    int32_t before = -1,
            solid = -1; /* the last character, and the last but blanks and commas */
    for (ptrdiff_t at = 0; at < in.len;) {
        int32_t c = utf8_next(in, &at);
        bool named = c == '#' || c == '@', rule = false; /* "##" is no name */
        for (; named && at < in.len && in.ptr[at] == c; at++)
            rule = true; /* one "hashtag", one "at" */
        ptrdiff_t next = at;
        bool sign = (rule && !is_alphanumeric(utf8_next(in, &next))) || c == '_' ||
                    c == '|' || c == '^' || c == '`' || c == '\\';
        if (c == '*') /* 2 * 3 */
            sign = !unicode_is_digit(solid) || before != ' ' || at == in.len ||
                   (in.ptr[at] != ' ' && in.ptr[at] != ',') ||
                   !unicode_is_digit(next_solid(in, at));
        if (c == '~') /* ~5 */
            sign = !unicode_is_digit(next_solid(in, at));
        c = sign ? ' ' : c;
        strbuf_add_char(out, c);
        before = c;
        solid = c == ' ' || c == ',' ? solid : c;
    }
}

static bool is_stop(int32_t c)
{
    return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' ||
           c == 0x2026;
}

/* Marks so far: the last character, how often in a row, and how many without speech in a row. */
struct marks {
    int32_t last;
    int times, silent;
};

enum { SILENT_MOST = 8 };

/* Does a sentence's or an initial's full stop end at `at` that lacks its blank: "the end.Next",
 * "F.Marsh"? The engine would say "dot". Addresses are words by now. */
static bool is_glued_stop(struct str token, ptrdiff_t at)
{
    ptrdiff_t before = at - 1, next = at;
    int32_t letter = before > 0 ? utf8_previous(token, &before) : -1;
    int32_t first = utf8_next(token, &next), second = utf8_next(token, &next);
    if (!unicode_is_letter(letter) || !unicode_is_upper(first) ||
        !unicode_is_letter(second))
        return false;
    bool alone = before == 0 || !unicode_is_letter(utf8_previous(token, &before));
    return !alone || unicode_is_upper(letter);
}

/* What is allowed of a token. */
static void filter_marks(struct strbuf *out, struct str token, struct marks *m)
{
    for (ptrdiff_t at = 0; at < token.len;) {
        int32_t c = utf8_next(token, &at);
        bool speech = is_speech(c) || unicode_is_mark(c);
        m->times = c == m->last ? m->times + 1 : 1;
        m->silent =
            speech ? 0 : m->silent + (c != ',' && c != ';'); /* those are added later */
        m->last = c;
        if (speech || (m->times <= LIMIT_EQUAL_MARKS && m->silent <= SILENT_MOST))
            strbuf_add_char(out, c);
        if (c == '.' && is_glued_stop(token, at))
            strbuf_add_byte(out, ' ');
    }
}

static bool is_stops(struct str token)
{
    for (ptrdiff_t at = 0; at < token.len;)
        if (!is_stop(utf8_next(token, &at)))
            return false;
    return true;
}

void speak_spacing(struct strbuf *out, struct str in, const struct speaking *how,
                   struct trace *trace)
{
    (void)trace;
    struct marks m = {.last = -1};
    struct strbuf token = {.arena = how->scratch};
    for (ptrdiff_t at = 0, end = 0; at < in.len; at = end + 1) {
        ptrdiff_t length = str_find_byte(str_slice(in, at, in.len), ' ');
        end = length < 0 ? in.len : at + length;
        token.len = 0;
        filter_marks(&token, str_slice(in, at, end), &m);
        bool stops =
            is_stops(strbuf_str(&token)); /* by itself a full stop is read as "dot" */
        if (out->len && !stops)
            strbuf_add_byte(out, ' ');
        if (out->len || !stops)
            strbuf_add(out, strbuf_str(&token));
    }
}
