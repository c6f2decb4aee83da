/* base/source.h -- an input file's text, and places in it.
 *
 * The text is the file's bytes as they lie on the disk when it is UTF-8; its conversion when it is
 * in another character set; and of an archive the members that hold text, one after another.
 * transcript/open.h decides that. Places are always of the text; source_file_offset leads to the
 * disk.
 *
 * Every segment, word and diagnostic keeps a place: (source, byte range). Lines and
 * columns are computed only when somebody has to be shown one.
 */
#ifndef BRIEFCAST_BASE_SOURCE_H
#define BRIEFCAST_BASE_SOURCE_H

#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

/* What a code point of the text takes in the file. */
enum source_unit {
    SOURCE_UTF8,  /* its UTF-8 bytes: the text is the file, or a member of it, as it is */
    SOURCE_BYTE,  /* one byte */
    SOURCE_UTF16, /* two bytes, or four */
};

/* A member of an archive: it ends where the next begins. */
struct source_part {
    struct str name;
    ptrdiff_t begin;
};

struct source {
    struct str name; /* as the user gave it; "<stdin>" for standard input */
    /* The whole text; valid UTF-8 without NUL once source_check has passed it. */
    struct str bytes;
    ptrdiff_t
        text_begin; /* behind a byte order mark, which is in no line and has no column */
    const char *encoding; /* the file's character set: "UTF-8", "windows-1251", ... */
    enum source_unit unit;
    struct str
        file; /* what lies on the disk: `bytes` itself, or what they were made of */
    const char *container;           /* "docx", "odt", "epub"; NULL: no archive */
    const struct source_part *parts; /* of a container, ascending, the first at 0 */
    ptrdiff_t part_count;            /* 0: none */
    /* Byte offset of each line's first byte, the first's is text_begin; lines end with \n, \r\n or a lone \r. A line end
     * at the end of the file begins no line; there is at least one. */
    const int32_t *line_starts; /* 32 bits: sources are shorter than 2 GB */
    ptrdiff_t line_count;
    const ptrdiff_t *characters_before; /* the module's own: for columns */
    const ptrdiff_t *wide_before;       /* the same of those over U+FFFF; UTF-16 only */
};

/* A range of a source's bytes; begin == end marks a point. */
struct place {
    const struct source *source; /* borrowed; NULL: no place (added by the program) */
    ptrdiff_t begin, end;
};

struct position {
    struct str part;  /* the member of an archive, in which lines are counted; else "" */
    ptrdiff_t line;   /* 1-based */
    ptrdiff_t column; /* 1-based, in code points */
};

/* A source of bytes that are in memory; `bytes` is borrowed and must outlive the result, which lives
 * in `a`. Nothing is checked: base/source_open.h does that with inputs. */
const struct source *source_make(struct arena *a, struct str name, struct str bytes);

/* What `text` was converted from is `file`; `encoding` is a literal. */
const struct source *source_make_converted(struct arena *a, struct str name,
                                           struct str text, struct str file,
                                           const char *encoding, enum source_unit unit);

/* The text of an archive's members; `parts` is borrowed and must outlive the result. */
const struct source *source_make_container(struct arena *a, struct str name,
                                           struct str text, struct str file,
                                           const char *container,
                                           const struct source_part *parts,
                                           ptrdiff_t part_count);

/* Where byte `offset` of the text lies in the file as it is on the disk; of an archive, in its
 * members one after another. The text's end is the file's. */
ptrdiff_t source_file_offset(const struct source *s, ptrdiff_t offset);
/* The part that byte `offset` is in; -1 when there are no parts. */
ptrdiff_t source_part_at(const struct source *s, ptrdiff_t offset);
/* Where part `i` ends. */
ptrdiff_t source_part_end(const struct source *s, ptrdiff_t i);

struct position source_position(const struct source *s, ptrdiff_t offset);
/* The line (1-based, of the whole text) that holds byte `offset`. */
ptrdiff_t source_line_at(const struct source *s, ptrdiff_t offset);
/* The line (1-based, of the whole text) without its line end. */
struct str source_line(const struct source *s, ptrdiff_t line);

#endif
