/* Slashes between words, and addresses of the net. */
#include "speak/numbers.h"
#include "speak/readings.h"

static bool says(const struct pieces *t, ptrdiff_t at, const char *first,
                 const char *second)
{
    return piece_is_case(t, at, first) && piece_is_case(t, at + 2, second);
}

/* "and/or", "his/her", "input/output", "24/7" */
ptrdiff_t read_slash(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    if (!piece_is(t, at + 1, "/") || !piece_parts(t, at - 1) || !piece_parts(t, at + 3) ||
        piece_is(t, at - 1, "/") || piece_is(t, at + 3, "/"))
        return 0;
    if (piece_kind(t, at) == PIECE_WORD && piece_kind(t, at + 2) == PIECE_WORD) {
        if (says(t, at, "c", "o") || says(t, at, "w", "o")) {
            reading_say(r, at, at + 3, piece_is_case(t, at, "c") ? "care of" : "without");
            return at + 3;
        }
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
    reading_say(r, at + 1, at + 2, " ");
    reading_number(r, at + 2, at + 3, second, number_cardinal);
    return at + 3;
}

static bool is_name_part(const struct pieces *t, ptrdiff_t i)
{
    return piece_kind(t, i) == PIECE_WORD || piece_kind(t, i) == PIECE_FIGURE ||
           piece_is(t, i, "-") || piece_is(t, i, ".");
}

/* A host or the name before "@": letters, figures, hyphens and inner full stops. */
static ptrdiff_t name_end(const struct pieces *t, ptrdiff_t at, int *dots)
{
    *dots = 0;
    for (; is_name_part(t, at) && !(piece_is(t, at, ".") && piece_parts(t, at + 1)); at++)
        *dots += piece_is(t, at, ".");
    return at;
}

static void say_name(struct reading *r, const struct pieces *t, ptrdiff_t at,
                     ptrdiff_t end)
{
    for (; at < end; at++) {
        if (piece_is(t, at, "."))
            reading_say(r, at, at + 1, " dot ");
        else if (piece_is(t, at, "-"))
            reading_say(r, at, at + 1, " dash ");
        else if (piece_value(t, at) >= 0)
            reading_number(r, at, at + 1, piece_value(t, at), number_cardinal);
        else if (piece_kind(t, at) == PIECE_FIGURE)
            reading_digits(r, at);
        else
            reading_say_str(r, at, at + 1, piece_str(t, at));
    }
}

static bool is_domain(const struct pieces *t, ptrdiff_t at)
{
    static const char *const endings[] = {"com", "org", "net", "gov", "edu", "info",
                                          "int", "ru",  "de",  "fr",  "uk",  "eu"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (piece_is(t, at, endings[i]))
            return true;
    return false;
}

/* "press@harbour.example", "https://www.harbour.example/news": the path is not said. */
ptrdiff_t read_address(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    int dots;
    if (piece_kind(t, at) != PIECE_WORD || !piece_parts(t, at - 1) ||
        piece_is(t, at - 1, ".") || piece_is(t, at - 1, "-") || piece_is(t, at - 1, "/"))
        return 0;
    ptrdiff_t host = at, end;
    bool scheme = (piece_is(t, at, "http") || piece_is(t, at, "https")) &&
                  piece_is(t, at + 1, ":") && piece_is(t, at + 2, "/") &&
                  piece_is(t, at + 3, "/");
    if (scheme)
        host = at + 4;
    bool www = piece_is(t, host, "www") && piece_is(t, host + 1, ".");
    if (www)
        host += 2;
    end = name_end(t, host, &dots);
    if (!scheme && !www && piece_is(t, end, "@") && end > at) {
        ptrdiff_t last = name_end(t, end + 1, &dots);
        if (last == end + 1 || !dots)
            return 0;
        say_name(r, t, at, end);
        reading_say(r, end, end + 1, " at ");
        say_name(r, t, end + 1, last);
        return last;
    }
    bool path = piece_is(t, end, "/") && !piece_parts(t, end + 1);
    bool letters =
        end - host > 2 && piece_kind(t, host) == PIECE_WORD && piece_str(t, host).len > 1;
    bool bare = dots && letters && (path || is_domain(t, end - 1));
    if (end == host || !(scheme || www || bare))
        return 0;
    ptrdiff_t last = end;
    if (piece_is(t, end, "/"))
        while (piece_kind(t, last) != PIECE_BLANK && piece_kind(t, last) != PIECE_NONE)
            last++;
    while (last > end && piece_kind(t, last - 1) == PIECE_MARK &&
           !piece_is(t, last - 1, "/"))
        last--;
    say_name(r, t, host, end);
    if (last > end)
        reading_say(r, end, last, "");
    return last;
}

/* Over blanks and commas. */
static bool figure_beside(const struct pieces *t, ptrdiff_t at, int step)
{
    do
        at += step;
    while (piece_kind(t, at) == PIECE_BLANK || piece_is(t, at, ","));
    return piece_kind(t, at) == PIECE_FIGURE;
}

/* "2 + 2 = 4", "~5" */
ptrdiff_t read_operator(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    static const struct {
        const char *sign, *words;
    } operators[] = {
        {"+", " plus "},       {"=", " equals "},          {"*", " times "},
        {"\u00D7", " times "}, {"\u00F7", " divided by "}, {"\u2212", " minus "}};
    if (piece_is(t, at, "~") && figure_beside(t, at, 1)) {
        reading_say(r, at, at + 1, "about ");
        return at + 1;
    }
    if (piece_is(t, at, "*") && piece_kind(t, at - 1) == PIECE_BLANK &&
        (figure_beside(t, at, -1) || figure_beside(t, at, 1))) {
        reading_say(r, at, at + 1, " times ");
        return at + 1;
    }
    if (!figure_beside(t, at, -1) || !figure_beside(t, at, 1))
        return 0;
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
        if (piece_is(t, at, operators[i].sign)) {
            reading_say(r, at, at + 1, operators[i].words);
            return at + 1;
        }
    return 0;
}
