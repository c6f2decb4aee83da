#include "readings/grammar.h"

#include "base/spellout.h"
#include "base/unicode.h"
#include "readings/numbers.h"

const struct grammar *grammar_of(struct str language)
{
    static const struct grammar *const all[] = {&grammar_russian, &grammar_german,
                                                &grammar_french, &grammar_spanish};
    struct str primary = language_primary(language);
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (str_eq_ascii_case(primary, str_from(all[i]->language)))
            return all[i];
    return NULL;
}

/* Compounds and ordinals are looked for first: of equals the first stands. */
static const struct reading_class classes[] = {
    {grammar_ordinal, AT_FIGURE},
    {grammar_compound, AT_WORD | AT_FIGURE},
    {grammar_date, AT_FIGURE},
    {grammar_time, AT_FIGURE},
    {grammar_telephone, AT_FIGURE | AT_MARK},
    {grammar_quantity, AT_WORD | AT_FIGURE | AT_MARK},
    {grammar_fraction, AT_FIGURE | AT_MARK},
    {grammar_roman, AT_WORD},
    {grammar_reference, AT_WORD | AT_MARK},
    {grammar_abbreviation, AT_WORD},
    {grammar_code, AT_WORD},
    {grammar_version, AT_WORD},
    {grammar_rate, AT_WORD},
    {read_paragraph, AT_FIGURE},
    {read_symbol, AT_WORD},
    {read_ampersand, AT_WORD | AT_MARK},
    {read_social, AT_MARK},
    {grammar_sign, AT_WORD | AT_MARK},
    {grammar_slash, AT_WORD | AT_FIGURE},
    {read_address, AT_WORD},
    {NULL, 0},
};

const struct reading_class *inflected_classes_of(struct str language)
{
    return grammar_of(language) ? classes : NULL;
}

void reading_word(struct reading *r, ptrdiff_t from, ptrdiff_t to, const char *word)
{
    struct strbuf b = {.arena = r->out.arena};
    strbuf_addf(&b, " %s ", word);
    reading_buffer(r, from, to, &b);
}

static void say_number(struct reading *r, ptrdiff_t from, ptrdiff_t to, int64_t value,
                       enum number_kind kind)
{
    const struct grammar *g = grammar_of(r->pieces->language);
    struct strbuf b = {.arena = r->out.arena};
    if (g)
        g->number(&b, kind, value, (struct form){0});
    else if (kind == NUMBER_YEAR)
        number_year(&b, value);
    else
        number_cardinal(&b, value);
    reading_buffer(r, from, to, &b);
}

void reading_cardinal(struct reading *r, ptrdiff_t from, ptrdiff_t to, int64_t value)
{
    say_number(r, from, to, value, NUMBER_NAME);
}

void reading_year(struct reading *r, ptrdiff_t from, ptrdiff_t to, int64_t value)
{
    const struct grammar *g = grammar_of(r->pieces->language);
    bool ranked =
        g && *g->year_behind; /* where a year is an ordinal, one by itself is none */
    say_number(r, from, to, value, ranked ? NUMBER_NAME : NUMBER_YEAR);
}

void reading_digits(struct reading *r, ptrdiff_t at)
{
    const struct grammar *g = grammar_of(r->pieces->language);
    struct strbuf b = {.arena = r->out.arena};
    if (g)
        grammar_digits(&b, g, piece_str(r->pieces, at));
    else
        number_digits(&b, piece_str(r->pieces, at));
    reading_buffer(r, at, at + 1, &b);
}

static bool is_in(struct str word, const char *list, bool ending)
{
    struct str rest = str_from(list), one;
    while (rest.len) {
        str_cut(rest, '|', &one, &rest);
        if (ending ? str_ends(word, one) : str_eq(word, one))
            return true;
    }
    return false;
}

bool word_is_any(struct str word, const char *list)
{
    return is_in(word, list, false);
}

bool word_ends_any(struct str word, const char *list)
{
    return is_in(word, list, true);
}

void grammar_spell(struct strbuf *out, const char *language, const char *rules,
                   int64_t value)
{
    if (!spellout_add(out, language, rules, value))
        strbuf_addf(out, "%lld", (long long)value);
}

void grammar_part_word(struct strbuf *out, struct str word, struct str joint)
{
    enum { LETTERS_MOST = 40 };
    ptrdiff_t at = word.len > LETTERS_MOST ? str_find(word, joint) : -1;
    ptrdiff_t cut = at < 0 ? word.len : at + joint.len;
    strbuf_add(out, str_slice(word, 0, cut));
    if (cut < word.len && word.ptr[cut] != ' ')
        strbuf_add_byte(out, ' ');
    strbuf_add(out, str_slice(word, cut, word.len));
}

void grammar_digits(struct strbuf *out, const struct grammar *g, struct str digits)
{
    for (ptrdiff_t i = 0; i < digits.len; i++) {
        strbuf_add(out, i ? S(" ") : S(""));
        g->number(out, NUMBER_NAME, digits.ptr[i] - '0', (struct form){0});
    }
}

void grammar_point(struct strbuf *out, const struct grammar *g, int64_t whole,
                   struct str digits, bool grouped, struct form f)
{
    int64_t rest;
    (void)f;
    g->number(out, NUMBER_NAME, whole, (struct form){0});
    strbuf_addf(out, " %s ", g->signs->point);
    ptrdiff_t zeros = 0;
    while (zeros < digits.len && digits.ptr[zeros] == '0')
        zeros++;
    if (!grouped || digits.len - zeros > 3 || zeros == digits.len) {
        grammar_digits(out, g, digits);
        return;
    }
    grammar_digits(out, g, str_slice(digits, 0, zeros));
    strbuf_add(out, zeros ? S(" ") : S(""));
    if (str_to_int(str_slice(digits, zeros, digits.len), &rest))
        g->number(out, NUMBER_NAME, rest, (struct form){0});
}

int grammar_month(const struct pieces *t, ptrdiff_t at, ptrdiff_t *end)
{
    const struct grammar *g = grammar_of(t->language);
    if (piece_kind(t, at) != PIECE_WORD)
        return 0;
    struct str word = piece_str(t, at);
    for (int i = 0; g->months[i]; i++) {
        struct str name = str_from(g->months[i]);
        ptrdiff_t letters = utf8_count(word);
        bool part = letters >= 3 && letters <= 5 && str_starts(name, word) &&
                    piece_is(t, at + 1, ".");
        if (!part && !str_eq(word, name))
            continue;
        *end = at + 1 + (part && word.len < name.len);
        return i % 12 + 1;
    }
    return 0;
}

bool piece_is_capitalised(const struct pieces *t, ptrdiff_t i)
{
    struct str s = piece_str(t, i);
    ptrdiff_t at = 0;
    return s.len && unicode_is_upper(utf8_next(s, &at)) && at < s.len &&
           unicode_is_lower(utf8_next(s, &at));
}

void reading_buffer(struct reading *r, ptrdiff_t from, ptrdiff_t to,
                    const struct strbuf *b)
{
    reading_say_str(r, from, to, strbuf_str(b));
}

ptrdiff_t grammar_compound(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    const struct grammar *g = grammar_of(t->language);
    return g->compound ? g->compound(r, t, at) : 0;
}
