#include "speak/abbreviations.h"

#include "base/unicode.h"
#include "readings/shortened.h"

/* Words are separated by one blank, and each list begins and ends with one. */
struct language_table {
    const char *language;
    bool ordinals;
    const char *always, *number, *maybe, *openers;
    /* Behind a time of day, what follows it there, and what a time stands behind that is told of
     * something; NULL: none. */
    const char *times, *zones, *determiners;
    const char
        *tails; /* of words that go on when a number follows: "Hafenstr. 5"; NULL: none */
};

static const struct language_table tables[] = {
    {
        "en",
        false,
        " Mr Cpt Asst vs v hon rt Rt INT EXT cf viz e.g eg i.e ie approx ca incl excl "
        "esp resp ",
        " Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Sun Rs Tk Mk Pop max min "
        "avg est b c d r ft lb lbs oz hr hrs mins secs yd yds kg km ed Sch ",
        " mi nmi Ste Ft U.S U.K U.N E.U U.S.A D.C N.Y L.A Plc plc al Ala Ariz Ark Calif "
        "Colo "
        "Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev "
        "Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo ",
        " The A An I He She It We You They This That These Those There Here In On At "
        "By For From With Without As If When While Where What Why How Who Whom Whose "
        "Which But And So Or Nor Yet Our My Your His Her Its Their Not No Yes Now "
        "Then Today Yesterday Tomorrow After Before Since Because Although Though "
        "However Therefore Thus Let Is Are Was Were Do Does Did Will Would Can Could "
        "Should Shall Might Must Have Has Had Thank Thanks Well Also Some Many Most "
        "All One Two Both Each Every Any Another Other Others Over Under During Until "
        "Once Only Still Mr Mrs Ms Dr Please Look Okay OK Nobody Nothing Everybody "
        "Everything Somebody Something Despite Earlier Later Last Next Meanwhile "
        "Further Finally First Second Third Just Again Perhaps Maybe Such Through To "
        "Of Upon Between Among Against About Above According Neither Either Nor "
        "Everyone Someone Anyone None Few Several More Less Much Same Sir Sorry Good "
        "Right Sure Correct Exactly Absolutely ",
        " a.m p.m A.M P.M ",
        " Eastern Central Mountain Pacific Atlantic Alaska Greenwich Zulu Moscow "
        "London Paris Berlin Brussels Geneva Vienna Kyiv Kiev Beijing Tokyo Delhi "
        "Jerusalem Local Standard Daylight Coordinated Universal Monday Tuesday "
        "Wednesday Thursday Friday Saturday Sunday January February March April May "
        "June July August September October November December ",
        " the a an this that our your my his her its their next last every each s ",
        NULL,
    },
    {
        "ru",
        false,
        " просп пер наб бул проф акад доц г-н г-жа ген полк майор адм св т.е т.н т.к "
        "см ср напр тов ок обл респ пос дер ред зам зав пом исп с п о оз ",
        " подп абз разд прил им макс мин прим ном т тт вып № корп тел янв фев февр мар "
        "апр авг сент сен окт ноя нояб дек ",
        " г р в вв пр т.ч т.о руб коп долл млн млрд трлн тыс чел экз ",
        " Он Она Оно Они Я Мы Вы Ты Это Эта Этот Эти Тот Та Те То Так Там Тут Здесь "
        "Тогда Теперь Сейчас Сегодня Вчера Завтра И А Но Или Да Нет Не Ни Если Когда "
        "Где Как Что Кто Почему Зачем Какой Какая Какие Какое Поэтому Потом Затем "
        "Также Тоже Кроме При По Во В С Со К Ко На За Из От До Для Об О Под Над Без "
        "Через После Перед Между Мой Наш Наша Наши Ваш Ваша Ваши Его Её Ее Их Все Всё "
        "Один Одна Сам Уже Ещё Еще Вот Ведь Хотя Однако Конечно Спасибо Этого Этой "
        "Этому Этим Этих Того Тому Тем Нас Нам Вас Вам Им Ему Ей Мне Меня Их Ими "
        "Никто Ничто Ничего Многие Каждый Любой Другие Другой Следующий ",
        NULL,
        NULL,
        NULL,
        NULL,
    },
    {
        "de",
        true,
        " Dr Prof Frl Hrn Dipl Ing Mag bzw vgl z.B d.h u.a i.d.R s.o s.u o.ä sog ca "
        "evtl ggf inkl exkl zzgl abzgl bez bzgl geb gest verh ehem Gen Hptm Lt Maj "
        "Reg gem m.E z.T v.a u.U i.e.S i.w.S z.Zt Mio Mrd Tsd städt bayer österr "
        "schweiz dt engl frz russ amerik ital span europ i.A h.c Fa mult Hl hl ",
        " max min mind rd Pos Pkt Kl Hausnr Telefonnr Abschn Bde Rn Rz Aufl Tel Anm "
        "Tab Jan Feb Febr Apr Jun Jul Aug Sep Sept Okt Nov Dez Mo Di Mi Do Sa So Anl "
        "Sp Jg ",
        " u.s.w u.v.m v n Chr Sek Pl Co e.V Jr Sr ",
        " Der Die Das Den Dem Des Ein Eine Einen Einem Einer Eines Ich Du Er Sie Es "
        "Wir Ihr Man Wer Was Wann Wo Wie Warum Weshalb Wieso Welche Welcher Welches "
        "Und Oder Aber Denn Doch Sondern Wenn Weil Dass Daß Ob Obwohl Während Nachdem "
        "Bevor Als Da Dann Danach Damals Dort Hier Heute Gestern Morgen Jetzt Nun So "
        "Also Auch Nur Noch Schon Nicht Nein Ja In Im An Am Auf Aus Bei Beim Mit Nach "
        "Von Vom Vor Zu Zum Zur Für Gegen Ohne Um Über Unter Zwischen Durch Seit Bis "
        "Dies Diese Dieser Dieses Diesen Jede Jeder Jedes Alle Viele Einige Mein "
        "Meine Unser Unsere Sein Seine Ihre Dabei Dazu Daher Deshalb Deswegen Darum "
        "Außerdem Trotzdem Danke Bitte Herr Dr Prof Frau Können Haben Sind Ist War "
        "Waren Hat Hatte Wird Werden Niemand Nichts ",
        NULL,
        NULL,
        NULL,
        " str nr ",
    },
    {
        "fr",
        false,
        " Mr Dr Pr Me Mgr Vve St Ste p.ex c.-à-d cf Cf apr env boul bd Gén Gal Col Cdt "
        "Cne Lt dép sén prof ",
        " n nos max min env Chap Vol t Fig éd sect Sect par janv févr fév avr juil "
        "sept oct nov déc tél Tél num ",
        " av J.-C J.C Cie Ltée Inc Jr ",
        " Le La Les Un Une Des Du De Il Elle Ils Elles On Je Tu Nous Vous Ce Cet Cette "
        "Ces Cela Ça Ceci Mon Ma Mes Son Sa Ses Notre Nos Votre Vos Leur Leurs Et Ou "
        "Mais Donc Or Ni Car Si Quand Que Qui Quoi Dont Où Comment Pourquoi Quel "
        "Quelle Quels Quelles Dans En Sur Sous Pour Par Avec Sans À A Au Aux Chez "
        "Vers Depuis Pendant Après Avant Aujourd Hier Demain Maintenant Alors Ensuite "
        "Puis Ainsi Aussi Enfin Oui Non Ne Pas Plus Très Merci Est Sont Était Tout "
        "Tous Toute Toutes Chaque Certains Plusieurs Personne Rien Monsieur Madame M "
        "Lors Selon Entre Contre Comme Lorsque Puisque Bien Là Voilà Voici L D C J N "
        "S Qu ",
        NULL,
        NULL,
        NULL,
        NULL,
    },
    {
        "es",
        false,
        " Dres Profa Dña Ing Lic Arq Cnel Cap Tte Sgto Mons Fr Ud Uds Vd Vds Excmo "
        "Excma Ilmo Ilma Pdte Pdta Pza p.ej ej aprox cf Cf dpto Dpto EE RR JJ FF Mtro "
        "Mtra Lcdo Lcda Gob Sen Dip Cdte Alm ",
        " max min km n No nro Nro Arts Pág Págs Vol t Fig tel Tel párr apdo sec s ss "
        "ene feb mar abr may jun jul ago sep sept oct nov dic inc ",
        " UU Cía Ltda Jr máx mín OO HH AA ",
        " El La Los Las Un Una Unos Unas Lo Yo Tú Él Ella Ello Ellos Ellas Usted "
        "Ustedes Nosotros Vosotros Se Me Te Le Les Nos Esto Eso Este Esta Estos Estas "
        "Ese Esa Esos Esas Aquel Aquella Mi Mis Tu Tus Su Sus Nuestro Nuestra Y E O U "
        "Pero Sino Porque Pues Si Sí No Ni Cuando Donde Dónde Cómo Como Qué Que Quién "
        "Quien Cuál Cuándo Por Para Con Sin En De Del Al A Ante Bajo Desde Durante "
        "Entre Hacia Hasta Según Sobre Tras Hoy Ayer Mañana Ahora Entonces Luego "
        "Después Antes También Tampoco Además Ya Aún Todavía Gracias Es Son Era Fue "
        "Está Están Hay Todo Todos Toda Todas Cada Algunos Muchos Nadie Nada Así "
        "Bueno Bien Señor Señora ",
        NULL,
        NULL,
        NULL,
        NULL,
    },
};

