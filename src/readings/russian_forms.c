/* How numbers stand in a Russian sentence: by the words before and behind them. */
#include "readings/roman.h"
#include "readings/russian.h"

void russian_number(struct strbuf *out, enum number_kind kind, int64_t value,
                    struct form f)
{
    if (kind == NUMBER_ORDINAL || kind == NUMBER_YEAR)
        russian_ordinal(out, value, f);
    else
        russian_cardinal(out, value, kind == NUMBER_NAME ? (struct form){0} : f);
}

/* Over adjectives: "5 новых судов". */
static struct str noun_behind(const struct pieces *t, ptrdiff_t to)
{
    static const char adjectives[] = "ых|их|ые|ие|ый|ий|ая|яя|ое|ее|ого|его|ыми|ими|ую";
    ptrdiff_t word = to + 1;
    if (piece_kind(t, to) != PIECE_BLANK || piece_kind(t, word) != PIECE_WORD)
        return S("");
    for (int hops = 0; hops < 2; hops++) {
        bool more = piece_kind(t, word + 1) == PIECE_BLANK &&
                    piece_kind(t, word + 2) == PIECE_WORD;
        if (!more || !word_ends_any(piece_str(t, word), adjectives))
            break;
        word += 2;
    }
    return piece_str(t, word);
}

/* "в 5 км от города" */
static bool is_distance(const struct pieces *t, ptrdiff_t from)
{
    ptrdiff_t before = piece_word_before(t, from);
    if (before < 0 || !word_is_any(piece_str(t, before), "в|В"))
        return false;
    for (ptrdiff_t i = from + 1; i < from + 7; i++)
        if (word_is_any(piece_str(t, i), "км|м|мин|часах|часе"))
            return word_is_any(piece_str(t, piece_past_blank(t, i + 1)), "от|отсюда|к");
    return false;
}

struct form russian_count_form(const struct pieces *t, ptrdiff_t from, ptrdiff_t to,
                               int64_t value)
{
    struct form f = {.in = NOMINATIVE};
    bool asked = russian_case_before(t, from, &f.in);
    bool minus = !asked && (piece_is_dash(t, from - 1) || piece_is(t, from - 1, "+"));
    if (minus)
        russian_case_before(t, from - 1, &f.in);
    struct str noun = noun_behind(t, to);
    if (is_distance(t, from))
        f.in = LOCATIVE;
    if (noun.len && !piece_is_capitalised(t, to + 1) &&
        !word_ends_any(noun, "лось|лась|лись|тся|ться"))
        russian_counted(noun, value < 0 ? 0 : value, &f);
    return f;
}

/* The word that governs a list of figures, before it; f.in of "Смотри п. 4 и ст. 12". */
struct form russian_rank_form(const struct pieces *t, ptrdiff_t from, ptrdiff_t to)
{
    struct form f = {.in = NOMINATIVE};
    (void)to;
    for (int hops = 0; hops < 10; hops++) {
        ptrdiff_t word = piece_word_before(t, from);
        if (russian_case_before(t, from, &f.in)) {
            bool place = word_is_any(piece_str(t, word), "в|во|на|В|Во|На");
            bool by = word_is_any(piece_str(t, word), "по|По");
            f.in = place ? LOCATIVE : by ? DATIVE : f.in;
            return f;
        }
        bool figure = piece_kind(t, from - 2) == PIECE_FIGURE &&
                      piece_kind(t, from - 1) == PIECE_BLANK;
        bool comma = piece_is(t, from - 2, ",");
        bool and = word >= 0 && word_is_any(piece_str(t, word), "и|или");
        bool short_word = piece_is(t, from - 2, ".") &&
                          piece_kind(t, from - 3) == PIECE_WORD &&
                          piece_str(t, from - 3).len <= 6;
        if (!(figure || comma || and || short_word)) {
            if (word >= 0)
                f.in = GENITIVE; /* "часть статьи" */
            return f;
        }
        if (figure && hops == 0) { /* "пункт 2 статьи 7" */
            f.in = GENITIVE;
            return f;
        }
        from = short_word ? from - 3 : and? word : from - 2;
    }
    return f;
}

