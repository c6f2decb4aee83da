/* voice/voicing.h -- a profile said in a style: what the engine is told, and how loud it comes out.
 *
 * In another language a speaker keeps the variant, pitch, range and rate of the profile and takes the
 * engine's voice for the language: "en-us+Lee" says German as "de+Lee".
 */
#ifndef BRIEFCAST_VOICE_VOICING_H
#define BRIEFCAST_VOICE_VOICING_H

#include "script/script.h"
#include "voice/palette.h"

struct voicing {
    struct str espeak;      /* "de+Lee" */
    int pitch, range, rate; /* within what the engine takes */
    int gain_cb;
    int tilt_cb, presence_cb; /* the profile's */
    bool at_limit;            /* the style asks for more than it takes */
    int rate_wanted;          /* `rate` without the engine's limits */
};

/* The engine's voice for a language tag: "pt-br" for "pt-BR", "de" for "de-AT"; "" when it has
 * none. Lives in `a`, or is the inventory's. */
struct str voicing_language(struct arena *a, const struct voice_inventory *inventory,
                            struct str tag);

/* `language` and `tempo` are the script's. Strings live in `a`, or are the profile's. */
struct voicing voicing_of(struct arena *a, const struct profile *p,
                          const struct style *style, struct str language, int tempo,
                          const struct voice_inventory *inventory);

/* Looks at the styles of a script: those in a language that the engine has no voice for are
 * `unvoiced` (with a warning, where it was asked for), those that go beyond what the engine can do
 * get a warning. BC_ECONFIG: a voice that does not exist; reported with its place and the nearest
 * name. To be done before script_speak; the turns have their voices. */
BC_CHECK enum bc_status voicing_settle(struct script *s, struct arena *a,
                                       const struct palette *p,
                                       const struct voice_inventory *inventory,
                                       struct diag *d);

#endif
