/* What a reader sees and skips: marks of notes ("[18]", "¹", "†"), trade marks, notes of music; skin
 * tones, which are part of their emoji. Powers look the same, and are said. First of the passes, as
 * the next takes the brackets away. */
#include "base/unicode.h"
#include "readings/language.h"
#include "readings/powers.h"
#include "speak/speak_passes.h"
#include "transcript/document.h"

enum { MARK_BYTES_MOST = 40 };

/* 0 .. 9 for a superscript figure; -1. */
static int superscript(int32_t c)
{
    static const int32_t low[] = {0x2070, 0xB9, 0xB2, 0xB3};
    for (int i = 0; i < 4; i++)
        if (c == low[i])
            return i;
    return c >= 0x2074 && c <= 0x2079 ? c - 0x2070 : -1;
}

/* '+' or '-' for a superscript one; '\0'. */
static char superscript_sign(int32_t c)
{
    return c == 0x207A ? '+' : c == 0x207B ? '-' : '\0';
}

static bool is_superscript(int32_t c)
{
    return superscript(c) >= 0 || superscript_sign(c);
}

static bool is_dagger(int32_t c)
{
    return c == 0x2020 || c == 0x2021;
}

static bool is_skin_tone(int32_t c)
{
    return c >= 0x1F3FB && c <= 0x1F3FF;
}

static bool is_dropped(int32_t c)
{
    return is_dagger(c) || is_skin_tone(c) || c == 0xAE ||
           c == 0x2122 ||                /* trade marks */
           (c >= 0x2669 && c <= 0x266C); /* of music */
}

static bool is_candidate(int32_t c)
{
    return c == '[' || c == '^' || is_superscript(c) || is_dropped(c);
}

static bool is_ascii_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Where the word begins that ends at `end`. */
static ptrdiff_t word_begin(struct str s, ptrdiff_t end)
{
    for (ptrdiff_t at = end; at > 0; end = at)
        if (!unicode_is_letter(utf8_previous(s, &at)))
            break;
    return end;
}

/* "12", "3,4", "5-7": no year, and not many. */
static bool is_figures(struct str s)
{
    int digits = 0, most = 0;
    for (ptrdiff_t i = 0; i < s.len; i++) {
        bool digit = s.ptr[i] >= '0' && s.ptr[i] <= '9';
        if (!digit && (i == 0 || str_find_byte(S(",- "), s.ptr[i]) < 0))
            return false;
        digits = digit ? digits + 1 : 0;
        most = digits > most ? digits : most;
    }
    return most > 0 && most <= 3;
}

static bool is_listed(struct str s, const char *const *words)
{
    for (; *words; words++)
        if (str_eq_ascii_case(s, str_from(*words)))
            return true;
    return false;
}

/* Why what stands in brackets is for readers only; REASON_NONE: it is not ("use[d]", "[the
 * minister]"). */
static enum reason note_reason(struct str s)
{
    static const char *const letters[] = {"a", "b", "c", "i", "ii", "iii", "iv", NULL};
    static const char *const words[] = {"citation needed",
                                        "clarification needed",
                                        "sic",
                                        "sic!",
                                        "who?",
                                        "when?",
                                        "by whom?",
                                        "dubious",
                                        "better source needed",
                                        "Beleg fehlt",
                                        "r\u00E9f. n\u00E9cessaire",
                                        "cita requerida",
                                        "источник?",
                                        NULL};
    static const char *const heads[] = {"note ",     "n ",   "nb ", "fn ",
                                        "footnote ", "ref ", NULL};
    if (is_listed(s, words))
        return REASON_EDITORIAL;
    if (s.ptr[0] == '^') /* "[^1]", a footnote of Markdown's */
        return REASON_NOTE_MARK;
    bool mark = is_figures(s) || is_listed(s, letters);
    for (const char *const *h = heads; *h && !mark; h++) {
        struct str head = str_from(*h);
        mark = str_eq_ascii_case(str_slice(s, 0, head.len), head) &&
               is_figures(str_slice(s, head.len, s.len));
    }
    return mark ? REASON_NOTE_MARK : REASON_NONE;
}

/* "said [12] people": a word that waits for another before the bracket. */
static bool is_waited_for(struct str s, ptrdiff_t bracket, struct str language)
{
    static const char *const verbs[] = {"said",   "about",  "some", "nearly",
                                        "almost", "around", NULL};
    ptrdiff_t end = bracket;
    if (end == 0)
        return true;
    if (s.ptr[end - 1] != ' ')
        return false;
    while (end > 0 && s.ptr[end - 1] == ' ')
        end--;
    struct str word = str_slice(s, word_begin(s, end), end);
    const struct speech_tables *l = speech_tables_of(language);
    if (!l)
        return word.len > 0 && word.len < 4;
    return is_listed(word, l->articles) || is_listed(word, l->determiners) ||
           is_listed(word, l->function_words) || is_listed(word, verbs);
}