/* Of days: "с 5 по 12 июня", "5 и 6 июня"; the genitive without a preposition. */
struct form russian_day_form(const struct pieces *t, ptrdiff_t at)
{
    static const char is[] =
        "сегодня|Сегодня|завтра|Завтра|сейчас|Сейчас|это|Это|наступило|наступает|настало";
    struct form f = {.gender = NEUTER, .in = GENITIVE};
    enum grammatical_case in;
    for (int hops = 0; hops < 4; hops++) {
        ptrdiff_t word = piece_word_before(t, at);
        bool and = word >= 0 && word_is_any(piece_str(t, word), "и|или");
        ptrdiff_t figure = and? word - 2 : piece_is_dash(t, at - 1) ? at - 2 : at - 3;
        bool linked = and || piece_is_dash(t, at - 1) || piece_is(t, at - 2, ",");
        if (!linked || !piece_digits(t, figure))
            break;
        at = figure;
    }
    ptrdiff_t word = piece_word_before(t, at);
    if (russian_case_before(t, at, &in))
        f.in = in;
    else if (word >= 0 && word_is_any(piece_str(t, word), is))
        f.in = NOMINATIVE;
    if (word >= 0 && word_is_any(piece_str(t, word), "в|В"))
        f.in = GENITIVE;
    return f;
}

static bool is_year_word(struct str s)
{
    return word_is_any(s, "год|года|году|годом|годе|годы|годов|годам|годах|годами|г|гг");
}

/* The word "год" that the figure ending at `end` shares with others: "2017 и 2018 годах". */
static ptrdiff_t year_word(const struct pieces *t, ptrdiff_t end, int *hops)
{
    for (*hops = 0; *hops < 6; ++*hops) {
        ptrdiff_t word = piece_past_blank(t, end);
        bool sign = piece_is(t, word, "г") || piece_is(t, word, "гг");
        if (is_year_word(piece_str(t, word)) && (!sign || piece_is(t, word + 1, ".")))
            return word;
        if (word_is_any(piece_str(t, word), "и|или|по|до|на|к") || piece_is_dash(t, word))
            word = piece_past_blank(t, word + 1);
        else if (piece_is(t, end, ","))
            word = piece_past_blank(t, end + 1);
        else
            return -1;
        if (piece_digits(t, word) != 4)
            return -1;
        end = word + 1;
    }
    return -1;
}

/* A year's case by the preposition before it, and by the word "год" behind. */
static enum grammatical_case case_of_year(const struct pieces *t, ptrdiff_t at,
                                          struct str word)
{
    enum grammatical_case asked;
    ptrdiff_t before = piece_word_before(t, at);
    bool known = russian_case_before(t, at, &asked);
    bool place = before >= 0 && word_is_any(piece_str(t, before), "в|во|на|В|Во|На");
    bool by = before >= 0 && word_is_any(piece_str(t, before), "по|По");
    if (word_is_any(word, "году|годах|годе"))
        return known && asked == DATIVE && !place ? DATIVE : LOCATIVE;
    if (word_is_any(word, "год|годы"))
        return known && !place ? asked : NOMINATIVE;
    if (word_is_any(word, "года|годов"))
        return GENITIVE;
    if (word_is_any(word, "годом|годами"))
        return INSTRUMENTAL;
    if (word_is_any(word, "годам"))
        return DATIVE;
    return place ? LOCATIVE : by ? ACCUSATIVE : known ? asked : GENITIVE;
}

/* The number's own preposition counts, else that of the one that it is linked to. */
static ptrdiff_t first_linked(const struct pieces *t, ptrdiff_t at)
{
    for (int hops = 0; hops < 6; hops++) {
        ptrdiff_t word = piece_word_before(t, at), figure = at - 2;
        if (word >= 0 && word_is_any(piece_str(t, word), "и|или"))
            figure = word - 2;
        else if (piece_is(t, at - 2, ","))
            figure = at - 3;
        else if (!piece_is_dash(t, at - 1))
            return at;
        if (piece_digits(t, figure) != 4)
            return at;
        at = figure;
    }
    return at;
}

