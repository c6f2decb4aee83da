/* script/markdown.h -- the script as a Markdown file, printed and parsed.
 *
 * Parsing a printed script gives the script back, whatever its text holds. The grammar is in
 * README.md ("The script") and CONTRIBUTING.md. Positions in the file are kept for every segment.
 */
#ifndef BRIEFCAST_SCRIPT_MARKDOWN_H
#define BRIEFCAST_SCRIPT_MARKDOWN_H

#include "script/script.h"

/* The comment that marks a turn of the narrator's as added to the transcript. */
#define SCRIPT_ADDED "added"

/* Front matter with `briefcast: 1`: by this alone a file is known to be a script. */
bool script_is_script(const struct source *source);

/* *out lives in `a`, finished but not cast where the front matter's cast is silent.
 * BC_EINPUT: reported with places; parsing goes on to the end, so that all errors are reported. */
BC_CHECK enum bc_status script_parse(struct script **out, struct arena *a,
                                     const struct source *source, struct diag *d);

/* The script file, piece by piece. Zeroed but for the script nothing of it is printed yet. */
struct script_printer {
    const struct script *s; /* borrowed */
    enum { PRINT_TOP, PRINT_CAST, PRINT_TEXT, PRINT_ALL } stage;
    ptrdiff_t cast, notes, chapters, turns, paragraphs; /* printed so far */
};

/* Appends the next piece: the top of the front matter; an entry of the cast, with its `why` behind
 * it as a YAML comment; a heading; a turn; at last the notes behind all. False when there was
 * none. */
bool script_print_next(struct script_printer *p, struct strbuf *out);
/* All pieces. */
void script_print(struct strbuf *out, const struct script *s);

#endif
