/* Figures that name things, abbreviations, and signs between words. For readings/grammar.h. */
#include "readings/grammar.h"
#include "readings/roman.h"

#include "base/unicode.h"
#include "readings/powers.h"

/* "Nr. 5", "S. 12-14", "§ 12", "№ 5" */
ptrdiff_t grammar_reference(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    const struct grammar *g = grammar_of(t->language);
    const struct reference_said *best = NULL;
    ptrdiff_t end = at;
    if (!piece_parts(t, at - 1) || piece_is(t, at - 1, "."))
        return 0;
    for (const struct reference_said *e = g->references; e->printed; e++) {
        ptrdiff_t behind = piece_stands(t, at, e->printed);
        if (behind > end) {
            best = e;
            end = behind;
        }
    }
    ptrdiff_t figure = piece_past_blank(t, end);
    int64_t roman = figure > end ? roman_counted(t, figure) : 0; /* "S.I." is the units */
    if (!best || (!piece_digits(t, figure) && !roman))
        return 0;
    bool range = piece_is_dash(t, figure + 1) &&
                 piece_value(t, figure + 2) > piece_value(t, figure);
    struct form f = g->rank_form(t, at, figure);
    const char *said = range                ? best->many
                       : f.in == ACCUSATIVE ? best->to
                       : f.in == LOCATIVE   ? best->at
                       : f.in == DATIVE     ? best->by
                       : f.in == GENITIVE   ? best->many
                                            : best->one;
    reading_say(r, at, figure, said ? said : best->one);
    reading_say(r, at, figure, " ");
    if (!roman)
        return figure;
    struct strbuf b = {.arena = r->out.arena};
    g->number(&b, NUMBER_NAME, roman, (struct form){0});
    reading_buffer(r, figure, figure + 1, &b);
    return figure + 1;
}

/* Does a sentence begin at i, or a part of one? */
static bool opens(const struct pieces *t, ptrdiff_t i)
{
    static const char *const quotes[] = {"\"", "(", "\u201E", "\u201C", "\u00AB", NULL};
    static const char *const stops[] = {".", "!", "?", ":", "\u2026", "\u2013", NULL};
    return piece_kind(t, i - 1) == PIECE_NONE || piece_is_listed(t, i - 1, quotes) ||
           (piece_kind(t, i - 1) == PIECE_BLANK && piece_is_listed(t, i - 2, stops));
}

/* Where `printed` ends at piece i, blanks between its parts or none; 0: it does not stand there. */
static ptrdiff_t abbreviation_end(const struct pieces *t, ptrdiff_t i, struct str printed)
{
    bool first = opens(t, i), capitals = false;
    for (ptrdiff_t at = 0; at < printed.len; i++) {
        if (at > 0 && piece_is(t, i - 1, "."))
            i = piece_past_blank(t, i);
        struct str piece = piece_str(t, i), rest = str_slice(printed, at, printed.len);
        /* There the first letter may be a capital. */
        bool capital =
            first && at == 0 && piece.len && piece.ptr[0] >= 'A' && piece.ptr[0] <= 'Z' &&
            rest.ptr[0] == piece.ptr[0] + 32 &&
            str_starts(str_slice(rest, 1, rest.len), str_slice(piece, 1, piece.len));
        if (!piece.len || (!capital && !str_starts(rest, piece)))
            return 0;
        at += piece.len;
        capitals = capitals || capital;
    }
    return !capitals || piece_parts(t, i) ? i : 0; /* "U.U.U." are letters */
}

