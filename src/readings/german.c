/* The forms of German numbers and nouns, for readings/language_de.c. */
#include "readings/german.h"

#include "readings/roman.h"

static const char dative[] =
    "mit|von|bei|nach|seit|aus|zu|ab|vor|Mit|Von|Bei|Nach|Seit|Aus|Zu|Ab|Vor|unter|Unter";
static const char rest_dative[] =
    "in|an|auf|\u00FCber|w\u00E4hrend|wegen|trotz|In|An|Auf|W\u00E4hrend|Wegen|Trotz";

/* By the last letters of a noun. */
static enum gender gender_of(struct str noun)
{
    static const char feminine[] =
        "ung|heit|keit|schaft|tion|sion|t\u00E4t|ik|ei|in|enz|anz|ur|e";
    static const char masculine[] =
        "er|ling|ismus|tag|monat|krieg|ist|or|Tag|Monat|Krieg";
    return word_ends_any(noun, feminine)    ? FEMININE
           : word_ends_any(noun, masculine) ? MASCULINE
                                            : NEUTER;
}

void german_number(struct strbuf *out, enum number_kind kind, int64_t value,
                   struct form f)
{
    static const char *const ones[] = {"r", "s", "m", "n", "m", "m"};
    struct strbuf b = {.arena = out->arena};
    bool weak_e = f.in == NOMINATIVE || (f.in == ACCUSATIVE && f.gender != MASCULINE);
    const char *rules = "%spellout-numbering";
    if (kind == NUMBER_ORDINAL && f.strong)
        rules = f.gender == FEMININE ? "%spellout-ordinal"
                : f.gender == NEUTER ? "%spellout-ordinal-s"
                                     : "%spellout-ordinal-r";
    else if (kind == NUMBER_ORDINAL)
        rules =
            weak_e && f.gender != PLURAL ? "%spellout-ordinal" : "%spellout-ordinal-n";
    else if (kind == NUMBER_YEAR)
        rules = "%spellout-numbering-year";
    if (kind == NUMBER_COUNT && value == 1 && !f.bare) {
        bool feminine = f.gender == FEMININE;
        bool oblique = f.in == GENITIVE || f.in == DATIVE;
        bool plain = f.in == NOMINATIVE || (f.in == ACCUSATIVE && f.gender == NEUTER);
        strbuf_addf(out, "ein%s%s", feminine || !plain ? "e" : "",
                    feminine ? (oblique ? "r" : "")
                    : plain  ? ""
                             : ones[f.in]);
        return;
    }
    grammar_spell(&b, "de", rules, value);
    struct str words = strbuf_str(&b);
    bool one = str_starts(words, S("einhundert")) || str_starts(words, S("eintausend"));
    words = kind == NUMBER_ORDINAL && one ? str_slice(words, 3, words.len) : words;
    grammar_part_word(out, words, S("tausend"));
}

struct form german_count_form(const struct pieces *t, ptrdiff_t from, ptrdiff_t to,
                              int64_t value)
{
    ptrdiff_t noun = to + 1, before = piece_word_before(t, from);
    bool word = piece_kind(t, to) == PIECE_BLANK && piece_kind(t, noun) == PIECE_WORD;
    struct form f = {.gender = NEUTER};
    if (value != 1)
        return f;
    f.bare = !word || !piece_is_capitalised(t, noun);
    f.gender = word ? gender_of(piece_str(t, noun)) : NEUTER;
    f.in = before >= 0 && word_is_any(piece_str(t, before), dative) ? DATIVE
           : piece_kind(t, from - 1) == PIECE_NONE                  ? NOMINATIVE
                                                                    : ACCUSATIVE;
    return f;
}

