#include "readings/russian.h"

/* Endings by gender (masculine, feminine, neuter, plural) and case (nominative, genitive, dative,
 * accusative, instrumental, locative). */
static const char *const hard[4][6] = {{"ый", "ого", "ому", "ый", "ым", "ом"},
                                       {"ая", "ой", "ой", "ую", "ой", "ой"},
                                       {"ое", "ого", "ому", "ое", "ым", "ом"},
                                       {"ые", "ых", "ым", "ые", "ыми", "ых"}};
static const char *const third[4][6] = {{"ий", "ьего", "ьему", "ий", "ьим", "ьем"},
                                        {"ья", "ьей", "ьей", "ью", "ьей", "ьей"},
                                        {"ье", "ьего", "ьему", "ье", "ьим", "ьем"},
                                        {"ьи", "ьих", "ьим", "ьи", "ьими", "ьих"}};

static const char *const small_stems[] = {
    "нулев",     "перв",       "втор",      "трет",        "четвёрт",
    "пят",       "шест",       "седьм",     "восьм",       "девят",
    "десят",     "одиннадцат", "двенадцат", "тринадцат",   "четырнадцат",
    "пятнадцат", "шестнадцат", "семнадцат", "восемнадцат", "девятнадцат"};
static const char *const ten_stems[] = {
    "",          "десят",      "двадцат",   "тридцат",     "сороков",
    "пятидесят", "шестидесят", "семидесят", "восьмидесят", "девяност"};
static const char *const hundred_stems[] = {
    "",        "сот",      "двухсот", "трёхсот",   "четырёхсот",
    "пятисот", "шестисот", "семисот", "восьмисот", "девятисот"};

static void replace(struct strbuf *out, struct str s, struct str from, struct str to)
{
    for (ptrdiff_t at = 0; at < s.len;) {
        if (str_starts(str_slice(s, at, s.len), from)) {
            strbuf_add(out, to);
            at += from.len;
        } else {
            strbuf_add_byte(out, s.ptr[at++]);
        }
    }
}

/* By CLDR's rules, with the letter ё, which it leaves out, and "тысяча" as people say it. */
void russian_cardinal(struct strbuf *out, int64_t value, struct form f)
{
    static const char *const genders[] = {"masculine", "feminine", "neuter", "plural"};
    static const char *const cases[] = {
        "", "-genitive", "-dative", "-accusative", "-ablative", "-locative"};
    struct strbuf rules = {.arena = out->arena}, b = rules, with_yo = rules;
    strbuf_addf(&rules, "%%spellout-cardinal-%s%s", genders[f.gender], cases[f.in]);
    strbuf_add_byte(&rules, 0);
    grammar_spell(&b, "ru", rules.ptr, value);
    struct str s = strbuf_str(&b);
    static const char *const one[] = {"одна ", "одной ", "одну "};
    for (int i = 0; i < 3; i++) {
        struct str begin = str_from(one[i]);
        struct str rest = str_slice(s, begin.len, s.len);
        if (str_starts(s, begin) && str_starts(rest, S("тысяч")))
            s = rest;
    }
    replace(&with_yo, s, S("трех"), S("трёх"));
    s = strbuf_str(&with_yo);
    struct strbuf four = {.arena = out->arena}, zero = four;
    replace(&four, s, S("четырех"), S("четырёх"));
    replace(&zero, strbuf_str(&four), S("ноля"), S("нуля"));
    strbuf_add(out, strbuf_str(&zero));
}

/* The stem of the last word of an ordinal number, and how much of the value it stands for. */
static const char *last_stem(int64_t value, int64_t *part, bool *stressed)
{
    int64_t below = value % 100;
    *stressed = false;
    if (below && (below < 20 || below % 10)) {
        *part = below < 20 ? below : below % 10;
        *stressed = *part == 2 || (*part >= 6 && *part <= 8) || *part == 0;
        return small_stems[*part];
    }
    if (below) {
        *part = below;
        *stressed = below == 40;
        return ten_stems[below / 10];
    }
    *part = value % 1000;
    return *part ? hundred_stems[*part / 100] : NULL;
}

