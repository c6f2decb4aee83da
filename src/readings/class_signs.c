/* Slashes between words, and signs that stand for words. */
#include "readings/amounts.h"
#include "readings/grammar.h"
#include "readings/numbers.h"

static bool says(const struct pieces *t, ptrdiff_t at, const char *first,
                 const char *second)
{
    return piece_is_case(t, at, first) && piece_is_case(t, at + 2, second);
}

/* "up 3% y/y" */
static bool says_change(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    static const struct abbreviated spans[] = {
        {"y", "year"}, {"q", "quarter"}, {"m", "month"}, {"w", "week"}, {0}};
    const struct abbreviated *s = spans;
    while (s->printed && !says(t, at, s->printed, s->printed))
        s++;
    if (!s->printed)
        return false;
    bool american = language_is_region(t->language, S("US"));
    reading_say(r, at, at + 1, s->spoken);
    reading_say(r, at + 1, at + 2, american ? " over " : " on ");
    reading_say(r, at + 2, at + 3, s->spoken);
    return true;
}

/* What a slash between two figures says: of blood pressure, and of a hundred. */
static const char *over(const struct pieces *t, ptrdiff_t at)
{
    static const char *const pressures[] = {"BP", "pressure", "mmHg", NULL};
    bool hundred = piece_is(t, at + 2, "100") && piece_value(t, at) <= 100;
    return hundred ? " out of " : amount_is_near(t, at, pressures) ? " over " : " ";
}

/* "and/or", "his/her", "input/output", "24/7" */
ptrdiff_t read_slash(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    if (!piece_is(t, at + 1, "/") || !piece_parts(t, at - 1) || piece_is(t, at - 1, "/"))
        return 0;
    if (piece_is_case(t, at, "w") &&
        piece_kind(t, at + 2) == PIECE_BLANK) { /* "w/ Holt" */
        reading_say(r, at, at + 2, "with");
        return at + 2;
    }
    if (piece_kind(t, at) == PIECE_WORD && piece_digits(t, at + 2)) { /* "LSI/11" */
        reading_say_str(r, at, at + 1, piece_str(t, at));
        reading_say(r, at + 1, at + 2, " ");
        return at + 2;
    }
    if (!piece_parts(t, at + 3) || piece_is(t, at + 3, "/"))
        return 0;
    if (piece_kind(t, at) == PIECE_WORD && piece_kind(t, at + 2) == PIECE_WORD) {
        if (says(t, at, "c", "o") || says(t, at, "w", "o")) {
            reading_say(r, at, at + 3, piece_is_case(t, at, "c") ? "care of" : "without");
            return at + 3;
        }
        if (says_change(r, t, at))
            return at + 3;
        bool either = says(t, at, "his", "her") || says(t, at, "he", "she") ||
                      says(t, at, "him", "her") || says(t, at, "she", "he");
        reading_say_str(r, at, at + 1, piece_str(t, at));
        reading_say(r, at + 1, at + 2, either ? " or " : " ");
        reading_say_str(r, at + 2, at + 3, piece_str(t, at + 2));
        return at + 3;
    }
    int64_t first = piece_value(t, at), second = piece_value(t, at + 2);
    if (first < 0 || second < 0)
        return 0;
    reading_number(r, at, at + 1, first, number_cardinal);
    reading_say(r, at + 1, at + 2, over(t, at));
    reading_number(r, at + 2, at + 3, second, number_cardinal);
    ptrdiff_t unit = piece_past_blank(t, at + 3), end = unit;
    const struct unit *u =
        unit_find(speech_tables_of(t->language)->units, t, unit, false, &end);
    if (!u) /* "140/90 mmHg" */
        return at + 3;
    reading_say(r, at + 3, end, " ");
    reading_say(r, at + 3, end, u->many);
    return end;
}

/* Over blanks and commas. */
static bool figure_beside(const struct pieces *t, ptrdiff_t at, int step)
{
    do
        at += step;
    while (piece_kind(t, at) == PIECE_BLANK || piece_is(t, at, ","));
    return piece_kind(t, at) == PIECE_FIGURE;
}