/* By the article or preposition before it; "-ten" where there is doubt. */
struct form german_rank_form(const struct pieces *t, ptrdiff_t from, ptrdiff_t to)
{
    static const char weak[] =
        "die|Die|das|Das|eine|Eine|diese|Diese|ins|Ins|dieses|ans|aufs";
    static const char der[] = "der|Der|dieser|Dieser|jeder|Jeder";
    static const char ein[] = "ein|Ein|kein|sein|ihr|mein|unser|Sein|Ihr";
    static const char links[] = "bis|und|oder|sowie";
    struct str noun = piece_str(t, piece_past_blank(t, to));
    ptrdiff_t first = from;
    for (int hops = 0; hops < 4; hops++) { /* "vom 5. bis 7. Juni" */
        ptrdiff_t word = piece_word_before(t, from);
        bool linked = word >= 0 && word_is_any(piece_str(t, word), links);
        ptrdiff_t stop = linked ? word - 2 : from - 2;
        if (!linked && !piece_is_dash(t, from - 1))
            break;
        if (!piece_is(t, stop, ".") || !piece_digits(t, stop - 1))
            break;
        from = stop - 1;
    }
    ptrdiff_t before = piece_word_before(t, from);
    struct str word = piece_str(t, before);
    struct form f = {.in = NOMINATIVE, .gender = MASCULINE};
    ptrdiff_t month;
    bool date = piece_kind(t, to) == PIECE_NONE ||
                grammar_month(t, piece_past_blank(t, to), &month) > 0;
    f.gender = date ? MASCULINE : gender_of(noun);
    if (before < 0) {
        f.strong = from == first;
        f.in = f.strong ? NOMINATIVE : DATIVE; /* "bis 7.5." */
        return f;
    }
    bool oblique_der = f.gender == FEMININE && !date;
    struct str earlier = piece_str(t, piece_word_before(t, before));
    oblique_der |= word_is_any(earlier, dative) || word_is_any(earlier, rest_dative);
    if (word_is_any(word, ein))
        f.strong = true;
    else if (word_is_any(word, der))
        f.in = oblique_der ? DATIVE : NOMINATIVE;
    else if (!word_is_any(word, weak))
        f.in = DATIVE;
    if (f.in == NOMINATIVE && !f.strong && f.gender == PLURAL)
        f.gender = MASCULINE;
    return f;
}

struct form german_day_form(const struct pieces *t, ptrdiff_t at)
{
    struct form f = german_rank_form(t, at, at + 1 + piece_is(t, at + 1, "."));
    f.gender = MASCULINE;
    return f;
}

enum number_kind german_kind(const struct pieces *t, const struct amount_said *m,
                             struct form *f)
{
    static const char cues[] =
        "Jahr|Jahre|Jahres|Jahren|seit|Seit|von|Von|bis|Bis|ab|Ab|Ende|Anfang|Mitte|"
        "Sommer|Herbst|Winter|Fr\u00FChjahr|in|In|Im";
    ptrdiff_t before = piece_word_before(t, m->at), end;
    bool counted =
        piece_kind(t, m->end) == PIECE_BLANK && piece_is_capitalised(t, m->end + 1);
    bool cue = before >= 0 && (word_is_any(piece_str(t, before), cues) ||
                               grammar_month(t, before, &end) > 0);
    bool year = !m->grouped && m->fraction < 0 && piece_digits(t, m->at) == 4 &&
                m->value >= 1100 && m->value < 2000 && (cue || !counted);
    if (m->value == 1 && f->bare)
        return NUMBER_NAME;
    return year ? NUMBER_YEAR : NUMBER_COUNT;
}

void german_noun(struct strbuf *out, const struct noun *n, int64_t value, struct form f)
{
    strbuf_add(out, str_from(value == 1 && !f.part ? n->one : n->many));
}

void german_decimal(struct strbuf *out, int64_t whole, struct str digits,
                    const struct noun *n, struct form f)
{
    (void)n;
    grammar_point(out, &grammar_german, whole, digits, false, f);
}

