#include "voice/given_names.h"

#include <stdlib.h>

#include "base/unicode.h"

/* Case-folded, in order of bytes. */
static const char *const high[] = {
    "abigail",    "ada",       "adele",      "agnes",     "agnieszka",  "aisha",
    "aleksandra", "alexandra", "alice",      "alicia",    "alina",      "alison",
    "allison",    "amanda",    "amara",      "amelia",    "amina",      "amy",
    "ana",        "anastasia", "angela",     "angelina",  "anita",      "anja",
    "anke",       "ann",       "anna",       "annalena",  "anne",       "annette",
    "annie",      "antonia",   "anya",       "astrid",    "audrey",     "barbara",
    "beatrice",   "beatriz",   "becky",      "bella",     "bernadette", "beth",
    "betty",      "birgit",    "brenda",     "bridget",   "brigitte",   "camilla",
    "carla",      "carol",     "carolina",   "caroline",  "catherine",  "cecilia",
    "chiara",     "chloe",     "christiane", "christina", "christine",  "cindy",
    "claire",     "clara",     "clare",      "claudia",   "colleen",    "constance",
    "cornelia",   "cristina",  "cynthia",    "céline",    "daniela",    "daphne",
    "deborah",    "debra",     "denise",     "diana",     "diane",      "dolores",
    "donna",      "doris",     "dorothy",    "edith",     "ekaterina",  "elaine",
    "eleanor",    "elena",     "elisa",      "elisabeth", "elizabeth",  "ella",
    "ellen",      "elsa",      "emily",      "emma",      "erica",      "erika",
    "esther",     "eugenia",   "eva",        "eve",       "evelyn",     "fatima",
    "fiona",      "frances",   "francesca",  "franziska", "françoise",  "frida",
    "gabriela",   "gabrielle", "gemma",      "geraldine", "gertrude",   "gillian",
    "giorgia",    "giulia",    "gloria",     "grace",     "greta",      "gudrun",
    "hannah",     "hannelore", "harriet",    "heather",   "heidi",      "heike",
    "helen",      "helena",    "helga",      "henrietta", "hilary",     "hilda",
    "hélène",     "ida",       "ifeoma",     "ilona",     "ilse",       "inga",
    "ingrid",     "irena",     "irene",      "irina",     "irma",       "isabel",
    "isabella",   "isabelle",  "ivana",      "jacinda",   "jacqueline", "jane",
    "janet",      "janice",    "jeanne",     "jenna",     "jennifer",   "jenny",
    "jessica",    "jill",      "joanna",     "josephine", "joyce",      "juanita",
    "judith",     "julia",     "juliana",    "julie",     "juliet",     "justine",
    "kamala",     "karen",     "karin",      "karina",    "karine",     "karla",
    "karoline",   "katarina",  "kate",       "katharina", "katherine",  "kathleen",
    "kathryn",    "kathy",     "katie",      "katja",     "katrin",     "kirsten",
    "kristin",    "kristina",  "larisa",     "laura",     "lauren",     "leila",
    "lena",       "leonora",   "letitia",    "lidia",     "liliana",    "lily",
    "linda",      "lisa",      "liz",        "lorraine",  "louisa",     "louise",
    "lucia",      "lucie",     "lucy",       "ludmila",   "luisa",      "luise",
    "lydia",      "lyudmila",  "madeleine",  "magdalena", "maggie",     "mara",
    "margaret",   "margarita", "margot",     "maria",     "marianne",   "marie",
    "marija",     "marilyn",   "marina",     "marion",    "marjorie",   "marta",
    "martha",     "martina",   "martine",    "mary",      "maryam",     "maría",
    "mathilde",   "matilda",   "maureen",    "megan",     "melanie",    "melissa",
    "mercedes",   "mia",       "michelle",   "mildred",   "miranda",    "miriam",
    "molly",      "monica",    "monika",     "monique",   "nadezhda",   "nadia",
    "nadine",     "nancy",     "naomi",      "natalia",   "natalie",    "natalya",
    "natasha",    "nathalie",  "nicole",     "nina",      "nora",       "norma",
    "odette",     "oksana",    "olga",       "olivia",    "ophelia",    "pamela",
    "patricia",   "paula",     "paulina",    "pauline",   "penelope",   "penny",
    "petra",      "philippa",  "phoebe",     "polina",    "priscilla",  "rachel",
    "ramona",     "rebecca",   "regina",     "renate",    "rita",       "rosa",
    "rosalind",   "rosemary",  "roxanne",    "ruth",      "sabina",     "sabine",
    "sally",      "samantha",  "sandra",     "sarah",     "selma",      "serena",
    "sheila",     "sigrid",    "silvia",     "sofia",     "sonia",      "sonja",
    "sophia",     "sophie",    "stella",     "stephanie", "susan",      "susanna",
    "susanne",    "suzanne",   "svetlana",   "sylvia",    "sylvie",     "tamara",
    "tanya",      "tatiana",   "tatyana",    "teresa",    "tessa",      "thelma",
    "theresa",    "therese",   "tiffany",    "tina",      "ulrike",     "ursula",
    "valentina",  "valeria",   "valerie",    "vanessa",   "vera",       "verena",
    "veronica",   "viktoria",  "viviane",    "véronique", "wendy",      "wilhelmina",
    "yael",       "yana",      "yekaterina", "yelena",    "yulia",      "yvette",
    "yvonne",     "zainab",    "zoe",        "zoya",      "élisabeth",  "алевтина",
    "александра", "алина",     "алиса",      "алла",      "анастасия",  "анна",
    "антонина",   "валентина", "валерия",    "варвара",   "вера",       "вероника",
    "виктория",   "галина",    "дарья",      "диана",     "екатерина",  "елена",
    "елизавета",  "зинаида",   "зоя",        "инна",      "ирина",      "кристина",
    "ксения",     "лариса",    "лидия",      "любовь",    "людмила",    "маргарита",
    "марина",     "мария",     "надежда",    "наталия",   "наталья",    "нина",
    "оксана",     "ольга",     "полина",     "раиса",     "светлана",   "софия",
    "софья",      "тамара",    "татьяна",    "ульяна",    "эльвира",    "юлия",
    "яна",
};

