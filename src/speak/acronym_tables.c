/* What people spell and what they say, general knowledge that no rule knows: sorted by bytes. */
#include "speak/acronym_tables.h"

#include <string.h>

static const char *const spelled_en[] = {
    "AARP",   "ACA",  "ACLU", "ADB",  "AFL",  "AFP",    "AGM",  "AI",    "AOC",
    "AP",     "API",  "ATM",  "AU",   "AWS",  "BA",     "BAE",  "BIS",   "BOE",
    "CAR",    "CEA",  "CEO",  "CERT", "CIA",  "CIO",    "CIS",  "CISA",  "CITIC",
    "COO",    "CPI",  "CSTO", "CT",   "CVE",  "DEA",    "DEI",  "DIA",   "DIY",
    "DNA",    "DOD",  "DOE",  "DOJ",  "DOT",  "DPA",    "EAC",  "EAEU",  "EASA",
    "EBU",    "ECA",  "ECB",  "ECHR", "ECT",  "EDF",    "EEA",  "EEC",   "EEU",
    "EEZ",    "EFF",  "EIA",  "EIB",  "EMA",  "EPA",    "EPP",  "ERA",   "ESA",
    "ETA",    "EU",   "EUR",  "EVA",  "EVM",  "FAA",    "FAO",  "FBI",   "FDA",
    "FDI",    "FEC",  "FIR",  "FIU",  "FMI",  "FOI",    "GAO",  "GDP",   "GEF",
    "GEO",    "GI",   "GOP",  "GPO",  "GUI",  "HIV",    "IAEA", "IBM",   "ICAO",
    "ICC",    "ICJ",  "ICO",  "ID",   "IDA",  "IDF",    "IDP",  "IDPS",  "IEA",
    "IEC",    "IED",  "IEDS", "IFC",  "IFI",  "IFIS",   "IFRC", "IGO",   "ILO",
    "IMF",    "IMO",  "INC",  "INF",  "IO",   "IOC",    "IOM",  "IP",    "IPO",
    "IQ",     "IRA",  "IRC",  "IRI",  "IRS",  "ISO",    "ISP",  "ISS",   "IT",
    "ITU",    "IUCN", "IVF",  "LA",   "LCA",  "LED",    "LGBT", "LGBTI", "LGBTQ",
    "LGBTQI", "LNG",  "LSE",  "MEA",  "MEP",  "MFA",    "MIA",  "MIT",   "MOD",
    "MOE",    "MOU",  "MP",   "MPA",  "MRI",  "NEA",    "NEC",  "NGO",   "NHL",
    "NIA",    "NIH",  "NOC",  "NRA",  "NSA",  "NSC",    "NTI",  "OAS",   "OAU",
    "ODA",    "ODI",  "OECD", "OEM",  "OFAC", "OIC",    "OIE",  "OIOS",  "OK",
    "OMB",    "OPM",  "OSCE", "OSF",  "PA",   "PAN",    "PBOC", "PEN",   "PKO",
    "PLA",    "PLO",  "PM",   "POA",  "POW",  "POWS",   "PR",   "PRI",   "PSA",
    "PTA",    "QA",   "QE",   "RAF",  "RCEP", "RIA",    "ROI",  "RUC",   "SA",
    "SAC",    "SAS",  "SCO",  "SDA",  "SEC",  "SEZ",    "SME",  "SMES",  "SMU",
    "SOE",    "SOES", "SOP",  "SOS",  "SSA",  "STI",    "SUV",  "TB",    "TBA",
    "TPA",    "TSA",  "TV",   "UAE",  "UAR",  "UAV",    "UDA",  "UEA",   "UFO",
    "UI",     "UK",   "UKIP", "UN",   "UNA",  "UNFCCC", "UNGA", "UNO",   "UPA",
    "UPS",    "US",   "USA",  "USDA", "USSR", "UV",     "VA",   "VIP",   "VOA",
    "VP",     "VPN",  "WFP",  "WHO",  "WMO",  "WTO",    "YMCA"};

