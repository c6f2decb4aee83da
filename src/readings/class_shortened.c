/* Words that are printed short: "Sen. Wexford", "Shaw Jr.", "Holt & Co.", "e.g." */
#include "base/unicode.h"
#include "readings/language.h"
#include "readings/readings.h"

static bool begins_with_capital(const struct pieces *t, ptrdiff_t at)
{
    ptrdiff_t first = 0;
    return piece_kind(t, at) == PIECE_WORD &&
           unicode_is_upper(utf8_next(piece_str(t, at), &first));
}

/* A name behind a title: "Wexford", "J. Wexford"; no single letter ("Gen Z"). */
static bool is_name(const struct pieces *t, ptrdiff_t at)
{
    return begins_with_capital(t, at) &&
           (piece_str(t, at).len > 1 || piece_is(t, at + 1, ".") ||
            piece_is(t, at + 1, "'") || piece_is(t, at + 1, "\u2019")); /* "O'Dell" */
}

/* Behind a name: "Shaw Jr.", "Shaw, Jr.", "Holt & Co." */
static bool follows_name(const struct pieces *t, ptrdiff_t at)
{
    ptrdiff_t before = at - 1 - (piece_kind(t, at - 1) == PIECE_BLANK);
    before -= piece_is(t, before, ",");
    return piece_is(t, before, "&") || piece_is(t, before, "and") ||
           begins_with_capital(t, before);
}

/* The table's word that stands at `at`, short or in full, so that a street's name ends there; NULL. */
static const struct shortened *street_at(const struct pieces *t, ptrdiff_t at)
{
    const struct shortened *s = speech_tables_of(t->language)->shortened;
    for (; begins_with_capital(t, at) && s->printed; s++)
        if (s->place == SHORTENED_STREET &&
            (piece_is(t, at, s->printed) || piece_is(t, at, s->spoken)))
            return s;
    return NULL;
}

/* The row of "NW" at `at`; NULL: none. */
static const struct abbreviated *quarter_at(const struct pieces *t, ptrdiff_t at)
{
    const struct abbreviated *q = speech_tables_of(t->language)->quarters;
    for (; q->printed; q++)
        if (piece_is(t, at, q->printed) && piece_parts(t, at + 1))
            return q;
    return NULL;
}

/* The piece before the blank before `at`. */
static ptrdiff_t before_blank(const struct pieces *t, ptrdiff_t at)
{
    return piece_kind(t, at - 1) == PIECE_BLANK ? at - 2 : -1;
}

/* "C", "5th": streets have such names, and saints and doctors do not. */
static bool is_letter_or_rank(const struct pieces *t, ptrdiff_t at)
{
    bool letter = begins_with_capital(t, at) && piece_str(t, at).len == 1 &&
                  piece_kind(t, at - 1) == PIECE_BLANK && !piece_is(t, at, "I");
    return letter ||
           (piece_digits(t, at - 1) &&
            piece_is_listed(t, at, speech_tables_of(t->language)->ordinal_endings));
}

/* "1100 Harbour Mill": a house's number and a name or two end at `at`. */
static bool is_house(const struct pieces *t, ptrdiff_t at)
{
    enum { NAMES_MOST = 3 };
    for (int names = 0; names < NAMES_MOST && begins_with_capital(t, at); names++)
        at = before_blank(t, at);
    return piece_kind(t, at) == PIECE_FIGURE;
}

/* Does a street's name end before `at`, and is it told that it is one? "Main St. is", "5th St. Paul" */
static bool follows_street(const struct pieces *t, ptrdiff_t at, ptrdiff_t next)
{
    ptrdiff_t name = before_blank(t, at);
    if (is_letter_or_rank(t, name))
        return true;
    if (!begins_with_capital(t, name))
        return false;
    bool goes_on = piece_kind(t, next) == PIECE_NONE || piece_is(t, next, ",") ||
                   (piece_kind(t, next) == PIECE_WORD && !begins_with_capital(t, next));
    return goes_on || quarter_at(t, next) || is_house(t, name);
}

static bool stands_right(const struct pieces *t, const struct shortened *s, ptrdiff_t at,
                         bool stop)
{
    ptrdiff_t next = piece_past_blank(t, at + 1 + stop);
    switch (s->place) {
    case SHORTENED_BEFORE_NAME:
        return (stop || next > at + 1) && is_name(t, next);
    case SHORTENED_BEHIND_NAME:
        return follows_name(t, at);
    case SHORTENED_BETWEEN_NAMES:
        return follows_name(t, at) && begins_with_capital(t, next);
    case SHORTENED_WITH_STOP:
        return stop;
    case SHORTENED_ANYWHERE:
        return true;
    case SHORTENED_STREET:
        return follows_street(t, at, next);
    }
    return false;
}

/* Is this full stop the sentence's, too? */
static bool ends_sentence(const struct pieces *t, ptrdiff_t stop)
{
    ptrdiff_t i = stop + 1;
    while (piece_kind(t, i) == PIECE_MARK && !piece_is(t, i, ",") && !piece_is(t, i, ";"))
        i++;
    return piece_kind(t, i) == PIECE_NONE;
}

