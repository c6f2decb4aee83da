#include "speak/language.h"

static const char *const months[] = {"January",   "February", "March",    "April",
                                     "May",       "June",     "July",     "August",
                                     "September", "October",  "November", "December"};

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
    {"kWh", "kilowatt hour", "kilowatt hours"},
    {"MWh", "megawatt hour", "megawatt hours"},
    {"kHz", "kilohertz", "kilohertz"},
    {"MHz", "megahertz", "megahertz"},
    {"GHz", "gigahertz", "gigahertz"},
    {"KB", "kilobyte", "kilobytes"},
    {"MB", "megabyte", "megabytes"},
    {"GB", "gigabyte", "gigabytes"},
    {"TB", "terabyte", "terabytes"},
    {0},
};

static const struct unit currencies[] = {
    {"US$", "U S dollar", "U S dollars"},
    {"C$", "Canadian dollar", "Canadian dollars"},
    {"A$", "Australian dollar", "Australian dollars"},
    {"$", "dollar", "dollars"},
    {"\u00A3", "pound", "pounds"},
    {"\u20AC", "euro", "euros"},
    {"\u00A5", "yen", "yen"},
    {"\u20BD", "rouble", "roubles"},
    {"\u00A2", "cent", "cents"},
    {"USD", "U S dollar", "U S dollars"},
    {"EUR", "euro", "euros"},
    {"GBP", "pound", "pounds"},
    {"RUB", "rouble", "roubles"},
    {"CHF", "Swiss franc", "Swiss francs"},
    {"JPY", "yen", "yen"},
    {"CNY", "yuan", "yuan"},
    {0},
};

static const struct abbreviated scales[] = {
    {"thousand", "thousand"},
    {"million", "million"},
    {"billion", "billion"},
    {"trillion", "trillion"},
    {"k", "thousand"},
    {"m", "million"},
    {"mn", "million"},
    {"bn", "billion"},
    {"b", "billion"},
    {"tn", "trillion"},
    {0},
};

static const struct abbreviated references[] = {
    {"No", "number"},        {"Nos", "numbers"},   {"Art", "article"},
    {"Arts", "articles"},    {"p", "page"},        {"pp", "pages"},
    {"Vol", "volume"},       {"Fig", "figure"},    {"ch", "chapter"},
    {"para", "paragraph"},   {"Sec", "section"},   {"Sect", "section"},
    {"paras", "paragraphs"}, {"Tel", "telephone"}, {0},
};

static const char *const numbered[] = {
    "War",      "Chapter",  "Part",     "Article",  "Annex",    "Title",
    "Phase",    "Type",     "Volume",   "Act",      "Section",  "Book",
    "Appendix", "Class",    "Schedule", "Table",    "Level",    "Stage",
    "Tier",     "Division", "Group",    "Category", "Protocol", NULL};

static const char *const counted[] = {"century", "session",  "congress",   "summit",
                                      "meeting", "olympiad", "conference", NULL};

static const char *const zones[] = {"EST", "EDT", "CST", "CDT", "MST", "MDT",
                                    "PST", "PDT", "GMT", "UTC", "BST", "CET",
                                    "MSK", "ET",  "PT",  NULL};

static const struct speech_tables english = {
    .language = "en",
    .months = months,
    .units = units,
    .currencies = currencies,
    .scales = scales,
    .references = references,
    .numbered = numbered,
    .counted = counted,
    .zones = zones,
};

const struct speech_tables *speech_tables_of(struct str language)
{
    struct str primary = language_primary(language);
    return !primary.len || str_eq_ascii_case(primary, S("en")) ? &english : NULL;
}