static const char *const said_en[] = {
    "AIDS",     "AMISOM",   "ANZAC",    "ANZUS",   "APEC",    "ASAP",     "ASCII",
    "ASEAN",    "ASIC",     "AUKUS",    "AWACS",   "AWOL",    "BART",     "BRIC",
    "BRICS",    "CAF",      "CAP",      "CAPTCHA", "CARICOM", "CEDAW",    "CELAC",
    "CENTCOM",  "CEPAL",    "CEPOL",    "CERN",    "CETA",    "CITES",    "CIVETS",
    "COBRA",    "COMECON",  "COMESA",   "COP",     "COREPER", "COSATU",   "COVAX",
    "COVID",    "CREEP",    "CoV",      "DACA",    "DAESH",   "DARPA",    "DAX",
    "DEFCON",   "DEFRA",    "DOS",      "EBITDA",  "ECOFIN",  "ECOSOC",   "ECOWAS",
    "EFTA",     "ERASMUS",  "EUFOR",    "EULEX",   "EUROPOL", "EUROSTAT", "FARC",
    "FATAH",    "FEMA",     "FIDE",     "FIFA",    "FINA",    "FISA",     "FOIA",
    "FRONTEX",  "GAAP",     "GATT",     "GAVI",    "GIF",     "GUAM",     "GULAG",
    "HAMAS",    "HIPAA",    "HUAC",     "HUD",     "ICANN",   "ICE",      "IFOR",
    "IGAD",     "INTERFAX", "INTERPOL", "IPSO",    "ISAF",    "ISIL",     "ISIS",
    "JAG",      "LASER",    "LIDAR",    "LOL",     "MAGA",    "MASH",     "MENA",
    "MERCOSUR", "MERS",     "MINUSMA",  "MONUSCO", "NAFTA",   "NASA",     "NASCAR",
    "NASDAQ",   "NATO",     "NIMBY",    "NOAA",    "NORAD",   "OFCOM",    "OFGEM",
    "OFSTED",   "OLAF",     "OPEC",     "OSHA",    "OXFAM",   "PAC",      "PACE",
    "PAHO",     "PEPFAR",   "PIN",      "PISA",    "POTUS",   "PRISM",    "QUAD",
    "RADAR",    "RAM",      "RAND",     "REACH",   "REM",     "ROM",      "SAARC",
    "SACEUR",   "SALT",     "SARS",     "SCOTUS",  "SCUBA",   "SEATO",    "SHAPE",
    "SIM",      "SIPRI",    "SNAP",     "SONAR",   "START",   "SWAPO",    "SWAT",
    "SWIFT",    "TARP",     "TASER",    "TASS",    "UEFA",    "UNAIDS",   "UNAMA",
    "UNAMID",   "UNASUR",   "UNCTAD",   "UNDOF",   "UNEP",    "UNESCAP",  "UNESCO",
    "UNICEF",   "UNIDO",    "UNIFIL",   "UNITA",   "UNITAR",  "UNMIK",    "UNOSOM",
    "VISTA",    "WADA",     "WASM",     "WASP",    "YAML",    "ZIP"};