ptrdiff_t german_ordinal_end(const struct pieces *t, ptrdiff_t at, struct form *f)
{
    static const char articles[] = "am|dem|den|der|vom|zum|Am|Dem|Der|Vom|Zum";
    ptrdiff_t next = at + 2, before = piece_word_before(t, at);
    bool dash = piece_is_dash(t, next) && piece_digits(t, next + 1);
    bool word =
        piece_kind(t, next) == PIECE_BLANK && piece_kind(t, next + 1) == PIECE_WORD;
    bool article = before >= 0 && word_is_any(piece_str(t, before), articles);
    bool last = piece_kind(t, next) == PIECE_NONE && article;     /* "am 3." */
    bool marked = word_is_any(piece_str(t, next), ".|,|;|!|?") && /* "1, 2, 3..." */
                  !piece_is(t, next + 1, ".") && !piece_is_capitalised(t, before);
    if (!piece_is(t, at + 1, ".") || piece_digits(t, at) > 3 || piece_value(t, at) < 1 ||
        !(dash || word || last || marked))
        return 0;
    *f = german_rank_form(t, at, next);
    if (marked && f->in == DATIVE && !article) /* "er wurde 3." */
        *f = (struct form){.in = NOMINATIVE, .gender = MASCULINE, .strong = true};
    return last ? next - 1 : next;
}

void german_day(struct strbuf *out, int64_t value, struct form f)
{
    german_number(out, NUMBER_ORDINAL, value, f);
}

void german_time_of_day(struct strbuf *out, int64_t hour, int64_t minute, struct form f)
{
    (void)f;
    german_number(out, NUMBER_COUNT, hour, (struct form){.gender = NEUTER});
    strbuf_add(out, S(" Uhr"));
    if (minute) {
        strbuf_add(out, S(" "));
        german_number(out, NUMBER_NAME, minute, (struct form){0});
    }
}

void german_fraction(struct strbuf *out, int64_t whole, int64_t above, int64_t below,
                     struct form f)
{
    static const char *const parts[] = {
        "",         "",        "halb",   "Drittel", "Viertel", "F\u00FCnftel",
        "Sechstel", "Siebtel", "Achtel", "Neuntel", "Zehntel"};
    (void)f;
    if (whole)
        german_number(out, whole == 1 && below == 2 ? NUMBER_COUNT : NUMBER_NAME, whole,
                      (struct form){.gender = NEUTER});
    if (whole && below == 2) {
        strbuf_add(out, S("einhalb"));
        return;
    }
    strbuf_add(out, whole ? S(" ") : S(""));
    german_number(out, NUMBER_COUNT, above, (struct form){.gender = NEUTER});
    strbuf_addf(out, " %s", parts[below]);
}

/* The case that words before the name at `at` ask for. */
static enum grammatical_case case_of_name(const struct pieces *t, ptrdiff_t at)
{
    static const char accusative[] =
        "f\u00FCr|gegen|ohne|durch|um|F\u00FCr|Gegen|Ohne|Durch";
    struct str name = piece_str(t, at);
    static const char keeps[] = "us|es|is|os|as";
    if (str_ends(name, S("s")) && !word_ends_any(name, keeps))
        return GENITIVE;
    for (int hops = 0; hops < 4 && at >= 0; hops++) {
        at = piece_word_before(t, at);
        if (word_is_any(piece_str(t, at), dative) || piece_is(t, at, "vom") ||
            piece_is(t, at, "zum"))
            return DATIVE;
        if (word_is_any(piece_str(t, at), accusative))
            return ACCUSATIVE;
        if (!piece_is_capitalised(t, at))
            break;
    }
    return NOMINATIVE;
}