static const char *const low[] = {
    "aaron",     "abdul",     "abraham",    "adam",        "adrian",     "ahmad",
    "ahmed",     "alan",      "albert",     "alberto",     "alejandro",  "aleksandr",
    "aleksei",   "aleksey",   "alexander",  "alexandre",   "alexei",     "alexey",
    "alfonso",   "alfred",    "ali",        "alistair",    "allan",      "alvin",
    "anatoly",   "anders",    "andreas",    "andrei",      "andrew",     "andrey",
    "andrés",    "anthony",   "antoine",    "anton",       "antonio",    "antony",
    "antónio",   "archibald", "armin",      "arnold",      "arthur",     "arturo",
    "august",    "augustus",  "axel",       "barack",      "barry",      "bartholomew",
    "basil",     "ben",       "benjamin",   "bernard",     "bernd",      "bernhard",
    "bernie",    "bertrand",  "bill",       "björn",       "bob",        "boris",
    "brad",      "brendan",   "brett",      "brian",       "bruce",      "bruno",
    "burkhard",  "carl",      "carlos",     "cecil",       "cedric",     "charles",
    "christian", "christoph", "christophe", "christopher", "clarence",   "claus",
    "clemens",   "clifford",  "clive",      "colin",       "conrad",     "constantin",
    "cornelius", "craig",     "curtis",     "cyril",       "damian",     "daniel",
    "darren",    "david",     "denis",      "dennis",      "derek",      "detlef",
    "diego",     "dieter",    "dietrich",   "dirk",        "dmitri",     "dmitriy",
    "dmitry",    "dominic",   "dominik",    "donald",      "douglas",    "duncan",
    "dwight",    "eckhard",   "edgar",      "edmund",      "eduard",     "eduardo",
    "edward",    "edwin",     "egon",       "emil",        "emmanuel",   "enrique",
    "eric",      "erich",     "erik",       "ernest",      "ernesto",    "ernst",
    "erwin",     "ethan",     "eugene",     "evgeny",      "fabian",     "felipe",
    "felix",     "ferdinand", "fernando",   "florian",     "francesco",  "francis",
    "francisco", "franck",    "franco",     "frank",       "frans",      "franz",
    "fred",      "frederick", "friedrich",  "fritz",       "gary",       "gavin",
    "gennady",   "geoffrey",  "georg",      "george",      "georges",    "georgy",
    "gerald",    "gerard",    "gerhard",    "gilbert",     "giles",      "giovanni",
    "giuseppe",  "glenn",     "gordon",     "graham",      "greg",       "gregory",
    "grigory",   "guido",     "guillaume",  "gunther",     "gustav",     "guy",
    "gérard",    "günter",    "hamid",      "hans",        "harald",     "harold",
    "harry",     "hassan",    "heinrich",   "heinz",       "helmut",     "hendrik",
    "henri",     "henrik",    "henry",      "herbert",     "herman",     "hermann",
    "holger",    "horst",     "howard",     "hubert",      "hugh",       "hugo",
    "humphrey",  "hussein",   "ian",        "ibrahim",     "ignacio",    "igor",
    "ilya",      "isaac",     "ivan",       "ivo",         "jack",       "jacob",
    "jacques",   "jakob",     "james",      "jason",       "javier",     "jeff",
    "jeffrey",   "jens",      "jeremy",     "jeroen",      "jerome",     "jerry",
    "jim",       "jimmy",     "joachim",    "jochen",      "joe",        "joel",
    "johan",     "johann",    "johannes",   "john",        "johnny",     "jonas",
    "jonathan",  "jorge",     "josef",      "joseph",      "joshua",     "josé",
    "juan",      "julian",    "justin",     "jérôme",      "jörg",       "jürgen",
    "kairat",    "karl",      "kaspar",     "keith",       "kenneth",    "kevin",
    "khalid",    "kirill",    "klaus",      "konrad",      "konstantin", "kurt",
    "lars",      "laurent",   "lawrence",   "leon",        "leonard",    "leonid",
    "leopold",   "lewis",     "lorenz",     "lothar",      "louis",      "luc",
    "lucas",     "ludwig",    "luigi",      "luis",        "lukas",      "luke",
    "lutz",      "magnus",    "malcolm",    "manfred",     "manuel",     "marc",
    "marcel",    "marco",     "marcus",     "mario",       "mark",       "markus",
    "martin",    "mathias",   "matteo",     "matthew",     "matthias",   "maurice",
    "mauro",     "max",       "maxim",      "maximilian",  "michael",    "michał",
    "michel",    "miguel",    "mikhail",    "milan",       "mohamed",    "mohammad",
    "mohammed",  "moritz",    "muhammad",   "murray",      "mustafa",    "nathan",
    "neil",      "neville",   "nicholas",   "nicolas",     "niels",      "nigel",
    "nikolai",   "nikolaus",  "nikolay",    "nils",        "norbert",    "norman",
    "olaf",      "oleg",      "oliver",     "olivier",     "omar",       "osama",
    "oscar",     "oskar",     "oswald",     "oswin",       "otto",       "owen",
    "pablo",     "paolo",     "pascal",     "patrick",     "paul",       "pavel",
    "pedro",     "peter",     "philip",     "philipp",     "philippe",   "phillip",
    "pierre",    "piers",     "pieter",     "piotr",       "rafael",     "rainer",
    "ralf",      "ralph",     "ramón",      "raphael",     "raymond",    "reginald",
    "reinhard",  "rené",      "ricardo",    "richard",     "robert",     "roberto",
    "rodrigo",   "roger",     "roland",     "rolf",        "roman",      "ronald",
    "rudolf",    "rupert",    "ruslan",     "russ",        "russell",    "rüdiger",
    "salvador",  "samir",     "samuel",     "sebastian",   "serge",      "sergei",
    "sergej",    "sergey",    "sergio",     "seth",        "sidney",     "siegfried",
    "sigmund",   "simon",     "stanislav",  "stanley",     "stefan",     "stephan",
    "stephen",   "steve",     "steven",     "stewart",     "stuart",     "sven",
    "tariq",     "ted",       "terence",    "theo",        "theodor",    "theodore",
    "thibault",  "thierry",   "thomas",     "thorsten",    "tim",        "timothy",
    "tobias",    "tom",       "tomasz",     "tomás",       "tony",       "torsten",
    "travis",    "trevor",    "ulrich",     "uwe",         "vadim",      "valentin",
    "valery",    "vasily",    "victor",     "viktor",      "vincent",    "vincenzo",
    "vitaly",    "vlad",      "vladimir",   "volker",      "volodymyr",  "vyacheslav",
    "waldemar",  "walter",    "warren",     "wayne",       "werner",     "wilfred",
    "wilhelm",   "willem",    "william",    "winston",     "wolf",       "wolfgang",
    "wolodymyr", "xavier",    "yevgeny",    "yuri",        "yury",       "yves",
    "zachary",   "álvaro",    "адам",       "азат",        "александр",  "алексей",
    "анатолий",  "андрей",    "антон",      "аркадий",     "арсений",    "артем",
    "артур",     "артём",     "богдан",     "борис",       "вадим",      "валентин",
    "валерий",   "василий",   "виктор",     "виталий",     "владимир",   "владислав",
    "всеволод",  "вячеслав",  "геннадий",   "георгий",     "герман",     "глеб",
    "григорий",  "давид",     "даниил",     "денис",       "дмитрий",    "евгений",
    "егор",      "иван",      "игорь",      "илья",        "кирилл",     "константин",
    "лев",       "леонид",    "максим",     "марат",       "михаил",     "николай",
    "олег",      "павел",     "петр",       "пётр",        "рамзан",     "ринат",
    "роман",     "ростислав", "руслан",     "рустам",      "семен",      "семён",
    "сергей",    "станислав", "степан",     "тимур",       "федор",      "фёдор",
    "эдуард",    "юрий",      "ярослав",
};

