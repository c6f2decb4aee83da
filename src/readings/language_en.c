#include "readings/language.h"
#include "readings/sign_words.h"

static const char *const months[] = {"January",   "February", "March",    "April",
                                     "May",       "June",     "July",     "August",
                                     "September", "October",  "November", "December"};

static const char *const weekdays[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                       "Friday", "Saturday", "Sunday"};

static const struct unit units[] = {
    {"%", "percent", "percent"},
    {"\u2030", "per mille", "per mille"},
    {"bps", "basis point", "basis points"},
    {"bp", "basis point", "basis points"},
    {"pp", "percentage point", "percentage points"},
    {"\u00B0C", "degree Celsius", "degrees Celsius"},
    {"\u00B0F", "degree Fahrenheit", "degrees Fahrenheit"},
    {"\u00B0", "degree", "degrees"},
    {"km/h", "kilometre per hour", "kilometres per hour"},
    {"km2", "square kilometre", "square kilometres"},
    {"km", "kilometre", "kilometres"},
    {"m/s", "metre per second", "metres per second"},
    {"m2", "square metre", "square metres"},
    {"m3", "cubic metre", "cubic metres"},
    {"cm", "centimetre", "centimetres"},
    {"mm", "millimetre", "millimetres"},
    {"mph", "mile per hour", "miles per hour"},
    {"ft", "foot", "feet"},
    {"lbs", "pound", "pounds"},
    {"lb", "pound", "pounds"},
    {"oz", "ounce", "ounces"},
    {"kg", "kilogram", "kilograms"},
    {"mg", "milligram", "milligrams"},
    {"m", "metre", "metres"},
    {"g", "gram", "grams"},
    {"l", "litre", "litres"},
    {"ha", "hectare", "hectares"},
    {"MW", "megawatt", "megawatts"},
    {"GW", "gigawatt", "gigawatts"},
    {"kW", "kilowatt", "kilowatts"},
    {"W/m2", "watt per square metre", "watts per square metre"},
    {"kWh", "kilowatt hour", "kilowatt hours"},
    {"MWh", "megawatt hour", "megawatt hours"},
    {"kHz", "kilohertz", "kilohertz"},
    {"MHz", "megahertz", "megahertz"},
    {"GHz", "gigahertz", "gigahertz"},
    {"KB", "kilobyte", "kilobytes"},
    {"MB", "megabyte", "megabytes"},
    {"GB", "gigabyte", "gigabytes"},
    {"TB", "terabyte", "terabytes"},
    {"Mbps", "megabit per second", "megabits per second"},
    {"Gbps", "gigabit per second", "gigabits per second"},
    {"kbps", "kilobit per second", "kilobits per second"},
    {"Hz", "hertz", "hertz"},
    {"GWh", "gigawatt hour", "gigawatt hours"},
    {"TWh", "terawatt hour", "terawatt hours"},
    {"TW", "terawatt", "terawatts"},
    {"kV", "kilovolt", "kilovolts"},
    {"kPa", "kilopascal", "kilopascals"},
    {"hPa", "hectopascal", "hectopascals"},
    {"dB", "decibel", "decibels"},
    {"ppm", "part per million", "parts per million"},
    {"ppb", "part per billion", "parts per billion"},
    {"rpm", "revolution per minute", "revolutions per minute"},
    {"bpd", "barrel per day", "barrels per day"},
    {"b/d", "barrel per day", "barrels per day"},
    {"kmh", "kilometre per hour", "kilometres per hour"},
    {"kph", "kilometre per hour", "kilometres per hour"},
    {"km/hr", "kilometre per hour", "kilometres per hour"},
    {"km/s", "kilometre per second", "kilometres per second"},
    {"cm2", "square centimetre", "square centimetres"},
    {"km3", "cubic kilometre", "cubic kilometres"},
    {"sq km", "square kilometre", "square kilometres"},
    {"sq. km", "square kilometre", "square kilometres"},
    {"sq m", "square metre", "square metres"},
    {"sq ft", "square foot", "square feet"},
    {"sq. ft", "square foot", "square feet"},
    {"sq mi", "square mile", "square miles"},
    {"sq. mi", "square mile", "square miles"},
    {"mi", "mile", "miles"},
    {"yd", "yard", "yards"},
    {"yds", "yard", "yards"},
    {"ml", "millilitre", "millilitres"},
    {"mL", "millilitre", "millilitres"},
    {"L", "litre", "litres"},
    {"\u03BCg", "microgram", "micrograms"},
    {"\u03BCm", "micrometre", "micrometres"},
    {"mcg", "microgram", "micrograms"},
    {"mSv", "millisievert", "millisieverts"},
    {"ms", "millisecond", "milliseconds"},
    {"t", "tonne", "tonnes"},
    {"hrs", "hour", "hours"},
    {"hr", "hour", "hours"},
    {"h", "hour", "hours"},
    {"mins", "minute", "minutes"},
    {"min", "minute", "minutes"},
    {"secs", "second", "seconds"},
    {"sec", "second", "seconds"},
    {"yrs", "year", "years"},
    {"yr", "year", "years"},
    {0},
};

