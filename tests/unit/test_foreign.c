/* foreign: runs that another language's voice says, and what is done to those that none has. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "speak/foreign.h"
#include "speak/speak.h"

/* "run=language; ..." of the texts, one after another. */
static struct str runs_of(struct arena *a, const char *language, const char *const *texts,
                          int count)
{
    struct foreign f = {.arena = a};
    struct strbuf b = {.arena = a};
    for (int i = 0; i < count; i++)
        foreign_find(&f, str_from(texts[i]), 0, str_from(texts[i]).len,
                     str_from(language), i, 0);
    foreign_settle(&f);
    for (ptrdiff_t i = 0; i < f.count; i++) {
        const struct foreign_run *r = &f.runs[i];
        if (r->language)
            strbuf_addf(&b, "%s%.*s=%s", b.len ? "; " : "",
                        STR_ARGS(str_slice(str_from(texts[r->owner]), r->begin, r->end)),
                        r->language);
    }
    return strbuf_str(&b);
}

static void expect_runs(const char *language, const char *text, const char *want)
{
    struct arena a = {0};
    struct str got = runs_of(&a, language, &text, 1);
    if (!str_eq(got, str_from(want)))
        print_error("%s\n  got  %.*s\n  want %s\n", text, STR_ARGS(got), want);
    assert_true(str_eq(got, str_from(want)));
    arena_clear(&a);
}

static void finds_runs(void **state)
{
    (void)state;
    expect_runs("en", "Good morning, everybody.", "");
    expect_runs("", "The paper «Правда» said so.", "Правда=ru");
    expect_runs("en", "He said: «Мост, который мы строим, готов!» And left.",
                "Мост, который мы строим, готов=ru");
    expect_runs("en", "Добро — good — пожаловать", "Добро=ru; пожаловать=ru");
    expect_runs("en-GB", "in Greek, Καλημέρα, and in Arabic صباح الخير.",
                "Καλημέρα=el; صباح الخير=ar");
    expect_runs("en", "Привет नमस्ते", "Привет=ru; नमस्ते=hi");
    expect_runs("en", "他说GDP增长了", "他说=zh; 增长了=zh");
    expect_runs("en", "미국NATO가", "미국=ko; 가=ko");
    expect_runs("en", "コーヒー please, 東京タワー", "コーヒー=ja; 東京タワー=ja");
    expect_runs("en", "გამარჯობა, Բարեւ, שלום", "გამარჯობა=ka; Բարեւ=hy; שלום=he");
    /* signs, tricks, what no voice has */
    expect_runs("en", "The α-version, TNFα and ΔT; vitamin Д.", "Д=ru");
    expect_runs("en", "Аpple with a Cyrillic letter", "");
    expect_runs("en", "สวัสดี and ស្ពាន", "");
    expect_runs("en", "Nguyễn Phú Trọng", "");
    /* nothing but marks and figures */
    expect_runs("en", "1 — 2 … \xE2\x80\x8F\xE2\x80\x8E ٣ 🌉", "");
    expect_runs("en", "", "");
}

static void tells_languages_by_letters(void **state)
{
    (void)state;
    expect_runs("en", "Сьогодні її ґанок", "Сьогодні її ґанок=uk");
    expect_runs("en", "Сёння ў нас", "Сёння ў нас=be");
    expect_runs("en", "българският език", "българският език=bg");
    expect_runs("en", "объявил подъезд", "объявил подъезд=ru");
    expect_runs("en", "њен љубимац", "њен љубимац=sr");
    expect_runs("en", "ќерка ѓавол", "ќерка ѓавол=mk");
    expect_runs("en", "Қазақстан", "Қазақстан=kk");
    expect_runs("en", "дарыядагы көпүрө жаңы", "дарыядагы көпүрө жаңы=ky");
    expect_runs("en", "پل جدید گفت", "پل جدید گفت=fa");
    expect_runs("en", "نے نئے پل کے", "نے نئے پل کے=ur");
    expect_runs("en", "দলং সম্পৰ্কে", "দলং সম্পৰ্কে=as");
    expect_runs("en", "Имрӯз ҳарф", "");
    /* as most of the document is */
    struct arena a = {0};
    static const char *const kyiv[] = {"near Одеса", "in Київ", "and Львів",
                                       "and Чернігів"};
    assert_true(str_eq(runs_of(&a, "en", kyiv, 4),
                       S("Одеса=uk; Київ=uk; Львів=uk; Чернігів=uk")));
    static const char *const tokyo[] = {"near 東京", "しんばし and おおさか"};
    assert_true(
        str_eq(runs_of(&a, "en", tokyo, 2), S("東京=ja; しんばし=ja; おおさか=ja")));
    static const char *const moscow[] = {"Мы говорили о мосте", "in Київ", "and Москва"};
    assert_true(str_eq(runs_of(&a, "en", moscow, 3),
                       S("Мы говорили о мосте=ru; Київ=uk; Москва=ru")));
    arena_clear(&a);
}