/* "z. B.", "и т. д.", "M." */
ptrdiff_t grammar_abbreviation(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    const struct grammar *g = grammar_of(t->language);
    const struct abbreviation_said *best = NULL;
    ptrdiff_t end = at;
    if (piece_kind(t, at) != PIECE_WORD || !piece_parts(t, at - 1) ||
        piece_is(t, at - 1, ".") || piece_is(t, at - 1, "-"))
        return 0;
    for (const struct abbreviation_said *a = g->abbreviations; a->printed; a++) {
        ptrdiff_t behind = abbreviation_end(t, at, str_from(a->printed));
        if (behind > end && (piece_is(t, behind - 1, ".") || piece_parts(t, behind)) &&
            (!a->title || piece_is_capitalised(t, piece_past_blank(t, behind)))) {
            best = a;
            end = behind;
        }
    }
    if (!best)
        return 0;
    struct strbuf b = {.arena = r->out.arena};
    strbuf_add(&b, str_from(best->said));
    if (piece_is(t, end - 1, ".") && piece_kind(t, end) == PIECE_NONE)
        strbuf_add(&b, S(".")); /* the sentence's as well */
    reading_buffer(r, at, end, &b);
    return end;
}

ptrdiff_t grammar_roman(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    const struct grammar *g = grammar_of(t->language);
    struct str word = piece_str(t, at);
    ptrdiff_t first = 0;
    int32_t c = word.len ? utf8_next(word, &first) : 0;
    bool roman = c == 'I' || c == 'V' || c == 'X' || c == 0x425;
    if (!roman || piece_kind(t, at) != PIECE_WORD || roman_is_letters(t, at) ||
        piece_is(t, at + 1, "'") || piece_is(t, at + 1, "\u2019"))
        return 0;
    int64_t value = roman_number(word);
    ptrdiff_t before = piece_word_before(t, at);
    if (value && before >= 0 && piece_kind(t, at - 1) == PIECE_BLANK &&
        word_is_any(piece_str(t, before), g->numbered) && piece_parts(t, at + 1)) {
        struct strbuf b = {.arena = r->out.arena};
        g->number(&b, NUMBER_NAME, value, (struct form){0});
        reading_buffer(r, at, at + 1, &b);
        return at + 1;
    }
    return g->roman(r, t, at);
}

static bool has_capital(struct str word)
{
    ptrdiff_t at = 0;
    return word.len && unicode_is_upper(utf8_next(word, &at));
}

/* "F-16", "Ту-154", "A320", "CO2-Steuer" */
ptrdiff_t grammar_code(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    static const char formulas[] = "CO|NO|SO|CH|NH|PM";
    const struct grammar *g = grammar_of(t->language);
    struct str word = piece_str(t, at);
    bool hyphen = piece_is(t, at + 1, "-");
    ptrdiff_t figure = at + 1 + hyphen;
    int64_t value = piece_value(t, figure);
    if (piece_kind(t, at) != PIECE_WORD || !piece_parts(t, at - 1) || value < 0 ||
        value > 9999 || !has_capital(word) || piece_is(t, at - 1, "-") ||
        (piece_is_dash(t, figure + 1) && piece_digits(t, figure + 2)) ||
        (piece_is(t, figure + 1, ".") && piece_digits(t, figure + 2)))
        return 0;
    if (!hyphen && word_is_any(word, formulas)) {
        reading_say_str(r, at, at + 1, str_slice(word, 0, 1));
        reading_say(r, at, at + 1, " ");
        word = str_slice(word, 1, 2);
    }
    reading_say_str(r, at, at + 1, word);
    reading_say(r, at + 1, figure, " ");
    struct strbuf b = {.arena = r->out.arena};
    if (piece_digits(t, figure) > 1 && piece_str(t, figure).ptr[0] == '0')
        grammar_digits(&b, g, piece_str(t, figure));
    else
        g->number(&b, NUMBER_NAME, value, (struct form){0});
    reading_buffer(r, figure, figure + 1, &b);
    if (piece_is(t, figure + 1, "-") && piece_kind(t, figure + 2) == PIECE_WORD) {
        reading_say(r, figure + 1, figure + 2, " ");
        return figure + 2;
    }
    return figure + 1;
}

static bool figure_beside(const struct pieces *t, ptrdiff_t at, int step)
{
    do /* over commas, too: speak_symbols leaves the tilde of "~ ,5" */
        at += step;
    while (piece_kind(t, at) == PIECE_BLANK || piece_is(t, at, ","));
    return piece_kind(t, at) == PIECE_FIGURE;
}

