/* speak/say_as.h -- text that is to be read as one kind of thing (SSML 1.1 section 3.1.9; W3C Note
 * "SSML 1.0 say-as attribute values").
 */
#ifndef BRIEFCAST_SPEAK_SAY_AS_H
#define BRIEFCAST_SPEAK_SAY_AS_H

#include "base/arena.h"
#include "base/str.h"

/* What interpret-as and format may say, for messages. */
struct str say_as_kinds(struct arena *a);
bool say_as_is_kind(struct str kind);
bool say_as_is_format(struct str kind, struct str format);

/* Appends what is to be spoken for `words`; it is still to go through speak_text. `before` is what
 * stands before them in their paragraph. False: they are nothing of the kind. */
bool say_as(struct strbuf *out, struct str words, struct str before, struct str kind,
            struct str format, struct str language);

#endif
