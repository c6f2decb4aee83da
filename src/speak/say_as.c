#include "speak/say_as.h"

#include <stdio.h>

#include "base/unicode.h"
#include "readings/numbers.h"

enum { DIGITS_MOST = 15 };

struct speaking_as {
    struct strbuf *out;
    struct str words, format, language;
    bool english;
};

static void add_apart(struct strbuf *out, struct str s)
{
    strbuf_add(out, out->len ? S(" ") : S(""));
    strbuf_add(out, s);
}

/* ---- characters ---- */

static const struct {
    int32_t sign;
    const char *name;
} signs[] = {
    {'.', "dot"},
    {',', "comma"},
    {'-', "dash"},
    {'/', "slash"},
    {'\\', "backslash"},
    {'_', "underscore"},
    {'@', "at"},
    {':', "colon"},
    {';', "semicolon"},
    {'#', "hash"},
    {'&', "and"},
    {'+', "plus"},
    {'*', "asterisk"},
    {'%', "per cent"},
    {'=', "equals"},
    {'!', "exclamation mark"},
    {'?', "question mark"},
    {'\'', "apostrophe"},
    {'"', "quote"},
    {'(', "open bracket"},
    {')', "close bracket"},
    {'$', "dollar"},
    {0x2019, "apostrophe"},
    {0x20AC, "euro"},
    {0xA3, "pound"},
};

static bool add_sign(struct strbuf *out, int32_t c)
{
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (signs[i].sign == c) {
            add_apart(out, str_from(signs[i].name));
            return true;
        }
    return false;
}

/* One by one: letters as capitals that stand alone, which the engine says by name. */
static bool as_characters(struct speaking_as *s)
{
    for (ptrdiff_t at = 0, here = 0; at < s->words.len; here = at) {
        int32_t c = utf8_next(s->words, &at);
        struct str one = str_slice(s->words, here, at);
        if (unicode_is_letter(c)) {
            char capital[4];
            int length = utf8_encode(unicode_to_upper(c), capital);
            add_apart(s->out, (struct str){capital, length});
        } else if (c >= '0' && c <= '9' && s->english) {
            strbuf_add(s->out, s->out->len ? S(" ") : S(""));
            number_digits(s->out, one);
        } else if (unicode_is_digit(c))
            add_apart(s->out, one);
        else if (s->english && !utf8_is_space(c))
            (void)add_sign(s->out, c); /* what has no name is not said */
    }
    return s->out->len > 0;
}

/* ---- numbers ---- */

/* The digits of "12,345" or "12 345", without what parts its groups; false: it is no whole number. */
static bool whole_number(struct str s, struct strbuf *digits, bool *negative)
{
    ptrdiff_t since = 0; /* digits since the last mark */
    bool parted = false;
    for (ptrdiff_t at = 0, here = 0; at < s.len; here = at) {
        int32_t c = utf8_next(s, &at);
        bool group = c == ',' || c == '.' || c == '\'' || c == 0x2019 || utf8_is_space(c);
        if (c >= '0' && c <= '9') {
            strbuf_add_byte(digits, (char)c);
            since++;
        } else if (!here && (c == '-' || c == 0x2212)) {
            *negative = true;
        } else if (group && since && (parted ? since == 3 : since <= 3)) {
            since = 0;
            parted = true;
        } else {
            return false;
        }
    }
    return digits->len > 0 && digits->len <= DIGITS_MOST && (!parted || since == 3);
}

static bool as_number(struct speaking_as *s, void (*say)(struct strbuf *, int64_t),
                      const char *behind)
{
    struct strbuf digits = {.arena = s->out->arena};
    bool negative = false;
    int64_t value;
    if (!whole_number(s->words, &digits, &negative) ||
        !str_to_int(strbuf_str(&digits), &value))
        return false;
    if (s->english) {
        strbuf_add(s->out, negative ? S("minus ") : S(""));
        say(s->out, value);
    } else {
        strbuf_addf(s->out, "%s%lld%s", negative ? "-" : "", (long long)value, behind);
    }
    return true;
}

static bool as_cardinal(struct speaking_as *s)
{
    return as_number(s, number_cardinal, "");
}

static bool as_ordinal(struct speaking_as *s)
{
    static const struct {
        const char *language, *behind;
    } ordinals[] = {{"de", "."}, {"fr", "e"}, {"es", "º"}, {"ru", "-й"}};
    const char *behind = "";
    struct str words = s->words;
    static const struct str endings[] = {{"st", 2}, {"nd", 2}, {"rd", 2}, {"th", 2},
                                         {".", 1},  {"e", 1},  {"º", 2},  {"ª", 2}};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (str_ends(words, endings[i])) {
            s->words = str_slice(words, 0, words.len - endings[i].len);
            break;
        }
    for (size_t i = 0; i < sizeof ordinals / sizeof *ordinals; i++)
        if (str_eq_ascii_case(language_primary(s->language),
                              str_from(ordinals[i].language)))
            behind = ordinals[i].behind;
    return as_number(s, number_ordinal, behind);
}