enum { NAME_BYTES_LOOKED_AT = 200 };

static int by_name(const void *key, const void *entry)
{
    return str_compare(*(const struct str *)key, str_from(*(const char *const *)entry));
}

static bool is_listed(const char *const *names, size_t count, struct str name)
{
    return bsearch(&name, names, count, sizeof *names, by_name) != NULL;
}

static enum voice_hint hint_of(struct str folded)
{
    if (is_listed(high, sizeof high / sizeof *high, folded))
        return HINT_HIGH;
    return is_listed(low, sizeof low / sizeof *low, folded) ? HINT_LOW : HINT_NONE;
}

/* Russian surnames tell: Ветрова, Ветров. */
static enum voice_hint hint_of_ending(struct str folded)
{
    static const struct {
        const char *ending;
        enum voice_hint hint;
    } endings[] = {
        {"ова", HINT_HIGH}, {"ева", HINT_HIGH}, {"ёва", HINT_HIGH}, {"ина", HINT_HIGH},
        {"ая", HINT_HIGH},  {"ов", HINT_LOW},   {"ев", HINT_LOW},   {"ёв", HINT_LOW},
        {"ин", HINT_LOW},   {"ский", HINT_LOW}, {"цкий", HINT_LOW},
    };
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        struct str ending = str_from(endings[i].ending);
        if (folded.len > ending.len + 2 && str_ends(folded, ending))
            return endings[i].hint;
    }
    return HINT_NONE;
}

