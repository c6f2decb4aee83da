#include "readings/shortened.h"

#include "readings/grammar.h"
#include "readings/language.h"

/* Is `printed`, with its full stops, `word`? */
static bool is_with_stop(const char *printed, struct str word)
{
    struct str p = str_from(printed);
    return p.len == word.len + 1 && p.ptr[word.len] == '.' &&
           str_eq(str_slice(p, 0, word.len), word);
}

static enum shortened_use use_in_tables(const struct speech_tables *l, struct str word)
{
    for (const struct shortened *s = l->shortened; s && s->printed; s++)
        if (str_eq(str_from(s->printed), word))
            return s->place == SHORTENED_BEFORE_NAME ? SHORTENED_TITLE : SHORTENED_WORD;
    for (const struct abbreviated *s = l->references; s && s->printed; s++) {
        struct str printed = str_from(s->printed);
        if (printed.len > 1 ? str_eq_ascii_case(printed, word) : str_eq(printed, word))
            return SHORTENED_NUMBER;
    }
    return SHORTENED_NOT;
}

static enum shortened_use use_in_grammar(const struct grammar *g, struct str word)
{
    for (const struct abbreviation_said *s = g->abbreviations; s->printed; s++)
        if (is_with_stop(s->printed, word))
            return s->title ? SHORTENED_TITLE : SHORTENED_WORD;
    for (const struct reference_said *s = g->references; s->printed; s++)
        if (is_with_stop(s->printed, word))
            return SHORTENED_NUMBER;
    return SHORTENED_NOT;
}

enum shortened_use shortened_use(struct str word, struct str language)
{
    const struct speech_tables *l = speech_tables_of(language);
    const struct grammar *g = grammar_of(language);
    return l ? use_in_tables(l, word) : g ? use_in_grammar(g, word) : SHORTENED_NOT;
}
