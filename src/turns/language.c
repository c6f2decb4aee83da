#include "turns/language.h"

#include <stdlib.h>

#include "base/unicode.h"

enum {
    LANGUAGES = 5,
    WORD_MOST = 12,      /* bytes of the longest word listed */
    FOUND_LEAST = 3,     /* little words more than twice those of any other language, */
    FOUND_PERCENT = 12,  /* so many of all words, */
    WORDS_MOST = 20000,  /* among the first words */
    TIMES_THE_NEXT = 3,  /* and so many times those of any other language */
    KAZAKH_PERCENT = 20, /* қ and ғ, of all words */
};

/* Words that are common in one of the languages and rare in the others. In order of bytes. */
struct little_word {
    const char *word;
    unsigned char language; /* an index of `names` */
};
static const char *const names[LANGUAGES] = {"", "de", "es", "fr", "ru"};
enum { EN, DE, ES, FR, RU };
static const struct little_word little_words[] = {
    {"aber", DE},     {"about", EN},    {"and", EN},       {"antwort", DE},
    {"are", EN},      {"at", EN},       {"au", FR},        {"auch", DE},
    {"auf", DE},      {"aussi", FR},    {"aux", FR},       {"avec", FR},
    {"be", EN},       {"been", EN},     {"bei", DE},       {"bitte", DE},
    {"bonjour", FR},  {"buenas", ES},   {"buenos", ES},    {"but", EN},
    {"by", EN},       {"can", EN},      {"ce", FR},        {"cela", FR},
    {"cette", FR},    {"comme", FR},    {"como", ES},      {"con", ES},
    {"cuando", ES},   {"cuándo", ES},   {"cómo", ES},      {"damen", DE},
    {"dank", DE},     {"danke", DE},    {"dans", FR},      {"das", DE},
    {"dass", DE},     {"del", ES},      {"dem", DE},       {"den", DE},
    {"der", DE},      {"des", FR},      {"donc", FR},      {"ein", DE},
    {"eine", DE},     {"einen", DE},    {"el", ES},        {"elle", FR},
    {"eso", ES},      {"est", FR},      {"esta", ES},      {"este", ES},
    {"está", ES},     {"et", FR},       {"for", EN},       {"frage", DE},
    {"frau", DE},     {"from", EN},     {"fue", ES},       {"für", DE},
    {"gracias", ES},  {"guten", DE},    {"ha", ES},        {"haben", DE},
    {"hace", ES},     {"had", EN},      {"han", ES},       {"has", EN},
    {"hat", DE},      {"have", EN},     {"hay", ES},       {"he", EN},
    {"herr", DE},     {"herren", DE},   {"herrn", DE},     {"his", EN},
    {"how", EN},      {"ich", DE},      {"if", EN},        {"il", FR},
    {"ils", FR},      {"im", DE},       {"is", EN},        {"ist", DE},
    {"it", EN},       {"ja", DE},       {"je", FR},        {"kann", DE},
    {"keine", DE},    {"könnte", DE},   {"las", ES},       {"le", FR},
    {"les", FR},      {"leur", FR},     {"lo", ES},        {"los", ES},
    {"madame", FR},   {"mais", FR},     {"man", DE},       {"meine", DE},
    {"merci", FR},    {"mesdames", FR}, {"messieurs", FR}, {"mir", DE},
    {"mit", DE},      {"monsieur", FR}, {"muy", ES},       {"más", ES},
    {"nach", DE},     {"nicht", DE},    {"noch", DE},      {"nos", ES},
    {"nosotros", ES}, {"not", EN},      {"notre", FR},     {"nous", FR},
    {"nur", DE},      {"oder", DE},     {"of", EN},        {"ont", FR},
    {"our", EN},      {"par", FR},      {"para", ES},      {"pas", FR},
    {"pero", ES},     {"plus", FR},     {"por", ES},       {"porque", ES},
    {"pour", FR},     {"pregunta", ES}, {"puede", ES},     {"quand", FR},
    {"qui", FR},      {"qué", ES},      {"respuesta", ES}, {"réponse", FR},
    {"señor", ES},    {"señora", ES},   {"señores", ES},   {"sich", DE},
    {"sie", DE},      {"sind", DE},     {"sobre", ES},     {"son", ES},
    {"sont", FR},     {"suis", FR},     {"sur", FR},       {"también", ES},
    {"that", EN},     {"the", EN},      {"their", EN},     {"there", EN},
    {"they", EN},     {"this", EN},     {"to", EN},        {"todo", ES},
    {"très", FR},     {"una", ES},      {"und", DE},       {"une", FR},
    {"uns", DE},      {"unsere", DE},   {"usted", ES},     {"ustedes", ES},
    {"vielen", DE},   {"von", DE},      {"vor", DE},       {"votre", FR},
    {"vous", FR},     {"was", EN},      {"we", EN},        {"wenn", DE},
    {"werden", DE},   {"what", EN},     {"when", EN},      {"which", EN},
    {"who", EN},      {"wie", DE},      {"will", EN},      {"wir", DE},
    {"wird", DE},     {"with", EN},     {"would", EN},     {"wurde", DE},
    {"y", ES},        {"ya", ES},       {"you", EN},       {"your", EN},
    {"zu", DE},       {"zum", DE},      {"zur", DE},       {"été", FR},
    {"êtes", FR},     {"être", FR},     {"über", DE},      {"а", RU},
    {"бы", RU},       {"был", RU},      {"было", RU},      {"быть", RU},
    {"в", RU},        {"вам", RU},      {"вас", RU},       {"вопрос", RU},
    {"все", RU},      {"вы", RU},       {"да", RU},        {"для", RU},
    {"его", RU},      {"если", RU},     {"есть", RU},      {"же", RU},
    {"за", RU},       {"и", RU},        {"из", RU},        {"или", RU},
    {"их", RU},       {"к", RU},        {"как", RU},       {"когда", RU},
    {"ли", RU},       {"меня", RU},     {"мне", RU},       {"мы", RU},
    {"на", RU},       {"нам", RU},      {"нас", RU},       {"не", RU},
    {"нет", RU},      {"но", RU},       {"о", RU},         {"он", RU},
    {"они", RU},      {"от", RU},       {"ответ", RU},     {"очень", RU},
    {"по", RU},       {"потому", RU},   {"почему", RU},    {"при", RU},
    {"с", RU},        {"спасибо", RU},  {"так", RU},       {"также", RU},
    {"то", RU},       {"того", RU},     {"у", RU},         {"уже", RU},
    {"что", RU},      {"чтобы", RU},    {"это", RU},       {"этого", RU},
    {"я", RU},
};

