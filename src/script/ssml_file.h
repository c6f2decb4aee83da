/* script/ssml_file.h -- SSML 1.1 documents as scripts.
 *
 * <speak> holds text, paragraphs <p>, sentences <s>, and <voice name=""> with the same in it: what
 * stands in a <voice> is the turn of a speaker of that name with that profile, all else is the
 * narrator's. The elements inside are script/ssml.h's. What describes the document (<meta>,
 * <metadata>, <lexicon>) is passed over. Nothing is fetched, no entities are declared (base/xml.h).
 */
#ifndef BRIEFCAST_SCRIPT_SSML_FILE_H
#define BRIEFCAST_SCRIPT_SSML_FILE_H

#include "script/script.h"

/* Is its first element <speak>? */
bool ssml_is_file(const struct source *source);

/* *out lives in `a`, finished (script_finish). BC_EINPUT: reported with places. */
BC_CHECK enum bc_status ssml_parse_file(struct script **out, struct arena *a,
                                        const struct source *source, struct diag *d);

#endif