static bool is_break(int32_t c)
{
    return utf8_is_space(c) || c == '.' || c == ',' || c == '(' || c == ')' || c == '/' ||
           c == '"';
}

/* Takes the next word of `s` from *at; empty at the end. */
static struct str next_word(struct str s, ptrdiff_t *at)
{
    ptrdiff_t begin = *at, end = begin;
    while (*at < s.len) {
        if (!is_break(utf8_next(s, at))) {
            end = *at;
            continue;
        }
        if (end > begin)
            return str_slice(s, begin, end);
        begin = end = *at;
    }
    return str_slice(s, begin, end);
}

static bool has_lower(struct str s)
{
    for (ptrdiff_t i = 0; i < s.len;)
        if (unicode_is_lower(utf8_next(s, &i)))
            return true;
    return false;
}

enum voice_hint given_name_find(struct arena *a, struct str name, struct str language,
                                struct str *word)
{
    ptrdiff_t at = 0;
    name = str_slice(name, 0, NAME_BYTES_LOOKED_AT);
    struct str this = next_word(name, &at);
    bool alone = true;
    while (this.len > 0) {
        struct str next = next_word(name, &at), folded = unicode_fold(a, this);
        enum voice_hint hint = HINT_NONE;
        if (next.len > 0 || (alone && has_lower(this)))
            hint = hint_of(folded);
        if (hint == HINT_NONE && next.len == 0 && str_eq(language, S("ru")))
            hint = hint_of_ending(folded);
        *word = this;
        if (hint != HINT_NONE)
            return hint;
        this = next;
        alone = false;
    }
    *word = (struct str){0};
    return HINT_NONE;
}
