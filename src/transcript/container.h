/* transcript/container.h -- office documents and e-books: archives whose members hold text.
 *
 * .docx (ECMA-376), .odt (OpenDocument 1.3) and .epub (EPUB 3.3) are told by their content. The
 * source's text is made of, one after another: docx: the properties (title, date) and the main
 * document; odt: meta.xml and content.xml; epub: the package document and the spine's documents in
 * reading order, without the table of contents. Other members are not read.
 */
#ifndef BRIEFCAST_TRANSCRIPT_CONTAINER_H
#define BRIEFCAST_TRANSCRIPT_CONTAINER_H

#include "base/diag.h"
#include "base/source.h"

/* As open_source, of bytes of which archive_is is true. */
BC_CHECK enum bc_status container_open(const struct source **out, struct arena *a,
                                       struct str name, struct str bytes, struct diag *d);

#endif