void russian_ordinal(struct strbuf *out, int64_t value, struct form f)
{
    int64_t part = 0;
    bool stressed = false;
    if (value < 1 || value >= 1000000) {
        russian_cardinal(out, value, (struct form){0});
        return;
    }
    const char *stem = last_stem(value, &part, &stressed);
    bool thousands = !stem;
    if (thousands)
        part = value;
    if (value > part) {
        russian_cardinal(out, value - part, (struct form){0});
        strbuf_add(out, S(" "));
    }
    if (thousands) { /* "двухтысячный" */
        if (value > 1000)
            russian_joined(out, value / 1000);
        stem = "тысячн";
    }
    bool masculine = f.gender == MASCULINE && (f.in == NOMINATIVE || f.in == ACCUSATIVE);
    strbuf_add(out, str_from(stem));
    strbuf_add(out, str_from(part == 3               ? third[f.gender][f.in]
                             : stressed && masculine ? "ой"
                                                     : hard[f.gender][f.in]));
}

void russian_joined(struct strbuf *out, int64_t value)
{
    struct strbuf b = {.arena = out->arena};
    if (value == 1 || value == 90 || value == 100 || value == 1000) {
        strbuf_add(out, value == 1     ? S("одно")
                        : value == 90  ? S("девяносто")
                        : value == 100 ? S("сто")
                                       : S("тысяче"));
        return;
    }
    russian_cardinal(&b, value, (struct form){.in = GENITIVE});
    replace(out, strbuf_str(&b), S(" "), S(""));
}

/* Without its last letter. */
static struct str without_last(struct str s)
{
    ptrdiff_t at = s.len;
    utf8_previous(s, &at);
    return str_slice(s, 0, at);
}

static bool is_soft(struct str s)
{
    return word_ends_any(s, "я|и|ь|й|е|ю");
}

/* One of it, in an oblique case: "рублю", "тонной". */
static void add_singular(struct strbuf *out, const struct noun *n, struct form f)
{
    static const char *const man[2][6] = {{"", "", "у", "", "ом", "е"},
                                          {"", "", "ю", "", "ем", "е"}};
    static const char *const woman[2][6] = {{"", "", "е", "у", "ой", "е"},
                                            {"", "", "е", "ю", "ей", "е"}};
    struct str one = str_from(n->one), few = str_from(n->few);
    bool soft = is_soft(n->gender == FEMININE ? one : few);
    bool sibilant = word_ends_any(without_last(few), "ч|ш|щ|ж|ц");
    const char *ending = n->gender == FEMININE ? woman[soft][f.in] : man[soft][f.in];
    if (n->gender == FEMININE && sibilant && f.in == INSTRUMENTAL)
        ending = "ей";
    bool plain = f.in == NOMINATIVE || (f.in == ACCUSATIVE && n->gender != FEMININE);
    if (plain) {
        strbuf_add(out, one);
        return;
    }
    strbuf_add(out, f.in == GENITIVE ? few : without_last(few));
    strbuf_add(out, f.in == GENITIVE ? S("") : str_from(ending));
}

static void add_plural(struct strbuf *out, const struct noun *n, struct form f)
{
    struct str few = str_from(n->few);
    bool soft =
        word_ends_any(few, "я") ||
        (word_ends_any(few, "и") && !word_ends_any(without_last(few), "к|г|х|ч|ш|щ|ж"));
    strbuf_add(out, without_last(few));
    strbuf_add(out, f.in == DATIVE         ? (soft ? S("ям") : S("ам"))
                    : f.in == INSTRUMENTAL ? (soft ? S("ями") : S("ами"))
                                           : (soft ? S("ях") : S("ах")));
}

