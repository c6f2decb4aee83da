/* readings/readings.h -- figures, dates, signs and the like as people say them.
 *
 * The classes are those that text normalisation calls semiotic (Taylor, Text-to-Speech Synthesis,
 * 2009, chapter 5): dates, times, money, telephone numbers and so on.
 *
 * A class looks at the pieces from `at` on. When they are of its kind it says them, piece by piece,
 * each piece with the pieces that it stands for, and returns the piece behind them; else it returns
 * 0, whatever it has said. Where several classes can read, the longest reading stands, of equals the
 * first in the table; what is read is touched no more. A class is asked only at pieces of the kinds
 * that it can begin with, and looks at a bounded number of pieces or at those that it takes: the
 * whole is linear.
 */
#ifndef BRIEFCAST_READINGS_READINGS_H
#define BRIEFCAST_READINGS_READINGS_H

#include "base/trace.h"
#include "readings/day_order.h"
#include "readings/pieces.h"
#include "transcript/document.h"

struct reading {
    struct textbuf out; /* its runs' source is the sentence of the pieces */
    const struct pieces *pieces;
    struct trace left_out; /* its drops */
};

/* What is said for `s`, a sentence or more of a document that `dates` are of, and where it came from; both live in `a`. False, with
 * nothing changed, where the language (BCP 47) has no tables: its figures are left to the engine. */
bool read_figures(struct arena *a, struct str s, struct str language,
                  const struct day_orders *dates, struct str *out, struct trace *trace);

/* What follows is for the classes. */

/* `words` for pieces [from, to). */
void reading_say(struct reading *r, ptrdiff_t from, ptrdiff_t to, const char *words);
void reading_say_str(struct reading *r, ptrdiff_t from, ptrdiff_t to, struct str words);
/* A number for the same, in one of the ways of readings/numbers.h. */
void reading_number(struct reading *r, ptrdiff_t from, ptrdiff_t to, int64_t value,
                    void (*how)(struct strbuf *, int64_t));
/* Of pieces [from, to) nothing is said. */
void reading_drop(struct reading *r, ptrdiff_t from, ptrdiff_t to, enum reason why);
void reading_digits(struct reading *r, ptrdiff_t at); /* one by one; grammar.c */
/* As rooms and files are numbered: in pairs, digits where they are many or begin with a zero. */
void reading_code(struct reading *r, ptrdiff_t at); /* class_codes.c */
/* The figure at `at` as those are said that `word` numbers ("room"); returns what is behind it, or `at`
 * where other classes are to read it. */
ptrdiff_t reading_series(struct reading *r, ptrdiff_t at, struct str word);

/* Letters one by one: "A.K". */
void reading_letters(struct reading *r, ptrdiff_t from, ptrdiff_t to, struct str letters);

typedef ptrdiff_t read_class(struct reading *r, const struct pieces *t, ptrdiff_t at);

read_class read_day;                          /* class_days.c */
read_class read_date, read_year, read_decade; /* class_dates.c */
read_class read_time, read_duration;          /* class_times.c */
read_class read_quantity;                     /* class_quantities.c */
read_class read_ordinal, read_fraction;       /* class_fractions.c */
read_class read_size, read_coordinates, read_version, read_height,
    read_rate;                                                    /* class_measures.c */
read_class read_reference, read_telephone, read_joint;            /* class_references.c */
read_class read_docket;                                           /* class_dockets.c */
read_class read_roman;                                            /* class_roman.c */
read_class read_series, read_paragraph, read_code, read_symbol;   /* class_codes.c */
read_class read_slash, read_operator, read_ampersand, read_arrow; /* class_signs.c */
read_class read_address, read_social;                             /* class_net.c */
read_class read_shortened, read_quarter, read_house;              /* class_shortened.c */

enum {
    AT_FIGURE = 1 << PIECE_FIGURE,
    AT_WORD = 1 << PIECE_WORD,
    AT_MARK = 1 << PIECE_MARK
};
struct reading_class {
    read_class *read;
    unsigned heads; /* AT_...: what it can begin with */
};

/* The classes of a language, likewise; NULL: it has no tables. */
const struct reading_class *reading_classes_of(struct str language);
/* The classes of a language that inflects its numbers (readings/grammar.h), ended by an empty entry;
 * NULL: the language has none. */
const struct reading_class *inflected_classes_of(struct str language);

#endif
