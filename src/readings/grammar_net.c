/* Slashes between words and figures, and addresses of the net. For readings/grammar.h. */
#include "readings/grammar.h"

/* What stands for the slash between two figures: nothing in "24/7" and "2023/24". */
static const char *over(const struct pieces *t, ptrdiff_t at)
{
    bool always = piece_is(t, at, "24") && piece_is(t, at + 2, "7");
    bool season = piece_digits(t, at) == 4 && piece_digits(t, at + 2) == 2;
    return always || season ? NULL : grammar_of(t->language)->signs->over;
}

/* "et/ou", "52/2007" */
ptrdiff_t grammar_slash(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    enum piece_kind kind = piece_kind(t, at), second = piece_kind(t, at + 2);
    bool mixed = kind != second && (second == PIECE_WORD || second == PIECE_FIGURE);
    if (!piece_is(t, at + 1, "/") || (second != kind && !mixed) ||
        (kind != PIECE_WORD && kind != PIECE_FIGURE) || !piece_parts(t, at - 1) ||
        !piece_parts(t, at + 3) || piece_is(t, at - 1, "/") || piece_is(t, at + 3, "/"))
        return 0;
    if (kind == PIECE_WORD && !mixed) {
        reading_say_str(r, at, at + 1, piece_str(t, at));
        reading_say(r, at + 1, at + 2, " ");
        reading_say_str(r, at + 2, at + 3, piece_str(t, at + 2));
        return at + 3;
    }
    if (kind == PIECE_WORD && mixed) { /* "A/821" */
        reading_say_str(r, at, at + 1, piece_str(t, at));
        reading_say(r, at + 1, at + 2, " ");
        return at + 2;
    }
    if (mixed && piece_value(t, at) >= 0) { /* "90/DIE" */
        reading_cardinal(r, at, at + 1, piece_value(t, at));
        reading_say(r, at + 1, at + 2, " ");
        return at + 2;
    }
    if (piece_value(t, at) < 0 || piece_value(t, at + 2) < 0)
        return 0;
    struct strbuf b = {.arena = r->out.arena};
    const char *word = over(t, at);
    strbuf_addf(&b, " %s%s", word ? word : "", word ? " " : "");
    reading_cardinal(r, at, at + 1, piece_value(t, at));
    reading_buffer(r, at + 1, at + 2, &b);
    reading_cardinal(r, at + 2, at + 3, piece_value(t, at + 2));
    return at + 3;
}

static bool is_name_part(const struct pieces *t, ptrdiff_t i)
{
    return !piece_parts(t, i) || piece_is(t, i, "-") || piece_is(t, i, ".") ||
           piece_is(t, i, "_");
}

/* A host or the name before "@": letters, figures, hyphens and inner full stops. */
static ptrdiff_t name_end(const struct pieces *t, ptrdiff_t at, int *dots)
{
    *dots = 0;
    for (; is_name_part(t, at) && (!piece_parts(t, at) || !piece_parts(t, at + 1)); at++)
        *dots += piece_is(t, at, ".");
    return at;
}

static void say_name(struct reading *r, const struct pieces *t, ptrdiff_t at,
                     ptrdiff_t end)
{
    const struct sign_words *words = grammar_of(t->language)->signs;
    for (; at < end; at++) {
        bool dot = piece_is(t, at, ".");
        if (piece_kind(t, at) == PIECE_WORD) {
            reading_say_str(r, at, at + 1, piece_str(t, at));
        } else if (piece_value(t, at) >= 0) {
            reading_cardinal(r, at, at + 1, piece_value(t, at));
        } else {
            struct strbuf b = {.arena = r->out.arena};
            if (piece_kind(t, at) == PIECE_FIGURE)
                grammar_digits(&b, grammar_of(t->language), piece_str(t, at));
            else
                strbuf_addf(&b, " %s ", dot ? words->dot : words->dash);
            reading_buffer(r, at, at + 1, &b);
        }
    }
}

/* "press@harbour.example", "https://www.harbour.example/news": the path is not said. */
ptrdiff_t grammar_address(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    static const char endings[] =
        "com|org|net|gov|edu|info|int|ru|de|fr|es|uk|eu|ch|at|su";
    int dots;
    if (piece_kind(t, at) != PIECE_WORD || !piece_parts(t, at - 1) ||
        piece_is(t, at - 1, ".") || piece_is(t, at - 1, "-") || piece_is(t, at - 1, "/"))
        return 0;
    bool scheme = (piece_is(t, at, "http") || piece_is(t, at, "https")) &&
                  piece_is(t, at + 1, ":") && piece_is(t, at + 2, "/") &&
                  piece_is(t, at + 3, "/");
    ptrdiff_t host = scheme ? at + 4 : at;
    bool www = piece_is(t, host, "www") && piece_is(t, host + 1, ".");
    host += www ? 2 : 0;
    ptrdiff_t end = name_end(t, host, &dots), last;
    if (!scheme && !www && piece_is(t, end, "@")) {
        last = name_end(t, end + 1, &dots);
        if (end == at || !dots)
            return 0;
        say_name(r, t, at, end);
        struct strbuf b = {.arena = r->out.arena};
        strbuf_addf(&b, " %s ", grammar_of(t->language)->signs->at);
        reading_buffer(r, end, end + 1, &b);
        say_name(r, t, end + 1, last);
        return last;
    }
    bool bare = dots && end - host > 2 && word_is_any(piece_str(t, end - 1), endings);
    if (end == host || !(scheme || www || bare))
        return 0;
    last = end;
    if (piece_is(t, end, "/"))
        while (piece_kind(t, last) != PIECE_BLANK && piece_kind(t, last) != PIECE_NONE)
            last++;
    while (last > end && piece_kind(t, last - 1) == PIECE_MARK &&
           !piece_is(t, last - 1, "/"))
        last--;
    say_name(r, t, host, end);
    reading_drop(r, at, host, REASON_ADDRESS);
    reading_drop(r, end, last, REASON_ADDRESS);
    return last;
}
