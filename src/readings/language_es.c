/* Spanish. */
#include "readings/grammar.h"
#include "readings/roman.h"

static const char *const months[] = {
    "enero",  "febrero",    "marzo",   "abril",     "mayo",      "junio", "julio",
    "agosto", "septiembre", "octubre", "noviembre", "diciembre", NULL};

static const struct noun units[] = {
    NOUN("%", "por ciento", "por ciento", NEUTER),
    NOUN("\u2030", "por mil", "por mil", NEUTER),
    NOUN("\u00B0C", "grado Celsius", "grados Celsius", MASCULINE),
    NOUN("\u00BAC", "grado Celsius", "grados Celsius", MASCULINE),
    NOUN("\u00B0F", "grado Fahrenheit", "grados Fahrenheit", MASCULINE),
    NOUN("\u00B0", "grado", "grados", MASCULINE),
    NOUN("km/h", "kil\u00F3metro por hora", "kil\u00F3metros por hora", MASCULINE),
    NOUN("m/s", "metro por segundo", "metros por segundo", MASCULINE),
    NOUN("km\u00B2", "kil\u00F3metro cuadrado", "kil\u00F3metros cuadrados", MASCULINE),
    NOUN("km2", "kil\u00F3metro cuadrado", "kil\u00F3metros cuadrados", MASCULINE),
    NOUN("m\u00B2", "metro cuadrado", "metros cuadrados", MASCULINE),
    NOUN("m2", "metro cuadrado", "metros cuadrados", MASCULINE),
    NOUN("m\u00B3", "metro c\u00FAbico", "metros c\u00FAbicos", MASCULINE),
    NOUN("m3", "metro c\u00FAbico", "metros c\u00FAbicos", MASCULINE),
    NOUN("km", "kil\u00F3metro", "kil\u00F3metros", MASCULINE),
    NOUN("cm", "cent\u00EDmetro", "cent\u00EDmetros", MASCULINE),
    NOUN("mm", "mil\u00EDmetro", "mil\u00EDmetros", MASCULINE),
    NOUN("m", "metro", "metros", MASCULINE),
    NOUN("kg", "kilogramo", "kilogramos", MASCULINE),
    NOUN("mg", "miligramo", "miligramos", MASCULINE),
    NOUN("g", "gramo", "gramos", MASCULINE),
    NOUN("t", "tonelada", "toneladas", FEMININE),
    NOUN("l", "litro", "litros", MASCULINE),
    NOUN("ha", "hect\u00E1rea", "hect\u00E1reas", FEMININE),
    NOUN("kWh", "kilovatio hora", "kilovatios hora", MASCULINE),
    NOUN("MWh", "megavatio hora", "megavatios hora", MASCULINE),
    NOUN("kW", "kilovatio", "kilovatios", MASCULINE),
    NOUN("W", "vatio", "vatios", MASCULINE),
    NOUN("ml", "mililitro", "mililitros", MASCULINE),
    NOUN("cl", "centilitro", "centilitros", MASCULINE),
    NOUN("\u03BCg", "microgramo", "microgramos", MASCULINE),
    NOUN("GWh", "gigavatio hora", "gigavatios hora", MASCULINE),
    NOUN("TWh", "teravatio hora", "teravatios hora", MASCULINE),
    NOUN("hPa", "hectopascal", "hectopascales", MASCULINE),
    NOUN("dB", "decibelio", "decibelios", MASCULINE),
    NOUN("Hz", "hercio", "hercios", MASCULINE),
    NOUN("kV", "kilovoltio", "kilovoltios", MASCULINE),
    NOUN("MW", "megavatio", "megavatios", MASCULINE),
    NOUN("GW", "gigavatio", "gigavatios", MASCULINE),
    NOUN("kHz", "kilohercio", "kilohercios", MASCULINE),
    NOUN("MHz", "megahercio", "megahercios", MASCULINE),
    NOUN("GHz", "gigahercio", "gigahercios", MASCULINE),
    NOUN("MB", "megabyte", "megabytes", MASCULINE),
    NOUN("GB", "gigabyte", "gigabytes", MASCULINE),
    NOUN("TB", "terabyte", "terabytes", MASCULINE),
    NOUN("h", "hora", "horas", FEMININE),
    NOUN("min", "minuto", "minutos", MASCULINE),
    {0},
};