void russian_noun(struct strbuf *out, const struct noun *n, int64_t value, struct form f)
{
    int64_t last = value % 100;
    bool one = last % 10 == 1 && last != 11;
    bool few = last % 10 > 1 && last % 10 < 5 && (last < 10 || last > 20);
    bool direct = f.in == NOMINATIVE || f.in == ACCUSATIVE;
    if (!n->few) {
        strbuf_add(out, str_from(n->one));
    } else if (f.part) {
        strbuf_add(out, str_from(n->few));
    } else if (one) {
        add_singular(out, n, f);
    } else if (direct || f.in == GENITIVE) {
        strbuf_add(out, str_from(direct && few ? n->few : n->many));
    } else {
        add_plural(out, n, f);
    }
    strbuf_add(out, n->tail ? str_from(n->tail) : S(""));
}

/* "целых", "десятой" */
static void add_part_name(struct strbuf *out, const char *stem, int64_t value,
                          struct form f)
{
    bool one = value % 10 == 1 && value % 100 != 11;
    bool direct = f.in == NOMINATIVE || f.in == ACCUSATIVE;
    strbuf_addf(out, " %s%s", stem,
                one      ? hard[FEMININE][f.in]
                : direct ? "ых"
                         : hard[PLURAL][f.in]);
}

void russian_decimal(struct strbuf *out, int64_t whole, struct str digits,
                     const struct noun *n, struct form f)
{
    static const char *const stems[] = {"", "десят", "сот", "тысячн"};
    int64_t part = 0;
    f.bare = f.part = false;
    if (n && n->few && whole == 1 && str_eq(digits, S("5"))) {
        bool direct = f.in == NOMINATIVE || f.in == ACCUSATIVE;
        strbuf_add(out, !direct                 ? S("полутора")
                        : n->gender == FEMININE ? S("полторы")
                                                : S("полтора"));
        return;
    }
    if (digits.len > 3 || !str_to_int(digits, &part)) {
        russian_cardinal(out, whole, (struct form){0});
        strbuf_add(out, S(" запятая "));
        grammar_digits(out, &grammar_russian, digits);
        return;
    }
    f.gender = whole ? FEMININE : MASCULINE; /* "ноль целых" */
    russian_cardinal(out, whole, f);
    add_part_name(out, "цел", whole, f);
    strbuf_add(out, S(" "));
    f.gender = FEMININE;
    russian_cardinal(out, part, f);
    add_part_name(out, stems[digits.len], part, f);
}

void russian_fraction(struct strbuf *out, int64_t whole, int64_t above, int64_t below,
                      struct form f)
{
    bool direct = f.in == NOMINATIVE || f.in == ACCUSATIVE;
    if (whole && above == 1 && below == 2) {
        russian_cardinal(out, whole, (struct form){f.gender, f.in, false, false, false});
        strbuf_add(out, S(" с половиной"));
        return;
    }
    f.gender = FEMININE;
    if (whole) {
        russian_cardinal(out, whole, f);
        add_part_name(out, "цел", whole, f);
        strbuf_add(out, S(" "));
    }
    static const struct noun half = {
        .one = "половина", .few = "половины", .many = "половин", .gender = FEMININE};
    static const struct noun third_part = {
        .one = "треть", .few = "трети", .many = "третей", .gender = FEMININE};
    static const struct noun quarter = {
        .one = "четверть", .few = "четверти", .many = "четвертей", .gender = FEMININE};
    const struct noun *name = below == 2   ? &half
                              : below == 3 ? &third_part
                              : below == 4 ? &quarter
                                           : NULL;
    if (!(below == 2 && above == 1)) {
        russian_cardinal(out, above, f);
        strbuf_add(out, S(" "));
    }
    if (name && (direct || f.in == GENITIVE || above > 1)) {
        russian_noun(out, name, above, f);
        return;
    }
    if (name) { /* "одной трети", "половине" */
        strbuf_add(out, str_from(below == 2 ? "половине" : name->few));
        return;
    }
    struct form part = {.gender = above == 1 ? FEMININE : PLURAL, .in = f.in};
    if (above > 1 && direct)
        part.in = GENITIVE;
    russian_ordinal(out, below, part);
}

