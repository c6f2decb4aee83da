/* tests/unit/script_make.h -- scripts with what is spoken in them. */
#ifndef BRIEFCAST_TESTS_SCRIPT_MAKE_H
#define BRIEFCAST_TESTS_SCRIPT_MAKE_H

#include "script/build.h"
#include "script/markdown.h"

static inline enum bc_status make_script(struct script **out, struct arena *a,
                                         struct turns *t, struct diag *d)
{
    enum bc_status status = script_build(out, a, t, NULL, d);
    return status == BC_OK ? script_speak(*out, a, NULL, d) : status;
}

static inline enum bc_status read_script(struct script **out, struct arena *a,
                                         const struct source *source, struct diag *d)
{
    enum bc_status status = script_parse(out, a, source, d);
    return status == BC_OK ? script_speak(*out, a, NULL, d) : status;
}

#endif