static const struct noun currencies[] = {
    NOUN("US$", "d\u00F3lar estadounidense", "d\u00F3lares estadounidenses", MASCULINE),
    NOUN("$", "d\u00F3lar", "d\u00F3lares", MASCULINE),
    NOUN("\u00A3", "libra", "libras", FEMININE),
    NOUN("\u20AC", "euro", "euros", MASCULINE),
    NOUN("\u00A5", "yen", "yenes", MASCULINE),
    NOUN("\u20BD", "rublo", "rublos", MASCULINE),
    NOUN("EUR", "euro", "euros", MASCULINE),
    NOUN("USD", "d\u00F3lar", "d\u00F3lares", MASCULINE),
    NOUN("GBP", "libra", "libras", FEMININE),
    NOUN("RUB", "rublo", "rublos", MASCULINE),
    NOUN("CHF", "franco suizo", "francos suizos", MASCULINE),
    NOUN("ptas.", "peseta", "pesetas", FEMININE),
    {0},
};

static const struct noun hundredths[] = {
    NOUN("euro", "c\u00E9ntimo", "c\u00E9ntimos", MASCULINE),
    NOUN("d\u00F3lar", "centavo", "centavos", MASCULINE),
    NOUN("libra", "penique", "peniques", MASCULINE),
    NOUN("franco", "c\u00E9ntimo", "c\u00E9ntimos", MASCULINE),
    NOUN("rublo", "kopek", "kopeks", MASCULINE),
    {0},
};

static const struct noun scales[] = {
    NOUN("M", "mill\u00F3n", "millones", MASCULINE),
    NOUN("MM", "mill\u00F3n", "millones", MASCULINE),
    NOUN("mill.", "mill\u00F3n", "millones", MASCULINE),
    NOUN("k", "mil", "mil", PLURAL),
    NOUN("mil", "mil", "mil", PLURAL),
    {0},
};

static const struct abbreviation_said abbreviations[] = {
    {"Sr.", "se\u00F1or", true},
    {"Sra.", "se\u00F1ora", true},
    {"Srta.", "se\u00F1orita", true},
    {"Sres.", "se\u00F1ores", true},
    {"Sras.", "se\u00F1oras", true},
    {"Dr.", "doctor", true},
    {"Dra.", "doctora", true},
    {"D.", "don", true},
    {"D.\u00AA", "do\u00F1a", true},
    {"Prof.", "profesor", true},
    {"Ud.", "usted", false},
    {"Uds.", "ustedes", false},
    {"Vd.", "usted", false},
    {"EE.UU.", "Estados Unidos", false},
    {"EEUU", "Estados Unidos", false},
    {"a.C.", "antes de Cristo", false},
    {"d.C.", "despu\u00E9s de Cristo", false},
    {"p.ej.", "por ejemplo", false},
    {"etc.", "etc\u00E9tera", false},
    {"aprox.", "aproximadamente", false},
    {"Av.", "avenida", true},
    {"Avda.", "avenida", true},
    {"Tel.", "Tel\u00E9fono", false},
    {"tel.", "tel\u00E9fono", false},
    {"Gral.", "general", true},
    {"C/", "calle ", true},
    {"D\u00F1a.", "do\u00F1a", true},
    {"Dn.", "don", true},
    {"Mme", "Madame", false},
    {"Mlle", "Mademoiselle", false},
    {"trim.", "trimestre", false},
    {"temp.", "temperatura", false},
    {"m\u00E1x.", "m\u00E1ximo", false},
    {"m\u00EDn.", "m\u00EDnimo", false},
    {"hab.", "habitantes", false},
    {"Pza.", "plaza", true},
    {"Ctra.", "carretera", true},
    {"Cnel.", "coronel", true},
    {"Cap.", "capit\u00E1n", true},
    {"Lic.", "licenciado", true},
    {"Ing.", "ingeniero", true},
    {"Excmo.", "excelent\u00EDsimo", false},
    {"Excma.", "excelent\u00EDsima", false},
    {"Pdte.", "presidente", true},
    {"Dpto.", "departamento", false},
    {"dpto.", "departamento", false},
    {"C\u00EDa.", "compa\u00F1\u00EDa", false},
    {"Uds", "ustedes", false},
    {"prom.", "promedio", false},
    {"Sto.", "santo", true},
    {"Sta.", "santa", true},
    {0},
};

