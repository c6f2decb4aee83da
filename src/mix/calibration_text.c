#include "mix/calibration_text.h"

#define SENTENCE(literal)                                                                \
    {                                                                                    \
        "" literal, (ptrdiff_t)sizeof(literal) - 1                                       \
    }

static const struct str english[] = {
    SENTENCE("Good morning, and thank you for coming out in this weather."),
    SENTENCE("The northern bridge will stay closed until Thursday, while engineers look "
             "at the two "
             "piers that moved in last week's flood."),
    SENTENCE("Nobody was hurt, but three families had to leave their houses in the "
             "middle of the "
             "night."),
    SENTENCE("The council has set aside eleven million for repairs; roughly half of that "
             "should go "
             "to the road, a third to the railway, and whatever is left to the schools."),
    SENTENCE("Why did it take so long?"),
    SENTENCE(
        "Frankly, because the measurements we were given in the spring turned out to be "
        "wrong, and we chose to check them again before we put anybody at risk."),
    SENTENCE("From tomorrow the buses run every twenty minutes between the market square "
             "and the "
             "hospital, and the first ferry leaves at half past five."),
    SENTENCE("Farmers along the river asked us whether the pumps would be ready in time "
             "for the "
             "harvest."),
    SENTENCE("They will be."),
    SENTENCE("As for the museum, its roof held, its visitors were brought to safety by "
             "the back "
             "door, and the only thing lost was a very large stuffed owl."),
    SENTENCE("I would like to thank the crews who worked through two nights without a "
             "pause, the "
             "neighbours who cooked for them, and the young woman who noticed the crack "
             "in the "
             "first place."),
    SENTENCE("Could it happen again?"),
    SENTENCE("Of course it could, and that is precisely the reason why we are going to "
             "measure the "
             "water every hour, publish the figures every day, and raise the old wall by "
             "a full "
             "metre before the winter."),
    SENTENCE(
        "We have also asked the university for a second opinion, although I expect the "
        "professors to disagree with each other as usual."),
    SENTENCE("That is all for now; we shall meet here again on Friday at noon, and I "
             "will answer "
             "your questions then."),
};

static const struct str russian[] = {
    SENTENCE("Доброе утро, спасибо, что пришли, несмотря на погоду."),
    SENTENCE(
        "Северный мост будет закрыт до четверга, пока инженеры осматривают две опоры, "
        "которые сдвинулись во время наводнения."),
    SENTENCE("Никто не пострадал, но трём семьям пришлось ночью покинуть свои дома."),
    SENTENCE(
        "Городской совет выделил деньги на ремонт: половина пойдёт на дорогу, треть на "
        "железную дорогу, а остальное получат школы."),
    SENTENCE("Почему это заняло так много времени?"),
    SENTENCE("Потому что весенние измерения оказались ошибочными, и мы решили проверить "
             "их ещё "
             "раз, прежде чем подвергать людей опасности."),
    SENTENCE("С завтрашнего дня автобусы ходят каждые двадцать минут между рыночной "
             "площадью и "
             "больницей."),
    SENTENCE("Крыша музея выдержала, посетителей вывели через чёрный ход, и потеряли мы "
             "только "
             "одну очень большую сову."),
    SENTENCE("Может ли это повториться?"),
    SENTENCE(
        "Конечно, может, и поэтому мы будем измерять уровень воды каждый час и поднимем "
        "старую стену на целый метр ещё до зимы."),
    SENTENCE("На сегодня это всё; мы встретимся здесь снова в пятницу, в полдень."),
};

static const struct str german[] = {
    SENTENCE("Guten Morgen, und danke, dass Sie bei diesem Wetter gekommen sind."),
    SENTENCE("Die nördliche Brücke bleibt bis Donnerstag gesperrt, während die "
             "Ingenieure zwei "
             "Pfeiler prüfen, die sich beim Hochwasser bewegt haben."),
    SENTENCE("Verletzt wurde niemand, aber drei Familien mussten mitten in der Nacht "
             "ihre Häuser "
             "verlassen."),
    SENTENCE("Der Rat hat elf Millionen für die Reparatur bereitgestellt: etwa die "
             "Hälfte für die "
             "Straße, ein Drittel für die Bahn und den Rest für die Schulen."),
    SENTENCE("Warum hat das so lange gedauert?"),
    SENTENCE("Weil die Messungen vom Frühjahr falsch waren und wir sie lieber noch "
             "einmal prüfen "
             "wollten, bevor wir jemanden in Gefahr bringen."),
    SENTENCE("Ab morgen fahren die Busse alle zwanzig Minuten zwischen Marktplatz und "
             "Krankenhaus."),
    SENTENCE(
        "Das Dach des Museums hat gehalten, die Besucher kamen durch die Hintertür in "
        "Sicherheit, und verloren ging nur eine sehr große ausgestopfte Eule."),
    SENTENCE("Kann das wieder geschehen?"),
    SENTENCE("Natürlich, und genau deshalb messen wir das Wasser künftig jede Stunde und "
             "erhöhen "
             "die alte Mauer noch vor dem Winter um einen ganzen Meter."),
    SENTENCE(
        "Das ist für heute alles; am Freitag um zwölf Uhr sehen wir uns hier wieder."),
};

