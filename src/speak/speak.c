#include "speak/speak.h"

#include "base/unicode.h"
#include "readings/readings.h"
#include "speak/limits.h"
#include "speak/pronunciation.h"
#include "speak/speak_passes.h"
#include "transcript/document.h"

/* In this order: each pass relies on what those before it took out, and the engine's limits come
 * last because everything else may make the text longer; but for phonemes, which are none of their
 * business. Acronyms stand behind figures, which know those that are units, zones and
 * numbers, and behind the cutting of long words, of which they want no part. */
enum pass {
    PASS_NOTES,
    PASS_CHARACTERS,
    PASS_SYMBOLS,
    PASS_LEXICON,
    PASS_FIGURES,
    PASS_FOREIGN,
    PASS_SPACING,
    PASS_WORDS,
    PASS_ACRONYMS,
    PASS_DOTTED,
    PASS_INITIALS,
    PASS_REPEATS,
    PASS_STOPS,
    PASS_CLAUSES,
    PASS_PHONEMES,
    PASSES
};
static speak_pass *const passes[PASSES] = {
    [PASS_NOTES] = speak_notes,       [PASS_CHARACTERS] = speak_characters,
    [PASS_SYMBOLS] = speak_symbols,   [PASS_LEXICON] = speak_lexicon,
    [PASS_FIGURES] = speak_figures,   [PASS_FOREIGN] = speak_foreign,
    [PASS_SPACING] = speak_spacing,   [PASS_WORDS] = speak_words,
    [PASS_ACRONYMS] = speak_acronyms, [PASS_DOTTED] = speak_dotted,
    [PASS_INITIALS] = speak_initials, [PASS_REPEATS] = speak_repeats,
    [PASS_STOPS] = speak_stops,       [PASS_CLAUSES] = speak_clauses,
    [PASS_PHONEMES] = speak_phonemes,
};

/* Printed text, without characters that could be taken for those that stand for phonemes. */
static void add_printed(struct textbuf *b, struct trace *trace, struct str text,
                        ptrdiff_t from, ptrdiff_t to)
{
    ptrdiff_t done = from;
    for (ptrdiff_t at = from, here = from; at < to; here = at) {
        if (utf8_next(text, &at) < UNICODE_STAND_IN_FIRST)
            continue;
        textbuf_verbatim(b, done, here);
        trace_drop(b->arena, trace, here, at, REASON_UNSPEAKABLE);
        done = at;
    }
    textbuf_verbatim(b, done, to);
}

/* The same of text that is to be said for other text. */
static struct str alias_text(struct arena *a, struct str say)
{
    struct strbuf b = {.arena = a};
    for (ptrdiff_t at = 0; at < say.len;) {
        int32_t c = utf8_next(say, &at);
        if (c < UNICODE_STAND_IN_FIRST)
            strbuf_add_char(&b, c);
    }
    return strbuf_str(&b);
}

/* Phonemes of an alias: a character for them, which ends behind an English ending. */
static ptrdiff_t add_phonemes(struct textbuf *b, const struct speaking *how,
                              struct str text, const struct alias *alias)
{
    struct phonemes *p = how->phonemes;
    char stand_in[4];
    struct str said = alias->say;
    ptrdiff_t end = alias->end;
    if (str_eq_ascii_case(language_primary(how->language), S("en")))
        end = pronunciation_ending_end(text, end);
    if (end > alias->end) {
        struct str inside = str_slice(said, 0, said.len - 2);
        said = str_format(how->scratch, "%.*s%.*s]]", STR_ARGS(inside),
                          STR_ARGS(pronunciation_ending(inside)));
    }
    int32_t c = UNICODE_STAND_IN_FIRST + (int32_t)p->count;
    *arena_push(how->scratch, p->items, p->count, p->capacity) = said;
    textbuf_replace(b, (struct str){stand_in, utf8_encode(c, stand_in)}, alias->begin,
                    end);
    return end;
}

static struct spoken with_aliases(const struct speaking *how, struct str text,
                                  const struct alias *aliases, ptrdiff_t count)
{
    const struct source printed = {.bytes = text};
    struct textbuf b = {.arena = how->scratch, .source = &printed};
    struct trace trace = {0};
    ptrdiff_t at = 0;
    for (ptrdiff_t i = 0; i < count; i++) {
        const struct alias *one = &aliases[i];
        bool room =
            how->phonemes->count <= UNICODE_STAND_IN_LAST - UNICODE_STAND_IN_FIRST;
        if (one->begin < at || (one->phonemes && !room))
            continue;
        add_printed(&b, &trace, text, at, one->begin);
        at = one->end;
        if (one->phonemes)
            at = add_phonemes(&b, how, text, one);
        else
            textbuf_replace(&b, alias_text(how->scratch, one->say), one->begin, one->end);
    }
    add_printed(&b, &trace, text, at, text.len);
    trace.runs = b.runs;
    trace.count = b.run_count;
    return (struct spoken){strbuf_str(&b.chars), trace};
}

/* A pass that records no trace of its own keeps the order of letters. */
static void run_passes(struct spoken *s, const struct speaking *how, int first, int end)
{
    for (int i = first; i < end; i++) {
        struct strbuf out = {.arena = how->scratch};
        struct trace trace = {0};
        passes[i](&out, s->str, how, &trace);
        struct str after = strbuf_str(&out);
        if (str_eq(after, s->str))
            continue;
        if (!trace.count) {
            struct trace letters = trace_letters(how->scratch, s->str, after);
            trace.runs = letters.runs;
            trace.count = letters.count;
        }
        s->trace = trace_join(how->scratch, s->trace, trace);
        s->str = after;
    }
}

