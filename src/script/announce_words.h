/* script/announce_words.h -- the narrator's announcements in the words of a language.
 *
 * Words are printed text with names in braces that are filled in; they are spoken as all text is, so
 * that figures need no words here. Empty words, and those of which something is not known, are left
 * out. A user's file is YAML, languages (BCP 47, primary subtags) with the words to be replaced:
 *
 *   en:
 *     closing: "You heard {title}."
 */
#ifndef BRIEFCAST_SCRIPT_ANNOUNCE_WORDS_H
#define BRIEFCAST_SCRIPT_ANNOUNCE_WORDS_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/source.h"
#include "base/status.h"
#include "base/str.h"

/* X(key, names that may stand in it), in the order in which they are heard. */
#define ANNOUNCE_KEYS(X)                                                                 \
    X(title, "{title}")                                                                  \
    X(date, "{date}")                                                                    \
    X(people, "{people}")                                                                \
    X(and, "")           /* before the last of the people; blanks count */               \
    X(others, "{count}") /* instead of a last one, where there are many */               \
    X(minute, "")        /* up to a minute and a half */                                 \
    X(minutes, "{minutes}")                                                              \
    X(hours, "{hours}") /* from an hour and a half on */                                 \
    X(question, "{number}")                                                              \
    X(speaker, "{name}")                                                                 \
    X(closing, "{title}")

struct announce_words {
    struct str language; /* primary subtag */
#define ANNOUNCE_FIELD(key, names) struct str key;
    ANNOUNCE_KEYS(ANNOUNCE_FIELD)
#undef ANNOUNCE_FIELD
};

/* Those of a language; of one that has none, English. `own` as in struct announcing. */
struct announce_words announce_words_of(struct str language,
                                        const struct announce_words *own);

/* Reads a user's file: *out lives in `a`, its strings too, ended by one without a language; what the
 * file does not replace is as it is shipped. BC_ECONFIG: reported with places. */
BC_CHECK enum bc_status announce_words_read(struct announce_words **out, struct arena *a,
                                            const struct source *source, struct diag *d);

#endif
