#include "readings/numbers.h"

static const char *const small[] = {
    "zero",     "one",     "two",     "three",     "four",     "five",    "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
static const char *const tens[] = {"",      "ten",   "twenty",  "thirty", "forty",
                                   "fifty", "sixty", "seventy", "eighty", "ninety"};

static void add(struct strbuf *out, const char *s)
{
    strbuf_add(out, str_from(s));
}

static void below_hundred(struct strbuf *out, int64_t v)
{
    if (v < 20) {
        add(out, small[v]);
        return;
    }
    add(out, tens[v / 10]);
    if (v % 10) {
        add(out, "-");
        add(out, small[v % 10]);
    }
}

static void below_thousand(struct strbuf *out, int64_t v)
{
    if (v >= 100) {
        add(out, small[v / 100]);
        add(out, v % 100 ? " hundred-and " : " hundred");
    }
    if (v < 100 || v % 100)
        below_hundred(out, v % 100);
}

void number_cardinal(struct strbuf *out, int64_t value)
{
    static const struct {
        int64_t size;
        const char *name;
    } scales[] = {{1000000000000, " trillion"},
                  {1000000000, " billion"},
                  {1000000, " million"},
                  {1000, " thousand"}};
    bool any = false;
    for (size_t i = 0; i < sizeof scales / sizeof *scales; i++) {
        if (value < scales[i].size)
            continue;
        add(out, any ? " " : "");
        below_thousand(out, value / scales[i].size % 1000);
        add(out, scales[i].name);
        value %= scales[i].size;
        any = true;
    }
    if (any && value)
        add(out, value < 100 ? "-and " : " ");
    if (value || !any)
        below_thousand(out, value);
}

void number_ordinal(struct strbuf *out, int64_t value)
{
    static const struct {
        const char *cardinal, *ordinal;
    } odd[] = {{"one", "first"},     {"two", "second"},   {"three", "third"},
               {"five", "fifth"},    {"eight", "eighth"}, {"nine", "ninth"},
               {"twelve", "twelfth"}};
    number_cardinal(out, value);
    ptrdiff_t begin = out->len;
    while (begin > 0 && out->ptr[begin - 1] >= 'a')
        begin--;
    struct str last = str_slice(strbuf_str(out), begin, out->len);
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++)
        if (str_eq(last, str_from(odd[i].cardinal))) {
            out->len = begin;
            add(out, odd[i].ordinal);
            return;
        }
    bool y = str_ends(last, S("y"));
    out->len -= y;
    add(out, y ? "ieth" : "th");
}

/* The last two digits of something read in pairs. */
static void pair(struct strbuf *out, int64_t v)
{
    if (v < 10)
        add(out, "oh ");
    below_hundred(out, v);
}

void number_year(struct strbuf *out, int64_t value)
{
    if (value < 1000 || value / 10 % 100 == 0) { /* 2005 */
        number_cardinal(out, value);
    } else {
        below_hundred(out, value / 100);
        add(out, " ");
        if (value % 100)
            pair(out, value % 100);
        else
            add(out, "hundred");
    }
}

void number_code(struct strbuf *out, int64_t value)
{
    if (value < 100 || value % 100 == 0) {
        number_cardinal(out, value);
    } else {
        below_hundred(out, value / 100);
        add(out, " ");
        pair(out, value % 100);
    }
}

void number_decade(struct strbuf *out, int64_t value)
{
    if (value % 100 == 0) {
        number_year(out, value);
        add(out, "s");
        return;
    }
    if (value > 100) {
        below_hundred(out, value / 100);
        add(out, " ");
    }
    below_hundred(out, value % 100);
    bool y = out->ptr[out->len - 1] == 'y';
    out->len -= y;
    add(out, y ? "ies" : "s");
}

void number_digits(struct strbuf *out, struct str digits)
{
    for (ptrdiff_t i = 0; i < digits.len; i++) {
        add(out, i ? " " : "");
        add(out, small[digits.ptr[i] - '0']);
    }
}