static int by_word(const void *key, const void *entry)
{
    const struct little_word *w = entry;
    return str_compare(*(const struct str *)key, str_from(w->word));
}

struct count {
    ptrdiff_t words, cyrillic, found[LANGUAGES];
    bool other_cyrillic;  /* letters that Russian has not */
    ptrdiff_t hard, yery; /* those that Bulgarian has often, and those that it has not */
    ptrdiff_t straight,
        kazakh; /* ұ, which only Kazakh has; қ and ғ, which it has often */
};

static void count_word(struct count *c, struct arena *a, struct str word)
{
    c->words++;
    c->cyrillic += word.ptr[0] == '\xD0' || word.ptr[0] == '\xD1';
    if (word.len > WORD_MOST)
        return;
    struct str folded = unicode_fold(a, word);
    const struct little_word *w =
        bsearch(&folded, little_words, sizeof little_words / sizeof *little_words,
                sizeof *little_words, by_word);
    if (w)
        c->found[w->language]++;
}

static void count_words(struct count *c, struct arena *a, struct str text)
{
    ptrdiff_t begin = 0, at = 0;
    while (at < text.len && c->words < WORDS_MOST) {
        ptrdiff_t before = at;
        int32_t letter = utf8_next(text, &at);
        c->other_cyrillic |= letter == 0x456 || letter == 0x457 || letter == 0x454 ||
                             letter == 0x45E || letter == 0x458 || letter == 0x452;
        c->hard += letter == 0x44A || letter == 0x42A;
        c->yery += letter == 0x44B || letter == 0x44D || letter == 0x42D;
        c->straight += letter == 0x4B1 || letter == 0x4B0;
        c->kazakh +=
            letter == 0x49B || letter == 0x49A || letter == 0x493 || letter == 0x492;
        if (unicode_is_letter(letter))
            continue;
        if (before > begin)
            count_word(c, a, str_slice(text, begin, before));
        begin = at;
    }
    if (at > begin && c->words < WORDS_MOST)
        count_word(c, a, str_slice(text, begin, at));
}

static bool is_kazakh(const struct count *c)
{
    return c->straight > 0 && 100 * c->kazakh > KAZAKH_PERCENT * c->words &&
           4 * c->cyrillic > 3 * c->words;
}

struct str language_guess(struct arena *a, const struct document *doc)
{
    struct count c = {0};
    int best = EN;
    for (ptrdiff_t i = 0; i < doc->block_count; i++)
        if (doc->blocks[i].kind != BLOCK_METADATA)
            count_words(&c, a, doc->blocks[i].text.str);
    for (int i = 0; i < LANGUAGES; i++)
        if (c.found[i] > c.found[best])
            best = i;
    if (is_kazakh(&c))
        return S("kk");
    ptrdiff_t sure = c.found[best], margin = sure;
    for (int i = 0; i < LANGUAGES; i++) {
        ptrdiff_t beside = i == best ? 0 : c.found[i];
        if (TIMES_THE_NEXT * beside > sure)
            best = EN;
        margin = sure - 2 * beside < margin ? sure - 2 * beside : margin;
    }
    if (best == RU && (c.other_cyrillic || c.hard > c.yery))
        best = EN;
    /* words in Cyrillic letters, and none that another language has, need little more */
    bool cyrillic = best == RU && c.yery && 4 * c.cyrillic > 3 * c.words;
    if (!cyrillic && (margin < FOUND_LEAST || 100 * sure < FOUND_PERCENT * c.words))
        best = EN;
    return str_from(names[best]);
}

/* "de", "pt-BR", "zh_Hant": two or three letters, and subtags. Some say that there is no language. */
static bool is_tag(struct str s)
{
    struct str primary = language_primary(s);
    if (s.len < 2 || primary.len < 2 || primary.len > 3 ||
        str_eq_ascii_case(primary, S("und")) || str_eq_ascii_case(primary, S("mul")) ||
        str_eq_ascii_case(primary, S("zxx")))
        return false;
    for (ptrdiff_t i = 0; i < s.len; i++) {
        bool letter = (s.ptr[i] | 0x20) >= 'a' && (s.ptr[i] | 0x20) <= 'z';
        bool beside =
            (s.ptr[i] >= '0' && s.ptr[i] <= '9') || s.ptr[i] == '-' || s.ptr[i] == '_';
        if (!letter && !(beside && i >= primary.len))
            return false;
    }
    return true;
}

struct str language_named(struct str printed)
{
    struct str s = str_trim(printed);
    return is_tag(s) ? s : s.len > 3 ? unicode_language_tag(s) : S("");
}
