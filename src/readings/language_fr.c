/* French. */
#include "readings/grammar.h"
#include "readings/roman.h"

static const char *const months[] = {
    "janvier",  "f\u00E9vrier",  "mars",      "avril",     "mai",
    "juin",     "juillet",       "ao\u00FBt", "septembre", "octobre",
    "novembre", "d\u00E9cembre", NULL};

static const struct noun units[] = {
    NOUN("%", "pour cent", "pour cent", MASCULINE),
    NOUN("\u2030", "pour mille", "pour mille", MASCULINE),
    NOUN("\u00B0C", "degr\u00E9 Celsius", "degr\u00E9s Celsius", MASCULINE),
    NOUN("\u00B0F", "degr\u00E9 Fahrenheit", "degr\u00E9s Fahrenheit", MASCULINE),
    NOUN("\u00B0", "degr\u00E9", "degr\u00E9s", MASCULINE),
    NOUN("km/h", "kilom\u00E8tre heure", "kilom\u00E8tres heure", MASCULINE),
    NOUN("m/s", "m\u00E8tre par seconde", "m\u00E8tres par seconde", MASCULINE),
    NOUN("km\u00B2", "kilom\u00E8tre carr\u00E9", "kilom\u00E8tres carr\u00E9s",
         MASCULINE),
    NOUN("km2", "kilom\u00E8tre carr\u00E9", "kilom\u00E8tres carr\u00E9s", MASCULINE),
    NOUN("m\u00B2", "m\u00E8tre carr\u00E9", "m\u00E8tres carr\u00E9s", MASCULINE),
    NOUN("m2", "m\u00E8tre carr\u00E9", "m\u00E8tres carr\u00E9s", MASCULINE),
    NOUN("m\u00B3", "m\u00E8tre cube", "m\u00E8tres cubes", MASCULINE),
    NOUN("m3", "m\u00E8tre cube", "m\u00E8tres cubes", MASCULINE),
    NOUN("km", "kilom\u00E8tre", "kilom\u00E8tres", MASCULINE),
    NOUN("cm", "centim\u00E8tre", "centim\u00E8tres", MASCULINE),
    NOUN("mm", "millim\u00E8tre", "millim\u00E8tres", MASCULINE),
    NOUN("m", "m\u00E8tre", "m\u00E8tres", MASCULINE),
    NOUN("kg", "kilogramme", "kilogrammes", MASCULINE),
    NOUN("mg", "milligramme", "milligrammes", MASCULINE),
    NOUN("g", "gramme", "grammes", MASCULINE),
    NOUN("t", "tonne", "tonnes", FEMININE),
    NOUN("l", "litre", "litres", MASCULINE),
    NOUN("ha", "hectare", "hectares", MASCULINE),
    NOUN("kWh", "kilowattheure", "kilowattheures", MASCULINE),
    NOUN("MWh", "m\u00E9gawattheure", "m\u00E9gawattheures", MASCULINE),
    NOUN("GWh", "gigawattheure", "gigawattheures", MASCULINE),
    NOUN("TWh", "t\u00E9rawattheure", "t\u00E9rawattheures", MASCULINE),
    NOUN("kW", "kilowatt", "kilowatts", MASCULINE),
    NOUN("W", "watt", "watts", MASCULINE),
    NOUN("ml", "millilitre", "millilitres", MASCULINE),
    NOUN("cl", "centilitre", "centilitres", MASCULINE),
    NOUN("\u03BCg", "microgramme", "microgrammes", MASCULINE),
    NOUN("hPa", "hectopascal", "hectopascals", MASCULINE),
    NOUN("dB", "d\u00E9cibel", "d\u00E9cibels", MASCULINE),
    NOUN("kV", "kilovolt", "kilovolts", MASCULINE),
    NOUN("\u00BAC", "degr\u00E9 Celsius", "degr\u00E9s Celsius", MASCULINE),
    NOUN("MW", "m\u00E9gawatt", "m\u00E9gawatts", MASCULINE),
    NOUN("GW", "gigawatt", "gigawatts", MASCULINE),
    NOUN("Hz", "hertz", "hertz", MASCULINE),
    NOUN("kHz", "kilohertz", "kilohertz", MASCULINE),
    NOUN("MHz", "m\u00E9gahertz", "m\u00E9gahertz", MASCULINE),
    NOUN("GHz", "gigahertz", "gigahertz", MASCULINE),
    NOUN("Mo", "m\u00E9gaoctet", "m\u00E9gaoctets", MASCULINE),
    NOUN("Go", "gigaoctet", "gigaoctets", MASCULINE),
    NOUN("To", "t\u00E9raoctet", "t\u00E9raoctets", MASCULINE),
    NOUN("h", "heure", "heures", FEMININE),
    NOUN("min", "minute", "minutes", FEMININE),
    {0},
};

