/* readings/russian.h -- Russian numbers and nouns in their cases, for readings/language_ru.c. */
#ifndef BRIEFCAST_READINGS_RUSSIAN_H
#define BRIEFCAST_READINGS_RUSSIAN_H

#include "readings/grammar.h"

/* "двадцать одну" */
void russian_cardinal(struct strbuf *out, int64_t value, struct form f);
/* "двадцать первого"; what is a million or more stays a cardinal number. */
void russian_ordinal(struct strbuf *out, int64_t value, struct form f);
/* As the first part of a word: "пяти" of "пятилетний". */
void russian_joined(struct strbuf *out, int64_t value);
/* The noun behind `value`; with f.part behind a decimal fraction. */
void russian_noun(struct strbuf *out, const struct noun *n, int64_t value, struct form f);
void russian_decimal(struct strbuf *out, int64_t whole, struct str digits,
                     const struct noun *n, struct form f);
void russian_fraction(struct strbuf *out, int64_t whole, int64_t above, int64_t below,
                      struct form f);

/* The case that the word before piece `at` asks for: a preposition's, or that of a few verbs and
 * nouns. False: none that is known, and *in is the nominative. */
bool russian_case_before(const struct pieces *t, ptrdiff_t at, enum grammatical_case *in);
/* The gender and case that a word's ending tells, `in` being what stands before asks for; for an
 * adjective or noun in the singular, or one in the plural. False: nothing. */
bool russian_agree(struct str word, enum grammatical_case in, struct form *f);
/* Is it a word that Roman numbers stand before: "век", "съезда", "мировой"? */
bool russian_is_ranked(struct str word);
/* The form of a cardinal number `value` with `noun` behind it, and `in` asked for. */
void russian_counted(struct str noun, int64_t value, struct form *f);

/* What struct grammar asks for: russian_forms.c. */
void russian_number(struct strbuf *out, enum number_kind kind, int64_t value,
                    struct form f);
struct form russian_count_form(const struct pieces *t, ptrdiff_t from, ptrdiff_t to,
                               int64_t value);
struct form russian_rank_form(const struct pieces *t, ptrdiff_t from, ptrdiff_t to);
struct form russian_day_form(const struct pieces *t, ptrdiff_t at);
enum number_kind russian_kind(const struct pieces *t, const struct amount_said *m,
                              struct form *f);
ptrdiff_t russian_ordinal_end(const struct pieces *t, ptrdiff_t at, struct form *f);
void russian_day(struct strbuf *out, int64_t day, struct form f);
void russian_time(struct strbuf *out, int64_t hour, int64_t minute, struct form f);
read_class russian_roman, russian_compound;

#endif
