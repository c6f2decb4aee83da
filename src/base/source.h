/* base/source.h -- an input file's bytes as they lie on the disk, and places in it.
 *
 * Every segment, word and diagnostic keeps a place: (source, byte range). Lines and
 * columns are computed only when somebody has to be shown one.
 *
 */
#ifndef BRIEFCAST_BASE_SOURCE_H
#define BRIEFCAST_BASE_SOURCE_H

#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "base/str.h"

struct diag;

struct source {
    struct str name; /* as the user gave it; "<stdin>" for standard input */
    /* The whole file; valid UTF-8 without NUL once source_open has passed it. */
    struct str bytes;
    /* Byte offset of each line's first byte; lines end with \n, \r\n or a lone \r. A line end
     * at the end of the file begins no line; there is at least one. */
    const ptrdiff_t *line_starts;
    ptrdiff_t line_count;
    const ptrdiff_t *characters_before; /* the module's own: for columns */
};

/* A range of a source's bytes; begin == end marks a point. */
struct place {
    const struct source *source; /* borrowed; NULL: no place (added by the program) */
    ptrdiff_t begin, end;
};

struct position {
    ptrdiff_t line;   /* 1-based */
    ptrdiff_t column; /* 1-based, in code points */
};

/* Makes a source of bytes that are in memory. `bytes` is borrowed and must outlive *out,
 * which lives in `a`. Reports to `d`, with its place, and returns BC_EINPUT: invalid
 * UTF-8, a NUL byte, or nothing but blanks (each of the first two with the place of its
 * first occurrence and how many there are). *out is valid even then. */
BC_CHECK enum bc_status source_open(const struct source **out, struct arena *a,
                                    struct str name, struct str bytes, struct diag *d);

/* As source_open without the checks: for files other than inputs, and tests. */
const struct source *source_make(struct arena *a, struct str name, struct str bytes);

struct position source_position(const struct source *s, ptrdiff_t offset);
/* The line (1-based) without its line end. */
struct str source_line(const struct source *s, ptrdiff_t line);

#endif
