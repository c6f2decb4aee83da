/* Russian. */
#include "readings/russian.h"

static const char *const months[] = {
    "января",  "февраля",  "марта",    "апреля",  "мая",     "июня",    "июля",
    "августа", "сентября", "октября",  "ноября",  "декабря", "Января",  "Февраля",
    "Марта",   "Апреля",   "Мая",      "Июня", /* "9 Мая" */
    "Июля",    "Августа",  "Сентября", "Октября", "Ноября",  "Декабря", NULL,
};

#define NOUN_RU(sign, nominative, genitive, plural, has, behind)                         \
    {                                                                                    \
        .printed = (sign), .one = (nominative), .few = (genitive), .many = (plural),     \
        .gender = (has), .tail = (behind)                                                \
    }

static const struct noun kopeck =
    NOUN_RU("коп.", "копейка", "копейки", "копеек", FEMININE, NULL);
static const struct noun cent = NOUN_RU("c", "цент", "цента", "центов", MASCULINE, NULL);

static const struct noun units[] = {
    NOUN_RU("%", "процент", "процента", "процентов", MASCULINE, NULL),
    NOUN_RU("‰", "промилле", NULL, "промилле", NEUTER, NULL),
    NOUN_RU("п.п.", "процентный пункт", "процентных пункта", "процентных пунктов",
            MASCULINE, NULL),
    NOUN_RU("°C", "градус", "градуса", "градусов", MASCULINE, " Цельсия"),
    NOUN_RU("°С", "градус", "градуса", "градусов", MASCULINE, " Цельсия"),
    NOUN_RU("°F", "градус", "градуса", "градусов", MASCULINE, " Фаренгейта"),
    NOUN_RU("°", "градус", "градуса", "градусов", MASCULINE, NULL),
    NOUN_RU("км/ч", "километр", "километра", "километров", MASCULINE, " в час"),
    NOUN_RU("м/с", "метр", "метра", "метров", MASCULINE, " в секунду"),
    NOUN_RU("кв. км", "квадратный километр", "квадратных километра",
            "квадратных километров", MASCULINE, NULL),
    NOUN_RU("км²", "квадратный километр", "квадратных километра", "квадратных километров",
            MASCULINE, NULL),
    NOUN_RU("км2", "квадратный километр", "квадратных километра", "квадратных километров",
            MASCULINE, NULL),
    NOUN_RU("кв. м", "квадратный метр", "квадратных метра", "квадратных метров",
            MASCULINE, NULL),
    NOUN_RU("м²", "квадратный метр", "квадратных метра", "квадратных метров", MASCULINE,
            NULL),
    NOUN_RU("м2", "квадратный метр", "квадратных метра", "квадратных метров", MASCULINE,
            NULL),
    NOUN_RU("куб. м", "кубический метр", "кубических метра", "кубических метров",
            MASCULINE, NULL),
    NOUN_RU("м³", "кубический метр", "кубических метра", "кубических метров", MASCULINE,
            NULL),
    NOUN_RU("км", "километр", "километра", "километров", MASCULINE, NULL),
    NOUN_RU("см", "сантиметр", "сантиметра", "сантиметров", MASCULINE, NULL),
    NOUN_RU("мм", "миллиметр", "миллиметра", "миллиметров", MASCULINE, NULL),
    NOUN_RU("м", "метр", "метра", "метров", MASCULINE, NULL),
    NOUN_RU("кг", "килограмм", "килограмма", "килограммов", MASCULINE, NULL),
    NOUN_RU("мг", "миллиграмм", "миллиграмма", "миллиграммов", MASCULINE, NULL),
    NOUN_RU("г", "грамм", "грамма", "граммов", MASCULINE, NULL),
    NOUN_RU("т", "тонна", "тонны", "тонн", FEMININE, NULL),
    NOUN_RU("л", "литр", "литра", "литров", MASCULINE, NULL),
    NOUN_RU("га", "гектар", "гектара", "гектаров", MASCULINE, NULL),
    NOUN_RU("кВт", "киловатт", "киловатта", "киловатт", MASCULINE, NULL),
    NOUN_RU("МВт", "мегаватт", "мегаватта", "мегаватт", MASCULINE, NULL),
    NOUN_RU("ГВт", "гигаватт", "гигаватта", "гигаватт", MASCULINE, NULL),
    NOUN_RU("МГц", "мегагерц", "мегагерца", "мегагерц", MASCULINE, NULL),
    NOUN_RU("ГГц", "гигагерц", "гигагерца", "гигагерц", MASCULINE, NULL),
    NOUN_RU("МБ", "мегабайт", "мегабайта", "мегабайт", MASCULINE, NULL),
    NOUN_RU("ГБ", "гигабайт", "гигабайта", "гигабайт", MASCULINE, NULL),
    NOUN_RU("мин.", "минута", "минуты", "минут", FEMININE, NULL),
    NOUN_RU("сек.", "секунда", "секунды", "секунд", FEMININE, NULL),
    NOUN_RU("чел.", "человек", "человека", "человек", MASCULINE, NULL),
    NOUN_RU("экз.", "экземпляр", "экземпляра", "экземпляров", MASCULINE, NULL),
    {0},
};

