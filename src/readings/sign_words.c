#include "readings/sign_words.h"

const struct sign_words *sign_words_of(struct str language)
{
    static const struct {
        const char *language;
        const struct sign_words *words;
    } all[] = {{"en", &english_signs},
               {"ru", &russian_signs},
               {"de", &german_signs},
               {"fr", &french_signs},
               {"es", &spanish_signs}};
    struct str primary = language_primary(language);
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (str_eq_ascii_case(primary, str_from(all[i].language)))
            return all[i].words;
    return NULL;
}
