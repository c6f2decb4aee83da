#include "base/program.h"

#include <link.h>

#include "base/file.h"

/* dl_iterate_phdr's: anything but 0 ends it. */
static int identify_object(struct dl_phdr_info *info, size_t size, void *hasher)
{
    (void)size;
    /* The program itself has no name here, and its path may be another one's by now. What has a name
     * without a slash is the kernel's (vDSO). */
    struct str path = str_from(*info->dlpi_name ? info->dlpi_name : "/proc/self/exe");
    if (str_find_byte(path, '/') < 0)
        return 0;
    hasher_field(hasher, path);
    return file_identify(hasher, path.ptr).kind != FILE_REGULAR;
}

bool program_identity(struct hash *out)
{
    struct hasher h;
    hasher_init(&h);
    bool whole = dl_iterate_phdr(identify_object, &h) == 0;
    *out = hasher_done(&h);
    return whole;
}
