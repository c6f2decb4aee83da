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
           (piece_str(t, at).len > 1 || piece_is(t, at + 1, "."));
}

/* Behind a name: "Shaw Jr.", "Shaw, Jr.", "Holt & Co." */
static bool follows_name(const struct pieces *t, ptrdiff_t at)
{
    ptrdiff_t before = at - 1 - (piece_kind(t, at - 1) == PIECE_BLANK);
    before -= piece_is(t, before, ",");
    return piece_is(t, before, "&") || piece_is(t, before, "and") ||
           begins_with_capital(t, before);
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
        if (!str_eq(piece_str(t, i), part) || (more && !piece_is(t, i + 1, ".")))
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
        if (*s->printed != piece_byte(t, at))
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