/* Before a power: "5 x 10 to the third" is no size. */
static bool is_factor(const struct pieces *t, ptrdiff_t by)
{
    return power_stands(pieces_rest(t, piece_past_blank(t, by + 1) + 1), t->language);
}

/* "\u22655", "~5", "\u00B13": before a figure, and not between two. */
static const char *relation(const struct pieces *t, ptrdiff_t at)
{
    const struct sign_words *w = grammar_of(t->language)->signs;
    struct str letter = piece_str(t, piece_word_before(t, at));
    bool name = letter.len == 1 && str_find_byte(S("aeouyAEOUY"), letter.ptr[0]) < 0;
    bool term = name || figure_beside(t, at, -1); /* "x < 5", but "y <5 barcos" */
    return piece_is(t, at, "~")        ? w->about
           : piece_is(t, at, "\u2248") ? w->about
           : piece_is(t, at, "\u2265") ? w->at_least
           : piece_is(t, at, "\u2264") ? w->at_most
           : piece_is(t, at, "\u00B1") ? w->plus_minus
           : piece_is(t, at, ">")      ? (term ? w->greater : w->more)
           : piece_is(t, at, "<")      ? (term ? w->smaller : w->less)
                                       : NULL;
}

/* A letter or a word, as in "R = 5". */
static bool term_before(const struct pieces *t, ptrdiff_t at)
{
    return piece_word_before(t, at) >= 0 || figure_beside(t, at, -1);
}

/* "3 x 5", "2 + 2", "~5", "5~10" */
ptrdiff_t grammar_sign(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    const struct sign_words *w = grammar_of(t->language)->signs;
    bool left = figure_beside(t, at, -1), right = figure_beside(t, at, 1);
    bool by =
        piece_is(t, at, "x") || piece_is(t, at, "\u00D7") || piece_is(t, at, "\u0445");
    if (piece_is(t, at, "~") && piece_digits(t, at - 1) && piece_digits(t, at + 1)) {
        reading_say(r, at, at + 1, w->range);
        return at + 1;
    }
    const char *said = !right                   ? NULL
                       : relation(t, at)        ? relation(t, at)
                       : piece_is(t, at, "=")   ? (term_before(t, at) ? w->equals : NULL)
                       : !left                  ? NULL
                       : by && is_factor(t, at) ? w->times
                       : by                     ? w->by
                       : piece_is(t, at, "+")   ? w->plus
                       : piece_is(t, at, "*")   ? w->times
                                                : NULL;
    if (!said)
        return 0;
    struct strbuf b = {.arena = r->out.arena};
    ptrdiff_t end = piece_past_blank(t, at + 1);
    strbuf_addf(&b, "%s%s%s", piece_kind(t, at - 1) == PIECE_BLANK ? "" : " ", said, " ");
    reading_buffer(r, at, end, &b);
    return end;
}

/* "v1.5", "V2" */
ptrdiff_t grammar_version(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    const struct sign_words *w = grammar_of(t->language)->signs;
    ptrdiff_t end = at + 2;
    if (!piece_is(t, at, "v") || !piece_parts(t, at - 1) || !piece_digits(t, at + 1))
        return 0;
    while (piece_is(t, end, ".") && piece_digits(t, end + 1))
        end += 2;
    if (!piece_parts(t, end))
        return 0;
    reading_word(r, at, at + 1, w->version);
    for (ptrdiff_t i = at + 1; i < end; i++) {
        bool zero = piece_digits(t, i) > 1 && piece_byte(t, i) == '0';
        if (piece_is(t, i, "."))
            reading_word(r, i, i + 1, w->dot);
        else if (zero || piece_value(t, i) < 0)
            reading_digits(r, i);
        else
            reading_cardinal(r, i, i + 1, piece_value(t, i));
    }
    return end;
}