/* Digit by digit, a comma's pause where they are parted; "+" is said. */
static bool add_digits(struct speaking_as *s, bool pauses)
{
    bool any = false, parted = false;
    for (ptrdiff_t at = 0, here = 0; at < s->words.len; here = at) {
        int32_t c = utf8_next(s->words, &at);
        if (c == '+' && !any) {
            add_apart(s->out, s->english ? S("plus") : S("+"));
        } else if (c >= '0' && c <= '9') {
            strbuf_add(s->out, parted && pauses && any ? S(",") : S(""));
            strbuf_add(s->out, s->out->len ? S(" ") : S(""));
            if (s->english)
                number_digits(s->out, str_slice(s->words, here, at));
            else
                strbuf_add_byte(s->out, (char)c);
            any = true;
            parted = false;
        } else if (unicode_is_letter(c)) {
            return false;
        } else {
            parted = true;
        }
    }
    return any;
}

static bool as_digits(struct speaking_as *s)
{
    return add_digits(s, false);
}

static bool as_telephone(struct speaking_as *s)
{
    return add_digits(s, true);
}

/* ---- date ---- */

/* Numbers of a date in the order of `format`: "mdy", "ym" ...; a language's own order without. */
static bool as_date(struct speaking_as *s)
{
    static const char *const months[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
    int64_t parts[3] = {0}, of[3] = {0}; /* d, m, y */
    int count = 0;
    struct str rest = s->words, format = s->format;
    if (!format.len)
        return false; /* as it is printed: there are classes for that */
    for (ptrdiff_t i = 0, begin = 0; i <= rest.len; i++) {
        if (i < rest.len && rest.ptr[i] >= '0' && rest.ptr[i] <= '9')
            continue;
        if (count == 3 || !str_to_int(str_slice(rest, begin, i), &parts[count]) ||
            i - begin > 4)
            return false;
        count++;
        begin = i + 1;
        if (i < rest.len && str_find_byte(S("/.- "), rest.ptr[i]) < 0)
            return false;
    }
    if (count != format.len)
        return false;
    for (ptrdiff_t i = 0; i < format.len; i++)
        of[str_find_byte(S("dmy"), format.ptr[i])] = parts[i];
    bool day = str_find_byte(format, 'd') >= 0, month = str_find_byte(format, 'm') >= 0;
    if ((month && (of[1] < 1 || of[1] > 12)) || (day && (of[0] < 1 || of[0] > 31)))
        return false;
    bool year = str_find_byte(format, 'y') >= 0;
    if (s->english) {
        if (day && !month)
            number_ordinal(s->out, of[0]);
        else if (day)
            strbuf_addf(s->out, "%lld ", (long long)of[0]);
        if (month)
            strbuf_addf(s->out, "%s%s", months[of[1] - 1], year ? " " : "");
    } else {
        if (day)
            strbuf_addf(s->out, "%02lld%s", (long long)of[0], month ? "." : "");
        if (month)
            strbuf_addf(s->out, "%02lld%s", (long long)of[1], year ? "." : "");
    }
    if (year)
        strbuf_addf(s->out, "%lld", (long long)of[2]);
    return true;
}

/* ---- the kinds ---- */

static const struct kind {
    const char *name;
    bool (*say)(struct speaking_as *s); /* NULL: what is printed is read as that anyway */
    const char *formats;                /* blanks around each */
} kinds[] = {
    {"characters", as_characters, ""},
    {"spell-out", as_characters, ""},
    {"verbatim", as_characters, ""},
    {"cardinal", as_cardinal, ""},
    {"number", as_cardinal, ""},
    {"ordinal", as_ordinal, ""},
    {"digits", as_digits, ""},
    {"telephone", as_telephone, NULL},
    {"date", as_date, " mdy dmy ymd md dm ym my d m y "},
    {"time", NULL, NULL},
    {"fraction", NULL, ""},
    {"unit", NULL, ""},
    {"currency", NULL, NULL},
};
enum { KINDS = sizeof kinds / sizeof *kinds };

static const struct kind *find_kind(struct str name)
{
    for (int i = 0; i < KINDS; i++)
        if (str_eq(name, str_from(kinds[i].name)))
            return &kinds[i];
    return NULL;
}

bool say_as_is_kind(struct str kind)
{
    return find_kind(kind) != NULL;
}

struct str say_as_kinds(struct arena *a)
{
    struct strbuf b = {.arena = a};
    for (int i = 0; i < KINDS; i++)
        strbuf_addf(&b, "%s%s", i ? ", " : "", kinds[i].name);
    return strbuf_str(&b);
}

bool say_as_is_format(struct str kind, struct str format)
{
    const struct kind *k = find_kind(kind);
    char wanted[16];
    if (!k || !k->formats || !format.len)
        return k != NULL;
    if (format.len > 8 || str_find_byte(format, ' ') >= 0)
        return false;
    snprintf(wanted, sizeof wanted, " %.*s ", STR_ARGS(format));
    return str_find(str_from(k->formats), str_from(wanted)) >= 0;
}

bool say_as(struct strbuf *out, struct str words, struct str kind, struct str format,
            struct str language)
{
    const struct kind *k = find_kind(kind);
    struct str primary = language_primary(language);
    struct speaking_as s = {out, str_trim(words), format, language,
                            str_eq_ascii_case(primary, S("en"))};
    if (!k)
        return false;
    if (!k->say || (k->say == as_date && !format.len)) {
        strbuf_add(out, s.words);
        return true;
    }
    return k->say(&s);
}
