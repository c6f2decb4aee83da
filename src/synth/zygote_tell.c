#include "synth/zygote.h"

void zygote_tell(enum bc_status status, struct diag *d)
{
    bool missing = status == BC_EMISSING, busy = status == BC_ERETRY;
    diag_error(d, NOWHERE, "engine",
               missing ? "install espeak-ng"
               : busy  ? "try again when the machine is less busy"
                       : NULL,
               "%s",
               missing ? "the speech engine cannot start"
               : busy  ? "no process can be started for the speech engine"
                       : "the speech engine does not stay alive");
}