/* Is it a verb behind which stands what it is done to, or how much: "получил 1000 тонн"? */
static bool takes_object(struct str word)
{
    static const char verbs[] =
        "получи|выдели|потрати|истрати|заплати|выплати|оплати|купи|закупи|приобрел|"
        "приобрёл|построи|произвел|произвёл|производ|собрал|собрать|собирае|продал|"
        "продать|продаё|отправи|направи|перевел|перевёл|перевест|перечисли|вложи|создал|"
        "создать|составил|составит|составля|имеет|имеют|имел|насчитыва|заработа|"
        "сэкономи|поставил|поставит|поставля|добыл|добыть|привез|привёз|перевез|перевёз|"
        "занимае|занял|стоит|стоил|весит|весил|охвати|объедини|проехал|прожил|убил|спас|"
        "эвакуировал|задержал|потерял|выпусти|выпуска|отремонтировал|напечатал|посадил|"
        "обслужи|экспортир|импортир|разместил|передал|передать|предостави|содержит|"
        "содержат|включает|включают";
    struct str rest = str_from(verbs), stem;
    bool reflexive = word_ends_any(word, "ся|сь");
    while (rest.len && !reflexive) {
        str_cut(rest, '|', &stem, &rest);
        if (str_starts(word, stem))
            return true;
    }
    return false;
}

bool russian_case_before(const struct pieces *t, ptrdiff_t at, enum grammatical_case *in)
{
    static const struct {
        const char *words;
        enum grammatical_case in;
    } all[] = {
        {"до|из|от|у|без|для|около|более|менее|больше|меньше|свыше|после|против|среди|"
         "ниже|выше|кроме|порядка|с|со|достиг|достигла|достигло|достигли|достигает|"
         "достигнет|превышает|размере|сумме|объёме|количестве|уровне|возрасте|течение|"
         "старше|младше|До|Из|От|У|Без|Для|Около|Более|Менее|Больше|Меньше|Свыше|После|"
         "Порядка|С|Со",
         GENITIVE},
        {"к|ко|благодаря|согласно|равен|равна|равно|равны|К|Ко|Согласно", DATIVE},
        {"в|во|на|за|через|про|по|В|Во|На|За|Через|По|смотри|Смотри|см|См|смотрите|"
         "Смотрите",
         ACCUSATIVE},
        {"перед|между|над|под|Перед|Между", INSTRUMENTAL},
        {"о|об|обо|при|О|Об|При", LOCATIVE},
    };
    struct str word = piece_str(t, piece_word_before(t, at));
    *in = takes_object(word) ? ACCUSATIVE : NOMINATIVE;
    if (*in == ACCUSATIVE)
        return true;
    for (size_t i = 0; word.len && i < sizeof all / sizeof *all; i++)
        if (word_is_any(word, all[i].words)) {
            *in = all[i].in;
            return true;
        }
    return false;
}

/* Nouns that Roman and ordinal numbers stand before, by their stems. */
static bool known_noun(struct str word, struct form *f, struct str *ending)
{
    static const struct {
        const char *stem;
        enum gender gender;
    } all[] = {
        {"век", MASCULINE},       {"квартал", MASCULINE}, {"этаж", MASCULINE},
        {"класс", MASCULINE},     {"курс", MASCULINE},    {"тур", MASCULINE},
        {"том", MASCULINE},       {"созыв", MASCULINE},   {"съезд", MASCULINE},
        {"раунд", MASCULINE},     {"саммит", MASCULINE},  {"форум", MASCULINE},
        {"конгресс", MASCULINE},  {"этап", MASCULINE},    {"год", MASCULINE},
        {"пленум", MASCULINE},    {"полугоди", NEUTER},   {"мест", NEUTER},
        {"тысячелети", NEUTER},   {"столети", NEUTER},    {"десятилети", NEUTER},
        {"заседани", NEUTER},     {"чтени", NEUTER},      {"сесси", FEMININE},
        {"степен", FEMININE},     {"ступен", FEMININE},   {"войн", FEMININE},
        {"конференци", FEMININE}, {"половин", FEMININE},  {"глав", FEMININE},
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        struct str stem = str_from(all[i].stem);
        if (!str_starts(word, stem) || word.len > stem.len + 6)
            continue;
        f->gender = all[i].gender;
        *ending = str_slice(word, stem.len, word.len);
        return true;
    }
    return false;
}