/* Behind the note that opens at `at`, and why it is dropped; or 0. */
static ptrdiff_t note_end(struct str s, ptrdiff_t at, struct str language,
                          enum reason *why)
{
    ptrdiff_t length = str_find_byte(str_slice(s, at, at + MARK_BYTES_MOST), ']');
    if (length < 2)
        return 0;
    ptrdiff_t end = at + length + 1;
    struct str inside = str_slice(s, at + 1, end - 1);
    bool joined = end < s.len && is_ascii_letter(s.ptr[end]);
    bool letter = is_ascii_letter(inside.ptr[0]) && inside.len < 4;
    *why = note_reason(inside);
    if (*why == REASON_NONE || (*why == REASON_NOTE_MARK && letter &&
                                (joined || at == 0 || s.ptr[at - 1] == ' ')))
        return 0;
    return is_figures(inside) && is_waited_for(s, at, language) ? 0 : end;
}

static bool is_digit_before(struct str s, ptrdiff_t at)
{
    return at > 0 && s.ptr[at - 1] >= '0' && s.ptr[at - 1] <= '9';
}

/* "2017¹": a year, of which there is no power. */
static bool is_year_before(struct str s, ptrdiff_t at)
{
    return is_digit_before(s, at) && is_digit_before(s, at - 1) &&
           is_digit_before(s, at - 2) && is_digit_before(s, at - 3) &&
           !is_digit_before(s, at - 4) && (s.ptr[at - 4] == '1' || s.ptr[at - 4] == '2');
}

/* "mc": letters, for there is no vowel in it. */
static bool is_letters(struct str word)
{
    bool vowel = word.len != 2;
    for (ptrdiff_t i = 0; i < word.len && !vowel; i++)
        vowel = !is_ascii_letter(word.ptr[i]) ||
                str_find_byte(S("aeiouyAEIOUY"), word.ptr[i]) >= 0;
    return !vowel;
}

static void say_letters(struct textbuf *b, struct str s, ptrdiff_t begin, ptrdiff_t end)
{
    for (ptrdiff_t i = begin; i < end; i++) {
        char c = s.ptr[i] >= 'a' ? (char)(s.ptr[i] - 32) : s.ptr[i];
        textbuf_replace(b, str_format(b->arena, i > begin ? " %c" : "%c", c), i, i + 1);
    }
}

/* The text without notes, in the making. */
struct notes_pass {
    struct textbuf out;
    struct trace *trace;
    struct str in, language;
    ptrdiff_t copied; /* up to here */
};

static void drop(struct notes_pass *p, ptrdiff_t begin, ptrdiff_t end, enum reason why)
{
    textbuf_verbatim(&p->out, p->copied, begin);
    if (why != REASON_NONE)
        trace_drop(p->out.arena, p->trace, begin, end, why);
    p->copied = end;
}

/* Superscripts from `at` on, "-3" or "2+"; returns what is behind them. */
static ptrdiff_t read_superscripts(struct raised *r, struct arena *a, struct str s,
                                   ptrdiff_t at)
{
    struct strbuf digits = {.arena = a};
    *r = (struct raised){0};
    for (ptrdiff_t next = at; at < s.len; at = next) {
        int32_t c = utf8_next(s, &next);
        char sign = superscript_sign(c);
        if (sign && !r->before && !digits.len) {
            r->before = sign;
        } else if (superscript(c) >= 0) {
            strbuf_add_byte(&digits, (char)('0' + superscript(c)));
        } else {
            r->behind = r->before ? '\0' : sign;
            at = r->behind ? next : at;
            break;
        }
    }
    r->digits = strbuf_str(&digits);
    return at;
}

/* "^-3", "^{6}": raised figures as they are typed, at the caret; what is behind them, or 0. */
static ptrdiff_t read_caret(struct raised *r, struct str s, ptrdiff_t caret)
{
    ptrdiff_t at = caret + 1;
    bool brace = at < s.len && s.ptr[at] == '{';
    at += brace;
    bool sign = at < s.len && (s.ptr[at] == '-' || s.ptr[at] == '+');
    *r = (struct raised){.before = sign ? s.ptr[at] : '\0'};
    ptrdiff_t begin = at += sign;
    while (at < s.len && s.ptr[at] >= '0' && s.ptr[at] <= '9')
        at++;
    r->digits = str_slice(s, begin, at);
    ptrdiff_t end = at + brace;
    bool base = caret > 0 && s.ptr[caret - 1] != ' ' && s.ptr[caret - 1] != '[';
    bool closed = !brace || (at < s.len && s.ptr[at] == '}');
    return base && closed && r->digits.len &&
                   (end >= s.len || !is_ascii_letter(s.ptr[end]))
               ? end
               : 0;
}