static const struct unit glued_units[] = {
    {"in", "inch", "inches"},
    {"c", "cent", "cents"},
    {"p", "penny", "pence"},
    {"s", "second", "seconds"},
    {"x", "time", "times"},
    {"C", "degree Celsius", "degrees Celsius"},
    {"F", "degree Fahrenheit", "degrees Fahrenheit"},
    {0},
};

static const struct unit currencies[] = {
    {"US$", "U S dollar", "U S dollars"},
    {"C$", "Canadian dollar", "Canadian dollars"},
    {"CA$", "Canadian dollar", "Canadian dollars"},
    {"A$", "Australian dollar", "Australian dollars"},
    {"AU$", "Australian dollar", "Australian dollars"},
    {"NZ$", "New Zealand dollar", "New Zealand dollars"},
    {"HK$", "Hong Kong dollar", "Hong Kong dollars"},
    {"S$", "Singapore dollar", "Singapore dollars"},
    {"R$", "real", "reais"},
    {"$", "dollar", "dollars"},
    {"\u00A3", "pound", "pounds"},
    {"\u20AC", "euro", "euros"},
    {"\u00A5", "yen", "yen"},
    {"\u20BD", "rouble", "roubles"},
    {"\u00A2", "cent", "cents"},
    {"\u20B9", "rupee", "rupees"},
    {"\u20B4", "hryvnia", "hryvnias"},
    {"\u20A9", "won", "won"},
    {"\u20AA", "shekel", "shekels"},
    {"\u20BA", "lira", "lira"},
    {"\u20B8", "tenge", "tenge"},
    {"\u20AB", "dong", "dong"},
    {"\u20A6", "naira", "naira"},
    {"Rs.", "rupee", "rupees"},
    {"Rs", "rupee", "rupees"},
    {"INR", "rupee", "rupees"},
    {"UAH", "hryvnia", "hryvnias"},
    {"KZT", "tenge", "tenge"},
    {"BYN", "Belarusian rouble", "Belarusian roubles"},
    {"PLN", "zloty", "zlotys"},
    {"SEK", "Swedish krona", "Swedish kronor"},
    {"NOK", "Norwegian krone", "Norwegian kroner"},
    {"DKK", "Danish krone", "Danish kroner"},
    {"CAD", "Canadian dollar", "Canadian dollars"},
    {"AUD", "Australian dollar", "Australian dollars"},
    {"NZD", "New Zealand dollar", "New Zealand dollars"},
    {"RMB", "yuan", "yuan"},
    {"ZAR", "rand", "rand"},
    {"USD", "U S dollar", "U S dollars"},
    {"EUR", "euro", "euros"},
    {"GBP", "pound", "pounds"},
    {"RUB", "rouble", "roubles"},
    {"CHF", "Swiss franc", "Swiss francs"},
    {"JPY", "yen", "yen"},
    {"CNY", "yuan", "yuan"},
    {0},
};

static const struct unit hundredths[] = {{"$", "cent", "cents"},
                                         {"\u20AC", "cent", "cents"},
                                         {"\u00A3", "penny", "pence"},
                                         {0}};

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
    {"No", "number"},        {"Nos", "numbers"},   {"Art", "article"},
    {"Arts", "articles"},    {"p", "page"},        {"pp", "pages"},
    {"Vol", "volume"},       {"Fig", "figure"},    {"ch", "chapter"},
    {"para", "paragraph"},   {"Sec", "section"},   {"Sect", "section"},
    {"paras", "paragraphs"}, {"Tel", "telephone"}, {"Chs", "chapters"},
    {"Vols", "volumes"},     {"Figs", "figures"},  {"Eq", "equation"},
    {"Reg", "regulation"},   {"Cl", "clause"},     {0},
};

static const char *const numbered[] = {
    "War",      "Chapter",  "Part",  "Article", "Annex", "Title",    "Phase",
    "Type",     "Volume",   "Act",   "Section", "Book",  "Appendix", "Class",
    "Schedule", "Table",    "Level", "Stage",   "Tier",  "Division", "Group",
    "Category", "Protocol", "Bowl",  NULL};