bool russian_is_ranked(struct str word)
{
    static const char adjectives[] =
        "миров|Миров|международн|Международн|всероссийск|Всероссийск|всемирн|Всемирн|"
        "отечественн|олимпийск|Олимпийск|зимн|Зимн|летн|Летн|очередн|внеочередн|крестов|"
        "пуническ|петербургск|Петербургск|московск|Московск|восточн|Восточн|российск|"
        "Российск|региональн|государственн|Государственн|съезд|фестивал|симпозиум";
    struct form f;
    struct str ending, rest = str_from(adjectives), stem;
    while (rest.len) {
        str_cut(rest, '|', &stem, &rest);
        if (str_starts(word, stem))
            return true;
    }
    return known_noun(word, &f, &ending);
}

static bool ending_is(struct str ending, const char *list)
{
    return word_is_any(ending, list);
}

/* Of a known noun's ending; `in`: what was asked for. */
static bool noun_case(struct str ending, enum grammatical_case in, struct form *f)
{
    bool locative = in == ACCUSATIVE || in == LOCATIVE; /* "в", "на" stand before both */
    if (ending_is(ending, "ах|ях|ов|ей")) {
        f->gender = PLURAL;
        f->in = ending_is(ending, "ов|ей") ? GENITIVE : LOCATIVE;
    } else if (ending_is(ending, "ам|ям|ами|ями")) {
        f->gender = PLURAL;
        f->in = ending_is(ending, "ам|ям") ? DATIVE : INSTRUMENTAL;
    } else if (f->gender == MASCULINE) {
        f->in = !ending.len                ? (in == ACCUSATIVE ? ACCUSATIVE : NOMINATIVE)
                : ending_is(ending, "а|я") ? GENITIVE
                : ending_is(ending, "у|ю") ? (locative ? LOCATIVE : DATIVE)
                : ending_is(ending, "ом|ем") ? INSTRUMENTAL
                : ending_is(ending, "е")     ? LOCATIVE
                                             : NOMINATIVE;
        if (ending_is(ending, "ы|и"))
            f->gender = PLURAL;
    } else if (f->gender == NEUTER) {
        f->in = ending_is(ending, "о|е")     ? (in == ACCUSATIVE ? ACCUSATIVE
                                                : in == LOCATIVE ? LOCATIVE
                                                                 : NOMINATIVE)
                : ending_is(ending, "а|я")   ? GENITIVE
                : ending_is(ending, "у|ю")   ? DATIVE
                : ending_is(ending, "ом|ем") ? INSTRUMENTAL
                                             : LOCATIVE;
    } else {
        f->in = ending_is(ending, "а|я|ь|")     ? NOMINATIVE
                : ending_is(ending, "у|ю")      ? ACCUSATIVE
                : ending_is(ending, "ой|ей|ью") ? INSTRUMENTAL
                : ending_is(ending, "ы")        ? GENITIVE
                : locative                      ? LOCATIVE
                : in == DATIVE                  ? DATIVE
                                                : GENITIVE;
    }
    return true;
}

