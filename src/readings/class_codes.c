/* Figures that name: rooms, resolutions, aircraft, formulas, documents. */
#include "readings/amounts.h"
#include "readings/grammar.h"
#include "readings/numbers.h"
#include "readings/roman.h"

void reading_code(struct reading *r, ptrdiff_t at)
{
    const struct pieces *t = r->pieces;
    struct str digits = piece_str(t, at);
    int64_t v = piece_value(t, at);
    bool pairs = speech_tables_of(t->language); /* in English only */
    if (!pairs && v >= 0 && (digits.len == 1 || digits.ptr[0] != '0'))
        reading_cardinal(r, at, at + 1, v);
    else if (!pairs || digits.len > 4 || (digits.len > 1 && digits.ptr[0] == '0'))
        reading_digits(r, at);
    else
        reading_number(r, at, at + 1, v,
                       v / 10 == 200 || (v > 1000 && v % 100 == 0) ? number_year
                                                                   : number_code);
}

/* The word that says what the figure at `at` numbers, over figures that are joined to it
 * ("Resolutions 2118 and 2235"); -1: none. */
static ptrdiff_t word_of_series(const struct pieces *t, ptrdiff_t at)
{
    const struct speech_tables *l = speech_tables_of(t->language);
    enum { FIGURES_MOST = 6 };
    for (int figures = 0; figures < FIGURES_MOST; figures++) {
        ptrdiff_t word = piece_word_before(t, at);
        bool link = piece_is_listed(t, word, l->links);
        if (word >= 0 && !link)
            return figures == 0 || str_ends(piece_str(t, word), S("s")) ? word : -1;
        at = link ? word - 2 : at - 2;
        if (piece_is(t, at, ",") || (link && piece_is(t, at, ",")))
            at--;
        if (piece_kind(t, at) != PIECE_FIGURE)
            return -1;
    }
    return -1;
}

static const struct numbered_series *series_of(const struct pieces *t, struct str word)
{
    const struct numbered_series *n = speech_tables_of(t->language)->series;
    for (; word.len && n->word; n++) {
        struct str name = str_from(n->word);
        bool plural = word.len == name.len + 1 && str_ends(word, S("s"));
        if (str_eq_ascii_case(str_slice(word, 0, word.len - plural), name))
            return n;
    }
    return NULL;
}

ptrdiff_t reading_series(struct reading *r, ptrdiff_t at, struct str word)
{
    const struct pieces *t = r->pieces;
    const struct numbered_series *n = series_of(t, word);
    ptrdiff_t next = at + 1;
    bool more =
        piece_is_dash(t, next) || piece_is(t, next, ".") || piece_is(t, next, ",");
    if (!n || n->how != SERIES_PAIRS || piece_digits(t, at) > 4 ||
        (more && piece_digits(t, next + 1)))
        return at;
    reading_code(r, at);
    return next;
}

static bool is_emergency(const struct pieces *t, ptrdiff_t at)
{
    const int *number = speech_tables_of(t->language)->emergencies;
    for (; *number; number++)
        if (piece_value(t, at) == *number)
            return true;
    return false;
}

/* " (2015)" behind a resolution's number; where it ends, or `at`. */
static ptrdiff_t say_its_year(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    ptrdiff_t year = at + 2;
    if (piece_kind(t, at) != PIECE_BLANK || !piece_is(t, at + 1, "(") ||
        piece_digits(t, year) != 4 || !piece_is(t, year + 1, ")"))
        return at;
    reading_say(r, at, year, speech_tables_of(t->language)->of);
    reading_number(r, year, year + 2, piece_value(t, year), number_year);
    return year + 2;
}