static const char *const counted[] = {"century", "session",  "congress",   "summit",
                                      "meeting", "olympiad", "conference", NULL};

static const char *const zones[] = {
    "EST", "EDT", "CST", "CDT", "MST", "MDT",  "PST", "PDT",  "GMT", "UTC", "BST",  "CET",
    "MSK", "ET",  "PT",  "CT",  "MT",  "CEST", "EET", "EEST", "IST", "JST", "AEST", NULL};

static const char *const eras[] = {"BC", "AD", "BCE", "CE", NULL};

/* "MB/s", "$5/kg" */
static const struct abbreviated pers[] = {
    {"s", "second"},   {"sec", "second"},
    {"min", "minute"}, {"h", "hour"},
    {"hr", "hour"},    {"d", "day"},
    {"wk", "week"},    {"mo", "month"},
    {"yr", "year"},    {"kg", "kilogram"},
    {"g", "gram"},     {"km", "kilometre"},
    {"m", "metre"},    {"l", "litre"},
    {"L", "litre"},    {"ml", "millilitre"},
    {"t", "tonne"},    {"lb", "pound"},
    {"oz", "ounce"},   {"kWh", "kilowatt hour"},
    {"bbl", "barrel"}, {"MWh", "megawatt hour"},
    {"ha", "hectare"}, {"m2", "square metre"},
    {"m3", "cubic metre"}, {"km2", "square kilometre"},
    {"cm2", "square centimetre"}, {"cm3", "cubic centimetre"},
    {0},
};

static const struct shortened shortened[] = {
    {"Mrs", "Missus", SHORTENED_BEFORE_NAME},
    {"Dr", "Doctor", SHORTENED_BEFORE_NAME},
    {"Prof", "Professor", SHORTENED_BEFORE_NAME},
    {"Gen", "General", SHORTENED_BEFORE_NAME},
    {"Adm", "Admiral", SHORTENED_BEFORE_NAME},
    {"Sen", "Senator", SHORTENED_BEFORE_NAME},
    {"Gov", "Governor", SHORTENED_BEFORE_NAME},
    {"Lt", "Lieutenant", SHORTENED_BEFORE_NAME},
    {"Col", "Colonel", SHORTENED_BEFORE_NAME},
    {"Capt", "Captain", SHORTENED_BEFORE_NAME},
    {"Sgt", "Sergeant", SHORTENED_BEFORE_NAME},
    {"Cpl", "Corporal", SHORTENED_BEFORE_NAME},
    {"Maj", "Major", SHORTENED_BEFORE_NAME},
    {"Brig", "Brigadier", SHORTENED_BEFORE_NAME},
    {"Cmdr", "Commander", SHORTENED_BEFORE_NAME},
    {"Cdr", "Commander", SHORTENED_BEFORE_NAME},
    {"Rep", "Representative", SHORTENED_BEFORE_NAME},
    {"Rev", "Reverend", SHORTENED_BEFORE_NAME},
    {"Amb", "Ambassador", SHORTENED_BEFORE_NAME},
    {"Insp", "Inspector", SHORTENED_BEFORE_NAME},
    {"Supt", "Superintendent", SHORTENED_BEFORE_NAME},
    {"Pres", "President", SHORTENED_BEFORE_NAME},
    {"Hon", "Honourable", SHORTENED_BEFORE_NAME},
    {"Messrs", "Messers", SHORTENED_BEFORE_NAME},
    {"Atty", "Attorney", SHORTENED_BEFORE_NAME},
    {"St", "Saint", SHORTENED_BEFORE_NAME},
    {"Mt", "Mount", SHORTENED_BEFORE_NAME},
    {"Ft", "Fort", SHORTENED_BEFORE_NAME},
    {"Jr", "Junior", SHORTENED_BEHIND_NAME},
    {"Sr", "Senior", SHORTENED_BEHIND_NAME},
    {"Esq", "Esquire", SHORTENED_BEHIND_NAME},
    {"Inc", "Incorporated", SHORTENED_BEHIND_NAME},
    {"Ltd", "Limited", SHORTENED_BEHIND_NAME},
    {"Corp", "Corporation", SHORTENED_BEHIND_NAME},
    {"v", "versus", SHORTENED_BETWEEN_NAMES},
    {"vs", "versus", SHORTENED_BETWEEN_NAMES},
    {"vs", "versus", SHORTENED_WITH_STOP},
    {"etc", "et cetera", SHORTENED_WITH_STOP},
    {"approx", "approximately", SHORTENED_WITH_STOP},
    {"Dept", "Department", SHORTENED_WITH_STOP},
    {"Depts", "Departments", SHORTENED_WITH_STOP},
    {"Govt", "Government", SHORTENED_WITH_STOP},
    {"Co", "Company", SHORTENED_WITH_STOP},
    {"Bros", "Brothers", SHORTENED_WITH_STOP},
    {"e.g", "for example", SHORTENED_WITH_STOP},
    {"E.g", "For example", SHORTENED_WITH_STOP},
    {"i.e", "that is", SHORTENED_WITH_STOP},
    {"I.e", "That is", SHORTENED_WITH_STOP},
    {"cf", "compare", SHORTENED_WITH_STOP},
    {"ca", "circa", SHORTENED_WITH_STOP},
    {"Ave", "Avenue", SHORTENED_WITH_STOP},
    {"Blvd", "Boulevard", SHORTENED_WITH_STOP},
    {"incl", "including", SHORTENED_WITH_STOP},
    {"viz", "namely", SHORTENED_WITH_STOP},
    {"Assn", "Association", SHORTENED_WITH_STOP},
    {"Asst", "Assistant", SHORTENED_WITH_STOP},
    {"Univ", "University", SHORTENED_WITH_STOP},
    {"Mon", "Monday", SHORTENED_WITH_STOP},
    {"Tue", "Tuesday", SHORTENED_WITH_STOP},
    {"Tues", "Tuesday", SHORTENED_WITH_STOP},
    {"Wed", "Wednesday", SHORTENED_WITH_STOP},
    {"Thu", "Thursday", SHORTENED_WITH_STOP},
    {"Thur", "Thursday", SHORTENED_WITH_STOP},
    {"Thurs", "Thursday", SHORTENED_WITH_STOP},
    {"Fri", "Friday", SHORTENED_WITH_STOP},
    {"Sat", "Saturday", SHORTENED_WITH_STOP},
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
    "people",   "men",       "women",   "children", "police",     "troops",     "feet",
    "sheep",    "personnel", "fish",    "tonnes",   "tons",       "miles",      "metres",
    "meters",   "soldiers",  "dollars", "euros",    "pounds",     "roubles",    "rubles",
    "hectares", "acres",     "square",  "cubic",    "kilometres", "kilometers", NULL};