static const struct noun currencies[] = {
    NOUN("US$", "dollar am\u00E9ricain", "dollars am\u00E9ricains", MASCULINE),
    NOUN("$", "dollar", "dollars", MASCULINE),
    NOUN("\u00A3", "livre", "livres", FEMININE),
    NOUN("\u20AC", "euro", "euros", MASCULINE),
    NOUN("\u00A5", "yen", "yens", MASCULINE),
    NOUN("\u20BD", "rouble", "roubles", MASCULINE),
    NOUN("EUR", "euro", "euros", MASCULINE),
    NOUN("USD", "dollar am\u00E9ricain", "dollars am\u00E9ricains", MASCULINE),
    NOUN("GBP", "livre", "livres", FEMININE),
    NOUN("RUB", "rouble", "roubles", MASCULINE),
    NOUN("CHF", "franc suisse", "francs suisses", MASCULINE),
    NOUN("FF", "franc", "francs", MASCULINE),
    {0},
};

static const struct noun hundredths[] = {
    NOUN("euro", "centime", "centimes", MASCULINE),
    NOUN("dollar", "cent", "cents", MASCULINE),
    NOUN("livre", "penny", "pence", MASCULINE),
    NOUN("franc", "centime", "centimes", MASCULINE),
    NOUN("rouble", "kopeck", "kopecks", MASCULINE),
    {0},
};

static const struct noun scales[] = {
    NOUN("k", "mille", "mille", PLURAL),
    NOUN("M", "million", "millions", MASCULINE),
    NOUN("Md", "milliard", "milliards", MASCULINE),
    NOUN("Mds", "milliard", "milliards", MASCULINE),
    NOUN("Mrd", "milliard", "milliards", MASCULINE),
    NOUN("Mrds", "milliard", "milliards", MASCULINE),
    NOUN("mds", "milliard", "milliards", MASCULINE),
    {0},
};

static const struct abbreviation_said abbreviations[] = {
    {"M.", "Monsieur", true},
    {"MM.", "Messieurs", true},
    {"Mme", "Madame", false},
    {"Mmes", "Mesdames", false},
    {"Mlle", "Mademoiselle", false},
    {"Mlles", "Mesdemoiselles", false},
    {"Dr", "docteur", true},
    {"Pr", "professeur", true},
    {"Me", "ma\u00EEtre", true},
    {"Mgr", "Monseigneur", true},
    {"St", "Saint", true},
    {"Ste", "Sainte", true},
    {"av.", "avenue", true},
    {"bd", "boulevard", true},
    {"bd.", "boulevard", true},
    {"boul.", "boulevard", true},
    {"pl.", "place", true},
    {"trim.", "trimestre", false},
    {"temp.", "temp\u00E9rature", false},
    {"max.", "maximum", false},
    {"min.", "minimum", false},
    {"moy.", "moyenne", false},
    {"hab.", "habitants", false},
    {"Gal", "g\u00E9n\u00E9ral", true},
    {"G\u00E9n.", "g\u00E9n\u00E9ral", true},
    {"Cdt", "commandant", true},
    {"d\u00E9p.", "d\u00E9put\u00E9", true},
    {"s\u00E9n.", "s\u00E9nateur", true},
    {"Cie", "compagnie", false},
    {"mds", "milliards", false},
    {"resp.", "respectivement", false},
    {"not.", "notamment", false},
    {"dept.", "d\u00E9partement", false},
    {"av.J.-C.", "avant J\u00E9sus-Christ", false},
    {"apr.J.-C.", "apr\u00E8s J\u00E9sus-Christ", false},
    {"ap.J.-C.", "apr\u00E8s J\u00E9sus-Christ", false},
    {"c.-\u00E0-d.", "c'est-\u00E0-dire", false},
    {"p.ex.", "par exemple", false},
    {"etc.", "et cetera", false},
    {"env.", "environ", false},
    {"t\u00E9l.", "t\u00E9l\u00E9phone", false},
    {"T\u00E9l.", "T\u00E9l\u00E9phone", false},
    {0},
};

