#include "speak/say_as.h"

#include <stdio.h>

#include "base/unicode.h"
#include "readings/grammar.h"
#include "readings/numbers.h"

enum { DIGITS_MOST = 15 };

struct speaking_as {
    struct strbuf *out;
    struct str words, format, language;
    struct str before; /* what stands before in the paragraph */
    bool english;
    const struct grammar *grammar; /* NULL: the language has none */
};

static void add_apart(struct strbuf *out, struct str s)
{
    strbuf_add(out, out->len ? S(" ") : S(""));
    strbuf_add(out, s);
}

/* A figure in words, where the language has them. */
static void add_digit(struct speaking_as *s, struct str digit)
{
    strbuf_add(s->out, s->out->len ? S(" ") : S(""));
    if (s->english)
        number_digits(s->out, digit);
    else if (s->grammar)
        grammar_digits(s->out, s->grammar, digit);
    else
        strbuf_add(s->out, digit);
}

/* ---- characters ---- */

enum { NAME_LANGUAGES = 5 };
static const char *const name_languages[NAME_LANGUAGES] = {"en", "de", "fr", "es", "ru"};
static const struct {
    int32_t sign;
    const char *names[NAME_LANGUAGES];
} signs[] = {
    {'.', {"dot", "Punkt", "point", "punto", "точка"}},
    {',', {"comma", "Komma", "virgule", "coma", "запятая"}},
    {'-', {"dash", "Strich", "tiret", "guion", "дефис"}},
    {'/', {"slash", "Schrägstrich", "barre oblique", "barra", "косая черта"}},
    {'\\',
     {"backslash", "umgekehrter Schrägstrich", "barre inverse", "barra invertida",
      "обратная косая черта"}},
    {'_', {"underscore", "Unterstrich", "tiret bas", "guion bajo", "подчёркивание"}},
    {'@', {"at", "at", "arobase", "arroba", "собака"}},
    {':', {"colon", "Doppelpunkt", "deux-points", "dos puntos", "двоеточие"}},
    {';', {"semicolon", "Semikolon", "point-virgule", "punto y coma", "точка с запятой"}},
    {'#', {"hash", "Raute", "dièse", "almohadilla", "решётка"}},
    {'&', {"and", "und", "esperluette", "et", "амперсанд"}},
    {'+', {"plus", "plus", "plus", "más", "плюс"}},
    {'*', {"asterisk", "Stern", "astérisque", "asterisco", "звёздочка"}},
    {'%', {"per cent", "Prozent", "pour cent", "por ciento", "процент"}},
    {'=', {"equals", "gleich", "égal", "igual", "равно"}},
    {'!',
     {"exclamation mark", "Ausrufezeichen", "point d'exclamation", "signo de exclamación",
      "восклицательный знак"}},
    {'?',
     {"question mark", "Fragezeichen", "point d'interrogation", "signo de interrogación",
      "вопросительный знак"}},
    {'\'', {"apostrophe", "Apostroph", "apostrophe", "apóstrofo", "апостроф"}},
    {'"', {"quote", "Anführungszeichen", "guillemet", "comillas", "кавычка"}},
    {'(',
     {"open bracket", "Klammer auf", "parenthèse ouvrante", "abre paréntesis",
      "скобка открывается"}},
    {')',
     {"close bracket", "Klammer zu", "parenthèse fermante", "cierra paréntesis",
      "скобка закрывается"}},
    {'$', {"dollar", "Dollar", "dollar", "dólar", "доллар"}},
    {0x2019, {"apostrophe", "Apostroph", "apostrophe", "apóstrofo", "апостроф"}},
    {0x20AC, {"euro", "Euro", "euro", "euro", "евро"}},
    {0xA3, {"pound", "Pfund", "livre", "libra", "фунт"}},
};

/* What has no name is not said. */
static void add_sign(struct speaking_as *s, int32_t c)
{
    struct str primary = language_primary(s->language);
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        for (int k = 0; signs[i].sign == c && k < NAME_LANGUAGES; k++)
            if (str_eq_ascii_case(primary, str_from(name_languages[k])))
                add_apart(s->out, str_from(signs[i].names[k]));
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
        } else if (c >= '0' && c <= '9')
            add_digit(s, one);
        else if (unicode_is_digit(c))
            add_apart(s->out, one);
        else if (!utf8_is_space(c))
            add_sign(s, c);
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

static bool to_number(struct speaking_as *s, struct str words, int64_t *value,
                      bool *negative)
{
    struct strbuf digits = {.arena = s->out->arena};
    *negative = false;
    return whole_number(words, &digits, negative) &&
           str_to_int(strbuf_str(&digits), value);
}

/* In another language than English in figures, whose form is told by the words around
 * (readings/grammar.h): those of four digits grouped, so that they are no year. */
