/* voice/register.h -- who has which voice in every file of an archive (--cast FILE).
 *
 * YAML, to be read and edited by people: `Name: voice`, or
 * `Name: {voice: v, say: s, aliases: [Label, ...]}`. Names are compared without regard to case. An alias
 * is another label of the same person: who bears it gets the voice.
 */
#ifndef BRIEFCAST_VOICE_REGISTER_H
#define BRIEFCAST_VOICE_REGISTER_H

#include "script/script.h"
#include "voice/palette.h"

struct cast_register_entry {
    struct str speaker;
    struct str voice;
    struct str say;            /* "": as printed */
    const struct str *aliases; /* further labels */
    ptrdiff_t alias_count;
    struct place place; /* of the voice, else of the name */
    struct place key;   /* of the name */
    ptrdiff_t end;      /* of the entry: source bytes */
    ptrdiff_t inside;   /* where `voice: v` could be put: source bytes; -1: nowhere */
    bool in_braces;     /* that is between braces */
};

struct registered {
    struct str name; /* case-folded */
    ptrdiff_t entry;
    struct place place; /* of the name or alias */
    bool alias;
};

struct cast_register {
    const struct source *source; /* borrowed; NULL: none */
    struct cast_register_entry *entries;
    ptrdiff_t count;
    struct registered *names; /* all names and aliases, sorted */
    ptrdiff_t name_count;
    bool in_braces; /* written as {Name: voice, ...} */
};

/* BC_ECONFIG: reported with places (unknown voice, a person twice, an alias of two). *out lives in
 * `a` and borrows from `source`. */
BC_CHECK enum bc_status cast_register_load(struct cast_register **out, struct arena *a,
                                           const struct source *source,
                                           const struct palette *p, struct diag *d);

/* The entry of whoever is called `name`; -1: there is none. `scratch` is the caller's. */
ptrdiff_t cast_register_find(const struct cast_register *r, struct str name,
                             struct arena *scratch);

/* For each entry of the script's cast whom of the register it is: by the name, else by a label that is
 * printed before what they say; -1: nobody. Who is anonymous has no label. Lives in `a`. */
ptrdiff_t *cast_register_meet(const struct cast_register *r, const struct script *s,
                              struct arena *a);

/* A person to be added, who is not in it; or who is, but without a voice. */
struct newcomer {
    struct str name, voice;
    ptrdiff_t entry; /* -1: not in it */
};

/* The register's file with newcomers in it, in `a`: what stands there stays as it is, comments too. They
 * go where they belong by the alphabet when the file is in its order, else behind all, in theirs. */
struct str cast_register_with(struct arena *a, const struct cast_register *r,
                              const struct newcomer *people, ptrdiff_t count);

#endif