static const char *const words_en[] = {
    "ACT",  "ADD",  "AGE",  "AGO", "AH",   "AHA",  "AID",  "AIM",  "AIR",  "ALL", "AM",
    "AN",   "AND",  "ANY",  "ARE", "ARM",  "ART",  "AS",   "ASK",  "AT",   "ATE", "AWAY",
    "BAD",  "BAG",  "BAN",  "BE",  "BED",  "BIG",  "BIT",  "BOTH", "BOY",  "BUT", "BUY",
    "BY",   "CAN",  "CAR",  "CUT", "DAY",  "DEAD", "DID",  "DIE",  "DO",   "DOG", "DOT",
    "DR",   "DRY",  "DUE",  "EAT", "EH",   "END",  "ER",   "ERA",  "EVER", "EYE", "FAR",
    "FAST", "FEW",  "FIX",  "FLY", "FOR",  "FROM", "FULL", "FUN",  "GET",  "GO",  "GOD",
    "GOT",  "GUN",  "GUY",  "HA",  "HAD",  "HAS",  "HAVE", "HE",   "HELP", "HER", "HEY",
    "HI",   "HIM",  "HIS",  "HIT", "HMM",  "HOT",  "HOW",  "HUH",  "IF",   "IN",  "INTO",
    "IS",   "IT",   "ITS",  "JOB", "JOY",  "KEY",  "KID",  "LAW",  "LAY",  "LED", "LEG",
    "LET",  "LIE",  "LIKE", "LOT", "LOW",  "MAD",  "MAN",  "MAY",  "ME",   "MEN", "MET",
    "MIX",  "MR",   "MRS",  "MS",  "MUCH", "MUST", "MY",   "NAY",  "NEW",  "NO",  "NOR",
    "NOT",  "NOTE", "NOW",  "OCT", "OF",   "OFF",  "OH",   "OIL",  "OLD",  "ON",  "ONE",
    "ONLY", "OR",   "OUR",  "OUT", "OWE",  "OWN",  "PAID", "PAN",  "PAY",  "PEN", "POOR",
    "PUT",  "RAN",  "RED",  "RID", "ROW",  "RUN",  "SAD",  "SAT",  "SAW",  "SAY", "SEA",
    "SEE",  "SET",  "SHE",  "SHH", "SIR",  "SIT",  "SIX",  "SKY",  "SO",   "SON", "ST",
    "SUM",  "SUN",  "TAX",  "TEN", "THAN", "THE",  "THEM", "THEN", "THEY", "TIE", "TO",
    "TOE",  "TOO",  "TOP",  "TRY", "TWO",  "UH",   "UM",   "UP",   "US",   "USE", "VERY",
    "WAR",  "WAS",  "WAY",  "WE",  "WELL", "WET",  "WHO",  "WHY",  "WIN",  "WON", "YEA",
    "YES",  "YET",  "YOU",  "YUP"};

static const char *const mixed_en[] = {"BSc", "GmbH", "LLB", "LLM", "MSc", "mRNA"};

static const struct respelled respelled_en[] = {
    {"DFID", "Diffid"}, {"IEEE", "I triple E"},      {"JPEG", "jay peg"},
    {"KFOR", "K for"},  {"NAACP", "N double A.C.P"}, {"NCAA", "N.C double A"},
    {"SADC", "Saddek"}, {"SCHIP", "S chip"},         {"SFOR", "S for"},
    {"UNRWA", "Unra"},  {"USAID", "U.S Aid"}};

static const char *const spelled_ru[] = {
    "АБР", "АО",   "АУЕ", "ЕАЭС", "ЕГЭ", "ЕС",  "ЕЦБ",  "ЕЭК",  "ЗАО",
    "ИИ",  "ИНН",  "ИТ",  "НАО",  "ОАО", "ОАЭ", "ОБСЕ", "ОДКБ", "ООН",
    "ООО", "ОЭСР", "ПАО", "ПВО",  "РАО", "СВО", "США",  "ФИО",  "ЮАР"};

static const char *const said_ru[] = {
    "АСЕАН",  "АТЭС", "АЭС",    "БРИКС",  "ВИЧ",    "ВОЗ",   "ГАИ",  "ГОСТ", "ГУЛАГ",
    "ДОСААФ", "ЗАГС", "ИГИЛ",   "КАМАЗ",  "МАГАТЭ", "МИД",   "МКАД", "МОК",  "МРОТ",
    "МХАТ",   "НАСА", "НАТО",   "ОМОН",   "ОПЕК",   "ОСАГО", "СИЗО", "СОБР", "СПИД",
    "СТАРТ",  "ТАСС", "УЕФА",   "ФИФА",   "ХАМАС",  "ЦЕРН",  "ЧАЭС", "ШОС",  "ЭКОСОС",
    "ЮКОС",   "ЮНЕП", "ЮНЕСКО", "ЮНИСЕФ", "ЮНКТАД"};

