/* Figures that name things: articles, chapters, kings, telephones, aircraft. */
#include "speak/language.h"
#include "speak/numbers.h"
#include "speak/readings.h"

/* "No. 5", "§ 12", "#1" */
ptrdiff_t read_reference(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    const struct speech_tables *l = speech_tables_of(t->language);
    if (!piece_parts(t, at - 1))
        return 0;
    bool section = piece_is(t, at, "\u00A7"), twice = piece_is(t, at + 1, "\u00A7");
    bool number = piece_is(t, at, "#") || piece_is(t, at, "\u2116");
    if (section || number) {
        ptrdiff_t figure = piece_past_blank(t, at + 1 + (section && twice));
        if (!piece_digits(t, figure))
            return 0;
        reading_say(r, at, figure, number ? "number " : twice ? "sections " : "section ");
        return figure;
    }
    bool stop = piece_is(t, at + 1, ".");
    ptrdiff_t figure = piece_past_blank(t, at + 1 + stop);
    if (piece_kind(t, at) != PIECE_WORD || !stop || !piece_digits(t, figure))
        return 0;
    bool opens = piece_kind(t, at - 1) == PIECE_NONE;
    for (const struct abbreviated *a = l->references; a->printed; a++)
        if (piece_is_case(t, at, a->printed) && !(opens && piece_is_case(t, at, "no"))) {
            reading_say(r, at, figure, a->spoken);
            reading_say(r, at, figure, " ");
            return figure;
        }
    return 0;
}

/* 1 .. 49, written as Romans would; 0: it is none. */
static int64_t roman_value(struct str s)
{
    static const struct {
        const char *sign;
        int value;
    } signs[] = {{"XL", 40}, {"X", 10}, {"IX", 9}, {"V", 5}, {"IV", 4}, {"I", 1}};
    int64_t value = 0;
    if (s.len > 7)
        return 0;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        struct str sign = str_from(signs[i].sign);
        for (int times = 0; str_starts(s, sign) && times < (sign.len > 1 ? 1 : 3);
             times++) {
            value += signs[i].value;
            s = str_slice(s, sign.len, s.len);
        }
    }
    return s.len ? 0 : value;
}

static bool is_listed(const char *const *list, const struct pieces *t, ptrdiff_t at)
{
    for (; *list; list++)
        if (piece_is_case(t, at, *list))
            return true;
    return false;
}

static bool is_capitalised(struct str word)
{
    return word.len > 1 && word.ptr[0] >= 'A' && word.ptr[0] <= 'Z' &&
           !(word.ptr[1] >= 'A' && word.ptr[1] <= 'Z');
}

/* "World War II", "Chapter IV", "the XXIV session", "Elizabeth II" */
ptrdiff_t read_roman(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    const struct speech_tables *l = speech_tables_of(t->language);
    struct str word = piece_str(t, at);
    if (piece_kind(t, at) != PIECE_WORD || word.ptr[0] < 'I' || word.ptr[0] > 'X' ||
        !piece_parts(t, at + 1) || piece_kind(t, at - 1) != PIECE_BLANK)
        return 0;
    int64_t value = roman_value(word);
    ptrdiff_t before = piece_word_before(t, at);
    if (!value || before < 0)
        return 0;
    if (is_listed(l->numbered, t, before)) {
        reading_number(r, at, at + 1, value, number_cardinal);
    } else if (is_listed(l->counted, t, at + 2) && piece_kind(t, at + 1) == PIECE_BLANK) {
        reading_number(r, at, at + 1, value, number_ordinal);
    } else if (word.len > 1 && is_capitalised(piece_str(t, before))) {
        reading_say(r, at, at + 1, "the ");
        reading_number(r, at, at + 1, value, number_ordinal);
    } else {
        return 0;
    }
    return at + 1;
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
    bool shape = piece_digits(t, last) == 4 &&
                 (piece_digits(t, last - 2) == 3 || piece_digits(t, last - 2) == 4) &&
                 (figures > 2 || (figures == 2 && piece_is(t, last - 1, "-") &&
                                  piece_digits(t, last - 2) == 3));
    bool open = piece_is_dash(t, end) || piece_is(t, end, "/") || !piece_parts(t, end);
    return shape && !open ? end : 0;
}

/* "F-16", "A320", "COVID-19", "G7" */
ptrdiff_t read_code(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    struct str word = piece_str(t, at);
    ptrdiff_t figure = at + 1 + piece_is(t, at + 1, "-");
    int64_t value = piece_value(t, figure);
    if (piece_kind(t, at) != PIECE_WORD || !piece_parts(t, at - 1) || value < 0 ||
        value > 9999 || word.ptr[0] < 'A' || word.ptr[0] > 'Z' ||
        piece_is(t, at - 1, "-") || piece_is_dash(t, figure + 1) ||
        (piece_is(t, figure + 1, ".") && piece_digits(t, figure + 2)))
        return 0;
    reading_say_str(r, at, at + 1, word);
    reading_say(r, at + 1, figure, " ");
    if (piece_digits(t, figure) > 1 && piece_str(t, figure).ptr[0] == '0')
        reading_digits(r, figure);
    else
        reading_number(r, figure, figure + 1, value, number_code);
    if (!piece_parts(t, figure + 1) && !piece_is(t, figure + 1, "s"))
        reading_say(r, figure + 1, figure + 1, " ");
    return figure + 1;
}
