/* In which language a transcript is that does not say so. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "turns/language.h"

static struct str guess(struct arena *a, const char *text)
{
    struct block block = {.kind = BLOCK_PARAGRAPH, .text = text_added(a, str_from(text))};
    struct document doc = {.blocks = &block, .block_count = 1};
    return language_guess(a, &doc);
}

static void languages(void **state)
{
    (void)state;
    static const struct {
        const char *text, *language;
    } cases[] = {
        {"Der Hafen ist seit drei Tagen geschlossen, und wir haben das nicht gern getan. "
         "Auf dem Grund liegen die Uhren, die ein Schiff mit sich führte.",
         "de"},
        {"Le port est fermé depuis trois jours, et nous ne le voulions pas. Dans le "
         "conteneur il y a des pendules qui sonnent avec une précision que je regrette.",
         "fr"},
        {"El puerto está cerrado desde el martes y los barcos esperan. También nos "
         "preocupa el ruido, pero no hay nada para pararlo por la noche.",
         "es"},
        {"Порт закрыт уже три дня, и мы этого не хотели. Это часы, и они бьют на дне "
         "гавани так, как если бы их было двести.",
         "ru"},
        {"The harbour has been closed for three days, and we are not happy with it. "
         "There will be a hearing about the clocks.",
         ""},
        /* A quotation, another Cyrillic language, and too little. */
        {"They say, and I quote, “das ist nicht gut, und wir haben es auch nicht für die "
         "Uhren getan”. That is what we have been told by the owners of the ship.",
         ""},
        {"Порт закрито вже три дні, і ми цього не хотіли. Це не так, як було, за що ми "
         "просимо вас, але його не для того будували, то так.",
         ""},
        {"Пристанището е затворено от три дни и ние не сме доволни от това. Часовете на "
         "дъното бият така, че не може да се спи, а корабът за въглища чака на кея.",
         ""},
        {"Кемежай үш күннен бері жабық тұр, біз мұны қаламаған едік. Айлақтың түбінде "
         "жатқан сағаттар екі жүз болғандай соғып тұр.",
         "kk"},
        {"Бандар се рӯз боз баста аст, ва мо инро намехостем. Соатҳо дар қаъри баҳр "
         "занг мезананд, ғайр аз он киштии ангишт дар назди соҳил қарор дорад.",
         ""},
        {"Қазақстан и Ұлытау: порт закрыт уже три дня, и мы этого не хотели. Это так, "
         "как "
         "если бы их было двести, но для нас это не новость.",
         "ru"},
        /* Short ones. */
        {"Frage: Herr Minister, was nun? Weber: Wir arbeiten daran. Erstens: Ruhe "
         "bewahren. "
         "Zusatzfrage: Und wann? Weber: Bald. Kern: Danke.",
         "de"},
        {"Pregunta: ¿Y cuándo? Ruiz: Pronto. Gracias a todos.", "es"},
        {"Das ist gut.", ""},
        {"Mr. Sie: We met at the Café de la Paix, then at Las Palmas.", ""},
        {"", ""},
    };
    struct arena a = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str got = guess(&a, cases[i].text);
        if (!str_eq(got, str_from(cases[i].language)))
            fail_msg("'%.40s ...' was taken for '%.*s'", cases[i].text, STR_ARGS(got));
    }
    arena_clear(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(languages)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
