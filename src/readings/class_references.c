/* Figures that number things: articles, chapters, telephones. */
#include "readings/amounts.h"
#include "readings/numbers.h"
#include "readings/readings.h"
#include "readings/roman.h"

/* A single letter is a reference in small only, but where the sentence opens: "P. V. Rao", "S.P.5". */
static bool is_reference(const struct pieces *t, ptrdiff_t at, const char *printed)
{
    bool letter = !printed[1];
    bool opens = piece_kind(t, at - 1) == PIECE_NONE && piece_digits(t, at + 3);
    return !letter || opens ? piece_is_case(t, at, printed)
                            : piece_is(t, at, printed) && !piece_is(t, at - 1, ".");
}

/* "No. 10 people came." answers; "No. 10 replied" tells of a house. Does the figure at `at` count what
 * is named behind it? */
static bool is_answered(const struct pieces *t, ptrdiff_t at)
{
    enum { WORDS_MOST = 3 };
    const struct speech_tables *l = speech_tables_of(t->language);
    struct amount m;
    if (!amount_at(&m, t, at) || m.value == 1)
        return false;
    amount_find_scale(&m, t, false);
    ptrdiff_t i = m.scale ? m.scale_end : m.end, end;
    if (m.scale || unit_find(l->units, t, piece_past_blank(t, i), false, &end))
        return true;
    for (int words = 0; words < WORDS_MOST && piece_kind(t, i) == PIECE_BLANK;
         words++, i += 2) {
        if (piece_is_listed(t, i + 1, l->function_words) ||
            piece_is_listed(t, i + 1, l->tells))
            return false;
        if (amount_counts(t, i + 1))
            return true;
    }
    return false;
}

/* "No. 5", "§ 12", "#1" */
ptrdiff_t read_reference(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    const struct speech_tables *l = speech_tables_of(t->language);
    if (!piece_parts(t, at - 1) || piece_is(t, at - 1, ".")) /* "C.P.V." */
        return 0;
    bool section = piece_is(t, at, "\u00A7"), twice = piece_is(t, at + 1, "\u00A7");
    bool number = piece_is(t, at, "#") || piece_is(t, at, "\u2116");
    if (section || number) {
        ptrdiff_t figure = piece_past_blank(t, at + 1 + (section && twice));
        if (!piece_digits(t, figure))
            return 0;
        reading_say(r, at, figure, number ? l->number : twice ? l->sections : l->section);
        if (!number || piece_digits(t, figure) < 5 || !piece_parts(t, figure + 1))
            return figure;
        reading_digits(r, figure); /* "#1056581" */
        return figure + 1;
    }
    bool stop = piece_is(t, at + 1, ".");
    ptrdiff_t figure = piece_past_blank(t, at + 1 + stop);
    if (piece_kind(t, at) != PIECE_WORD || !stop ||
        (!piece_digits(t, figure) && !roman_counted(t, figure)))
        return 0;
    bool opens = piece_kind(t, at - 1) == PIECE_NONE && piece_is_case(t, at, "no") &&
                 is_answered(t, figure);
    for (const struct abbreviated *a = l->references; a->printed; a++)
        if (is_reference(t, at, a->printed) && !opens) {
            reading_say(r, at, figure, a->spoken);
            reading_say(r, at, figure, " ");
            if (piece_digits(t, figure))
                return reading_series(r, figure, str_from(a->spoken));
            reading_number(r, figure, figure + 1, roman_counted(t, figure),
                           number_cardinal);
            return figure + 1;
        }
    return 0;
}

/* "CAP.433": the full stop goes. */
ptrdiff_t read_joint(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    if (!piece_is(t, at, ".") || piece_kind(t, at - 1) != PIECE_WORD ||
        piece_str(t, at - 1).len < 2 || !piece_digits(t, at + 1))
        return 0;
    reading_say(r, at, at + 1, " ");
    return at + 1;
}

/* "555-0123"; "500-1000" is a range. */
static bool is_local_number(const struct pieces *t, ptrdiff_t last)
{
    return piece_is(t, last - 1, "-") && piece_digits(t, last - 2) == 3 &&
           (piece_is(t, last - 2, "555") || piece_value(t, last) % 50 != 0 ||
            piece_value(t, last - 2) > piece_value(t, last));
}

/* "-Lantern" behind "1-800": where it ends, or 0. */
static ptrdiff_t read_letters(struct reading *r, const struct pieces *t, ptrdiff_t at,
                              ptrdiff_t end)
{
    bool free = piece_is(t, at, "1") && piece_is(t, at + 1, "-") &&
                piece_is_listed(t, at + 2, speech_tables_of(t->language)->tollfree);
    struct str word = piece_str(t, end + 1);
    if (!free || !piece_is(t, end, "-") || piece_kind(t, end + 1) != PIECE_WORD ||
        word.ptr[0] < 'A' || word.ptr[0] > 'Z')
        return 0;
    reading_say(r, end, end + 1, ", ");
    reading_say_str(r, end + 1, end + 2, word);
    return end + 2;
}

/* Three figures and four, more before them: "+1 202 555 0163", "(202) 555-0147". */
ptrdiff_t read_telephone(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    ptrdiff_t end = at, figures = 0, last = 0;
    bool plus = piece_is(t, at, "+"), bracket = piece_is(t, at, "(");
    if (!piece_parts(t, at - 1) || piece_is_dash(t, at - 1))
        return 0;
    for (ptrdiff_t i = at + (plus || bracket); figures < 6; i++) {
        if (!piece_digits(t, i) || piece_digits(t, i) > 4)
            break;
        if (figures)
            reading_say(r, last, i, ", ");
        else if (plus)
            reading_say(r, at, i, "plus ");
        bool hundreds = piece_digits(t, i) == 3 && piece_is(t, i, "800");
        if (hundreds)
            reading_number(r, i, i + 1, 800, number_cardinal);
        else
            reading_digits(r, i);
        figures++;
        last = i;
        end = i + 1;
        i = end;
        bool closes = bracket && figures == 1 && piece_is(t, i, ")");
        i += closes;
        bool joint = piece_is(t, i, "-") || piece_is(t, i, ".") || piece_is(t, i, " ");
        if (!joint && !closes)
            break;
        i -= !joint;
    }
    ptrdiff_t letters = read_letters(r, t, at, end);
    if (letters)
        return letters;
    bool shape = piece_digits(t, last) == 4 &&
                 (piece_digits(t, last - 2) == 3 || piece_digits(t, last - 2) == 4) &&
                 (figures > 2 || is_local_number(t, last));
    bool open = piece_is_dash(t, end) || piece_is(t, end, "/") || !piece_parts(t, end);
    return shape && !open ? end : 0;
}
