/* Roman numbers: of chapters, kings, sessions. */
#include "readings/language.h"
#include "readings/numbers.h"
#include "readings/readings.h"
#include "readings/roman.h"

static bool is_capitalised(struct str word)
{
    return word.len > 1 && word.ptr[0] >= 'A' && word.ptr[0] <= 'Z' &&
           !(word.ptr[1] >= 'A' && word.ptr[1] <= 'Z');
}

/* Is the letter I the first person's? "the Act I signed", "Peter I think so" */
static bool is_person(const struct pieces *t, ptrdiff_t at, ptrdiff_t before)
{
    const struct speech_tables *l = speech_tables_of(t->language);
    ptrdiff_t article = piece_word_before(t, before);
    if (!piece_is(t, at, "I"))
        return false;
    if (piece_is_listed(t, before, l->links)) /* "you and I" */
        return true;
    if (piece_kind(t, at + 1) != PIECE_BLANK)
        return piece_is(t, at + 1, "'") || piece_is(t, at + 1, "\u2019");
    if (piece_is_listed(t, at + 2, l->first_person))
        return true;
    bool named = piece_is_listed(t, article, l->articles) ||
                 piece_is_listed(t, article, l->determiners);
    return named && !piece_is_listed(t, before, l->grades);
}

/* "Part", or the "Parts" of more than one number. */
static bool is_numbered(const struct pieces *t, ptrdiff_t at)
{
    struct str word = piece_str(t, at);
    const char *const *n = speech_tables_of(t->language)->numbered;
    for (; word.len > 2 && *n; n++) {
        bool plural = str_ends(word, S("s")) && !str_ends(word, S("ss"));
        if (str_eq_ascii_case(word, str_from(*n)) ||
            (plural && str_eq_ascii_case(str_slice(word, 0, word.len - 1), str_from(*n))))
            return true;
    }
    return false;
}

/* Does a list of numbers lead from `before` back to such a word: "Counts II, III and V"? */
static bool continues(const struct pieces *t, ptrdiff_t at)
{
    enum { NUMBERS_MOST = 6 };
    for (int numbers = 0; numbers < NUMBERS_MOST; numbers++) {
        ptrdiff_t i = at - 1 - (piece_kind(t, at - 1) == PIECE_BLANK);
        if (is_numbered(t, i))
            return true;
        bool link = piece_is_listed(t, i, speech_tables_of(t->language)->links);
        i -= link ? 2 : 0;
        i -= piece_is(t, i, ",") || piece_is_dash(t, i);
        if ((i == at - 1 - (piece_kind(t, at - 1) == PIECE_BLANK)) || !roman_at(t, i))
            return false;
        at = i;
    }
    return false;
}

/* "World War II", "Chapter IV", "the XXIV session", "Elizabeth II" */
ptrdiff_t read_roman(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    const struct speech_tables *l = speech_tables_of(t->language);
    struct str word = piece_str(t, at);
    if (piece_kind(t, at) != PIECE_WORD || word.ptr[0] < 'I' || word.ptr[0] > 'X' ||
        (piece_kind(t, at - 1) != PIECE_BLANK && !piece_is_dash(t, at - 1)))
        return 0;
    int64_t value = roman_at(t, at);
    if (value && continues(t, at)) {
        ptrdiff_t next = at + 2;
        bool person = is_person(t, at, piece_word_before(t, at));
        if (person)
            return 0;
        reading_number(r, at, at + 1, value, number_cardinal);
        if (!piece_is_dash(t, at + 1) || !roman_at(t, next))
            return at + 1;
        reading_say(r, at + 1, next, l->to);
        return next;
    }
    if (piece_is_dash(t, at - 1))
        return 0;
    ptrdiff_t before = piece_word_before(t, at);
    if (!value || before < 0 || is_person(t, at, before))
        return 0;
    bool title = piece_is_listed(t, piece_word_before(t, before), l->royal);
    bool article = piece_is_listed(t, before, l->articles) ||
                   piece_is_listed(t, before, l->determiners); /* "The IV drip" */
    bool ruler = !article && is_capitalised(piece_str(t, before)) &&
                 (word.len > 1 || (piece_is(t, at, "I") &&
                                   (title || piece_is_listed(t, before, l->rulers))));
    if (piece_is_listed(t, before, l->numbered)) {
        reading_number(r, at, at + 1, value, number_cardinal);
    } else if (piece_kind(t, at + 1) == PIECE_BLANK &&
               piece_is_listed(t, at + 2, l->counted)) {
        reading_number(r, at, at + 1, value, number_ordinal);
    } else if (ruler) {
        reading_say(r, at, at + 1, "the ");
        reading_number(r, at, at + 1, value, number_ordinal);
    } else {
        return 0;
    }
    return at + 1;
}
