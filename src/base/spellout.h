/* base/spellout.h -- numbers in words by CLDR's rules. (ICU's rule-based number format) */
#ifndef BRIEFCAST_BASE_SPELLOUT_H
#define BRIEFCAST_BASE_SPELLOUT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/* Appends `value` in words of `language` by the rule set "%spellout-..." of CLDR's data, without
 * the soft hyphens that stand in it. False: ICU's data has no such rules; nothing is appended.
 * A language's rules are read at its first number, and kept for the process. */
bool spellout_add(struct strbuf *out, const char *language, const char *rules,
                  int64_t value);

#endif
