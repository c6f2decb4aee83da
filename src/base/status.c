#include "base/status.h"

#include <stddef.h>

enum bc_status status_worse(enum bc_status a, enum bc_status b)
{
    static const enum bc_status order[] = {BC_EBUG,     BC_EIO,      BC_ECREATE,
                                           BC_EMISSING, BC_ECONFIG,  BC_ERETRY,
                                           BC_EINPUT,   BC_ENOINPUT, BC_EUSAGE};
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        if (a == order[i] || b == order[i])
            return order[i];
    return BC_OK;
}
