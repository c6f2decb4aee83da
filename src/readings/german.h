/* readings/german.h -- German numbers in their forms, for readings/language_de.c. */
#ifndef BRIEFCAST_READINGS_GERMAN_H
#define BRIEFCAST_READINGS_GERMAN_H

#include "readings/grammar.h"

/* What struct grammar asks for. */
void german_number(struct strbuf *out, enum number_kind kind, int64_t value,
                   struct form f);
struct form german_count_form(const struct pieces *t, ptrdiff_t from, ptrdiff_t to,
                              int64_t value);
struct form german_rank_form(const struct pieces *t, ptrdiff_t from, ptrdiff_t to);
struct form german_day_form(const struct pieces *t, ptrdiff_t at);
enum number_kind german_kind(const struct pieces *t, const struct amount_said *m,
                             struct form *f);
void german_noun(struct strbuf *out, const struct noun *n, int64_t value, struct form f);
void german_decimal(struct strbuf *out, int64_t whole, struct str digits,
                    const struct noun *n, struct form f);
ptrdiff_t german_ordinal_end(const struct pieces *t, ptrdiff_t at, struct form *f);
void german_day(struct strbuf *out, int64_t value, struct form f);
void german_time_of_day(struct strbuf *out, int64_t hour, int64_t minute, struct form f);
void german_fraction(struct strbuf *out, int64_t whole, int64_t above, int64_t below,
                     struct form f);
read_class german_roman, german_compound;

#endif