/* Runs one pass on a plain text, and what stands behind it if the text is plain no more: then false. */
static bool run_one(struct spoken *s, const struct speaking *how, int pass,
                    struct plainness *p)
{
    run_passes(s, how, pass, pass + 1);
    *p = speak_look(s->str, how->own);
    if (!p->plain)
        run_passes(s, how, pass + 1, PASSES);
    return p->plain;
}

/* Where one look tells that passes have nothing to do, they are left out. */
static void run_what_is_needed(struct spoken *s, const struct speaking *how)
{
    struct plainness p = speak_look(s->str, how->own);
    struct lexicon_match m;
    if (!p.plain || !letters_have_all(how->letters, s->str) ||
        (how->lexicon && lexicon_find(&m, how->lexicon, s->str, 0, how->language))) {
        run_passes(s, how, 0, PASSES);
        return;
    }
    bool inflected = inflected_classes_of(how->language); /* "Mme" needs no sign */
    if ((p.figures || inflected) && !run_one(s, how, PASS_FIGURES, &p))
        return;
    bool acronyms = p.capitals || acronyms_may_stand_in(how->acronyms, s->str);
    if (acronyms && !run_one(s, how, PASS_ACRONYMS, &p))
        return;
    if (s->str.len > LIMIT_CLAUSE_BYTES || p.phonemes > LIMIT_CLAUSE_PHONEMES)
        run_passes(s, how, PASS_CLAUSES, PASSES);
}

/* Most sentences are spoken as they are printed. */
static struct spoken keep(struct arena *a, struct spoken s, struct str text)
{
    if (speech_at(s.str) < 0)
        return (struct spoken){0};
    if (str_eq(s.str, text))
        return (struct spoken){.str = text};
    return (struct spoken){str_copy(a, s.str), trace_keep(a, s.trace)};
}

bool spoken_has_phonemes(struct str spoken)
{
    return str_find(spoken, S("[[")) >= 0;
}

struct spoken speak_text(struct arena *a, struct str text, const struct alias *aliases,
                         ptrdiff_t alias_count, struct str language,
                         const struct lexicon *lexicon)
{
    struct speak_run run = {.lexicon = lexicon};
    struct spoken s = speak_part(a, text, aliases, alias_count, language, &run);
    speak_run_close(&run);
    return s;
}

static struct spoken say(const struct speaking *how, struct str text,
                         const struct alias *aliases, ptrdiff_t alias_count, int first)
{
    struct spoken s = {.str = text};
    if (!alias_count && first == 0) {
        run_what_is_needed(&s, how);
        return s;
    }
    s = with_aliases(how, text, aliases, alias_count);
    run_passes(&s, how, first, PASSES);
    return s;
}

static struct speaking speaking_of(struct speak_run *run, struct str language,
                                   struct phonemes *phonemes)
{
    return (struct speaking){&run->scratch,
                             language,
                             alphabet_of(language),
                             letters_of(language),
                             run->lexicon,
                             run->learned ? &run->learned->acronyms : NULL,
                             run->learned ? &run->learned->dates : NULL,
                             phonemes,
                             &run->foreign};
}

struct spoken speak_part(struct arena *a, struct str text, const struct alias *aliases,
                         ptrdiff_t alias_count, struct str language,
                         struct speak_run *run)
{
    struct phonemes phonemes = {0};
    const struct speaking how = speaking_of(run, language, &phonemes);
    struct spoken s = say(&how, text, aliases, alias_count, 0);
    if (speech_at(s.str) < 0 && speech_at(text) >= 0) /* a caller wants the note said */
        s = say(&how, text, aliases, alias_count, PASS_NOTES + 1);
    s = keep(a, s, text);
    arena_reset(&run->scratch);
    return s;
}

void speak_run_close(struct speak_run *run)
{
    transliterators_close(&run->foreign);
    arena_clear(&run->scratch);
}

/* Does no pass leave `c` out? Two signs of Thai stand for words that are not written. */
static bool is_letter_to_say(int32_t c)
{
    return (c >= '0' && c <= '9') ||
           (unicode_is_letter(c) && is_speech(c) && !unicode_is_compatibility(c) &&
            c != 0xE2F && c != 0xE46);
}

/* Does one stand outside of brackets? Most texts begin with one. */
static bool is_surely_said(struct str text)
{
    bool open = false;
    for (ptrdiff_t at = 0; at < text.len;) {
        int32_t c = utf8_next(text, &at);
        open = c == '[' || (open && c != ']');
        if (!open && is_letter_to_say(c))
            return true;
    }
    return false;
}

enum reason speak_silence(struct str text, struct str language)
{
    if (is_surely_said(text))
        return REASON_NONE;
    struct speak_run run = {0};
    struct phonemes phonemes = {0};
    const struct speaking how = speaking_of(&run, language, &phonemes);
    struct spoken s = say(&how, text, NULL, 0, 0);
    bool said = speech_at(s.str) >= 0;
    struct trace t = said ? (struct trace){0} : trace_keep(&run.scratch, s.trace);
    int why = said ? REASON_NONE : t.drop_count ? t.drops[0].reason : REASON_UNSPEAKABLE;
    speak_run_close(&run);
    return (enum reason)why;
}