/* A figure, a letter or a short name: "x = 5", "50% + 1". */
static bool operand_beside(const struct pieces *t, ptrdiff_t at, int step)
{
    at += step;
    if (piece_kind(t, at) == PIECE_BLANK)
        at += step;
    if (step < 0 && (piece_is(t, at, "%") || piece_is(t, at, ")")))
        return true;
    if (step > 0 && piece_is(t, at, ".")) /* ".8" */
        at++;
    return piece_kind(t, at) == PIECE_FIGURE || piece_kind(t, at) == PIECE_WORD ||
           (step > 0 &&
            (piece_is(t, at, "(") || unit_find(speech_tables_of(t->language)->currencies,
                                               t, at, true, &(ptrdiff_t){0})));
}

/* A figure or a letter: "x", "5". */
static bool is_term(const struct pieces *t, ptrdiff_t at, int step)
{
    at += step;
    if (piece_kind(t, at) == PIECE_BLANK)
        at += step;
    return piece_digits(t, at) ||
           (piece_kind(t, at) == PIECE_WORD && piece_str(t, at).len == 1);
}

/* "10 - 4 = 6": is there a "=" behind the figure behind the sign? */
static bool is_sum(const struct pieces *t, ptrdiff_t at)
{
    ptrdiff_t figure = piece_past_blank(t, at + 1);
    return piece_digits(t, figure) && piece_is(t, piece_past_blank(t, figure + 1), "=");
}

/* The words for a sign at `at`; NULL: it is none, or stands for none here. */
static const char *operator_at(const struct pieces *t, ptrdiff_t at)
{
    const struct speech_tables *l = speech_tables_of(t->language);
    bool between = figure_beside(t, at, -1) && figure_beside(t, at, 1);
    if (piece_is(t, at, "*"))
        return piece_kind(t, at - 1) == PIECE_BLANK &&
                       (figure_beside(t, at, -1) || figure_beside(t, at, 1))
                   ? l->times
                   : NULL;
    if (piece_is(t, at, "-"))
        return between && piece_kind(t, at - 1) == PIECE_BLANK &&
                       piece_kind(t, at + 1) == PIECE_BLANK && is_sum(t, at)
                   ? l->minus
                   : NULL;
    bool both = operand_beside(t, at, -1) && operand_beside(t, at, 1);
    bool single = !piece_is(t, at - 1, "+") && !piece_is(t, at + 1, "+");
    if (piece_is(t, at, "+") && !both) /* "60+", "A+" */
        return single && !piece_parts(t, at - 1) && piece_parts(t, at + 1) ? l->plus
                                                                           : NULL;
    bool apart = piece_kind(t, at - 1) == PIECE_BLANK &&
                 piece_kind(t, at + 1) == PIECE_BLANK; /* "LDL < 100" */
    if (piece_is(t, at, "<") || piece_is(t, at, ">"))  /* "<b> plain" is mark-up */
        both = (is_term(t, at, -1) || apart) && figure_beside(t, at, 1);
    for (const struct abbreviated *s = l->signs; both && s->printed; s++)
        if (piece_is(t, at, s->printed))
            return s->spoken;
    return NULL;
}

/* "~5", "±3", ">60": at least, about ... */
static const char *relation_at(const struct pieces *t, ptrdiff_t at)
{
    const struct speech_tables *l = speech_tables_of(t->language);
    ptrdiff_t end = at + 1;
    unit_find(l->currencies, t, at + 1, true, &end);
    bool head = piece_digits(t, end) || /* speak_symbols leaves no other tilde */
                (piece_is(t, at, "~") && figure_beside(t, at, 1));
    for (const struct abbreviated *s = l->relations; head && s->printed; s++)
        if (piece_is(t, at, s->printed))
            return s->spoken;
    return NULL;
}