static bool as_cardinal(struct speaking_as *s)
{
    int64_t value;
    bool negative;
    if (!to_number(s, s->words, &value, &negative))
        return false;
    strbuf_add(s->out, !negative ? S("") : s->english ? S("minus ") : S("-"));
    const char *mark = !s->grammar                      ? ""
                       : s->grammar == &grammar_german  ? "."
                       : s->grammar == &grammar_spanish ? "."
                                                        : "\u00A0";
    if (s->english)
        number_cardinal(s->out, value);
    else if (value >= 1000 && value < 10000)
        strbuf_addf(s->out, "%d%s%03d", (int)(value / 1000), mark, (int)(value % 1000));
    else
        strbuf_addf(s->out, "%lld", (long long)value);
    return true;
}

/* Does the last word before say that a woman's form follows: "la", "une"? */
static bool is_feminine_before(const struct speaking_as *s)
{
    static const char articles[] = "la|une|cette|sa|ma|ta|una|esta|esa|aquella|otra|"
                                   "La|Une|Cette|Sa|Ma|Ta|Una|Esta|Esa|Aquella|Otra";
    struct str before = str_trim(s->before);
    ptrdiff_t begin = before.len;
    while (begin > 0 && before.ptr[begin - 1] != ' ')
        begin--;
    return word_is_any(str_slice(before, begin, before.len), articles);
}

/* What makes figures an ordinal number in print. */
static const char *ordinal_sign(const struct speaking_as *s, int64_t value)
{
    if (!s->grammar)
        return "";
    if (s->grammar == &grammar_german)
        return ".";
    if (s->grammar == &grammar_russian)
        return "-й";
    bool feminine = is_feminine_before(s);
    if (s->grammar == &grammar_spanish)
        return feminine ? "ª" : "º";
    return value != 1 ? "e" : feminine ? "re" : "er";
}

/* What is behind the figures says which form it is: "3-я", "2nde", "1er". */
static bool is_own_ending(const struct speaking_as *s, struct str ending)
{
    static const char english[] = "st|nd|rd|th";
    ptrdiff_t at = ending.len && (ending.ptr[0] == '-' || ending.ptr[0] == '.');
    enum { LETTERS_MOST = 4 };
    ptrdiff_t letters = utf8_count(str_slice(ending, at, ending.len));
    if (!s->grammar || !letters || letters > LETTERS_MOST || word_is_any(ending, english))
        return false;
    while (at < ending.len)
        if (!unicode_is_letter(utf8_next(ending, &at)))
            return false;
    return true;
}

static bool as_ordinal(struct speaking_as *s)
{
    static const char endings[] = "st|nd|rd|th|.|e|º|ª";
    int64_t value;
    bool negative;
    ptrdiff_t end = s->words.len;
    while (end > 0 && !(s->words.ptr[end - 1] >= '0' && s->words.ptr[end - 1] <= '9'))
        end--;
    struct str ending = str_slice(s->words, end, s->words.len);
    bool own = is_own_ending(s, ending);
    if ((ending.len && !own && !word_is_any(ending, endings)) ||
        !to_number(s, str_slice(s->words, 0, end), &value, &negative))
        return false;
    if (s->english) {
        strbuf_add(s->out, negative ? S("minus ") : S(""));
        number_ordinal(s->out, value);
        return true;
    }
    strbuf_addf(s->out, "%s%lld", negative ? "-" : "", (long long)value);
    strbuf_add(s->out, own ? ending : str_from(ordinal_sign(s, value)));
    return true;
}