bool russian_agree(struct str word, enum grammatical_case in, struct form *f)
{
    static const struct {
        const char *endings;
        enum gender gender;
        enum grammatical_case in;
    } all[] = {
        {"ыми|ими", PLURAL, INSTRUMENTAL}, {"ого|его", MASCULINE, GENITIVE},
        {"ому|ему", MASCULINE, DATIVE},    {"ая|яя", FEMININE, NOMINATIVE},
        {"ую|юю", FEMININE, ACCUSATIVE},   {"ое|ее", NEUTER, NOMINATIVE},
        {"ые|ие", PLURAL, NOMINATIVE},     {"ых|их", PLURAL, GENITIVE},
        {"ый|ий", MASCULINE, NOMINATIVE},  {"ым|им", MASCULINE, INSTRUMENTAL},
        {"ом|ем", MASCULINE, LOCATIVE},    {"ой|ей", FEMININE, GENITIVE},
        {"ами|ями", PLURAL, INSTRUMENTAL}, {"ам|ям", PLURAL, DATIVE},
        {"ах|ях", PLURAL, LOCATIVE},       {"ии", FEMININE, GENITIVE},
        {"а|я", FEMININE, NOMINATIVE},     {"у|ю", FEMININE, ACCUSATIVE},
        {"ы|и", FEMININE, GENITIVE},       {"о|е", NEUTER, NOMINATIVE},
    };
    struct str ending;
    if (known_noun(word, f, &ending))
        return noun_case(ending, in, f);
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        if (!word_ends_any(word, all[i].endings))
            continue;
        f->gender = all[i].gender;
        f->in = all[i].in;
        bool oblique = f->gender == FEMININE && f->in == GENITIVE;
        if ((oblique || f->gender == PLURAL) && (in == ACCUSATIVE || in == LOCATIVE) &&
            f->in == GENITIVE)
            f->in = LOCATIVE;
        else if (oblique && (in == DATIVE || in == INSTRUMENTAL))
            f->in = in;
        return true;
    }
    f->gender = MASCULINE;
    f->in = in == ACCUSATIVE ? ACCUSATIVE : NOMINATIVE;
    return true;
}

void russian_counted(struct str noun, int64_t value, struct form *f)
{
    static const char men[] = "день|рубль|житель|корабль|уголь|путь|огонь|конь|гость";
    static const char few_many[] = "человек|лет|раз|суток|тонн|стран|дней|месяцев|недель";
    int64_t last = value % 100;
    bool one = last % 10 == 1 && last != 11;
    bool few = last % 10 > 1 && last % 10 < 5 && (last < 10 || last > 20);
    bool locative = f->in == ACCUSATIVE || f->in == LOCATIVE;
    f->gender = MASCULINE;
    if (word_ends_any(noun, "ах|ях"))
        f->in = LOCATIVE;
    else if (word_ends_any(noun, "ами|ями|ьми"))
        f->in = INSTRUMENTAL;
    else if (word_ends_any(noun, "ам|ям") && f->in != ACCUSATIVE)
        f->in = DATIVE;
    if (one) {
        bool man = word_is_any(noun, men) || word_ends_any(noun, "тель|арь");
        bool soft = word_ends_any(noun, "ь") && !man;
        if (word_ends_any(noun, "а|я|у|ю|ы|и|ой|ей") || soft)
            f->gender =
                f->in == GENITIVE && word_ends_any(noun, "а|я") ? MASCULINE : FEMININE;
        else if (word_ends_any(noun, "о|е") && !(locative && word_ends_any(noun, "е")))
            f->gender = NEUTER;
        if (locative && word_ends_any(noun, "е"))
            f->in = LOCATIVE;
        else if (f->in == NOMINATIVE && word_ends_any(noun, "у|ю"))
            f->in = ACCUSATIVE;
        else if (f->in == ACCUSATIVE && word_ends_any(noun, "а|я"))
            f->in = NOMINATIVE;
        else if (f->in == NOMINATIVE && word_ends_any(noun, "ом|ем"))
            f->in = INSTRUMENTAL;
    } else if (few) {
        if (word_ends_any(noun, "ы|и"))
            f->gender = FEMININE;
        bool direct = f->in == NOMINATIVE || f->in == ACCUSATIVE;
        if (direct && (word_ends_any(noun, "ов|ев|ей") || word_is_any(noun, few_many)))
            f->in = GENITIVE; /* "трёх человек" */
    }
}