/* "в 2017 году", "2017 и 2018 годов", "70 года" */
static bool is_year(const struct pieces *t, const struct amount_said *m, struct form *f)
{
    static const char alone[] = "в|В|с|С|до|До|к|К|после|После|от|От";
    int hops = 0;
    ptrdiff_t word = m->grouped || m->fraction >= 0 ? -1 : year_word(t, m->end, &hops);
    ptrdiff_t at = first_linked(t, m->at), before = piece_word_before(t, at), month;
    struct str name = piece_str(t, word);
    bool long_one = piece_digits(t, m->at) == 4 && m->value >= 1000 && m->value < 2200;
    f->gender = MASCULINE;
    if (word < 0) {
        bool dated = before >= 0 && grammar_month(t, before, &month) > 0;
        bool free_one = !m->grouped && m->fraction < 0 && long_one && m->value > 1800 &&
                        piece_kind(t, piece_past_blank(t, m->end)) != PIECE_WORD &&
                        before >= 0 && word_is_any(piece_str(t, before), alone);
        if (!(long_one && dated) && !free_one)
            return false;
        f->in = dated ? GENITIVE : case_of_year(t, at, S(""));
        return true;
    }
    int64_t last = m->value % 100;
    bool counts = (word_is_any(name, "год|г") && last % 10 == 1 && last != 11) ||
                  (word_is_any(name, "года|г") && last % 10 > 1 && last % 10 < 5 &&
                   (last < 10 || last > 20));
    if (!long_one && (hops > 0 || counts || piece_digits(t, m->at) > 3))
        return false;
    /* Of several years each stands in the case of its own preposition. */
    bool own = at == m->at && hops > 0;
    enum grammatical_case asked;
    if (own && russian_case_before(t, m->at, &asked) && !word_is_any(name, "годах|годов"))
        f->in = asked == ACCUSATIVE && word_is_any(name, "год|годы")
                    ? ACCUSATIVE /* "на 2026–2027 годы" */
                    : case_of_year(t, at, S(""));
    else
        f->in = case_of_year(t, at, name);
    return true;
}

/* "в 3 квартале", "на 5 этаже": nouns that do not stand as a cardinal number asks. */
static bool is_rank(const struct pieces *t, const struct amount_said *m, struct form *f)
{
    static const char ranked[] =
        "квартал|квартала|квартале|кварталу|полугодие|полугодии|полугодия|этаж|этаже|"
        "этажа|класс|классе|созыва|созыв|веке|века|век|место|месте|туре|съезде|раунде|"
        "курсе|чтении";
    struct str noun = piece_str(t, m->end + 1);
    int64_t last = m->value % 100;
    bool few = last % 10 > 1 && last % 10 < 5 && (last < 10 || last > 20);
    if (m->grouped || m->fraction >= 0 || m->value > 100 ||
        piece_kind(t, m->end) != PIECE_BLANK || !word_is_any(noun, ranked) ||
        (few && word_ends_any(noun, "а|я")) ||
        (m->value == 1 && word_is_any(noun, "век|класс")))
        return false;
    enum grammatical_case in;
    russian_case_before(t, m->at, &in);
    return russian_agree(noun, in, f);
}

enum number_kind russian_kind(const struct pieces *t, const struct amount_said *m,
                              struct form *f)
{
    struct form other = {0};
    if (is_year(t, m, &other) || is_rank(t, m, &other)) {
        *f = other;
        return NUMBER_YEAR;
    }
    return NUMBER_COUNT;
}

static bool ending_form(struct str ending, const struct pieces *t, ptrdiff_t at,
                        ptrdiff_t end, struct form *f)
{
    enum grammatical_case in;
    russian_case_before(t, at, &in);
    struct str noun = piece_str(t, piece_past_blank(t, end));
    bool locative = in == ACCUSATIVE || in == LOCATIVE;
    bool years = str_starts(noun, S("год")) || (piece_value(t, at) % 10 == 0);
    struct form by_noun = {0};
    bool agrees = noun.len && russian_agree(noun, in, &by_noun);
    if (word_is_any(ending, "й|ый|ой|ий")) {
        *f = (struct form){.gender = MASCULINE, .in = in == ACCUSATIVE ? in : NOMINATIVE};
        if (agrees && by_noun.gender == FEMININE)
            *f = (struct form){.gender = FEMININE,
                               .in = by_noun.in == NOMINATIVE ? GENITIVE : by_noun.in};
    } else if (word_is_any(ending, "я|ая|ья")) {
        *f = (struct form){.gender = FEMININE};
    } else if (word_is_any(ending, "ю|ую|ью")) {
        *f = (struct form){.gender = FEMININE, .in = ACCUSATIVE};
    } else if (word_is_any(ending, "е|ое|ые|ье")) {
        bool plural = years && !(agrees && by_noun.gender == NEUTER);
        *f = (struct form){.gender = plural ? PLURAL : NEUTER};
    } else if (word_is_any(ending, "го|ого|его")) {
        *f = (struct form){.in = GENITIVE};
    } else if (word_is_any(ending, "му|ому|ему")) {
        *f = (struct form){.in = DATIVE};
    } else if (word_is_any(ending, "м|ом|ем|ым")) {
        bool plural = agrees && by_noun.gender == PLURAL;
        *f = (struct form){.gender = plural ? PLURAL : MASCULINE,
                           .in = plural     ? DATIVE
                                 : locative ? LOCATIVE
                                            : INSTRUMENTAL};
    } else if (word_is_any(ending, "х|ых|их")) {
        *f = (struct form){.gender = PLURAL, .in = locative ? LOCATIVE : GENITIVE};
    } else if (word_is_any(ending, "ми|ыми") && piece_value(t, at) % 10 == 0) {
        *f = (struct form){.gender = PLURAL, .in = INSTRUMENTAL};
    } else {
        return false;
    }
    return true;
}

