/* readings/pieces.h -- a sentence in words, figures, blanks and marks. */
#ifndef BRIEFCAST_READINGS_PIECES_H
#define BRIEFCAST_READINGS_PIECES_H

#include "base/arena.h"
#include "base/str.h"

enum piece_kind {
    PIECE_NONE,   /* before the first and behind the last */
    PIECE_WORD,   /* letters */
    PIECE_FIGURE, /* 0 .. 9 */
    PIECE_BLANK,
    PIECE_MARK, /* one character */
};

struct piece {
    int32_t begin, end; /* bytes of the sentence */
    enum piece_kind kind;
    int64_t value; /* of a figure of up to 15 digits; else -1 */
};

struct pieces {
    struct str s;
    struct piece *items;
    ptrdiff_t count;
    struct str language;
    bool month_first; /* in dates in figures; pieces_scan leaves it false */
};

struct pieces pieces_scan(struct arena *a, struct str s, struct str language);

/* All take any `i`: outside the sentence there is PIECE_NONE and "". Inline is what each class asks of
 * each piece: mostly the first byte tells. */
static inline enum piece_kind piece_kind(const struct pieces *t, ptrdiff_t i)
{
    return i >= 0 && i < t->count ? t->items[i].kind : PIECE_NONE;
}
static inline struct str piece_str(const struct pieces *t, ptrdiff_t i)
{
    if (i < 0 || i >= t->count)
        return S("");
    return (struct str){t->s.ptr + t->items[i].begin,
                        t->items[i].end - t->items[i].begin};
}
/* The text from it on. */
static inline struct str pieces_rest(const struct pieces *t, ptrdiff_t i)
{
    return i >= 0 && i < t->count ? str_slice(t->s, t->items[i].begin, t->s.len) : S("");
}
/* Its first byte; 0: outside. */
static inline char piece_byte(const struct pieces *t, ptrdiff_t i)
{
    return i >= 0 && i < t->count ? t->s.ptr[t->items[i].begin] : '\0';
}
/* `text` is not "". */
static inline bool piece_is(const struct pieces *t, ptrdiff_t i, const char *text)
{
    return piece_byte(t, i) == *text && str_eq(piece_str(t, i), str_from(text));
}
/* Where `printed`, which is not "", ends when it stands at piece i, over piece boundaries; 0 when it
 * does not. */
ptrdiff_t piece_stands(const struct pieces *t, ptrdiff_t i, const char *printed);
bool piece_is_case(const struct pieces *t, ptrdiff_t i, const char *text); /* ASCII */
/* Is it one of the list, which NULL ends? ASCII case apart. */
bool piece_is_listed(const struct pieces *t, ptrdiff_t i, const char *const *list);
/* A figure's digits; 0 when it is none. */
ptrdiff_t piece_digits(const struct pieces *t, ptrdiff_t i);
int64_t piece_value(const struct pieces *t, ptrdiff_t i);
/* Hyphen, minus or en dash. */
bool piece_is_dash(const struct pieces *t, ptrdiff_t i);
/* Is there neither letter nor digit at i? */
static inline bool piece_parts(const struct pieces *t, ptrdiff_t i)
{
    enum piece_kind kind = piece_kind(t, i);
    return kind != PIECE_WORD && kind != PIECE_FIGURE;
}
/* Does a word end there in a script that has no blanks between words? */
bool piece_is_unspaced(const struct pieces *t, ptrdiff_t i);
/* Behind one blank, if there is one. */
static inline ptrdiff_t piece_past_blank(const struct pieces *t, ptrdiff_t i)
{
    return piece_kind(t, i) == PIECE_BLANK ? i + 1 : i;
}
/* The word before i, over one blank; -1 when there is none. */
ptrdiff_t piece_word_before(const struct pieces *t, ptrdiff_t i);
/* Is it a vulgar fraction (three quarters)? What stands above and below its line. */
bool piece_vulgar(const struct pieces *t, ptrdiff_t i, int64_t *above, int64_t *below);
/* Where "2/3" or such a sign ends whose lower number is at most `most`, and the two numbers; 0: none
 * begins at i. What follows is not looked at but for a second slash. */
ptrdiff_t piece_fraction(const struct pieces *t, ptrdiff_t i, int64_t most,
                         int64_t *above, int64_t *below);

#endif