static const struct reference_said references[] = {
    REFERENCE("n\u00FAm.", "n\u00FAmero", "n\u00FAmeros"),
    REFERENCE("N\u00FAm.", "n\u00FAmero", "n\u00FAmeros"),
    REFERENCE("n\u00FAms.", "n\u00FAmeros", "n\u00FAmeros"),
    REFERENCE("n.\u00BA", "n\u00FAmero", "n\u00FAmeros"),
    REFERENCE("N.\u00BA", "n\u00FAmero", "n\u00FAmeros"),
    REFERENCE("n\u00BA", "n\u00FAmero", "n\u00FAmeros"),
    REFERENCE("n\u00B0", "n\u00FAmero", "n\u00FAmeros"),
    REFERENCE("N\u00BA", "n\u00FAmero", "n\u00FAmeros"),
    REFERENCE("no.", "n\u00FAmero", "n\u00FAmeros"),
    REFERENCE("art.", "art\u00EDculo", "art\u00EDculos"),
    REFERENCE("Art.", "art\u00EDculo", "art\u00EDculos"),
    REFERENCE("arts.", "art\u00EDculos", "art\u00EDculos"),
    REFERENCE("p\u00E1g.", "p\u00E1gina", "p\u00E1ginas"),
    REFERENCE("p\u00E1gs.", "p\u00E1ginas", "p\u00E1ginas"),
    REFERENCE("p.", "p\u00E1gina", "p\u00E1ginas"),
    REFERENCE("pp.", "p\u00E1ginas", "p\u00E1ginas"),
    REFERENCE("cap.", "cap\u00EDtulo", "cap\u00EDtulos"),
    REFERENCE("vol.", "volumen", "vol\u00FAmenes"),
    REFERENCE("fig.", "figura", "figuras"),
    REFERENCE("Hab.", "habitaci\u00F3n", "habitaciones"),
    REFERENCE("No.", "n\u00FAmero", "n\u00FAmeros"),
    REFERENCE("apdo.", "apartado", "apartados"),
    REFERENCE("p\u00E1rr.", "p\u00E1rrafo", "p\u00E1rrafos"),
    REFERENCE("\u00A7\u00A7", "secciones", "secciones"),
    REFERENCE("\u00A7", "secci\u00F3n", "secciones"),
    REFERENCE("\u2116", "n\u00FAmero", "n\u00FAmeros"),
    REFERENCE("#", "n\u00FAmero", "n\u00FAmeros"),
    {0},
};

static const char numbered[] =
    "cap\u00EDtulo|Cap\u00EDtulo|tomo|art\u00EDculo|parte|anexo|Anexo|volumen|libro|"
    "t\u00EDtulo|T\u00EDtulo|acto|secci\u00F3n|tipo|fase";

const struct sign_words spanish_signs = {
    .minus = "menos",
    .plus = "m\u00E1s",
    .times = "por",
    .equals = "igual a",
    .about = "unos ",
    .by = "por",
    .point = "coma",
    .dot = "punto",
    .at = "arroba",
    .dash = "gui\u00F3n",
    .range = " a ",
    .over = "barra",
    .and = "y",
    .version = "versi\u00F3n",
    .plus_minus = "m\u00E1s o menos",
    .at_least = "al menos",
    .at_most = "como m\u00E1ximo",
    .more = "m\u00E1s de",
    .less = "menos de",
    .greater = "es mayor que",
    .smaller = "es menor que",
    .hashtag = "hashtag",
    .to_score = " a ",
    .north = "norte",
    .south = "sur",
    .east = "este",
    .west = "oeste",
};

/* By its last letters. */
static bool is_feminine(struct str noun)
{
    static const char feminine[] =
        "a|ci\u00F3n|si\u00F3n|dad|tad|tud|umbre|ez|cione|sione|dade|tade|tude";
    static const char masculine[] =
        "ma|ista|d\u00EDa|mapa|planeta|sof\u00E1|polic\u00EDa|atleta|colega|cura|"
        "guardia|diplomata|para|era|fuera|hasta|contra|una|la|esta|cada|entonce|nunca|"
        "ahora|ya|hacia|sea";
    static const char feminine_ma[] =
        "cama|forma|reforma|alarma|arma|firma|norma|rama|v\u00EDctima|suma|plataforma|"
        "l\u00E1grima|llama|dama|cima|alma|goma";
    static const char listed[] =
        "mujer|mujere|vez|vece|ley|leye|red|rede|luz|luce|voz|voce|noche|clase|nave|"
        "parte|gente|calle|base|sede|muerte|mano|foto|imagen|im\u00E1gene|orden|torre|"
        "llave";
    if (noun.len > 2 && str_ends(noun, S("s")))
        noun.len--;
    if (word_is_any(noun, listed) || word_is_any(noun, feminine_ma))
        return true;
    return word_ends_any(noun, feminine) && !word_is_any(noun, masculine) &&
           !str_ends(noun, S("ma")) && !str_ends(noun, S("ista"));
}

