/* base/diag.h -- what is wrong, where, and what to do about it.
 *
 * A collector takes diagnostics from every stage; only cli/ decides how they are shown.
 * Modules add one and return a status; they go on after an error where they can, so that
 * one run reports everything.
 *
 */
#ifndef BRIEFCAST_BASE_DIAG_H
#define BRIEFCAST_BASE_DIAG_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/source.h"
#include "base/status.h"
#include "base/str.h"

enum diag_severity { DIAG_NOTE, DIAG_WARNING, DIAG_ERROR };

struct diag_entry {
    enum diag_severity severity;
    struct place place; /* source NULL: none */
    struct str code;    /* stable rule id, lower case with hyphens: "voice-unknown" */
    /* One sentence, no full stop, lower case first: "unknown voice 'x'". */
    struct str message;
    struct str hint; /* what to do; may be empty */
};

/* Collects up to DIAG_LIMIT entries and counts the rest. Zeroed but for `arena` it is
 * empty. */
enum { DIAG_LIMIT = 1000 };
struct diag {
    struct arena *arena; /* entries and their strings live here */
    struct diag_entry *entries;
    ptrdiff_t count, capacity;
    ptrdiff_t errors, warnings; /* also those past the limit */
};

/* Adds an entry. `code` is a string literal. `hint` may be NULL. */
void diag_add(struct diag *d, enum diag_severity severity, struct place place,
              const char *code, const char *hint, const char *format, ...)
    BC_PRINTF(6, 7);
#define diag_error(d, place, code, hint, ...)                                            \
    diag_add((d), DIAG_ERROR, (place), (code), (hint), __VA_ARGS__)
#define diag_warning(d, place, code, hint, ...)                                          \
    diag_add((d), DIAG_WARNING, (place), (code), (hint), __VA_ARGS__)
#define diag_note(d, place, code, hint, ...)                                             \
    diag_add((d), DIAG_NOTE, (place), (code), (hint), __VA_ARGS__)
/* No place at all; and a whole file as a place. */
#define NOWHERE ((struct place){0})
struct place place_of(const struct source *s, ptrdiff_t begin, ptrdiff_t end);

/* One entry as text, with a newline at the end:
 *   talk.md:12:8: error: unknown voice 'barritone' (did you mean 'baritone'?) [voice-unknown]
 *      12 | Mara: {voice: barritone}
 *         |                ^~~~~~~~~
 * The hint stands in round brackets. A line of more than 100 columns is cut around the caret;
 * control characters, bidi overrides and invalid bytes are shown as \xNN or \u{N}, so that a
 * stranger's text cannot drive the terminal. */
void diag_format_text(struct strbuf *out, const struct diag_entry *e);

/* `s` as it may be shown on a terminal: control characters, bidi overrides and the like,
 * and invalid bytes as \xNN or \u{N}. For names of files and people wherever they are
 * printed. */
void diag_show(struct strbuf *out, struct str s);

/* The candidate nearest to `word` (Damerau-Levenshtein distance at most a third of its
 * length, at least 1), for "did you mean"; an empty str when none is near. */
struct str diag_nearest(struct str word, const struct str *candidates, ptrdiff_t count);

#endif