static const char *const races[] = {"run",  "runs",  "race", "races",
                                    "walk", "track", NULL};
static const char *const changes[] = {
    "rise",  "increase",  "decrease", "drop",     "fall",     "decline", "cut",
    "loss",  "gain",      "jump",     "surplus",  "gap",      "deficit", "profit",
    "total", "shortfall", "budget",   "turnover", "majority", NULL};
static const char *const counting[] = {
    "new",    "more",       "fewer",     "other",   "extra", "additional", "young",
    "older",  "registered", "displaced", "foreign", "adult", "unemployed", "different",
    "active", "daily",      "monthly",   "unique",  NULL};
static const char *const waters[] = {"river", "rivers", "sea",    "seas",  "tide",
                                     "tides", "water",  "waters", "level", "levels",
                                     "lake",  "snow",   "flood",  "swell", NULL};
static const char *const labelled[] = {
    "berth", "pier", "gate",  "seat",  "row",       "room", "flat",   "apartment",
    "unit",  "bus",  "line",  "block", "section",   "form", "clause", "rule",
    "type",  "size", "class", "item",  "paragraph", "page", "pages",  "schedule",
    "route", "plot", "lot",   "cell",  "number",    NULL};
static const char *const weather[] = {
    "temperature", "temperatures", "degrees", "warming", "warmer", "warm",    "heat",
    "hot",         "cold",         "colder",  "cool",    "cooler", "outside", "shade",
    "weather",     "freezing",     "minus",   "climate", "below",  "above",   "average",
    "summer",      "winter",       "fever",   NULL};
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
    .units = units,
    .glued_units = glued_units,
    .currencies = currencies,
    .hundredths = hundredths,
    .pers = pers,
    .scales = scales,
    .references = references,
    .shortened = shortened,
    .prefixes = prefixes,
    .signs = signs,
    .relations = relations,
    .directions = directions,
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
    .counting = counting,
    .waters = waters,
    .labelled = labelled,
    .weather = weather,
    .dimensions = dimensions,
    .races = races,
    .articles = articles,
    .determiners = determiners,
    .function_words = function_words,
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