static const struct language_table *table_of(struct str language)
{
    struct str primary = language_primary(language);
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        if (str_eq_ascii_case(primary, str_from(tables[i].language)))
            return &tables[i];
    return &tables[0];
}

enum { LONGEST = 24 /* bytes */ };

/* Does `list` hold `word`? */
static bool lists(const char *list, struct str word)
{
    if (!list)
        return false;
    char blanks[LONGEST + 2]; /* around the word */
    if (word.len > LONGEST)
        return false;
    blanks[0] = blanks[word.len + 1] = ' ';
    memcpy(blanks + 1, word.ptr, (size_t)word.len);
    return str_find(str_from(list), (struct str){blanks, word.len + 2}) >= 0;
}

/* What is said for a word that is printed short stands in the tables of readings; here is what they
 * do not know, and where a sentence may end all the same ("Main St."). */
static enum abbreviation find(const struct language_table *t, struct str word)
{
    static const enum abbreviation by_use[] = {
        [SHORTENED_NOT] = ABBREVIATION_NONE,
        [SHORTENED_TITLE] = ABBREVIATION_ALWAYS,
        [SHORTENED_NUMBER] = ABBREVIATION_NUMBER,
        [SHORTENED_WORD] = ABBREVIATION_MAYBE,
    };
    return lists(t->always, word)   ? ABBREVIATION_ALWAYS
           : lists(t->times, word)  ? ABBREVIATION_TIME
           : lists(t->number, word) ? ABBREVIATION_NUMBER
           : lists(t->maybe, word)  ? ABBREVIATION_MAYBE
                                    : by_use[shortened_use(word, str_from(t->language))];
}