/* A caret is no mark of a note. */
static void settle_caret(struct notes_pass *p, ptrdiff_t at, ptrdiff_t end,
                         const struct raised *r)
{
    struct str s = p->in;
    ptrdiff_t begin = word_begin(s, at);
    bool unit = begin < at && begin > 0 &&
                (s.ptr[begin - 1] == '/' || s.ptr[begin - 1] == ' ') && !r->before &&
                (s.ptr[begin - 1] == '/' || is_digit_before(s, begin - 1));
    struct strbuf said = {.arena = p->out.arena};
    textbuf_verbatim(&p->out, p->copied, at);
    if (unit)
        strbuf_add(&said, r->digits);
    else
        power_say(&said, r, p->language);
    textbuf_replace(&p->out, strbuf_str(&said), at, end);
    p->copied = end;
}

/* Superscripts [at, end): a unit's ("5 m\u00B2"), a power or a charge, or the mark of a note. */
static void settle_superscripts(struct notes_pass *p, ptrdiff_t at, ptrdiff_t end,
                                const struct raised *r)
{
    struct str s = p->in;
    ptrdiff_t begin = word_begin(s, at), before = begin;
    ptrdiff_t letters = utf8_count(str_slice(s, begin, at));
    while (before > 0 && s.ptr[before - 1] == ' ')
        before--;
    bool few = letters > 0 && letters < 3;
    bool sign = r->before || r->behind;
    bool unit = few && !sign &&
                (is_digit_before(s, before) || (begin > 0 && s.ptr[begin - 1] == '/'));
    bool number = letters == 0 && is_digit_before(s, at) && !is_year_before(s, at);
    bool square = str_eq(r->digits, S("2")) || str_eq(r->digits, S("3"));
    bool power = number || sign || (few && square);
    bool words = power_language(p->language);
    bool ion = at - begin == letters && (r->behind || !r->digits.len); /* "Ca" */
    bool spelled = power && few && !unit && words && begin >= p->copied &&
                   (ion || is_letters(str_slice(s, begin, at)));
    if (!unit && !power) {
        drop(p, at, end, REASON_NOTE_MARK);
        return;
    }
    textbuf_verbatim(&p->out, p->copied, spelled ? begin : at);
    if (spelled)
        say_letters(&p->out, s, begin, at);
    struct strbuf said = {.arena = p->out.arena};
    if (unit || !words) {
        textbuf_verbatim(&p->out, at, end);
    } else {
        power_say(&said, r, p->language);
        textbuf_replace(&p->out, strbuf_str(&said), at, end);
    }
    p->copied = end;
}

/* Behind the further marks of notes in "again¹,²"; they are no power. */
static ptrdiff_t behind_more(struct str s, ptrdiff_t at)
{
    for (ptrdiff_t next = at + 1; at < s.len && s.ptr[at] == ',';) {
        ptrdiff_t first = next;
        while (superscript(utf8_next(s, &next)) >= 0)
            first = next;
        if (first == at + 1)
            break;
        at = first;
        next = at + 1;
    }
    return at;
}

void speak_notes(struct strbuf *out, struct str in, const struct speaking *how,
                 struct trace *trace)
{
    const struct source printed = {.bytes = in};
    struct notes_pass p = {.out = {.arena = how->scratch, .source = &printed},
                           .trace = trace,
                           .in = in,
                           .language = how->language};
    for (ptrdiff_t at = 0; at < in.len;) {
        ptrdiff_t begin = at, end;
        int32_t c = utf8_next(in, &at);
        if (!is_candidate(c))
            continue;
        struct raised raised;
        if (c == '^') {
            end = power_language(how->language) ? read_caret(&raised, in, begin) : 0;
            if (end)
                settle_caret(&p, begin, end, &raised);
            at = end ? end : at;
            continue;
        }
        if (is_superscript(c)) {
            at = read_superscripts(&raised, how->scratch, in, begin);
            end = behind_more(in, at);
            if (end > at)
                drop(&p, begin, end, REASON_NOTE_MARK);
            else
                settle_superscripts(&p, begin, at, &raised);
            at = end;
            continue;
        }
        enum reason why = is_dagger(c)      ? REASON_NOTE_MARK
                          : is_skin_tone(c) ? REASON_NONE
                                            : REASON_SYMBOL;
        end = c == '[' ? note_end(in, begin, how->language, &why) : at;
        if (end)
            drop(&p, begin, end, why);
        at = end ? end : at;
    }
    if (!p.copied) {
        strbuf_add(out, in);
        return;
    }
    textbuf_verbatim(&p.out, p.copied, in.len);
    strbuf_add(out, strbuf_str(&p.out.chars));
    trace->runs = p.out.runs;
    trace->count = p.out.run_count;
}
