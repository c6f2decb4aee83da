#include "cli/editions.h"

enum { DECIMALS_MOST = 3, OWN = 1000, RATE_LEAST = 500, RATE_MOST = 2500 };

/* In thousandths; -1: it is no such number. */
static int thousandths(struct str s)
{
    int value = 0, decimals = -1, digits = 0;
    for (ptrdiff_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        if (c == '.' && decimals < 0) {
            decimals = 0;
            continue;
        }
        if (c < '0' || c > '9' || value > RATE_MOST || decimals == DECIMALS_MOST)
            return -1;
        value = 10 * value + c - '0';
        decimals += decimals >= 0;
        digits++;
    }
    if (!digits || decimals == 0)
        return -1;
    for (int i = decimals < 0 ? 0 : decimals; i < DECIMALS_MOST; i++)
        value *= 10;
    return value;
}

static enum bc_status refuse(struct diag *d, struct str item, const char *why)
{
    diag_error(d, NOWHERE, "usage", "for example --rate 1,1.5,2",
               "'%.*s' cannot be a --rate: %s", STR_ARGS(item), why);
    return BC_EUSAGE;
}

enum bc_status editions_parse(struct editions *out, struct str list, struct diag *d)
{
    *out = (struct editions){{0}, !list.len};
    struct str item;
    bool more = list.len > 0;
    while (more) {
        more = str_find_byte(list, ',') >= 0;
        str_cut(list, ',', &item, &list);
        item = str_trim(item);
        int rate = thousandths(item);
        if (rate < RATE_LEAST || rate > RATE_MOST)
            return refuse(d, item, "it is to be a number from 0.5 to 2.5");
        bool known = false;
        for (int i = 0; i < out->count; i++)
            known = known || out->tempo[i] == rate - OWN;
        if (!known && out->count == EDITIONS_MOST)
            return refuse(d, item, "there are too many");
        if (!known)
            out->tempo[out->count++] = rate - OWN;
    }
    return BC_OK;
}

struct str edition_name(struct arena *a, int tempo)
{
    if (!tempo)
        return S("");
    int rate = OWN + tempo;
    struct str s = str_format(a, "%d.%03d", rate / 1000, rate % 1000);
    while (s.ptr[s.len - 1] == '0')
        s.len--;
    s.len -= s.ptr[s.len - 1] == '.';
    return str_format(a, "%.*sx", STR_ARGS(s));
}