static const struct str french[] = {
    SENTENCE("Bonjour, et merci d'être venus malgré ce temps."),
    SENTENCE("Le pont du nord restera fermé jusqu'à jeudi, le temps que les ingénieurs "
             "examinent "
             "les deux piles qui ont bougé pendant la crue."),
    SENTENCE("Personne n'a été blessé, mais trois familles ont dû quitter leur maison au "
             "milieu de "
             "la nuit."),
    SENTENCE("Le conseil a réservé onze millions pour les travaux : la moitié pour la "
             "route, un "
             "tiers pour le chemin de fer, et le reste pour les écoles."),
    SENTENCE("Pourquoi a-t-il fallu si longtemps ?"),
    SENTENCE("Parce que les mesures du printemps étaient fausses, et que nous avons "
             "préféré les "
             "vérifier encore une fois avant de mettre quelqu'un en danger."),
    SENTENCE("À partir de demain, les autobus passent toutes les vingt minutes entre la "
             "place du "
             "marché et l'hôpital."),
    SENTENCE(
        "Le toit du musée a tenu, les visiteurs sont sortis par la petite porte, et nous "
        "n'avons perdu qu'un très grand hibou."),
    SENTENCE("Est-ce que cela peut recommencer ?"),
    SENTENCE("Bien sûr, et c'est justement pourquoi nous allons mesurer le niveau de "
             "l'eau toutes "
             "les heures et relever le vieux mur d'un bon mètre avant l'hiver."),
    SENTENCE(
        "C'est tout pour aujourd'hui ; nous nous retrouverons ici vendredi, à midi."),
};

static const struct str spanish[] = {
    SENTENCE("Buenos días, y gracias por venir con este tiempo."),
    SENTENCE("El puente del norte seguirá cerrado hasta el jueves, mientras los "
             "ingenieros revisan "
             "los dos pilares que se movieron durante la crecida."),
    SENTENCE("No hubo heridos, pero tres familias tuvieron que dejar sus casas en plena "
             "noche."),
    SENTENCE(
        "El ayuntamiento ha reservado once millones para las obras: la mitad para la "
        "carretera, un tercio para el ferrocarril y el resto para las escuelas."),
    SENTENCE("¿Por qué ha tardado tanto?"),
    SENTENCE("Porque las mediciones de la primavera eran erróneas, y preferimos "
             "comprobarlas otra "
             "vez antes de poner a nadie en peligro."),
    SENTENCE("Desde mañana los autobuses pasan cada veinte minutos entre la plaza del "
             "mercado y el "
             "hospital."),
    SENTENCE("El techo del museo resistió, los visitantes salieron por la puerta trasera "
             "y solo "
             "perdimos un búho muy grande."),
    SENTENCE("¿Puede volver a ocurrir?"),
    SENTENCE("Claro que sí, y justamente por eso vamos a medir el agua cada hora y a "
             "levantar el "
             "viejo muro un metro más antes del invierno."),
    SENTENCE("Eso es todo por hoy; nos vemos aquí el viernes, a mediodía."),
};

static const struct str kazakh[] = {
    SENTENCE("Қайырлы таң, ауа райының қолайсыздығына қарамай келгендеріңізге рақмет."),
    SENTENCE(
        "Солтүстік көпір бейсенбіге дейін жабық болады, өйткені инженерлер су тасқыны "
        "кезінде жылжып кеткен екі тіректі тексеріп жатыр."),
    SENTENCE(
        "Ешкім зардап шеккен жоқ, бірақ үш отбасы түн ортасында үйлерін тастап шығуға "
        "мәжбүр болды."),
    SENTENCE(
        "Қалалық кеңес жөндеу жұмыстарына он бір миллион теңге бөлді: жартысы жолға, "
        "үштен бірі темір жолға, қалғаны мектептерге жұмсалады."),
    SENTENCE("Неге мұнша ұзаққа созылды?"),
    SENTENCE(
        "Шынын айтсам, көктемде алынған өлшемдер қате болып шықты, сондықтан адамдардың "
        "өміріне қауіп төндірмес бұрын оларды қайта тексеруді жөн көрдік."),
    SENTENCE(
        "Ертеңнен бастап автобустар базар алаңы мен аурухананың арасында әр жиырма минут "
        "сайын жүреді."),
    SENTENCE(
        "Мұражайдың төбесі шыдас берді, келушілер артқы есік арқылы аман-есен шығарылды, "
        "тек үкінің үлкен тұлыбынан айырылдық."),
    SENTENCE("Мұндай жағдай қайталана ма?"),
    SENTENCE(
        "Әрине, қайталануы мүмкін, сондықтан біз судың деңгейін сағат сайын өлшеп, ескі "
        "қабырғаны қыс түскенше бір метрге биіктетеміз."),
    SENTENCE("Бүгінге осымен аяқтаймыз; жұма күні түсте осы жерде қайта кездесеміз."),
};

#define TEXT(language, sentences)                                                        \
    {                                                                                    \
        language, sentences, sizeof(sentences) / sizeof *(sentences)                     \
    }

static const struct text_of {
    const char *language;
    const struct str *sentences;
    ptrdiff_t count;
} texts[] = {
    TEXT("de", german), TEXT("en", english), TEXT("es", spanish),
    TEXT("fr", french), TEXT("kk", kazakh),  TEXT("ru", russian),
};

const struct str *calibration_text(struct str language, ptrdiff_t *count)
{
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        if (str_eq(language, str_from(texts[i].language))) {
            *count = texts[i].count;
            return texts[i].sentences;
        }
    }
    *count = 0;
    return NULL;
}

struct str calibration_language(ptrdiff_t i)
{
    return i < (ptrdiff_t)(sizeof texts / sizeof *texts) ? str_from(texts[i].language)
                                                         : S("");
}

struct str calibration_languages(struct arena *a)
{
    struct strbuf b = {.arena = a};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        strbuf_addf(&b, "%s%s", i ? ", " : "", texts[i].language);
    return strbuf_str(&b);
}
