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

/* "World War II", "Chapter IV", "the XXIV session", "Elizabeth II" */
ptrdiff_t read_roman(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    const struct speech_tables *l = speech_tables_of(t->language);
    struct str word = piece_str(t, at);
    if (piece_kind(t, at) != PIECE_WORD || word.ptr[0] < 'I' || word.ptr[0] > 'X' ||
        piece_kind(t, at - 1) != PIECE_BLANK)
        return 0;
    int64_t value = roman_at(t, at);
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