static const struct reference_said references[] = {
    REFERENCE("n\u00B0", "num\u00E9ro", "num\u00E9ros"),
    REFERENCE("N\u00B0", "num\u00E9ro", "num\u00E9ros"),
    REFERENCE("n\u00BA", "num\u00E9ro", "num\u00E9ros"),
    REFERENCE("no.", "num\u00E9ro", "num\u00E9ros"),
    REFERENCE("No.", "num\u00E9ro", "num\u00E9ros"),
    REFERENCE("N\u00BA", "num\u00E9ro", "num\u00E9ros"),
    REFERENCE("Ch.", "chapitre", "chapitres"),
    REFERENCE("ann.", "annexe", "annexes"),
    REFERENCE("t.", "tome", "tomes"),
    REFERENCE("app.", "appartement", "appartements"),
    REFERENCE("n\u00B0s", "num\u00E9ros", "num\u00E9ros"),
    REFERENCE("p.", "page", "pages"),
    REFERENCE("pp.", "pages", "pages"),
    REFERENCE("art.", "article", "articles"),
    REFERENCE("Art.", "article", "articles"),
    REFERENCE("al.", "alin\u00E9a", "alin\u00E9as"),
    REFERENCE("chap.", "chapitre", "chapitres"),
    REFERENCE("ch.", "chapitre", "chapitres"),
    REFERENCE("vol.", "volume", "volumes"),
    REFERENCE("fig.", "figure", "figures"),
    REFERENCE("\u00A7\u00A7", "paragraphes", "paragraphes"),
    REFERENCE("\u00A7", "paragraphe", "paragraphes"),
    REFERENCE("\u2116", "num\u00E9ro", "num\u00E9ros"),
    REFERENCE("#", "num\u00E9ro", "num\u00E9ros"),
    {0},
};

static const char numbered[] =
    "chapitre|Chapitre|tome|Tome|article|Article|partie|annexe|Annexe|volume|livre|"
    "Livre|titre|Titre|acte|Acte|section|type|Paris";

const struct sign_words french_signs = {
    .minus = "moins",
    .plus = "plus",
    .times = "fois",
    .equals = "\u00E9gale",
    .about = "environ ",
    .by = "sur",
    .point = "virgule",
    .dot = "point",
    .at = "arobase",
    .dash = "tiret",
    .range = " \u00E0 ",
    .over = "sur",
    .and = "et",
    .version = "version",
    .plus_minus = "plus ou moins",
    .at_least = "au moins",
    .at_most = "au plus",
    .more = "plus de",
    .less = "moins de",
    .greater = "est sup\u00E9rieur \u00E0",
    .smaller = "est inf\u00E9rieur \u00E0",
    .hashtag = "hashtag",
    .to_score = " \u00E0 ",
    .north = "nord",
    .south = "sud",
    .east = "est",
    .west = "ouest",
};

/* By its last letters, and by a list of those that do not tell. */
static bool is_feminine(struct str noun)
{
    static const char feminine[] =
        "tion|sion|t\u00E9|\u00E9e|ance|ence|ure|elle|ette|esse|ade|ise|euse|rice|ine|"
        "aine|i\u00E8re|onne|ie|ique|ille|ude|anne|enne|isse";
    static const char masculine[] =
        "com\u00E9|c\u00F4t\u00E9|comit\u00E9|comt\u00E9|d\u00E9put\u00E9|trait\u00E9|"
        "\u00E9t\u00E9|arr\u00EAt\u00E9|mus\u00E9e|lyc\u00E9e|stade|grade|domaine|"
        "incendie|g\u00E9nie|magazine|capitaine|silence|murmure|squelette|portefeuille";
    static const char listed[] =
        "fois|voix|femme|ville|place|page|\u00E9cole|loi|famille|semaine|minute|seconde|"
        "nuit|fille|m\u00E8re|ligne|zone|\u00E9tape|usine|entreprise|banque|table|chose|"
        "main|part|livre|heure|tonne|t\u00EAte|lettre|guerre|r\u00E9ponse|mesure|"
        "plainte|arme|attaque|victime|vague|route|voiture|r\u00E8gle|enqu\u00EAte|offre|"
        "tribune|chambre|commune|mort|fin|liste|carte|chance|cause|base|date|plage|"
        "\u00EEle|candidate|d\u00E9put\u00E9e|conf\u00E9rence|preuve";
    if (noun.len > 3 && str_ends(noun, S("s")) && !word_is_any(noun, listed))
        noun.len--;
    return word_is_any(noun, listed) ||
           (word_ends_any(noun, feminine) && !word_is_any(noun, masculine));
}

