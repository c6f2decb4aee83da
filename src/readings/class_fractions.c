/* Ordinals and fractions. */
#include "readings/amounts.h"
#include "readings/numbers.h"

ptrdiff_t read_ordinal(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    struct amount m;
    if (!piece_parts(t, at - 1) || !amount_at(&m, t, at) || m.fraction >= 0 ||
        m.value < 0 || !piece_parts(t, m.end + 1) ||
        !piece_is_listed(t, m.end, speech_tables_of(t->language)->ordinal_endings))
        return 0;
    reading_number(r, at, m.end + 1, m.value, number_ordinal);
    return m.end + 1;
}

static void say_parts(struct reading *r, ptrdiff_t from, ptrdiff_t to, int64_t above,
                      int64_t below)
{
    reading_number(r, from, to, above, number_cardinal);
    reading_say(r, from, to, " ");
    if (below == 2)
        reading_say(r, from, to, "half");
    else if (below == 4)
        reading_say(r, from, to, "quarter");
    else
        reading_number(r, from, to, below, number_ordinal);
    if (above > 1)
        reading_say(r, from, to, "s");
}

/* "2/3rds" */
static const char *const endings[] = {"rd", "rds", "th", "ths", "nd", "nds", NULL};

/* Where a fraction ends that begins at `at`, or 0. "9/11" is none. */
static ptrdiff_t fraction_end(const struct pieces *t, ptrdiff_t at, int64_t *above,
                              int64_t *below)
{
    ptrdiff_t end = piece_fraction(t, at, 100, above, below);
    bool usual = *below <= 10 || *below % 16 == 0 || (*above == 1 && *below % 10 == 0);
    if (end != at + 3)
        return end;
    end += piece_is_listed(t, end, endings) && piece_parts(t, end + 1);
    return usual && (end > at + 3 || piece_parts(t, end)) ? end : 0;
}

/* "3½ hrs.": the unit behind a fraction, over the full stop that shortens it; returns its end. */
static ptrdiff_t say_unit(struct reading *r, const struct pieces *t, ptrdiff_t end,
                          bool whole)
{
    const struct speech_tables *l = speech_tables_of(t->language);
    ptrdiff_t at = piece_past_blank(t, end), behind = at;
    const struct unit *u = unit_find(l->units, t, at, false, &behind);
    if (!u && piece_is(t, at, "in") && piece_is(t, at + 1, "."))
        u = unit_find(l->glued_units, t, at, false, &behind);
    if (!u || piece_is(t, behind, "-") || piece_is(t, behind, "'"))
        return end;
    bool of = !whole && piece_kind(t, at) == PIECE_WORD; /* "half a mile" */
    reading_say(r, at, behind, of ? " of a " : " ");
    reading_say(r, at, behind, whole ? u->many : u->one);
    return behind + unit_has_stop(t, behind);
}

ptrdiff_t read_fraction(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    int64_t above, below;
    if (!piece_parts(t, at - 1) || piece_is(t, at - 1, "/"))
        return 0;
    ptrdiff_t end = fraction_end(t, at, &above, &below);
    if (end) {
        say_parts(r, at, end, above, below);
        return say_unit(r, t, end, false);
    }
    if (piece_value(t, at) >= 0) {
        bool dash = piece_is(t, at + 1, "-"); /* "25-1/2" */
        ptrdiff_t part = dash ? at + 2 : piece_past_blank(t, at + 1);
        end = fraction_end(t, part, &above, &below);
        if (!end)
            return 0;
        reading_number(r, at, at + 1, piece_value(t, at), number_cardinal);
        reading_say(r, part, end, above == 1 ? " and a " : " and ");
        if (above > 1)
            say_parts(r, part, end, above, below);
        else if (below == 2 || below == 4)
            reading_say(r, part, end, below == 2 ? "half" : "quarter");
        else
            reading_number(r, part, end, below, number_ordinal);
        return say_unit(r, t, end, true);
    }
    return 0;
}
