/* transcript/metadata.h -- the YAML between "---" lines at the top of a Markdown file, or of a
 * script.
 *
 * Its values become blocks (BLOCK_METADATA), everything else of it is disposed of as metadata.
 */
#ifndef BRIEFCAST_TRANSCRIPT_METADATA_H
#define BRIEFCAST_TRANSCRIPT_METADATA_H

#include "transcript/document.h"

/* Where the front matter that begins with line `line` (1-based) ends: the line of its closing
 * fence, or 0 when there is none and the line is a rule like any other. */
ptrdiff_t metadata_last_line(const struct source *s, ptrdiff_t line);

/* Reads lines [first, last]. What is not well-formed is disposed of as a whole, with a warning. */
void metadata_read(struct document *doc, struct arena *a, ptrdiff_t first, ptrdiff_t last,
                   struct diag *d);

#endif