/* How many pieces `printed` takes at `at`, its full stops inside included; 0: it stands not there. */
static ptrdiff_t match(const struct pieces *t, ptrdiff_t at, const char *printed)
{
    struct str rest = str_from(printed), part;
    ptrdiff_t i = at;
    while (rest.len) {
        bool more = str_cut(rest, '.', &part, &rest);
        bool opens = i == at && part.len > 2 && piece_kind(t, at - 1) == PIECE_NONE &&
                     piece_is_case(t, i, part.ptr) && !more; /* "Temps. of" */
        if ((!opens && !str_eq(piece_str(t, i), part)) ||
            (more && !piece_is(t, i + 1, ".")))
            return 0;
        i += 1 + more;
    }
    return i - at;
}

ptrdiff_t read_shortened(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    const struct speech_tables *l = speech_tables_of(t->language);
    if (piece_kind(t, at) != PIECE_WORD || !piece_parts(t, at - 1) ||
        piece_is(t, at - 1, ".") || piece_is(t, at - 1, "-") || !l->shortened)
        return 0;
    for (const struct shortened *s = l->shortened; s->printed; s++) {
        if ((*s->printed ^ piece_byte(t, at)) & ~0x20)
            continue;
        ptrdiff_t pieces = match(t, at, s->printed), last = at + pieces - 1;
        bool stop = pieces && piece_is(t, last + 1, ".");
        if (!pieces || !piece_parts(t, last + 1) || piece_is(t, last + 1, "-") ||
            piece_is(t, last + 1, "/") || !stands_right(t, s, last, stop))
            continue;
        ptrdiff_t end = last + 1 + (stop && !ends_sentence(t, last + 1));
        reading_say(r, at, end, s->spoken);
        if (!piece_parts(t, end)) /* "Dr.Holm" */
            reading_say(r, end, end, " ");
        return end;
    }
    return 0;
}

/* "Main St.": a name or two at `at`, and a street. */
static bool is_street_named(const struct pieces *t, ptrdiff_t at)
{
    enum { NAMES_MOST = 3 };
    for (int names = 0; names < NAMES_MOST; names++) {
        bool rank = piece_digits(t, at) && is_letter_or_rank(t, at + 1);
        if (names > 0 && street_at(t, at))
            return true;
        if ((!rank && !begins_with_capital(t, at)) || quarter_at(t, at))
            return false;
        at = piece_past_blank(t, at + 1 + rank);
    }
    return street_at(t, at);
}

/* Of the wind: "NNE", "winds NW 10", "12 mi. SE of". */
static bool is_bearing(const struct pieces *t, ptrdiff_t at)
{
    static const char *const before[] = {
        "wind", "winds", "moving", "headed",     "heading",    "mi", "miles",
        "km",   "nmi",   "from",   "kilometres", "kilometers", NULL};
    static const char *const behind[] = {"of", "wind", "winds", "at", NULL};
    ptrdiff_t word = at - 2 - piece_is(t, at - 2, ".");
    ptrdiff_t letters = piece_str(t, at).len;
    return letters > 2 || (letters > 1 && (piece_is_listed(t, word, before) ||
                                           piece_is_listed(t, at + 2, behind)));
}

/* "NW" behind a street, "N." before one. */
ptrdiff_t read_quarter(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    const struct abbreviated *q = quarter_at(t, at);
    ptrdiff_t before = before_blank(t, at);
    before -= piece_is(t, before, ",");
    before -= piece_is(t, before, ".");
    bool behind = street_at(t, before) && before_blank(t, before) >= 0;
    bool dotted = piece_is(t, at + 1, ".");
    if (q && !behind && piece_kind(t, at - 1) == PIECE_BLANK && is_bearing(t, at)) {
        char small[32];
        ptrdiff_t length = 0;
        for (; q->spoken[length]; length++)
            small[length] = (char)(q->spoken[length] | (length ? 0 : 0x20));
        reading_say_str(r, at, at + 1, (struct str){small, length});
        return at + 1;
    }
    if (!q || (!behind && !is_street_named(t, piece_past_blank(t, at + 1 + dotted))))
        return 0;
    reading_say(r, at, at + 1, q->spoken);
    return at + 1 + (dotted && !behind && !ends_sentence(t, at + 1));
}

/* "1450 Harbour Mill Rd." */
ptrdiff_t read_house(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    ptrdiff_t name = at + 2 + (quarter_at(t, at + 2) != NULL);
    name += name > at + 2 && piece_is(t, name, ".");
    if (piece_digits(t, at) < 3 || piece_digits(t, at) > 4 || !piece_parts(t, at - 1) ||
        piece_is(t, at - 1, ".") || piece_is(t, at - 1, ",") ||
        piece_is_dash(t, at - 1) || piece_kind(t, at + 1) != PIECE_BLANK ||
        !(is_street_named(t, at + 2) || is_street_named(t, piece_past_blank(t, name))))
        return 0;
    reading_code(r, at);
    return at + 1;
}
