/* transcript/json_walk.h -- JSON as events, with the bytes that each came from. (RFC 8259)
 *
 * For readers, which have to say of every byte what it is; base/json.h builds values.
 */
#ifndef BRIEFCAST_TRANSCRIPT_JSON_WALK_H
#define BRIEFCAST_TRANSCRIPT_JSON_WALK_H

#include <stdbool.h>

#include "base/diag.h"
#include "transcript/document.h"

enum { JSON_DEPTH_MOST = 64 };

enum json_event {
    JSON_WALK_OPEN,   /* { or [ */
    JSON_WALK_CLOSE,  /* } or ] */
    JSON_WALK_SCALAR, /* a string, a number, true, false, null */
    JSON_WALK_END,
    JSON_WALK_WRONG, /* reported */
};

struct json_walk {
    const struct source *source;
    ptrdiff_t at;
    /* Of the latest event. */
    ptrdiff_t begin,
        end; /* bytes of the value; of a string, what stands between the quotes */
    bool is_string;
    struct str key; /* of the member that it is, as printed; "" in an array */
    int depth;      /* objects and arrays around it: 0 for the whole */
    /* The module's own. */
    unsigned char objects[JSON_DEPTH_MOST + 1];
    struct str keys[JSON_DEPTH_MOST + 1];
    int open; /* objects and arrays that are */
    int wants;
};

struct json_walk json_walk_of(const struct source *s);
/* The next event. JSON_WALK_WRONG: `d` (may be NULL) is told what and where. */
enum json_event json_walk_next(struct json_walk *w, struct diag *d);
/* The string content [begin, end) with its escapes decoded goes into `out`; what those stand for
 * that is neither shown nor said, and blanks that they make, are disposed of. */
void json_walk_string(struct document *doc, struct arena *a, struct textbuf *out,
                      ptrdiff_t begin, ptrdiff_t end);

#endif