static void number(struct strbuf *out, enum number_kind kind, int64_t value,
                   struct form f)
{
    struct strbuf b = {.arena = out->arena};
    bool woman = f.gender == FEMININE;
    const char *rules = "%spellout-numbering";
    if (kind == NUMBER_ORDINAL)
        rules = woman ? "%spellout-ordinal-feminine" : "%spellout-ordinal-masculine";
    else if (kind == NUMBER_COUNT && woman)
        rules = "%spellout-cardinal-feminine";
    grammar_spell(&b, "fr", rules, value);
    /* "vingt et un" as everybody writes it; but "quatre-vingt-unième" and "cent unième". */
    struct str words = strbuf_str(&b);
    for (ptrdiff_t at = 0; at < words.len;) {
        struct str rest = str_slice(words, at, words.len), said = str_slice(words, 0, at);
        if (!str_starts(rest, S("-et-"))) {
            strbuf_add_byte(out, words.ptr[at++]);
            continue;
        }
        bool alone = str_ends(said, S("quatre-vingt")) || str_ends(said, S("cent")) ||
                     str_ends(said, S("mille"));
        strbuf_add(out, alone ? S("-") : S(" et "));
        at += 4;
    }
}

static struct form count_form(const struct pieces *t, ptrdiff_t from, ptrdiff_t to,
                              int64_t value)
{
    struct form f = {.gender = MASCULINE};
    (void)from;
    (void)value;
    if (piece_kind(t, to) == PIECE_BLANK && piece_kind(t, to + 1) == PIECE_WORD &&
        is_feminine(piece_str(t, to + 1)))
        f.gender = FEMININE;
    return f;
}

static struct form rank_form(const struct pieces *t, ptrdiff_t from, ptrdiff_t to)
{
    (void)t;
    (void)from;
    (void)to;
    return (struct form){0};
}

static struct form day_form(const struct pieces *t, ptrdiff_t at)
{
    return rank_form(t, at, at);
}

static enum number_kind kind(const struct pieces *t, const struct amount_said *m,
                             struct form *f)
{
    (void)t;
    (void)m;
    (void)f;
    return NUMBER_COUNT;
}

static void noun(struct strbuf *out, const struct noun *n, int64_t value, struct form f)
{
    (void)f;
    strbuf_add(out, str_from(value < 2 ? n->one : n->many));
}

static void decimal(struct strbuf *out, int64_t whole, struct str digits,
                    const struct noun *n, struct form f)
{
    (void)n;
    grammar_point(out, &grammar_french, whole, digits, true, f);
}

/* Is `s` what follows the figures of an ordinal number? */
static bool is_ending(struct str s, struct form *f)
{
    static const char feminine[] = "re|\u00E8re|res|nde|ndes";
    static const char endings[] = "er|ers|e|es|\u00E8me|\u00E8mes|eme|nd|nds|\u1D49";
    bool woman = word_is_any(s, feminine);
    if (woman)
        f->gender = FEMININE;
    return woman || word_is_any(s, endings);
}

static ptrdiff_t ordinal_end(const struct pieces *t, ptrdiff_t at, struct form *f)
{
    return is_ending(piece_str(t, at + 1), f) && piece_parts(t, at + 2) ? at + 2 : 0;
}

static void day(struct strbuf *out, int64_t value, struct form f)
{
    number(out, value == 1 ? NUMBER_ORDINAL : NUMBER_NAME, value, f);
}

static void time_of_day(struct strbuf *out, int64_t hour, int64_t minute, struct form f)
{
    (void)f;
    number(out, NUMBER_COUNT, hour, (struct form){.gender = FEMININE});
    strbuf_add(out, hour < 2 ? S(" heure") : S(" heures"));
    if (minute) {
        strbuf_add(out, S(" "));
        number(out, NUMBER_NAME, minute, (struct form){0});
    }
}

