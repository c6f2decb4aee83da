/* speak/joints.h -- words before which a long clause may be cut: conjunctions and relatives. */
#ifndef BRIEFCAST_SPEAK_JOINTS_H
#define BRIEFCAST_SPEAK_JOINTS_H

#include <stdbool.h>

#include "base/str.h"

/* Does such a word of the language begin at byte `at` of `s`? Languages without a table have none. */
bool joint_at(struct str s, ptrdiff_t at, struct str language);

#endif