#define MONEY_RU(sign, nominative, genitive, plural, behind, hundredth)                  \
    {                                                                                    \
        .printed = (sign), .one = (nominative), .few = (genitive), .many = (plural),     \
        .tail = (behind), .part = (hundredth)                                            \
    }

static const struct noun currencies[] = {
    MONEY_RU("US$", "доллар", "доллара", "долларов", NULL, &cent),
    MONEY_RU("$", "доллар", "доллара", "долларов", NULL, &cent),
    MONEY_RU("долл. США", "доллар", "доллара", "долларов", " С Ш А", &cent),
    MONEY_RU("долл.", "доллар", "доллара", "долларов", NULL, &cent),
    MONEY_RU("USD", "доллар", "доллара", "долларов", NULL, &cent),
    MONEY_RU("€", "евро", NULL, "евро", NULL, &cent),
    MONEY_RU("EUR", "евро", NULL, "евро", NULL, &cent),
    MONEY_RU("£", "фунт", "фунта", "фунтов", NULL, NULL),
    MONEY_RU("¥", "иена", "иены", "иен", NULL, NULL),
    MONEY_RU("₽", "рубль", "рубля", "рублей", NULL, &kopeck),
    MONEY_RU("руб.", "рубль", "рубля", "рублей", NULL, &kopeck),
    MONEY_RU("RUB", "рубль", "рубля", "рублей", NULL, &kopeck),
    MONEY_RU("р.", "рубль", "рубля", "рублей", NULL, &kopeck),
    NOUN_RU("коп.", "копейка", "копейки", "копеек", FEMININE, NULL),
    {0},
};

static const struct noun scales[] = {
    NOUN_RU("тыс.", "тысяча", "тысячи", "тысяч", FEMININE, NULL),
    NOUN_RU("млн", "миллион", "миллиона", "миллионов", MASCULINE, NULL),
    NOUN_RU("млн.", "миллион", "миллиона", "миллионов", MASCULINE, NULL),
    NOUN_RU("млрд", "миллиард", "миллиарда", "миллиардов", MASCULINE, NULL),
    NOUN_RU("млрд.", "миллиард", "миллиарда", "миллиардов", MASCULINE, NULL),
    NOUN_RU("трлн", "триллион", "триллиона", "триллионов", MASCULINE, NULL),
    NOUN_RU("трлн.", "триллион", "триллиона", "триллионов", MASCULINE, NULL),
    {0},
};

static const struct abbreviation_said abbreviations[] = {
    {"т.д.", "так далее", false},
    {"т.п.", "тому подобное", false},
    {"т.е.", "то есть", false},
    {"т.к.", "так как", false},
    {"т.н.", "так называемый", false},
    {"и др.", "и другие", false},
    {"др.", "другие", false},
    {"г-н", "господин", false},
    {"Г-н", "Господин", false},
    {"г-на", "господина", false},
    {"г-ну", "господину", false},
    {"г-ном", "господином", false},
    {"г-не", "господине", false},
    {"г-жа", "госпожа", false},
    {"Г-жа", "Госпожа", false},
    {"г-жи", "госпожи", false},
    {"г-же", "госпоже", false},
    {"г-жу", "госпожу", false},
    {"г-жой", "госпожой", false},
    {"проф.", "профессор", false},
    {"Проф.", "Профессор", false},
    {"акад.", "академик", false},
    {"ул.", "улица", true},
    {"пл.", "площадь", true},
    {"пр.", "проспект", true},
    {"им.", "имени", true},
    {"тел.", "телефон", false},
    {"Тел.", "Телефон", false},
    {"н.э.", "нашей эры", false},
    {"до н.э.", "до нашей эры", false},
    {"с.ш.", "северной широты", false},
    {"ю.ш.", "южной широты", false},
    {"в.д.", "восточной долготы", false},
    {"з.д.", "западной долготы", false},
    {"см.", "смотри", false},
    {"напр.", "например", false},
    {"гг.", "годы", false},
    {0},
};