/* "20-го", "1990-х"; "2-х" is a cardinal number. */
ptrdiff_t russian_ordinal_end(const struct pieces *t, ptrdiff_t at, struct form *f)
{
    int64_t value = piece_value(t, at);
    struct str ending = piece_str(t, at + 2);
    if (!piece_is(t, at + 1, "-") || piece_kind(t, at + 2) != PIECE_WORD ||
        !piece_parts(t, at + 3) ||
        (word_is_any(ending, "х") && value >= 2 && value <= 4) ||
        !ending_form(ending, t, at, at + 3, f))
        return 0;
    return at + 3;
}

void russian_day(struct strbuf *out, int64_t value, struct form f)
{
    russian_ordinal(out, value, f);
}

void russian_time(struct strbuf *out, int64_t hour, int64_t minute, struct form f)
{
    f.gender = MASCULINE;
    russian_cardinal(out, hour, f);
    strbuf_add(out, minute == 0 ? S(" ноль ноль") : minute < 10 ? S(" ноль ") : S(" "));
    if (minute)
        russian_cardinal(out, minute, (struct form){0});
}

/* A ruler's name: its gender and case. */
static struct form form_of_name(struct str name)
{
    static const char women[] =
        "Екатерин|Елизавет|Анн|Мари|Изабелл|Виктори|Маргарит|Софи|Кристин|Беатрис|"
        "Вильгельмин|Юлиан";
    struct form f = {0};
    struct str rest = str_from(women), stem;
    while (rest.len) {
        str_cut(rest, '|', &stem, &rest);
        if (!str_starts(name, stem) || name.len > stem.len + 4)
            continue;
        struct str end = str_slice(name, stem.len, name.len);
        f.gender = FEMININE;
        f.in = word_is_any(end, "а|я")     ? NOMINATIVE
               : word_is_any(end, "у|ю")   ? ACCUSATIVE
               : word_is_any(end, "ой|ей") ? INSTRUMENTAL
               : word_is_any(end, "е")     ? LOCATIVE
                                           : GENITIVE;
        return f;
    }
    f.in = word_ends_any(name, "а|я")     ? GENITIVE
           : word_ends_any(name, "у|ю")   ? DATIVE
           : word_ends_any(name, "ом|ем") ? INSTRUMENTAL
           : word_ends_any(name, "е")     ? LOCATIVE
                                          : NOMINATIVE;
    return f;
}

/* Latin letters are no Russian ruler's. */
static bool is_cyrillic(struct str word)
{
    for (ptrdiff_t i = 0; i < word.len; i++)
        if ((unsigned char)word.ptr[i] < 0x80)
            return false;
    return word.len > 4;
}

/* The word behind a Roman number, over others that it shares it with: "XIX–XX веков". */
static ptrdiff_t roman_noun(const struct pieces *t, ptrdiff_t at)
{
    for (int hops = 0; hops < 4; hops++) {
        ptrdiff_t word = piece_past_blank(t, at + 1);
        bool link = piece_is_dash(t, word) ||
                    word_is_any(piece_str(t, word), "и|или|по|до") ||
                    piece_is(t, word, ",");
        if (!link)
            return piece_kind(t, word) == PIECE_WORD && word > at + 1 ? word : -1;
        word = piece_past_blank(t, word + 1);
        if (!roman_number(piece_str(t, word)))
            return -1;
        at = word;
    }
    return -1;
}

static void say_title(struct reading *r, ptrdiff_t at, struct str words)
{
    struct strbuf b = {.arena = r->out.arena};
    ptrdiff_t first = 0;
    int32_t c = utf8_next(words, &first);
    strbuf_add_char(&b, c >= 0x430 && c <= 0x44F ? c - 32 : c); /* а .. я */
    strbuf_add(&b, str_slice(words, first, words.len));
    reading_buffer(r, at, at + 1, &b);
}