static void latin_in_other_scripts(void **state)
{
    (void)state;
    expect_runs("ru", "Представитель NATO и компания Apple Music сказали.", "");
    expect_runs("ru", "Он сказал: We will build the bridge. И ушёл.",
                "We will build the bridge=en");
    expect_runs("ru", "Группа Söhne из Łódź", "Söhne=de; Łódź=pl");
    expect_runs("ru", "Слово Қазақстан и Київ", "Қазақстан=kk");
    expect_runs("he", "אמר NATO אתמול", "NATO=en");
    expect_runs("zh", "他说NATO了", "NATO=en");
}

static void figures_belong_to_what_they_touch(void **state)
{
    (void)state;
    expect_runs("en", "In 2017年, twice.", "2017年=zh");
    expect_runs("en", "We said: 5 марта 2018 года было 20. And so on.",
                "5 марта 2018 года было 20=ru");
    expect_runs("en", "Yes, twice. 15 марта было 3 моста 12. Then 7 more.",
                "15 марта было 3 моста 12=ru");
    expect_runs("en", "20 апреля 2019", "20 апреля 2019=ru");
    expect_runs("en", "ready 20 апреля 2019 ready", "апреля=ru");
}

static void expect_spoken(const char *language, const char *text, const char *want)
{
    struct arena a = {0};
    struct str got =
        speak_text(&a, str_from(text), NULL, 0, str_from(language), NULL).str;
    if (!str_eq(got, str_from(want)))
        print_error("%s\n  got  %.*s\n  want %s\n", text, STR_ARGS(got), want);
    assert_true(str_eq(got, str_from(want)));
    arena_clear(&a);
}

static void transliterates_what_no_voice_has(void **state)
{
    (void)state;
    expect_spoken("en", "Владимир Щукин said", "Vladimir Shchukin said");
    expect_spoken("en", "in Қазақстан", "in Kazakstan");
    expect_spoken("en", "Имрӯз ҳарф", "Imruz kharf");
    expect_spoken("en", "สวัสดีครับ", "swasdi khrab");
    expect_spoken("en", "Cherokee ᏣᎳᎩ", "Cherokee tsalagi");
    expect_spoken("en", "Nguyễn Phú Trọng", "Nguyen Phú Trong");
    expect_spoken("en", "Аpple with a Cyrillic letter", "Apple with a Cyrillic letter");
    expect_spoken("de", "Das Wort «мост»", "Das Wort «most»");
    expect_spoken("ru", "Слово ስለ", "Слово sela");
    expect_spoken("ru", "Қазақстан", "Казакстан");
    expect_spoken("he", "שָׁלוֹם", "שלום");
}

/* What is slow to open is opened once for all the parts of a text. */
static void opens_rules_once(void **state)
{
    (void)state;
    struct arena a = {0};
    struct speak_run run = {0};
    speak_part(&a, S("Plain words."), NULL, 0, S("en"), &run);
    assert_null(run.foreign.open[TO_LATIN]);
    struct str thai = S("ส"), cherokee = S("Ꮳ and Ꭲ");
    assert_true(str_eq(speak_part(&a, thai, NULL, 0, S("en"), &run).str, S("s")));
    const struct transliterator *opened = run.foreign.open[TO_LATIN];
    assert_non_null(opened);
    assert_true(
        str_eq(speak_part(&a, cherokee, NULL, 0, S("en"), &run).str, S("tsa and i")));
    int asked = 0, without = 0;
    for (int i = 0; i < TRANSLITERATED_SCRIPTS; i++) {
        asked += run.foreign.rules[i] != 0;
        without += run.foreign.rules[i] < 0;
    }
    assert_int_equal(asked, 2);
    assert_int_equal(without, 1);
    assert_ptr_equal(run.foreign.open[TO_LATIN], opened);
    assert_null(run.foreign.open[TO_KATAKANA]);
    speak_run_close(&run);
    assert_null(run.foreign.open[TO_LATIN]);
    arena_clear(&a);
}

static void names_greek_letters(void **state)
{
    (void)state;
    expect_spoken("en", "The α-version", "The alpha-version");
    expect_spoken("en", "TNFα and ΔT", "T.N.F alpha and delta T");
    expect_spoken("ru", "Частицы β и λ", "Частицы бета и лямбда");
    expect_spoken("fr", "les rayons Ω", "les rayons oméga");
    expect_spoken("es", "la partícula ψ", "la partícula psi");
    expect_spoken("el", "ο άνθρωπος", "ο άνθρωπος");
}

static void digits_of_all_scripts_are_figures(void **state)
{
    (void)state;
    expect_spoken("en", "It was ٢٠١٧ then", "It was twenty seventeen then");
    expect_spoken("ar", "٢٠١٧", "2017");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_runs),
        cmocka_unit_test(tells_languages_by_letters),
        cmocka_unit_test(latin_in_other_scripts),
        cmocka_unit_test(figures_belong_to_what_they_touch),
        cmocka_unit_test(transliterates_what_no_voice_has),
        cmocka_unit_test(opens_rules_once),
        cmocka_unit_test(names_greek_letters),
        cmocka_unit_test(digits_of_all_scripts_are_figures),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
