/* script/front_matter.h -- the YAML at the head of a script.
 *
 *   title, date, language, description, source: strings
 *   lexicon: FILE or [FILE, ...]
 *   briefcast: 1
 *   cast: {NAME: voice, NAME: [voice, ...], NAME: {voice: v or [v, ...], say: ...}}
 *
 * A list of voices, even of one or none, belongs to an anonymous label.
 */
#ifndef BRIEFCAST_SCRIPT_FRONT_MATTER_H
#define BRIEFCAST_SCRIPT_FRONT_MATTER_H

#include "script/script.h"

/* Where it stands: `begin` behind the opening line "---", `end` at the closing line, `body` behind
 * that. False: there is none. */
struct front_matter {
    ptrdiff_t begin, end, body;
};
bool front_matter_find(struct front_matter *out, const struct source *s);

/* Fills s->title and so on, and s->cast. BC_EINPUT: reported; unknown keys are a warning. */
BC_CHECK enum bc_status front_matter_read(struct script *s, struct arena *a,
                                          const struct front_matter *f, struct diag *d);

/* Printed are the top, with the opening line; each entry of the cast, `why` behind it; the end. */
void front_matter_print_top(struct strbuf *out, const struct script *s);
void front_matter_print_entry(struct strbuf *out, const struct cast_entry *e);
void front_matter_print_end(struct strbuf *out);

#endif
