/* readings/language.h -- what a language has words of its own for, as tables. */
#ifndef BRIEFCAST_READINGS_LANGUAGE_H
#define BRIEFCAST_READINGS_LANGUAGE_H

#include <stdbool.h>

#include "base/str.h"
#include "readings/units.h"

/* Where a word that is printed short has to stand to be one. */
enum shortened_place {
    SHORTENED_BEFORE_NAME,   /* "Sen. Wexford" */
    SHORTENED_BEHIND_NAME,   /* "Shaw Jr." */
    SHORTENED_BETWEEN_NAMES, /* "Harbour v. Tolland" */
    SHORTENED_WITH_STOP,     /* "approx." */
    SHORTENED_ANYWHERE,      /* "WWII" */
    SHORTENED_STREET,        /* behind a street's name: "C St. NW", "5th Ave." */
};

struct shortened {
    const char *printed; /* without its last full stop */
    const char *spoken;
    enum shortened_place place;
};

struct abbreviated {
    const char *printed; /* without its full stop */
    const char *spoken;
};

/* How figures behind a word are said that names what they number. */
enum series {
    SERIES_PAIRS, /* "Resolution 2231": twenty-two thirty-one */
    SERIES_TYPE, /* "Boeing 737-800": pairs in America, else digits; the dash is not said */
    SERIES_DIGITS, /* "dial 911": nine one one */
    SERIES_CALL,   /* digits where the number is one of `emergencies` */
};
struct numbered_series {
    const char *word;
    enum series how;
};

/* Lists end with an empty entry or NULL; all are compared without regard to case but units,
 * scales and zones. Words that stand between others have their blanks. */
struct speech_tables {
    const char *language;
    const char *const
        *months; /* twelve; abbreviated to their first three or four letters */
    const char *const *weekdays; /* the same */
    const struct unit *units;
    const struct unit *glued_units;       /* only right behind a figure: "6in" */
    const struct unit *currencies;        /* signs and codes */
    const struct unit *hundredths;        /* of those, by how their signs end */
    const struct abbreviated *pers;       /* "s": behind a unit and "/" */
    const struct abbreviated *scales;     /* "bn" */
    const struct abbreviated *references; /* before a figure: "No" */
    const struct shortened *shortened;    /* "Sen"; ends with an empty entry */
    const struct abbreviated *prefixes;   /* glued to a figure: "FY" */
    const struct abbreviated *signs;      /* "&", with blanks */
    const struct abbreviated *relations;  /* before a figure: "~", "\u2265" */
    const struct abbreviated *directions; /* behind degrees: "N" */
    const struct abbreviated *quarters;   /* of a city, beside a street: "NW" */
    const struct numbered_series *series; /* before a figure: "Resolution" */
    const int *emergencies;               /* telephone numbers; 0 ends them */
    const char *const *calls;             /* behind one of those: "call" */
    const char *const *dockets;           /* before a file's number: "Docket" */
    const char *const *docket_kinds;      /* in a court's: "cv" */
    const char *const *tollfree;          /* "1-800-" and letters */
    const char *const *books;             /* before chapter and verse: "Genesis" */
    const char *const *numbered;          /* before a Roman number: "Chapter" */
    const char *const *rulers;            /* before a single letter: "Peter I" */
    const char *const *royal;             /* before such a name: "Tsar" */
    const char *const *grades;            /* of `numbered`, with an article: "Phase" */
    const char *const *first_person;      /* behind "I" that is no number: "think" */
    const char *const *counted;           /* behind a Roman number: "century" */
    const char *const *zones;             /* "EST": letters */
    const char *const *eras;              /* "BC": letters */
    const char *const *plurals;           /* what is counted without an s: "people" */
    const char *const *changes;           /* behind millions, "in" behind them: "rise" */
    const char *const *sums;              /* behind millions: "loss" */
    const char *const *counting;   /* between millions and what is counted: "new" */
    const char *const *waters;     /* what rises by metres: "river" */
    const char *const *labelled;   /* before a figure with a letter: "berth" */
    const char *const *weather;    /* near degrees: "outside" */
    const char *const *dimensions; /* behind a length: "tall" */
    const char *const *races;      /* "10k run" */
    const char *const *articles, *const *determiners, *const *function_words;
    const char *const *tells;   /* verbs that end as plurals do: "says" */
    const char *const *links;   /* "and" between two amounts */
    const char *const *matches; /* "won", before a result in sport */
    const char *const *ordinal_endings;
    const char *to, *nil, *per, *plus, *minus, *by, *times, *point, *dot, *of, *number,
        *section, *sections, *version, *degree, *degrees, *minute, *minutes, *second,
        *seconds;
};

extern const struct shortened english_shortened[]; /* shortened_en.c */

/* NULL: figures are left to the engine. */
const struct speech_tables *speech_tables_of(struct str language);

#endif
