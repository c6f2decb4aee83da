/* Days of a month in figures, without a year: "on 2/28", "from 2/28 to 3/4". */
#include "readings/amounts.h"
#include "readings/numbers.h"

/* Two figures that could be a day and its month, in an order that the figures tell or the language. */
static bool is_pair(const struct pieces *t, ptrdiff_t at, int64_t *month, int64_t *day)
{
    int64_t first = piece_value(t, at), second = piece_value(t, at + 2);
    if (piece_digits(t, at) > 2 || piece_digits(t, at + 2) > 2 || first < 1 ||
        second < 1 || !piece_is(t, at + 1, "/"))
        return false;
    bool known = (first == 9 && second == 11) || (first == 24 && second == 7);
    bool month_first = second > 12 || (first <= 12 && t->month_first);
    *month = month_first ? first : second;
    *day = month_first ? second : first;
    return *month <= 12 && *day <= 31 && !known;
}

/* Behind the word, or the weekday, that stands before `at`; -1: none. */
static ptrdiff_t cue_before(const struct pieces *t, ptrdiff_t at)
{
    at -= piece_kind(t, at - 1) == PIECE_BLANK ? 2 : 1;
    at -= piece_is(t, at, ",");
    at -= piece_is(t, at, ".");
    return piece_kind(t, at) == PIECE_WORD ? at : -1;
}

static bool is_weekday(const struct pieces *t, ptrdiff_t at)
{
    const char *const *days = speech_tables_of(t->language)->weekdays;
    struct str word = piece_str(t, at);
    for (int i = 0; i < 7 && word.len >= 3; i++)
        if (str_starts(str_from(days[i]), word))
            return true;
    return false;
}

/* Does what stands before `at` tell that a day follows? Behind "by" and "since" there may be a fraction,
 * too, where its second figure could be a month. */
static bool is_told(const struct pieces *t, ptrdiff_t at, int64_t month, int64_t day)
{
    static const char *const sure[] = {"on", "dated", NULL};
    static const char *const likely[] = {"since",  "until",   "before",   "after",
                                         "by",     "from",    "till",     "through",
                                         "around", "between", "starting", NULL};
    enum { DAYS_MOST = 6 };
    int64_t until, last;
    for (int days = 0; days < DAYS_MOST; days++) {
        ptrdiff_t word = cue_before(t, at);
        if (piece_is_listed(t, word, sure) || is_weekday(t, word))
            return true;
        if (day > 12 && piece_is_listed(t, word, likely))
            return true;
        if (piece_is_dash(t, at - 1) && is_pair(t, at - 4, &until, &last) &&
            (day > 12 || last > 12))
            return true;
        bool link = piece_is_listed(t, word, speech_tables_of(t->language)->links);
        ptrdiff_t earlier = (piece_is_dash(t, at - 1) ? at - 1 : word - 1) - 3;
        if (!(link || piece_is_dash(t, at - 1)) || !is_pair(t, earlier, &month, &day))
            return false;
        at = earlier;
    }
    return false;
}

ptrdiff_t read_day(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    const struct speech_tables *l = speech_tables_of(t->language);
    ptrdiff_t end = at + 3, next = piece_past_blank(t, end), behind;
    int64_t month, day, until, last;
    bool open = piece_is(t, end, "/") || !piece_parts(t, end) || !piece_parts(t, at - 1);
    if (open || !is_pair(t, at, &month, &day) || piece_is(t, next, "of") ||
        unit_find(l->units, t, next, false, &behind))
        return 0;
    bool range = piece_is_dash(t, end) && is_pair(t, end + 1, &until, &last) &&
                 (day > 12 || last > 12);
    if (!range && !is_told(t, at, month, day))
        return 0;
    bool american = month == piece_value(t, at);
    if (american)
        reading_say(r, at, at + 2, l->months[month - 1]);
    else if (!piece_is_case(t, piece_word_before(t, at), "the"))
        reading_say(r, at, at + 2, "the");
    reading_say(r, at, at + 2, " ");
    reading_number(r, american ? at + 2 : at, american ? end : at + 2, day,
                   number_ordinal);
    if (!american) {
        reading_say(r, at + 2, end, l->of);
        reading_say(r, at + 2, end, l->months[month - 1]);
    }
    if (!piece_is_dash(t, end) || !is_pair(t, end + 1, &until, &last))
        return end;
    reading_say(r, end, end + 1, l->to);
    return end + 1;
}
