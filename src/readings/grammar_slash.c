/* Slashes between words and figures. For readings/grammar.h. */
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
