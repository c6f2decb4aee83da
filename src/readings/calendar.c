#include "readings/calendar.h"

#include <limits.h>

#include "readings/grammar.h"
#include "readings/language.h"

/* At most `most` names; fewer end with NULL. */
static bool lists(const char *const *names, int most, struct str word)
{
    for (int i = 0; names && i < most && names[i]; i++)
        if (str_eq_ascii_case(str_from(names[i]), word))
            return true;
    return false;
}

bool calendar_names(struct str word, struct str language)
{
    const struct speech_tables *l = speech_tables_of(language);
    const struct grammar *g = grammar_of(language);
    if (!l)
        return g && lists(g->months, INT_MAX, word);
    bool plural = str_ends(word, S("s"));
    return lists(l->months, 12, word) || lists(l->weekdays, 7, word) ||
           (plural && lists(l->weekdays, 7, str_slice(word, 0, word.len - 1)));
}
