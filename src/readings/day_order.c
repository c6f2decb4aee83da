#include "readings/day_order.h"

static bool is_digit(struct str s, ptrdiff_t at)
{
    return at >= 0 && at < s.len && s.ptr[at] >= '0' && s.ptr[at] <= '9';
}

static int digit(struct str s, ptrdiff_t at)
{
    return is_digit(s, at) ? s.ptr[at] - '0' : 0;
}

/* Of a figure of one or two digits that ends at `end`; 0: there is none. */
static int figure_before(struct str s, ptrdiff_t end)
{
    bool two = is_digit(s, end - 2);
    return two && is_digit(s, end - 3) ? 0 : digit(s, end - 1) + 10 * digit(s, end - 2);
}

/* Are two figures around a slash, that begin at `begin`, those of a day: "on 2/28"? */
static bool is_day(struct str s, ptrdiff_t begin, ptrdiff_t end)
{
    return str_ends(str_slice(s, 0, begin), S(" on ")) && !is_digit(s, end) &&
           !(end < s.len && s.ptr[end] == '/');
}

/* Looks at the first slash of three figures, or of two. */
static void learn_slash(struct day_orders *o, struct str s, ptrdiff_t slash)
{
    ptrdiff_t next = slash + 1;
    while (is_digit(s, next) && next < slash + 4)
        next++;
    ptrdiff_t year = next + 1, end = year;
    while (is_digit(s, end) && end < year + 5)
        end++;
    int first = figure_before(s, slash), second = figure_before(s, next);
    bool date =
        (next < s.len && s.ptr[next] == '/' && (end - year == 4 || end - year == 2)) ||
        is_day(s, slash - (first > 9 || is_digit(s, slash - 2) ? 2 : 1), next);
    if (!date || first < 1 || second < 1 || first > 31 || second > 31)
        return;
    o->day_first += first > 12 && second <= 12;
    o->month_first += second > 12 && first <= 12;
}

void day_orders_learn(struct day_orders *o, struct str text)
{
    for (ptrdiff_t at = 0, length; at < text.len; at += length + 1) {
        length = str_find_byte(str_slice(text, at, text.len), '/');
        if (length < 0)
            return;
        learn_slash(o, text, at + length);
    }
}

bool day_orders_month_first(const struct day_orders *o, struct str language)
{
    return o->day_first == o->month_first ? language_is_region(language, S("US"))
                                          : o->month_first > o->day_first;
}