/* "Resolution 2231 (2015)", "Room 101", "Boeing 737-800", "dial 911" */
ptrdiff_t read_series(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    const struct speech_tables *l = speech_tables_of(t->language);
    if (!piece_digits(t, at) || piece_digits(t, at) > 4 ||
        piece_kind(t, at - 1) != PIECE_BLANK || piece_kind(t, at + 1) == PIECE_WORD ||
        (piece_is(t, at + 1, ",") && piece_digits(t, at + 2) == 3) ||
        (piece_is(t, at + 1, ".") && piece_digits(t, at + 2)))
        return 0;
    if (is_emergency(t, at) && piece_kind(t, at + 1) == PIECE_BLANK &&
        piece_is_listed(t, at + 2, l->calls)) {
        reading_digits(r, at);
        return at + 1;
    }
    const struct numbered_series *n = series_of(t, piece_str(t, word_of_series(t, at)));
    if (!n || (n->how == SERIES_CALL && !is_emergency(t, at)))
        return 0;
    bool american = language_is_region(t->language, S("US"));
    if (n->how == SERIES_DIGITS || n->how == SERIES_CALL ||
        (n->how == SERIES_TYPE && !american && piece_digits(t, at) == 3))
        reading_digits(r, at);
    else
        reading_code(r, at);
    if (n->how == SERIES_TYPE && piece_is(t, at + 1, "-") && piece_digits(t, at + 2)) {
        reading_say(r, at + 1, at + 2, " ");
        reading_code(r, at + 2);
        return at + 3;
    }
    return n->how == SERIES_PAIRS ? say_its_year(r, t, at + 1) : at + 1;
}

/* "iv"; 0: it is none. */
static int64_t roman_small(struct str s)
{
    char capitals[5];
    ptrdiff_t length = s.len <= (ptrdiff_t)sizeof capitals ? s.len : 0;
    for (ptrdiff_t i = 0; i < length; i++)
        capitals[i] = (char)(s.ptr[i] - 'a' + 'A');
    return roman_number((struct str){capitals, length});
}

/* "(b)", "(6)", "(iv)": letters are said as such. */
static ptrdiff_t bracketed_end(const struct pieces *t, ptrdiff_t at)
{
    struct str inside = piece_str(t, at + 1);
    bool letter = piece_kind(t, at + 1) == PIECE_WORD && inside.len == 1;
    bool figure = piece_digits(t, at + 1) && inside.len <= 2;
    bool roman = piece_kind(t, at + 1) == PIECE_WORD && inside.ptr[0] >= 'a' &&
                 roman_small(inside) > 0;
    return piece_is(t, at, "(") && (letter || figure || roman) && piece_is(t, at + 2, ")")
               ? at + 3
               : 0;
}

/* Behind "12" and "5000A", or at the first of two brackets; 0: no paragraph begins at `at`. */
static ptrdiff_t brackets_begin(const struct pieces *t, ptrdiff_t at)
{
    ptrdiff_t second = bracketed_end(t, at);
    if (second)
        return piece_kind(t, at - 1) == PIECE_BLANK && bracketed_end(t, second) ? at : 0;
    if (!piece_digits(t, at) || piece_digits(t, at) > 5 || !piece_parts(t, at - 1) ||
        piece_is(t, at - 1, "-"))
        return 0;
    struct str letter = piece_str(t, at + 1);
    bool series = piece_kind(t, at + 1) == PIECE_WORD && letter.len == 1;
    return at + 1 + series;
}

/* "12(b)(6)", "401(k)", "5000A(e)(1)", "(2)(a)" */
ptrdiff_t read_paragraph(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    ptrdiff_t i = brackets_begin(t, at), end = i;
    if (!i || !bracketed_end(t, i))
        return 0;
    if (i > at)
        reading_code(r, at);
    if (i > at + 1) {
        reading_say(r, at + 1, i, " ");
        reading_letters(r, at + 1, i, piece_str(t, at + 1));
    }
    for (ptrdiff_t next; (next = bracketed_end(t, i)) > 0; i = end = next) {
        struct str inside = piece_str(t, i + 1);
        int64_t roman = inside.len > 1 ? roman_small(inside) : 0;
        if (i > at && !piece_is_dash(t, i - 1))
            reading_say(r, i, i + 1, " ");
        if (piece_digits(t, i + 1) || roman)
            reading_cardinal(r, i, next, roman ? roman : piece_value(t, i + 1));
        else
            reading_letters(r, i, next, inside);
        if (piece_is_dash(t, next) && bracketed_end(t, next + 1)) { /* "(2)-(4)" */
            reading_say(r, next, next + 1, sign_words_of(t->language)->range);
            next++;
        }
    }
    return end;
}