/* "XX век", "в I квартале", "Екатерины II" */
ptrdiff_t russian_roman(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    int64_t value = roman_number(piece_str(t, at));
    if (!value || !piece_parts(t, at - 1) || !piece_parts(t, at + 1) ||
        piece_is(t, at + 1, "."))
        if (!value || !piece_is(t, at + 1, ".") || piece_kind(t, at + 2) != PIECE_NONE)
            return 0;
    ptrdiff_t before = piece_word_before(t, at), behind = roman_noun(t, at);
    bool opens = piece_kind(t, before - 1) == PIECE_NONE && before >= 0 &&
                 piece_str(t, before).len <= 4;
    bool name = before >= 0 && piece_is_capitalised(t, before) && !opens &&
                is_cyrillic(piece_str(t, before)) && piece_kind(t, at - 1) == PIECE_BLANK;
    struct strbuf b = {.arena = r->out.arena};
    if (name) {
        struct form f = form_of_name(piece_str(t, before));
        russian_ordinal(&b, value, f);
        say_title(r, at, strbuf_str(&b));
        return at + 1;
    }
    enum grammatical_case in;
    struct form f = {0};
    russian_case_before(t, at, &in);
    if (behind < 0 || !russian_is_ranked(piece_str(t, behind)) ||
        !russian_agree(piece_str(t, behind), in, &f))
        return 0;
    if (f.gender == PLURAL) /* each of "XIX и XX веков" */
        f.gender = str_starts(piece_str(t, behind), S("век")) ? MASCULINE : PLURAL;
    russian_ordinal(&b, value, f);
    if (piece_kind(t, at - 1) == PIECE_NONE)
        say_title(r, at, strbuf_str(&b));
    else
        reading_buffer(r, at, at + 1, &b);
    return at + 1;
}

/* The "г." of a year, in its case. */
static ptrdiff_t year_sign(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    static const char *const one[] = {"год", "года", "году", "год", "годом", "году"};
    static const char *const many[] = {"годы", "годов",  "годам",
                                       "годы", "годами", "годах"};
    ptrdiff_t figure = at - 1 - (piece_kind(t, at - 1) == PIECE_BLANK), month;
    bool years = piece_is(t, at, "гг");
    if (!(years || piece_is(t, at, "г")) || !piece_is(t, at + 1, ".") ||
        piece_digits(t, figure) != 4)
        return 0;
    ptrdiff_t first = first_linked(t, figure), before = piece_word_before(t, first);
    bool dated = before >= 0 && grammar_month(t, before, &month) > 0;
    enum grammatical_case in = dated ? GENITIVE : case_of_year(t, first, S(""));
    struct strbuf b = {.arena = r->out.arena};
    strbuf_addf(&b, "%s%s", (years ? many : one)[in],
                piece_kind(t, at + 2) == PIECE_NONE ? "." : "");
    reading_buffer(r, at, at + 2, &b);
    return at + 2;
}

/* "5-летний", "20-летие"; "2-х", "5-ти"; "2017 г." */
ptrdiff_t russian_compound(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    int64_t value = piece_value(t, at);
    struct str rest = piece_str(t, at + 2);
    if (piece_kind(t, at) == PIECE_WORD)
        return year_sign(r, t, at);
    if (value < 1 || value > 9999 || !piece_parts(t, at - 1) ||
        !piece_is(t, at + 1, "-") || piece_kind(t, at + 2) != PIECE_WORD ||
        !piece_parts(t, at + 3))
        return 0;
    struct strbuf b = {.arena = r->out.arena};
    bool oblique = word_is_any(rest, "х|ти|и|ста|та");
    if (oblique || word_is_any(rest, "мя|ю|ью|ми") ||
        (word_is_any(rest, "м") && value < 5)) {
        enum grammatical_case in = oblique                  ? GENITIVE
                                   : word_is_any(rest, "м") ? DATIVE
                                                            : INSTRUMENTAL;
        russian_cardinal(&b, value, (struct form){.in = in});
    } else if (rest.len >= 8 &&
               str_starts(rest, S("\xD0")) | str_starts(rest, S("\xD1"))) {
        russian_joined(&b, value);
        strbuf_add(&b, rest);
    } else {
        return 0;
    }
    reading_buffer(r, at, at + 3, &b);
    return at + 3;
}
