#include "readings/language.h"
#include "readings/sign_words.h"

static const char *const months[] = {"January",   "February", "March",    "April",
                                     "May",       "June",     "July",     "August",
                                     "September", "October",  "November", "December"};

static const char *const weekdays[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                       "Friday", "Saturday", "Sunday"};

static const struct abbreviated scales[] = {
    {"thousand", "thousand"}, {"million", "million"},
    {"billion", "billion"},   {"trillion", "trillion"},
    {"k", "thousand"},        {"m", "million"},
    {"mn", "million"},        {"bn", "billion"},
    {"b", "billion"},         {"tn", "trillion"},
    {"mln", "million"},       {"bln", "billion"},
    {"mio", "million"},       {"K", "thousand"},
    {"M", "million"},         {"B", "billion"},
    {"T", "trillion"},        {"lakh", "lakh"},
    {"lakhs", "lakh"},        {"crore", "crore"},
    {"crores", "crore"},      {0},
};

static const struct abbreviated references[] = {
    {"No", "number"},
    {"Nos", "numbers"},
    {"Art", "article"},
    {"Arts", "articles"},
    {"p", "page"},
    {"pp", "pages"},
    {"Vol", "volume"},
    {"Fig", "figure"},
    {"ch", "chapter"},
    {"para", "paragraph"},
    {"Sec", "section"},
    {"Sect", "section"},
    {"paras", "paragraphs"},
    {"Tel", "telephone"},
    {"Chs", "chapters"},
    {"Vols", "volumes"},
    {"Figs", "figures"},
    {"Eq", "equation"},
    {"Reg", "regulation"},
    {"Cl", "clause"},
    {"Res", "resolution"},
    {"Rm", "room"},
    {"Rms", "rooms"},
    {"Apt", "apartment"},
    {"Bldg", "building"},
    {"Ste", "suite"},
    {"Hwy", "highway"},
    {"Rte", "route"},
    {"Flt", "flight"},
    {"Ext", "extension"},
    {"Exh", "exhibit"},
    {"Ex", "exhibit"},
    {"Pt", "part"},
    {"Prop", "proposition"},
    {"Op", "opus"},
    {"Ver", "version"},
    {"Fl", "floor"},
    {"Dist", "district"},
    {"Nr", "number"},
    {"Amdt", "amendment"},
    {"ll", "lines"},
    {"Cat", "category"},
    {"Dkt", "docket"},
    {"Ctrm", "courtroom"},
    {"Tr", "transcript"},
    {"App", "appendix"},
    {0},
};

static const char *const numbered[] = {
    "Count", "War",      "Chapter",  "Part",  "Article", "Annex", "Title",
    "Phase", "Type",     "Volume",   "Act",   "Section", "Book",  "Appendix",
    "Class", "Schedule", "Table",    "Level", "Stage",   "Tier",  "Division",
    "Group", "Category", "Protocol", "Bowl",  NULL};

static const char *const counted[] = {"century", "session",  "congress",   "summit",
                                      "meeting", "olympiad", "conference", NULL};

static const char *const zones[] = {
    "EST", "EDT", "CST", "CDT", "MST", "MDT",  "PST", "PDT",  "GMT", "UTC", "BST",  "CET",
    "MSK", "ET",  "PT",  "CT",  "MT",  "CEST", "EET", "EEST", "IST", "JST", "AEST", NULL};

static const char *const eras[] = {"BC", "AD", "BCE", "CE", NULL};

/* "MB/s", "$5/kg" */
static const struct abbreviated pers[] = {
    {"s", "second"},
    {"sec", "second"},
    {"min", "minute"},
    {"h", "hour"},
    {"hr", "hour"},
    {"d", "day"},
    {"wk", "week"},
    {"mo", "month"},
    {"yr", "year"},
    {"kg", "kilogram"},
    {"g", "gram"},
    {"km", "kilometre"},
    {"m", "metre"},
    {"l", "litre"},
    {"L", "litre"},
    {"ml", "millilitre"},
    {"mL", "millilitre"},
    {"dl", "decilitre"},
    {"dL", "decilitre"},
    {"gal", "gallon"},
    {"ft2", "square foot"},
    {"sq ft", "square foot"},
    {"t", "tonne"},
    {"lb", "pound"},
    {"oz", "ounce"},
    {"kWh", "kilowatt hour"},
    {"bbl", "barrel"},
    {"MWh", "megawatt hour"},
    {"ha", "hectare"},
    {"m2", "square metre"},
    {"m3", "cubic metre"},
    {"km2", "square kilometre"},
    {"cm2", "square centimetre"},
    {"cm3", "cubic centimetre"},
    {0},
};