/* Does `word` end in one of `list`, with something before it? */
static bool ends_in(const char *list, struct str word)
{
    struct str rest = list ? str_trim(str_from(list)) : S(""), tail;
    while (rest.len) {
        str_cut(rest, ' ', &tail, &rest);
        if (tail.len < word.len && str_ends(word, tail))
            return true;
    }
    return false;
}

enum abbreviation abbreviation_find(struct str word, struct str language,
                                    struct arena *scratch)
{
    if (!word.len || word.len > LONGEST || str_find_byte(word, ' ') >= 0)
        return ABBREVIATION_NONE;
    bool cyrillic =
        (unsigned char)word.ptr[0] == 0xD0 || (unsigned char)word.ptr[0] == 0xD1;
    const struct language_table *t = table_of(cyrillic ? S("ru") : language);
    enum abbreviation kind = find(t, word);
    ptrdiff_t at = 0;
    if (!kind && ends_in(t->tails, word))
        kind = ABBREVIATION_NUMBER;
    if (kind || !unicode_is_upper(utf8_next(word, &at)) || at == word.len)
        return kind;
    kind = find(t, unicode_title(scratch, word, S("")));               /* "MR" */
    return kind ? kind : find(t, unicode_lower(scratch, word, S(""))); /* "Vgl" */
}

bool abbreviation_opens_sentence(struct str word, struct str language)
{
    if (!word.len || word.len > LONGEST)
        return false;
    ptrdiff_t at = 0;
    int32_t first = utf8_next(word, &at);
    const struct language_table *t =
        table_of(first >= 0x400 && first < 0x530 ? S("ru") : language);
    return lists(t->openers, word);
}

bool abbreviation_ordinals(struct str language)
{
    return table_of(language)->ordinals;
}

bool abbreviation_follows_time(struct str word, struct str language)
{
    bool capitals = word.len >= 1 && word.len <= 5; /* "EST", "E S T" */
    for (ptrdiff_t i = 0; i < word.len; i++)
        capitals = capitals && word.ptr[i] >= 'A' && word.ptr[i] <= 'Z';
    return capitals || lists(table_of(language)->zones, word);
}

bool abbreviation_determiner(struct str word, struct str language)
{
    return word.len && word.len <= LONGEST &&
           lists(table_of(language)->determiners, word);
}
