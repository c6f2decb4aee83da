/* transcript/read.h -- any input format into a document.
 *
 * The format is found by content; a const table holds the readers. A new format is one new file
 * read_NAME.c and one new row.
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
extern const struct reader read_text, read_markdown;

/* Reads `s` with the reader that is surest; ties go to the earlier row. *out lives in `a`. */
BC_CHECK enum bc_status read_document(struct document **out, struct arena *a,
                                      const struct source *s, struct diag *d);

#endif