static const struct abbreviated prefixes[] = {{"FY", "fiscal year "}, {0}};

static const struct abbreviated signs[] = {
    {"+", "plus"},
    {"=", "equals"},
    {"\u00D7", "times"},
    {"\u00F7", "divided by"},
    {"\u2212", "minus"},
    {"<", "is less than"},
    {">", "is more than"},
    {"\u2264", "is at most"},
    {"\u2265", "is at least"},
    {"\u2260", "is not equal to"},
    {"\u2248", "is about"},
    {"\u00B1", "plus or minus"},
    {0},
};

static const struct abbreviated relations[] = {
    {"~", "about"},
    {"\u2248", "about"},
    {"\u00B1", "plus or minus"},
    {"<", "less than"},
    {">", "more than"},
    {"\u2264", "at most"},
    {"\u2265", "at least"},
    {0},
};

static const struct abbreviated directions[] = {
    {"N", "north"}, {"S", "south"}, {"E", "east"}, {"W", "west"}, {0}};
static const struct abbreviated quarters[] = {{"NNE", "North-northeast"},
                                              {"ENE", "East-northeast"},
                                              {"ESE", "East-southeast"},
                                              {"SSE", "South-southeast"},
                                              {"SSW", "South-southwest"},
                                              {"WSW", "West-southwest"},
                                              {"WNW", "West-northwest"},
                                              {"NNW", "North-northwest"},
                                              {"NW", "Northwest"},
                                              {"NE", "Northeast"},
                                              {"SW", "Southwest"},
                                              {"SE", "Southeast"},
                                              {"N", "North"},
                                              {"S", "South"},
                                              {"E", "East"},
                                              {"W", "West"},
                                              {0}};

static const struct numbered_series series[] = {
    {"Resolution", SERIES_PAIRS}, {"Room", SERIES_PAIRS},
    {"Flight", SERIES_PAIRS},     {"Suite", SERIES_PAIRS},
    {"Route", SERIES_PAIRS},      {"Highway", SERIES_PAIRS},
    {"Interstate", SERIES_PAIRS}, {"Apartment", SERIES_PAIRS},
    {"Porsche", SERIES_PAIRS},    {"Boeing", SERIES_TYPE},
    {"Airbus", SERIES_TYPE},      {"Law", SERIES_TYPE},
    {"dial", SERIES_DIGITS},      {"dialled", SERIES_DIGITS},
    {"dialed", SERIES_DIGITS},    {"dialling", SERIES_DIGITS},
    {"dialing", SERIES_DIGITS},   {"call", SERIES_CALL},
    {"called", SERIES_CALL},      {"calling", SERIES_CALL},
    {"ring", SERIES_CALL},        {"rang", SERIES_CALL},
    {"phone", SERIES_CALL},       {"phoned", SERIES_CALL},
    {"text", SERIES_CALL},        {0},
};

static const int emergencies[] = {911, 999, 112, 101, 111, 110, 119,
                                  988, 211, 311, 511, 711, 811, 0};
static const char *const calls[] = {"call",       "calls",       "caller", "callers",
                                    "operator",   "operators",   "line",   "service",
                                    "dispatcher", "dispatchers", "system", NULL};

static const char *const dockets[] = {
    "Case",       "Cases",   "Docket", "Dockets", "Petition",  "Petitions",
    "Appeal",     "Appeals", "Matter", "Nos",     "Complaint", "Indictment",
    "Proceeding", "Action",  "File",   NULL};
static const char *const docket_kinds[] = {"cv", "cr", "mc", "md", "mj",
                                           "bk", "ap", "ms", "sw", NULL};
