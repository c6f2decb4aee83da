/* speak/language.h -- what a language has words of its own for, as tables. */
#ifndef BRIEFCAST_SPEAK_LANGUAGE_H
#define BRIEFCAST_SPEAK_LANGUAGE_H

#include "base/str.h"

struct unit {
    const char *sign;       /* as printed; compared to the letter */
    const char *one, *many; /* as spoken */
};

struct abbreviated {
    const char *printed; /* without its full stop */
    const char *spoken;
};

struct speech_tables {
    const char *language;
    const char *const
        *months; /* twelve; abbreviated to their first three or four letters */
    const struct unit *units;             /* these lists end with an empty entry */
    const struct unit *currencies;        /* signs and codes */
    const struct abbreviated *scales;     /* "bn" */
    const struct abbreviated *references; /* before a figure: "No" */
    const char *const *numbered;          /* before a Roman number: "Chapter" */
    const char *const *counted;           /* behind a Roman number: "century" */
    const char *const *zones;             /* "EST": letters */
};

/* NULL: figures are left to the engine. */
const struct speech_tables *speech_tables_of(struct str language);

#endif