static const char *const words_ru[] = {
    "БЕЗ",   "БУДУ", "БЫ",   "БЫЛ",  "ВАМ", "ВАС",  "ВО",  "ВОН", "ВОТ", "ВСЁ", "ВСЕ",
    "ВСЕХ",  "ВЫ",   "ГДЕ",  "ДА",   "ДВА", "ДЕНЬ", "ДЛЯ", "ДО",  "ДОМ", "ЕЁ",  "ЕГО",
    "ЕЙ",    "ЕМУ",  "ЕЩЁ",  "ЖЕ",   "ЗА",  "ИЗ",   "ИЛИ", "ИМ",  "ИХ",  "КАК", "КО",
    "КТО",   "ЛИ",   "МИР",  "МНЕ",  "МОЙ", "МЫ",   "НА",  "НАД", "НАМ", "НАС", "НАШ",
    "НЕ",    "НЕТ",  "НИ",   "НО",   "НУ",  "ОБ",   "ОН",  "ОНА", "ОНИ", "ОНО", "ОТ",
    "ОЧЕНЬ", "ПО",   "ПОД",  "ПОКА", "ПРИ", "ПРО",  "РАЗ", "САМ", "СО",  "ТАК", "ТАМ",
    "ТЕМ",   "ТО",   "ТОГО", "ТОТ",  "ТРИ", "ТУТ",  "ТЫ",  "УЖ",  "УЖЕ", "ЧЕМ", "ЧТО",
    "ЭТА",   "ЭТИ",  "ЭТО",  "ЭТОТ"};

static const char *const spelled_de[] = {
    "ADAC",  "AEUV", "AGB",  "ARD", "BAMF", "BBC", "BIP",  "BKA", "BND",  "BSI",
    "CDU",   "CIA",  "CSU",  "DAK", "DDR",  "DGB", "DIHK", "EG",  "EKD",  "EU",
    "EUGH",  "EWR",  "EZB",  "FAO", "FDP",  "GEZ", "GUS",  "GVO", "IAEA", "IAEO",
    "IAO",   "IHK",  "IOC",  "ISO", "IT",   "IWF", "KI",   "KZ",  "LKW",  "MAD",
    "OECD",  "OEZA", "OSZE", "OVG", "PKW",  "RAF", "SED",  "SOS", "SPÖ",  "UAE",
    "UDSSR", "UK",   "UN",   "US",  "USA",  "VAE", "VIP",  "WHO", "WTO",  "ÖVP"};

static const char *const said_de[] = {
    "AIDS",  "APEC",  "ASEAN", "BAFIN",    "BAFÖG",  "BAMS",   "BRICS",   "COVID",
    "DAX",   "DIN",   "EFTA",  "ELSTER",   "ESA",    "FIFA",   "FRONTEX", "GAU",
    "GEMA",  "HAMAS", "IKEA",  "INTERPOL", "ISIS",   "KITA",   "MAN",     "MERS",
    "NASA",  "NATO",  "OPEC",  "PISA",     "RADAR",  "SARS",   "SCHUFA",  "SIM",
    "SWIFT", "TASS",  "TÜV",   "UEFA",     "UNESCO", "UNICEF", "UNO",     "ZIP"};

static const char *const words_de[] = {
    "AB",   "ABER", "ALLE",  "AM",   "AN",   "AUCH",  "AUF", "AUS",   "BEI",  "BIN",
    "BIS",  "BIST", "DA",    "DAS",  "DASS", "DEM",   "DEN", "DER",   "DES",  "DIE",
    "DOCH", "DU",   "DURCH", "EIN",  "EINE", "ER",    "ES",  "FÜR",   "GAR",  "HAT",
    "ICH",  "IHR",  "IM",    "IN",   "IST",  "JA",    "JE",  "JETZT", "KANN", "KEIN",
    "MAL",  "MIR",  "MIT",   "MUSS", "NEIN", "NICHT", "NIE", "NOCH",  "NUN",  "NUR",
    "OB",   "ODER", "OHNE",  "SEI",  "SEIN", "SICH",  "SIE", "SIND",  "SO",   "TAG",
    "TUN",  "UM",   "UND",   "UNS",  "VOM",  "VON",   "VOR", "WAR",   "WAS",  "WEG",
    "WEIL", "WER",  "WIE",   "WIR",  "WO",   "ZU",    "ZUM", "ZUR"};