/* "Ludwig XIV.", "im XX. Jahrhundert" */
ptrdiff_t german_roman(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    static const char women[] =
        "Elisabeth|Katharina|Maria|Anna|Christina|Margarethe|Margrethe|Viktoria|"
        "Isabella|Beatrix|Wilhelmina|Juliana|Victoria|Sophie";
    static const char *const articles[2][6] = {
        {"der", "des", "dem", "den", "dem", "dem"},
        {"die", "der", "der", "die", "der", "der"}};
    int64_t value = roman_number(piece_str(t, at));
    ptrdiff_t before = piece_word_before(t, at), end = at + 2;
    if (!value || !piece_is(t, at + 1, ".") || piece_kind(t, at - 1) != PIECE_BLANK ||
        !piece_parts(t, end) || before < 0) /* "I.A.E.A." is no first */
        return 0;
    struct strbuf b = {.arena = r->out.arena};
    bool name = piece_is_capitalised(t, before);
    bool noun = word_is_any(piece_str(t, before),
                            "Der|Die|Das|Den|Dem|Des|Im|Am|Vom|Zum|Zur|Ein|Eine");
    if (name && !noun) {
        bool woman = word_is_any(piece_str(t, before), women);
        struct form f = {.gender = woman ? FEMININE : MASCULINE,
                         .in = case_of_name(t, before)};
        strbuf_addf(&b, "%s ", articles[woman][f.in]);
        ptrdiff_t from = b.len;
        german_number(&b, NUMBER_ORDINAL, value, f);
        b.ptr[from] = (char)(b.ptr[from] - 'a' + 'A');
    } else if (piece_kind(t, end) == PIECE_BLANK && piece_is_capitalised(t, end + 1)) {
        german_number(&b, NUMBER_ORDINAL, value, german_rank_form(t, at, end));
    } else {
        return 0;
    }
    if (piece_kind(t, end) == PIECE_NONE)
        strbuf_add(&b, S("."));
    reading_buffer(r, at, end, &b);
    return end;
}

static bool is_called(const struct pieces *t, ptrdiff_t at)
{
    static const char words[] =
        "W\u00E4hlen|w\u00E4hlen|Notruf|Notrufnummer|Rufnummer|Nummer";
    for (int back = 0; back < 4 && at >= 0; back++) {
        at = piece_word_before(t, at);
        if (word_is_any(piece_str(t, at), words))
            return true;
    }
    return false;
}

/* "1990er", "80er-Jahren", "12-Jährige", "10-köpfiger", "3fach"; the emergency call's 112. */
ptrdiff_t german_compound(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    static const char glued[] = "fach|fache|fachen|mal|er|ern|ers|prozentig";
    int64_t value = piece_value(t, at);
    bool hyphen = piece_is(t, at + 1, "-");
    ptrdiff_t word = at + 1 + hyphen;
    struct str rest = piece_str(t, word);
    struct strbuf b = {.arena = r->out.arena};
    if (value < 0 || !piece_parts(t, at - 1) ||
        (piece_is(t, at - 1, ",") && piece_digits(t, at - 2)))
        return 0;
    if ((value == 110 || value == 112) && is_called(t, at)) {
        grammar_digits(&b, &grammar_german, piece_str(t, at));
        reading_buffer(r, at, at + 1, &b);
        return at + 1;
    }
    bool small = rest.len > 2 && rest.ptr[0] >= 'a' && rest.ptr[0] <= 'z';
    bool aged = str_starts(rest, S("J\u00E4hrig"));
    if (piece_kind(t, word) != PIECE_WORD || value > 9999 ||
        !(hyphen ? small || aged : word_is_any(rest, glued)))
        return 0;
    bool year = str_starts(rest, S("er")) && value > 999;
    german_number(&b, year ? NUMBER_YEAR : NUMBER_COUNT, value,
                  (struct form){.gender = NEUTER});
    if (aged && b.ptr[0] >= 'a' && b.ptr[0] <= 'z')
        b.ptr[0] = (char)(b.ptr[0] - 'a' + 'A');
    if (aged) {
        strbuf_add(&b, S("j"));
        rest = str_slice(rest, 1, rest.len);
    }
    strbuf_add(&b, rest);
    reading_buffer(r, at, word + 1, &b);
    if (!piece_is(t, word + 1, "-") || piece_kind(t, word + 2) != PIECE_WORD)
        return word + 1;
    reading_say(r, word + 1, word + 2, " ");
    return word + 2;
}