static void thousands(struct strbuf *out, int64_t value)
{
    bool hundreds = value >= 200000 && value < 1000000; /* "doscientas mil", not "-tos" */
    if (hundreds) {
        grammar_spell(out, "es", "%spellout-cardinal-feminine", value / 1000);
        strbuf_addf(out, " mil%s", value % 1000 ? " " : "");
    }
    if (!hundreds || value % 1000)
        grammar_spell(out, "es", "%spellout-cardinal-feminine",
                      hundreds ? value % 1000 : value);
}

static void number(struct strbuf *out, enum number_kind kind, int64_t value,
                   struct form f)
{
    bool woman = f.gender == FEMININE;
    if (kind == NUMBER_COUNT && woman)
        thousands(out, value);
    else if (kind == NUMBER_ORDINAL)
        grammar_spell(out, "es",
                      woman    ? "%spellout-ordinal-feminine"
                      : f.bare ? "%spellout-ordinal-masculine"
                               : "%spellout-ordinal-masculine-adjective",
                      value);
    else
        grammar_spell(out, "es",
                      kind == NUMBER_COUNT && f.gender == MASCULINE && !f.bare
                          ? "%spellout-cardinal-masculine"
                          : "%spellout-numbering",
                      value);
}

static struct form count_form(const struct pieces *t, ptrdiff_t from, ptrdiff_t to,
                              int64_t value)
{
    ptrdiff_t before = piece_word_before(t, from), noun = to + 1;
    struct str word = piece_str(t, noun);
    bool behind = piece_kind(t, to) == PIECE_BLANK && piece_kind(t, noun) == PIECE_WORD;
    bool plural = str_ends(word, S("s"));
    bool counts = behind && (value == 1 || plural) && word.len > 2 &&
                  !(word.len == 3 && (plural || str_eq(word, S("por"))));
    struct form f = {.gender = MASCULINE, .bare = !counts};
    bool hour = before >= 0 &&
                (piece_is(t, before, "las") || piece_is(t, before, "la")) && value <= 24;
    if ((counts && is_feminine(word)) || hour)
        f.gender = FEMININE;
    return f;
}

static struct form rank_form(const struct pieces *t, ptrdiff_t from, ptrdiff_t to)
{
    struct form f = {0};
    (void)from;
    f.gender = is_feminine(piece_str(t, piece_past_blank(t, to))) ? FEMININE : MASCULINE;
    return f;
}

static struct form day_form(const struct pieces *t, ptrdiff_t at)
{
    (void)t;
    (void)at;
    return (struct form){.bare = true};
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
    strbuf_add(out, str_from(value == 1 && !f.part ? n->one : n->many));
}

static void decimal(struct strbuf *out, int64_t whole, struct str digits,
                    const struct noun *n, struct form f)
{
    (void)n;
    grammar_point(out, &grammar_spanish, whole, digits, true, f);
}

/* "1.º", "5ª", "3.er", "2do" */
static ptrdiff_t ordinal_end(const struct pieces *t, ptrdiff_t at, struct form *f)
{
    static const char masculine[] = "\u00BA|o|ro|do|to|mo|vo|no|\u00B0";
    static const char feminine[] = "\u00AA|a|ra|da|ta|ma|va|na";
    static const char no_nouns[] =
        "de|del|y|e|o|u|en|a|al|que|por|con|para|es|fue|era|ha|se|entre|sin|como|si|no|"
        "ni|pero|tras|ante|ayer|hoy|desde|hasta|cuando|donde|son|fueron";
    ptrdiff_t sign = at + 1 + piece_is(t, at + 1, ".");
    struct str s = piece_str(t, sign);
    bool man = word_is_any(s, masculine), woman = word_is_any(s, feminine);
    bool er = str_eq(s, S("er"));
    if (!(man || woman || er) || !piece_parts(t, sign + 1) || piece_digits(t, at) > 3)
        return 0;
    bool noun = piece_kind(t, sign + 1) == PIECE_BLANK &&
                piece_kind(t, sign + 2) == PIECE_WORD &&
                !word_is_any(piece_str(t, sign + 2), no_nouns);
    f->gender = woman ? FEMININE : MASCULINE;
    f->bare = !er && !noun; /* "el 1.º puesto", but "el 1.º de mayo" */
    return sign + 1;
}

