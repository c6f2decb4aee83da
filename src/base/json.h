/* base/json.h -- JSON values, built and printed. (Parsed by transcript/json_walk.h, with places.)
 *
 * Objects keep the order in which keys were set; numbers print with as many digits as
 * they were given; the printed form ends with a newline and is the same for the same
 * calls.
 *
 */
#ifndef BRIEFCAST_BASE_JSON_H
#define BRIEFCAST_BASE_JSON_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

/* An opaque value; owned by the object or array it is put into, else by the caller. */
struct json;

struct json *json_object(void);
struct json *json_array(void);
/* Setters take over `value`. `key` is a literal without need of escape. */
void json_set(struct json *object, const char *key, struct json *value);
void json_set_str(struct json *object, const char *key, struct str value);
void json_set_int(struct json *object, const char *key, int64_t value);
void json_set_bool(struct json *object, const char *key, bool value);
/* value / 10^decimals, printed exactly: json_set_fixed(o, "t", 12345, 3) prints 12.345. */
void json_set_fixed(struct json *object, const char *key, int64_t value, int decimals);
/* As json_set_str for a key that comes from data. */
void json_set_key(struct json *object, struct str key, struct json *value);
void json_append(struct json *array, struct json *value);
void json_append_str(struct json *array, struct str value);

/* What is long is written as it comes, without values in between: the same bytes as json_print's,
 * indented, into `out`. Zeroed but for `out` nothing is written yet; `out` may be emptied between
 * calls. */
struct json_writer {
    struct strbuf *out;
    int depth;
    bool more; /* something stands before in the object or array that is open */
};
/* In arrays, and for the outermost value. */
#define JSON_NO_KEY ((struct str){0})
void json_write_open(struct json_writer *w, struct str key,
                     char bracket);                         /* '{' or '[' */
void json_write_close(struct json_writer *w, char bracket); /* '}' or ']' */
void json_write_str(struct json_writer *w, struct str key, struct str value);
void json_write_bool(struct json_writer *w, struct str key, bool value);
void json_write_int(struct json_writer *w, struct str key, int64_t value);

/* Indented by two, or on one line. Lives in `a`. Frees `value`. */
struct str json_print(struct arena *a, struct json *value, bool one_line);
void json_free(struct json *value);

#endif
