#include "readings/powers.h"

struct power_words {
    const char *language;
    const char *squared, *cubed;
    const char *before, *behind; /* around another exponent */
    const char *plus, *minus;
};

static const struct power_words all[] = {
    {"en", " squared", " cubed", " to the power of ", "", "plus", "minus"},
    {"ru", " в квадрате", " в кубе", " в ", "-й степени", "плюс", "минус"},
    {"de", " hoch 2", " hoch 3", " hoch ", "", "plus", "minus"},
    {"fr", " au carr\u00E9", " au cube", " puissance ", "", "plus", "moins"},
    {"es", " al cuadrado", " al cubo", " elevado a ", "", "m\u00E1s", "menos"},
};

static const struct power_words *words_of(struct str language)
{
    struct str primary = language_primary(language);
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (str_eq_ascii_case(primary, str_from(all[i].language)))
            return &all[i];
    return NULL;
}

bool power_language(struct str language)
{
    return words_of(language);
}

static const char *sign_word(const struct power_words *w, char sign)
{
    return sign == '+' ? w->plus : w->minus;
}

void power_say(struct strbuf *out, const struct raised *p, struct str language)
{
    const struct power_words *w = words_of(language);
    if (!w)
        return;
    if (p->behind || !p->digits.len) { /* a charge */
        strbuf_addf(out, "%s%.*s %s", p->digits.len ? " " : "", STR_ARGS(p->digits),
                    sign_word(w, p->behind ? p->behind : p->before));
        return;
    }
    if (!p->before && (str_eq(p->digits, S("2")) || str_eq(p->digits, S("3")))) {
        strbuf_add(out, str_from(p->digits.ptr[0] == '2' ? w->squared : w->cubed));
        return;
    }
    strbuf_add(out, str_from(w->before));
    if (p->before)
        strbuf_addf(out, "%s ", sign_word(w, p->before));
    strbuf_add(out, p->digits);
    strbuf_add(out, str_from(w->behind));
}

bool power_stands(struct str s, struct str language)
{
    const struct power_words *w = words_of(language);
    return w && (str_starts(s, str_from(w->squared)) ||
                 str_starts(s, str_from(w->cubed)) || str_starts(s, str_from(w->before)));
}
