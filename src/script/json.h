/* script/json.h -- `briefcast script --format=json`: the object that DESIGN specifies. */
#ifndef BRIEFCAST_SCRIPT_JSON_H
#define BRIEFCAST_SCRIPT_JSON_H

#include "script/script.h"

/* {"title", "date", "language", "cast", "chapters", "turns", "not_spoken"}; see README.md. */
void script_print_json(struct strbuf *out, struct arena *scratch, const struct script *s);

#endif