static const char *const mixed_de[] = {"GmbH", "StGB", "StPO"};

static const char *const spelled_fr[] = {
    "ADN",  "AIEA", "ANC",  "ARN", "BCE", "CEI", "CIA", "CICR", "CNIL", "CSCE", "DEA",
    "DGSE", "ETA",  "EUA",  "FAO", "FMI", "HCR", "IRA", "ISF",  "IVG",  "OACI", "OCDE",
    "OGM",  "OIF",  "OIT",  "OMC", "OMI", "OMS", "ONG", "OPA",  "ORL",  "OSCE", "OTSC",
    "PIB",  "PME",  "RATP", "RDA", "RFA", "RTL", "SA",  "SDN",  "SUV",  "TVA",  "UA",
    "UE",   "UEA",  "UEE",  "UK",  "UMP", "US",  "USA", "VIP"};

static const char *const said_fr[] = {
    "AIDS",     "APEC",  "ASEAN", "ASSEDIC", "BRICS",   "CAF",    "CEDEAO", "CERN",
    "COVID",    "EFTA",  "ENA",   "FIFA",    "FRONTEX", "HAMAS",  "INSEE",  "INSERM",
    "INTERPOL", "MEDEF", "MERS",  "NASA",    "NATO",    "ONU",    "OPEP",   "OTAN",
    "OVNI",     "PAC",   "PACS",  "RADAR",   "SACEM",   "SAMU",   "SARS",   "SICAV",
    "SIDA",     "SMIC",  "SWIFT", "TASS",    "UEFA",    "UNESCO", "UNICEF", "URSSAF",
    "ZAC",      "ZAD",   "ZEP"};

static const char *const words_fr[] = {
    "AI",   "AU",   "AUX",  "AVEC", "BIEN", "BON", "CAR",  "CE",   "CES",  "CET", "DANS",
    "DE",   "DES",  "DEUX", "DIT",  "DONC", "DU",  "ELLE", "EN",   "EST",  "ET",  "FAIT",
    "FIN",  "IL",   "ILS",  "JE",   "LA",   "LE",  "LES",  "LEUR", "LUI",  "MA",  "MAIS",
    "ME",   "MES",  "MOI",  "MON",  "NE",   "NI",  "NON",  "NOS",  "NOUS", "ON",  "ONT",
    "OU",   "OUI",  "OÙ",   "PAR",  "PAS",  "PEU", "PLUS", "POUR", "QUE",  "QUI", "RIEN",
    "SA",   "SES",  "SI",   "SON",  "SOUS", "SUR", "TA",   "TE",   "TES",  "TON", "TOUS",
    "TOUT", "TRÈS", "TU",   "UN",   "UNE",  "VOS", "VOUS", "VU",   "ÉTÉ"};

static const char *const spelled_es[] = {
    "AI",  "BCE",  "BOE",  "CPI",  "DEA",  "DGT",  "DNI", "FAO", "FBI",  "FCC", "FMI",
    "IA",  "IPC",  "OCDE", "OCS",  "OEI",  "OIEA", "OIM", "OIT", "OMC",  "OMS", "OMT",
    "ONG", "OPAQ", "OPS",  "OSCE", "OTSC", "PP",   "RDA", "RFA", "RPDC", "SUV", "TPI",
    "TV",  "UA",   "UE",   "UEA",  "UEE",  "UIT",  "UK",  "UPA", "US",   "VIP"};