static void fraction(struct strbuf *out, int64_t whole, int64_t above, int64_t below,
                     struct form f)
{
    (void)f;
    struct form plain = {0};
    if (whole) {
        number(out, NUMBER_NAME, whole, plain);
        strbuf_add(out, S(" et "));
    }
    if (!(whole && above == 1 && below == 2)) {
        number(out, NUMBER_NAME, above, plain);
        strbuf_add(out, S(" "));
    }
    if (below == 2)
        strbuf_add(out, S("demi"));
    else if (below == 3)
        strbuf_add(out, S("tiers"));
    else if (below == 4)
        strbuf_add(out, S("quart"));
    else
        number(out, NUMBER_ORDINAL, below, plain);
    if (above > 1 && below != 3)
        strbuf_add(out, S("s"));
}

/* "XXe siècle", "Ve République"; "Louis XIV", "François Ier" */
static ptrdiff_t roman(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    struct str word = piece_str(t, at);
    struct form f = {0};
    ptrdiff_t end = at + 1, signs_end = 0;
    struct strbuf b = {.arena = r->out.arena};
    while (signs_end < word.len && str_find_byte(S("IVXL"), word.ptr[signs_end]) >= 0)
        signs_end++;
    int64_t value = roman_number(str_slice(word, 0, signs_end));
    struct str ending = str_slice(word, signs_end, word.len);
    if (!ending.len && is_ending(piece_str(t, end), &f))
        ending = piece_str(t, end++);
    if (!value || !piece_parts(t, at - 1) || !piece_parts(t, end))
        return 0;
    ptrdiff_t before = piece_word_before(t, at);
    bool name = before >= 0 && piece_kind(t, at - 1) == PIECE_BLANK &&
                piece_is_capitalised(t, before) && piece_str(t, before).len > 2;
    if (ending.len && is_ending(ending, &f))
        number(&b, NUMBER_ORDINAL, value, f);
    else if (!ending.len && name && !piece_is(t, end, "."))
        number(&b, value == 1 ? NUMBER_ORDINAL : NUMBER_NAME, value, f);
    else
        return 0;
    reading_buffer(r, at, end, &b);
    return end;
}

/* "24 h/24", "7j/7" */
static ptrdiff_t compound(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    ptrdiff_t letter = piece_past_blank(t, at + 1), over = letter + 1;
    bool hours = piece_is(t, letter, "h"), days = piece_is(t, letter, "j");
    if (piece_value(t, at) < 1 || !(hours || days) || !piece_parts(t, at - 1) ||
        !piece_is(t, over, "/") || piece_value(t, over + 1) < 1 ||
        !piece_parts(t, over + 2))
        return 0;
    struct strbuf b = {.arena = r->out.arena};
    struct form f = {.gender = hours ? FEMININE : MASCULINE};
    number(&b, NUMBER_COUNT, piece_value(t, at), f);
    strbuf_add(&b, hours ? S(" heures sur ") : S(" jours sur "));
    number(&b, NUMBER_COUNT, piece_value(t, over + 1), f);
    reading_buffer(r, at, over + 2, &b);
    return over + 2;
}

static const char day_links[] = "et|au|ou";

const struct grammar grammar_french = {
    .language = "fr",
    .months = months,
    .numbered = numbered,
    .units = units,
    .currencies = currencies,
    .hundredths = hundredths,
    .scales = scales,
    .abbreviations = abbreviations,
    .references = references,
    .signs = &french_signs,
    .of = "de",
    .scale_words = "million|millions|milliard|milliards",
    .date_of = "",
    .year_behind = "",
    .day_links = day_links,
    .clock = {NOUN("", "minute", "minutes", FEMININE),
              NOUN("", "seconde", "secondes", FEMININE)},
    .clock_at = "minute",
    .hour_letter = true,
    .date_cues = "le|du|au|Le|Du|d\u00E8s",
    .half = {" et demi", " et demie"},
    .number = number,
    .count_form = count_form,
    .rank_form = rank_form,
    .kind = kind,
    .noun = noun,
    .decimal = decimal,
    .ordinal_end = ordinal_end,
    .day = day,
    .day_form = day_form,
    .time = time_of_day,
    .fraction = fraction,
    .roman = roman,
    .compound = compound,
};