static const char *const tollfree[] = {"800", "833", "844", "855", "866",
                                       "877", "888", "900", NULL};

static const char *const books[] = {
    "Genesis",     "Exodus",        "Leviticus", "Numbers",   "Deuteronomy", "Joshua",
    "Judges",      "Ruth",          "Samuel",    "Kings",     "Chronicles",  "Ezra",
    "Nehemiah",    "Esther",        "Job",       "Psalm",     "Psalms",      "Proverbs",
    "Isaiah",      "Jeremiah",      "Ezekiel",   "Daniel",    "Hosea",       "Joel",
    "Amos",        "Micah",         "Matthew",   "Mark",      "Luke",        "John",
    "Acts",        "Romans",        "Galatians", "Ephesians", "Corinthians", "Hebrews",
    "Philippians", "Colossians",    "Timothy",   "James",     "Peter",       "Jude",
    "Revelation",  "Thessalonians", "Koran",     "Quran",     "Surah",       NULL};

static const char *const rulers[] = {"Peter",     "Charles",   "James",     "Nicholas",
                                     "Alexander", "Francis",   "Elizabeth", "Henry",
                                     "Edward",    "George",    "William",   "Napoleon",
                                     "Catherine", "Frederick", NULL};
static const char *const royal[] = {
    "King",   "Queen", "Tsar", "Emperor", "Empress", "Kaiser",    "Pope",
    "Sultan", "Shah",  "Czar", "Prince",  "Pharaoh", "Patriarch", NULL};
static const char *const grades[] = {"Phase", "Type",  "Class",    "Tier",
                                     "Stage", "Level", "Category", NULL};
static const char *const first_person[] = {
    "am",      "think", "believe", "mean",  "know", "hope",   "guess",
    "suppose", "have",  "had",     "would", "will", "could",  "can",
    "do",      "did",   "want",    "said",  "just", "don",    "was",
    "say",     "agree", "see",     "feel",  "must", "should", NULL};

static const char *const plurals[] = {
    "people", "men",        "women",      "children", "police",  "troops",
    "feet",   "sheep",      "personnel",  "fish",     "tonnes",  "tons",
    "miles",  "metres",     "meters",     "soldiers", "dollars", "euros",
    "pounds", "roubles",    "rubles",     "hectares", "acres",   "square",
    "cubic",  "kilometres", "kilometers", "percent",  NULL};
static const char *const races[] = {"run",  "runs",  "race", "races",
                                    "walk", "track", NULL};
static const char *const changes[] = {"rise", "increase", "decrease", "drop",
                                      "fall", "decline",  "gain",     "jump",
                                      "gap",  "growth",   NULL};
static const char *const sums[] = {
    "loss",  "deficit",   "profit", "surplus", "budget",   "turnover", "cut", "majority",
    "total", "shortfall", "grant",  "fund",    "audience", "contract", NULL};
static const char *const counting[] = {
    "new",    "more",       "fewer",     "other",   "extra", "additional", "young",
    "older",  "registered", "displaced", "foreign", "adult", "unemployed", "different",
    "active", "daily",      "monthly",   "unique",  NULL};
static const char *const waters[] = {
    "river", "rivers", "sea",    "seas",    "tide",     "tides",    "water", "waters",
    "level", "levels", "lake",   "snow",    "flood",    "swell",    "wall",  "length",
    "width", "depth",  "height", "heights", "altitude", "distance", NULL};
static const char *const labelled[] = {
    "berth", "pier", "gate",  "seat",  "row",       "room", "flat",   "apartment",
    "unit",  "bus",  "line",  "block", "section",   "form", "clause", "rule",
    "type",  "size", "class", "item",  "paragraph", "page", "pages",  "schedule",
    "route", "plot", "lot",   "cell",  "number",    NULL};
static const char *const weather[] = {
    "temperature", "temperatures", "temp",    "temps",    "degrees", "warming", "warmer",
    "warm",        "heat",         "hot",     "cold",     "colder",  "cool",    "cooler",
    "outside",     "shade",        "weather", "freezing", "minus",   "climate", "below",
    "above",       "average",      "summer",  "winter",   "fever",   NULL};