static void day(struct strbuf *out, int64_t value, struct form f)
{
    number(out, value == 1 ? NUMBER_ORDINAL : NUMBER_NAME, value, f);
}

static void time_of_day(struct strbuf *out, int64_t hour, int64_t minute, struct form f)
{
    struct form hours = {.gender = FEMININE};
    number(out, NUMBER_COUNT, hour, hours);
    if (!minute) {
        strbuf_add(out, f.bare ? S(" horas") : S(""));
        return;
    }
    strbuf_add(out, S(" "));
    if (minute < 10) {
        number(out, NUMBER_NAME, 0, hours);
        strbuf_add(out, S(" "));
    }
    number(out, NUMBER_NAME, minute, hours);
}

static void fraction(struct strbuf *out, int64_t whole, int64_t above, int64_t below,
                     struct form f)
{
    struct form plain = {.bare = true};
    if (whole) {
        number(out, NUMBER_COUNT, whole, f);
        strbuf_add(out, S(" y "));
    }
    if (!(whole && above == 1 && below == 2)) {
        number(out, NUMBER_COUNT, above, (struct form){0});
        strbuf_add(out, S(" "));
    }
    if (below == 2)
        strbuf_add(out, f.gender == FEMININE ? S("media") : S("medio"));
    else if (below == 3)
        strbuf_add(out, S("tercio"));
    else
        number(out, NUMBER_ORDINAL, below, plain);
    if (above > 1)
        strbuf_add(out, S("s"));
}

/* "siglo XX", "Felipe VI", "Isabel II", "la II Guerra" */
static ptrdiff_t roman(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    static const char women[] =
        "Isabel|Beatriz|Mar\u00EDa|Catalina|Margarita|Juana|Cristina|Victoria|Ana|"
        "Guillermina";
    static const char no_names[] = "El|La|Los|Las|En|De|Del|Y|Al|Un|Una";
    int64_t value = roman_number(piece_str(t, at));
    ptrdiff_t before = piece_word_before(t, at);
    struct str word = piece_str(t, before);
    bool ends = piece_is(t, at + 1, ".") && piece_kind(t, at + 2) == PIECE_NONE;
    if (!value || !piece_parts(t, at - 1) || !piece_parts(t, at + 1) ||
        (piece_is(t, at + 1, ".") && !ends))
        return 0;
    bool century =
        str_eq(word, S("siglo")) || str_eq(word, S("siglos")) || str_eq(word, S("Siglo"));
    bool name = before >= 0 && piece_kind(t, at - 1) == PIECE_BLANK &&
                piece_is_capitalised(t, before) && !word_is_any(word, no_names);
    bool article = word_is_any(word, "el|la|El|La|del|al|los|las");
    bool noun = piece_kind(t, at + 1) == PIECE_BLANK &&
                (piece_is_capitalised(t, at + 2) ||
                 (article && piece_kind(t, at + 2) == PIECE_WORD));
    struct form f = {.gender = word_is_any(word, women) ? FEMININE : MASCULINE,
                     .bare = true};
    if (!century && !name && noun) {
        f = rank_form(t, at, at + 1);
        f.bare = false;
    }
    if (!century && !name && !noun)
        return 0;
    bool rank = value <= 10 || (noun && !name && !century);
    struct strbuf b = {.arena = r->out.arena};
    number(&b, rank ? NUMBER_ORDINAL : NUMBER_NAME, value, f);
    reading_buffer(r, at, at + 1, &b);
    return at + 1;
}

static const char day_links[] = "y|al|o";

const struct grammar grammar_spanish = {
    .language = "es",
    .months = months,
    .numbered = numbered,
    .units = units,
    .currencies = currencies,
    .hundredths = hundredths,
    .scales = scales,
    .abbreviations = abbreviations,
    .references = references,
    .signs = &spanish_signs,
    .of = "de",
    .scale_words = "mill\u00F3n|millones|bill\u00F3n|billones",
    .date_of = "de ",
    .year_behind = "",
    .day_links = day_links,
    .clock = {NOUN("", "minuto", "minutos", MASCULINE),
              NOUN("", "segundo", "segundos", MASCULINE)},
    .clock_at = "minuto",
    .phone_digits = true,
    .date_cues = "el|del|al|El|Del|d\u00EDa",
    .half = {" y medio", " y media"},
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
};