/* "2 + 2 = 4", "~5", "50% + 1", "100+" */
ptrdiff_t read_operator(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    if (piece_kind(t, at) != PIECE_MARK)
        return 0;
    bool starts = piece_parts(t, at - 1) && !piece_is(t, at - 1, ")");
    bool tilde = piece_is(t, at, "~");
    const char *words = starts || tilde ? relation_at(t, at) : NULL;
    if (words && tilde && piece_digits(t, at - 1)) /* "5~10" */
        words = speech_tables_of(t->language)->to;
    ptrdiff_t before = piece_kind(t, at - 1) == PIECE_BLANK ? at - 2 : at - 1;
    if (words && piece_kind(t, at - 1) == PIECE_BLANK && operand_beside(t, at, -1) &&
        (piece_kind(t, before) == PIECE_FIGURE || piece_str(t, before).len == 1) &&
        operator_at(t, at))
        words = NULL; /* "x >5" */
    if (!words)
        words = operator_at(t, at);
    if (!words)
        return 0;
    reading_say(r, at, at + 1, piece_kind(t, at - 1) == PIECE_NONE ? "" : " ");
    reading_say(r, at, at + 1, words);
    reading_say(r, at, at + 1, " ");
    return at + 1;
}

/* "->", "-->>", "=>", and the arrow in one character: where it ends, or 0. */
static ptrdiff_t arrow_end(const struct pieces *t, ptrdiff_t at)
{
    static const char *const arrows[] = {"\u2192", "\u21D2", "\u27F6", "\u2794", NULL};
    static const char *const marks[] = {"-", "=", ">", "+", NULL};
    enum { ARROW_MOST = 8 };
    if (piece_is_listed(t, at, arrows))
        return at + 1;
    ptrdiff_t end = at;
    bool head = false;
    for (; end < at + ARROW_MOST && piece_is_listed(t, end, marks); end++)
        head = head || (piece_is(t, end, ">") && end > at);
    bool shaft =
        (piece_is(t, at, "-") || piece_is(t, at, "=")) && !piece_is(t, at - 1, "<");
    return shaft && head ? end : 0;
}

/* "5 -> 7", "Pier A \u2192 Pier B", "x == y"; a row of "=" parts what stands around it. */
ptrdiff_t read_arrow(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    const struct speech_tables *l = speech_tables_of(t->language);
    ptrdiff_t end = arrow_end(t, at);
    if (end) {
        bool both = operand_beside(t, at, -1) && operand_beside(t, end - 1, 1);
        reading_say(r, at, end, both ? l->to : " ");
        return end;
    }
    for (end = at; piece_is(t, end, "=");)
        end++;
    if (end < at + 2 || piece_is(t, at - 1, "!") || piece_is(t, at - 1, "<"))
        return 0;
    reading_say(r, at, end, end == at + 2 ? " equals " : " ");
    return end;
}

static bool is_initials(struct str word)
{
    bool all = word.len > 0 && word.len < 4;
    for (ptrdiff_t i = 0; i < word.len; i++)
        all = all && word.ptr[i] >= 'A' && word.ptr[i] <= 'Z';
    return all;
}

/* "M&A", "AT&T"; "Holt & Finch", "B&B's" */
ptrdiff_t read_ampersand(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    const char *and = sign_words_of(t->language)->and;
    if (piece_is(t, at, "&") && piece_is(t, at + 1, "c") && piece_is(t, at + 2, ".")) {
        bool last = piece_kind(t, at + 3) == PIECE_NONE;
        reading_say(r, at, at + 3, last ? " et cetera." : " et cetera");
        return at + 3;
    }
    if (piece_is(t, at, "&")) {
        ptrdiff_t end = at + 1;
        while (piece_is(t, end, "&"))
            end++;
        bool word = piece_kind(t, end) == PIECE_WORD;
        bool entity = (word && piece_is(t, end + 1, ";")) || piece_is(t, end, "#");
        reading_word(r, at, end, and);
        return entity ? 0 : end;
    }
    if (!piece_is(t, at + 1, "&") || !is_initials(piece_str(t, at)) ||
        !is_initials(piece_str(t, at + 2)) || !piece_parts(t, at - 1))
        return 0;
    reading_letters(r, at, at + 1, piece_str(t, at));
    reading_word(r, at + 1, at + 2, and);
    reading_letters(r, at + 2, at + 3, piece_str(t, at + 2));
    return at + 3;
}
