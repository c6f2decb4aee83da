/* script/json.h -- `briefcast script --format=json`: the object that DESIGN specifies. */
#ifndef BRIEFCAST_SCRIPT_JSON_H
#define BRIEFCAST_SCRIPT_JSON_H

#include "base/json.h"
#include "script/script.h"

/* {"title", "date", "language", "cast", "chapters", "turns", "not_spoken"}; see README.md; piece by
 * piece, for it is several times as long as the transcript. Zeroed but for the script and the arena
 * nothing of it is printed yet. */
struct script_json {
    const struct script *s; /* borrowed */
    struct arena *a;        /* of the text of a turn */
    struct json_writer w;
    struct strbuf text;
    enum {
        JSON_TOP,
        JSON_CAST,
        JSON_CHAPTERS,
        JSON_TURNS,
        JSON_NOT_SPOKEN,
        JSON_ALL
    } stage;
    ptrdiff_t next; /* index of the stage's */
    ptrdiff_t
        segment; /* up to here JSON_NOT_SPOKEN has told what is not spoken of them */
};

/* Appends the next piece: what stands at the top, or one member of a list. False when there was
 * none. `out` may be emptied between pieces. */
bool script_json_next(struct script_json *p, struct strbuf *out);
/* All pieces. */
void script_print_json(struct strbuf *out, struct arena *scratch, const struct script *s);

#endif
