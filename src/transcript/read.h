/* transcript/read.h -- any input format into a document.
 *
 * The format is found by content, or the user names it. A new format is one new file read_NAME.c
 * with a read_NAME, and one new row in READERS.
 */
#ifndef BRIEFCAST_TRANSCRIPT_READ_H
#define BRIEFCAST_TRANSCRIPT_READ_H

#include "transcript/document.h"

struct reader {
    const char *name;
    /* How sure it is that `s` is in its format, from a look at the beginning: 0 to 100. */
    int (*sniff)(const struct source *s);
    /* BC_EINPUT: reported to `d`. The document lives in `a`. */
    enum bc_status (*read)(struct document *doc, struct arena *a, const struct source *s,
                           struct diag *d);
};

/* All readers, in order of preference when two are equally sure. */
#define READERS(X)                                                                       \
    X(text)                                                                              \
    X(markdown)                                                                          \
    X(webvtt)                                                                            \
    X(subrip)                                                                            \
    X(json)                                                                              \
    X(fountain)                                                                          \
    X(html)                                                                              \
    X(xml)                                                                               \
    X(docx)                                                                              \
    X(odt)                                                                               \
    X(epub)                                                                              \
    X(table)

#define READERS_DECLARE(name) extern const struct reader read_##name;
READERS(READERS_DECLARE)
#undef READERS_DECLARE

/* What --from takes: "auto", then the names of all readers; ends with NULL. */
extern const char *const read_formats[];

/* Reads `s` as `format`, one of read_formats; "auto" or NULL: with the reader that is surest. *out
 * lives in `a`. */
BC_CHECK enum bc_status read_document(struct document **out, struct arena *a,
                                      const struct source *s, const char *format,
                                      struct diag *d);

#endif
