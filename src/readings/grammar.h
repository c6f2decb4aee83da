/* readings/grammar.h -- numbers in the words of a language that inflects them.
 *
 * Russian, German, French and Spanish share the classes of grammar_*.c: what figures and signs
 * stand for is much the same in them, and how it is said comes from a struct grammar, that is,
 * tables and a few functions of the language. The words of numbers are CLDR's (base/spellout.h).
 */
#ifndef BRIEFCAST_READINGS_GRAMMAR_H
#define BRIEFCAST_READINGS_GRAMMAR_H

#include "readings/pieces.h"
#include "readings/readings.h"
#include "readings/sign_words.h"

enum gender { MASCULINE, FEMININE, NEUTER, PLURAL };
enum grammatical_case {
    NOMINATIVE,
    GENITIVE,
    DATIVE,
    ACCUSATIVE,
    INSTRUMENTAL,
    LOCATIVE
};

/* In which form a number or a word stands. */
struct form {
    enum gender gender;
    enum grammatical_case in;
    bool bare;   /* no noun behind it: "eins", "uno" */
    bool strong; /* German: no article before it, "zwanzigster" */
    bool part;   /* a decimal fraction stands before the noun */
};

enum number_kind {
    NUMBER_COUNT,   /* "21 lanchas" */
    NUMBER_NAME,    /* "Kapitel 4": no form */
    NUMBER_ORDINAL, /* "la 5.ª" */
    NUMBER_YEAR,
};

/* A unit, a currency or a scale. */
struct noun {
    const char *printed;
    const char *one,
        *many; /* "Kilometer", "mètres carrés"; Russian: nominative, genitive plural */
    enum gender gender;
    const char *few;         /* Russian: genitive singular */
    const char *tail;        /* Russian: what is not inflected: " в секунду" */
    const struct noun *part; /* of a currency: a hundredth, where it is said; or NULL */
};

/* As other languages than Russian need them. */
#define NOUN(sign, singular, plural, has)                                                \
    {                                                                                    \
        .printed = (sign), .one = (singular), .many = (plural), .gender = (has)          \
    }
#define REFERENCE(sign, singular, plural)                                                \
    {                                                                                    \
        .printed = (sign), .one = (singular), .many = (plural)                           \
    }

/* Something printed short. */
struct abbreviation_said {
    const char *printed; /* with its full stops, without blanks */
    const char *said;
    bool title; /* before a name only */
};

/* "S." before a figure. */
struct reference_said {
    const char *printed;      /* with its full stop, if it has one */
    const char *one;          /* Russian: nominative */
    const char *many;         /* before a range; Russian: genitive */
    const char *to, *at, *by; /* Russian: accusative, locative, dative */
};

struct amount_said {
    ptrdiff_t at, end; /* pieces */
    ptrdiff_t whole_end;
    ptrdiff_t fraction; /* its piece, or -1 */
    int64_t value;      /* of the whole; -1: too long */
    bool grouped;
};

struct grammar {
    const char *language;
    const char *const *months; /* in the form of dates; ended by NULL */
    const char *numbered;      /* before a Roman number: "Kapitel|Teil" */
    const struct noun *units, *currencies, *scales; /* ended by an empty entry */
    const struct noun *hundredths; /* likewise; printed: in their currency's name */
    const struct abbreviation_said *abbreviations; /* likewise */
    const struct reference_said *references;       /* likewise */
    const struct sign_words *signs;
    const char *of;          /* between a scale and a currency: "de"; "": nothing */
    const char *scale_words; /* written out between an amount and its currency */
    const char *date_of;     /* before the month and the year of a date: "de "; "" */
    const char *year_behind; /* behind a date in figures: " года"; "" */
    const char *day_links;   /* between days of one month: "bis|und" */
    bool days_unmarked;      /* a day is an ordinal number that no sign tells */
    bool half_word;   /* "1,5" is a word of its own, and its noun stands as behind two */
    bool hour_letter; /* "21 h 30" */
    const char *hour_word; /* behind a time, part of it: "Uhr"; NULL */
    struct noun clock[2];  /* a minute, a second */
    const char *clock_at;  /* before a place in a recording: "bei|ab" */
    const char *date_cues; /* before a day in figures, "28/2": "le|du"; "" */
    const char *half[2];   /* behind a noun, by its gender: " et demi"; NULL: before it */
    bool phone_digits;     /* telephone numbers are said digit by digit */

