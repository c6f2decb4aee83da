/* script/front_matter.h -- the YAML at the head of a script.
 *
 *   title, date, language, description, source: strings
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

/* With its opening and closing lines. */
void front_matter_print(struct strbuf *out, struct arena *scratch,
                        const struct script *s);

#endif
