/* What is paid or measured for each of something: "0,35 €/kWh", "in W/m²". For readings/grammar.h. */
#include "readings/grammar.h"

struct per {
    const char *printed, *said;
};
struct pers {
    const char *language;
    const char
        *other; /* before a word that is printed in full; NULL: it would be inflected */
    struct per items[20];
};

static const struct pers all[] = {
    {"de",
     "pro ",
     {{"kg", "pro Kilogramm"},
      {"g", "pro Gramm"},
      {"t", "pro Tonne"},
      {"l", "pro Liter"},
      {"ml", "pro Milliliter"},
      {"dl", "pro Deziliter"},
      {"m\u00B2", "pro Quadratmeter"},
      {"m2", "pro Quadratmeter"},
      {"m\u00B3", "pro Kubikmeter"},
      {"m3", "pro Kubikmeter"},
      {"km\u00B2", "pro Quadratkilometer"},
      {"km2", "pro Quadratkilometer"},
      {"km", "pro Kilometer"},
      {"ha", "pro Hektar"},
      {"kWh", "pro Kilowattstunde"},
      {"MWh", "pro Megawattstunde"},
      {"h", "pro Stunde"},
      {"min", "pro Minute"},
      {"s", "pro Sekunde"}}},
    {"fr",
     "par ",
     {{"kg", "par kilogramme"},
      {"g", "par gramme"},
      {"t", "par tonne"},
      {"l", "par litre"},
      {"L", "par litre"},
      {"ml", "par millilitre"},
      {"m\u00B2", "par m\u00E8tre carr\u00E9"},
      {"m2", "par m\u00E8tre carr\u00E9"},
      {"m\u00B3", "par m\u00E8tre cube"},
      {"m3", "par m\u00E8tre cube"},
      {"km\u00B2", "par kilom\u00E8tre carr\u00E9"},
      {"km2", "par kilom\u00E8tre carr\u00E9"},
      {"km", "par kilom\u00E8tre"},
      {"ha", "par hectare"},
      {"kWh", "par kilowattheure"},
      {"MWh", "par m\u00E9gawattheure"},
      {"h", "par heure"},
      {"min", "par minute"},
      {"s", "par seconde"}}},
    {"es",
     "por ",
     {{"kg", "por kilogramo"},
      {"g", "por gramo"},
      {"t", "por tonelada"},
      {"l", "por litro"},
      {"L", "por litro"},
      {"ml", "por mililitro"},
      {"m\u00B2", "por metro cuadrado"},
      {"m2", "por metro cuadrado"},
      {"m\u00B3", "por metro c\u00FAbico"},
      {"m3", "por metro c\u00FAbico"},
      {"km\u00B2", "por kil\u00F3metro cuadrado"},
      {"km2", "por kil\u00F3metro cuadrado"},
      {"km", "por kil\u00F3metro"},
      {"ha", "por hect\u00E1rea"},
      {"kWh", "por kilovatio hora"},
      {"MWh", "por megavatio hora"},
      {"h", "por hora"},
      {"min", "por minuto"},
      {"s", "por segundo"}}},
    {"ru",
     NULL,
     {{"кг", "за килограмм"},
      {"г", "на грамм"},
      {"т", "за тонну"},
      {"л", "на литр"},
      {"м²", "на квадратный метр"},
      {"м2", "на квадратный метр"},
      {"м³", "на кубический метр"},
      {"м3", "на кубический метр"},
      {"кв. м", "за квадратный метр"},
      {"км²", "на квадратный километр"},
      {"га", "с гектара"},
      {"кВт·ч", "за киловатт-час"},
      {"кВтч", "за киловатт-час"},
      {"МВт·ч", "за мегаватт-час"},
      {"ч", "в час"},
      {"мин", "в минуту"},
      {"с", "в секунду"},
      {"сут", "в сутки"}}},
};

static const struct pers *pers_of(const struct grammar *g)
{
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (all[i].language[0] == g->language[0] && all[i].language[1] == g->language[1])
            return &all[i];
    return NULL;
}

/* The longest of the list that stands behind the slash at piece `at`, *end behind it; NULL: none. */
static const struct per *per_at(const struct pieces *t, ptrdiff_t at, ptrdiff_t *end)
{
    const struct pers *p = pers_of(grammar_of(t->language));
    const struct per *best = NULL;
    *end = at;
    if (!p || !piece_is(t, at, "/"))
        return NULL;
    for (const struct per *e = p->items; e < p->items + 20 && e->printed; e++) {
        ptrdiff_t behind = piece_stands(t, at + 1, e->printed);
        if (behind > *end && piece_parts(t, behind)) {
            best = e;
            *end = behind;
        }
    }
    return best;
}

ptrdiff_t reading_per(struct reading *r, ptrdiff_t at)
{
    const struct pieces *t = r->pieces;
    const struct pers *p = pers_of(grammar_of(t->language));
    ptrdiff_t end;
    const struct per *per = per_at(t, at, &end);
    struct str word = piece_str(t, at + 1);
    bool full = p && p->other && piece_is(t, at, "/") && word.len > 2 &&
                piece_kind(t, at + 1) == PIECE_WORD && piece_parts(t, at + 2);
    struct strbuf b = {.arena = r->out.arena};
    if (per)
        strbuf_addf(&b, " %s", per->said);
    else if (full)
        strbuf_addf(&b, " %s%.*s", p->other, STR_ARGS(word));
    else
        return at;
    end = per ? end : at + 2;
    reading_buffer(r, at, end, &b);
    return end;
}

ptrdiff_t grammar_rate(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    const struct grammar *g = grammar_of(t->language);
    ptrdiff_t end, per;
    const struct noun *n = noun_find(g->units, t, at, &end);
    if (!n || !piece_parts(t, at - 1) || piece_is(t, at - 1, "/"))
        return 0;
    bool one = str_find_byte(str_from(n->printed), '/') >= 0;
    bool rate = per_at(t, end, &per) && per - at > 3;
    if ((!one && !rate) || piece_is(t, one ? end : per, "/"))
        return 0;
    struct strbuf b = {.arena = r->out.arena};
    g->noun(&b, n, 5, (struct form){.gender = n->gender});
    reading_buffer(r, at, end, &b);
    return reading_per(r, end);
}