static const char *const dimensions[] = {"high", "tall",  "long", "wide",
                                         "deep", "thick", "away", NULL};
static const char *const articles[] = {"a", "an", NULL};
static const char *const determiners[] = {"the",  "this",  "that",    "its", "his",
                                          "her",  "our",   "your",    "my",  "their",
                                          "each", "every", "another", NULL};
static const char *const function_words[] = {
    "in",     "of",   "for",  "to",    "from",    "a",     "an",   "per",    "that",
    "which",  "he",   "she",  "they",  "we",      "you",   "it",   "was",    "were",
    "is",     "are",  "will", "would", "had",     "has",   "have", "can",    "could",
    "should", "and",  "or",   "on",    "by",      "at",    "with", "as",     "over",
    "this",   "last", "more", "less",  "each",    "every", "into", "since",  "so",
    "but",    "if",   "when", "than",  "then",    "the",   "its",  "their",  "his",
    "her",    "our",  "next", "must",  "may",     "out",   "now",  "needed", "spent",
    "paid",   "owed", "not",  "just",  "already", "alone", "who",  NULL};
static const char *const tells[] = {
    "says",   "insists", "denies",   "wants",   "refuses",  "remains", "confirms",
    "sees",   "hopes",   "expects",  "argues",  "believes", "thinks",  "knows",
    "needs",  "plans",   "declines", "reckons", "replies",  "answers", "takes",
    "stands", "comes",   "goes",     "gets",    "makes",    "does",    NULL};
static const char *const links[] = {"and", "to", "or", "through", NULL};
static const char *const matches[] = {"won",   "win",    "wins",     "lost", "lose",
                                      "loses", "beat",   "beats",    "drew", "draw",
                                      "led",   "beaten", "defeated", NULL};
static const char *const ordinal_endings[] = {"st", "nd", "rd", "th", NULL};

const struct sign_words english_signs = {.dot = "dot",
                                         .at = "at",
                                         .dash = "dash",
                                         .over = "slash",
                                         .range = " to ",
                                         .hashtag = "hashtag",
                                         .and = "and"};

static const struct speech_tables english = {
    .language = "en",
    .months = months,
    .weekdays = weekdays,
    .units = english_units,
    .glued_units = english_glued_units,
    .currencies = english_currencies,
    .hundredths = english_hundredths,
    .pers = pers,
    .scales = scales,
    .references = references,
    .shortened = english_shortened,
    .prefixes = prefixes,
    .signs = signs,
    .relations = relations,
    .directions = directions,
    .quarters = quarters,
    .series = series,
    .emergencies = emergencies,
    .calls = calls,
    .dockets = dockets,
    .docket_kinds = docket_kinds,
    .tollfree = tollfree,
    .books = books,
    .numbered = numbered,
    .rulers = rulers,
    .royal = royal,
    .grades = grades,
    .first_person = first_person,
    .counted = counted,
    .zones = zones,
    .eras = eras,
    .plurals = plurals,
    .changes = changes,
    .sums = sums,
    .counting = counting,
    .waters = waters,
    .labelled = labelled,
    .weather = weather,
    .dimensions = dimensions,
    .races = races,
    .articles = articles,
    .determiners = determiners,
    .function_words = function_words,
    .tells = tells,
    .links = links,
    .matches = matches,
    .ordinal_endings = ordinal_endings,
    .to = " to ",
    .nil = "nil",
    .per = " per ",
    .plus = "plus ",
    .minus = "minus ",
    .by = " by ",
    .times = " times ",
    .point = " point ",
    .dot = " dot ",
    .of = " of ",
    .number = "number ",
    .section = "section ",
    .sections = "sections ",
    .version = "version ",
    .degree = "degree",
    .degrees = "degrees",
    .minute = "minute",
    .minutes = "minutes",
    .second = "second",
    .seconds = "seconds",
};

const struct speech_tables *speech_tables_of(struct str language)
{
    struct str primary = language_primary(language);
    return !primary.len || str_eq_ascii_case(primary, S("en")) ? &english : NULL;
}
