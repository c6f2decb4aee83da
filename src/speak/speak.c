#include "speak/speak.h"

#include "speak/limits.h"
#include "speak/speak_passes.h"

/* In this order: each pass relies on what those before it took out, and the engine's limits come
 * last because everything else may make the text longer. A lexicon and acronyms belong between
 * symbols and figures. */
static speak_pass *const passes[] = {
    speak_characters, speak_symbols, speak_figures, speak_spacing, speak_words,
    speak_dotted,     speak_repeats, speak_stops,   speak_clauses,
};
enum {
    PASSES = sizeof passes / sizeof *passes,
    BEHIND_FIGURES = 3,
    CLAUSES = PASSES - 1
};

static struct str with_aliases(struct arena *a, struct str text,
                               const struct alias *aliases, ptrdiff_t count)
{
    struct strbuf b = {.arena = a};
    ptrdiff_t at = 0;
    for (ptrdiff_t i = 0; i < count; i++) {
        strbuf_add(&b, str_slice(text, at, aliases[i].begin));
        strbuf_add(&b, aliases[i].say);
        at = aliases[i].end;
    }
    strbuf_add(&b, str_slice(text, at, text.len));
    return strbuf_str(&b);
}

static struct str run_passes(struct str s, const struct speaking *how, int first, int end)
{
    for (int i = first; i < end; i++) {
        struct strbuf out = {.arena = how->scratch};
        passes[i](&out, s, how);
        s = strbuf_str(&out);
    }
    return s;
}

/* Where one look tells that passes have nothing to do, they are left out. */
static struct str run_what_is_needed(struct str s, const struct speaking *how)
{
    struct plainness p = speak_look(s, how->own);
    if (!p.plain)
        return run_passes(s, how, 0, PASSES);
    if (p.figures) {
        s = run_passes(s, how, BEHIND_FIGURES - 1, BEHIND_FIGURES);
        p = speak_look(s, how->own);
        if (!p.plain)
            return run_passes(s, how, BEHIND_FIGURES, PASSES);
    }
    bool short_enough =
        s.len <= LIMIT_CLAUSE_BYTES && p.phonemes <= LIMIT_CLAUSE_PHONEMES;
    return short_enough ? s : run_passes(s, how, CLAUSES, PASSES);
}

struct str speak_text(struct arena *a, struct str text, const struct alias *aliases,
                      ptrdiff_t alias_count, struct str language)
{
    struct arena scratch = {0};
    const struct speaking how = {&scratch, language, alphabet_of(language)};
    struct str s;
    if (alias_count)
        s = run_passes(with_aliases(&scratch, text, aliases, alias_count), &how, 0,
                       PASSES);
    else
        s = run_what_is_needed(text, &how);
    if (speech_at(s) < 0)
        s = S("");
    else /* most sentences are spoken as they are printed */
        s = str_eq(s, text) ? text : str_copy(a, s);
    arena_clear(&scratch);
    return s;
}
