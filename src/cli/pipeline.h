/* cli/pipeline.h -- one input from file to script, and from clips to outputs. */
#ifndef BRIEFCAST_CLI_PIPELINE_H
#define BRIEFCAST_CLI_PIPELINE_H

#include "base/diag.h"
#include "mix/schedule.h"
#include "script/ledger.h"
#include "script/script.h"
#include "voice/cast.h"

/* What all inputs of a run share. */
struct studio {
    struct palette *palette;
    struct cast_register *cast; /* NULL: none */
    struct arena arena;
};

/* Finds voices/ (--voices, else beside the program, else PREFIX/share/briefcast/voices), loads and
 * validates the palette and the register. */
BC_CHECK enum bc_status studio_open(struct studio *out, const char *voices, const char *cast,
                                    struct diag *d);
void studio_close(struct studio *s);

/* File -> finished, cast script with its ledger. `path` "-" is standard input. Everything lives in
 * `a`. */
BC_CHECK enum bc_status pipeline_script(struct script **script, struct ledger **ledger,
                                        struct arena *a, const char *path,
                                        const struct studio *studio, struct diag *d);

#endif