static const char *const said_es[] = {
    "AEMET",   "AIDS",  "ALBA",  "ALCA",     "APEC",   "ASEAN",    "AVE",   "BRICS",
    "CELAC",   "CEPAL", "CERN",  "CIA",      "COVID",  "ETA",      "FARC",  "FIFA",
    "FRONTEX", "HAMAS", "INE",   "INTERPOL", "IVA",    "MERCOSUR", "NASA",  "NATO",
    "OEA",     "ONCE",  "ONU",   "OPEP",     "OTAN",   "OVNI",     "PAN",   "PEMEX",
    "PIB",     "PRI",   "RADAR", "RENFE",    "SARS",   "SIDA",     "SWIFT", "TAC",
    "TASS",    "UEFA",  "UNAM",  "UNASUR",   "UNESCO", "UNICEF",   "USA"};

static const char *const words_es[] = {
    "AL",   "ALLÍ", "ASÍ", "BIEN", "CON", "COSA", "DE",  "DEL", "DOS", "DÍA",
    "EL",   "ELLA", "EN",  "ES",   "ESA", "ESE",  "ESO", "FIN", "FUE", "HA",
    "HAN",  "HAY",  "HOY", "IR",   "LA",  "LAS",  "LE",  "LES", "LO",  "LOS",
    "ME",   "MI",   "MIS", "MUY",  "MÁS", "MÍ",   "NI",  "NO",  "NOS", "OS",
    "PERO", "POR",  "QUE", "QUÉ",  "SE",  "SER",  "SI",  "SIN", "SOL", "SON",
    "SU",   "SUS",  "SÍ",  "TAN",  "TE",  "TRES", "TU",  "TÚ",  "UN",  "UNA",
    "USO",  "VA",   "VAN", "VER",  "VEZ", "VOZ",  "YA",  "YO"};

static const struct respelled respelled_es[] = {{"PSOE", "Pesoe"}};

#define LIST(words)                                                                      \
    {                                                                                    \
        (words), sizeof(words) / sizeof *(words)                                         \
    }

static const struct acronym_tables tables[] = {
    {
        .language = "en",
        .spelled = LIST(spelled_en),
        .said = LIST(said_en),
        .words = LIST(words_en),
        .mixed = LIST(mixed_en),
        .respelled = respelled_en,
        .respelled_count = sizeof respelled_en / sizeof *respelled_en,
    },
    {
        .language = "ru",
        .spelled = LIST(spelled_ru),
        .said = LIST(said_ru),
        .words = LIST(words_ru),
        .mixed = {0},
    },
    {
        .language = "de",
        .spelled = LIST(spelled_de),
        .said = LIST(said_de),
        .words = LIST(words_de),
        .mixed = LIST(mixed_de),
    },
    {
        .language = "fr",
        .spelled = LIST(spelled_fr),
        .said = LIST(said_fr),
        .words = LIST(words_fr),
        .mixed = {0},
    },
    {
        .language = "es",
        .spelled = LIST(spelled_es),
        .said = LIST(said_es),
        .words = LIST(words_es),
        .mixed = {0},
        .respelled = respelled_es,
        .respelled_count = sizeof respelled_es / sizeof *respelled_es,
    },
};

/* -1, 0 or 1 for `word` before, at or behind `entry`. */
static int compare(struct str word, const char *entry)
{
    ptrdiff_t length = (ptrdiff_t)strlen(entry);
    ptrdiff_t common = word.len < length ? word.len : length;
    int order = memcmp(word.ptr, entry, (size_t)common);
    return order ? order : (word.len > length) - (word.len < length);
}

bool word_list_has(struct word_list l, struct str word)
{
    for (size_t low = 0, high = l.count; low < high;) {
        size_t middle = low + (high - low) / 2;
        int order = compare(word, l.words[middle]);
        if (!order)
            return true;
        low = order > 0 ? middle + 1 : low;
        high = order < 0 ? middle : high;
    }
    return false;
}

const char *acronym_respelled(const struct acronym_tables *t, struct str word)
{
    for (size_t i = 0; i < t->respelled_count; i++)
        if (!compare(word, t->respelled[i].printed))
            return t->respelled[i].said;
    return NULL;
}

const struct acronym_tables *acronym_tables_of(struct str language)
{
    struct str primary = language_primary(language);
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        if (str_eq_ascii_case(primary, str_from(tables[i].language)))
            return &tables[i];
    return NULL;
}