/* Digit by digit, a comma's pause where they are parted; "+" is said. */
static bool add_digits(struct speaking_as *s, bool pauses)
{
    bool any = false, parted = false;
    for (ptrdiff_t at = 0, here = 0; at < s->words.len; here = at) {
        int32_t c = utf8_next(s->words, &at);
        if (c == '+' && !any) {
            add_sign(s, c);
        } else if (c >= '0' && c <= '9') {
            strbuf_add(s->out, parted && pauses && any ? S(",") : S(""));
            add_digit(s, str_slice(s->words, here, at));
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

struct date {
    int64_t day, month, year;
    bool has_day, has_month, has_year;
};

/* Numbers of a date in the order of `format`: "mdy", "ym" ... */
static bool read_parts(struct date *date, struct str words, struct str format)
{
    int64_t parts[3] = {0}, of[3] = {0}; /* d, m, y */
    int count = 0;
    words.len -= words.len > 0 && words.ptr[words.len - 1] == '.'; /* "20.1." */
    for (ptrdiff_t i = 0, begin = 0; i <= words.len; i++) {
        if (i < words.len && words.ptr[i] >= '0' && words.ptr[i] <= '9')
            continue;
        if (count == 3 || !str_to_int(str_slice(words, begin, i), &parts[count]) ||
            i - begin > 4)
            return false;
        count++;
        begin = i + 1;
        if (i < words.len && str_find_byte(S("/.- "), words.ptr[i]) < 0)
            return false;
    }
    if (count != format.len)
        return false;
    for (ptrdiff_t i = 0; i < format.len; i++)
        of[str_find_byte(S("dmy"), format.ptr[i])] = parts[i];
    *date = (struct date){of[0],
                          of[1],
                          of[2],
                          str_find_byte(format, 'd') >= 0,
                          str_find_byte(format, 'm') >= 0,
                          str_find_byte(format, 'y') >= 0};
    return !(date->has_month && (of[1] < 1 || of[1] > 12)) &&
           !(date->has_day && (of[0] < 1 || of[0] > 31));
}

static void add_english_date(struct strbuf *out, const struct date *d)
{
    static const char *const months[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
    if (d->has_day && !d->has_month)
        number_ordinal(out, d->day);
    else if (d->has_day)
        strbuf_addf(out, "%d ", (int)d->day);
    if (d->has_month)
        strbuf_addf(out, "%s%s", months[d->month - 1], d->has_year ? " " : "");
    if (d->has_year)
        strbuf_addf(out, "%d", (int)d->year);
}

/* A Russian month without a day stands in the case of the preposition before it. */
static const char *month_alone(const struct speaking_as *s, int64_t month)
{
    static const char *const nominative[] = {"январь",   "февраль", "март",   "апрель",
                                             "май",      "июнь",    "июль",   "август",
                                             "сентябрь", "октябрь", "ноябрь", "декабрь"};
    static const char *const locative[] = {"январе",   "феврале", "марте",  "апреле",
                                           "мае",      "июне",    "июле",   "августе",
                                           "сентябре", "октябре", "ноябре", "декабре"};
    static const char in[] = "в|о|на|при|В|О|На|При";
    static const char of[] = "с|до|от|после|для|около|начале|середине|конце|начала|"
                             "середины|конца|С|До|От|После|Для|Около";
    struct str before = str_trim(s->before);
    ptrdiff_t begin = before.len;
    while (begin > 0 && before.ptr[begin - 1] != ' ')
        begin--;
    struct str word = str_slice(before, begin, before.len);
    return s->grammar != &grammar_russian || word_is_any(word, of)
               ? s->grammar->months[month - 1]
           : word_is_any(word, in) ? locative[month - 1]
                                   : nominative[month - 1];
}

/* As the language prints dates, which its classes read by the words around. */
static void add_date(struct speaking_as *s, const struct date *d)
{
    const struct grammar *g = s->grammar;
    bool german = g == &grammar_german, first = d->day == 1;
    if (d->has_day)
        strbuf_addf(s->out, "%d%s", (int)d->day,
                    german                           ? "."
                    : g == &grammar_french && first  ? "er"
                    : d->has_month                   ? ""
                    : g == &grammar_spanish && first ? "º"
                    : g == &grammar_russian          ? "-е"
                                                     : "");
    if (d->has_day && d->has_month)
        strbuf_addf(s->out, " %s%s", g->date_of, g->months[d->month - 1]);
    else if (d->has_month)
        strbuf_addf(s->out, "%s", month_alone(s, d->month));
    if (d->has_year && d->has_month)
        strbuf_addf(s->out, " %s%d%s", g->date_of, (int)d->year, g->year_behind);
    else if (d->has_year && *g->year_behind)
        strbuf_addf(s->out, "%d", (int)d->year);
    else if (d->has_year)
        g->number(s->out, NUMBER_YEAR, d->year, (struct form){0});
}

static bool as_date(struct speaking_as *s)
{
    struct date d;
    if (!s->format.len)
        return false; /* as it is printed: there are classes for that */
    if (!read_parts(&d, s->words, s->format))
        return false;
    if (s->english) {
        add_english_date(s->out, &d);
    } else if (s->grammar) {
        add_date(s, &d);
    } else {
        if (d.has_day)
            strbuf_addf(s->out, "%02d%s", (int)d.day, d.has_month ? "." : "");
        if (d.has_month)
            strbuf_addf(s->out, "%02d%s", (int)d.month, d.has_year ? "." : "");
        if (d.has_year)
            strbuf_addf(s->out, "%d", (int)d.year);
    }
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

bool say_as(struct strbuf *out, struct str words, struct str before, struct str kind,
            struct str format, struct str language)
{
    const struct kind *k = find_kind(kind);
    struct str primary = language_primary(language);
    struct speaking_as s = {.out = out,
                            .words = str_trim(words),
                            .format = format,
                            .language = language,
                            .before = before,
                            .english = str_eq_ascii_case(primary, S("en")),
                            .grammar = grammar_of(language)};
    if (!k)
        return false;
    if (!k->say || (k->say == as_date && !format.len)) {
        strbuf_add(out, s.words);
        return true;
    }
    return k->say(&s);
}
