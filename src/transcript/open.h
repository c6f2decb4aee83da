/* transcript/open.h -- an input file's bytes into a source, whatever they are.
 *
 * Text is converted to UTF-8 when it is in another character set (base/charset.h), and a note says
 * so. A ZIP archive is opened when it is a .docx, .odt or .epub by its content: the source's text
 * is then its members that hold text, in reading order, one after another. What is no text at all
 * (PDF, old office files, RTF) is refused by name.
 */
#ifndef BRIEFCAST_TRANSCRIPT_OPEN_H
#define BRIEFCAST_TRANSCRIPT_OPEN_H

#include "base/diag.h"
#include "base/source.h"

/* As source_open; `bytes` is borrowed and must outlive *out, which lives in `a` and is valid even
 * then when BC_EINPUT was returned and the reason reported. */
BC_CHECK enum bc_status open_source(const struct source **out, struct arena *a,
                                    struct str name, struct str bytes, struct diag *d);

#endif