    /* Appends `value`. */
    void (*number)(struct strbuf *out, enum number_kind kind, int64_t value,
                   struct form f);
    /* In which form a number of pieces [from, to) stands by the words around it; `to` is -1 when
     * it is said what it is of. */
    struct form (*count_form)(const struct pieces *t, ptrdiff_t from, ptrdiff_t to,
                              int64_t value);
    /* The same of an ordinal number. */
    struct form (*rank_form)(const struct pieces *t, ptrdiff_t from, ptrdiff_t to);
    /* Is the number there to be read as a year, or an ordinal that nothing marks? */
    enum number_kind (*kind)(const struct pieces *t, const struct amount_said *m,
                             struct form *f);
    /* A noun behind a number, of which `value` is the whole. */
    void (*noun)(struct strbuf *out, const struct noun *n, int64_t value, struct form f);
    /* "2,5"; `digits` are those behind the comma; n: what it is of, or NULL. */
    void (*decimal)(struct strbuf *out, int64_t whole, struct str digits,
                    const struct noun *n, struct form f);
    /* Where a number ends that has its ordinal's ending behind it: "20-го", "2e", "3."; 0: none. */
    ptrdiff_t (*ordinal_end)(const struct pieces *t, ptrdiff_t at, struct form *f);
    /* The day of a date, and the form that it stands in. */
    void (*day)(struct strbuf *out, int64_t day, struct form f);
    struct form (*day_form)(const struct pieces *t, ptrdiff_t at);
    /* Hours and minutes. */
    void (*time)(struct strbuf *out, int64_t hour, int64_t minute, struct form f);
    /* "2/3", "2½"; whole is 0 where there is none. */
    void (*fraction)(struct strbuf *out, int64_t whole, int64_t above, int64_t below,
                     struct form f);
    /* A ruler's or a century's Roman number. */
    read_class *roman;
    /* Other things of the language: "1990er", "5-летний"; may be NULL. */
    read_class *compound;
};

/* NULL: the language has none. */
const struct grammar *grammar_of(struct str language);
extern const struct grammar grammar_russian, grammar_german, grammar_french,
    grammar_spanish;

/* For the classes and the grammars. */
/* Is `word` one of "this|that", or does it end in one? */
bool word_is_any(struct str word, const char *list);
bool word_ends_any(struct str word, const char *list);
/* Appends a number by CLDR's rules; in figures where there are none. */
void grammar_spell(struct strbuf *out, const char *language, const char *rules,
                   int64_t value);
/* Appends `word`, and where it is longer than the engine bears and than anybody says in one breath
 * with a blank behind the `joint` in it. */
void grammar_part_word(struct strbuf *out, struct str word, struct str joint);
/* The digits one by one. */
void grammar_digits(struct strbuf *out, const struct grammar *g, struct str digits);
/* "2,05" as "zwei Komma null fünf", or where `grouped` "deux virgule zéro cinq", "... vingt-cinq". */
void grammar_point(struct strbuf *out, const struct grammar *g, int64_t whole,
                   struct str digits, bool grouped, struct form f);
/* 1 .. 12 with *end behind the month, and the full stop of its abbreviation; 0: none. */
int grammar_month(const struct pieces *t, ptrdiff_t at, ptrdiff_t *end);
bool piece_is_capitalised(const struct pieces *t, ptrdiff_t i);
/* A word with blanks around it. */
void reading_word(struct reading *r, ptrdiff_t from, ptrdiff_t to, const char *word);
/* A year as such, in the language of the pieces. */
void reading_year(struct reading *r, ptrdiff_t from, ptrdiff_t to, int64_t value);
/* A cardinal number in the language of the pieces. */
void reading_cardinal(struct reading *r, ptrdiff_t from, ptrdiff_t to, int64_t value);
/* Says what b holds for pieces [from, to). */
void reading_buffer(struct reading *r, ptrdiff_t from, ptrdiff_t to,
                    const struct strbuf *b);

/* The longest of `list` that stands at piece `at`, *end behind it; NULL: none. */
const struct noun *noun_find(const struct noun *list, const struct pieces *t,
                             ptrdiff_t at, ptrdiff_t *end);
/* " pro Kilogramm" for the "/kg" at piece `at`; returns where it ends, `at` when there is none. */
ptrdiff_t reading_per(struct reading *r, ptrdiff_t at);

/* Classes. */
read_class grammar_date, grammar_time, grammar_telephone, grammar_quantity,
    grammar_ordinal, grammar_fraction, grammar_roman, grammar_reference,
    grammar_abbreviation, grammar_code, grammar_sign, grammar_slash, grammar_version,
    grammar_compound, grammar_rate;

#endif