static bool is_all_capitals(struct str word)
{
    for (ptrdiff_t i = 0; i < word.len; i++)
        if (word.ptr[i] < 'A' || word.ptr[i] > 'Z')
            return false;
    return word.len > 0;
}

/* Letters for which there is no other way: two, or without a vowel. Others may be words. */
static bool is_spelled(struct str word)
{
    bool vowel = false;
    for (ptrdiff_t i = 0; i < word.len; i++)
        vowel = vowel || str_find_byte(S("AEIOUY"), word.ptr[i]) >= 0;
    return word.len > 1 && is_all_capitals(word) && (word.len == 2 || !vowel);
}

static void say_word(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    if (is_spelled(piece_str(t, at)))
        reading_letters(r, at, at + 1, piece_str(t, at));
    else
        reading_say_str(r, at, at + 1, piece_str(t, at));
}

/* What joins "K" and "8", "Mid-2017" and "2018", "M-25" and "13". */
static const char *joint(const struct pieces *t, ptrdiff_t at)
{
    bool school = piece_is(t, at - 1, "K") && piece_value(t, at + 1) <= 12 &&
                  language_is_region(t->language, S("US")) && piece_is_dash(t, at);
    bool years = piece_digits(t, at - 1) == 4 && piece_digits(t, at + 1) == 4 &&
                 piece_value(t, at + 1) > piece_value(t, at - 1) &&
                 piece_value(t, at + 1) < 2100; /* "CVE-2023-4504" */
    return school ? " through " : years ? speech_tables_of(t->language)->to : " ";
}

/* "F-16", "A320", "COVID-19", "G7", "PM2.5", "M-25-13" */
ptrdiff_t read_code(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    struct str word = piece_str(t, at);
    ptrdiff_t figure = at + 1 + piece_is(t, at + 1, "-");
    if (piece_kind(t, at) != PIECE_WORD || !piece_parts(t, at - 1) ||
        !piece_digits(t, figure) || word.ptr[0] < 'A' || word.ptr[0] > 'Z' ||
        piece_is(t, at - 1, "-"))
        return 0;
    say_word(r, t, at);
    reading_say(r, at + 1, figure, figure > at + 1 ? joint(t, at + 1) : " ");
    reading_code(r, figure);
    ptrdiff_t end = figure + 1;
    if (piece_is(t, end, ".") && piece_digits(t, end + 1)) {
        reading_say(r, end, end + 1, speech_tables_of(t->language)->point);
        reading_digits(r, end + 1);
        end += 2;
    }
    for (; piece_is_dash(t, end) && piece_digits(t, end + 1); end += 2) {
        reading_say(r, end, end + 1, joint(t, end));
        reading_code(r, end + 1);
    }
    if (piece_is(t, end, "-") && piece_kind(t, end + 1) == PIECE_WORD) { /* "G7-led" */
        reading_say(r, end, end + 1, " ");
        end++;
    } else if (piece_is(t, end, "s") && piece_parts(t, end + 1)) { /* "A-10s" */
        reading_say(r, end, end + 1, "s");
        end++;
    }
    return end;
}

/* "S/2015/547", "A/RES/70/1": a document's; "TCP/IP" has no figure. */
ptrdiff_t read_symbol(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    const struct sign_words *words = sign_words_of(t->language);
    bool figure = false;
    ptrdiff_t end = at + 1, parts = 1;
    if (!is_all_capitals(piece_str(t, at)) || !piece_parts(t, at - 1) ||
        piece_is(t, at - 1, "/"))
        return 0;
    for (; piece_is(t, end, "/") &&
           (is_all_capitals(piece_str(t, end + 1)) || piece_digits(t, end + 1));
         end += 2, parts++)
        figure = figure || piece_digits(t, end + 1);
    if (!figure || parts < 3 || !piece_parts(t, end))
        return 0;
    for (ptrdiff_t i = at; i < end; i++) {
        bool year = piece_digits(t, i) == 4 && piece_value(t, i) >= 1000 &&
                    piece_value(t, i) < 2100;
        if (piece_is(t, i, "/"))
            reading_word(r, i, i + 1, words->over);
        else if (!piece_digits(t, i))
            say_word(r, t, i);
        else if (year)
            reading_year(r, i, i + 1, piece_value(t, i));
        else
            reading_digits(r, i);
    }
    return end;
}