static const struct reference_said references[] = {
    {"с.", "страница", "страницы", "страницу", "странице", "странице"},
    {"стр.", "страница", "страницы", "страницу", "странице", "странице"},
    {"ст.", "статья", "статьи", "статью", "статье", "статье"},
    {"ч.", "часть", "части", "часть", "части", "части"},
    {"п.", "пункт", "пункта", "пункт", "пункте", "пункту"},
    {"пп.", "пункты", "пунктов", "пункты", "пунктах", "пунктам"},
    {"гл.", "глава", "главы", "главу", "главе", "главе"},
    {"рис.", "рисунок", "рисунка", "рисунок", "рисунке", "рисунку"},
    {"табл.", "таблица", "таблицы", "таблицу", "таблице", "таблице"},
    {"д.", "дом", "дома", "дом", "доме", "дому"},
    {"кв.", "квартира", "квартиры", "квартиру", "квартире", "квартире"},
    {"№", "номер", "номер", "номер", "номере", "номеру"},
    {"#", "номер", "номер", "номер", "номере", "номеру"},
    {"§", "параграф", "параграфа", "параграф", "параграфе", "параграфу"},
    {"§§", "параграфы", "параграфов", "параграфы", "параграфах", "параграфам"},
    {0},
};

static const char numbered[] = "глава|Глава|том|Том|часть|Часть|раздел|Раздел|приложение|"
                               "Приложение|статья|Статья|фаза|тип|группы|категории";

const struct sign_words russian_signs = {
    .minus = "минус",
    .plus = "плюс",
    .times = "умножить на",
    .equals = "равно",
    .about = "примерно ",
    .by = "на",
    .point = "запятая",
    .dot = "точка",
    .at = "собака",
    .dash = "дефис",
    .range = "-",
    .over = "дробь",
    .and = "и",
    .version = "версия",
    .plus_minus = "плюс-минус",
    .at_least = "минимум",
    .at_most = "максимум",
    .more = "больше чем",
    .less = "меньше чем",
    .greater = "больше чем",
    .smaller = "меньше чем",
    .hashtag = "хештег",
    .to_score = " ",
    .north = "северной широты",
    .south = "южной широты",
    .east = "восточной долготы",
    .west = "западной долготы",
};

const struct grammar grammar_russian = {
    .language = "ru",
    .months = months,
    .numbered = numbered,
    .units = units,
    .currencies = currencies,
    .scales = scales,
    .abbreviations = abbreviations,
    .references = references,
    .signs = &russian_signs,
    .of = "",
    .scale_words = "тысяч|тысячи|тысяча|миллион|миллиона|миллионов|миллиард|миллиарда|"
                   "миллиардов|триллион|триллиона|триллионов",
    .date_of = "",
    .year_behind = " года",
    .day_links = "и|по|до|или",
    .days_unmarked = true,
    .half_word = true,
    .clock = {NOUN_RU("", "минута", "минуты", "минут", FEMININE, NULL),
              NOUN_RU("", "секунда", "секунды", "секунд", FEMININE, NULL)},
    .clock_at = "минута|минуте|минуты|отметке",
    .number = russian_number,
    .count_form = russian_count_form,
    .rank_form = russian_rank_form,
    .kind = russian_kind,
    .noun = russian_noun,
    .decimal = russian_decimal,
    .ordinal_end = russian_ordinal_end,
    .day = russian_day,
    .day_form = russian_day_form,
    .time = russian_time,
    .fraction = russian_fraction,
    .roman = russian_roman,
    .compound = russian_compound,
};
